"""What goes into the page compressed: a file on a disk is as large as it is."""

from __future__ import annotations

import base64
import json
import lzma
import string

from markupsafe import Markup

_LZMA = {
    "id": lzma.FILTER_LZMA1,
    "preset": 9 | lzma.PRESET_EXTREME,
    "dict_size": 1 << 20,
    "lc": 2,
    "lp": 0,
    "pb": 0,
}
"""``mapgen/web/lzma.js`` knows the last three: texts do not come in groups of four bytes."""

_B85 = string.digits + string.ascii_letters.swapcase() + "!#$%&()*+-;<=>?@^_`{|}~"
"""The letters of Python's base 85, in their order."""

_LETTERS = "".join(each for each in map(chr, range(35, 127)) if each not in "&'<>\\`")[:85]
"""Letters that mean nothing to HTML, to its attributes and to JSON."""


def packed(value: object, after: bytes = b"") -> str:
    """Return JSON and bytes compressed, as text.

    Four bytes are five letters. The first four bytes are the length of what they unpack to, the
    next four that of the JSON in it; LZMA without a header follows, filled up with zeros.
    """
    text = compact_json(value).encode("utf-8")
    compressed = lzma.compress(text + after, format=lzma.FORMAT_RAW, filters=[_LZMA])
    lengths = b"".join(each.to_bytes(4, "big") for each in (len(text) + len(after), len(text)))
    data = lengths + compressed + bytes(-len(compressed) % 4)
    return base64.b85encode(data).decode("ascii").translate(str.maketrans(_B85, _LETTERS))


def compact_json(value: object) -> str:
    """Return JSON without a space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def json_in_html(value: object) -> Markup:
    """Return JSON that cannot end the script element in which it stands.

    The three characters that HTML gives a meaning are written as JSON escapes
    (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
    """
    escapes = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
    return Markup("".join(escapes.get(each, each) for each in compact_json(value)))  # noqa: S704
