"""The scale and unit that the head of a column, a row or a table gives: "Exports (US$ mln)", "'000 persons"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import prod
from typing import NamedTuple

from kzcn.quantities.lexicon import PER, SCALE_LETTERS, SCALES, Unit, after_units, before_units
from kzcn.quantities.nouns import singular

__all__ = ["HeadUnit", "head_unit", "without_unit"]


class HeadUnit(NamedTuple):
    """What a head says of the numbers under it."""

    scale: int = 1
    unit: Unit | None = None
    """None where only the scale is said: "Visitors (thousands)"."""


class _Word(NamedTuple):
    """A word or sign of a head; `sort` is unit, scale, round (1,000), number, filler, comma, edge or other."""

    sort: str
    start: int
    end: int
    scale: int = 1
    unit: Unit | None = None
    is_sure: bool = False
    """A unit wherever it stands, not only alone: "USD", "%", "km²", but not "people"; of the fillers "in"."""


class _Run(NamedTuple):
    """Words of scale and unit that stand together."""

    start: int
    end: int
    scale: int
    unit: Unit | None
    fills: bool
    """Nothing else stands between its brackets, or between its commas."""
    is_bracketed: bool

    @property
    def rank(self) -> tuple[bool, bool, int]:
        """In brackets is surer than alone, alone than among other words, later than before."""
        return self.is_bracketed and self.fills, self.fills, self.start


_TOKEN = re.compile(
    r"(?P<sign>(?:US|U\.S\.|AU?|CA?|HK|N[ZT]|[SR])?\$(?:US\b)?|CN¥|JP¥|[€£¥₸₽₹₩₺₮₴₫₱₪%])"
    r"|(?P<thousands>(?<![\d,.])['’‘]?000['’]?s?(?!\d))"
    r"|(?P<number>\d+(?:[., ]\d{3})*(?!\d))"
    r"|(?P<code>[A-Z]{3})(?=(?:k|m|mn|mln|b|bn)\b)"
    r"|(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+[²³]|(?:km|m|mi)[23]\b|b/d\b|[^\W\d_]+(?:[-‑][^\W\d_]+)*\.?)"
    r"|(?P<comma>[,;])|(?P<edge>[()\[\]:–—-])|(?P<other>\S)"
)
_SURE = re.compile(
    r"km|[bmt]cm|TEU|[kMGT]Wh?|[A-Z]{3}|.*[²³\d$]|[^\w\s].*|(?i:per ?cent|percentages?|pct|pp|(?:sq|square|cubic)\b.*)"
)
_PERSONS = frozenset(("person",))
_LONGEST_FORM = 4
_LONGEST_LABEL = 300
"""Code points of a label that is looked through; a longer one is no head."""
_FILLERS = frozenset(("in", "of", "the", "current", "constant", "equivalent"))
_ROUND = frozenset((100, 1000, 10_000, 100_000, 1_000_000))
"""Numbers that stand for a scale: "(1,000 USD)", "(10,000 tons)"."""
_HEAD_SCALES = {
    **SCALES, "thou": 1000, "thsd": 1000, "ths": 1000, "tsd": 1000,
    "mil": 10**6, "mill": 10**6, "bil": 10**9, "mlrd": 10**9, "mrd": 10**9, "mld": 10**9,
}  # fmt: skip
_RATE = re.compile(r"\s?(?:per|/|an?)\s?([a-z]{2,10})\b")
_BEFORE_RATE = re.compile(r"(?:\bper|/)\s?$")
_MONEY_BEFORE = re.compile(r"((?:[A-Z]{1,2})?[^\w\s]|\b[A-Z]{3})\s?$")
_MONEY_AFTER = re.compile(r"\s?((?:[A-Z]{1,2})?[^\w\s]|[A-Z]{3}\b)")
_OF_PEOPLE = re.compile(r"(?:population|[^\W\d_]+(?:er|or|ist|ant|ent)s)[, ]+\(?m\)?$", re.IGNORECASE)
"""People are counted in millions: "Visitors (m)"."""
_EMPTY = re.compile(r"\s*[(\[]\s*[)\]]|(?<=[(\[])[\s,;]+|[\s,;]+(?=[)\]])|(?:\bin\b|[\s,;:–—-])+$|^[\s,;:–—]+")


@lru_cache(4096)
def head_unit(label: str) -> HeadUnit:
    """The scale and unit of a head; scale 1 and no unit where it says none.

    >>> head_unit("Visitors ('000)").scale
    1000
    """
    chosen = _chosen(label)
    unit = next((run.unit for run in chosen if run.unit is not None), None)
    if unit is not None and unit.symbol == "m" and _OF_PEOPLE.match(label):
        return HeadUnit(10**6)
    return HeadUnit(prod(run.scale for run in chosen), unit)


def without_unit(label: str) -> str:
    """A head without its unit, where that stands apart: "Exports" of "Exports (US$ mln)"."""
    for run in sorted(_chosen(label), reverse=True):
        if run.fills:
            label = label[: run.start] + label[run.end :]
    while len(label) <= _LONGEST_LABEL and label != (shorter := _EMPTY.sub("", label)):
        label = shorter
    return label


def _chosen(label: str) -> list[_Run]:
    """The run that gives the unit, and one that gives its scale: "Tonnes (thousand)"; none of a text."""
    if len(label) > _LONGEST_LABEL:
        return []
    runs = sorted(_runs(label), key=lambda run: run.rank)
    unit = next((run for run in reversed(runs) if run.unit is not None), None)
    if unit is not None and unit.scale > 1:
        return [unit]
    scale = next((run for run in reversed(runs) if run.unit is None), None)
    return [run for run in (unit, scale) if run is not None]


def _runs(label: str) -> Iterator[_Run]:
    words = list(_words(label))
    at = 0
    while at < len(words):
        end = _run_end(words, at)
        if end > at and (run := _run(label, words, at, end)) is not None:
            yield run
        at = max(end, at + 1)


def _run_end(words: Sequence[_Word], start: int) -> int:
    """Where the words of scale and unit from `start` on end; one unit is enough, fillers and commas may part them."""
    end, units = start, 0
    for at in range(start, len(words)):
        word = words[at]
        units += word.sort == "unit"
        if units > 1 or word.sort in {"edge", "other", "number"} or (at == start and word.sort in {"filler", "comma"}):
            break
        if word.sort in {"unit", "scale", "round"}:
            end = at + 1
    return end


def _run(label: str, words: Sequence[_Word], first: int, last: int) -> _Run | None:
    """The run of some words; None where they are a number of something, a rate, or words like any other."""
    parts = words[first:last]
    unit = next((word.unit for word in parts if word.sort == "unit"), None)
    scale = prod(word.scale for word in parts)
    rate = _RATE.match(label, parts[-1].end) if unit is not None else None
    opening = _opening(words, first)
    is_closed = last == len(words) or words[last].sort in {"edge", "comma"} or rate is not None
    fills = is_closed and opening is not None
    is_sure = any(word.is_sure for word in parts) or (unit is not None and scale > 1)
    if _BEFORE_RATE.search(label[: parts[0].start]) or any(_is_number(words, at) for at in (first - 1, last)):
        return None
    if not fills and (any(word.sort == "round" for word in parts) or not (is_sure or (unit is None and scale > 1))):
        return None
    start = parts[0].start if opening is None else opening
    if unit is not None and rate is not None:
        unit = unit._replace(per=PER.get(rate[1], unit.per))
    return _Run(start, rate.end() if rate else parts[-1].end, scale, unit, fills, _is_bracketed(label, start))


def _opening(words: Sequence[_Word], first: int) -> int | None:
    """Where a run begins that has nothing before it but fillers, or "in"; None for any other."""
    at = first
    while at > 0 and words[at - 1].sort == "filler":
        at -= 1
    alone = at == 0 or words[at - 1].sort in {"edge", "comma"}
    return words[at].start if alone or (at < first and words[at].is_sure) else None


def _is_number(words: Sequence[_Word], at: int) -> bool:
    """Whether a number stands there that is no year: "$5 million" is an amount, "2019 USD" a unit."""
    return 0 <= at < len(words) and words[at].sort in {"number", "round"}


def _is_bracketed(label: str, at: int) -> bool:
    return any(label.rfind(opens, 0, at) > label.rfind(closes, 0, at) for opens, closes in ("()", "[]"))


def _words(label: str) -> Iterator[_Word]:
    tokens = list(_TOKEN.finditer(label))
    at = 0
    while at < len(tokens):
        word, taken = _form(label, tokens, at) or (_word(tokens[at]), 1)
        yield word
        at += taken


def _form(label: str, tokens: Sequence[re.Match[str]], at: int) -> tuple[_Word, int] | None:
    """The longest unit that begins at a token, or its letter for a scale, and of how many tokens it is made."""
    for count in range(min(_LONGEST_FORM, len(tokens) - at), 0, -1):
        start, end = tokens[at].start(), tokens[at + count - 1].end()
        form = label[start:end]
        if form in SCALE_LETTERS and _beside_money(label, start, end):
            return _Word("scale", start, end, SCALE_LETTERS[form]), 1
        unit = _unit(form)
        if unit is not None:
            return _Word("unit", start, end, unit=unit, is_sure=_SURE.fullmatch(form) is not None), count
    return None


def _word(token: re.Match[str]) -> _Word:
    start, end = token.span()
    text = token[0].rstrip(".").lower()
    if token["thousands"]:
        return _Word("scale", start, end, 1000)
    if token["number"]:
        number = int(re.sub(r"\D", "", text))
        if number in _ROUND:
            return _Word("round", start, end, number)
        return _Word("other" if 1900 <= number <= 2100 else "number", start, end)
    if token["word"]:
        scale = _HEAD_SCALES.get(text) or _HEAD_SCALES.get(text.removesuffix("s"))
        if scale:
            return _Word("scale", start, end, scale)
        return _Word("filler" if text in _FILLERS else "other", start, end, is_sure=text == "in")
    return _Word("comma" if token["comma"] else "edge" if token["edge"] else "other", start, end)


def _beside_money(label: str, start: int, end: int) -> bool:
    """Whether a letter such as the m of "$m" or "m USD" stands beside a currency."""
    sides = (_MONEY_BEFORE.search(label, max(0, start - 5), start), _MONEY_AFTER.match(label, end))
    units = (_unit(side[1]) for side in sides if side is not None)
    return any(unit is not None and unit.sort == "money" for unit in units)


def _unit(form: str) -> Unit | None:
    """The unit of a written form, its last word in either number, points left out, long words in any case."""
    bare = form.replace(".", "")
    rest, _, last = bare.rpartition(" ")
    one = f"{rest} {singular(last)}".strip()
    return next((_units()[name] for name in (bare, one, *_lower(bare), *_lower(one)) if name in _units()), None)


def _lower(form: str) -> tuple[str, ...]:
    return (form.lower(),) if len(form) > 3 else ()


@cache
def _units() -> dict[str, Unit]:
    """Units and currencies by their forms without points; neither durations nor the people words but "person"."""
    forms = {**before_units(), **after_units()}
    return {
        form.replace(".", ""): unit
        for form, unit in forms.items()
        if unit.sort not in {"person", "duration"} or form in _PERSONS
    } | {"people": Unit("person", "person"), "pp": Unit("percent", "percent")}
