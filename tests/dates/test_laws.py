"""What holds for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcn.dates import EDTF, DateMention, find
from kzcn.dates.words import TAGS, word_set

WORDS = [
    *sorted({word for line in TAGS.values() for word in line.split()}),
    *sorted(
        word_set("May March April Monday February Dec. Q3 1887-10-05 3/4/1987 10:30 a.m. 2014年9月6日 июня года BC AD")
    ),
    *sorted(word_set("1 2 15 29 30 31 36 79 99 05 00 476 751 1453 1799 1900 1999 2024 2199 3rd 21st 1990s 90s")),
    *sorted(word_set(", . - – / ( ) ; : ' 's ’s % $ No. km men Han dynasty reign of Louis XIV Foo bar will was said")),
    *("\n", "\n\n", ",", ".", "-", "–"),
]
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(texts, st.sampled_from([None, "1987-10-14", "2020-02-29", "0079"]))
def test_mentions_are_in_order_quote_the_text_and_have_edtf_that_reads(text: str, today: str | None) -> None:
    mentions = find(text, today)
    assert all(one.end <= two.start for one, two in pairwise(mentions))
    for mention in mentions:
        check(text, mention)
        for part in mention.parts:
            check(text, part)
            assert mention.start <= part.start < part.end <= mention.end


def check(text: str, mention: DateMention) -> None:
    assert 0 <= mention.lead <= mention.start < mention.end <= len(text)
    assert text[mention.start : mention.end] == mention.text
    if mention.edtf is not None:
        assert str(EDTF.parse(mention.edtf)) == mention.edtf
        assert "XX" not in mention.edtf.replace("XXXX-", ""), "a year without its day has no XX"


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    for mention in find(text):
        check(text, mention)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(texts, texts)
def test_a_paragraph_ends_an_expression(one: str, two: str) -> None:
    for mention in find(f"{one} \n\n {two}"):
        assert "\n\n" not in mention.text.replace("\n \n", "\n\n")


@pytest.mark.parametrize(
    "text", ["In 44 BC he came. {} days after it fell.", "In 44 BC he came. {} BC.", "In {} BC, {} and {}th May {}."]
)
@pytest.mark.parametrize("digits", [20, 400, 5000])
def test_a_number_of_any_length_is_read_or_passed_over(text: str, digits: int) -> None:
    assert all(len(mention.edtf or "") < 40 for mention in find(text.replace("{}", "9" * digits)))
