"""Documents in, database out: read, extract, resolve, store. And out again: forget."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kzcn.documents import files
from kzcn.errors import UsageError
from kzcn.gather import Left, Manner, Read, gather, usual_jobs
from kzcn.model import Correction, Source
from kzcn.origins import assign_sketches, named
from kzcn.report import Before, Report, summary
from kzcn.store.migrate import present
from kzcn.store.staging import Staging, corrections_of
from kzcn.store.write import locked, write

if TYPE_CHECKING:
    from kzcn.resolve import Resolver

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
        kept = work.corrections
        work.correct(options.corrections, report)
        work.read([str(path) for path in files(paths)], options, report, watcher)
        if options.replaces and report.failed:
            return report
        if report.read or report.taken_out or work.renewed or work.corrections != kept:
            work.store(report, watcher)
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
        work.store(report, watcher)
    return report


@contextmanager
def _writing(database: Path, options: Options) -> Iterator[_Work]:
    database = Path(os.path.realpath(database))  # a link stays a link
    with locked(database), Staging(database) as staging:
        begin = None if options.empty else database if database.exists() else options.base
        with nullcontext() if begin is None else present(begin) as now:
            if now is not None:
                staging.take(now)
            corrections = () if now is None else corrections_of(now)
            yield _Work(database, now, staging, corrections, renewed=now != begin)


@dataclass(slots=True)
class _Work:
    """A database that is being written anew."""

    database: Path
    begin: Path | None
    staging: Staging
    corrections: tuple[Correction, ...]
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
        sources = self.staging.sources()
        gone = {self._named(name, sources).sha256 for name in names}
        self.staging.drop(gone)
        report.taken_out = len(gone)

    def _named(self, name: str, sources: Sequence[Source]) -> Source:
        """The one source of this name or SHA-256."""
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
        self.corrections = found.entries

    def read(self, names: Sequence[str], options: Options, report: Report, watcher: Watcher) -> None:
        """Put what the new documents give on the disk; of many files, names take less memory than paths."""
        jobs = usual_jobs(len(names)) if options.jobs is None else options.jobs
        known = frozenset(self.staging.origins())
        new: set[str] = set()
        for done, (path, result) in enumerate(gather(map(Path, names), options, known, jobs), 1):
            if isinstance(result, Left):
                _pass_over(path, result, report, watcher)
            elif (source := result.source.sha256) in new:
                _pass_over(path, Left("given twice", known=True), report, watcher)
                self.staging.rename(source, result.source.name)
            else:
                new.add(source)
                self._add(path, result, report, watcher)
            watcher.step("reading documents", done, len(names))

    def _add(self, path: Path, read: Read, report: Report, watcher: Watcher) -> None:
        self.staging.add(read.source, read.citations, read.claims, read.quotes)
        self.staging.add_sketch(read.source.sha256, read.sketch)
        report.read += 1
        report.claims.update(claim.family for claim in read.claims)
        report.too_long += read.too_long
        _tell_cut(path, read, report, watcher)

    def store(self, report: Report, watcher: Watcher) -> None:
        """Find copies of one work, resolve the claims part by part, compare the facts with those before, and write."""
        from kzcn.resolve import Resolver  # noqa: PLC0415 - only where something is new

        staging = self.staging
        staging.set_origins(named(assign_sketches(staging.sketches()), staging.origins()))
        resolver = Resolver(staging.related_sources(), self.corrections)
        parts = resolver.parts(staging.kinds())
        with Before(self.begin) as before:
            for done, kinds in enumerate(parts):
                watcher.step("resolving claims", done, len(parts))
                self._resolve(resolver, kinds, before, report)
            report.gone = before.gone()
        watcher.step("writing the database", 0, 0)
        write(self.database, staging, self.corrections)

    def _resolve(self, resolver: Resolver, kinds: Collection[str], before: Before, report: Report) -> None:
        """Put the facts of some kinds on the disk; none of them is held any longer."""
        from kzcn.resolve.corrected import unapplied  # noqa: PLC0415 - as above

        facts = resolver.facts(self.staging.claims(kinds))
        before.compare(facts, report)
        self.staging.add_facts(facts)
        report.problems += unapplied(facts, self.corrections)


_SHORTEST = 6
"""Digits of a SHA-256 that a source may be named by."""


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
