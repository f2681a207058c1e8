"""Titles composed from slots, at most twelve words."""

from __future__ import annotations

from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.lexicon import past_form
from kzcn.extract.phrases import capital, complement, noun_phrase
from kzcn.model import Qualifier, Quantity

__all__ = ["act_title", "clipped", "event_title", "number_title", "shown"]

_MOST = 12
_CLAUSE_WORDS = 9
_QUALIFIERS: dict[Qualifier, str] = {"exact": "", "about": "about ", "more_than": "more than ", "almost": "almost ", "up_to": "up to "}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_SYMBOLS = {"percent": " %", "km": " km", "km2": " km²", "m": " m", "person": " people", "ha": " ha"}


def clipped(text: str) -> str:
    """The first twelve words, with a capital letter."""
    return capital(" ".join(text.split()[:_MOST]))


def event_title(view: View, clause: Clause, place: str | None, purpose: Clause | None = None) -> str:
    """Subject, verb in the past and what goes with it: "Norway ceded its lake forts"; the place where there is room.

    `purpose` is the infinitive that says what was agreed or planned: "… agreed to build a canal".
    """
    tokens, predicate = view.tokens, clause.predicate
    subject = noun_phrase(tokens, clause.subject, 5)
    words = [*subject.split(), _verb(view, clause)]
    words += complement(tokens, clause.rest, _CLAUSE_WORDS - len(words)).split()
    if purpose is not None and len(words) < _CLAUSE_WORDS - 2:
        words += ["to", purpose.predicate.lemma, *complement(tokens, purpose.rest, _CLAUSE_WORDS - len(words) - 1).split()]
    if place and place not in " ".join(words) and len(words) + len(place.split()) < _MOST:
        words += ["in", place]
    return clipped(" ".join(words))


def _verb(view: View, clause: Clause) -> str:
    predicate = clause.predicate
    written = view.tokens[predicate.last - 1].low
    return written if predicate.passive or predicate.lemma in ("be", "have") else past_form(predicate.lemma)


def act_title(instrument: str, act: str, place: str | None) -> str:
    """An instrument and what was done with it: "Border treaty signed in Riga"."""
    words = instrument.split()[: _MOST - 4]
    text = f"{' '.join(words)} {act}"
    return clipped(f"{text} in {place}" if place and place not in text else text)


def number_title(label: str, quantity: Quantity, whose: str) -> str:
    """A measure and its number: "Loan to Laos: $3 billion"."""
    value = shown(quantity)
    head = f"{label} {whose}".split()
    return clipped(f"{' '.join(head[: _MOST - len(value.split())]).rstrip(':,')}: {value}")


def shown(quantity: Quantity) -> str:
    """A number as people write it: "more than $20 billion", "22 %", "about 2,420 km²"."""
    value = _amount(quantity.value, quantity.unit)
    if quantity.value_max is not None:
        value = f"{_plain(quantity.value)}–{_amount(quantity.value_max, quantity.unit)}"
    return _QUALIFIERS[quantity.qualifier] + value


def _amount(value: float, unit: str) -> str:
    number = _plain(value)
    if unit in _SIGNS:
        return _SIGNS[unit] + number
    if unit.isupper() and len(unit) == 3:
        return f"{number} {unit}"
    return number + _SYMBOLS.get(unit, f" {unit}" if unit else "")


def _plain(value: float) -> str:
    for factor, word in _SCALES:
        if abs(value) >= factor:
            return f"{value / factor:.10g} {word}"
    return f"{value:,.10g}"
