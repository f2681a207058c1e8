"""Lines of a label and its value: "Turnover: US$9.3 billion (2018)", "Turnover ..... 9", "Turnover – EUR 9 million"."""

from __future__ import annotations

import re
from typing import NamedTuple

from kzcn.reading.builder import Builder
from kzcn.reading.reader import Line

__all__ = ["Labelled", "is_field", "is_label", "is_value", "labelled", "write_field"]

_QUALIFIER = (
    r"(?:about|approx(?:\.|imately)?|around|circa|ca?\.|some|over|more than|at least|almost|nearly|under|less than"
    r"|up to|below|above|between|estimated|est\.|since|in|by|until)"
)
_CURRENCY = r"(?-i:[A-Z]{1,2}\$|[A-Z]{3}|[A-Z]{2}|[A-Z]Sh|Rs|[$€£¥₽₸])"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_VALUE = re.compile(rf"(?:{_QUALIFIER}\s)?[~<>≈(]?(?:{_CURRENCY}\s?)?[+±–−-]?\d|{_MONTH} \d", re.IGNORECASE)
"""What a value begins with: a number with its currency and qualifier, or a date."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_WORDS_OF_VALUE = 5
_LONGEST_VALUE = 70
_LONGEST_LABEL = 60
_SENTENCE_END = re.compile(r"[.!?…;,][\"”’')\]]*$")
_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")

# two to sixty characters, a colon and a blank; a time (9:40) or an address is none, nor who asks and answers (Q: …)
_COLON = re.compile(
    r"(?!(?:question|answer)\s?:)(?P<label>[^\W_][^:;!?\n|•]{0,58}[^:;!?\n|•\s])\s?:\s+(?=\S)", re.IGNORECASE
)
_FORMS = (
    # dotted leaders: Turnover ......... EUR 6 million
    (
        ("....", ". . ", "……", "____"),
        re.compile(
            r"(?P<label>[^\W\d_][^.…\n]{1,58}?)\s{0,3}(?:\.{4,99}|(?:\. ){3,99}\.?|…{2,99}|_{4,99})\s{0,9}(?=\S)"
        ),
    ),
    # columns: Turnover          EUR 6 million
    (
        ("\t", "   "),
        re.compile(r"(?P<label>[^\W\d_]\S{0,40}(?: \S{1,40}){0,9})(?:\t+ *| {3,})(?=\S)(?!.*(?:\t| {3}))"),
    ),
    # Turnover – EUR 6 million
    (
        ("–", "—", "-", "|"),
        re.compile(rf"(?P<label>[^\W\d_][^–—|:;\n]{{1,58}}?)\s(?:[–—-]|\|)\s(?={_VALUE.pattern})", re.IGNORECASE),
    ),
)
"""Each with signs of which a line in this form has one: most lines have none, which is told faster."""


class Labelled(NamedTuple):
    """A label, and where its value begins."""

    label: str
    value: int


def labelled(text: str, start: int = 0) -> Labelled | None:
    """The label with which a line begins, capital or not; None for any other line."""
    found = _COLON.match(text, start)
    if found is None or _SENTENCE.search(found["label"]) or found["label"][0].isdigit():
        found = _in_form(text, start)
    return Labelled(found["label"].strip(" *_"), found.end()) if found else None


def _in_form(text: str, start: int) -> re.Match[str] | None:
    for signs, form in _FORMS:
        if any(sign in text for sign in signs) and (found := form.match(text, start)):
            return found
    return None


def is_field(text: str) -> bool:
    """Whether a line is a label and a value; a timeline's year is no label, nor does a label begin small."""
    return not text[:1].islower() and labelled(text) is not None


def is_label(text: str) -> bool:
    """Whether a line can name the value on the next one: short, begun by a letter, no sentence."""
    opens = text[:1].isalpha() and not _VALUE.match(text)
    return opens and len(text) <= _LONGEST_LABEL and not _SENTENCE_END.search(text) and ": " not in text


def is_value(text: str) -> bool:
    """Whether a line is only a number or a date, with its unit and what stands in brackets."""
    if len(text) > _LONGEST_VALUE or not _VALUE.match(text) or _SENTENCE.search(text):
        return False
    return len(set(_WORD.findall(re.sub(r"\([^()]*\)", "", text)))) < _WORDS_OF_VALUE


def write_field(builder: Builder, line: Line, start: int = 0, parent: str = "") -> None:
    """Write the line as a field block.

    Args:
        builder: what the block is added to.
        line: the line; it must be labelled.
        start: where its text begins, after a bullet.
        parent: the label above its own: "Area" of "total: 20 km²".
    """
    found = labelled(line.text, start)
    if found:
        labels = tuple(filter(None, (parent, found.label)))
        builder.add("field", line.start + found.value, line.end, labels)
