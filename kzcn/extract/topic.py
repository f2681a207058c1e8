"""What a document is about, as its title says it."""

from __future__ import annotations

import re

from kzcn.model import Document

__all__ = ["BORDER", "is_about_border"]

BORDER = frozenset(
    """border borders boundary boundaries frontier frontiers demarcation delimitation delineate delimit
    demarcate""".split()
)
"""Words that speak of a line between states."""


def is_about_border(document: Document) -> bool:
    """Whether the title of a document, or its first heading, names a border: "Armenia–Georgia border"."""
    words = re.findall(r"[^\W\d_]+", _title(document).lower())
    return not BORDER.isdisjoint(words)


def _title(document: Document) -> str:
    if document.source.title:
        return document.source.title
    first = next(iter(document.blocks), None)
    return document.text[first.start : first.end] if first is not None and first.kind == "heading" else ""
