"""export and sql."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kzcn.cli import options as o
from kzcn.cli.answer import Printing, open_facts, plain, say
from kzcn.errors import UsageError
from kzcn.output.machine import json_line

if TYPE_CHECKING:
    from kzcn.records import Record

__all__ = ["FUNCTIONS"]


def _export(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="Only these facts; with -f datapackage a folder.")
    ] = None,
    db: o.Database = None,
    form: o.Export = None,
    as_annotations: Annotated[
        bool, typer.Option("--annotations", help="Each piece of evidence as a W3C Web Annotation.")
    ] = False,
) -> None:
    if form == "datapackage":
        _package(names or [], db)
        return
    if form not in {None, "jsonl", "json"}:
        raise UsageError(
            f"export gives jsonl or json, or datapackage, not {form!r}; other commands give the other formats"
        )
    with open_facts(db) as facts:
        found = facts.export(names or None)
        lines = map(json_line, _annotations(found) if as_annotations else found)
        if form == "json":
            sys.stdout.write("[\n  " + ",\n  ".join(lines) + "\n]\n")
            return
        for line in lines:
            sys.stdout.write(f"{line}\n")


def _package(names: list[str], db: str | None) -> None:
    if len(names) != 1:
        raise UsageError("name the folder of the data package: kzcn export --format datapackage FOLDER")
    from kzcn.datapackage import write  # noqa: PLC0415 - only where it is wanted

    with open_facts(db) as facts:
        for path in write(facts, Path(names[0])):
            say(str(path))


def _annotations(found: Iterator[Record]) -> Iterator[Record]:
    from kzcn.trust.annotations import web_annotations  # noqa: PLC0415 - only where they are wanted

    return (annotation for record in found for annotation in web_annotations(record))


def _sql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="A SELECT.")],
    db: o.Database = None,
    form: o.Format = None,
    seconds: Annotated[float, typer.Option("--timeout", metavar="SECONDS", min=0.1, help="Give up after.")] = 30,
    color: o.Color = True,
) -> None:
    from kzcn.cli.stopping import stopped_by_force  # noqa: PLC0415 - `kzcn export` needs none
    from kzcn.store.sandbox import select  # noqa: PLC0415

    with open_facts(db) as facts, stopped_by_force(seconds):
        names, rows = select(facts, query, seconds)
    plain([dict(zip(names, row, strict=True)) for row in rows], names, Printing(form, color=color))


FUNCTIONS: dict[str, Callable[..., None]] = {"export": _export, "sql": _sql}
"""Command to its function."""
