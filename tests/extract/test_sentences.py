"""Whole sentences as books, papers and ministries write them, with every claim that they make."""

from __future__ import annotations

import pytest

from kzcn import reading
from kzcn.extract import extract

Told = tuple[str, str | None, float | None]
"""The kind of a claim, its date and its value."""

# A verb that goes on with a dated one shares its date, where it tells a deed.
GOING_ON: list[tuple[str, list[Told]]] = [
    (
        "Danish forces took the fort in 1567 and burnt the town.",
        [("action", "1567", None), ("action", "1567", None)],
    ),
    (
        "In 1806 the emir of Sennar was beaten and drowned in the river.",
        [("action", "1806", None), ("action", "1806", None)],
    ),
    ("Peru filed its claim in 1950 and remained calm.", [("action", "1950", None)]),
    ("Mali bought the ferry in 1950 and undertook to repair it.", [("acquisition", "1950", None)]),
]
# What an infinitive tells is done where its verb says so.
BEGUN: list[tuple[str, list[Told]]] = [
    ("Ghana began to use the dam in July 1970.", [("action", "1970-07", None)]),
    ("Latvian pilots continued to guide the ships until 1931.", [("action", "../1931", None)]),
    ("Ghana hesitated to use the dam in July 1970.", []),
]
# What was somewhere or something at a time is an event of that time; what is so stands.
BEING: list[tuple[str, list[Told]]] = [
    ("Nyerere was in Seoul for the first time in November 1970.", [("action", "1970-11", None)]),
    ("Chad has been a member since 1970.", [("membership", "1970/..", None)]),
    ("It was otherwise in 1970.", []),
]
# On a page about a border its lengths are those of the border.
BORDER_PAGE: list[tuple[str, list[Told]]] = [
    ("It runs for 219 km from the lake to the pass.", [("border_length", None, 219)]),
    ("The line follows the river Orkla for 31 km.", [("border_water_length", None, 31)]),
    ("The road to the pass is 12 km long.", [("length", None, 12)]),
]


def told(text: str) -> list[Told]:
    found = extract(reading.read(text.encode(), "example.txt", format="text"))
    return [(claim.kind, claim.date, claim.quantity.value if claim.quantity else None) for claim in found]


@pytest.mark.parametrize(("text", "expected"), [*GOING_ON, *BEGUN, *BEING])
def test_a_sentence_makes_its_claims(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), BORDER_PAGE)
def test_a_page_about_a_border_measures_the_border(text: str, expected: list[Told]) -> None:
    assert told(f"Norway–Togo border\n\n{text}\n") == expected
    assert [kind for kind, *_ in told(f"Norway and Togo\n\n{text}\n")] == ["length"]
