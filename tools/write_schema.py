"""Writes JSON schemas, as the records of the document and of the facts say: `make schema`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from mapgen.facts.schemas import fact_schemas
from mapgen.page.schema import document_schema

ROOT = Path(__file__).resolve().parent.parent
PATH = ROOT / "mapgen/web/facts/document.schema.json"
OF_FACTS = ROOT / "docs/schemas"
"""Editors take them from here: .vscode/settings.json and .taplo.toml say which file has which."""


def schema_path(name: str) -> Path:
    """Return where the schema of a file of facts lies."""
    return OF_FACTS / f"{name.rpartition('.')[0]}.schema.json"


def text_of(schema: dict[str, Any]) -> str:
    """Return a schema as its file has it."""
    return json.dumps(_plain(schema), indent=2) + "\n"


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a value with whole numbers as such: some versions of pydantic write 50.0 for 50."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def main() -> None:
    """Write all of them anew."""
    PATH.write_text(text_of(document_schema()), "utf-8")
    shutil.rmtree(OF_FACTS, ignore_errors=True)
    for name, schema in fact_schemas().items():
        path = schema_path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(schema), "utf-8")


if __name__ == "__main__":
    main()
