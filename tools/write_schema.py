"""Writes the JSON schema of the document, as its records say: `make schema`."""

from __future__ import annotations

import json
from pathlib import Path

from mapgen.page.schema import document_schema

PATH = Path(__file__).resolve().parent.parent / "mapgen/web/facts/document.schema.json"

if __name__ == "__main__":
    PATH.write_text(json.dumps(document_schema(), indent=2) + "\n", "utf-8")
