"""Terms: what texts avoid is found, and the glossary says the same as the check."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from mapgen.facts.languages import LANGUAGES
from mapgen.facts.reading import read_with_warnings
from mapgen.facts.term_checks import own_texts
from mapgen.facts.terms import Term, read_terms, unquoted
from mapgen.faults import FaultLog
from tests.conftest import GEODATA, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.facts.folder import Geodata

TERMS = read_terms(GEODATA / "text/terms.toml", FaultLog())

JUDGEMENTS = {
    "en": (
        r"(?i)\b(?:terror\w*|jihad\w*|regimes?|martyr\w*|liberat\w*|invad\w*|invasions?|militias?"
        r"|rebels?|occup(?:y|ies|ied|ation)|mercenar\w*|massacre\w*|genocid\w*|extremis\w*"
        r"|radical\w*|separatis\w*|cleans\w*|hero(?:es|ic)?|gangs?)\b"
    ),
    "ar": (
        r"إرهاب|جهادي|(?<!\w)(?:وا|با|ا)?لنظام(?!\w)|شهيد|شهداء|تحرير|محرر|غزو|غزاة|ميليشي|مليشي|احتلال"
        r"|اجتياح|تحتل|محتل|مرتزق|شبيح|مجزرة|إبادة|مجاهد|متطرف|انفصالي|تطهير"
    ),
    "tr": (
        r"(?i)\b(?:terör\w*|cihat\w*|rejim\w*|şehit\w*|kurtarıl\w*|kurtuluş\w*|özgürleş\w*|işgal\w*"
        r"|milis\w*|isyancı\w*|katliam\w*|soykırım\w*|mücahit\w*|aşırı\w*|radikal\w*|bölücü\w*"
        r"|çete\w*)"
    ),
}
"""Words of judgement by language: the map says them only as quotations of whoever uses them."""

NAMES = re.compile(
    r"(?:National|Syrian) Liberation Front|Hayat Tahrir|lists? \w+ as a terrorist group"
    r"|listed (?:it|HTS) as a terrorist group|Ulusal Kurtuluş Cephesi|Suriye Kurtuluş Cephesi"
    r"|terör örgütleri listesi|(?:هيئة|جبهة) تحرير (?:الشام|سوريا)|الوطنية للتحرير|«تحرير الشام»"
    r"|على قائمة المنظمات الإرهابية|ميرزة الشهيد"
)
"""Names of organisations and places, and listings by a state, which hold such words."""


class Row(NamedTuple):
    """A row of the glossary: the forms by language, those to avoid."""

    use: dict[str, str]
    avoid: set[str]


def glossary() -> list[Row]:
    lines = (ROOT / "docs/glossary.md").read_text("utf-8").splitlines()
    cells = [
        line.strip("| ").split(" | ") for line in lines if re.match(r"\| (?!English \|)", line)
    ]
    return [
        Row(dict(zip(LANGUAGES, row, strict=False)), set(re.findall(r"\*([^*]+)\*", row[-1])))
        for row in cells
    ]


def test_each_term_has_its_row_in_the_glossary() -> None:
    assert TERMS
    for term in TERMS:
        rows = [row for row in glossary() if set(term.avoid) <= row.avoid]
        assert [row for row in rows if term.use in row.use[term.language]], term


def test_the_check_knows_each_form_that_the_glossary_marks() -> None:
    known = [form for term in TERMS for form in term.avoid]
    assert sorted(known) == sorted(form for row in glossary() for form in row.avoid)
    assert len(known) == len(set(known))


def test_the_glossary_has_three_languages_in_each_row() -> None:
    rows = glossary()
    assert len(rows) > 60
    assert all(len(row.use) == len(LANGUAGES) for row in rows)
    assert all(re.search(r"[\u0600-\u06ff]", row.use["ar"]) for row in rows)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Airstrikes on two towns", "Airstrikes"),
        ("en", "An air strike on two towns", None),
        ("en", 'What the paper calls "an airstrike"', None),
        ("en", "Their airstrikers", None),
        ("ar", "وبضربة جوية", "ضربة جوية"),
        ("ar", "«ضربة جوية»", None),
        ("tr", "hava akınları", "hava akın"),
        ("tr", "İki hava akını", "hava akın"),
        ("tr", "ihava akını", None),
        ("en", "ضربة جوية", None),
    ],
)
def test_a_form_to_avoid_is_found(language: str, text: str, found: str | None) -> None:
    forms = [term.found_in(text) for term in TERMS if term.language == language]
    assert [form for form in forms if form] == ([found] if found else [])


def test_a_term_does_not_avoid_what_it_uses(tmp_path: Path) -> None:
    path = tmp_path / "terms.toml"
    path.write_text('[[terms]]\nlanguage = "en"\navoid = ["post"]\nuse = "guard post"\n', "utf-8")
    log = FaultLog()
    assert read_terms(path, log) == ()
    assert '"guard post" contains a form to avoid' in str(log.errors[0])


def test_a_file_that_is_no_toml_is_told(tmp_path: Path) -> None:
    (tmp_path / "terms.toml").write_text("[[terms", "utf-8")
    log = FaultLog()
    assert read_terms(tmp_path / "terms.toml", log) == ()
    assert "is not TOML" in str(log.errors[0])
    assert read_terms(tmp_path / "none.toml", log) == ()


def test_texts_of_each_kind_are_checked(tmp_path: Path) -> None:
    """Each file that holds texts says a form to avoid; the real ones say none."""
    folder = tmp_path / "geodata"
    shutil.copytree(GEODATA, folder)
    changes = {
        "text/en.po": ('msgid "Air strike"', 'msgid "Airstrike"'),
        "text/ar.po": ('msgid "Air strike"\nmsgstr "غارة', 'msgid "Airstrike"\nmsgstr "ضربة'),
        "text/tr.po": ('msgid "Air strike"', 'msgid "Airstrike"'),
        "text/facts.tr.po": ('msgstr "', 'msgstr "Deaş: '),
        "atlas.toml": ("No one published exact front lines", "No one published frontlines"),
        "actors.json": ('"ar": "تنظيم الدولة"', '"ar": "داعش"'),
    }
    for name, (old, new) in changes.items():
        path = folder / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    _, warnings = read_with_warnings(folder, derived=True)
    found = {str(fault.place.file) for fault in warnings if "text/terms.toml" in fault.message}
    assert {name.rpartition("/")[2] for name in found} == {
        "en.po",
        "ar.po",
        "facts.tr.po",
        "atlas.toml",
        "actors.json",
    }


def test_the_facts_as_they_are_avoid_them() -> None:
    _, warnings = read_with_warnings(GEODATA, derived=True)
    assert [str(each) for each in warnings if "terms.toml" in each.message] == []


def test_a_term_keeps_its_words() -> None:
    term = Term(language="en", avoid=("frontline",), use="front line")
    assert term.found_in("Front lines and frontlines") == "frontlines"


def judgements_in(text: str, language: str) -> list[str]:
    return re.findall(JUDGEMENTS[language], NAMES.sub("", unquoted(text)))


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Militias of the regime took the town", ["Militias", "regime"]),
        ("en", 'He calls them "terrorists"', []),
        ("en", "The National Liberation Front held it", []),
        ("en", "The town was liberated", ["liberated"]),
        ("ar", "قوات النظام", ["النظام"]),
        ("ar", "هيئة تحرير الشام", []),
        ("ar", "بعد تحرير البلدة", ["تحرير"]),
        ("tr", "Rejim güçleri", ["Rejim"]),
        ("tr", "“rejim” sözü", []),
        ("tr", "Kasaba kurtarıldı", ["kurtarıldı"]),
    ],
)
def test_a_word_of_judgement_is_found(language: str, text: str, found: list[str]) -> None:
    assert judgements_in(text, language) == found


def test_the_map_judges_no_one_in_its_own_voice(geodata: Geodata) -> None:
    said = [
        (str(each.place), each.text, judgements_in(each.text, each.language))
        for each in own_texts(geodata)
    ]
    assert {each.language for each in own_texts(geodata)} == set(LANGUAGES)
    assert [each for each in said if each[2]] == []
