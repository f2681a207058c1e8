"""Runs of words and the short phrases made of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.extract.phrases import capital, complement, joined, noun_phrase, word_count
from kzcn.extract.tokens import tokenize
from tests.extract.views import view_of

# The first noun phrase with at most so many words.
NOUN_PHRASES = [
    ("the old harbour of Riga", 6, "old harbour of Riga"),
    ("the old harbour of Riga", 3, "old harbour"),
    ("the Danish-Swedish border", 6, "Danish-Swedish border"),
    ("a treaty on fishing", 6, "treaty"),
    ("support for the union in 1911", 6, "support"),
    ("bread and salt of the North Sea", 6, "bread and salt of North Sea"),
    ("bread and salt of the North Sea", 2, "bread"),
    ("in Peru's navy", 6, "Peru's navy"),
    ('the "Gateway of the North" in Riga', 6, "Gateway of North"),
    ("warm, close and fruitful ties", 6, "fruitful ties"),
    ("ties and trade", 6, "ties and trade"),
    ("Turkish Minister Ayla Kaya", 3, "Minister Ayla Kaya"),
    ("the visit of Turkish Minister Ayla Kaya to Riga", 4, "visit"),
    ("Chile, Peru and Bolivia", 6, "Chile, Peru and Bolivia"),
    ("the old “Gateway” pier", 6, "old Gateway pier"),
    ("a strong, united Danish state", 6, "united Danish state"),
    ("Togo, Benin and Ghana", 6, "Togo, Benin and Ghana"),
    ("a three-day meeting", 6, "meeting"),
    ("in the", 6, ""),
]


@pytest.mark.parametrize(("text", "most", "expected"), NOUN_PHRASES)
def test_a_noun_phrase_ends_before_a_preposition_and_drops_articles(text: str, most: int, expected: str) -> None:
    tokens = view_of(text).tokens
    assert noun_phrase(tokens, range(len(tokens)), most) == expected


# What goes with a verb, in at most so many words.
COMPLEMENTS = [
    ("support for the union in 1911", 6, "support for union"),
    ("the support of Peru for the union, a bloc", 6, "support of Peru for union"),
    ("the support of Peru for the union", 3, "support of Peru"),
    ("to Riga in May 1911 by ship", 6, "to Riga by ship"),
    ("a mine which was old", 6, "mine"),
    ("the wide northern harbour road", 2, "harbour road"),
    ("a road to the", 6, "road"),
    ("the Danish-Swedish border", 6, "Danish-Swedish border"),
    ("the “Gateway” of the North", 6, "Gateway of North"),
    ("a visit to the Bread and Salt", 3, "visit"),
    ("a pact between the lake people and the Danes", 5, "pact"),
    ("a pact between the lake people and the Danes", 6, "pact between lake people and Danes"),
    ("between the lake people and the Danes", 3, ""),
]


@pytest.mark.parametrize(("text", "most", "expected"), COMPLEMENTS)
def test_a_complement_holds_whole_phrases_without_dates(text: str, most: int, expected: str) -> None:
    tokens = view_of(text).tokens
    assert complement(tokens, range(len(tokens)), most) == expected


@pytest.mark.parametrize(
    "text", ["Peru's navy, the first of 1911", "90% of the Danish-Swedish border", "the states’ ports (two)"]
)
def test_joined_words_stand_as_they_were_written(text: str) -> None:
    assert joined(view_of(text).tokens).replace("( ", "(") == text


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    st.lists(st.sampled_from("the a Peru and of in , lake old sold – 's road".split()), max_size=12), st.integers(1, 6)
)
def test_no_phrase_has_more_words_than_asked_for(chosen: list[str], most: int) -> None:
    text = " ".join(chosen)
    tokens = tokenize(text, 0, len(text), [])
    for phrase in (noun_phrase, complement):
        assert word_count(phrase(tokens, range(len(tokens)), most)) <= most


def test_words_that_a_mark_joins_count_apart() -> None:
    assert [word_count(text) for text in ("", "Danish-Swedish", "Peru's navy", "1,500 ships")] == [0, 2, 3, 3]


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert [capital(text) for text in ("", "pact with Peru")] == ["", "Pact with Peru"]
