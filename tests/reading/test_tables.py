"""Tables of all formats: captions, rows of heads, cells that reach over several rows."""

from __future__ import annotations

import pytest

from tests.reading.shown import blocks, texts

CELLS = [
    (("Year",), "1990"),
    (("1990", "Out", "Trade (EUR million)"), "1"),
    (("1990", "In", "Trade (EUR million)"), "2"),
    (("Year",), "1991"),
    (("1991", "Out", "Trade (EUR million)"), "3"),
    (("1991", "In", "Trade (EUR million)"), "4"),
]


@pytest.mark.parametrize(
    "table",
    [
        "Year | Out | In\n1990 | 1 | 2\n1991 | 3 | 4",
        "| Year | Out | In |\n| 1990 | 1 | 2 |\n| 1991 | 3 | 4 |",
        "Year | Out | In\n-----+-----+----\n1990 | 1 | 2\n1991 | 3 | 4",
        "+----+---+---+\n|Year|Out|In |\n+====+===+===+\n|1990|1  | 2 |\n|1991|3  | 4 |\n+----+---+---+",
        "Year\tOut\tIn\n1990\t1\t2\n1991\t3\t4",
        "Year   Out  In\n1990     1   2\n1991     3   4",
        "Year   Out  In\n--------------\n1990     1   2\n1991     3   4",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_plain_text_writes_the_same_table_in_many_ways(table: str, gap: str) -> None:
    text = f"Togo and Mali\n\nRice is sold.\n\nTrade (EUR million){gap}{table}\n\nRice is sold.\n"
    assert blocks(text, "text", "cell") == CELLS


def test_years_across_may_stand_without_a_head_above_the_row_heads() -> None:
    text = "Togo and Mali\n\n           1990   1991\nOut           1      3\nIn            2      4\n"
    assert [cell for cell in blocks(text, "text", "cell") if len(cell[0]) == 2] == [
        (("Out", "1990"), "1"),
        (("Out", "1991"), "3"),
        (("In", "1990"), "2"),
        (("In", "1991"), "4"),
    ]


def test_what_stands_below_a_table_is_read_on() -> None:
    text = "Togo and Mali\n\nYear | Out | In\n1990 | 1 | 2\nIn 1991 the mill closed.\n"
    assert texts(text, "text") == ["In 1991 the mill closed."]


def test_a_menu_of_one_line_is_no_table() -> None:
    assert texts("Togo and Mali\n\nHome | Ministry | Contact\n\nRice is sold.\n", "text") == ["Rice is sold."]


ROWS = """<table><tr><th>State</th><th>Year</th><th>Out</th></tr>
<tr><td rowspan="2">Togo</td><td>1990</td><td>1</td></tr><tr><td>1991</td><td>2</td></tr>
<tr><td>Mali</td><td>1990</td><td>3</td></tr></table>"""


def test_a_cell_that_reaches_down_names_all_its_rows() -> None:
    assert blocks(ROWS, "html", "cell") == [
        (("Year",), "1990"),
        (("1990", "Out", "Togo"), "1"),
        (("Year",), "1991"),
        (("1991", "Out", "Togo"), "2"),
        (("State",), "Mali"),
        (("Mali", "Year"), "1990"),
        (("Mali", "Out"), "3"),
    ]


def test_a_head_over_two_rows_of_heads_is_written_once() -> None:
    page = (
        "<table><tr><th rowspan=2>Year</th><th colspan=2>Trade</th></tr><tr><th>Out</th><th>In</th></tr>"
        "<tr><td>1990</td><td>1</td><td>2</td></tr></table>"
    )
    assert [text for _, text in blocks(page, "html", "other")] == ["Year", "Trade", "Out", "In"]
    assert blocks(page, "html", "cell")[0] == (("Year",), "1990")


GROUPED = """<table><tr><td colspan="3">Trade, EUR million</td></tr><tr><td>Goods</td><td>1990</td><td>1991</td></tr>
<tr><th colspan="3">Exports</th></tr><tr><td>Rice</td><td>1</td><td>2</td></tr>
<tr><td colspan="3">Imports</td></tr><tr><td>Fish</td><td>3</td><td>4</td></tr>
<tr><td colspan="3">The mill closed in 1991.</td></tr><tr><td colspan="3">Source: ports, 1992.</td></tr></table>"""


def test_a_row_of_one_cell_is_the_caption_a_name_of_the_rows_below_a_sentence_or_a_note() -> None:
    assert [cell for cell in blocks(GROUPED, "html", "cell") if len(cell[0]) > 1] == [
        (("Rice", "1990", "Exports", "Trade, EUR million"), "1"),
        (("Rice", "1991", "Exports", "Trade, EUR million"), "2"),
        (("Fish", "1990", "Imports", "Trade, EUR million"), "3"),
        (("Fish", "1991", "Imports", "Trade, EUR million"), "4"),
    ]
    assert texts(GROUPED, "html") == ["The mill closed in 1991."]


@pytest.mark.parametrize("head", ["th", "td"])
def test_labels_and_values_may_have_heads_or_none(head: str) -> None:
    rows = "".join(
        f"<tr><{head}>{label}</{head}><td>{value}</td></tr>" for label, value in [("Line", "9 km"), ("Seat", "Kara")]
    )
    assert blocks(f"<table>{rows}</table>", "html", "field") == [(("Line",), "9 km"), (("Seat",), "Kara")]


def test_a_label_with_a_bullet_belongs_to_the_one_above_it() -> None:
    page = (
        '<table class="infobox"><tr><th colspan=2>Area</th></tr><tr><th>• Total</th><td>9 km²</td></tr>'
        "<tr><th>Line</th><td>5 km</td></tr><tr><th>– north</th><td>2 km</td></tr></table>"
    )
    assert blocks(page, "html", "field") == [
        (("Area", "Total"), "9 km²"),
        (("Line",), "5 km"),
        (("Line", "north"), "2 km"),
    ]


SHEET = "RICE SHEET\n\nSeat: Lomé (1961)\nLength: 5 km\nTrade: $5 million\nTarget: $9 million\n\n"


@pytest.mark.parametrize("format_", ["factsheet", "text"])
def test_columns_of_a_fact_sheet_are_a_table_and_its_corner_gives_the_unit(format_: str) -> None:
    rows = ["EUR million    2001    2002", "-" * 27, "Out            41.6    50.1", "In              3.1       ."]
    text = SHEET + "\n".join(rows) + "\n"
    assert [cell for cell in blocks(text, format_, "cell") if len(cell[0]) > 1] == [
        (("Out", "2001", "EUR million"), "41.6"),
        (("Out", "2002", "EUR million"), "50.1"),
        (("In", "2001", "EUR million"), "3.1"),
    ]


def test_two_columns_under_a_head_are_a_table() -> None:
    text = SHEET + "Goods sold 2002    share\nRice               41%\nSoap               <5%\n"
    assert [cell for cell in blocks(text, "factsheet", "cell") if len(cell[0]) > 1] == [
        (("Rice", "share", "Goods sold 2002"), "41%"),
        (("Soap", "share", "Goods sold 2002"), "<5%"),
    ]


def test_a_line_of_several_columns_alone_is_a_label_and_its_value() -> None:
    text = SHEET + "Growth (%)      TG 4.5 / ML 3.9   (2007)\n"
    assert blocks(text, "factsheet", "field")[-1] == (("Growth (%)",), "TG 4.5 / ML 3.9 (2007)")
