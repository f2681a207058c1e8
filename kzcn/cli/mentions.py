"""The temporal expressions of a file, as rows of `kzcn dates`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kzcn.dates import find
from kzcn.documents import file_bytes
from kzcn.errors import SourceError
from kzcn.model import Span
from kzcn.reading import read
from kzcn.reading.decoding import decode

__all__ = ["FIELDS", "SHOWN", "mentions"]

FIELDS = ("doc", "start", "end", "text", "type", "edtf", "timex", "mod", "parts")
SHOWN = FIELDS[:-1]
_Place = Callable[[int, int], Span]


def mentions(file: Path, reference: str | None, reader: str | None, encoding: str | None) -> Iterator[dict[str, Any]]:
    """The temporal expressions of a file ("-" is standard input), with offsets into its decoded text.

    Where a reader is named, only the clean text that it finds is looked through, and the document's own date tells
    when it was written unless `reference` does.

    Raises: SourceError where the file cannot be read, BadDate for the reference date.
    """
    text, place, written = _text(file, reader, encoding)
    for mention in find(text, reference or written):
        yield {"doc": "stdin" if str(file) == "-" else file.stem, **_placed(mention.to_dict(), place)}


def _text(file: Path, reader: str | None, encoding: str | None) -> tuple[str, _Place, str | None]:
    """The text to look through, where a part of it stands in the file, and when it says that it was written."""
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file_bytes(file)
        if reader is None:
            return decode(data, file.name, encoding), Span, None
        document = read(data, file.name, format=reader, encoding=encoding)
    except SourceError as error:
        raise SourceError(f"{file}: {str(error).removeprefix(f'{file.name}: ')}") from error
    return document.text, document.offsets.raw_span, document.source.date


def _placed(mention: dict[str, Any], place: _Place) -> dict[str, Any]:
    start, end = place(mention["start"], mention["end"])
    return {**mention, "start": start, "end": end, "parts": [_placed(part, place) for part in mention["parts"]]}
