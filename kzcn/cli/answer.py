"""Answers to stdout, words to stderr."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, cast

from kzcn.errors import UsageError
from kzcn.output import PEOPLES, Listing, chosen_format, write
from kzcn.output.layouts import LAYOUTS, chosen
from kzcn.query import FactRow, Facts, Row, Rows
from kzcn.store.places import to_read

__all__ = ["Printing", "answer", "emit", "open_facts", "plain", "say"]


_LONG = 30
"""Rows; a timeline with more has headings."""


class Printing(NamedTuple):
    """How rows are to be printed."""

    form: str | None = None
    """A name of `kzcn.output.FORMATS`; None lets the place they go to decide."""
    fields: str | None = None
    """What `--fields` says."""
    color: bool = True
    wide: bool = False
    """Columns are as wide as what is in them."""
    chart: bool = False


def say(line: str) -> None:
    """Tell the user something that is no data."""
    sys.stderr.write(f"{line}\n")


def open_facts(path: str | None) -> Facts:
    """The database that `--db` names or that answers without it.

    Raises: DatabaseError.
    """
    return Facts(to_read(path))


def answer(name: str, rows: Rows[Row], id_length: int, printing: Printing) -> None:
    """Print the facts or treaties that answer the question `name`, and say what was left out.

    Raises: UsageError for a format or field that does not exist, or a chart in a format for programs.
    """
    if printing.chart:
        _draw(name, rows, printing)
    else:
        _list(name, rows, id_length, printing)
    for line in _left_out(rows):
        say(line)


def _list(name: str, rows: Rows[Row], id_length: int, printing: Printing) -> None:
    layout = chosen(LAYOUTS[name], printing.fields, _known(name))
    dicts = [row._asdict() for row in rows]
    shown = layout.shown
    if chosen_format(printing.form, sys.stdout) in PEOPLES:
        dicts = _under_headings(dicts) if name == "timeline" and len(dicts) >= _LONG else dicts
        shown = _told_apart(shown, dicts) if printing.fields is None else shown
    emit(Listing(dicts, layout.fields, shown, id_length, rows.notes), printing)


def _told_apart(columns: tuple[str, ...], rows: Sequence[Mapping[str, object]]) -> tuple[str, ...]:
    """The columns, with the parties where only they tell two rows apart: the borders of two pairs of countries."""
    from kzcn.output.people import without_amount  # noqa: PLC0415 - only for people

    if "parties" in columns or not {"date", "title", "value"} <= set(columns):
        return columns
    told: dict[tuple[object, str], object] = {}
    keys = [(row["date"], without_amount(str(row["title"]), str(row["value_shown"] or ""))) for row in rows]
    if all(told.setdefault(key, row["parties"]) == row["parties"] for key, row in zip(keys, rows, strict=True)):
        return columns
    behind = columns.index("title") + 1
    return (*columns[:behind], "parties", *columns[behind:])


def _under_headings(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with the period that each begins in for a section."""
    from kzcn.periods import heading  # noqa: PLC0415 - only for people

    begins = [row["latest"] if row["earliest"] is None else row["earliest"] for row in rows]
    return [
        {**row, "section": "Undated" if bound is None else heading(bound)}
        for row, bound in zip(rows, begins, strict=True)
    ]


def _draw(name: str, rows: Rows[Row], printing: Printing) -> None:
    if printing.form not in {None, "table"}:
        raise UsageError(f"--chart draws for people; leave --format {printing.form} or --chart out")
    from kzcn.output import pager, screen  # noqa: PLC0415 - only for charts
    from kzcn.output.pictures import PICTURES  # noqa: PLC0415

    place = screen.screen_of(sys.stdout, color=printing.color)
    text = "\n".join(place.shown(line) for line in PICTURES[name](cast("Rows[FactRow]", rows), place))
    pager.show(text.rstrip().splitlines(), sys.stdout)
    if rows and not text:
        say("nothing to draw: no amounts that can be compared")


def plain(rows: Sequence[Mapping[str, object]], fields: Sequence[str], printing: Printing) -> None:
    """Print rows that are not facts: the same columns for people and programs.

    Raises: UsageError for a format that does not exist.
    """
    emit(Listing(rows, tuple(fields), tuple(fields)), printing)


def emit(listing: Listing, printing: Printing) -> None:
    """Print a listing, and say what its reader must be told beside.

    Raises: UsageError for a format that does not exist.
    """
    form = chosen_format(printing.form, sys.stdout)
    for line in write(listing, form, sys.stdout, color=printing.color, wide=printing.wide):
        say(line)


def _known(name: str) -> tuple[str, ...]:
    """The columns that `--fields` may name."""
    if name != "treaties":
        return FactRow._fields
    from kzcn.treaties import TreatyRow  # noqa: PLC0415 - no other answer has its rows

    return TreatyRow._fields


def _left_out(rows: Rows[Row]) -> list[str]:
    hint = f"; did you mean {' or '.join(map(repr, rows.near))}?" if rows.near else ""
    lines = [] if rows or rows.more else [f"no facts match{hint}"]
    if rows.more:
        lines.append(f"{rows.more} more rows (--limit)")
    parts = []
    if rows.undated:
        parts.append(f"{rows.undated} without a date (--undated)")
    if rows.hidden:
        parts.append(f"{rows.hidden} denied or outdone (--all)")
    return [*lines, f"left out: {', '.join(parts)}"] if parts else lines
