"""What a reader is: a name, how it knows its text, and how it reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from kzcn.reading.builder import Builder

__all__ = ["SAMPLE", "Line", "Reader", "lines", "parted", "passages"]

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


_BAR = re.compile(r"\s[|•▪‣]\s")
_BARS = re.compile(r"[|•▪‣]")
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")


def parted(line: Line) -> list[Line]:
    """The labelled values that one line parts by bars or bullets: "Exports: 5 | Imports: 4"; else the line itself."""
    if not _BARS.search(line.text):
        return [line]
    cuts = list(_BAR.finditer(line.text))
    ends = [*[cut.start() for cut in cuts], len(line.text)]
    starts = [0, *[cut.end() for cut in cuts]]
    found = [line.text[start:end] for start, end in zip(starts, ends, strict=True)]
    if not cuts or 2 * sum(": " in text for text in found) < len(found) or _heads_entry(found):
        return [line]
    return [
        Line(line.start + start, line.start + end, line.text[start:end])
        for start, end in zip(starts, ends, strict=True)
        if end > start
    ]


def _heads_entry(parts: list[str]) -> bool:
    """Is a line the entry of a timeline, its date before the bar: "4 May 1951 | Two ships lost. Dead: 16"?"""
    return len(parts) == 2 and ": " not in parts[0] and _YEAR.search(parts[0]) is not None


def passages(all_lines: list[Line]) -> list[list[Line]]:
    """Runs of lines that are not empty."""
    runs: list[list[Line]] = [[]]
    for line in all_lines:
        if line.text:
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]
