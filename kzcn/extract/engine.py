"""From a document to its claims, sentence by sentence."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from kzcn.extract.analysis import View, mentions_of, views
from kzcn.extract.dating import Dated, Dating
from kzcn.extract.draft import Draft
from kzcn.extract.events import clause_drafts, hosted_drafts
from kzcn.extract.figures import number_drafts, numbered_clauses
from kzcn.extract.slots import main_parties
from kzcn.kinds import kinds
from kzcn.model import Claim, Document, Evidence, Span

__all__ = ["extract"]


def extract(document: Document, *, quotes: bool = True) -> list[Claim]:
    """All claims of a document, in the order of the text.

    Args:
        document: what a reader made of a file.
        quotes: keep the passage of each claim in its evidence.

    Returns:
        The claims, each with its evidence at raw offsets of the file.
    """
    mentions = mentions_of(document)
    main = main_parties(document, mentions)
    claims: dict[str, Claim] = {}
    passage = _Passage()
    for view in views(document, mentions):
        drafts = sentence_drafts(view, main)
        passage.carry(view, drafts)
        for draft in drafts:
            claim = _claim(document, view, draft, quotes=quotes)
            claims.setdefault(claim.id, claim)
    return list(claims.values())


class _Passage:
    """The date that the sentences of a paragraph go on with."""

    def __init__(self) -> None:
        self.block = -1
        self.date: Dated | None = None

    def carry(self, view: View, drafts: Sequence[Draft]) -> None:
        """Give undated drafts of a continuing sentence the date of the passage, and remember the newest date."""
        if view.sentence.block != self.block:
            self.block, self.date = view.sentence.block, None
        for draft in drafts:
            if draft.date is None and self.date is not None and draft.anaphoric and kinds()[draft.kind].family != "border":
                draft.date = self.date.inherited()
        newest = next((draft.date for draft in reversed(drafts) if draft.date and draft.date.basis in ("stated", "relative")), None)
        own = [draft.date for draft in drafts if draft.date is not None]
        if newest is not None or own:
            self.date = newest or own[-1]


def sentence_drafts(view: View, main: Sequence[str]) -> list[Draft]:
    """The claims of one sentence before they are bound to their place."""
    if not view.dates and not view.quantities and not view.names:
        return []
    dating = Dating(view)
    numbered = numbered_clauses(view)
    drafts = list(hosted_drafts(view, dating, main))
    spent = {draft.date.span for draft in drafts if draft.date}
    for index in range(len(view.clauses)):
        numbers = list(number_drafts(view, dating, index, numbered.get(index, ()), main))
        drafts.extend(numbers)
        drafts.extend(draft for draft in clause_drafts(view, dating, index, main, numbered=bool(numbers)) if not _spent(draft, spent))
    if None in numbered:
        drafts.extend(number_drafts(view, dating, None, numbered[None], main))
    return list(_without_empty_statements(view, drafts))


def _spent(draft: Draft, spent: set[Span]) -> bool:
    return draft.date is not None and draft.date.span in spent


def _without_empty_statements(view: View, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A statement whose content makes claims of its own is told by them."""
    for draft in drafts:
        if draft.kind == "statement" and draft.clause is not None:
            inner = [other for other in drafts if other.clause is not None and other.clause > draft.clause and other.quantity]
            if inner and view.clauses[draft.clause + 1 : draft.clause + 2] and view.clauses[draft.clause + 1].link == "complement":
                continue
        yield draft


def _claim(document: Document, view: View, draft: Draft, *, quotes: bool) -> Claim:
    return Claim(
        family=kinds()[draft.kind].family,
        kind=draft.kind,
        title=draft.title,
        evidence=_evidence(document, view, draft, quotes=quotes),
        date=draft.date.edtf if draft.date else None,
        date_basis=draft.date.basis if draft.date else None,
        ongoing=bool(draft.date and draft.date.ongoing) or kinds()[draft.kind].family == "state",
        quantity=draft.quantity,
        measure=draft.measure,
        parties=draft.parties,
        place=draft.place,
        instrument=draft.instrument,
        instrument_type=draft.instrument_type,
        names=draft.names,
        polarity=draft.polarity,
        attribution=draft.attribution,
        rule=draft.rule,
    )


def _evidence(document: Document, view: View, draft: Draft, *, quotes: bool) -> Evidence:
    span = document.offsets.raw_span(view.sentence.start, view.sentence.end)
    passage = document.raw[span.start : span.end]
    date_span = document.offsets.raw_span(*draft.date.span) if draft.date else None
    value_span = document.offsets.raw_span(*draft.value_span) if draft.value_span else None
    return Evidence(
        source=document.source.sha256,
        section=view.block.section,
        start=span.start,
        end=span.end,
        digest=hashlib.sha256(passage.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        date_span=date_span,
        date_text=document.text[slice(*draft.date.span)] if draft.date else None,
        value_span=value_span,
        value_text=document.text[slice(*draft.value_span)] if draft.value_span else None,
        citations=_citations(document, view),
        quote=view.text if quotes else None,
    )


def _citations(document: Document, view: View) -> tuple[str, ...]:
    """The reference marks inside a sentence or right behind it."""
    places = [mark.at for mark in document.marks]
    first, last = bisect_right(places, view.sentence.start), bisect_left(places, view.sentence.end + 1)
    return tuple(dict.fromkeys(mark.number for mark in document.marks[first:last]))
