"""Sentences and what they tell: the kind, the date, the polarity and the title of each claim."""

from __future__ import annotations

import pytest

from kzcn import reading
from kzcn.extract import extract
from kzcn.model import Claim


def claims_of(text: str) -> list[Claim]:
    return extract(reading.read(text.encode(), "example.txt", format="text"))


# An infinitive that its verb makes a deed or denies has the date of that verb.
LEFT_TO_AIM = [
    ("In 2007 Lopez became the first Chilean minister to visit Laos.", "visit", "2007", "done", "Lopez visited Laos"),
    ("In 1992 Ghana became the first country to ratify the pact.", "treaty_ratified", "1992", "done", "Pact ratified"),
    (
        "Togo was among the first states to recognise Eritrea in 1993.",
        "recognition",
        "1993",
        "done",
        "Togo recognised Eritrea",
    ),
    (
        "In 1880 Peru refused to sign the treaty with Chile.",
        "treaty_signed",
        "1880",
        "denied",
        "Peru refused to sign treaty with Chile",
    ),
    ("In 1838 Nepal failed to capture Herat.", "conquest", "1838", "denied", "Nepal failed to capture Herat"),
    ("Benin declined to join the union in 1971.", "joining", "1971", "denied", "Benin declined to join union"),
]


@pytest.mark.parametrize(("text", "kind", "date", "polarity", "title"), LEFT_TO_AIM)
def test_an_infinitive_tells_what_its_verb_ranks_or_refuses(
    text: str, kind: str, date: str, polarity: str, title: str
) -> None:
    (claim,) = claims_of(text)
    assert (claim.kind, claim.date, claim.polarity, claim.title) == (kind, date, polarity, title)


# A noun with a date tells what happened, where its verb only says something of it.
NOMINAL = [
    (
        "The opening of the bridge between Zambia and Botswana in 1998 was attended by thousands.",
        [("opening", "1998", "Opening of bridge between Zambia and Botswana")],
    ),
    (
        "The visit of the Dutch premier to Ghana on 22 May 2012 was fruitful.",
        [("visit", "2012-05-22", "Visit of Dutch premier to Ghana")],
    ),
    (
        "The turning point was the state visit of President Kekkonen to Chile on 13 November 1967.",
        [("visit", "1967-11-13", "State visit of President Kekkonen to Chile")],
    ),
    (
        "The conclusion in 1963 of a border treaty between Mali and Algeria marked a new stage.",
        [("treaty_signed", "1963", "Border treaty signed")],
    ),
    (
        "The entry into force of the accord with Oman on 3 March 2009 ended the quarrel.",
        [("treaty_in_force", "2009-03-03", "Accord entered into force")],
    ),
    (
        "The claims were settled with the signing of the Treaty of Peace in 1932 by Peru.",
        [("treaty_signed", "1932", "Treaty of Peace signed")],
    ),
    (
        "Following the signing in Minsk of the accord on 5 May 1994, the guns fell silent in Georgia.",
        [("treaty_signed", "1994-05-05", "Accord signed in Minsk")],
    ),
    (
        "Ties cooled after Sikkim's 1975 annexation by India.",
        [("conquest", "1975", "Sikkim's annexation by India")],
    ),
    (
        "After Queen Silvia's visit to Riga in May 1998, the port was quiet.",
        [("visit", "1998-05", "Queen Silvia's visit to Riga")],
    ),
    (
        "After the war of 1911 between Italy and Turkey, Rhodes was Italian.",
        [("conflict", "1911", "War between Italy and Turkey")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NOMINAL, ids=[text for text, _ in NOMINAL])
def test_an_event_noun_with_a_date_is_told_by_itself(text: str, expected: list[tuple[str, str, str]]) -> None:
    told = [(claim.kind, claim.date, claim.title) for claim in claims_of(text)]
    assert [row for row in told if row in expected] == expected
    assert all(kind not in ("action", "standing") for kind, *_ in told[: len(expected)])


# Who did not come, or what was not held, is no meeting of those who are named.
MISSED = [
    ("Togo did not join the 1987 talks.", False),
    ("Togo joined the 1987 talks.", True),
    ("Togo and Benin cancelled the 1991 summit.", False),
    ("Togo and Benin hosted the 1991 summit.", True),
    ("Togo refused to attend the 1993 summit with Benin.", False),
    ("Togo was absent from the 1993 summit.", False),
    ("Togo was present at the 1993 summit.", True),
    ("The 1993 talks did not end the war.", True),
]


@pytest.mark.parametrize(("text", "held"), MISSED, ids=[text for text, _ in MISSED])
def test_a_meeting_that_was_missed_is_not_told_as_held(text: str, *, held: bool) -> None:
    assert ("meeting" in [claim.kind for claim in claims_of(text)]) is held


# Each verb, and whether it goes on from the date.
SINCE = [
    ("Since 1961 Laos has mined tin, drained its marshes and logged teak.", ["1961/..", "1961/..", "1961/.."]),
    ("Laos has mined tin since 1961 and logged teak.", ["1961/..", "1961/.."]),
    ("Laos mined tin in 1961 and logged teak.", ["1961", "1961"]),
]


@pytest.mark.parametrize(("text", "dates"), SINCE, ids=[text for text, _ in SINCE])
def test_what_shares_its_have_goes_on_from_the_same_date(text: str, dates: list[str]) -> None:
    assert [claim.date for claim in claims_of(text)] == dates


# What is planned is no past in its title.
PLANNED = [
    ("Peru will hand over the lighthouse to Ecuador in 2031.", "Peru to hand over lighthouse to Ecuador"),
    ("The next summit will be held in Tallinn in 2031.", "Next summit to be held in Tallinn"),
    ("The accord on fishing will be signed in Muscat in May 2031.", "Accord on fishing to be signed in Muscat"),
    ("The pact with Oman will enter into force on 4 May 2031.", "Pact to enter into force"),
]

# A bare verb behind "and" shares the "will" or "to" before it.
AHEAD_TOO = [
    (
        "Ghana and Fiji will exchange ambassadors and establish embassies on 4 May 2031.",
        "Ghana and Fiji to establish embassies",
    ),
    ("Peru agreed to cease fire and withdraw its troops on 4 May 2031.", "Peru to withdraw troops"),
]


@pytest.mark.parametrize(("text", "title"), AHEAD_TOO)
def test_a_second_verb_of_a_plan_is_planned_too(text: str, title: str) -> None:
    assert (title, "planned") in [(claim.title, claim.polarity) for claim in claims_of(text)]


@pytest.mark.parametrize(("text", "title"), PLANNED)
def test_a_plan_has_a_title_that_looks_ahead(text: str, title: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.polarity, claim.title) == ("planned", title)


def test_instruments_in_the_plural_are_titled_in_the_plural() -> None:
    (claim,) = claims_of("Chad and Mali signed memoranda in May 2016.")
    assert (claim.title, claim.instrument_type) == ("Memoranda signed", "memorandum")


# A clause that is told again with another date has another subject, object or place then.
TOLD_AGAIN = [
    (
        "Line A was opened in December 1909, and Line B in October 1910.",
        [("1909-12", "Line A opened", None), ("1910-10", "Line B opened", None)],
    ),
    (
        "Chile signed the treaty in 1990 and the protocol in 1991.",
        [("1990", "Treaty signed", None), ("1991", "Protocol signed", None)],
    ),
    (
        "A protocol on trade was signed on 2 May 1992, and a contract on gas on 3 July 1992.",
        [("1992-05-02", "Protocol on trade signed", None), ("1992-07-03", "Contract on gas signed", None)],
    ),
    (
        "Peru opened its embassy in 1951 and Chile its consulate in 1953.",
        [("1951", "Peru opened embassy", None), ("1953", "Chile opened consulate", None)],
    ),
    (
        "Talks were held in Lima in May 1951 and in Quito in June 1953.",
        [("1951-05", "Talks held in Lima", "Lima"), ("1953-06", "Talks held in Quito", "Quito")],
    ),
    (
        "The Danish queen paid visits to Riga in 1998 and to Tartu in 1999.",
        [("1998", "Danish queen paid visits to Riga", "Riga"), ("1999", "Danish queen paid visits", "Tartu")],
    ),
    (
        "The ministers of Chad met on 3 May 1951 and 9 June 1952.",
        [("1951-05-03", "Ministers of Chad met", None), ("1952-06-09", "Ministers of Chad met", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_AGAIN, ids=[text for text, _ in TOLD_AGAIN])
def test_each_date_of_a_clause_has_what_stands_before_it(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert [(claim.date, claim.title, claim.place) for claim in claims_of(text)] == expected


def test_each_date_of_a_ratification_has_who_ratified() -> None:
    claims = claims_of("The treaty was ratified by Chile on 4 May 1990 and Peru on 6 June 1991.")
    assert [(claim.date, claim.parties) for claim in claims] == [("1990-05-04", ("Chile",)), ("1991-06-06", ("Peru",))]


# One claim of each sentence: its kind, its title, and its polarity.
TOLD = [
    (
        "The agreement between Chile and Bolivia is due to expire in 2031.",
        "treaty_ended",
        "Agreement to end",
        "planned",
    ),
    (
        "Chile, Peru and Bolivia have been members of the union since 1969.",
        "membership",
        "Chile, Peru and Bolivia have been members of union",
        "done",
    ),
    (
        "Niger withdrew from the Water Convention in 1999.",
        "treaty_ended",
        "Niger withdrew from Water Convention",
        "done",
    ),
    (
        "Benin was unable to ratify the treaty in 1999.",
        "treaty_ratified",
        "Benin was unable to ratify treaty",
        "denied",
    ),
    (
        "The mission examined the treaty between Chad and Mali, signed in Riga on 4 May 1951.",
        "treaty_signed",
        "Treaty signed in Riga",
        "done",
    ),
    (
        "Iran and Oman signed a gas deal for up to 2 billion cubic metres on 4 May 2021.",
        "treaty_signed",
        "Gas deal signed",
        "done",
    ),
    (
        "Trade is governed by the accord with Chad, 3 May 1961.",
        "treaty_signed",
        "Accord signed",
        "done",
    ),
    (
        "Ties are governed by the fishing accord (signed in 1996), which Benin praised.",
        "treaty_signed",
        "Fishing accord signed",
        "done",
    ),
    (
        "A fishing accord with Chad, in force since May 1961, was praised.",
        "treaty_in_force",
        "Fishing accord entered into force",
        "done",
    ),
    (
        "During the visit of the queen to Riga that took place on 4 May 1998, both sides met the press.",
        "visit",
        "Visit of queen took place",
        "done",
    ),
    (
        "Cooperation rests on the agreement between Albania and Italy of 11 April 1975.",
        "treaty_signed",
        "Agreement signed",
        "done",
    ),
]


@pytest.mark.parametrize(("text", "kind", "title", "polarity"), TOLD)
def test_a_sentence_tells_what_was_done_with_an_instrument(text: str, kind: str, title: str, polarity: str) -> None:
    assert (kind, title, polarity) in [(claim.kind, claim.title, claim.polarity) for claim in claims_of(text)]


EMPTY = [
    '"It is a long way," the Chilean envoy said.',
    "The Chilean officials denied.",
    "The Chilean envoy said in Lima.",
    "Chilean fruit tells another story.",
]


@pytest.mark.parametrize("text", EMPTY)
def test_a_statement_without_a_date_must_say_something(text: str) -> None:
    assert not claims_of(text)


def test_the_items_behind_a_sentence_of_signing_were_signed() -> None:
    text = """The following documents were signed in Lima on 4 May 1971:

- Agreement on fishing in the lake;
- Programme of cooperation in radio;
- Memorandum of Understanding between the two ports.

The ministers also walked along the quay.
"""
    assert [(claim.kind, claim.title, claim.date, claim.date_basis) for claim in claims_of(text)[-3:]] == [
        ("treaty_signed", "Agreement on fishing signed", "1971-05-04", "inherited"),
        ("treaty_signed", "Programme of cooperation in radio signed", "1971-05-04", "inherited"),
        ("treaty_signed", "Memorandum of Understanding signed", "1971-05-04", "inherited"),
    ]


PERFORMED = [
    ("The Arrangement on fishing of 4 May 1951 is hereby terminated.", ("treaty_ended", "2003-06-07")),
    ("1. To ratify the Agreement on fishing between Peru and Chile.", ("treaty_ratified", "2003-06-07")),
    ("a) to denounce the Convention on salt;", ("treaty_ended", "2003-06-07")),
    ("The two ports agreed to approve the Agreement on fishing.", None),
    ("Both sides hope to ratify the Agreement on fishing.", None),
]


@pytest.mark.parametrize(("text", "expected"), PERFORMED)
def test_what_an_instrument_does_by_its_words_it_does_on_its_day(text: str, expected: tuple[str, str] | None) -> None:
    done = "Done at Lima this seventh day of June, two thousand and three."
    found = [(claim.kind, claim.date) for claim in claims_of(f"{text}\n\n{done}\n")]
    assert ("treaty_signed", "2003-06-07") in found
    twice = [(claim.kind, claim.date) for claim in claims_of(f"{text}\n\n{done}\n\nDone in duplicate in English.\n")]
    assert twice == found
    assert [claim for claim in found if claim[1] == "2003-06-07"][:-1] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The Agreement on Fishing in the Lakes of 9 May 1961 was extended in 1971.", "1961-05-09"),
        ("The Agreement on Fishing was signed in the spring of 1961.", "1961-21"),
        ("The Agreement on Fishing ended the quarrel of 9 May 1961.", None),
    ],
)
def test_an_instrument_has_the_day_behind_its_title(text: str, date: str | None) -> None:
    signed = [claim.date for claim in claims_of(text) if claim.kind == "treaty_signed"]
    assert signed == ([date] if date else [])


# What is set for a day is planned, and its noun tells what it is.
SCHEDULED = [
    ("A summit of Chad and Mali is scheduled for May 2031.", "meeting", "planned"),
    ("Elections in Benin were planned for 4 May 2031.", "election", "planned"),
    ("A fifth round of talks has been fixed by Chad for May 2031.", "meeting", "planned"),
    ("No summit of Chad and Mali is scheduled for May 2031.", "meeting", "denied"),
]


@pytest.mark.parametrize(("text", "kind", "polarity"), SCHEDULED)
def test_what_is_set_for_a_day_is_planned(text: str, kind: str, polarity: str) -> None:
    assert [(claim.kind, claim.polarity) for claim in claims_of(text)] == [(kind, polarity)]


def test_each_seat_of_a_state_is_told() -> None:
    claims = claims_of("Bulgaria has an embassy in Athens and two consulates-general in Patras and Komotini.")
    assert [(claim.title, claim.place) for claim in claims] == [
        ("Embassy of Bulgaria in Athens", "Athens"),
        ("Consulate-General of Bulgaria in Patras", "Patras"),
        ("Consulate-General of Bulgaria in Komotini", "Komotini"),
    ]


def test_an_instrument_may_be_named_after_two_states() -> None:
    (claim,) = claims_of("The Agreement on the State Border of Mali and Niger was signed in Riga in 1985.")
    assert (claim.instrument, claim.parties) == ("Agreement on the State Border of Mali and Niger", ("Mali", "Niger"))
    assert claim.title == "Agreement on the State Border of Mali and Niger signed in Riga"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales are due to begin in May 1984.", ("planned", "1984-05")),
        ("The last pier is expected to be ready in 1986.", ("planned", "1986")),
        ("Trains were supposed to reach Lima by 1909.", ("planned", "../1909")),
        ("Trains ran to reach Lima in 1909.", None),
    ],
)
def test_what_is_due_is_planned_for_its_day(text: str, expected: tuple[str, str] | None) -> None:
    planned = [(claim.polarity, claim.date) for claim in claims_of(text) if claim.polarity == "planned"]
    assert planned == ([expected] if expected else [])
