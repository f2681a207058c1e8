"""Tables on a terminal, as wide as it is; every line is made of whole cells, so that any script lines up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from kzcn.output import people
from kzcn.output.cells import GLUE, fill, width, wrap
from kzcn.output.screen import Screen

if TYPE_CHECKING:
    from kzcn.output import Listing

__all__ = ["Drawing", "draw"]

_GAP = "  "
_DATES = ("date", "signed", "ratified", "in_force", "extended", "ended")
_DROPPED_FIRST = ("parties", "kind", "instrument", "format", "place", "sources")
"""What a terminal does without before titles become narrow, in this order."""
_DROPPED_LAST = ("evidence", *_DATES[1:], "value", "date")
"""What a very narrow one does without, with narrow titles."""
_NARROW_TITLE = 18
_NARROWEST = {"title": 36, **dict.fromkeys(_DATES, 11), "value": 12, "text": 12, "name": 12, "licence": 12}
"""Columns that keep this width as long as there are others to leave out."""
_LONG_WORD = 14
"""Cells; longer words may be broken."""
_WORTH = {"title": 3.5, **dict.fromkeys(_DATES, 1.2), "parties": 1.5, "value": 2.2, "name": 2, "text": 2}
"""How much wider than others a column may stay when all are short of room."""
_NEVER_WRAPPED = ("id", "sources", "no", "unit")
_STYLES = {**dict.fromkeys(_DATES, "cyan"), "edtf": "cyan", "id": "dim", "sources": "dim"}
_HIT = re.compile(r"\[[^\]]+\]?")


class Drawing(NamedTuple):
    """Something drawn, and what its reader must be told beside it."""

    lines: list[str]
    remarks: list[str]


class _Plan(NamedTuple):
    columns: list[str]
    widths: list[int]
    dropped: list[str]
    right: frozenset[str] = frozenset()
    """Columns whose cells end below each other: dates and numbers."""
    marked: bool = False
    """The cells have the hits of a search in square brackets."""


def draw(listing: Listing, screen: Screen) -> Drawing:
    """Draw the listing, its sections below headings of their own, as wide as the screen at most."""
    if not listing.rows:
        return Drawing([], [])
    plan = _plan(listing, screen.width)
    lines = [*_head(plan, screen), *_body(listing, plan, screen)]
    marks = people.legend(listing.rows, plan.columns)
    if marks:
        lines += ["", *(screen.styled(line, "dim") for line in _packed(marks, screen.width))]
    return Drawing([screen.shown(line) for line in lines], [_remark(plan.dropped)] if plan.dropped else [])


def _remark(dropped: Sequence[str]) -> str:
    return f"columns left out for want of width: {', '.join(dropped)} (another --format has them)"


def _head(plan: _Plan, screen: Screen) -> Iterator[str]:
    yield from _line(plan.columns, plan, screen, dict.fromkeys(plan.columns, "bold"))
    yield "─" * min(sum(plan.widths) + len(_GAP) * (len(plan.widths) - 1), screen.width or 10_000)


def _body(listing: Listing, plan: _Plan, screen: Screen) -> Iterator[str]:
    for number, (section, rows) in enumerate(people.sections(listing.rows)):
        if number:
            yield ""
        if section is not None:
            yield from (screen.styled(line, "bold") for line in _folded(section, screen))
        for row in rows:
            yield from _line(people.cells(row, plan.columns, listing.id_length), plan, screen, _STYLES)
        for place, sentence in listing.notes:
            if place == section:
                yield from _folded(sentence, screen)


def _folded(text: str, screen: Screen) -> list[str]:
    return [text] if screen.width is None else wrap(text, screen.width)


def _packed(entries: Sequence[str], room: int | None) -> list[str]:
    """The entries of a legend, as many in a line as fit."""
    lines: list[str] = []
    for entry in entries:
        joined = f"{lines[-1]}   {entry}" if lines else entry
        if lines and (room is None or width(joined) <= room):
            lines[-1] = joined
        else:
            lines += [entry] if room is None else wrap(entry, room)
    return lines


def _line(texts: Sequence[str], plan: _Plan, screen: Screen, styles: Mapping[str, str]) -> Iterator[str]:
    """A row, over as many lines as its longest cell needs."""
    glued = [_glued(text) if name in _DATES else text for text, name in zip(texts, plan.columns, strict=True)]
    cells = [wrap(text, room) for text, room in zip(glued, plan.widths, strict=True)]
    for parts in zip_longest(*cells, fillvalue=""):
        filled = [
            _styled(_filled(part, room, right=name in plan.right), plan, screen, styles.get(name) if part else None)
            for part, room, name in zip(parts, plan.widths, plan.columns, strict=True)
        ]
        yield _GAP.join(filled).rstrip()


def _glued(date: str) -> str:
    """A date that is broken between its two ends only."""
    return date.replace(" ", GLUE).replace(f"–{GLUE}", "– ") if " – " in date else date


def _filled(part: str, room: int, *, right: bool) -> str:
    return fill(part.replace(GLUE, " "), room, right=right)


def _styled(part: str, plan: _Plan, screen: Screen, style: str | None) -> str:
    """A part of a cell in its style, or with the hits of a search in theirs."""
    if style is None and plan.marked and screen.colorful:
        return _HIT.sub(lambda found: screen.styled(found[0], "hit"), part)
    return screen.styled(part, style)


def _plan(listing: Listing, room: int | None) -> _Plan:
    """Which columns the room is enough for, and how wide each is."""
    texts = [people.cells(row, listing.shown, listing.id_length) for row in listing.rows]
    down = {name: [row[number] for row in texts] for number, name in enumerate(listing.shown)}
    columns = [name for name, cells in down.items() if name in {"id", "title"} or any(cells)]
    natural = {name: max(width(cell) for cell in (name, *down[name])) for name in columns}
    right = frozenset(name for name in columns if name in _DATES or _is_numeric(listing, name))
    marked = any(row.get("hit") for row in listing.rows)
    if room is None:
        return _Plan(columns, list(natural.values()), [], right, marked)
    least = {name: _least(name, natural[name], down[name]) for name in columns}
    dropped = list(_dropped(columns, _DROPPED_FIRST, least, room))
    columns = [name for name in columns if name not in dropped]
    if sum(least[name] for name in columns) > _left(room, columns) and "title" in least:
        least["title"] = min(least["title"], _NARROW_TITLE)
        dropped += _dropped(columns, _DROPPED_LAST, least, room)
        columns = [name for name in columns if name not in dropped]
    return _Plan(columns, _shared(columns, natural, least, _left(room, columns)), dropped, right, marked)


def _is_numeric(listing: Listing, name: str) -> bool:
    return all(isinstance(row.get(name), (int, float, type(None))) for row in listing.rows)


def _dropped(columns: Sequence[str], order: Sequence[str], least: Mapping[str, int], room: int) -> Iterator[str]:
    kept = list(columns)
    for name in order:
        if _left(room, kept) >= sum(least[column] for column in kept) or len(kept) == 1:
            return
        if name in kept:
            kept.remove(name)
            yield name


def _left(room: int, columns: Sequence[str]) -> int:
    """What is left for cells beside the gaps."""
    return room - len(_GAP) * (len(columns) - 1)


def _least(name: str, natural: int, cells: Sequence[str]) -> int:
    """The width that breaks no word of ordinary length, or the one that the table above gives."""
    if name in _NEVER_WRAPPED:
        return natural
    longest = max((width(word) for cell in cells for word in cell.split(" ")), default=0)
    return min(natural, max(min(longest, _LONG_WORD), _NARROWEST.get(name, 0), width(name)))


def _shared(columns: Sequence[str], natural: Mapping[str, int], least: Mapping[str, int], room: int) -> list[int]:
    """Widths that fit the room: what is short keeps its length, the longest for their worth give way first."""
    widths = {name: natural[name] for name in columns}
    for floor in (least, dict.fromkeys(columns, 1)):
        while sum(widths.values()) > room:
            giving = [name for name in columns if widths[name] > floor[name] and name not in _NEVER_WRAPPED]
            if not giving:
                break
            widths[max(giving, key=lambda name: widths[name] / _WORTH.get(name, 1))] -= 1
    return [widths[name] for name in columns]
