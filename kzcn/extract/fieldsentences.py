"""Sentences and list items that are no sentences but a name and what is told of it."""

from __future__ import annotations

import re

from kzcn.extract.analysis import Mentions, View, within
from kzcn.extract.dating import Dated, dated
from kzcn.extract.field import Field
from kzcn.model import Document, Span

__all__ = ["labelled", "listed_instrument"]

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_LABELLED = re.compile(
    r"([^\W\d_][^:;.!?\n]{1,60}):\s+"
    rf"|([^\W\d_][^:;.!?\n–—]{{1,60}}?)\s[–—-]\s(?=(?:[$€£¥]|[A-Z]{{3}} ?|about |over )?\d|{_MONTH} \d)"
)
"""A label with a colon, or with a dash before a number or date."""
_MARK = re.compile("[:–—-]")
_REACH = 64
"""Code points in which a label and the mark behind it end."""
_TELLING_TENSES = frozenset(("past", "perfect", "present", "future", "conditional"))
_SEATED = re.compile(
    r"(?:[A-Z][a-z]+ )?(?:embass(?:y|ies)|(?:honorary )?consulates?|high commissions?)\b", re.IGNORECASE
)
_INSTRUMENT = re.compile(
    r"(?P<name>(?!To )(?=[A-Z])(?:[\w’'-]{2,30} ){0,4}?"
    r"(?i:treaty|agreement|protocol|convention|memorandum|accord|declaration|pact"
    r"|communiqué|charter|exchange of (?:notes|letters)|letter of intent|programme|contract|arrangement)\b"
    r"[^.;(\n]{0,150}?)"
    r"(?=\s?\(|,\s(?:[A-Z\d]|signed|concluded|done|in force|valid)|\.(?:\s|$)|\s[–—-]\s|[;:]|$)"
)
_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|shall|would|be|been|says|said|provides?|obliges?|gives?|gave|ended)\b"
)
_SIGNED = re.compile(r"\bsign(?:ed|ing|ature)\b", re.IGNORECASE)


def labelled(view: View) -> Field | None:
    """A sentence of running text that is a label and its values, or names seats, without a verb; None for any other."""
    field = _shaped(view)
    # Clauses cost most, so they are cut only where the shape is right.
    if field is None or any(clause.predicate.tense in _TELLING_TENSES for clause in view.clauses):
        return None
    return field


def _shaped(view: View) -> Field | None:
    """What a sentence would be as a field, whether or not it has a verb."""
    text, sentence = view.document.text, view.sentence
    valued = bool(view.quantities or view.dates)
    may_be_labelled = _MARK.search(text, sentence.start, sentence.start + _REACH)
    match = _LABELLED.match(text, sentence.start, sentence.end) if may_be_labelled else None
    if match is not None and (valued or _SEATED.match(match[0])):
        return Field(match.end(), sentence.end, ((match[1] or match[2]).strip(),), view.block.section)
    if not valued and _SEATED.match(text, sentence.start, sentence.end):
        return Field(sentence.start, sentence.end, (), view.block.section)
    return None


def listed_instrument(document: Document, index: int, mentions: Mentions) -> Field | None:
    """A list item that names an instrument and tells its dates without a verb; None for any other.

    Without a date of its own it has the document's, under a title that says what was signed.
    """
    block = document.blocks[index]
    found = _INSTRUMENT.match(document.text, block.start, block.end)
    if block.kind != "list_item" or found is None or _VERB.search(document.text, block.start, block.end):
        return None
    dates = [date for date in within(mentions.dates, Span(block.start, block.end)) if dated(date)]
    day = document.source.date
    titles = " ".join(filter(None, [document.source.title, *block.section]))
    if dates and dates[0].start >= found.end():
        row: tuple[Dated, ...] = ()
    elif not dates and day is not None and _SIGNED.search(titles):
        row = (Dated(day, "inherited", None),)
    else:
        return None
    return Field(found.end(), block.end, (found["name"],), block.section, row, is_instrument=True)
