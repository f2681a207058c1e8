"""Model to rows of the tables, and back: the only place that knows both."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from kzcn.amounts import amount
from kzcn.dates import EDTF
from kzcn.kinds import kinds
from kzcn.model import Citation, Claim, Correction, Evidence, Fact, Quantity, Source, Span
from kzcn.origins import Sketch, hashes, written
from kzcn.store.words import han

__all__ = [
    "Row",
    "citation_from_row",
    "citation_row",
    "claim_from_row",
    "claim_row",
    "correction_from_row",
    "correction_row",
    "fact_row",
    "fts_row",
    "sketch_from_row",
    "sketch_row",
    "source_from_row",
    "source_row",
]

Row = dict[str, Any]
"""Column name to value."""

_LARGEST = 2**63 - 1
_REMEMBERED = 4096
"""Lists of names whose text is remembered: most rows have the parties and headings of others."""
_SLOTS = ("family", "kind", "title", "measure", "place", "instrument", "instrument_type", "polarity", "attribution")
_CITATION_TEXTS = (
    "title",
    "translated_title",
    "work",
    "date",
    "url",
    "archive_url",
    "doi",
    "isbn",
    "language",
    "pages",
)
_SOURCE_COLUMNS = ("sha256", "name", "format", "length", "title", "date", "origin", "licence")


def source_row(source: Source) -> Row:
    """A row of `sources`."""
    return {name: getattr(source, name) for name in _SOURCE_COLUMNS}


def source_from_row(row: sqlite3.Row) -> Source:
    """The source of a row of `sources`."""
    return Source(**{name: row[name] for name in _SOURCE_COLUMNS})


def citation_row(source: str, citation: Citation) -> Row:
    """A row of `citations` for the source with this SHA-256."""
    return {
        "source": source,
        "number": citation.number,
        "start": citation.text_span.start,
        "end": citation.text_span.end,
        "authors": _dump(citation.authors),
        **{name: getattr(citation, name) for name in _CITATION_TEXTS},
    }


def citation_from_row(row: sqlite3.Row) -> Citation:
    """The citation of a row of `citations`."""
    return Citation(
        number=row["number"],
        text_span=Span(row["start"], row["end"]),
        authors=_load(row["authors"]),
        **{name: row[name] for name in _CITATION_TEXTS},
    )


def sketch_row(source: str, sketch: Iterable[int]) -> Row:
    """A row of `sketches` for the source with this SHA-256."""
    return {"source": source, "hashes": written(sorted(sketch))}


def sketch_from_row(row: sqlite3.Row) -> Sketch:
    """The sketch of a row of `sketches`."""
    return hashes(bytes(row["hashes"]))


def claim_row(claim: Claim) -> Row:
    """A row of `claims`."""
    evidence = claim.evidence
    return {
        "id": claim.id,
        "source": evidence.source,
        **_slots(claim),
        "section": _dump(evidence.section),
        "start": evidence.start,
        "end": evidence.end,
        "digest": evidence.digest,
        "date": claim.date,
        "date_basis": claim.date_basis,
        "ongoing": int(claim.ongoing),
        **_span("date", evidence.date_span),
        "date_text": evidence.date_text,
        **_span("value", evidence.value_span),
        "value_text": evidence.value_text,
        "citations": _dump(evidence.citations),
        "rule": claim.rule,
        "quote": evidence.quote,
    }


def claim_from_row(row: Row) -> Claim:
    """The claim of a row of `claims`: equal to the one that was written; what many claims have is held once."""
    evidence = Evidence(
        source=_once(row["source"]),
        section=_load(row["section"]),
        start=row["start"],
        end=row["end"],
        digest=row["digest"],
        date_span=_span_from(row, "date"),
        date_text=row["date_text"],
        value_span=_span_from(row, "value"),
        value_text=row["value_text"],
        citations=_load(row["citations"]),
        quote=row["quote"],
    )
    return Claim(
        **{name: _once(row[name]) for name in _SLOTS},
        evidence=evidence,
        date=_once(row["date"]),
        date_basis=_once(row["date_basis"]),
        ongoing=bool(row["ongoing"]),
        quantity=_quantity_from(row),
        parties=_load(row["parties"]),
        names=_load(row["names"]),
        rule=_once(row["rule"]),
    )


@lru_cache(_REMEMBERED, typed=True)
def _once(value: object) -> Any:  # noqa: ANN401 - a column holds what it should, or is refused later
    """The value itself, the same object each time as long as it is remembered."""
    return value


def _date_shown(fact: Fact) -> str | None:
    """The date for people; "1537 or later" for what happened once, where a state lasts "since 1537"."""
    if fact.date is None:
        return None
    date = EDTF.parse(fact.date)
    once = date.start is not None and date.end is None and fact.stands_to is not None
    return f"{date.display().removeprefix('since ')} or later" if once else date.display()


def fact_row(fact: Fact, sources: Iterable[int]) -> Row:
    """A row of `facts`; `sources` are the numbers of the sources that state it."""
    return {
        "id": fact.id,
        **_slots(fact),
        "date": fact.date,
        "date_shown": _date_shown(fact),
        "date_basis": fact.date_basis,
        "earliest": fact.earliest,
        "latest": fact.latest,
        "stands_from": fact.stands_from,
        "stands_to": fact.stands_to,
        "value_shown": None if fact.quantity is None else amount(fact.quantity),
        "rank": fact.rank,
        "rank_reason": fact.rank_reason,
        "status": fact.status,
        "derivation": fact.derivation,
        "origins": fact.origins,
        "sources": " ".join(str(number) for number in sorted(set(sources))),
        "life": fact.life,
    }


def correction_row(correction: Correction, fact: str | None) -> Row:
    """A row of `corrections`; `fact` is the id of the fact that it changed."""
    return {
        "action": correction.action,
        "asked": correction.fact,
        "slot": correction.slot,
        "value": json.dumps(correction.value, ensure_ascii=False),
        "reason": correction.reason,
        "fact": fact,
        "was": json.dumps(correction.was, ensure_ascii=False),
    }


def correction_from_row(row: sqlite3.Row) -> Correction:
    """The correction of a row of `corrections`, as the user wrote it."""
    value = json.loads(row["value"])
    return Correction(
        row["action"], row["asked"], row["reason"], row["slot"], tuple(value) if isinstance(value, list) else value
    )


def fts_row(fact: Fact) -> Row:
    """A row of the full-text index for a fact."""
    texts = {
        "title": fact.title,
        "kind": kinds()[fact.kind].label,
        "measure": fact.measure or "",
        "parties": " · ".join(fact.parties),
        "place": fact.place or "",
        "instrument": " ".join(filter(None, (fact.instrument, fact.instrument_type))),
        "names": " · ".join((*fact.names, *_other_names(fact))),
    }
    return {**texts, "han": han(" · ".join(texts.values()))}


def _other_names(fact: Fact) -> list[str]:
    """Names and titles that only the fact's other claims give, so that they are found too."""
    known = {fact.title, *fact.names}
    texts = [text for claim in fact.claims for text in (claim.title, *claim.names, claim.place or "")]
    return [text for text in dict.fromkeys(texts) if text and text not in known]


def _slots(thing: Claim | Fact) -> Row:
    quantity = thing.quantity
    return {
        **{name: getattr(thing, name) for name in _SLOTS},
        "value": None if quantity is None else _number(quantity.value),
        "value_max": None if quantity is None else _number(quantity.value_max),
        "unit": None if quantity is None else quantity.unit,
        "qualifier": None if quantity is None else quantity.qualifier,
        "parties": _dump(thing.parties),
        "names": _dump(thing.names),
    }


def _number(value: float | None) -> float | None:
    """SQLite's integers have 64 bits; what is larger becomes a float."""
    return float(value) if isinstance(value, int) and abs(value) > _LARGEST else value


def _quantity_from(row: Row) -> Quantity | None:
    if row["value"] is None:
        return None
    return Quantity(row["value"], _once(row["unit"]), _once(row["qualifier"]), row["value_max"])


def _span(name: str, span: Span | None) -> Row:
    return {f"{name}_start": None if span is None else span.start, f"{name}_end": None if span is None else span.end}


def _span_from(row: Row, name: str) -> Span | None:
    start = row[f"{name}_start"]
    return None if start is None else Span(start, row[f"{name}_end"])


@lru_cache(_REMEMBERED)
def _dump(texts: tuple[str, ...]) -> str:
    return json.dumps(texts, ensure_ascii=False)


@lru_cache(_REMEMBERED, typed=True)
def _load(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))
