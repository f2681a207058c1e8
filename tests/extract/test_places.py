"""Sentences and the places that they name."""

from __future__ import annotations

import pytest

from kzcn.extract.places import located, place, sentence_place, speaks_of_place
from tests.extract.views import view_of

# The place of the only clause.
PLACES = [
    ("The envoys met in Riga.", "Riga"),
    ("The envoys met in Norway.", "Norway"),
    ("The envoys met in Norway near Riga.", "Riga"),
    ("The envoys travelled from Riga to Oslo.", "Oslo"),
    ("The envoys came from Riga.", "Riga"),
    ("In Lima, the envoys signed a pact.", "Lima"),
    ("A fleet was stationed east of Riga.", "Riga"),
    ("The treaty was signed in the town of Kalmar.", "Kalmar"),
    ("The siege of Kars lasted long.", "Kars"),
    ("The ships lay in the western Skagerrak.", "Skagerrak"),
    ("They agreed on Sudan in Riga.", "Riga"),
    ("They agreed on Sudan.", None),
    ("Oslo hosted the talks in May.", "Oslo"),
    ("Oslo praised the talks.", None),
    ("Danish troops invaded Estonia.", "Estonia"),
    ("Estonia was invaded by Danish troops.", None),
    ("Danish troops praised Estonia.", None),
    ("Riga was held by the Danes.", None),
    ("Oslo and Riga hosted the talks.", None),
    ("The rebels fled to Chad.", "Chad"),
    ("The rebels wrote to Chad.", None),
    ("The boats crossed Lake Chad.", "Lake Chad"),
    ("The boats left the Talas River.", "Talas River"),
]


@pytest.mark.parametrize(("text", "expected"), PLACES, ids=[text for text, _ in PLACES])
def test_the_surest_name_of_a_clause_is_its_place(text: str, expected: str | None) -> None:
    seen = view_of(text)
    (clause,) = seen.clauses
    assert place(seen, clause) == expected


# The place that a title may set behind "in".
LOCATED = [
    ("The envoys met in Riga.", "Riga"),
    ("The boats anchored near Lake Chad.", "Lake Chad"),
    ("The envoys travelled to Oslo.", None),
    ("The governor visited Cusco.", None),
    ("A fleet was stationed east of Riga.", None),
]


@pytest.mark.parametrize(("text", "expected"), LOCATED)
def test_only_what_happened_in_or_near_a_place_is_located_there(text: str, expected: str | None) -> None:
    seen = view_of(text)
    assert located(seen, seen.clauses[0]) == expected


# The place that a sentence lends to claims without one.
LENT = [
    ("Peru opened a mine in Lima and sold a port.", "Lima"),
    ("Peru opened a mine and sold a port in Lima.", "Lima"),
    ("Peru opened a mine in Lima and sold a port in Cusco.", "Lima"),
    ("Peru opened a mine in Chile.", None),
    ("Peru sent a letter to Cusco.", None),
    ("Talks in Lima.", "Lima"),
]


@pytest.mark.parametrize(("text", "expected"), LENT)
def test_a_sentence_lends_a_place_that_is_sure_and_no_state(text: str, expected: str | None) -> None:
    assert sentence_place(view_of(text)) == expected


SPOKEN = [
    ("The city also hosted a fair.", True),
    ("Nine boats left this lake.", True),
    ("The city of Riga hosted a fair.", False),
    ("The river Una rose.", False),
    ("A city hosted a fair.", False),
    ("The mayor hosted a fair.", False),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_a_noun_alone_takes_up_the_place_named_before(text: str, expected: bool) -> None:  # noqa: FBT001 - a column
    assert speaks_of_place(view_of(text)) is expected
