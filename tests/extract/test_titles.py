"""Titles composed from clauses, instruments and numbers."""

from __future__ import annotations

import pytest

from kzcn.extract import titles
from kzcn.extract.dating import Dating
from kzcn.extract.scene import Scene
from kzcn.model import Quantity
from tests.extract.views import view_of


def scene(text: str) -> Scene:
    seen = view_of(text)
    return Scene(seen, Dating(seen), ("Norway", "Latvia"))


# A sentence, where it happened, and the title of its first clause.
EVENTS = [
    ("Peru ceded its lake forts to Chile.", None, "Peru ceded lake forts to Chile"),
    ("Peru ceded its lake forts.", "Lima", "Peru ceded lake forts in Lima"),
    ("Peru ceded its forts in Lima.", "Lima", "Peru ceded forts in Lima"),
    ("Peru said so.", "Lima", "Peru said so"),
    ("Peru holds a fair.", None, "Peru held fair"),
    ("The fair is held in Lima.", None, "Fair held in Lima"),
    ("The pact has been a success.", None, "Pact has been success"),
    ("The pact is a success.", None, "Pact is success"),
    ("Norway and Latvia have had a pact.", None, "Norway and Latvia have had pact"),
    ("The two countries signed a pact.", None, "Norway and Latvia signed pact"),
    ("The Kingdom of Norway holds a fair.", None, "Norway held fair"),
    ("Ghana agreed to build a dam in the north.", None, "Ghana agreed to build dam in north"),
    (
        "The old harbour road and the new harbour bridge of Riga were closed by the mayor of the town.",
        "Riga",
        "Old harbour road and new harbour closed by mayor in Riga",
    ),
]


@pytest.mark.parametrize(("text", "place", "expected"), EVENTS, ids=[text for text, *_ in EVENTS])
def test_a_title_tells_who_did_what_in_the_past_tense(text: str, place: str | None, expected: str) -> None:
    assert titles.event_title(scene(text), 0, place) == expected


def test_a_title_writes_a_number_with_its_qualifier_and_its_unit_once() -> None:
    seen = scene("Norway sold at least 300 horses to Latvia.")
    number = next(index for index, token in enumerate(seen.view.tokens) if token.tag == "quantity")
    assert titles.event_title(seen, 0, number=number) == "Norway sold more than 300 horses to Latvia"


def test_a_title_joins_a_number_with_what_a_hyphen_joins_to_it() -> None:
    seen = scene("Norway built a 4,000-seat hall in Latvia.")
    number = next(index for index, token in enumerate(seen.view.tokens) if token.tag == "quantity")
    assert titles.event_title(seen, 0, number=number) == "Norway built 4,000-seat hall in Latvia"


def test_a_title_writes_a_qualifier_that_stands_behind_its_number_once() -> None:
    seen = scene("Norway sold 3,000 or more to Latvia.")
    number = next(index for index, token in enumerate(seen.view.tokens) if token.tag == "quantity")
    assert titles.event_title(seen, 0, number=number) == "Norway sold more than 3,000 to Latvia"


def test_a_statement_names_its_speaker_and_what_was_said() -> None:
    seen = scene("The minister of Peru said that the bridge was open.")
    assert titles.said_title(seen, 0) == "Minister of Peru said: Bridge was open"


ACTS = [
    ("Treaty on fishing", "signed", "Riga", "Treaty on fishing signed in Riga"),
    ("Treaty of Riga", "signed", "Riga", "Treaty of Riga signed"),
    ("pact between Peru and Chile", "ratified", None, "Pact ratified"),
    ("Pact, signed in May", "ended", None, "Pact ended"),
    (
        "Accord on the joint use of the waters of the northern lakes",
        "signed",
        "Riga",
        "Accord on the joint use of the waters signed in Riga",
    ),
]


@pytest.mark.parametrize(("instrument", "act", "place", "expected"), ACTS)
def test_an_act_of_an_instrument_leaves_out_its_parties(
    instrument: str, act: str, place: str | None, expected: str
) -> None:
    assert titles.act_title(instrument, act, place) == expected


DOLLARS = Quantity(4.2e9, "USD", "more_than")
NUMBERS = [
    ("Land border", Quantity(90, "km"), "", "Land border: 90 km"),
    ("Trade turnover", DOLLARS, "fish", "Trade turnover – fish: more than $4.2 billion"),
    ("Trade turnover", DOLLARS, "trade", "Trade turnover: more than $4.2 billion"),
    ("Students", Quantity(300, "student", "about"), "", "Students: about 300"),
    ("a b c d e f g h i j k l", Quantity(90, "km"), "", "A b c d e f g h i j: 90 km"),
]


@pytest.mark.parametrize(("label", "quantity", "about", "expected"), NUMBERS)
def test_a_number_stands_behind_its_label(label: str, quantity: Quantity, about: str, expected: str) -> None:
    assert titles.number_title(label, quantity, about) == expected


def test_a_share_of_those_asked_goes_with_their_answer() -> None:
    share = Quantity(68, "percent")
    assert titles.survey_title(share, "trusted their neighbours") == "Survey: 68 % – trusted their neighbours"
    assert titles.survey_title(share, None) == "Survey: 68 %"


def test_a_title_has_twelve_words_and_a_capital() -> None:
    assert titles.clipped("one " * 13) == "One" + " one" * 11


def test_the_digits_of_a_number_are_those_that_a_title_shows() -> None:
    assert (titles.plain_number(DOLLARS), titles.shown(DOLLARS)) == ("4.2", "more than $4.2 billion")
