"""The tables of docs/method.md, kept between two comments each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from methods.distance import Range
    from methods.scoring import Outcome


def comparison(outcomes: Mapping[str, Mapping[str, Outcome]]) -> str:
    """Return the table of methods.

    Parameters
    ----------
    outcomes
        By method and by way of leaving out; ways may be missing.
    """
    lines = [
        (
            "| method | side: one, 10 km, 20 km | holder: one, 10 km, 20 km "
            "| first collection: side, holder | Brier | log score "
            "| calibration error: raw, fitted |"
        ),
        "|---|---|---|---|---|---|---|",
    ]
    for name, ways in outcomes.items():
        last = ways["20"]
        raw, after = last.errors
        cells = [
            name,
            *(_shares(ways, level) for level in ("side", "holder")),
            ", ".join(f"{100 * each:.1f}" for each in ways["one"].first) if "one" in ways else "-",
            f"{last.brier:.3f}",
            f"{last.log_score:.3f}",
            f"{100 * raw:.1f}, {100 * after:.1f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def distances(used: Sequence[Range], ordinary: Sequence[Range]) -> str:
    """Return the table of certainty by distance.

    Parameters
    ----------
    used, ordinary
        Of the method in use, and of ordinary kriging, over the same distances.
    """
    lines = [
        (
            "| nearest settlement | estimates | in use: stated | came true "
            "| ordinary kriging: stated | came true |"
        ),
        "|---|---|---|---|---|---|",
        *(
            f"| {one.nearest_km} to {one.farthest_km} km | {one.estimates} "
            f"| {one.stated:.1%} | {one.observed:.1%} "
            f"| {other.stated:.1%} | {other.observed:.1%} |"
            for one, other in zip(used, ordinary, strict=True)
        ),
    ]
    return "\n".join(lines)


def days(found: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the table of days.

    Parameters
    ----------
    found
        Validation by ISO date, as in geodata/derivation.json.
    """
    lines = [
        "| day | side: one, 10 km, 20 km | holder: one, 10 km, 20 km | calibration error | worst |",
        "|---|---|---|---|---|",
    ]
    for day, one in found.items():
        ways = [one["leave_one_out"], *one["left_out_blocks"].values()]
        shares = [
            ", ".join(f"{100 * each[level]['share']:.1f}" for each in ways)
            for level in ("side", "holder")
        ]
        curve = one["calibration"]
        cells = [day, *shares, f"{100 * curve['error']:.1f}", f"{100 * curve['worst']:.1f}"]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _shares(ways: Mapping[str, Outcome], level: str) -> str:
    return ", ".join(
        f"{100 * getattr(ways[way], level):.1f}" if way in ways else "-"
        for way in ("one", "10", "20")
    )


def present(report: Mapping[str, Any]) -> str:
    """Return what the evidence at hand gives: the figures of derivation.json.

    Parameters
    ----------
    report
        Content of geodata/derivation.json.
    """
    lines = [
        (
            f"{report['settlements']} settlements, {report['settlements_with_holder']} with a "
            "known holder."
        ),
        "",
        "| left out | side | holder |",
        "|---|---|---|",
        _row("one at a time", report["leave_one_out"]),
        *(
            _row(f"{edge} km squares, four layouts", found)
            for edge, found in report["left_out_blocks"].items()
        ),
    ]
    curve = report["calibration"]
    lines += [
        "",
        (
            f"Curve in use: level {curve['level']}, slope {curve['slope']}; fitted to the evidence "
            f"at hand: {curve['fitted'][0]}, {curve['fitted'][1]}."
        ),
        "",
        "| band | stated | came true | estimates |",
        "|---|---|---|---|",
        *(
            f"| {number} | {band['stated']:.1%} | {band['observed']:.1%} | {band['count']} |"
            for number, band in enumerate(curve["bands"], start=1)
        ),
        "",
        (
            f"Calibration error {100 * curve['error']:.1f} points; the worst band is off by "
            f"{100 * curve['worst']:.1f}."
        ),
    ]
    return "\n".join(lines)


MOST_PUBLISHERS = 5
"""Publishers that the table names; those after them speak alone for a handful of places."""


def publishers(report: Mapping[str, Any]) -> str:
    """Return how much hangs on single publishers.

    Parameters
    ----------
    report
        Content of geodata/derivation.json.
    """
    told = report["witnesses"]
    near, two, across = told["near"], told["two_publishers"], told["across"]
    first = told["sole"][0]["publisher"]
    return "\n".join(
        [
            f"Right within 1 km: {_share(near)}. Told by two publishers or more: {_share(two)}.",
            "",
            "| publisher | settlements that it alone tells of | ground that changes without |",
            "|---|---|---|",
            *(
                f"| {sole['publisher']} | {sole['settlements']} | {sole['ground']:.2%} |"
                for sole in told["sole"][:MOST_PUBLISHERS]
            ),
            f"| any of {len(told['sole'])} | | {told['ground']:.2%} |",
            "",
            "| told by | estimated from | right side |",
            "|---|---|---|",
            f"| {first} alone | all others | {_share(across['from_others'])} |",
            f"| all others | {first} alone | {_share(across['of_others'])} |",
        ]
    )


def _share(agreement: Mapping[str, Any]) -> str:
    share = 100 * agreement["share"]
    return f"{share:.1f} % ({agreement['right']} of {agreement['all']})"


def _row(name: str, found: Mapping[str, Mapping[str, Any]]) -> str:
    cells = [_share(found[level]) for level in ("side", "holder")]
    return f"| {name} | {' | '.join(cells)} |"


def with_table(document: str, name: str, table: str) -> str:
    """Return a document with the text between its comments of a name replaced.

    Raises
    ------
    ValueError
        If the document lacks the two comments.
    """
    pattern = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", flags=re.DOTALL)
    if not pattern.search(document):
        message = f"docs/method.md lacks the comments of {name}"
        raise ValueError(message)
    return pattern.sub(lambda found: f"{found[1]}\n{table}\n\n{found[2]}", document)
