"""Tables of wikitext: rows begin at `|-`, cells at `|` and `!`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from kzcn.reading.inline import Inline
from kzcn.reading.tables import Cell
from kzcn.reading.wikisyntax import Brackets

__all__ = ["table_rows"]

_ROW_SIGN = re.compile(r"[ \t]*(\|-|\|\+|\|\}|\||!)")
_CELL_SIGN = re.compile(r"\|\||!!|\{\{|\[\[|<!--|<ref\b|\n")
_ATTRIBUTES = re.compile(r"[^|\[\]{}\n]{1,200}=[^|\[\]{}\n]{1,200}\|(?!\|)")
_SPAN = re.compile(r"(col|row)span\s{0,3}=\s{0,3}[\"']?(\d{1,3})")

_Fill = Callable[[int, int, Inline], None]


class _Page(NamedTuple):
    """The text a table stands in; `end` is the end of the table, `fill` adds the clean text of a raw run to a cell."""

    raw: str
    brackets: Brackets
    end: int
    fill: _Fill


def table_rows(raw: str, brackets: Brackets, start: int, end: int, fill: _Fill) -> tuple[Inline, list[list[Cell]]]:
    """The caption and the rows of the table that stands at a run.

    Args:
        raw: the raw text.
        brackets: its brackets.
        start: where `{|` stands.
        end: after `|}`.
        fill: adds the clean text of a raw run to a cell.
    """
    page = _Page(raw, brackets, end, fill)
    caption = Inline()
    rows: list[list[Cell]] = [[]]
    at = _next_line(page, start)
    while at < end:
        sign = _ROW_SIGN.match(raw, at, end)
        if sign is None:
            line_end = _line_end(page, at)
            if rows[-1]:
                fill(at - 1, line_end, rows[-1][-1].text)  # with the line break, which may begin a list
            at = line_end + 1
        elif sign[1] == "|}":
            break
        elif sign[1] == "|-":
            rows.append([])
            at = _next_line(page, sign.end())
        elif sign[1] == "|+":
            line_end = _line_end(page, sign.end())
            fill(sign.end(), line_end, caption)
            at = line_end + 1
        else:
            at = _cells(page, sign.end(), rows[-1], is_head=sign[1] == "!")
    return caption, [row for row in rows if row]


def _next_line(page: _Page, at: int) -> int:
    found = page.raw.find("\n", at, page.end)
    return page.end if found < 0 else found + 1


def _line_end(page: _Page, at: int) -> int:
    while found := _CELL_SIGN.search(page.raw, at, page.end):
        if found[0] == "\n":
            return found.start()
        at = max(page.brackets.after(found.start(), page.end), found.end())
    return page.end


def _cells(page: _Page, at: int, row: list[Cell], *, is_head: bool) -> int:
    """Add the cells of a line; where the next line begins."""
    first = at
    while found := _CELL_SIGN.search(page.raw, at, page.end):
        if found[0] == "\n":
            row.append(_cell(page, first, found.start(), is_head=is_head))
            return found.end()
        if found[0] == "||" or (found[0] == "!!" and is_head):
            row.append(_cell(page, first, found.start(), is_head=is_head))
            first = at = found.end()
        else:
            at = max(page.brackets.after(found.start(), page.end), found.end())
    row.append(_cell(page, first, page.end, is_head=is_head))
    return page.end


def _cell(page: _Page, start: int, end: int, *, is_head: bool) -> Cell:
    attributes = _ATTRIBUTES.match(page.raw, start, end)
    cell = Cell(is_head)
    if attributes:
        spans = {found[1]: max(int(found[2]), 1) for found in _SPAN.finditer(attributes[0])}
        cell = Cell(is_head, spans.get("col", 1), spans.get("row", 1))
        start = attributes.end()
    page.fill(start, end, cell.text)
    return cell
