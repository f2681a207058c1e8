"""Claims about numbers: a quantity, what it measures, and the date that belongs to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kzcn.extract import places, slots
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.counts import HARMED, HARMS, clause_at, is_spoken_of, is_whole, mention_at
from kzcn.extract.dating import Dated
from kzcn.extract.draft import Draft
from kzcn.extract.hearts import counts_instruments, lies_off
from kzcn.extract.labels import clause_words, number_title, words
from kzcn.extract.measured import MEASURING, Number, about, part_of
from kzcn.extract.measures import Measure, choose
from kzcn.extract.movements import MOVING, VERBS, is_base, movement
from kzcn.extract.numberdates import date_of
from kzcn.extract.polarity import polarity_of
from kzcn.extract.portions import Portion, portion
from kzcn.extract.scene import Scene
from kzcn.extract.topic import is_about_border
from kzcn.extract.words import ANAPHORA
from kzcn.model import Polarity, Span
from kzcn.quantities import QuantityMention

__all__ = ["number_drafts", "numbered_clauses", "wanted"]

_SMALL = 3
"""Number words up to here seldom count anything that is worth a row."""
_OWNING = frozenset(
    """have build operate open maintain sign conclude own run host establish include comprise""".split()
)
_HANDLING = frozenset(
    """seize capture detain arrest expel burn sink destroy damage lose buy purchase order deliver supply donate return
    release deploy send dispatch station lend lease shoot drive abduct kidnap deport execute wound free rescue
    recover withdraw erect""".split()
)
"""Verbs of what was done to things that are counted, however few: "seized two trawlers"."""


def wanted(view: View, token: int) -> bool:
    """Is the number at a token one that a reader would note?"""
    mention = mention_at(view, token)
    rate = token and view.tokens[token - 1].low == "per"
    if mention.sort in ("duration", "number") or is_spoken_of(mention) or rate or is_whole(view, token):
        return False
    if mention.word and mention.sort in ("count", "person") and mention.quantity.value <= _SMALL:
        clause = clause_at(view, token)
        hurt = mention.quantity.value > 1 and mention.sort == "person"
        told = view.tokens[token + 1 : token + 2] and view.tokens[token + 1].low in HARMED
        return clause is not None and (
            clause.predicate.lemma in _OWNING
            or (hurt and (told or clause.predicate.lemma in HARMS))
            or (mention.quantity.value > 1 and _is_handled(clause, token))
        )
    return not (_conversion(view, token) or _compares(view, token))


def _is_handled(clause: Clause, token: int) -> bool:
    """Does a verb tell what was done to those that a number counts: "seized two trawlers", "two trawlers sunk"?"""
    told = clause.predicate.tense in ("past", "perfect", "reduced") and clause.predicate.lemma in _HANDLING
    return told and (token in clause.subject) == clause.predicate.passive


_COMPARATIVES = frozenset("larger smaller longer shorter wider higher lower deeper more less taller".split())


def _compares(view: View, token: int) -> bool:
    """Does a measure only say by how much one thing surpasses another: "152 mm larger than"?"""
    after = view.tokens[token + 1 : token + 3]
    sized = view.quantities[view.tokens[token].ref].sort in ("length", "area", "volume", "weight")
    return sized and len(after) > 1 and after[0].low in _COMPARATIVES and after[1].low == "than"


def _conversion(view: View, token: int) -> bool:
    """The same measure in another unit, in brackets behind: "90 km (56 mi)"."""
    tokens = view.tokens
    if token < 2 or tokens[token - 1].text not in "([" or tokens[token - 2].tag != "quantity":
        return False
    here, there = view.quantities[tokens[token].ref], view.quantities[tokens[token - 2].ref]
    return here.sort == there.sort and here.quantity.unit != there.quantity.unit


_AIMING = frozenset("aim plan target intend hope pledge promise seek ask request apply demand propose want".split())
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
        polarity = _polarity(view, clause, place)
        if is_base(view, place, stop):
            polarity = "done" if polarity == "planned" else polarity
            date = _of_base(scene, index, place, stop)
        else:
            date = date_of(scene, index, place, stop if len(numbers) > 1 else len(view.tokens))
            date = _end_of(view, date, 1) or date if order and is_base(view, numbers[order - 1], place) else date
        yield _draft(scene, index, place, date, polarity)


def _of_base(scene: Scene, index: int | None, place: int, stop: int) -> Dated | None:
    """The date of what something moved from: behind it, or where the time of the move began.

    "from $11 million in 1992 to $15 million"; "between 1992 and 1995 it rose from $11 million to $15 million".
    """
    if index is None:
        return None
    if any(token.tag == "date" for token in scene.view.tokens[place:stop]):
        return scene.dating.near(place, index, stop)
    return _end_of(scene.view, next(iter(scene.dating.of(index)), None), 0)


_LEAD = 10
"""Code points before a date in which what opens a span stands."""
_SPANNING = re.compile(r"\b(?:between|from)\s$", re.IGNORECASE)


def _end_of(view: View, date: Dated | None, end: int) -> Dated | None:
    """The first or last part of a time that is told by both: 1992 of "between 1992 and 1995", none of "1992–93"."""
    if date is None or date.span is None:
        return None
    first = date.span.start
    if not _SPANNING.search(view.document.text[max(0, first - _LEAD) : first]):
        return None
    ends = date.edtf.split("/") if date.basis != "period" else []
    if len(ends) != 2 or not all(part[:1].isdecimal() for part in ends):
        return None
    return replace(date, edtf=ends[end])


def _polarity(view: View, clause: Clause | None, place: int) -> Polarity:
    """A number is told even where the verb only allows for it; then it is planned."""
    if clause is None:
        return "done"
    if clause.link == "infinitive" and view.quantities[view.tokens[place].ref].definite:
        return "denied" if polarity_of(view, clause) == "denied" else "done"
    if _at_most(clause, place):
        return "done" if clause.predicate.tense in ("past", "perfect", "present") else "planned"
    if _is_rest(view, clause, place) or (clause.opener == "if" and clause.predicate.tense == "past"):
        return "done"
    aimed = (clause.predicate.lemma in _AIMING and place not in clause.subject) or any(
        view.tokens[at].low in _GOALS for at in (*clause.rest, *clause.subject)
    )
    parent = view.parent_of(clause) if clause.predicate.tense == "participle" else None
    if aimed or (parent is not None and polarity_of(view, parent) == "planned"):
        return "planned"
    return polarity_of(view, clause) or "planned"


def _is_rest(view: View, clause: Clause, place: int) -> bool:
    """Is a number that of what something is not so: "half of the 90-km line has not been marked"?"""
    measured = view.quantities[view.tokens[place].ref].sort in ("percent", "length", "area")
    return measured and place in clause.subject and clause.predicate.negated and clause.predicate.passive


_EXCEEDING = frozenset(("exceed", "surpass", "top", "pass"))


def _at_most(clause: Clause, place: int) -> bool:
    """Is a number the most that there was or may be: "did not exceed $10 million", "should not exceed 40 %"?"""
    return clause.predicate.lemma in _EXCEEDING and clause.predicate.negated and place >= clause.predicate.last


def _qualified(view: View, clause: Clause | None, place: int) -> QuantityMention:
    """The mention at a token, with its qualifier as the verb before it leaves it: "rose up to" is none."""
    mention = mention_at(view, place)
    if clause is None:
        return mention
    if _at_most(clause, place):
        return replace(mention, quantity=replace(mention.quantity, qualifier="up_to"))
    lead = mention.quantity.qualifier == "up_to" and view.document.text[mention.lead : mention.lead + 5] == "up to"
    if lead and view.tokens[clause.predicate.last - 1].end == mention.lead - 1 and clause.predicate.lemma in VERBS:
        return replace(mention, quantity=replace(mention.quantity, qualifier="exact"))
    return mention


def _draft(scene: Scene, index: int | None, place: int, date: Dated | None, polarity: Polarity) -> Draft:
    view, clause = scene.view, scene.clause(index)
    mention = _qualified(view, clause, place)
    own = portion(view, clause, place) if clause else None
    moved = movement(view, clause, own, place) if mention.sort in ("percent", "factor") else None
    number = Number(place, mention, own, moved)
    treaty = counts_instruments(view, mention, clause)
    measure = None if treaty else _measure(view, number, polarity)
    kind = treaty or (measure.kind if measure else "count")
    draft = Draft(
        kind=kind,
        title="",
        rule=f"number: {kind}",
        clause=index,
        date=date,
        quantity=mention.quantity,
        value_span=Span(mention.start, mention.end),
        measure=about(view, number, measure),
        parties=slots.parties(view, own.clause, scene.main) if own else (),
        place=places.place(view, own.clause) if own else None,
        names=slots.sentence_names(view, clause) if clause else (),
        polarity="done" if kind == "survey_share" else polarity,
        attribution=slots.attribution(view, clause) if clause else None,
        anaphoric=view.goes_on or kind == "survey_share",
    )
    draft.title = number_title(scene, draft, number, measure)
    if treaty:
        draft.instrument_type = "agreement"
    return draft


def _measure(view: View, number: Number, polarity: Polarity) -> Measure | None:
    """The row of the table of measures for a number: by its noun and the words near it, then by its clause."""
    place, mention, own, moved = number
    tokens = view.tokens
    near = set((mention.noun or "").lower().split())
    within = own.words if own else range(len(tokens))
    if mention.sort in ("count", "person"):
        near |= {token.low for token in tokens[place + 1 : place + 2]}
    else:
        stop = within.stop if own and within.stop < own.clause.last else len(tokens)
        near |= _phrase_after(view, range(place + 1, stop), whole=mention.sort != "money") | _phrase_before(
            view, range(within.start, place)
        )
    if own is None:
        scopes = [words(view, range(len(tokens)))]
    else:
        if mention.sort in ("length", "area", "money") and _is_of_subject(view, own, place):
            near |= words(view, own.clause.subject)
        scopes = _scopes(view, own, beyond=moved is None and mention.sort not in ("count", "person"))
        part = part_of(view, place)
        scopes = [words(view, part), *scopes] if part else scopes
    if mention.sort == "length" and _is_distance(view, own, place):
        return choose("length", (), (), polarity)
    if moved:
        return _chosen(view, "growth", near, scopes, polarity)
    if mention.sort == "percent":
        scopes = [scope - MOVING for scope in scopes]
        some = tokens[place + 1 : place + 2] and tokens[place + 1].low == "of"
        scopes = scopes[:-1] if some and own is not None else scopes
    row = _chosen(view, mention.sort, near, scopes, polarity)
    if row is not None and row.kind == "length" and own is not None and _is_of_line(view, own, place):
        return choose("length", near, [{"border"}], polarity)
    return row


_LINES = frozenset("it line they".split())
_RUNNING = MEASURING | {"follow", "pass", "cross", "lie"}


def _is_of_line(view: View, own: Portion, place: int) -> bool:
    """Does a page about a border tell of the line: "It runs for 219 km", "8 km of the line follow the river"?"""
    clause = own.clause
    told = clause.predicate.lemma in _RUNNING and (place in clause.subject or place >= clause.predicate.last)
    heads = {view.tokens[at].low for at in clause.subject} or {"it"}
    return told and not heads.isdisjoint(_LINES) and is_about_border(view.document)


def _chosen(
    view: View, sort: str, near: Collection[str], scopes: Sequence[Collection[str]], polarity: Polarity
) -> Measure | None:
    """The row that fits; where no word tells it and the sentence goes on with the passage, by the words before it."""
    row = choose(sort, near, scopes, polarity)
    if row is None or row.words or row.near or view.tokens[0].low not in ANAPHORA | _ANAPHORIC:
        return row
    return choose(sort, near, [_words_before(view)], polarity)


_ANAPHORIC = frozenset(("of", "in", "at", "by", "its"))
_TOPIC_WORDS = 12


def _words_before(view: View) -> set[str]:
    """The first words of the sentence before in the same block."""
    sentences = view.document.sentences
    index = bisect_left(sentences, view.sentence.start, key=lambda sentence: sentence.start) - 1
    if index < 0 or sentences[index].block != view.sentence.block:
        return set()
    text = view.document.text[sentences[index].start : sentences[index].end]
    return {word.strip(",.;:()").lower() for word in text.split(maxsplit=_TOPIC_WORDS)[:_TOPIC_WORDS]}


def _scopes(view: View, own: Portion, *, beyond: bool) -> list[set[str]]:
    """The words that may say what a number measures, the nearest first.

    Its own, those of its clause so far, of what the clause depends on, of the whole clause; `beyond`, of the sentence.
    """
    clause, stop = own.clause, own.words.stop
    lemma = {clause.predicate.lemma}
    so_far = (*clause.subject, *clause.adverbials, *range(clause.first, stop))
    scopes = [words(view, own.words) | lemma, words(view, so_far) | lemma]
    if clause.link in ("relative", "participial", "infinitive"):
        taken_up = any(view.tokens[at].tag == "pron" for at in clause.subject)
        scopes.append(words(view, range(stop)) if beyond or taken_up else _governing(view, clause))
    scopes.append(clause_words(view, clause))
    return [*scopes, words(view, range(len(view.tokens)))] if beyond else scopes


def _governing(view: View, clause: Clause) -> set[str]:
    """The words of the clause that another tells more of: "Trade reached $5 million, | which was a rise of 8 %"."""
    parent = view.parent_of(clause)
    return clause_words(view, parent) if parent and clause.link in ("relative", "participial") else set()


def _is_distance(view: View, own: Portion | None, place: int) -> bool:
    """Is a length how far something lies or moves: "moved the posts 3 km from the river"?"""
    return lies_off(view, place) and (own is None or own.clause.predicate.lemma not in MEASURING)


def _is_of_subject(view: View, own: Portion, place: int) -> bool:
    """Is a number said of the subject: "the river border is 90 km long", "…, up from 80 km"?"""
    clause = own.clause
    repeated = all(
        token.tag not in ("word", "name") or token.low in MOVING
        for token in view.tokens[own.lead.start : own.lead.stop]
    )
    return (not own.gapped or repeated) and clause.predicate.lemma in MEASURING and place >= clause.predicate.last


def _phrase_after(view: View, places: range, *, whole: bool) -> set[str]:
    """The words behind a number, up to a comma, "from" or a number; not `whole`, up to any preposition but "of"."""
    found: set[str] = set()
    for token in (view.tokens[at] for at in places[:12]):
        if token.low in _PARTING or token.tag == "quantity":
            break
        if not whole and token.tag in _LOOSE and token.low != "of":
            break
        found.update(token.low.split())
    return found


_LOOSE = ("prep", "to")
_PARTING = frozenset((",", "from"))
"""What is behind it belongs to something else: where a length ends, who sends a sum."""


def _phrase_before(view: View, places: range) -> set[str]:
    """The words of the noun that a number is set beside: "the pipeline, 90 km long", "a pipeline of 90 km"."""
    found: set[str] = set()
    for token in (view.tokens[at] for at in reversed(places[-4:])):
        if token.tag not in ("word", "name", "det", "prep", "adv") and token.text not in ",()-–":
            break
        found.update(token.low.split())
    return found
