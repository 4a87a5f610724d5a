"""Catalogues: every text in every language, in the form that a number asks for."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from mapgen.facts.texts import read_catalogues
from mapgen.facts.translations import form_key, read_translations
from mapgen.facts.words import Words
from mapgen.faults import FaultLog
from tests.conftest import GEODATA

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.facts.folder import Geodata

FEW = 'msgctxt "sources.more.few"\nmsgid "{n} more sources"\nmsgstr "{n} مصادر إضافية"\n'


def told(folder: Path, old: str, new: str) -> list[str]:
    """Change a copy of the Arabic catalogue; return the faults."""
    shutil.copytree(GEODATA / "text", folder / "text")
    path = folder / "text/ar.po"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    log = FaultLog()
    read_catalogues(folder / "text", ("en", "ar", "tr"), log)
    return [str(each) for each in log.errors]


def test_a_language_has_plural_forms_of_its_own() -> None:
    log = FaultLog()
    catalogues = read_catalogues(GEODATA / "text", ("en", "ar", "tr"), log)
    assert log.errors == []
    forms = {
        language: {key.rpartition(".")[2] for key in texts if key.startswith("sources.more.")}
        for language, texts in catalogues.items()
    }
    assert forms["en"] == forms["tr"] == {"one", "other"}
    assert forms["ar"] == {"one", "two", "few", "many", "other"}


@pytest.mark.parametrize(
    ("new", "fault"),
    [
        (
            FEW.replace("more sources", "more origins"),
            'text "sources.more.few" is stale: en.po now says "{n} more sources".',
        ),
        (
            FEW.replace("{n} مصادر إضافية", ""),
            'text "sources.more.few" is missing. Translate "{n} more sources".',
        ),
        (FEW.replace(".few", ".several"), 'text "sources.more.several" is not in en.po.'),
        (FEW.replace("sources.more.few", "event.group.few"), 'text "event.group.few" is not in'),
    ],
)
def test_a_form_that_does_not_fit_is_told(tmp_path: Path, new: str, fault: str) -> None:
    (found,) = told(tmp_path, FEW, new)
    assert found.startswith(f"text/ar.po: {fault}")


@pytest.mark.parametrize(
    ("language", "value", "unit", "said"),
    [
        ("en", 1751, "people (545 families)", "1,751 people (545 families)"),
        ("en", 47, "percent", "47 percent"),
        ("tr", 47, "percent", "%47"),
        ("tr", 80, "percent (more than)", "%80 üzerinde"),
        ("tr", 60.2, "billion US dollars", "60,2 milyar ABD doları"),
        ("ar", 47, "percent", "47%"),
        ("ar", 13100000, "people", "13,100,000 شخص"),
        ("ar", 3003, "people", "3,003 أشخاص"),
        ("ar", 3135, "people", "3,135 شخصاً"),
        ("ar", 6, "people (at least)", "6 أشخاص على الأقل"),
        ("ar", 25, "people (more than)", "أكثر من 25 شخصاً"),
        ("ar", 38, "attacks", "38 هجوماً"),
    ],
)
def test_a_unit_agrees_with_its_number(
    geodata: Geodata, language: str, value: float, unit: str, said: str
) -> None:
    assert Words(geodata, language).quantity(value, unit) == said


def test_a_share_is_written_as_the_language_writes_it(geodata: Geodata) -> None:
    said = {each: Words(geodata, each).percent(0.5) for each in ("en", "ar", "tr")}
    assert said == {"en": "50 %", "ar": "50%", "tr": "%50"}


def test_a_form_of_a_unit_that_does_not_fit_is_told(tmp_path: Path) -> None:
    (tmp_path / "facts.tr.po").write_text(
        'msgid ""\nmsgstr "Language: tr\\n"\n\n'
        'msgid "people"\nmsgstr "kişi"\n\n'
        'msgctxt "few"\nmsgid "people"\nmsgstr "kişi"\n\n'
        'msgctxt "one"\nmsgid "attacks"\nmsgstr "saldırı"\n',
        "utf-8",
    )
    log = FaultLog()
    found = read_translations(tmp_path, "facts", ("en", "tr"), [("people", "fig-a")], log)
    assert found["tr"] == {"people": "kişi", form_key("few", "people"): "kişi"}
    place = f"{tmp_path.name}/facts.tr.po"
    assert [str(each) for each in log.faults] == [
        f'{place}: warning: "attacks" is no longer said anywhere. Remove it.',
        (
            f'{place}: warning: "people" has a form for "few", which is no plural category of '
            "this language (one). Remove it."
        ),
    ]


def test_each_language_needs_the_title_of_its_names(tmp_path: Path) -> None:
    shutil.copytree(GEODATA / "text", tmp_path / "text")
    for path in (tmp_path / "text").glob("??.po"):
        path.write_text(
            path.read_text("utf-8").replace('"table.name.tr"', '"table.name.xx"'), "utf-8"
        )
    log = FaultLog()
    read_catalogues(tmp_path / "text", ("en", "ar", "tr"), log)
    assert [str(fault) for fault in log.errors] == [
        'text/en.po: text "table.name.tr" is missing. Write the title of the column of names.'
    ]
