"""Records as tables: CSV (RFC 4180)."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapgen.exports.records import Record

_BETWEEN = " | "
"""Stands between several things in one cell."""

_SPELT_OUT = frozenset(["sources", "disagreement", "statements", "told_by_loser"])
"""Lists of records, which a table flattens."""

_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""What a text begins with that a program of tables would compute, half or full width."""

_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*(?:[eE][+-]?[0-9]+)?")

_BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that a table is UTF-8."""


def flatten(record: Record) -> Record:
    """Return a record of single values: lists as one text, sources with their addresses apart."""
    flat = {key: value for key, value in record.items() if key not in _SPELT_OUT}
    if versions := record.get("disagreement"):
        flat["disagreement:en"] = _BETWEEN.join(version["version:en"] for version in versions)
    for key, value in flat.items():
        if isinstance(value, list):
            flat[key] = " ".join(map(str, value))
    if statements := record.get("statements"):
        flat["statements:en"] = _BETWEEN.join(map(_said, statements))
    if reports := record.get("told_by_loser"):
        flat["told_by_loser"] = _BETWEEN.join(map(_cited, reports))
    if sources := record.get("sources"):
        flat["sources"] = _BETWEEN.join(map(_cited, sources))
        flat["source_urls"] = _BETWEEN.join(source.get("url", "") for source in sources)
    return flat


def _said(statement: Record) -> str:
    """Return what a source says, with where it stands, such as "paragraph 3"."""
    locator = " ".join(statement["locator"].values())
    said = f"{statement['source'].get('publisher', '')}: {statement['says:en']} ({locator})"
    return said.replace(_BETWEEN, " / ")


def _cited(source: Record) -> str:
    parts = (source.get(key) for key in ("publisher", "title", "date"))
    # A title may hold what parts the sources.
    return ", ".join(part for part in parts if part).replace(_BETWEEN, " / ")


def table(records: Sequence[Record], columns: Iterable[str] = ()) -> str:
    """Return records as CSV (RFC 4180): first these columns, then whatever else they hold."""
    heads = dict.fromkeys([*columns, *(key for record in records for key in record)])
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(uncomputed, heads))
    writer.writerows([uncomputed(cell(record.get(head))) for head in heads] for record in records)
    return _BYTE_ORDER_MARK + text.getvalue()


def uncomputed(text: str) -> str:
    """Return the text of a cell so that no program of tables computes it; numbers stay as they are.

    An apostrophe before it says that it is text. ``web/share/cells.js`` does the same.

    Examples
    --------
    >>> uncomputed("=1+1"), uncomputed("-3.5")
    ("'=1+1", '-3.5')
    """
    begins = _FORMULA.match(text) or _FORMULA.match(text.lstrip())
    return f"'{text}" if begins and not _NUMBER.fullmatch(text) else text


def cell(value: Any) -> str:  # noqa: ANN401 - a value of a record
    """Return a value as a cell of a table: as short as it can be read."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return f"{value:.10g}"
    return str(value)
