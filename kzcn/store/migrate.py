"""Databases of older schemas, brought to the present one: on ingest only, and a copy of the old file is kept."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kzcn.errors import DatabaseError
from kzcn.store.read import Database, check, damage_reported, head
from kzcn.store.schema import MIGRATIONS, VERSION, VIEWS

__all__ = ["is_old", "kept_copy", "present", "tables_of"]


def is_old(path: Path) -> bool:
    """Whether a file is a database of ours whose schema is older than this program's.

    Raises: DatabaseError where it cannot be read.
    """
    found = head(path)
    return found.is_ours and found.version < VERSION


def kept_copy(path: Path, version: int) -> Path:
    """Where the old file is kept when its database is brought to a newer schema."""
    return path.with_name(f"{path.name}.schema-{version}")


@contextmanager
def present(path: Path) -> Iterator[Path]:
    """The database at `path` in the present schema: the file itself, or a copy that lasts as long as the context.

    The file itself is never changed; an old one is kept beside as `kept_copy` names it.

    Raises: DatabaseError where it is no database of ours, or cannot be copied.
    """
    if not is_old(path):
        yield path
        return
    version = head(path).version
    work = path.with_name(f".{path.name}.migrated")
    try:
        _copy(path, kept_copy(path, version))
        _copy(path, work)
        _migrate(work, version)
        yield work
    finally:
        for leftover in (work, work.with_name(f"{work.name}-journal")):
            leftover.unlink(missing_ok=True)


def _copy(path: Path, to: Path) -> None:
    try:
        shutil.copyfile(path, to)
    except OSError as error:
        raise DatabaseError(f"cannot copy {path} to {to}: {error.strerror}") from error


def _migrate(path: Path, version: int) -> None:
    """Bring a file that is nobody else's to the present schema; its views are dropped, as each write makes them."""
    Database(path, version, tables_of(version)).close()  # refuses what is not the old schema
    connection = sqlite3.connect(os.fspath(path))
    try:
        with damage_reported(path):
            for name in VIEWS:
                connection.execute(f"DROP VIEW IF EXISTS {name}")
            for number, sql in MIGRATIONS:
                if number > version:
                    connection.executescript(f"BEGIN; {sql}; PRAGMA user_version = {number}; COMMIT;")
        check(connection, path)
    finally:
        connection.close()


def tables_of(version: int) -> dict[str, str]:
    """Each table of a schema and the statement that makes it, as SQLite keeps it."""
    connection = sqlite3.connect(":memory:")
    try:
        for number, sql in MIGRATIONS:
            if number <= version:
                connection.executescript(sql)
        rows = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts_%'"
        )
        return dict(rows.fetchall())
    finally:
        connection.close()
