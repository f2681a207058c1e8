"""Tables in plain text: lines with the same number of bars or tabs, or with columns parted by several blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzcn.reading.builder import Builder
from kzcn.reading.reader import Line
from kzcn.reading.tables import Cell, Table

__all__ = ["has_bars", "write_tabbed"]

_BARS = re.compile(r"\|")
_TABS = re.compile(r"\t")
_BLANKS = re.compile(r" {2,}|\t+")
_NARROWEST = 3
"""Columns from which bars and blanks part the cells of a table; two are a label and its value."""
_SHORTEST = {_BARS: 2, _TABS: 2, _BLANKS: 3}
"""Rows from which lines are a table."""
_SIGNS = {_BARS: ("|",), _TABS: ("\t",), _BLANKS: ("  ", "\t")}
"""What a line with such a gap has one of."""
_RULES = ("--", "==", "__")
"""What a line of rules has, of signs that part nothing else: |---|:--:| or +====+."""
_VALUE = re.compile(r"[~≈<>≤≥+−–-]?\s?(?:[$€£¥]\s?)?\d")
_CAPTIONS = 2
"""Lines that may stand above a table in its own passage."""


def write_tabbed(builder: Builder, run: list[Line]) -> list[Line]:
    """Write the table that a passage is, or begins with under its caption.

    Returns: the lines that are still to be written; all of them where there is no table.
    """
    rows = _without_rules(run)
    for gap, shortest in _SHORTEST.items():
        if not any(_has_gap(line, gap) for line in rows):
            continue
        for first in range(min(_CAPTIONS + 1, len(rows))):
            last = _end(rows, first, gap)
            if last - first >= shortest and not any(_has_gap(line, gap) for line in rows[:first]):
                _write(builder, rows[:first], rows[first:last], gap)
                return rows[last:]
    return run


def _has_gap(line: Line, gap: re.Pattern[str]) -> bool:
    return any(sign in line.text for sign in _SIGNS[gap])


def has_bars(run: list[Line]) -> bool:
    """Whether the lines of a passage are a table with bars between its columns."""
    if not any("|" in line.text for line in run):
        return False
    rows = _without_rules(run)
    return any(_end(rows, first, _BARS) - first >= _SHORTEST[_BARS] for first in range(min(_CAPTIONS + 1, len(rows))))


def _without_rules(run: list[Line]) -> list[Line]:
    return [line for line in run if line.text.strip("|+:=_- \t") or not any(rule in line.text for rule in _RULES)]


def _end(rows: Sequence[Line], first: int, gap: re.Pattern[str]) -> int:
    """Where the rows from `first` on end that have the same number of columns; the row of heads may lack its first."""
    narrowest = 2 if gap is _TABS or (gap is _BLANKS and _has_head(rows[first:], gap)) else _NARROWEST
    widths = [len(_cuts(line, gap)) for line in rows[first:]]
    width = max(widths[:2], default=0)
    if width < narrowest or width - widths[0] > (gap is _BLANKS):
        return first
    same = next((at for at, other in enumerate(widths) if at and other != width), len(widths))
    return first + same


def _has_head(rows: Sequence[Line], gap: re.Pattern[str]) -> bool:
    """Whether two columns begin with a head, not with a label and its value: "Main goods    share"."""
    cells = [[line.text[slice(*cut)] for cut in _cuts(line, gap)] for line in rows[:3]]
    if len(cells) < 3 or any(len(row) != 2 for row in cells):
        return False
    return not any(map(str.isdigit, cells[0][1])) and all(_VALUE.match(row[1]) for row in cells[1:])


def _write(builder: Builder, captions: Sequence[Line], rows: Sequence[Line], gap: re.Pattern[str]) -> None:
    table = Table(rows=[_row(builder.raw, line, gap) for line in rows])
    if len(table.rows[0]) < len(table.rows[1]):
        table.rows[0].insert(0, Cell())
    for line in captions:
        caption = Cell().text
        caption.keep(builder.raw, line.start, line.end)
        table.caption.extend(caption)
    table.write(builder)


def _cuts(line: Line, gap: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the cells of a line stand in it; bars at both ends part nothing."""
    is_framed = gap is _BARS and line.text.startswith("|")
    start = int(is_framed)
    end = len(line.text) - (is_framed and line.text.endswith("|") and len(line.text) > 1)
    cells: list[tuple[int, int]] = []
    for found in gap.finditer(line.text, start, end):
        cells.append((start, found.start()))
        start = found.end()
    return [*cells, (start, max(start, end))]


def _row(raw: str, line: Line, gap: re.Pattern[str]) -> list[Cell]:
    row: list[Cell] = []
    for start, end in _cuts(line, gap):
        cell = Cell()
        cell.text.keep(raw, line.start + start, line.start + end)
        row.append(cell)
    return row
