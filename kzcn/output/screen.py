"""What the output goes to: how wide it is, and what it can show."""

from __future__ import annotations

import os
from typing import NamedTuple, TextIO

__all__ = ["Screen", "height", "screen_of", "styled"]

_NEEDED = "─█▌†≠²"
"""Characters that stand for all that are not ASCII and that tables and charts use."""
_IN_ASCII = str.maketrans(
    {"─": "-", "–": "-", "—": "-", "†": "+", "≠": "!", "◦": "o", "✗": "x", "↓": "v", "²": "2", "³": "3", "·": ".",
     "█": "#", "▌": "#", "▒": "=", "░": ".", "«": "<", "»": ">", "…": "~", "⋮": ":"}
)  # fmt: skip
_CODES = {"bold": "1", "dim": "2", "cyan": "36", "green": "32", "yellow": "33", "magenta": "35", "hit": "1;4"}
"""Styles that can be read on dark and on light ground."""
_DEFAULT_WIDTH = 80


class Screen(NamedTuple):
    """A place for output."""

    width: int | None = _DEFAULT_WIDTH
    """Cells; None where lines may be as long as they are."""
    colorful: bool = False
    """Colours and bold writing are wanted."""
    blocks: bool = True
    """It has lines, blocks and signs beyond ASCII."""

    def shown(self, line: str) -> str:
        """The line in the characters that the place has."""
        return line if self.blocks else line.translate(_IN_ASCII)

    def styled(self, text: str, style: str | None) -> str:
        """The text in a style of `styled`, where styles are wanted."""
        return styled(text, style) if self.colorful and style is not None else text


def styled(text: str, style: str) -> str:
    """The text in a style: bold, dim, a colour, hit."""
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if text else text


def screen_of(out: TextIO, *, color: bool = True, wide: bool = False) -> Screen:
    """What is known of `out` from itself and the environment (COLUMNS, NO_COLOR, FORCE_COLOR, TERM)."""
    return Screen(None if wide else _width(out), color and _wants_styles(out), _has_blocks(out))


def height(out: TextIO) -> int | None:
    """The lines of the terminal; None where `out` is none."""
    size = _size(out)
    return None if size is None else _number("LINES") or size.lines


def _wants_styles(out: TextIO) -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return out.isatty() and os.environ.get("TERM") != "dumb"


def _has_blocks(out: TextIO) -> bool:
    try:
        _NEEDED.encode(getattr(out, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _width(out: TextIO) -> int:
    size = _size(out)
    return _number("COLUMNS") or (size.columns if size and size.columns else _DEFAULT_WIDTH)


def _size(out: TextIO) -> os.terminal_size | None:
    if not out.isatty():
        return None
    try:
        return os.get_terminal_size(out.fileno())
    except (OSError, ValueError):
        return os.terminal_size((_DEFAULT_WIDTH, 24))


def _number(variable: str) -> int:
    text = os.environ.get(variable, "")
    return int(text) if text.isdecimal() and text.isascii() else 0
