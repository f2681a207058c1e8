"""What a sentence takes over from the passage it stands in: a date, the parties, a survey that is reported."""

from __future__ import annotations

import datetime as dt
import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kzcn.extract.analysis import Mentions, View, within
from kzcn.extract.dating import Dated, dated
from kzcn.extract.draft import Draft
from kzcn.extract.named import LISTED
from kzcn.extract.places import LASTING, introduced, sentence_place, spoken_of
from kzcn.extract.slots import parties_of_sentence
from kzcn.extract.titles import survey_title
from kzcn.kinds import BORDER_LENGTHS, kinds
from kzcn.model import Span
from kzcn.names import party_of
from kzcn.reading.frontmatter import dateline_place

__all__ = ["Lead", "Passage"]


_ANSWERING = frozenset("think say believe consider hold feel".split())


@dataclass(slots=True)
class _Memory:
    """What the sentences of one block have told so far."""

    block: int
    date: Dated | None = None
    """The newest date."""
    trade: bool = False
    """The last sentence told of dated trade."""
    survey: bool = False
    parties: tuple[str, ...] = ()
    unnamed: list[View] = field(default_factory=list)
    """Sentences since the one that gave the parties: they are looked through when a claim needs them."""
    place: str | None = None
    unplaced: list[View] = field(default_factory=list)
    """Sentences since the one that gave the place."""


class Lead(NamedTuple):
    """What leads into a list of instruments that were signed."""

    date: Dated | None


_LEADS = re.compile(
    r"\b(?:documents|agreements|instruments|memoranda|treaties|following|accords|papers)\b[^:]*"
    r"\b(?:signed|concluded|initialled|initialed|adopted|exchanged)\b[^:]*:\s*$"
)


def _looks_back(view: View, date: Dated) -> bool:
    """Is a date reckoned back from the time of the passage: "$4 million a year earlier"?"""
    words = view.document.text[slice(*date.span)].lower() if date.span is not None else ""
    return date.basis == "relative" and words.endswith(("earlier", "before", "ago"))


_FLOWS = frozenset(("trade_turnover", "exports", "imports", "trade_growth", "trade_balance"))


def _continues_trade(view: View, draft: Draft) -> bool:
    """Does a sentence go on with the trade of the time told before: "Turnover was … in 1951. Exports rose by 4 %"?"""
    if draft.kind not in _FLOWS or draft.polarity != "done" or draft.clause is None or view.dates:
        return False
    return view.clauses[draft.clause].predicate.tense == "past"


_REGNAL = re.compile(r"\b[Ii]n (?:his|her) [\w-]+(?:st|nd|rd|th) year\b")
"""A year of a reign, which is another than the one told before."""
_REMEMBERED = 200
"""Sentences that are held so that "the river" may mean the river of one of them."""


class Passage:
    """What the sentences of a document pass on to those behind them in the same block."""

    def __init__(self) -> None:
        self._headed = -1
        self._heading: Dated | None = None
        self._memory = _Memory(-1)
        self._lead: Lead | None = None
        self._known: dict[str, str] = {}
        """The place that each noun means: "river" the last river that was named."""
        self._new: deque[View] = deque(maxlen=_REMEMBERED)
        """The last sentences since then: they are looked through when a noun is to be taken up."""

    def heading(self, view: View, mentions: Mentions) -> Dated | None:
        """The date that heads the block of a sentence: "1951: …", "* 4 May 1951 – …"."""
        if view.sentence.block != self._headed:
            self._headed = view.sentence.block
            self._heading = _heading(view, mentions)
        return self._heading

    def led(self, view: View) -> Lead | None:
        """What the sentence before a list says of its items, for an item of that list; else None."""
        if view.block.kind != "list_item":
            self._lead = None
        return self._lead

    def lead(self, view: View, drafts: Sequence[Draft]) -> None:
        """Remember a sentence that leads into a list of what was signed: "The following documents were signed:"."""
        leads = view.document.text.endswith(":", view.sentence.start, view.sentence.end)
        if leads and _LEADS.search(view.text):
            date = next((draft.date for draft in drafts if draft.date is not None), None)
            self._lead = Lead(date.inherited() if date else None)
        elif self._lead is not None and not any(draft.rule == LISTED for draft in drafts):
            self._lead = None

    def carry(self, view: View, drafts: Sequence[Draft]) -> None:
        """Give undated drafts of a continuing sentence the date of the passage, and remember the newest date."""
        if view.sentence.block != self._memory.block:
            self._memory = _Memory(view.sentence.block)
        if not drafts:
            return
        self._go_on_asking(view, drafts)
        trading = self._memory.trade and all(kinds()[draft.kind].family == "trade" for draft in drafts)
        for draft in drafts:
            goes_on = draft.anaphoric and kinds()[draft.kind].family != "border" and not _REGNAL.search(view.text)
            if draft.date is None and (goes_on or (trading and _continues_trade(view, draft))):
                draft.date = self._memory.date.inherited() if self._memory.date else None
        told = (draft.date for draft in reversed(drafts))
        own = [date for date in told if date is not None and not _looks_back(view, date)]
        newest = next((date for date in own if date.basis in ("stated", "relative")), next(iter(own), None))
        self._memory.date = newest or self._memory.date
        self._memory.trade = any(draft.kind in _FLOWS and draft.date is not None for draft in drafts)

    def _go_on_asking(self, view: View, drafts: Sequence[Draft]) -> None:
        """Shares of people who think or say something, in a passage that reports a survey, are its answers."""
        asked = [draft for draft in drafts if draft.kind == "share"] if self._memory.survey else []
        asking = bool(asked) and any(clause.predicate.lemma in _ANSWERING for clause in view.clauses)
        for draft in asked:
            if asking and draft.quantity:
                draft.kind, draft.anaphoric, draft.polarity = "survey_share", True, "done"
                draft.title = survey_title(draft.quantity, draft.measure)
        self._memory.survey |= any(draft.kind == "survey_share" for draft in drafts)

    def lend_place(self, view: View, drafts: Sequence[Draft]) -> None:
        """Give drafts without a place that of their sentence, or of the passage where it speaks of one."""
        if drafts:
            self._lend(view, drafts)
        self._new.append(view)
        self._memory.unplaced.append(view)
        if not drafts:
            return
        told = next((draft.place for draft in drafts if draft.place), None)
        if told is not None:
            self._memory.place, self._memory.unplaced = told, []

    def _lend(self, view: View, drafts: Sequence[Draft]) -> None:
        """Give drafts without a place that of their sentence, or what its nouns take up."""
        if all(draft.place for draft in drafts):
            return
        noun = spoken_of(view)
        taken_up = self._meant(noun, view) if noun else None
        lent = sentence_place(view) or taken_up
        for draft in drafts:
            clause = view.clauses[draft.clause] if noun and draft.clause is not None else None
            here = clause is not None and spoken_of(view, range(clause.first, clause.last)) is not None
            draft.place = draft.place or (taken_up if here else lent)
            if draft.place is None and _told_of_the_day(view, draft):
                draft.place = dateline_place(view.document.raw)

    def _meant(self, noun: str, view: View) -> str | None:
        """The place that a noun takes up: a river stays the same, a city is the one that the passage speaks of."""
        if noun == "here":
            return dateline_place(view.document.raw)
        self._known.update(place for seen in self._new for place in introduced(seen))
        self._new.clear()
        if noun in LASTING and noun in self._known:
            return self._known[noun]
        return self._place_so_far() or self._known.get(noun)

    def _place_so_far(self) -> str | None:
        places = (sentence_place(view) for view in reversed(self._memory.unplaced))
        self._memory.place, self._memory.unplaced = next(filter(None, places), self._memory.place), []
        return self._memory.place

    def lend_parties(self, view: View, drafts: Sequence[Draft], main: Sequence[str]) -> None:
        """Give drafts without a state or people those of their sentence, else of the passage, else of the document."""
        self._memory.unnamed.append(view)
        if not drafts:
            return
        named = (parties_of_sentence(other, main) for other in reversed(self._memory.unnamed))
        self._memory.parties, self._memory.unnamed = next(filter(None, named), self._memory.parties), []
        for draft in drafts:
            if not any(party_of(party) for party in draft.parties):
                draft.parties = (*draft.parties, *self._lent_to(draft, main))

    def _lent_to(self, draft: Draft, main: Sequence[str]) -> Sequence[str]:
        """Those of the passage; but one alone has no border of which the document is not."""
        lent = self._memory.parties
        of_other = len(main) == 2 and len(lent) == 1 and lent[0] not in main
        return main if not lent or (of_other and draft.kind in BORDER_LENGTHS) else lent


_WHERE_IT_IS_TOLD = frozenset(("treaty_signed", "treaty_ratified", "agreement_reached", "meeting"))
"""What a report from a place tells of the day happened in that place."""
_NEWS_DAYS = 2


def _told_of_the_day(view: View, draft: Draft) -> bool:
    """Does a dated report tell a signing or a meeting of its own day or the days right before?"""
    day, date = view.document.source.date, draft.date.edtf if draft.date else None
    if (
        draft.kind not in _WHERE_IT_IS_TOLD
        or not day
        or not date
        or not _DAY.fullmatch(day)
        or not _DAY.fullmatch(date)
    ):
        return False
    passed = dt.date.fromisoformat(day) - dt.date.fromisoformat(date)
    return 0 <= passed.days <= _NEWS_DAYS


_DAY = re.compile(r"[12]\d{3}-\d\d-\d\d")
_AFTER_HEADING = re.compile(r"(?:\s?\([^()\d]{1,30}\))?[)\]*_\s]*[:–—‒|-]\s|[)\]*_]*\s*\t")
"""What stands between a date and its entry: ":", " – ", " (Good Friday) —"."""


_PART_OF_DAY = re.compile(r"^(?:The )?(?:[Nn]ight|[Mm]orning|[Ee]vening|[Aa]fternoon)(?: of)?\s*$")
_ALONE = re.compile(r"\.\s+[A-Z\d\"“]")
"""What follows a date that is the first sentence of its block: "May 20-27. Protests in Riga."."""


def _heading(view: View, mentions: Mentions) -> Dated | None:
    """The date with which a block opens, where a colon or dash follows it."""
    text, block = view.document.text, view.block
    opening = within(mentions.dates, Span(block.start, min(block.end, block.start + 60)))
    first = next((mention for mention in opening if mention.edtf is not None), None)
    before = _PART_OF_DAY.sub("", text[block.start : first.lead]) if first is not None else ""
    if first is None or before.strip(" *_([•·-"):
        return None
    alone = not before and _ALONE.match(text, first.end, block.end) is not None
    heads = alone or _AFTER_HEADING.match(text, first.end) or _in_column(view, first.end)
    return dated(first) if heads else None


_COLUMN = re.compile(r"\w(?: {3,}|\t\s*)[^\W\d]|\w  [A-Z\"“]")


def _in_column(view: View, end: int) -> bool:
    """Do several blanks part a date from its entry, as in a list that is set in columns?"""
    raw = view.document.offsets.raw_span(end - 1, min(end + 2, view.block.end))
    return _COLUMN.match(view.document.raw[slice(*raw)]) is not None
