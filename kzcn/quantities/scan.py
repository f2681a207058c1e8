"""Finding the quantities of a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from kzcn.model import Qualifier, Quantity, Span
from kzcn.quantities import guards, numerals
from kzcn.quantities.amounts import Amount, may_go_on, read_amount, read_pair
from kzcn.quantities.lexicon import (
    COUNTED_BEFORE,
    CROWDS,
    FACTORS,
    FRACTION_NOUNS,
    LEAD_QUALIFIERS,
    NUMBER_CUES,
    NUMBER_WORDS,
    PER,
    QUARRELS,
    SCALES,
    TRAIL_QUALIFIERS,
    WHOLE,
    Unit,
)
from kzcn.quantities.nouns import OF_THE, NounPhrase, counted, unit_of
from kzcn.quantities.numerals import BLANKS, Numeral

__all__ = ["QuantityMention", "find"]

SHARE = Unit("percent", "percent", Fraction(100))
BARE = Unit("", "number")
PEOPLE = Unit("person", "person")

AND_BEFORE = re.compile(rf"(?:,|\b(?:and|but))[{BLANKS}]\Z")
SENTENCE_END = re.compile(r"[.;:!?][\s]")
FAR = 200
"""Code points between the first number of a list and the "respectively" behind it."""
NEARBY = 60
"""Code points between a number and one that goes on with it."""
PLACING = frozenset(("on", "in", "to", "from", "of", "for", "at"))
LIST_SEAM = re.compile(
    rf",?[{BLANKS}]and[{BLANKS}]|[{BLANKS}]or[{BLANKS}]|,[{BLANKS}](?!or\b)"
    rf"|[{BLANKS}]of[{BLANKS}](?:the|its|their|all|a[{BLANKS}]total)?[{BLANKS}]?"
)
"""What stands between the numbers of a list, and between a part and its whole: "41, 17 and 9 km", "30 of the 90 km"."""
MOST_LISTED = 6
LIST_JOIN = re.compile(rf"[{BLANKS},;&/–-]*(?:and|or|to|through)?[{BLANKS}]*")
OLD = re.compile(rf"[{BLANKS}-](?:old|of[{BLANKS}]age)\b")
ODD = re.compile(r"[-‑]odd\b")
STRONG = re.compile(rf"[{BLANKS}-]strong\b")
AGO = re.compile(rf"[{BLANKS}]ago\b")
RATIO = re.compile(
    rf"(?:[{BLANKS}][a-z]{{3,12}})?[{BLANKS}](in|out[{BLANKS}]of)[{BLANKS}](?:every[{BLANKS}])?(?=([a-z]?))"
)
FACTOR_GOES_ON = re.compile(rf"[{BLANKS}](?:the|that|those|its|their|from|to|by|in|over)\b")
PER_AFTER = re.compile(
    rf"(?:[{BLANKS}]of(?:[{BLANKS}][^\W\d_]{{1,20}}){{1,3}}?)?"
    rf"(?:[{BLANKS}](?:per|an?|each|every)[{BLANKS}]([a-z]{{2,10}})\b|/([a-z]{{3,9}})\b|[{BLANKS}]([a-z]{{4,8}}ly|daily)\b)"
)
OF_WHICH = re.compile(
    rf"[{BLANKS}][Oo]f[{BLANKS}](?:which|whom|them|these|those"
    rf"|(?:the|its|their|his|her|those)[{BLANKS}](?=(?:{'|'.join(NUMBER_WORDS)}|[0-9][0-9,]*)[{BLANKS}][a-z]{{3,}}))\b"
)
OF_OPENING = re.compile(r"(?:\A|[.;:!?\n])\s*Of\s[^.;:!?\n]{0,50}\Z")
VERBS_AFTER = frozenset(
    "is are was were has have had lie run follow remain belong go went came lay still shall will would".split()
)
ALONE_AFTER = re.compile(r"[ \t]*(?:\(|\n|\Z)")
FROM_TO = re.compile(rf"[{BLANKS}]to[{BLANKS}]")
TO_NUMBER = re.compile(rf"[{BLANKS}]to[{BLANKS}](?:{'|'.join(NUMBER_WORDS)}|[0-9]{{1,3}})\b(?![%.,/:-])")
SET_TO = re.compile(
    rf"\b(?:numbers?|quotas?|ceiling|limit)[{BLANKS}]of[{BLANKS}][^.;:,\n0-9]{{3,60}}[{BLANKS}](?:to|from|at)[{BLANKS}]\Z"
)
"""What stands before what a quota is brought to: "cut the number of posts to | 3"."""
AGAINST = re.compile(rf"[{BLANKS}](?:to|against)[{BLANKS}]")
RESPECTIVELY = re.compile(
    rf"(?:,[{BLANKS}][0-9][0-9,.]{{0,12}}){{0,6}},?[{BLANKS}]and[{BLANKS}][0-9][0-9,.]*[{BLANKS}][^.;:()]{{1,60}}[{BLANKS}]respectively\b"
)
SHARED_NOUN = re.compile(
    rf"[{BLANKS}](?:[A-Z]?[a-z]{{3,}})[{BLANKS}]and[{BLANKS}](?:{'|'.join(NUMBER_WORDS)}|[0-9][0-9,]*)"
    rf"(?:[{BLANKS}][A-Z]?[a-z]{{3,}}){{1,3}}[{BLANKS}][a-z]{{3,}}s\b"
)
"""What follows a number that shares the noun of the next: "17 road and 4 railway crossings"."""
LIST_OPENING = re.compile(rf"[:(][{BLANKS}]?\Z|[0-9],[{BLANKS}](?:and[{BLANKS}])?\Z")
ALONE_BEFORE = re.compile(r"(?:\A|\n|: ?|\t)\Z")


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A run of text that says how much or how many.

    `start` and `end` (code points, end exclusive) hold the number with its currency, scale and unit, not its
    qualifier, and not the counted noun, which has its own span.
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    sort: str
    """money, length, area, volume, weight, percent, person, count, duration, factor, number (of nothing named) …"""
    lead: int
    """Where the words of the qualifier or of the range ("more than", "between") begin, else `start`."""
    noun: str | None = None
    """The counted noun phrase as written: "smaller oil fields"."""
    noun_start: int | None = None
    noun_end: int | None = None
    per: str | None = None
    """What a rate is counted over: year, day, person …"""
    definite: bool = False
    """Spoken of before: "the two countries", "its 14 regions"."""
    word: bool = False
    """Written as a word: "five"."""


def find(text: str, skip: Sequence[Span] = ()) -> list[QuantityMention]:
    """The quantities of a text in order, none inside or across a span of `skip` (such as its dates).

    Years, dates, times, coordinates, ordinals, and numbers that are names (Article 5, COVID-19) are no quantities.
    Time grows with the length of the text alone.
    """
    return _Finder(text, sorted(skip)).run()


@cache
def _anchor() -> re.Pattern[str]:
    """Where a number may begin."""
    words = [*NUMBER_WORDS, *SCALES, *FRACTION_NOUNS, *FACTORS]
    forms = {form for word in words for form in (word, word.title())}
    digits = f"0-9{''.join(numerals.VULGAR)}"
    opens = "".join(sorted({form[0] for form in forms}))
    near = f"(?=[{digits}{opens}])"  # most places are told by their first letter
    return re.compile(rf"{near}(?:(?<![^\W_]){_tree(forms)}(?![^\W_])|[{digits}])")


def _tree(words: Iterable[str]) -> str:
    """A pattern of words that looks at each letter once, not at each word: "t(?:wo|hree)"."""
    by_first: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, reverse=True):  # what goes on comes before what ends
        by_first[word[:1]].append(word[1:])
    branches = [re.escape(first) + _tree(rests) if first else "" for first, rests in by_first.items()]
    return f"(?:{'|'.join(branches)})" if len(branches) > 1 else branches[0]


@cache
def _qualifier_table(where: str) -> tuple[re.Pattern[str], dict[str, Qualifier]]:
    table = LEAD_QUALIFIERS if where == "lead" else TRAIL_QUALIFIERS
    words = {form: name for name, forms in table.items() for form in forms}
    names = _tree(words).replace(r"\ ", rf"[{BLANKS}]")
    if where == "lead":
        return re.compile(rf"(?<![^\W_])({names})[{BLANKS}]?\Z", re.IGNORECASE), words
    return re.compile(rf"[{BLANKS}]?({names})(?![^\W_])"), words


@cache
def _longest_lead() -> int:
    """Code points in which the longest qualifier before a number, and the blank behind it, stand."""
    return 1 + max(map(len, _qualifier_table("lead")[1]))


@cache
def _qualifier_ends() -> frozenset[str]:
    return frozenset(form.rsplit(" ", 1)[-1] for forms in LEAD_QUALIFIERS.values() for form in forms)


def _may_end_a_qualifier(left: str) -> bool:
    """A quick look at the last word, before the search among all qualifiers."""
    last = left[-20:].rsplit(None, 1)[-1:]
    return bool(last) and (last[0].lower().lstrip("(\"“'‘—–-") in _qualifier_ends() or last[0][-1] in "~≈<>≤≥")


class _Finder:
    """One pass over a text: `floor` is where the last number ended, `limit` where the next skipped span begins."""

    def __init__(self, text: str, skip: Sequence[Span]) -> None:
        self.text = text
        self.skip = skip
        self.floor = 0
        self.limit = len(text)
        self.label_end = -1
        self.found: list[QuantityMention] = []

    def run(self) -> list[QuantityMention]:
        start = 0
        for left, right in self.skip:
            self._between(start, max(start, left))
            start = max(start, right)
        self._between(start, len(self.text))
        return self.found

    def _between(self, start: int, limit: int) -> None:
        """Read what lies between two skipped spans."""
        self.floor, self.limit = start, limit
        anchor = _anchor()
        pos = start
        while match := anchor.search(self.text, pos, limit):
            end = self._read(match.start(), match[0])
            pos = max(end, match.start() + 1)

    def _read(self, start: int, head: str) -> int:
        """Read the number whose first sign or word is `head`; the offset to go on from."""
        factor = FACTORS.get(head.lower())
        if factor is not None:
            return self._factor(start, start + len(head), factor)
        numeral = numerals.read(self.text, start, self.floor, self.limit)
        if isinstance(numeral, int):
            return numeral
        amount = read_amount(self.text, numeral, self.floor, self.limit)
        if amount.unit is None and amount.scale == 1 and not self._is_named(numeral, amount.start):
            amount = self._listed(amount)
        left = guards.before(self.text, amount.start, self.floor)
        if self._is_no_amount(amount, left):
            return numeral.end
        return self._ratio(amount) or self._one_or_two(amount)

    def _is_named(self, numeral: Numeral, start: int) -> bool:
        """Is a number that of an article, room or road: "article 5, 9 million dollars"?"""
        left = guards.before(self.text, start, self.floor)
        return guards.is_label(left) or (numeral.bare and guards.is_name(self.text, numeral, left))

    def _listed(self, amount: Amount) -> Amount:
        """An amount with the scale and unit that only the last of its list, or its whole, has."""
        end = amount.end
        for _ in range(0 if guards.looks_like_a_year(amount.numeral) else MOST_LISTED):
            seam = LIST_SEAM.match(self.text, end, self.limit)
            numeral = self._numeral_at(seam.end()) if seam else None
            if numeral is None:
                break
            other = read_amount(self.text, numeral, numeral.start, self.limit)
            joined = seam is not None and seam[0].strip(f"{BLANKS},") != ""
            if other.unit is not None and joined and self._may_share(amount, other, other.unit):
                return amount._replace(scale=other.scale, unit=other.unit)
            if other.unit is not None or other.scale > 1:
                break
            end = other.end
        return amount

    @staticmethod
    def _may_share(amount: Amount, other: Amount, unit: Unit) -> bool:
        """May an amount have the unit of another? None has more than 100 percent."""
        whole = unit.sort != "percent" or amount.number <= WHOLE
        return whole and unit.sort not in ("duration", "person") and other.number > 1

    def _one_or_two(self, amount: Amount) -> int:
        """Add an amount, or the range or change that begins with it; the offset to go on from."""
        pair = None
        if may_go_on(self.text, amount, self.limit):
            pair = read_pair(self.text, amount, self._lead_qualifier(amount.start)[1], self.floor, self.limit)
        if pair is None:
            return self._add(amount)
        if pair.is_range:
            return self._add(pair.low, pair.high, pair.lead)
        self._add(pair.low)
        return self._add(pair.high)

    def _is_no_amount(self, amount: Amount, left: str) -> bool:
        numeral = amount.numeral
        if amount.start == numeral.start and guards.glued_before(left):
            return True
        if guards.glued_after(self.text, amount.end if amount.unit else numeral.end, self.limit):
            return True
        if amount.unit is None and guards.last_word(left) == "top":
            return True
        if amount.unit is None and amount.scale == 1 and self._is_label(numeral, left):
            self.label_end = numeral.end
            return True
        return guards.is_one_of_many(self.text, numeral, left) or bool(
            amount.unit and amount.unit.sort == "duration" and OLD.match(self.text, amount.end, self.limit)
        )

    def _is_label(self, numeral: Numeral, left: str) -> bool:
        if guards.is_label(left):
            return True
        after_label = 0 <= self.label_end <= numeral.start <= self.label_end + 8
        return after_label and bool(LIST_JOIN.fullmatch(self.text, self.label_end, numeral.start))

    def _ratio(self, amount: Amount) -> int | None:
        """One in five, 3 out of 10: a share."""
        match = RATIO.match(self.text, amount.end, self.limit)
        if match is None or amount.unit:
            return None
        told = amount.numeral.word and (bool(match[2]) if amount.number > 1 else True)  # "nine in ten", "one in 8"
        if match[1] == "in" and not told:
            return None
        whole = self._numeral_at(match.end())
        if whole is None or not amount.number < whole.value <= 1000 or whole.scale > 1:
            return None
        share = amount.numeral._replace(end=whole.end, value=amount.number / whole.value, share=True)
        return self._add(Amount(amount.start, whole.end, share, 1, None))

    def _numeral_at(self, pos: int) -> Numeral | None:
        match = _anchor().match(self.text, pos, self.limit)
        numeral = numerals.read(self.text, pos, pos, self.limit) if match else None
        return numeral if isinstance(numeral, Numeral) else None

    def _factor(self, start: int, end: int, factor: Fraction) -> int:
        qualifier, lead = self._lead_qualifier(start)
        goes_on = self.text[start:end].lower() != "double" or FACTOR_GOES_ON.match(self.text, end, self.limit)
        if goes_on or lead < start:
            quantity = Quantity(_plain(factor), "times", qualifier)
            self.found.append(
                QuantityMention(start, end, self.text[start:end], quantity, "factor", lead=lead, word=True)
            )
            self.floor = end
        return end

    def _add(self, low: Amount, high: Amount | None = None, opening: int | None = None) -> int:
        """Add the mention of an amount or a range, if it says what it is an amount of; the offset to go on from."""
        last = high or low
        qualifier, lead = self._lead_qualifier(low.start)
        if opening is not None and opening < lead:
            outer, lead = self._lead_qualifier(opening)
            qualifier = outer if qualifier == "exact" else qualifier
        left = guards.before(self.text, low.start, self.floor)
        phrase = None
        unit = SHARE if low.numeral.share else low.unit
        if unit is None:
            phrase = self._phrase(low, last, guards.before(self.text, lead, self.floor))
            strong = STRONG.match(self.text, last.end, self.limit)
            unit = PEOPLE if strong else self._unit_of(phrase) or self._bare(low, last, left, marked=lead < low.start)
        if unit is None:
            return last.end
        if unit.sort == "duration" and self._is_period(lead, last.end):
            qualifier, lead = "exact", low.start
        for after in (last.end, phrase.end if phrase else last.end):
            qualifier = self._trail_qualifier(after, qualifier)
        odd = ODD.match(self.text, last.end, self.limit)
        quantity = _quantity(low, high, unit, "about" if odd else qualifier)
        self._append(Span(low.start, odd.end() if odd else last.end), quantity, unit, phrase, lead)
        return self.floor

    def _append(self, span: Span, quantity: Quantity, unit: Unit, phrase: NounPhrase | None, lead: int) -> None:
        start, end = span
        after = phrase.end if phrase else end
        self.found.append(
            QuantityMention(
                start,
                end,
                self.text[start:end],
                quantity,
                unit.sort,
                lead=min(lead, start),
                noun=self.text[phrase.start : phrase.end] if phrase else None,
                noun_start=phrase.start if phrase else None,
                noun_end=phrase.end if phrase else None,
                per=unit.per or self._per(after),
                definite=guards.is_definite(guards.before(self.text, lead, self.floor)),
                word=not any(sign.isdecimal() or sign in numerals.VULGAR for sign in self.text[start:end]),
            )
        )
        self.floor = after

    def _phrase(self, low: Amount, last: Amount, left: str) -> NounPhrase | None:
        """The noun phrase counted, unless the number is a name, a year or a pronoun."""
        numeral = low.numeral
        if low.number.denominator > 1 or (low.number == 1 and last is low) or guards.is_year(numeral, left):
            return None
        if (numeral.word or OF_THE.match(self.text, last.end, self.limit)) and guards.is_name(self.text, numeral, left):
            return None
        if guards.looks_like_a_year(numeral) and guards.is_definite(left):
            return None
        pattern, _ = _qualifier_table("trail")
        trail = pattern.match(self.text, last.end, self.limit)
        return counted(self.text, trail.end() if trail else last.end, self.limit, hyphened=not numeral.word)

    def _unit_of(self, phrase: NounPhrase | None) -> Unit | None:
        if phrase is None:
            return None
        name = unit_of(self.text[phrase.start : phrase.end], phrase.head)
        return Unit(name, "person" if name == "person" else "count")

    def _bare(self, low: Amount, last: Amount, left: str, *, marked: bool) -> Unit | None:
        """The unit of a number of nothing named: kept where it is large, qualified, cued or alone on its line."""
        numeral = low.numeral
        scaled = (last.scale > 1 and not numeral.word) or low.scale >= 1000
        large = not numeral.bare and numeral.value >= 1000
        sure = marked or scaled or large or guards.last_word(left) == "another"
        if (not sure and guards.is_name(self.text, numeral, left)) or guards.looks_like_a_year(numeral):
            return None
        counted_alone = self._of_crowd(left) or guards.first_word(self.text, last.end, self.limit) in COUNTED_BEFORE
        if scaled or counted_alone or guards.last_word(left) == "another" or self._is_end_of_change(low, last, left):
            return BARE
        if self._goes_on_counting(low.start, last.end) or self._is_of_more(low.start, last.end):
            return BARE
        if (large or marked) and not numeral.word:
            return BARE
        some_of = low.number > 1 and OF_WHICH.match(self.text, last.end, self.limit)
        if some_of or guards.last_word(left) in NUMBER_CUES or self._is_alone(low.start, last.end):
            return BARE
        return None

    def _is_end_of_change(self, low: Amount, last: Amount, left: str) -> bool:
        """Is a number an end of a change told with another: "raised from | six | to nine"?"""
        if low is not last or low.number == 1:
            return False
        began = (
            bool(self.found)
            and self.found[-1].sort == "number"
            and FROM_TO.fullmatch(self.text, self.found[-1].end, low.start)
        )
        return bool(began) or (
            guards.last_word(left) == "from" and TO_NUMBER.match(self.text, last.end, self.limit) is not None
        )

    def _goes_on_counting(self, start: int, end: int) -> bool:
        """Does a bare number repeat the one before: "36 died in Riga and | 19 in Lima", "90 km, | 30 in Peru"?"""
        if not self.found or not AND_BEFORE.search(self.text, max(self.floor, start - 6), start):
            return False
        between = self.text[self.found[-1].end : start]
        near = len(between) < NEARBY and not SENTENCE_END.search(between)
        return near and guards.first_word(self.text, end, self.limit) in PLACING

    def _is_part(self, start: int, end: int) -> bool:
        """Is a bare number a part of the one before: "90 km, of which | 30 …", "Of the 73 posts | 48 were found"?"""
        if not self.found or guards.first_word(self.text, end, self.limit) not in VERBS_AFTER:
            return False
        whole = self.found[-1]
        between = self.text[whole.end : start]
        if len(between) > 2 * NEARBY or SENTENCE_END.search(between):
            return False
        opened = OF_OPENING.search(self.text, max(0, whole.lead - NEARBY), whole.start)
        return opened is not None or OF_WHICH.search(between) is not None

    def _is_of_more(self, start: int, end: int) -> bool:
        """Does a bare number belong to others: as a part, in a list, as the votes against?"""
        led = self.text[max(0, start - 5) : start].endswith(("to ", "from ", "at "))
        quota = led and SET_TO.search(self.text, max(self.floor, start - FAR), start) is not None
        return quota or self._is_part(start, end) or self._is_of_list(start, end) or self._is_against(start)

    def _is_against(self, start: int) -> bool:
        """Is a bare number of those against: "by 116 votes to | 6"?"""
        before = self.found[-1] if self.found else None
        if before is None or before.noun is None or not before.noun.lower().endswith("votes"):
            return False
        return AGAINST.fullmatch(self.text, before.noun_end or before.end, start) is not None

    def _is_of_list(self, start: int, end: int) -> bool:
        """Is a bare number one of a list: "31 and 17 men respectively", or of a list of years, ": 14 in 1951"?"""
        respective = "respectively" in self.text[end : end + FAR] and RESPECTIVELY.match(self.text, end, self.limit)
        if respective or SHARED_NOUN.match(self.text, end, self.limit):
            return True
        opens = LIST_OPENING.search(self.text, max(0, start - 20), start)
        yearly = self.limit < len(self.text) and self.text[end : self.limit].strip(BLANKS) == "in"
        return opens is not None and yearly

    @staticmethod
    def _of_crowd(left: str) -> bool:
        """Does a number say how many a body of people is: "a brigade of thirty"?"""
        words = left.split()
        return len(words) > 1 and words[-1] == "of" and words[-2] in CROWDS

    def _is_alone(self, start: int, end: int) -> bool:
        before = self.text[max(0, start - 2) : start]
        return bool(ALONE_BEFORE.search(before) and ALONE_AFTER.match(self.text, end))

    def _is_period(self, lead: int, end: int) -> bool:
        """Whether "over" means "during": over five years, but over 100 years ago."""
        return self.text[lead : lead + 4].lower() == "over" and not AGO.match(self.text, end, self.limit)

    def _lead_qualifier(self, start: int) -> tuple[Qualifier, int]:
        """The qualifier before `start`, the outermost that says more than "about", and where its words begin."""
        pattern, words = _qualifier_table("lead")
        qualifier: Qualifier = "exact"
        for _ in range(3):
            left = guards.before(self.text, start, self.floor)
            near = max(0, len(left) - _longest_lead())
            match = pattern.search(left, near) if _may_end_a_qualifier(left) else None
            if match is None or (match[1].lower() == "over" and guards.last_word(left[: match.start()]) in QUARRELS):
                break
            name = words[re.sub(rf"[{BLANKS}]", " ", match[1]).lower()]
            qualifier = name if qualifier in ("exact", "about") else qualifier
            start -= len(match[0])
        return qualifier, start

    def _trail_qualifier(self, end: int, qualifier: Qualifier) -> Qualifier:
        if qualifier != "exact":
            return qualifier
        pattern, words = _qualifier_table("trail")
        match = pattern.match(self.text, end, self.limit)
        return words[re.sub(rf"[{BLANKS}]", " ", match[1])] if match else qualifier

    def _per(self, end: int) -> str | None:
        match = PER_AFTER.match(self.text, end)  # "a year" is a date to others
        return PER.get(match[1] or match[2] or match[3]) if match else None


def _quantity(low: Amount, high: Amount | None, unit: Unit, qualifier: Qualifier) -> Quantity:
    value, rounded = _value(low, unit)
    highest = _value(high, unit)[0] if high else None
    return Quantity(value, unit.symbol, "about" if rounded and qualifier == "exact" else qualifier, highest)


def _value(amount: Amount, unit: Unit) -> tuple[int | float, bool]:
    """The value in base units, and whether it had to be rounded (a third is 33.3 percent)."""
    exact = amount.number * unit.factor
    if unit is SHARE and (exact * 10).denominator > 1:
        return _plain(Fraction(round(exact * 10), 10)), True
    return _plain(exact), False


def _plain(number: Fraction) -> int | float:
    return int(number) if number.denominator == 1 else float(number)
