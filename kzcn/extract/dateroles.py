"""What a date is in its sentence: of a clause, of a thing, of a life, or what something is compared with."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from kzcn.dates.words import REIGNED, RULERS
from kzcn.extract.asides import aside_at
from kzcn.extract.frames import event_frame, is_instrument, noun_frame
from kzcn.extract.tokens import Token

__all__ = ["Host", "Role", "is_beside", "past_events", "role_of"]

Role = Literal["adverbial", "aside", "base", "hosted", "comparison", "lifespan", "reign"]
"""Of a clause; of what is told beside its subject; of what something moved from; of a thing; compared; of a life; of a
ruler's reign."""


@dataclass(frozen=True, slots=True)
class Host:
    """A thing with a date of its own: the token of its head, the token of the date."""

    token: int
    date: int


def role_of(tokens: Sequence[Token], index: int) -> tuple[Role, int | None]:
    """What the date at a token is, and the token of the thing that it is the date of, where it is one's own."""
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if (ruler := _of_reign(tokens, index)) is not None or (before is not None and before.text in "(["):
        return ("reign", ruler) if ruler is not None else _bracketed(tokens, index)
    beside = next((role for role, holds in _BESIDE.items() if before is not None and holds(tokens, index)), None)
    if beside is not None:
        return beside, None
    if aside_at(tokens, index) is not None:
        return "aside", None
    if (host := _of_instrument(tokens, index)) is not None:
        return "hosted", host
    if after is not None and after.tag in ("word", "name") and (before is None or before.tag in ("det", "word")):
        host = _noun_after(tokens, index)
        return ("hosted", host) if host is not None else ("adverbial", None)
    return "adverbial", None


_LIVED = frozenset("r reigned ruled b born d died fl".split())


def _of_life(tokens: Sequence[Token], index: int) -> bool:
    """Does a bracket tell a reign or a life: "(r. 1727–1745)"?"""
    words = [token.low for token in tokens[max(0, index - 4) : index] if token.low not in (".", "in")]
    return words[-2:-1] == ["("] and words[-1] in _LIVED


def _of_reign(tokens: Sequence[Token], index: int) -> int | None:
    """The ruler of whose reign a bracket gives the years: "(r. 1727–1745)", "Emperor Fasilides (1632–67)"."""
    opened = index - 1
    while opened > index - 4 and opened > 0 and tokens[opened].low in (".", *REIGNED):
        opened -= 1
    host = opened - 1
    if host < 0 or tokens[opened].text != "(" or tokens[host].tag != "name" or not _is_range(tokens[index].text):
        return None
    told = any(token.low in REIGNED for token in tokens[opened + 1 : index])
    return host if told or _is_ruler(tokens, host) or _rules_of_old(tokens, host, index) else None


_FACILITIES = frozenset(
    """university railway street dam palace bridge college school road hospital hotel company line square avenue museum
    port airport stadium canal mine party""".split()
)
"""What is called after a ruler."""
_PRINCELY = frozenset(("prince", "duke"))
"""Titles of those who may never have ruled."""


def _is_ruler(tokens: Sequence[Token], host: int) -> bool:
    """Does a title stand at a name: "Emperor Fasilides", "the emperor Fasilides", not "Emperor Dam"?"""
    words = tokens[host].low.split()
    titles = {words[0], *(token.low for token in tokens[max(0, host - 1) : host])}
    return not (RULERS - _PRINCELY).isdisjoint(titles) and words[-1] not in _FACILITIES


def _rules_of_old(tokens: Sequence[Token], host: int, index: int) -> bool:
    """Is it one of antiquity who is named after his realm: "Hammurabi of Babylon (1792–1750 BC)"?"""
    named = host > 1 and tokens[host - 1].low == "of" and tokens[host - 2].tag == "name"
    return named and "bc" in tokens[index].low and event_frame(tokens[host - 2]) is None


def is_beside(tokens: Sequence[Token], index: int) -> bool:
    """Does a date tell of a thing where another tells of the clause: "the 1859 text", "a plan for 1952–1955"?"""
    term = index > 0 and tokens[index - 1].low == "for" and _is_range(tokens[index].low.replace("-", "–"))
    return term or _is_attribute(tokens, index)


def _falls_behind(tokens: Sequence[Token], index: int) -> bool:
    """Does a length of time only say how late something is: "a year later | than announced"?"""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return after == "than" and tokens[index].low.endswith(("later", "earlier", "sooner"))


_APPOSITION = 4


def _of_apposition(tokens: Sequence[Token], index: int) -> bool:
    """Does a year belong to an apposition: "the school, a gift of | 1951, has 90 pupils"?"""
    closed = index + 1 < len(tokens) and tokens[index + 1].low == ","
    opened = next((at for at in range(index - 1, max(-1, index - 1 - _APPOSITION), -1) if tokens[at].low == ","), None)
    if not closed or opened is None or opened == 0 or tokens[index - 1].low != "of":
        return False
    return tokens[opened + 1].low in ("a", "an") and tokens[opened - 1].tag in ("word", "name")


_RANKS = frozenset("first last largest highest lowest biggest best worst fewest most least only".split())
_RANK_REACH = 5


def _ranks(tokens: Sequence[Token], index: int) -> bool:
    """Does a date only say since when something is the first or the most: "the first train since 1951"?"""
    if tokens[index - 1].low != "since":
        return False
    before = tokens[max(0, index - 1 - _RANK_REACH) : index - 1]
    ranked = next((at for at in reversed(range(len(before))) if before[at].low in _RANKS), None)
    return ranked is not None and not any(token.tag in ("verb", "aux") for token in before[ranked:])


def _is_attribute(tokens: Sequence[Token], index: int) -> bool:
    """Does a year tell things apart: "the 1859 text"?"""
    if not 0 < index < len(tokens) - 1 or not tokens[index].low.isdecimal():
        return False
    return tokens[index - 1].low in ("the", "a", "its", "their", "this") and tokens[index + 1].tag == "word"


def _in_told_bracket(tokens: Sequence[Token], index: int) -> bool:
    """Does a clause in brackets tell what happened then: "(who in 1882 became a minister)"?"""
    opened = next((at for at in range(index - 1, -1, -1) if tokens[at].text in "()"), None)
    if opened is None or tokens[opened].text != "(":
        return False
    inside = takewhile(lambda token: token.text != ")", tokens[opened + 1 :])
    return tokens[opened + 1].tag == "rel" and any(token.tag in ("verb", "aux") for token in inside)


def _of_term(tokens: Sequence[Token], index: int) -> bool:
    """Does a date say since when a thing stands: "a visa regime in place since 2000"?"""
    before = [token.low for token in tokens[max(0, index - 4) : index]]
    if len(before) < 4 or before[-1] not in ("since", "from") or before[-3] != "in":
        return False
    return before[-2] in ("place", "use", "operation") and tokens[index - 4].tag == "word"


_SIGNED = frozenset(("signed", "concluded"))


def _of_instrument(tokens: Sequence[Token], index: int) -> int | None:
    """The instruments of "the accords of 1903 and 1911", "a pact with Mali, 3 May 1903", "a pact (signed in 1903)"."""
    while index > 2 and tokens[index - 1].tag == "conj" and tokens[index - 2].tag == "date":
        index -= 2
    if index > 3 and tokens[index - 2].low in _SIGNED and tokens[index - 3].text in "([":
        return index - 4 if is_instrument(tokens[index - 4]) else None
    if index < 2 or tokens[index - 1].low not in ("of", ","):
        return None
    place = index - 2
    while place > 0 and (
        tokens[place].tag == "conj" or (tokens[place].tag == "name" and not is_instrument(tokens[place]))
    ):
        place -= 1
    between = 0 < place < index - 2 and tokens[place].low in ("between", "with")
    host = place - 1 if between else place
    if is_instrument(tokens[host]) and (between or tokens[index - 1].low == "of"):
        return host
    titled = tokens[index - 1].low == "of" and _DAY.fullmatch(tokens[index].text)
    return _titled(tokens, index) if titled else None


_DAY = re.compile(r"\d{1,2} \w+,? \d{4}|\w+ \d{1,2},? \d{4}")
_TITLE = 10


def _titled(tokens: Sequence[Token], index: int) -> int | None:
    """The instrument whose title goes up to "of" and a day: "the Agreement on Fishing in Lakes of 9 May 1961"."""
    for place in range(index - 2, max(-1, index - 2 - _TITLE), -1):
        if is_instrument(tokens[place]):
            return place
        if tokens[place].tag not in ("word", "name", "conj", "prep", "det"):
            return None
    return None


_MOVED = frozenset(
    "up down rise rose risen increase increased fall fell drop dropped decline decrease grew growth".split()
)
_EARLIER = re.compile(
    r"the (?:previous|preceding|prior|same \w+ (?:of|last))"
    r"|(?:the|a) (?:year|month|quarter) (?:before|earlier|ago)|last "
)


def _of_base(tokens: Sequence[Token], index: int) -> bool:
    """Does a date tell of the number from which something changed: "from $4 million | a year earlier"?"""
    told = index > 1 and tokens[index - 1].tag == "quantity" and tokens[index - 2].low in ("from", "against")
    return told and tokens[index].low.endswith(("earlier", "before", "ago"))


def _compares(tokens: Sequence[Token], index: int) -> bool:
    """Is a date what a change is measured against: "up 8 % on the previous year", "more than in 1990"?"""
    before = tokens[index - 1]
    if before.low in ("over", "on", "from", "against", "to", "with") and _EARLIER.match(tokens[index].low):
        return True
    equals = [token.low for token in tokens[max(0, index - 4) : index]]
    if len(equals) == 4 and equals[0] == equals[2] == "as" and equals[3] == "in":
        return True  # "three times as much as in 1990"
    more = before.tag == "quantity" and tokens[index].low.startswith(("more than", "less than"))
    if more or _moved_from(tokens, index):
        return True
    quantity = False
    for token in reversed(tokens[max(0, index - 8) : index]):
        if token.low in ("than", "compared", "versus"):
            return not (quantity or _qualifies(tokens, index, token))
        quantity |= token.tag == "quantity"
        if token.tag in ("verb", "aux", "date") or token.low in (",", ";", ":"):
            return False
    return False


def _qualifies(tokens: Sequence[Token], index: int, than: Token) -> bool:
    """Does "than" only qualify what is behind it: "no fewer than four pacts on 4 May", "not later than 30 June"?"""
    place = next(at for at in range(index - 1, -1, -1) if tokens[at] is than)
    word = tokens[place - 1].low if place else ""
    if word in ("later", "earlier", "sooner"):
        return tokens[place - 2].low in ("no", "not")
    fewer = word in ("fewer", "less", "more")
    return fewer and tokens[place + 1].tag in ("quantity", "word") and index - place > 1


def _moved_from(tokens: Sequence[Token], index: int) -> bool:
    """Is a date where a change began: "up 8 % from 1990"?"""
    if _is_range(tokens[index].low):
        return False
    near = tokens[max(0, index - 5) : index]
    measured = len(near) > 1 and near[-1].low in ("from", "on", "over") and near[-2].tag == "quantity"
    return measured and any(token.low in _MOVED for token in near)


def _is_range(text: str) -> bool:
    """Has a date two ends: "January to June 1951"?"""
    return " to " in text or "–" in text


_BESIDE: Mapping[Role, Callable[[Sequence[Token], int], bool]] = {
    "lifespan": _of_life,
    "base": _of_base,
    "comparison": lambda tokens, index: (
        _compares(tokens, index)
        or _falls_behind(tokens, index)
        or _ranks(tokens, index)
        or _of_apposition(tokens, index)
        or _in_told_bracket(tokens, index)
        or _of_term(tokens, index)
    ),
}
"""What a date may be beside the date of its clause or of a thing."""


def _bracketed(tokens: Sequence[Token], index: int) -> tuple[Role, int | None]:
    """A date that opens a parenthesis stands for what stands before it."""
    host = index - 2
    while host >= 0 and tokens[host].low in ('"', "”", "'", "’", "»"):
        host -= 1
    if host < 0:
        return "adverbial", None
    if _has_dates(tokens[host]):
        return "hosted", host
    if tokens[index + 1 : index + 2] and tokens[index + 1].text in ")]" and _is_counted(tokens, host):
        return "base", None
    if host > 1 and tokens[host - 1].low in ("of", "at") and _has_dates(tokens[host - 2]):
        return "hosted", host - 2
    if tokens[host].low.split()[-1] in _REALMS and _is_range(tokens[index].text):
        return "lifespan", None
    governed = host > 1 and tokens[host - 1].low == "of" and tokens[host - 2].low in _REIGNS
    person = tokens[host].tag == "name" and " " in tokens[host].text and not governed
    return ("lifespan" if person and "/" in tokens[index].text else "adverbial"), None


_COUNTED = 3
"""Words that a counted noun has at most."""


def _is_counted(tokens: Sequence[Token], host: int) -> bool:
    """Does the second number of a verb, alone or with its noun, end at a token: "9 km2 and 400 people | (1951)"?"""
    near = range(max(0, host - _COUNTED), host + 1)
    number = next((at for at in reversed(near) if tokens[at].tag == "quantity"), None)
    if number is None or any(tokens[at].tag not in ("word", "name") for at in range(number + 1, host + 1)):
        return False
    told = takewhile(lambda token: token.tag not in ("verb", "aux"), reversed(tokens[:number]))
    return any(token.tag == "quantity" for token in told)


_REALMS = frozenset("dynasty kingdom empire khanate sultanate emirate caliphate".split())
_REIGNS = frozenset("reign rule time era leadership period".split())


_WORKS = frozenset("map atlas plan blueprint novel film book photograph painting manuscript".split())
"""What is known by its year, which tells nothing of when something was done about it: "rejected a 1902 map"."""


def _has_dates(token: Token) -> bool:
    """An instrument, an event or a work: what has a date of its own."""
    return is_instrument(token) or event_frame(token) is not None or token.low in _WORKS


def past_events(tokens: Sequence[Token]) -> list[Host]:
    """Events that an adverbial of time names with their date: "After the occupation of Thebes in 1906, …"."""
    leading = (index for index, token in enumerate(tokens) if token.low in _LEADING)
    opening = (index for index in leading if tokens[index].low != "of" or _is_time_of(tokens, index))
    found = (_past_event(tokens, range(index + 1, min(index + 12, len(tokens)))) for index in opening)
    return [host for host in found if host is not None]


def _is_time_of(tokens: Sequence[Token], index: int) -> bool:
    """Does "of" name what a time is told by: "at the time of | the siege in 1951"?"""
    return index > 0 and tokens[index - 1].low.split()[-1] in _TIMES


_TIMES = frozenset(("time", "eve", "wake", "aftermath"))
_TIMING = frozenset("after since following before until during".split())
_LEADING = _TIMING | {"of"}
_ENDING = frozenset(("verb", "aux", "modal", "rel", "sub", "punct", "conj"))


def _past_event(tokens: Sequence[Token], places: range) -> Host | None:
    """The event of an adverbial and its date: "the occupation of Thebes in 1906"."""
    phrase = list(takewhile(lambda place: tokens[place].tag not in _ENDING, places))
    dates_at = (at for at in phrase if tokens[at].tag == "date" and tokens[at - 1].low in ("in", "on", "of"))
    date = next(dates_at, None)
    if date is None:
        return None
    around = {token.low for token in tokens[places.start - 1 : date]}
    nouns = (at for at in range(places.start, date) if tokens[at].tag == "word")
    head = next((at for at in nouns if noun_frame(tokens[at].low, around)), None)
    return Host(head, date) if head is not None else None


def _noun_after(tokens: Sequence[Token], index: int) -> int | None:
    """The head of "the 1954 frontier pact"; None where the date stands before no instrument, event or work."""
    for place in range(index + 1, min(index + 5, len(tokens))):
        if tokens[place].tag not in ("word", "name"):
            return None
        if _has_dates(tokens[place]):
            return place
    return None
