"""Writing a fact database: built beside its place, then moved there in one step.

The same input gives the same bytes on one SQLite version: rows go in in a fixed order, nothing depends on a clock.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database as Writer

from kzcn import __version__
from kzcn.errors import DatabaseError
from kzcn.kinds import kinds
from kzcn.model import Citation, Claim, Correction, Fact, Source
from kzcn.origins import Sketch
from kzcn.store import rows
from kzcn.store.quotes import Quotes
from kzcn.store.read import Database, damage_reported
from kzcn.store.schema import APPLICATION_ID, MIGRATIONS, VERSION, VIEWS
from kzcn.store.sound import sound

__all__ = ["Contents", "load", "locked", "write"]

_SHORTEST_ID = 6
_SETTINGS = f"""
    PRAGMA page_size = 4096; PRAGMA application_id = {APPLICATION_ID};
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; -- nobody sees the file before it is complete and on the disk
"""


class Contents(NamedTuple):
    """What documents gave: everything a database keeps but the facts, which follow from it."""

    sources: tuple[Source, ...] = ()
    citations: Mapping[str, Sequence[Citation]] = {}
    """By the SHA-256 of their source."""
    claims: tuple[Claim, ...] = ()
    sketches: Mapping[str, Sketch] = {}
    """By the SHA-256 of their source, as `kzcn.origins.sketch` makes them."""
    corrections: tuple[Correction, ...] = ()
    """What the user has corrected, in the user's order."""


def load(path: Path, *, quotes: bool = True) -> Contents:
    """Read back what a database was built from; its passages only where `quotes` are wanted.

    Raises: DatabaseError where the file is missing, foreign, damaged or of a newer schema.
    """
    with Database(path) as database, damage_reported(path):
        found: dict[str, list[Citation]] = {}
        for row in database.rows("SELECT * FROM citations ORDER BY no"):
            found.setdefault(row["source"], []).append(rows.citation_from_row(row))
        return Contents(
            tuple(rows.source_from_row(row) for row in database.rows("SELECT * FROM sources ORDER BY no")),
            found,
            tuple(_claims(database, quotes=quotes)),
            {row["source"]: rows.sketch_from_row(row) for row in database.rows("SELECT * FROM sketches")},
            tuple(rows.correction_from_row(row) for row in database.rows("SELECT * FROM corrections ORDER BY no")),
        )


def _claims(database: Database, *, quotes: bool) -> Iterator[Claim]:
    """One by one: all rows at once would take as much memory as the claims."""
    sources = {row[0] for row in database.rows("SELECT sha256 FROM sources")}
    with damage_reported(database.path):
        for row in database.connection.execute("SELECT * FROM claims ORDER BY no"):
            claim = sound(rows.claim_from_row(row), sources)
            yield claim if quotes else replace(claim, evidence=replace(claim.evidence, quote=None))


def write(path: Path, contents: Contents, facts: Sequence[Fact], quotes: Quotes | None = None) -> None:
    """Write a database and put it in place of `path` in one step; on any failure `path` stays as it was.

    `quotes` are the passages of the claims, where the claims come without them.

    Raises: DatabaseError where the folder cannot be written or the disk is full.
    """
    part = _part(path)
    try:
        part.unlink(missing_ok=True)
        _build(part, contents, facts, quotes)
        _sync(part)
        os.replace(part, path)  # noqa: PTH105 - says what matters: atomic
        _sync(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseError(f"cannot write {path}: {getattr(error, 'strerror', None) or error}") from error
    finally:
        _forget(part)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep a second ingest into the folder of `path` out for as long as the context lasts (not on Windows).

    What a killed ingest left behind is removed.

    Raises: DatabaseError where another ingest holds the folder, or there is no such folder.
    """
    if sys.platform == "win32":
        _forget(_part(path))
        yield
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        folder = os.open(path.parent, os.O_RDONLY)
    except OSError as error:
        raise DatabaseError(f"cannot write {path}: {error.strerror}") from error
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _forget(_part(path))
        yield
    except BlockingIOError:
        raise DatabaseError(f"another ingest is writing {path}; try again when it is done") from None
    finally:
        os.close(folder)


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _forget(part: Path) -> None:
    for leftover in (part, part.with_name(f"{part.name}-journal")):
        with suppress(OSError):
            leftover.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Bring a file, or a folder's names, to the disk."""
    if path.is_dir() and sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _build(path: Path, contents: Contents, facts: Sequence[Fact], quotes: Quotes | None) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript(_SETTINGS)
        for number, sql in MIGRATIONS:
            connection.executescript(f"{sql}; PRAGMA user_version = {number};")
        writer = Writer(connection)
        with connection:
            _fill(connection, contents, facts)
            for name, sql in VIEWS.items():
                writer.create_view(name, sql)
        if quotes is not None:
            quotes.fill(connection)
        connection.execute("INSERT INTO facts_fts (facts_fts) VALUES ('optimize')")
        connection.commit()
        _prove(connection)
        connection.execute("VACUUM")
    finally:
        connection.close()


def _prove(connection: sqlite3.Connection) -> None:
    """Every reference must lead somewhere.

    Raises: DatabaseError, naming the table; it is a defect of the program.
    """
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise DatabaseError(f"a row of {broken[0]} refers to a row of {broken[2]} that is not there; nothing written")


def _fill(connection: sqlite3.Connection, contents: Contents, facts: Sequence[Fact]) -> None:
    sources = contents.sources
    claims = _in_order(contents)
    tables: dict[str, Iterable[rows.Row]] = {
        "meta": _meta(claims, facts),
        "kinds": (kind._asdict() for kind in kinds().values()),
        "sources": _numbered(rows.source_row(source) for source in sources),
        "citations": _numbered(
            rows.citation_row(source.sha256, citation)
            for source in sources
            for citation in contents.citations.get(source.sha256, ())
        ),
        "sketches": (rows.sketch_row(name, sketch) for name, sketch in sorted(contents.sketches.items())),
        "claims": _numbered(rows.claim_row(claim) for claim in claims),
        "facts": _fact_rows(sources, facts),
        "fact_aliases": ({"alias": alias, "fact": fact.id} for fact in facts for alias in sorted(fact.aliases)),
        "fact_claims": ({"fact": fact.id, "claim": name} for fact in facts for name in _claim_ids(fact)),
        "facts_derived": ({"fact": fact.id, "derived_from": name} for fact in facts for name in fact.derived_from),
        "facts_conflicts": ({"fact": fact.id, "other": name} for fact in facts for name in sorted(fact.conflicts)),
        "corrections": _numbered(_correction_rows(contents.corrections, facts)),
        "facts_fts": (rows.fts_row(number, fact) for number, fact in enumerate(facts, 1)),
    }
    for name, records in tables.items():
        _insert(connection, name, records)


def _insert(connection: sqlite3.Connection, table: str, records: Iterable[rows.Row]) -> None:
    """All records have the same columns, so that one statement does for all of them."""
    records = iter(records)
    first = next(records, None)
    if first is not None:
        names, places = ", ".join(f'"{name}"' for name in first), ", ".join("?" * len(first))
        values = (tuple(record.values()) for record in chain([first], records))
        connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", values)


def _in_order(contents: Contents) -> list[Claim]:
    """The claims as the documents have them, each id once."""
    place = {source.sha256: number for number, source in enumerate(contents.sources)}
    unique = {claim.id: claim for claim in reversed(contents.claims)}
    return sorted(
        unique.values(),
        key=lambda claim: (place[claim.evidence.source], claim.evidence.start, claim.evidence.end, claim.id),
    )


def _claim_ids(fact: Fact) -> list[str]:
    return sorted({claim.id for claim in fact.claims})


def _fact_rows(sources: Sequence[Source], facts: Sequence[Fact]) -> Iterator[rows.Row]:
    numbers = {source.sha256: number for number, source in enumerate(sources, 1)}
    return _numbered(rows.fact_row(fact, (numbers[claim.evidence.source] for claim in fact.claims)) for fact in facts)


def _correction_rows(corrections: Sequence[Correction], facts: Sequence[Fact]) -> Iterator[rows.Row]:
    applied = {replace(item, was=None): (item, fact.id) for fact in facts for item in fact.corrections}
    for correction in corrections:
        yield rows.correction_row(*applied.get(correction, (correction, None)))


def _numbered(records: Iterable[rows.Row]) -> Iterator[rows.Row]:
    return ({"no": number, **record} for number, record in enumerate(records, 1))


def _meta(claims: Sequence[Claim], facts: Sequence[Fact]) -> list[rows.Row]:
    names = {fact.id for fact in facts} | {alias for fact in facts for alias in fact.aliases}
    values = {
        "schema_version": VERSION,
        "kzcn_version": __version__,
        "facts": len(facts),
        "claims": len(claims),
        "id_length": _id_length(names),
    }
    return [{"key": key, "value": str(value)} for key, value in values.items()]


def _id_length(names: set[str]) -> int:
    """The fewest leading characters, at least six, that tell all ids apart."""
    longest = max(map(len, names), default=_SHORTEST_ID)
    for length in range(_SHORTEST_ID, longest):
        if len({name[:length] for name in names}) == len(names):
            return length
    return longest
