"""The first look at a sentence passes over most of them, and never over one that tells something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kzcn.extract.analysis import View, mentions_of, view
from kzcn.extract.engine import sentence_drafts
from kzcn.extract.frames import frames
from kzcn.extract.triggers import may_tell
from kzcn.model import Document
from kzcn.reading import read

CORPUS = Path(__file__).parent.parent / "corpus" / "open"


def views(document: Document) -> Iterator[View]:
    mentions = mentions_of(document)
    found = (view(document, mentions, sentence) for sentence in document.sentences)
    return (seen for seen in found if seen is not None)


def seen(text: str) -> View:
    return next(views(read(text.encode(), "notes.txt", format="text")))


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("In 1961 everything changed.", True),
        ("Some 300 people came.", True),
        ("Ghana recognised Mali.", True),
        ("The treaty between Ghana and Mali is in force.", True),
        ("The songs of Ghana last for hours.", False),
        ("The songs of Ghana last for three hours.", True),
        ("The hills of Mali look blue from far away.", False),
        ("In Ghana the doors open when the bell rings.", False),
        ("Ghana opened its doors.", True),
        ("The old market is lively.", False),
        ("The signing was long.", False),
    ],
)
def test_only_what_may_tell_something_is_cut_into_clauses(text: str, telling: bool) -> None:  # noqa: FBT001 - a column
    assert may_tell(seen(text)) is telling


@pytest.mark.parametrize(
    "path", sorted(path for path in CORPUS.iterdir() if path.suffix != ".jsonl"), ids=lambda p: p.stem
)
def test_no_sentence_that_tells_something_is_passed_over(path: Path) -> None:
    for sentence in views(read(path.read_bytes(), path.name)):
        if not may_tell(sentence):
            assert sentence_drafts(sentence, ("Ghana", "Mali")) == []


def test_no_example_of_a_row_that_counts_without_a_date_is_passed_over() -> None:
    examples = [example["text"] for frame in frames() if not frame.weak for example in frame.examples]
    sentences = [sentence for text in examples for sentence in views(read(text.encode(), "x.txt", format="text"))]
    passed_over = [sentence for sentence in sentences if not may_tell(sentence)]
    assert len(sentences) > 100
    assert [sentence.text for sentence in passed_over if sentence_drafts(sentence, ("Ghana", "Mali"))] == []
