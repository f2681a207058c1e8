"""What holds of every document in every format."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.model import Document
from kzcn.reading import FORMATS, read
from kzcn.reading.sentences import GIVES_FACTS

PIECES = st.sampled_from(
    [
        *[
            "The port",
            " grew in 1931. ",
            "\n",
            "\n\n",
            "\r\n",
            " ",
            "[1]",
            "[",
            "]",
            "Ports Ports are ...",
            " ...",
            "* ",
            "# ",
            "|",
        ],
        *[
            "<p>",
            "</p>",
            "<table><tr><td>",
            "</table>",
            "&nbsp;",
            "&amp;",
            "<ref>",
            "</ref>",
            "<!--",
            "-->",
            "{{",
            "}}",
            "[[",
        ],
        *[
            "]]",
            "{|",
            "|}",
            "|-",
            "'''",
            "==",
            "References",
            "  1. News: A. B. 2020.",
            ": ",
            "Label: 5 km",
            "港口",
            "l9O2",
            "Govern-\n",
        ],
        *[
            "---\n",
            "[^1]",
            "[^1]: x",
            "`",
            "**",
            "TheInfoList\n",
            " explained",
            "\u2028",
            "𐰼",
            "<sup class=reference>[1]</sup>",
            "</sup>",
        ],
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=30).map("".join).filter(str.strip)


def check(document: Document) -> None:
    """The laws of offsets, blocks, sentences and marks."""
    length = len(document.text)
    pieces = document.offsets.pieces
    ends = [piece.clean for piece in pieces[1:]] + [length] * bool(pieces)
    for piece, end in zip(pieces, ends, strict=True):
        assert piece.clean <= end
        assert 0 <= piece.raw <= piece.raw_end <= len(document.raw)
        if piece.verbatim:
            assert document.raw[piece.raw : piece.raw_end] == document.text[piece.clean : end]
    assert all(above.raw_end <= below.raw for above, below in pairwise(pieces))
    assert all(above.end <= below.start for above, below in pairwise(document.blocks))
    for block in document.blocks:
        assert 0 <= block.start < block.end <= length
        span = document.offsets.raw_span(block.start, block.end)
        assert 0 <= span.start < span.end <= len(document.raw)
    at = 0
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        assert block.kind in GIVES_FACTS
        assert max(at, block.start) <= sentence.start < sentence.end <= block.end
        text = document.text[sentence.start : sentence.end]
        assert text == text.strip()
        at = sentence.end
    assert all(0 <= mark.at <= length for mark in document.marks)


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, derandomize=True, deadline=None)
@given(text=TEXTS)
def test_every_clean_span_leads_back_into_the_file(name: str, text: str) -> None:
    check(read(text.encode(), "a.txt", format=name))


@settings(max_examples=100, derandomize=True, deadline=None)
@given(text=TEXTS)
def test_the_format_found_is_one_of_the_formats(text: str) -> None:
    assert read(text.encode(), "a.txt").source.format in FORMATS


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "unit",
    [
        "a",
        " ",
        "<",
        '<a "<b" ',
        "<!--",
        "[[",
        "{{a|",
        "<ref>",
        "*",
        "|",
        "&a",
        "a.A",
        "[1]",
        "\n",
        "1,",
        "'",
        "[a](",
        "<table><td>",
    ],
)
def test_a_long_line_of_one_sign_is_read_in_linear_time(name: str, unit: str) -> None:
    started = time.process_time()
    read((unit * (60_000 // len(unit)) + "x").encode(), "a.txt", format=name)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<html><body><p>One.</p></body></html>", "html"),
        ("'''A''' is [[B]].\n\n== C ==\n{{convert|1|km}} <ref>x</ref>", "wikitext"),
        ("# A\n\n- one\n- two\n\n**b**", "markdown"),
        ("**A** grew in [1931](https://example.org).\n\n**B** fell.", "markdown"),
        ("It grew.\n\n- one\n- two\n- three\n", "text"),
        ("Ports explained\n\nIt grew.[1]\n\nNotes and References\n\n  1. News: A. 2020.\n", "numbered"),
        ("It grew in 1931.\n\nIt fell.", "text"),
        ("Seat: Riga\nLength: 5 km\nTrade: $5\nTarget: $9\n", "factsheet"),
    ],
)
def test_the_format_is_known_by_the_content(text: str, expected: str) -> None:
    assert read(text.encode(), "a.txt").source.format == expected


EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("estonia-latvia.txt", "numbered"), ("peru-bolivia.wiki", "wikitext"), ("zambia-zimbabwe.md", "markdown")],
)
def test_the_examples_are_read_by_their_own_readers(name: str, expected: str) -> None:
    document = read((EXAMPLES / name).read_bytes(), name)
    check(document)
    assert document.source.format == expected
    assert document.citations


def test_the_same_bytes_give_the_same_document_whatever_their_name() -> None:
    one, two = (read(b"It grew.", name) for name in ("a.txt", "b.txt"))
    assert one.source.sha256 == two.source.sha256
    assert one.text == two.text
