"""Lines of a label and its value: "Turnover: US$9.3 billion (2018)"."""

from __future__ import annotations

import re

from kzcn.reading.builder import Builder
from kzcn.reading.reader import Line

__all__ = ["is_field", "write_field"]

# at most sixty characters, a colon and a blank; a time (9:40) or an address is none
_FIELD = re.compile(r"(?P<label>[^\W_](?:[^:;!?\n|]{0,58}[^:;!?\n|\s])?)\s?:\s+(?=\S)")
_SENTENCE = re.compile(r"[.!?]\s+[A-Z]")


def is_field(text: str) -> bool:
    """Whether a line is a label and a value; a timeline's year is no label."""
    found = _FIELD.match(text)
    if found is None:
        return False
    label = found["label"]
    return not (_SENTENCE.search(label) or label[0].islower() or label[0].isdigit())


def write_field(builder: Builder, line: Line, start: int = 0) -> None:
    """Write the line as a field block; its text begins after `start` characters (a bullet)."""
    found = _FIELD.match(line.text, start)
    if found:
        builder.add("field", line.start + found.end(), line.end, (found["label"].strip(" *_"),))
