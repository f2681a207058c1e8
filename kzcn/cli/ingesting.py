"""ingest and forget."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kzcn.cli import options as o
from kzcn.cli.answer import say
from kzcn.output.clean import visible
from kzcn.store import places

if TYPE_CHECKING:
    from kzcn.ingest import Options, Report, Watcher

__all__ = ["FUNCTIONS"]


def _ingest(
    sources: Annotated[
        list[Path], typer.Argument(metavar="SOURCE...", help="Files, folders of them, or - for standard input.")
    ],
    db: o.Database = None,
    reader: Annotated[
        str | None, typer.Option("--format-in", metavar="NAME", help="The reader; else the text decides.")
    ] = None,
    encoding: Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="The documents' encoding.")] = None,
    reference_date: Annotated[
        str | None,
        typer.Option("--reference-date", metavar="DATE", help="When they were written; else as they say themselves."),
    ] = None,
    replace: Annotated[
        list[str] | None,
        typer.Option("--replace", metavar="OLD", help="A source whose place the one document takes: SHA-256 or name."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes; else one a core for many documents."),
    ] = None,
    licence: Annotated[str | None, typer.Option(metavar="TEXT", help="The documents' licence.")] = None,
    origin: Annotated[
        str | None, typer.Option(metavar="NAME", help="The work they are copies of; else the text decides.")
    ] = None,
    corrections: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Your corrections; else corrections.toml beside your database.")
    ] = None,
    quotes: Annotated[bool, typer.Option("--quotes/--no-quotes", help="Keep the passages.")] = True,
    empty: Annotated[bool, typer.Option("--empty", help="Build from these documents alone.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Only say, sentence by sentence, what is read and why; write nothing.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="With --explain: the clauses, too.")] = False,
    form: o.Explanation = None,
) -> None:
    from kzcn.dates import read_option  # noqa: PLC0415 - as below
    from kzcn.gather import SELDOM  # noqa: PLC0415 - as below
    from kzcn.ingest import Options, ingest  # noqa: PLC0415 - sqlite-utils is slow to load

    gc.enable()  # a long run, unlike a question
    gc.set_threshold(*SELDOM)
    date = None if reference_date is None else str(read_option(reference_date))
    options = Options(
        quotes, reader, encoding, date, licence, origin, empty=empty, replaces=tuple(replace or ()), jobs=jobs
    )
    if explain:
        from kzcn.cli.explaining import explained  # noqa: PLC0415 - only where it is asked for

        if not explained(sources, options, form, verbose=verbose):
            raise typer.Exit(1)
        return
    with _own_database(db, options, corrections) as (path, placed), _watched() as watcher:
        report = ingest(sources, path, placed, watcher)
    _tell(report, path)


def _forget(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="SHA-256, the beginning of one, or name.")],
    db: o.Database = None,
) -> None:
    from kzcn.ingest import Options, forget  # noqa: PLC0415 - as above

    gc.enable()
    with _own_database(db, Options(), None) as (path, placed), _watched() as watcher:
        report = forget(sources, path, placed.base, watcher)
    _tell(report, path)


@contextmanager
def _own_database(db: str | None, options: Options, corrections: Path | None) -> Iterator[tuple[Path, Options]]:
    """The database to write, and the options that follow from where it is."""
    from dataclasses import replace  # noqa: PLC0415 - as above

    path = places.to_write(db)
    own = path == places.user()
    base = places.shipped() if own and not options.empty and places.shipped().exists() else None
    with places.folder_of(path) if own else nullcontext():
        yield path, replace(options, base=base, corrections=corrections or places.corrections(path))


@contextmanager
def _watched() -> Iterator[Watcher]:
    """Problems on stderr, and on a terminal a bar that shows how far the work is."""
    from kzcn.ingest import Watcher  # noqa: PLC0415 - as above

    if not sys.stderr.isatty():
        yield Watcher(_problem)
        return
    from kzcn.cli.progress import bar  # noqa: PLC0415 - rich is slow to load

    with bar() as step:
        yield Watcher(_problem, step)


def _problem(line: str) -> None:
    """One line on stderr; names of files may hold anything."""
    say(visible(line))


def _tell(report: Report, path: Path) -> None:
    """Print the table of what was done.

    Raises: typer.Exit with 1 where a document could not be read.
    """
    from kzcn.ingest import summary  # noqa: PLC0415 - as above

    for line in summary(report, path):
        say(line)
    if report.failed:
        raise typer.Exit(1)


FUNCTIONS: dict[str, Callable[..., None]] = {"ingest": _ingest, "forget": _forget}
"""Command to its function."""
