"""Checked facts to the one JSON document and the tables that a page holds."""

from mapgen.encoding.document import Document, encode
from mapgen.encoding.phrases import said_in
from mapgen.encoding.stored import stored
from mapgen.encoding.tables import Table, tables

__all__ = ["Document", "Table", "encode", "said_in", "stored", "tables"]
