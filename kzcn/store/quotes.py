"""The passages of claims, on disk while an ingest runs: together they are nearly as long as the documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from kzcn.errors import DatabaseError
from kzcn.store.read import Database, damage_reported

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = ["Quotes"]


class Quotes:
    """A file of passages by the id of their claim; it is removed in the end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with _failure_reported(path), ExitStack() as undone:
            path.unlink(missing_ok=True)
            undone.callback(path.unlink, missing_ok=True)
            self._connection = sqlite3.connect(path, isolation_level=None)
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.execute("PRAGMA journal_mode = OFF")
            self._connection.execute("CREATE TABLE quotes (claim TEXT PRIMARY KEY, quote TEXT NOT NULL) WITHOUT ROWID")
            undone.pop_all()

    def add(self, passages: Iterable[tuple[str, str]]) -> None:
        """Keep passages, each given with the id of its claim."""
        self._insert(passages)

    def take(self, path: Path) -> None:
        """Keep the passages of a database.

        Raises: DatabaseError where it cannot be read.
        """
        with Database(path) as database, damage_reported(path):
            rows = database.connection.execute("SELECT id, quote FROM claims WHERE quote IS NOT NULL")
            self._insert((row[0], row[1]) for row in rows)

    def fill(self, connection: sqlite3.Connection) -> None:
        """Give the claims of a database that is being built their passages."""
        connection.execute("ATTACH ? AS kept", (str(self.path),))
        connection.execute("UPDATE claims SET quote = (SELECT quote FROM kept.quotes WHERE claim = id)")
        connection.commit()
        connection.execute("DETACH kept")

    def _insert(self, rows: Iterable[tuple[str, str]]) -> None:
        with _failure_reported(self.path):
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT OR IGNORE INTO quotes VALUES (?, ?)", rows)
            self._connection.execute("COMMIT")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()
        self.path.unlink(missing_ok=True)


@contextmanager
def _failure_reported(path: Path) -> Iterator[None]:
    """Turn a full disk, or a folder that cannot be written, into a DatabaseError."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise DatabaseError(f"cannot write {path.parent}: {getattr(error, 'strerror', None) or error}") from error
