"""Plain text: paragraphs parted by empty lines, or one a line."""

from __future__ import annotations

import re
from statistics import median

from kzcn.reading.builder import Builder
from kzcn.reading.reader import Line, Reader, lines, passages
from kzcn.reading.sections import opens_section

__all__ = ["READER", "is_heading"]

_SENTENCE_END = re.compile(r"[.!?…:;,][\"”’')\]]*$")
_BULLET = re.compile(r"(?:[*•‣▪·–—-]|\(?\d{1,3}[.)])\s+(?=\S)")
_HEADING_LENGTH = 90
_WRAPPED = (40, 110)
"""Characters between which the lines of a hard-wrapped text are long."""


def is_heading(text: str) -> bool:
    """Whether a line that stands alone reads as a heading: short, begun by a letter, no sentence."""
    opens = text[:1].isupper() or text[:1].isdigit() or text[:1] in "\"“'«"
    return len(text) <= _HEADING_LENGTH and opens and not _SENTENCE_END.search(text)


def _likeness(_text: str) -> float:
    return 0.1


def _read(builder: Builder) -> None:
    runs = passages(lines(builder.raw))
    for index, run in enumerate(runs):
        below = runs[index + 1][0].text if index + 1 < len(runs) else ""
        lone = len(run) == 1 and is_heading(run[0].text) and bool(below)
        if lone and opens_section(run[0].text, builder.section, below):
            _heading(builder, run[0])
        else:
            _passage(builder, run)


def _heading(builder: Builder, line: Line) -> None:
    if builder.title is None and not builder.section:
        builder.title = line.text
        builder.add("heading", line.start, line.end)
    else:
        builder.heading(line.start, line.end)


def _passage(builder: Builder, run: list[Line]) -> None:
    """A passage is one paragraph where its lines are wrapped, else a paragraph a line; bullets begin list items."""
    wrapped = _is_wrapped(run)
    first = True
    for line in run:
        bullet = _BULLET.match(line.text)
        if bullet:
            builder.open("list_item")
            builder.keep(line.start + bullet.end(), line.end)
        elif first or not wrapped:
            builder.open("paragraph")
            builder.keep(line.start, line.end)
        else:
            builder.blank(line.start)
            builder.keep(line.start, line.end)
        first = False
    builder.close()


def _is_wrapped(run: list[Line]) -> bool:
    if len(run) == 1:
        return True
    lengths = [len(line.text) for line in run[:-1]]
    return _WRAPPED[0] <= median(lengths) and max(lengths) <= _WRAPPED[1]


READER = Reader("text", "plain text: paragraphs parted by empty lines, or one a line", _likeness, _read)
