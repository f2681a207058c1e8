"""What happened: the rows of `tables/frames.toml`, and which of them a clause fits."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from kzcn.extract.clauses import Clause
from kzcn.extract.tokens import Token
from kzcn.extract.words import INSTRUMENTS, LIGHT
from kzcn.names import head_sort, is_state

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = [
    "LEADING",
    "Frame",
    "Match",
    "event_frame",
    "frames",
    "is_instrument",
    "load_table",
    "match",
    "noun_frame",
    "noun_heads",
]


@dataclass(frozen=True, slots=True)
class Frame:
    """A row of the table: trigger verbs and nouns, and the kind of claim that they make."""

    name: str
    kind: str
    verbs: tuple[str, ...] = ()
    nouns: frozenset[str] = frozenset()
    companions: frozenset[str] = frozenset()
    """One of these words must stand among what goes with the verb."""
    instrument: bool = False
    """An instrument must stand among what goes with the verb."""
    themes: frozenset[str] = frozenset()
    """One of these nouns must be what the verb is about: its object, or the subject that has none."""
    state: bool = False
    """A state must be what the verb is about."""
    named: bool = False
    """A name that nothing but a place or time follows must be what the verb is about."""
    without: frozenset[str] = frozenset()
    """None of these nouns may be what the verb is about."""
    standing: bool = False
    """It tells what stands, not what happened."""
    weak: bool = False
    """It is too general to count without a date."""
    examples: tuple[Mapping[str, Any], ...] = ()
    counter: tuple[str, ...] = ()


class Match(NamedTuple):
    """A frame that fits, and the token that triggered it."""

    frame: Frame
    token: int
    alone: bool = False
    """The noun alone tells it, whatever the verb says: "the turning point was the visit of …"."""


class _Trigger(NamedTuple):
    """A verb of a row: its place in the table, and the words that must follow it ("into force")."""

    order: int
    words: tuple[str, ...]
    frame: Frame


def load_table(name: str) -> list[dict[str, Any]]:
    """The rows of a TOML table of rules, in order."""
    text = (files("kzcn") / "tables" / f"{name}s.toml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)[name]
    return rows


@cache
def frames() -> tuple[Frame, ...]:
    """All rows, in the order in which they are tried."""
    return tuple(_frame(row) for row in load_table("frame"))


def _frame(row: Mapping[str, Any]) -> Frame:
    companions, themes = row.get("with", ()), row.get("of", ())
    return Frame(
        name=row["name"],
        kind=row["kind"],
        verbs=tuple(row.get("verbs", ())),
        nouns=frozenset(row.get("nouns", ())),
        companions=frozenset() if companions == "@instrument" else frozenset(companions),
        instrument=companions == "@instrument",
        themes=frozenset() if themes in ("@state", "@name") else frozenset(themes),
        state=themes == "@state",
        named=themes == "@name",
        without=frozenset(row.get("without", ())),
        standing=row.get("standing", False),
        weak=row.get("weak", False),
        examples=tuple(row.get("examples", ())),
        counter=tuple(row.get("counter", ())),
    )


@cache
def _by_verb() -> Mapping[str, tuple[_Trigger, ...]]:
    found: dict[str, list[_Trigger]] = {}
    for order, frame in enumerate(frames()):
        for phrase in frame.verbs:
            lemma, *rest = phrase.split()
            found.setdefault(lemma, []).append(_Trigger(order, tuple(rest), frame))
    return {lemma: tuple(sorted(rows, key=_rank)) for lemma, rows in found.items()}


def _rank(row: _Trigger) -> tuple[bool, int]:
    """Rows that ask for more words behind the verb, or for a noun that it is about, are tried first."""
    return not (row.words or row.frame.themes), row.order


@cache
def _by_noun() -> Mapping[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for frame in frames():
        for noun in frame.nouns:
            found.setdefault(noun, []).append(frame)
    return {noun: tuple(rows) for noun, rows in found.items()}


def noun_frame(noun: str, around: Collection[str] = ()) -> Frame | None:
    """The first frame that an event noun triggers ("revolt", "battle") with the words around; None for other nouns."""
    for frame in _by_noun().get(noun.lower(), ()):
        if not frame.companions or not frame.companions.isdisjoint(around):
            return frame
    return None


def event_frame(token: Token, around: Collection[str] = ()) -> Frame | None:
    """The frame of an event that a word or name tells by its last word, else by its first: "Battle of Ayacucho"."""
    if token.tag not in ("word", "name") or (token.tag == "name" and is_instrument(token)):
        return None
    words = token.low.split()
    return noun_frame(words[-1], around) or noun_frame(words[0], around)


def is_instrument(token: Token) -> bool:
    """A word or name of an instrument between states: "protocol", "Treaty of Kyakhta", "Peace of Riga"."""
    if token.tag not in ("word", "name"):
        return False
    peace = token.tag == "name" and token.low.startswith("peace of ")
    return peace or token.low in INSTRUMENTS or not INSTRUMENTS.isdisjoint(token.low.split())


def match(tokens: Sequence[Token], clause: Clause, *, tense_standing: bool) -> Match | None:
    """The first row that fits a clause.

    Args:
        tokens: the tokens of the sentence.
        clause: the clause.
        tense_standing: the verb tells what stands (present tense); rows for standing facts fit nothing else.
    """
    around = _around(tokens, clause)
    by_verb = _verb_match(tokens, clause, around, tense_standing=tense_standing)
    if _is_light(tokens, clause) and (by_verb is None or not (by_verb.frame.companions or by_verb.frame.themes)):
        return _noun_match(tokens, clause, around) or by_verb
    return by_verb


def _is_light(tokens: Sequence[Token], clause: Clause) -> bool:
    """Verbs that leave the telling to a noun; "be" only in "there was …"."""
    if clause.predicate.lemma == "be":
        return any(tokens[place].low == "there" for place in (*clause.subject, *clause.adverbials))
    return clause.predicate.lemma in LIGHT


LEADING = frozenset(("lead", "result", "end", "culminate", "erupt", "break"))
"""Light verbs whose noun follows a preposition: "led to a war"."""


def _verb_match(
    tokens: Sequence[Token], clause: Clause, around: Collection[str], *, tense_standing: bool
) -> Match | None:
    triggers = _by_verb().get(clause.predicate.lemma, ())
    if clause.predicate.tense == "present" and tense_standing:
        triggers = tuple(sorted(triggers, key=lambda trigger: not (trigger.frame.standing and trigger.words)))
    for trigger in triggers:
        if (tense_standing or not trigger.frame.standing) and _fits(tokens, clause, around, trigger):
            return Match(trigger.frame, clause.predicate.last - 1)
    return None


def _fits(tokens: Sequence[Token], clause: Clause, around: Collection[str], trigger: _Trigger) -> bool:
    """Does a clause have what a row asks for beside its verb?"""
    frame = trigger.frame
    if frame.companions and frame.companions.isdisjoint(around):
        return False
    behind = _behind(tokens, clause, trigger.words)
    return (
        behind is not None
        and (not frame.instrument or any(is_instrument(tokens[at]) for at in (*clause.subject, *clause.rest)))
        and (not _asks_for_theme(frame) or _fits_theme(tokens, clause, frame, behind))
    )


def _asks_for_theme(frame: Frame) -> bool:
    return bool(frame.themes or frame.state or frame.named or frame.without)


def _fits_theme(tokens: Sequence[Token], clause: Clause, frame: Frame, behind: int) -> bool:
    """Is what the verb is about what a row asks for? `behind` is the token behind the verb and its words."""
    heads, passive = theme_heads(tokens, clause, behind), clause.predicate.passive
    if frame.named and behind > clause.predicate.last:
        heads = noun_heads(tokens, clause.subject)
    words = {word for place in heads for word in tokens[place].low.split()}
    return (
        (not frame.themes or not frame.themes.isdisjoint(words))
        and (not frame.state or any(_is_state(tokens[place]) for place in heads if place in clause.rest or passive))
        and (not frame.named or any(_stands_alone(tokens, place, clause, behind) for place in heads))
        and frame.without.isdisjoint(words)
    )


_AFTER_NAME = frozenset(("date", "conj"))
_PLACING = frozenset("in on at from after during near".split())


def _stands_alone(tokens: Sequence[Token], place: int, clause: Clause, behind: int) -> bool:
    """Is a token the name of a place or state, with nothing behind it but where, when or by whom?"""
    token = tokens[place]
    if token.tag != "name" or token.adjective or head_sort(token.text.split()[0]) == "person":
        return False
    if place not in clause.rest:
        directly = behind == clause.predicate.last + 1
        return clause.predicate.passive or (directly and (behind == len(tokens) or tokens[behind].tag != "verb"))
    if place + 1 >= clause.last:
        return True
    after = tokens[place + 1]
    return after.tag in _AFTER_NAME or after.low in _PLACING or not after.low[0].isalnum()


def theme_heads(tokens: Sequence[Token], clause: Clause, behind: int | None = None) -> list[int]:
    """The nouns that a verb is about: of its object, or of the subject of a passive or a verb without an object."""
    start = clause.rest.start if behind is None else behind
    told = () if clause.predicate.passive else noun_heads(tokens, range(start, clause.rest.stop))
    return list(told or noun_heads(tokens, clause.subject))


def noun_heads(tokens: Sequence[Token], span: range) -> list[int]:
    """The last words of the noun phrases that a range begins with: "pact", "map" of "a border pact and a map of …"."""
    heads: list[int] = []
    for place in span:
        token = tokens[place]
        if token.low in _PARTICLES and not heads:
            continue
        if token.tag in ("word", "name"):
            if heads and heads[-1] == place - 1:
                heads.pop()
            heads.append(place)
        elif token.low in _GENITIVES and heads:
            heads.pop()
        elif token.low == "of" and not heads:
            continue
        elif token.tag not in ("det", "adv", "conj", "quantity", "neg") and token.low not in _JOINING:
            break
    return heads


_GENITIVES = frozenset(("'s", "’s", "'", "’"))
_PARTICLES = frozenset("back down up off away over out".split())
_JOINING = frozenset((",", '"', "“", "”"))


def _is_state(token: Token) -> bool:
    return token.tag == "name" and not token.adjective and is_state(token.text)


def _around(tokens: Sequence[Token], clause: Clause) -> set[str]:
    """The words that go with the verb, in lower case, those of names too."""
    words: set[str] = set()
    for index in (*clause.subject, *clause.rest):
        token = tokens[index]
        if token.tag == "name":
            words.update(token.low.split())
        else:
            words.add(token.low)
    return words


def _behind(tokens: Sequence[Token], clause: Clause, words: Sequence[str]) -> int | None:
    """The token behind a verb and the words of a row, each within a few tokens of the one before; else None."""
    place, reach = clause.predicate.last, 0
    for word in words:
        while place < min(clause.last, len(tokens)) and tokens[place].low != word and reach < 3:
            place, reach = place + 1, reach + 1
        if place >= len(tokens) or tokens[place].low != word:
            return None
        place += 1
    return place


def _noun_match(tokens: Sequence[Token], clause: Clause, around: Collection[str]) -> Match | None:
    """The event noun that a light verb leaves the telling to: its object, or the subject where it has none."""
    told = range(clause.rest.start, _object_end(tokens, clause))
    spans = (clause.subject, told) if clause.predicate.passive else (told, clause.subject)
    for index in (*spans[0], *spans[1]):
        frame = event_frame(tokens[index], around)
        if frame is not None:
            return Match(frame, index)
    return None


_WHEN = frozenset("during after before since until following".split())


def _object_end(tokens: Sequence[Token], clause: Clause) -> int:
    """Where the object ends: before a preposition other than "of"; after "led to" and its like it goes on."""
    if clause.predicate.lemma in LEADING:
        return clause.rest.stop
    if clause.rest and tokens[clause.rest.start].low in _WHEN:
        return clause.rest.start
    loose = (at for at in clause.rest[1:] if tokens[at].tag in ("prep", "to") and tokens[at].low != "of")
    return next(loose, clause.rest.stop)
