"""What the title of a section says about the text under it, and hatnotes that point to other pages."""

from __future__ import annotations

import re

from kzcn.model import BlockKind

__all__ = ["back_matter", "hatnote_end", "is_references", "opens_section", "without_edit_link"]

_REFERENCES = frozenset(
    {
        "citations",
        "endnotes",
        "footnotes",
        "notes",
        "notes and citations",
        "notes and references",
        "references",
        "references and notes",
    }
)
_OTHER = frozenset(
    {
        "bibliography",
        "external links",
        "further reading",
        "gallery",
        "links",
        "literature",
        "navigation menu",
        "related articles",
        "related links",
        "see also",
        "sources",
        "works cited",
    }
)
_PROSE = 120
_TRIM = re.compile(r"^[\W\d_]+|[\W_]+$")

# such as See main article: Border of A and B.
_HATNOTE = re.compile(
    r"\s{0,9}(?:see (?:main|also)(?: articles?)?|main (?:articles?|page)|further information|for more details"
    r"|see also)\s?:\s?[^.\n]{1,200}?(?:\.(?=\s|$)|$)"
    r"|\s{0,9}(?:for other uses, see|not to be confused with|for the [^.\n]{1,100}, see)"
    r" [^.\n]{1,200}?(?:\.(?=\s|$)|$)",
    re.IGNORECASE,
)


_EDIT_LINK = re.compile(r"\s?\[edit(?: source)?\]\s*$")


def without_edit_link(title: str) -> str:
    """A title without the link that a page copied from a browser has behind it: "History[edit]"."""
    return _EDIT_LINK.sub("", title)


def back_matter(title: str) -> BlockKind | None:
    """The kind of all blocks under a title such as "See also" or "References"; None where prose stands."""
    name = _TRIM.sub("", without_edit_link(title)).casefold()
    if name in _REFERENCES:
        return "references"
    return "other" if name in _OTHER else None


def is_references(title: str) -> bool:
    """Whether a list under this title is the document's own reference list."""
    return back_matter(title) == "references"


_SPEAKER = re.compile(r"(?:Q|A|Question|Answer)\s?:\s+(?=\S)")


def hatnote_end(text: str, start: int, end: int) -> int:
    """Where the hatnote at `start`, or what says who speaks, ends; `start` itself where there is neither."""
    found = _HATNOTE.match(text, start, end) or _SPEAKER.match(text, start, end)
    return start if found is None else found.end()


def opens_section(title: str, section: tuple[str, ...], below: str) -> bool:
    """Whether a short line is a heading; under "See also" and the like it is an entry, unless prose stands below it."""
    if not section or back_matter(title) or not back_matter(section[-1]):
        return True
    return len(below) >= _PROSE and below.rstrip().endswith(".") and below[:1].isupper()
