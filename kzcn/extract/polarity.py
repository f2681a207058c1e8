"""Did it happen: done, planned, denied or reported; or is it only possible?"""

from __future__ import annotations

from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.words import PLANNING, SAYING
from kzcn.model import Polarity

__all__ = ["not_until", "polarity_of", "purpose_of"]


def polarity_of(view: View, clause: Clause) -> Polarity | None:  # noqa: PLR0911 - a return for each case
    """Done, planned, denied or reported; None for what is only possible, a condition or an aim."""
    predicate = clause.predicate
    if clause.opener in ("if", "unless", "whether"):
        return None
    if not_until(view, clause):
        return "done"
    if (
        predicate.negated
        or _none(view, clause)
        or _cancels(view, clause)
        or _parent_denies(view, clause)
        or _called_off(view, clause)
    ):
        return "denied"
    if predicate.tense == "future":
        return "planned"
    if predicate.tense == "infinitive":
        return _aim(view, clause)
    if predicate.tense == "conditional" and view.tokens[predicate.first].low == "can":
        return (
            "done"
            if predicate.lemma in ("handle", "carry", "hold", "produce", "process", "accommodate", "store", "transport")
            else None
        )
    if predicate.tense == "conditional":
        return (
            "planned"
            if clause.link == "complement"
            or (clause.parent is not None and view.clauses[clause.parent].predicate.lemma in SAYING)
            else None
        )
    if clause.link == "complement" or (
        clause.parent is not None and view.clauses[clause.parent].link == "complement" and clause.link == "coordinate"
    ):
        return "reported"
    return "done"


_IMPLYING = frozenset("help manage begin start continue come go force lead cause".split())
_DUE = frozenset("due set expected scheduled likely planned".split())


def _aim(view: View, clause: Clause) -> Polarity | None:
    """What an infinitive tells: a plan ("agreed to build"), a deed ("was the first to cross"), or only a purpose."""
    parent = view.clauses[clause.parent] if clause.parent is not None else None
    if parent is None:
        return None
    words = {view.tokens[place].low for place in parent.rest}
    if parent.predicate.lemma in PLANNING or (parent.predicate.lemma == "be" and words & _DUE):
        return "planned"
    deed = parent.predicate.lemma in _IMPLYING or (
        parent.predicate.lemma in ("be", "become") and words & {"first", "last", "only"}
    )
    return polarity_of(view, parent) if deed else None


def not_until(view: View, clause: Clause) -> bool:
    """Does the clause say when it did happen: "did not take effect until 1933"?"""
    return clause.predicate.negated and any(view.tokens[place].low == "until" for place in clause.rest)


def _none(view: View, clause: Clause) -> bool:
    """A subject or object of nothing: "no envoy came", "they reached no accord", "nobody signed"."""
    subject = [view.tokens[place].low for place in clause.subject]
    rest = [view.tokens[place].low for place in clause.rest][:3]
    if {"more", "fewer", "less", "later", "other"} & {*subject[:3], *rest}:
        return False
    return bool({"no", "nobody", "none", "neither", "nothing"} & {*subject[:2], *rest})


def _called_off(view: View, clause: Clause) -> bool:
    """Does the main verb say that what a relative clause tells was called off?"""
    if clause.link not in ("relative", "participial"):
        return False
    return any(other.predicate.passive and _cancels(view, other) for other in view.clauses if other is not clause)


def _cancels(view: View, clause: Clause) -> bool:
    after = view.tokens[clause.predicate.last].low if clause.predicate.last < len(view.tokens) else ""
    return clause.predicate.lemma == "cancel" or (clause.predicate.lemma == "call" and after == "off")


def _parent_denies(view: View, clause: Clause) -> bool:
    parent = view.clauses[clause.parent] if clause.parent is not None else None
    return parent is not None and clause.link == "complement" and parent.predicate.lemma in ("deny", "reject", "refute")


def purpose_of(view: View, index: int) -> Clause | None:
    """The infinitive that a clause with a verb of planning governs: "agreed | to build a canal"."""
    following = view.clauses[index + 1] if index + 1 < len(view.clauses) else None
    governed = following is not None and following.link == "infinitive" and following.parent == index
    return following if governed and view.clauses[index].predicate.lemma in PLANNING else None
