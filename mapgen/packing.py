"""What goes into the page compressed: a file on a disk is as large as it is."""

from __future__ import annotations

import base64
import json

from markupsafe import Markup
from zopfli import zlib as zopfli

ROUNDS = 15
"""Rounds in which the best way to compress is sought; more gain next to nothing."""


def packed(data: bytes) -> str:
    """Return bytes compressed (RFC 1950), in base64: letters that mean nothing to HTML."""
    compressed: bytes = zopfli.compress(data, numiterations=ROUNDS)
    return base64.b64encode(compressed).decode("ascii")


def compact_json(value: object) -> str:
    """Return JSON without a space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def framed(value: object, after: bytes = b"") -> bytes:
    """Return JSON and bytes as one: the length of the JSON in four bytes, itself, the bytes."""
    text = compact_json(value).encode("utf-8")
    return len(text).to_bytes(4, "big") + text + after


def json_in_html(value: object) -> Markup:
    """Return JSON that cannot end the script element in which it stands.

    The three characters that HTML gives a meaning are written as JSON escapes
    (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
    """
    escapes = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
    return Markup("".join(escapes.get(each, each) for each in compact_json(value)))  # noqa: S704
