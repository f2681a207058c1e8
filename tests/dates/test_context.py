"""What a date takes from the text around it, and from the day the text was written."""

from __future__ import annotations

import datetime as dt

import pytest

from kzcn.dates import find
from kzcn.errors import BadDate

# a narrative, the expression looked at, its EDTF, its basis
STORIES = [
    ("On 3 May 1808 he fled. In June, he came back.", "June", "1808-06", "inherited"),
    ("On 3 May 1808 he fled. On 9 June he came back.", "9 June", "1808-06-09", "inherited"),
    ("On 3 May 1808 he fled. On the 9th he came back.", "the 9th", "1808-05-09", "relative"),
    ("In December 1808 he fled. In January, he came back.", "January", "1809-01", "inherited"),
    ("In October 1808 he fled. In the spring, he came back.", "the spring", "1809-21", "inherited"),
    ("In 1808 he fled. In June, he came back.", "June", "1808-06", "inherited"),
    ("On 3 May 1808 he fled. The next day he came back.", "The next day", "1808-05-04", "relative"),
    ("On 31 May 1808 he fled. The following day he wept.", "The following day", "1808-06-01", "relative"),
    ("On 3 May 1808 he fled. That same day he wept.", "That same day", "1808-05-03", "relative"),
    ("On 3 May 1808 he fled. Ten days later he wept.", "Ten days later", "1808-05-13", "relative"),
    ("On 3 May 1808 he fled. Ten days earlier he wept.", "Ten days earlier", "1808-04-23", "relative"),
    ("On 3 May 1808 he fled. Two months later he wept.", "Two months later", "1808-07", "relative"),
    ("On 3 May 1808 he fled. Two years later he wept.", "Two years later", "1810", "relative"),
    ("On 3 May 1808 he fled. Two weeks later he wept.", "Two weeks later", "1808-05-17~", "relative"),
    ("On 3 May 1808 he fled. Ten days thereafter he wept.", "Ten days thereafter", "1808-05-13", "relative"),
    ("On 3 May 1808 he fled. A week later he came, a week later he left.", "a week later", "1808-05-17~", "relative"),
    ("He fled not long before 1808. In May of that year he wept.", "May of that year", "1808-05", "relative"),
    ("From 1803 to 1808 he fled. In the latter year he wept.", "the latter year", "1808", "relative"),
    ("In May 1803 he fled. In October 1807 he came. In February he wept.", "February", "1808-02", "inherited"),
    ("In May 1803 he fled. He hid until the pact of 8 May 1808, kept in July.", "July", "1808-07", "inherited"),
    ("He has been king since 1798; ten years later he wept.", "ten years later", "1808", "relative"),
    ("On 3 May 1808 he fled. Two days after that he wept.", "Two days", "1808-05-05", "relative"),
    ("On 3 May 1808 he won, and six days after the battle he fell.", "six days", "1808-05-09", "relative"),
    ("On 3 May 1808 he fled for ten days after the battle.", "ten days", None, "stated"),
    ("Prior to 1808 he fled. In May of that year he wept.", "May of that year", "1808-05", "relative"),
    ("On 3 May 1808 he fled. He hid in the night of the 5th.", "the night of the 5th", "1808-05-05", "relative"),
    ("On 3 May 1808 he fled. In the night of 5 to 6 June he hid.", "5 to 6 June", "1808-06-05/1808-06-06", "inherited"),
    (
        "On 8 May 1808 he fled. On the 3rd of May following, he wept.",
        "the 3rd of May following",
        "1809-05-03",
        "relative",
    ),
    ("He fled (on 8 May 1808), and by a pact of May following, came.", "May following", "1809-05", "relative"),
    (
        "On 3 May 1808 he fled. On the last day of the year he wept.",
        "the last day of the year",
        "1808-12-31",
        "relative",
    ),
    (
        "On 3 May 1808 he fled, but not before June 1809; two months later he wept.",
        "two months later",
        "1809-08",
        "relative",
    ),
    ("He fled in April 1808. He left in November 1805 and came in February.", "February", "1806-02", "inherited"),
    ("He fled on 3 May and came back on 9 June 1808.", "3 May", "1808-05-03", "stated"),
    ("He fled on 28 December and came back on 3 January 1808.", "28 December", "1807-12-28", "stated"),
    ("In May 1808 he fled. Two decades earlier he had come.", "Two decades earlier", "1788~", "relative"),
    ("In May 1808 he fled. On 2 June of the year after he wept.", "2 June of the year after", "1809-06-02", "relative"),
    ("On 3 May 1808 he fled. Half a century later he wept.", "Half a century later", "1858", "relative"),
    ("On 3 May 1808 he fled, and in the same year wept.", "the same year", "1808", "relative"),
    ("On 3 May 1808 he fled, and later that month wept.", "later that month", "1808-05", "relative"),
    ("On 3 May 1808 he fled. By the end of the year he wept.", "the end of the year", "../1808-12", "relative"),
    ("On 3 May 1808 he fled. The previous year he wept.", "The previous year", "1807", "relative"),
    ("On 3 May 1808 he fled. The year before, he wept.", "The year before", "1807", "relative"),
    ("On 3 May 1808 he fled. The following spring he wept.", "The following spring", "1809-21", "relative"),
    ("On 3 May 1808 he fled. The following August he wept.", "The following August", "1808-08", "relative"),
    ("On 3 May 1808 he fled. That autumn he wept.", "That autumn", "1808-23", "relative"),
    ("On 3 May 1808 he fled. In August of that year he wept.", "August of that year", "1808-08", "relative"),
    ("On 3 May 1808 he fled. On 4 June of the same year he wept.", "4 June of the same year", "1808-06-04", "relative"),
    ("In 1808 he fled. Since then he wept.", "then", "1808/..", "relative"),
    ("In 1808 he fled. Some years passed; two years later, in 1812, he wept.", "two years later", "1812", "stated"),
    ("He wept the next day (4 May 1808).", "the next day", "1808-05-04", "stated"),
    ("In 44 BC he fled. The following year he wept.", "The following year", "-0042", "relative"),
    ("In 1 BC he fled. Two years later he wept.", "Two years later", "0002", "relative"),
    ("In March 1807 he fled. On 29 February he came back.", "29 February", "1808-02-29", "inherited"),
    ("In May 1808 he fled. On Thursday (19 May) he wept.", "Thursday", "1808-05-19", "inherited"),
    ("In May 1808 he fled. On Tuesday, 24 May, he wept.", "Tuesday, 24 May", "1808-05-24", "inherited"),
    ("During the 1808 war he fled on 16 March.", "16 March", "1808-03-16", "inherited"),
    ("In May 1808 he fled. From Rome, in 1812, he went home on 3 August.", "3 August", "1812-08-03", "inherited"),
    # what is told from an unknown day of speech leaves the line where it is
    ("In 1808 he fled. In May last year he came. In June he wept.", "June", "1808-06", "inherited"),
    ("In 1808 he fled. In May last year he came. In June last year he wept.", "June last year", "1807-06", "relative"),
    # a month takes its year from a range or list it stands in
    ("They met from 9 June to 3 July 1808.", "9 June to 3 July 1808", "1808-06-09/1808-07-03", "stated"),
    (
        "\nFrom peace to 1808\n\nIn May 1815 he fled. In November 1819 he came and left in February.",
        "February",
        "1820-02",
        "inherited",
    ),
    (
        "On 3 May 1808 he fled, under a pact made in October of the preceding year.",
        "October of the preceding year",
        "1807-10",
        "relative",
    ),
    ("On 3 May 1808 he fled and on the 9th crossed the river.", "the 9th", "1808-05-09", "relative"),
    # passing mentions leave the line where it is
    ("In May 1808 he fled (he had come in 1799). In June, he wept.", "June", "1808-06", "inherited"),
    ("In May 1808 he fled the 1799 treaty. In June, he wept.", "June", "1808-06", "inherited"),
    ("In May 1808 he fled and hid until 1821. In June, he wept.", "June", "1808-06", "inherited"),
    ("In May 1808 he fled, as he had since 1799. In June, he wept.", "June", "1808-06", "inherited"),
    ("In May 1808 he fled. He would marry in March 1821. In June, he wept.", "June", "1808-06", "inherited"),
    # a heading or a sentence that opens with a year moves it
    ("In May 1808 he fled.\n\n1812: The end\n\nIn June, he wept.", "June", "1812-06", "inherited"),
    (
        "\n1811–1813: The war\n\nIn May he fled. In June 1799 he had wed. In July, he wept.",
        "July",
        "1811-07",
        "inherited",
    ),
    ("In May 1808 he fled. In 1812, he came. In June, he wept.", "June", "1812-06", "inherited"),
]


@pytest.mark.parametrize(("text", "expression", "edtf", "basis"), STORIES)
def test_a_date_takes_what_it_lacks_from_the_line_of_narration(
    text: str, expression: str, edtf: str, basis: str
) -> None:
    found = {mention.text: (mention.edtf, mention.basis) for mention in find(text)}
    assert found[expression] == (edtf, basis)


def test_a_day_of_this_year_is_told_from_the_reference_date_in_any_text() -> None:
    text = "In 1808 he fled, in 1811 he wept, and in 1812 he wed. On 2 March this year he came back."
    assert find(text, "1819-12-19")[-1].edtf == "1819-03-02"


def test_the_line_of_narration_holds_with_a_reference_date_far_from_it() -> None:
    mentions = find("On 3 May 1808 he fled. In June, he wept.", "2009-12-19")
    assert [mention.edtf for mention in mentions] == ["1808-05-03", "1808-06"]


# news of Wednesday, 14 October 1987 -> EDTF, or the TIMEX3 value where EDTF has none
NEWS = [
    ("It rained today.", "1987-10-14"),
    ("It rained yesterday.", "1987-10-13"),
    ("It will rain tomorrow.", "1987-10-15"),
    ("It rained the day before yesterday.", "1987-10-12"),
    ("It rained on Monday.", "1987-10-12"),
    ("It rained Wednesday.", "1987-10-14"),
    ("It rained Friday.", "1987-10-09"),
    ("It will rain on Friday.", "1987-10-16"),
    ("It rained last Monday.", "1987-10-12"),
    ("It will rain next Monday.", "1987-10-19"),
    ("It rained last week.", "1987-10-05/1987-10-11"),
    ("It rained this week.", "1987-10-12/1987-10-18"),
    ("It rained over the weekend.", "1987-10-10/1987-10-11"),
    ("It rained last month.", "1987-09"),
    ("It rained this year.", "1987"),
    ("It will rain next year.", "1988"),
    ("It rained earlier this year.", "1987"),
    ("It rained last June.", "1987-06"),
    ("It rained last December.", "1986-12"),
    ("It will rain next June.", "1988-06"),
    ("It rained last summer.", "1987-22"),
    ("It rained in May this year.", "1987-05"),
    ("It rained in May of last year.", "1986-05"),
    ("It rained two years ago.", "1985"),
    ("It rained three days ago.", "1987-10-11"),
    ("It rained five months ago.", "1987-05"),
    ("It rained on March 8.", "1987-03-08"),
    ("It rained in December.", "1986-12"),
    ("It will rain in January.", "1988-01"),
    ("It will rain on Oct. 30.", "1987-10-30"),
    ("Sales rose in the third quarter.", "1987-35"),
    ("Sales rose in the first quarter.", "1987-33"),
    ("Sales rose in Q4 1986.", "1986-36"),
    ("Sales rose last quarter.", "1987-35"),
    ("Sales rose in the first half of this year.", "1987-01/1987-06"),
    ("It was now raining.", "PRESENT_REF"),
    ("It rained last night.", "1987-10-13TNI"),
    ("It rained Monday morning.", "1987-10-12TMO"),
    ("It rained at 4:30 p.m. EST Monday.", "1987-10-12T16:30"),
    ("It rained on the 6th.", "1987-10-06"),
]


TAKEN_UP = [
    ("He came in 1320. Eight years on, Edward left.", "Eight years on", "1328"),
    ("He came in 1320 and a decade later left.", "a decade later", "1330"),
    ("They agreed in April 1810, and the quarrel of four decades before was over. He came the following May.",
     "the following May", "1810-05"),
    ("The route, a monopoly until 1919, was opened on 25 May of that year.", "25 May of that year", "1919-05-25"),
    ("The June 1867 mutiny hastened what was complete by 30 July.", "30 July", "../1867-07-30"),
    ("They poured ashore from 23 May 1592 onward; Riga fell on 12 June.", "12 June", "1592-06-12"),
    ("He came on 14 May 1873, and before the year was out he left.", "the year", "../1873"),
    ("They lost it in 1884 and mourn it every 23 March.", "every 23 March", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "edtf"), TAKEN_UP)
def test_what_leaves_out_its_year_takes_it_from_the_text_before(text: str, words: str, edtf: str | None) -> None:
    assert {mention.text: mention.edtf for mention in find(text)}[words] == edtf


def test_a_report_tells_last_month_from_its_own_day_though_it_tells_of_the_past() -> None:
    past = " ".join(f"In {year} they met." for year in range(1950, 1962))
    (mention,) = [
        found for found in find(f"{past} Last month they parted.", "1987-10-14") if found.text == "Last month"
    ]
    assert mention.edtf == "1987-09"


def test_a_length_of_time_on_the_way_is_no_date() -> None:
    assert [mention.edtf for mention in find("He came in 1320. Two days on the road, he left.")] == ["1320", None]


@pytest.mark.parametrize(("text", "value"), NEWS)
def test_news_is_told_from_the_day_it_was_written(text: str, value: str) -> None:
    (mention,) = find(text, "1987-10-14")
    assert value == (mention.timex if mention.type == "time" or mention.edtf is None else mention.edtf)


def test_a_reference_date_may_be_a_date_and_must_be_one() -> None:
    assert find("It rained yesterday.", dt.date(1987, 10, 14)) == find("It rained yesterday.", "1987-10-14")
    with pytest.raises(BadDate, match="no EDTF date"):
        find("It rained yesterday.", "last week")


def test_today_in_a_story_is_no_date_but_a_reference() -> None:
    assert [mention.timex for mention in find("In 1808 he fled. Today he is forgotten.")] == ["1808", "PRESENT_REF"]
