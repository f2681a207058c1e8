"""What was read of a document and by which rule, sentence by sentence, and what was left and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from kzcn.extract.analysis import LONGEST, Mentions, View, mentions_of, view
from kzcn.extract.dating import Dated, Dating, dated
from kzcn.extract.draft import Draft
from kzcn.extract.engine import drafts_of
from kzcn.extract.figures import wanted
from kzcn.extract.frames import match
from kzcn.extract.polarity import polarity_of
from kzcn.extract.slots import main_parties
from kzcn.model import Block, Document, Sentence, Span

__all__ = ["ClauseSeen", "Explained", "MentionSeen", "explain"]


class MentionSeen(NamedTuple):
    """A date, number or name: raw offsets, its words, and what it was read as."""

    start: int
    end: int
    text: str
    value: str


class ClauseSeen(NamedTuple):
    """A clause as it was cut: subject | verb | rest, and how it is joined to the sentence."""

    link: str
    subject: str
    verb: str
    lemma: str
    tense: str
    rest: str


class ClaimSeen(NamedTuple):
    """A claim, and what made it."""

    rule: str
    kind: str
    title: str
    date: str | None
    date_basis: str | None
    date_text: str | None
    value: float | None
    unit: str | None
    measure: str | None
    parties: tuple[str, ...]
    place: str | None
    polarity: str
    attribution: str | None


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence, field or cell: raw offsets, what stands in it, what it tells, and what was left and why."""

    start: int
    end: int
    block: str
    section: tuple[str, ...]
    text: str
    dates: tuple[MentionSeen, ...] = ()
    numbers: tuple[MentionSeen, ...] = ()
    names: tuple[MentionSeen, ...] = ()
    clauses: tuple[ClauseSeen, ...] = ()
    claims: tuple[ClaimSeen, ...] = ()
    left: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The same as a dictionary of plain values."""
        parts = {name: [item._asdict() for item in getattr(self, name)] for name in _LISTS}
        return {**asdict(self), **parts}


_LISTS = ("dates", "numbers", "names", "clauses", "claims")
_TELLING = ("paragraph", "list_item", "field", "cell")


def explain(document: Document) -> Iterator[Explained]:
    """Every sentence of a document with what was made of it, in the order of the text."""
    mentions = mentions_of(document)
    made: dict[tuple[int, int], list[Draft]] = {}
    for run, draft in drafts_of(document, mentions, main_parties(document, mentions)):
        made.setdefault((run.start, run.end), []).append(draft)
    told: set[tuple[int, int]] = set()
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        whole, own = (block.start, block.end), (sentence.start, sentence.end)
        place = whole if whole in made else own
        if place not in told:
            told.add(place)
            yield _explained(document, mentions, Sentence(*place, sentence.block), made.get(place, []))


def _explained(document: Document, mentions: Mentions, sentence: Sentence, found: Sequence[Draft]) -> Explained:
    block = document.blocks[sentence.block]
    raw = document.offsets.raw_span(sentence.start, sentence.end)
    seen = view(document, mentions, sentence)
    text = document.text[sentence.start : sentence.end]
    if seen is None:
        reason = f"it is too long to read: a sentence has no more than {LONGEST:,} characters"
        return Explained(raw.start, raw.end, block.kind, block.section, text, left=(reason,))
    return Explained(
        start=raw.start,
        end=raw.end,
        block=block.kind,
        section=block.section,
        text=text,
        dates=tuple(_mention(document, date, date.edtf or date.timex or "") for date in seen.dates),
        numbers=tuple(_mention(document, number, _number(number)) for number in seen.quantities),
        names=tuple(_mention(document, name, f"{name.sort} {name.name}") for name in seen.names),
        clauses=_clauses(seen),
        claims=tuple(_claim(document, draft) for draft in found),
        left=tuple(_left(seen, block, found)),
    )


def _mention(document: Document, mention: Any, value: str) -> MentionSeen:  # noqa: ANN401 - date, quantity or name
    start, end = document.offsets.raw_span(mention.start, mention.end)
    return MentionSeen(start, end, mention.text, value)


def _number(mention: Any) -> str:  # noqa: ANN401 - as above
    quantity = mention.quantity
    ends = f"{quantity.value}–{quantity.value_max}" if quantity.value_max is not None else f"{quantity.value}"
    return " ".join(filter(None, (quantity.qualifier, ends, quantity.unit, f"({mention.sort})", mention.noun)))


def _clauses(seen: View) -> tuple[ClauseSeen, ...]:
    tokens = seen.tokens

    def words(places: range) -> str:
        return " ".join(tokens[place].text for place in places)

    return tuple(
        ClauseSeen(
            link=f"{clause.link} ({clause.opener})" if clause.opener else clause.link,
            subject=words(clause.subject),
            verb=words(range(clause.predicate.first, clause.predicate.last)),
            lemma=clause.predicate.lemma,
            tense=clause.predicate.tense
            + " passive" * clause.predicate.passive
            + " negated" * clause.predicate.negated,
            rest=words(clause.rest),
        )
        for clause in seen.clauses
    )


def _claim(document: Document, draft: Draft) -> ClaimSeen:
    quantity = draft.quantity
    return ClaimSeen(
        rule=draft.rule,
        kind=draft.kind,
        title=draft.title,
        date=draft.date.edtf if draft.date else None,
        date_basis=draft.date.basis if draft.date else None,
        date_text=_words(document, draft.date),
        value=quantity.value if quantity else None,
        unit=quantity.unit if quantity else None,
        measure=draft.measure,
        parties=draft.parties,
        place=draft.place,
        polarity=draft.polarity,
        attribution=draft.attribution,
    )


def _words(document: Document, date: Dated | None) -> str | None:
    return document.text[date.span.start : date.span.end] if date and date.span else None


def _left(seen: View, block: Block, found: Sequence[Draft]) -> Iterator[str]:
    """Why a sentence tells no more than it does."""
    if block.kind not in _TELLING:
        yield f"a {block.kind} gives no facts"
    elif not (seen.dates or seen.quantities or seen.names):
        yield "there is no date, number or name"
    elif block.kind in ("field", "cell"):
        if not found:
            alone = block.kind == "cell" and seen.dates and not (seen.quantities or seen.names)
            yield "its date is for the cells of its row" if alone else f"no rule reads this {block.kind}"
    else:
        yield from _clauses_left(seen, found)
        yield from _mentions_left(seen, found)


def _clauses_left(seen: View, found: Sequence[Draft]) -> Iterator[str]:
    if not seen.clauses:
        yield "there is no verb"
        return
    dating = Dating(seen)
    telling = {draft.clause for draft in found}
    for index, clause in enumerate(seen.clauses):
        if index not in telling:
            yield f"{_shown(seen, index)}: {_reason(seen, dating, index)}"
        elif clause.predicate.negated:
            yield f"{_shown(seen, index)}: it is denied"


def _shown(seen: View, index: int) -> str:
    predicate = seen.clauses[index].predicate
    verb = " ".join(token.text for token in seen.tokens[predicate.first : predicate.last])
    return f"clause {index + 1} ({verb or 'no verb'})"


def _reason(seen: View, dating: Dating, index: int) -> str:
    """Why a clause makes no claim."""
    clause = seen.clauses[index]
    if polarity_of(seen, clause) is None:
        return "it is only possible, a condition or an aim"
    found = match(seen.tokens, clause, tense_standing=True)
    dates = dating.of(index)
    if found is None:
        trigger = f"no row has the verb {clause.predicate.lemma!r} here"
        return f"{trigger}, and it has no date" if not dates else f"{trigger}; a neighbour tells what its date dates"
    if dates:
        return f"row {found.frame.name!r} fits, but a number or a neighbour tells it"
    if found.frame.weak:
        return f"row {found.frame.name!r} fits, but is too general to count without a date"
    return f"row {found.frame.name!r} fits, but it has no date and is not told as done of somebody named"


_UNWANTED = {
    "duration": "a duration measures nothing here",
    "number": "it counts nothing that is named",
}


def _mentions_left(seen: View, found: Sequence[Draft]) -> Iterator[str]:
    """Dates and numbers that no claim took."""
    spent = {draft.value_span for draft in found}
    for index, token in enumerate(seen.tokens):
        if token.tag != "quantity":
            continue
        mention = seen.quantities[token.ref]
        if not wanted(seen, index):
            yield f"number {mention.text!r}: {_unwanted(mention.sort, definite=mention.definite)}"
        elif Span(mention.start, mention.end) not in spent:
            yield f"number {mention.text!r}: no rule took it"
    taken = {draft.date.span.end for draft in found if draft.date and draft.date.span}
    for date in seen.dates:
        if dated(date) is None:
            yield f"date {date.text!r}: {date.type} without a value that a claim could take"
        elif date.end not in taken:
            yield f"date {date.text!r}: no claim took it"


def _unwanted(sort: str, *, definite: bool) -> str:
    if sort in _UNWANTED:
        return _UNWANTED[sort]
    return "it was spoken of before" if definite else "too small to tell, or the number before it in another unit"
