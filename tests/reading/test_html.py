"""Web pages."""

from __future__ import annotations

import pytest

from tests.reading.shown import blocks, document, texts

PAGE = """<!DOCTYPE html><html><head><title>Ports - Site</title><style>p{x:y}</style>
<meta property="article:published_time" content="2021-03-09T10:00:00Z"></head>
<body><nav><ul><li>Home 1999</li></ul></nav>
<h1>The two ports</h1>
<table class="infobox"><tr><th>Length</th><td>1,312&nbsp;km<sup class="reference">[1]</sup></td></tr></table>
<p>Opened in <a href="/y">1931</a>&nbsp;by A&amp;B.<sup class="reference"><a href="#n1">[1]</a></sup>
It grew.</p><script>var a = "<p>1945</p>";</script>
<h2>Trade<span class="mw-editsection">[<a>edit</a>]</span></h2>
<table class="wikitable"><caption>Turnover</caption><tr><th>Year</th><th>US$ million</th></tr>
<tr><td>2016</td><td>69.2</td></tr></table>
<ul><li>In 1990 it closed.</li><li>In 1991 it opened.</li></ul>
<figure><figcaption>Seen in 1920</figcaption></figure>
<ol class="references"><li><a href="#c">^</a>
<a href="https://example.org/p">"Ports"</a>, <i>Gazette</i>, 4 May 2020.</li></ol>
<div id="footer">Last edited 1 January 2024</div></body></html>"""


def test_running_text_keeps_its_words_and_loses_marks() -> None:
    found = document(PAGE)
    assert texts(PAGE, "html") == ["Opened in 1931\u00a0by A&B. It grew."]
    assert [mark.number for mark in found.marks] == ["1", "1"]


def test_cells_are_labelled_with_row_column_and_caption() -> None:
    assert blocks(PAGE, "html", "cell") == [(("Year",), "2016"), (("2016", "US$ million", "Turnover"), "69.2")]


def test_infobox_rows_become_fields() -> None:
    assert blocks(PAGE, "html", "field") == [(("Length",), "1,312\u00a0km")]


def test_lists_become_items_and_what_stands_around_the_text_is_left_out() -> None:
    found = document(PAGE)
    assert texts(PAGE, "html", "list_item") == ["In 1990 it closed.", "In 1991 it opened."]
    assert not any(word in found.text for word in ("Home", "1945", "1920", "edit", "2024"))


def test_items_that_are_only_a_link_belong_to_a_menu() -> None:
    page = '<ul><li><a href="/x">Visit of 1990</a></li><li>In <a href="/y">1991</a> it opened.</li></ul>'
    assert texts(page, "html", "list_item") == ["In 1991 it opened."]


def test_definitions_become_fields_of_their_terms() -> None:
    page = "<dl><dt>Length:</dt><dd>5 km</dd><dt>Seat</dt><dd>Riga</dd></dl><dl><dd>An indent.</dd></dl>"
    assert blocks(page, "html", "field") == [(("Length",), "5 km"), (("Seat",), "Riga")]
    assert texts(page, "html") == ["An indent."]


def test_rows_of_label_and_value_become_fields_without_heads_too() -> None:
    page = "<table><tr><td>Length</td><td>300 m</td></tr><tr><td>Seat</td><td>Riga</td></tr></table>"
    assert blocks(page, "html", "field") == [(("Length",), "300 m"), (("Seat",), "Riga")]


def test_a_news_page_loses_its_dateline_and_its_bare_date() -> None:
    page = "<p>May 3, 2022</p><p>\nRIGA, <b>May 3</b> (Wire) — Two ports agreed.</p>"
    assert texts(page, "html") == ["Two ports agreed."]


def test_the_header_of_an_article_is_read_that_of_the_page_is_not() -> None:
    page = "<header><h1>Site</h1></header><article><header><h1>Ports</h1></header><p>It grew.</p></article>"
    assert document(page, "html").source.title == "Ports"


def test_a_footer_tells_the_licence_and_the_day_of_the_last_change() -> None:
    page = "<p>It grew.</p><footer>Last edited on 9 March 2021. Text under CC BY-SA 4.0.</footer>"
    source = document(page, "html").source
    assert (source.date, source.licence) == ("2021-03-09", "CC BY-SA 4.0")


def test_the_reference_list_becomes_citations() -> None:
    (citation,) = document(PAGE).citations
    assert (citation.title, citation.work, citation.date) == ("Ports", "Gazette", "2020-05-04")
    assert citation.url == "https://example.org/p"


def test_title_date_and_sections_come_from_the_page() -> None:
    found = document(PAGE)
    assert (found.source.title, found.source.date) == ("The two ports", "2021-03-09")
    assert found.blocks[-1].section == ("Trade",)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One<p>Two<br>Three", ["One", "Two", "Three"]),
        ("<div>One <div>Two</div> Three</div>", ["One", "Two", "Three"]),
        ("<p>5 < 6 and 7 > 6</p>", ["5 < 6 and 7 > 6"]),
        ("<p>a<!-- <p>b</p> -->c</p>", ["ac"]),
        ("<p>10 km<sup>2</sup></p>", ["10 km2"]),
        ("<p>&#1178;аза&#x49B;</p>", ["Қазақ"]),
        ('<p title="a > b">One</p>', ["One"]),
        ('<p style="display:none">One</p><p>Two</p>', ["Two"]),
        ("<p>Published: 4 May 2020</p><p>One.</p>", ["One."]),
    ],
)
def test_tags_part_paragraphs_and_references_are_resolved(page: str, expected: list[str]) -> None:
    assert texts(page, "html") == expected


def test_heads_over_two_rows_and_spanned_columns_are_joined() -> None:
    page = (
        "<table><tr><th rowspan=2>Year</th><th colspan=2>Trade</th></tr><tr><th>Out</th><th>In</th></tr>"
        "<tr><td>2016</td><td>1</td><td>2</td></tr></table>"
    )
    assert blocks(page, "html", "cell")[1:] == [(("2016", "Trade Out"), "1"), (("2016", "Trade In"), "2")]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>They met in Lomé<br>and spoke.</p>", ["They met in Lomé and spoke."]),
        ("<p>They met in Lomé,<br/>\nthen left.<br>It rained.</p>", ["They met in Lomé, then left.", "It rained."]),
        ("<p>They met.<br>then left.</p>", ["They met.", "then left."]),
        ("<p>They met<br><br>then left</p>", ["They met", "then left"]),
        ("<p>Length: 5 km<br>Seat: Riga</p>", ["Length: 5 km", "Seat: Riga"]),
        ("<p><b>Trade</b><br>rice was sold.</p>", ["rice was sold."]),
        (
            "<p>A trea&shy;ty of mil\u00adlions and 1\u200b234 ports\ufeff.</p>",
            ["A treaty of millions and 1234 ports."],
        ),
        ("<p hidden>One.</p><p>Two.</p>", ["Two."]),
        ('<p class="hidden-print a hidden b" title=" hidden ">One.</p>', ["One."]),
        ('<p style="visibility: hidden">One.</p><p>Two.</p>', ["Two."]),
    ],
)
def test_line_breaks_and_what_no_reader_sees_do_not_part_sentences(page: str, expected: list[str]) -> None:
    assert texts(page, "html") == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>They met on <time datetime='1961-05-04'>4 May</time> in Lomé.</p>", None),
        ("<p><time datetime='1961-05-04'>Thursday</time></p><p>They met.</p>", "1961-05-04"),
        ("<article><header><h1>Ports</h1><time datetime='1961-05-04'>4 May</time></header></article>", "1961-05-04"),
        ("<p>They met on Monday, <time datetime='1961-05-04' pubdate>4 May</time>.</p>", "1961-05-04"),
        ("<table><tr><td><time datetime='1961-05-04'>4 May</time></td><td>They met</td></tr></table>", None),
        (
            '<head><script type="application/ld+json">{"datePublished": "1961-05-04T00:00:00Z"}</script></head>',
            "1961-05-04",
        ),
        ('<body><script type="application/ld+json">{"datePublished":"1961-05-04"}</script>', "1961-05-04"),
        ('<body><script>{"datePublished":"1961-05-04"}</script>', None),
    ],
)
def test_only_a_time_that_speaks_of_the_page_dates_it(page: str, expected: str | None) -> None:
    assert document(f"{page}<p>They met.</p>", "html").source.date == expected


def test_a_table_in_a_cell_is_read_as_labels_and_values() -> None:
    page = (
        "<table><tr><th>Post</th><th>Of it</th></tr><tr><td>Kara</td><td><table><tr><td>Opened</td><td>1990</td></tr>"
        "<tr><td>Lorries</td><td>300</td></tr></table></td></tr></table>"
    )
    assert blocks(page, "html", "cell")[1] == (("Kara", "Of it"), "Opened: 1990; Lorries: 300")
