"""Tables on a terminal, drawn by rich; cells are `Text`, so that markup in the data stays text."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kzcn.output import people

if TYPE_CHECKING:
    from kzcn.output import Listing

__all__ = ["draw"]

_GAP = 2
"""Blanks between columns: the padding and the line that the box does not draw."""
_DROPPED_FIRST = ("parties", "sources", "kind", "instrument", "place", "value")
"""What a narrow terminal does without, in this order."""
_NARROWEST = {"title": 24, "date": 11, "value": 12, "text": 12, "name": 12}
"""Columns that keep this width as long as there are others to leave out."""
_LONG_WORD = 14
"""Cells; longer words may be broken."""
_WORTH = {"title": 3.5, "parties": 1.5, "date": 1.6, "value": 1.5, "name": 2, "text": 2}
"""How much wider than others a column may stay when all are short of room."""
_NEVER_WRAPPED = ("id", "sources", "no", "unit")
_STYLES = {"date": "cyan", "id": "dim", "sources": "dim"}
_RIGHT = ("no", "length", "claims", "citations")


class _Plan(NamedTuple):
    columns: list[str]
    widths: list[int]
    dropped: list[str]


def draw(listing: Listing, out: TextIO, *, color: bool = True) -> list[str]:
    """Draw the listing, a table for each section, as wide as the terminal at most.

    Returns: what the reader must be told beside the data, a line each.
    """
    console = _console(out, color=color)
    plan = _plan(listing, console.width)
    for number, (section, rows) in enumerate(people.sections(listing.rows)):
        if number:
            console.print()
        if section is not None:
            console.print(Text(section, style="bold"))
        console.print(_table(plan, [people.cells(row, plan.columns, listing.id_length) for row in rows]))
        for place, sentence in listing.notes:
            if place == section:
                console.print(Text(sentence))
    marks = people.legend(listing.rows, plan.columns)
    if marks:
        console.print(Text(f"\n{marks}", style="dim"))
    if plan.dropped:
        return [
            f"columns left out for want of width: {', '.join(plan.dropped)} (a wider terminal or --fields has them)"
        ]
    return []


def _console(out: TextIO, *, color: bool) -> Console:
    return Console(
        file=out,
        no_color=None if color else True,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        width=_width(out),
    )


def _width(out: TextIO) -> int | None:
    """COLUMNS where it is set; else the terminal's own width, or 80 in a pipe."""
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    return None if out.isatty() else 80


def _table(plan: _Plan, texts: Sequence[Sequence[str]]) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, header_style="bold")
    for name, width in zip(plan.columns, plan.widths, strict=True):
        justify: Literal["left", "right"] = "right" if name in _RIGHT else "left"
        table.add_column(Text(name), width=width, style=_STYLES.get(name), overflow="fold", justify=justify)
    for row in texts:
        table.add_row(*(_cell(text, width) for text, width in zip(row, plan.widths, strict=True)))
    return table


def _cell(text: str, width: int) -> Text:
    """A cell; one that fits is told so, which spares rich the work of wrapping it."""
    return Text(text, overflow="fold", no_wrap=cell_len(text) <= width)


def _plan(listing: Listing, width: int) -> _Plan:
    """Which columns the width has room for, and how wide each is."""
    columns = [name for name in listing.shown if _has_content(listing, name)]
    dropped: list[str] = []
    texts = [columns, *(people.cells(row, columns, listing.id_length) for row in listing.rows)]
    down = {name: [row[number] for row in texts] for number, name in enumerate(columns)}
    natural = {name: max(map(cell_len, cells)) for name, cells in down.items()}
    least = {name: natural[name] if name in _NEVER_WRAPPED else _least(name, cells) for name, cells in down.items()}
    for name in _DROPPED_FIRST:
        if _room(width, columns) >= sum(least[column] for column in columns):
            break
        if name in columns:
            columns.remove(name)
            dropped.append(name)
    return _Plan(columns, _shared(columns, natural, least, _room(width, columns)), dropped)


def _has_content(listing: Listing, name: str) -> bool:
    if not listing.rows or name in {"id", "title"}:
        return True
    return any(people.cells(row, [name], listing.id_length)[0] for row in listing.rows)


def _room(width: int, columns: Sequence[str]) -> int:
    return width - _GAP * (len(columns) - 1)


def _least(name: str, cells: Sequence[str]) -> int:
    """The width that breaks no word of ordinary length, or the one that the table above gives."""
    longest = max(cell_len(word) for cell in cells for word in cell.split() or [""])
    return min(max(map(cell_len, cells)), max(min(longest, _LONG_WORD), _NARROWEST.get(name, 0)))


def _shared(columns: Sequence[str], natural: dict[str, int], least: dict[str, int], room: int) -> list[int]:
    """Widths that fit the room: what is short keeps its length, the longest for their worth give way first."""
    widths = {name: natural[name] for name in columns}
    for floor in (least, dict.fromkeys(columns, 1)):
        while sum(widths.values()) > room:
            giving = [name for name in columns if widths[name] > floor[name] and name not in _NEVER_WRAPPED]
            if not giving:
                break
            widths[max(giving, key=lambda name: widths[name] / _WORTH.get(name, 1))] -= 1
    return [widths[name] for name in columns]
