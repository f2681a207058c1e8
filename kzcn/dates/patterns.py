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
    """A compiled pattern: the expression over tags, and the tag or two tags that can begin it."""

    regex: re.Pattern[str]
    begins: frozenset[str]
    """Of two tags each; a single one where the pattern may match no more than that."""

    def may_begin(self, tags: str) -> bool:
        """Whether it can match where these two tags stand, or one at the end of a text."""
        return tags in self.begins or tags[:1] in self.begins


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of regular expression, and the first two tags of what it matches: fewer of what is shorter."""

    source: str
    begins: frozenset[str]


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
        return _Part(source, frozenset().union(*(option.begins for option in options)))

    def sequence(self) -> _Part:
        """Items one after the other."""
        source, begins = "", frozenset([""])
        while self.at < len(self.items) and self.items[self.at] != "|" and self.items[self.at][0] != ")":
            part = self.item()
            source += part.source
            begins = _followed(begins, part.begins)
        return _Part(source, begins)

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
        return _Part(f"(?:{source})?", part.begins | {""}) if item[-1] == "?" else _Part(source, part.begins)

    def piece(self, name: str) -> _Part:
        """One tag, or the pattern of a named piece."""
        if name in self.pieces:
            part = _Reader(self.pieces[name], self.pieces).alternatives()
            return _Part(f"(?:{part.source})", part.begins)
        tag = TAG[_MARKS.get(name, name.upper())]
        return _Part(tag, frozenset(tag))


def _followed(begins: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """What a sequence begins with, where something follows what it began with so far."""
    short = [begin for begin in begins if len(begin) < 2]
    return begins.difference(short).union((begin + other)[:2] for begin in short for other in others)


def compile_pattern(pattern: str, pieces: dict[str, str]) -> Pattern:
    """A pattern of the grammar as a regular expression over tags.

    Raises KeyError for an unknown tag or piece, ValueError when the pattern could match nothing at all.
    """
    part = _Reader(pattern, pieces).alternatives()
    if "" in part.begins:
        raise ValueError(f"{pattern!r} matches nothing at all")
    return Pattern(re.compile(part.source), part.begins)
