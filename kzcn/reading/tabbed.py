"""Tables in plain text: lines with the same number of tabs."""

from __future__ import annotations

from kzcn.reading.builder import Builder
from kzcn.reading.reader import Line
from kzcn.reading.tables import Cell, Table

__all__ = ["write_tabbed"]


def write_tabbed(builder: Builder, run: list[Line]) -> bool:
    """Write a passage as a table, if it is one.

    Returns: whether it was.
    """
    tabs = {line.text.count("\t") for line in run}
    if len(run) < 2 or len(tabs) != 1 or not min(tabs):
        return False
    Table(rows=[_row(builder.raw, line) for line in run]).write(builder)
    return True


def _row(raw: str, line: Line) -> list[Cell]:
    row: list[Cell] = []
    start = line.start
    for value in line.text.split("\t"):
        cell = Cell()
        cell.text.keep(raw, start, start + len(value))
        row.append(cell)
        start += len(value) + 1
    return row
