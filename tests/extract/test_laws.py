"""What holds of the claims of any text whatever."""

from __future__ import annotations

import hashlib

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from kzcn import reading
from kzcn.errors import SourceError
from kzcn.extract import extract
from kzcn.extract.frames import frames
from kzcn.extract.measures import measures
from kzcn.kinds import kinds
from kzcn.model import Claim, Document

ROWS = [row.examples for row in frames()] + [row.examples for row in measures()]
EXAMPLES = [example["text"] for row in ROWS for example in row]
WORDS = sorted({word for text in EXAMPLES for word in text.split()})
MARKS = list("()[]“”\"'’,.;:–—-%$€½\t\u00a0\u200b\ufeff")
ODD = st.sampled_from([*MARKS, "\r\n", "\n\n", "\n* ", "== ", "c.", "1 1", "郅支", "№ 7"])

running = st.lists(st.one_of(st.sampled_from(WORDS), ODD), max_size=40).map(" ".join)
joined = st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=4).map(" ".join)
anything = st.text(max_size=120)
"""Reading refuses what holds no text at all; there is nothing to extract from that."""


def read(text: str) -> Document:
    return reading.read(text.encode("utf-8", "surrogatepass"), "example.txt", format="text")


def holds(document: Document, claim: Claim) -> None:
    """A claim stands where it says, in a known family, with a title and the words of its date and number."""
    evidence = claim.evidence
    passage = document.raw[evidence.start : evidence.end]
    assert 0 <= evidence.start < evidence.end <= len(document.raw)
    assert evidence.digest == hashlib.sha256(passage.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    assert evidence.source == document.source.sha256
    assert kinds()[claim.kind].family == claim.family
    assert 0 < len(claim.title.split()) <= 12
    assert claim.rule
    assert (claim.date is None) == (claim.date_basis is None)
    for span, words in ((evidence.date_span, evidence.date_text), (evidence.value_span, evidence.value_text)):
        assert (span is None) == (words is None)
        assert span is None or 0 <= span.start < span.end <= len(document.raw)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.one_of(running, anything))
def test_any_text_gives_claims_that_stand_where_they_say(text: str) -> None:
    try:
        document = read(text)
    except SourceError:
        reject()
    for claim in extract(document):
        holds(document, claim)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(joined)
def test_words_of_dates_and_numbers_are_the_words_of_their_spans(text: str) -> None:
    document = read(text)
    for claim in extract(document):
        holds(document, claim)
        for span, words in (
            (claim.evidence.date_span, claim.evidence.date_text),
            (claim.evidence.value_span, claim.evidence.value_text),
        ):
            assert span is None or document.raw[span.start : span.end] == words


@settings(max_examples=40, derandomize=True, deadline=None)
@given(joined)
def test_claims_are_the_same_each_time_and_each_but_once(text: str) -> None:
    claims = extract(read(text))
    assert claims
    assert claims == extract(read(text))
    assert len({claim.id for claim in claims}) == len(claims)


@settings(max_examples=40, derandomize=True, deadline=None)
@given(joined)
def test_claims_without_quotes_differ_only_in_their_quotes(text: str) -> None:
    quoted, bare = extract(read(text)), extract(read(text), quotes=False)
    assert all(claim.evidence.quote for claim in quoted)
    assert not any(claim.evidence.quote for claim in bare)
    assert [claim.id for claim in quoted] == [claim.id for claim in bare]


def test_a_text_without_names_dates_and_numbers_gives_no_claims() -> None:
    assert extract(read("The miller opened the window and said that it was late.")) == []
