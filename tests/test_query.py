from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kzcn
from kzcn.errors import BadDate, UnknownFact, UsageError
from kzcn.filters import Filters
from kzcn.query import FactRow, Facts, Rows
from tests.store.contents import write
from tests.store.example import CONTENTS, FACTS, claim, fact


@pytest.fixture(scope="module")
def facts(example: Path) -> Facts:
    return kzcn.open(example)


def titles(rows: Rows[FactRow]) -> list[str]:
    return [row.title for row in rows]


def test_the_timeline_has_dated_facts_earliest_first(facts: Facts) -> None:
    assert [row.date_shown for row in facts.timeline()] == [
        "2nd century BC",
        "27–28 Aug 663",
        "29 Dec 1949",
        "2004",
        "2009",
        "May 2011",
        "by 2016",
    ]


def test_what_is_left_out_is_counted(facts: Facts) -> None:
    rows = facts.timeline()
    assert (rows.hidden, rows.undated, rows.more) == (1, 4, 0)
    assert (facts.timeline(all=True).hidden, facts.timeline(undated=True).undated) == (0, 0)


def test_reverse_is_the_opposite_with_undated_facts_still_last(facts: Facts) -> None:
    assert titles(facts.timeline(reverse=True)) == titles(facts.timeline())[::-1]
    assert [row.date for row in facts.timeline(reverse=True, undated=True)][-4:] == [None] * 4


SELECTIONS: list[tuple[Filters, list[str]]] = [
    ({"from_": "1949", "to": "1950"}, ["29 Dec 1949"]),
    ({"to": "1 BC"}, ["2nd century BC"]),
    ({"from_": "150 BC", "to": "120 BC"}, ["2nd century BC"]),
    ({"from_": "2012"}, ["by 2016"]),
    ({"from_": "2017"}, []),
    ({"from_": "June 2011", "to": "2015"}, []),
    ({"from_": "May 2011", "to": "2015"}, ["May 2011"]),
    ({"family": "treaty"}, ["29 Dec 1949"]),
    ({"kind": "loan"}, ["2009", "May 2011"]),
    ({"kind": "loan", "limit": 1}, ["2009"]),
    ({"party": "norw"}, ["29 Dec 1949"]),
    ({"party": "%"}, []),
    ({"party": "USSR"}, ["29 Dec 1949"]),
    ({"party": "ussr"}, ["29 Dec 1949"]),
    ({"place": "geum"}, ["27–28 Aug 663"]),
    ({"about": "fisheries"}, ["by 2016"]),
    ({"about": "白江"}, ["27–28 Aug 663"]),
    ({"about": "江"}, ["27–28 Aug 663"]),
    ({"about": "treaties oslo"}, ["29 Dec 1949"]),
]


@pytest.mark.parametrize(("filters", "expected"), SELECTIONS)
def test_filters_select(facts: Facts, filters: Filters, expected: list[str]) -> None:
    assert [row.date_shown for row in facts.timeline(**filters)] == expected


def test_the_limit_says_how_many_more_there_are(facts: Facts) -> None:
    assert facts.timeline(limit=2).more == len(facts.timeline()) - 2


WRONG: list[tuple[Filters, type[Exception], str]] = [
    ({"from_": "nonsense"}, BadDate, "nonsense"),
    ({"from_": "1992", "to": "1950"}, UsageError, "lies after"),
    ({"kind": "treaty"}, UsageError, "did you mean 'treaty_signed'"),
    ({"kind": "vist"}, UsageError, "did you mean 'visit'"),
    ({"family": "xyz"}, UsageError, "there are: treaty, event"),
    ({"about": "?!"}, UsageError, "give a word"),
]


@pytest.mark.parametrize(("filters", "error", "message"), WRONG)
def test_values_that_cannot_be_right_are_refused(
    facts: Facts, filters: Filters, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        facts.timeline(**filters)


def test_where_nothing_matches_the_nearest_names_are_told(facts: Facts) -> None:
    assert facts.timeline(place="Olso").near == ("Oslo",)
    assert facts.timeline(party="norwya").near == ("Norway",)
    assert facts.timeline(place="Oslo").near == ()
    assert facts.timeline(place="Oslo", from_="1999").near == ()
    assert facts.timeline(place="Xyzzy").near == ()


Interval = tuple[int | None, int | None]
"""First and last year; None where open."""


def _forward(first: int | None, last: int | None) -> Interval:
    return (first, last) if first is None or last is None or first <= last else (last, first)


YEARS = st.none() | st.integers(1900, 2000)
INTERVALS = st.builds(_forward, YEARS, YEARS)


@given(st.lists(INTERVALS, max_size=8), INTERVALS)
@settings(max_examples=15, derandomize=True, deadline=None)
def test_the_timeline_has_what_overlaps_in_the_order_of_its_beginning(stands: list[Interval], asked: Interval) -> None:
    stated = [claim("visit", "event", f"Visit {number}", number * 50) for number in range(len(stands))]
    made = [fact([item], _days(interval)) for item, interval in zip(stated, stands, strict=True)]
    filters: Filters = {}
    if asked[0] is not None:
        filters["from_"] = str(asked[0])
    if asked[1] is not None:
        filters["to"] = str(asked[1])
    with TemporaryDirectory() as folder:
        write(Path(folder) / "a.sqlite", CONTENTS._replace(claims=tuple(stated)), made)
        with kzcn.open(Path(folder) / "a.sqlite") as facts:
            found = [row.id for row in facts.timeline(**filters)]
    low, high = asked[0] or 0, asked[1] or 9999
    expected = [
        (first or 0, last or 9999, number)
        for number, (first, last) in enumerate(stands)
        if (first, last) != (None, None) and (first or 0) <= high and (last or 9999) >= low
    ]
    assert found == [made[number].id for _, _, number in sorted(expected)]


def _days(years: Interval) -> Interval:
    first, last = years
    return None if first is None else first * 10_000 + 101, None if last is None else last * 10_000 + 1231


def test_an_unknown_filter_is_refused(facts: Facts) -> None:
    with pytest.raises(UsageError, match="no such filter: colour"):
        facts.timeline(colour="red")  # type: ignore[call-arg]


def test_the_border_comes_in_sections_with_its_sum_checked(facts: Facts) -> None:
    rows = facts.border()
    assert [(row.section, row.kind) for row in rows] == [
        ("Length", "border_length"),
        ("Length", "border_land_length"),
        ("Length", "border_water_length"),
        ("Boundary treaties", "treaty_signed"),
        ("Waters and crossings", "river"),
    ]
    assert rows.notes == (("Length", "Check: land 43 + water 152.7 = 195.7 km, the total"),)


def test_trade_adds_up_what_is_alike(facts: Facts) -> None:
    rows = facts.trade()
    assert [row.section for row in rows] == ["Investments", "Loans and grants", "Loans and grants"]
    assert rows.notes == (("Loans and grants", "Loans named here with a date, together: $450 million (2 amounts)"),)


def test_search_finds_other_forms_and_other_scripts(facts: Facts) -> None:
    for text, title in [
        ("invest", "More than $2 billion invested in fisheries"),
        ("Пасвик", "The Pasvik flows along the border"),
        ("umea", "About 7,700 students in Umeå"),
        ("白", "Battle of Baekgang"),
        ("loans", "Loan of $300 million"),
    ]:
        assert title in titles(facts.search(text)), text


def test_figures_and_treaties_hold_their_family_only(facts: Facts) -> None:
    assert {row.family for row in facts.figures()} == {"figure"}
    assert {row.family for row in facts.treaties()} == {"treaty"}


def test_a_row_as_a_dictionary_has_every_field(facts: Facts) -> None:
    assert tuple(facts.timeline().to_dicts()[0]) == FactRow._fields


def test_a_fact_has_both_of_its_sources(facts: Facts) -> None:
    (row,) = facts.treaties()
    assert (row.sources, row.origins) == ((1, 2), 2)


def test_ids_aliases_and_their_beginnings_name_a_fact(facts: Facts) -> None:
    treaty = next(fact for fact in FACTS if fact.aliases)
    for name in (treaty.id, treaty.id[:6], treaty.aliases[0], treaty.aliases[0][:6].upper()):
        assert facts.fact_id(name) == treaty.id


@pytest.mark.parametrize("name", ["", "zz", "0000000000000", "%"])
def test_an_unknown_id_is_refused(facts: Facts, name: str) -> None:
    with pytest.raises(UnknownFact, match="no fact has the id"):
        facts.fact_id(name)


def test_an_ambiguous_id_names_the_candidates(facts: Facts) -> None:
    first = [fact.id[0] for fact in FACTS]
    shared = next(digit for digit in first if first.count(digit) > 1)
    with pytest.raises(UnknownFact, match="facts have ids that begin with") as refused:
        facts.fact_id(shared)
    assert {name[0] for name in re.findall(r"\b[0-9a-f]{12}\b", str(refused.value))} == {shared}


def test_the_export_has_every_fact_with_its_evidence(facts: Facts) -> None:
    records = list(facts.export())
    assert [record["id"] for record in records] == [fact.id for fact in FACTS]
    treaty = next(record for record in records if record["aliases"])
    assert [(piece["date"], piece["start"], piece["date_span"]) for piece in treaty["evidence"]] == [
        ("1949-12-29", 200, [200, 204]),
        ("1949", 40, [40, 44]),
    ]
    assert all("quote" not in piece for record in records for piece in record["evidence"])


def test_show_adds_what_a_person_wants_beside(facts: Facts) -> None:
    loan = next(fact for fact in FACTS if fact.kind == "loan")
    (record,) = facts.show([loan.id[:8]])
    assert (record["date_shown"], record["value_shown"]) == ("2009", "$300 million")
    assert record["evidence"][0]["source_name"] == "rivers.txt"
    assert record["evidence"][0]["cited"][0]["authors"] == ["A. Berg"]


def test_sources_and_info_tell_what_the_database_holds(facts: Facts) -> None:
    assert [(row.no, row.name, row.claims, row.citations) for row in facts.sources()] == [
        (1, "rivers.txt", 12, 1),
        (2, "注.txt", 1, 0),
    ]
    told = {row.about: row.value for row in facts.info()}
    assert told["as of"] == "May 2011"
    assert (told["facts"], told["claims"], told["first year"], told["last year"]) == ("12", "13", "200 BC", "2016")
