"""The numbers of a labelled value; a bare one takes its unit or its noun from the labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kzcn import quantities
from kzcn.extract.analysis import Mentions, within
from kzcn.model import Span
from kzcn.quantities import QuantityMention

__all__ = ["counted"]

# a number alone, with a footnote mark or what says how final it is
_BARE = re.compile(
    r"[\s(]*([+\-–−]?\d[\d,.\u00a0\u202f ]*)\s*\)?[*†‡¹²³⁴⁵⁶]*\s*"
    r"(?:\((?:[a-z]|\d|est\.?|rev\.?|prelim\.?|provisional|estimate|\d{4}(?:[/–-]\d{2,4})?)\))?\s*"
)
_UNIT_WORDS = re.compile(
    r"(US\$|A\$|C\$|HK\$|[$€£¥₽₸]|(?-i:\b[A-Z]{3}\b)|%|\b(?:thousand|million|billion|trillion|mn|bn|tonnes?|tons?|km2?|km²"
    r"|percent|per cent|people|persons|barrels|cubic metres?|dollars?|euros?|yuan|roubles?|rubles?|tenge)\b)",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"US\$|[A-Z]{1,2}\$|[$€£¥₽₸]|[A-Z]{3}")
_THOUSANDS = re.compile(r"['’]000s?\b")
_SCALE = re.compile(r"thousand|million|billion|mn|bn", re.IGNORECASE)
_PHRASES = (
    re.compile(r"\((?:in )?([^()]+)\)"),
    re.compile(r"[,:]\s(?:in )?([^,:()]+)$"),
    re.compile(r"()(?:in )?(.+)$"),
)
"""Where a label gives its unit: in brackets, after a comma, or all of it."""
_TELLING = 100
"""A number from here on counts something, even where neither it nor its label says what."""
_PEOPLE = frozenset(("population", "inhabitants", "residents", "diaspora", "speakers"))
_OF_PEOPLE = re.compile(r"[A-Z][a-z]+(?:ese|ish|ch|ss|ns|is) (?:living |resident )?in [A-Z]")
"""A people somewhere: "Portuguese in Chad"."""
_MONEY_NOUNS = frozenset(
    """export import grant loan credit aid investment turnover trade balance good service surplus deficit revenue sale
    purchase remittance cost expenditure payment debt product total""".split()
)
"""What is counted in money under a caption that names a currency."""
_UNCOUNTED = ("number", "duration")


def counted(text: str, segment: Span, labels: Sequence[str], mentions: Mentions) -> Iterator[QuantityMention]:
    """The numbers of a part of a value; a bare one takes its unit or its noun from the label: "Visitors: 2,100"."""
    bare = _bare(text[segment.start : segment.end], segment, labels)
    if bare is not None:
        yield bare
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
    text = number.text if number.quantity.value_max is not None else f"{number.quantity.value:,.0f}"
    for label in (*reversed(labels[:2]), *labels[2:]):
        words = re.sub(r"[,(].*", "", label).split()
        for first in range(min(3, len(words))):
            for mention in quantities.find(" ".join([text, *words[first:]])):
                if mention.sort not in _UNCOUNTED:
                    quantity = replace(number.quantity, unit=mention.quantity.unit)
                    yield replace(number, quantity=quantity, sort=mention.sort, noun=mention.noun)
                    return
    said = {word for label in labels for word in label.lower().split()}
    if said & _PEOPLE or any(map(_OF_PEOPLE.match, labels)):
        yield replace(number, quantity=replace(number.quantity, unit="person"), sort="person")
    elif number.quantity.value >= _TELLING:
        yield replace(number, sort="count")


def _bare(text: str, segment: Span, labels: Sequence[str]) -> QuantityMention | None:
    """A value that is only a number takes its unit from its labels: "1,702" under "Exports (US$ million)"."""
    match = _BARE.fullmatch(text)
    if match is None:
        return None
    written = match[1].strip()
    start = segment.start + match.start(1)
    for place, group in enumerate((labels[:2], labels[2:])):
        found = (_in_unit(written, label) for label in group)
        things = (_noun(written, label) for label in labels[:2] if place)
        mention = next(filter(None, [*things, *found]), None)
        if mention is not None:
            own = replace(mention, start=start, end=start + len(written), lead=start, text=written)
            return next(_of_label(own, labels), None) if own.sort == "number" else own
    return None


def _noun(number: str, label: str) -> QuantityMention | None:
    """The number of the people or things that a row or column names; a caption's currency is not theirs."""
    found = quantities.find(f"{number} {label}")
    named = (mention for mention in found if mention.sort not in (*_UNCOUNTED, "money"))
    return next((mention for mention in named if mention.quantity.unit not in _MONEY_NOUNS), None)


def _in_unit(number: str, label: str) -> QuantityMention | None:
    """The number with the unit that a label gives: in brackets, after a comma, or all of it."""
    for phrase in _PHRASES:
        found = phrase.search(_THOUSANDS.sub("thousand", label))
        words = found[found.lastindex or 0].split() if found else []
        orders = (" ".join([number, *words]), " ".join([*words[:1], number, *words[1:]]))
        for written in orders if words else ():
            mention = next(iter(quantities.find(written)), None)
            whole = mention is not None and mention.end - mention.lead == len(written)
            if mention is not None and whole and (mention.sort not in _UNCOUNTED or _SCALE.fullmatch(" ".join(words))):
                return mention
    units = _UNIT_WORDS.findall(label)
    before = [unit for unit in units if _SIGNS.fullmatch(unit)]
    after = [unit for unit in units if unit not in before]
    written = " ".join([*before[:1], number, *after[:2]])
    return next(iter(quantities.find(written)), None) if units else None
