"""Sentences and what is read off their names: parties, instruments, native names, who says it."""

from __future__ import annotations

import pytest

from kzcn.extract.analysis import mentions_of
from kzcn.extract.frames import is_instrument
from kzcn.extract.slots import (
    attribution,
    instrument_at,
    instrument_type,
    main_parties,
    parties,
    parties_of_sentence,
    place_of_instrument,
    sentence_names,
)
from kzcn.reading import read
from tests.extract.views import view_of

MAIN = ("Norway", "Latvia")

PARTIES = [
    ("Peru and Chile signed a pact.", ("Peru", "Chile")),
    ("Peru wrote to Chile, and Peru waited.", ("Peru", "Chile")),
    ("The two countries signed a pact.", MAIN),
    ("The countries signed a pact.", MAIN),
    ("Each country signed a pact.", MAIN),
    ("After the fall of Norway, Chile signed a pact.", ("Chile",)),
    ("After talks with Peru, Chile signed a pact.", ("Chile", "Peru")),
    ("After the fall of Norway, a pact was signed.", ("Norway",)),
    ("Citizens of each country signed a pact.", ()),
    ("Both nations wrote to Peru.", MAIN),
    ("The pact was praised by Peru and the two countries.", (*MAIN, "Peru")),
    ("The states of Mexico signed a pact.", ("Mexico",)),
    ("The Peruvian Navy visited Chile.", ("Peruvian Navy", "Peru", "Chile")),
    ("The Danes fought the Swedes.", ("Danes", "Swedes")),
    ("The Chilean pact was ratified by the Bolivian congress.", ("Bolivia",)),
    ("The pact was ratified in Chile by the Bolivian congress.", ("Bolivia",)),
    ("The Chilean pact was ratified by two chambers.", ("Chile",)),
    ("The Chilean pact was signed by the Bolivian congress.", ("Chile", "Bolivia")),
    ("Peru signed the “Treaty between Chile and Bolivia” in Lima.", ("Peru",)),
    ('Peru signed the "Treaty between Chile and Bolivia" in Lima.', ("Peru",)),
    ("The Government of Peru and the Republic of Chile signed a pact.", ("Peru", "Chile")),
    ("The pact was signed by the Ministry of Justice of Peru.", ("Ministry of Justice of Peru", "Peru")),
    ("The Committee met the Ambassador of Cuba.", ("Cuba",)),
    ("Lima protested against the decree.", ("Peru",)),
    ("Lima and Santiago quarrelled with Peking.", ("Peru", "Chile", "China")),
    ("Lima hosted a fair.", ()),
    ("The ambassador to Quito met the press in Lima.", ("Ecuador",)),
    ("The pact was done in Peru in the French and Spanish languages.", ("Peru",)),
    ("The pact was done in Arabic and in French.", ()),
    ("Peru and Chile signed a pact, Baltic News reported.", ("Peru", "Chile")),
    ("Peru buys gas from Chile, and the two countries signed a pact.", ("Peru", "Chile")),
    ("Peru has the border with Chile, the longest in the African Union.", ("Peru", "Chile")),
    ("A ferry sank.", ()),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES, ids=[text for text, _ in PARTIES])
def test_states_peoples_and_bodies_of_a_clause_take_part(text: str, expected: tuple[str, ...]) -> None:
    seen = view_of(text)
    assert parties(seen, seen.clauses[0], MAIN) == expected


def test_both_countries_are_the_two_that_the_sentence_names() -> None:
    seen = view_of("Peru buys gas from Chile, and the two countries signed a pact.")
    assert parties(seen, seen.clauses[1], MAIN) == ("Peru", "Chile")


OF_SENTENCE = [
    ("Peru sold a mine, and Chile bought it.", ("Peru", "Chile")),
    ("Peru sold a mine to the two countries.", MAIN),
    ("The Peruvian Navy sold a mine in Lima.", ()),
    ("Peru sold mines for 9 million US dollars.", ("Peru",)),
    ("The texts in the French and English languages were sent to Peru.", ("Peru",)),
]


@pytest.mark.parametrize(("text", "expected"), OF_SENTENCE)
def test_a_sentence_lends_the_states_it_names_or_those_of_the_document(text: str, expected: tuple[str, ...]) -> None:
    assert parties_of_sentence(view_of(text), MAIN) == expected


# A document and the two parties that it is about.
MAINS = [
    ("# Chile and Peru\n\nBolivia and Bolivia met Peru. Bolivia left.", ("Chile", "Peru")),
    ("# A border\n\nBolivia met Peru. Bolivia left. Chile left. Peru left.", ("Bolivia", "Peru")),
    ("# Peru\n\nBolivia left. Chile left. Bolivia left.", ("Peru", "Bolivia")),
    ("A ferry sank in 1903.", ()),
]


@pytest.mark.parametrize(("text", "expected"), MAINS)
def test_a_document_is_about_the_parties_of_its_title_else_those_named_most(
    text: str, expected: tuple[str, ...]
) -> None:
    document = read(text.encode(), "example.md")
    assert main_parties(document, mentions_of(document)) == expected


# The proper name of the first instrument, and its sort.
INSTRUMENTS = [
    ("Peru signed the Treaty of Kalmar.", "Treaty of Kalmar", "treaty"),
    ("Peru signed a treaty.", None, "treaty"),
    ("Peru signed three protocols.", None, "protocol"),
    ("The MoU was signed.", None, "memorandum"),
    ("An accord “Protocol on Eels and Cod” was signed.", "Protocol on Eels and Cod", "accord"),
    ("An accord of “Eels and Cod” was signed.", None, "accord"),
    ("A “Protocol on Eels with Chile” was signed.", "Protocol on Eels with Chile", "protocol"),
]


@pytest.mark.parametrize(("text", "name", "sort"), INSTRUMENTS)
def test_an_instrument_has_a_sort_and_often_a_name_or_a_title_in_quotes(text: str, name: str | None, sort: str) -> None:
    seen = view_of(text)
    index = next(index for index, token in enumerate(seen.tokens) if is_instrument(token))
    assert (instrument_at(seen, index), instrument_type(seen.tokens[index])) == (name, sort)


NAMED_AFTER = [
    ("Treaty of Kalmar", "Kalmar"),
    ("Treaty of Santa Fe", "Santa Fe"),
    ("Peace of the Pyrenees", "Pyrenees"),
    ("Treaty of Friendship", None),
    ("Treaty of Peru", None),
    ("Treaty on Riga", None),
]


@pytest.mark.parametrize(("instrument", "expected"), NAMED_AFTER)
def test_an_instrument_is_named_after_a_place_but_not_after_a_matter_or_a_state(
    instrument: str, expected: str | None
) -> None:
    assert place_of_instrument(instrument) == expected


# Who says what the last clause tells.
SPEAKERS = [
    ("The minister said that Peru had left the union.", "minister"),
    ("Chile said that Peru had left the union.", "Chile"),
    ("The miller said that Peru had left the union.", None),
    ("According to the Riga Times, Peru left the union.", "Riga Times"),
    ("Peru left the union.", None),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_what_officials_and_named_bodies_say_is_theirs(text: str, expected: str | None) -> None:
    seen = view_of(text)
    assert attribution(seen, seen.clauses[-1]) == expected


def test_a_native_name_goes_with_the_clause_it_stands_in() -> None:
    seen = view_of("Peru fought a battle (卡亚俄之戰), which cost it Кальяо.")
    assert [sentence_names(seen, clause) for clause in seen.clauses] == [("卡亚俄之戰",), ("Кальяо",)]
