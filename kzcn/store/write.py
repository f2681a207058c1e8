"""Writing a fact database: built beside its place, then moved there in one step.

The same input gives the same bytes on one SQLite version: rows go in in a fixed order, nothing depends on a clock.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path

from sqlite_utils import Database as Writer

from kzcn import __version__
from kzcn.errors import DatabaseError
from kzcn.kinds import kinds
from kzcn.model import Correction
from kzcn.store import rows
from kzcn.store.schema import APPLICATION_ID, MIGRATIONS, VERSION, VIEWS
from kzcn.store.staging import Staging, columns, staging_place

__all__ = ["locked", "write"]

_SHORTEST_ID = 6
_SETTINGS = f"""
    PRAGMA page_size = 4096; PRAGMA application_id = {APPLICATION_ID};
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; -- nobody sees the file before it is complete and on the disk
"""


def write(path: Path, staging: Staging, corrections: Sequence[Correction] = ()) -> None:
    """Write what is staged as the database `path`, in one step: on any failure `path` stays as it was.

    `corrections` are what the user has corrected, in the user's order.

    Raises: DatabaseError where the folder cannot be written or the disk is full.
    """
    part = _part(path)
    try:
        part.unlink(missing_ok=True)
        staging.close()
        _build(part, staging.path, staging.correction_rows(corrections))
        _sync(part)
        os.replace(part, path)  # noqa: PTH105 - says what matters: atomic
        _sync(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseError(f"cannot write {path}: {getattr(error, 'strerror', None) or error}") from error
    finally:
        _forget(path)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep a second ingest into the folder of `path` out for as long as the context lasts (not on Windows).

    What a killed ingest left behind is removed.

    Raises: DatabaseError where another ingest holds the folder, or there is no such folder.
    """
    if sys.platform == "win32":
        _forget(path)
        yield
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    try:
        folder = os.open(path.parent, os.O_RDONLY)
    except OSError as error:
        raise DatabaseError(f"cannot write {path}: {error.strerror}") from error
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _forget(path)
        yield
    except BlockingIOError:
        raise DatabaseError(f"another ingest is writing {path}; try again when it is done") from None
    finally:
        os.close(folder)


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


def _forget(path: Path) -> None:
    """Remove what is not finished, or was left by an ingest that was killed."""
    for place in (_part(path), staging_place(path)):
        for leftover in (place, place.with_name(f"{place.name}-journal")):
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


def _build(path: Path, staged: Path, corrections: Sequence[rows.Row]) -> None:
    connection = sqlite3.connect(path)
    try:
        connection.executescript(_SETTINGS)
        for number, sql in MIGRATIONS:
            connection.executescript(f"{sql}; PRAGMA user_version = {number};")
        connection.execute("ATTACH ? AS staged", (str(staged),))
        writer = Writer(connection)
        with connection:
            _insert(connection, "kinds", (kind._asdict() for kind in kinds().values()))
            for statement in _COPIES:
                connection.execute(statement)
            _insert(connection, "corrections", ({"no": no, **row} for no, row in enumerate(corrections, 1)))
            _insert(connection, "meta", _meta(connection))
            for name, sql in VIEWS.items():
                writer.create_view(name, sql)
        connection.execute("DETACH staged")
        connection.execute("INSERT INTO facts_fts (facts_fts) VALUES ('optimize')")
        connection.commit()
        _prove(connection)
        connection.execute("VACUUM")
    finally:
        connection.close()


def _copy(table: str, order: str, join: str = "") -> str:
    """The statement that copies a staged table `t` in an order of its own."""
    names = [f'"{name}"' for name in columns(table)]
    listed, told = ", ".join(names), ", ".join(f"t.{name}" for name in names)
    return f"INSERT INTO main.{table} ({listed}) SELECT {told} FROM staged.{table} t {join} ORDER BY {order}"


_OF_SOURCE = "JOIN main.sources s ON s.sha256 = t.source"
_OF_FACT = "JOIN main.facts f ON f.id = t.fact"
_TEXTS = ", ".join(columns("facts_fts")[1:])
_STAGED = ", ".join(f"t.{name}" for name in columns("facts_fts")[1:])
_COPIES = (
    _copy("sources", "t.sha256"),
    _copy("citations", "s.no, t.rowid", _OF_SOURCE),
    _copy("sketches", "t.source"),
    _copy("claims", 's.no, t."start", t."end", t.id', _OF_SOURCE),
    # undated last, what has always been first
    _copy(
        "facts",
        "t.stands_from IS NULL AND t.stands_to IS NULL, t.stands_from, t.stands_to IS NULL, t.stands_to, t.id",
    ),
    _copy("fact_aliases", "f.no, t.alias", _OF_FACT),
    _copy("fact_claims", "f.no, t.claim", _OF_FACT),
    _copy("facts_derived", "f.no, t.derived_from", _OF_FACT),
    _copy("facts_conflicts", "f.no, t.other", _OF_FACT),
    f"INSERT INTO facts_fts (rowid, {_TEXTS}) SELECT f.no, {_STAGED} FROM staged.facts_fts t {_OF_FACT} ORDER BY 1",
)
"""In the order in which tables refer to each other, so that rows are numbered as documents and time have them."""


def _prove(connection: sqlite3.Connection) -> None:
    """Every reference must lead somewhere.

    Raises: DatabaseError, naming the table; it is a defect of the program.
    """
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise DatabaseError(f"a row of {broken[0]} refers to a row of {broken[2]} that is not there; nothing written")


def _insert(connection: sqlite3.Connection, table: str, records: Iterable[rows.Row]) -> None:
    """All records have the same columns, so that one statement does for all of them."""
    records = iter(records)
    first = next(records, None)
    if first is not None:
        names, places = ", ".join(f'"{name}"' for name in first), ", ".join("?" * len(first))
        values = (tuple(record.values()) for record in chain([first], records))
        connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", values)


def _meta(connection: sqlite3.Connection) -> list[rows.Row]:
    facts, claims = (connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("facts", "claims"))
    values = {
        "schema_version": VERSION,
        "kzcn_version": __version__,
        "facts": facts,
        "claims": claims,
        "id_length": _id_length(connection),
    }
    return [{"key": key, "value": str(value)} for key, value in values.items()]


def _id_length(connection: sqlite3.Connection) -> int:
    """The fewest leading characters, at least six, that tell all ids apart."""
    names = "(SELECT id FROM facts UNION SELECT alias FROM fact_aliases)"
    longest = connection.execute(f"SELECT max(length(id)) FROM {names}").fetchone()[0] or _SHORTEST_ID
    for length in range(_SHORTEST_ID, longest):
        query = f"SELECT count(*) - count(DISTINCT substr(id, 1, {length})) FROM {names}"
        if connection.execute(query).fetchone()[0] == 0:
            return length
    return int(longest)
