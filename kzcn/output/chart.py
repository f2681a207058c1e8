"""Bars of block characters, with an ASCII fallback: the pieces that pictures are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kzcn.output.cells import fill, width
from kzcn.output.clean import visible
from kzcn.output.screen import Screen

__all__ = ["Bar", "Group", "bar", "bars", "cut"]

_EIGHTHS = " ▏▎▍▌▋▊▉"
_WIDEST = 120
"""Cells; a chart is no wider, however wide the screen."""
_SHORTEST = 22
"""Cells that a bar of full length has at least."""


class Bar(NamedTuple):
    """A value to be drawn."""

    labels: tuple[str, ...]
    """What stands before the bar; the last one is cut where room is short."""
    value: float
    shown: str
    """The value for people, after the bar."""
    pale: bool = False
    """Planned or aimed at, not done."""


class Group(NamedTuple):
    """Bars of one unit, drawn to one scale below a heading."""

    heading: str
    bars: Sequence[Bar]
    notes: Sequence[str] = ()


def bar(part: float, room: int, screen: Screen, *, pale: bool = False) -> str:
    """A bar that fills this part (0 to 1) of the room; what is more than nothing is seen.

    >>> bar(0.5, 5, Screen()), bar(0.5, 5, Screen(blocks=False)), bar(0.001, 5, Screen())
    ('██▌', '###', '▏')
    """
    if pale:
        return "░" * max(round(part * room), int(part > 0))
    if not screen.blocks:
        return "#" * max(int(part * room + 0.5), int(part > 0))
    eighths = max(round(part * room * 8), int(part > 0))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def cut(text: str, room: int) -> str:
    """The text in at most `room` cells, with a sign where something was cut off."""
    if width(text) <= room:
        return text
    while text and width(text) > room - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def bars(group: Group, screen: Screen) -> Iterator[str]:
    """A heading and a line for each bar: labels, bar, value."""
    room = min(screen.width or _WIDEST, _WIDEST)
    largest = max((item.value for item in group.bars), default=0) or 1
    values = max((width(item.shown) for item in group.bars), default=0)
    columns = _columns(group.bars, room - values - _SHORTEST - 4)
    length = room - values - sum(columns) - 2 * len(columns) - 4
    yield screen.styled(group.heading, "bold")
    for item in group.bars:
        labels = [
            fill(cut(visible(text), size), size, right=not number and len(columns) > 1)
            for number, (text, size) in enumerate(zip(item.labels, columns, strict=True))
        ]
        drawn = fill(bar(item.value / largest, max(length, 1), screen, pale=item.pale), max(length, 1))
        yield "  ".join(["", *labels, screen.styled(drawn, None if item.pale else "cyan"), item.shown]).rstrip()
    for note in group.notes:
        yield f"  {note}"


def _columns(items: Sequence[Bar], room: int) -> list[int]:
    """The widths of the labels: all have theirs but the last, which gets what is left."""
    natural = [max(map(width, texts)) for texts in zip(*(item.labels for item in items), strict=True)]
    left = room - sum(natural[:-1]) - 2 * len(natural)
    return [*natural[:-1], min(natural[-1], max(left, 8))] if natural else []
