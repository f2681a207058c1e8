"""Tables on a terminal, as wide as it is; every line is made of whole cells, so that any script lines up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from rich.box import Box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kzcn.output import people
from kzcn.output.cells import GLUE, width, wrap
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
_LINES = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")
"""A line below the head, and nothing else."""
_ENDLESS = 10_000
"""Cells of a line that is not to be broken."""
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
    console = _console(screen)
    for renderable in _body(listing, plan, screen):
        console.print(renderable)
    marks = people.legend(listing.rows, plan.columns)
    if marks:
        console.print()
        console.print("\n".join(_packed(marks, screen.width)), style="dim")
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    return Drawing([screen.shown(line.rstrip()) for line in lines], [_remark(plan.dropped)] if plan.dropped else [])


def _console(screen: Screen) -> Console:
    """A console that writes to memory, without markup, emoji or guesses about the terminal."""
    return Console(
        file=StringIO(),
        width=screen.width or _ENDLESS,
        force_terminal=screen.colorful,
        color_system="standard" if screen.colorful else None,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=True,
        legacy_windows=False,
    )


def _remark(dropped: Sequence[str]) -> str:
    return f"columns left out for want of width: {', '.join(dropped)} (another --format has them)"


def _body(listing: Listing, plan: _Plan, screen: Screen) -> Iterator[Table | Text]:
    """A table a section, the first with the head; the headings and notes of the sections between."""
    for number, (section, rows) in enumerate(people.sections(listing.rows)):
        heading = _folded(section, screen) if section is not None else None
        if number == 0 and heading is not None:
            yield _table(plan, head=True)
        if number:
            yield Text("")
        if heading is not None:
            yield Text(heading, style="bold")
        table = _table(plan, head=number == 0 and heading is None)
        for row in rows:
            table.add_row(*_cells(people.cells(row, plan.columns, listing.id_length), plan))
        yield table
        for place, sentence in listing.notes:
            if place == section:
                yield Text(_folded(sentence, screen))


def _table(plan: _Plan, *, head: bool) -> Table:
    table = Table(box=_LINES, show_header=head, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for name, room in zip(plan.columns, plan.widths, strict=True):
        table.add_column(
            "\n".join(wrap(name, room)),
            width=room,
            justify="right" if name in plan.right else "left",
            style=_STYLES.get(name, ""),
            header_style="bold",
            no_wrap=True,
        )
    return table


def _cells(texts: Sequence[str], plan: _Plan) -> Iterator[Text]:
    """The cells of a row, each broken into lines as wide as its column."""
    for text, name, room in zip(texts, plan.columns, plan.widths, strict=True):
        glued = _glued(text) if name in _DATES else text
        cell = Text("\n".join(line.replace(GLUE, " ") for line in wrap(glued, room)))
        if plan.marked and name not in _STYLES:
            cell.highlight_regex(_HIT, "bold underline")
        yield cell


def _folded(text: str, screen: Screen) -> str:
    return text if screen.width is None else "\n".join(wrap(text, screen.width))


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


def _glued(date: str) -> str:
    """A date that is broken between its two ends only."""
    return date.replace(" ", GLUE).replace(f"–{GLUE}", "– ") if " – " in date else date


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
