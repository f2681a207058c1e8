"""Fact sheets: labels and values in every layout."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.reading.fields import is_field, is_label, is_value, labelled
from tests.reading.shown import blocks, document, texts

LABELLED = [
    ("Turnover: EUR 4 million", "Turnover", "EUR 4 million"),
    ("Turnover ........... EUR 4 million", "Turnover", "EUR 4 million"),
    ("Turnover . . . . . 12", "Turnover", "12"),
    ("Exports to Mali          EUR 4 million", "Exports to Mali", "EUR 4 million"),
    ("Exports\tEUR 4 million", "Exports", "EUR 4 million"),
    ("Exports – EUR 4 million", "Exports", "EUR 4 million"),
    ("Recognition – 4 May 1961", "Recognition", "4 May 1961"),
    ("Exports | over 300", "Exports", "over 300"),
    ("total: 20 km", "total", "20 km"),
]
UNLABELLED = [
    "Mali – a neighbour of Niger – sold rice.",
    "9:40 the train left",
    "Exports     Imports     Balance",
    "They met. Then he said: go",
    "Rice sold well",
]


@pytest.mark.parametrize(("text", "label", "value"), LABELLED)
def test_a_label_ends_at_a_colon_leaders_blanks_or_a_dash_before_a_value(text: str, label: str, value: str) -> None:
    found = labelled(text)
    assert found is not None
    assert (found.label, text[found.value :]) == (label, value)


@pytest.mark.parametrize("text", UNLABELLED)
def test_a_sentence_a_time_and_a_row_of_heads_have_no_label(text: str) -> None:
    assert not is_field(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("288 km", True),
        ("US$ 1.02 billion (2019)", True),
        ("about 28,000", True),
        ("4 May 1961", True),
        ("May 1961", True),
        ("to 12 ports", False),
        ("31 agreements", True),
        ("12 ministers met in Lomé and agreed on rice", False),
        ("Trade volume", False),
    ],
)
def test_a_value_is_a_number_or_day_with_little_around_it(text: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_value(text) is expected


@given(st.text(alphabet="Rice ,.:;–|0123456789\t", max_size=60))
@settings(max_examples=100, derandomize=True)
def test_a_line_is_never_label_and_value_at_once(text: str) -> None:
    assert not (is_label(text) and is_value(text))
    found = labelled(text)
    assert found is None or 0 < found.value < len(text)


def test_parts_with_small_labels_belong_to_the_label_above() -> None:
    text = "Togo: profile\n\nArea:\ntotal: 9 km²\nwater: 2 km²\nCoast: 4 km\nnorth: 3 km\n"
    assert blocks(text, "text", "field") == [
        (("Area", "total"), "9 km²"),
        (("Area", "water"), "2 km²"),
        (("Coast",), "4 km"),
        (("Coast", "north"), "3 km"),
    ]


def test_values_stand_under_their_labels_where_the_document_writes_them_so() -> None:
    text = (
        "Togo: data\n\nLength of line\n12 km\n\nMali rice\nUS$ 4 million (2001)\n\nTax accord\nSigned on 3 May 1990\n"
    )
    assert blocks(text, "text", "field") == [
        (("Length of line",), "12 km"),
        (("Mali rice",), "US$ 4 million (2001)"),
        (("Tax accord",), "Signed on 3 May 1990"),
    ]


def test_a_key_figure_is_named_by_the_line_below() -> None:
    text = "TOGO AT A GLANCE\n\n14,600\nvisitors from Mali (2003)\n\nRice is sold.\n"
    assert blocks(text, "text", "field") == [(("visitors from Mali (2003)",), "14,600")]


def test_years_under_a_label_are_its_values() -> None:
    text = "TOGO\n\nRice sold\n2001: EUR 4 million; 2002: EUR 5 million\nMaize sold\nEUR 3 million (2001)\n"
    assert blocks(text, "text", "field") == [
        (("Rice sold",), "2001: EUR 4 million; 2002: EUR 5 million"),
        (("Maize sold",), "EUR 3 million (2001)"),
    ]


def test_bars_and_bullets_part_the_values_of_one_line() -> None:
    text = "TOGO: SHEET\n\nRice: 4 t | Maize: 3 t | Beans: 2 t\n• Ferry: closed 1999 • Mill: opened 2001\n"
    assert [labels for labels, _ in blocks(text, "factsheet", "field")] == [
        ("Rice",),
        ("Maize",),
        ("Beans",),
        ("Ferry",),
        ("Mill",),
    ]


def test_blanks_part_the_columns_of_a_table_whose_caption_stands_above() -> None:
    table = "Year     Grants    Loans\n1999      14        3\n2000       9        -\n"
    text = f"TOGO\n\nTable 2: Aid to Togo (million yen)\n\n{table}"
    assert blocks(text, "text", "cell")[1] == (("1999", "Grants", "Table 2: Aid to Togo (million yen)"), "14")


def test_a_heading_in_capitals_above_bullets_opens_a_section() -> None:
    found = document("Togo: overview\n\nLOANS\n* 1974 - a mill\n* 2011 - a port\n", "text")
    assert {block.section for block in found.blocks if block.kind == "list_item"} == {("LOANS",)}


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("LOMÉ, April 14, 2010 (Coast News)", "2010-04-14"),
        ("Lomé, 3 May 2004", "2004-05-03"),
        ("Published: 14 March 2019", "2019-03-14"),
    ],
)
def test_a_line_of_place_and_day_dates_the_document(line: str, date: str) -> None:
    found = document(f"Togo sells rice\n{line}\n\nTogo sold rice to Mali on Monday.\n", "text")
    assert found.source.date == date


def test_a_label_such_as_issued_before_a_number_is_no_line_about_the_page() -> None:
    assert texts("# Visas\n\n**Issued:** 361,400 in 2016.\n", "markdown") == ["Issued: 361,400 in 2016."]


@pytest.mark.parametrize(
    "dateline",
    [
        "LOMÉ, SEPT. 3, 2019 ---",
        "LOMÉ (AW) _",
        "LOMÉ/BAMAKO, Sept 3 (Coast Wire) -",
        "LOMÉ, 3 Sept. -",
        "LOMÉ, June 9, 2015 /CoastLine/ --",
    ],
)
def test_a_dateline_is_no_part_of_its_sentence(dateline: str) -> None:
    assert texts(f"Togo sells rice\n\n{dateline} Togo sold rice to Mali.\n", "text") == ["Togo sold rice to Mali."]


@pytest.mark.parametrize(
    "line", ["Published in Official Gazette No. 17, 20 May 2006", "Official Gazette No. 5, 12 March 2001"]
)
def test_a_line_of_the_gazette_gives_no_text(line: str) -> None:
    assert texts(f"LAW ON RICE\n\nRice is free of duty.\n\n{line}\n", "text") == ["Rice is free of duty."]
