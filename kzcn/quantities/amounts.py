"""A numeral with its currency, scale and unit, and two of them as a range."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from kzcn.quantities import numerals
from kzcn.quantities.lexicon import (
    CHANGE_VERBS,
    NUMBER_WORDS,
    RANGE_VERBS,
    SCALE_LETTERS,
    SCALES,
    WHOLE,
    Unit,
    after_units,
    before_units,
)
from kzcn.quantities.nouns import counted, singular, unit_name
from kzcn.quantities.numerals import BLANKS, Numeral

__all__ = ["Amount", "currency_before", "may_go_on", "read_amount", "read_pair"]

UNIT_WORD = re.compile(
    rf"([{BLANKS}][“\"]?|[-‑])?([^\W\d_][^\W_²³]{{0,20}}[²³]?(?:/(?:h|d|a|y|yr)\b)?)(\.(?=[{BLANKS}]))?(?![^\W_])"
)
UNIT_SIGN = re.compile(rf"[{BLANKS}]?(%[{BLANKS}]points?\b|%|°[CF]\b|[$€£¥₸₽₹₩₺₮₴₫₱₪元])")
# a point is part of "3 bn. euros" and "5 mln., they say", not of "They hold $5k."
SCALE_WORD = re.compile(rf"(?:[{BLANKS}]|[-‑])?([A-Za-z]{{1,8}})(?![^\W_])(?:\.(?=[{BLANKS}][a-z]|[,;]))?")
POINT_BEFORE_CODE = re.compile(
    rf"(?<![a-z]{{4}})\.(?=[{BLANKS}](?:[A-Z]{{3}}\b|US\b|[A-Z][a-z]+[{BLANKS}][a-z]))"
)  # of "3 bn. USD"
JOIN = re.compile(
    rf"[{BLANKS}]?[-–—‑−][{BLANKS}]?|[{BLANKS}](to|and|or)[{BLANKS}](?:(?:about|around|nearly|some|over)[{BLANKS}])?"
)
NUMBER_START = re.compile(rf"[0-9]|(?:{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)
BETWEEN = re.compile(rf"\b([Bb]etween|[Ff]rom)[{BLANKS}]\Z")
MOST_UNIT_WORDS = 4
NOT_A_UNIT = re.compile(r"[-‑](?!(?:long|wide|high|deep|tall)\b)[^\W\d_]")
LONGEST_CURRENCY = 6


class Amount(NamedTuple):
    """A number in its written place with what makes it more than a number."""

    start: int
    """Where the currency sign begins, or the numeral."""
    end: int
    numeral: Numeral
    scale: int
    unit: Unit | None

    @property
    def number(self) -> Fraction:
        """The number without its unit's factor."""
        return self.numeral.value if self.scale == 1 else self.numeral.value * self.scale


class Pair(NamedTuple):
    """Two amounts joined by words or a dash: a range, or the two ends of a change."""

    low: Amount
    high: Amount
    is_range: bool
    lead: int
    """Where "between" or "from" begins, or the first amount."""


class _Tail(NamedTuple):
    end: int
    scale: int
    unit: Unit | None


def read_amount(text: str, numeral: Numeral, floor: int, limit: int) -> Amount:
    """The numeral with the currency before it, and the scale and unit after it."""
    start, money = currency_before(text, numeral.start, floor)
    tail = _tail(text, numeral, limit, money)
    return Amount(start, tail.end, numeral, numeral.scale * tail.scale, tail.unit)


def may_go_on(text: str, low: Amount, limit: int) -> bool:
    """Whether what may join two amounts stands behind one: a first look, before its qualifier is looked for."""
    return JOIN.match(text, low.end, limit) is not None


def read_pair(text: str, low: Amount, lead: int, floor: int, limit: int) -> Pair | None:
    """The range that begins with `low`: $3–4 billion, between 20 and 30 percent, from 5 km to 7 km.

    A scale or unit written once belongs to both ends. `lead` is where the qualifier of `low` begins.
    """
    join = JOIN.match(text, low.end, limit)
    if join is None:
        return None
    opening = BETWEEN.search(text[max(floor, lead - 20) : lead])
    if join[1] == "and" and (opening is None or opening[1].lower() != "between"):
        return None
    high = _second(text, join.end(), limit)
    if high is None or _is_change_and_goal(low, high):
        return None
    changed = opening is not None and opening[1].lower() == "from" and _is_change(text, lead - len(opening[0]))
    low, high = _share(low, high, falling=changed)
    if (low.unit and high.unit and low.unit != high.unit) or low.numeral.share != high.numeral.share:
        return None
    if not changed and (low.number >= high.number or (join[1] == "or" and high.number > 2 * low.number + 1)):
        return None
    return Pair(low, high, is_range=not changed, lead=lead - len(opening[0]) if opening else lead)


def _is_change_and_goal(low: Amount, high: Amount) -> bool:
    """Are two numbers how much something changed and what it came to: "fell 76 percent to 866,000"?"""
    share = low.unit is not None and low.unit.symbol == "percent"
    return share and high.unit is None and high.number > WHOLE


def currency_before(text: str, start: int, floor: int) -> tuple[int, Unit | None]:
    """Where the currency sign or code before `start` begins, and its unit; `start` and None where there is none."""
    left = text[max(floor, start - LONGEST_CURRENCY) : start]
    match = _currency_pattern().search(left) if left.rstrip(BLANKS)[-1:] in _currency_ends() else None
    if match is None:
        return start, None
    return start - len(match[0]), before_units()[match[1].replace("\u00a0", " ")]


@cache
def _currency_ends() -> frozenset[str]:
    """The last characters of currency signs and codes: a quick look before the search."""
    return frozenset(form[-1] for form in before_units())


@cache
def _currency_pattern() -> re.Pattern[str]:
    forms = sorted(before_units(), key=len, reverse=True)
    names = "|".join(re.escape(form).replace(r"\ ", rf"[{BLANKS}]") for form in forms)
    return re.compile(rf"(?<![^\W_])({names})[{BLANKS}]?\Z")


def _tail(text: str, numeral: Numeral, limit: int, money: Unit | None) -> _Tail:
    end, scale = numeral.end, 1
    for _ in range(2):  # two hundred thousand · 3 thousand million
        match = SCALE_WORD.match(text, end, limit)
        factor = _scale(text, match, limit, money is not None) if match else None
        if match is None or factor is None:
            break
        end, scale = match.end() if len(match[1]) <= 3 else match.end(1), scale * factor  # the point of "bn."
    if money:
        code = _unit_at(text, end, limit)  # of "$3 billion USD"
        return _Tail(code[0] if code and code[1] == money else end, scale, money)
    point = POINT_BEFORE_CODE.match(text, end, limit) if scale > 1 else None
    found = _unit_at(text, point.end() if point else end, limit)
    if found is None:
        return _Tail(end, scale, None)
    unit = _settled(found[1], numeral, scale * numeral.scale, text[end : found[0]].strip())
    return _Tail(found[0] if unit is not None else end, scale, unit)


def _scale(text: str, match: re.Match[str], limit: int, is_money: bool) -> int | None:  # noqa: FBT001 - a property of the number
    word = match[1]
    if word.lower() in SCALES:
        return SCALES[word.lower()]
    letter = SCALE_LETTERS.get(word)
    if letter is None or is_money:
        return letter
    glued = match.start(1) == match.start() and word in "mk"
    if not glued and word == "m":  # "5 m people", but "5 m rails"
        phrase = counted(text, match.end(), limit)
        unit = _unit_at(text, match.end(), limit)
        people = phrase is not None and unit_name(phrase.head) == "person"
        return letter if people or (unit and unit[1].sort in ("volume", "weight", "money")) else None
    following = glued and (_unit_at(text, match.end(), limit) or counted(text, match.end(), limit))
    return letter if following else None


def _unit_at(text: str, pos: int, limit: int) -> tuple[int, Unit] | None:
    sign = UNIT_SIGN.match(text, pos, limit)
    if sign:
        return sign.end(), after_units()["%" if sign[1][0] == "%" else sign[1]]
    forms: list[tuple[str, int, bool]] = []
    phrase, end = "", pos
    while len(forms) < MOST_UNIT_WORDS and (word := UNIT_WORD.match(text, end, limit)):
        if forms and not word[1]:
            break
        plain = f"{phrase} {word[2]}".lstrip()
        forms.append((plain, word.end(2), word[1] == "-"))
        phrase, end = f"{plain}{word[3] or ''}", word.end()
        if word[3]:  # the point of "sq. km", or the full stop of the sentence
            forms.append((phrase, end, word[1] == "-"))
    for form, form_end, hyphened in reversed(forms):
        unit = _lookup(form)
        if unit and unit.sort != "person" and (hyphened or not NOT_A_UNIT.match(text, form_end, limit)):
            return form_end, unit
    return None


@lru_cache(4096)
def _lookup(form: str) -> Unit | None:
    """The unit of a written form, with the last word in either number; long forms in any case."""
    units = after_units()
    if form in units:
        return units[form]
    rest, _, last = form.rpartition(" ")
    one = f"{rest} {singular(last)}".strip()
    found = units.get(one)
    return found or (units.get(one.lower()) if len(one) > 3 else None)


_PEOPLES_TOO = frozenset(("guarani",))
"""Currencies whose name with a capital letter is that of a people: "3,000 Guarani"."""


def _settled(unit: Unit, numeral: Numeral, scale: int, written: str) -> Unit | None:
    """Pounds and won mean money beside a scale, marks where there are many; "45 won" is a verb."""
    if written[:1].isupper() and scale < 1000 and written.lower() in _PEOPLES_TOO:
        return None
    many = scale >= 1000 or (unit.symbol == "mark" and numeral.value >= 1000)
    if many or unit.symbol not in ("GBP", "KRW", "mark") or unit.sort != "money":
        return unit
    return Unit("lb", "weight") if unit.symbol == "GBP" else None


def _second(text: str, pos: int, limit: int) -> Amount | None:
    sign = re.compile(rf"[^\W\d]{{0,3}}[$€£¥₸₽][{BLANKS}]?|[A-Z]{{3}}[{BLANKS}]?(?=[0-9])").match(text, pos, limit)
    start = sign.end() if sign else pos
    if not NUMBER_START.match(text, start, limit):
        return None
    numeral = numerals.read(text, start, pos, limit)
    if isinstance(numeral, int):
        return None
    amount = read_amount(text, numeral, pos, limit)
    return amount if amount.start == pos else None


def _share(low: Amount, high: Amount, *, falling: bool) -> tuple[Amount, Amount]:
    """Give each end the unit, and the first the scale, that only the other one has; `falling` if it may be larger."""
    unit = high.unit or low.unit
    scaled = low.numeral.value * high.scale
    fits = scaled < high.number or (falling and low.numeral.value < 1000)
    if low.scale == 1 and (low.unit is None or low.unit.sort == "money") and fits:
        low = low._replace(scale=high.scale)
    return low._replace(unit=low.unit or unit), high._replace(unit=unit)


def _is_change(text: str, opening: int) -> bool:
    """Whether one of the last words before "from" is a verb of change."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", text[max(0, opening - 80) : opening])]
    return not RANGE_VERBS.intersection(words[-2:]) and any(word in CHANGE_VERBS for word in words[-8:])
