"""Web pages as people wrote them by hand: tables for layout, open tags, boxes of numbers."""

from __future__ import annotations

from tests.reading.shown import blocks, document, texts

PROSE = "The mill at Lomé was built in 1961 and sold in 1975. " * 6


def test_a_table_that_only_lays_out_a_page_is_read_as_its_prose() -> None:
    page = (
        f"<html><table><tr><td><a>Home</a><br><a>Map</a></td><td><h2>Mills</h2>{PROSE}<br><br>It closed.</td></table>"
    )
    assert texts(page, "html") == [PROSE.strip(), "It closed."]
    assert texts(page, "html", "heading") == ["Mills"]


def test_a_table_of_data_within_a_layout_table_stays_a_table() -> None:
    data = "<table><tr><th>Year</th><th>Rice</th></tr><tr><td>1999</td><td>5</td></table>"
    page = f"<html><table><tr><td>{PROSE}{data}</table></html>"
    assert blocks(page, "html", "cell") == [(("Year",), "1999"), (("1999", "Rice"), "5")]


def test_an_infobox_with_long_text_stays_an_infobox() -> None:
    page = f'<html><table class="infobox"><tr><th>History</th><td>{PROSE}</td></tr></table>'
    assert [labels for labels, _ in blocks(page, "html", "field")] == [("History",)]


def test_definitions_need_no_closing_tags() -> None:
    page = "<html><dl><dt>Boundary<dd>fixed in 1911<dt>Residents<dd>8,400</dl><p>Rice.</html>"
    assert blocks(page, "html", "field") == [(("Boundary",), "fixed in 1911"), (("Residents",), "8,400")]
    assert texts(page, "html") == ["Rice."]


def test_a_bold_line_is_a_heading_and_a_bold_word_is_not() -> None:
    found = document("<html><p><b>Rice</b></p><p><b>Mali</b> sold rice.</p></html>", "html")
    assert [(block.kind, block.section) for block in found.blocks] == [("heading", ("Rice",)), ("paragraph", ("Rice",))]


def test_a_box_holds_a_label_and_its_value() -> None:
    page = "<html><div>Mills in Togo</div><div>8,230</div><div>Port opened</div><div>3 May 1919</div></html>"
    assert blocks(page, "html", "field") == [(("Mills in Togo",), "8,230"), (("Port opened",), "3 May 1919")]


def test_what_stands_around_the_text_is_left_out_but_its_wrapper_is_not() -> None:
    page = (
        '<html><div class="content with-sidebar"><p>Rice.</p><div class="newsletter">Join 12,000</div>'
        '<div class="comments-area"><p>In 1999!</p></div></div><div class="site-foot">1998</div></html>'
    )
    assert texts(page, "html") == ["Rice."]


def test_columns_below_a_head_over_two_rows_keep_their_heads() -> None:
    page = (
        '<html><table><tr><th rowspan="2">Year</th><th colspan="2">Goods</th><th rowspan="2">Guests</th></tr>'
        "<tr><th>In</th><th>Out</th></tr><tr><td>1999</td><td>1</td><td>2</td><td>3</td></tr></table></html>"
    )
    assert [labels for labels, _ in blocks(page, "html", "cell")] == [
        ("Year",),
        ("1999", "Goods In"),
        ("1999", "Goods Out"),
        ("1999", "Guests"),
    ]


def test_a_column_of_units_names_its_row() -> None:
    text = "# Rice\n\n| Item | Unit | 1999 |\n|---|---|---|\n| Roads | km | 12 |\n"
    assert blocks(text, "markdown", "cell") == [(("Item",), "Roads"), (("Roads, km", "1999"), "12")]


def test_bold_labels_of_markdown_are_fields_where_two_stand_together() -> None:
    text = "# Togo\n\n**Trade** USD 9 million\n**Embassy** Lomé\n\n**Mali** sold rice.\n"
    assert blocks(text, "markdown", "field") == [(("Trade",), "USD 9 million"), (("Embassy",), "Lomé")]
    assert texts(text, "markdown") == ["Mali sold rice."]
