"""Fact sheets: lines of "label: value; value (year)" under short headings."""

from __future__ import annotations

import re

from kzcn.reading.builder import Builder
from kzcn.reading.frontmatter import line_date, service_line
from kzcn.reading.reader import Line, Reader, lines
from kzcn.reading.text import BULLET, is_heading

__all__ = ["FIELD", "READER"]

FIELD = re.compile(r"(?P<label>[^\W_](?:[^:;!?\n|]{0,58}[^:;!?\n|\s])?)\s?:\s+(?=\S)")
"""A label of at most sixty characters, a colon and a blank; a time (9:40) or an address is none."""
_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")
_SHARE = 0.5
_FEWEST = 4


def _is_field(text: str) -> bool:
    found = FIELD.match(text)
    return found is not None and not _SENTENCE.search(found["label"]) and not found["label"][:1].islower()


def _likeness(sample: str) -> float:
    """Share of fields among the lines; a timeline's years are no labels."""
    found = [line.text for line in lines(sample) if line.text]
    fields = sum(_is_field(text) and not text[:1].isdigit() for text in found)
    share = fields / len(found) if found else 0.0
    return 0.2 + 0.6 * share if fields >= _FEWEST and share >= _SHARE else 0.0


def _read(builder: Builder) -> None:
    for line in lines(builder.raw):
        if not line.text:
            continue
        bullet = BULLET.match(line.text)
        start = bullet.end() if bullet else 0
        text = line.text[start:]
        if service_line(text):
            builder.date = builder.date or line_date(text)
        elif _is_field(text) and not (builder.title is None and text.isupper()):
            _field(builder, line, start)
        elif not bullet and (is_heading(text) or builder.title is None):
            _heading(builder, line)
        else:
            builder.add("list_item" if bullet else "paragraph", line.start + start, line.end)


def _field(builder: Builder, line: Line, start: int) -> None:
    found = FIELD.match(line.text, start)
    if found:
        label = found["label"].strip(" *_")
        builder.add("field", line.start + found.end(), line.end, (label,))


def _heading(builder: Builder, line: Line) -> None:
    if builder.title is None:
        builder.title = line.text
        builder.add("heading", line.start, line.end)
    else:
        builder.heading(line.start, line.end)


READER = Reader("factsheet", 'fact sheet of lines such as "label: value; value (year)"', _likeness, _read)
