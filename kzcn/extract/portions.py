"""A clause with several numbers, cut into what belongs to each: "exports were $5 million, | imports $3 million".

What a clause says once, its verb first of all, belongs to every number of it; what stands on a number's own side of the
comma or conjunction belongs to that number alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.tokens import Token

__all__ = ["Portion", "is_respective", "portion"]


@dataclass(frozen=True, slots=True)
class Portion:
    """What belongs to one number of a clause."""

    words: range
    """Its own tokens, with those before the verb where it is the first number."""
    clause: Clause
    """The clause, with the subject and the complements that go with this number."""
    gapped: bool = False
    """The verb stands with a number before it: "…, imports $3 million"."""
    lead: range = range(0)
    """In a gapped portion the tokens between the comma and the number; in brackets the phrase before them."""


def portion(view: View, clause: Clause, place: int) -> Portion:
    """What of a clause belongs to the number at a token."""
    tokens = view.tokens
    opening = _opening(tokens, place)
    if opening is not None:
        return _bracketed(view, clause, opening)
    pieces = _pieces(view, clause)
    order = bisect_right(pieces, place, key=lambda piece: piece.start) - 1
    if order < 0 or place not in pieces[order]:
        return Portion(range(clause.first, clause.last), clause)
    own = pieces[order]
    named = _respective(view, clause, pieces, order)
    if named is not None:
        return Portion(named, replace(clause, subject=named, adverbials=range(0)), gapped=True, lead=named)
    if order == 0:
        return Portion(own, _first(view, clause, pieces))
    number = next((at for at in own if tokens[at].tag == "quantity"), place)
    lead = range(own.start, number)
    gapped = clause.predicate.first < own.start
    return Portion(own, _later(view, clause, pieces, own, lead) if gapped else clause, gapped, lead)


def is_respective(view: View, clause: Clause) -> bool:
    """Does a clause give its numbers to its names or dates in their order: "were 5 and 3 respectively"?"""
    return any(view.tokens[at].low == "respectively" for at in clause.rest)


def _respective(view: View, clause: Clause, pieces: Sequence[range], order: int) -> range | None:
    """The part of the subject that a number belongs to: "exports and | imports were $5 million and $3 million"."""
    if len(pieces) < 2 or not is_respective(view, clause):
        return None
    parts: list[range] = []
    start = clause.subject.start
    for at in (*clause.subject, clause.subject.stop):
        parting = at == clause.subject.stop or view.tokens[at].tag == "conj" or view.tokens[at].low == ","
        if parting and any(view.tokens[place].tag in ("word", "name") for place in range(start, at)):
            parts.append(range(start, at))
        start = at + 1 if parting else start
    return parts[order] if len(parts) == len(pieces) else None


def _opening(tokens: Sequence[Token], place: int) -> int | None:
    """The bracket that a number stands in; None for one outside brackets."""
    for index in range(place - 1, max(-1, place - 12), -1):
        if tokens[index].text in ")]":
            return None
        if tokens[index].text in "([":
            return index
    return None


def _bracketed(view: View, clause: Clause, opening: int) -> Portion:
    """A number in brackets belongs to what stands before them: "Chile ($5 million), Peru ($3 million)"."""
    tokens = view.tokens
    while opening and tokens[opening - 1].tag == "quantity":
        outer = _opening(tokens, opening - 1)
        if outer is None:
            return portion(view, clause, opening - 1)
        opening = outer
    start = opening
    while start > 0 and (tokens[start - 1].tag in ("word", "name") or tokens[start - 1].low in ("'s", "’s", "of")):
        start -= 1
    host = range(start, opening)
    closing = next((at for at in range(opening, len(tokens)) if tokens[at].text in ")]"), len(tokens) - 1)
    listed = sum(_holds_number(tokens, at) for at in range(clause.first, clause.last) if tokens[at].text == "(") > 1
    if not listed or not host or not _named(view, host):
        return Portion(range(start, closing + 1), clause, gapped=bool(host), lead=host)
    shared = clause.subject if not set(host) & set(clause.subject) else range(0)
    narrowed = replace(clause, subject=host, rest=range(opening, closing + 1), adverbials=shared)
    return Portion(range(start, closing + 1), narrowed, gapped=True, lead=host)


def _holds_number(tokens: Sequence[Token], opening: int) -> bool:
    """Does a number stand in the bracket that opens at a token?"""
    for token in tokens[opening + 1 : opening + 6]:
        if token.text == ")":
            return False
        if token.tag == "quantity":
            return True
    return False


def _pieces(view: View, clause: Clause) -> list[range]:
    """The clause cut between its numbers, where a comma or conjunction stands between them; it is cut once."""
    start = min(clause.subject.start, clause.first) if clause.subject else clause.first
    key = (start, clause.last)
    if key not in view.pieces:
        view.pieces[key] = _cut(view, clause, start)
    return view.pieces[key]


def _cut(view: View, clause: Clause, start: int) -> list[range]:
    tokens = view.tokens
    numbers = [at for at in range(start, clause.last) if _measures(view, at)]
    seams = [seam for left, right in pairwise(numbers) if (seam := _seam(tokens, left, right)) is not None]
    stop = _tail(tokens, numbers[-1], clause.last) if numbers else clause.last
    edges = [start, *seams, stop]
    return [range(left, right) for left, right in pairwise(edges)]


def _measures(view: View, at: int) -> bool:
    """Is a token a number outside brackets that is no duration?"""
    token = view.tokens[at]
    if token.tag != "quantity" or view.quantities[token.ref].sort == "duration":
        return False
    return _opening(view.tokens, at) is None


_DASHES = frozenset(("-", "–", "—", "‒"))
_SEAMS = _DASHES | {"with", "including", "while", "whereas", "amid", "against", "versus", ";"}


def _seam(tokens: Sequence[Token], left: int, right: int) -> int | None:
    """The last comma, conjunction or "with" between two numbers, else a dash or "and" between names."""
    found = None
    for at in range(right - 1, left, -1):
        parts = tokens[at].low == "," or tokens[at].tag == "conj" or tokens[at].low in _SEAMS
        if not parts or _opening(tokens, at) is not None or (at == right - 1 and tokens[at].low in _DASHES):
            continue
        names = tokens[at].tag == "conj" and tokens[at - 1].tag == "name" == tokens[at + 1].tag
        if names or tokens[at].low in _DASHES:
            found = found or at
            continue
        return _before_date(tokens, at - 1 if tokens[at - 1].low == "," and at - 1 > left else at, left)
    return found


def _before_date(tokens: Sequence[Token], comma: int, left: int) -> int:
    """A seam moved before a date that opens what follows: "sold 30 ships; | in 1951 , 40"."""
    if tokens[comma].low != "," or tokens[comma - 1].tag != "date":
        return comma
    at = comma - 2
    while at > left and tokens[at].tag in ("prep", "det"):
        at -= 1
    return at if at > left and (tokens[at].low in (",", ";") or tokens[at].tag == "conj") else comma


_TAILS = frozenset(("amid", "despite", "including", "excluding", "whereas"))


def _tail(tokens: Sequence[Token], number: int, last: int) -> int:
    """Where what is only said beside the last number begins: "reached $5 million | amid record exports"."""
    return next((at for at in range(number, last) if tokens[at].low in _TAILS), last)


def _named(view: View, places: range) -> bool:
    return any(view.tokens[at].tag == "name" for at in places)


def _first(view: View, clause: Clause, pieces: Sequence[range]) -> Clause:
    """The clause without what belongs to its later numbers, where its first one has names on its own side, too."""
    own = pieces[0]
    number = next((at for at in own if view.tokens[at].tag == "quantity"), own.start)
    told = range(max(clause.predicate.last, own.start), own.stop)
    parallel = [later for later in pieces[1:] if _named(view, later)]
    if not parallel or clause.predicate.first >= own.stop:
        return clause
    lead = _lead(view, parallel[0])
    beside = _named(view, range(number + 1, own.stop))
    if not beside and not _named(view, lead):
        return clause
    subject = range(clause.subject.start, min(clause.subject.stop, own.stop))
    return replace(clause, subject=subject, rest=told)


def _lead(view: View, piece: range) -> range:
    number = next((at for at in piece if view.tokens[at].tag == "quantity"), piece.stop)
    return range(piece.start, number)


def _later(view: View, clause: Clause, pieces: Sequence[range], own: range, lead: range) -> Clause:
    """The clause as a later number repeats it, with its own subject or complement in place of the first one's."""
    tokens = view.tokens
    if not _named(view, own):
        return _like_first(view, clause, pieces[0], own)
    first = pieces[0]
    number = next((at for at in first if tokens[at].tag == "quantity"), first.start)
    if _named(view, lead):
        behind = next((tokens[at].low for at in lead if tokens[at].tag in ("prep", "to")), None)
        shared = range(number + 1, first.stop) if not _named(view, range(lead.stop, own.stop)) else range(0)
        if behind is not None and behind not in ("for", "by", "at", "of"):
            return replace(clause, subject=_until(tokens, clause.subject, behind), rest=own, adverbials=range(0))
        if _named(view, range(clause.predicate.last, number)):
            return replace(clause, rest=own, adverbials=range(0))
        return replace(clause, subject=lead, rest=range(lead.stop, own.stop), adverbials=shared)
    subject = clause.subject if number not in clause.subject else range(0)
    return replace(clause, subject=subject, rest=own, adverbials=range(0))


def _like_first(view: View, clause: Clause, first: range, own: range) -> Clause:
    """A later number without a name shares those of the first one."""
    if not _named(view, range(first.stop, own.start)) and not _counts_named(view, first):
        return clause
    if _counts_named(view, first):
        return replace(clause, rest=own, adverbials=range(0))
    return replace(clause, rest=range(max(clause.predicate.last, first.start), first.stop))


def _counts_named(view: View, piece: range) -> bool:
    """Does the number of a piece count people by their name: "12,000 Greeks"?"""
    number = next((at for at in piece if view.tokens[at].tag == "quantity"), None)
    return number is not None and number + 1 in piece and view.tokens[number + 1].tag == "name"


def _until(tokens: Sequence[Token], subject: range, preposition: str) -> range:
    """A subject up to a preposition: "exports | to Iran"."""
    stop = next((at for at in subject if tokens[at].low == preposition), subject.stop)
    return range(subject.start, stop)
