"""Claims of labelled fields and table cells: "Border: 534 km", a row "2018" under "Exports, US$ million"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kzcn import dates, quantities
from kzcn.extract import titles
from kzcn.extract.analysis import Mentions, View, within
from kzcn.extract.dating import Dated, dated
from kzcn.extract.draft import Draft
from kzcn.extract.frames import Frame, frames, noun_frame
from kzcn.extract.lexicon import verb_forms
from kzcn.extract.measures import choose
from kzcn.extract.words import INSTRUMENTS
from kzcn.kinds import kinds
from kzcn.model import Document, Polarity, Span
from kzcn.names import NameMention
from kzcn.quantities import QuantityMention

__all__ = ["Field", "field_drafts", "field_of", "label_date", "labelled"]

_SEGMENT = re.compile(r"[^;]+")
_BARE = re.compile(r"[\s(]*([+\-–−]?\d[\d,.\u00a0 ]*)\s*\)?\s*")
_UNIT_WORDS = re.compile(
    r"(US\$|A\$|C\$|HK\$|[$€£¥₽₸]|\b[A-Z]{3}\b|%|\b(?:thousand|million|billion|trillion|mn|bn|tonnes?|tons?|km2?|km²"
    r"|percent|per cent|people|persons|barrels|cubic metres?|dollars?|euros?|yuan|roubles?|rubles?|tenge)\b)",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"US\$|[A-Z]{1,2}\$|[$€£¥₽₸]|[A-Z]{3}")
_PLANNED = frozenset(("target", "goal", "planned", "plan", "forecast", "expected", "projected"))


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled run of the clean text: a field, a cell, or a sentence such as "Turnover: 3 million (1951)"."""

    start: int
    end: int
    labels: tuple[str, ...]
    section: tuple[str, ...]
    row: tuple[Dated, ...] = ()
    """The date of the row that a cell stands in."""
    cell: bool = False


def field_of(document: Document, index: int, mentions: Mentions) -> Field:
    """Block `index` as a field."""
    block = document.blocks[index]
    row = tuple(_row_date(document, index, mentions)) if block.kind == "cell" else ()
    return Field(block.start, block.end, block.labels, block.section, row, block.kind == "cell")


def labelled(view: View) -> Field | None:
    """A sentence of running text that is a label and its values, without a verb; None for any other."""
    match = _LABELLED.match(view.document.text, view.sentence.start, view.sentence.end)
    if (
        match is None
        or not (view.quantities or view.dates)
        or any(clause.predicate.tense in _TELLING_TENSES for clause in view.clauses)
    ):
        return None
    return Field(match.end(), view.sentence.end, (match[1].strip(),), view.block.section)


def field_drafts(document: Document, field: Field, mentions: Mentions, main: Sequence[str]) -> Iterator[Draft]:
    """The claims of a field: a number, a dated act, or a seat, for each of its parts between semicolons.

    A number takes its date from its part, from its heads, or from a cell of its row.
    """
    label = " – ".join(label for label in field.labels if label)
    if _words(label) & _CONTACTS:
        return
    heading = _words(" ".join(field.section[-1:]))
    for match in _SEGMENT.finditer(document.text, field.start, field.end):
        segment = Span(match.start(), match.end())
        base = _base(match[0], label, within(mentions.names, segment), main)
        numbers = list(_counted(document.text, segment, field.labels, mentions))
        placed = [value for date in within(mentions.dates, segment) if (value := dated(date))]
        if numbers:
            dates_of = placed or list(label_date(field.labels)) or field.row
            yield from _numbers(numbers, dates_of, label, heading | _words(f"{label} {match[0]}"), base)
        elif placed:
            named = "" if field.cell or _words(label) <= _HEADS else label
            yield from _acts(document.text, segment, placed, named, base)
        else:
            yield from _seats(match[0], label, within(mentions.names, segment), base)


_LABELLED = re.compile(r"([^\W\d_][^:;.!?\n]{1,60}):\s+")
_TELLING_TENSES = frozenset(("past", "perfect", "present", "future", "conditional"))
_TELLING = 100
"""A number from here on counts something, even where neither it nor its label says what."""
_HEADS = frozenset("year date updated edition version period".split())
_CONTACTS = frozenset(
    """phone telephone tel fax enquiries inquiries call website url isbn issn code postcode email hotline
    contact""".split()
)


def _counted(text: str, segment: Span, labels: Sequence[str], mentions: Mentions) -> Iterator[QuantityMention]:
    """The numbers of a part; a bare one takes its unit or its noun from the label: "Visitors: 2,100"."""
    bare = list(_bare(text[segment.start : segment.end], segment, labels))
    if bare:
        yield from bare
        return
    last: QuantityMention | None = None
    for number in within(mentions.quantities, segment):
        if number.sort == "number":
            yield from _of_label(number, labels)
        elif number.sort != "duration" and not (last is not None and _converts(text, last, number)):
            yield number
        last = number


def _converts(text: str, first: QuantityMention, second: QuantityMention) -> bool:
    """The same measure in another unit, in brackets behind: "90 km (56 mi)"."""
    return (
        first.sort == second.sort
        and first.quantity.unit != second.quantity.unit
        and "(" in text[first.end : second.start]
    )


def _of_label(number: QuantityMention, labels: Sequence[str]) -> Iterator[QuantityMention]:
    """A number with the first counted noun that a label gives, the narrowest label first."""
    for label in reversed(labels):
        for mention in quantities.find(f"{number.text} {label}"):
            if mention.sort not in ("number", "duration"):
                quantity = replace(number.quantity, unit=mention.quantity.unit)
                yield replace(number, quantity=quantity, sort=mention.sort, noun=mention.noun)
                return
    people = _words(" ".join(labels)) & {"population", "inhabitants", "residents", "diaspora", "speakers"}
    if people:
        yield replace(number, quantity=replace(number.quantity, unit="person"), sort="person")
    elif number.quantity.value >= _TELLING:
        yield replace(number, sort="count")


def _base(text: str, label: str, names: Sequence[NameMention], main: Sequence[str]) -> Draft:
    parties = dict.fromkeys(name.name for name in names if name.sort in ("party", "people"))
    places = [name.text for name in names if name.sort in ("place", "other")]
    words = _words(f"{label} {text}")
    planned: Polarity = "planned" if words & _PLANNED else "done"
    return Draft(
        "count",
        "",
        "field",
        parties=tuple(parties) or tuple(main),
        place=places[-1] if places else None,
        polarity=planned,
    )


def _words(text: str) -> set[str]:
    """The words of a text in lower case, with the lemmas of verb forms."""
    found: set[str] = set()
    for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()):
        found.add(word)
        found.update(reading.lemma for reading in verb_forms().get(word, ()))
    return found


def _bare(text: str, segment: Span, labels: Sequence[str]) -> Iterator[QuantityMention]:
    """A cell that is only a number takes its unit from its heads: "1,702" under "Exports (US$ million)"."""
    match = _BARE.fullmatch(text)
    units = [unit for label in labels for unit in _UNIT_WORDS.findall(label)]
    if match is None or not units:
        return
    number = match[1].strip()
    before = [unit for unit in units if _SIGNS.fullmatch(unit)]
    after = [unit for unit in units if unit not in before]
    for mention in quantities.find(" ".join([*before[:1], number, *after[:2]])):
        start = segment.start + match.start(1)
        yield replace(mention, start=start, end=start + len(number), lead=start, text=number)


def label_date(labels: Sequence[str], *, alone: bool = False) -> Iterator[Dated]:
    """The date that a row or column head gives, where the cell has none; its words stand outside the cell.

    With `alone`, only of labels that are nothing but a date: "8 May 1951: …".
    """
    for label in labels:
        for mention in dates.find(label):
            value = dated(mention)
            if value is not None and (not alone or mention.end - mention.lead == len(label)):
                yield replace(value, span=None)


def _row_date(document: Document, index: int, mentions: Mentions) -> list[Dated]:
    """The date that stands alone in another cell of the same row."""
    blocks, here = document.blocks, document.blocks[index]
    if here.kind != "cell" or not here.labels:
        return []
    first = last = index
    while first > 0 and blocks[first - 1].kind == "cell" and blocks[first - 1].labels[:1] == here.labels[:1]:
        first -= 1
    while last + 1 < len(blocks) and blocks[last + 1].kind == "cell" and blocks[last + 1].labels[:1] == here.labels[:1]:
        last += 1
    for cell in blocks[first : last + 1]:
        found = within(mentions.dates, Span(cell.start, cell.end))
        if (
            len(found) == 1
            and found[0].end - found[0].lead >= (cell.end - cell.start) - 2
            and (value := dated(found[0]))
        ):
            return [value]
    return []


def _numbers(
    numbers: Sequence[QuantityMention], when: Sequence[Dated], label: str, words: set[str], base: Draft
) -> Iterator[Draft]:
    for order, number in enumerate(numbers):
        near = set((number.noun or "").lower().split()) | _words(label)
        row = choose(number.sort, near, [words], base.polarity)
        kind = row.kind if row else "count"
        name = label or number.noun or (row.label if row else kind)
        yield replace(
            base,
            kind=kind,
            title=titles.number_title(name, number.quantity),
            rule=f"field: {kind}",
            date=_nearest(number, when, order, len(numbers)),
            quantity=number.quantity,
            value_span=Span(number.start, number.end),
            measure=" ".join(part for part in (label, number.noun) if part) or None,
        )


def _nearest(number: QuantityMention, when: Sequence[Dated], order: int, count: int) -> Dated | None:
    """The date after the number, else the only one; several numbers and as many dates go by their order."""
    placed = [date for date in when if date.span is not None]
    if len(placed) == count:
        return placed[order]
    after = [date for date in placed if date.span and date.span.start >= number.start]
    return after[0] if after else (when[0] if when else None)


def _acts(text: str, segment: Span, placed: Sequence[Dated], label: str, base: Draft) -> Iterator[Draft]:
    """The dated acts of a part, each with the words up to its date: "signed May 1951, renewed June 1953"."""
    start = segment.start
    for order, date in enumerate(placed):
        end = segment.end if order + 1 == len(placed) or date.span is None else date.span.end
        words = _without_dates(text[start:end])
        if words or label:
            yield _act(date, label, words, base)
        start = end


def _act(when: Dated, label: str, text: str, base: Draft) -> Draft:
    """A dated act: "Diplomatic relations: established 4 May 1961"."""
    frame = _frame(label, text)
    kind = frame.kind if frame else "action"
    title = titles.clipped(f"{label}: {text}" if label and text else label or text)
    draft = replace(base, kind=kind, title=title, rule="field: dated act", date=when)
    if kinds()[kind].family == "treaty":
        draft.instrument_type = next((word for word in sorted(_words(f"{label} {text}")) if word in INSTRUMENTS), None)
    return draft


def _without_dates(text: str) -> str:
    cut = text
    for mention in reversed(dates.find(text)):
        cut = cut[: mention.start] + cut[mention.end :]
    return " ".join(re.sub(r"\(\s*\)", "", cut).split()).strip(" ,:–-")


def _frame(label: str, text: str) -> Frame | None:
    """The first row that a word of the field triggers: instruments first, then its verbs, then its event nouns."""
    words = _words(f"{label} {text}")
    if words & INSTRUMENTS:
        acts = [frame for frame in frames() if frame.kind.startswith("treaty_")]
        return next(
            (frame for frame in acts if words & set(frame.verbs)),
            next(frame for frame in acts if frame.kind == "treaty_signed"),
        )
    for frame in frames():
        if (
            not frame.standing
            and not frame.weak
            and words & set(frame.verbs)
            and (not frame.companions or words & frame.companions)
        ):
            return frame
    nouns = re.findall(r"[a-z-]+", f"{label} {text}".lower())
    return next((found for noun in nouns if (found := noun_frame(noun, words))), None)


def _seats(text: str, label: str, names: Sequence[NameMention], base: Draft) -> Iterator[Draft]:
    """Missions and their seats: "Kenyan embassy, Oslo", "Consulates: Bergen, Tromsø"."""
    words = _words(f"{label} {text}")
    what = next(
        (word for word in ("consulate", "embassy", "mission") if any(found.startswith(word[:6]) for found in words)),
        None,
    )
    if what is None or (what == "mission" and not _words(label) & {"mission", "missions"}):
        return
    whose = f" of {base.parties[0]}" if base.parties else ""
    for name in names:
        if name.sort in ("place", "other"):
            yield replace(
                base,
                kind="embassy",
                title=titles.clipped(f"{what}{whose} in {name.text}"),
                place=name.text,
                rule="field: seat",
            )
