"""A clause told once more with another date: "Line A opened in 1909, and Line B in 1910"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kzcn.extract.clauses import Clause
from kzcn.extract.frames import noun_heads
from kzcn.extract.tokens import Token

__all__ = ["told_by_date"]

_LEADING = frozenset(("conj", "punct", "adv"))


def told_by_date(tokens: Sequence[Token], clause: Clause, dates: Sequence[int]) -> list[Clause]:
    """The clause as it is told of each of its dates: with the subject, object or phrase that stands before that date.

    Args:
        tokens: the tokens of the sentence.
        clause: a clause with two or more dates that are joined.
        dates: tokens of its dates, in order.
    """
    pieces = _pieces(tokens, clause, dates)
    if len(dates) < 2 or not all(_names_something(tokens, piece) for piece in pieces[1:]):
        return [clause for _ in dates]
    told = [replace(clause, rest=pieces[0]), *(_again(tokens, clause, pieces[0], piece) for piece in pieces[1:])]
    return _by_doers(tokens, told) if clause.predicate.passive else told


def _again(tokens: Sequence[Token], clause: Clause, first: range, piece: range) -> Clause:
    """The clause with what takes the place of its subject, of its object, or of what goes with that."""
    objects = [] if clause.predicate.passive else noun_heads(tokens, first)
    if tokens[piece.start].tag in ("prep", "to"):
        kept = range(first.start, objects[-1] + 1) if objects else piece
        return replace(clause, rest=kept, adverbials=piece)
    if not objects:
        return replace(clause, subject=piece, rest=range(0))
    anew = len(piece) > 2 and tokens[piece.start].tag == "name" and tokens[piece.start + 1].tag == "det"
    if anew and not tokens[piece.start].adjective:
        return replace(clause, subject=piece[:1], rest=piece[1:])
    return replace(clause, rest=piece)


def _pieces(tokens: Sequence[Token], clause: Clause, dates: Sequence[int]) -> list[range]:
    """What stands behind the verb before each date, without "and" and commas."""
    pieces, start = [], clause.predicate.last
    for date in dates:
        while start < date and tokens[start].tag in _LEADING:
            start += 1
        pieces.append(range(start, max(start, date)))
        start = date + 1
    return pieces


def _names_something(tokens: Sequence[Token], piece: range) -> bool:
    return any(tokens[place].tag in ("name", "word") and tokens[place].low != "most" for place in piece)


def _by_doers(tokens: Sequence[Token], told: list[Clause]) -> list[Clause]:
    """Of a passive with "by", what is told again is who did it: "ratified by Peru in 1951 and Chile in 1953"."""
    first = told[0]
    if not any(tokens[place].low == "by" for place in first.rest):
        return told
    return [
        first,
        *(replace(first, rest=other.subject or other.rest) if not other.rest else other for other in told[1:]),
    ]
