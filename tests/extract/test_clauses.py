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
    ("Peru and Chile both claim the islet; talks began in 1911.", ["main: talks | begin, past"]),
    ("Peru; Chile; and Fiji sent a consul.", ["main: Peru ; Chile ; and Fiji | send, past"]),
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
    # nouns that are verbs elsewhere
    ("Peru signed a grain swap deal.", ["main: Peru | sign, past"]),
    (
        "Two memoranda of understanding in Latin were lost.",
        ["main: Two memoranda of understanding in Latin | lose, past passive"],
    ),
    ("A court issued a boundary ruling in 1911.", ["main: A court | issue, past"]),
    ("Cultural ties improved in 1911.", ["main: Cultural ties | improve, past"]),
    ("Malta backed each other's bids for the games.", ["main: Malta | back, past"]),
    (
        "The lake rises in the hills, half of which lie in Peru.",
        ["main: The lake | rise, present", "relative: half of | lie, present"],
    ),
    ("Norway and Malta trade a herring.", ["main: Norway and Malta | trade, present"]),
    ("The pact dates back to 1911.", ["main: The pact | date, present"]),
    ("The Khan rose to power in 1911.", ["main: The Khan | rise, past"]),
    (
        "The banks which trade in Oslo closed.",
        ["relative: The banks | trade, present", "coordinate: The banks | close, past"],
    ),
    ("Nepal claims the strip.", ["main: Nepal | claim, present"]),
    ("Oil swaps between Iran and Nepal began.", ["main: Oil swaps between Iran and Nepal | begin, past"]),
    ("Iran seized four English ships in the Sound.", ["main: Iran | seize, past"]),
    (
        "The firm, which drills for oil, left.",
        ["relative: The firm | drill, present", "coordinate: The firm | leave, past"],
    ),
    ("They have since come back.", ["main: They | come, perfect"]),
    # participles that are prepositions
    ("In 1911, compared to 1905, trade fell.", ["main: trade | fall, past"]),
    ("A survey took place starting from 1911.", ["main: A survey | take, past"]),
    # helpers apart from their verb
    ("Peru had in May 1911 annexed the lake.", ["main: Peru | annex, perfect"]),
    (
        "The league that was to last for years ended.",
        ["relative: The league | last, future", "coordinate: The league | end, past"],
    ),
    # participles and the verb they leave waiting
    ("Sales to the Danes rose by 4% in 1911.", ["main: Sales to the Danes | rise, past"]),
    ("Sales to the Danes increased by about 4% in 1911.", ["main: Sales to the Danes | increase, past"]),
    (
        "A barque called Vega sank near Oslo.",
        ["participial: A barque | call, reduced passive", "coordinate: A barque | sink, past"],
    ),
    (
        "The pact signed by Chile and Peru in 1911 defines the border.",
        ["participial: The pact | sign, reduced passive", "coordinate: The pact | define, present"],
    ),
    (
        "By 1911, the Vega, a barque built in Oslo, had sunk.",
        ["participial: a barque | build, reduced passive", "coordinate: the Vega , a barque | sink, perfect"],
    ),
    (
        "Since 1911, the border, originally drawn by a Dane, has moved.",
        ["participial: the border | draw, reduced passive", "coordinate: the border | move, perfect"],
    ),
    (
        "The line, first promised in 1911, opened in 1932.",
        ["participial: The line | promise, reduced passive", "coordinate: The line | open, past"],
    ),
    (
        "The mill, near Oslo, started up in 1911 and has made flour.",
        ["main: The mill , near Oslo | start, past", "coordinate: The mill , near Oslo | make, perfect"],
    ),
    (
        "The talks are the work of the council, set up by Peru.",
        ["main: The talks | be, present", "participial: the council | set, reduced passive"],
    ),
    (
        "Malta filled the canal, begun in 1911 and prolonged later.",
        [
            "main: Malta | fill, past",
            "participial: the canal | begin, reduced passive",
            "coordinate: the canal | prolong, reduced passive",
        ],
    ),
    (
        "By a treaty forced upon it in 1911, Malta lost the lake.",
        ["participial: a treaty | force, reduced passive", "coordinate: Malta | lose, past"],
    ),
    (
        "Chile met Peru in Lima; a pact, dated the same day, binds them.",
        [
            "main: Chile | meet, past",
            "participial: a pact | date, reduced passive",
            "coordinate: a pact | bind, present",
        ],
    ),
    ("The walk from end to end took a day.", ["main: The walk from end to end | take, past"]),
    (
        "The talks failed; that meeting is off.",
        ["main: The talks | fail, past", "coordinate: that meeting | be, present"],
    ),
    (
        "Chile informed Peru that the mill, built in 1911, had burned.",
        [
            "main: Chile | inform, past",
            "participial: the mill | build, reduced passive",
            "complement: the mill | burn, perfect",
        ],
    ),
    (
        "Acting on a plan made in 1911, Malta joined the league.",
        [
            "participial: a plan | act, participle",
            "participial: a plan | make, reduced passive",
            "coordinate: Malta | join, past",
        ],
    ),
    ("The Danish-backed troops left.", ["main: The Danish - backed troops | leave, past"]),
    ("A strong, united Danish fleet sank.", ["main: A strong , united Danish fleet | sink, past"]),
    (
        "It was a pact between Chile and Peru, signed in Lima.",
        ["main: It | be, past", "participial: a pact | sign, reduced passive"],
    ),
    (
        "The line linking Lima and Cusco opened in 1911.",
        ["participial: The line | link, participle", "coordinate: The line | open, past"],
    ),
    (
        "Chile refused to sign the pact, and in 1911, sent to Peru its envoy.",
        ["main: Chile | refuse, past", "infinitive: Chile | sign, infinitive", "coordinate: Chile | send, past"],
    ),
    ("The khan was himself killed in 1911.", ["main: The khan | kill, past passive"]),
    (
        "Gallus, a prefect, landed at Oslo; he left later.",
        ["main: Gallus , a prefect | land, past", "coordinate: he | leave, past"],
    ),
    (
        "The pact, which replaced that of 1905, was signed.",
        ["relative: The pact | replace, past", "coordinate: The pact | sign, past passive"],
    ),
    (
        "The mill, whose owner came in May and left in June, closed.",
        ["relative: owner | come, past", "relative: owner | leave, past", "coordinate: The mill | close, past"],
    ),
    # helpers before their subject
    ("Only in 1911 did the two towns exchange envoys.", ["main: the two towns | exchange, past"]),
    ("Not until 1911 was the pact signed.", ["main: the pact | sign, past passive"]),
    ("Never before had the armies met.", ["main: the armies | meet, perfect not"]),
    ("Not only did Malta close the port in 1911.", ["main: Malta | close, past"]),
    (
        "Chile left the pact, nor did Peru ratify it.",
        ["main: Chile | leave, past", "coordinate: Peru | ratify, past not"],
    ),
    ("Only two towns have a mill.", ["main: Only two towns | have, present"]),
    # subjects behind what opens the sentence
    ("In 1911 Malta, a small state, joined the league.", ["main: Malta , a small state | join, past"]),
    (
        "Because the lake that he used was drained, he left.",
        ["relative: he | use, past", "coordinate: the lake | drain, past passive", "coordinate: he | leave, past"],
    ),
    (
        "The talks to Oslo, the visit to Riga that took place in 1911, failed.",
        ["relative: the visit to Riga | take, past", "coordinate: The talks to Oslo , the visit to Riga | fail, past"],
    ),
    ("It opened in 1911 but very soon was closed.", ["main: It | open, past", "coordinate: It | close, past passive"]),
    (
        "Sales were seen as a help and in 1911 a boom began.",
        ["main: Sales | see, past passive", "coordinate: a boom | begin, past"],
    ),
    ("Earlier, the king visited Oslo.", ["main: the king | visit, past"]),
    ("Shortly after, the king visited Oslo.", ["main: the king | visit, past"]),
    ("Then Malta left the league.", ["main: Malta | leave, past"]),
    ("Oslo, 4 May 1911: Chile and Peru made peace.", ["main: Chile and Peru | make, past"]),
    ("Although poor in land, the monks built a school.", ["subordinate: the monks | build, past"]),
    (
        "While sales to Peru grew by 5%, sales to Chile increased by 1%.",
        ["subordinate: sales to Peru | grow, past", "coordinate: sales to Chile | increase, past"],
    ),
    (
        "Malta said Chile and Peru signed a pact.",
        ["main: Malta | say, past", "complement: Chile and Peru | sign, past"],
    ),
    (
        "Malta said Thursday it had signed a pact.",
        ["main: Malta | say, past", "complement: it | sign, perfect"],
    ),
    (
        "Malta is the main partner, with trade in 1911 reaching its peak.",
        ["main: Malta | be, present", "participial: trade in 1911 | reach, participle"],
    ),
    (
        "It was signed in Lima, ratified by Peru, and kept in Oslo.",
        [
            "main: It | sign, past passive",
            "participial: It | ratify, reduced passive",
            "coordinate: It | keep, past",
        ],
    ),
    ("During the 1911 war Danish ships took a town.", ["main: Danish ships | take, past"]),
    (
        "Chile closed the mine before leaving a month later.",
        ["main: Chile | close, past", "participial: Chile | leave, participle"],
    ),
    ("The king had been in Oslo.", ["main: The king | be, perfect"]),
    (
        "Chile declined in May 1911 to sell what it had asked for.",
        ["main: Chile | decline, past", "infinitive: Chile | sell, infinitive", "coordinate: what it | ask, perfect"],
    ),
    (
        "They land in May and leave in June.",
        ["main: They | land, present", "coordinate: They | leave, present"],
    ),
    (
        "In the year that ended in May they sold salt.",
        ["relative: the year | end, past", "coordinate: they | sell, past"],
    ),
    (
        "Mali said the troops, who came in May, would leave.",
        ["main: Mali | say, past", "relative: the troops | come, past", "complement: the troops | leave, conditional"],
    ),
    (
        "Chile agreed that a mill would be built and that it would open.",
        [
            "main: Chile | agree, past",
            "complement: a mill | build, conditional passive",
            "complement: it | open, conditional",
        ],
    ),
    # what "since", "until" and "after" open
    (
        "The lake stayed wild, until in May 1911 the council drained it.",
        ["main: The lake | stay, past", "subordinate: the council | drain, past"],
    ),
    (
        "Many Danes have returned since it gained independence in 1911.",
        ["main: Many Danes | return, perfect", "subordinate: it | gain, past"],
    ),
    (
        "Chile has never accepted the line after losing land in 1911.",
        ["main: Chile | accept, perfect not", "participial: Chile | lose, participle"],
    ),
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
    ("Price of the mill: the Danes paid $3 million.", "Price of the mill :", "$3 million ."),
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
