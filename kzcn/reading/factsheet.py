"""Fact sheets: lines of "label: value; value (year)" under short headings."""

from __future__ import annotations

from kzcn.reading.builder import Builder
from kzcn.reading.fields import is_field, write_field
from kzcn.reading.frontmatter import line_date, service_line
from kzcn.reading.reader import Line, Reader, lines
from kzcn.reading.text import BULLET, TIMELINE, is_heading

__all__ = ["READER"]

_SHARE = 0.5
_FEWEST = 4


def _likeness(sample: str) -> float:
    """Share of fields among the lines."""
    found = [line.text for line in lines(sample) if line.text]
    fields = sum(map(is_field, found))
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
        elif is_field(text) and not (builder.title is None and text.isupper()):
            write_field(builder, line, start)
        elif bullet or TIMELINE.match(text):
            builder.add("list_item", line.start + start, line.end)
        elif is_heading(text) or builder.title is None:
            _heading(builder, line)
        else:
            builder.add("paragraph", line.start, line.end)


def _heading(builder: Builder, line: Line) -> None:
    if builder.title is None:
        builder.title = line.text
        builder.add("heading", line.start, line.end)
    else:
        builder.heading(line.start, line.end)


READER = Reader("factsheet", 'fact sheet of lines such as "label: value; value (year)"', _likeness, _read)
