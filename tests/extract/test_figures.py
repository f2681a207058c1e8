"""Sentences and the claims that their numbers make."""

from __future__ import annotations

import pytest

from kzcn.extract.dating import Dating
from kzcn.extract.draft import Draft
from kzcn.extract.figures import number_drafts, numbered_clauses, tells_all
from kzcn.extract.scene import Scene
from tests.extract.views import view_of


def drafts(text: str) -> list[Draft]:
    seen = view_of(text)
    scene = Scene(seen, Dating(seen), ("Norway", "Latvia"))
    return [draft for index, places in numbered_clauses(seen).items() for draft in number_drafts(scene, index, places)]


# The numbers that make claims, as "value unit".
COUNTED = [
    ("Peru closed nine consulates in Chile.", ["9 consulate"]),
    ("Peru closed three consulates in Chile.", []),
    ("Peru has three consulates in Chile.", ["3 consulate"]),
    ("The two countries have nine consulates.", ["9 consulate"]),
    ("The talks lasted three days.", []),
    ("The road is 90 km (56 mi) long.", ["90 km"]),
    ("The road of 90 km (two lanes) is wide.", ["90 km"]),
    ("Peru sent 28,000 students, up from 5,000 in 1913.", ["28000 person", "5000 person"]),
    ("By 1930 only 35,000 remained.", ["35000 person"]),
    ("By 1930 only 35 remained.", []),
    ("Some 4,000 Danes live in Riga.", ["4000 person"]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED, ids=[text for text, _ in COUNTED])
def test_a_number_that_counts_something_makes_a_claim(text: str, expected: list[str]) -> None:
    found = [draft.quantity for draft in drafts(text)]
    assert [f"{quantity.value} {quantity.unit}" for quantity in found if quantity] == expected


# Kind, title and measure of the first number.
CLAIMS = [
    ("Norway sold fish for $3 million in 1951.", "exports", "Exports – fish: $3 million", "fish"),
    ("Norway lent Latvia $3 million in 1951.", "loan", "Norway lent Latvia $3 million", "Latvia"),
    ("Trade fell by 8 % in 1951.", "trade_growth", "Trade fell 8 %", "Trade"),
    ("Exports grew by 8 % in 1951.", "trade_growth", "Exports grew 8 %", "Exports"),
    ("The border is 90 km long.", "border_length", "Border: 90 km", "border"),
    (
        "Norway received 40 % of the disputed land.",
        "disputed_share",
        "Share of the disputed land of Norway: 40 %",
        "share of the disputed land",
    ),
    (
        "Norway signed four agreements with Latvia in 1951.",
        "treaty_signed",
        "Norway signed 4 agreements with Latvia",
        "agreements",
    ),
    ("Some 300 students in Norway left.", "students", "About 300 students left", "students in Norway"),
    ("In a 1998 survey, war (50%) was feared most.", "survey_share", "Survey: 50 % – war", "war"),
    ("In a 1998 survey, 50% said that they feared war.", "survey_share", "Survey: 50 % – feared war", "feared war"),
    ("Norway has nine lighthouses.", "count", "Norway has 9 lighthouses", "lighthouses"),
    ("Nine lighthouses are old.", "count", "Lighthouses: 9", "lighthouses"),
]


@pytest.mark.parametrize(("text", "kind", "title", "measure"), CLAIMS, ids=[text for text, *_ in CLAIMS])
def test_a_number_says_what_it_measures(text: str, kind: str, title: str, measure: str) -> None:
    draft = drafts(text)[0]
    assert (draft.kind, draft.title, draft.measure) == (kind, title, measure)


# The dates of the numbers in order, each with how it was found.
DATES = [
    (
        "Exports rose to $5 million in 1951 and $7 million in 1952.",
        [("1951", "stated"), ("1952", "stated")],
    ),
    ("In 1951 exports rose to $5 million.", [("1951", "stated")]),
    ("The road, 77 km long, was opened in 1931.", [None]),
    ("The road was 77 km long in 1931.", [("1931", "stated")]),
    ("Sales rose to 4 tonnes in 1951; purchases fell to 3 tonnes.", [("1951", "stated"), ("1951", "inherited")]),
    ("Sales rose to 4 tonnes in 1951; purchases will fall to 3 tonnes.", [("1951", "stated"), None]),
    ("Twelve sailors drowned when a ferry sank in 1903.", [("1903", "inherited")]),
    ("They recalled 90 pilgrims crossing the pass in 1951.", [("1951", "stated")]),
    ("Trade of $5 million was lost.", [None]),
    ("$5 million for Peru (1951)", [("1951", "stated")]),
]


@pytest.mark.parametrize(("text", "expected"), DATES, ids=[text for text, _ in DATES])
def test_a_number_takes_the_date_beside_it_or_of_its_clause(text: str, expected: list[tuple[str, str] | None]) -> None:
    dates = [draft.date for draft in drafts(text)]
    assert [date and (date.edtf, date.basis) for date in dates] == expected


POLARITIES = [
    ("Norway sent 300 students to Riga.", "done"),
    ("Norway will send 300 students to Riga.", "planned"),
    ("Norway may send 300 students to Riga.", "planned"),
    ("Norway aims for 300 students.", "planned"),
    ("The goal is 300 students.", "planned"),
    ("Norway did not send 300 students to Riga.", "denied"),
    ("In a 1998 survey, 20% would leave.", "done"),
]


@pytest.mark.parametrize(("text", "expected"), POLARITIES)
def test_a_number_that_a_verb_only_allows_for_is_planned(text: str, expected: str) -> None:
    (draft,) = drafts(text)
    assert draft.polarity == expected


# Does the number at the heart of the clause leave nothing else to tell?
HEARTS = [
    ("Peru sent seven ships to Riga.", True),
    ("Peru sent a fleet with seven ships.", False),
    ("Nine ships came to Riga.", True),
    ("A fleet, nine ships strong, came to Riga.", False),
    ("Peru opened a road of 90 km.", False),
    ("Peru built 90 km of road.", True),
    ("Trade grew with Peru by 8 %.", True),
    ("With nine ships, Peru left the port.", False),
    ("Peru closed the road.", False),
]


@pytest.mark.parametrize(("text", "expected"), HEARTS)
def test_a_number_that_is_subject_or_object_tells_what_happened(text: str, expected: bool) -> None:  # noqa: FBT001 - a column
    seen = view_of(text)
    (clause,) = seen.clauses
    numbers = numbered_clauses(seen).get(0, [])
    assert tells_all(seen, clause, numbers, numbers) is expected
