"""How an expression stands in its text: the words that govern it, and whether it carries the story on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kzcn.dates.context import Place
from kzcn.dates.tokens import TAG, Tokens, tag_set
from kzcn.dates.words import word_set

__all__ = ["Governor", "govern", "locate"]

_RELATIONS = {
    "by": "by",
    "until": "until",
    "till": "until",
    "before": "before",
    "through": "until",
    "since": "since",
    "after": "after",
}
"""Governing word -> the relation it makes."""
_APPROXIMATE = frozenset({"around", "about", "circa", "sometime", "c", "ca"})
_LEADS = word_set("in on at during as of early late sometime the year ever well up to shortly soon just")
_ONWARD = frozenset({"on", "onward", "onwards", "forward"})
"""What stands after a date to say that it goes on from there."""
_PASSING = frozenset({"until", "since", "before", "from"})
"""Relations of a date that the story does not come to."""
_FUTURE = word_set(
    "will would shall ll plan plans planned pencilled slated scheduled expect expected expects due intends intended"
    " could should must might hope hopes postponed rescheduled adjourned begins starts starting ending opens ends"
    " expires resumes arrives leaves returns takes meets holds hosts visits faces go"
    " goes airs"
)
_INTENDING = word_set(
    "is are was were be due set ready likely about need needs want wants wanted agreed promised vowed pledged decided"
    " ordered asked urged offered threatened prepared preparing and"
)
"""What makes of the infinitive after it something to come: "talks were to begin Monday"."""
_PRESENT = frozenset({"is", "are"})
"""What makes the date right after it one to come: "the game is Sunday"."""
_PAST = word_set(
    "was were had did said told began became came went took made won left met fell rose sat held gave sent paid built"
    " bought sold lost broke brought grew drew saw stood kept led ran spoke flew"
)
_ENDS = tag_set("DOT BREAK SEMI")
_END = re.compile(f"[{''.join(sorted(_ENDS))}]")
_STOPS = tag_set("DOT BREAK SEMI COMMA OPEN CLOSE AND")
_HEADING = 80
"""Characters in a heading at most."""
_WINDOW = 24
"""Tokens that are looked at before an expression."""


class Governor(NamedTuple):
    """The words that govern an expression, which begin at the token `lead`."""

    lead: int
    relation: str | None
    about: bool


@dataclass(frozen=True, slots=True)
class Located(Place):
    """A place, and whether the story moves to the time that stands there."""

    moves: bool = True


_PHRASES = {
    ("no", "later", "than"): "by",
    ("not", "later", "than"): "by",
    ("no", "earlier", "than"): "since",
    ("prior", "to"): "before",
    ("up", "to"): "until",
    ("pre", "-"): "before",
    ("post", "-"): "after",
}
"""Governing phrase -> the relation it makes."""
_PHRASE_ENDS = frozenset(phrase[-1] for phrase in _PHRASES)


def govern(tokens: Tokens, first: int, last: int) -> Governor:
    """The governing words of the expression from `first` to `last`: `since`, `by`, `sometime around`, `from … on`."""
    onward = last < len(tokens.words) and tokens.words[last].lower() in _ONWARD
    if onward and first > 0 and tokens.words[first - 1].lower() == "from":
        return Governor(first - 1, "from", about=False)
    if first > 1 and tokens.words[first - 2].lower() == "by" and _is_attribute(tokens, first, last):
        return Governor(first, None, about=False)  # "by the 1907 commission" is no time
    return _phrase_before(tokens, first) or _words_before(tokens, first)


def _phrase_before(tokens: Tokens, first: int) -> Governor | None:
    """The governing phrase that ends right before a token; None without one."""
    if first == 0 or tokens.words[first - 1].lower() not in _PHRASE_ENDS:
        return None
    for phrase, relation in _PHRASES.items():
        start = first - len(phrase)
        if start >= 0 and tuple(word.lower() for word in tokens.words[start:first]) == phrase:
            return Governor(start, relation, about=False)
    return None


def _words_before(tokens: Tokens, first: int) -> Governor:
    """The governing words that end right before a token, one by one."""
    lead, found, about = first, None, False
    for at in range(first - 1, max(-1, first - 5), -1):
        word = tokens.words[at].lower()
        if word in _APPROXIMATE:
            about = True
        elif found is None and word in _RELATIONS:
            found = _RELATIONS[word]
        elif word not in _LEADS:
            break
        lead = at
    return Governor(lead, found, about)


def locate(tokens: Tokens, first: int, last: int, governor: Governor) -> Located:
    """How the expression from `first` to `last` stands in its text."""
    heading = _in_heading(tokens, first, last)
    opening = heading or _opens(tokens, governor.lead)
    clause = _clause(tokens, first)
    future = _tense(tokens, clause, first, last)
    if governor.relation == "until" and any(word.lower() in _FUTURE for word in tokens.words[clause:first]):
        future = True
    passing = _is_passing(tokens, governor) or (future is True and not opening)
    aside = _in_brackets(tokens, first)
    moves = not (aside or passing or _is_attribute(tokens, first, last))
    return Located(opening, heading, future, _sentence(tokens, clause), aside, clause, moves)


_BOUNDING = frozenset(("until", "till", "since"))
"""What bounds another time where words stand between: "since the fall of the town in 1650"."""


def _is_passing(tokens: Tokens, governor: Governor) -> bool:
    """Whether the date bounds something else: "until 1650", "since the fall of the town in 1650"."""
    negated = governor.lead and tokens.words[governor.lead - 1].lower() == "not"
    if governor.relation in ("until", "before") and negated:
        return False  # "Not until 1650 did he come"
    if governor.relation in _PASSING:
        return True
    for at in range(governor.lead - 1, max(-1, governor.lead - 8), -1):
        if tokens.tags[at] in _STOPS:
            return False
        if tokens.words[at].lower() in _BOUNDING:
            return True
    return False


def _opens(tokens: Tokens, lead: int) -> bool:
    """Whether nothing of the sentence stands before."""
    if lead == 0 or tokens.tags[lead - 1] in _ENDS:
        return True
    return "\n" in tokens.text[tokens.spans[lead - 1][1] : tokens.spans[lead][0]]


def _in_heading(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the line is short and ends without a mark, as headings do."""
    text, start, end = tokens.text, tokens.spans[first][0], tokens.spans[last - 1][1]
    begin = text.rfind("\n", max(0, start - _HEADING), start)
    stop = text.find("\n", end, end + _HEADING)
    return begin >= 0 and 0 <= stop - begin <= _HEADING and text[begin:stop].rstrip()[-1:] not in ".,;:!?"


def _clause(tokens: Tokens, first: int) -> int:
    """Where the sentence begins, or the window."""
    begin = max(0, first - _WINDOW)
    return max(begin, *(tokens.tags.rfind(end, begin, first) + 1 for end in _ENDS))


_SENTENCE_ENDS = tag_set("DOT BREAK")
_LONGEST_SENTENCE = 120
"""Tokens before a date in which its sentence is taken to begin."""


def _sentence(tokens: Tokens, clause: int) -> int:
    """Where the sentence of a clause begins."""
    at = clause
    while at > 0 and clause - at < _LONGEST_SENTENCE and tokens.tags[at - 1] not in _SENTENCE_ENDS:
        at -= 1
    return at


def _in_brackets(tokens: Tokens, at: int) -> bool:
    """Whether an opening parenthesis stands shortly before, without its end."""
    window = tokens.tags[max(0, at - _WINDOW) : at]
    return window.rfind(TAG["OPEN"]) > max(window.rfind(TAG["CLOSE"]), window.rfind(TAG["BREAK"]))


def _is_attribute(tokens: Tokens, first: int, last: int) -> bool:
    """Whether it stands between an article and a noun: "the 1848 revolts"."""
    if first == 0 or last >= len(tokens.words):
        return False
    before, after = tokens.tags[first - 1], tokens.tags[last]
    return before in (TAG["THE"], TAG["A"], TAG["ITS"]) and after in (TAG["OTHER"], TAG["NAME"])


def _tense(tokens: Tokens, start: int, first: int, last: int) -> bool | None:
    """How the verb nearest before tells it, or, where there is none, the first after.

    A clause with "that" is looked at before the verb that it hangs on: "said that on Monday talks will resume".
    """
    if first > 0 and tokens.words[first - 1].lower() in _PRESENT:
        return True
    stop = _END.search(tokens.tags, last, last + _WINDOW)
    end = min(last + _WINDOW, len(tokens.tags)) if stop is None else stop.start()
    that = tokens.tags.rfind(TAG["THAT"], start + 1, first)
    begin = start if that < 0 else that
    ways = [range(first - 1, begin - 1, -1), range(last, end), range(begin - 1, start - 1, -1)]
    if (
        first > 1
        and tokens.words[first - 2].lower() in ("and", "but")
        and tokens.words[first - 1].lower() in ("in", "on")
    ):
        ways = [ways[1], ways[0], ways[2]]  # "so that it could be mended, and in March opened it"
    for places in ways:
        tense = _first_tense(tokens, places)
        if tense is not None:
            return tense
    return None


def _first_tense(tokens: Tokens, places: Iterable[int]) -> bool | None:
    """What the first of these words that says anything says."""
    for at in places:
        if _may_tell_time(tokens.words[at]):
            tense = _tense_at(tokens, at)
            if tense is not None:
                return tense
    return None


@lru_cache(maxsize=20_000)
def _may_tell_time(word: str) -> bool:
    """Whether a word can say of what is to come or of what was; most can not."""
    word = word.lower()
    return word in _FUTURE or word == "to" or _tells_past(word)


def _tells_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > 4 and not word.startswith("un"))


def _tense_at(tokens: Tokens, at: int) -> bool | None:
    """What one word says: of what is to come (True), of what was (False), nothing of either (None)."""
    word = tokens.words[at].lower()
    before = tokens.words[at - 1].lower() if at else ""
    if word in _FUTURE or (word == "to" and before in _INTENDING and tokens.tags[at + 1 : at + 2] == TAG["OTHER"]):
        return True
    return False if before != "be" and _tells_past(word) else None
