"""Draws which package imports which, for docs/architecture.md: `make structure`."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "docs" / "architecture.md"
FOLDERS = ("mapgen", "mapgen/web")


def rooms_of(folder: Path, suffix: str) -> dict[str, list[Path]]:
    """Return the files of each room of a folder: its sub-folders, and its own files one by one."""
    rooms: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob(f"*{suffix}")):
        inside = path.relative_to(folder)
        if inside.parts[0] in ("web", "types") or str(inside).startswith("__"):
            continue
        rooms.setdefault(inside.parts[0].removesuffix(suffix), []).append(path)
    return rooms


def python_imports(path: Path) -> set[str]:
    """Return the rooms of mapgen that a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "mapgen":
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("mapgen."):
            names.add((node.module or "").split(".")[1])
    return names


def script_imports(path: Path) -> set[str]:
    """Return the folders of mapgen/web that a script imports."""
    web = ROOT / "mapgen" / "web"
    targets = re.findall(r'from "(\.[^"]+)"', path.read_text("utf-8"))
    rooms = set()
    for target in targets:
        there = (path.parent / target).resolve()
        if there.is_relative_to(web):
            rooms.add(there.relative_to(web).parts[0])
    return rooms


def drawn(folder: str) -> str:
    """Return a picture of a folder in the language of Mermaid: an arrow leads to what is imported.

    Where an arrow leads to something that another arrow's way reaches, it is left out.
    """
    suffix, imports = (".js", script_imports) if folder.endswith("web") else (".py", python_imports)
    rooms = rooms_of(ROOT / folder, suffix)
    arrows = {
        name: {there for path in files for there in imports(path)} & rooms.keys() - {name}
        for name, files in rooms.items()
    }
    lines = [
        f"    {name} --> {there}"
        for name in rooms
        for there in sorted(arrows[name])
        if not any(there in reached(arrows, other) for other in arrows[name] - {there})
    ]
    return "\n".join(["```mermaid", "graph TD", *lines, "```"])


def reached(arrows: dict[str, set[str]], start: str) -> set[str]:
    """Return what can be reached from a room."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for there in arrows.get(waiting.pop(), set()) - seen:
            seen.add(there)
            waiting.append(there)
    return seen


def with_pictures(text: str) -> str:
    """Return the document with each picture as the code is now."""
    for folder in FOLDERS:
        begin, end = f"<!-- picture of {folder} -->", "<!-- end of picture -->"
        before, _, rest = text.partition(begin)
        _, _, after = rest.partition(end)
        text = f"{before}{begin}\n{drawn(folder)}\n{end}{after}"
    return text


if __name__ == "__main__":
    DOCUMENT.write_text(with_pictures(DOCUMENT.read_text("utf-8")), "utf-8")
