"""The tables are the specification: what a phrase says, and what says nothing."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.model import Span
from kzcn.quantities import QuantityMention, find

# text | value, or the two ends of a range | unit | qualifier | noun; "-" for none
READ = """
Finland paid $3 million | 3000000 | USD | exact | -
Finland paid US$4.25 billion | 4250000000 | USD | exact | -
Finland paid US$4.25\u00a0billion | 4250000000 | USD | exact | -
Finland paid US $ 7 million | 7000000 | USD | exact | -
Finland paid €3bn | 3000000000 | EUR | exact | -
Finland paid €3 bn | 3000000000 | EUR | exact | -
contracts worth $640m | 640000000 | USD | exact | -
contracts worth $640 m | 640000000 | USD | exact | -
contracts worth £2.5M | 2500000 | GBP | exact | -
contracts worth USD 3 bn | 3000000000 | USD | exact | -
contracts worth USD3bn | 3000000000 | USD | exact | -
contracts worth 3 bn USD | 3000000000 | USD | exact | -
contracts worth RMB 80 million | 80000000 | CNY | exact | -
contracts worth ¥80 million | 80000000 | CNY | exact | -
contracts worth 3 billion yuan | 3000000000 | CNY | exact | -
contracts worth 12,5 million euros | 12500000 | EUR | exact | -
contracts worth 450 billion tenge | 450000000000 | KZT | exact | -
contracts worth 9 million Kyrgyz soms | 9000000 | KGS | exact | -
contracts worth 2 trillion roubles | 2000000000000 | RUB | exact | -
The road is 812 km. Its bridges are old. | 812 | km | exact | -
Prices rose 12 percent. The bank was silent. | 12 | percent | exact | -
It covers 580 square kilometers. Nobody lives there. | 580 | km2 | exact | -
The plant gives 200 MW. Mali buys half. | 200 | MW | exact | -
It covers 5 sq. km of bog. | 5 | km2 | exact | -
contracts worth 2 tn rubles | 2000000000000 | RUB | exact | -
contracts worth A$90 million | 90000000 | AUD | exact | -
contracts worth C$1.2 million | 1200000 | CAD | exact | -
contracts worth HK$5 billion | 5000000000 | HKD | exact | -
contracts worth 40 million Hong Kong dollars | 40000000 | HKD | exact | -
contracts worth 5 million pounds | 5000000 | GBP | exact | -
a bag of 5 pounds | 5 | lb | exact | -
half a million dollars | 500000 | USD | exact | -
more than half a million people | 500000 | person | more_than | people
contracts worth $3 billion USD | 3000000000 | USD | exact | -
contracts worth 5 mln. US dollars | 5000000 | USD | exact | -
contracts worth 5 bn. Swiss francs | 5000000000 | CHF | exact | -
two million silver thaler | 2000000 | thaler | exact | -
300 "gold roubles" | 300 | RUB | exact | -
pumps 5 Bcm/a | 5000000000 | m3 | exact | -
the 90 kilometer-long border | 90 | km | exact | -
300 "settlers" came | 300 | person | exact | settlers
14 New Zealanders came | 14 | person | exact | New Zealanders
a 30-strong choir | 30 | person | exact | -
prices fell by a third. | 33.3 | percent | about | -
sales were up a quarter on the year | 25 | percent | exact | -
one million were there | 1000000 | - | exact | -
31 were hurt | 31 | - | exact | -
600-odd firms | 600 | firm | about | firms
a crew of thirty | 30 | - | exact | -
nine in ten sailors | 90 | percent | exact | -
one sailor in eight | 12.5 | percent | exact | -
1.2 m barrels | 1200000 | barrel | exact | -
5–6 m visitors | 5000000..6000000 | person | exact | visitors
the Turks 1,200 | 1200 | - | exact | -
1.2 billion CFA francs | 1200000000 | XOF | exact | -
1,500 fishermen | 1500 | person | exact | fishermen
perhaps 300 firms | 300 | firm | about | firms
Around 8 million Nepalese live there | 8000000 | person | about | Nepalese
and Qatar 12 million | 12000000 | - | exact | -
500 head of cattle | 500 | head | exact | head
a quarter of a billion euros | 250000000 | EUR | exact | -
one and a half million crowns | 1500000 | crown | exact | -
two and a half billion won | 2500000000 | KRW | exact | -
five hundred thousand dollars | 500000 | USD | exact | -
three hundred and twenty-one yen | 321 | JPY | exact | -
a 3-billion-dollar loan | 3000000000 | USD | exact | -
a $3-billion loan | 3000000000 | USD | exact | -
$5k in fees | 5000 | USD | exact | -
300 taels of silver | 300 | tael | exact | -
costs $3–4 billion | 3000000000..4000000000 | USD | exact | -
costs $3 to $4 billion | 3000000000..4000000000 | USD | exact | -
costs between $3 billion and $4 billion | 3000000000..4000000000 | USD | exact | -
costs between about 3 and 4 million euros | 3000000..4000000 | EUR | about | -
costs 900 million to 1.2 billion euros | 900000000..1200000000 | EUR | exact | -
a coast of 1,782.5 km | 1782.5 | km | exact | -
a coast of 1782.5\u00a0km | 1782.5 | km | exact | -
a coast of 1 200 km | 1200 | km | exact | -
a coast of 1\u202f200\u202f000 km | 1200000 | km | exact | -
a coast of 1'200 km | 1200 | km | exact | -
a coast of 300km | 300 | km | exact | -
a coast of 300 kilometres | 300 | km | exact | -
a coast of 300 miles | 300 | mi | exact | -
a 300-kilometre canal | 300 | km | exact | -
a 300 kilometer canal | 300 | km | exact | -
a tower of 45 metres | 45 | m | exact | -
some 5 to 7 km away | 5..7 | km | about | -
10–15 km wide | 10..15 | km | exact | -
from 5 km to 7 km wide | 5..7 | km | exact | -
two or three kilometres off | 2..3 | km | exact | -
half a kilometre off | 0.5 | km | exact | -
12½ miles off | 12.5 | mi | exact | -
an area of 640 km² | 640 | km2 | exact | -
an area of 640 km2 | 640 | km2 | exact | -
an area of 640 sq km | 640 | km2 | exact | -
an area of 640 sq. km | 640 | km2 | exact | -
an area of 640 square kilometers | 640 | km2 | exact | -
an area of 640 square miles | 640 | mi2 | exact | -
an area of 12,000 hectares | 12000 | ha | exact | -
an area of 0,75 ha | 0.75 | ha | exact | -
about 90 acres of land | 90 | acre | about | -
40 bcm of gas | 40000000000 | m3 | exact | -
40 billion cubic metres of gas | 40000000000 | m3 | exact | -
1.5 million barrels | 1500000 | barrel | exact | -
20,000 short tons | 20000 | short ton | exact | -
20 million tonnes of ore | 20000000 | tonne | exact | -
20m tonnes of ore | 20000000 | tonne | exact | -
3 Mt of ore | 3000000 | tonne | exact | -
45 kg of gold | 45 | kg | exact | -
a plant of 600 MW | 600 | MW | exact | -
a plant of 600 megawatts | 600 | MW | exact | -
12,000 TEUs | 12000 | TEU | exact | -
12 percent of voters | 12 | percent | exact | -
12 per cent of voters | 12 | percent | exact | -
12% of voters | 12 | percent | exact | -
12 % of voters | 12 | percent | exact | -
12 pct of voters | 12 | percent | exact | -
rose by 2.5 percentage points | 2.5 | percent | exact | -
20-30% of voters | 20..30 | percent | exact | -
20 to 30 percent of voters | 20..30 | percent | exact | -
between 20 and 30 percent of voters | 20..30 | percent | exact | -
between 20% and 30% of voters | 20..30 | percent | exact | -
one third of voters | 33.3 | percent | about | -
two-thirds of voters | 66.7 | percent | about | -
a fifth of voters | 20 | percent | exact | -
half of voters | 50 | percent | exact | -
nearly half the voters | 50 | percent | almost | -
19 F-16 fighters | 19 | fighter | exact | F-16 fighters
19 fighters | 19 | person | exact | fighters
the western half of an island; half of it | 50 | percent | exact | -
three quarters of voters | 75 | percent | exact | -
one in five voters | 20 | percent | exact | -
two out of five voters | 40 | percent | exact | -
trade more than doubled | 2 | times | more_than | -
trade doubled | 2 | times | exact | -
nearly double the sum | 2 | times | almost | -
a threefold rise | 3 | times | exact | -
five times higher | 5 | times | exact | -
a ten-year lease | 10 | year | exact | -
for 25 years | 25 | year | exact | -
more than 200 years ago | 200 | year | more_than | -
over 200 years ago | 200 | year | more_than | -
over five years it grew | 5 | year | exact | -
two and a half hours | 2.5 | hour | exact | -
8,000 Danish students | 8000 | person | exact | Danish students
8.000.000 Danes | 8000000 | person | exact | Danes
12,34,567 voters | 1234567 | person | exact | voters
15,000 U.S. troops | 15000 | person | exact | U.S. troops
15,000 US troops | 15000 | person | exact | US troops
55 Danish soldiers dead | 55 | person | exact | Danish soldiers
a million and a half refugees | 1500000 | person | exact | refugees
of the sixteen crossing points | 16 | point | exact | crossing points
40,000 Azerbaijanis settled | 40000 | person | exact | Azerbaijanis
34 of which were closed | 34 | - | exact | -
contracts worth 3.7 billion kroner | 3700000000 | NOK | exact | -
a fee of 25 cents | 0.25 | USD | exact | -
three soldiers | 3 | person | exact | soldiers
700,000 citizens of Peru left | 700000 | person | exact | citizens
3.5 million people | 3500000 | person | exact | people
5m people | 5000000 | person | exact | people
10k troops | 10000 | person | exact | troops
10–15 people | 10..15 | person | exact | people
ten to fifteen Swedish diplomats | 10..15 | person | exact | Swedish diplomats
20,000 Russians | 20000 | person | exact | Russians
20,000 Portuguese settled | 20000 | person | exact | Portuguese
20,000 Pakistanis settled | 20000 | person | exact | Pakistanis
30 of the passengers | 30 | person | exact | passengers
four older gas fields | 4 | field | exact | older gas fields
Peru has five large Goethe Institutes | 5 | institute | exact | large Goethe Institutes
removed 31 offending pages | 31 | page | exact | offending pages
twenty-three provinces | 23 | province | exact | provinces
a hundred sheep | 100 | sheep | exact | sheep
two dozen ships sailed | 24 | ship | exact | ships
a dozen agreements | 12 | agreement | exact | agreements
15 large and medium factories | 15 | factory | exact | large and medium factories
six sports clubs | 6 | club | exact | sports clubs
a 1,000-household unit | 1000 | household | exact | household
1500 houses burned | 1500 | house | exact | houses
1,500 houses burned | 1500 | house | exact | houses
Six new laws passed | 6 | law | exact | new laws
two boxes | 2 | box | exact | boxes
45 buses | 45 | bus | exact | buses
7 crises | 7 | crisis | exact | crises
a population of 19 million | 19000000 | - | exact | -
a population of 20,139,914 | 20139914 | - | exact | -
the flood killed 45 and went on | 45 | - | exact | -
Members: 26 | 26 | - | exact | -
about 300 ships | 300 | ship | about | ships
around 300 ships | 300 | ship | about | ships
approximately 300 ships | 300 | ship | about | ships
roughly 300 ships | 300 | ship | about | ships
~300 ships | 300 | ship | about | ships
an estimated 300 ships | 300 | ship | about | ships
300 ships or so | 300 | ship | about | ships
at least 300 ships | 300 | ship | more_than | ships
no fewer than 300 ships | 300 | ship | more_than | ships
in excess of 300 ships | 300 | ship | more_than | ships
exceeding 300 ships | 300 | ship | more_than | ships
upwards of 300 ships | 300 | ship | more_than | ships
over 300 ships | 300 | ship | more_than | ships
well over 300 ships | 300 | ship | more_than | ships
300 or more ships | 300 | ship | more_than | ships
300+ ships | 300 | ship | more_than | ships
more than about 300 ships | 300 | ship | more_than | ships
almost 300 ships | 300 | ship | almost | ships
close to 300 ships | 300 | ship | almost | ships
just under 300 ships | 300 | ship | almost | ships
up to 300 ships | 300 | ship | up_to | ships
fewer than 300 ships | 300 | ship | up_to | ships
less than 300 ships | 300 | ship | up_to | ships
under 300 ships | 300 | ship | up_to | ships
no more than 300 ships | 300 | ship | up_to | ships
as many as 300 ships | 300 | ship | up_to | ships
a maximum of 300 ships | 300 | ship | up_to | ships
300 ships at most | 300 | ship | up_to | ships
"""

NOTHING = """
in 1992
since 2000
by 2016 the work was done
the 1994 treaties
a 2010 study
the 2010 elections
between 1971 and 1974
1862–77
1996–2000
the 1990s
on 4 July 1998
on July 4
July 4, 1998
in the 19th century
their 2nd meeting
36 BC
AD 79
2010-05-04
12/05/2010
at 10:30
at 5 pm
at 5 o'clock
version 1.2.3
192.168.1.1
Law No. 469
Law No 469 on trade
№ 12
#5
Article 5
Article 5 members
Articles 5, 6 and 7
Resolution 1244
resolutions 1244 and 1325
Decree 77
Chapter 7 rules
page 38
pp. 38–41
vol. 3
Flight 370
Boeing 737 aircraft
COVID-19
COVID-19 cases
G20
the G20 countries
J-20 jets
SCO-5
A380
MH370
5G networks
3D films
Apollo 11
Expo 2017
the Big Five banks
Group of 20
border point 38
ISBN 978-3-16-148410-0
doi:10.1000/182
+45 33 92 00 00
tel. 555-1234
45.6167°N
42°15′ east
no one knows
one of the oldest towns
one of which stayed
the one that stayed
one day
each one
a score of 2–1
seconds later
the second ship
a third country
by a third party
the top 5 ports
Order 178 of the Standing Orders
up on 2021 volumes
the same half of the game
a third party
the first half of the game
the second half
the first quarter
double standards
the avoidance of double taxation
hundreds of people
thousands of tonnes
dozens of ships
several hundred people
millions of dollars
aged 45
a 45-year-old man
45 years old
http://example.org/2010/20-people
x=5
1,1,1,1,1,1
99999999999999999999999999999999 ships
3:1
1. Introduction
(5)
the Hundred Flowers
a five-star hotel
"""


def rows(table: str, width: int) -> list[tuple[str, ...]]:
    lines = [line for line in table.strip("\n").splitlines() if line]
    found = [tuple(cell.strip() for cell in line.split(" | ")) for line in lines]
    assert all(len(row) == width for row in found)
    return found


def none(cell: str) -> str | None:
    return None if cell == "-" else cell


def only(text: str) -> QuantityMention:
    (mention,) = find(text)
    return mention


@pytest.mark.parametrize(("text", "value", "unit", "qualifier", "noun"), rows(READ, 5))
def test_a_phrase_says_how_much_of_what(text: str, value: str, unit: str, qualifier: str, noun: str) -> None:
    mention = only(text)
    quantity = mention.quantity
    ends = [str(end) for end in (quantity.value, quantity.value_max) if end is not None]
    shown = ("..".join(ends), quantity.unit, quantity.qualifier, mention.noun)
    assert shown == (value, none(unit) or "", qualifier, none(noun))


@pytest.mark.parametrize("text", [text for (text,) in rows(NOTHING, 1)])
def test_a_name_a_date_or_a_pronoun_is_no_quantity(text: str) -> None:
    assert find(text) == []
    assert find(f"It stood there: {text}.") == []


# text | value | sort | per
SORTS = """
paid $5 million a year | 5000000 | money | year
20 million tonnes of coal a year | 20000000 | weight | year
20 million tonnes annually | 20000000 | weight | year
40,000 barrels per day | 40000 | volume | day
40,000 bpd | 40000 | volume | day
$60 a barrel | 60 | money | barrel
six flights a week | 6 | count | week
$9,000 per capita | 9000 | money | person
80 km/h | 80 | speed | -
600 MW | 600 | power | -
12 km | 12 | length | -
12 km2 | 12 | area | -
12 percent | 12 | percent | -
doubled | 2 | factor | -
12 weeks | 12 | duration | -
12 nurses | 12 | person | -
12 ships | 12 | count | -
12.5 million | 12500000 | number | -
"""


@pytest.mark.parametrize(("text", "value", "sort", "per"), rows(SORTS, 4))
def test_a_quantity_has_a_sort_and_a_rate_its_period(text: str, value: str, sort: str, per: str) -> None:
    mention = only(text)
    assert (str(mention.quantity.value), mention.sort, mention.per) == (value, sort, none(per))


# text | all values in order
MANY = """
rose from 20 percent in 2010 to 30 percent in 2015 | 20 30
rose from 20 to 30 percent | 20 30
fell from $5 billion to $4 billion | 5000000000 4000000000
44 ships, 12 trains and 3 planes | 44 12 3
$3 billion (12.5 percent) | 3000000000 12.5
a 40 km road and a 3-year loan of €7m | 40 3 7000000
killed 45 and wounded 120 | 45 120
half of the 300 employees | 50 300
Article 8 ends. 5 ships sailed | 5
"""


@pytest.mark.parametrize(("text", "values"), rows(MANY, 2))
def test_each_amount_of_a_sentence_is_a_quantity_of_its_own(text: str, values: str) -> None:
    assert " ".join(str(mention.quantity.value) for mention in find(text)) == values


# text | start of the lead | the number with its unit | definite
PLACES = """
Spain sent more than 300 ships | more than 300 | 300 | no
Spain sent no fewer than about 300 ships | no fewer than about 300 | 300 | no
Spain paid around US$ 5 million | around US$ 5 million | US$ 5 million | no
between 5 and 7 km | between 5 and 7 km | 5 and 7 km | no
a 5-km road | 5-km | 5-km | no
the two rivers | two | two | yes
both of its three rivers | three | three | yes
the first five rivers | five | five | yes
the more than 20 rivers | more than 20 | 20 | yes
Spain's 14 rivers | 14 | 14 | no
some two rivers | some two | two | no
"""


@pytest.mark.parametrize(("text", "whole", "number", "definite"), rows(PLACES, 4))
def test_the_qualifier_stands_before_the_number_and_outside_it(
    text: str, whole: str, number: str, definite: str
) -> None:
    mention = only(text)
    assert (text[mention.lead : mention.end], mention.text, mention.definite) == (whole, number, definite == "yes")


def test_the_counted_noun_has_its_own_span() -> None:
    text = "Peru closed 31 smaller silver mines."
    mention = only(text)
    assert text[mention.noun_start : mention.noun_end] == mention.noun == "smaller silver mines"


def test_a_label_does_not_reach_over_the_end_of_its_line() -> None:
    assert [mention.text for mention in find("Article 8\n5 ships sailed")] == ["5"]


def test_nothing_is_read_inside_or_across_a_skipped_span() -> None:
    text = "so 300 people on 45 ships"
    skip = [Span(3, 6), Span(14, 19)]
    assert [mention.text for mention in find(text)] == ["300", "45"]
    assert find(text, skip) == []


@given(st.integers(2, 10**12), st.sampled_from(["{:,}", "{:_}", "{}"]), st.sampled_from([" ", "\u00a0", "\u202f"]))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_a_whole_number_is_read_back_as_it_was_written(number: int, form: str, blank: str) -> None:
    written = form.format(number).replace("_", blank)
    assert only(f"it weighs {written} kg").quantity.value == number


@given(st.decimals(0, 10**6, places=2), st.sampled_from([("million", 10**6), ("bn", 10**9), ("", 1)]))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_a_scaled_amount_carries_no_float_noise(number: Decimal, scale: tuple[str, int]) -> None:
    value = only(f"it cost ${number} {scale[0]} then").quantity.value
    exact = number * scale[1]
    assert value == (int(exact) if exact == int(exact) else float(exact))
    assert isinstance(value, int) == (exact == int(exact))


@given(st.text(alphabet="0123456789 .,-–$%'km\nbetwn ado½°()/№", max_size=60))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_mentions_are_in_order_and_lie_inside_the_text(text: str) -> None:
    floor = 0
    for mention in find(text):
        assert floor <= mention.lead <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        floor = mention.end


HOSTILE = [
    "1", "1,", "1 ", "1-", "1.1 ", "(1)", "$", "½", "one ", "one-", "half ", "a million ", "5 a ", "from 1 to ",
    "more than ", "between 5 and ", "two hundred and ", "1 of the ", "Article 5, ", "5 a-a-a-a-", "one in ", " 000",
    "5 " + "b" * 40, "b" * 40,
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_of_a_hostile_text(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        runs = []
        for _ in range(3):
            before = time.process_time()
            find(text)
            runs.append(time.process_time() - before)
        return min(runs)

    assert seconds(8_000) <= 4.0 * 2.2 * seconds(2_000) + 0.02
