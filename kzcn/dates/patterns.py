"""The little language of the grammar: patterns over tags, written with their names.

    "MODIFIER_? MONTH_ ( ,? YEAR_ )?"

A blank stands between items; `?` follows an item or a group `( … )`; `|` parts alternatives, of which the first that
fits is taken. `the`, `of` and other words in small letters stand for the tag of that name, marks like `,` for theirs; a
name that ends in `_` is a named piece.
`MONTH_:from` is called by the name `from`. Nothing repeats without end, so the time to match is bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kzcn.dates.tokens import TAG

__all__ = ["Pattern", "compile_pattern"]

_MARKS = {",": "COMMA", "-": "DASH", "/": "SLASH", ".": "DOT", "'s": "S", "'": "APOS", "--": "LONGDASH"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern: the expression over tags, and the tags that can begin it."""

    regex: re.Pattern[str]
    first: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of regular expression, the tags it can begin with, and whether it can be empty."""

    source: str
    first: frozenset[str]
    empty: bool


class _Reader:
    """Recursive descent over the items of a pattern."""

    def __init__(self, pattern: str, pieces: dict[str, str]) -> None:
        self.items = pattern.split()
        self.pieces = pieces
        self.at = 0

    def alternatives(self) -> _Part:
        """Sequences parted by bars, up to the end or a closing parenthesis."""
        options = [self.sequence()]
        while self.at < len(self.items) and self.items[self.at] == "|":
            self.at += 1
            options.append(self.sequence())
        if len(options) == 1:
            return options[0]
        source = "(?:" + "|".join(option.source for option in options) + ")"
        return _Part(source, frozenset().union(*(o.first for o in options)), any(o.empty for o in options))

    def sequence(self) -> _Part:
        """Items one after the other."""
        source, first, empty = "", frozenset[str](), True
        while self.at < len(self.items) and self.items[self.at] != "|" and self.items[self.at][0] != ")":
            part = self.item()
            source += part.source
            if empty:
                first |= part.first
                empty = part.empty
        return _Part(source, first, empty)

    def item(self) -> _Part:
        """A group, a tag, a mark or a named piece, with its name and question mark."""
        item = self.items[self.at]
        self.at += 1
        if item == "(":
            part = self.alternatives()
            item = self.items[self.at]
            self.at += 1
        else:
            part = self.piece(item.split(":")[0].rstrip("?"))
        name = item.rstrip("?").partition(":")[2]
        source = f"(?P<{name}>{part.source})" if name else part.source
        return (
            _Part(f"(?:{source})?", part.first, empty=True)
            if item[-1] == "?"
            else _Part(source, part.first, part.empty)
        )

    def piece(self, name: str) -> _Part:
        """One tag, or the pattern of a named piece."""
        if name in self.pieces:
            part = _Reader(self.pieces[name], self.pieces).alternatives()
            return _Part(f"(?:{part.source})", part.first, part.empty)
        tag = TAG[_MARKS.get(name, name.upper())]
        return _Part(tag, frozenset(tag), empty=False)


def compile_pattern(pattern: str, pieces: dict[str, str]) -> Pattern:
    """A pattern of the grammar as a regular expression over tags.

    Raises KeyError for an unknown tag or piece, ValueError when the pattern could match nothing at all.
    """
    part = _Reader(pattern, pieces).alternatives()
    if part.empty:
        raise ValueError(f"{pattern!r} matches nothing at all")
    return Pattern(re.compile(part.source), part.first)
