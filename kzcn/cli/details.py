"""show, sources, info."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kzcn.cli import options as o
from kzcn.cli.answer import Printing, open_facts, plain, say
from kzcn.errors import UsageError
from kzcn.output import chosen_format
from kzcn.output.card import told_by
from kzcn.output.machine import json_line
from kzcn.query import Info, SourceRow

__all__ = ["FUNCTIONS"]

_FORMATS = ("jsonl", "json")


def _show(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids, the last column of tables of facts.")],
    db: o.Database = None,
    sources: Annotated[
        list[Path] | None, typer.Option("--sources", metavar="DIR", help="Where the documents are: print the passages.")
    ] = None,
    encoding: o.Encoding = None,
    form: o.Card = None,
    color: o.Color = True,
) -> None:
    if form not in {None, "text", "table", *_FORMATS}:
        raise UsageError(f"show gives text, jsonl or json, not {form!r}")
    with open_facts(db) as facts:
        found = list(facts.show(ids))
    if sources:
        from kzcn.trust.library import Library  # noqa: PLC0415 - only where passages are wanted
        from kzcn.trust.passage import with_passages  # noqa: PLC0415

        found = list(with_passages(found, Library(sources, encoding)))
    if form in _FORMATS:
        lines = [json_line(record) for record in found]
        sys.stdout.write("\n".join(lines) + "\n" if form == "jsonl" else "[\n  " + ",\n  ".join(lines) + "\n]\n")
        return
    from kzcn.output import pager  # noqa: PLC0415 - only for people
    from kzcn.output.card import card  # noqa: PLC0415
    from kzcn.output.screen import screen_of  # noqa: PLC0415

    screen = screen_of(sys.stdout, color=color, wide=not sys.stdout.isatty())
    pager.show("\n\n".join("\n".join(card(record, screen)) for record in found).splitlines(), sys.stdout)


def _sources(db: o.Database = None, form: o.Format = None, color: o.Color = True) -> None:
    with open_facts(db) as facts:
        rows = [row._asdict() for row in facts.sources()]
    names: tuple[str, ...] = SourceRow._fields
    if chosen_format(form, sys.stdout) in {"table", "markdown"}:
        names = ("no", "name", "title", "format", "claims", "citations", "licence")
    plain(rows, names, Printing(form, color=color))
    origins = {row["origin"] or row["sha256"] for row in rows}
    say(told_by(len(rows), len(origins)))


def _info(db: o.Database = None, form: o.Format = None, color: o.Color = True) -> None:
    with open_facts(db) as facts:
        rows = [row._asdict() for row in facts.info()]
    plain(rows, Info._fields, Printing(form, color=color))


FUNCTIONS: dict[str, Callable[..., None]] = {"show": _show, "sources": _sources, "info": _info}
"""Command to its function."""
