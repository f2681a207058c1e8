"""A sentence with everything the rules look at: its tokens, clauses, dates, quantities and names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter
from typing import Protocol, TypeVar

from kzcn import dates, names, quantities
from kzcn.dates import DateMention
from kzcn.extract.clauses import Clause, cut
from kzcn.extract.decimals import with_points
from kzcn.extract.tokens import Mention, Token, tokenize
from kzcn.extract.words import ANAPHORA
from kzcn.model import Block, Document, Sentence, Span
from kzcn.names import NameMention
from kzcn.quantities import QuantityMention

__all__ = ["LONGEST", "Mentions", "View", "mentions_of", "too_long", "view", "within"]

LONGEST = 4000
"""Code points: what is longer is no sentence."""


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)
_START = attrgetter("start")


@dataclass(frozen=True)
class Mentions:
    """All mentions of a document, each kind in order."""

    dates: Sequence[DateMention]
    quantities: Sequence[QuantityMention]
    names: Sequence[NameMention]
    numbers: str = ""
    """The clean text as its numbers are read: with decimal points."""

    @cached_property
    def starts(self) -> tuple[list[int], list[int], list[int]]:
        """Where dates, quantities and names begin, as each sentence is looked up."""
        return _starts(self.dates), _starts(self.quantities), _starts(self.names)


@dataclass(frozen=True)
class View:
    """One sentence as read. `dates`, `quantities` and `names` are those that stand in it."""

    document: Document
    sentence: Sentence
    block: Block
    dates: Sequence[DateMention]
    quantities: Sequence[QuantityMention]
    names: Sequence[NameMention]

    @cached_property
    def tokens(self) -> list[Token]:
        """The sentence as tokens; a mention is one token."""
        return tokenize(self.document.text, self.sentence.start, self.sentence.end, self._mentions())

    @cached_property
    def clauses(self) -> list[Clause]:
        """The sentence cut into clauses."""
        return cut(self.tokens)

    @cached_property
    def pieces(self) -> dict[tuple[int, int], list[range]]:
        """The clauses cut between their numbers, as `portions` has cut them so far."""
        return {}

    @property
    def text(self) -> str:
        """The clean text of the sentence."""
        return self.document.text[self.sentence.start : self.sentence.end]

    @cached_property
    def goes_on(self) -> bool:
        """Does the sentence continue the one before: "It …", "However, …", "At the same time, …", "the next day"?"""
        opens = bool(self.tokens) and self.tokens[0].low in ANAPHORA
        return opens or _AT_ONCE.match(self.text) is not None or any(_is_relative(date) for date in self.dates)

    def parent_of(self, clause: Clause) -> Clause | None:
        """The clause that another continues or depends on; None for the first."""
        return self.clauses[clause.parent] if clause.parent is not None else None

    def clause_of(self, token: int) -> int | None:
        """Index of the clause that a token stands in; what stands before a relative clause belongs to what resumes."""
        of_which = [other.low for other in self.tokens[token + 1 : token + 3]] in (["of", "which"], ["of", "whom"])
        for index, clause in enumerate(self.clauses):
            if clause.first <= token < clause.last:
                if of_which and index + 1 < len(self.clauses) and self.clauses[index + 1].link == "relative":
                    return index + 1
                if token in clause.head and index + 1 < len(self.clauses):
                    return index + 1
                return clause.parent if self._closed_before(clause, token) else index
        return None

    def _closed_before(self, clause: Clause, token: int) -> bool:
        """Is a relative clause over before the token: "bought the mine, which was old, | for $3 million"?"""
        apart = clause.link == "participial" and clause.predicate.passive and self.tokens[clause.first].low == ","
        if not (clause.link == "relative" or apart) or clause.parent is None:
            return False
        told = False
        for place in range(clause.predicate.last, token):
            if told and self.tokens[place].low == "," and self.tokens[place + 1].tag in ("prep", "to"):
                return True
            told |= self.tokens[place].tag in ("word", "name", "quantity", "date")
        return False

    def _mentions(self) -> list[Mention]:
        """Dates before quantities before names, each place once, in order."""
        found = [
            Mention(date.start, date.end, "date", ref)
            for ref, date in enumerate(self.dates)
            if _stands(self.document.text, date)
        ]
        numbers = (Mention(number.start, number.end, "quantity", ref) for ref, number in enumerate(self.quantities))
        found += _apart(numbers, found)
        names = (Mention(name.start, name.end, "name", ref, name.adjective) for ref, name in enumerate(self.names))
        found += _apart(names, found)
        return sorted(found)


def mentions_of(document: Document) -> Mentions:
    """Find all dates, quantities and names of a document, over its whole clean text."""
    text = document.text
    found = dates.find(text, reference_date=document.source.date)
    skip = [Span(date.start, date.end) for date in found]
    numbers, named = with_points(document), names.find(text)
    counted = _as_written(text, quantities.find(numbers, skip))
    return Mentions(found, _in_yen(counted, named) if "¥" in text else counted, named, numbers)


_SHARED_SIGN = re.compile(r"(?<![A-Za-z])¥")


def _in_yen(found: Sequence[QuantityMention], named: Sequence[NameMention]) -> list[QuantityMention]:
    """The mentions, sums with the sign of yuan and yen in yen where a text speaks of Japan and not of China."""
    states = {name.name for name in named}
    if "Japan" not in states or "China" in states:
        return list(found)
    in_yen = [replace(mention, quantity=replace(mention.quantity, unit="JPY")) for mention in found]
    return [yen if _SHARED_SIGN.search(yen.text) else mention for mention, yen in zip(found, in_yen, strict=True)]


def _as_written(text: str, found: Sequence[QuantityMention]) -> list[QuantityMention]:
    """The mentions with the words that stand in the text."""
    ends = [(mention, text[mention.start : mention.end]) for mention in found]
    return [mention if mention.text == words else replace(mention, text=words) for mention, words in ends]


def too_long(sentence: Sentence) -> bool:
    """Whether a sentence has more code points than a sentence can have: it is passed over."""
    return sentence.end - sentence.start > LONGEST


def view(document: Document, mentions: Mentions, sentence: Sentence) -> View | None:
    """A sentence of running text as read; None for one that is too long to be a sentence."""
    if too_long(sentence):
        return None
    start, end = sentence.start, sentence.end
    dates_at, quantities_at, names_at = mentions.starts
    return View(
        document,
        sentence,
        document.blocks[sentence.block],
        _between(mentions.dates, dates_at, start, end),
        _between(mentions.quantities, quantities_at, start, end),
        _between(mentions.names, names_at, start, end),
    )


def _starts(items: Sequence[_Placed]) -> list[int]:
    return [item.start for item in items]


def _between(items: Sequence[_P], starts: Sequence[int], start: int, end: int) -> list[_P]:
    """As `within`, where the starts of the items are known."""
    first = bisect_left(starts, start)
    last = bisect_left(starts, end, lo=first)
    return [item for item in items[first:last] if item.end <= end] if first < last else []


def within(items: Sequence[_P], place: _Placed) -> list[_P]:
    """The items, given in order, that lie inside a place."""
    first = bisect_left(items, place.start, key=_START)
    last = bisect_left(items, place.end, lo=first, key=_START)
    return [item for item in items[first:last] if item.end <= place.end]


_AT_ONCE = re.compile(r"\W*(?:at|during|in) (?:the same|that|this) (?:time|moment|period)\b", re.IGNORECASE)
"""What opens a sentence that tells what happened when the one before did."""
_NEXT = re.compile(r"(?:the|that) (?:following|next|same|very) |(?:shortly|soon) (?:after|there)", re.IGNORECASE)


def _is_relative(date: DateMention) -> bool:
    """A date that only the sentence before can tell: "the following day" of something told with its year alone."""
    return date.edtf is None and date.type == "date" and _NEXT.match(date.text) is not None


_WITHIN = frozenset("during in under throughout since until before after from by through".split())


def _stands(text: str, date: DateMention) -> bool:
    """A named period stands as a date only where a word of time governs it: "during the Han dynasty", not "with" it."""
    if date.type != "period":
        return True
    return bool(_WITHIN & set(text[date.lead : date.start].lower().split())) or _within_part(text, date.start)


_PART = re.compile(
    r"\b(?:during|in|at|after|before|until|since|from) the (?:outbreak|beginning|start|end|close|height|course|midst"
    r"|aftermath|eve) of (?:the )?$",
    re.IGNORECASE,
)
_LONGEST_PART = 40
"""Code points before a period that are looked at."""


def _within_part(text: str, start: int) -> bool:
    """Does a part of a period stand before its name: "during the outbreak of the War of the Oranges"?"""
    return _PART.search(text, max(0, start - _LONGEST_PART), start) is not None


def _apart(mentions: Iterable[Mention], taken: Sequence[Mention]) -> list[Mention]:
    """The mentions that overlap none of those taken already."""
    return [
        mention
        for mention in mentions
        if all(mention.end <= other.start or other.end <= mention.start for other in taken)
    ]
