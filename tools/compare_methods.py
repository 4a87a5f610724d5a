"""Compare ways to estimate control; write the tables and pictures of docs/method.md.

Run by ``make method``. Needs the extra packages ``method`` (pyproject.toml) and one to two
minutes; the build needs neither. The same evidence gives the same files.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import geopandas
import numpy as np
from methods import plots, words
from methods.contestants import CHOSEN, CLASSIFIER, FORMER, ORDINARY, SMOOTH, contestants
from methods.distance import by_distance
from methods.earlier import on_days
from methods.question import read_evidence
from methods.scoring import coarse, layouts, tried
from threadpoolctl import threadpool_limits

from mapgen.derivation.territory.calibration import fitted
from mapgen.derivation.territory.settings import CALIBRATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from methods.question import Evaluated, Method
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
        "--quick", action="store_true", help="without the slow classifier; writes nothing"
    )
    quick = parser.parse_args().quick
    # One thread each: sums come out the same on any machine, and sooner on a busy one.
    with threadpool_limits(1):
        _run(quick=quick)


def _run(*, quick: bool) -> None:
    asked = read_evidence(GEODATA)
    methods = contestants(asked, GEODATA / "basemap")
    if quick:
        methods = {name: each for name, each in methods.items() if not name.endswith("*")}
    outcomes = compared(asked, methods)
    print(words.comparison(outcomes))
    if not quick:
        write(asked, methods, outcomes)


def compared(asked: Evaluated, methods: Mapping[str, Method]) -> dict[str, dict[str, Outcome]]:
    """Try every method in every way.

    Parameters
    ----------
    asked
        Evidence and questions.
    methods
        By name; those with a star get few groups.
    """
    ways = layouts(asked.evidence.metres)
    few = {"20": coarse(ways["20"][:1], FEW_GROUPS)}
    result = {}
    for name, method in methods.items():
        start = time.perf_counter()
        chosen = few if name.endswith("*") else ways
        result[name] = {way: tried(method, asked, groups) for way, groups in chosen.items()}
        print(f"{name}: {time.perf_counter() - start:.1f} s", flush=True)
    return result


def write(
    asked: Evaluated,
    methods: Mapping[str, Method],
    outcomes: Mapping[str, Mapping[str, Outcome]],
) -> None:
    """Write tables into docs/method.md and pictures beside it."""
    report = json.loads((GEODATA / "derivation.json").read_text(encoding="utf-8"))
    distances = [
        by_distance(methods[CHOSEN], asked, CALIBRATION),
        by_distance(methods[ORDINARY], asked, fitted_curve(outcomes[ORDINARY])),
    ]
    text = DOCUMENT.read_text(encoding="utf-8")
    text = words.with_table(text, "comparison", words.comparison(outcomes))
    text = words.with_table(text, "distance", words.distances(*distances))
    text = words.with_table(text, "days", words.days(on_days(asked)))
    text = words.with_table(text, "figures", words.present(report))
    text = words.with_table(text, "publishers", words.publishers(report))
    DOCUMENT.write_text(text, encoding="utf-8")
    draw(asked, methods, outcomes)


def fitted_curve(ways: Mapping[str, Outcome]) -> tuple[float, float]:
    """Return the curve for a method, fitted as the derivation fits its own: on all squares."""
    squares = [found for way, found in ways.items() if way != "one"]
    return fitted(
        np.concatenate([each.share for each in squares]),
        np.concatenate([each.right for each in squares]),
    )


def draw(
    asked: Evaluated,
    methods: Mapping[str, Method],
    outcomes: Mapping[str, Mapping[str, Outcome]],
) -> None:
    """Draw the pictures of docs/method.md."""
    PICTURES.mkdir(exist_ok=True)
    whole = {name: ways for name, ways in outcomes.items() if not name.endswith("*")}
    plots.agreement(whole, PICTURES / "agreement.svg")
    curves = {
        "adaptive kernel": outcomes[FORMER]["20"].raw_bands,
        "classifier": outcomes[CLASSIFIER]["20"].raw_bands,
        "in use, as estimated": outcomes[CHOSEN]["20"].raw_bands,
        "in use, calibrated": outcomes[CHOSEN]["20"].bands,
    }
    plots.reliability(curves, PICTURES / "reliability.svg")
    shown = {
        "Nearest settlement": methods["Nearest settlement"],
        "Adaptive kernel": methods[FORMER],
        "Indicator kriging (in use)": methods[CHOSEN],
        "Smooth Gaussian process": methods[SMOOTH],
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
