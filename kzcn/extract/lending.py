"""Which clause lends its date to one that has none: what it goes on with, what goes on with it, what opens it all.

"In 1703, X took A, and Y | lost B"; "X | took A and lost B in 1703"; "was sent | to negotiate in May 1802".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kzcn.dates import EDTF
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.frames import is_instrument
from kzcn.extract.words import DURING, EFFECTS, KEEPING

__all__ = ["Lending"]

_CONCLUDING = frozenset("sign conclude seal agree reach date".split())
_SPEAKING = frozenset("speak address talk testify".split())
"""Participles that tell when the rest was said: "speaking in Oslo in May 1951, he promised"."""
_PHASES = frozenset("cease begin start continue stop manage fail".split())
"""Verbs whose infinitive tells when: "ceased to use it two years later"."""


class Lending:
    """The clauses of a sentence as they lend their dates to one another."""

    def __init__(
        self,
        view: View,
        own: Callable[[int], Sequence[int]],
        edtf: Callable[[int], str | None],
        *,
        headed: bool,
    ) -> None:
        """`own` gives the tokens of the dates that stand in a clause, `edtf` what a claim can take of such a token."""
        self._view = view
        self._tokens = view.tokens
        self._own = own
        self._edtf = edtf
        self._headed = headed
        """A date heads the paragraph or list item."""

    def source(self, clause: int) -> int | None:
        """The clause whose date another takes over: what it continues, what continues it, what opens the sentence."""
        for found in (
            self.kept_from(clause),
            self.closing(clause) if self._view.clauses[clause].predicate.lemma in _PHASES else None,
            self._continued(clause),
            self._resumed(clause),
            self._where(clause),
            self._continuing(clause),
            self.closing(clause),
            self._opening(clause),
        ):
            if found is not None and self._same_time(found, clause):
                return found
        return None

    def _continued(self, clause: int) -> int | None:
        """The dated clause that this one goes on with under the same subject, or depends on."""
        clauses = self._view.clauses
        if self._goes_on_relative(clause):
            return clause - 1
        while (parent := clauses[clause].parent) is not None and clauses[clause].link not in ("relative", "main"):
            shared = _same_subject(clauses[clause], clauses[parent])
            if clauses[clause].link == "coordinate" and not shared and not self._by_instrument(parent):
                return None
            passes_on = self._passes_on(parent) or (
                clauses[clause].predicate.lemma in EFFECTS and self._concludes(parent)
            )
            if self._own(parent) and clauses[parent].link not in ("relative", "subordinate") and passes_on:
                return parent
            clause = parent
        return None

    def _goes_on_relative(self, clause: int) -> bool:
        """Is it the second verb of a dated relative clause: "which in 1951 built | or mended nine posts"?"""
        told = self._view.clauses[clause]
        joined = told.link == "relative" and told.opener in ("and", "or", "but") and clause > 0
        return joined and self._view.clauses[clause - 1].link == "relative" and bool(self._own(clause - 1))

    def _passes_on(self, parent: int) -> bool:
        """A participle beside the subject keeps its date, unless it dates the instrument by which the rest is done."""
        clause = self._view.clauses[parent]
        if clause.link == "coordinate" and clause.predicate.tense == "reduced" and clause.parent is not None:
            return self._passes_on(clause.parent)
        speaking = clause.predicate.lemma in _SPEAKING and clause.predicate.tense == "participle"
        return clause.link != "participial" or not clause.head or speaking or self._by_instrument(parent)

    def _concludes(self, index: int) -> bool:
        """Does a participle date an instrument that does the rest: "The treaty, signed in 1951, gave Mali a port"?"""
        clause = self._view.clauses[index]
        return clause.predicate.lemma in _CONCLUDING and any(is_instrument(self._tokens[at]) for at in clause.head)

    def _by_instrument(self, index: int) -> bool:
        """Does a clause begin with what the rest was done by: "By the Treaty of Turin, signed in 1860, …"?"""
        clause = self._view.clauses[index]
        if clause.link != "participial" or not clause.head:
            return False
        by = self._tokens[clause.head.start].low in ("by", "under", "through", "in", "with")
        return by and any(is_instrument(self._tokens[place]) for place in clause.head)

    def _continuing(self, clause: int) -> int | None:
        """The dated clause that goes on with this one: "X took A and lost B in 1703"."""
        clauses = self._view.clauses
        for later in range(clause + 1, len(clauses)):
            joined = clauses[later].link == "coordinate" and (
                _same_subject(clauses[later], clauses[clause]) or self._counts_on(clauses[later])
            )
            if not joined:
                return None
            if self._own(later):
                return None if self._moves_on(later) else later
        return None

    def _counts_on(self, later: Clause) -> bool:
        """Does a clause go on with a bare number: "three were killed and | 11 wounded on 4 May 1951"?"""
        bare = len(later.subject) == 1 and self._tokens[later.subject.start].tag == "quantity"
        return bare and self._tokens[later.subject.start - 1].low == "and"

    def _moves_on(self, clause: int) -> bool:
        """Does a clause say that it tells of a later time: "took the town and a year later, in May, lost it"?"""
        return any(
            token.low.endswith(("later", "afterwards")) or token.low == "then"
            for token in (self._tokens[place] for place in self._view.clauses[clause].adverbials)
        )

    def _resumed(self, clause: int) -> int | None:
        """The clause that a participle beside its subject interrupts: "In May the kings, meeting there, …"."""
        told = self._view.clauses[clause]
        beside = told.link == "participial" and bool(told.head) and told.predicate.tense == "participle"
        return clause + 1 if beside and clause + 1 < len(self._view.clauses) and self._own(clause + 1) else None

    def _where(self, clause: int) -> int | None:
        """The clause right before a "where" or "when" that goes on with it: "came in 1903, where he signed"."""
        told = self._view.clauses[clause].opener in ("where", "when") and clause > 0
        return clause - 1 if told and self._own(clause - 1) else None

    def closing(self, clause: int) -> int | None:
        """The infinitive behind a past verb, whose date tells of that verb: "was sent to negotiate in May 1802"."""
        clauses = self._view.clauses
        if clause + 1 >= len(clauses) or clauses[clause + 1].parent != clause or not self._own(clause + 1):
            return None
        told, following = clauses[clause], clauses[clause + 1]
        follows = following.link == "infinitive" or self._by_doing(clause, following)
        led = told.predicate.tense in ("past", "perfect") or self._is_due(told, following)
        return clause + 1 if follows and led and not self._lies_ahead(clause + 1) else None

    def _is_due(self, clause: Clause, following: Clause) -> bool:
        """Is what an infinitive tells set to happen: "are due | to meet in May"?"""
        between = self._tokens[clause.predicate.last : following.predicate.first]
        return clause.predicate.lemma == "be" and any(token.low in ("due", "set", "ready") for token in between)

    def _lies_ahead(self, clause: int) -> bool:
        """Is the date of a clause later than its document: "agreed | to meet next May"?"""
        written, told = self._view.document.source.date, self._edtf(self._own(clause)[0])
        if written is None or told is None:
            return False
        first, today = EDTF.parse(told).bounds()[0], EDTF.parse(written).bounds()[1]
        return first is not None and today is not None and first > today

    def kept_from(self, clause: int) -> int | None:
        """The gerund of what somebody was kept from, whose date tells when: "barred him from leaving in May 1951"."""
        clauses = self._view.clauses
        if clause + 1 >= len(clauses) or clauses[clause].predicate.lemma not in KEEPING:
            return None
        follows = clauses[clause + 1].parent == clause and clauses[clause + 1].predicate.tense == "participle"
        led = self._tokens[clauses[clause + 1].predicate.first - 1].low == "from"
        return clause + 1 if follows and led and self._own(clause + 1) else None

    def _by_doing(self, clause: int, following: Clause) -> bool:
        """Was it done with what a gerund tells: "joined by signing the pact in 1951", "after leaving it in 1951"?"""
        opener = self._tokens[following.first].low
        return (
            following.predicate.tense == "participle"
            and opener in ("by", "upon", "when", "after")
            and not self._view.clauses[clause].predicate.negated
        )

    def _opening(self, clause: int) -> int | None:
        """The first clause, where its date opens the sentence: "In 1703, X took A, and Y lost B"."""
        clauses = self._view.clauses
        opening = [*clauses[0].adverbials, *clauses[0].head]
        if clauses[0].link == "relative" and clauses[0].head and self._tokens[clauses[0].head.start].low in DURING:
            opening = list(range(clauses[0].first, clauses[0].last))
        governs = clauses[clause].link in ("main", "coordinate", "subordinate") and clauses[clause].opener not in (
            "after",
            "before",
            "since",
        )
        parent = clauses[clause].parent
        apart = parent is not None and clauses[parent].link == "participial" and bool(clauses[parent].head)
        if apart and any(token.low == ";" for token in self._tokens[: clauses[clause].first]):
            return None
        return 0 if governs and any(place in opening for place in self._own(0)) else None

    def _same_time(self, source: int, clause: int) -> bool:
        """What stands or is planned does not take the date of what happened."""
        tense = self._view.clauses[clause].predicate.tense
        told = self._view.clauses[source].predicate.tense in ("past", "perfect", "reduced")
        return not (told and tense in ("present", "future") and not self._headed)


def _same_subject(later: Clause, clause: Clause) -> bool:
    """Do two clauses share their subject, or the second that which stands before the connective of the first?"""
    if later.subject == clause.subject:
        return True
    return bool(later.subject) and later.subject.start in clause.head and clause.link != "relative"
