"""What a reader is: a name, how it knows its text, and how it reads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kzcn.reading.builder import Builder

__all__ = ["SAMPLE", "Line", "Reader", "lines", "passages"]

SAMPLE = 200_000
"""Code points of a document that the detection looks at."""


class Reader(NamedTuple):
    """A document format.

    `likeness` gives 0 (not mine) to 1 (surely mine) for the opening of a text; `read` fills a builder.
    """

    name: str
    about: str
    likeness: Callable[[str], float]
    read: Callable[[Builder], None]


class Line(NamedTuple):
    """A physical line of the raw text, white space at both ends left out."""

    start: int
    end: int
    text: str


def lines(raw: str, start: int = 0, end: int | None = None) -> list[Line]:
    """All physical lines, empty ones too, whatever the line ends are."""
    found: list[Line] = []
    at = start
    for whole in raw[start:end].splitlines(keepends=True):
        text = whole.strip()
        first = at + len(whole) - len(whole.lstrip()) if text else at
        found.append(Line(first, first + len(text), text))
        at += len(whole)
    return found


def passages(all_lines: list[Line]) -> list[list[Line]]:
    """Runs of lines that are not empty."""
    runs: list[list[Line]] = [[]]
    for line in all_lines:
        if line.text:
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]
