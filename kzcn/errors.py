"""Every failure a user can meet.

    KzcnError                 exit code 1: could not do it
    ├── UsageError            exit code 2: the command line or a value on it is wrong
    │   ├── BadDate           a date that cannot be read
    │   └── UnknownFact       an id that names no fact, or more than one
    ├── SourceError           a document that cannot be read (reported and counted; others go on)
    └── DatabaseError         a missing, foreign, damaged or newer database file

Only the command line prints them, as one line on stderr; everything else raises.
"""

from __future__ import annotations

__all__ = ["BadDate", "DatabaseError", "KzcnError", "SourceError", "UnknownFact", "UsageError"]


class KzcnError(Exception):
    """Base of all errors that kzcn raises on purpose; the message is one line that says what to do next."""

    exit_code = 1


class UsageError(KzcnError):
    """The command line, or a value on it, is wrong."""

    exit_code = 2


class BadDate(UsageError, ValueError):
    """A date that cannot be read."""


class UnknownFact(UsageError):
    """An id that names no fact, or more than one."""


class SourceError(KzcnError):
    """A document that cannot be read as text of a known format."""


class DatabaseError(KzcnError):
    """A database file that is missing, foreign, damaged or of a newer schema."""
