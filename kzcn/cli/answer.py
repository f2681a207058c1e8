"""Answers to stdout, words to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kzcn.output import Listing, chosen_format, write
from kzcn.output.layouts import LAYOUTS, chosen
from kzcn.query import FactRow, Facts, Row, Rows
from kzcn.store.places import to_read

__all__ = ["Printing", "answer", "emit", "open_facts", "plain", "say"]


class Printing(NamedTuple):
    """How rows are to be printed."""

    form: str | None = None
    """A name of `kzcn.output.FORMATS`; None lets the place they go to decide."""
    fields: str | None = None
    """What `--fields` says."""
    color: bool = True


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

    Raises: UsageError for a format or field that does not exist.
    """
    layout = chosen(LAYOUTS[name], printing.fields, _known(name))
    dicts = [row._asdict() for row in rows]
    emit(Listing(dicts, layout.fields, layout.shown, id_length, rows.notes), printing)
    for line in _left_out(rows):
        say(line)


def plain(rows: Sequence[Mapping[str, object]], fields: Sequence[str], printing: Printing) -> None:
    """Print rows that are not facts: the same columns for people and programs.

    Raises: UsageError for a format that does not exist.
    """
    emit(Listing(rows, tuple(fields), tuple(fields)), printing)


def emit(listing: Listing, printing: Printing) -> None:
    """Print a listing, and say what its reader must be told beside.

    Raises: UsageError for a format that does not exist.
    """
    color = printing.color and "NO_COLOR" not in os.environ
    for line in write(listing, chosen_format(printing.form, sys.stdout), sys.stdout, color=color):
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
