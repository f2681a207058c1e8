"""What two versions of one work tell: merged where the words agree, linked where date or number do not."""

from __future__ import annotations

import pytest

from kzcn.model import Fact, Source
from kzcn.resolve import resolve
from tests.test_resolve import claim

VERSIONS = [Source(name * 64, name, "text", 9, origin="a" * 64) for name in "ab"]
WORKS = [Source(name * 64, name, "text", 9, origin=name * 64) for name in "ab"]
SEIZED = "title=Karelian fishermen imprisoned near lake; parties=Karelia"
PROTESTED = "protest | 2020-04-14 | title=Finnish minister complained of map; parties=Finland,Norway"
SUMMONED = "protest | 2020-05 | title=Ambassador summoned; parties=Norway; source=b"


def facts(*lines: str, sources: list[Source] = VERSIONS) -> list[Fact]:
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    return resolve([claim(kind, None if date == "-" else date, slots) for kind, date, slots in cells], sources)


@pytest.mark.parametrize(
    ("first", "second", "sources", "count"),
    [
        (f"persecution | 2020-08 | {SEIZED}", f"persecution | - | {SEIZED}; source=b", VERSIONS, 1),
        (f"persecution | 2020-08 | {SEIZED}", f"persecution | - | {SEIZED}; source=b", WORKS, 2),
        (f"persecution | 2020-08 | {SEIZED}", f"persecution | - | {SEIZED}; source=b; section=Art", VERSIONS, 2),
        (f"persecution | 2020-08 | {SEIZED}", f"persecution | - | {SEIZED},Finland; source=b", VERSIONS, 2),
        (
            f"persecution | 2020-08 | {SEIZED}",
            "persecution | - | title=Karelian poets imprisoned; parties=Karelia; source=b",
            VERSIONS,
            2,
        ),
    ],
)
def test_a_version_without_the_date_joins_the_version_that_has_it(
    first: str, second: str, sources: list[Source], count: int
) -> None:
    found = facts(first, second, sources=sources)
    assert len(found) == count
    assert found[0].date == "2020-08"


@pytest.mark.parametrize(
    ("slots", "sources", "shown"),
    [
        ("source=b; polarity=reported; attribution=historians", VERSIONS, [("reported", "historians")]),
        ("source=b; polarity=denied", VERSIONS, [("denied", None), ("done", None)]),
        ("source=b; polarity=reported", WORKS, [("done", None), ("reported", None)]),
        ("polarity=reported; at=300-350", VERSIONS, [("done", None), ("reported", None)]),
    ],
)
def test_what_one_version_only_reports_is_reported(
    slots: str, sources: list[Source], shown: list[tuple[str, str | None]]
) -> None:
    told = "founding | 1931 | title=Karelian fishermen founded league; parties=Karelia"
    found = facts(told, f"{told}; {slots}", sources=sources)
    assert sorted((fact.polarity, fact.attribution) for fact in found) == shown


@pytest.mark.parametrize(
    ("lines", "sources", "linked"),
    [
        ((PROTESTED, SUMMONED), VERSIONS, True),
        ((PROTESTED, SUMMONED), WORKS, False),
        ((PROTESTED, SUMMONED.replace("source=b", "at=300-350")), VERSIONS, False),
        ((PROTESTED, SUMMONED.replace("2020-05", "2022-05")), VERSIONS, False),
        ((PROTESTED, SUMMONED.replace("Norway", "Peru")), VERSIONS, False),
        ((PROTESTED, SUMMONED, SUMMONED.replace("2020-05", "2020-06") + "; at=300-350"), VERSIONS, False),
        ((PROTESTED.replace("protest", "visit"), SUMMONED.replace("protest", "visit")), VERSIONS, False),
    ],
)
def test_a_reaction_that_versions_date_differently_is_a_conflict(
    lines: tuple[str, ...], sources: list[Source], *, linked: bool
) -> None:
    found = facts(*lines, sources=sources)
    assert [bool(fact.conflicts) for fact in found] == [linked] * len(lines)


def test_a_digit_changed_in_one_section_is_a_conflict_also_where_another_section_agrees() -> None:
    told = "title=Finland and Karelia opened bridge of stone; parties=Finland,Karelia"
    found = facts(
        f"opening | 1931-06-03 | {told}",
        f"opening | 1931 | {told}; section=Lead; at=500-550",
        f"opening | 1931 | {told}; section=Lead; source=b; at=500-550",
        f"opening | 1937-06-03 | {told}; source=b",
    )
    assert [(fact.date, len(fact.conflicts)) for fact in found] == [("1931-06-03", 1), ("1937-06-03", 1)]
