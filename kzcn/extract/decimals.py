"""Tables and fact sheets that write decimal commas: 3,7 and 1.234,5."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kzcn.model import Block, Document

__all__ = ["with_points"]

_NUMBER = re.compile(r"(?<![\d.,/])\d[\d.,]*\d(?![\d/])")
_COMMA = re.compile(r"0,\d+|\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")
_POINT = re.compile(r"0\.\d+|\d+\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
_GROUP = re.compile(r"\d{1,3},\d{3}")
"""Thousands, unless the number's own row or column writes decimal commas."""
_SWAPPED = str.maketrans(",.", ".,")


def with_points(document: Document) -> str:
    """The clean text with commas and points of numbers exchanged where a table, or all fields, write decimal commas.

    Every number stays where it stands. A table that writes decimal points too is left as it is.
    """
    text, pieces, at = document.text, [], 0
    for block, whole in sorted(_written_with_commas(document), key=lambda found: found[0].start):
        pieces += [text[at : block.start], _swapped(text[block.start : block.end], whole=whole)]
        at = block.end
    return "".join([*pieces, text[at:]]) if pieces else text


def _written_with_commas(document: Document) -> Iterator[tuple[Block, bool]]:
    """The blocks with decimal commas, and whether their own row or column shows them."""
    fields = [block for block in document.blocks if block.kind == "field"]
    if _has_commas(document.text, fields):
        yield from ((block, False) for block in fields)
    for is_table, group in groupby(document.blocks, key=lambda block: block.kind in {"cell", "other"}):
        if is_table:
            yield from _cells(document.text, [cell for cell in group if cell.kind == "cell" and len(cell.labels) > 1])


def _cells(text: str, cells: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """The cells of one table with decimal commas; a row head is no such number."""
    everywhere = _has_commas(text, cells)
    rows_and_columns: defaultdict[tuple[int, str], list[Block]] = defaultdict(list)
    for cell in cells:
        for key in enumerate(cell.labels[:2]):
            rows_and_columns[key].append(cell)
    shown = {key for key, line in rows_and_columns.items() if _has_commas(text, line)}
    for cell in cells:
        whole = any(key in shown for key in enumerate(cell.labels[:2]))
        if whole or everywhere:
            yield cell, whole


def _has_commas(text: str, blocks: Iterable[Block]) -> bool:
    """Whether some numbers have a decimal comma, and none a decimal point."""
    numbers = [found[0] for block in blocks for found in _NUMBER.finditer(text, block.start, block.end)]
    return any(map(_COMMA.fullmatch, numbers)) and not any(map(_POINT.fullmatch, numbers))


def _swapped(text: str, *, whole: bool) -> str:
    """Commas for points and points for commas in the numbers of a text; "1,234" too only with `whole`."""

    def swap(found: re.Match[str]) -> str:
        return found[0] if _GROUP.fullmatch(found[0]) and not whole else found[0].translate(_SWAPPED)

    return _NUMBER.sub(swap, text)
