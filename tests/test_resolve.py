"""What is one fact and what is not: a table of pairs, half of them traps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.kinds import kinds
from kzcn.model import Claim, Correction, DateBasis, Evidence, Fact, Qualifier, Quantity, Source
from kzcn.resolve import Resolver, resolve
from kzcn.resolve.facts import stands
from kzcn.resolve.same import asserts_same, telling_words
from kzcn.resolve.views import similar, view

_SOURCES = {name: name * 64 for name in "abc"}


def claim(kind: str, date: str | None, slots: str) -> Claim:
    """A claim from "title=…; parties=A,B; value=5 km about; source=b; at=10-20; ongoing"."""
    given = dict(slot.strip().partition("=")[::2] for slot in slots.split(";") if slot.strip())
    start, _, end = given.get("at", "0-50" if given.get("source") else "100-150").partition("-")
    evidence = Evidence(
        _SOURCES[given.get("source", "a")], (given.get("section", "History"),), int(start), int(end), ""
    )
    texts: dict[str, Any] = {key: given.get(key) for key in ("measure", "place", "instrument", "attribution")}
    return Claim(
        family=kinds()[kind].family,
        kind=kind,
        title=given.get("title", kind),
        evidence=evidence,
        date=date,
        date_basis=cast("DateBasis", given.get("basis", "stated")) if date else None,
        ongoing="ongoing" in given,
        quantity=quantity(given["value"]) if "value" in given else None,
        parties=tuple(filter(None, given.get("parties", "").split(","))),
        instrument_type=given.get("type"),
        polarity=cast("Any", given.get("polarity", "done")),
        names=tuple(filter(None, given.get("names", "").split(","))),
        **texts,
    )


def quantity(text: str) -> Quantity:
    number, unit, *qualifier = text.split()
    low, _, high = number.partition("..")
    values = [int(float(end)) if float(end).is_integer() else float(end) for end in (low, high) if end]
    chosen = cast("Qualifier", qualifier[0] if qualifier else "exact")
    return Quantity(values[0], unit, chosen, values[1] if len(values) == 2 else None)


def facts(*claims: Claim, sources: tuple[Source, ...] = ()) -> list[Fact]:
    return resolve(claims, sources)


def pairs(heading: str) -> list[tuple[Claim, Claim]]:
    """The pairs below a heading of the table beside this file."""
    table = Path(__file__).with_name("test_resolve_pairs.txt").read_text(encoding="utf-8")
    _, _, below = table.partition(f"[{heading}]\n")
    rows = below.partition("\n[")[0].strip().splitlines()
    return [_pair(*[cell.strip() for cell in row.split("|")]) for row in rows]


def _pair(kind: str, dates: str, both: str, first: str, second: str) -> tuple[Claim, Claim]:
    one, other = (None if date == "-" else date for date in dates.split(" / "))
    return claim(kind, one, f"{both}; {first}"), claim(kind, other, f"{both}; {second}")


ONE = pairs("one fact")
TWO = pairs("two facts")


@pytest.mark.parametrize(("first", "second"), ONE)
def test_claims_that_assert_the_same_are_one_fact(first: Claim, second: Claim) -> None:
    assert asserts_same(view(first), view(second))
    assert asserts_same(view(second), view(first))
    (fact,) = facts(first, second)
    assert {fact.id, *fact.aliases} == {first.id, second.id}
    assert fact.id == min(first.id, second.id)


@pytest.mark.parametrize(("first", "second"), TWO)
def test_claims_that_differ_stay_two_facts(first: Claim, second: Claim) -> None:
    assert not asserts_same(view(first), view(second))
    assert not asserts_same(view(second), view(first))
    assert {fact.id for fact in facts(first, second)} == {first.id, second.id}


def test_the_table_of_pairs_holds_as_many_traps_as_merges() -> None:
    assert len(ONE) >= 40
    assert len(TWO) >= 40


def test_what_is_agreed_on_is_what_is_signed() -> None:
    slots = "parties=Latvia,Estonia; measure=border; title="
    signed = claim("treaty_signed", "2003-04-17", slots + "Border treaty signed; type=treaty")
    agreed = claim("agreement_reached", "2003-04", slots + "Boundary agreement reached; type=agreement; at=300-350")
    (fact,) = facts(signed, agreed)
    assert (fact.kind, fact.date) == ("treaty_signed", "2003-04-17")


def test_a_coarse_date_that_two_finer_ones_fit_joins_neither() -> None:
    slots = "parties=Latvia,Estonia; measure=border; title=Border agreement signed; "
    claims = [
        claim("treaty_signed", "1997-09-04", slots),
        claim("treaty_signed", "1997-09-24", slots + "at=300-350"),
        claim("treaty_signed", "1997-09", slots + "at=500-550"),
    ]
    assert [len(fact.claims) for fact in facts(*claims)] == [1, 1, 1]


def test_the_finest_date_wins_and_the_other_claims_fill_the_empty_slots() -> None:
    slots = "parties=Latvia,Estonia; measure=border; title=Border treaty signed; "
    coarse = claim("treaty_signed", "2003-04", slots + "place=Riga; names=Robežlīgums; at=300-350")
    fine = claim("treaty_signed", "2003-04-17", slots)
    (fact,) = facts(coarse, fine)
    assert (fact.date, fact.place, fact.names) == ("2003-04-17", "Riga", ("Robežlīgums",))
    assert (fact.earliest, fact.latest) == (20030417, 20030417)


def test_copies_of_one_work_count_as_one_origin() -> None:
    told = [claim("battle", "1824", f"title=Battle of Ayacucho fought; parties=Peru; source={name}") for name in "abc"]
    copies = [Source(_SOURCES[name], name, "text", 9, origin=_SOURCES["a"]) for name in "ab"]
    (fact,) = resolve(told, [*copies, Source(_SOURCES["c"], "c", "text", 9)])
    assert (len(fact.claims), fact.origins) == (3, 2)


# date | ongoing | first day | last day
STANDS = """
1992-01-03 | no | 19920103 | 19920103
../2016 | no | 20160101 | 20161231
../2016 | yes | - | 20161231
2000/.. | no | 20000101 | 20001231
2000/.. | yes | 20000101 | -
1862/1877 | no | 18620101 | 18771231
-0035 | no | -349899 | -348769
XXXX-01-03 | no | - | -
- | no | - | -
"""


@pytest.mark.parametrize(
    ("date", "ongoing", "first", "last"), [line.split(" | ") for line in STANDS.strip().splitlines()]
)
def test_what_happened_once_stands_at_its_known_end(date: str, ongoing: str, first: str, last: str) -> None:
    expected = tuple(None if day == "-" else int(day) for day in (first, last))
    assert stands(None if date == "-" else date, ongoing=ongoing == "yes") == expected


_MIXED = [claim_ for pair in ONE + TWO for claim_ in pair]


@given(st.permutations(range(len(_MIXED))))
@settings(max_examples=8, deadline=None, derandomize=True)
def test_the_order_of_claims_does_not_matter(order: list[int]) -> None:
    shuffled = [_MIXED[at] for at in order]
    assert resolve([*shuffled, shuffled[0]], []) == resolve(_MIXED, [])


_COMPUTED = [
    claim("border_length", "2009", "title=Border; value=120 km; parties=Chad,Niger; source=a; at=300-310"),
    claim("border_water_length", "2009", "title=Water border; value=40 km; parties=Chad,Niger; source=a; at=320-330"),
    claim("treaty_in_force", "2011", "title=Border treaty; parties=Chad,Niger; source=a; at=340-350"),
]


def test_parts_resolved_one_by_one_give_what_all_claims_at_once_give() -> None:
    told = [*_MIXED, *_COMPUTED]
    resolver = Resolver([])
    parts = resolver.parts({claim_.kind for claim_ in told})
    assert len(parts) > 3
    found = [fact for part in parts for fact in resolver.facts([claim_ for claim_ in told if claim_.kind in part])]
    assert any(fact.status == "derived" for fact in found)
    assert sorted(found, key=lambda fact: fact.id) == sorted(resolve(told, []), key=lambda fact: fact.id)


def test_corrections_need_all_facts_at_once() -> None:
    corrections = [Correction("reject", "ab", "wrong")]
    assert Resolver([], corrections).parts(["visit", "loan"]) == [["loan", "visit"]]
    assert Resolver([], corrections).parts([]) == [[]]
    assert Resolver([]).parts(["visit", "loan"]) == [["loan"], ["visit"]]


_words = st.frozensets(st.sampled_from("abcdefgh"), min_size=1, max_size=6)


@given(_words, _words)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_two_tellings_that_are_nearly_alike_share_a_telling_word(first: frozenset[str], second: frozenset[str]) -> None:
    told = view(claim("river", None, "title=x"))
    one, other = (telling_words(replace(told, words=words)) for words in (first, second))
    assert not set(one).isdisjoint(other) or similar(first, second) < 0.75


def test_facts_come_in_the_order_of_time_and_undated_ones_last() -> None:
    dates = ["2003-04-17", None, "-0035", "../1537", "2003"]
    told = [
        claim("action", date, f"title=Thing {name}; at={at}-{at + 5}")
        for at, (name, date) in enumerate(zip("vwxyz", dates, strict=True))
    ]
    assert [fact.date for fact in facts(*told)] == ["-0035", "../1537", "2003", "2003-04-17", None]


def test_every_claim_is_in_one_fact() -> None:
    found = [claim_.id for fact in resolve(_MIXED, []) for claim_ in fact.claims]
    assert sorted(found) == sorted({claim_.id for claim_ in _MIXED})


def test_an_attribution_of_the_best_claim_is_kept() -> None:
    told = claim("statement", "2020", "title=Minister praised the mine; attribution=the minister")
    assert facts(told)[0].attribution == "the minister"
    assert facts(replace(told, attribution=None))[0].attribution is None
