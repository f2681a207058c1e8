"""Passages: what a sentence takes over from those before it."""

from __future__ import annotations

import pytest

from kzcn.extract import extract
from kzcn.model import Claim
from kzcn.reading import read


def last(text: str) -> Claim:
    """The last claim of a text."""
    return extract(read(text.encode(), "example.txt", format="text"))[-1]


# The date of the last claim and how it was found.
DATES = [
    ("Peru opened a mine in 1911. It also opened a port in Chile.", ("1911", "inherited")),
    ("Peru opened a mine in 1911. In 1913 it closed the mine. It also opened a port in Chile.", ("1913", "inherited")),
    ("Peru opened a mine in 1911. Chile opened a port.", (None, None)),
    ("Peru opened a mine in 1911.\n\nIt also opened a port in Chile.", (None, None)),
    ("Peru bought land in 1911. Their border was 90 km long.", (None, None)),
    ("Peru opened a mine in 1911. At the same time, Chile opened a port.", ("1911", "inherited")),
    ("Peru opened a mine in 1911. During that period Chile opened a port.", ("1911", "inherited")),
    ("Peru opened a mine in 1911. Chile opened a port the following day.", ("1911", "inherited")),
    ("Peru opened a mine in 1911. At the same place Chile opened a port.", (None, None)),
    # trade goes on with trade
    ("Trade was $4 million in 1911. Exports rose to $3 million.", ("1911", "inherited")),
    ("Trade was $4 million in 1911. Exports will rise to $3 million.", (None, None)),
    ("Peru opened a mine in 1911. Exports rose to $3 million.", (None, None)),
    (
        "Trade was $4 million in 1911, from $2 million a year earlier. It also rose to $3 million.",
        ("1911", "inherited"),
    ),
    ("1911: Peru opened a mine.", ("1911", "stated")),
    ("* 4 May 1951 – Peru opened a mine.", ("1951-05-04", "stated")),
    ("1911: Peru sold a mine.\n\nChile opened a port.", (None, None)),
    ("(1911) – Peru opened a mine.", ("1911", "stated")),
]


@pytest.mark.parametrize(("text", "expected"), DATES, ids=[text for text, _ in DATES])
def test_a_sentence_that_goes_on_takes_over_the_newest_date(text: str, expected: tuple[str | None, str | None]) -> None:
    claim = last(text)
    assert (claim.date, claim.date_basis) == expected


PLACES = [
    ("Peru opened a mine in Cusco in 1911. The city also opened a school in 1913.", "Cusco"),
    ("Peru opened a mine in Cusco in 1911. The mayor also opened a school in 1913.", None),
    ("The mill in Lima is old. The mine in Cusco is old. The city also opened a school in 1913.", "Cusco"),
    ("Peru opened a mine in Cusco in 1911.\n\nThe city also opened a school in 1913.", None),
    ("Peru opened a mine in Cusco in 1911. The city also opened a school in Lima in 1913.", "Lima"),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_a_sentence_that_speaks_of_a_place_takes_over_the_one_named_before(text: str, expected: str | None) -> None:
    assert last(text).place == expected


PARTIES = [
    ("Norway met Latvia. In 1911 Peru opened a mine. In 1912 a port was opened.", ("Peru",)),
    ("Norway met Latvia. Chile waited. In 1912 a port was opened.", ("Chile",)),
    ("Norway met Latvia. Norway met Latvia.\n\nIn 1912 a port was opened.", ("Latvia", "Norway")),
    ("Norway met Latvia. In 1912 a port was opened in Chile.", ("Chile",)),
    ("Norway met Latvia. Norway met Latvia. Chile waited. The border is 90 km long.", ("Latvia", "Norway")),
    ("Norway met Latvia. Norway met Latvia. Chile met Peru. The border is 90 km long.", ("Chile", "Peru")),
    ("Norway met Latvia. Norway met Latvia. Norway waited. The border is 90 km long.", ("Norway",)),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES)
def test_a_claim_without_parties_has_those_of_its_passage_else_of_its_document(
    text: str, expected: tuple[str, ...]
) -> None:
    assert last(text).parties == expected


# The kind of the last claim.
ANSWERS = [
    ("In a 1998 survey, 68% of the Danes feared war. One thinks that 20% of the forest is gone.", "survey_share"),
    ("One thinks that 20% of the forest is gone.", "share"),
    ("In a 1998 survey, 68% of the Danes feared war. Now 20% of the forest is gone.", "share"),
    ("In a 1998 survey, 68% of the Danes feared war.\n\nOne thinks that 20% of the forest is gone.", "share"),
]


@pytest.mark.parametrize(("text", "kind"), ANSWERS)
def test_shares_who_think_something_answer_the_survey_of_their_passage(text: str, kind: str) -> None:
    assert last(text).kind == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1903 – Treaty of Arica.", [("treaty_signed", "1903")]),
        ("1903 – Treaty of Arica; Peru closed its port.", [("treaty_signed", "1903"), ("end", "1903")]),
        ("May 1951 – Formation of the Andean Bank, at first with 40 clerks.", [("founding", "1951-05")]),
        ("1903 – Peru closed its port; the treaty was read out.", [("end", "1903"), ("action", "1903")]),
        ("1903 – Battle of Arica. Nothing came of it.", [("battle", "1903")]),
        ("1903 – Peru may keep a consul in Arica.", []),
        ("3 May 1903 | Treaty of Arica, read out at once.", [("treaty_signed", "1903-05-03")]),
        ("3 May 1903 (a Sunday) – Treaty of Arica.", [("treaty_signed", "1903-05-03")]),
        ("3 May 1903. Peru closes its port.", [("end", "1903-05-03")]),
        ("3 May 1903. Battle of the dam.", [("battle", "1903-05-03")]),
        ("3 May 1903. A day of rest. Battle of the dam.", [("action", "1903-05-03")]),
        ("Night of 3 May 1903. Port closed by Peru.", [("end", "1903-05-03")]),
        ("3 May 1903      Shots at Arica.", [("action", "1903-05-03")]),
        ("3 May 1903      90      80", []),
        ("3 May 1903 – Treaty of Arica. Exports of Peru: $870,000.", [("treaty_signed", "1903-05-03")]),
        ("3 May 1903 – No extension of the treaty of Arica.", []),
        ("3 May 1903 – Expiry of the treaty of Arica unless Peru renews it.", [("treaty_ended", "1903-05-03")]),
        (
            "1903 – Sale of the canal; reopened to traffic on 5 May 1905.",
            [("opening", "1905-05-05"), ("action", "1903")],
        ),
        ("4 May 1903 | Two ships sunk by Peru. Dead: 16.", [("accident", "1903-05-04")]),
    ],
)
def test_a_dated_entry_is_told_by_its_opening_and_by_its_verbs(text: str, expected: list[tuple[str, str]]) -> None:
    found = extract(read(f"Peru and Chile\n\n{text}\n".encode(), "example.txt", format="text"))
    told = [(claim.kind, claim.date) for claim in found if claim.quantity is None]
    assert sorted(told, key=str) == sorted(expected, key=str)
