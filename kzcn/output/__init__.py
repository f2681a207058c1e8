"""Rows to text: table, jsonl, json, csv, tsv, markdown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TextIO

from kzcn.errors import UsageError
from kzcn.output import machine

__all__ = ["FORMATS", "PEOPLES", "Listing", "chosen_format", "write"]

FORMATS = ("table", "jsonl", "json", "csv", "tsv", "markdown")
PEOPLES = ("table", "markdown")
"""Formats for people."""


class Listing(NamedTuple):
    """What is to be printed: rows with named values, and which of them."""

    rows: Sequence[Mapping[str, object]]
    fields: tuple[str, ...]
    """Columns of the machine formats."""
    shown: tuple[str, ...]
    """Columns of tables for people."""
    id_length: int = 12
    """Leading characters of an id that people are shown."""
    notes: tuple[tuple[str | None, str], ...] = ()
    """(section or None, sentence) for below the tables."""


def chosen_format(name: str | None, out: TextIO) -> str:
    """The format asked for, else a table on a terminal and TSV in a pipe.

    Raises: UsageError for a format that does not exist.
    """
    if name is None:
        return "table" if out.isatty() else "tsv"
    if name not in FORMATS:
        raise UsageError(f"no format {name!r}; there are: {', '.join(FORMATS)}")
    return name


def write(listing: Listing, form: str, out: TextIO, *, color: bool = True, wide: bool = False) -> list[str]:
    """Write the listing to `out`; a tall table on a terminal through a pager.

    Returns: what the reader must be told beside the data, a line each.
    """
    if form == "table":
        from kzcn.output import pager, screen, table  # noqa: PLC0415 - only for people

        drawing = table.draw(listing, screen.screen_of(out, color=color, wide=wide))
        pager.show(drawing.lines, out)
        return drawing.remarks
    if form == "markdown":
        from kzcn.output.markdown import lines  # noqa: PLC0415

        _write(out, lines(listing))
        return []
    _write(out, machine.WRITERS[form](listing.rows, listing.fields))
    return [sentence for _, sentence in listing.notes]


def _write(out: TextIO, lines: Iterable[str]) -> None:
    out.writelines(lines)
