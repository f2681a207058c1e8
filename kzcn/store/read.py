"""Opening a fact database for reading, and nothing else: stdlib sqlite3, no write, no trust in the file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from kzcn.errors import DatabaseError
from kzcn.store.schema import APPLICATION_ID, TABLES, VERSION

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = ["Database", "check", "damage_reported", "file_uri"]

_MAGIC = b"SQLite format 3\x00"
_SETTINGS = "PRAGMA query_only = 1; PRAGMA trusted_schema = 0; PRAGMA cell_size_check = 1; PRAGMA mmap_size = 0"


_DAMAGE = (sqlite3.Error, ValueError, TypeError, AttributeError, KeyError, IndexError)
"""What reading rows of a damaged file may end in: SQLite's own errors, and values that are not what they should be."""


class Database:
    """A fact database opened read-only; errors of SQLite become one-line DatabaseErrors.

    Raises (from the constructor): DatabaseError for a file that is missing, foreign, damaged or newer.
    """

    __slots__ = ("connection", "path")

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self.connection = _connect(self.path)
        try:
            check(self.connection, self.path)
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


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a database that is not ours or is newer than this program.

    Raises: DatabaseError.
    """
    with damage_reported(path):
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall())
    if application != APPLICATION_ID:
        raise DatabaseError(f"{path} is not a kzcn database; build one with: kzcn ingest SOURCE... --db PATH")
    if version > VERSION:
        raise DatabaseError(f"{path} has schema {version}, this kzcn reads up to {VERSION}; install a newer kzcn")
    if version < VERSION:
        raise DatabaseError(
            f"{path} has the old schema {version}; build it anew: kzcn ingest SOURCE... --db PATH --empty"
        )
    for name, statement in TABLES.items():
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


def _connect(path: Path) -> sqlite3.Connection:
    _look_at_head(path)
    with damage_reported(path):
        connection = sqlite3.connect(file_uri(path, "ro"), uri=True)
        connection.row_factory = sqlite3.Row
        for setting in _SETTINGS.split(";"):
            connection.execute(setting)
        _defend(connection)
    return connection


def _look_at_head(path: Path) -> None:
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError:
        raise DatabaseError(f"no database {path}; build one with: kzcn ingest SOURCE... --db PATH") from None
    except OSError as error:
        raise DatabaseError(f"cannot open {path}: {error.strerror}") from error
    if head != _MAGIC:
        raise DatabaseError(f"{path} is not a kzcn database (not SQLite at all)")


def _defend(connection: sqlite3.Connection) -> None:
    """Switch on SQLite's defensive mode where this Python can (from 3.12)."""
    set_config = getattr(connection, "setconfig", None)
    if set_config is not None:
        set_config(getattr(sqlite3, "SQLITE_DBCONFIG_DEFENSIVE"))  # noqa: B009 - not in older type stubs
