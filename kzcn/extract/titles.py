"""Titles composed from slots, at most twelve words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kzcn.amounts import amount
from kzcn.amounts import number as written_number
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.lexicon import past_form
from kzcn.extract.phrases import capital, complement, noun_phrase, word_count
from kzcn.extract.polarity import not_since, polarity_of, purpose_of
from kzcn.extract.scene import Scene
from kzcn.extract.slots import both_sides
from kzcn.extract.tokens import Token
from kzcn.extract.words import SAYING
from kzcn.model import Quantity

__all__ = ["act_title", "clipped", "event_title", "number_title", "plain_number", "said_title", "shown", "survey_title"]

_MOST = 12
_CLAUSE_WORDS = 9


def clipped(text: str) -> str:
    """The first twelve words, with a capital letter."""
    return capital(" ".join(text.split()[:_MOST]))


def event_title(
    scene: Scene, index: int, place: str | None = None, number: int | None = None, clause: Clause | None = None
) -> str:
    """Subject, verb in the past and what goes with it: "Norway ceded its lake forts"; the place where there is room.

    Args:
        scene: the sentence.
        index: the clause.
        place: where it happened.
        number: token of the number to write with its qualifier.
        clause: the clause as it is told, if not as it stands.
    """
    clause, tokens = clause or scene.view.clauses[index], _written(scene.view, number)
    both = _both(scene, clause)
    subject = " and ".join(scene.main) if both else noun_phrase(tokens, clause.subject, 6)
    verb = _verb(scene.view, clause, plural=" and " in subject)
    words = [*subject.split(), *verb.split()]
    room = _CLAUSE_WORDS - _count(verb.split() if both else words)
    words += complement(tokens, clause.rest, room).split()
    purpose = purpose_of(scene.view, index)
    if purpose is not None and _count(words) < _CLAUSE_WORDS - 2:
        aim = complement(tokens, purpose.rest, _CLAUSE_WORDS - _count(words) - 2)
        words += ["to", purpose.predicate.lemma, *aim.split()]
    if (
        place
        and place not in " ".join(words)
        and len(words) + len(place.split()) < _MOST
        and clause.predicate.lemma not in SAYING
    ):
        words += ["in", place]
    return clipped(" ".join(words))


def _both(scene: Scene, clause: Clause) -> bool:
    """Does the subject mean the document's parties? Their names are no words of the sentence and leave it more room."""
    return len(scene.main) == 2 and any(both_sides(scene.view.tokens, place) for place in clause.subject)


def _count(words: Sequence[str]) -> int:
    return word_count(" ".join(words))


def said_title(scene: Scene, index: int) -> str:
    """Who said what, shortened: "Minister said: Bridge is open"; the content is the clause behind."""
    clause = scene.view.clauses[index]
    who = noun_phrase(scene.view.tokens, clause.subject, 4)
    return clipped(f"{who} {_verb(scene.view, clause)}: {event_title(scene, index + 1)}")


def _written(view: View, number: int | None) -> list[Token]:
    """The tokens as a title writes them: parties by their plain names, one number with its qualifier."""
    tokens = [_plainly(view, token) if token.tag == "name" else token for token in view.tokens]
    if number is None:
        return tokens
    mention = view.quantities[view.tokens[number].ref]
    quantity = mention.quantity if mention.noun is None else replace(mention.quantity, unit="")
    qualifier = range(mention.lead, mention.start)
    if any(token.tag == "verb" and token.start in qualifier for token in view.tokens):  # "exceeded 90 km"
        quantity, qualifier = replace(quantity, qualifier="exact"), range(0)
    behind = {number + 1, number + 2} if _qualified_behind(tokens, number) else set()
    tokens = [_silent(token) if token.start in qualifier or at in behind else token for at, token in enumerate(tokens)]
    tokens[number] = replace(tokens[number], text=shown(quantity))
    return tokens


def _plainly(view: View, token: Token) -> Token:
    """A party by its plain name: "China" for "People's Republic of China"."""
    name = view.names[token.ref]
    shorter = name.sort == "party" and not token.adjective and len(name.name) < len(token.text)
    return replace(token, text=name.name) if shorter else token


def _qualified_behind(tokens: Sequence[Token], number: int) -> bool:
    """Does a qualifier stand behind a number: "3,000 or more"?"""
    after = [token.low for token in tokens[number + 1 : number + 3]]
    return len(after) > 1 and after[0] == "or" and after[1] in ("more", "less", "fewer", "over", "so")


def _silent(token: Token) -> Token:
    """A word of a qualifier that the number itself says now."""
    return replace(token, tag="adv")


_AHEAD = ("future", "infinitive", "conditional")


def _verb(view: View, clause: Clause, *, plural: bool = False) -> str:
    predicate = clause.predicate
    if (predicate.tense in _AHEAD or predicate.tense == "present") and polarity_of(view, clause) == "planned":
        return f"to be {view.tokens[predicate.last - 1].low}" if predicate.passive else f"to {predicate.lemma}"
    written = view.tokens[predicate.last - 1].low
    if not_since(view, clause):
        return f"{view.tokens[predicate.first].low} not {'been ' if predicate.passive else ''}{written}"
    if predicate.lemma in ("be", "have") and predicate.tense == "perfect":
        return f"{'have' if plural else 'has'} {'been' if predicate.lemma == 'be' else 'had'}"
    return written if predicate.passive or predicate.lemma in ("be", "have") else past_form(predicate.lemma)


def act_title(instrument: str, act: str, place: str | None) -> str:
    """An instrument and what was done with it: "Border treaty signed in Riga"; "between …" is left out of its name."""
    name = re.split(r" between | entre |, signed ", instrument)[0]
    placed = len(place.split()) + 1 if place and place not in name else 0
    words = name.split()[: _MOST - len(act.split()) - placed]
    while words and words[-1].lower() in ("of", "the", "on", "and", "for", "to", "in", "a"):
        words.pop()
    text = f"{' '.join(words)} {act}"
    return clipped(f"{text} in {place}" if place and place not in text else text)


def number_title(label: str, quantity: Quantity, about: str = "") -> str:
    """A measure and its number: "Land border: 90 km"; what it is about goes between where there is room."""
    value = shown(quantity)
    if quantity.unit and quantity.unit.lower() in label.lower():
        value = shown(replace(quantity, unit=""))
    if about and label.lower() in about.lower():
        label = about
    head = f"{label} – {about}".split() if about and about.lower() not in label.lower() else label.split()
    return clipped(f"{' '.join(head[: _MOST - len(value.split())]).rstrip(':,–')}: {value}")


def survey_title(quantity: Quantity, answer: str | None) -> str:
    """A share of those asked and what they answered: "Survey: 68 % – trusted their neighbours"."""
    return clipped(f"Survey: {shown(quantity)}" + (f" – {answer}" if answer else ""))


def shown(quantity: Quantity) -> str:
    """A number as a title writes it: "more than $20 billion", "22 %", "about 2,420 km²"."""
    return amount(quantity, about="about")


def plain_number(quantity: Quantity) -> str:
    """The digits of a number, as `shown` writes them: "4.2" of 4.2 billion."""
    return written_number(quantity.value).split()[0]
