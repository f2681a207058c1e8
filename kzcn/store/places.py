"""Which database answers, and which one an ingest writes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kzcn.errors import DatabaseError

__all__ = ["CORRECTIONS", "FILE", "VARIABLE", "corrections", "folder_of", "shipped", "to_read", "to_write", "user"]

FILE = "facts.sqlite"
CORRECTIONS = "corrections.toml"
VARIABLE = "KZCN_DB"
_PACKAGE = Path(__file__).resolve().parent.parent


def shipped() -> Path:
    """The database that comes with kzcn: inside the package when installed, in `data/` of a source tree."""
    inside = _PACKAGE / FILE
    return inside if inside.exists() else _PACKAGE.parent / "data" / FILE


def user() -> Path | None:
    """Where the user's own database lives, whether or not it exists; None where the system has no such place."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed with --db or KZCN_DB

    try:
        return user_data_path("kzcn", appauthor=False) / FILE
    except (RuntimeError, OSError):
        return None


def corrections(database: Path) -> Path | None:
    """The file of corrections that stands beside the user's own database; None for another one, or where none is."""
    beside = database.with_name(CORRECTIONS)
    return beside if database == user() and _exists(beside) else None


def to_read(chosen: str | Path | None = None) -> Path:
    """The database that answers: `chosen` (`--db`), else KZCN_DB, else the user's if it exists, else the shipped."""
    named = chosen or os.environ.get(VARIABLE)
    if named:
        return Path(named)
    own = user()
    return own if own is not None and _exists(own) else shipped()


def to_write(chosen: str | Path | None = None) -> Path:
    """The database that an ingest writes: `chosen`, else KZCN_DB, else the user's; never the shipped one.

    Raises: DatabaseError where the system has no place for the user's data, or the shipped database was named.
    """
    named = chosen or os.environ.get(VARIABLE)
    path = Path(named) if named else user()
    if path is None:
        raise DatabaseError("there is no folder for your data on this system; name a file with --db PATH")
    if path.resolve() == shipped().resolve():
        raise DatabaseError("that is the database that comes with kzcn, which stays as it is; name another file")
    return path


@contextmanager
def folder_of(path: Path) -> Iterator[None]:
    """Make the folder of a database for as long as the context lasts, and for good where the database is there then.

    Raises: DatabaseError where it cannot be made.
    """
    new = not _exists(path.parent)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(f"cannot make the folder {path.parent}: {error.strerror}; name a file with --db") from error
    try:
        yield
    finally:
        if new and not path.exists():
            with suppress(OSError):
                path.parent.rmdir()


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
