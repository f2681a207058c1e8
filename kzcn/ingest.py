"""Documents in, database out: read, extract, resolve, store."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from kzcn.documents import file_bytes, files
from kzcn.errors import SourceError
from kzcn.model import Citation, Claim, Document, Source
from kzcn.store.write import Contents, load, locked, write

__all__ = ["Options", "Report", "ingest", "summary"]


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are read and what is kept of them."""

    quotes: bool = True
    """Keep the passage each claim was read from."""
    format: str | None = None
    """Name of the reader; None lets the text decide."""
    encoding: str | None = None
    licence: str | None = None
    """Licence of the documents, shown with their facts."""
    base: Path | None = None
    """The database that a new one starts from; None for an empty start."""
    empty: bool = False
    """Build from the given documents alone, also where the database exists."""
    origin: str | None = None
    """Name of the work that the documents are copies of; None lets their text tell."""
    corrections: Path | None = None
    """File of the user's corrections, instead of those the database keeps; None leaves them as they are."""


@dataclass(slots=True)
class Report:
    """What an ingest did."""

    read: int = 0
    """Documents whose claims are new in the database."""
    known: int = 0
    """Documents that it held already."""
    failed: list[str] = field(default_factory=list)
    """One line for each document that could not be read."""
    claims: list[Claim] = field(default_factory=list)
    """Claims of the new documents, each with the rule that made it."""
    facts: int = 0
    """Facts that the database holds now."""
    problems: list[str] = field(default_factory=list)
    """One line for each correction that cannot be applied."""


def _quiet(_: str) -> None:
    """Say nothing."""


class _Read(NamedTuple):
    """What is kept of a document: its text is not, so that a large corpus fits in memory."""

    source: Source
    citations: tuple[Citation, ...]
    claims: tuple[Claim, ...]
    sketch: frozenset[int]


def ingest(
    paths: Sequence[Path],
    database: Path,
    options: Options = Options(),
    notice: Callable[[str], None] = _quiet,
) -> Report:
    """Read documents (folders are walked) and write their facts, resolved with those already there, to `database`.

    `notice` is told one line for each document that fails or is known, and for each correction that cannot be applied;
    the others go on. Where no document and no correction is new, nothing is written.

    Raises: DatabaseError where the database cannot be read or written, KzcnError where the corrections are no TOML.
    """
    report = Report()
    database = Path(os.path.realpath(database))  # a link stays a link
    with locked(database):
        contents = _start(database, options)
        kept = contents.corrections
        contents = _with_corrections(contents, options, report)
        known = {source.sha256 for source in contents.sources}
        found = list(_read_all(paths, options, known, report, notice))
        if found or contents.corrections != kept:
            contents = _joined(contents, found)
            _store(database, contents, report)
    for problem in report.problems:
        notice(problem)
    return report


def summary(report: Report, database: Path) -> list[str]:
    """What an ingest did, in lines for people."""
    parts = [f"{report.read} document{'' if report.read == 1 else 's'} read, {len(report.claims)} claims found"]
    parts += [f"{report.known} known already"] if report.known else []
    parts += [f"{len(report.failed)} could not be read"] if report.failed else []
    ends = f"{database} now holds {report.facts} facts" if report.facts else f"{database} stays as it is"
    return ["; ".join(parts), ends]


def _start(database: Path, options: Options) -> Contents:
    if options.empty:
        return Contents()
    if database.exists():
        return load(database)
    return Contents() if options.base is None else load(options.base)


def _with_corrections(contents: Contents, options: Options, report: Report) -> Contents:
    if options.corrections is None:
        return contents
    from kzcn.trust.corrections import read  # noqa: PLC0415 - only where there are corrections

    found = read(options.corrections)
    report.problems += found.problems
    return contents._replace(corrections=found.entries)


def _read_all(
    paths: Iterable[Path], options: Options, known: set[str], report: Report, notice: Callable[[str], None]
) -> Iterator[_Read]:
    for path in files(paths):
        try:
            data = file_bytes(path)
            name = hashlib.sha256(data).hexdigest()
            if name in known:
                report.known += 1
                notice(f"{path}: in the database already")
                continue
            result = _read(path, data, options)
        except SourceError as error:
            reason = str(error).removeprefix(f"{path.name}: ")
            report.failed.append(f"{path}: {reason}")
            notice(report.failed[-1])
            continue
        known.add(name)
        report.read += 1
        report.claims += result.claims
        yield result


def _read(path: Path, data: bytes, options: Options) -> _Read:
    from kzcn.extract import extract  # noqa: PLC0415 - heavy, and of no use where every document is known
    from kzcn.origins import sketch  # noqa: PLC0415
    from kzcn.reading import read  # noqa: PLC0415

    document = read(data, path.name, format=options.format, encoding=options.encoding)
    source = replace(document.source, licence=options.licence or document.source.licence, origin=options.origin)
    claims = tuple(_with_quote(claim, document, options) for claim in extract(document))
    return _Read(source, document.citations, claims, sketch(document.text))


def _with_quote(claim: Claim, document: Document, options: Options) -> Claim:
    evidence = claim.evidence
    quote = document.raw[evidence.start : evidence.end] if options.quotes else None
    return replace(claim, evidence=replace(evidence, quote=quote))


def _joined(contents: Contents, found: Sequence[_Read]) -> Contents:
    """Old and new together, sources in the order of their SHA-256, copies of one work with the origin they share."""
    from kzcn.origins import assign_sketches, named  # noqa: PLC0415 - only where something is new

    sketches = {**contents.sketches, **{item.source.sha256: item.sketch for item in found}}
    sources = sorted((*contents.sources, *(item.source for item in found)), key=lambda source: source.sha256)
    origins = named(assign_sketches(sketches), {source.sha256: source.origin for source in sources})
    claims = (*contents.claims, *(claim for item in found for claim in item.claims))
    return Contents(
        tuple(replace(source, origin=origins[source.sha256]) for source in sources),
        {**contents.citations, **{item.source.sha256: item.citations for item in found}},
        tuple({claim.id: claim for claim in claims}.values()),
        sketches,
        contents.corrections,
    )


def _store(database: Path, contents: Contents, report: Report) -> None:
    from kzcn.resolve import resolve  # noqa: PLC0415 - only where something is new
    from kzcn.resolve.corrected import unapplied  # noqa: PLC0415

    facts = resolve(contents.claims, contents.sources, contents.corrections)
    write(database, contents, facts)
    report.facts = len(facts)
    report.problems += unapplied(facts, contents.corrections)
