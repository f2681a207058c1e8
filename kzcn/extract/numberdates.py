"""The date of a number: beside it, of its clause, of the study it goes by, of the clause before."""

from __future__ import annotations

from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.dating import Dated, Dating
from kzcn.extract.hearts import at_heart
from kzcn.extract.movements import MOVING
from kzcn.extract.portions import is_respective, portion
from kzcn.extract.scene import Scene
from kzcn.extract.words import SURVEY

__all__ = ["date_of"]


def date_of(scene: Scene, index: int | None, place: int, stop: int) -> Dated | None:
    """The date of a number: beside it, of its clause, of the study it goes by, of the clause before."""
    view, dating, _ = scene
    clause = scene.clause(index)
    if index is None or clause is None:
        return _nearest(view, dating, place, stop) or dating.heading
    if _is_headed(view, place):
        return dating.value(place - 2)
    side = _aside(view, clause, place)
    near = _near(view, dating, index, place, min(_comma(view, place), stop) if side else stop)
    if _is_rate(view, clause, place):
        return near if near is not None and _stands_beside(view, clause, place, near) else None
    if side or near is not None:
        return near
    told = _of_goal(view, dating, clause, place) or _held_against(view, dating, clause, place)
    if told is not None or _compared_later(view, dating, index, place):
        return told or _of_parent(dating, clause)
    return _of_clause(dating, index, clause) or _study(view, dating) or dating.parallel(index) or dating.when(index)


def _is_headed(view: View, place: int) -> bool:
    """Does a date head a number: "30 ships (1951: | 20)"?"""
    return place > 1 and view.tokens[place - 1].low == ":" and view.tokens[place - 2].tag == "date"


def _near(view: View, dating: Dating, index: int, place: int, stop: int) -> Dated | None:
    """The date beside a number, or of the participle that tells what those counted did."""
    beside = _of_change(view, dating, index, place) or _respective(view, dating, index, place)
    if beside is None and not _than(view, place):
        beside = _in_portion(view, dating, index, place) or dating.near(place, index, stop)
    return beside or _of_participle(view, dating, index, place)


def _respective(view: View, dating: Dating, index: int, place: int) -> Dated | None:
    """The date of a number by its order: "in 1950 and 1951 trade was $5 million and $6 million respectively"."""
    clause, dates = view.clauses[index], dating.tokens_of.get(index, [])
    if not dates or not is_respective(view, clause):
        return None
    numbers = [at for at in clause.rest if view.tokens[at].tag == "quantity"]
    if len(dates) > len(numbers):
        dates = [at for at in dates if at in clause.rest]
    return dating.value(dates[numbers.index(place)]) if place in numbers and len(dates) == len(numbers) else None


def _in_portion(view: View, dating: Dating, index: int, place: int) -> Dated | None:
    """The date that stands with a later number on its side of the comma: "90 km in 1950 and 70 km in | 1951"."""
    behind = [at for at in dating.tokens_of.get(index, ()) if at > place]
    own = portion(view, view.clauses[index], place) if behind else None
    if own is None or not own.gapped:
        return None
    dates = [at for at in behind if at in own.words]
    return dating.value(dates[0]) if len(dates) == 1 else None


def _of_goal(view: View, dating: Dating, clause: Clause, place: int) -> Dated | None:
    """The date that a growth came to: "grew by 8 %, from $3 million in 1950 to $5 million in | 1951"."""
    if view.quantities[view.tokens[place].ref].sort not in ("percent", "factor"):
        return None
    behind = [(at, view.tokens[at]) for at in range(place + 1, clause.last)]
    start = next((at for at, token in behind if token.low == "from"), clause.last)
    goal = next((at for at, token in behind if at > start and token.low == "to"), clause.last)
    number = next((at for at, token in behind if at > goal and token.tag == "quantity"), clause.last)
    late = (at for at, token in behind if at > number and token.tag == "date")
    return next((value for at in late if (value := dating.value(at))), None)


def _of_change(view: View, dating: Dating, index: int, place: int) -> Dated | None:
    """The date of what grew, where a change is added to what it is held against.

    "Sales came in 1951 to 40 tonnes, as compared with 30 in 1950, an increase of | 33 %".
    """
    if view.quantities[view.tokens[place].ref].sort != "percent":
        return None
    before = [token.low for token in view.tokens[max(0, place - 5) : place]]
    if "of" not in before or MOVING.isdisjoint(before):
        return None
    against = next((at for at in reversed(range(place)) if view.tokens[at].low in _AGAINST), None)
    dates = dating.tokens_of.get(index, ())
    between = against is not None and any(against < date < place for date in dates)
    first = next((date for date in dates if against is not None and date < against), None)
    return dating.value(first) if between and first is not None else None


def _than(view: View, place: int) -> bool:
    """Does the date right behind a number only say what it is held against: "3 % | less than a year earlier"?"""
    after = view.tokens[place + 1] if place + 1 < len(view.tokens) else None
    return after is not None and after.tag == "date" and after.low.startswith(("less than", "more than"))


def _of_clause(dating: Dating, index: int, clause: Clause) -> Dated | None:
    """The date of the clause of a number, or of what a "which" goes on with."""
    dates = dating.of(index)
    if dates:
        return dates[0]
    if clause.link == "relative" and clause.parent is not None and clause.opener == "which":
        passing = clause.predicate.tense != "present"
        return next((date.inherited() for date in dating.of(clause.parent)), None) if passing else None
    return None


def _is_rate(view: View, clause: Clause, place: int) -> bool:
    """Does a number tell what is usual, with no date on its own side of the comma: "3,000 Danes a year come"?"""
    if view.quantities[view.tokens[place].ref].per not in ("year", "month", "week", "day"):
        return False
    return not any(view.tokens[at].tag == "date" for at in clause.adverbials)


def _stands_beside(view: View, clause: Clause, place: int, date: Dated) -> bool:
    """Does a date stand in the portion of a clause that belongs to a number?"""
    own = portion(view, clause, place).words
    if date.span is None or not own:
        return False
    return view.tokens[own.start].start <= date.span.start < view.tokens[own.stop - 1].end


def _held_against(view: View, dating: Dating, clause: Clause, place: int) -> Dated | None:
    """The date of what a number is held against: "56 %, against | 52 % a year earlier"."""
    own = portion(view, clause, place)
    if not own.gapped or view.tokens[own.words.start].low not in {",", *_AGAINST}:
        return None
    opened = any(view.tokens[at].low in _AGAINST for at in own.lead)
    after = (at for at in range(place + 1, own.words.stop) if view.tokens[at].tag == "date")
    return next((value for at in after if (value := dating.value(at))), None) if opened else None


_AGAINST = frozenset(("against", "versus", "compared", "than", "unlike"))


def _compared_later(view: View, dating: Dating, index: int, place: int) -> bool:
    """Do all dates of a clause belong to what a number is held against: "$5 million, against $4 million in 1950"?"""
    own = dating.own(index)
    behind = (at for at in view.clauses[index].rest if at > place)
    against = next((at for at in behind if view.tokens[at].low in _AGAINST or _up_from(view, at)), None)
    return against is not None and bool(own) and all(date > against for date in own)


def _up_from(view: View, at: int) -> bool:
    """Does a token open what a number moved from: "$2 billion, up | from $1.5 billion", "a rise of 8 % | from …"?"""
    moved = view.tokens[at - 1].low in MOVING and view.tokens[at - 1].tag != "verb"
    return view.tokens[at].low == "from" and moved


def _of_parent(dating: Dating, clause: Clause) -> Dated | None:
    """The date of the clause that a participle goes on with: "reached $2 billion in 1951, | showing 8 % growth"."""
    if clause.link != "participial" or clause.parent is None:
        return None
    return next((date.inherited() for date in dating.of(clause.parent)), None)


def _nearest(view: View, dating: Dating, place: int, stop: int) -> Dated | None:
    """The date of a number in a sentence without a verb: the one behind it before the next number, else any."""
    written = [at for at, token in enumerate(view.tokens) if token.tag == "date"]
    behind = [at for at in written if place < at < stop]
    return next((value for at in [*behind, *written] if (value := dating.value(at))), None)


def _aside(view: View, clause: Clause, place: int) -> bool:
    """Does a length or area only describe a thing: "The road, 77 km long, was …", "opened a 30-km tunnel"?"""
    if view.quantities[view.tokens[place].ref].sort not in ("length", "area"):
        return False
    return view.tokens[place - 1].text == "(" or not at_heart(view, clause, place)


def _comma(view: View, place: int) -> int:
    return next((index for index in range(place, len(view.tokens)) if view.tokens[index].low == ","), place)


def _of_participle(view: View, dating: Dating, clause: int, place: int) -> Dated | None:
    """The date of the participle that tells what those counted did: "with 90 pilgrims crossing the pass in 1951"."""
    if clause and place in view.clauses[clause - 1].head and view.clauses[clause - 1].link == "participial":
        own = dating.own(clause - 1)  # "Four posts, built in 1950, were …"
        return dating.value(own[0]) if own else None
    if clause + 1 >= len(view.clauses) or view.clauses[clause + 1].link != "participial":
        return None
    between = view.tokens[place + 1 : view.clauses[clause + 1].predicate.first]
    if any(token.tag in ("verb", "aux", "modal") or token.low == "," for token in between):
        return None
    own = dating.own(clause + 1)
    return dating.value(own[0]) if own else None


_STUDIES = SURVEY | {"data", "census", "estimate", "estimates", "report"}


def _study(view: View, dating: Dating) -> Dated | None:
    """The year of the survey that a sentence goes by: "according to a 1998 poll"."""
    for index, token in enumerate(view.tokens):
        if token.tag != "date":
            continue
        near = {other.low for other in view.tokens[max(0, index - 6) : index + 2]}
        if near & _STUDIES and (value := dating.value(index)):
            return value.inherited()
    return None
