"""Sentences and the dates that their clauses and things take."""

from __future__ import annotations

import pytest

from kzcn.extract.dating import Dated, Dating, dated
from kzcn.model import Span
from tests.extract.views import view_of

# The verbs of the clauses, each with its dates.
DATES = [
    ("Peru sent a consul in 1911.", [("send", ["1911"])]),
    ("In 1911 Peru sent a consul.", [("send", ["1911"])]),
    ("Peru sent a consul.", [("send", [])]),
    ("Peru sent consuls on 3 May 1911 and 9 June 1912.", [("send", ["1911-05-03", "1912-06-09"])]),
    ("Chile bought the mill in 1911 and sold the mine in 1915.", [("buy", ["1911"]), ("sell", ["1915"])]),
    ("In 1911 Chile bought the mill and sold the mine.", [("buy", ["1911"]), ("sell", ["1911"])]),
    ("Chile bought the mill and sold the mine in 1915.", [("buy", ["1915"]), ("sell", ["1915"])]),
    ("The bridge, which opened in 1932, was closed in 1940.", [("open", ["1932"]), ("close", ["1940"])]),
    ("The school, which lies in Lima, was founded in 1907.", [("lie", []), ("found", ["1907"])]),
    ("Founded in 1907, the school moved to Lima in 1922.", [("found", ["1907"]), ("move", ["1922"])]),
    ("Norway said in May 1975 that Sweden had left the union in 1905.", [("say", ["1975-05"]), ("leave", ["1905"])]),
    ("After the Swedes left the union in 1905, Norway chose a king.", [("leave", ["1905"]), ("choose", [])]),
    ("Malta opened a school in 1951 and will open another.", [("open", ["1951"]), ("open", [])]),
    ("After the fire of 1911 Chile rebuilt the mill in 1915.", [("rebuild", ["1915"])]),
    ("Peru sold a mine in May 1911, when Chile bought the mill.", [("sell", ["1911-05"]), ("buy", ["1911-05"])]),
    ("Trade grew more than in 1949.", [("grow", [])]),
    ("Trade grew in 1951 more than in 1949.", [("grow", ["1951"])]),
    ("Exports fell by 4% on the previous year.", [("fall", [])]),
    ("Togo bought the mine, which was old, in 1951.", [("buy", ["1951"]), ("be", [])]),
    # the date of the deed before the term of the thing
    ("On 4 May 1951 Togo signed a plan for 1952–1955.", [("sign", ["1951-05-04"])]),
    ("In 1951 Togo bought the mine of 1911.", [("buy", ["1951"])]),
    ("In the 1950s Togo bought the mine in 1951.", [("buy", ["1951"])]),
    ("Togo declared the 1911 text void in 1951.", [("declare", ["1951"])]),
    ("The 1911 text was lost.", [("lose", ["1911"])]),
    # a length of time before "after" and "before"
    ("Togo left on 4 May 1951, two days after Peru had left.", [("leave", ["1951-05-04"]), ("leave", ["1951-05-02"])]),
    ("Togo left in May 1951, a month before Peru left.", [("leave", ["1951-05"]), ("leave", ["1951-06"])]),
    ("Togo left in 1951, two days before Peru left.", [("leave", ["1951"]), ("leave", [])]),
    ("Togo left on 4 May 1951, a week after signing the pact.", [("leave", ["1951-05-04"]), ("sign", ["1951-04-27"])]),
    # a reign is no date of what happened in it
    ("He stayed with Harald (r. 1046–1066) in 1051.", [("stay", ["1051"])]),
    # "until" before a clause and behind "not"
    ("The lake was wild, until in 1951 Togo drained it.", [("be", []), ("drain", ["1951"])]),
    ("Not until 1951 was the lake drained.", [("drain", ["1951"])]),
    ("The council, which last sat in 1951, by 1953 left.", [("sit", ["1951"]), ("leave", ["../1953"])]),
    ("Togo took the town and a year later, in May 1951, lost it.", [("take", []), ("lose", ["1951-05"])]),
    ("Togo sold a mine, known as the Deep, in Lima in 1951.", [("sell", ["1951"]), ("know", ["1951"])]),
    ("Togo sold a mine, closed in 1911, in May 1951.", [("sell", ["1951-05"]), ("close", ["1911"])]),
    ("The king, speaking in Oslo in May 1951, promised peace.", [("speak", ["1951-05"]), ("promise", ["1951-05"])]),
    ("In 1951, when Togo left the league, Chile sold the mine.", [("leave", ["1951"]), ("sell", ["1951"])]),
    ("Founded in 1951, the school teaches Latin.", [("found", ["1951"]), ("teach", [])]),
    ("Togo signed a plan for 1952–1955 on 3 May 1951.", [("sign", ["1951-05-03"])]),
    # a date between commas opens what follows
    ("Sales had risen, by 1951, trade fell.", [("rise", []), ("fall", ["../1951"])]),
    # two dates of one day
    ("Two months later, on 4 May 1951, Togo bought the mine.", [("buy", ["1951-05-04"])]),
    ("In 1951, on 4 May 1951, Togo bought the mine.", [("buy", ["1951-05-04"])]),
    ("In May 1951 Togo bought the mine on Tuesday (8 May).", [("buy", ["1951-05-08"])]),
    ("Togo bought the mine this week (8–10 May 1951).", [("buy", ["1951-05-08/1951-05-10"])]),
    ("Exports rose to $4 million from $3 million a year earlier.", [("rise", [])]),
    ("The court ruled in 1951 that the mill was a chapel.", [("rule", ["1951"]), ("be", [])]),
    # a range is no start that a change is measured from
    ("Exports fell 8% from January to June 1951.", [("fall", ["1951-01/1951-06"])]),
    # what is told from an unknown day of writing
    ("Togo bought the mine last year.", [("buy", [])]),
    # a date stated beats a period named beside it
    ("In 1919, after World War I, Togo bought the mine.", [("buy", ["1919"])]),
    # what is told in brackets, and what stands already
    ("Togo bought the mine (which had closed in 1911).", [("buy", [])]),
    ("Togo agreed to change a visa regime in place since 1951.", [("agree", []), ("change", [])]),
    # "since" shared
    ("Two lines have run since 1951 and 1953.", [("run", ["1951/..", "1953/.."])]),
    ("Peru rejected a 1911 map.", [("reject", [])]),
    ("The 1911 plan was shelved in 1913.", [("shelve", ["1913"])]),
    ("Peru printed a map in 1911.", [("print", ["1911"])]),
    # the point behind "until" or "by"
    ("The union lasted until 1951, when Togo left the league.", [("last", ["../1951"]), ("leave", ["1951"])]),
    # the thing in which the rest happened
    ("During the War of the Oranges (1801), Spain took a fort.", [("take", ["1801"])]),
    ("Togo joined the league by signing a pact in 1951.", [("join", ["1951"]), ("sign", ["1951"])]),
    ("During the talks that took place in 1951, Togo left.", [("take", ["1951"]), ("leave", ["1951"])]),
]


@pytest.mark.parametrize(("text", "expected"), DATES, ids=[text for text, _ in DATES])
def test_a_clause_takes_the_dates_that_belong_to_it(text: str, expected: list[tuple[str, list[str]]]) -> None:
    seen = view_of(text)
    dating = Dating(seen)
    found = [
        (clause.predicate.lemma, [date.edtf for date in dating.of(index)]) for index, clause in enumerate(seen.clauses)
    ]
    assert found == expected


# What a date in brackets, after "of" or before a noun belongs to.
HOSTS = [
    ("The Treaty of Kalmar (1397) joined three crowns.", [("Treaty of Kalmar", "1397")]),
    ("The revolt (1825–27) was crushed.", [("revolt", "1825/1827")]),
    ("The 1954 pact bound Peru.", [("pact", "1954")]),
    ("Peru was bound by the 1954 pact.", [("pact", "1954")]),
    ("Peru sold the lake after the 1954 war.", [("war", "1954")]),
    ("The accords of 1903 and 1911 bound Peru.", [("accords", "1903"), ("accords", "1911")]),
    ("King Harald Fairhair (850–932) ruled Norway.", []),
    ("Peru joined the pact in 1954.", []),
]


@pytest.mark.parametrize(("text", "expected"), HOSTS, ids=[text for text, _ in HOSTS])
def test_a_date_at_a_thing_belongs_to_the_thing(text: str, expected: list[tuple[str, str]]) -> None:
    seen = view_of(text)
    dating = Dating(seen)
    found = [(seen.tokens[host.token].text, dating.value(host.date)) for host in dating.hosts]
    assert [(thing, date and date.edtf) for thing, date in found] == expected


BASES = [
    ("In 1911 Chile bought the mill and sold the mine.", ["stated", "inherited"]),
    ("Chile bought the mill in 1911 and sold the mine in 1915.", ["stated", "stated"]),
]


@pytest.mark.parametrize(("text", "bases"), BASES)
def test_a_date_taken_over_says_so(text: str, bases: list[str]) -> None:
    seen = view_of(text)
    dating = Dating(seen)
    assert [dating.of(index)[0].basis for index in range(len(seen.clauses))] == bases


def test_a_heading_dates_the_clauses_without_a_date() -> None:
    seen = view_of("Chile bought the mill and lost the mine in 1915.")
    heading = Dated("1911", "stated", Span(0, 4))
    dating = Dating(seen, heading)
    assert [date.edtf for index in range(len(seen.clauses)) for date in dating.of(index)] == ["1915", "1915"]
    undated = view_of("Chile bought the mill.")
    assert Dating(undated, heading).of(0) == [heading.inherited()]


# The dates of the numbers of a clause, in order.
NUMBERS = [
    ("Exports were $5 million in 1951 and $7 million in 1952.", ["1951", "1952"]),
    ("In 1951 exports were $5 million.", ["1951"]),
    ("Exports were $5 million.", [None]),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_number_takes_the_date_after_it_before_the_next_number(text: str, expected: list[str | None]) -> None:
    seen = view_of(text)
    dating = Dating(seen)
    places = [index for index, token in enumerate(seen.tokens) if token.tag == "quantity"]
    stops = [*places[1:], len(seen.tokens)]
    found = [dating.near(place, 0, stop) for place, stop in zip(places, stops, strict=True)]
    assert [date and date.edtf for date in found] == expected


# Words for time that give a claim no date.
UNDATED = ["The talks lasted three years.", "The fair is held every year.", "Peru now builds ships."]


@pytest.mark.parametrize("text", UNDATED)
def test_durations_sets_and_now_are_no_dates_of_claims(text: str) -> None:
    assert [dated(mention) for mention in view_of(text).dates if dated(mention)] == []


def test_since_goes_on() -> None:
    (mention,) = view_of("Since 1951 Peru has built ships.").dates
    found = dated(mention)
    assert found is not None
    assert (found.edtf, found.ongoing) == ("1951/..", True)


def test_the_year_of_a_record_is_not_a_beginning() -> None:
    seen = view_of("According to figures from 1931, Peru had nine ports.")
    token = next(index for index, token in enumerate(seen.tokens) if token.tag == "date")
    value = Dating(seen).value(token)
    assert value is not None
    assert (value.edtf, value.ongoing) == ("1931", False)
