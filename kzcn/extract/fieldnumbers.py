"""The numbers of a labelled value; a bare one takes its unit or its noun from the labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from kzcn import quantities
from kzcn.extract.analysis import Mentions, within
from kzcn.extract.headunits import HeadUnit, head_unit
from kzcn.model import Qualifier, Quantity, Span
from kzcn.quantities import QuantityMention
from kzcn.quantities.lexicon import LEAD_QUALIFIERS, SCALES, TRAIL_QUALIFIERS
from kzcn.quantities.numerals import Numeral, read

__all__ = ["counted"]

_NUMERAL = r"\d[\d,.'’\u00a0\u202f\u2009 ]*"
_LEAD = r"[^\W\d][^\d()\[\]+−–-]{0,20}?|[~≈∼≃<>≤≥⩽⩾=]{1,2}"
_STATUS = r"[a-z]|\d|est\.?|rev\.?|prelim\.?|provisional|estimate|forecast|\d{4}(?:[/–-]\d{2,4})?"
# a number or range alone, with its qualifier, its sign, a footnote mark, or what says how final it is
_BARE = re.compile(
    rf"[\s(]*(?P<lead>{_LEAD})?\s*(?P<sign>[+\-–−])?(?P<low>{_NUMERAL})"
    rf"(?:(?:\s?[-–—]\s?|\sto\s)(?P<high>{_NUMERAL}))?(?P<trail>\+|\sor (?:more|less|fewer|over|under)|\splus)?\s*\)?"
    rf"[*†‡¹²³⁴⁵⁶⁷⁸⁹]*\s*(?:\[\w{{1,2}}\]|[epfr](?![^\W_]))?\s*(?:\((?:{_STATUS})\))?\s*"
)
_LEADS: dict[str, Qualifier] = {form: name for name, forms in LEAD_QUALIFIERS.items() for form in forms} | {
    **dict.fromkeys(("ca", "c", "circa", "est.", "est", "∼", "≃"), "about"),
    **dict.fromkeys((">=", "⩾"), "more_than"),
    **dict.fromkeys(("<=", "⩽"), "up_to"),
}
"""What may stand before a number that is alone, also signs and short forms that a sentence does not use."""
_TRAILS: dict[str, Qualifier] = {form: name for name, forms in TRAIL_QUALIFIERS.items() for form in forms}
_YEARS = re.compile(r"(?:1\d{3}|2[01]\d\d)(?:\s?[-–—]\s?\d{4})?")
_SIGN = re.compile(r"(?:^|[\s(])([-−–+] ?)$")
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
_NEVER_COUNTED = frozenset("export import turnover trade total minute hour day week month year".split())
_UNCOUNTED = ("number", "duration")


def counted(segment: Span, labels: Sequence[str], mentions: Mentions) -> Iterator[QuantityMention]:
    """The numbers of a part of a value; a bare one takes its unit or its noun from the label: "Visitors: 2,100"."""
    if _is_year_of_act(mentions.numbers[segment.start : segment.end], labels):
        return
    bare = _bare(mentions.numbers[segment.start : segment.end], segment.start)
    named = _named(bare, labels) if bare is not None else None
    if named is not None:
        yield named
        return
    last: QuantityMention | None = None
    for number in within(mentions.quantities, segment):
        if number.sort == "number":
            found = _named(number, labels)
            if found is not None:
                yield _signed(mentions.numbers, segment.start, found)
        elif number.sort != "duration" and not (last is not None and _converts(mentions.numbers, last, number)):
            yield _signed(mentions.numbers, segment.start, number)
        last = number


_YEAR = re.compile(r"\s*(?:1[5-9]|20)\d\d\s*")
_ACTS = frozenset(
    """opened opening established establishment signed founded built since closed inaugurated completed ratified joined
    accession recognised recognized demarcated commissioned concluded launched resumed""".split()
)


def _is_year_of_act(text: str, labels: Sequence[str]) -> bool:
    """Is a value the year of what its label says was done: "2003" under "Opened to foreigners"?"""
    acts = any(label.lower().split()[:1] and label.lower().split()[0] in _ACTS for label in labels)
    return acts and _YEAR.fullmatch(text) is not None


def _converts(text: str, first: QuantityMention, second: QuantityMention) -> bool:
    """The same measure in another unit, in brackets behind: "90 km (56 mi)"."""
    return (
        first.sort == second.sort
        and first.quantity.unit != second.quantity.unit
        and "(" in text[first.end : second.start]
    )


def _signed(text: str, start: int, number: QuantityMention) -> QuantityMention:
    """A number with the sign right before it among its words: "-3.1 %"; its value is the size of a change."""
    sign = _SIGN.search(text[max(start, number.lead - 3) : number.lead])
    if sign is None:
        return number
    first = number.lead - len(sign[1])
    return replace(number, start=first, lead=first, text=text[first : number.end])


def _bare(text: str, start: int) -> QuantityMention | None:
    """A value that is only a number or a range, with its qualifier and its sign; its unit is still to be found."""
    match = _BARE.fullmatch(text)
    lead = (match["lead"] or "").strip().lower() if match else ""
    if match is None or (lead and lead not in _LEADS):
        return None
    low, high = (_value(match[part]) if match[part] else None for part in ("low", "high"))
    if low is None or (match["high"] and (high is None or high <= low)):
        return None
    qualifier = _LEADS.get(lead) or _TRAILS.get((match["trail"] or "").strip(), "exact")
    quantity = Quantity(_plain(low), "", qualifier, _plain(high) if high is not None else None)
    first = start + match.start("sign" if match["sign"] else "low")
    written = text[first - start : match.end("low" if high is None else "high")].rstrip()
    opening = start + match.start("lead") if lead else first
    return QuantityMention(first, first + len(written), written, quantity, "number", lead=opening)


def _value(written: str) -> Fraction | None:
    """The value of digits with their separators; None where they are no number."""
    digits = written.rstrip(" \u00a0\u202f\u2009.,'’")
    found = read(digits, 0, 0, len(digits))
    return found.value if isinstance(found, Numeral) and found.end == len(digits) else None


def _named(number: QuantityMention, labels: Sequence[str]) -> QuantityMention | None:
    """A number of nothing named with the unit or the noun that its row and column give, else its caption."""
    near, far = _unit_of(labels[:2]), _unit_of(labels[2:])
    if near.unit is not None:
        return _in_unit(number, near)
    scaled = _in_unit(number, HeadUnit(near.scale if near.scale > 1 or far.unit is not None else far.scale))
    things = _things(scaled, labels[1::-1], _NEVER_COUNTED | (_MONEY_NOUNS if far.unit else frozenset()))
    if things is not None:
        return things
    if far.unit is not None:
        return _in_unit(number, HeadUnit(max(near.scale, far.scale), far.unit))
    return _things(scaled, labels[2:], _NEVER_COUNTED) or _of_nothing(scaled, labels)


def _unit_of(labels: Sequence[str]) -> HeadUnit:
    """The unit of the first label that gives one, a share before anything else, with the scale of any of them."""
    found = [head_unit(label) for label in labels]
    with_unit = [head for head in found if head.unit is not None]
    chosen = next((head for head in with_unit if head.unit and head.unit.sort == "percent"), None)
    if chosen is not None:
        return chosen
    chosen = with_unit[0] if with_unit else HeadUnit()
    scale = next((head.scale for head in (chosen, *found) if head.scale > 1 and head.unit in (None, chosen.unit)), 1)
    return HeadUnit(scale, chosen.unit)


def _in_unit(number: QuantityMention, head: HeadUnit) -> QuantityMention:
    """The number in the scale and unit of its head; a scale of its own goes before that of the head."""
    quantity, unit = number.quantity, head.unit
    has_scale = any(word in SCALES for word in number.text.lower().split())
    factor = (unit.factor if unit else Fraction(1)) * (1 if has_scale else head.scale)
    high = None if quantity.value_max is None else _times(quantity.value_max, factor)
    scaled = replace(quantity, value=_times(quantity.value, factor), value_max=high)
    if unit is None:
        return replace(number, quantity=scaled)
    return replace(number, quantity=replace(scaled, unit=unit.symbol), sort=unit.sort, per=unit.per)


def _things(scaled: QuantityMention, labels: Sequence[str], unlike: frozenset[str]) -> QuantityMention | None:
    """The scaled number with the first counted noun that a label gives, but for nouns that are `unlike` it."""
    for label in labels:
        words = re.sub(r"[,(].*", "", label).split()
        for first in range(min(3, len(words))):
            for mention in quantities.find(" ".join(["12", *words[first:]])):
                if mention.sort not in (*_UNCOUNTED, "money") and mention.quantity.unit not in unlike:
                    quantity = replace(scaled.quantity, unit=mention.quantity.unit)
                    return replace(scaled, quantity=quantity, sort=mention.sort, noun=mention.noun)
    return None


def _of_nothing(number: QuantityMention, labels: Sequence[str]) -> QuantityMention | None:
    """A number of people where the labels speak of them, else a count where it is large."""
    said = {word for label in labels for word in re.findall(r"[^\W\d_]+", label.lower())}
    if said & _PEOPLE or any(map(_OF_PEOPLE.match, labels)):
        return replace(number, quantity=replace(number.quantity, unit="person"), sort="person")
    is_year = _YEARS.fullmatch(number.text) is not None
    return replace(number, sort="count") if number.quantity.value >= _TELLING and not is_year else None


def _times(value: float, factor: Fraction) -> int | float:
    return _plain(Fraction(str(value)) * factor)


def _plain(number: Fraction) -> int | float:
    return int(number) if number.denominator == 1 else float(number)
