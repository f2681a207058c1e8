"""What follows from facts, what contradicts, and which version counts."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kzcn.model import Fact, Quantity, Source
from kzcn.resolve import resolve
from kzcn.resolve.derive import uncertainty
from tests.test_resolve import claim


def derived(*lines: str) -> list[Fact]:
    """Derived facts from lines "kind | date | slots", each at its own place of one source."""
    told = []
    for at, line in enumerate(lines):
        kind, date, slots = (cell.strip() for cell in line.split("|"))
        told.append(claim(kind, None if date == "-" else date, f"{slots}; at={at * 100}-{at * 100 + 50}"))
    return [fact for fact in resolve(told, []) if fact.status == "derived"]


LAND = "border_land_length | - | title=Land; value=1000.25 km; parties=Peru,Chile"
WATER = "border_water_length | - | title=Water; value=500.5 km; parties=Peru,Chile"
TOTAL = "border_length | - | title=Border; value=1500.75 km; parties=Peru,Chile"
TRADE = "trade_turnover | 2022 | title=Trade; value=24e9 USD; parties=Peru,Chile"
GROWTH = "trade_growth | 2022 | title=Growth; value=34.1 percent; parties=Peru,Chile"
AREA = "disputed_area | - | title=Disputed area; value=3000 km2 about; parties=Peru,Chile"
SHARE = "disputed_share | - | title=Share: 22 %; value=22 percent; parties=Peru"
OTHER_SHARE = "disputed_share | - | title=Share: 78 %; value=78 percent; parties=Chile"


@pytest.mark.parametrize(
    ("lines", "kind", "date", "value", "unit", "qualifier"),
    [
        ((LAND, WATER), "border_length", None, 1500.75, "km", "exact"),
        ((TOTAL, WATER), "border_land_length", None, 1000.25, "km", "exact"),
        ((TOTAL, LAND), "border_water_length", None, 500.5, "km", "exact"),
        ((TRADE, GROWTH), "trade_turnover", "2021", 17_900_000_000, "USD", "about"),
        ((AREA, SHARE), "disputed_area", None, 700, "km2", "about"),
    ],
)
def test_what_follows_names_its_inputs(
    lines: tuple[str, ...], kind: str, date: str | None, value: float, unit: str, qualifier: str
) -> None:
    (fact,) = derived(*lines)
    quantity = fact.quantity
    assert quantity is not None
    assert (fact.kind, fact.date, quantity.value, quantity.unit, quantity.qualifier) == (
        (kind, date, value, unit, qualifier)
    )
    assert len(fact.derived_from) == 2
    assert (fact.claims, fact.conflicts, bool(fact.derivation)) == ((), (), True)


@pytest.mark.parametrize(
    "lines",
    [
        (LAND, WATER, TOTAL),
        (LAND,),
        (LAND, WATER.replace("Peru,Chile", "Norway,Sweden")),
        (TRADE,),
        (TRADE, GROWTH.replace("2022", "2021")),
        (TRADE, GROWTH, TRADE.replace("2022", "2021").replace("24e9", "18e9")),
        (TRADE, GROWTH.replace("parties", "polarity=planned; parties")),
        (TRADE, GROWTH.replace("34.1", "-100")),
        (AREA, AREA.replace("3000", "4000"), SHARE),
        (SHARE, OTHER_SHARE),
    ],
)
def test_nothing_follows_from_too_little_or_too_much(lines: tuple[str, ...]) -> None:
    assert derived(*lines) == []


def test_the_parts_of_two_sides_are_computed_apart_and_name_them() -> None:
    found = derived(AREA.replace("3000", "2500"), SHARE, OTHER_SHARE)
    shown = sorted((fact.parties, fact.quantity.value if fact.quantity else 0) for fact in found)
    assert shown == [(("Chile",), 1950), (("Peru",), 550)]
    assert sorted(fact.title for fact in found) == ["Share of Chile: about 1,950 km²", "Share of Peru: about 550 km²"]


def test_a_derived_fact_has_the_date_it_speaks_of() -> None:
    (fact,) = derived(TRADE, GROWTH)
    assert (fact.earliest, fact.latest, fact.stands_from) == (20210101, 20211231, 20210101)
    assert fact.title == "Trade turnover: about $17.9 billion"
    assert fact.derivation == "$24 billion in 2022 after growth of 34.1 %"


@pytest.mark.parametrize(
    ("value", "doubt"),
    [(37.3, "1/20"), (3150, "5"), (24_000_000_000, "500000000"), (27, "1/2"), (418.37, "1/200"), (20, "5"), (0, "1/2")],
)
def test_a_number_is_doubtful_by_half_its_last_place(value: float, doubt: str) -> None:
    assert uncertainty(Quantity(value, "km")) == Fraction(doubt)


STUDENTS = "title=Danish students; parties=Norway; measure=Danish students"


@pytest.mark.parametrize(
    ("kind", "date", "first", "second", "conflict"),
    [
        ("students", "2014", "8000 person almost", "8000 person more_than", True),
        ("students", "2014", "8000 person", "8000 person more_than", False),
        ("students", "2014", "8000 person", "9500 person", True),
        ("students", "2014", "8000 person", "8100 person", False),
        ("students", "2014", "8000 person about", "8300 person", False),
        ("students", "2014", "8000..9000 person", "8700 person", False),
        ("students", "2014", "5000 person up_to", "6000 person more_than", True),
        ("students", "2014", "8000 person", "60000 person", True),
        ("students", "2014", "8000 person", "80 person", False),
        ("trade_growth", "2014", "5 percent", "-4 percent", True),
        ("count", "2014", "5 ship", "7 ship", False),
        ("loan", "2014", "5e9 USD", "7e9 USD", False),
        ("trade_turnover", "2014", "5e9 USD", "7e9 USD", True),
        ("trade_turnover", "2014", "5e9 USD", "7e9 EUR", False),
    ],
)
def test_values_that_cannot_both_be_true_are_linked(
    kind: str, date: str, first: str, second: str, *, conflict: bool
) -> None:
    told = [
        claim(kind, date, f"{STUDENTS}; value={first}"),
        claim(kind, date, f"{STUDENTS}; value={second}; source=b"),
    ]
    one, other = resolve(told, [])
    assert (one.conflicts, other.conflicts) == (((other.id,), (one.id,)) if conflict else ((), ()))


@pytest.mark.parametrize(
    ("kind", "slots", "dates", "conflict"),
    [
        ("treaty_signed", "instrument=Lima Treaty; parties=Peru,Chile", ("1929-06-03", "1930"), True),
        ("treaty_signed", "parties=Peru,Chile", ("1929-06-03", "1930"), False),
        ("diplomatic_relations", "parties=Peru,Chile", ("1929", "1930"), True),
        ("visit", "parties=Peru,Chile", ("1929", "1930"), False),
    ],
)
def test_one_act_has_one_date(kind: str, slots: str, dates: tuple[str, str], *, conflict: bool) -> None:
    one, other = resolve([claim(kind, dates[0], slots), claim(kind, dates[1], slots + "; source=b")], [])
    assert bool(one.conflicts) == bool(other.conflicts) == conflict


def source(name: str, date: str | None, origin: str | None) -> Source:
    return Source(name * 64, name, "text", 9, date=date, origin=origin)


def test_the_value_that_more_origins_give_is_preferred() -> None:
    told = [claim("trade_turnover", "2014", f"{STUDENTS}; value=5e9 USD; source={name}") for name in "ab"]
    told.append(claim("trade_turnover", "2014", f"{STUDENTS}; value=7e9 USD; source=c"))
    ranks = {fact.origins: (fact.rank, fact.rank_reason) for fact in resolve(told, [])}
    assert ranks == {2: ("preferred", "2 independent origins against 1"), 1: ("normal", None)}


def test_a_newer_version_of_the_same_work_supersedes_the_older() -> None:
    told = [
        claim("trade_turnover", "2014", f"{STUDENTS}; value=5e9 USD; source=a"),
        claim("trade_turnover", "2014", f"{STUDENTS}; value=7e9 USD; source=b"),
    ]
    versions = [source("a", "2019", "a" * 64), source("b", "2023-05", "a" * 64)]
    ranks = {fact.claims[0].evidence.source[0]: fact.rank for fact in resolve(told, versions)}
    assert ranks == {"a": "deprecated", "b": "normal"}
    undated = [source("a", None, "a" * 64), source("b", None, "a" * 64)]
    assert {fact.rank for fact in resolve(told, undated)} == {"normal"}


def test_two_versions_of_a_work_that_date_one_event_differently_disagree() -> None:
    slots = "title=Ambassador of Peru summoned over mine; parties=Peru,Chile"
    told = [claim("protest", "2020-04-14", slots), claim("protest", "2020-05", slots + "; source=b")]
    versions = [source("a", None, "a" * 64), source("b", None, "a" * 64)]
    one, other = resolve(told, versions)
    assert (one.conflicts, other.conflicts) == ((other.id,), (one.id,))
    strangers = [source("a", None, None), source("b", None, None)]
    assert all(not fact.conflicts for fact in resolve(told, strangers))
