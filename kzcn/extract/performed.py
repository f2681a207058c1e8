"""What a text does by its own words on its own day: "is hereby terminated", "To approve the Agreement", "Done at"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzcn.extract.analysis import Mentions, View, within
from kzcn.extract.dating import Dated, dated
from kzcn.extract.draft import Draft
from kzcn.extract.frames import is_instrument
from kzcn.extract.instruments import fill_instrument
from kzcn.extract.slots import parties_of_sentence
from kzcn.model import Document

__all__ = ["day_of_act", "is_performed", "ordered_draft"]

_DONE = re.compile(r"\(?done\b", re.IGNORECASE)
_HEREBY = re.compile(r"\bhereby\b", re.IGNORECASE)
_ORDER = re.compile(
    r"[\W\d_]*(?:[a-z]\)\s*)?(?:to )?(?P<verb>approve|ratify|confirm|accede to|denounce|terminate)\b", re.IGNORECASE
)
_KINDS = {"denounce": "treaty_ended", "terminate": "treaty_ended"}
_LAST = 15
"""Sentences at the end of a document among which "Done at …" stands."""
_REACH = 8
"""Tokens behind the verb among which the instrument stands."""


def day_of_act(document: Document, mentions: Mentions) -> Dated | None:
    """The day on which an instrument was done or a law was given: of its last clause, else the document's own."""
    for sentence in reversed(document.sentences[-_LAST:]):
        if _DONE.match(document.text, sentence.start, sentence.end):
            days = [day for mention in within(mentions.dates, sentence) if (day := dated(mention)) is not None]
            if days:
                return days[0].inherited()
    own = document.source.date
    return Dated(own, "inherited", None) if own is not None else None


def is_performed(view: View) -> bool:
    """Whether a sentence does what it says."""
    return _HEREBY.search(view.document.text, view.sentence.start, view.sentence.end) is not None


def ordered_draft(view: View, day: Dated | None, main: Sequence[str]) -> Draft | None:
    """The act of a resolution whose article begins with it: "1. To approve the Agreement …"; None for any other."""
    if day is None or view.sentence.start != view.block.start:
        return None
    order = _ORDER.match(view.document.text, view.sentence.start, view.sentence.end)
    if order is None:
        return None
    behind = [place for place, token in enumerate(view.tokens) if token.start >= order.end()][:_REACH]
    head = next((place for place in behind if is_instrument(view.tokens[place])), None)
    if head is None:
        return None
    kind = _KINDS.get(order["verb"].lower(), "treaty_ratified")
    draft = Draft(kind, "", "ordered", date=day, parties=parties_of_sentence(view, main) or tuple(main))
    fill_instrument(view, head, draft, reach=len(view.tokens))
    return draft
