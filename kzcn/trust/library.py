"""Documents found again by the SHA-256 of their bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from kzcn.documents import file_bytes, files
from kzcn.errors import KzcnError
from kzcn.reading.decoding import decode

__all__ = ["Library", "Verdict", "verdict"]

Verdict = Literal["found", "changed", "missing"]


class _Text(NamedTuple):
    text: str | None
    """Decoded, as offsets count it; None where there is no such document."""
    same: bool
    """The very document, not another of its name."""


class Library:
    """The documents of some folders."""

    def __init__(self, folders: Iterable[Path], encoding: str | None = None) -> None:
        """Look through the folders (files may be named too).

        Raises: KzcnError where one of them does not exist or a file cannot be opened.
        """
        self._encoding = encoding
        self._by_digest: dict[str, Path] = {}
        self._by_name: dict[str, Path] = {}
        for folder in folders:
            if not folder.exists():
                raise KzcnError(f"no folder or file {folder}")
            for path in files([folder]):
                self._by_digest.setdefault(hashlib.sha256(file_bytes(path)).hexdigest(), path)
                self._by_name.setdefault(path.name, path)
        self._read = lru_cache(maxsize=8)(self._decoded)

    def text(self, sha256: str, name: str) -> _Text:
        """The text of the document with this digest; else of the one that has its name, which is a changed one.

        Raises: SourceError where its bytes cannot be decoded.
        """
        path = self._by_digest.get(sha256)
        if path is not None:
            return _Text(self._read(path), same=True)
        other = self._by_name.get(name)
        return _Text(None if other is None else self._read(other), same=False)

    def _decoded(self, path: Path) -> str:
        return decode(file_bytes(path), path.name, self._encoding)


def _tells(raw: str, said: str) -> bool:
    """Whether the words said stand in this order in a run of the file, whatever markup or notes stand between them."""
    at = 0
    for word in said.split():
        at = raw.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True


def verdict(text: str | None, piece: Mapping[str, Any]) -> Verdict:
    """Whether a piece of evidence, as in the export, stands in a text where it says.

    Its digest covers the passage; of a date or number that was taken from elsewhere the words are compared.
    """
    if text is None:
        return "missing"
    passage = text[piece["start"] : piece["end"]]
    words = ((piece["date_span"], piece["date_text"]), (piece["value_span"], piece["value_text"]))
    told = all(span is None or said is None or _tells(text[span[0] : span[1]], said) for span, said in words)
    digest = hashlib.sha256(passage.encode("utf-8", "surrogatepass")).hexdigest()
    return "found" if told and digest.startswith(piece["digest"]) else "changed"
