"""Fact sheets: lines of "label: value; value (year)" under short headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzcn.reading.builder import Builder
from kzcn.reading.fields import is_field, labelled, write_field
from kzcn.reading.frontmatter import service_line
from kzcn.reading.reader import Line, Reader, lines, parted, passages
from kzcn.reading.signs import BULLET, TIMELINE, is_heading
from kzcn.reading.tabbed import write_tabbed

__all__ = ["READER"]

_DASH = re.compile(r"(?P<label>[^\W\d_][^–—,;:]{1,50}?) [–—-] (?=\S.*[\d,])")
"""A label and a dash before a value that does not begin with its number: Committee – third session, Oslo, 1999."""
_COLUMNS = re.compile(r"(?P<label>[^\W\d_]\S{0,40}(?: \S{1,40}){0,9}) {3,}(?=.{0,12}\d)")
"""A label and a value in several columns, alone in its passage: "Growth (%)      AB 2.1 / CD 3.4     (2016)"."""
_SHARE = 0.5
_FEWEST = 4


def _likeness(sample: str) -> float:
    """Share of fields among the lines."""
    found = [line.text for line in lines(sample) if line.text]
    fields = sum(map(is_field, found))
    share = fields / len(found) if found else 0.0
    return 0.2 + 0.6 * share if fields >= _FEWEST and share >= _SHARE else 0.0


def _read(builder: Builder) -> None:
    parent = ""
    for line in _single(builder):
        bullet = BULLET.match(line.text)
        start = bullet.end() if bullet else 0
        text = line.text[start:]
        found = labelled(text)
        if service_line(text):
            builder.about(text)
        elif found is None and (columns := _COLUMNS.match(text)) and builder.title is not None:
            builder.add("field", line.start + start + columns.end(), line.end, (columns["label"],))
        elif is_field(text) and found and not _is_title(builder, text, found.value):
            parent = found.label
            write_field(builder, line, start)
        elif found and parent and text[0].islower():
            write_field(builder, line, start, parent)
        elif bullet or TIMELINE.match(text):
            builder.add("list_item", line.start + start, line.end)
        elif (dash := _DASH.match(text)) and builder.title is not None:
            builder.add("field", line.start + start + dash.end(), line.end, (dash["label"],))
        elif is_heading(text) or builder.title is None:
            parent = ""
            _heading(builder, line)
        else:
            builder.add("paragraph", line.start, line.end)


def _single(builder: Builder) -> Iterator[Line]:
    """The lines that are no rows of a table; tables are written on the way."""
    for run in passages(lines(builder.raw)):
        left = run if builder.title is None else write_tabbed(builder, run)
        yield from (part for line in left for part in parted(line))


def _is_title(builder: Builder, text: str, value: int) -> bool:
    """Whether the first line is the title, though it has a colon."""
    return builder.title is None and (text.isupper() or not any(map(str.isdigit, text[value:])))


def _heading(builder: Builder, line: Line) -> None:
    if builder.title is None:
        builder.title = line.text
        builder.add("heading", line.start, line.end)
    else:
        builder.heading(line.start, line.end)


READER = Reader("factsheet", 'fact sheet of lines such as "label: value; value (year)"', _likeness, _read)
