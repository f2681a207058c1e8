"""Which lines of a passage are prose and which are links.

Prose is broken wherever a link stood, so the two take turns; the likeliest row of roles is found for a passage as a
whole, by what each line looks like and by what it follows.
"""

from __future__ import annotations

import itertools
import re
from typing import NamedTuple

from kzcn.reading.anchors import Cut, best_cut, is_truncated
from kzcn.reading.notes import Role, Run
from kzcn.reading.reader import Line

__all__ = ["CLEAR", "Row", "apart", "is_pair", "runs", "together"]

_ROLES: tuple[Role, ...] = ("prose", "link", "bare")


class Row(NamedTuple):
    """A line of a passage, weighed once."""

    start: int
    end: int
    text: str
    cut: Cut
    is_truncated: bool


_ENDS_SENTENCE = re.compile(r"[.!?][\"”’')\]]*$|[\"”]\)$")
_SENTENCES = re.compile(r"[a-z\d)]{2}[.!?](?:\s|$|[^\W\d_a-z])")
_NOTED = re.compile(r"[a-z\d)]\.[^\W\d_a-z]")
"""A full stop with no blank after it, as before a leaked footnote."""
_GOES_ON = re.compile(r"[.,;:)\]'’”%/–-]|s\b|[a-z]")
_CLOSES = re.compile(r"[.,;:!?)\]’”%]|'s?\b")
_DEFINES = re.compile(
    r"\b(?:is|was|are|were) (?:an?|the|one)\b|, officially\b|\brefers? to\b|\balso (?:known|called)\b"
    r"|\(born\b|\( ?[;,)]"
)

_TEMPLATE = re.compile(r"[),}|]{1,3} ?(?:, )?\w{1,20} ?= ")

_LONGEST_LINK = 400
"""Characters of a link whose abstract is not cut short."""
_LONGEST_BARE = 12
"""Words of an anchor that stands without an abstract."""
_SHORT_ANCHOR = 4
"""Words of an anchor that may end in a full stop ("Washington, D.C.")."""
_LONGEST_ANCHOR = 16
"""Words of an anchor on a line of its own."""
CLEAR = 6.0
"""Weight of a cut that leaves no doubt."""


def together(lines: list[Line]) -> list[Row]:
    """Rows of the layout in which anchor and abstract share a line."""
    return [_row(line) for line in lines]


def _row(line: Line) -> Row:
    """A line, weighed where it is not too long to be a link."""
    truncated = is_truncated(line.text)
    may_be_link = truncated or len(line.text) <= _LONGEST_LINK
    return Row(*line, best_cut(line.text) if may_be_link else Cut(0, 0.0), truncated)


def apart(lines: list[Line]) -> list[Row]:
    """Rows of the layout in which the abstract stands on the line below its anchor."""
    rows: list[Row] = []
    index = 0
    while index < len(lines):
        above, below = lines[index], lines[index + 1] if index + 1 < len(lines) else None
        if below is not None and is_pair(above, below):
            rows.append(Row(above.start, below.end, f"{above.text} {below.text}", Cut(len(above.text), 8.0), True))
            index += 2
        else:
            lone = is_truncated(above.text)
            rows.append(Row(*above, Cut(0 if lone else len(above.text), 0.0), lone))
            index += 1
    return rows


def is_pair(above: Line, below: Line) -> bool:
    """Whether a line is an anchor and the next one its abstract."""
    words = len(above.text.split())
    ended = words > _SHORT_ANCHOR and _ENDS_SENTENCE.search(above.text[-6:])
    if words > _LONGEST_ANCHOR or ended or _CLOSES.match(above.text):
        return False
    cut = best_cut(f"{above.text} {below.text}")
    exact = cut.end == len(above.text)
    if is_truncated(below.text):
        return exact or not is_truncated(above.text)
    defines = below.text[:1].isupper() and _DEFINES.search(below.text, 0, 150) is not None
    return defines or _TEMPLATE.match(below.text) is not None or (exact and cut.weight >= CLEAR)


def runs(rows: list[Row]) -> list[Run]:
    """The running text of a passage: its prose and the anchors of its links."""
    return [_run(row, role) for row, role in zip(rows, _roles(rows), strict=True)]


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
        short = len(row.text.split()) <= _LONGEST_BARE and row.cut.weight < CLEAR and not row.is_truncated
        if not short:
            return -20.0
        return -6.0 if _SENTENCES.search(row.text) else -2.0
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
            noted = row.text.startswith(".") and _NOTED.search(before.text) is not None
            return -1.5 if ended or noted else -7.0
        return 0.0 if ended else 2.0
    if role == "prose":
        return 3.0 if _GOES_ON.match(row.text) else 0.0
    return -1.0
