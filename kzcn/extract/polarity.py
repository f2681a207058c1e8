"""Did it happen: done, planned, denied or reported; or is it only possible?"""

from __future__ import annotations

from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.frames import event_frame, is_instrument, theme_heads
from kzcn.extract.movements import VERBS
from kzcn.extract.words import KEEPING, PLANNING, SAYING
from kzcn.model import Polarity

__all__ = ["is_charge", "left_to_aim", "not_since", "not_until", "polarity_of", "purpose_of"]


def polarity_of(view: View, clause: Clause) -> Polarity | None:
    """Done, planned, denied or reported; None for what is only possible, a condition or an aim."""
    tense = clause.predicate.tense
    if clause.opener in ("if", "unless", "whether") or _awaited(view, clause) or _is_unreal(view, clause):
        return None
    if _is_denied(view, clause):
        return "denied" if not not_until(view, clause) else "planned" if tense == "future" else "done"
    if tense == "infinitive":
        return _aim(view, clause)
    if tense == "conditional":
        return _possible(view, clause)
    return "planned" if tense == "future" else _told(view, clause)


_UNREAL = frozenset(("would", "could", "might"))


def _is_unreal(view: View, clause: Clause) -> bool:
    """Is it told of what never was: "Had Togo refused, Mali would have closed the strait | and mined it"?"""
    if view.tokens[0].low in ("had", "were") and any(token.low in _UNREAL for token in view.tokens):
        return True
    behind = [token.low for token in view.tokens[clause.predicate.last : clause.predicate.last + 2]]
    if clause.predicate.lemma == "come" and behind == ["close", "to"]:
        return True
    before = view.parent_of(clause) if clause.link == "coordinate" and clause.opener in ("and", "or") else None
    if before is None or before.predicate.tense != "conditional" or clause.predicate.tense != "past":
        return False
    return any(token.low == "have" for token in view.tokens[before.predicate.first : before.predicate.last])


def _awaited(view: View, clause: Clause) -> bool:
    """Is it what a rule waits for: "for ten years after the pact has entered into force"?"""
    waits = clause.opener in ("after", "until", "once") and clause.predicate.tense == "perfect"
    return waits and view.tokens[clause.predicate.first].low in ("has", "have")


def _shared_helper(view: View, clause: Clause) -> Clause | None:
    """The clause whose "will" or "to" a bare verb behind "and" shares: "will exchange envoys and | open embassies"."""
    if clause.link != "coordinate" or clause.predicate.tense != "present":
        return None
    verb = view.tokens[clause.predicate.last - 1]
    bare = (
        any(reading.form == "base" for reading in verb.forms) and view.tokens[clause.predicate.first - 1].tag == "conj"
    )
    before = next((other for other in reversed(view.clauses) if other.last <= clause.first), None)
    led = before is not None and before.predicate.tense in ("future", "infinitive", "conditional")
    return before if bare and led else None


_PLANS = frozenset(
    "invitation plan plans proposal offer promise pledge intention decision mandate request call bid right".split()
)
"""Nouns whose infinitive tells a plan: "accepted an invitation | to visit Oslo"."""
_IMPLYING = frozenset("help manage begin start continue come go force lead cause".split())
_DUE = frozenset("due set expected scheduled likely planned".split())
_RESULTS = frozenset("reach hit total exceed surpass stand become top make pass".split())
"""What a rise or fall comes to: "grew by 8 % to reach $3 billion"."""
_RANKING = frozenset("first last only able".split())
_FAILING = frozenset("refuse decline fail neglect omit".split())


def left_to_aim(view: View, clause: Clause) -> bool:
    """Does a clause leave the telling to its infinitive: "refused | to sign", "was the first, was able | to ratify"?"""
    lemma = clause.predicate.lemma
    ranked = lemma in ("be", "become") and any(view.tokens[place].low in _RANKING for place in clause.rest)
    return ranked or _fails(view, clause)


def _fails(view: View, clause: Clause) -> bool:
    """Does a verb say that what its infinitive tells was not done: "declined", "was unable"?"""
    unable = clause.predicate.lemma == "be" and any(view.tokens[place].low == "unable" for place in clause.rest)
    return clause.predicate.lemma in _FAILING or unable


def _aim(view: View, clause: Clause) -> Polarity | None:
    """What an infinitive tells: a plan ("agreed to build"), a deed ("was the first to cross"), or only a purpose.

    "Is to meet in May and to report in June" plans both.
    """
    parent = view.parent_of(clause)
    if parent is None:
        return None
    told = polarity_of(view, parent) if _ends_in(view, clause) else _told_of(view, clause, parent)
    if told is not None:
        return told
    words = {token.low for token in view.tokens[parent.predicate.last : max(clause.predicate.first, parent.last)]}
    lemma = parent.predicate.lemma
    goes_on = clause.opener in ("and", "or") and parent.predicate.tense == "future"
    of_plan = clause.first > 0 and view.tokens[clause.first - 1].low in _PLANS
    meant = lemma in ("mean", "design") and parent.predicate.passive
    if of_plan or goes_on or meant or _is_apart(view, clause) or lemma in PLANNING or (lemma == "be" and words & _DUE):
        return "planned"
    if _fails(view, parent):
        return "done" if parent.predicate.negated else "denied"
    result = lemma in VERBS and clause.predicate.lemma in _RESULTS
    led = result or lemma in _IMPLYING or left_to_aim(view, parent)
    return polarity_of(view, parent) if led and not _is_deep(view, parent) else None


def _is_apart(view: View, clause: Clause) -> bool:
    """Does a comma stand before a passive infinitive, which then tells a plan: "a bridge at Lima, to be opened"?"""
    return clause.predicate.passive and view.tokens[clause.predicate.first - 1].low == ","


def _ends_in(view: View, clause: Clause) -> bool:
    """Does "only" make an infinitive tell what came of it: ", only to be beheaded", ", only for the army to invade"?"""
    at = clause.predicate.first - 1
    while at > 0 and view.tokens[at].tag in ("det", "name", "word"):
        at -= 1
    at -= at > 0 and view.tokens[at].low == "for"
    return at > 0 and view.tokens[at].low == "only" and view.tokens[at - 1].low == ","


_BELIEVING = SAYING | frozenset("believe think suppose reckon".split())


def _told_of(view: View, clause: Clause, parent: Clause) -> Polarity | None:
    """What an infinitive behind a passive verb of saying tells: "is said | to have met", "is known | to have met"."""
    had = any(token.low == "have" for token in view.tokens[clause.predicate.first : clause.predicate.last])
    if not had or not parent.predicate.passive or parent.predicate.lemma not in _BELIEVING:
        return None
    if parent.predicate.negated:
        return "denied"
    return "done" if parent.predicate.lemma == "know" else "reported"


_DEEPEST = 20
"""Clauses above an infinitive that are asked what it tells; no prose has as many."""


def _is_deep(view: View, clause: Clause) -> bool:
    """Do more clauses stand above one than are asked?"""
    parent: Clause | None = clause
    for _ in range(_DEEPEST):
        parent = view.parent_of(parent) if parent is not None else None
    return parent is not None


_CAPACITIES = frozenset("handle carry hold produce process accommodate store transport".split())


def _possible(view: View, clause: Clause) -> Polarity | None:
    """What "can" and "would" tell: what a thing can take is done, what somebody said would come is planned."""
    predicate, parent = clause.predicate, view.parent_of(clause)
    if view.tokens[predicate.first].low == "can":
        return "done" if predicate.lemma in _CAPACITIES else None
    due = view.tokens[predicate.first].low == "should" and clause.link in ("main", "coordinate")
    said = due or clause.link == "complement" or (parent is not None and parent.predicate.lemma in SAYING)
    return "planned" if said else None


_HEDGES = frozenset("probably possibly perhaps reportedly allegedly supposedly apparently presumably".split())


def _told(view: View, clause: Clause) -> Polarity | None:
    """What somebody said is reported, with what goes on with it; so is what is only held to be so."""
    leading = _shared_helper(view, clause)
    if leading is not None:
        return polarity_of(view, leading)
    if any(token.low in _HEDGES for token in view.tokens[clause.first : clause.predicate.last + 1]):
        return "reported"
    if is_charge(view, clause):
        return "reported"
    parent = view.parent_of(clause)
    if parent is not None and clause.predicate.tense == "reduced" and parent.predicate.tense == "infinitive":
        dated = any(view.tokens[at].tag == "date" for at in clause.rest)
        apart = bool(clause.head) or view.tokens[clause.first].low == ","
        return "done" if dated and apart else polarity_of(view, parent)
    goes_on = clause.link == "coordinate" and parent is not None and parent.link == "complement"
    if goes_on and parent is not None and _opens_sentence(view, parent):
        return "done"
    return "reported" if clause.link == "complement" or goes_on else "done"


def _opens_sentence(view: View, said: Clause) -> bool:
    """Does what is said hang on a participle that opens the sentence: "Arguing that it was void, Togo left"?"""
    saying = view.parent_of(said)
    return saying is not None and saying.parent is None and saying.predicate.tense == "participle"


def not_until(view: View, clause: Clause) -> bool:
    """Does the clause say when it did happen: "did not take effect until 1933", "nor was it ratified before 1935"?"""
    if not clause.predicate.negated or clause.predicate.tense == "conditional":
        return False
    if any(view.tokens[place].low == "until" for place in clause.rest):
        return True
    before = [view.tokens[place].tag for place in clause.rest if place and view.tokens[place - 1].low == "before"]
    return clause.predicate.tense in ("past", "future") and before == ["date"]


def not_since(view: View, clause: Clause) -> bool:
    """Does the clause say since when something has stopped: "has not met since 1951"?"""
    since = any(view.tokens[place].low == "since" for place in clause.rest)
    return clause.predicate.negated and clause.predicate.tense == "perfect" and since


def _is_denied(view: View, clause: Clause) -> bool:
    return (
        clause.predicate.negated
        or _names_nothing(view, clause)
        or _cancels(view, clause)
        or _parent_denies(view, clause)
        or _called_off(view, clause)
        or _is_kept_from(view, clause)
        or _is_without(view, clause)
    )


_CHARGING = frozenset("accuse suspect blame convict".split())


def is_charge(view: View, clause: Clause) -> bool:
    """Is a gerund what somebody is charged with: "accused Chad of | having closed the border"?"""
    parent, first = view.parent_of(clause), clause.predicate.first
    led = first > 0 and view.tokens[first - 1].low in ("of", "for")
    if not led or parent is None:
        return False
    return parent.predicate.lemma in _CHARGING or (clause.opener in ("and", "or") and is_charge(view, parent))


_NEAR = 3
"""Tokens before a gerund among which "without" denies it."""


def _is_without(view: View, clause: Clause) -> bool:
    """Does "without" deny a gerund: "left without | having signed", "without Togo | having been asked"?"""
    first = clause.predicate.first
    if clause.predicate.tense != "participle" and view.tokens[first].low != "having":
        return False
    return any(token.low == "without" for token in view.tokens[max(0, first - _NEAR) : first])


def _is_kept_from(view: View, clause: Clause) -> bool:
    """Does the verb before say that a gerund was not done: "barred him from | leaving"?"""
    if clause.predicate.tense != "participle" or view.tokens[clause.predicate.first - 1].low != "from":
        return False
    parent = view.parent_of(clause)
    return parent is not None and parent.predicate.lemma in KEEPING and not parent.predicate.negated


_NOTHING = frozenset("no nobody none neither nothing".split())
_COMPARING = frozenset("more fewer less later other".split())


def _names_nothing(view: View, clause: Clause) -> bool:
    """A subject or object of nothing: "no envoy came", "they reached no accord", "nobody signed"; not "no later"."""
    near = [view.tokens[place].low for place in (*clause.subject[:2], *clause.rest[:3])]
    if _NOTHING.isdisjoint(near):
        return False
    return _COMPARING.isdisjoint(view.tokens[place].low for place in (*clause.subject[:3], *clause.rest[:3]))


def _called_off(view: View, clause: Clause) -> bool:
    """Does the main verb say that what a relative clause tells was called off, or did not take place?"""
    if clause.link not in ("relative", "participial"):
        return False
    if clause.predicate.lemma in _FORESEEING and any(
        _came_to_nothing(view, other) and set(clause.subject) & set(other.subject) for other in view.clauses
    ):
        return True
    return any(other.predicate.passive and _cancels(view, other) for other in view.clauses if other is not clause)


_FORESEEING = frozenset("foresee plan schedule set fix envisage announce promise expect slate call convene".split())


def _came_to_nothing(view: View, clause: Clause) -> bool:
    """Does a clause say that something did not take place?"""
    behind = view.tokens[clause.predicate.last].low if clause.predicate.last < len(view.tokens) else ""
    happened = (clause.predicate.lemma, behind) == ("take", "place") or clause.predicate.lemma in _HAPPENING
    return clause.predicate.negated and happened


_HAPPENING = frozenset("happen materialise materialize occur".split())
_RUNNING = frozenset(
    """lease leases debt debts loan loans licence license concession concessions subsidy subsidies passport article
    articles clause clauses provision provisions privilege privileges""".split()
)
"""What had been before it was cancelled, unlike a visit."""
_DROPPING = frozenset(("drop", "scrap", "shelve", "abandon"))


def _cancels(view: View, clause: Clause) -> bool:
    """Does the verb itself say that something was cancelled or called off, or an event dropped?"""
    if clause.predicate.passive and clause.predicate.lemma in _DROPPING:
        return any(event_frame(view.tokens[place]) is not None for place in clause.subject)
    after = view.tokens[clause.predicate.last].low if clause.predicate.last < len(view.tokens) else ""
    if clause.predicate.lemma == "cancel":
        heads = theme_heads(view.tokens, clause)
        said = {view.tokens[at].low for at in heads}
        return not (any(is_instrument(view.tokens[at]) for at in heads) or said & _RUNNING)
    return clause.predicate.lemma == "call" and after == "off"


def _parent_denies(view: View, clause: Clause) -> bool:
    parent = view.parent_of(clause) if clause.link == "complement" else None
    return parent is not None and parent.predicate.lemma in ("deny", "reject", "refute")


def purpose_of(view: View, index: int) -> Clause | None:
    """The infinitive that a verb of planning or refusing governs: "agreed | to build a canal", "refused | to sign"."""
    following = view.clauses[index + 1] if index + 1 < len(view.clauses) else None
    governed = following is not None and following.link == "infinitive" and following.parent == index
    clause = view.clauses[index]
    if following is not None and _is_apart(view, following):
        return None
    return following if governed and (clause.predicate.lemma in PLANNING or _fails(view, clause)) else None
