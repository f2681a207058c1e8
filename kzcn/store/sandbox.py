"""SQL from the user: it may read the database, and nothing else."""

from __future__ import annotations

import sqlite3
import time
from typing import Any

from kzcn.errors import UsageError
from kzcn.store.read import Database

__all__ = ["select"]

_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE)
_FORBIDDEN_FUNCTIONS = ("load_extension", "fts3_tokenizer", "writefile", "readfile", "edit")
_PRAGMAS = ("table_info", "table_xinfo", "table_list", "index_list", "index_info", "foreign_key_list", "data_version")
"""Pragmas that only tell; FTS5 itself asks for data_version."""
_STEPS = 20_000
"""Steps of SQLite's machine between two looks at the clock."""
_MOST = 100_000_000
"""Characters and bytes of a whole answer; a number counts as eight."""
_LIMITS = {"SQLITE_LIMIT_LENGTH": 10_000_000, "SQLITE_LIMIT_LIKE_PATTERN_LENGTH": 200, "SQLITE_LIMIT_EXPR_DEPTH": 200}
"""What a query of a stranger needs no more of; Python can set it from 3.11 on."""


def select(database: Database, query: str, seconds: float) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Run a query that only reads.

    Returns: the names of its columns, made unique, and its rows.

    Raises: UsageError where SQLite refuses it, it would do more than read, it takes longer than `seconds`, or its
    answer is too large.
    """
    connection = database.connection
    end = time.monotonic() + seconds
    connection.row_factory = None
    connection.set_authorizer(_authorize)
    connection.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS)
    _limit(connection)
    try:
        cursor = connection.execute(query)
        names, rows = _names(cursor), _fetched(cursor)
    except (sqlite3.Error, sqlite3.Warning, ValueError, MemoryError) as error:
        raise UsageError(_reason(error, seconds)) from error
    if not names:
        raise UsageError("the query asks for nothing; give a SELECT")
    return names, rows


def _limit(connection: sqlite3.Connection) -> None:
    set_limit = getattr(connection, "setlimit", None)
    if set_limit is not None:
        for name, most in _LIMITS.items():
            set_limit(getattr(sqlite3, name), most)


def _fetched(cursor: sqlite3.Cursor) -> list[tuple[Any, ...]]:
    """All rows, unless they are more than anyone reads."""
    rows: list[tuple[Any, ...]] = []
    size = 0
    for row in cursor:
        size += sum(len(value) if isinstance(value, (str, bytes)) else 8 for value in row)
        if size > _MOST:
            raise UsageError(f"the answer has more than {_MOST:,} characters; narrow it, or add LIMIT")
        rows.append(row)
    return rows


def _authorize(action: int, first: str | None, second: str | None, *_: object) -> int:
    if action == sqlite3.SQLITE_UPDATE:
        allowed = first == "sqlite_master"  # what setting up json_each asks for; a real change is refused elsewhere
    elif action == sqlite3.SQLITE_PRAGMA:
        allowed = first in _PRAGMAS
    elif action == sqlite3.SQLITE_FUNCTION:
        allowed = second not in _FORBIDDEN_FUNCTIONS
    else:
        allowed = action in _ALLOWED
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _names(cursor: sqlite3.Cursor) -> list[str]:
    """The names of the columns; the second `date` is `date_2`."""
    names: list[str] = []
    for column in cursor.description or ():
        name, number = str(column[0]), 2
        while name in names:
            name, number = f"{column[0]}_{number}", number + 1
        names.append(name)
    return names


def _reason(error: Exception, seconds: float) -> str:
    text = str(error) or "out of memory"
    if text == "interrupted":
        return f"the query was stopped after {seconds:g} seconds; narrow it, or allow more with --timeout"
    if "not authorized" in text or "prohibited" in text:
        return f"only reading is allowed ({text})"
    return f"SQLite says: {text}"
