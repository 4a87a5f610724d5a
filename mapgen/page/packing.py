"""What goes into the page compressed: a file on a disk is as large as it is."""

from __future__ import annotations

import bz2
import json
from functools import lru_cache

import deflate
import numpy as np
from markupsafe import Markup

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ALPHABET = f"0123456789{_LETTERS}!#$%()*+,-./:;=?@[]^_|~"
"""The 85 digits of packed bytes; none of them means anything in HTML or JSON."""

_DIGITS = np.frombuffer(ALPHABET.encode("ascii"), dtype=np.uint8)
_WEIGHTS = 85 ** np.arange(4, -1, -1)

_LEVEL = 12
"""The slowest of libdeflate, a third of a second; zopfli takes five and saves 0.2 %."""


@lru_cache(maxsize=16)
def packed(data: bytes) -> str:
    """Return bytes as a zlib stream (RFC 1950) in base 85: five letters for four bytes.

    In base64 it would be a sixteenth longer. ``web/base/unpack.js`` reads it, every browser
    inflates it by itself. Pages of the same facts hold the same bytes, and to compress them takes
    half a second: the last ones are kept.
    """
    return _written(deflate.zlib_compress(data, _LEVEL))


def packed_texts(value: object) -> str:
    """Return JSON that is texts for the most part as a bzip2 stream in base 85.

    Such are a seventh smaller so than as a zlib stream, and one letter may take several bytes. No
    browser reads it by itself, ``web/base/bunzip.js`` does: a tenth of a second for a megabyte.
    """
    data = compact_json(value).encode("utf-8")
    blocks = min(9, 1 + len(data) // 100_000)  # of one block, as it is read fastest
    return _written(bz2.compress(data, blocks))


def _written(data: bytes | bytearray) -> str:
    """Return bytes in base 85: four of them are a number, the highest first, of five digits."""
    missing = -len(data) % 4
    numbers = np.frombuffer(data + bytes(missing), dtype=">u4").astype(np.int64)
    text: str = _DIGITS[numbers[:, None] // _WEIGHTS % 85].tobytes().decode("ascii")
    return text[: len(text) - missing]


def packed_json(value: object) -> str:
    """Return JSON packed."""
    return packed(compact_json(value).encode("utf-8"))


def compact_json(value: object) -> str:
    """Return JSON without a space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def json_in_html(value: object) -> Markup:
    """Return JSON that cannot end the script element in which it stands.

    The three characters that HTML gives a meaning are written as JSON escapes
    (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
    """
    text = compact_json(value)
    for letter, escape in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(letter, escape)
    return Markup(text)  # noqa: S704 - escaped here
