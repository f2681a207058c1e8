"""Readers: the bytes of a file to a document of clean text that knows its way back.

One module a format; each says how it knows its text, and the one that is surest reads it.
"""

from __future__ import annotations

import hashlib
import re

from kzcn.errors import SourceError
from kzcn.model import Document, Source
from kzcn.reading import dumps, factsheet, html, linked, markdown, numbered, text, wikitext
from kzcn.reading.builder import Builder
from kzcn.reading.decoding import decode
from kzcn.reading.reader import SAMPLE, Reader

__all__ = ["FORMATS", "read"]

_READERS = {
    reader.name: reader
    for reader in (
        linked.READER,
        linked.APART,
        dumps.READER,
        html.READER,
        wikitext.READER,
        numbered.READER,
        markdown.READER,
        factsheet.READER,
        text.READER,
    )
}

FORMATS: dict[str, str] = {reader.name: reader.about for reader in _READERS.values()}
"""Names of the formats with a one-line description of each."""


def read(data: bytes, name: str, *, format: str | None = None, encoding: str | None = None) -> Document:  # noqa: A002 - the contract's own word
    """Read one document.

    Args:
        data: bytes of the file.
        name: its name; only the last part is kept.
        format: name of a format (`FORMATS`); None finds it out.
        encoding: name of the encoding, where neither a byte-order mark nor the document says it.

    Raises:
        SourceError: the bytes are no text, or no format has that name.
    """
    base = re.split(r"[\\/]", name)[-1]
    if format is not None and format not in _READERS:
        raise SourceError(f"no format is called {format!r}; the formats are {', '.join(_READERS)}")
    raw = decode(data, base, encoding)
    reader = _surest(raw) if format is None else _READERS[format]
    builder = Builder(raw)
    reader.read(builder)
    source = Source(sha256=hashlib.sha256(data).hexdigest(), name=base, format=reader.name, length=len(raw))
    return builder.document(source)


def _surest(raw: str) -> Reader:
    sample = raw[:SAMPLE]
    return max(_READERS.values(), key=lambda reader: reader.likeness(sample))
