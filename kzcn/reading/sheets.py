"""Passages of fact sheets: labels and values, on one line, one above the other, or under a common label."""

from __future__ import annotations

import re

from kzcn.reading.builder import Builder
from kzcn.reading.fields import is_field, is_label, is_value, labelled, write_field
from kzcn.reading.reader import Line
from kzcn.reading.signs import BULLET, TIMELINE

__all__ = ["is_sheet", "named_below", "names_value", "opens_with_value", "write_pair", "write_sheet"]

_PARENT = re.compile(r"[^\W\d_][^:.!?]{1,58}:$")
_FEWEST = 2
_LONGEST_VALUE = 160


def is_sheet(run: list[Line]) -> bool:
    """Whether two lines of three are labelled, or values under a label; one line alone is rather a sentence."""
    if len(run) < _FEWEST:
        return False
    fields = sum(_is_part(run, index) for index in range(len(run)))
    return fields >= _FEWEST and 3 * fields >= 2 * len(run)


def _is_part(run: list[Line], index: int) -> bool:
    text = run[index].text
    if _PARENT.fullmatch(text) or is_field(text) or (text[0].islower() and labelled(text)):
        return True
    below = run[index + 1].text if index + 1 < len(run) else ""
    above = run[index - 1].text if index else ""
    return (is_label(text) and _is_value(below)) or (_is_value(text) and (is_label(above) or _is_value(above)))


def opens_with_value(run: list[Line]) -> bool:
    """Whether the second line of a passage is the value of the first, which is no heading then."""
    return len(run) > 1 and is_label(run[0].text) and _is_value(run[1].text)


def _is_value(text: str) -> bool:
    """Whether a line is a value, perhaps after its year: "2016: EUR 4 billion"."""
    year = TIMELINE.match(text)
    return is_value(text[year.end() :] if year else text) and not BULLET.match(text)


def write_sheet(builder: Builder, run: list[Line]) -> None:
    """Write the lines of a fact sheet; "total: 20 km²" belongs to the label above that begins with a capital."""
    parent = ""
    for index, line in enumerate(run):
        bullet = BULLET.match(line.text)
        start = bullet.end() if bullet else 0
        text = line.text[start:]
        found = labelled(text)
        if _PARENT.fullmatch(text) or (
            is_label(text) and _is_value(run[index + 1].text if line is not run[-1] else "")
        ):
            parent = text.rstrip(":")
            builder.add("other", line.start, line.end)
        elif _is_value(text) and parent:
            builder.add("field", line.start + start, line.end, (parent,))
        elif TIMELINE.match(text) or found is None:
            builder.add("list_item" if bullet or TIMELINE.match(text) else "paragraph", line.start + start, line.end)
        elif text[0].islower():
            write_field(builder, line, start, parent)
        else:
            parent = found.label
            write_field(builder, line, start)


def names_value(run: list[Line]) -> bool:
    """Whether a passage is a label and its value on the next line."""
    if len(run) != 2 or len(run[1].text) > _LONGEST_VALUE:
        return False
    label, value = run[0].text, run[1].text
    return is_label(label) and not is_value(label) and any(map(str.isdigit, value)) and not value.endswith(".")


def named_below(run: list[Line]) -> bool:
    """Whether a passage is a number and, on the next line, what it counts."""
    return len(run) == 2 and is_value(run[0].text) and is_label(run[1].text) and not run[1].text.isupper()


def write_pair(builder: Builder, label: Line, value: Line) -> None:
    """Write two lines as a field, whichever stands first."""
    for line in sorted((label, value)):
        if line is label:
            builder.add("other", line.start, line.end)
        else:
            builder.add("field", line.start, line.end, (label.text,))
