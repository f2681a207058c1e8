"""From a document to its claims, sentence by sentence."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from kzcn.extract.analysis import Mentions, View, mentions_of, view
from kzcn.extract.dating import Dated, Dating
from kzcn.extract.draft import Draft
from kzcn.extract.durations import duration_drafts
from kzcn.extract.events import clause_drafts
from kzcn.extract.field import Field
from kzcn.extract.fields import field_drafts, field_of, label_date
from kzcn.extract.fieldsentences import labelled, listed_instrument
from kzcn.extract.figures import number_drafts, numbered_clauses
from kzcn.extract.hearts import tells_all
from kzcn.extract.named import (
    during_drafts,
    effect_drafts,
    headed_draft,
    hosted_drafts,
    listed_drafts,
    listed_item,
    subject_drafts,
)
from kzcn.extract.passage import Passage
from kzcn.extract.performed import day_of_act, is_performed, ordered_draft
from kzcn.extract.scene import Scene
from kzcn.extract.slots import main_parties
from kzcn.extract.standing import aside_drafts, reign_drafts
from kzcn.extract.titles import shown
from kzcn.extract.triggers import has_date, may_tell, may_tell_undated
from kzcn.kinds import kinds
from kzcn.model import CitationMark, Claim, Document, Evidence, Span
from kzcn.names import native_names

__all__ = ["MOST_CLAIMS", "drafts_of", "extract"]

MOST_CLAIMS = 200_000
"""Claims that are read of one document; what comes after them is left."""


def extract(document: Document, *, quotes: bool = True) -> list[Claim]:
    """All claims of a document, in the order of the text: of more than `MOST_CLAIMS` the first.

    Args:
        document: what a reader made of a file.
        quotes: keep the passage of each claim in its evidence.

    Returns:
        The claims, each with its evidence at raw offsets of the file.
    """
    mentions = mentions_of(document)
    main = main_parties(document, mentions)
    claims: dict[str, Claim] = {}
    run: _Run | None = None
    for place, draft in drafts_of(document, mentions, main):
        if run is None or run.place[:3] != place[:3]:
            run = _run(document, place)
        claim = _claim(document, run, draft, quotes=quotes)
        same = claims.get(claim.id)
        if same is not None and same.title != claim.title:
            claim = _claim(document, _run(document, place.nearer()), draft, quotes=quotes)
        claims.setdefault(claim.id, claim)
        if len(claims) == MOST_CLAIMS:
            break
    return list(claims.values())


_LONGEST_FIELD = 300
"""Code points: a field or cell with more is prose that a table lays out."""


class _Place(NamedTuple):
    """The clean run that a claim is read from."""

    start: int
    end: int
    section: tuple[str, ...]
    clause: Span | None = None
    """The clause that tells it, where one does."""

    def nearer(self) -> _Place:
        """The clause alone: it tells apart what a sentence tells twice in the same slots, "burnt A and sacked B"."""
        return self if self.clause is None else self._replace(start=self.clause.start, end=self.clause.end)


def drafts_of(document: Document, mentions: Mentions, main: Sequence[str]) -> Iterator[tuple[_Place, Draft]]:
    """What the rules make of a document, in the order of the text, each with the clean run it was read from."""
    passage = Passage()
    day = day_of_act(document, mentions)
    seen_field = -1
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        heading = next(label_date(block.labels[-1:], alone=True), None) if block.kind == "field" else None
        if sentence.block == seen_field:
            continue
        if heading is None and (field := _field(document, sentence.block, mentions)) is not None:
            seen_field = sentence.block
            for draft in field_drafts(document, field, mentions, main):
                yield _Place(block.start, block.end, block.section), draft
        elif (
            block.kind in ("paragraph", "list_item", "field", "cell")
            and (seen := view(document, mentions, sentence)) is not None
        ):
            order = ordered_draft(seen, day, main)
            heading = heading or (day if day is not None and is_performed(seen) else None)
            for draft in [*_told(seen, mentions, main, passage, heading), *([order] if order is not None else [])]:
                yield _Place(sentence.start, sentence.end, block.section, _clause_span(seen, draft)), draft


def _clause_span(view: View, draft: Draft) -> Span | None:
    """The clean run of the clause that a draft was read from."""
    if draft.clause is None:
        return None
    clause = view.clauses[draft.clause]
    return Span(view.tokens[clause.first].start, view.tokens[clause.last - 1].end)


def _field(document: Document, index: int, mentions: Mentions) -> Field | None:
    """A block that is read as a whole: a short field or cell, or the item of a list of instruments."""
    block = document.blocks[index]
    if block.end - block.start > _LONGEST_FIELD:
        return None
    if block.kind in ("field", "cell"):
        return field_of(document, index, mentions)
    return listed_instrument(document, index, mentions) if block.kind == "list_item" else None


def _told(view: View, mentions: Mentions, main: Sequence[str], passage: Passage, heading: Dated | None) -> list[Draft]:
    """The claims of a sentence of running text, with what it takes over from its passage."""
    heading = heading or passage.heading(view, mentions)
    field = labelled(view) if heading is None else None
    if field is not None:
        return list(field_drafts(view.document, field, mentions, main))
    lead = passage.led(view)
    item = listed_item(view, lead.date, main) if lead is not None and heading is None else None
    drafts = sentence_drafts(view, main, heading) if heading is not None or may_tell(view) else []
    if item is not None:
        drafts = [item, *(draft for draft in drafts if draft.rule == "instrument with its date")]
    passage.lead(view, drafts)
    passage.carry(view, drafts)
    passage.lend_parties(view, drafts, main)
    passage.lend_place(view, drafts)
    _keep_names(view, drafts)
    return drafts


def _keep_names(view: View, drafts: Sequence[Draft]) -> None:
    """Native names of a sentence that stand in none of its clauses go with its first claim, so that they are found."""
    if not drafts:
        return
    kept = {name for draft in drafts for name in draft.names}
    left = tuple(name for name in native_names(view.text) if name not in kept)
    if left:
        drafts[0].names = (*drafts[0].names, *left)


def sentence_drafts(view: View, main: Sequence[str], heading: Dated | None = None) -> list[Draft]:
    """The claims of one sentence before they are bound to their place.

    Args:
        view: the sentence.
        main: the two parties that the document is about.
        heading: the date that heads its paragraph or list item.
    """
    if not view.dates and not view.quantities and not view.names and heading is None:
        return []
    scene = Scene(view, Dating(view, heading), tuple(main))
    drafts = list(_of_things(scene)) if view.dates or heading is not None else []
    drafts += _of_clauses(scene, drafts)
    entry = headed_draft(view, heading, main, drafts) if heading is not None else None
    drafts += [entry] if entry is not None else []
    _name_growth(drafts)
    return [draft for draft in _without_empty_statements(view, drafts) if draft.title]


_THINGS = (hosted_drafts, listed_drafts, subject_drafts, effect_drafts, during_drafts, aside_drafts, reign_drafts)


def _of_things(scene: Scene) -> Iterator[Draft]:
    """What things with a date tell: instruments, events, visits."""
    for drafts in _THINGS:
        yield from drafts(scene)


def _of_clauses(scene: Scene, hosted: Sequence[Draft]) -> list[Draft]:
    """What numbers and verbs tell, clause by clause, where no thing with a date of its own has told it."""
    view = scene.view
    numbered = numbered_clauses(view)
    everywhere = [place for places in numbered.values() for place in places]
    hosting = {draft.clause for draft in hosted if draft.rule == "instrument with its date"}
    spent = {draft.date.span for draft in hosted if draft.date and not draft.beside}
    dated = scene.dating.heading is not None or has_date(view)
    drafts: list[Draft] = []
    for index, clause in enumerate(view.clauses):
        places = numbered.get(index, ())
        if places:
            drafts += number_drafts(scene, index, places)
        drafts += duration_drafts(scene, index)
        if not (dated or may_tell_undated(clause)) or (everywhere and tells_all(view, clause, places, everywhere)):
            continue
        drafts += (
            draft
            for draft in clause_drafts(scene, index)
            if (not _is_spent(draft, spent) if draft.date else index not in hosting)
        )
    return drafts + list(number_drafts(scene, None, numbered.get(None, ())))


def _is_spent(draft: Draft, spent: Collection[Span | None]) -> bool:
    """Does a thing have the date of a draft? What happened during the thing may take it over."""
    return draft.date is not None and draft.date.span in spent and draft.date.basis != "inherited"


def _name_growth(drafts: Sequence[Draft]) -> None:
    """A turnover names the growth that its sentence tells: "Trade turnover reached $3 billion (+8 %)"."""
    growth = [draft for draft in drafts if draft.kind == "trade_growth" and draft.quantity]
    if len(growth) != 1 or growth[0].quantity is None or growth[0].date is None:
        return
    grown = growth[0]
    sign = "–" if " fell " in growth[0].title else "+"
    for draft in drafts:
        same = draft.date and grown.date and draft.date.edtf == grown.date.edtf and draft.parties == grown.parties
        if draft.kind == "trade_turnover" and same:
            draft.title = f"{draft.title} ({sign}{shown(growth[0].quantity)})"


def _without_empty_statements(view: View, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A statement whose content makes claims of its own is told by them."""
    for draft in drafts:
        if draft.kind == "statement" and draft.clause is not None:
            inner = [
                other
                for other in drafts
                if other.clause is not None and other.clause != draft.clause and (other.quantity or other.date)
            ]
            if inner and _only_attributes(view, draft.clause):
                continue
        yield draft


def _only_attributes(view: View, clause: int) -> bool:
    """Does a clause only say who says the rest: "X said that …", "…, X said last week"?"""
    if clause + 1 < len(view.clauses):
        return view.clauses[clause + 1].link == "complement"
    return not any(view.tokens[place].tag in ("word", "name") for place in view.clauses[clause].rest)


class _Run(NamedTuple):
    """What all claims that are read from one place have: its raw offsets, digest and citations."""

    place: _Place
    start: int
    end: int
    digest: str
    citations: tuple[str, ...]


def _run(document: Document, place: _Place) -> _Run:
    start, end = document.offsets.raw_span(place.start, place.end)
    digest = hashlib.sha256(document.raw[start:end].encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return _Run(place, start, end, digest, _citations(document, place))


def _claim(document: Document, run: _Run, draft: Draft, *, quotes: bool) -> Claim:
    family = kinds()[draft.kind].family
    return Claim(
        family=family,
        kind=draft.kind,
        title=draft.title,
        evidence=_evidence(document, run, draft, quotes=quotes),
        date=draft.date.edtf if draft.date else None,
        date_basis=draft.date.basis if draft.date else None,
        ongoing=bool(draft.date and draft.date.ongoing and draft.date.basis == "stated") or family == "state",
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


def _evidence(document: Document, run: _Run, draft: Draft, *, quotes: bool) -> Evidence:
    words = draft.date.span if draft.date else None
    value_span = document.offsets.raw_span(*draft.value_span) if draft.value_span else None
    return Evidence(
        source=document.source.sha256,
        section=run.place.section,
        start=run.start,
        end=run.end,
        digest=run.digest,
        date_span=document.offsets.raw_span(*words) if words else None,
        date_text=document.text[slice(*words)] if words else None,
        value_span=value_span,
        value_text=document.text[slice(*draft.value_span)] if draft.value_span else None,
        citations=run.citations,
        quote=document.text[run.place.start : run.place.end] if quotes else None,
    )


def _citations(document: Document, place: _Place) -> tuple[str, ...]:
    """The reference marks inside a sentence or right behind it."""
    if not document.marks:
        return ()
    first = bisect_right(document.marks, place.start, key=_place_of)
    last = bisect_left(document.marks, place.end + 1, lo=first, key=_place_of)
    return tuple(dict.fromkeys(mark.number for mark in document.marks[first:last]))


def _place_of(mark: CitationMark) -> int:
    return mark.at
