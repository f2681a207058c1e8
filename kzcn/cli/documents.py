"""dates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from kzcn.cli import options as o
from kzcn.cli.answer import Printing, emit, say
from kzcn.errors import SourceError
from kzcn.output import Listing

__all__ = ["FUNCTIONS"]

_Reader = Annotated[str | None, typer.Option("--format-in", metavar="NAME", help="A reader; else the raw text.")]


def _dates(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Texts; - for standard input.")],
    form: o.Format = None,
    reference_date: Annotated[
        str | None,
        typer.Option(
            "--reference-date", metavar="DATE", help="When the texts were written; with --format-in, else as they say."
        ),
    ] = None,
    reader: _Reader = None,
    encoding: o.Encoding = None,
    color: o.Color = True,
) -> None:
    from kzcn.cli.mentions import FIELDS, SHOWN, mentions  # noqa: PLC0415 - `kzcn ingest` needs none

    found = [_or_none(file, lambda file: list(mentions(file, reference_date, reader, encoding))) for file in files]
    read = [rows for rows in found if rows is not None]
    if read:
        emit(Listing([row for rows in read for row in rows], FIELDS, SHOWN), Printing(form, color=color))
    if len(read) < len(files):
        raise typer.Exit(1)


def _or_none(file: Path, rows: Callable[[Path], list[dict[str, Any]]]) -> list[dict[str, Any]] | None:
    """The rows of a file; None where it cannot be read, which the user is told."""
    from kzcn.output.clean import visible  # noqa: PLC0415 - only `kzcn dates` needs it

    try:
        return rows(file)
    except SourceError as error:
        say(f"kzcn: {visible(str(error))}")
        return None


FUNCTIONS: dict[str, Callable[..., None]] = {"dates": _dates}
"""Command to its function."""
