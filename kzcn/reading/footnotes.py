"""Footnotes as people read them: "Title", Work 12 (1992), pp. 3–4."""

from __future__ import annotations

import re

from kzcn.model import Citation, Span
from kzcn.reading.dating import first_date

__all__ = ["footnote"]

_QUOTED = re.compile(r"[\"“«„]([^\"”»“]{3,300})[\"”»“]")
_ISBN = re.compile(r"\b(?:ISBN:? ?)?(97[89](?:[- ]?\d){10})\b|\bISBN:? ?(\d(?:[- ]?\d){8}[- ]?[\dXx])\b")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>]{2,200}")
_PAGES = re.compile(r"\bpp?\. ?(\d{1,5}(?:\s?[–-]\s?\d{1,5})?)")
_ADDRESS = re.compile(r"https?://[^\s\"<>\]]{4,2000}")
_ARCHIVE = re.compile(r"https?://(?:web\.)?archive\.[a-z]{2,6}/")
_RETRIEVED = re.compile(r"\b(?:retrieved|accessed|archived from the original)\b", re.IGNORECASE)
_AUTHOR = re.compile(r"([^\W\d_][^\W\d_'’-]{1,30}, [^\W\d_][^\s,;(]{0,30}(?: [^\W\d_][^\s,;(]{0,20})?) ?(?=[(\"“])")


def footnote(
    number: str, span: Span, text: str, addresses: tuple[str, ...] = (), italics: str | None = None
) -> Citation:
    """The citation that a footnote in plain words gives.

    Args:
        number: its number in the list.
        span: where it stands in the raw text.
        text: its words.
        addresses: what it links to.
        italics: what it sets in italics, the work or the title.
    """
    found = [*addresses, *(address.rstrip(".,;)") for address in _ADDRESS.findall(text))]
    quoted = _QUOTED.search(text)
    isbn = _ISBN.search(text)
    doi = _DOI.search(" ".join([text, *found]))
    pages = _PAGES.search(text)
    author = _AUTHOR.match(text)
    published = _RETRIEVED.split(text, maxsplit=1)[0]
    return Citation(
        number,
        span,
        authors=(author[1].strip(),) if author else (),
        title=quoted[1].strip(" ,.") if quoted else (italics or _ADDRESS.sub("", text).strip(" .") or None),
        work=italics if quoted else None,
        date=first_date(published),
        url=next((address for address in found if not _ARCHIVE.match(address)), None),
        archive_url=next((address for address in found if _ARCHIVE.match(address)), None),
        doi=doi[0].rstrip(".,;)") if doi else None,
        isbn=(isbn[1] or isbn[2]) if isbn else None,
        pages=pages[1] if pages else None,
    )
