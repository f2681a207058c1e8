"""Markdown."""

from __future__ import annotations

import pytest

from tests.reading.shown import blocks, document, texts

PAGE = """---
title: Two ports
date: 2021-05-30
---

# The two ports

It **grew** in [1931](https://example.org)
and fell.[^1]

| Year | Out |
|------|----:|
| 2018 | 596.9 |

## Visits

1. In 1990.
- **1991**: closed

*Table 1. Source: the ports.*

[^1]: "Ports", 4 May 2020, p. 3.
"""


def test_lines_of_a_paragraph_are_joined_without_their_signs() -> None:
    assert texts(PAGE, "markdown") == ["It grew in 1931 and fell."]


def test_front_matter_gives_title_and_date() -> None:
    source = document(PAGE).source
    assert (source.format, source.title, source.date) == ("markdown", "Two ports", "2021-05-30")


def test_tables_items_notes_and_captions_are_told_apart() -> None:
    assert blocks(PAGE, "markdown", "cell") == [(("Year",), "2018"), (("2018", "Out"), "596.9")]
    assert texts(PAGE, "markdown", "list_item") == ["In 1990.", "1991: closed"]
    assert "Table 1. Source: the ports." in texts(PAGE, "markdown", "other")
    (citation,) = document(PAGE).citations
    assert (citation.number, citation.title, citation.pages) == ("1", "Ports", "3")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("5 * 3 and a_b_c", "5 * 3 and a_b_c"),
        ("*one* _two_ `three` ~~four~~", "one two three four"),
        ("![seen in 1920](a.png) One", "One"),
        (r"1\. One", "1. One"),
        ("A &amp; B<br>C", "A & B C"),
        ("> Said so", "Said so"),
    ],
)
def test_signs_of_emphasis_are_left_out(source: str, expected: str) -> None:
    assert texts(source, "markdown") == [expected]


def test_underlined_headings_and_code_are_known() -> None:
    source = "Ports\n=====\n\nTrade\n-----\n\nIt grew.\n\n```\nx = 1931\n```\n"
    assert texts(source, "markdown", "heading") == ["Ports", "Trade"]
    assert texts(source, "markdown") == ["It grew."]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("One<br>two <b>th</b>ree.", ["One two three."]),
        ("<table><tr><td>One</td><td>two</td></tr></table>", ["One two"]),
        ("One <!-- in 1990 --> two.", ["One two."]),
        ("One.\n\n<!-- In 1990\nit grew. -->\n\nTwo.", ["One.", "Two."]),
        ("<!-- One. --> Two.", ["Two."]),
        ("<!-- One.\n\nTwo.", ["Two."]),
    ],
)
def test_tags_part_words_and_comments_are_left_out(source: str, expected: list[str]) -> None:
    assert texts(source, "markdown") == expected


def test_a_bar_may_be_escaped_in_a_cell() -> None:
    table = "| Item | 1990 |\n|---|---|\n| Rice \\| wheat | 5<br>t |\n"
    assert blocks(table, "markdown", "cell") == [(("Item",), "Rice | wheat"), (("Rice | wheat", "1990"), "5 t")]


def test_a_comment_is_not_read() -> None:
    assert texts("<!-- saved 2011-03-04, rev. 3 -->\n# Ports\n\nRice <!-- or wheat --> is sold.\n", "markdown") == [
        "Rice is sold."
    ]
