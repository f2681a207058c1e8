"""The mirror in which every link is followed by the opening of the linked page.

    During the
    Treaty of Nystad The Treaty of Nystad (Russian: …) was the last peace treaty of the …  ...
    , the coast went to

In the other layout the abstract stands on a line of its own below the anchor. A passage is a row of lines: prose,
broken wherever a link stood, and links. A link keeps its anchor only.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from kzcn.model import BlockKind
from kzcn.reading.anchors import best_cut, is_truncated
from kzcn.reading.builder import Builder
from kzcn.reading.linkrows import CLEAR, Row, apart, is_pair, runs, together
from kzcn.reading.notes import Run, without_notes
from kzcn.reading.reader import Line, Reader, lines, passages
from kzcn.reading.sections import hatnote_end, opens_section
from kzcn.reading.signs import is_heading

__all__ = ["APART", "READER"]

_Layout = Callable[[list[Line]], list[Row]]

_NAVIGATION = frozenset({"home", "theinfolist", "or:", "the info list", "infolist"})
_MIRROR = re.compile(r"^\s{0,9}TheInfoList\s{0,9}$", re.MULTILINE)
_TAIL = re.compile(r"\{\{\s?(?:DEFAULTSORT|Authority control|Portal)|\[\[Category:", re.IGNORECASE)
_IMAGE = re.compile(r"(?:file|image):\S|(?:thumb|upright|left|right|center|\d{2,4}px)\b[^,\n]{0,12},", re.IGNORECASE)
_POINTER = re.compile(r"(?:main articles?|see also|further information|see main articles?)\s?:?$", re.IGNORECASE)
_BULLETS = re.compile(r"[*•#]+(?=\s|$)")
_SUFFIX = re.compile(r"[.,;:!?)\]’”%/]|'s?\b|[-–](?=\w)|\"[.,;:)\s]|\"$|(?:s|es|ed|n|ns|er|ers|ian|ians|ing)(?!\w)")
_GLUED_END = re.compile(r"[(\[/“‘$€£]$|[\w)][-–]$|(?:^|\s)\"$")
_SHOWN = 100
"""Links that the detection looks at."""
_TRACES = ("TheInfoList", "…", "...")
"""A text without any of these is not of the mirror."""


def _likeness(sample: str) -> float:
    if not any(trace in sample for trace in _TRACES):
        return 0.0
    found = [line for line in lines(sample) if len(line.text) > 3]
    return _share(sample, found, sum(best_cut(line.text).weight >= CLEAR for line in _cut_short(found)))


def _likeness_apart(sample: str) -> float:
    if not any(trace in sample for trace in _TRACES):
        return 0.0
    found = [line for line in lines(sample) if len(line.text) > 3]
    pairs = [pair for pair in itertools.pairwise(found) if is_truncated(pair[1].text)][:_SHOWN]
    named = sum(
        is_pair(*pair) and best_cut(f"{pair[0].text} {pair[1].text}").end == len(pair[0].text) for pair in pairs
    )
    return _share(sample, found, named)


def _cut_short(found: list[Line]) -> list[Line]:
    return [line for line in found if is_truncated(line.text)][:_SHOWN]


def _share(sample: str, found: list[Line], named: int) -> float:
    """How sure it is that a text is of the mirror, from the links that name themselves among those cut short."""
    cut_short = len(_cut_short(found))
    if _MIRROR.search(sample):
        return 0.9 + 0.1 * named / max(cut_short, 1)
    if cut_short < 2 or named < cut_short / 2:
        return 0.0
    return min(1.0, 0.3 + 2 * cut_short / len(found))


def _read(builder: Builder, layout: _Layout) -> None:
    tail = _TAIL.search(builder.raw)
    found = passages(lines(builder.raw, 0, tail.start() if tail else None))
    for index, passage in enumerate(found):
        below = found[index + 1][0].text if index + 1 < len(found) else ""
        part = [line for line in passage if line.text.casefold() not in _NAVIGATION]
        if len(part) == 1 and _is_heading(part[0].text) and opens_section(part[0].text, builder.section, below):
            _heading(builder, part[0])
        else:
            _passage(builder, part, layout)


def _is_heading(text: str) -> bool:
    return (
        is_heading(text) and not is_truncated(text) and not _BULLETS.match(text) and best_cut(text).weight < 2 * CLEAR
    )


def _heading(builder: Builder, line: Line) -> None:
    if builder.title is None:
        builder.title = line.text
        builder.add("heading", line.start, line.end)
    else:
        builder.heading(line.start, line.end)


def _passage(builder: Builder, rows: list[Line], layout: _Layout) -> None:
    """List items begin at bullets; what stands before the first is a paragraph, or a picture's caption."""
    about = rows and (_IMAGE.match(rows[0].text) or _POINTER.match(rows[0].text))
    kind: BlockKind = "other" if about else "paragraph"
    starts = [index for index, line in enumerate(rows) if _BULLETS.match(line.text)]
    for first, last in zip([0, *starts], [*starts, len(rows)], strict=True):
        part = rows[first:last]
        if not part:
            continue
        bullet = _BULLETS.match(part[0].text)
        if bullet:
            part = [_without(part[0], bullet.end()), *part[1:]]
        _flow(builder, layout([line for line in part if line.text]), "list_item" if bullet else kind)


def _without(line: Line, prefix: int) -> Line:
    text = line.text[prefix:].lstrip()
    return Line(line.end - len(text), line.end, text)


def _flow(builder: Builder, rows: list[Row], kind: BlockKind) -> None:
    builder.open(kind)
    before = ""
    for run in without_notes(builder.raw, runs(rows)):
        start = run.start if before else _hatnote(builder, run)
        if before and not (_SUFFIX.match(builder.raw, start, run.end) or _GLUED_END.search(before)):
            builder.blank(start)
        builder.keep(start, run.end)
        before = builder.raw[max(start, run.end - 2) : run.end]
    builder.close()


def _hatnote(builder: Builder, run: Run) -> int:
    end = hatnote_end(builder.raw, run.start, run.end)
    if end > run.start:
        builder.open("other")
        builder.keep(run.start, end)
        builder.open("paragraph")
    return end


READER = Reader(
    "linked",
    "encyclopedia mirror with the opening of each linked page on the line of the link",
    _likeness,
    lambda builder: _read(builder, together),
)
APART = Reader(
    "linked-apart",
    "encyclopedia mirror with the opening of each linked page on the line below the link",
    _likeness_apart,
    lambda builder: _read(builder, apart),
)
