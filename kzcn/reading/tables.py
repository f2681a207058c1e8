"""Tables of any format: cells with their row and column heads become blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile, zip_longest

from kzcn.reading.builder import Builder
from kzcn.reading.inline import Inline

__all__ = ["Cell", "Table"]

_PROSE = 300
"""Characters from which a cell is a paragraph: the table is only there for the layout."""
_WIDEST = 200
_UNIT_HEAD = re.compile(r"units?(?: of measure(?:ment)?)?|measured in", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:table|tab\.|figure|fig\.) ?\d|(?:all |the )?(?:figures|values|amounts|data)\b[^.]* in [^.]*\.?$"
    r"|.*[(,:] ?(?:in )?(?:US\$|[$€£¥%]|(?-i:[A-Z]{3}\b)|thousand|million|billion|mn\b|bn\b|km\b"
    r"|per ?cent|persons|people|tonnes|tons)[^.]*$",
    re.IGNORECASE,
)
"""What names a table from above: "Table 3. …", or a line that gives a unit, such as "Trade (million EUR)"."""
_UNIT_CORNER = re.compile(
    r".*(?:US\$|[$€£¥₽₸%]|\b(?:thousands?|millions?|billions?|mln|mn|bln|bn|tonnes|tons|km|per ?cent)\b)",
    re.IGNORECASE,
)
"""What gives a unit in the corner above the names of the rows: "EUR million | 2016 | 2017"."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NAME = re.compile(r"[^\W\d_]|^(?:1[5-9]|20)\d\d$")
"""What a cell that names a row has: a letter, or it is a year."""
_LONGEST_CAPTION = 150
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*$")
_BULLET = re.compile(r"^[•·–-]\s*")
_SOURCE = re.compile(r"(?:sources?|notes?)\s?:", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Cell:
    """A cell: its text, whether it is a head, and over how many columns and rows it reaches."""

    is_head: bool = False
    columns: int = 1
    rows: int = 1
    text: Inline = field(default_factory=Inline)


@dataclass(slots=True)
class Table:
    """Rows of cells; an infobox names its values in the first column."""

    is_infobox: bool = False
    caption: Inline = field(default_factory=Inline)
    rows: list[list[Cell]] = field(default_factory=list)

    def write(self, builder: Builder) -> None:
        """Write the cells as blocks: fields of an infobox, else cells labelled (row head, column head, caption)."""
        above = builder.above
        self.caption.write(builder, "other")
        caption = self.caption.text or (above if len(above) <= _LONGEST_CAPTION and _CAPTION.match(above) else "")
        if self.is_infobox or self._has_labels():
            self._write_fields(builder)
        else:
            self._write_cells(builder, caption)

    def _has_labels(self) -> bool:
        """Whether a table without a row of heads is a list of labels and values: "Length | 300 m"."""
        rows = [row for row in self.rows if len(row) > 1]
        if not rows or any(len(row) != 2 or row[1].is_head for row in rows):
            return False
        if len({row[0].is_head for row in rows}) > 1 or any(cell.rows > 1 for row in rows for cell in row):
            return False
        labels, values = ([row[column].text.text for row in rows] for column in (0, 1))
        counted = [any(char.isdigit() for char in value) for value in values]
        return all(label[:1].isalpha() for label in labels) and (counted[0] or not any(counted))

    def _write_fields(self, builder: Builder) -> None:
        """Write labels and values; a label with a bullet belongs to the one above it without: "Area", "• Total"."""
        parent = ""
        for row in self.rows:
            label = row[0].text.text.rstrip(": ") if row else ""
            bare = _BULLET.sub("", label)
            labels = tuple(filter(None, (parent, bare))) if bare != label else (label,)
            parent = label if bare == label else parent
            for place, cell in enumerate(row):
                if place:
                    cell.text.write(builder, "field", labels)
                else:
                    cell.text.write(builder, "other")

    def _write_cells(self, builder: Builder, caption: str) -> None:
        heads: list[str] = []
        group = ""
        written: set[int] = set()
        grid = self._grid()
        width = max(map(len, grid), default=0)
        begun = False
        for row in grid:
            cells = list(dict.fromkeys(row))
            if len(cells) == 1 and width > 1:
                text = cells[0].text.text
                is_told = _SENTENCE_END.search(text) is not None and not _SOURCE.match(text)
                cells[0].text.write(builder, "paragraph" if is_told else "other")
                if _names_rows(text):
                    caption, group = (text, group) if not (begun or caption) else (caption, text)
            elif _is_head_row(cells) or not (begun or len(cells) < 2 or len(grid) < 2):
                heads = _joined(heads, row)
                caption = caption or _corner(heads)
                for cell in _not_yet(written, cells):
                    cell.text.write(builder, "other")
                begun = True
            else:
                self._write_row(builder, row, heads, (group, caption), written)
                begun = True

    def _write_row(
        self, builder: Builder, row: list[Cell], heads: list[str], above: tuple[str, ...], written: set[int]
    ) -> None:
        groups, first = _named(row)
        name = first.text.text if first is not None else ""
        units = [cell for cell, head in zip(row, heads, strict=False) if _UNIT_HEAD.fullmatch(head)]
        name = ", ".join(filter(None, [name, *(cell.text.text for cell in units)]))
        above = (*(cell.text.text for cell in groups), *above)
        columns = {cell: column for column, cell in reversed(list(enumerate(row)))}
        for cell in _not_yet(written, row):
            head = heads[columns[cell]] if columns[cell] < len(heads) else ""
            if cell in units or cell in groups:
                cell.text.write(builder, "other")
                continue
            names = (head,) if cell is first else (name, head, *above)
            long = len(cell.text.text) > _PROSE
            cell.text.write(builder, "paragraph" if long else "cell", tuple(filter(None, names)) if not long else ())

    def _grid(self) -> list[list[Cell]]:
        """The rows with each cell at every column and row it covers."""
        reaching: dict[int, tuple[Cell, int]] = {}
        grid: list[list[Cell]] = []
        for row in self.rows:
            line: list[Cell] = []
            for cell in row:
                _reach_down(line, reaching)
                for _ in range(min(cell.columns, _WIDEST)):
                    reaching[len(line)] = (cell, cell.rows - 1)
                    line.append(cell)
            _reach_down(line, reaching)
            grid.append(line)
        return grid


def _corner(heads: list[str]) -> str:
    """The corner of a table as its caption, where it gives the unit, or the year that no column gives."""
    corner, years = heads[0], [bool(_YEAR.search(head)) for head in heads]
    return corner if _UNIT_CORNER.match(corner) or (years[0] and not any(years[1:])) else ""


def _reach_down(line: list[Cell], reaching: dict[int, tuple[Cell, int]]) -> None:
    """Go over the next columns into which cells from above reach down."""
    while (above := reaching.get(len(line))) is not None and above[1] > 0:
        reaching[len(line)] = (above[0], above[1] - 1)
        line.append(above[0])


def _named(row: list[Cell]) -> tuple[list[Cell], Cell | None]:
    """The cells that name several rows, and the one that names this row: "Togo" and "2019" of a list by states."""
    cells = list(dict.fromkeys(row))
    groups = list(takewhile(lambda cell: cell.rows > 1, cells))
    rest = cells[len(groups) :]
    if groups and len(rest) > 1 and _NAME.search(rest[0].text.text):
        return groups, rest[0]
    return [], cells[0] if cells else None


def _not_yet(written: set[int], cells: list[Cell]) -> Iterator[Cell]:
    """The cells that are not written yet, each once."""
    for cell in cells:
        if id(cell) not in written:
            written.add(id(cell))
            yield cell


def _names_rows(text: str) -> bool:
    """Whether a cell over all columns names the rows below it, and is no note."""
    return bool(text) and len(text) <= _LONGEST_CAPTION and not (_SOURCE.match(text) or _SENTENCE_END.search(text))


def _is_head_row(cells: list[Cell]) -> bool:
    return len(cells) > 1 and all(cell.is_head for cell in cells)


def _joined(heads: list[str], row: list[Cell]) -> list[str]:
    """Heads of the columns, where two rows of them stand above each other both."""
    names = [cell.text.text for cell in row]
    return [" ".join(dict.fromkeys(filter(None, pair))) for pair in zip_longest(heads, names, fillvalue="")]
