"""Claims about numbers: a quantity, what it measures, and the date that belongs to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from kzcn.extract import places, slots, titles
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.dating import Dated, Dating
from kzcn.extract.draft import Draft
from kzcn.extract.frames import match
from kzcn.extract.lexicon import verb_forms
from kzcn.extract.measures import Measure, choose
from kzcn.extract.phrases import joined, noun_phrase
from kzcn.extract.polarity import polarity_of
from kzcn.extract.scene import Scene
from kzcn.extract.tokens import Token
from kzcn.extract.words import ANAPHORA, INSTRUMENTS, SURVEY
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
    after = view.tokens[token + 1] if token + 1 < len(view.tokens) else None
    if (
        after is not None
        and after.tag == "name"
        and view.names[after.ref].sort in ("party", "people")
        and mention.quantity.value > _SMALL
    ):
        counted = replace(mention.quantity, unit="person")
        return replace(
            mention, quantity=counted, sort="person", noun=after.text, noun_start=after.start, noun_end=after.end
        )
    return _compared(view, token, mention) or _of_people(view, token, mention) or mention


def _compared(view: View, token: int, mention: QuantityMention) -> QuantityMention | None:
    """A bare number that is compared counts what the first one does: "28,000 students, up from 5,000 in 2013"."""
    before = view.tokens[max(0, token - 4) : token]
    if not any(other.low in ("from", "against", "than", "with", "to") for other in before):
        return None
    for earlier in range(token - 1, -1, -1):
        other = view.tokens[earlier]
        if other.tag == "quantity" and (first := view.quantities[other.ref]).sort in (
            "person",
            "count",
            "money",
            "percent",
            "weight",
            "volume",
        ):
            quantity = replace(mention.quantity, unit=first.quantity.unit)
            return replace(mention, quantity=quantity, sort=first.sort, noun=first.noun, noun_start=None, noun_end=None)
    return None


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


def _study(view: View, dating: Dating) -> Dated | None:
    """The year of the survey that a sentence goes by: "according to a 1998 poll"."""
    records = SURVEY | {"data", "census", "estimate", "estimates", "report"}
    for index, token in enumerate(view.tokens):
        if token.tag != "date":
            continue
        near = {other.low for other in view.tokens[max(0, index - 6) : index + 2]}
        if near & records and (value := dating.value(index)):
            return value.inherited()
    return None


def _draft(scene: Scene, index: int | None, place: int, date: Dated | None, polarity: Polarity) -> Draft:
    view, clause, mention = scene.view, scene.clause(index), mention_at(scene.view, place)
    treaty = _counts_instruments(view, mention, clause)
    measure = None if treaty else _measure(view, mention, place, clause, polarity)
    where = places.place(view, clause) if clause else None
    kind = treaty or (measure.kind if measure else "count")
    about = _about(view, mention, place, clause, measure)
    draft = Draft(
        kind=kind,
        title="",
        rule=f"number: {kind}",
        clause=index,
        date=date,
        quantity=mention.quantity,
        value_span=Span(mention.start, mention.end),
        measure=about,
        parties=slots.parties(view, clause, scene.main) if clause else (),
        place=where,
        names=slots.sentence_names(view, clause) if clause else (),
        polarity="done" if kind == "survey_share" else polarity,
        attribution=slots.attribution(view, clause) if clause else None,
        anaphoric=view.tokens[0].low in ANAPHORA or kind == "survey_share",
    )
    draft.title = _title(scene, draft, place, measure)
    if treaty:
        draft.instrument_type = "agreement"
    return draft


def _counts_instruments(view: View, mention: QuantityMention, clause: Clause | None) -> str | None:
    """The kind of treaty claim that a number of instruments makes: "signed four accords"; None for other numbers."""
    if (
        mention.sort != "count"
        or not mention.noun
        or mention.noun.split()[-1].lower() not in INSTRUMENTS
        or clause is None
    ):
        return None
    found = match(view.tokens, clause, tense_standing=False)
    kind = found.frame.kind if found else "treaty_signed"
    return kind if kinds()[kind].family == "treaty" else "treaty_signed"


def _measure(
    view: View, mention: QuantityMention, place: int, clause: Clause | None, polarity: Polarity
) -> Measure | None:
    tokens = view.tokens
    near = _phrase_after(view, place) | _phrase_before(view, place)
    if mention.noun:
        near |= set(mention.noun.lower().split())
    if mention.sort in ("count", "person"):
        near = set((mention.noun or "").lower().split()) | {tokens[place + 1].low if place + 1 < len(tokens) else ""}
    scopes = [_clause_words(view, clause)] if clause else []
    return choose(mention.sort, near, [*scopes, _words(view, range(len(tokens)))], polarity)


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


def _clause_words(view: View, clause: Clause) -> set[str]:
    return _words(view, (*clause.subject, *clause.adverbials, *range(clause.first, clause.last))) | {
        clause.predicate.lemma
    }


def _words(view: View, span: Sequence[int] | range) -> set[str]:
    """Words in lower case, with the lemmas of verb forms."""
    found: set[str] = set()
    for place in span:
        low = view.tokens[place].low
        found |= _with_lemmas(low) if " " not in low else frozenset().union(*map(_with_lemmas, low.split()))
    return found


@lru_cache(maxsize=50_000)
def _with_lemmas(word: str) -> frozenset[str]:
    return frozenset((word, *(reading.lemma for reading in verb_forms().get(word, ()))))


def _about(
    view: View, mention: QuantityMention, place: int, clause: Clause | None, measure: Measure | None
) -> str | None:
    """What the number measures, in the words of its clause."""
    tokens = view.tokens
    if mention.noun:
        text = mention.noun
        after = next(
            (
                index
                for index in range(place + 1, len(tokens))
                if mention.noun_end and tokens[index].start >= mention.noun_end
            ),
            len(tokens),
        )
        if (
            tokens[after : after + 1]
            and tokens[after].low in ("in", "of", "from")
            and tokens[after + 1 : after + 2]
            and tokens[after + 1].tag == "name"
        ):
            text += f" {tokens[after].low} {tokens[after + 1].text}"
        return text
    if clause is None:
        return measure.label if measure else None
    if measure is not None and kinds()[measure.kind].family == "border":
        return measure.label
    if measure is not None and measure.kind == "survey_share":
        return _answer(view, place)
    if mention.sort == "percent" and place and tokens[place - 1].text in "([":
        return _answer(view, place)
    plain = [index for index in clause.rest if tokens[index].tag != "quantity"]
    return (
        noun_phrase(tokens, plain, 5) or noun_phrase(tokens, clause.subject, 5) or (measure.label if measure else None)
    )


def _answer(view: View, place: int) -> str | None:
    """What those asked said: the words before a bracketed share, else those behind the verb of saying or the number."""
    tokens = view.tokens
    if place and tokens[place - 1].text in "([":
        start = place - 2
        while start > 0 and tokens[start - 1].tag not in ("punct", "conj", "prep", "rel", "to") and place - start < 6:
            start -= 1
        return _plain(tokens[start : place - 1])
    end = next((at for at in range(place + 1, len(tokens)) if tokens[at].low in (",", ";", ".", "(")), len(tokens))
    said = next((at for at in range(place + 1, end) if tokens[at].tag == "verb"), place)
    return _plain(tokens[said + 1 : end])


def _plain(tokens: Sequence[Token]) -> str | None:
    """The words of an answer, without pronouns, articles and "that": at most six."""
    words = [token for token in tokens if token.tag not in ("pron", "det", "rel", "punct")]
    return joined(words[:6]) or None


_TOLD = frozenset(
    """loan grant acquisition investment deal project_cost migrants casualties students travellers cases count
    population amount occupied_area ceded_area capacity treaty_signed agreement_reached treaty_ratified""".split()
)
"""Kinds whose clause tells best what the number is; the others go by their label."""


def _title(scene: Scene, draft: Draft, place: int, measure: Measure | None) -> str:
    view, clause = scene.view, scene.clause(draft.clause)
    assert draft.quantity is not None  # noqa: S101 - a number draft has one
    mention = mention_at(view, place)
    if (
        draft.kind in _TOLD
        and draft.clause is not None
        and clause is not None
        and clause.predicate.lemma != "be"
        and _only_number(view, clause)
    ):
        told = titles.event_title(scene, draft.clause, number=place)
        if titles.plain_number(draft.quantity) in told and len(told.split()) > 2:
            return told
    if draft.kind == "survey_share":
        return titles.survey_title(draft.quantity, draft.measure)
    if draft.kind in _SAID:
        words = _clause_words(view, clause) if clause else set()
        goods = next((goods for goods in ("exports", "imports") if goods in words), "trade").capitalize()
        moved = "fell" if words & _FALLING else "grew"
        said = _SAID[draft.kind].format(
            value=titles.shown(draft.quantity), about=draft.measure or "", goods=goods, moved=moved
        )
        return titles.clipped(said.rstrip(" –"))
    label = (
        measure.label if measure and not mention.noun else draft.measure or (measure.label if measure else draft.kind)
    )
    return titles.number_title(label, draft.quantity, draft.measure or "")


_SAID = {
    "trade_turnover": "Trade turnover reached {value}",
    "trade_growth": "{goods} {moved} {value}",
    "trade_target": "Trade target: {value}",
}


_FALLING = frozenset("fall drop decline decrease down shrink slump lower plunge contract".split())


def _only_number(view: View, clause: Clause) -> bool:
    return sum(view.tokens[index].tag == "quantity" for index in range(clause.first, clause.last)) == 1
