"""Plain text, wrapped or not, clean or scanned; fact sheets."""

from __future__ import annotations

import pytest

from tests.reading.shown import blocks, document, texts

SCAN = """                     REPORT ON THE PORTS                     17

THE AWARD

   The question of the ports between the two sides, left open in the Argen-
tine treaty of 23rd July, l881, was settled in1902. The line measured some
94,OOO metres, and the people declared that they wished to live under the old Govern-

18                   REPORT ON THE PORTS

ment of the north.

   A second paragraph, which is long enough to be wrapped by the printer of it,
ends here.
"""


def test_wrapped_lines_are_one_paragraph_and_words_are_made_whole() -> None:
    first, second = texts(SCAN, "text")
    assert (
        "in the Argentine treaty of 23rd July, 1881, was settled in 1902. The line measured some 94,000 metres" in first
    )
    assert first.endswith("the old Government of the north.")
    assert second.endswith("printer of it, ends here.")


def test_heads_of_printed_pages_are_left_out() -> None:
    assert "REPORT" not in document(SCAN).text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("in l9O2 it fell", "in 1902 it fell"),
        ("on the 2lst it fell", "on the 21st it fell"),
        ("on the 3Oth of May", "on the 30th of May"),
        ("some 60O men", "some 600 men"),
        ("the O2 tank", "the O2 tank"),
        ("about 1O,OOO men", "about 10,000 men"),
        ("May1902 came", "May 1902 came"),
        ("a 10l tank, O2 and H2O", "a 10l tank, O2 and H2O"),
        ("COO of 2019", "COO of 2019"),
        ("the 1,694.25 km line", "the 1,694.25 km line"),
    ],
)
def test_letters_scanned_for_digits_are_put_right(written: str, expected: str) -> None:
    assert texts(f"It was {written}.", "text") == [f"It was {expected}."]


def test_the_evidence_of_a_repaired_number_is_what_stands_in_the_file() -> None:
    found = document("It fell in l9O2, they say.", "text")
    at = found.text.index("1902")
    span = found.offsets.raw_span(at, at + 4)
    assert found.raw[slice(*span)] == "l9O2"


NEWS = """Two ports agree
By Harbour Wire staff
Published: 14 March 2019, 09:40 GMT

RIGA, Latvia, March 14 (Harbour Wire) - The two ports agreed on Wednesday.

They met in May.

(Reporting by Anna Aho; editing by P. Lund)
"""


def test_dateline_byline_and_credits_give_no_facts_but_the_date() -> None:
    assert texts(NEWS, "text") == ["The two ports agreed on Wednesday.", "They met in May."]
    assert (document(NEWS).source.title, document(NEWS).source.date) == ("Two ports agree", "2019-03-14")


def test_a_dateline_with_its_year_dates_the_document() -> None:
    assert (
        document("RIGA, May 3, 2020 (Harbour Wire) - The two ports agreed.\n\nThey met.\n").source.date == "2020-05-03"
    )


def test_lines_of_a_timeline_become_items() -> None:
    source = "Ports\n\n1990: opened\n1991–92: closed\n* 3 May 1993 – opened again\n(b) a second\n"
    assert texts(source, "text", "list_item") == [
        "1990: opened",
        "1991–92: closed",
        "3 May 1993 – opened again",
        "a second",
    ]


def test_days_of_a_timeline_begin_items_too() -> None:
    source = (
        "Ports\n\n12 May 1992: the port of the north opens an embassy\nJune 1993 – the port of the south opens one\n"
    )
    assert len(texts(source, "text", "list_item")) == 2


def test_spans_and_numeric_days_begin_items_of_a_timeline() -> None:
    source = (
        "Ports\n\n"
        "May 2007 – the emperor of the north\n"
        "13–14 January 2018 – the queen of the south\n"
        "30 April - 2 May 2019: the king of the east\n"
        "March–May 2020 – nobody at all\n"
        "2021-04-03 - the king of the east\n"
        "14/5/2021 – the queen of the south\n"
    )
    assert len(texts(source, "text", "list_item")) == 6


def test_lines_of_label_and_value_within_a_text_are_fields() -> None:
    source = "The two ports grew.\n\nLength: 5 km\nSeat: Riga\n\nThey fell.\n"
    assert blocks(source, "text", "field") == [(("Length",), "5 km"), (("Seat",), "Riga")]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    long = (
        "The port grew from year to year, and nobody could say why it did so while the other one stood still for ages."
    )
    assert texts(f"{long}\n{long}\n", "text") == [long, long]


def test_short_lines_above_long_ones_are_headings() -> None:
    long = "The port grew from year to year, and nobody could say why it did so while the other stood still. " * 2
    found = document(f"{long}\nTrade\n{long}\n", "text")
    assert [(block.kind, block.section) for block in found.blocks] == [
        ("paragraph", ()),
        ("heading", ("Trade",)),
        ("paragraph", ("Trade",)),
    ]


def test_lines_with_as_many_tabs_are_a_table() -> None:
    source = "Ports\n\nYear\tOut\tIn\n2016\t1\t2\n2017\t3\t4\n\nIt grew.\n"
    assert blocks(source, "text", "cell")[:3] == [(("Year",), "2016"), (("2016", "Out"), "1"), (("2016", "In"), "2")]


def test_articles_of_a_law_become_sections() -> None:
    found = document("LAW\n\nArticle 1\nThe ports shall be open every day of the year to all ships.\n", "text")
    assert [(block.kind, block.section) for block in found.blocks][-1] == ("paragraph", ("Article 1",))


SHEET = """PORTS: FACT SHEET
Updated: March 2020

TRADE
Turnover: US$9.3 billion (2018); US$5.6 billion (2019)
Target: US$30 billion a year
Visa: not required
Seat: Riga
Enquiries: 0312 555
"""


def test_years_in_a_fact_sheet_are_a_timeline() -> None:
    assert texts(SHEET + "1990: opened\n* 1991: closed\n", "factsheet", "list_item") == ["1990: opened", "1991: closed"]


def test_a_fact_sheet_gives_fields_under_its_headings() -> None:
    found = document(SHEET)
    assert (found.source.format, found.source.title, found.source.date) == ("factsheet", "PORTS: FACT SHEET", "2020-03")
    assert blocks(SHEET, "factsheet", "field")[0] == (("Turnover",), "US$9.3 billion (2018); US$5.6 billion (2019)")
    assert {block.section for block in found.blocks if block.kind == "field"} == {("TRADE",)}
    assert "0312" not in found.text


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("On I2 May 1990 it grew.", "On 12 May 1990 it grew."),
        ("On 3O June it grew.", "On 30 June it grew."),
        ("It is 64 krn long.", "It is 64 km long."),
        ("Karl I May spoke.", "Karl I May spoke."),
        ("It is IO in May.", "It is IO in May."),
    ],
)
def test_days_and_units_that_a_scanner_misread_are_put_right(written: str, expected: str) -> None:
    assert texts(f"Togo\n\n{written}\n", "text") == [expected]


def test_a_year_alone_heads_what_stands_below_and_is_no_number_of_a_page() -> None:
    text = "Togo and Mali\n\n1961\n- 4 May: a mill opened.\n\n12\n\nThe mill grew.\n"
    assert texts(text, "text") == ["1961", "The mill grew."]
    assert texts(text, "text", "list_item") == ["4 May: a mill opened."]


def test_who_asks_and_who_answers_are_no_labels() -> None:
    talk = "Q: Is rice sold?\n\nA: It is. We sold 40 tonnes to Mali in 2003. More will follow.\n\n"
    text = "Talk with a miller\n\nThe mill stands at Kati.\n\n" + talk * 3
    assert document(text).source.format == "text"
    assert texts(text, "text")[1:3] == ["Is rice sold?", "It is. We sold 40 tonnes to Mali in 2003. More will follow."]
