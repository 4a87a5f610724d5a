"""The JSON schema of the document, made of its records: ``make schema`` writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from mapgen.kinds import KINDS
from mapgen.page.model import FORMAT, Document

if TYPE_CHECKING:
    from pydantic import BaseModel

_REFERENCE = "#/$defs/{model}"


def document_schema() -> dict[str, Any]:
    """Return the JSON schema (2020-12) of the document; a layer has the rows of its kind."""
    models: list[type[BaseModel]] = [Document]
    models += [kind.row_type for kind in KINDS.values()]
    _, schema = models_json_schema(
        [(model, "serialization") for model in models], ref_template=_REFERENCE
    )
    definitions = schema["$defs"]
    document = definitions.pop("Document")
    definitions["Layer"] = {
        "description": definitions["Layer"]["description"],
        "oneOf": [_layer(definitions["Layer"], name) for name in KINDS],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:mapgen:document:{FORMAT}",
        **document,
        "$defs": dict(sorted(definitions.items())),
    }


def _layer(layer: dict[str, Any], kind: str) -> dict[str, Any]:
    """Return the schema of a layer of a kind."""
    rows = {"$ref": _REFERENCE.format(model=KINDS[kind].row_type.__name__)}
    properties = layer["properties"] | {
        "kind": {"const": kind, "type": "string"},
        "rows": {"items": rows, "type": "array"},
    }
    return {
        "type": "object",
        "title": f"Layer of {kind}",
        "additionalProperties": False,
        "properties": properties,
        "required": layer["required"],
    }
