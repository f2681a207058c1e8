"""What only looks like a date: numbers that count or number something, months and seasons that are other words."""

from __future__ import annotations

from kzcn.dates.readings import Fixed, Reading
from kzcn.dates.tokens import TAG, Tokens
from kzcn.dates.values import Value

__all__ = ["allowed"]

_NUMBERED = frozenset(
    "resolution resolutions no nos number numbers page pages p pp chapter article articles section sections paragraph"
    " flight room route highway law decree order directive channel isbn issn doi vol volume issue model boeing unit"
    " regiment division squadron battalion brigade line code id act bill protocol phone tel fax ext version nr n"
    " studio suite apartment apt street avenue road lot item figure table note point".split()
)
"""What stands before a number that names a thing."""
_COUNTING = frozenset(
    "than least most nearly almost over under some only another other these those all exactly nearly roughly"
    " approximately additional further estimated".split()
)
"""What stands before a number that counts."""
_DATING = frozenset(
    "in by since until till before after during early late mid throughout around circa between from year from to and"
    " the of on through as or".split()
)
"""What stands before a year."""
_MEASURES = frozenset(
    "km kilometres kilometers kilometre kilometer m metres meters metre meter cm mm miles mile feet foot ft yards inches"
    " kg kilograms tons tonnes ton pounds dollars euros yuan rubles roubles tenge percent acres hectares hp mw gw kw"
    " rpm mph kph knots degrees litres liters gallons barrels bpd points square cubic sq".split()
)
_COUNTED = frozenset(
    "men people soldiers troops prisoners casualties inhabitants ships aircraft planes tanks guns families students"
    " women children civilians workers refugees houses villages horses votes seats members deaths dead wounded killed"
    " rebels fighters vehicles copies words items units jobs shares times pages volumes others more".split()
)
_AFTER_OLD_YEAR = frozenset(
    TAG[name] for name in "COMMA DOT CLOSE SEMI THE A ITS NAME BREAK IN AT ON BY WHEN AND FOLLOWING AFTER".split() if name in TAG
)
_TIMES_PLACE = frozenset("at by until till before after around near since about the from to toward towards like next".split())


def allowed(tokens: Tokens, first: int, last: int, rule: str, reading: Reading) -> bool:
    """Whether the words around a reading let it stand."""
    before = tokens.words[first - 1].lower() if first else ""
    after = tokens.words[last].lower() if last < len(tokens.words) else ""
    guard = _GUARDS.get(rule)
    return guard is None or guard(tokens, first, last, before, after, reading)


def _year(tokens: Tokens, first: int, last: int, before: str, after: str, reading: Reading) -> bool:
    """A bare number of four digits: a year unless it numbers, counts or measures something."""
    if tokens.words[first].lower() in ("about", "approximately"):
        return after not in _MEASURES and tokens.tags[last : last + 1] not in (TAG["OTHER"], TAG["PERCENT"])
    if last - first > 1:
        return True
    if before in _NUMBERED or (before and before in "$€£#№+") or after in _MEASURES or (after and after in "%°"):
        return False
    if before == "." and first > 1 and tokens.words[first - 2].lower() in ("no", "nos", "p", "pp", "vol", "nr"):
        return False
    if before == "-" and not _spaced(tokens, first) or after == "-" and _glued_word(tokens, last):
        return False
    if before in _COUNTING or (after in _COUNTED and before not in _DATING):
        return False
    return True


def _spaced(tokens: Tokens, at: int) -> bool:
    return tokens.spans[at - 1][1] < tokens.spans[at][0] or tokens.spans[at - 2][1] < tokens.spans[at - 1][0]


def _glued_word(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen ties a unit to the number before it: "a 1200-mile march"."""
    return at + 1 < len(tokens.words) and tokens.words[at + 1].lower() in _MEASURES | _COUNTED


def _years(tokens: Tokens, first: int, last: int, before: str, after: str, reading: Reading) -> bool:
    """Two numbers: years when they have four digits or an era, or stand alone in brackets."""
    if before in _NUMBERED or before in _COUNTING or before in "$€£" and before or after in _MEASURES or after in _COUNTED:
        return False
    words = tokens.words[first:last]
    if before == "." and first > 1 and tokens.words[first - 2].lower() in ("no", "nos", "p", "pp", "vol"):
        return False
    digits = [word for word in words if word.isdecimal()]
    if len(digits[0]) == 4 or any(TAG["ERA"] == tag for tag in tokens.tags[first:last]):
        return True
    return before == "(" and after in (")", ";", ",")


def _month(tokens: Tokens, first: int, last: int, before: str, after: str, reading: Reading) -> bool:
    """May and March alone: months after a word that dates, not the verb or a march."""
    if TAG["MAYMARCH"] not in tokens.tags[first:last] or last - first > 1:
        return True
    return before in _DATING or before in ("-", "–", "(", ",", "last", "next", "this", "that")


def _season(tokens: Tokens, first: int, last: int, before: str, after: str, reading: Reading) -> bool:
    """Fall alone is a season only in "in the fall" or "this fall"."""
    if TAG["FALL"] not in tokens.tags[first:last]:
        return not (tokens.words[last - 1].lower() == "spring" and after in ("from", "up", "water", "waters"))
    start = tokens.words[first].lower()
    return before in ("in", "during", "by", "until", "since", "throughout") and start in ("the", "early", "late") and after != "of"


def _duration(tokens: Tokens, first: int, last: int, before: str, after: str, reading: Reading) -> bool:
    """Not "a second attack", "three quarters of the army", "some day", nor the article of "a decade-long war"."""
    words = [word.lower() for word in tokens.words[first:last]]
    if words[0] in ("a", "an") and len(words) == 2 and [w.lower() for w in tokens.words[last : last + 2]] == ["-", "long"]:
        return False
    if words[0] == "some" and tokens.tags[last - 1] in (TAG["DAY"], TAG["UNIT"]):
        return False
    if tokens.tags[last - 1] == TAG["SECOND"]:
        return False
    if tokens.tags[last - 1] in (TAG["QUARTER"], TAG["QUARTERS"]):
        return not any(word.lower() in ("a", "an", "one", "three") for word in tokens.words[first : last - 1])
    return True


def _point_of_day(tokens: Tokens, first: int, last: int, before: str, after: str, reading: Reading) -> bool:
    """Noon, dawn and the like after a word that dates."""
    if TAG["POINTDAY"] not in tokens.tags[first:last]:
        return True
    return before in _TIMES_PLACE


def _old_year(tokens: Tokens, first: int, last: int, before: str, after: str, reading: Reading) -> bool:
    """A number of three digits after "in": a year where nothing follows that it could count."""
    tag = tokens.tags[last : last + 1]
    return not tag or tag in _AFTER_OLD_YEAR


def _this_time(tokens: Tokens, first: int, last: int, before: str, after: str, reading: Reading) -> bool:
    """Not the adverb of "this time, he stayed"."""
    return before in ("at", "by", "during", "until", "since", "around", "in", "of", "from", "to", "up")


_GUARDS = {
    "old year": _old_year,
    "that time": _this_time,
    "year": _year,
    "years": _years,
    "month": _month,
    "season": _season,
    "duration": _duration,
    "half unit": _duration,
    "clock": _point_of_day,
}
"""Rule -> what must hold for it."""
