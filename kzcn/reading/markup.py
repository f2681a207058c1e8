"""The tags of an HTML text, each with its exact place; text between them is left to the reader."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["VOID", "Tag", "Text", "references_in", "tokens"]

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_RAW_TEXT = frozenset({"script", "style", "textarea"})
_TAG = re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>|<!--|<[!?/A-Za-z][^<>]*>""")
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][\w:.-]{0,60})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


class Tag(NamedTuple):
    """A start or end tag; attributes are read when asked for."""

    name: str
    is_end: bool
    start: int
    end: int
    written: str

    @property
    def attributes(self) -> dict[str, str]:
        """Attributes by name, folded; character references are resolved."""
        return {
            found[1].lower(): html.unescape(found[2] or found[3] or found[4] or "")
            for found in _ATTRIBUTE.finditer(self.written)
        }


class Text(NamedTuple):
    """A raw run between two tags."""

    start: int
    end: int


def tokens(raw: str) -> Iterator[Tag | Text]:
    """Tags and runs of text in order; comments, declarations, scripts and styles are left out."""
    at = 0
    while found := _TAG.search(raw, at):
        if found.start() > at:
            yield Text(at, found.start())
        at = found.end()
        if found[0] == "<!--":
            close = raw.find("-->", at)
            at = len(raw) if close < 0 else close + 3
        elif found[2]:
            tag = Tag(found[2].lower(), bool(found[1]), found.start(), found.end(), found[3])
            yield tag
            if tag.name in _RAW_TEXT and not tag.is_end:
                at = _end_of(raw, tag)
                yield Tag(tag.name, True, at, at, "")
    if at < len(raw):
        yield Text(at, len(raw))


def _end_of(raw: str, tag: Tag) -> int:
    close = re.compile(rf"</{tag.name}\b[^<>]*>", re.IGNORECASE).search(raw, tag.end)
    return close.end() if close else len(raw)


def references_in(raw: str, start: int, end: int) -> Iterator[tuple[int, int, str | None]]:
    """Pieces of a run: (start, end, None) is text as it stands, (start, end, text) a character reference."""
    at = start
    for found in _REFERENCE.finditer(raw, start, end):
        yield at, found.start(), None
        yield found.start(), found.end(), html.unescape(found[0])
        at = found.end()
    yield at, end, None
