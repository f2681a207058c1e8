"""Opening a fact database for reading, and nothing else: stdlib sqlite3, no write, no trust in the file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple

from kzcn.errors import DatabaseError
from kzcn.store.schema import APPLICATION_ID, TABLES, VERSION

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = ["Database", "Head", "check", "damage_reported", "file_uri", "head", "typed"]

_MAGIC = b"SQLite format 3\x00"
_SETTINGS = "PRAGMA query_only = 1; PRAGMA trusted_schema = 0; PRAGMA cell_size_check = 1; PRAGMA mmap_size = 0"
_LONGEST_VALUE = 50_000_000
"""Bytes of a value of a row: no text or number of ours comes near."""
_NUMBERS = frozenset(
    """no value value_max earliest latest stands_from stands_to origins start end ongoing date_start date_end
    value_start value_end length part""".split()
)
"""Columns of facts, claims and sources that hold numbers; all others hold text."""
_INFINITE = float("inf")
_WITH_LOG = 2
"""In the header: changes go to a file beside it first, which a reader would have to make."""

_DAMAGE = (sqlite3.Error, ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError, OverflowError)
"""What reading rows of a damaged file may end in: SQLite's own errors, and values that are not what they should be."""


class Head(NamedTuple):
    """What the first bytes of a SQLite file say."""

    is_ours: bool
    version: int
    with_log: bool


class Database:
    """A fact database opened read-only; errors of SQLite become one-line DatabaseErrors.

    Raises (from the constructor): DatabaseError for a file that is missing, foreign, damaged or newer.
    """

    __slots__ = ("connection", "path")

    def __init__(self, path: str | Path, version: int = VERSION, tables: Mapping[str, str] = TABLES) -> None:
        self.path = Path(path)
        self.connection = _connect(self.path)
        try:
            check(self.connection, self.path, version, tables)
        except DatabaseError:
            self.connection.close()
            raise

    def rows(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[sqlite3.Row]:
        """All rows of a query.

        Raises: DatabaseError where the file is damaged.
        """
        with damage_reported(self.path):
            return self.connection.execute(sql, values).fetchall()

    def value(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> Any:  # noqa: ANN401 - SQL decides
        """The first value of the first row, None where there is no row."""
        rows = self.rows(sql, values)
        return rows[0][0] if rows else None

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def file_uri(path: Path, mode: str) -> str:
    """The SQLite URI of a file, whatever characters its path has."""
    name = os.fspath(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file:{name}?mode={mode}"


def head(path: Path) -> Head:
    """Look at a file's first bytes.

    Raises: DatabaseError where it is missing, cannot be opened, or is not SQLite.
    """
    try:
        with path.open("rb") as file:
            found = file.read(100)
    except FileNotFoundError:
        raise DatabaseError(f"no database {path}; build one with: kzcn ingest SOURCE... --db PATH") from None
    except (OSError, ValueError) as error:
        raise DatabaseError(f"cannot open {path}: {getattr(error, 'strerror', None) or error}") from error
    if not found.startswith(_MAGIC):
        raise DatabaseError(f"{path} is not a kzcn database (not SQLite at all)")
    application = int.from_bytes(found[68:72], "big")
    return Head(application == APPLICATION_ID, int.from_bytes(found[60:64], "big"), _WITH_LOG in found[18:20])


def check(
    connection: sqlite3.Connection, path: Path, expected: int = VERSION, statements: Mapping[str, str] = TABLES
) -> None:
    """Refuse a database that is not ours or not of the schema expected.

    Raises: DatabaseError.
    """
    with damage_reported(path):
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall())
    if application != APPLICATION_ID:
        raise DatabaseError(f"{path} is not a kzcn database; build one with: kzcn ingest SOURCE... --db PATH")
    if version > expected:
        raise DatabaseError(f"{path} has schema {version}, this kzcn reads up to {expected}; install a newer kzcn")
    if version < expected:
        raise DatabaseError(
            f"{path} has the old schema {version}; kzcn ingest SOURCE... --db PATH renews it and keeps a copy"
        )
    for name, statement in statements.items():
        if tables.get(name) != statement:
            raise DatabaseError(f"{path} is not a kzcn database: its table {name} is not what kzcn makes")


@contextmanager
def damage_reported(path: Path) -> Iterator[None]:
    """Turn what SQLite says about a file into a DatabaseError that says what to do."""
    try:
        yield
    except _DAMAGE as error:
        reason = " ".join(str(error).split())
        raise DatabaseError(f"{path} cannot be read ({reason}); restore it or ingest its sources again") from error


def typed(row: sqlite3.Row) -> sqlite3.Row:
    """A row of facts, claims or sources, whose numbers are finite numbers and whose texts are texts.

    Raises: ValueError where they are not, as only in a damaged or strange file.
    """
    for name, value in zip(row.keys(), row, strict=True):
        if value is None or (isinstance(value, str) and name not in _NUMBERS):
            continue
        if not (name in _NUMBERS and isinstance(value, (int, float)) and abs(value) < _INFINITE):
            raise ValueError(f"{name} is not what it should be")
    return row


def _connect(path: Path) -> sqlite3.Connection:
    uri = file_uri(path, "ro")
    if head(path).with_log:
        _refuse_log(path)
        uri += "&immutable=1"  # else SQLite would make files beside it
    with damage_reported(path):
        connection = sqlite3.connect(uri, uri=True)
        connection.row_factory = sqlite3.Row
        for setting in _SETTINGS.split(";"):
            connection.execute(setting)
        _defend(connection)
    return connection


def _refuse_log(path: Path) -> None:
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise DatabaseError(
            f"{path} has changes in {log.name}; close the program that writes it, or copy it with VACUUM"
        )


def _defend(connection: sqlite3.Connection) -> None:
    """Switch on what this Python knows of SQLite's limits (from 3.11) and defensive mode (from 3.12)."""
    set_limit = getattr(connection, "setlimit", None)
    if set_limit is not None:
        set_limit(getattr(sqlite3, "SQLITE_LIMIT_LENGTH"), _LONGEST_VALUE)  # noqa: B009 - not in older type stubs
        set_limit(getattr(sqlite3, "SQLITE_LIMIT_ATTACHED"), 0)  # noqa: B009
    set_config = getattr(connection, "setconfig", None)
    if set_config is not None:
        set_config(getattr(sqlite3, "SQLITE_DBCONFIG_DEFENSIVE"))  # noqa: B009
