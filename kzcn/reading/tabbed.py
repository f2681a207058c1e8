"""Tables in plain text: lines with the same number of tabs, or with columns parted by several blanks."""

from __future__ import annotations

import re

from kzcn.reading.builder import Builder
from kzcn.reading.reader import Line
from kzcn.reading.tables import Cell, Table

__all__ = ["write_tabbed"]

_GAPS = (re.compile(r"\t"), re.compile(r" {2,}|\t+"))
_NARROWEST = 3
"""Columns from which blanks part the cells of a table; two are a label and its value."""


def write_tabbed(builder: Builder, run: list[Line]) -> bool:
    """Write a passage as a table, if it is one.

    Returns: whether it was.
    """
    gap = next((gap for gap in _GAPS if _is_table(run, gap)), None)
    if gap is None:
        return False
    Table(rows=[_row(builder.raw, line, gap) for line in run]).write(builder)
    return True


def _is_table(run: list[Line], gap: re.Pattern[str]) -> bool:
    columns = {len(gap.split(line.text)) for line in run}
    fewest = 2 if gap is _GAPS[0] else _NARROWEST
    return len(run) >= fewest and len(columns) == 1 and min(columns) >= fewest


def _row(raw: str, line: Line, gap: re.Pattern[str]) -> list[Cell]:
    row: list[Cell] = []
    start = line.start
    for found in [*gap.finditer(line.text), None]:
        end = line.end if found is None else line.start + found.start()
        cell = Cell()
        cell.text.keep(raw, start, end)
        row.append(cell)
        start = end if found is None else line.start + found.end()
    return row
