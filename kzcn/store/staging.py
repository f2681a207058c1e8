"""A database in the making: what documents gave and what follows from it, on disk until everything is there.

Only what is asked for is held in memory, so that it does not grow with the documents.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kzcn.errors import DatabaseError
from kzcn.model import Citation, Claim, Correction, Fact, Source
from kzcn.origins import Sketch
from kzcn.store import rows
from kzcn.store.read import Database, damage_reported
from kzcn.store.schema import MIGRATIONS
from kzcn.store.sound import sound

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = ["STAGED", "Sketches", "Staging", "columns", "corrections_of", "staging_place"]

_GIVEN = ("sources", "citations", "sketches", "claims")
"""Tables of what documents gave; everything else follows from them."""
STAGED = (*_GIVEN, "facts", "facts_fts", "fact_aliases", "fact_claims", "facts_derived", "facts_conflicts")


def columns(table: str) -> tuple[str, ...]:
    """The columns of a staged table: those of the schema without the row's number, of the text index with its fact."""
    return _columns()[table]


@cache
def _columns() -> Mapping[str, tuple[str, ...]]:
    connection = sqlite3.connect(":memory:")
    try:
        for _, sql in MIGRATIONS:
            connection.executescript(sql)
        rows_of = {table: connection.execute(f"PRAGMA table_info({table})").fetchall() for table in STAGED}
    finally:
        connection.close()
    found = {table: tuple(row[1] for row in about if row[1] != "no") for table, about in rows_of.items()}
    return found | {"facts_fts": ("fact", *found["facts_fts"])}


def staging_place(path: Path) -> Path:
    """Where the work for the database at `path` is kept."""
    return path.with_name(f".{path.name}.work")


class Staging:
    """The tables of the schema, in no order yet, in a file beside the database, which is removed in the end.

    Raises (from every method): DatabaseError where the folder cannot be written or the disk is full.
    """

    def __init__(self, path: Path) -> None:
        self.path = staging_place(path)
        self._taken, self._has_taken = path, False
        self._applied: dict[Correction, tuple[Correction, str]] = {}
        self._known: dict[str, int] = {}
        """What `_numbers` gives, until the sources change."""
        with _failure_reported(path), ExitStack() as undone:
            self.path.unlink(missing_ok=True)
            undone.callback(self.path.unlink, missing_ok=True)
            self._connection = sqlite3.connect(self.path, isolation_level=None)
            self._connection.row_factory = sqlite3.Row
            self._connection.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF")
            for table in STAGED:
                self._connection.execute(f"CREATE TABLE {table} ({_quoted(columns(table))})")
            self._connection.execute("CREATE INDEX sketch_of ON sketches (source)")
            self._connection.execute("BEGIN")
            undone.pop_all()

    def take(self, path: Path) -> None:
        """Take over what documents gave to a database.

        Raises: DatabaseError where it is missing, foreign, damaged or of a newer schema.
        """
        self._taken, self._has_taken = path, True
        self._known = {}
        with Database(path) as database:
            for table in _GIVEN:
                self._insert(table, _rows_of(database, table))

    def add(
        self, source: Source, citations: Iterable[Citation], claims: Iterable[Claim], quotes: Iterable[str | None] = ()
    ) -> None:
        """Add what a document gave; `quotes` are the passages of its claims in their order, or none."""
        self._known = {}
        told = ({**rows.claim_row(claim), "quote": quote} for claim, quote in zip_longest(claims, quotes) if claim)
        self._put("sources", [rows.source_row(source)])
        self._put("citations", (rows.citation_row(source.sha256, citation) for citation in citations))
        self._put("claims", told)

    def add_sketch(self, source: str, sketch: Sketch) -> None:
        """Add the sketch of the source with this SHA-256."""
        self._put("sketches", [rows.sketch_row(source, sketch)])

    def add_facts(self, facts: Sequence[Fact]) -> None:
        """Add facts, once all sources are there."""
        self._applied |= {replace(item, was=None): (item, fact.id) for fact in facts for item in fact.corrections}
        numbers = self._numbers()
        told_by = ((numbers[claim.evidence.source] for claim in fact.claims) for fact in facts)
        self._put("facts", map(rows.fact_row, facts, told_by))
        self._put("facts_fts", ({"fact": fact.id, **rows.fts_row(fact)} for fact in facts))
        self._put("fact_aliases", ({"alias": alias, "fact": fact.id} for fact in facts for alias in fact.aliases))
        self._put("fact_claims", ({"fact": fact.id, "claim": claim.id} for fact in facts for claim in fact.claims))
        derived = ((fact.id, name) for fact in facts for name in fact.derived_from)
        self._put("facts_derived", ({"fact": fact, "derived_from": name} for fact, name in derived))
        self._put("facts_conflicts", ({"fact": fact.id, "other": name} for fact in facts for name in fact.conflicts))

    def drop(self, sources: Collection[str]) -> None:
        """Take out the sources with these SHA-256, and what they say."""
        self._known = {}
        with _failure_reported(self.path):
            for table, name in (("sources", "sha256"), *((table, "source") for table in _GIVEN[1:])):
                self._connection.executemany(f"DELETE FROM {table} WHERE {name} = ?", ((gone,) for gone in sources))

    def rename(self, source: str, name: str) -> None:
        """Give the source with this SHA-256 another name, where it comes first of the two."""
        self._run("UPDATE sources SET name = min(name, ?) WHERE sha256 = ?", (name, source))

    def set_origins(self, origins: Mapping[str, str]) -> None:
        """Say which work each source is a copy of, by its SHA-256."""
        with _failure_reported(self.path):
            self._connection.execute("CREATE UNIQUE INDEX IF NOT EXISTS source_named ON sources (sha256)")
            pairs = ((origin, source) for source, origin in origins.items())
            self._connection.executemany("UPDATE sources SET origin = ? WHERE sha256 = ?", pairs)

    def sources(self) -> list[Source]:
        """All sources, in the order of their SHA-256."""
        return [rows.source_from_row(row) for row in self._run("SELECT * FROM sources ORDER BY sha256")]

    def origins(self) -> dict[str, str | None]:
        """The origin that each source has now, by its SHA-256."""
        return {row["sha256"]: row["origin"] for row in self._run("SELECT sha256, origin FROM sources")}

    def related_sources(self) -> list[Source]:
        """The sources of works that several tell, or that go by another name than the SHA-256 of their source."""
        shared = "SELECT origin FROM sources GROUP BY origin HAVING count(*) > 1"
        query = f"SELECT * FROM sources WHERE origin <> sha256 OR origin IN ({shared}) ORDER BY sha256"
        return [rows.source_from_row(row) for row in self._run(query)]

    def sketches(self) -> Sketches:
        """The sketches by the SHA-256 of their sources."""
        return Sketches(self._connection, self._taken)

    def kinds(self) -> list[str]:
        """The kinds of the claims.

        Raises: DatabaseError where one, of a database taken over, is no text.
        """
        self._run("CREATE INDEX IF NOT EXISTS claims_of_kind ON claims (kind)")
        found = [row[0] for row in self._run("SELECT DISTINCT kind FROM claims ORDER BY kind")]
        with damage_reported(self._taken):
            return ["".join(kind) for kind in found]

    def claims(self, kinds: Collection[str]) -> list[Claim]:
        """The claims of these kinds, without their passages.

        Raises: DatabaseError where one, of a database taken over, is not what a claim should be.
        """
        names = [name for name in columns("claims") if name != "quote"]
        query = f"SELECT {_quoted(names)}, NULL FROM claims WHERE kind IN ({','.join('?' * len(kinds))})"
        names.append("quote")
        known = self._numbers()
        with damage_reported(self._taken):
            found = (dict(zip(names, row, strict=True)) for row in self._connection.execute(query, tuple(kinds)))
            claims = map(rows.claim_from_row, found)
            return [sound(claim, known) for claim in claims] if self._has_taken else list(claims)

    def correction_rows(self, corrections: Iterable[Correction]) -> list[rows.Row]:
        """The corrections as rows, each with the fact that it changed and what that said before."""
        return [rows.correction_row(*self._applied.get(item, (item, None))) for item in corrections]

    def close(self) -> None:
        """End the work on the file, so that another connection can read it."""
        with _failure_reported(self.path):
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")
        self._connection.close()

    def _numbers(self) -> dict[str, int]:
        """The number that each source will have, by its SHA-256."""
        if not self._known:
            named = self._run("SELECT sha256 FROM sources ORDER BY sha256")
            self._known = {row[0]: number for number, row in enumerate(named, 1)}
        return self._known

    def _run(self, sql: str, values: Sequence[object] = ()) -> sqlite3.Cursor:
        with _failure_reported(self.path):
            return self._connection.execute(sql, values)

    def _put(self, table: str, records: Iterable[rows.Row]) -> None:
        """Records with the columns of the table, in any order."""
        self._insert(table, map(itemgetter(*columns(table)), records))

    def _insert(self, table: str, values: Iterable[tuple[object, ...]]) -> None:
        places = ", ".join("?" * len(columns(table)))
        with _failure_reported(self.path):
            self._connection.executemany(f"INSERT INTO {table} VALUES ({places})", values)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        self.path.unlink(missing_ok=True)


class Sketches(Mapping[str, Sketch]):
    """Sketches that stay on disk: one is read when it is asked for."""

    def __init__(self, connection: sqlite3.Connection, taken: Path) -> None:
        self._connection = connection
        self._taken = taken

    def __iter__(self) -> Iterator[str]:
        return (row[0] for row in self._connection.execute("SELECT source FROM sketches ORDER BY source"))

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM sketches").fetchone()[0])

    def __getitem__(self, source: str) -> Sketch:
        query = "SELECT source, hashes FROM sketches WHERE source = ?"
        row = self._connection.execute(query, (source,)).fetchone()
        if row is None:
            raise KeyError(source)
        with damage_reported(self._taken):
            return rows.sketch_from_row(row)


def corrections_of(path: Path) -> tuple[Correction, ...]:
    """What the user has corrected in a database, in the user's order.

    Raises: DatabaseError where it cannot be read.
    """
    with Database(path) as database, damage_reported(path):
        return tuple(rows.correction_from_row(row) for row in database.rows("SELECT * FROM corrections ORDER BY no"))


@contextmanager
def _failure_reported(path: Path) -> Iterator[None]:
    """Turn a full disk, or a folder that cannot be written, into a DatabaseError."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise DatabaseError(f"cannot write {path.parent}: {getattr(error, 'strerror', None) or error}") from error


def _rows_of(database: Database, table: str) -> Iterator[tuple[object, ...]]:
    with damage_reported(database.path):
        query = f"SELECT {_quoted(columns(table))} FROM {table} ORDER BY rowid"
        yield from map(tuple, database.connection.execute(query))


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
