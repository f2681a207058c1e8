"""Claims of what stood at a time, told beside the subject: "Fiji, a member since 1951, …", "King Odo (1210–1222) …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kzcn.extract import places, slots, titles
from kzcn.extract.asides import aside_at
from kzcn.extract.draft import Draft
from kzcn.extract.phrases import complement, noun_phrase
from kzcn.extract.scene import Scene

__all__ = ["aside_drafts", "reign_drafts"]

_MEMBERS = frozenset(("member", "members"))


def aside_drafts(scene: Scene) -> Iterator[Draft]:
    """A standing claim for each aside of a sentence."""
    view, dating, main = scene
    for place in dating.asides:
        aside, date = aside_at(view.tokens, place), dating.value(place)
        index = view.clause_of(place)
        clause = scene.clause(index)
        if aside is None or date is None or clause is None:
            continue
        beside = replace(clause, subject=aside.thing, rest=aside.words, adverbials=range(0))
        named = {view.tokens[at].low for at in aside.words}
        who, what = (complement(view.tokens, words, 6) for words in (aside.thing, aside.words))
        who = noun_phrase(view.tokens, aside.thing, 6) if aside.thing.start > place else who
        if who and what:
            yield Draft(
                kind="standing" if _MEMBERS.isdisjoint(named) else "membership",
                title=titles.clipped(f"{who}: {what}"),
                rule="aside with its date",
                clause=index,
                date=date if date.ongoing else date.opened(),
                parties=slots.parties(view, beside, main),
                place=places.place(view, beside),
            )


def reign_drafts(scene: Scene) -> Iterator[Draft]:
    """A claim for each reign whose years stand behind a ruler's name."""
    view, dating, _ = scene
    for host in dating.reigns:
        date = dating.value(host.date)
        of_realm = (
            host.token > 1 and view.tokens[host.token - 1].low == "of" and view.tokens[host.token - 2].tag == "name"
        )
        named = view.tokens[host.token - 2 * of_realm : host.token + 1]
        if date is not None:
            title = titles.clipped(f"Reign of {' '.join(token.text for token in named)}")
            yield Draft(kind="reign", title=title, rule="reign", clause=view.clause_of(host.token), date=date)
