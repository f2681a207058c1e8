"""How wide text is on a terminal, and how it is broken and filled up."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

__all__ = ["GLUE", "fill", "width", "wrap"]

GLUE = "\u00a0"
"""A blank at which no line is broken."""
_NO_ROOM = frozenset({"Mn", "Me", "Cf"})
"""Categories of characters that stand on the one before."""


def width(text: str) -> int:
    """The cells that a text takes: two for a Chinese character, none for a combining accent.

    >>> width("Taraz"), width("西域"), width("e\u0301")
    (5, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if category(character) in _NO_ROOM:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def fill(text: str, room: int, *, right: bool = False) -> str:
    """The text with blanks up to `room` cells."""
    blanks = " " * (room - width(text))
    return blanks + text if right else text + blanks


def wrap(text: str, room: int) -> list[str]:
    """The text in lines of at most `room` cells, broken at blanks, and in a word where it is longer than a line.

    Nothing but the blanks at the breaks is lost. A character wider than the room stands in a line of its own.
    """
    if width(text) <= room:
        return [text]
    lines, line, used = [], "", 0
    for word in _pieces(text, room):
        taken = width(word)
        if line and used + 1 + taken <= room:
            line, used = f"{line} {word}", used + 1 + taken
            continue
        if line:
            lines.append(line)
        line, used = word, taken
    return [*lines, line]


def _pieces(text: str, room: int) -> Iterator[str]:
    for word in text.split(" "):
        while width(word) > room:
            head = _head(word, room)
            yield head
            word = word[len(head) :]  # noqa: PLW2901 - what is left of it
        if word:
            yield word


def _head(word: str, room: int) -> str:
    """As much of a word as fits, with the accents of its last character; one character at least."""
    used = 0
    for number, character in enumerate(word):
        used += _cells(character)
        if used > room:
            return word[: max(number, 1)]
    return word
