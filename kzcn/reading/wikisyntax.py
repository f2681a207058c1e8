"""Brackets of wikitext: where each `{{`, `[[` and `{|` ends, and the arguments of a template."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Argument", "Brackets", "Template"]

_BRACKETS = re.compile(
    r"<!--|<(?:math|gallery|timeline|imagemap|syntaxhighlight|score|source)\b"
    r"|\{\{|\}\}|\[\[|\]\]|^[ \t:]{0,9}\{\||^[ \t]{0,9}\|\}(?!\})",
    re.MULTILINE,
)
_PAIRS = {"}}": "{{", "]]": "[[", "|}": "{|"}
_SPLIT = re.compile(r"\{\{|\[\[|\||<!--|<ref\b")
_NAME = re.compile(r"\s{0,99}([A-Za-z][\w .-]{0,40}?|\d{1,3})\s{0,99}=")
_REF_END = re.compile(r"</ref\s{0,9}>", re.IGNORECASE)
_SELF_CLOSED = re.compile(r"<ref[^<>]{0,200}/>", re.IGNORECASE)


class Argument(NamedTuple):
    """An argument of a template: its name, or its place counted from 1, and where its value stands."""

    name: str
    start: int
    end: int


class Template(NamedTuple):
    """A template: its folded name and its arguments."""

    name: str
    start: int
    end: int
    arguments: tuple[Argument, ...]

    def get(self, *names: str) -> Argument | None:
        """The first of these arguments that is given."""
        by_name = {argument.name: argument for argument in self.arguments}
        return next((by_name[name] for name in names if name in by_name), None)


class Brackets:
    """The ends of all brackets, comments and footnotes of a text, found in one pass."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.ends: dict[int, int] = {}
        self._ref_ends = [found.end() for found in _REF_END.finditer(raw)]
        open_at: list[tuple[str, int]] = []
        unclosed: set[str] = set()
        at = 0
        while found := _BRACKETS.search(raw, at):
            sign = found[0].strip(" \t:")
            at = found.end()
            start = at - len(sign)
            if sign == "<!--":
                close = raw.find("-->", at)
                at = self.ends[start] = len(raw) if close < 0 else close + 3
            elif sign[0] == "<":
                close = -1 if sign in unclosed else raw.find(f"</{sign[1:]}", at)
                if close < 0:
                    unclosed.add(sign)
                else:
                    at = self.ends[start] = close
            elif sign in _PAIRS:
                self._close(open_at, _PAIRS[sign], at)
            else:
                open_at.append((sign, start))

    def _close(self, open_at: list[tuple[str, int]], sign: str, end: int) -> None:
        """Close the last bracket of this sort; only a few others may stand open within."""
        for back in range(1, min(len(open_at), 4) + 1):
            if open_at[-back][0] == sign:
                self.ends[open_at[-back][1]] = end
                del open_at[-back:]
                return

    def reference_end(self, start: int, limit: int) -> int:
        """Where the footnote that begins at `start` ends."""
        closed = _SELF_CLOSED.match(self.raw, start, limit)
        if closed:
            return closed.end()
        index = bisect_left(self._ref_ends, start)
        end = self._ref_ends[index] if index < len(self._ref_ends) else limit
        return min(end, limit)

    def after(self, start: int, limit: int) -> int:
        """Where the bracket, comment or footnote at `start` ends; `start` if it ends nowhere before `limit`."""
        if self.raw.startswith("<ref", start):
            return self.reference_end(start, limit)
        end = self.ends.get(start, start)
        return end if end <= limit else start

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The runs between the bars of a run, bars within brackets not counted."""
        first = at = start
        while found := _SPLIT.search(self.raw, at, end):
            if found[0] == "|":
                yield first, found.start()
                first = at = found.end()
            else:
                at = max(self.after(found.start(), end), found.end())
        yield first, end

    def template(self, start: int) -> Template:
        """The template that begins at `start`, which must have an end."""
        end = self.ends[start]
        parts = list(self.parts(start + 2, end - 2))
        name = " ".join(self.raw[slice(*parts[0])].split("<!--")[0].replace("_", " ").split()).lower()
        colon = name.find(":")
        first: list[tuple[int, int]] = []
        if 0 < colon < 20:
            first = [(parts[0][0] + self.raw[slice(*parts[0])].find(":") + 1, parts[0][1])]
            name = name[:colon]
        return Template(name, start, end, tuple(self._arguments([*first, *parts[1:]])))

    def _arguments(self, parts: list[tuple[int, int]]) -> Iterator[Argument]:
        place = 0
        for start, end in parts:
            named = _NAME.match(self.raw, start, end)
            if named:
                yield Argument(named[1].strip().lower(), named.end(), end)
            else:
                place += 1
                yield Argument(str(place), start, end)
