"""What the words around a number, month or season make of it: pairs that differ in little."""

from __future__ import annotations

import pytest

from kzcn.dates import find

# text, TIMEX3 of what is found in it
PAIRS = [
    # numbers of four digits
    *[("It came about 1900.", "1900"), ("It sold about 1900 km of wire.", ""), ("It sold 1900 km of wire.", "")],
    *[("No later than 1900 it fell.", "1900"), ("More than 1900 fell.", ""), ("Over 1900 came.", "")],
    *[("In 1900 ships sailed.", "1900"), ("They met 1900 sailors.", ""), ("They met 1900 weary sailors.", "")],
    *[("See p. 1900.", ""), ("It cost £1900.", ""), ("Resolution 1900 fell.", ""), ("It fell. 1900 was wet.", "1900")],
    *[("the pre-1900 border", "1900"), ("the post-1900 border", "1900"), ("a 1900-mile march", "")],
    *[("It fell 1900–1950 m.", ""), ("Between 1900 and 1950 men fell.", ""), ("the Foo-1900 road", "")],
    *[("in 1000", "1000"), ("in 2199", "2199"), ("Rooms 2200 and 0999 burned.", "")],
    # numbers of three and two digits
    *[("in 476", "0476"), ("in 476 men", ""), ("in 476, men left", "0476"), ("in 099", "")],
    *[("in '99", "1999"), ("in '40", "1940"), ("in '39", "2039"), ("in the '99ers", "")],
    # months
    *[("June Smith rose.", ""), ("In June Smith rose.", "XXXX-06"), ("June rose.", "XXXX-06")],
    *[("the October revolution", "XXXX-10"), ("99 March", ""), ("5 March", "XXXX-03-05"), ("31 March", "XXXX-03-31")],
    *[("In March First Army crossed.", "XXXX-03"), ("They march.", ""), ("In May they left.", "XXXX-05")],
    *[("on May Day", "XXXX-05-01"), ("on the May Day parade", ""), ("in the March of Ten", "")],
    # seasons
    *[("the fall of Rome", ""), ("in the fall", "XXXX-FA"), ("in the fall of Rome", "")],
    *[("in the fall of 1900", "1900-FA"), ("the spring games", ""), ("the spring water", ""), ("a spring", "XXXX-SP")],
    *[
        ("the winter of 942", "0942-WI"),
        ("the spring of 300 men", "XXXX-SP"),
        ("the summer camps", ""),
        ("the summer schools", ""),
        ("the winter residence", ""),
        ("the summer talks", "XXXX-SU"),
    ],
    # days
    *[("Black Monday", ""), ("on Monday", "XXXX-WXX-1"), ("the Monday Herald", ""), ("USA Today", "")],
    *[("on the 14th", "XXXX-XX-14"), ("on the 14th floor", ""), ("on the 14th he left", "XXXX-XX-14"), ("a 14th", "")],
    *[("at 4:30", "XXXX-XX-XXT04:30"), ("It was 4:30.", ""), ("since noon", "XXXX-XX-XXT12:00"), ("a noon", "")],
    # lengths of time and references
    *[("some day", ""), ("for some days", "PXD"), ("a second attack", ""), ("three quarters of it", "")],
    *[("60 miles an hour", ""), ("60 ships an hour", "PT1H"), ("a decade-long war", "P1DE"), ("for a decade", "P1DE")],
    *[
        ("two days before", "XXXX-XX-XX"),
        ("two days before the vote", "P2D"),
        ("two days before, he left", "XXXX-XX-XX"),
    ],
    *[("this time, he stayed", ""), ("at this time", "PRESENT_REF"), ("as soon as he left", ""), ("too soon", "")],
    *[("at present", "PRESENT_REF"), ("the present town", ""), ("in her sixties", ""), ("in the sixties", "196")],
    *[("in the first half, it fell", "XXXX-H1"), ("in the first half of it", ""), ("it fell recently", "PAST_REF")],
]


@pytest.mark.parametrize(("text", "timex"), PAIRS)
def test_the_words_around_decide_what_is_a_date(text: str, timex: str) -> None:
    assert [mention.timex for mention in find(text)] == ([timex] if timex else [])


# news of Wednesday, 17 March 2004: text, TIMEX3 of the last date in it
NEWS = [
    *[("It rained in January.", "2004-01"), ("It rained in May.", "2003-05"), ("It will rain in May.", "2004-05")],
    *[("It will rain in February.", "2004-02"), ("It rained on 29 February.", "2004-02-29")],
    *[("It rained this winter.", "2003-WI"), ("It rained on Wednesday.", "2004-03-17")],
    *[("It rained at noon.", "2004-03-17T12:00"), ("On March 10, it rained at noon.", "2004-03-10T12:00")],
    *[("On March 9, it rained at noon.", "2004-03-17T12:00"), ("It rained in the quarter.", "2003-Q4")],
    *[("Sales were 5 in the third quarter, 4 in the year-earlier quarter.", "2002-Q3")],
    *[("Sales were $5 in May, $4 in the same month last year.", "2002-05"), ("It rained that day.", "2004-03-17")],
    *[("It fell on March 2. That day it rained.", "2004-03-02")],
    *[("It fell on March 2. The following week it rained.", "2004-W11")],
    *[("It will rain over the weekend.", "2004-W12-WE"), ("It rained over the weekend.", "2004-W11-WE")],
    *[("It will rain Tuesday next week.", "2004-03-23"), ("It rained Tuesday last week.", "2004-03-09")],
    *[("It will rain the day after tomorrow.", "2004-03-19"), ("It rains tonight.", "2004-03-17TNI")],
]


@pytest.mark.parametrize(("text", "timex"), NEWS)
def test_news_counts_from_its_own_day(text: str, timex: str) -> None:
    assert find(text, "2004-03-17")[-1].timex == timex
