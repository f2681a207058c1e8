"""Which tables of a web page only lay out its prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kzcn.reading.markup import Tag, tokens

__all__ = ["layout_tables"]

_PROSE = 250
"""Letters and digits from which a cell is running text."""
_DATA = re.compile(r"infobox|vcard|wikitable|sortable|dataTable", re.IGNORECASE)
_HEADING = re.compile(r"h[1-6]")


@dataclass(slots=True)
class _Seen:
    """What was seen of a table so far."""

    start: int
    is_data: bool
    letters: int = 0
    """Of the running cell."""
    paragraphs: int = 0
    breaks: int = 0
    is_layout: bool = False
    has_prose: bool = False
    has_heads: bool = False

    def see(self, tag: Tag) -> None:
        """Take a tag of the table itself."""
        if tag.name == "th":
            self.has_heads = True
        elif tag.name == "td":
            self.letters = self.paragraphs = self.breaks = 0
        elif not tag.is_end:
            self.paragraphs += tag.name in {"p", "li"}
            self.breaks += tag.name == "br"
            broken = self.paragraphs > 1 or (self.breaks > 2 and self.letters > _PROSE / 3)
            self.is_layout |= broken or tag.name == "table" or _HEADING.fullmatch(tag.name) is not None


def layout_tables(raw: str) -> frozenset[int]:
    """Where the tables start whose cells hold long text, or, without heads, headings, paragraphs or other tables."""
    found: set[int] = set()
    seen: list[_Seen] = []
    for token in tokens(raw):
        if not isinstance(token, Tag):
            if seen:
                seen[-1].letters += sum(map(str.isalnum, raw[token.start : token.end]))
                seen[-1].has_prose |= seen[-1].letters > _PROSE
            continue
        if seen and not (token.name == "table" and token.is_end):
            seen[-1].see(token)
        if token.name == "table" and not token.is_end:
            seen.append(_Seen(token.start, is_data=_DATA.search(token.written) is not None))
        elif token.name == "table" and seen:
            _close(seen.pop(), found)
    for table in seen:
        _close(table, found)
    return frozenset(found)


def _close(table: _Seen, found: set[int]) -> None:
    is_layout = table.has_prose or (table.is_layout and not table.has_heads)
    if is_layout and not table.is_data:
        found.add(table.start)
