"""Claims about things that carry a date of their own: "the Treaty of Kyakhta (1727)", "the revolt of 1825"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from kzcn.extract import places, slots, titles
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.dateroles import Host, past_events
from kzcn.extract.dating import Dated
from kzcn.extract.draft import Draft
from kzcn.extract.frames import Frame, event_frame, is_instrument, match, noun_frame, noun_heads
from kzcn.extract.instruments import fill_instrument, instrument_in
from kzcn.extract.phrases import complement, noun_phrase
from kzcn.extract.polarity import polarity_of
from kzcn.extract.predicates import Predicate
from kzcn.extract.scene import Scene
from kzcn.extract.tokens import Token
from kzcn.extract.words import EFFECTS, INSTRUMENTS
from kzcn.kinds import kinds
from kzcn.names import native_names

__all__ = [
    "LISTED",
    "during_drafts",
    "effect_drafts",
    "headed_draft",
    "hosted_drafts",
    "listed_drafts",
    "listed_item",
    "subject_drafts",
]


def listed_drafts(scene: Scene) -> Iterator[Draft]:
    """Two or more instruments of one list, each with its date: "with a treaty in 1951 and a protocol in June 1953"."""
    view, dating, main = scene
    found = [
        (place, head)
        for place, token in enumerate(view.tokens)
        if token.tag == "date" and (head := _dated_noun(scene, place)) is not None
    ]
    if len(found) < 2:
        return
    for place, head in found:
        index, date = view.clause_of(head), dating.value(place)
        clause = scene.clause(index)
        if date is not None and clause is not None:
            parties = slots.parties(view, clause, main)
            draft = Draft("treaty_signed", "", "listed instruments", index, date, parties=parties)
            fill_instrument(view, head, draft)
            yield draft


def _dated_noun(scene: Scene, place: int) -> int | None:
    """The instrument right before "in" or "on" and a date, where no verb tells what was done with it."""
    tokens, view = scene.view.tokens, scene.view
    if place < 2 or tokens[place - 1].low not in ("in", "on") or not is_instrument(tokens[place - 2]):
        return None
    clause = scene.clause(view.clause_of(place))
    told = match(tokens, clause, tense_standing=False) if clause is not None else None
    return None if told is not None and told.frame.kind.startswith("treaty_") else place - 2


def hosted_drafts(scene: Scene) -> Iterator[Draft]:
    """Instruments and events with a date of their own: "the Treaty of Kyakhta (1727)", "the revolt (1825–27)"."""
    yield from _in_force(scene)
    yield from _past_events(scene)
    for host in scene.dating.hosts:
        date = scene.dating.value(host.date)
        if date is None:
            continue
        if is_instrument(scene.view.tokens[host.token]):
            yield from _hosted_instrument(scene, host, date)
        else:
            yield from _hosted_event(scene, host, date)


def _hosted_event(scene: Scene, host: Host, date: Dated) -> Iterator[Draft]:
    view, _, main = scene
    frame = event_frame(view.tokens[host.token])
    if frame is None:
        return
    index = view.clause_of(host.token)
    clause = scene.clause(index)
    if clause is not None and host.token in clause.rest and _is_missed(view, clause):
        return
    yield Draft(
        kind=frame.kind,
        title=titles.clipped(complement(view.tokens, _around(view, host.token), 8)),
        rule=f"{frame.name} with its date",
        clause=index,
        date=date,
        parties=slots.parties(view, clause, main) if clause else (),
        place=places.place(view, clause) if clause else None,
        names=slots.sentence_names(view, clause) if clause else (),
    )


_MISSING = frozenset("cancel miss boycott skip refuse decline postpone avoid shun".split())
"""Verbs by which an event was not held, or not by those who are named."""


def _is_missed(view: View, clause: Clause) -> bool:
    """Was it not so that they took part: "did not join the 1987 talks", "cancelled the 1987 talks", "was absent"?"""
    missed = clause.predicate.lemma in _MISSING or any(view.tokens[place].low == "absent" for place in clause.rest)
    return missed or polarity_of(view, clause) == "denied"


_BELONGING = frozenset(("of", "by", "between", "against", "to", "with"))


def _around(view: View, head: int) -> range:
    """An event noun with what stands before it and whose it is: "Italy's 1911 invasion of Libya"."""
    tokens, start, end = view.tokens, head, head + 1
    while start > 0 and (tokens[start - 1].tag in ("word", "name", "date") or tokens[start - 1].low in ("'s", "’s")):
        start -= 1
    if end < len(tokens) and tokens[end].low in _BELONGING:
        named = list(takewhile(lambda at: tokens[at].tag in ("name", "conj", "det"), range(end + 1, len(tokens))))
        end = named[-1] + 1 if named and tokens[named[-1]].tag == "name" else end
    return range(start, end)


def _past_events(scene: Scene) -> Iterator[Draft]:
    """Events that an adverbial of time names: "After the occupation of Thebes in 1906, …"."""
    view, dating = scene.view, scene.dating
    for host in past_events(view.tokens):
        words = range(host.token, host.date)
        frame = noun_frame(view.tokens[host.token].low, {view.tokens[place].low for place in words})
        date = dating.value(host.date)
        if frame is None or date is None or frame.weak or frame.standing:
            continue
        index = view.clause_of(host.token)
        told = range(_around(view, host.token).start, host.date)
        draft = _of_noun(scene, index, frame, told, date.closed())
        draft.rule, draft.beside = f"{frame.name} before", True
        yield draft


_EARLY_TOKENS = 3


def effect_drafts(scene: Scene) -> Iterator[Draft]:
    """Treaties told by what they did, or by which it was done: "In 1929 the Treaty of Lima returned Tacna to Peru"."""
    view, dating, main = scene
    hosted = {host.token for host in dating.hosts}
    for index, clause in enumerate(view.clauses):
        place = _effecting(view, clause)
        if place is None or place in hosted or clause.link not in ("main", "coordinate"):
            continue
        dated = place in clause.adverbials or any(at in clause.adverbials for at in dating.own(index))
        date = next((date.inherited() for date in dating.of(index)), None) if dated else None
        if date is not None and not date.ongoing:
            draft = Draft("treaty_signed", "", "treaty with its effect", index, date, beside=True)
            fill_instrument(view, place, draft)
            draft.parties = slots.parties(view, clause, main)
            yield draft


def _effecting(view: View, clause: Clause) -> int | None:
    """The named treaty that is the subject of a verb of effect, or that opens the clause behind "by" or "under"."""
    told = clause.predicate.tense in ("past", "perfect") or (clause.predicate.tense == "present" and not clause.parent)
    if not told or clause.predicate.passive or clause.predicate.negated:
        return None
    if clause.predicate.lemma in EFFECTS:
        found = [place for place in clause.subject if _is_named_treaty(view.tokens[place])]
        if found and all(view.tokens[place].tag in ("det", "name") for place in clause.subject):
            return found[0]
    opening = clause.adverbials[: _EARLY_TOKENS + 1]
    means = next((place for place in opening if view.tokens[place].low == "by"), None)
    near = range(means + 1, means + 1 + _EARLY_TOKENS) if means is not None else range(0)
    return next((place for place in near if place in clause.adverbials and _is_named_treaty(view.tokens[place])), None)


def _is_named_treaty(token: Token) -> bool:
    """Is a name that of a treaty: "Treaty of Lima", no "Lima Convention Centre"; a "Warsaw Pact" is a body too."""
    words = token.low.split()
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return token.tag == "name" and len(words) > 1 and head in INSTRUMENTS and head != "pact"


_DURING_WHAT = frozenset(("visit", "meeting"))
"""Kinds of what something else may take place during."""


def during_drafts(scene: Scene) -> Iterator[Draft]:
    """Visits and meetings during which something dated was done: "was signed in 1997 during a visit of the king"."""
    view, dating, _ = scene
    for place, token in enumerate(view.tokens):
        if token.low not in ("during", "on") or place + 1 >= len(view.tokens):
            continue
        head = _event_behind(view, place)
        index = view.clause_of(head) if head is not None else None
        if head is None or index is None or any(host.token == head for host in dating.hosts):
            continue
        end = _around(view, head).stop
        frame = event_frame(view.tokens[head])
        date = next((date.inherited() for date in dating.of(index)), None)
        own = end < len(view.tokens) and any(other.tag == "date" for other in view.tokens[head : end + 2])
        if frame is None or frame.kind not in _DURING_WHAT or date is None or date.ongoing or own:
            continue
        polarity = polarity_of(view, view.clauses[index])
        if polarity not in ("done", "reported", "planned"):
            continue
        draft = _of_noun(scene, index, frame, range(place + 1, end), date)
        draft.polarity = polarity
        draft.rule, draft.beside = f"{frame.name} during", True
        yield draft


def _event_behind(view: View, place: int) -> int | None:
    """The event noun of the phrase behind "during": "a state | visit", with whose it is behind or before it."""
    phrase = list(
        takewhile(lambda at: view.tokens[at].tag in ("det", "word", "name", "adv"), range(place + 1, len(view.tokens)))
    )
    heads = [at for at in phrase if view.tokens[at].tag == "word" and event_frame(view.tokens[at]) is not None]
    if not heads or (view.tokens[place].low == "on" and view.tokens[place + 1].low not in ("a", "an", "his", "her")):
        return None
    owned = any(view.tokens[at].low in ("'s", "’s", "his", "her", "their") for at in phrase if at < heads[0])
    behind = view.tokens[heads[0] + 1].low if heads[0] + 1 < len(view.tokens) else ""
    return heads[0] if owned or behind in ("of", "by", "to", "between", "with") else None


def subject_drafts(scene: Scene) -> Iterator[Draft]:
    """Events that the subject of a clause names with their date: "The visit of the queen to Malta in 1954 was …"."""
    view, dating = scene.view, scene.dating
    for index, clause in enumerate(view.clauses):
        date = next((place for place in dating.tokens_of.get(index, ()) if place in clause.subject), None)
        head = _event_head(view, clause.subject, date) if date is not None else None
        if date is None or head is None or clause.link in ("relative", "subordinate"):
            continue
        words = range(clause.subject.start, date)
        frame, value = _noun_frame(view, head, words), dating.value(date)
        if frame is None or value is None or frame.weak or frame.standing:
            continue
        told = match(view.tokens, clause, tense_standing=False)
        draft = _of_noun(scene, index, frame, words, value.closed())
        draft.beside = told is not None and not told.frame.weak and told.token != head
        yield draft


def _event_head(view: View, subject: range, date: int) -> int | None:
    """The first noun of a subject, where a date behind it tells when: "visit" in "the visit to Malta in May 1954"."""
    heads = noun_heads(view.tokens, subject) if view.tokens[subject.start].tag not in ("prep", "sub", "adv") else []
    if not heads or heads[0] >= date or view.tokens[date - 1].tag not in ("prep", "to"):
        return None
    return heads[0] if all(token.low != "," for token in view.tokens[heads[0] : date]) else None


def _noun_frame(view: View, head: int, words: Sequence[int]) -> Frame | None:
    return event_frame(view.tokens[head], {word for place in words for word in view.tokens[place].low.split()})


def _of_noun(scene: Scene, index: int | None, frame: Frame, words: range, date: Dated) -> Draft:
    """The claim of an event noun and what goes with it."""
    view, clause = scene.view, scene.clause(index)
    draft = Draft(frame.kind, "", f"{frame.name} with its date", index, date)
    if clause is not None:
        draft.parties = slots.parties(view, clause, scene.main)
        draft.place = places.place(view, clause)
    instrument = next((place for place in words if is_instrument(view.tokens[place])), None)
    if kinds()[frame.kind].family == "treaty" and instrument is not None:
        fill_instrument(view, instrument, draft)
    draft.title = draft.title or titles.clipped(complement(view.tokens, _with_parties(view, words), 8))
    return draft


def _with_parties(view: View, words: range) -> range:
    """An event up to its date, and those behind it: "the war of 1911 | between Italy and Turkey"."""
    tokens, place = view.tokens, words.stop + 1
    if place >= len(tokens) or tokens[place].low not in ("between", "with", "against"):
        return words
    named = takewhile(lambda at: tokens[at].tag in ("name", "conj"), range(place + 1, len(tokens)))
    return range(words.start, max(named, default=words.stop - 1) + 1)


def _in_force(scene: Scene) -> Iterator[Draft]:
    """Entries into force without a verb: "…; in force since 5 May 1951"."""
    view, dating, main = scene
    tokens = view.tokens
    for place in (place for place in range(3, len(tokens)) if tokens[place].tag == "date"):
        led = tokens[place - 1].tag == "prep" or tokens[place - 1].low == ","
        date = dating.value(place) if led else None
        if date is None or not _says_in_force(tokens[max(0, place - 4) : place]):
            continue
        index = view.clause_of(place)
        clause = scene.clause(index)
        predicate = clause.predicate if clause else None
        told = predicate and predicate.last <= place - 3 and predicate.lemma in ("be", "enter", "come")
        if not told:
            draft = Draft("treaty_in_force", "", "in force with its date", index, date, parties=tuple(main))
            instrument = next((at for at in reversed(range(place)) if is_instrument(tokens[at])), None)
            if instrument is not None:
                fill_instrument(view, instrument, draft)
            draft.title = draft.title or "Entered into force"
            yield draft


def _says_in_force(before: Sequence[Token]) -> bool:
    """Do the tokens before a date say "in force", with one or two words behind it?"""
    words = [token.low for token in before]
    return ["in", "force"] in (words[:2], words[1:3]) or words == ["entry", "into", "force", ","]


def _hosted_instrument(scene: Scene, host: Host, date: Dated) -> Iterator[Draft]:
    """A dated instrument counts where it has a name of its own, or is told apart by its year: "the accord of 1911"."""
    view, _, main = scene
    token, index = view.tokens[host.token], view.clause_of(host.token)
    named = token.tag == "name" and len(token.text.split()) > 1
    behind = [other.low for other in view.tokens[host.token + 1 : host.token + 3]]
    told_apart = host.date < host.token or behind[0] in ("of", "between", "with") or behind == ["(", "signed"]
    if not named and not told_apart:
        return
    draft = Draft("treaty_signed", "", "instrument with its date", index, date)
    fill_instrument(view, host.token, draft, reach=len(view.tokens))
    clause = scene.clause(index)
    if clause is not None:
        draft.parties = slots.parties(view, clause, main)
        draft.place = places.place(view, clause)
        draft.names = slots.sentence_names(view, clause)
    if draft.instrument:
        draft.place = slots.place_of_instrument(draft.instrument) or draft.place
    yield draft


LISTED = "item of a list of what was signed"
_DOCUMENTS = frozenset("programme program plan roadmap statement arrangement letter letters notes".split())
_FINITE = frozenset(("past", "perfect", "present", "future", "conditional"))
_EARLY = 8


def listed_item(view: View, date: Dated | None, main: Sequence[str]) -> Draft | None:
    """The instrument that an item of a list of what was signed names; None where it names none or tells by a verb."""
    tokens = view.tokens
    if any(clause.predicate.tense in _FINITE for clause in view.clauses):
        return None
    opening = list(takewhile(lambda at: tokens[at].tag in ("word", "name", "det", "adv"), range(len(tokens))))[:_EARLY]
    head = next((at for at in opening if is_instrument(tokens[at])), None)
    other = next((at for at in opening if tokens[at].low in _DOCUMENTS), None)
    if head is None and other is None:
        return None
    parties = slots.parties_of_sentence(view, main)
    draft = Draft("treaty_signed", "", LISTED, date=date, parties=parties, names=native_names(view.text))
    if head is not None:
        fill_instrument(view, head, draft)
    draft.title = draft.title or titles.act_title(complement(tokens, range(len(tokens)), 8), "signed", None)
    return draft


def headed_draft(view: View, heading: Dated, main: Sequence[str], told: Sequence[Draft]) -> Draft | None:
    """A dated entry without a verb: "1903: Agreement on fisheries"; None where it has no word.

    Where the rest of the entry is `told`, its opening is read only if it names an instrument or an event: "1903 –
    Agreement on fisheries; Peru closes its ports".
    """
    whole = _entry(view, opening=bool(told))
    words = [index for index in whole.subject if view.tokens[index].tag in ("word", "name")]
    denied = any(view.tokens[index].low == "no" for index in whole.subject)
    if not words or denied or not _opens(view, heading) or _is_told(view, whole):
        return None
    instrument = instrument_in(view, whole)
    frame = next((frame for index in words if (frame := event_frame(view.tokens[index]))), None)
    kind = _entry_kind(frame, instrument)
    at_heading = [draft for draft in told if draft.date is not None and draft.date.edtf == heading.edtf]
    unnamed = instrument is None and (frame is None or frame.weak)
    if (at_heading and unnamed) or any(draft.kind == kind for draft in at_heading):
        return None
    parties = slots.parties(view, whole, main)
    place = places.place(view, whole, alone=instrument is not None)
    draft = Draft(kind, "", "dated entry", date=heading, parties=parties, place=place)
    if instrument is not None:
        fill_instrument(view, instrument, draft)
    draft.title = draft.title or titles.clipped(noun_phrase(view.tokens, words, 8))
    return draft


def _entry_kind(frame: Frame | None, instrument: int | None) -> str:
    """What an entry tells: of an instrument that it was signed, unless a noun says more ("Expiry of the treaty")."""
    if instrument is not None and (frame is None or kinds()[frame.kind].family != "treaty"):
        return "treaty_signed"
    return frame.kind if frame else "action"


def _entry(view: View, *, opening: bool) -> Clause:
    """An entry as a clause without a verb: all of it, or what stands before its first stop."""
    first = next((index for index, token in enumerate(view.tokens) if token.tag in ("word", "name", "det")), 0)
    stops = (index for index in range(first, len(view.tokens)) if view.tokens[index].low in (",", ";", ":", "."))
    last = next(stops, len(view.tokens)) if opening else len(view.tokens)
    span = range(first, last) if opening else range(last)
    return Clause(span.start, last, Predicate(span.start, span.start, "", "past"), "main", span, range(0))


def _opens(view: View, heading: Dated) -> bool:
    """Does a sentence open its entry, or follow the date that heads it: "May 20. Protest marches."?"""
    first = heading.span.end if heading.span is not None else view.block.start
    return not view.document.text[min(first, view.sentence.start) : view.sentence.start].strip(" .\n")


def _is_told(view: View, entry: Clause) -> bool:
    """Does a verb tell the opening of an entry?"""
    return any(
        clause.predicate.first in entry.subject and clause.predicate.tense in _FINITE and clause.link != "subordinate"
        for clause in view.clauses
    )
