"""Files to text and values: decoded, parsed, and free of what no page or package can carry."""

from __future__ import annotations

import json
import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from mapgen.faults import Place, short

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapgen.faults import FaultLog

MOST_BYTES: Final = 200_000_000
"""More than any file of facts has: what is larger was put there by mistake."""

MOST_DIGITS: Final = 16
"""Of a whole number: what has more is no number that all programs read alike (RFC 8259, 6)."""

LARGEST: Final = 1e300
"""Of numbers with a fraction: beyond it they end as infinity in a product."""

DEEPEST: Final = 24
"""Lists and objects within each other; GeoJSON needs nine."""

UNFIT: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # control characters but for the end of a line
    "\u2028\u2029"  # ends of lines that only some programs know
    "\u202a-\u202e\u2066-\u2069"  # change the direction of what follows: names read otherwise
    "\ud800-\udfff\ufffd-\uffff\ufeff]"  # halves of a character, and what encodings leave behind
)
"""Characters that no text of the facts may hold."""

_ESCAPED = re.compile(r"\\[bfnrtu]")
_ALIKE = bytes.maketrans(b"123456789E", b"000000000e")
_LARGE = (b"e000", b"e+000", b"0" * (MOST_DIGITS + 1))
"""Numbers that may be too large, all digits written as 0."""

_RESTORE = "Restore it, or pass the right --geodata folder."


def file_place(path: Path) -> Place:
    """Return a file as faults name it: its folder and name."""
    parts = path.parts
    start = parts.index("geodata") if "geodata" in parts else max(len(parts) - 2, 0)
    return Place("/".join(parts[start:]))


def read_text(path: Path, log: FaultLog, *, missing: str | None = _RESTORE) -> str | None:
    """Return the text of a file, or None after logging why it cannot be read.

    Parameters
    ----------
    path
        A text in UTF-8; a byte order mark and ends of lines of any kind are understood.
    log
        Takes the fault.
    missing
        The next step where there is no such file; None where it may be left out.
    """
    place = file_place(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            log.add(place, f"has more than {MOST_BYTES:,} bytes. Is it the right file?")
            return None
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if missing is not None:
            log.add(place, f"the file is missing. {missing}")
    except IsADirectoryError:
        log.add(place, "is a folder, not a file. Rename it.")
    except UnicodeDecodeError as error:
        log.add(place, f"is not UTF-8 (byte {error.start}). Save it as UTF-8.")
    return None


def read_toml(path: Path, log: FaultLog) -> dict[str, Any] | None:
    """Return the content of a TOML file that may be left out; None without it, or after logging."""
    text = read_text(path, log, missing=None)
    if text is None:
        return None
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        said = "nested too deeply" if isinstance(error, RecursionError) else error
        log.add(file_place(path), f"is not TOML: {said}.")
        return None
    if _is_too_deep(content):
        log.add(file_place(path), _TOO_DEEP)
        return None
    return content if _is_fit(content, file_place(path), log) else None


def read_json(path: Path, log: FaultLog) -> Any:  # noqa: ANN401 - JSON is anything until checked
    """Return the content of a JSON file, or None after logging why it cannot be used.

    A key that stands twice in an object, a number that programs read in different ways, and
    characters that no page can carry are faults.
    """
    text = read_text(path, log)
    if text is None:
        return None
    place = file_place(path)
    problems: list[str] = []
    try:
        content = json.loads(text, **_hooks(text, problems))
    except json.JSONDecodeError as error:
        log.add(
            place,
            f"line {error.lineno}, column {error.colno}: is not JSON ({error.msg}). "
            "Is the file cut, or a comma missing?",
        )
        return None
    except RecursionError:
        log.add(place, _TOO_DEEP)
        return None
    if content is None:
        problems.append("holds null and nothing else. Restore its content.")
    for problem in dict.fromkeys(problems):
        log.add(place, problem)
    if problems:
        return None
    if _is_too_deep(content):
        log.add(place, _TOO_DEEP)
        return None
    # Only what is escaped, or written plainly, can be unfit: most files need no walk.
    may_be_unfit = _ESCAPED.search(text) or UNFIT.search(text)
    return None if may_be_unfit and not _is_fit(content, place, log) else content


_TOO_DEEP = f"is nested deeper than {DEEPEST} lists and objects."


def unfit_in(text: str) -> str | None:
    """Return what of a text no page can carry, as a fault says it; None where all of it fits.

    Examples
    --------
    >>> unfit_in("Idlib" + chr(11) + "city")
    'holds the character U+000B, which cannot be shown. Remove it, or write a space.'
    """
    found = UNFIT.search(text)
    if found is None:
        return None
    name = f"U+{ord(found[0]):04X}"
    return f"holds the character {name}, which cannot be shown. Remove it, or write a space."


def _is_fit(content: object, place: Place, log: FaultLog) -> bool:
    """Tell whether all texts of a value can be carried; log those that cannot."""
    fit = True
    for where, text in _texts(content):
        if problem := unfit_in(text):
            fit = False
            log.add(*_named(content, where, place, problem))
    return fit


def _is_too_deep(content: object) -> bool:
    """Tell whether lists and objects lie too deep; of coordinates, the first tell the depth."""
    level = [content]
    for _ in range(DEEPEST + 1):
        items: list[object] = []
        for value in level:
            if isinstance(value, dict):
                items += value.values()
            elif isinstance(value, list):
                items += value[:1] if value and isinstance(value[0], list) else value
        level = [item for item in items if isinstance(item, dict | list)]
    return bool(level)


def _texts(content: object) -> Iterator[tuple[list[Any], str]]:
    """Yield each text of a value, keys with them, and the keys that lead to it."""
    waiting: list[tuple[list[Any], object]] = [([], content)]
    while waiting:
        where, value = waiting.pop()
        if isinstance(value, str):
            yield where, value
        elif isinstance(value, dict):
            waiting += [([*where, key], item) for key, item in value.items()]
            waiting += [(where, key) for key in value]
        elif isinstance(value, list) and not (value and type(value[0]) in {int, float}):
            waiting += [([*where, number], item) for number, item in enumerate(value)]


def _named(content: object, where: list[Any], place: Place, problem: str) -> tuple[Place, str]:
    """Return the place of a value, a feature or entry by its number and id, and the fault."""
    listed = where[0] == "features" if where else False
    if listed and isinstance(content, dict) and len(where) > 1:
        feature = content["features"][where[1]]
        properties = feature.get("properties") if isinstance(feature, dict) else None
        place, where = place.at(f"feature {where[1] + 1}").of(properties), where[2:]
        where = where[1:] if where[:1] == ["properties"] else where
    elif where and isinstance(where[0], int) and isinstance(content, list):
        place, where = place.at(f"entry {where[0] + 1}").of(content[where[0]]), where[1:]
    key = ".".join(map(str, where))
    return place, f'"{key}" {problem}' if key else problem


def _has_large(text: str) -> bool:
    """Tell whether a number of a text may be too large; bytes are searched faster than a text."""
    digits = text.encode().translate(_ALIKE)
    return any(number in digits for number in _LARGE)


def _hooks(text: str, problems: list[str]) -> dict[str, Any]:
    """Return how to read what JSON leaves open; numbers, only where some are long."""
    hooks: dict[str, Any] = {
        "parse_constant": lambda name: _not_json(name, problems),
        "object_pairs_hook": lambda pairs: _object(pairs, problems),
    }
    if _has_large(text):
        hooks["parse_int"] = lambda digits: _whole(digits, problems)
        hooks["parse_float"] = lambda digits: _broken(digits, problems)
    return hooks


def _object(pairs: list[tuple[str, Any]], problems: list[str]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        of = f' of "{made["id"]}"' if isinstance(made.get("id"), str) else ""
        problems.append(f'has the key "{twice}"{of} twice in one object. Remove one of the two.')
    return made


def _not_json(name: str, problems: list[str]) -> float:
    problems.append(f"holds {name}, which is not JSON. Write a number or leave the key out.")
    return 0.0


def _whole(digits: str, problems: list[str]) -> int:
    if len(digits.lstrip("-")) <= MOST_DIGITS:
        return int(digits)
    problems.append(f"holds a number of {len(digits)} digits. Write one that is right.")
    return 0


def _broken(digits: str, problems: list[str]) -> float:
    value = float(digits)
    if abs(value) < LARGEST:
        return value
    problems.append(
        f"holds the number {short(digits, 40)}, which is too large. Write one that is right."
    )
    return 0.0
