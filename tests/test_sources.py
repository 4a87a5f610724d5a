"""The bibliography: addresses that lead to the very page, and publishers with one name."""

from __future__ import annotations

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from mapgen.cli import main
from mapgen.exports.data import sources_csl, sources_csv
from mapgen.exports.records import Records
from mapgen.facts.source_checks import bare_address, plain_name
from mapgen.links import AGENT
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapgen.facts.folder import Geodata

SOURCE = {"type": "webpage", "title": "A page", "publisher": "A paper"}


def write(folder: Path, *entries: dict[str, Any]) -> None:
    """Add entries to the bibliography, or change those whose id is there."""
    path = folder / "sources.json"
    sources = {each["id"]: each for each in json.loads(path.read_text(encoding="utf-8"))}
    sources |= {each["id"]: sources.get(each["id"], SOURCE) | each for each in entries}
    path.write_text(json.dumps(list(sources.values()), ensure_ascii=False), encoding="utf-8")


def warnings(
    folder: Path, capsys: pytest.CaptureFixture[str], *options: str, code: int = 0
) -> list[str]:
    assert main(["check", "--geodata", str(folder), *options]) == code
    lines = capsys.readouterr().err.splitlines()
    return [line for line in lines if line.startswith("geodata/sources.json")]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (
            {"URL": "https://example.org/"},
            (
                '"URL" https://example.org/ is a whole site. Give the address of the very page, or '
                'say in "custom", "address_missing" why it cannot be given.'
            ),
        ),
        (
            {"URL": "https://example.org/news?id=3&utm_source=x&fbclid=y"},
            (
                '"URL" https://example.org/news?id=3&utm_source=x&fbclid=y tracks its readers. '
                "Leave out utm_source, fbclid."
            ),
        ),
        (
            {"URL": "https://www.bit.ly/abc"},
            (
                '"URL" https://www.bit.ly/abc is shortened, and whoever shortened it can change or '
                "lose it. Give the address to which it leads."
            ),
        ),
    ],
)
def test_an_address_that_does_not_lead_to_the_page_is_told(
    copy: Path, capsys: pytest.CaptureFixture[str], entry: dict[str, Any], told: str
) -> None:
    write(copy, {"id": "new"} | entry)
    assert warnings(copy, capsys) == [f'geodata/sources.json (id "new"): warning: {told}']


@pytest.mark.parametrize(
    "entry",
    [
        {"URL": "https://example.org/?p=123"},
        {"URL": "https://example.org/news/3"},
        {"URL": "https://example.org/", "custom": {"address_missing": "read in a list of news"}},
    ],
)
def test_an_address_that_leads_to_the_page_or_says_why_not_is_right(
    copy: Path, capsys: pytest.CaptureFixture[str], entry: dict[str, Any]
) -> None:
    write(copy, {"id": "new"} | entry)
    assert warnings(copy, capsys) == []


def test_two_entries_with_one_address_are_told(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        copy,
        {"id": "one", "URL": "https://example.org/news/3"},
        {"id": "two", "URL": "http://www.example.org/news/3/#top"},
    )
    (line,) = warnings(copy, capsys)
    assert line == (
        'geodata/sources.json (id "two"): warning: "URL" http://www.example.org/news/3/#top is '
        'that of "one" as well. Make one entry of the two, or give each the address of its own '
        "page."
    )


def test_a_publisher_in_two_writings_is_told(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        copy,
        {"id": "one", "URL": "https://example.org/1", "publisher": "Al-Paper"},
        {"id": "two", "URL": "https://example.org/2", "publisher": "Al-Paper"},
        {"id": "three", "URL": "https://example.org/3", "publisher": "The al Paper.com"},
    )
    (line,) = warnings(copy, capsys)
    assert line == (
        'geodata/sources.json (id "three"): warning: publisher "The al Paper.com" is "Al-Paper" '
        "in 2 other entries. Write the name in one way."
    )


def test_a_key_that_csl_does_not_have_is_told(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(copy, {"id": "new", "custom": {"adress_missing": "slip"}})
    assert main(["check", "--geodata", str(copy)]) == 1
    assert 'unknown key "custom.adress_missing"' in capsys.readouterr().err


def test_what_makes_an_address() -> None:
    assert bare_address("https://Example.org/a?p=1") == bare_address("http://example.org/a/?p=1")
    assert bare_address("https://example.org/a?p=1") != bare_address("https://example.org/a?p=2")


def test_what_makes_a_name() -> None:
    assert plain_name("Yeni Şafak") == plain_name("yeni-safak")
    assert plain_name("Jesr Press") != plain_name("Jisr TV")
    assert plain_name("The")


class Handler(BaseHTTPRequestHandler):
    """A site with a page that refuses HEAD, one that is gone, and one that is there."""

    asked: list[tuple[str, str, str | None]]

    def _answer(self) -> None:
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        refused = self.path == "/no-head" and self.command == "HEAD"
        self.send_response(405 if refused else 404 if self.path == "/gone" else 200)
        self.end_headers()

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    Handler.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def few(copy: Path, site: str) -> Path:
    """Return a folder whose bibliography has addresses of the site alone."""
    path = copy / "sources.json"
    sources = json.loads(path.read_text(encoding="utf-8"))
    for each in sources:
        each.pop("URL", None)
        each.pop("archive_location", None)
    pages = ("there", "no-head", "gone", "خبر")
    for each, page in zip(sources, pages, strict=False):
        each["URL"] = f"{site}/{page}"
    sources[0]["archive_location"] = f"{site}/copy"
    path.write_text(json.dumps(sources, ensure_ascii=False), encoding="utf-8")
    return copy


def test_links_are_asked_and_each_failure_is_told(
    few: Path, site: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (line,) = warnings(few, capsys, "--links")
    assert line.endswith(
        f"warning: {site}/gone does not answer: status 404. Look whether the page has moved, or "
        "give a copy in archive_location."
    )
    asked = {(method, path) for method, path, _ in Handler.asked}
    assert asked == {
        ("HEAD", "/there"),
        ("HEAD", "/copy"),
        ("HEAD", "/no-head"),
        ("GET", "/no-head"),
        ("HEAD", "/gone"),
        ("GET", "/gone"),
        ("HEAD", "/%D8%AE%D8%A8%D8%B1"),
    }
    assert {agent for _, _, agent in Handler.asked} == {AGENT}


def test_a_broken_link_fails_a_strict_check(few: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(warnings(few, capsys, "--links", "--strict", code=1)) == 1


def test_no_address_is_asked_without_the_option(
    few: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert warnings(few, capsys) == []
    assert Handler.asked == []


def test_a_host_that_is_silent_is_told(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = copy / "sources.json"
    sources = json.loads(path.read_text(encoding="utf-8"))
    for each in sources:
        each.pop("URL", None)
    sources[0]["URL"] = "http://127.0.0.1:9/"
    sources[0]["custom"] = {"address_missing": "for this test"}
    path.write_text(json.dumps(sources, ensure_ascii=False), encoding="utf-8")
    (line,) = warnings(copy, capsys, "--links")
    assert "http://127.0.0.1:9/ does not answer: " in line


def test_what_is_known_of_a_source_is_given_away(copy: Path) -> None:
    import mapgen  # noqa: PLC0415 - the facts of this test alone

    kept = "https://web.archive.org/web/2018/https://example.org/1"
    write(
        copy,
        {
            "id": "daher-2018",
            "accessed": {"date-parts": [[2026, 11, 28]]},
            "archive_location": kept,
            "custom": {"address_missing": "for this test"},
        },
    )
    records = Records(mapgen.read(copy))
    (entry,) = [each for each in json.loads(sources_csl(records)) if "archive_location" in each]
    assert entry["archive_location"] == kept
    assert entry["accessed"] == {"date-parts": [[2026, 11, 28]]}
    head, *rows = sources_csv(records).splitlines()
    assert head.endswith(
        "number,publisher,title,date,url,accessed,archive_url,address_missing,leaning,license"
    )
    assert any(f"2026-11-28,{kept},true," in row for row in rows)


def test_the_evidence_counts_sources_without_an_address_of_their_own(geodata: Geodata) -> None:
    missing = [each for each in geodata.sources.values() if each.address_missing]
    text = (ROOT / "docs/evidence.md").read_text(encoding="utf-8")
    told = re.findall(r"For (\d+) sources the page could not be found", text)
    assert told == [str(len(missing))]


def test_a_reprint_is_told_by_who_published_it_first(geodata: Geodata) -> None:
    reprints = {source.published_by: source.told_by for source in geodata.sources.values()}
    assert reprints["SMART News (via MicroSyria)"] == "SMART News"
    assert reprints["Reuters via CNA"] == "Reuters"
    assert reprints["Syrian Observatory for Human Rights, via Palestine Today"] == (
        "Syrian Observatory for Human Rights"
    )
    assert not any(" via " in told_by for told_by in reprints.values())


def test_publishers_say_whose_they_are(geodata: Geodata) -> None:
    leaning = {
        source.id: geodata.leanings.get(source.told_by) for source in geodata.sources.values()
    }
    assert leaning["tass-2018-09-21"] == "state-russia"
    assert leaning["daher-2018"] is None
    assert sum(kind is not None for kind in leaning.values()) > 300


def test_a_publisher_of_nothing_is_told(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = copy / "leanings.toml"
    path.write_text(path.read_text("utf-8").replace('"TASS"', '"Tas"'), "utf-8")
    assert main(["check", "--geodata", str(copy)]) == 0
    assert (
        'geodata/leanings.toml: warning: "Tas" publishes no source. '
        "Write the name as sources.json has it." in capsys.readouterr().err
    )
