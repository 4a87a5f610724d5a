"""Files: their names, kinds and sizes, and the same bytes from the same facts."""

from __future__ import annotations

import io
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from PIL import Image

from mapgen.pictures import pictures
from tests.lessons import TASK, lesson, step

if TYPE_CHECKING:
    from mapgen.facts.folder import Geodata

LESSON = lesson(step(task=TASK))
SVG = "{http://www.w3.org/2000/svg}"


def made_of(geodata: Geodata) -> dict[str, bytes]:
    return dict(pictures(geodata, lessons=[LESSON], languages=["ar"]))


@pytest.fixture(scope="module")
def made(geodata: Geodata) -> dict[str, bytes]:
    return made_of(geodata)


def test_every_map_step_and_lesson_has_its_files(made: dict[str, bytes]) -> None:
    expected = ["pictures/reading.ar.pdf"]
    for name in ("map", "reading/01-posts"):
        expected += [f"pictures/{name}.ar.{form}" for form in ("png", "svg", "pdf")]
    assert sorted(made) == sorted(expected)


@pytest.mark.long
def test_another_process_makes_the_same_bytes(geodata: Geodata, made: dict[str, bytes]) -> None:
    """Another process has other hashes: what depends on the order of a set would differ."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        again = pool.submit(made_of, geodata).result()
    assert len(again) == 7
    assert [name for name in made if again.get(name) != made[name]] == []


def test_a_slide_is_1920_by_1080_pixels(made: dict[str, bytes]) -> None:
    for name in (each for each in made if each.endswith(".png")):
        picture = Image.open(io.BytesIO(made[name]))
        assert picture.size == (1920, 1080)
        assert picture.mode == "RGB"
        assert picture.info == {}


def test_svg_is_a_sheet_of_a4_that_asks_for_nothing(made: dict[str, bytes]) -> None:
    for name in (each for each in made if each.endswith(".svg")):
        root = ET.fromstring(made[name])  # noqa: S314 - it was made here
        assert root.tag == f"{SVG}svg"
        width, height = (
            float((root.get(key) or "").removesuffix("pt")) for key in ("width", "height")
        )
        assert (width, height) == pytest.approx((841.9, 595.3), abs=0.1)
        assert not list(root.iter(f"{SVG}text"))
        assert not list(root.iter(f"{SVG}script"))
        links = [
            value for each in root.iter() for key, value in each.items() if key.endswith("href")
        ]
        assert all(each.startswith(("#", "data:image/png")) for each in links)
        assert len(made[name]) < 1_500_000


def test_pdf_is_a_page_of_a4_without_a_date(made: dict[str, bytes]) -> None:
    for name in (each for each in made if each.endswith(".pdf")):
        document = pypdfium2.PdfDocument(made[name])
        assert len(document) == 1
        assert document[0].get_size() == pytest.approx((841.9, 595.3), abs=0.1)
        metadata = document.get_metadata_dict()
        assert metadata["Title"]
        assert not any(metadata[key] for key in ("CreationDate", "ModDate", "Producer", "Creator"))
        assert len(made[name]) < 1_500_000


def test_only_what_is_asked_for_is_made(geodata: Geodata) -> None:
    told: list[tuple[str, float]] = []
    found = pictures(
        geodata, lessons=[], languages=["tr"], formats=["svg"],
        progress=lambda name, share: told.append((name, share)),
    )  # fmt: skip
    assert [name for name, _ in found] == ["pictures/map.tr.svg"]
    assert told == [("pictures/map.tr.svg", 1.0)]
    assert list(pictures(geodata, lessons=[], whole_map=False)) == []
