"""ingest and dates."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kzcn.cli import options as o
from kzcn.cli.answer import Printing, emit, say
from kzcn.output import Listing
from kzcn.store import places

if TYPE_CHECKING:
    from kzcn.model import Claim

__all__ = ["FUNCTIONS"]

_Reader = Annotated[str | None, typer.Option("--format-in", metavar="NAME", help="The reader; else the text decides.")]
_Encoding = Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="The documents' encoding.")]
_EXPLAINED = ("start", "end", "rule", "kind", "edtf", "basis", "date_text", "value_text", "title")


def _ingest(
    sources: Annotated[list[Path], typer.Argument(metavar="SOURCE...", help="Files, or folders of them.")],
    db: o.Database = None,
    reader: _Reader = None,
    encoding: _Encoding = None,
    licence: Annotated[str | None, typer.Option(metavar="TEXT", help="The documents' licence.")] = None,
    quotes: Annotated[bool, typer.Option("--quotes/--no-quotes", help="Keep the passages.")] = True,
    empty: Annotated[bool, typer.Option("--empty", help="Build from these documents alone.")] = False,
    origin: Annotated[
        str | None, typer.Option(metavar="NAME", help="The work they are copies of; else the text decides.")
    ] = None,
    corrections: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your corrections; else corrections.toml beside your database.")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Print each claim, and what made it.")] = False,
    form: o.Format = None,
) -> None:
    from kzcn.ingest import Options, ingest, summary  # noqa: PLC0415 - sqlite-utils is slow to load

    gc.enable()  # a long run, unlike a question
    path = places.to_write(db)
    own = path == places.user()
    base = places.shipped() if own and not empty and places.shipped().exists() else None
    with places.folder_of(path) if own else nullcontext():
        corrections = corrections or places.corrections(path)
        options = Options(quotes, reader, encoding, licence, base, empty, origin, corrections)
        report = ingest(sources, path, options, say)
    if explain:
        emit(Listing([_explained(claim) for claim in report.claims], _EXPLAINED, _EXPLAINED), Printing(form))
    for line in summary(report, path):
        say(line)
    if report.failed:
        raise typer.Exit(1)


def _explained(claim: Claim) -> dict[str, object]:
    """A claim as a row: where it stands, the rule, and the words that gave its date and number."""
    place = claim.evidence
    return {
        "start": place.start,
        "end": place.end,
        "rule": claim.rule,
        "kind": claim.kind,
        "edtf": claim.date,
        "basis": claim.date_basis,
        "date_text": place.date_text,
        "value_text": place.value_text,
        "title": claim.title,
    }


def _dates(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Texts; - for standard input.")],
    form: o.Format = None,
    reference_date: Annotated[
        str | None, typer.Option("--reference-date", metavar="DATE", help="When the texts were written.")
    ] = None,
    reader: _Reader = None,
    encoding: _Encoding = None,
    color: o.Color = True,
) -> None:
    from kzcn.cli.mentions import FIELDS, SHOWN, mentions  # noqa: PLC0415 - `kzcn ingest` needs none

    rows = [row for file in files for row in mentions(file, reference_date, reader, encoding)]
    emit(Listing(rows, FIELDS, SHOWN), Printing(form, color=color))


FUNCTIONS: dict[str, Callable[..., None]] = {"ingest": _ingest, "dates": _dates}
"""Command to its function."""
