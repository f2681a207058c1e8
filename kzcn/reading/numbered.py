"""The mirror with `[12]` marks in the text and a numbered reference list at its end.

Port explained

Harbour1:Northern basin, Lindfors

The port[1] [2] was opened in 1931.[3]
…
  1. Web site: The port in numbers. 2011-03-04. …
"""

from __future__ import annotations

import re

from kzcn.reading.builder import Builder
from kzcn.reading.citations import citation
from kzcn.reading.marks import keep_without_marks
from kzcn.reading.reader import Line, Reader, lines, passages
from kzcn.reading.sections import hatnote_end, is_references, opens_section
from kzcn.reading.signs import is_heading
from kzcn.reading.tabbed import write_tabbed

__all__ = ["READER"]

_EXPLAINED = " explained"
_MARK = re.compile(r"[^\s\[]\[\d{1,3}\]")
_ENTRY = re.compile(r"(\d{1,4})\.\s+(?:\^(?:\s[a-z](?=\s))*\s+)?(?=\S)")
"""The number of an entry, and the links back to where it is cited: "12. ^ a b "."""
_FIELD = re.compile(r"([A-Z][A-Za-z_ ]{1,40}?)\d{0,2}:(?=[^\s/])")
_BULLET = re.compile(r"[*•]\s*")

# parameters of an infobox that say how it looks, not what it tells
_LOOKS = frozenset(
    {"caption", "color", "filetype", "image", "image size", "imagesize", "map", "mapsize", "size", "width"}
)


def _likeness(sample: str) -> float:
    opening = sample.lstrip().split("\n", 1)[0].rstrip()
    if opening.endswith(_EXPLAINED):
        return 0.9
    if "[1]" not in sample:
        return 0.0
    entries = sum(_ENTRY.match(line.text) is not None for line in lines(sample))
    marks = len(_MARK.findall(sample))
    return 0.7 if marks >= 3 and entries >= 3 else 0.0


def _read(builder: Builder) -> None:
    runs = passages(lines(builder.raw))
    for index, run in enumerate(runs):
        below = runs[index + 1][0].text if index + 1 < len(runs) else ""
        lone = (
            len(run) == 1
            and is_heading(run[0].text)
            and not _MARK.search(run[0].text)
            and (builder.title is None or bool(below))
        )
        if lone and opens_section(run[0].text, builder.section, below):
            _heading(builder, run[0])
        elif builder.section and is_references(builder.section[-1]):
            _references(builder, run)
        else:
            _passage(builder, run)


def _heading(builder: Builder, line: Line) -> None:
    if builder.title is None:
        builder.title = line.text.removesuffix(_EXPLAINED)
        builder.add("heading", line.start, line.end)
    else:
        builder.heading(line.start, line.end)


def _passage(builder: Builder, run: list[Line]) -> None:
    for line in write_tabbed(builder, run):
        label = None if builder.section else _FIELD.match(line.text)
        bullet = _BULLET.match(line.text)
        if label:
            builder.open("other" if label[1].casefold() in _LOOKS else "field", (label[1],))
            keep_without_marks(builder, line.start + label.end(), line.end)
        elif bullet:
            builder.open("list_item")
            keep_without_marks(builder, line.start + bullet.end(), line.end)
        else:
            _paragraph(builder, line)
    builder.close()


def _paragraph(builder: Builder, line: Line) -> None:
    start = hatnote_end(builder.raw, line.start, line.end)
    if start > line.start:
        builder.add("other", line.start, start)
    builder.open("paragraph")
    keep_without_marks(builder, start, line.end)


def _references(builder: Builder, run: list[Line]) -> None:
    """Each entry is a block labelled with its number; a line without a number goes on with the entry above."""
    entries: list[tuple[str, int, int]] = []
    for line in run:
        entry = _ENTRY.match(line.text)
        if entry:
            entries.append((entry[1], line.start + entry.end(), line.end))
        elif entries:
            entries[-1] = (*entries[-1][:2], line.end)
    for number, start, end in entries:
        builder.add("references", start, end, (number,))
        builder.citations.append(citation(number, builder.raw, start, end))


READER = Reader("numbered", "encyclopedia mirror with [12] marks and a numbered reference list", _likeness, _read)
