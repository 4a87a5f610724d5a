"""Compare ways to estimate control; write the tables and pictures of docs/method.md.

Run by ``make method``. Needs the extra packages ``method`` (pyproject.toml) and about two
minutes; the build needs neither. The same evidence gives the same files.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas
from methods import plots, words
from methods.contestants import CHOSEN, CLASSIFIER, FORMER, contestants
from methods.distance import by_distance
from methods.question import read_evidence
from methods.scoring import coarse, layouts, tried

if TYPE_CHECKING:
    from methods.question import Evaluated
    from methods.scoring import Outcome

ROOT = Path(__file__).resolve().parent.parent
GEODATA = ROOT / "geodata"
DOCUMENT = ROOT / "docs" / "method.md"
PICTURES = ROOT / "docs" / "method"

FEW_GROUPS = 6
"""Groups for methods marked with a star: squares put together, one layout only."""


def main() -> None:
    """Read the command line, compare and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--settlements",
        type=Path,
        default=GEODATA / "settlements.geojson",
        help="evidence; with another file than the project's nothing is written",
    )
    parser.add_argument("--quick", action="store_true", help="without the slow classifier")
    arguments = parser.parse_args()
    asked = read_evidence(arguments.settlements)
    outcomes = compared(asked, quick=arguments.quick)
    print(words.comparison(outcomes))
    if arguments.settlements == GEODATA / "settlements.geojson" and not arguments.quick:
        write(asked, outcomes)


def compared(asked: Evaluated, *, quick: bool) -> dict[str, dict[str, Outcome]]:
    """Try every method in every way.

    Parameters
    ----------
    asked
        Evidence and questions.
    quick
        Leave out the methods marked with a star.
    """
    ways = layouts(asked.evidence.metres)
    few = {"20": coarse(ways["20"][:1], FEW_GROUPS)}
    result = {}
    for name, method in contestants(asked, GEODATA / "basemap").items():
        starred = name.endswith("*")
        if starred and quick:
            continue
        start = time.perf_counter()
        chosen = few if starred else ways
        result[name] = {way: tried(method, asked, groups) for way, groups in chosen.items()}
        print(f"{name}: {time.perf_counter() - start:.1f} s")
    return result


def write(asked: Evaluated, outcomes: dict[str, dict[str, Outcome]]) -> None:
    """Write tables into docs/method.md and pictures beside it."""
    report = json.loads((GEODATA / "derivation.json").read_text(encoding="utf-8"))
    text = DOCUMENT.read_text(encoding="utf-8")
    text = words.with_table(text, "comparison", words.comparison(outcomes))
    text = words.with_table(text, "distance", words.distances(by_distance(asked.evidence)))
    text = words.with_table(text, "figures", words.present(report))
    DOCUMENT.write_text(text, encoding="utf-8")
    PICTURES.mkdir(exist_ok=True)
    whole = {name: ways for name, ways in outcomes.items() if not name.endswith("*")}
    plots.agreement(whole, PICTURES / "agreement.svg")
    curves = {
        "adaptive kernel": outcomes[FORMER]["20"].raw_bands,
        "classifier": outcomes[CLASSIFIER]["20"].raw_bands,
        "kriging, as estimated": outcomes[CHOSEN]["20"].raw_bands,
        "kriging, calibrated": outcomes[CHOSEN]["20"].bands,
    }
    plots.reliability(curves, PICTURES / "reliability.svg")
    methods = contestants(asked, GEODATA / "basemap")
    shown = {
        "Nearest settlement": methods["Nearest settlement"],
        "Adaptive kernel": methods[FORMER],
        "Indicator kriging": methods[CHOSEN],
        "Smooth Gaussian process": methods["Gaussian process, smooth (Matérn 1.5), 20 km"],
    }
    land = geopandas.read_file(GEODATA / "basemap" / "land.geojson")
    syria = land.geometry[land["kind"] == "syria"].union_all()
    plots.maps(shown, asked, plots.Ground(syria, colours()), PICTURES / "maps.png")


def colours() -> dict[str, str]:
    """Return the colour of each holder; shared ground has the mean of both."""
    actors = json.loads((GEODATA / "actors.json").read_text(encoding="utf-8"))
    fill = {each["id"]: each["colour"]["fill"] for each in actors["actors"] if each.get("colour")}
    result = dict(fill)
    for holder in actors["holders"]:
        parts = [fill[each] for each in holder["id"].split("+") if each in fill]
        if parts:
            mean = [
                sum(int(part[at : at + 2], 16) for part in parts) // len(parts) for at in (1, 3, 5)
            ]
            result[holder["id"]] = "#" + "".join(f"{each:02x}" for each in mean)
    return result


if __name__ == "__main__":
    main()
