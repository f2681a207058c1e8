"""A first look at a sentence: may it tell anything at all? Most sentences of a large corpus may not.

What has a date or counts something is always read. Of the others only those that hold the words of a row of the frame
table: its trigger, and what it asks for beside that; and a verb in a tense that tells what happened, unless the row
tells what stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache

from kzcn.dates import DateMention
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.counts import is_spoken_of
from kzcn.extract.durations import is_length
from kzcn.extract.frames import Frame, frames
from kzcn.extract.lexicon import AUXILIARIES, verb_forms
from kzcn.extract.words import INSTRUMENTS, LIGHT, TOLD_IN_PRESENT
from kzcn.quantities import QuantityMention

__all__ = ["has_date", "may_tell", "may_tell_undated"]

_WORD = re.compile(r"[^\W_]+")
_JOINS = "-–'’"
_HYPHENED = re.compile(rf"[^\W_]+(?:[{_JOINS}][^\W_]+)+")
Needs = tuple[frozenset[str], ...]
"""Sets of words of which a sentence must have one each."""


def may_tell(view: View) -> bool:
    """Whether any rule can make a claim of a sentence that no date heads: quick, and never no where one could."""
    if not (view.dates or view.quantities or view.names):
        return False
    if any(_is_date(date) or is_length(date) for date in view.dates) or any(map(_counts, view.quantities)):
        return True
    text = view.text.lower()
    words = set(_WORD.findall(text))
    if any(join in text for join in _JOINS):
        words.update(_HYPHENED.findall(text))
    table = _triggers()
    return any(_met(needs, words) for word in words & table.keys() for needs in table[word])


def has_date(view: View) -> bool:
    """Whether a sentence has a date that a claim can take."""
    return any(_is_date(date) for date in view.dates)


def may_tell_undated(clause: Clause) -> bool:
    """Whether a row that counts without a date may fit a clause: by its verb, or by a noun that this leaves it to."""
    return clause.predicate.lemma in _undated_verbs()


@cache
def _undated_verbs() -> frozenset[str]:
    return LIGHT.union({"be"}, (phrase.split()[0] for frame in frames() if not frame.weak for phrase in frame.verbs))


def _is_date(mention: DateMention) -> bool:
    return mention.edtf is not None and mention.type not in ("duration", "set")


def _counts(mention: QuantityMention) -> bool:
    return mention.sort != "duration" and not is_spoken_of(mention)


def _met(needs: Needs, words: AbstractSet[str]) -> bool:
    return not any(map(words.isdisjoint, needs))


@cache
def _triggers() -> Mapping[str, frozenset[Needs]]:
    """The written forms of the triggers of all rows that count without a date, with what each row needs beside."""
    forms = _forms()
    found: dict[str, set[Needs]] = {}
    for frame in frames():
        if frame.weak:
            continue
        beside = (frame.companions,) if frame.companions else ()
        happens = not frame.standing and frame.kind not in TOLD_IN_PRESENT
        for noun in frame.nouns:
            found.setdefault(noun.lower(), set()).add((*beside, _told_by_light_verbs()) if happens else beside)
        for phrase in frame.verbs:
            lemma, *rest = phrase.split()
            needs = (*beside, *_about(frame), *(frozenset((word,)) for word in rest))
            for form in {lemma, *forms.get(lemma, ())}:
                tense = _tense_needed(form, lemma) if happens else ()
                if tense is not None:
                    found.setdefault(form, set()).add((*needs, *tense))
    return {word: frozenset(needs) for word, needs in found.items()}


_PAST_HELPERS = frozenset(("was", "were", *(text for text, lemma in AUXILIARIES.items() if lemma in ("have", "do"))))
"""What puts a verb that is no past form by itself in a tense that tells what happened: "has opened", "did open"."""


def _tense_needed(form: str, lemma: str) -> Needs | None:
    """What a form of a verb needs beside it to tell what happened; None where it cannot tell that: "opens"."""
    readings = {reading.form for reading in verb_forms().get(form, ()) if reading.lemma == lemma}
    if not readings or readings & {"past", "participle"}:
        return ()
    return None if readings == {"s"} else (_PAST_HELPERS,)


@cache
def _told_by_light_verbs() -> frozenset[str]:
    """The words of which one must stand beside a noun that tells what happened: "took", "held", "was"."""
    past = (
        text
        for text, readings in verb_forms().items()
        if any(reading.lemma in LIGHT and reading.form in ("past", "participle") for reading in readings)
    )
    return _PAST_HELPERS.union(past)


def _about(frame: Frame) -> Needs:
    """The words of which one must be what the verb of a row is about."""
    return (*((INSTRUMENTS,) if frame.instrument else ()), *((frame.themes,) if frame.themes else ()))


@cache
def _forms() -> Mapping[str, frozenset[str]]:
    """The written forms of each lemma."""
    found: dict[str, set[str]] = {}
    for text, readings in verb_forms().items():
        for reading in readings:
            found.setdefault(reading.lemma, set()).add(text)
    for text, lemma in AUXILIARIES.items():
        found.setdefault(lemma, set()).add(text)
    return {lemma: frozenset(texts) for lemma, texts in found.items()}
