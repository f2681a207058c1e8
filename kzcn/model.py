"""The words of kzcn as data types: what each step hands to the next.

    bytes -> reading -> Document -> mentions -> extract -> Claim -> resolve -> Fact -> store

Offsets are code points. `Document.text` is the clean text; `Document.offsets` leads from there back to the decoded
file (byte-order mark removed, line ends untouched). All ends are exclusive.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

__all__ = [
    "Action",
    "Block",
    "BlockKind",
    "Citation",
    "CitationMark",
    "Claim",
    "Correction",
    "DateBasis",
    "Document",
    "Evidence",
    "Fact",
    "Family",
    "OffsetMap",
    "Piece",
    "Polarity",
    "Qualifier",
    "Quantity",
    "Rank",
    "Sentence",
    "Source",
    "Span",
    "Status",
]

Family = Literal["treaty", "trade", "border", "figure", "event", "state"]
Qualifier = Literal["exact", "about", "more_than", "almost", "up_to"]
Polarity = Literal["done", "planned", "denied", "reported"]
DateBasis = Literal["stated", "inherited", "relative", "period"]
Rank = Literal["preferred", "normal", "deprecated"]
Status = Literal["stated", "derived"]
Action = Literal["reject", "prefer", "mend"]
BlockKind = Literal["paragraph", "heading", "list_item", "cell", "field", "references", "other"]


class Span(NamedTuple):
    """A run of code points, end exclusive."""

    start: int
    end: int


class Piece(NamedTuple):
    """A run of clean text and where it came from.

    A verbatim piece is the raw text itself, character by character; another one (an entity, an expanded template,
    an inserted blank) stands for the whole raw run.
    """

    clean: int
    raw: int
    raw_end: int
    verbatim: bool


class OffsetMap:
    """Leads from clean offsets back to raw ones.

    `pieces` are in clean order and cover the clean text without gaps; the last one runs to `length`.
    """

    __slots__ = ("_starts", "length", "pieces")

    def __init__(self, pieces: list[Piece], length: int) -> None:
        self.pieces = pieces
        self.length = length
        self._starts = [piece.clean for piece in pieces]

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text that is its own raw text."""
        return cls([Piece(0, 0, length, verbatim=True)], length)

    def raw_char(self, offset: int) -> Span:
        """The raw run that the clean character at `offset` stands for."""
        piece = self.pieces[bisect_right(self._starts, offset) - 1]
        if not piece.verbatim:
            return Span(piece.raw, piece.raw_end)
        start = piece.raw + offset - piece.clean
        return Span(start, start + 1)

    def raw_span(self, start: int, end: int) -> Span:
        """The raw run from the first to the last character of a clean run that is not empty.

        Raises ValueError for a run that is empty or lies outside the text.
        """
        if not 0 <= start < end <= self.length:
            raise ValueError(f"no clean run {start}:{end} in a text of {self.length}")
        return Span(self.raw_char(start).start, self.raw_char(end - 1).end)


@dataclass(frozen=True, slots=True)
class Citation:
    """An entry of a source's own reference list; what the entry does not give is None or empty."""

    number: str
    text_span: Span
    authors: tuple[str, ...] = ()
    title: str | None = None
    translated_title: str | None = None
    work: str | None = None
    date: str | None = None
    """EDTF of the publication date."""
    url: str | None = None
    archive_url: str | None = None
    doi: str | None = None
    isbn: str | None = None
    language: str | None = None
    pages: str | None = None


class CitationMark(NamedTuple):
    """A reference mark that stood in the text: after the clean character `at - 1`, to the citation `number`."""

    at: int
    number: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell or labelled field of the clean text.

    `labels` are what names a cell or field: its row and column heads, or the label before the colon.
    Only paragraphs, list items, cells and fields give facts.
    """

    kind: BlockKind
    start: int
    end: int
    section: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the clean text (white space trimmed) and the index of its block."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Source:
    """One document version, named by the SHA-256 of its bytes."""

    sha256: str
    name: str
    """Base name of the file; never a path."""
    format: str
    length: int
    """Code points of the decoded text."""
    title: str | None = None
    date: str | None = None
    """EDTF of the document's own date, where it gives one."""
    origin: str | None = None
    """Name shared by copies of one work; the SHA-256 of the first of them."""
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of a file: clean text with its structure, and the way back to the file."""

    source: Source
    raw: str
    text: str
    offsets: OffsetMap
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    marks: tuple[CitationMark, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in base units with its unit and qualifier.

    `unit` is an ISO 4217 code, `km`, `km2`, `percent`, `person`, another unit's symbol, or the noun counted (singular).
    """

    value: int | float
    unit: str
    qualifier: Qualifier = "exact"
    value_max: int | float | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a claim was read: raw offsets into a source, and the words that gave its date and number."""

    source: str
    """SHA-256 of the document."""
    section: tuple[str, ...]
    start: int
    end: int
    digest: str
    """First 16 hex digits of the SHA-256 of the UTF-8 bytes of raw[start:end]."""
    date_span: Span | None = None
    date_text: str | None = None
    value_span: Span | None = None
    value_text: str | None = None
    citations: tuple[str, ...] = ()
    quote: str | None = None
    """The passage itself; None where quotes are not kept."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one source asserts at one place."""

    family: Family
    kind: str
    title: str
    evidence: Evidence
    date: str | None = None
    """EDTF."""
    date_basis: DateBasis | None = None
    ongoing: bool = False
    """It goes on over the open side of its date ("since 2000"); otherwise it happened once."""
    quantity: Quantity | None = None
    measure: str | None = None
    """What the number measures: "land border", "Kazakh students in China"."""
    parties: tuple[str, ...] = ()
    place: str | None = None
    instrument: str | None = None
    instrument_type: str | None = None
    names: tuple[str, ...] = ()
    """Native names given beside: 郅支之戰."""
    polarity: Polarity = "done"
    attribution: str | None = None
    rule: str = ""
    """Name of the row of the rule table that made it."""
    _id: str | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def id(self) -> str:
        """Stable name of the claim: it depends on its own slots and source place only.

        Returns: 12 hex digits.
        """
        if self._id is None:
            object.__setattr__(self, "_id", self._digest())  # asked for many times, and nothing it depends on changes
        return self._id or ""

    def _digest(self) -> str:
        quantity = self.quantity
        slots = [
            self.kind,
            self.date,
            None if quantity is None else [quantity.value, quantity.value_max, quantity.unit, quantity.qualifier],
            self.measure,
            self.parties,
            self.place,
            self.instrument,
            self.polarity,
            self.evidence.source,
            self.evidence.start,
            self.evidence.end,
        ]
        return hashlib.sha256(_ENCODER.encode(slots).encode()).hexdigest()[:12]


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
"""Made once, as a claim's id is asked for often."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user says against or for a fact, and why."""

    action: Action
    fact: str
    """Id, alias or unique beginning of one, as the user wrote it."""
    reason: str
    slot: str | None = None
    """What is mended; None where nothing is."""
    value: str | int | float | tuple[str, ...] | None = None
    """What the slot is to hold."""
    was: str | int | float | tuple[str, ...] | None = None
    """What was read from the sources; known once the correction is applied."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Claims that assert the same thing, resolved: the unit a user queries.

    The slots are those of the best claim, filled from the others; a derived fact has no claims but names the facts it
    was computed from.
    """

    id: str
    family: Family
    kind: str
    title: str
    aliases: tuple[str, ...] = ()
    date: str | None = None
    date_basis: DateBasis | None = None
    earliest: int | None = None
    """First day, year·10000 + month·100 + day with astronomical years; None where open."""
    latest: int | None = None
    stands_from: int | None = None
    """What `--from` and `--to` select by and tables sort by: the known end of what happened once; None where open."""
    stands_to: int | None = None
    quantity: Quantity | None = None
    measure: str | None = None
    parties: tuple[str, ...] = ()
    place: str | None = None
    instrument: str | None = None
    instrument_type: str | None = None
    names: tuple[str, ...] = ()
    polarity: Polarity = "done"
    attribution: str | None = None
    rank: Rank = "normal"
    rank_reason: str | None = None
    status: Status = "stated"
    derived_from: tuple[str, ...] = ()
    derivation: str | None = None
    """How a derived value was computed, for people: "22 % of 2,420 km2"."""
    claims: tuple[Claim, ...] = field(default=(), repr=False)
    origins: int = 1
    """Number of independent origins."""
    conflicts: tuple[str, ...] = ()
    """Ids of facts that cannot be true together with this one."""
    life: str | None = None
    """What all acts of one instrument share: the id of the first of them; None where no other act is known."""
    corrections: tuple[Correction, ...] = ()
    """What a user has changed of what was read."""
