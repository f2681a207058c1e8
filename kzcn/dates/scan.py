"""Run the grammar over the tags: islands of words of time, and in each the longest readings from left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kzcn.dates.guards import allowed
from kzcn.dates.pieces import Hit
from kzcn.dates.readings import Reading, Rule
from kzcn.dates.tokens import Tokens, tag_set

__all__ = ["Found", "scan"]

_TRIGGERS = tag_set(
    "MONTH MAYMARCH MON RUMONTH RUYEAR RUY WEEKDAY WEEKDAYS SEASON FALL DAY DAYS UNIT UNITS CLOCK CLOCKS WEEKEND"
    " WEEKENDS QUARTER QUARTERS HALF PARTDAY PARTDAYS POINTDAY TODAY YESTERDAY TOMORROW TONIGHT OVERNIGHT NOW"
    " CURRENT PRESENT MOMENT THEN RECENTLY RECENT FORMER SOON FUTURE PAST DAILY ANNUAL EVERYDAY TIME PERIOD DATEWORD"
    " AMPM OCLOCK ERA YEAR4 N3 DECADE DECADEWORD HOLIDAY ORDDAY SECOND APOS ISO SLASHED CLOCKTIME HAN QNAME"
)
"""An expression has at least one of them."""
_BLOCKERS = tag_set("OTHER NAME BREAK SEMI PERCENT MONEY")
"""No expression begins before one of them and has its trigger after it."""
_REACH = 10
"""No pattern has its first trigger further on than this."""


class Found(NamedTuple):
    """A reading and the tokens it was read from, end exclusive."""

    first: int
    last: int
    reading: Reading
    rule: str


_TRIGGER = re.compile(f"[{''.join(sorted(_TRIGGERS))}]")


class _Grammar(dict[str, tuple[Rule, ...]]):
    """Two tags -> the rules that can begin with them, found when they are first met."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self._rules = rules

    def __missing__(self, tags: str) -> tuple[Rule, ...]:
        self[tags] = found = tuple(rule for rule in self._rules if rule.pattern.may_begin(tags))
        return found


@cache
def _grammar() -> _Grammar:
    from kzcn.dates.rules_amount import AMOUNT_RULES  # noqa: PLC0415 - the grammar is built at the first text
    from kzcn.dates.rules_calendar import CALENDAR_RULES  # noqa: PLC0415
    from kzcn.dates.rules_pairs import PAIR_RULES  # noqa: PLC0415
    from kzcn.dates.rules_reigns import REIGN_RULES  # noqa: PLC0415
    from kzcn.dates.rules_relative import RELATIVE_RULES  # noqa: PLC0415

    return _Grammar((*CALENDAR_RULES, *PAIR_RULES, *RELATIVE_RULES, *REIGN_RULES, *AMOUNT_RULES))


def scan(tokens: Tokens) -> Iterator[Found]:
    """The readings of a text, from left to right, none overlapping another."""
    grammar = _grammar()
    end = 0
    for trigger in _TRIGGER.finditer(tokens.tags):
        if trigger.start() < end:
            continue
        at = max(end, _island_start(tokens.tags, trigger.start()))
        while at <= trigger.start():
            found = _longest(tokens, at, grammar)
            if found is not None:
                yield found
                end = at = found.last
            else:
                at += 1
        end = max(end, at)


def _island_start(tags: str, trigger: int) -> int:
    at = trigger
    while at > 0 and trigger - at < _REACH and tags[at - 1] not in _BLOCKERS:
        at -= 1
    return at


def _longest(tokens: Tokens, at: int, grammar: _Grammar) -> Found | None:
    matches = []
    for rule in grammar[tokens.tags[at : at + 2]]:
        match = rule.pattern.regex.match(tokens.tags, at)
        if match is not None:
            matches.append((match.end(), rule, match))
    matches.sort(key=_by_length)
    for last, rule, match in matches:
        reading = rule.build(Hit(tokens, match))
        if reading is None:
            continue
        first = at if reading.first is None else reading.first
        found = Found(first, last if reading.last is None else reading.last, reading, rule.name)
        if allowed(tokens, found.first, found.last, rule.name):
            return found
    return None


def _by_length(match: tuple[int, Rule, re.Match[str]]) -> int:
    return -match[0]
