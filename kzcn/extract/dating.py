"""Which date belongs to which clause.

A date belongs to the clause in which it stands. A date in parentheses or right before a noun belongs to the thing it
stands at ("the revolt (1825–27)", "the 1954 pact"). A clause without a date takes that of the clause it continues, then
that of the passage; the claim says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kzcn import dates
from kzcn.dates import EDTF, DateMention
from kzcn.dates.steps import stepped
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.dateroles import Host, is_beside, role_of
from kzcn.extract.frames import is_instrument
from kzcn.extract.lending import Lending
from kzcn.extract.tokens import Token
from kzcn.extract.words import DURING
from kzcn.model import DateBasis, Span

__all__ = ["Dated", "Dating", "dated"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as a claim takes it: its value, how it was found, and where its words stand in the clean text."""

    edtf: str
    basis: DateBasis
    span: Span | None
    """None where the words stand outside the text: a table head."""
    ongoing: bool = False
    closed_edtf: str | None = None
    """The date itself, where a word such as "since" opened it: "since the 1950s" is 195X/.., closed 195X."""

    def closed(self) -> Dated:
        """The same date of something that happened once: "met since as early as 1821" met in 1821."""
        return replace(self, edtf=self.closed_edtf or self.edtf, ongoing=False, closed_edtf=None)

    def opened(self) -> Dated:
        """The same date of what goes on from there: "allies from 1951"."""
        return replace(self, edtf=f"{self.edtf}/..", ongoing=True, closed_edtf=self.edtf)

    def inherited(self) -> Dated:
        """The same date where a clause takes it over from its surroundings."""
        return replace(self, basis="inherited") if self.basis == "stated" else self


_RECORDS = frozenset(
    """data figures statistics report reports census information estimate estimates photographs maps
    records survey""".split()
)


def _of_record(tokens: Sequence[Token], index: int) -> bool:
    """Does "from" name the year of a record: "according to figures from 1931"?"""
    return index > 1 and tokens[index - 1].low == "from" and tokens[index - 2].low in _RECORDS


_NOW = re.compile(r"\b(?:(?:this|last|next|coming|current|past) (?:year|month|week|summer|spring|autumn|winter))\b")
_STORY = re.compile(r"\b(?:the|that|same) (?:last|next|past)\b")


def _told_from_now(mention: DateMention) -> bool:
    """Is a date reckoned from the day of writing: "last year", not "the next year"?"""
    text = mention.text.lower()
    return mention.basis == "relative" and _NOW.search(text) is not None and _STORY.search(text) is None


def dated(mention: DateMention) -> Dated | None:
    """What a claim can take of a mention; None for durations, sets and references such as "now"."""
    if mention.edtf is None or mention.type in ("duration", "set"):
        return None
    opened = mention.relation is not None or mention.mod == "APPROX"
    start = mention.lead if opened else mention.start
    alone = dates.find(mention.text) if mention.relation is not None else []
    closed = alone[0].edtf if len(alone) == 1 and alone[0].relation is None else None
    if mention.relation is not None and (closed is None or "X" in closed[:4]):
        closed = mention.edtf.removeprefix("../").removesuffix("/..")
    ongoing = mention.relation in ("since", "from")
    return Dated(mention.edtf, mention.basis, Span(start, mention.end), ongoing, closed)


_TWELVE = (("year", "twelve months", "12 months"), ("twelve months", "12 months"))
"""What stands before "ended" and a day, and before "to" and one."""


class Dating:
    """The dates of one sentence, given to its clauses and to the things that have their own."""

    def __init__(self, view: View, heading: Dated | None = None) -> None:
        self.view = view
        self.tokens = view.tokens
        self._lending = Lending(view, self.own, self._edtf, headed=heading is not None)
        self.heading = heading
        """The date that heads the paragraph or list item: "1951: …"."""
        self.hosts: list[Host] = []
        self.tokens_of: dict[int, list[int]] = {}
        """Tokens of the dates that stand in each clause."""
        self.asides: list[int] = []
        """Tokens of the dates of what is told beside a subject: "Fiji, a member since 1951, …"."""
        self.reigns: list[Host] = []
        """Rulers, each with the years of the reign: "Emperor Fasilides (1632–67)"."""
        self._taken: dict[int, Dated | None] = {}
        """What a claim can take of the dates asked for so far, before what names a thing is closed."""
        self._own: dict[int, list[int]] = {}
        """The dates of the clauses asked for so far: each is asked for several times."""
        self.bases_of: dict[int, list[int]] = {}
        """Tokens of the dates of numbers from which something changed: "from $4 million a year earlier"."""
        for index, token in enumerate(self.tokens):
            if token.tag == "date" and self.value(index) is not None:
                self._place(index)

    def value(self, token: int) -> Dated | None:
        """The date of a date token."""
        if token not in self._taken:
            self._taken[token] = self._take(token)
        value = self._taken[token]
        if value is None or value.closed_edtf is None:
            return value
        return value.closed() if any(host.date == token for host in self.hosts) else value

    def _edtf(self, token: int) -> str | None:
        value = self.value(token)
        return value.edtf if value is not None else None

    def _take(self, token: int) -> Dated | None:
        mention = self.view.dates[self.tokens[token].ref]
        value = self._year_to(token) or dated(mention)
        if value is None or (self.view.document.source.date is None and _told_from_now(mention)):
            return None
        if value.closed_edtf is not None and self._opened_by_clause(token):
            return value.closed()
        if self._joined_to_open(token):
            return value.opened()
        return value.closed() if _of_record(self.tokens, token) else value

    def _year_to(self, token: int) -> Dated | None:
        """The year that a day ends: "the year ended | 30 June 1951", "the twelve months to | June 1951"."""
        before = [other.low for other in self.tokens[max(0, token - 2) : token]]
        mention = self.view.dates[self.tokens[token].ref]
        ends = before[1:] in (["ended"], ["ending"], ["to"]) and before[0].endswith(_TWELVE[before[1] == "to"])
        if not ends or mention.edtf is None or "/" in mention.edtf:
            return None
        first = _day_behind_year(mention.edtf)
        return Dated(f"{first}/{mention.edtf}", "stated", Span(mention.start, mention.end)) if first else None

    def _opened_by_clause(self, token: int) -> bool:
        """Does "until" open a clause or stand behind "not", so that the date is a point: "until in 1924 Togo left"?"""
        lead = self.view.dates[self.tokens[token].ref].lead
        first = next((at for at in range(max(0, token - 4), token) if self.tokens[at].start >= lead), token)
        if first > 0 and self.tokens[first - 1].low == "not" and self.tokens[first].low == "until":
            return True
        return any(clause.opener and clause.head.stop == first for clause in self.view.clauses)

    def _joined_to_open(self, token: int) -> bool:
        """Does a date share the "since" of the one before: "since 1951 and 1953, respectively"?"""
        first, conj = token - 2, token - 1
        if first < 0 or self.tokens[first].tag != "date" or self.tokens[conj].tag != "conj":
            return False
        mention = self.view.dates[self.tokens[token].ref]
        return (
            self.view.dates[self.tokens[first].ref].relation == "since"
            and mention.relation is None
            and mention.edtf is not None
            and "/" not in mention.edtf
        )

    def own(self, clause: int) -> list[int]:
        """Tokens of the dates that stand in a clause: several where they are coordinated ("on 3 May and 9 June")."""
        if clause not in self._own:
            self._own[clause] = self._found_in(clause)
        return self._own[clause]

    def _found_in(self, clause: int) -> list[int]:
        found = self._surest(self._told_of(clause)) or self._right_before(clause)
        if len(found) < 2:
            return found
        return _coordinated(self.tokens, found) or [self._best(self.view.clauses[clause], found)]

    def _told_of(self, clause: int) -> list[int]:
        """The dates that stand in a clause, without those of an apposition where one opens it."""
        told = self.view.clauses[clause]
        places = [place for place in self.tokens_of.get(clause, []) if not self._of_aside(told, place)]
        if not any(place in told.adverbials for place in places):
            return places
        return [place for place in places if place not in told.subject]

    def _of_aside(self, clause: Clause, place: int) -> bool:
        """Is a date that of a number beside the subject: "Trade, worth $56 million in | 1951, dried up"?"""
        if place not in clause.subject or self.tokens[place + 1].low != ",":
            return False
        opened = next((at for at in range(place, clause.subject.start, -1) if self.tokens[at].low == ","), None)
        return opened is not None and any(token.tag == "quantity" for token in self.tokens[opened:place])

    def _surest(self, places: Sequence[int]) -> list[int]:
        """Dates of a clause without those that another says more nearly: "two months later, on 5 May"; "in the war"."""
        if len(places) < 2:
            return list(places)
        values = {place: value for place in places if (value := self.value(place)) is not None}
        stated = [place for place, value in values.items() if value.basis != "period"]
        kept = [place for place in stated if not is_beside(self.tokens, place)] or stated or list(values)
        return [
            place
            for place, following in zip(kept, [*kept[1:], -1], strict=True)
            if following < 0 or not self._said_again(place, following)
        ]

    def _said_again(self, place: int, following: int) -> bool:
        """Is a date told more nearly right behind it: "two months later, on 5 May 1951"?"""
        between = [token.low for token in self.tokens[place + 1 : following] if token.tag not in ("prep", "det")]
        value, other = self.value(place), self.value(following)
        if between not in ([","], ["("]) or value is None or other is None:
            return False
        if value.edtf == other.edtf:
            return between == ["("]
        reckoned = value.basis == "relative" != other.basis
        return reckoned or (other.closed_edtf is None and self._lies_in(following, value))

    def _best(self, clause: Clause, places: Sequence[int]) -> int:
        """The nearest date after the verb, else the one before it; the opening one where the other lies outside it.

        "On 1 May 1951 they signed a plan for 1952–1955" tells of 1 May; "1951: Dug, opened on 5 May 1952" of 1952.
        """
        after = [place for place in places if place >= clause.predicate.last]
        opening = [place for place in places if place in clause.adverbials and place < clause.adverbials.start + 3]
        if not after:
            return places[-1]
        told = self.value(opening[-1]) if opening else None
        if told is None or self._lies_in(after[0], told):
            return after[0]
        heads = self.heading is not None and told.edtf == self.heading.edtf
        return after[0] if heads and self.tokens[after[0] - 1].low in ("on", "in") else opening[-1]

    def _lies_in(self, place: int, told: Dated) -> bool:
        """Does a date lie inside another, so that it may say more nearly when the same happened?"""
        value = self.value(place)
        if value is None or "X" in value.edtf[:4] or told.closed_edtf is not None:
            return True
        first, last = EDTF.parse(value.edtf).bounds()
        earliest, latest = EDTF.parse(told.edtf).bounds()
        if first is None or last is None or earliest is None or latest is None:
            return True
        return earliest <= first and last <= latest

    def of(self, clause: int) -> list[Dated]:
        """The dates of a clause, its own or taken over from the sentence; empty where it has none."""
        own = [value for token in self.own(clause) if (value := self.value(token))]
        if own and (days := self._two_days(clause)) is not None:
            return [days]
        if own:
            return own if clause in self.tokens_of else [value.closed() for value in own]
        told = self._length_before(clause)
        if told is not None:
            value = self._reckoned(clause, told)
            return [value] if value is not None else []
        value = self._told_by(clause)
        source = self._lending.source(clause) if value is None else None
        if source is not None:
            value = self._two_days(source) or self.value(self.own(source)[0])
        value = value or self.heading or self.when(clause)
        return [value.inherited()] if value else []

    def _two_days(self, clause: int) -> Dated | None:
        """One date of two days that follow each other: "on 28 and 29 April 1951"."""
        places = self.own(clause)
        if len(places) != 2 or places[1] - places[0] != 2 or self.tokens[places[0] + 1].tag != "conj":
            return None
        first, last = (self.value(place) for place in places)
        if first is None or last is None or stepped(first.edtf, "P1D", 1) != last.edtf:
            return None
        span = Span(first.span.start, last.span.end) if first.span and last.span else None
        return replace(first, edtf=f"{first.edtf}/{last.edtf}", span=span)

    def _length_before(self, clause: int) -> int | None:
        """Place of the length of time before "after" or "before" and a clause: "two days | after the king left"."""
        opened = self.view.clauses[clause]
        opener = opened.head.stop if opened.opener else opened.first
        apart = opened.opener in ("after", "before") or (
            opened.link == "participial" and self.tokens[opener].low in ("after", "before")
        )
        if not apart or not opener or self.tokens[opener - 1].tag != "date":
            return None
        return opener - 1 if self.view.dates[self.tokens[opener - 1].ref].type == "duration" else None

    def _reckoned(self, clause: int, place: int) -> Dated | None:
        """The date of a clause that a length of time parts from the one before: "on 3 May, two days after he left"."""
        parent = self.view.clauses[clause].parent
        told = next((self.value(token) for token in self.own(parent)), None) if parent is not None else None
        length = self.view.dates[self.tokens[place].ref]
        if told is None or length.timex is None:
            return None
        after = self.tokens[place + 1].low == "after"
        edtf = stepped(told.edtf, length.timex, -1 if after else 1)
        return Dated(edtf, "relative", Span(length.start, length.end)) if edtf else None

    def goes_on(self, clause: int) -> bool:
        """Does a clause take over the date of another one of its sentence?"""
        return self._lending.source(clause) is not None

    def leads_on(self, clause: int) -> bool:
        """Does the gerund behind a clause give it its date: "barred him | from leaving in May 1951"?"""
        found = self._lending.kept_from(clause) or self._lending.closing(clause)
        return found is not None and self.view.clauses[found].predicate.tense == "participle"

    def reckoned(self, clause: int) -> bool:
        """Is a clause dated by a length of time before or after the one that it depends on?"""
        place = self._length_before(clause)
        return place is not None and self._reckoned(clause, place) is not None

    def _during(self, clause: int) -> Dated | None:
        """The date of the event in which the rest happened: "During the War of the Oranges (1801), Spain took …"."""
        adverbials = self.view.clauses[clause].adverbials
        if not adverbials or self.tokens[adverbials.start].low not in DURING:
            return None
        host = next((host for host in self.hosts if host.date in adverbials), None)
        return self.value(host.date) if host is not None else None

    def _told_by(self, clause: int) -> Dated | None:
        """The date of an event or an instrument that the clause names: what it took place in, or was done by."""
        return self._during(clause) or self._by_means(clause)

    def opens_with_means(self, clause: int) -> bool:
        """Does a clause begin with the instrument, or the event, that dates it: "By the treaty of 1804, Togo got"?"""
        adverbials = self.view.clauses[clause].adverbials
        return any(host.token in adverbials for host in self.hosts) and self._told_by(clause) is not None

    def _by_means(self, clause: int) -> Dated | None:
        """The date of the instrument that something was done by: "was fixed at 5 km by the 1959 agreement"."""
        for host in self.hosts:
            if is_instrument(self.tokens[host.token]) and self.view.clause_of(host.token) == clause:
                first = min(host.token, host.date)
                near = reversed(self.tokens[max(0, first - _NEAR) : first])
                before = next((token for token in near if token.tag not in ("det", "word", "name")), None)
                if before is not None and before.low in _MEANS:
                    return self.value(host.date)
        return None

    def near(self, token: int, clause: int, stop: int) -> Dated | None:
        """The date of a number: the nearest after it before the next number, else the last before it in its clause."""
        places = sorted([*self.tokens_of.get(clause, []), *self.bases_of.get(clause, [])])
        after = [place for place in places if token < place < stop and not self._labels(place)]
        before = [place for place in places if place < token]
        close = [place for place in after if all(other.low not in (",", ";") for other in self.tokens[token:place])]
        if close or not before:
            return self.value((close or after)[0]) if after else None
        return self.value(before[-1])

    def _labels(self, place: int) -> bool:
        """Does a date head the number behind it: "30 ships (1951: 20; 1950: 10)"?"""
        return (
            self.tokens[place - 1].text in "(;,"
            and self.tokens[place + 1 : place + 2] != []
            and self.tokens[place + 1].low == ":"
        )

    def parallel(self, clause: int) -> Dated | None:
        """The date of the clause before, in the same tense: "sales rose to 4 tonnes in 1951; purchases fell to 3"."""
        clauses = self.view.clauses
        for earlier in range(clause - 1, -1, -1):
            if self.own(earlier) and clauses[earlier].predicate.tense == clauses[clause].predicate.tense:
                value = self.value(self.own(earlier)[0])
                return value.inherited() if value else None
        return None

    def when(self, clause: int) -> Dated | None:
        """The date of the "when" clause that follows: "twelve drowned when a ferry sank in 1903"."""
        clauses = self.view.clauses
        for later in range(clause + 1, len(clauses)):
            if clauses[later].opener == "when" and self.own(later):
                value = self.value(self.own(later)[0])
                return value.inherited() if value and clauses[clause].predicate.tense in ("past", "perfect") else None
            if clauses[later].link not in ("coordinate", "infinitive"):
                return None
        return None

    def _right_before(self, clause: int) -> list[int]:
        """The date that a clause explains: "on the same day | that the council met", "in 1911, | when"."""
        opened = self.view.clauses[clause]
        if opened.opener == "which":
            return self._explained(opened)
        if opened.opener not in ("that", "when") or opened.link == "complement":
            return []
        if opened.opener == "that" and opened.parent is not None and self._is_cleft(self.view.clauses[opened.parent]):
            return self._surest(self.tokens_of.get(opened.parent, []))
        place = (opened.head.stop if opened.head else opened.first) - 1
        while place >= 0 and self.tokens[place].low == ",":
            place -= 1
        if place < 0 or self.tokens[place].tag != "date" or not self.value(place):
            return []
        named = opened.opener == "when" or self.tokens[place].low.startswith(("the ", "that "))
        return [place] if named else []

    def _explained(self, clause: Clause) -> list[int]:
        """The date that a relative clause explains: "in 1907, the year in | which Togo took the name"."""
        relative = clause.head.stop if clause.head else clause.first
        phrase = [token.low for token in self.tokens[max(0, relative - 4) : relative]]
        told = (
            phrase[:2] == [",", "the"]
            and phrase[2:3] in (["year"], ["month"], ["day"])
            and phrase[3:] in (["in"], ["on"])
        )
        place = relative - 5
        return [place] if told and place >= 0 and self.tokens[place].tag == "date" and self.value(place) else []

    def _told_beside(self, clause: int | None) -> int | None:
        """The clause of a date: behind a participle of what always is, the one before ("burnt a span linking two")."""
        told = self.view.clauses[clause] if clause is not None else None
        if told is None or told.link != "participial" or told.predicate.lemma not in _STANDING:
            return clause
        apart = told.predicate.tense != "participle" or self.tokens[told.first].low == ","
        return clause if apart or told.parent is None else told.parent

    def _is_cleft(self, clause: Clause) -> bool:
        """Is a clause only "It was in 1951", whose date tells of what "that" opens?"""
        named = [self.tokens[place].low for place in clause.subject]
        return named == ["it"] and clause.predicate.lemma == "be"

    def _place(self, index: int) -> None:
        role, host = role_of(self.tokens, index)
        if role == "hosted" and host is not None:
            self.hosts.append(Host(host, index))
        elif role == "reign" and host is not None:
            self.reigns.append(Host(host, index))
        elif role == "aside":
            self.asides.append(index)
        elif role in ("adverbial", "base"):
            clause = self._told_beside(self.view.clause_of(index))
            if clause is not None:
                places = self.tokens_of if role == "adverbial" else self.bases_of
                places.setdefault(clause, []).append(index)


_DAY_OR_MONTH = re.compile(r"([12]\d{3})(-\d\d(?:-\d\d)?)")


def _day_behind_year(last: str) -> str | None:
    """The first day, or month, of the year that ends with one: 1950-07-01 of 1951-06-30."""
    told = _DAY_OR_MONTH.fullmatch(last)
    if told is None:
        return None
    day_before = f"{int(told[1]) - 1}{told[2]}".replace("-02-29", "-02-28")
    return stepped(day_before, "P1D" if told[2].count("-") == 2 else "P1M", 1)


_MEANS = frozenset("by under through in".split())
"""What leads to the instrument by which something was done."""
_STANDING = frozenset("link connect separate divide join border lead run span overlook contain surround".split())
"""Verbs whose participle tells where a thing lies, whatever the date."""
_NEAR = 5


def _coordinated(tokens: Sequence[Token], places: Sequence[int]) -> list[int]:
    """The dates of a clause that are joined by a conjunction: "in Lima in May 1951 and in Quito in June 1953"."""
    run = [places[0]]
    for place in places[1:]:
        if _joined(tokens[run[-1] + 1 : place]):
            run.append(place)
        elif len(run) > 1:
            break
        else:
            run = [place]
    return run if len(run) > 1 else []


_FEW = 11


_ELLIPTIC = frozenset((",", "that", "those", "one", "ones", "recently", "lately"))
"""What stands for a noun before a second date: "and that of Oslo in 1952", "and a longer one in 1953"."""


def _joined(between: Sequence[Token]) -> bool:
    """A conjunction or comma right behind one date, and nothing but a short phrase before the next."""
    between = _outside_brackets(between)
    if not between or len(between) > _FEW or (between[0].tag != "conj" and between[0].low != ","):
        return False
    plain = all(
        token.tag in ("conj", "prep", "adv", "det", "name", "word", "to") or token.low in _ELLIPTIC for token in between
    )
    return plain and (between[0].tag == "conj" or between[-1].tag in ("conj", "prep") or len(between) == 1)


def _outside_brackets(tokens: Sequence[Token]) -> list[Token]:
    kept, depth = [], 0
    for token in tokens:
        depth += token.text == "("
        if not depth:
            kept.append(token)
        depth -= token.text == ")" and depth > 0
    return kept
