"""What lies beside the page for those who put it into another."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from mapgen.cli import main
from mapgen.page.embedding import companions, examples, oembed, published_at, with_start
from tests.conftest import GEODATA, ROOT
from tests.markup import Tags

if TYPE_CHECKING:
    from pathlib import Path

    from mapgen.facts.folder import Geodata

ADDRESS = "https://example.org/maps/northwest-syria.html"


def build(output: Path, *more: str) -> int:
    return main(["build", "--geodata", str(GEODATA), "--output", str(output), *more])


def test_a_page_whose_address_nobody_knows_is_one_file_without_one(page: Path) -> None:
    assert [each.name for each in page.parent.iterdir()] == [page.name]
    html = page.read_text(encoding="utf-8")
    for trace in ("canonical", "og:url", "oembed"):
        assert trace not in html.split("<body>")[0]


def test_a_published_page_leads_to_its_oembed_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "map.html"
    assert build(output, "--address", ADDRESS) == 0
    beside = tmp_path / "map.oembed.json"
    assert capsys.readouterr().out.splitlines() == [str(output), str(beside)]
    assert sorted(tmp_path.iterdir()) == [output, beside]
    head = Tags(output.read_text(encoding="utf-8").split("<body>")[0])
    links = {str(each["rel"]): each for each in head.all("link")}
    assert links["canonical"]["href"] == ADDRESS
    assert links["alternate"] == {
        "rel": "alternate",
        "type": "application/json+oembed",
        "href": "https://example.org/maps/map.oembed.json",
        "title": "Northwest Syria, September 2018",
    }
    assert {"property": "og:url", "content": ADDRESS} in head.all("meta")


def test_the_address_of_the_data_counts_and_that_of_the_command_line_goes_before(
    copy: Path, tmp_path: Path
) -> None:
    path = copy / "atlas.toml"
    path.write_text(f'address = "{ADDRESS}"\n' + path.read_text("utf-8"), encoding="utf-8")
    output = tmp_path / "northwest-syria.html"
    words = ["build", "--geodata", str(copy), "--output", str(output)]
    beside = tmp_path / "northwest-syria.oembed.json"
    for address, more in [
        (ADDRESS, []),
        ("https://example.net/", ["--address", "https://example.net/"]),
    ]:
        assert main([*words, *more]) == 0
        answer = json.loads(beside.read_text(encoding="utf-8"))
        assert f'src="{address}#embed"' in answer["html"]


def test_the_answer_is_oembed_of_type_rich(geodata: Geodata) -> None:
    answer = json.loads(oembed(geodata.atlas, ADDRESS))
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert answer["title"] == answer["provider_name"] == "Northwest Syria, September 2018"
    assert answer["provider_url"] == "https://example.org/"
    markup = Tags(answer["html"])
    (frame,) = markup.all("iframe")
    assert frame["src"] == f"{ADDRESS}#embed"
    assert (frame["width"], frame["height"]) == (str(answer["width"]), str(answer["height"]))
    assert frame["title"] == answer["title"]
    assert frame["loading"] == "lazy"
    assert [each["href"] for each in markup.all("a")] == [ADDRESS]
    assert markup.all("script") == []


@pytest.mark.parametrize(
    "address",
    [
        "northwest-syria.html", "www.example.org/map.html", "//example.org/map.html",
        "ftp://example.org/map.html", "https://", "https://example.org/map.html#embed",
        "https://example.org/map.html?embed", "https://me:word@example.org/map.html",
        "https://example.org/my map.html", 'https://example.org/"><script>', "https://[::1/", "",
    ],
)  # fmt: skip
def test_a_wrong_address_is_told_and_nothing_written(
    address: str, tmp_path: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "output" / "page.html"
    rule = (
        "expected the absolute address of the page without query and fragment, "
        "such as https://example.org/northwest-syria.html."
    )
    quoted = json.dumps(address)
    assert build(output, f"--address={address}") == 1
    assert capsys.readouterr().err.splitlines()[0] == f"--address: {quoted}: {rule}"
    path = copy / "atlas.toml"
    path.write_text(f"address = '{address}'\n" + path.read_text("utf-8"), encoding="utf-8")
    assert main(["build", "--geodata", str(copy), "--output", str(output)]) == 1
    line = capsys.readouterr().err.splitlines()[0]
    assert line == f'geodata/atlas.toml: "address" is {quoted}: {rule}'
    assert not output.parent.exists()


def test_the_examples_are_the_same_each_time_and_hold_every_form(geodata: Geodata) -> None:
    page = '<html lang="en" data-start=""><p title="a & b">Map</p>'
    text = examples(geodata.atlas, "my map.html", page)
    assert text == examples(geodata.atlas, "my map.html", page)
    tags = Tags(text)
    frames = tags.all("iframe")
    assert all(each["title"] for each in frames)
    sources = [each["src"] for each in frames if "src" in each]
    assert {str(each).split("#")[0] for each in sources} == {"my%20map.html"}
    assert [each["sandbox"] for each in frames if "sandbox" in each] == ["allow-scripts"]
    (whole,) = [each["srcdoc"] for each in frames if "srcdoc" in each]
    assert whole == with_start(page, "embed&date=2017-10-01")
    (html,) = Tags(str(whole)).all("html")
    assert html["data-start"] == "embed&date=2017-10-01"
    assert "my%20map.html" in [each["href"] for each in tags.all("a")]
    elsewhere = examples(geodata.atlas, "my map.html", page, ADDRESS)
    assert "my%20map.html" not in elsewhere


def test_the_examples_do_not_take_the_place_of_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(tmp_path / "embed-examples.html", "--examples") == 1
    rule = "the page itself is called so. Give --output another name."
    assert capsys.readouterr().err.splitlines() == [
        f"--examples: embed-examples.html: {rule}",
        "1 fault. Nothing was written.",
    ]
    assert list(tmp_path.iterdir()) == []


def test_companions_are_named_after_the_page(geodata: Geodata) -> None:
    found = companions(geodata.atlas, "map.html", "<html>", address=ADDRESS, with_examples=True)
    assert list(found) == ["map.oembed.json", "embed-examples.html"]
    assert companions(geodata.atlas, "map.html", "", address=None, with_examples=False) == {}
    assert published_at("https://example.org/maps/", "map.html").oembed == (
        "https://example.org/maps/map.oembed.json"
    )


def test_scripts_template_and_documentation_give_the_same_listener() -> None:
    places = [
        "mapgen/web/share/embed.js",
        "mapgen/web/templates/snippet.html",
        "docs/embedding.md",
    ]
    found = []
    for place in places:
        text = (ROOT / place).read_text(encoding="utf-8")
        for escape, meant in (("\\`", "`"), ("\\$", "$"), ("\\\n", "")):
            text = text.replace(escape, meant)
        match = re.search(r"<script>\naddEventListener.*?</script>", text, re.DOTALL)
        assert match, place
        found.append(match[0].replace('"{{ which }}"', '"iframe"'))
    assert len(set(found)) == 1, found
    assert found[0].count("\n") <= 5
