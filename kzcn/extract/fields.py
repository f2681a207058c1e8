"""Claims of labelled fields and table cells: "Border: 534 km", a row "2018" under "Exports, US$ million"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kzcn import dates
from kzcn.dates import DateMention
from kzcn.extract import titles
from kzcn.extract.analysis import Mentions, within
from kzcn.extract.dating import Dated, dated
from kzcn.extract.draft import Draft
from kzcn.extract.field import Field
from kzcn.extract.fieldnumbers import counted
from kzcn.extract.fieldparts import Part, parts, shown_label
from kzcn.extract.frames import Frame, frames, noun_frame
from kzcn.extract.headdates import head_date, in_words
from kzcn.extract.lexicon import verb_forms
from kzcn.extract.measures import choose
from kzcn.extract.movements import is_growth
from kzcn.extract.topic import is_about_border
from kzcn.extract.words import INSTRUMENTS
from kzcn.kinds import kinds
from kzcn.model import Document, Polarity, Quantity, Span
from kzcn.names import NameMention, party_of
from kzcn.names import find as find_names
from kzcn.quantities import QuantityMention

__all__ = ["field_drafts", "field_of", "label_date"]

_PLANNED = frozenset(("target", "goal", "planned", "plan", "forecast", "expected", "projected"))


def field_of(document: Document, index: int, mentions: Mentions) -> Field:
    """Block `index` as a field."""
    block = document.blocks[index]
    if block.kind != "cell":
        return Field(block.start, block.end, block.labels, block.section)
    beside = [other for other in document.blocks[max(0, index - 1) : index + 2] if other.labels[:1] == block.labels[:1]]
    row = tuple(_row_date(document, index, mentions))
    return Field(block.start, block.end, block.labels, block.section, row, cell=True, lone=len(beside) == 1)


def field_drafts(document: Document, field: Field, mentions: Mentions, main: Sequence[str]) -> Iterator[Draft]:
    """The claims of a field: a number, a dated act, or a seat, for each of its parts.

    A number takes its date from its part, from its heads, or from a cell of its row.
    """
    heading = _words(" ".join(field.section[-1:]))
    topic = {"border"} if is_about_border(document) else set()
    owner: str | None = None
    for part in parts(document.text, field.start, field.end, field.labels):
        label = " – ".join(filter(None, part.labels))
        if _words(label) & _SERVICE:
            continue
        names = _names(mentions, part.span)
        text = document.text[slice(*part.span)]
        base = _base(text, part.span.start, label, names, main)
        base.kind = "treaty_signed" if field.is_instrument else base.kind
        numbers = [] if _dates_row(field) else list(counted(part.span, part.labels, mentions))
        placed = [value for date in _apart(within(mentions.dates, part.span), numbers) if (value := dated(date))]
        when = placed or ([part.date] if part.date else [])
        if numbers:
            dates_of = when or list(label_date(part.labels)) or field.row
            items = list(_items(document.text, part, numbers))
            base = replace(base, parties=_parties(find_names(label), main)) if any(item for _, item in items) else base
            yield from _numbers(items, part.labels, dates_of, heading | topic | _words(f"{label} {text}"), base)
            yield from _participles(document.text, part, placed, replace(base, polarity="done"))
        if when and (field.is_instrument or not numbers):
            named = _act_label(field, part, label)
            is_date = head_date(text) is not None
            for date, told in _told_at(document.text, part.span, when):
                words = "" if is_date else told
                if (words or named) and not _speaks_of_sheet(words or named):
                    yield _act(date, named, words, base, heading)
        elif field.is_instrument:
            yield from (_act(date, label, text.strip(" ;."), base, heading) for date in field.row)
        elif (
            not numbers
            and _words(" ".join(field.labels[1:2])) & _TOLD
            and (row := [*field.row, *label_date(part.labels)])
        ):
            yield _act(row[0], shown_label(field.labels[:2]), text.strip(), base, heading)
        elif not numbers:
            owner = _owner(text) or owner
            yield from _seats(text, label, names, base, owner)


def _apart(found: Sequence[DateMention], numbers: Sequence[QuantityMention]) -> list[DateMention]:
    """The dates that are no numbers: 1,950 may be written 1950 under "Visitors"."""
    return [date for date in found if not any(n.start < date.end and date.start < n.end for n in numbers)]


def _names(mentions: Mentions, span: Span) -> list[NameMention]:
    """The names of a part, without those that are currencies, units and months of its numbers and dates."""
    spans = [Span(number.start, number.end) for number in within(mentions.quantities, span)]
    spans += [Span(date.start, date.end) for date in within(mentions.dates, span)]
    return [
        name
        for name in within(mentions.names, span)
        if not any(other.start < name.end and name.start < other.end for other in spans)
    ]


def _tells(heads: Sequence[str]) -> bool:
    """Whether the head of a column tells an act: "Opened", "In force"."""
    return any(_frame(head, "") is not None or _words(head) & _IN_FORCE for head in heads)


def _act_label(field: Field, part: Part, label: str) -> str:
    """What names a dated act: the label; in a table one in the cell, one that tells an act, or what a "Date" is of."""
    if field.lone and _dates_row(field):
        return shown_label(field.labels[:1])
    if (field.cell and part.labels == field.labels and not _tells(field.labels[1:2])) or _words(label) <= _HEADS:
        return ""
    return shown_label(part.labels) or label


def _dates_row(field: Field) -> bool:
    """Whether a cell stands under a head such as "Date", and is nothing but the date of its row."""
    head = _words(" ".join(field.labels[1:2]))
    return field.cell and bool(head) and head <= _HEADS


_TOLD = frozenset(
    """event events agreement agreements treaty treaties document documents visitor visitors visit visits guest guests
    title act instrument what description delegation meeting""".split()
)
"""Heads of columns whose cells tell what happened on the date of their row."""
_BARE = frozenset("event events title act what description document documents".split())
"""Of them, those that say nothing of what happened."""
_HEADS = frozenset("year date updated edition version period".split())
_SERVICE = frozenset(
    """phone telephone tel fax enquiries inquiries call website url isbn issn code postcode email hotline
    contact source sources hours""".split()
)
"""Labels of what speaks of the sheet or of its authors."""
_OF_SHEET = frozenset("status updated version revised edition year census".split())
"""What stands before the date of a sheet, or of one of its values."""


def _speaks_of_sheet(words: str) -> bool:
    """Do words end with a word for the sheet: "Status", "3rd edition", "last updated"?"""
    return bool(words) and words.lower().split()[-1].strip(".:") in _OF_SHEET


def _base(text: str, start: int, label: str, names: Sequence[NameMention], main: Sequence[str]) -> Draft:
    words = _words(f"{label} {text}")
    polarity: Polarity = "denied" if words & _CALLED_OFF else "planned" if words & _PLANNED else "done"
    return Draft(
        "count",
        "",
        "field",
        parties=_parties([*find_names(_SEAT_OF.sub("", label)), *_owners(text), *names], main),
        place=_place(text, start, names),
        polarity=polarity,
    )


_CALLED_OFF = frozenset(("cancelled", "canceled"))
_GOVERNED = re.compile(r"\b(?:in|at|near|to|from|into)(?: the)? $")
_BETWEEN = re.compile(r"\s*(?:$|[,;)–(])")


def _place(text: str, start: int, names: Sequence[NameMention]) -> str | None:
    """The last name of a place in a part that begins at `start`: by its own word, behind a preposition, or alone."""
    found: str | None = None
    for name in names:
        before, after = text[: name.start - start], text[name.end - start :]
        alone = before.endswith((", ", "(", "– ")) and _BETWEEN.match(after)
        told = name.sort == "other" and not name.text.isupper() and (alone or _GOVERNED.search(before))
        found = name.text if name.sort == "place" or told else found
    return found


_SEAT_OF = re.compile(r"\b(?:Embassy|Consulate|Consulate[ -]General|High Commission|Mission) of\b")


def _owners(text: str) -> list[NameMention]:
    """The names in "Embassy of Mali, Lomé", whose mission is not one name here."""
    return find_names(_SEAT_OF.sub("", text)) if _SEAT_OF.search(text) else []


def _parties(names: Sequence[NameMention], main: Sequence[str]) -> tuple[str, ...]:
    """The parties that a field names; with one alone goes the other one of the document."""
    named = tuple(dict.fromkeys(name.name for name in names if name.sort in ("party", "people")))
    if len(named) != 1:
        return named or tuple(main)
    return (*named, *[party for party in main if party not in named][:1])


def _words(text: str) -> set[str]:
    """The words of a text in lower case, with the lemmas of verb forms."""
    found: set[str] = set()
    for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()):
        found.add(word)
        found.update(reading.lemma for reading in verb_forms().get(word, ()))
    return found


def label_date(labels: Sequence[str], *, alone: bool = False) -> Iterator[Dated]:
    """The date that a row or column head gives, where the cell has none; its words stand outside the cell.

    With `alone`, only of labels that are nothing but a date: "8 May 1951: …".
    """
    for label in map(in_words, labels):
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
        if len(cell.labels) > 1 and not _words(cell.labels[1]) <= _HEADS:
            continue
        found = within(mentions.dates, Span(cell.start, cell.end))
        if len(found) == 1 and found[0].end - found[0].lead >= (cell.end - cell.start) - 2:
            value = dated(found[0])
        else:
            value = head_date(document.text[cell.start : cell.end])
        if value is not None:
            return [replace(value, span=value.span or Span(cell.start, cell.end))]
    return []


def _items(text: str, part: Part, numbers: Sequence[QuantityMention]) -> Iterator[tuple[QuantityMention, str]]:
    """Each number with what names it among several."""
    start = part.span.start
    for number in numbers:
        yield number, _item(text, start, number) if len(numbers) > 1 else ""
        start = number.end


def _numbers(
    numbers: Sequence[tuple[QuantityMention, str]],
    labels: Sequence[str],
    when: Sequence[Dated],
    words: set[str],
    base: Draft,
) -> Iterator[Draft]:
    label = " – ".join(filter(None, labels))
    for order, (number, item) in enumerate(numbers):
        near = set((number.noun or "").lower().split()) | _words(label) | _words(item)
        row = choose("growth" if is_growth(number.sort, words) else number.sort, near, [words], base.polarity)
        kind = row.kind if row else "count"
        kind = _CHANGES.get(kind, kind) if number.text[0] in "+-−–" else kind
        name = shown_label(labels) or number.noun or (row.label if row else kind)
        yield replace(
            base,
            kind=kind,
            title=titles.number_title(f"{name}: {item}" if item else name, _signed(number)),
            rule=f"field: {kind}",
            date=_nearest(number, when, order, len(numbers)),
            quantity=number.quantity,
            value_span=Span(number.start, number.end),
            measure=_measure(labels, item, number.noun),
            parties=_parties(find_names(item), base.parties) if item else base.parties,
        )


_CHANGES = {"share": "growth", "trade_share": "trade_growth"}
"""What a percentage with a sign is, where one without would be a share."""


def _measure(labels: Sequence[str], item: str, noun: str | None) -> str | None:
    """What a number measures: its labels without dates and units, what names it, and the noun that none of them has."""
    named = " ".join(filter(None, (shown_label(labels), item)))
    return named if noun and noun.lower() in named.lower() else " ".join(filter(None, (named, noun))) or None


def _signed(number: QuantityMention) -> Quantity:
    """A number as its title shows it: below zero where it is written with a minus."""
    quantity = number.quantity
    return replace(quantity, value=-quantity.value) if number.text[0] in "-−–" else quantity


_LAST_ITEM = re.compile(r"(?:^|[,;)]|\band\b)\s*((?:of which\s)?[^\W\d_][^,;()\d]{0,50})$")


def _item(text: str, start: int, number: QuantityMention) -> str:
    """What stands before a number of several and names it: "Italy" of "Malta 9 %, Italy 7 %"."""
    found = _LAST_ITEM.search(text[start : number.lead].rstrip(" ("))
    return found[1].strip(" :–-") if found and len(found[1].strip()) > 2 else ""


def _nearest(number: QuantityMention, when: Sequence[Dated], order: int, count: int) -> Dated | None:
    """The date after the number, else the only one; several numbers and as many dates go by their order."""
    placed = [date for date in when if date.span is not None]
    if len(placed) == count:
        return placed[order]
    after = [date for date in placed if date.span and date.span.start >= number.start]
    return after[0] if after else (when[0] if when else None)


def _told_at(text: str, segment: Span, placed: Sequence[Dated]) -> Iterator[tuple[Dated, str]]:
    """Each date of a part with the words up to it: "signed May 1951, renewed June 1953"."""
    start = segment.start
    for order, date in enumerate(placed):
        end = segment.end if order + 1 == len(placed) or date.span is None else date.span.end
        end += order + 1 < len(placed) and text[end : end + 1] == ")"
        yield date, _without_dates(text[start:end])
        start = end


_PARTICIPLE = re.compile(
    r"(?:^|[,(] ?)(?P<words>(?:[^\W\d][^\W\d’'-]* ){0,3}?(?P<verb>[a-z-]{3,20}(?:ed|lt|nt|wn|un)))(?: in| on)? ?$"
)


def _participles(text: str, part: Part, placed: Sequence[Dated], base: Draft) -> Iterator[Draft]:
    """What a participle before a date tells beside the numbers: "founded 1951, 40 workers"."""
    for date in placed:
        found = _PARTICIPLE.search(text[part.span.start : date.span.start]) if date.span is not None else None
        frame = _frame("", found["verb"]) if found else None
        if found is not None and frame is not None:
            named = shown_label(part.labels)
            title = titles.clipped(f"{named}: {found['words']}" if named else found["words"])
            yield replace(base, kind=frame.kind, title=title, rule="field: participle", date=date)


def _act(when: Dated, label: str, text: str, base: Draft, heading: Collection[str] = ()) -> Draft:
    """A dated act: "Diplomatic relations: established 4 May 1961"; the heading helps where nothing else tells it."""
    frame = _frame(label, text)
    kind = "treaty_in_force" if _words(text) & _IN_FORCE else frame.kind if frame else None
    kind = kind or _kind_of_label(_words(f"{label} {text}"))
    if kind is None:
        above = _frame(" ".join(sorted(heading)), "")
        kind = base.kind if base.kind != "count" else above.kind if above else "action"
    named = f"{label}: {text}" if label and text and not _words(label) <= _words(text) | _BARE else text or label
    draft = replace(base, kind=kind, title=titles.clipped(named), rule="field: dated act", date=when)
    if kinds()[kind].family == "treaty":
        draft.instrument_type = next((word for word in sorted(_words(f"{label} {text}")) if word in INSTRUMENTS), None)
    return draft


_LABEL_KINDS = (
    ({"diplomatic", "relations"}, "diplomatic_relations"),
    ({"relations", "established"}, "diplomatic_relations"),
    ({"recognition"}, "recognition"),
    ({"force"}, "treaty_in_force"),
    ({"independence"}, "founding"),
    ({"ambassador"}, "envoy"),
    ({"commissioner"}, "envoy"),
    ({"consul"}, "envoy"),
)
"""Labels that tell an act without a verb: all words of a row -> kind."""


def _kind_of_label(words: set[str]) -> str | None:
    return next((kind for row, kind in _LABEL_KINDS if row <= words), None)


_SEATS = ("consulate", "embassy", "mission")
_IN_FORCE = frozenset(("force", "effective"))
_BEFORE_DATE = re.compile(r"\b(?:since|from|in|on|by|until|of|as of|the|dated|for)\s*$")


def _without_dates(text: str) -> str:
    """The words of an act without its dates, what leads to them, and empty brackets."""
    cut = text
    for mention in reversed(dates.find(text)):
        before = cut[: mention.lead]
        while (shorter := _BEFORE_DATE.sub("", before)) != before:
            before = shorter
        cut = before + cut[mention.end :]
    cut = re.sub(r"\([\s,;.]*\)", "", cut)
    if cut.count("(") != cut.count(")"):
        cut = cut.replace("(", ", ", 1) if "(" in cut else cut.replace(")", "")
    return " ".join(cut.split()).replace(" ,", ",").strip(" ,;.:–-")


def _frame(label: str, text: str) -> Frame | None:
    """The first row that a word of the field triggers: instruments first, then its verbs, then its event nouns."""
    words = _words(f"{label} {text}") - _CALLED_OFF - {"cancel"}
    if words & INSTRUMENTS:
        acts = [frame for frame in frames() if frame.kind.startswith("treaty_")]
        if words & _IN_FORCE:
            return next(frame for frame in acts if frame.kind == "treaty_in_force")
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
            and (not frame.themes or words & frame.themes)
            and not (frame.state or frame.instrument)
        ):
            return frame
    nouns = re.findall(r"[a-z-]+", f"{label} {text}".lower())
    return next((found for noun in nouns if (found := noun_frame(noun, words))), None)


_OWNED = re.compile(r"(?P<owner>[A-Z][\w’'-]+) (?i:(?:honorary )?(?:embass|consulate|high commission|mission))")


def _owner(text: str) -> str | None:
    """Whose the mission is that a text names: "Kenyan embassy, Oslo"."""
    found = _OWNED.search(text)
    return party_of(found["owner"]) if found else None


def _seats(text: str, label: str, names: Sequence[NameMention], base: Draft, owner: str | None) -> Iterator[Draft]:
    """Missions and their seats: "Kenyan embassy, Oslo", "Consulates: Bergen, Tromsø"; `owner` is whose they are."""
    words = _words(f"{label} {text}")
    what = next((word for word in _SEATS if any(found.startswith(word[:6]) for found in words)), None)
    if what is None and re.search(r"\bhigh commission\b", f"{label} {text}", re.IGNORECASE):
        what = "high commission"
    if what is None or (what == "mission" and not _words(label) & {"mission", "missions"}):
        return
    owner = owner or next(iter(base.parties), None)
    whose = f" of {owner}" if owner else ""
    parties = (owner, *(party for party in base.parties if party != owner)) if owner else ()
    is_address = any(map(str.isdigit, text))
    for name in names[:1] if is_address else names:
        if name.sort in ("place", "other"):
            yield replace(
                base,
                kind="embassy",
                parties=parties,
                title=titles.clipped(f"{what}{whose} in {name.text}"),
                place=name.text,
                rule="field: seat",
            )
