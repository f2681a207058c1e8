"""What a bare number counts: the name or noun beside it, what the number before it counts, those a verb tells of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kzcn import quantities
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.tokens import Token
from kzcn.quantities import QuantityMention
from kzcn.quantities.lexicon import CROWDS, WHOLE
from kzcn.quantities.nouns import is_plural, unit_name

__all__ = ["HARMED", "HARMS", "clause_at", "is_spoken_of", "is_whole", "mention_at"]


def clause_at(view: View, token: int) -> Clause | None:
    """The clause that a token stands in."""
    index = view.clause_of(token)
    return view.clauses[index] if index is not None else None


_SPOKEN_OF = 8
"""Of what was named before, fewer are only taken up: "the two countries", "its five regions"."""


def is_spoken_of(mention: QuantityMention) -> bool:
    """Does a number only take up what was named before: "the two countries", not "the 73 posts planted in 1951"?"""
    return mention.definite and mention.sort in ("count", "person") and mention.quantity.value < _SPOKEN_OF


def mention_at(view: View, token: int) -> QuantityMention:
    """The quantity at a token; what a bare number, "others" and "times" count is read off the words around."""
    mention = view.quantities[view.tokens[token].ref]
    if mention.sort == "factor":
        return _of_times(view, token, mention)
    if mention.noun and mention.noun.lower() in _OTHERS:
        return _of_victims(view, token, mention) or _like_before(view, token, mention, _COUNTED) or mention
    if mention.sort != "number":
        return mention
    return (
        _of_nation(view, token, mention)
        or _of_those_who(view, token, mention)
        or _of_whole(view, token, mention)
        or _of_which(view, token, mention)
        or _of_money(view, token, mention)
        or _of_victims(view, token, mention)
        or _of_subject(view, token, mention)
        or _headed(view, token, mention)
        or _part(view, token, mention)
        or _compared(view, token, mention)
        or _yearly(view, token, mention)
        or _before_its_noun(view, token, mention)
        or _repeated(view, token, mention)
        or _of_other(view, token, mention)
        or _taken_up(view, token, mention)
        or _of_people(view, token, mention)
        or mention
    )


_FEW = 3
"""Number words up to here seldom count a people."""
_OTHERS = frozenset(("others", "more"))


def _people(mention: QuantityMention) -> QuantityMention:
    return replace(mention, quantity=replace(mention.quantity, unit="person"), sort="person")


def _of_nation(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number before the name of a people: "4,000 Danes"."""
    after = next(iter(view.tokens[token + 1 : token + 2]), None)
    clause = clause_at(view, token)
    few = mention.quantity.value <= _FEW and not (clause is not None and clause.predicate.lemma in HARMS)
    if after is None or after.tag != "name" or few:
        return None
    if view.names[after.ref].sort not in ("party", "people"):
        return None
    return replace(_people(mention), noun=after.text, noun_start=after.start, noun_end=after.end)


def _of_those_who(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number of people: "the 4,000 who had fled", "600 of the 4,000 who had fled"."""
    behind = view.tokens[token + 1 : token + 5]
    if [other.low for other in behind[:2]] == ["of", "the"] and behind[2:3] and behind[2].tag == "quantity":
        behind = behind[3:]
    return _people(mention) if behind[:1] and behind[0].low == "who" else None


def _of_whole(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number of those that the number behind it counts: "42 of the 60 posts", "9 of its 15 judges"."""
    behind = view.tokens[token + 1 : token + 4]
    if len(behind) < 3 or behind[0].low != "of" or behind[1].low not in _THEIR or behind[2].tag != "quantity":
        return None
    whole = view.quantities[behind[2].ref]
    return _like(mention, whole) if whole.sort in _COUNTED and whole.noun else None


_THEIR = frozenset("the its their his her these those our".split())


def is_whole(view: View, token: int) -> bool:
    """Is a number that of the whole, of which the one before it is told: "42 of the 60 posts"?"""
    before = view.tokens[max(0, token - 3) : token]
    if len(before) < 3 or before[0].tag != "quantity":
        return False
    part = view.quantities[before[0].ref]
    return part.sort == "number" and _of_whole(view, token - 3, part) is not None


def _of_which(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number of what was just named: "cars, of which 300 were sold", "300 Danes, 90 of them to Riga"."""
    tokens = view.tokens
    if token > 2 and tokens[token - 1].low in ("which", "whom") and tokens[token - 2].low == "of":
        host = next((at for at in range(token - 3, -1, -1) if tokens[at].tag in ("word", "name")), None)
        return _of_plural(view, tokens[host], mention) if host is not None else None
    behind = [other.low for other in tokens[token + 1 : token + 3]]
    if len(behind) < 2 or behind[0] != "of" or behind[1] not in ("them", "whom", "these", "those", "which"):
        return None
    named = _like_before(view, token, mention, _MEASURED)
    if named is not None:
        return named if named.sort not in ("money", "percent") else None
    plurals = (_of_plural(view, other, mention) for other in reversed(tokens[:token]) if other.tag == "word")
    found = next((found for found in plurals if found is not None), None)
    return found or (_people(mention) if _of_the_moved(view, token) else None)


_MOVING = frozenset("move send take transfer exile settle drive bring lead".split())


def _of_the_moved(view: View, token: int) -> bool:
    """Does a verb tell what was done with people: "900 of them were moved to Riga"?"""
    clause = clause_at(view, token)
    if clause is None:
        return False
    came = clause.predicate.lemma in _COMING | _LIVING and token in clause.subject
    return came or (clause.predicate.passive and clause.predicate.lemma in _MOVING | _LIVING | _HARMING)


_SCALES = re.compile(r"(?:million|billion|trillion|mln|bln|mn|bn)\.?$")


def _of_money(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare sum in the money of the one before: "Oman paid $30 million and Qatar 12 million"."""
    after = view.tokens[token + 1] if token + 1 < len(view.tokens) else None
    alone = after is None or after.tag in ("punct", "conj", "prep", "date")
    if not alone or not _SCALES.search(mention.text):
        return None
    earlier = (view.quantities[other.ref] for other in reversed(view.tokens[:token]) if other.tag == "quantity")
    first = next((other for other in earlier if other.sort not in ("percent", "factor", "number")), None)
    if first is None or first.sort != "money":
        return None
    return replace(mention, quantity=replace(mention.quantity, unit=first.quantity.unit), sort="money")


_COUNTED = ("person", "count")
_COMPARABLE = ("person", "count", "money", "percent", "weight", "volume")
_MEASURED = (*_COMPARABLE, "length", "area")


def _headed(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number that a date heads counts what the first one does: "30 ships (1951: 20; 1950: 10)"."""
    before = [other.tag for other in view.tokens[max(0, token - 2) : token]]
    headed = before[:1] == ["date"] and view.tokens[token - 1].low == ":"
    return _like_before(view, token, mention, _MEASURED) if headed else None


def _yearly(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number of a list of years counts what stands before the list: "The raids grew rarer: | 14 in 1951"."""
    tokens = view.tokens
    opened = next((at for at in range(token - 1, 0, -1) if tokens[at].text in ":("), None)
    dated = [other.tag for other in tokens[token + 1 : token + 3]] == ["prep", "date"]
    if opened is None or not dated:
        return None
    head = _head(tokens[:opened])
    return _of_plural(view, head, mention) if head is not None else None


def _before_its_noun(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number that counts what a later one of its list does: "3 road and 4 rail posts"."""
    tokens = view.tokens
    adjective = [other.tag for other in tokens[token + 1 : token + 4]] in (
        ["word", "conj", "quantity"],
        ["name", "conj", "quantity"],
    )
    if not (adjective or any(other.low == "respectively" for other in tokens[token:])):
        return None
    for other in tokens[token + 1 + adjective :]:
        if other.tag == "quantity" and view.quantities[other.ref].sort in _MEASURED:
            found = _like(mention, view.quantities[other.ref])
            kind = f"{tokens[token + 1].text} " if adjective else ""
            return replace(found, noun=f"{kind}{found.noun.split()[-1]}") if kind and found.noun else found
        if other.tag not in ("conj", "quantity") and other.low != ",":
            return None
    return None


_PART_REACH = 14


def _part(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number counts what its whole does: "of 90 km, of which | 30 lie dry", "Of 73 posts, | 48 were found"."""
    tokens = view.tokens
    whole = next((at for at in range(token - 1, -1, -1) if tokens[at].tag == "quantity"), None)
    if whole is None or token - whole > _PART_REACH:
        return None
    opened = tokens[0].low == "of" and whole <= 6
    which = any(tokens[at].low == "which" and tokens[at - 1].low == "of" for at in range(whole + 1, token))
    first = view.quantities[tokens[whole].ref]
    return _like(mention, first) if (opened or which) and first.sort in _MEASURED else None


def _compared(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number that is compared counts what the first one does: "28,000 students, up from 5,000 in 2013"."""
    before = view.tokens[max(0, token - 4) : token]
    if not any(other.low in ("from", "against", "than", "with", "to") for other in before):
        return None
    return _like_before(view, token, mention)


def _repeated(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number that repeats the one before with another complement: "36 died in Riga and | 19 in Lima"."""
    if not 0 < token < len(view.tokens) - 1:
        return None
    before = next((other for other in reversed(view.tokens[:token]) if other.start < mention.lead), None)
    joined = before is not None and (before.tag == "conj" or before.low == ",")
    apart = view.tokens[token + 1].tag in ("prep", "to", "aux") and view.tokens[token + 1].low != "of"
    return _like_before(view, token, mention, _MEASURED) if joined and apart else None


def _of_other(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number of somebody else: "Oman took in 3,000 Syrians and Qatar | 2,000"."""
    tokens, clause = view.tokens, clause_at(view, token)
    if clause is None or token < 2 or tokens[token - 1].tag != "name" or tokens[token - 1].adjective:
        return None
    at = token - 2
    while at > clause.predicate.last and tokens[at].tag in ("det", "name"):
        at -= 1
    joined = at > clause.predicate.last and (tokens[at].tag == "conj" or tokens[at].low == ",")
    return _like_before(view, token, mention, _MEASURED) if joined else None


_FIGURES = frozenset("the figure number total it tally there count".split())


def _taken_up(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number of what the sentence before counted: "Nine of them stood trial", "The figure fell to 380"."""
    behind = [other.low for other in view.tokens[token + 1 : token + 3]]
    clause = clause_at(view, token)
    if clause is None:
        return None
    figures = {other.low for other in _tokens(view, clause.subject)}
    told = clause.predicate.passive or clause.predicate.lemma in _REACHING
    reached = token >= clause.predicate.last and told and bool(figures) and figures <= _FIGURES
    if not reached and behind not in (["of", "them"], ["of", "these"], ["of", "those"]):
        return None
    here = [view.quantities[other.ref] for other in view.tokens[:token] if other.tag == "quantity"]
    counted = (other for other in reversed([*_counted_before(view), *here]) if other.sort in _MEASURED)
    first = next(counted, None)
    return _like(mention, first) if first is not None else None


def _counted_before(view: View) -> list[QuantityMention]:
    """The quantities of the sentence before in the same block."""
    sentences = view.document.sentences
    index = bisect_left(sentences, view.sentence.start, key=lambda sentence: sentence.start) - 1
    if index < 0 or sentences[index].block != view.sentence.block:
        return []
    return quantities.find(view.document.text[sentences[index].start : sentences[index].end])


def _like_before(
    view: View, token: int, mention: QuantityMention, sorts: Sequence[str] = _COMPARABLE
) -> QuantityMention | None:
    """A bare number that counts what the number before it counts."""
    earlier = (view.quantities[other.ref] for other in reversed(view.tokens[:token]) if other.tag == "quantity")
    share = mention.quantity.value <= WHOLE
    first = next(
        (
            other
            for other in earlier
            if other.sort in sorts and not other.definite and (share or other.sort != "percent")
        ),
        None,
    )
    return None if first is None else _like(mention, first)


def _like(mention: QuantityMention, first: QuantityMention) -> QuantityMention:
    """A bare number of what another one counts or measures."""
    quantity = replace(mention.quantity, unit=first.quantity.unit)
    return replace(mention, quantity=quantity, sort=first.sort, noun=first.noun, noun_start=None, noun_end=None)


_LIVING = frozenset(
    """live remain number reside settle flee emigrate register migrate return die stay survive visit employ
    greet attend arrive expel deport evict evacuate displace repatriate resettle naturalise naturalize shelter
    accommodate conscript mobilise mobilize recruit enslave""".split()
)
_COMING = frozenset("come go leave cross settle escape".split())
_MANY = 100


def _of_people(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number of those who live, flee or remain: "by 1930 only 35,000 remained"."""
    clause = clause_at(view, token)
    if clause is None or mention.quantity.value < _MANY:
        return None
    came = clause.predicate.lemma in _COMING and token in clause.subject
    return _people(mention) if came or clause.predicate.lemma in _LIVING else None


_HARMING = frozenset("kill wound injure hurt execute arrest detain massacre drown murder".split())
_SUFFERING = frozenset("die perish drown starve".split())
HARMS = _SUFFERING | {"kill", "wound", "injure", "hurt"}
HARMED = frozenset("dead wounded injured killed missing freed released arrested detained rescued deported".split())


def _of_victims(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number of victims: "the clashes killed 10", "18 others died", "left 300 wounded"; not "5 dead trees"."""
    after = view.tokens[token + 1 : token + 3]
    if after and after[0].low in HARMED and all(other.tag != "word" for other in after[1:]):
        return _people(mention)
    clause = clause_at(view, token)
    if clause is None or mention.quantity.value != int(mention.quantity.value):
        return None
    lemma, passive = clause.predicate.lemma, clause.predicate.passive
    harmed = lemma in _HARMING and (token in clause.subject) == passive
    died = lemma in _SUFFERING and token in clause.subject
    return _people(mention) if (harmed or died) and _alone(view, clause, token) else None


_FURTHER = frozenset(("another", "further", "a", "and", ",", "in", "all", "also"))


def _alone(view: View, clause: Clause, token: int) -> bool:
    """Does a number stand for a phrase: alone as the subject, or right behind the verb and its qualifier?"""
    lead = view.quantities[view.tokens[token].ref].lead
    if token in clause.subject:
        before = view.tokens[clause.subject.start : token]
        return all(other.start >= lead or other.low in _FURTHER for other in before)
    return all(other.start >= lead or other.low in _FURTHER for other in view.tokens[clause.predicate.last : token])


def _tokens(view: View, places: range) -> Sequence[Token]:
    return view.tokens[places.start : places.stop]


_NUMBERS = frozenset(
    "number numbers total figure estimate estimates quota quotas ceiling limit cap maximum minimum count".split()
)
_REACHING = frozenset(
    """be reach rise fall grow increase decrease drop stand total exceed estimate put number amount remain decline
    climb hit pass surpass top come go run range vary dwindle shrink swell soar plunge plummet slump tumble leap surge
    average peak hover double halve triple""".split()
)
_CROWDS = CROWDS | {"community", "diaspora"}


def _of_subject(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number of what its subject counts: "the number of pilgrims rose to 3,000", "a crowd of 3,000"."""
    of_crowd = token > 1 and view.tokens[token - 1].low == "of" and view.tokens[token - 2].low in _CROWDS
    if of_crowd:
        return _people(mention)
    clause = clause_at(view, token)
    if clause is None or token < clause.predicate.last:
        return _set_to(view, token, view.tokens[:token], mention)
    subject = _tokens(view, clause.subject) or view.tokens[: clause.predicate.first]
    if clause.predicate.lemma not in _REACHING:
        changed = subject if clause.predicate.passive else view.tokens[clause.predicate.last : token]
        return _set_to(view, token, changed, mention)
    named = _of_named_number(view, subject, mention)
    head = _head(subject)
    if named is not None or head is None:
        return named
    return _people(mention) if head.low in _CROWDS else _of_plural(view, head, mention)


def _set_to(view: View, token: int, changed: Sequence[Token], mention: QuantityMention) -> QuantityMention | None:
    """A bare number that a quota is brought to or from: "cut the number of posts to 3", "was raised from 40 to 60"."""
    before = next((other for other in reversed(view.tokens[:token]) if other.start < mention.lead), None)
    led = before is not None and before.low in ("to", "from", "at")
    return _of_named_number(view, changed, mention) if led else None


def _of_named_number(view: View, words: Sequence[Token], mention: QuantityMention) -> QuantityMention | None:
    """A bare number of what "the number of …" among the words counts."""
    named = (at for at, other in enumerate(words[:-1]) if other.low in _NUMBERS and words[at + 1].low == "of")
    place = next(named, None)
    return _of_number(view, words[place + 1 :], mention) if place is not None else None


def _of_number(view: View, behind: Sequence[Token], mention: QuantityMention) -> QuantityMention | None:
    """What "the number of …" counts."""
    if not behind or behind[0].low not in ("of", "for"):
        return None
    head = _head(behind[1:])
    if head is None:
        return None
    if head.low in HARMED:
        return _people(mention)
    if head.tag == "name":
        return replace(_people(mention), noun=head.text) if view.names[head.ref].sort in ("party", "people") else None
    return _of_plural(view, head, mention)


def _head(tokens: Sequence[Token]) -> Token | None:
    """The last noun of a phrase before its first preposition or comma."""
    head = None
    for token in tokens:
        if token.tag in ("prep", "to", "punct", "rel", "verb") and head is not None and token.low != "-":
            break
        if token.tag in ("word", "name") and token.low not in _BEHIND:
            head = token
    return head


_BEHIND = frozenset("open available present active involved alone abroad".split())
"""Adjectives that stand behind their noun."""


def _of_plural(view: View, head: Token, mention: QuantityMention) -> QuantityMention | None:
    """A number of the things that a plural noun names, also where it opens a sentence and looks like a name."""
    opens = head.tag == "name" and head.start == view.sentence.start and view.names[head.ref].sort == "other"
    if not (head.tag == "word" or opens) or not is_plural(head.low):
        return None
    unit = unit_name(head.low)
    quantity = replace(mention.quantity, unit=unit)
    return replace(mention, quantity=quantity, sort="person" if unit == "person" else "count", noun=head.text)


_COMPARING = frozenset("as the that more larger higher greater bigger longer less lower its their what faster".split())
_GROWING = frozenset("grow increase rise multiply expand be surge jump swell exceed soar decrease fall".split())


def _of_times(view: View, token: int, mention: QuantityMention) -> QuantityMention:
    """How often something was done: "met seven times", which is no factor as in "grew seven times"."""
    after = view.tokens[token + 1].low if token + 1 < len(view.tokens) else ""
    clause = clause_at(view, token)
    often = mention.text.lower().endswith("times") and after not in _COMPARING
    if not often or clause is None or clause.predicate.lemma in _GROWING or token < clause.predicate.last:
        return mention
    return replace(mention, quantity=replace(mention.quantity, unit="time"), sort="count", noun="times")
