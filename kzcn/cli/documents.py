"""dates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from kzcn.cli import options as o
from kzcn.cli.answer import Printing, emit
from kzcn.output import Listing

__all__ = ["FUNCTIONS"]

_Reader = Annotated[str | None, typer.Option("--format-in", metavar="NAME", help="The reader; else the text decides.")]


def _dates(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Texts; - for standard input.")],
    form: o.Format = None,
    reference_date: Annotated[
        str | None, typer.Option("--reference-date", metavar="DATE", help="When the texts were written.")
    ] = None,
    reader: _Reader = None,
    encoding: o.Encoding = None,
    color: o.Color = True,
) -> None:
    from kzcn.cli.mentions import FIELDS, SHOWN, mentions  # noqa: PLC0415 - `kzcn ingest` needs none

    rows = [row for file in files for row in mentions(file, reference_date, reader, encoding)]
    emit(Listing(rows, FIELDS, SHOWN), Printing(form, color=color))


FUNCTIONS: dict[str, Callable[..., None]] = {"dates": _dates}
"""Command to its function."""
