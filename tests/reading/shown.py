"""Short views of a document for tests."""

from __future__ import annotations

from kzcn.model import Document
from kzcn.reading import read

__all__ = ["blocks", "document", "texts"]


def document(text: str, format_: str | None = None) -> Document:
    """The document of a text."""
    return read(text.encode(), "page.txt", format=format_)


def texts(text: str, format_: str, kind: str = "paragraph") -> list[str]:
    """The texts of all blocks of a kind."""
    found = document(text, format_)
    return [found.text[block.start : block.end] for block in found.blocks if block.kind == kind]


def blocks(text: str, format_: str, kind: str) -> list[tuple[tuple[str, ...], str]]:
    """Labels and text of all blocks of a kind."""
    found = document(text, format_)
    return [(block.labels, found.text[block.start : block.end]) for block in found.blocks if block.kind == kind]
