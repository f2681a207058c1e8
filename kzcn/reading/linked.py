"""The mirror in which every link is followed by the opening of the linked page.

    During the
    Treaty of Nystad The Treaty of Nystad (Russian: …) was the last peace treaty of the …  ...
    , the coast went to

A passage is a row of lines: prose, broken wherever a link stood, and links. A link keeps its anchor only.
"""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from kzcn.reading.anchors import Cut, best_cut, is_truncated
from kzcn.reading.builder import Builder
from kzcn.reading.notes import Role, Run, without_notes
from kzcn.reading.reader import Line, Reader, lines, passages
from kzcn.reading.sections import hatnote_end, opens_section
from kzcn.reading.text import is_heading

__all__ = ["READER"]

_ROLES: tuple[Role, ...] = ("prose", "link", "bare")


class Row(NamedTuple):
    """A line of a passage, weighed once."""

    start: int
    end: int
    text: str
    cut: Cut
    is_truncated: bool


_NAVIGATION = frozenset({"home", "theinfolist", "or:", "the info list", "infolist"})
_TAIL = re.compile(r"\{\{\s?(?:DEFAULTSORT|Authority control|Portal)|\[\[Category:", re.IGNORECASE)
_BULLETS = re.compile(r"[*•#]+(?=\s|$)")
_ENDS_SENTENCE = re.compile(r"[.!?][\"”’')\]]*$")
_GOES_ON = re.compile(r"[.,;:)\]'’”%/–-]|s\b|[a-z]")
_CLOSES = re.compile(r"[.,;:!?)\]’”%]|'s?\b")
_SUFFIX = re.compile(r"[.,;:!?)\]’”%/]|'s?\b|[-–](?=\w)|\"[.,;:)\s]|\"$|(?:s|es|ed|n|ns|er|ers|ian|ians|ing)(?!\w)")
_GLUED_END = re.compile(r"[(\[/“‘$€£]$|[\w)][-–]$|(?:^|\s)\"$")

_DEFINES = re.compile(
    r"\b(?:is|was|are|were) (?:an?|the|one)\b|, officially\b|\brefers? to\b|\balso (?:known|called)\b|\(born\b|\( ?[;,)]"
)

_LONGEST_LINK = 400
"""Characters of a link whose abstract is not cut short."""
_LONGEST_BARE = 12
"""Words of an anchor that stands without an abstract."""
_CLEAR = 6.0
"""Weight of a cut that leaves no doubt."""


def _likeness(sample: str) -> float:
    """Share of links among the lines, which other formats do not have."""
    found = [line.text for line in lines(sample) if len(line.text) > 3]
    cut_short = [text for text in found if is_truncated(text)]
    named = sum(best_cut(text).weight >= _CLEAR for text in cut_short[:100])
    if len(cut_short) < 2 or named < min(len(cut_short), 100) / 2:
        return 0.0
    return min(1.0, 0.3 + 2 * len(cut_short) / len(found))


def _read(builder: Builder) -> None:
    end = len(builder.raw)
    tail = _TAIL.search(builder.raw)
    runs = passages(lines(builder.raw, 0, tail.start() if tail else end))
    for index, passage in enumerate(runs):
        below = runs[index + 1][0].text if index + 1 < len(runs) else ""
        rows = [line for line in passage if line.text.casefold() not in _NAVIGATION]
        if not rows:
            continue
        if len(rows) == 1 and _is_heading(rows[0].text) and opens_section(rows[0].text, builder.section, below):
            _heading(builder, rows[0])
        else:
            _passage(builder, rows)


def _is_heading(text: str) -> bool:
    return (
        is_heading(text) and not is_truncated(text) and not _BULLETS.match(text) and best_cut(text).weight < 2 * _CLEAR
    )


def _heading(builder: Builder, line: Line) -> None:
    if builder.title is None:
        builder.title = line.text
        builder.add("heading", line.start, line.end)
    else:
        builder.heading(line.start, line.end)


def _passage(builder: Builder, rows: list[Line]) -> None:
    """List items begin at bullets; what stands before the first is a paragraph."""
    starts = [index for index, line in enumerate(rows) if _BULLETS.match(line.text)]
    for first, last in zip([0, *starts], [*starts, len(rows)], strict=True):
        part = rows[first:last]
        if not part:
            continue
        bullet = _BULLETS.match(part[0].text)
        if bullet:
            part = [_without(part[0], bullet.end()), *part[1:]]
        _flow(builder, [line for line in part if line.text], is_item=bullet is not None)


def _without(line: Line, prefix: int) -> Line:
    text = line.text[prefix:].lstrip()
    return Line(line.end - len(text), line.end, text)


def _flow(builder: Builder, part: list[Line], *, is_item: bool) -> None:
    rows = [Row(*line, best_cut(line.text), is_truncated(line.text)) for line in part]
    runs = without_notes(builder.raw, [_run(row, role) for row, role in zip(rows, _roles(rows), strict=True)])
    builder.open("list_item" if is_item else "paragraph")
    before = ""
    for run in runs:
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


def _run(row: Row, role: Role) -> Run:
    return Run(role, row.start, row.start + row.cut.end if role == "link" else row.end)


def _roles(rows: list[Row]) -> list[Role]:
    """The likeliest role of each line: prose and links take turns (a Viterbi walk over three roles)."""
    totals = {role: _fit(row, role) for row in rows[:1] for role in _ROLES}
    back: list[dict[Role, Role]] = []
    for before, row in itertools.pairwise(rows):
        ways = {role: {last: totals[last] + _turn(before, last, row, role) for last in _ROLES} for role in _ROLES}
        back.append({role: max(way, key=lambda last, way=way: way[last]) for role, way in ways.items()})  # type: ignore[misc]
        totals = {role: max(way.values()) + _fit(row, role) for role, way in ways.items()}
    found = [max(totals, key=lambda role: totals[role])] if totals else []
    for steps in reversed(back):
        found.append(steps[found[-1]])
    return found[::-1]


def _fit(row: Row, role: Role) -> float:
    """How well a line by itself fits a role."""
    if role == "prose":
        return -6.0 if row.is_truncated else 0.0
    if _CLOSES.match(row.text):
        return -20.0
    if role == "bare":
        short = len(row.text.split()) <= _LONGEST_BARE and row.cut.weight < _CLEAR and not row.is_truncated
        return -2.0 if short else -20.0
    named = 0.6 * min(row.cut.weight, 8.0) if row.cut.weight > 3 else 0.0
    if row.is_truncated:
        return 6.0 + named
    if not named:
        named = -2.0 if _DEFINES.search(row.text, 0, 200) else -5.0
    return named - (8.0 if len(row.text) > _LONGEST_LINK else 0.0)


def _turn(before: Row, last: Role, row: Row, role: Role) -> float:
    """How well a role follows another; two lines of prose do so only where a footnote had been."""
    ended = _ENDS_SENTENCE.search(before.text[-6:]) is not None
    if last == "prose":
        if role == "prose":
            return -1.5 if ended else -7.0
        return 0.0 if ended else 2.0
    if role == "prose":
        return 3.0 if _GOES_ON.match(row.text) else 0.0
    return -1.0


READER = Reader("linked", "encyclopedia mirror with the opening of each linked page in the text", _likeness, _read)
