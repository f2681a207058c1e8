"""News, told from the day it was written: a small corpus of texts marked as TimeML marks them, and a table of rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple, TypedDict

import pytest

from kzcn.dates import EDTF, DateMention, find


class Marked(TypedDict):
    """An expression marked in a text: where it stands, its TIMEX3 type and value."""

    start: int
    end: int
    type: str
    value: str


class News(TypedDict):
    """A text and the day it was written; `doc` begins with its part: a, b or c."""

    doc: str
    dct: str
    text: str
    timex: list[Marked]


class Score(NamedTuple):
    """Share of the found that is marked, of the marked that is found, and of those the share with the right value."""

    precision: float
    recall: float
    accuracy: float

    @property
    def value_f1(self) -> float:
        """Harmonic mean of precision and recall, times accuracy."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) * self.accuracy


CORPUS: list[News] = [
    json.loads(line) for line in (Path(__file__).parent / "news.jsonl").read_text(encoding="utf-8").splitlines()
]


def value_of(mention: DateMention) -> str | None:
    """A TIMEX3 value, a decade or an unknown month or day written without its X."""
    return mention.timex.removesuffix("-XX") if mention.timex else None


def overlap(mention: DateMention, mark: Marked) -> int:
    return min(mention.end, mark["end"]) - max(mention.start, mark["start"])


def score(texts: list[News], only: str | None = None) -> Score:
    found = touching = marked = matched = right = 0
    for text in texts:
        mentions = [part for mention in find(text["text"], text["dct"]) for part in mention.parts or (mention,)]
        marks = [mark for mark in text["timex"] if only in (None, mark["type"])]
        others = [mark for mark in text["timex"] if mark not in marks]
        mentions = [
            mention
            for mention in mentions
            if any(overlap(mention, mark) > 0 for mark in marks)
            or not any(overlap(mention, mark) > 0 for mark in others)
        ]
        found += len(mentions)
        touching += sum(any(overlap(mention, mark) > 0 for mark in marks) for mention in mentions)
        marked += len(marks)
        for mark in marks:
            best = max(mentions, key=lambda mention: overlap(mention, mark), default=None)
            if best is not None and overlap(best, mark) > 0:
                matched += 1
                right += value_of(best) == mark["value"]
    return Score(touching / found, matched / marked, right / matched)


# part of the corpus, type of expression or None for all -> least value F1
FLOORS = [
    *[("a", None, 0.97), ("a", "DATE", 0.97)],
    *[("b", None, 0.92), ("b", "DATE", 0.92)],
    *[("c", None, 0.93), ("c", "DATE", 0.93)],
]


@pytest.mark.parametrize(("part", "only", "least"), FLOORS)
def test_news_gets_the_values_that_people_marked(part: str, only: str | None, least: float) -> None:
    assert score([text for text in CORPUS if text["doc"][0] == part], only).value_f1 >= least


def test_the_corpus_quotes_its_texts_and_has_three_parts() -> None:
    assert {text["doc"][0] for text in CORPUS} == {"a", "b", "c"}
    for text in CORPUS:
        spans = [(mark["start"], mark["end"]) for mark in text["timex"]]
        assert spans == sorted(spans)
        assert all(text["text"][start:end].strip() == text["text"][start:end] != "" for start, end in spans)


# news of Thursday, 26 October 1989: the text, the expression looked at, its TIMEX3 value
NEWS = [
    # the tense of the clause tells Monday from Monday
    ("Talks were to begin Monday.", "Monday", "1989-10-30"),
    ("A service is to be held Friday.", "Friday", "1989-10-27"),
    ("Both sides agreed to meet Tuesday.", "Tuesday", "1989-10-31"),
    ("The vote was postponed until Tuesday.", "Tuesday", "1989-10-31"),
    ("It should be completed Monday.", "Monday", "1989-10-30"),
    ("He said that on Monday talks will resume.", "Monday", "1989-10-30"),
    ("He said that on Monday talks resumed.", "Monday", "1989-10-23"),
    ("The game is Sunday.", "Sunday", "1989-10-29"),
    ("Tickets go on sale Tuesday.", "Tuesday", "1989-10-31"),
    ("He began to sing Monday.", "Monday", "1989-10-23"),
    # a time of day belongs to the day told of last
    ("It burned Tuesday afternoon. It was seen at 3:40 p.m.", "3:40 p.m.", "1989-10-24T15:40"),
    ("It was held Monday at 7 p.m.", "7 p.m.", "1989-10-23T19:00"),
    ("It was seen at 3:40 p.m.", "3:40 p.m.", "1989-10-26T15:40"),
    ("Today we know that he left May 3, 1971. It was seen at 3:40 p.m.", "3:40 p.m.", "1989-10-26T15:40"),
    ("It will open tomorrow. It will be full that day.", "that day", "1989-10-27"),
    ("It rained Monday. The next day it snowed.", "The next day", "1989-10-24"),
    ("It rained June 9. It was cold at the beginning of the week.", "the beginning of the week", "1989-W43"),
    ("It fell in 1985. It rains today. It will rain the following week.", "the following week", "1989-W44"),
    # reports of companies
    ("Net fell in the third quarter from $2 a year earlier.", "a year earlier", "1988-Q3"),
    ("In the first half, net fell from $2 a year ago.", "a year ago", "1988-H1"),
    ("He came two years ago. In the third quarter net fell.", "two years ago", "1987"),
    ("Net fell in the third quarter. He came a year ago.", "a year ago", "1988"),
    ("Orders for September were up 2% from a year ago.", "a year ago", "1988-09"),
    ("Net fell from the year-earlier quarter.", "the year-earlier quarter", "1988"),
    ("Net fell in the third quarter from a year-ago loss.", "year-ago", "1988-Q3"),
    ("In the third quarter net was $2. In the 1987 quarter it was $3.", "the 1987 quarter", "1987-Q3"),
    ("In the third quarter net rose from the same period last year.", "the same period last year", "1988-Q3"),
    ("Net rose in last year's third quarter.", "last year's third quarter", "1988-Q3"),
    ("Net rose in the third quarter of fiscal 1988.", "the third quarter of fiscal 1988", "1988-Q3"),
    ("Net rose in the fiscal first quarter.", "the fiscal first quarter", "1989-Q1"),
    ("Net will rise in the second half.", "the second half", "1989-H2"),
    ("Sales in the quarter rose.", "the quarter", "1989-Q3"),
    ("For the full year, it sees a loss.", "the full year", "1989"),
    ("Net rose in the 1988 fiscal year.", "the 1988 fiscal year", "1988"),
    ("It ends with the current fiscal year.", "the current fiscal year", "1989"),
    ("Orders for September rose from the same month last year.", "the same month last year", "1988-09"),
    # the rest
    ("It lasted a couple of days.", "a couple of days", "P2D"),
    ("It lasted a dozen years.", "a dozen years", "P12Y"),
    ("It began at 16:00 hours.", "16:00 hours", "1989-10-26T16:00"),
    ("A week-old truce broke.", "week-old", "P1W"),
    ("Starting Monday, it is shut.", "Monday", "1989-10-30"),
    ("The lake cooled 4 billion years ago.", "4 billion years ago", "PAST_REF"),
    ("It is 13.8 billion years old.", "13.8 billion years old", "P13800000000Y"),
    ("The bank will stay closed until Tuesday.", "Tuesday", "1989-10-31"),
    ("The meeting takes place on Saturday.", "Saturday", "1989-10-28"),
    ("It fell the year before last.", "the year before last", "1987"),
    ("A year and a half ago it fell.", "A year and a half ago", "1988-04"),
    ("It may fall in coming months.", "coming months", "FUTURE_REF"),
    ("It may fall in the near future.", "the near future", "FUTURE_REF"),
    ("It may fall soon.", "soon", "FUTURE_REF"),
    ("They met on 6 February this year.", "6 February this year", "1989-02-06"),
    ("They met on May 4 last year.", "May 4 last year", "1988-05-04"),
    ("It airs every Tuesday night.", "every Tuesday night", "XXXX-WXX-2TNI"),
    ("It airs Monday mornings.", "Monday mornings", "XXXX-WXX-1TMO"),
]


# news of Friday, 22 March 2013
SPRING_NEWS = [
    ("The April–June quarter was weak.", "April–June", "2012-04/2012-06"),
    ("It rained from December to January.", "December to January", "2012-12/2013-01"),
    ("This winter was cold.", "This winter", "2012-24"),
    ("This summer will be cold.", "This summer", "2013-22"),
]


@pytest.mark.parametrize(("text", "expression", "edtf"), SPRING_NEWS)
def test_months_of_one_range_and_winters_stand_in_the_years_that_are_meant(
    text: str, expression: str, edtf: str
) -> None:
    assert {mention.text: mention.edtf for mention in find(text, "2013-03-22")}[expression] == edtf


@pytest.mark.parametrize(("text", "expression", "timex"), NEWS)
def test_an_expression_of_news_is_read_as_reporters_mean_it(text: str, expression: str, timex: str) -> None:
    assert {mention.text: mention.timex for mention in find(text, "1989-10-26")}[expression] == timex


# news of Thursday, 26 October 1989 that names no time
NO_DATES = [
    "Winds reached 110 miles an hour.",
    "She is in her late sixties and he in his 30s.",
    "They read USA Today and the Daily Herald, owned by 20th Century Fox.",
    "Here come June Smith and May Lee.",
    "He spoke of Black Monday.",
    "Call as soon as it rains; too soon.",
    "They scored in the second half of the match.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_speeds_ages_names_and_halves_of_matches_are_no_dates(text: str) -> None:
    assert [mention.text for mention in find(text, "1989-10-26")] == []


# undated texts: the text, the expression looked at, its TIMEX3 value, its EDTF
UNDATED = [
    ("In today's Brno few speak it.", "today", "PRESENT_REF", None),
    ("In 1808 he fled. They came 20 years ago.", "20 years ago", "XXXX", None),
    ("The eighteen-fifties were hard.", "The eighteen-fifties", "185", "185X"),
    ("In the nineteen-sixties it rained.", "the nineteen-sixties", "196", "196X"),
    ("They met from 4 to 7 May 2011. On 5 May they signed.", "5 May", "2011-05-05", "2011-05-05"),
    ("In November 1839 they left. In February they came back.", "February", "1840-02", "1840-02"),
    (
        "In November 1839 they left a land that fell in 1842. In February they came back.",
        "February",
        "1840-02",
        "1840-02",
    ),
    ("The visit (4–7 May 2011) went well. On 5 May they signed.", "5 May", "2011-05-05", "2011-05-05"),
    ("It was founded (May 2011). On 5 June they met.", "5 June", "XXXX-06-05", "XXXX-06-05"),
    ("It was read on 2 May 2019 that the 2018 harvest halved the year before.", "the year before", "2017", "2017"),
    ("They marched on May Day.", "May Day", "XXXX-05-01", "XXXX-05-01"),
    ("They marched on May Day 1890.", "May Day 1890", "1890-05-01", "1890-05-01"),
    ("A day after he had signed it on 3 May 1808, he fled.", "A day", "1808-05-04", "1808-05-04"),
    ("Two months before Ulm fell on 20 October 1805 he fled.", "Two months", "1805-08", "1805-08"),
    ("For two years after he fled in 1808, it rained.", "two years", "P2Y", None),
    ("A month after Ulm had fallen he fled.", "A month", "P1M", None),
    ("In 2018 it rose by 5 %, after 3 % the year before.", "the year before", "2017", "2017"),
    ("It fell in May 1808. The next day it rose.", "The next day", "1808-05-XX", "1808-05"),
]


@pytest.mark.parametrize(("text", "expression", "timex", "edtf"), UNDATED)
def test_an_undated_text_says_no_more_than_it_knows(text: str, expression: str, timex: str, edtf: str | None) -> None:
    found = {mention.text: (mention.timex, mention.edtf) for mention in find(text)}
    assert found[expression] == (timex, edtf)
    assert edtf is None or str(EDTF.parse(edtf)) == edtf


NAMES = [
    "The June Offensive failed; the July Crisis and the April Uprising came.",
    "The March of the Volunteers was sung in May Square.",
    "The May Day parade went by; May Day was its name.",
    "The April Theses and the August Coup.",
]


@pytest.mark.parametrize("text", NAMES)
def test_a_month_inside_a_name_is_no_date(text: str) -> None:
    assert [mention.text for mention in find(text)] == []
