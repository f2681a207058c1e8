"""Claims about what happened and what stands: a clause and the frame that it fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kzcn.extract import slots, titles
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause, Predicate
from kzcn.extract.dating import Dated, Dating, Host, past_events
from kzcn.extract.draft import Draft
from kzcn.extract.frames import LEADING, Frame, Match, is_instrument, match, noun_frame
from kzcn.extract.phrases import complement, noun_phrase
from kzcn.extract.words import ANAPHORA, PLANNING, SAYING, SURVEY
from kzcn.kinds import kinds
from kzcn.model import Polarity

__all__ = ["clause_drafts", "headed_draft", "hosted_drafts", "listed_drafts", "polarity_of"]

_ACTS = {
    "treaty_signed": "signed",
    "treaty_ratified": "ratified",
    "treaty_in_force": "entered into force",
    "treaty_extended": "extended",
    "treaty_ended": "ended",
}
_TOPICS = (
    (("border", "boundary", "frontier", "demarcation", "delimitation", "delineate", "delimit", "demarcate"), "border"),
)
_FALLBACK = Frame("dated clause", "action", weak=True)
_STANDING = Frame("dated standing", "standing", standing=True, weak=True)


def clause_drafts(view: View, dating: Dating, index: int, main: Sequence[str], *, numbered: bool) -> Iterator[Draft]:
    """The claims of one clause that its verb or its event noun makes.

    Args:
        view: the sentence.
        dating: its dates.
        index: the clause.
        main: the two parties of the document, for "the two countries".
        numbered: a number stands in the clause, which tells the fact better than the event.
    """
    clause = view.clauses[index]
    polarity = polarity_of(view, clause)
    if polarity is None:
        return
    found = _frame(view, dating, index)
    if found is None or numbered or _of_survey(view, clause) or _told_by_sum(view, clause, index):
        return
    dates = _dates(dating, clause, index)
    if not dates and not _counts_undated(view, clause, found.frame, polarity):
        return
    choices: Sequence[Dated | None] = dates or [None]
    for date in choices:
        yield _draft(view, clause, index, found, date, main, polarity)


def _of_survey(view: View, clause: Clause) -> bool:
    """A survey that was held is told by what it found."""
    return any(view.tokens[place].low in SURVEY for place in clause.subject) and clause.link == "participial"


def _told_by_sum(view: View, clause: Clause, index: int) -> bool:
    """Is the clause told by a sum: "agreed to pay $3 million"?"""
    purpose = _purpose(view, clause, index)
    return purpose is not None and any(
        view.tokens[place].tag == "quantity" and view.quantities[view.tokens[place].ref].sort == "money"
        for place in purpose.rest
    )


def _dates(dating: Dating, clause: Clause, index: int) -> list[Dated]:
    """The dates of an event: an infinitive, a participle or a relative clause has only what stands in it."""
    if clause.link in ("relative", "infinitive", "participial") and not dating.own(index) and dating.heading is None:
        return []
    dates = dating.of(index)
    if _not_until(dating.view, clause):
        return [replace(date, edtf=date.edtf.removeprefix("../")) for date in dates]
    return dates


def polarity_of(view: View, clause: Clause) -> Polarity | None:  # noqa: PLR0911 - a return for each case
    """Done, planned, denied or reported; None for what is only possible, a condition or an aim."""
    predicate = clause.predicate
    if clause.opener in ("if", "unless", "whether"):
        return None
    if _not_until(view, clause):
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


def _not_until(view: View, clause: Clause) -> bool:
    """Does the clause say when it did happen: "did not take effect until 1933"?"""
    return clause.predicate.negated and any(view.tokens[place].low == "until" for place in clause.rest)


def _none(view: View, clause: Clause) -> bool:
    """A subject or object of nothing: "no envoy came", "they reached no accord", "nobody signed"."""
    subject = [view.tokens[place].low for place in clause.subject]
    rest = [view.tokens[place].low for place in clause.rest][:3]
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


def _frame(view: View, dating: Dating, index: int) -> Match | None:
    clause = view.clauses[index]
    standing = (clause.predicate.tense == "present" or clause.predicate.passive) and dating.heading is None
    found = match(view.tokens, clause, tense_standing=standing) or _elliptic(view, index)
    if found is not None:
        return found
    if not dating.own(index) or clause.predicate.tense in ("infinitive", "conditional", "participle"):
        return None
    frame = _STANDING if clause.predicate.lemma in ("be", "have") else _FALLBACK
    return Match(frame, clause.predicate.last - 1)


def _elliptic(view: View, index: int) -> Match | None:
    """The frame of the clause before, repeated: "Norway has a consulate in Riga; Latvia has one in Bergen"."""
    clause = view.clauses[index]
    if index == 0 or clause.predicate.lemma != view.clauses[index - 1].predicate.lemma:
        return None
    if not any(view.tokens[place].low in ("one", "another") for place in clause.rest):
        return None
    return match(view.tokens, view.clauses[index - 1], tense_standing=True)


def _counts_undated(view: View, clause: Clause, frame: Frame, polarity: Polarity) -> bool:
    """Without a date only strong rows count, told as done, of a subject that is named."""
    if (
        frame.weak
        or polarity not in ("done", "reported")
        or clause.predicate.tense == "infinitive"
        or clause.link == "participial"
    ):
        return False
    if clause.link in ("subordinate", "complement") and clause.opener not in ("after", "when"):
        return False
    if frame.standing:
        return clause.link in ("main", "coordinate") and _named(view, clause)
    told = clause.predicate.tense in ("past", "perfect", "reduced") or (
        frame.kind == "statement" and clause.predicate.tense == "present"
    )
    return told and (_named(view, clause) or frame.kind.startswith(("treaty_", "demarcation")))


def _named(view: View, clause: Clause) -> bool:
    """Does a name stand in the subject or right in the object?"""
    return any(view.tokens[place].tag == "name" for span in (clause.subject, clause.rest) for place in span)


def _draft(
    view: View, clause: Clause, index: int, found: Match, date: Dated | None, main: Sequence[str], polarity: Polarity
) -> Draft:
    where = slots.place(view, clause)
    draft = Draft(
        kind=found.frame.kind,
        title="",
        rule=found.frame.name,
        clause=index,
        date=date,
        parties=slots.parties(view, clause, main),
        place=where,
        names=slots.sentence_names(view, clause),
        polarity=polarity,
        attribution=slots.attribution(view, clause),
        anaphoric=_goes_on(view, clause),
    )
    if kinds()[draft.kind].family == "treaty":
        _fill_instrument(view, clause, draft)
    if draft.kind == "embassy" and draft.parties and where:
        draft.title = titles.clipped(f"Embassy of {draft.parties[0]} in {where}")
    draft.title = draft.title or _title(view, clause, index, found, where)
    return draft


def _title(view: View, clause: Clause, index: int, found: Match, where: str | None) -> str:
    following = view.clauses[index + 1] if index + 1 < len(view.clauses) else None
    if found.frame.kind == "statement" and following is not None and following.link == "complement":
        return titles.said_title(view, clause, following)
    if clause.predicate.lemma in LEADING and found.token in clause.rest:
        return titles.clipped(complement(view.tokens, range(_before(view, found.token)[0], clause.last), 8))
    return titles.event_title(view, clause, where, _purpose(view, clause, index))


def _purpose(view: View, clause: Clause, index: int) -> Clause | None:
    """The infinitive that a verb of planning governs."""
    following = view.clauses[index + 1] if index + 1 < len(view.clauses) else None
    governed = following is not None and following.link == "infinitive" and following.parent == index
    return following if governed and clause.predicate.lemma in PLANNING else None


def _goes_on(view: View, clause: Clause) -> bool:
    """Does the sentence continue the passage: "It said …", "However, …"?"""
    first = view.tokens[0].low
    return first in ANAPHORA and clause.predicate.tense in ("past", "perfect")


def _fill_instrument(view: View, clause: Clause, draft: Draft) -> None:
    """Instrument, its type, what it is about, and a title that says what was done with it."""
    places = slots.instruments(view.tokens, (*clause.rest, *clause.subject))
    if not places:
        return
    draft.instrument = slots.instrument_at(view, places[0])
    draft.instrument_type = slots.instrument_type(view.tokens[places[0]])
    draft.measure = _topic(view)
    words = draft.instrument or _described(view, places[0], draft.measure)
    if draft.kind in _ACTS:
        draft.title = titles.act_title(words, _ACTS[draft.kind], draft.place)


def _topic(view: View) -> str | None:
    """What the instruments of a sentence are about, in one word of a short list."""
    words = {token.low for token in view.tokens} | {word for token in view.tokens for word in token.low.split()}
    return next((name for cues, name in _TOPICS if words & set(cues)), None)


def _described(view: View, head: int, subject: str | None) -> str:
    """An instrument without a name: its adjectives, its noun, what it is about: "pact on rescue"."""
    tokens = view.tokens
    start = head
    while start > 0 and tokens[start - 1].tag in ("word", "name") and head - start < 4:
        start -= 1
    words = noun_phrase(tokens, range(start, head), 4).split()
    words.append(slots.instrument_type(tokens[head]))
    about = _about(view, head)
    if (
        subject
        and not about
        and len(words) < 3
        and not any(cue in " ".join(words).lower() for cue in ("border", "boundary", "frontier"))
    ):
        words.insert(-1, subject)
    return " ".join([*words, *about.split()])


def _about(view: View, head: int) -> str:
    """What follows the noun of an instrument: "on visas", "of understanding", "to build a canal"."""
    tokens = view.tokens
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if (
        after is not None
        and after.low in ("on", "of", "for", "concerning")
        and tokens[head + 2 : head + 3]
        and tokens[head + 2].tag != "date"
    ):
        topic = noun_phrase(tokens, range(head + 2, len(tokens)), 4)
        return f"{after.low} {topic}" if topic else ""
    purpose = next(
        (
            clause
            for clause in view.clauses
            if clause.link == "infinitive" and head < clause.predicate.first <= head + 4
        ),
        None,
    )
    if purpose is None:
        return ""
    aim = complement(tokens, purpose.rest, 5)
    if aim in ("it", "them", "this", ""):
        before = [clause for clause in view.clauses if clause.last <= head]
        aim = noun_phrase(tokens, before[-1].rest, 4) if before else ""
        return f"on {aim}" if aim else ""
    return f"to {purpose.predicate.lemma} {aim}"


def listed_drafts(view: View, dating: Dating, main: Sequence[str]) -> Iterator[Draft]:
    """Two or more instruments of one list, each with its date: "with a treaty in 1951 and a protocol in June 1953"."""
    found = [
        (place, head)
        for place, token in enumerate(view.tokens)
        if token.tag == "date" and (head := _dated_noun(view, place)) is not None
    ]
    if len(found) < 2:
        return
    for place, head in found:
        index = view.clause_of(head)
        date = dating.value(place)
        if date is None or index is None:
            continue
        draft = Draft(
            "treaty_signed",
            "",
            "listed instruments",
            index,
            date,
            parties=slots.parties(view, view.clauses[index], main),
        )
        draft.instrument = slots.instrument_at(view, head)
        draft.instrument_type = slots.instrument_type(view.tokens[head])
        draft.measure = _topic(view)
        draft.title = titles.act_title(draft.instrument or _described(view, head, draft.measure), "signed", None)
        yield draft


def _dated_noun(view: View, place: int) -> int | None:
    """The instrument right before "in" or "on" and a date."""
    tokens = view.tokens
    if place < 2 or tokens[place - 1].low not in ("in", "on") or not is_instrument(tokens[place - 2]):
        return None
    index = view.clause_of(place)
    if (
        index is not None
        and (found := match(tokens, view.clauses[index], tense_standing=False))
        and found.frame.kind.startswith("treaty_")
    ):
        return None
    return place - 2


def hosted_drafts(view: View, dating: Dating, main: Sequence[str]) -> Iterator[Draft]:
    """Instruments and events with a date of their own: "the Treaty of Kyakhta (1727)", "the revolt (1825–27)"."""
    yield from _in_force(view, dating, main)
    yield from _past_events(view, dating, main)
    for host in dating.hosts:
        token = view.tokens[host.token]
        index = view.clause_of(host.token)
        clause = view.clauses[index] if index is not None else None
        date = dating.value(host.date)
        if date is None:
            continue
        if is_instrument(token):
            yield from _hosted_instrument(view, host, clause, index, date, main)
        elif (frame := noun_frame(token.low.split()[-1]) or noun_frame(token.low.split()[0])) is not None:
            yield Draft(
                kind=frame.kind,
                title=titles.clipped(noun_phrase(view.tokens, _before(view, host.token), 6)),
                rule=f"{frame.name} with its date",
                clause=index,
                date=date,
                parties=slots.parties(view, clause, main) if clause else (),
                place=slots.place(view, clause) if clause else None,
                names=slots.sentence_names(view, clause) if clause else (),
            )


def _past_events(view: View, dating: Dating, main: Sequence[str]) -> Iterator[Draft]:
    """Events that an adverbial of time names: "After the occupation of Thebes in 1906, …"."""
    for host in past_events(view.tokens):
        words = range(host.token, host.date)
        frame = noun_frame(view.tokens[host.token].low, {view.tokens[place].low for place in words})
        value = dating.value(host.date)
        index = view.clause_of(host.token)
        if frame is None or value is None or frame.weak or frame.standing:
            continue
        named = slots.parties(view, view.clauses[index], main) if index is not None else ()
        title = titles.clipped(complement(view.tokens, words, 8))
        yield Draft(
            frame.kind,
            title,
            f"{frame.name} before",
            index,
            replace(value, ongoing=False, edtf=value.edtf.removesuffix("/..").removeprefix("../")),
            parties=named,
        )


def _before(view: View, head: int) -> list[int]:
    """A noun and the words right before it, its date left out: "the 1821 peasant revolt"."""
    places = [head]
    while places[0] > 0 and view.tokens[places[0] - 1].tag in ("word", "name") and len(places) < 4:
        places.insert(0, places[0] - 1)
    return places


def _in_force(view: View, dating: Dating, main: Sequence[str]) -> Iterator[Draft]:
    """Entries into force without a verb: "…; in force since 5 May 1951"."""
    tokens = view.tokens
    for place in range(3, len(tokens)):
        if tokens[place].tag != "date" or [token.low for token in tokens[place - 3 : place - 1]] != ["in", "force"]:
            continue
        date, index = dating.value(place), view.clause_of(place)
        told = (
            index is not None
            and view.clauses[index].predicate.last <= place - 3
            and view.clauses[index].predicate.lemma in ("be", "enter", "come")
        )
        if date is not None and not told and tokens[place - 1].tag == "prep":
            yield Draft(
                "treaty_in_force", "Entered into force", "in force with its date", index, date, parties=tuple(main)
            )


def _hosted_instrument(
    view: View, host: Host, clause: Clause | None, index: int | None, date: Dated, main: Sequence[str]
) -> Iterator[Draft]:
    """A dated instrument counts where it has a name of its own, or is told apart by its year: "the accord of 1911"."""
    token = view.tokens[host.token]
    plain = len(token.text.split()) < 2 or token.tag != "name"
    if plain and view.tokens[host.token + 1].low != "of":
        return
    draft = Draft("treaty_signed", "", "instrument with its date", index, date)
    draft.instrument = slots.instrument_at(view, host.token)
    draft.instrument_type = slots.instrument_type(token)
    draft.measure = _topic(view)
    if clause is not None:
        draft.parties = slots.parties(view, clause, main)
        draft.place = slots.place(view, clause)
        draft.names = slots.sentence_names(view, clause)
    if draft.instrument:
        draft.place = slots.place_of_instrument(draft.instrument) or draft.place
    draft.title = titles.act_title(draft.instrument or _described(view, host.token, draft.measure), "signed", None)
    yield draft


def headed_draft(view: View, heading: Dated, main: Sequence[str]) -> Draft | None:
    """A dated entry without a verb: "1903: Agreement on fisheries"."""
    words = [index for index, token in enumerate(view.tokens) if token.tag in ("word", "name")]
    if not words:
        return None
    treaty = next((index for index in words if is_instrument(view.tokens[index])), None)
    frame = next((frame for index in words if (frame := noun_frame(view.tokens[index].low.split()[-1]))), None)
    kind = "treaty_signed" if treaty is not None else frame.kind if frame else "action"
    whole = Clause(0, len(view.tokens), Predicate(0, 0, "", "past"), "main", range(len(view.tokens)), range(0))
    draft = Draft(
        kind, "", "dated entry", date=heading, parties=slots.parties(view, whole, main), place=slots.place(view, whole)
    )
    if treaty is not None:
        _fill_instrument(view, whole, draft)
    draft.title = draft.title or titles.clipped(noun_phrase(view.tokens, words, 8))
    return draft
