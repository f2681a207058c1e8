"""Files to bytes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path

from kzcn.errors import SourceError

__all__ = ["STDIN", "file_bytes", "files"]

STDIN = Path("-")
"""What stands for standard input."""

LARGEST = 500_000_000
"""Bytes of a document."""
_USUAL = 1_000_000
"""Bytes that most documents do not have; to ask for more at once is slow."""


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named: sorted, hidden ones left out."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        yield from (path / name for name in sorted(_inside(path), key=_by_parts))


def _inside(folder: Path) -> Iterator[str]:
    """The files in a folder, from there: as text, of which a hundred thousand take little memory."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        here = Path(place)
        for name in names:
            if not name.startswith(".") and (here / name).is_file():
                yield str((here / name).relative_to(folder))


def _by_parts(name: str) -> str:
    """What sorts files as their paths are sorted: folder by folder."""
    return os.path.normcase(name).replace(os.sep, "\0")


def file_bytes(path: Path) -> bytes:
    """The bytes of a document; those of standard input for "-".

    Raises: SourceError where it cannot be opened, is no file, or is too large.
    """
    if str(path).startswith(("http:/", "https:/")):
        raise SourceError("kzcn reads files only; save the page and name the file, or: curl ADDRESS | kzcn ingest -")
    try:
        with nullcontext(sys.stdin.buffer) if path == STDIN else path.open("rb") as file:
            data = file.read(_USUAL)
            if len(data) == _USUAL:
                data += file.read(LARGEST + 1 - _USUAL)
    except FileNotFoundError:
        raise SourceError("no such file") from None
    except (OSError, ValueError) as error:
        raise SourceError(f"cannot be opened ({getattr(error, 'strerror', None) or error})") from error
    if len(data) > LARGEST:
        raise SourceError(f"larger than {LARGEST // 1_000_000:,} MB; split it and give the parts")
    return data
