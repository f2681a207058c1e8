"""Claims about numbers: a quantity, what it measures, and the date that belongs to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kzcn.extract import places, slots
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.dating import Dated, Dating
from kzcn.extract.draft import Draft
from kzcn.extract.frames import match
from kzcn.extract.labels import about, clause_words, number_title, words
from kzcn.extract.measures import Measure, choose
from kzcn.extract.polarity import polarity_of
from kzcn.extract.scene import Scene
from kzcn.extract.words import INSTRUMENTS, SURVEY
from kzcn.kinds import kinds
from kzcn.model import Polarity, Span
from kzcn.quantities import QuantityMention

__all__ = ["number_drafts", "numbered_clauses", "tells_all", "wanted"]

_SMALL = 3
"""Number words up to here seldom count anything that is worth a row."""
_OWNING = frozenset(
    """have build operate open maintain sign conclude own run host establish include comprise""".split()
)


def wanted(view: View, token: int) -> bool:
    """Is the number at a token one that a reader would note?"""
    mention = mention_at(view, token)
    if mention.sort in ("duration", "number") or _spoken_of(mention):
        return False
    if mention.word and mention.sort in ("count", "person") and mention.quantity.value <= _SMALL:
        clause = _clause(view, token)
        return clause is not None and clause.predicate.lemma in _OWNING
    return not _conversion(view, token)


def mention_at(view: View, token: int) -> QuantityMention:
    """The quantity at a token; a bare number counts what the next name or the number before it counts."""
    mention = view.quantities[view.tokens[token].ref]
    if mention.sort != "number":
        return mention
    return (
        _of_nation(view, token, mention)
        or _compared(view, token, mention)
        or _of_people(view, token, mention)
        or mention
    )


def _of_nation(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number before the name of a people: "4,000 Danes"."""
    after = next(iter(view.tokens[token + 1 : token + 2]), None)
    if after is None or after.tag != "name" or mention.quantity.value <= _SMALL:
        return None
    if view.names[after.ref].sort not in ("party", "people"):
        return None
    counted = replace(mention.quantity, unit="person")
    return replace(
        mention, quantity=counted, sort="person", noun=after.text, noun_start=after.start, noun_end=after.end
    )


_COMPARABLE = ("person", "count", "money", "percent", "weight", "volume")


def _compared(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number that is compared counts what the first one does: "28,000 students, up from 5,000 in 2013"."""
    before = view.tokens[max(0, token - 4) : token]
    if not any(other.low in ("from", "against", "than", "with", "to") for other in before):
        return None
    earlier = (view.quantities[other.ref] for other in reversed(view.tokens[:token]) if other.tag == "quantity")
    first = next((other for other in earlier if other.sort in _COMPARABLE), None)
    if first is None:
        return None
    quantity = replace(mention.quantity, unit=first.quantity.unit)
    return replace(mention, quantity=quantity, sort=first.sort, noun=first.noun, noun_start=None, noun_end=None)


_LIVING = frozenset("live remain number reside settle flee emigrate register migrate return die stay survive".split())
_MANY = 100


def _of_people(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number of those who live, flee or remain: "by 1930 only 35,000 remained"."""
    clause = _clause(view, token)
    if clause is None or clause.predicate.lemma not in _LIVING or mention.quantity.value < _MANY:
        return None
    return replace(mention, quantity=replace(mention.quantity, unit="person"), sort="person")


def _spoken_of(mention: QuantityMention) -> bool:
    """Does it only take up what was named before: "the two countries", "its 14 regions"?"""
    return mention.definite and mention.sort in ("count", "person") and mention.quantity.value < 100


def _conversion(view: View, token: int) -> bool:
    """The same measure in another unit, in brackets behind: "90 km (56 mi)"."""
    tokens = view.tokens
    if token < 2 or tokens[token - 1].text not in "([" or tokens[token - 2].tag != "quantity":
        return False
    here, there = view.quantities[tokens[token].ref], view.quantities[tokens[token - 2].ref]
    return here.sort == there.sort and here.quantity.unit != there.quantity.unit


def _clause(view: View, token: int) -> Clause | None:
    index = view.clause_of(token)
    return view.clauses[index] if index is not None else None


def tells_all(view: View, clause: Clause, own: Collection[int], numbered: Collection[int]) -> bool:
    """Does a number stand at the heart of a clause, as its subject or object, so that it tells what happened?

    A number beside ("with seven ships", ", 90 km long,") leaves the event to be told too. `own` are the numbers that
    belong to the clause, `numbered` those of the whole sentence, of which one may stand in its subject.
    """
    mine = [*own, *(place for place in numbered if place in clause.subject)]
    return any(_at_heart(view, clause, place) for place in mine)


_MEASURING = frozenset(
    """be measure run stretch extend total span cover reach number shrink grow rise fall widen finish complete build lay
    add lose gain clear mark survey""".split()
)


def _at_heart(view: View, clause: Clause, place: int) -> bool:
    tokens = view.tokens
    sort = view.quantities[tokens[place].ref].sort
    if sort in ("money", "percent", "factor"):
        return True
    if sort == "length":
        return clause.predicate.lemma in _MEASURING
    if place in clause.subject:
        return all(token.low != "," for token in tokens[clause.subject.start : place])
    between = tokens[clause.predicate.last : place]
    return place >= clause.predicate.last and all(
        token.tag not in ("prep", "to") and token.low != "," for token in between
    )


_AIMING = frozenset("aim plan target intend hope pledge promise seek".split())
_GOALS = frozenset("goal target targets goals aim".split())


def numbered_clauses(view: View) -> dict[int | None, list[int]]:
    """The tokens of the numbers worth a claim, by clause."""
    found: dict[int | None, list[int]] = {}
    for index, token in enumerate(view.tokens):
        if token.tag == "quantity" and wanted(view, index):
            found.setdefault(view.clause_of(index), []).append(index)
    return found


def number_drafts(scene: Scene, index: int | None, numbers: Sequence[int]) -> Iterator[Draft]:
    """A claim for each number of a clause."""
    view, clause = scene.view, scene.clause(index)
    for order, place in enumerate(numbers):
        stop = numbers[order + 1] if order + 1 < len(numbers) else len(view.tokens)
        mention = mention_at(view, place)
        polarity = _polarity(view, clause, mention)
        date = _date(scene, index, place, stop if len(numbers) > 1 else len(view.tokens))
        yield _draft(scene, index, place, date, polarity)


def _polarity(view: View, clause: Clause | None, mention: QuantityMention) -> Polarity:
    """A number is told even where the verb only allows for it; then it is planned."""
    if clause is None:
        return "done"
    words = {view.tokens[place].low for place in (*clause.rest, *clause.subject)}
    if clause.link == "infinitive" and mention.definite:
        return "done"
    if clause.predicate.lemma in _AIMING or words & _GOALS:
        return "planned"
    return polarity_of(view, clause) or "planned"


def _date(scene: Scene, index: int | None, place: int, stop: int) -> Dated | None:
    """The date of a number: beside it, of its clause, of the study it goes by, of the clause before."""
    view, dating, _ = scene
    clause = scene.clause(index)
    if index is None or clause is None:
        return _first_date(view, dating)
    side = _aside(view, clause, place)
    near = dating.near(place, index, _comma(view, place) if side else stop) or _of_participle(
        view, dating, index, place
    )
    if near is not None or side:
        return near
    dates = dating.of(index)
    if dates:
        return dates[0]
    if clause.link == "relative" and clause.parent is not None and clause.opener == "which":
        passing = clause.predicate.tense != "present"
        return next((date.inherited() for date in dating.of(clause.parent)), None) if passing else None
    return _study(view, dating) or dating.parallel(index) or dating.when(index)


def _first_date(view: View, dating: Dating) -> Dated | None:
    written = (place for place, token in enumerate(view.tokens) if token.tag == "date")
    return next((value for place in written if (value := dating.value(place))), None)


def _aside(view: View, clause: Clause, place: int) -> bool:
    """Does a length or area only describe a thing: "The road, 77 km long, was …", "opened a 30-km tunnel"?"""
    if view.quantities[view.tokens[place].ref].sort not in ("length", "area"):
        return False
    return view.tokens[place - 1].text == "(" or not _at_heart(view, clause, place)


def _comma(view: View, place: int) -> int:
    return next((index for index in range(place, len(view.tokens)) if view.tokens[index].low == ","), place)


def _of_participle(view: View, dating: Dating, clause: int, place: int) -> Dated | None:
    """The date of the participle that tells what those counted did: "with 90 pilgrims crossing the pass in 1951"."""
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


def _draft(scene: Scene, index: int | None, place: int, date: Dated | None, polarity: Polarity) -> Draft:
    view, clause, mention = scene.view, scene.clause(index), mention_at(scene.view, place)
    treaty = _counts_instruments(view, mention, clause)
    measure = None if treaty else _measure(view, mention, place, clause, polarity)
    where = places.place(view, clause) if clause else None
    kind = treaty or (measure.kind if measure else "count")
    draft = Draft(
        kind=kind,
        title="",
        rule=f"number: {kind}",
        clause=index,
        date=date,
        quantity=mention.quantity,
        value_span=Span(mention.start, mention.end),
        measure=about(view, mention, place, clause, measure),
        parties=slots.parties(view, clause, scene.main) if clause else (),
        place=where,
        names=slots.sentence_names(view, clause) if clause else (),
        polarity="done" if kind == "survey_share" else polarity,
        attribution=slots.attribution(view, clause) if clause else None,
        anaphoric=view.goes_on or kind == "survey_share",
    )
    draft.title = number_title(scene, draft, mention, place, measure)
    if treaty:
        draft.instrument_type = "agreement"
    return draft


def _counts_instruments(view: View, mention: QuantityMention, clause: Clause | None) -> str | None:
    """The kind of treaty claim that a number of instruments makes: "signed four accords"; None for other numbers."""
    noun = (mention.noun or "").lower().split()[-1:]
    if clause is None or mention.sort != "count" or INSTRUMENTS.isdisjoint(noun):
        return None
    found = match(view.tokens, clause, tense_standing=False)
    kind = found.frame.kind if found else "treaty_signed"
    return kind if kinds()[kind].family == "treaty" else "treaty_signed"


def _measure(
    view: View, mention: QuantityMention, place: int, clause: Clause | None, polarity: Polarity
) -> Measure | None:
    """The row of the table of measures for a number: by its noun and the words near it, then by its clause."""
    tokens = view.tokens
    near = set((mention.noun or "").lower().split())
    if mention.sort in ("count", "person"):
        near |= {token.low for token in tokens[place + 1 : place + 2]}
    else:
        near |= _phrase_after(view, place) | _phrase_before(view, place)
    scopes = [clause_words(view, clause)] if clause else []
    return choose(mention.sort, near, [*scopes, words(view, range(len(tokens)))], polarity)


def _phrase_after(view: View, place: int) -> set[str]:
    """The words behind a number, up to a comma or the next number."""
    found: set[str] = set()
    for token in view.tokens[place + 1 : place + 13]:
        if token.low == "," or token.tag == "quantity":
            break
        found.update(token.low.split())
    return found


def _phrase_before(view: View, place: int) -> set[str]:
    """The words of the noun that a number is set beside: "the pipeline, 90 km long", "a pipeline of 90 km"."""
    found: set[str] = set()
    for token in reversed(view.tokens[max(0, place - 4) : place]):
        if token.tag not in ("word", "name", "det", "prep", "adv") and token.text not in ",(":
            break
        found.update(token.low.split())
    return found
