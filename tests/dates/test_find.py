"""What each way of writing a date gives, without any context."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kzcn.dates import EDTF, DateMention, find

# sentence with the expression in brackets -> EDTF
DATES = [
    # the year before its month and day, as in chronicles
    ("[1532, 11 June]: the fort fell.", "1532-06-11"),
    ("[2020, March]: the fort was sold.", "2020-03"),
    ("The fort grew from [2018] to 24 towers.", "2018"),
    # years of three digits, told by what stands before them
    ("The prince left in [the winter of 517] for good.", "0517-24"),
    ("In [October 884] he came back.", "0884-10"),
    ("In [May] 884 men came back.", "XXXX-05"),
    ("It burnt by [the end of 640].", "../0640-12"),
    ("It stood between [916 and 1125].", "0916/1125"),
    # months counted from either end of a year
    ("Sales fell in [the first nine months of 2011].", "2011-01/2011-09"),
    ("Sales fell in [the last two months of 2011].", "2011-11/2011-12"),
    ("Sales fell in [the first two quarters of 2011].", "2011-01/2011-06"),
    ("Done at Riga on [the seventh day of April, two thousand and six], in two texts.", "2006-04-07"),
    ("Done this [12th day of June nineteen hundred and thirty-two].", "1932-06-12"),
    ("It was sealed on [3 March one thousand eight hundred and sixty].", "1860-03-03"),
    ("It was sealed on [the 2nd of July, nineteen fifty-one].", "1951-07-02"),
    ("On [5 May] two hundred people left.", "XXXX-05-05"),
    ("On [5 May] two thousand men left.", "XXXX-05-05"),
    # days
    ("They met on [4 July 1776] in a hall.", "1776-07-04"),
    ("They met on [July 4, 1776].", "1776-07-04"),
    ("They met on [July 4th, 1776].", "1776-07-04"),
    ("They met on [the 4th of July 1776].", "1776-07-04"),
    ("They met on [the fourth of July, 1776].", "1776-07-04"),
    ("They met on [Thursday, 4 July 1776].", "1776-07-04"),
    ("They met on [Sept. 9, 1886].", "1886-09-09"),
    ("They met on [9-Sep-1886].", "1886-09-09"),
    ("They met on [1886 September 9].", "1886-09-09"),
    ("Signed [1886-09-09] at Berne.", "1886-09-09"),
    ("Signed [9.9.1886] at Berne.", "1886-09-09"),
    ("Signed [9/13/1886] at Berne.", "1886-09-13"),
    ("Signed [13/9/1886] at Berne.", "1886-09-13"),
    ("the ides of [March 15, 44 BC]", "-0043-03-15"),
    ("It fell on [29 February 1904].", "1904-02-29"),
    # two calendars: the Gregorian day
    ("The manifesto of [17 October (30 October) 1905] came late.", "1905-10-30"),
    ("She was born on [6 (18) May 1868].", "1868-05-18"),
    ("Bread ran out on [8 March [O.S. 23 February] 1917].", "1917-03-08"),
    # months
    ("Peace came in [September, 1783].", "1783-09"),
    ("Peace came in [September of 1783].", "1783-09"),
    ("In [March] Third Army crossed.", "XXXX-03"),
    ("Peace came in [Sept. 1783].", "1783-09"),
    ("In [early October 1783] he left.", "1783-10-01/1783-10-10"),
    ("In [mid-October 1783] he left.", "1783-10-11/1783-10-20"),
    ("At [the end of February 1784] he left.", "1784-02-21/1784-02-29"),
    ("in [the second week of June 1784]", "1784-06-08/1784-06-14"),
    ("in [the last week of June 1784]", "1784-06-24/1784-06-30"),
    ("in [the last days of 1784]", "1784-12"),
    ("in [the first days of June 1784]", "1784-06-01/1784-06-10"),
    ("in [the first half of June 1784]", "1784-06-01/1784-06-15"),
    ("in [the first half of the 17th century]", "1601/1650"),
    ("in [the first days of June 1784]", "1784-06-01/1784-06-10"),
    ("in [May '68]", "1968-05"),
    # years and eras
    ("In [1783] peace came.", "1783"),
    ("in [the year 1783]", "1783"),
    ("In [751] the army lost.", "0751"),
    ("in [AD 79]", "0079"),
    ("in [79 AD]", "0079"),
    ("in [A.D. 79]", "0079"),
    ("in [44 BC]", "-0043"),
    ("in [44 BCE]", "-0043"),
    ("in [44 B.C.]", "-0043"),
    ("in [44BC]", "-0043"),
    ("in [1 BC]", "0000"),
    ("He came [c. 1420].", "1420~"),
    ("He came [ca. 1420].", "1420~"),
    ("He came [circa 1420].", "1420~"),
    ("He came [about 1420].", "1420~"),
    ("He came around [1420].", "1420~"),
    ("He came sometime around [1420].", "1420~"),
    ("in [early 1887]", "1887-01/1887-04"),
    ("in [mid-1887]", "1887-05/1887-08"),
    ("in [late 1887]", "1887-09/1887-12"),
    ("At [the beginning of 1887] it snowed.", "1887-01/1887-04"),
    # parts of years
    ("in [the spring of 1887]", "1887-21"),
    ("in [summer 1887]", "1887-22"),
    ("in [the fall of 1887]", "1887-23"),
    ("in [the winter of 1887]", "1887-24"),
    ("in [the first half of 1887]", "1887-01/1887-06"),
    ("in [the second quarter of 1887]", "1887-34"),
    ("in [Q3 1987]", "1987-35"),
    ("in [H1 1987]", "1987-01/1987-06"),
    ("in [Q1–Q3 1987]", "1987-33/1987-35"),
    ("by [end-1987]", "../1987-12"),
    ("at [end-June 1987]", "1987-06-21/1987-06-30"),
    ("by [mid-year 1987]", "../1987-08"),
    # decades and centuries
    ("in [the 1880s]", "188X"),
    ("in [the 1880's]", "188X"),
    ("in [the '80s]", "198X"),
    ("in [the eighties]", "198X"),
    ("in [the early 1880s]", "1880/1883"),
    ("in [the mid-1880s]", "1884/1886"),
    ("in [the late 1880s]", "1887/1889"),
    ("in [the 470s BC]", "-0478/-0469"),
    ("in [the 14th century]", "1301/1400"),
    ("in [the fourteenth century]", "1301/1400"),
    ("in [the twenty-first century]", "2001/2100"),
    ("in [the 3rd century BC]", "-0299/-0200"),
    ("in [the XIV century]", "1301/1400"),
    ("at [the beginning of the XXI century]", "2001/2033"),
    ("in [the second half of the IX century]", "0851/0900"),
    ("in [the XVII–XVIII centuries]", "1601/1800"),
    ("Louis XIV came in [1700]", "1700"),
    ("in [the early 14th century]", "1301/1333"),
    ("in [the mid-14th century]", "1334/1366"),
    ("in [the late 14th century]", "1367/1400"),
    ("in [the 2nd millennium BC]", "-1999/-1000"),
    ("in [the first decade of the 20th century]", "190X"),
    # ranges
    ("The war of [1812–1815] was short.", "1812/1815"),
    ("The war of [1812–15] was short.", "1812/1815"),
    ("The war of [1812-1815] was short.", "1812/1815"),
    ("from [1812 to 1815]", "1812/1815"),
    ("between [1812 and 1815]", "1812/1815"),
    ("It lasted from [1812 until 1815].", "1812/1815"),
    ("The dynasty ([618–907]) fell.", "0618/0907"),
    ("from [499 to 493 BC]", "-0498/-0492"),
    ("[206 BC – AD 220]", "-0205/0220"),
    ("He ruled [c. 1420–1450].", "1420~/1450~"),
    ("on [5/6 October 1887]", "1887-10-05/1887-10-06"),
    ("on [5–8 October 1887]", "1887-10-05/1887-10-08"),
    ("on [October 5–8, 1887]", "1887-10-05/1887-10-08"),
    ("from [28 October to 2 November 1887]", "1887-10-28/1887-11-02"),
    ("from [October 28, 1887 to January 2, 1888]", "1887-10-28/1888-01-02"),
    ("between [4 March and 9 April 1790]", "1790-03-04/1790-04-09"),
    ("[May–August 1887]", "1887-05/1887-08"),
    ("[November 1887 to March 1888]", "1887-11/1888-03"),
    ("in [the 5th–6th centuries]", "0401/0600"),
    ("between [June, 1811, and November, 1813]", "1811-06/1813-11"),
    ("between [the 4th century BC and the late 2nd century AD]", "-0399/0200"),
    ("in [the closing months of 1941]", "1941-09/1941-12"),
    ("[the 5th to 4th centuries BC]", "-0499/-0300"),
    ("from [late October to early November 1950]", "1950-10-21/1950-11-10"),
    ("from [the early 1920s to the late 1930s]", "1920/1939"),
    ("in [fiscal 2007/08]", "2007/2008"),
    ("The school stood [1991–present].", "1991/.."),
    ("from [1991 to the present]", "1991/.."),
    # words that open a side
    ("By [1815] he was gone.", "../1815"),
    ("until [May 1815]", "../1815-05"),
    ("before [5 May 1815]", "../1815-05-05"),
    ("no later than [1815]", "../1815"),
    ("prior to [1815]", "../1815"),
    ("pre-[1815] borders", "../1815"),
    ("since [1815]", "1815/.."),
    ("after [1815]", "1815/.."),
    ("since [the 1880s]", "188X/.."),
    ("from [1815] on", "1815/.."),
    ("a letter from [1815]", "1815"),
    ("As of [1815] there were ten.", "1815"),
    # other tongues
    ("Подписано [9 мая 1945 года] в Берлине", "1945-05-09"),
    ("В [мае 1945 г.] война кончилась", "1945-05"),
    ("[1945 год]", "1945"),
    ("[1911年10月10日]起义", "1911-10-10"),
    ("[1911年10月]", "1911-10"),
    ("[1911年]", "1911"),
    # what no context completes
    ("on [5 October]", "XXXX-10-05"),
    ("in [October]", "XXXX-10"),
]


def marked(sentence: str) -> tuple[str, int, int]:
    start, end = sentence.index("["), sentence.rindex("]")
    return sentence[:start] + sentence[start + 1 : end] + sentence[end + 1 :], start, end - 1


@pytest.mark.parametrize(("sentence", "edtf"), DATES)
def test_a_date_in_words_is_found_whole_and_gets_its_edtf(sentence: str, edtf: str) -> None:
    text, start, end = marked(sentence)
    mentions = find(text)
    assert [(mention.start, mention.end, mention.edtf) for mention in mentions] == [(start, end, edtf)]
    assert str(EDTF.parse(edtf)) == edtf


# expression -> type and TIMEX3 value
VALUES = [
    ("on 4 July 1776", "date", "1776-07-04"),
    ("in the 470s BC", "date", "BC047"),
    ("in 44 BC", "date", "BC0044"),
    ("in the 3rd century BC", "date", "BC02"),
    ("in the 14th century", "date", "13"),
    ("in the winter of 1887", "date", "1887-WI"),
    ("in the second half of 1887", "date", "1887-H2"),
    ("at this time", "date", "PRESENT_REF"),
    ("for two years", "duration", "P2Y"),
    ("for 2 1/2 years", "duration", "P2.5Y"),
    ("for an hour and a half", "duration", "PT1.5H"),
    ("for three hundred and fifty days", "duration", "P350D"),
    ("a months-long siege", "duration", "PXM"),
    ("every other week", "set", "P2W"),
    ("on weekends", "set", "XXXX-WXX-WE"),
    ("at 1700 GMT", "time", "XXXX-XX-XXT17:00"),
    ("for over nine months", "duration", "P9M"),
    ("for a few days", "duration", "PXD"),
    ("a ten-day march", "duration", "P10D"),
    ("for half a century", "duration", "P.5CE"),
    ("for half an hour", "duration", "PT30M"),
    ("for two and a half years", "duration", "P2.5Y"),
    ("for one hundred and sixteen years", "duration", "P116Y"),
    ("over the past two years", "duration", "P2Y"),
    ("in the next few months", "duration", "PXM"),
    ("for years", "duration", "PXY"),
    ("a decade-long drought", "duration", "P1DE"),
    ("he was nineteen years old", "duration", "P19Y"),
    ("every spring", "set", "XXXX-SP"),
    ("every Monday", "set", "XXXX-WXX-1"),
    ("on Mondays", "set", "XXXX-WXX-1"),
    ("each year", "set", "P1Y"),
    ("every two weeks", "set", "P2W"),
    ("twice a week", "set", "P1W"),
    ("40 raids a day", "set", "P1D"),
    ("six ships per month", "set", "P1M"),
    ("at 3:40 p.m.", "time", "XXXX-XX-XXT15:40"),
    ("at 12 a.m.", "time", "XXXX-XX-XXT00:00"),
    ("at noon", "time", "XXXX-XX-XXT12:00"),
    ("at 0630 hours", "time", "XXXX-XX-XXT06:30"),
    ("on the night of 9 November 1938", "time", "1938-11-09TNI"),
    ("in the early hours of 9 November 1938", "time", "1938-11-09TMO"),
    ("at 5 a.m. on 6 June 1944", "time", "1944-06-06T05:00"),
    ("in mid-afternoon", "time", "XXXX-XX-XXTAF"),
    ("at 5 o'clock", "time", "XXXX-XX-XXT05:00"),
    ("now it rains", "date", "PRESENT_REF"),
    ("the present-day town", "date", "PRESENT_REF"),
    ("several times a day", "set", "P1D"),
    ("in the summer months", "date", "XXXX-SU"),
    ("it rained recently", "date", "PAST_REF"),
    ("in recent years", "date", "PAST_REF"),
    ("in the future", "date", "FUTURE_REF"),
    ("to date none came", "date", "PRESENT_REF"),
    ("a few weeks later", "date", "FUTURE_REF"),
    ("many years earlier", "date", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "kind", "timex"), VALUES)
def test_every_type_of_expression_gets_its_timex_value(text: str, kind: str, timex: str) -> None:
    mentions = find(text)
    assert [(mention.type, mention.timex) for mention in mentions] == [(kind, timex)]


MODIFIERS = [
    ("early 1887", "START"),
    ("mid-1887", "MID"),
    ("late 1887", "END"),
    ("c. 1887", "APPROX"),
    ("around 1887", "APPROX"),
    ("by 1887", "ON_OR_BEFORE"),
    ("before 1887", "BEFORE"),
    ("since 1887", "ON_OR_AFTER"),
    ("after 1887", "AFTER"),
    ("over two years", "MORE_THAN"),
    ("less than two years", "LESS_THAN"),
    ("nearly two years", "APPROX"),
    ("at least two years", "EQUAL_OR_MORE"),
    ("1887", None),
]


@pytest.mark.parametrize(("text", "mod"), MODIFIERS)
def test_the_modifier_says_what_the_words_around_the_value_say(text: str, mod: str | None) -> None:
    assert [mention.mod for mention in find(text)] == [mod]


NO_DATES = [
    "You may go, and they march on.",
    "May I go?",
    "The March of the Ten Thousand began a second time.",
    "Rome may fall in a second attack; the fall of Rome came.",
    "Resolution 1973 and Flight 1549 in Room 1408 on page 1984.",
    "See No. 1917, pp. 1812–1815, vol. 1901.",
    "More than 1500 men, about 1500 men, 1500 soldiers and 2000 tons.",
    "It cost $1900 and rose 1900 km, 1,900 m, 1900 % and 1.900.",
    "A 1200-mile road, on a map of 1:1500.",
    "An army of 2000 men stood between 1500 and 2000 men; it had 1600 fast ships and employs 1800 workers.",
    "Vision 2035 and Strategy 2050, the Foo-2050 programme and Windows 2000.",
    "The present treaty; 1000 of them; a second attack and one split second.",
    "About 1700 Turkish sailors came, with 1400 Greek ships.",
    "ISBN 978-1-9000-2531-8, doi:10.1999/2004.1812, http://example.org/2004/05/06/1812 and www.example.org/1999.",
    "Spring water springs up; the first army and three quarters of the second.",
    "June Smith read the Sunday Herald at the Winter Games and the Spring Festival.",
    "John 3:16 was read; the ratio was 16:9.",
    "The 21st Army and the 14th floor.",
    "F-1990, MH1917 and 1900x.",
    "On the one hand, some of them; one hundred and fifty of them.",
    "Sat down, the sun rose, he wed and saw mon ami in the mar.",
    "31 April and 32 May.",
    "",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert [mention.text for mention in find(text)] == []


LEADS = [
    ("They came in 1887.", "in 1887", None),
    ("They came by 1887.", "by 1887", "by"),
    ("They came sometime around 1887.", "sometime around 1887", None),
    ("They came as early as 1887.", "as early as 1887", None),
    ("They stayed since 1887.", "since 1887", "since"),
    ("They came after 1887.", "after 1887", "after"),
    ("They came no later than 1887.", "no later than 1887", "by"),
    ("They saw 1887 twice over.", "1887", None),
]


@pytest.mark.parametrize(("text", "led", "relation"), LEADS)
def test_a_mention_says_where_its_governing_words_begin_and_which_way_they_open_it(
    text: str, led: str, relation: str | None
) -> None:
    (mention,) = (found for found in find(text) if found.type == "date")
    assert (text[mention.lead : mention.end], mention.relation) == (led, relation)


def test_a_range_has_its_two_ends_as_parts() -> None:
    (mention,) = find("It lasted from 28 October to 2 November 1887.")
    assert mention.timex is None
    assert [(part.text, part.timex, part.edtf) for part in mention.parts] == [
        ("28 October", "1887-10-28", "1887-10-28"),
        ("2 November 1887", "1887-11-02", "1887-11-02"),
    ]


def test_a_list_gives_each_of_its_dates() -> None:
    texts = [(mention.text, mention.edtf) for mention in find("in April and June 1887, on May 4 and 5, 1888")]
    assert texts == [("April", "1887-04"), ("June 1887", "1887-06"), ("May 4", "1888-05-04"), ("5, 1888", "1888-05-05")]


def test_a_mention_prints_as_the_contract_says() -> None:
    (mention,) = find("of 1812–15.")
    assert mention.to_dict() == {
        "start": 3,
        "end": 10,
        "text": "1812–15",
        "type": "date",
        "edtf": "1812/1815",
        "timex": None,
        "mod": None,
        "parts": [
            {**part(3, 7, "1812"), "edtf": "1812", "timex": "1812"},
            {**part(8, 10, "15"), "edtf": "1815", "timex": "1815"},
        ],
    }


def part(start: int, end: int, text: str) -> dict[str, object]:
    return {"start": start, "end": end, "text": text, "type": "date", "mod": None, "parts": []}


def test_mentions_stand_in_order_and_apart_and_quote_the_text() -> None:
    text = " ".join(sentence.replace("[", "").replace("]", "") for sentence, _ in DATES)
    mentions = find(text)
    assert all(one.end <= two.start for one, two in pairwise(mentions))
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(isinstance(mention, DateMention) and mention.lead <= mention.start for mention in mentions)


def test_days_in_figures_come_first_where_another_date_of_the_text_shows_it() -> None:
    told = [mention.edtf for mention in find("Signed on 04/05/2007, sealed on 21/11/2007.")]
    assert told == ["2007-05-04", "2007-11-21"]
    assert [mention.edtf for mention in find("Signed on 04/05/2007.")] == ["2007-04-05"]


def test_the_following_month_follows_what_was_told_last_in_news_too() -> None:
    text = (
        "RIGA, 14 March 2019 (Agency) - The ministers met on Wednesday, a spokesman said. The two ports agreed in April"
        " 2010 to share a pier. The pact, signed the following September, is old."
    )
    told = {mention.text: mention.edtf for mention in find(text, "2019-03-14")}
    assert (told["Wednesday"], told["the following September"]) == ("2019-03-13", "2010-09")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fort of 1871 was sold in 1951 decades later.", ["1871", None]),
        ("The year ended 1951 decades later.", [None]),
        ("In section 3.1.2 years are counted.", [None]),
        ("It lasted 1.2.3 years.", [None]),
    ],
)
def test_a_number_that_can_count_no_units_gives_no_date(text: str, expected: list[str | None]) -> None:
    assert [mention.edtf for mention in find(text)] == expected
