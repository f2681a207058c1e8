"""Pages of the mirror with expanded links, made up of prose and rows of the table of anchors."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st

from kzcn.model import Document, Span

ROWS: list[tuple[str, str]] = [
    (row[0], row[1])
    for line in Path(__file__).with_name("anchors.tsv").read_text(encoding="utf-8").splitlines()
    if (row := line.split("\t"))
]
_LONG = " and so it has been described by several writers on the law, the trade and the history of the sea around it"
_OPENINGS = ["In 1931 the two sides signed a convention with", "The", "By 2012, trade with", "On 4 May 1977, the"]
_BETWEEN = [
    "and the",
    "was built near",
    "in 1986, and then the",
    "of 1922; the",
    "(1871–1875), after which the",
    "reached $3.2 billion, while",
    "'s parliament ratified the",
    "s in the region were moved to",
    ", a close ally of the",
    "), the successor of",
    ". In 1955 the",
    "-speaking people moved to",
]
_ENDS = [
    ". The treaty entered into force in 1932.",
    "in May 1999. Trade fell by 12 percent.",
    ".",
    ", which never came.",
]


class Page(NamedTuple):
    """A page, and where its prose, its anchors and its abstracts stand."""

    raw: str
    prose: list[Span]
    anchors: list[Span]
    abstracts: list[Span]


class _Writer:
    def __init__(self, *, apart: bool) -> None:
        self.raw = "A–B relations\n   HOME\n\nTheInfoList\n\n\n\nOR:\n\n"
        self.page = Page("", [], [], [])
        self.joint = "\n" if apart else " "

    def prose(self, text: str) -> None:
        self.page.prose.append(Span(len(self.raw), len(self.raw) + len(text)))
        self.raw += f"{text}\n"

    def link(self, anchor: str, abstract: str) -> None:
        start = len(self.raw)
        self.raw += f"{anchor}{self.joint}{abstract}"
        self.page.anchors.append(Span(start, start + len(anchor)))
        self.page.abstracts.append(Span(start + len(anchor) + 1, len(self.raw)))
        self.raw += "\n"


@st.composite
def pages(draw: st.DrawFn, *, apart: bool = False) -> Page:
    """Pages of two sections with a few passages each; every abstract is cut short."""
    writer = _Writer(apart=apart)
    for section in "XY":
        writer.raw += f"\nSection {section}\n\n"
        for _ in range(draw(st.integers(1, 2))):
            writer.prose(draw(st.sampled_from(_OPENINGS)))
            count = draw(st.integers(1, 4))
            for index in range(count):
                anchor, abstract = draw(st.sampled_from(ROWS))
                length = draw(st.integers(150, 248))
                writer.link(anchor, f"{(abstract + _LONG)[:length].rstrip()} ...")
                writer.prose(draw(st.sampled_from(_BETWEEN if index + 1 < count else _ENDS)))
            writer.raw += "\n"
    return writer.page._replace(raw=writer.raw)


def kept(document: Document) -> set[int]:
    """Raw offsets of the characters that stand verbatim in the clean text."""
    found: set[int] = set()
    for piece in document.offsets.pieces:
        if piece.verbatim:
            found.update(range(piece.raw, piece.raw_end))
    return found
