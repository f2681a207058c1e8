"""Documents in, database out: read, extract, resolve, store. And out again: forget."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from kzcn.documents import files
from kzcn.errors import UsageError
from kzcn.gather import Left, Manner, Read, gather, usual_jobs
from kzcn.model import Source
from kzcn.origins import Sketch, assign_sketches, named
from kzcn.report import Before, Report, summary
from kzcn.store.migrate import present
from kzcn.store.quotes import Quotes
from kzcn.store.write import Contents, load, locked, write

__all__ = ["Options", "Report", "Watcher", "forget", "ingest", "summary"]


@dataclass(frozen=True, slots=True)
class Options(Manner):
    """How documents are read, and what becomes of the database."""

    base: Path | None = None
    """The database that a new one starts from; None for an empty start."""
    empty: bool = False
    """Build from the given documents alone, also where the database exists."""
    corrections: Path | None = None
    """File of the user's corrections, instead of those the database keeps; None leaves them as they are."""
    replaces: tuple[str, ...] = ()
    """Sources of the database whose place the one new document takes: SHA-256, the beginning of one, or a name."""
    jobs: int | None = 1
    """Processes that read; None for as many as there are cores where there are many documents."""


class Watcher(NamedTuple):
    """Whom an ingest tells what it does."""

    notice: Callable[[str], None] = lambda _: None
    """Told one line for each document that is passed over, and for each correction that cannot be applied."""
    step: Callable[[str, int, int], None] = lambda _task, _done, _total: None
    """Told what is being done, how much of it is done, and how much there is in all."""


_SILENT = Watcher()


def ingest(paths: Sequence[Path], database: Path, options: Options = Options(), watcher: Watcher = _SILENT) -> Report:
    """Read documents (folders are walked) and write their facts, resolved with those already there, to `database`.

    Documents that cannot be read or are known are passed over; the others go on. Where nothing is new, nothing is
    written. The same documents give the same bytes, whatever their order and the number of processes.

    Raises: DatabaseError where the database cannot be read or written, UsageError where what is to be replaced is not
        there or not replaced by one document, KzcnError where the corrections are no TOML.
    """
    report = Report()
    with _writing(database, options) as work:
        work.replace(paths, options.replaces, report)
        kept = work.contents.corrections
        work.correct(options.corrections, report)
        found = _read_all(list(files(paths)), options, work, report, watcher)
        if options.replaces and report.failed:
            return report
        if found or report.taken_out or work.renewed or work.contents.corrections != kept:
            work.store(_joined(work.contents, found.values()), report, watcher)
    for problem in report.problems:
        watcher.notice(problem)
    return report


def forget(sources: Sequence[str], database: Path, base: Path | None = None, watcher: Watcher = _SILENT) -> Report:
    """Take documents and what only they said out of `database`; `sources` are SHA-256, beginnings of one, or names.

    Raises: DatabaseError where the database cannot be read or written, UsageError where it has no such source.
    """
    report = Report()
    with _writing(database, Options(base=base)) as work:
        work.take_out(sources, report)
        work.store(_joined(work.contents, ()), report, watcher)
    return report


@contextmanager
def _writing(database: Path, options: Options) -> Iterator[_Work]:
    database = Path(os.path.realpath(database))  # a link stays a link
    with locked(database), Quotes(database.with_name(f".{database.name}.quotes")) as quotes:
        begin = None if options.empty else database if database.exists() else options.base
        with nullcontext() if begin is None else present(begin) as now:
            contents = Contents() if now is None else load(now, quotes=False)
            if now is not None:
                quotes.take(now)
            yield _Work(database, now, contents, quotes, renewed=now != begin)


@dataclass(slots=True)
class _Work:
    """A database that is being written anew."""

    database: Path
    begin: Path | None
    contents: Contents
    quotes: Quotes
    renewed: bool = False
    """It had an older schema."""

    def replace(self, paths: Sequence[Path], replaced: Sequence[str], report: Report) -> None:
        """Take out what the one document given replaces."""
        if not replaced:
            return
        if len(list(files(paths))) != 1:
            raise UsageError("--replace takes one document; name the file that takes the old one's place")
        self.take_out(replaced, report)

    def take_out(self, names: Sequence[str], report: Report) -> None:
        """Leave out the sources named, and what they say."""
        gone = {self._named(name).sha256 for name in names}
        self.contents = _without(self.contents, gone)
        report.taken_out = len(gone)

    def _named(self, name: str) -> Source:
        """The one source of this name or SHA-256."""
        sources = self.contents.sources
        found = [source for source in sources if source.name == name] or [
            source for source in sources if len(name) >= _SHORTEST and source.sha256.startswith(name.lower())
        ]
        if len(found) == 1:
            return found[0]
        if not found:
            raise UsageError(f"{self.database} has no source {name!r}; kzcn sources lists them")
        several = ", ".join(source.sha256[:12] for source in found)
        raise UsageError(f"{len(found)} sources are called {name!r}; name one by its SHA-256: {several}")

    def correct(self, path: Path | None, report: Report) -> None:
        """Take the user's corrections from their file."""
        if path is None:
            return
        from kzcn.trust.corrections import read  # noqa: PLC0415 - only where there are corrections

        found = read(path)
        report.problems += found.problems
        self.contents = self.contents._replace(corrections=found.entries)

    def store(self, contents: Contents, report: Report, watcher: Watcher) -> None:
        """Resolve the claims, compare the facts with those before, and write everything."""
        from kzcn.resolve import resolve  # noqa: PLC0415 - only where something is new
        from kzcn.resolve.corrected import unapplied  # noqa: PLC0415

        watcher.step("resolving claims", 0, 0)
        facts = resolve(contents.claims, contents.sources, contents.corrections)
        Before(self.begin).compare(facts, report)
        report.problems += unapplied(facts, contents.corrections)
        watcher.step("writing the database", 0, 0)
        write(self.database, contents, facts, self.quotes)


_SHORTEST = 6
"""Digits of a SHA-256 that a source may be named by."""


def _without(contents: Contents, gone: set[str]) -> Contents:
    return contents._replace(
        sources=tuple(source for source in contents.sources if source.sha256 not in gone),
        citations={name: entries for name, entries in contents.citations.items() if name not in gone},
        claims=tuple(claim for claim in contents.claims if claim.evidence.source not in gone),
        sketches={name: sketch for name, sketch in contents.sketches.items() if name not in gone},
    )


def _read_all(
    paths: Sequence[Path], options: Options, work: _Work, report: Report, watcher: Watcher
) -> dict[str, Read]:
    """What the new documents gave, by their SHA-256; passages go to the disk."""
    jobs = usual_jobs(len(paths)) if options.jobs is None else options.jobs
    known = frozenset(source.sha256 for source in work.contents.sources)
    found: dict[str, Read] = {}
    for done, (path, result) in enumerate(gather(paths, options, known, jobs), 1):
        if isinstance(result, Left):
            _pass_over(path, result, report, watcher)
        elif (name := result.source.sha256) in found:
            _pass_over(path, Left("given twice", known=True), report, watcher)
            found[name] = _named_first(found[name], result.source)
        else:
            work.quotes.add(zip((claim.id for claim in result.claims), result.quotes, strict=False))
            found[name] = result._replace(quotes=())
            report.read += 1
            report.claims.update(claim.family for claim in result.claims)
            report.too_long += result.too_long
            _tell_cut(path, result, report, watcher)
        watcher.step("reading documents", done, len(paths))
    return found


def _named_first(read: Read, other: Source) -> Read:
    """Of two names of one document the first, so that the order of the documents does not matter."""
    return read._replace(source=min(read.source, other, key=lambda source: source.name))


def _tell_cut(path: Path, read: Read, report: Report, watcher: Watcher) -> None:
    if read.cut:
        report.cut += 1
        watcher.notice(f"{path}: only its first {len(read.claims):,} claims are read; split it to read the rest")


def _pass_over(path: Path, left: Left, report: Report, watcher: Watcher) -> None:
    line = f"{path}: {left.reason}"
    report.reasons[left.reason.partition("; ")[0].partition(" (")[0]] += 1
    if left.known:
        report.known += 1
    else:
        report.failed.append(line)
    watcher.notice(line)


def _joined(contents: Contents, found: Iterable[Read]) -> Contents:
    """Old and new together, sources in the order of their SHA-256, copies of one work with the origin they share."""
    new = sorted(found, key=lambda read: read.source.sha256)
    sketches: Mapping[str, Sketch] = {**contents.sketches, **{read.source.sha256: read.sketch for read in new}}
    sources = sorted((*contents.sources, *(read.source for read in new)), key=lambda source: source.sha256)
    origins = named(assign_sketches(sketches), {source.sha256: source.origin for source in sources})
    return Contents(
        tuple(replace(source, origin=origins[source.sha256]) for source in sources),
        {**contents.citations, **{read.source.sha256: read.citations for read in new}},
        (*contents.claims, *(claim for read in new for claim in read.claims)),
        sketches,
        contents.corrections,
    )
