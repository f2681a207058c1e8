"""Names: what is one, where it ends, what sort it is, and the party it stands for."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn import names

# text -> the names in it, as (text, sort, name)
FOUND = [
    ("The Peruvian navy left Callao.", [("Peruvian", "party", "Peru"), ("Callao", "other", "Callao")]),
    ("They went to Laos and Viet Nam.", [("Laos", "party", "Laos"), ("Viet Nam", "party", "Vietnam")]),
    ("Britain's fleet", [("Britain", "party", "United Kingdom")]),
    ("The U.S. fleet met the UK’s.", [("U.S.", "party", "United States"), ("UK", "party", "United Kingdom")]),
    ("The USSR joined.", [("USSR", "party", "Soviet Union")]),
    ("Three Bulgarians fled.", [("Bulgarians", "people", "Bulgarians")]),
    ("the Crimean coast where Tatars live", [("Crimean", "other", "Crimean"), ("Tatars", "people", "Tatars")]),
    ("The Sava River floods.", [("Sava River", "place", "Sava River")]),
    ("They sailed Lake Titicaca.", [("Lake Titicaca", "place", "Lake Titicaca")]),
    ("The Treaty of Kalmar bound them.", [("Treaty of Kalmar", "instrument", "Treaty of Kalmar")]),
    ("the Battle of Lepanto", [("Battle of Lepanto", "event", "Battle of Lepanto")]),
    ("the Republic of Chile", [("Republic of Chile", "party", "Chile")]),
    ("the Government of the Republic of Mali", [("Government of the Republic of Mali", "party", "Mali")]),
    (
        "Football Federation of Ghana",
        [("Football Federation of Ghana", "organisation", "Football Federation of Ghana")],
    ),
    (
        "Embassy of the Republic of Chile",
        [("Embassy of the Republic of Chile", "organisation", "Embassy of the Republic of Chile")],
    ),
    ("the Quito Boys Choir", [("Quito Boys Choir", "other", "Quito Boys Choir")]),
    ("Foreign Minister Bode left", [("Foreign Minister Bode", "person", "Foreign Minister Bode")]),
    ("by T. Bode", [("T. Bode", "person", "T. Bode")]),
    ("the envoy to Quito Juan Bode left", [("Quito", "other", "Quito"), ("Juan Bode", "other", "Juan Bode")]),
    ("by Hans-Dieter Bode", [("Hans-Dieter Bode", "other", "Hans-Dieter Bode")]),
    ("the al-Kura strip", [("al-Kura", "other", "al-Kura")]),
    ("the Bank of Ghana lent it", [("Bank of Ghana", "organisation", "Bank of Ghana")]),
    ("Its Ministry of Transport agreed.", [("Ministry of Transport", "organisation", "Ministry of Transport")]),
    (
        "Chilean President Pedro Montt spoke.",
        [("Chilean", "party", "Chile"), ("President Pedro Montt", "person", "President Pedro Montt")],
    ),
    ("Guinea and Guinea-Bissau", [("Guinea", "party", "Guinea"), ("Guinea-Bissau", "party", "Guinea-Bissau")]),
    (
        "The Ivory Coast and Burkina Faso",
        [("Ivory Coast", "party", "Ivory Coast"), ("Burkina Faso", "party", "Burkina Faso")],
    ),
    ("a town in Trinidad and Tobago", [("Trinidad and Tobago", "party", "Trinidad and Tobago")]),
    ("the Luso–Peruvian accord", [("Luso", "party", "Portugal"), ("Peruvian", "party", "Peru")]),
    ("New Zealand and New York", [("New Zealand", "party", "New Zealand"), ("New York", "other", "New York")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_names_have_their_bounds_their_sort_and_their_party(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(mention.text, mention.sort, mention.name) for mention in names.find(text)] == expected


NOTHING = [
    "",
    "a bridge over the river",
    "In May they met.",
    "However, it rained.",
    "The 1911 war",
    "These, however, were few.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_capital_that_only_opens_a_sentence_makes_no_name(text: str) -> None:
    assert names.find(text) == []


@pytest.mark.parametrize(
    ("text", "adjective"), [("Norwegian ships", True), ("Norway sent ships", False), ("three Norwegians", False)]
)
def test_an_adjective_of_a_party_is_marked(text: str, adjective: bool) -> None:  # noqa: FBT001 - a column of the table
    (mention,) = names.find(text)
    assert mention.adjective is adjective


PARTIES = [
    ("Siam", "Thailand"),
    ("Swazi", "Eswatini"),
    ("Dahomey", "Benin"),
    ("Kampuchea", "Cambodia"),
    ("Danes", "Danes"),
    ("Atlantis", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "party"), PARTIES)
def test_a_written_form_names_its_party(text: str, party: str | None) -> None:
    assert names.party_of(text) == party


@pytest.mark.parametrize(
    ("word", "sort"),
    [
        ("River", "place"),
        ("Treaty", "instrument"),
        ("Siege", "event"),
        ("Ministry", "organisation"),
        ("Queen", "person"),
    ],
)
def test_a_head_word_says_what_a_run_of_capitals_is(word: str, sort: str) -> None:
    assert names.head_sort(word) == sort


def test_other_words_are_no_heads() -> None:
    assert names.head_sort("Tomato") is None


NATIVE = [
    ("Tokyo (東京) and Kyoto (京都市)", ("東京", "京都市")),
    ("Sofia (София) and Sofia (София) again", ("София",)),
    ("the letter Ж stands alone", ()),
    ("nothing here", ()),
]


@pytest.mark.parametrize(("text", "expected"), NATIVE)
def test_native_names_come_in_order_and_each_once(text: str, expected: tuple[str, ...]) -> None:
    assert names.native_names(text) == expected


PIECES = (
    "Peru", "Peruvian", "the", "of", "Treaty", "River", "Bank", "King", "In", "U.S.", "’s", "'s", "-", "–", ",", ".",
    "and", "Guinea", "Bissau", "New", "York", "Östersund", "ʻEua", "Ministry", "St.", "J.", "(", "\u00a0", "東京",
)  # fmt: skip
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join), st.text(max_size=80))


@settings(max_examples=200, derandomize=True, deadline=None)
@given(texts)
def test_mentions_stand_in_order_without_overlap_where_their_text_stands(text: str) -> None:
    found = names.find(text)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(mention.start < mention.end and text[mention.start : mention.end] == mention.text for mention in found)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(texts, texts)
def test_a_text_keeps_its_names_when_a_paragraph_is_put_before_it(text: str, before: str) -> None:
    moved = names.find(f"{before}.\n\n{text}")
    shift = len(before) + 3
    assert [(m.start - shift, m.text) for m in moved if m.start >= shift] == [
        (m.start, m.text) for m in names.find(text)
    ]
