"""Text from anywhere made harmless for a terminal: it may not move the cursor, turn the writing or break a line."""

from __future__ import annotations

import re

__all__ = ["escape", "visible"]

_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # change the direction of writing
    "\u200b\u2028\u2029\u2060\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # invisible, or break lines
    "]"
)
_BLANKS = re.compile("[\t\n\r\v\f]+")


def escape(match: re.Match[str]) -> str:
    """The JSON escape of the character matched."""
    code = ord(match.group())
    if code > 0xFFFF:
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"


def visible(text: str) -> str:
    r"""The text in one line, with every control and direction character written out as an escape.

    >>> visible("a\x1b[31mb\nc")
    'a\\u001b[31mb c'
    """
    if text.isprintable():
        return text
    return _HARMFUL.sub(escape, _BLANKS.sub(" ", text))


def in_json(text: str) -> str:
    """JSON with the same characters escaped: still the same JSON."""
    return text if text.isascii() else _HARMFUL.sub(escape, text)
