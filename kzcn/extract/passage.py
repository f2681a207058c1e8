"""What a sentence takes over from the passage it stands in: a date, the parties, a survey that is reported."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzcn.extract.analysis import Mentions, View, within
from kzcn.extract.dating import Dated, dated
from kzcn.extract.draft import Draft
from kzcn.extract.places import sentence_place, speaks_of_place
from kzcn.extract.slots import parties_of_sentence
from kzcn.extract.titles import survey_title
from kzcn.kinds import kinds
from kzcn.model import Span

__all__ = ["Passage"]


class Passage:
    """The date that the sentences of a paragraph go on with."""

    def __init__(self) -> None:
        self.block = -1
        self.date: Dated | None = None
        self._headed = -1
        self._heading: Dated | None = None
        self._parties: tuple[str, ...] = ()
        self._survey = False
        self._place: str | None = None
        self._unnamed: list[View] = []
        self._unplaced: list[View] = []
        """Sentences since those that gave parties and place: they are looked through when a claim needs them."""

    def heading(self, view: View, mentions: Mentions) -> Dated | None:
        """The date that heads the block of a sentence: "1951: …", "* 4 May 1951 – …"."""
        if view.sentence.block != self._headed:
            self._headed = view.sentence.block
            self._heading = _heading(view, mentions)
        return self._heading

    def carry(self, view: View, drafts: Sequence[Draft]) -> None:
        """Give undated drafts of a continuing sentence the date of the passage, and remember the newest date."""
        if view.sentence.block != self.block:
            self.block, self.date, self._parties, self._survey = view.sentence.block, None, (), False
            self._place, self._unnamed, self._unplaced = None, [], []
        self._go_on_asking(view, drafts)
        for draft in drafts:
            if (
                draft.date is None
                and self.date is not None
                and draft.anaphoric
                and kinds()[draft.kind].family != "border"
            ):
                draft.date = self.date.inherited()
        newest = next(
            (draft.date for draft in reversed(drafts) if draft.date and draft.date.basis in ("stated", "relative")),
            None,
        )
        own = [draft.date for draft in drafts if draft.date is not None]
        if newest is not None or own:
            self.date = newest or own[-1]

    def _go_on_asking(self, view: View, drafts: Sequence[Draft]) -> None:
        """Shares of people who think or say something, in a passage that reports a survey, are its answers."""
        asking = bool(drafts) and any(
            clause.predicate.lemma in ("think", "say", "believe", "consider", "hold", "feel") for clause in view.clauses
        )
        for draft in drafts:
            if draft.kind == "share" and draft.quantity and self._survey and asking:
                draft.kind, draft.anaphoric, draft.polarity = "survey_share", True, "done"
                draft.title = survey_title(draft.quantity, draft.measure)
        self._survey |= any(draft.kind == "survey_share" for draft in drafts)

    def lend_place(self, view: View, drafts: Sequence[Draft]) -> None:
        """Give drafts without a place that of their sentence, or of the passage where it speaks of one."""
        self._unplaced.append(view)
        if not drafts:
            return
        lent = sentence_place(view) or (self._place_so_far() if speaks_of_place(view) else None)
        for draft in drafts:
            draft.place = draft.place or lent
        told = next((draft.place for draft in drafts if draft.place), None)
        if told is not None:
            self._place, self._unplaced = told, []

    def _place_so_far(self) -> str | None:
        places = (sentence_place(view) for view in reversed(self._unplaced))
        self._place, self._unplaced = next(filter(None, places), self._place), []
        return self._place

    def lend_parties(self, view: View, drafts: Sequence[Draft], main: Sequence[str]) -> None:
        """Give drafts that name no party those of their sentence, else of the passage, else of the document."""
        self._unnamed.append(view)
        if not drafts:
            return
        named = (parties_of_sentence(other, main) for other in reversed(self._unnamed))
        self._parties, self._unnamed = next(filter(None, named), self._parties), []
        for draft in drafts:
            draft.parties = draft.parties or self._parties or tuple(main)


_AFTER_HEADING = re.compile(r"[)\]*_\s]*[:–—‒-]\s|[)\]*_]*\s*\t")


def _heading(view: View, mentions: Mentions) -> Dated | None:
    """The date with which a block opens, where a colon or dash follows it."""
    text, block = view.document.text, view.block
    first = next(iter(within(mentions.dates, Span(block.start, min(block.end, block.start + 60)))), None)
    if first is None or text[block.start : first.lead].strip(" *_([•·-") or not _AFTER_HEADING.match(text, first.end):
        return None
    return dated(first)
