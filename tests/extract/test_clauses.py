"""Sentences and the clauses they are cut into."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.extract.clauses import Clause, cut
from kzcn.extract.predicates import Predicate
from kzcn.extract.tokens import tokenize
from tests.extract.views import view_of, words

# Each clause as "link: subject | verb, tense", with "passive" and "not" where they hold.
CLAUSES = [
    ("Peru sent a consul to Oslo in 1911.", ["main: Peru | send, past"]),
    ("A consul was sent to Oslo by Peru.", ["main: A consul | send, past passive"]),
    ("The ferry has been repaired twice.", ["main: The ferry | repair, perfect passive"]),
    ("Malta will open a school in Tunis.", ["main: Malta | open, future"]),
    ("Malta did not open the school.", ["main: Malta | open, past not"]),
    ("Lake Tana lies in Ethiopia.", ["main: Lake Tana | lie, present"]),
    ("In 1911 the Danes bought the mill.", ["main: the Danes | buy, past"]),
    ("In May 1911, after long talks, the Danes bought the mill.", ["main: the Danes | buy, past"]),
    (
        "Chile bought the mill and sold the mine.",
        ["main: Chile | buy, past", "coordinate: Chile | sell, past"],
    ),
    (
        "Chile bought the mill, and Peru sold the mine.",
        ["main: Chile | buy, past", "coordinate: Peru | sell, past"],
    ),
    (
        "The bridge, which opened in 1932, was closed by Peru.",
        ["relative: The bridge | open, past", "coordinate: The bridge | close, past passive"],
    ),
    (
        "Peru closed the bridge that Chile had built.",
        ["main: Peru | close, past", "relative: Chile | build, perfect"],
    ),
    (
        "The pact signed in Riga was torn up in 1940.",
        ["participial: The pact | sign, reduced passive", "coordinate: The pact | tear, past passive"],
    ),
    (
        "The school, founded in 1907, was moved to Lima.",
        ["participial: The school | found, reduced passive", "coordinate: The school | move, past passive"],
    ),
    (
        "Norway left the union, ending a long quarrel.",
        ["main: Norway | leave, past", "participial: Norway | end, participle"],
    ),
    (
        "Norway said that Sweden had left the union.",
        ["main: Norway | say, past", "complement: Sweden | leave, perfect"],
    ),
    (
        "After the Swedes left the union, Norway chose a king.",
        ["subordinate: the Swedes | leave, past", "coordinate: Norway | choose, past"],
    ),
    (
        "Ghana agreed to build a dam.",
        ["main: Ghana | agree, past", "infinitive: Ghana | build, infinitive"],
    ),
    (
        "The lake was drained while the war went on.",
        ["main: The lake | drain, past passive", "subordinate: the war | go, past"],
    ),
    ("A treaty of friendship between Peru and Chile.", []),
]


def told(text: str) -> list[str]:
    seen = view_of(text)
    return [
        f"{clause.link}: {words(seen, clause.subject).rstrip(' ,')} | {shown(clause.predicate)}"
        for clause in seen.clauses
    ]


def shown(verb: Predicate) -> str:
    return f"{verb.lemma}, {verb.tense}" + " passive" * verb.passive + " not" * verb.negated


@pytest.mark.parametrize(("text", "expected"), CLAUSES, ids=[text for text, _ in CLAUSES])
def test_a_sentence_is_cut_into_its_clauses(text: str, expected: list[str]) -> None:
    assert told(text) == expected


# What goes with the verb, and what stands before the subject.
RESTS = [
    ("In 1911 the Danes bought the mill.", "In 1911", "the mill ."),
    ("In May 1911, after long talks, the Danes bought the mill.", "In May 1911 , after long talks ,", "the mill ."),
    ("The Danes bought the mill in 1911 for $3 million.", "", "the mill in 1911 for $3 million ."),
]


@pytest.mark.parametrize(("text", "adverbials", "rest"), RESTS)
def test_adverbials_stand_before_the_subject_and_the_rest_after_the_verb(text: str, adverbials: str, rest: str) -> None:
    seen = view_of(text)
    (clause,) = seen.clauses
    assert (words(seen, clause.adverbials), words(seen, clause.rest)) == (adverbials, rest)


# The connective that opens the second clause, and the clause that it depends on.
OPENERS = [
    ("Peru closed the bridge that Chile had built.", "that", 0),
    ("The lake was drained while the war went on.", "while", 0),
    ("Chile bought the mill, and Peru sold the mine.", "and", 0),
    ("Norway chose a king after the Swedes left the union.", "after", 0),
]


@pytest.mark.parametrize(("text", "opener", "parent"), OPENERS)
def test_a_clause_knows_what_opens_it_and_what_it_depends_on(text: str, opener: str, parent: int) -> None:
    clause = view_of(text).clauses[1]
    assert (clause.opener, clause.parent) == (opener, parent)


def test_what_stands_in_brackets_opens_no_clause() -> None:
    assert len(view_of("The canal (which was dug in 1911) joins two lakes.").clauses) == 1


def test_a_date_after_a_closed_relative_clause_belongs_to_the_clause_resumed() -> None:
    seen = view_of("Togo bought the mine, which was old, in 1951.")
    date = next(index for index, token in enumerate(seen.tokens) if token.tag == "date")
    assert seen.clause_of(date) == 0


PIECES = (
    "the", "a", "Peru", "lake", "which", "that", "and", ",", ".", ";", "(", ")", "in", "by", "to", "was", "had",
    "will", "not", "signed", "building", "opens", "treaty", "after", "if", "1911",
)  # fmt: skip
WORDS = st.sampled_from(PIECES)


def in_order(clauses: list[Clause], length: int) -> bool:
    """The clauses follow each other without overlap, each around its verb, and depend on earlier ones."""
    bounds = [0, *(place for clause in clauses for place in (clause.first, clause.last)), length]
    return all(left <= right for left, right in pairwise(bounds)) and all(
        clause.first <= clause.predicate.first < clause.predicate.last <= clause.last
        and (clause.parent is None or clause.parent < index)
        for index, clause in enumerate(clauses)
    )


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.lists(WORDS, max_size=25))
def test_clauses_never_overlap_and_hold_their_verbs(chosen: list[str]) -> None:
    text = " ".join(chosen)
    tokens = tokenize(text, 0, len(text), [])
    assert in_order(cut(tokens), len(tokens))
