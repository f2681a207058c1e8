"""Where it happened: the name of a place in a clause, else in its sentence, else the one the passage speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from kzcn.dates.words import MONTHS
from kzcn.extract.analysis import View
from kzcn.extract.clauses import Clause
from kzcn.extract.frames import is_instrument
from kzcn.extract.tokens import Token
from kzcn.names import NameMention

__all__ = ["LASTING", "introduced", "located", "place", "ranked_within", "sentence_place", "spoken_of"]

_IN = frozenset("in at near inside outside within around on above below beside off behind".split())
_WITHIN = frozenset("in at near".split())
_TO = frozenset("to into through via across towards toward along over onto like".split())
_SIDES = frozenset("north south east west northeast northwest southeast southwest north-east south-west".split())
_FEATURES = frozenset(
    """city town village capital province provinces region regions district prefecture county state republic khanate
    emirate valley basin lake river rivers sea gulf strait island islands islet peninsula mountains pass desert steppe
    plain port harbour fort fortress castle camp camps mine field bridge crossing border area areas zone strip bank
    coast shore reservoir dam canal oasis station airport monastery fall siege battle battles towns cities villages
    ports university universities airports districts lakes bridges triangle plateau highlands hills delta estuary
    marshes campus barracks prison harbor quay terminal hamlet enclave suburb township settlement mosque church
    cathedral citadel palace temple market museum hospital school schools post posts checkpoint refinery plant
    factory mine oilfield ridge slopes banks shores foothills waters tract outpost headland cape cay
    cays atoll reef waterway rock hill mountain resort gorge ruins surface""".split()
)
"""Nouns that make a place of the name behind them: "the town of Uzgen", "lake Sevan", "the fall of Kars"."""
_SPOKEN = frozenset(
    """city town village province region district valley lake river island port fortress pass bridge area islands
    fort peninsula dam canal reservoir crossing strait camp camps zone triangle enclave islet harbour""".split()
)
"""Of them, those that alone mean the place that was named: "the city also hosted …"."""
_INTO = frozenset(
    """visit tour enter invade occupy overrun conquer capture seize annex reach cross leave besiege attack storm
    liberate raid take cede lease administer shell bomb bombard burn sack fortify garrison retake recapture reconquer
    raze pillage loot blockade evacuate follow recross straddle link connect survey""".split()
)
_GIVING = frozenset("hand give return award transfer lose restore sell".split())
"""Verbs of what changes hands: a name that is given "to" somebody, or "up", "over", "back", is a place."""
_HELD = frozenset("claim dispute partition divide demilitarize fortify".split())
"""Further verbs that make a place of the subject of a passive."""
_HANDED = frozenset("up over back".split())
_TAKING = frozenset(
    """invasion occupation capture conquest annexation siege fall liberation storming shelling bombing bombardment
    seizure defence defense sack partition reconquest recapture takeover blockade evacuation burning destruction
    sacking loss cession recovery surrender""".split()
)
"""Nouns that make a place of the name behind their "of": "the invasion of Media"."""
_ROUTES = frozenset(
    """bridge bridges road roads highway railway railways line lines pipeline pipelines interconnector tunnel canal
    ferry ferries crossing crossings post posts flight flights route routes corridor link links""".split()
)
"""What joins two places: "the bridge between Ruse and Giurgiu", "the Almaty ring road"."""
_AGAINST = frozenset("attack attacks assault raid raids march advance strike strikes landing".split())
"""Nouns that make a place of the name behind their "on"."""
_VISITS = frozenset("visit visits trip trips tour journey pilgrimage mission expedition voyage".split())
"""Nouns that make a place of the name behind their "to"."""
_MOVING = frozenset("flee defect migrate emigrate return move travel go come arrive march fly escape retreat".split())
_HOSTING = frozenset("host hold stage organize organise house have".split())
_SCORES = {
    "in": (8, 6, 3),
    "goal": (7, 6, 2),
    "feature": (7, 7, 0),
    "into": (7, 7, 3),
    "bare": (5, 0, 0),
    "to": (5, 4, 0),
    "from": (4, 2, 0),
}
"""How sure a place is, by what governs the name: for names with a place's head ("Talas River"), others, states."""
_COLUMNS = ("place", "other", "party")
"""The sorts of names that the scores are for."""
_REGIONS = frozenset("Europe Asia Africa America Eurasia Oceania East West".split())
"""Parts of the world: any place within is surer."""
_NO_PLACES = frozenset(
    """Republic State States Schedule Annex Article Appendix Table Chapter Section Act Law Constitution Party Parties
    Government Minister Min President Parliament Congress Trade Direct Joint Church Islam""".split()
) | {month.capitalize() for month in MONTHS}
"""Words with a capital that name no place by themselves."""
_OWN_SOIL = frozenset("territory soil side waters airspace coast shore bank section sector part".split())
"""What an adjective of a state makes a place of that state: "on Norwegian soil"."""
_SURE = 5
_EVENT = 5
_OWN = 3
_GOAL = 2
"""The score of a state that somebody goes to: "fled to Chad"."""


def place(view: View, clause: Clause, *, alone: bool = False) -> str | None:
    """The surest place of a clause: after "in" or "near", of what was entered or hosts, then after "to" or "from".

    Args:
        view: the sentence.
        clause: the clause.
        alone: leave out names before a noun: nothing was signed in "the Ruse–Giurgiu line".
    """
    span = (*clause.rest, *clause.adverbials, *clause.subject, *clause.head)
    if any(_is_event(view, at) for at in clause.subject):  # an event stands where its own name says
        span = (*clause.subject, *(at for at in span if at not in clause.subject and not _is_event(view, at)))
    kept = (at for at in span if not (alone and at + 1 < len(view.tokens) and view.tokens[at + 1].tag == "word"))
    return _surest(view, clause, kept)[1]


def _is_event(view: View, at: int) -> bool:
    token = view.tokens[at]
    return token.tag == "name" and view.names[token.ref].sort == "event"


def located(view: View, clause: Clause) -> str | None:
    """The surest place of a clause, if the clause itself has it behind "in", "at" or "near"."""
    within = {
        view.names[token.ref].text
        for index, token in enumerate(view.tokens[clause.first : clause.last], clause.first)
        if token.tag == "name" and _link(view.tokens, index)[1] in _WITHIN
    }
    found = place(view, clause) if within else None
    return found if found in within else None


def sentence_place(view: View) -> str | None:
    """The surest place that a sentence names anywhere, the first of those as sure; None where none is sure."""
    if not any(name.sort in ("place", "other") for name in view.names):
        return None  # nothing else is sure enough
    found = [_surest(view, clause, range(clause.first, clause.last)) for clause in view.clauses]
    found = found or [_surest(view, None, range(len(view.tokens)))]
    score, text = max(found, key=lambda item: item[0], default=(0, None))
    return text if score >= _SURE else None


def spoken_of(view: View, span: Iterable[int] | None = None) -> str | None:
    """The noun by which a sentence takes up a place: "city" of "the city also hosted …", "there" of "was held there".

    Args:
        view: the sentence.
        span: the tokens to look at, if not all.
    """
    tokens = view.tokens
    among = range(len(tokens)) if span is None else span
    nouns = (at for at in among if tokens[at].low in _TAKING_UP)
    return next((tokens[at].low for at in nouns if _takes_up(tokens, at)), None)


def _takes_up(tokens: Sequence[Token], index: int) -> bool:
    """Does a noun of those that may, alone, mean a place that was named, or "there" where that was?"""
    low = tokens[index].low
    if index == 0:
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if low in _POINTING:
        return after is None or after.tag not in ("aux", "modal", "verb")
    alone = after is None or (after.tag not in ("name", "word") and after.low != "of")
    return alone and tokens[index - 1].low in ("the", "this", "that")


_POINTING = frozenset(("there", "here"))
_TAKING_UP = _SPOKEN | _POINTING

LASTING = frozenset("river lake canal strait dam reservoir bridge island pass peninsula crossing zone valley".split())
"""Of them, those that mean the same place from one paragraph to the next."""
_KINDS = "|".join(sorted(_SPOKEN))
_BEFORE = re.compile(rf"\b({_KINDS})(?: of)?(?: the)? $")
_BEHIND = re.compile(rf" ({_KINDS})\b|(?:,| is| was) (?:the |an? |one of )[\w -]{{0,30}}?\b({_KINDS})\b", re.IGNORECASE)
_REACH = 24
_HEADS = re.compile(rf"\b({_KINDS})\b", re.IGNORECASE)


def introduced(view: View) -> Iterator[tuple[str, str]]:
    """The places that a sentence names with their noun: "river", "Samur" for "the Samur river", "Samur is a river"."""
    text = view.document.text
    for name in view.names:
        if name.sort not in ("place", "other") or name.text in _NO_PLACES or name.text.lower() in _SPOKEN:
            continue
        head = _HEADS.search(name.text) if name.sort == "place" else None
        before = text[max(view.sentence.start, name.start - _REACH) : name.start]
        found = head or _BEFORE.search(before) or _BEHIND.match(text, name.end)
        if found is not None:
            yield next(filter(None, found.groups())).lower(), name.text


def _surest(view: View, clause: Clause | None, span: Iterable[int]) -> tuple[int, str | None]:
    """The place with the highest score in a span, and that score."""
    found: tuple[int, str | None] = (0, None)
    for index in span:
        token = view.tokens[index]
        if token.tag == "name":
            name = view.names[token.ref]
            score = _score(view.tokens, clause, index, name)
            found = (score, _place_named(name)) if score > found[0] else found
    return found


def _place_named(name: NameMention) -> str:
    """The place that a name stands for: the state of an adjective, what an event is named after."""
    if name.sort == "event":
        return _EVENTS.sub("", name.text)
    return name.name if name.adjective else name.text


_EVENTS = re.compile(
    r"^(?:Battle|Siege|Fall|Sack|Massacre|Conference|Storming|Capture|Bombardment) (?:of|at) (?:the )?"
)


def _score(tokens: Sequence[Token], clause: Clause | None, index: int, name: NameMention) -> int:
    """How sure it is that the name at a token is the place: 0 where it is none."""
    if name.adjective:
        return _OWN if _on_own_soil(tokens, index) else 0
    if name.sort == "event":
        return _EVENT if _named_after_place(tokens, name) else 0
    if name.sort not in _COLUMNS or name.text in _NO_PLACES or _only_tells_more(tokens, index):
        return 0
    governed = _governed(tokens, clause, index, name.sort)
    moving = clause is not None and clause.predicate.lemma in _MOVING
    if governed == "to" and name.sort == "party" and moving:
        return _GOAL
    if governed == "bare" and _is_place(tokens, index):
        governed = "feature"
    if name.sort == "other" and _attributive(tokens, index) and (governed == "to" or _ADJECTIVE.search(name.text)):
        return 0
    score = _SCORES[governed][_COLUMNS.index(name.sort)]
    return min(score, _OWN) if name.text.split()[-1] in _REGIONS else score


def _only_tells_more(tokens: Sequence[Token], index: int) -> bool:
    """Does a name tell more of another place or thing, not where something happened?"""
    return _within_named(tokens, index) or _is_held(tokens, index) or ranked_within(tokens, index)


def ranked_within(tokens: Sequence[Token], index: int) -> bool:
    """Is a name only that among which something is the first: "the longest in Africa"?"""
    before = index - 1
    while before > 1 and tokens[before].tag == "det":
        before -= 1
    return before > 1 and tokens[before].low == "in" and _is_superlative(tokens, before - 1)


def _is_superlative(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at].low
    return at > 0 and low.endswith("est") and len(low) > len("west") and tokens[at - 1].low in ("the", "its", "second")


_HOLDINGS = frozenset("stake stakes share shares interest interests holding holdings confidence trust".split())


def _is_held(tokens: Sequence[Token], index: int) -> bool:
    """Is a name what somebody owns a part of: "a stake in Petromin"?"""
    return index > 1 and tokens[index - 1].low == "in" and tokens[index - 2].low in _HOLDINGS


def _named_after_place(tokens: Sequence[Token], name: NameMention) -> bool:
    """Is a battle or conference named after a place, not after one whom the sentence names, too?"""
    after = _EVENTS.sub("", name.text)
    return after != name.text and all(token.text != after for token in tokens)


_ADJECTIVE = re.compile(r"(?:[aeiou]an|ish|ese|ic)$")
"""The end of an adjective that is in no table: "Korean", "English"."""


def _on_own_soil(tokens: Sequence[Token], index: int) -> bool:
    """Does an adjective of a state stand for its land: "on Norwegian soil", "from the Iranian side"?"""
    behind = tokens[index + 1].low if index + 1 < len(tokens) else ""
    return behind in _OWN_SOIL and _link(tokens, index)[1] in (*_IN, "into", "onto", "from", "by", "through")


def _within_named(tokens: Sequence[Token], index: int) -> bool:
    """Does a name only say where the place before it lies: "at Todonyang, on Lake Turkana"?"""
    before = index - 1
    while before > 2 and tokens[before].tag == "det":
        before -= 1
    near = before > 2 and tokens[before].low in _IN and tokens[before - 1].low == ","
    return near and tokens[before - 2].tag == "name" and _link(tokens, before - 2)[1] in _IN


def _governed(tokens: Sequence[Token], clause: Clause | None, index: int, sort: str) -> str:
    """What makes a place of a name: a row of the scores."""
    by_verb = _by_verb(tokens, clause, index, sort) if clause is not None else None
    if by_verb is not None:
        return by_verb
    before, link = _link(tokens, index)
    by_noun = _BY_NOUN.get(link)
    if by_noun is not None and before in by_noun[0]:
        return by_noun[1] if link != "between" or not _of_instrument(tokens, index) else "bare"
    if link == "on" and sort != "place" and (sort == "party" or not _with_article(tokens, index)):
        return "bare"
    if link in _IN or (link == "of" and before in _SIDES):
        return "in"
    if before in _FEATURES:
        return "feature"
    return "to" if link in _TO else "from" if link == "from" else "bare"


def _of_instrument(tokens: Sequence[Token], index: int) -> bool:
    """Is a name only what a treaty is about: "signed a memorandum on a bridge between Ruse and Giurgiu"?"""
    near = takewhile(lambda token: token.tag not in ("verb", "aux", "date"), reversed(tokens[:index]))
    return any(is_instrument(token) for token in near)


_BY_NOUN = {"of": (_TAKING, "into"), "on": (_AGAINST, "into"), "to": (_VISITS, "goal"), "between": (_ROUTES, "feature")}
"""Prepositions, the nouns that make a place of the name behind them, and the row of the scores."""


def _by_verb(tokens: Sequence[Token], clause: Clause, index: int, sort: str) -> str | None:
    """The row of the scores that a verb alone gives to a name; None where it gives none."""
    if _entered_or_hosting(tokens, clause, index):
        return "into"
    return "goal" if sort != "party" and _held(clause, index) else None


def _entered_or_hosting(tokens: Sequence[Token], clause: Clause, index: int) -> bool:
    """Is a name what was entered ("invaded Chad") or what alone hosts ("Riga hosted …")?"""
    lemma = clause.predicate.lemma
    if clause.predicate.passive or _attributive(tokens, index):
        return False
    hosting = lemma in _HOSTING and index in clause.subject[:2]
    if hosting and not any(tokens[place].tag == "conj" for place in clause.subject):
        return True
    object_of = index in clause.rest[:2] or (lemma in _GIVING and index in clause.rest[:3])
    return object_of and (lemma in _INTO or (lemma in _GIVING and _changes_hands(tokens, clause, index)))


def _held(clause: Clause, index: int) -> bool:
    """Is a name what was taken or claimed: "Kars was besieged"?"""
    taken = clause.predicate.passive and clause.predicate.lemma in _INTO | _HELD
    return taken and index in clause.subject[:2]


def _changes_hands(tokens: Sequence[Token], clause: Clause, index: int) -> bool:
    """Is what a verb of giving is about given "up" or "over", or "to" somebody?"""
    if any(tokens[place].low in _HANDED for place in range(clause.rest.start, index)):
        return True
    return index + 1 < len(tokens) and (tokens[index + 1].low in _HANDED or tokens[index + 1].tag == "to")


def _attributive(tokens: Sequence[Token], index: int) -> bool:
    """Does a name stand before the noun that is meant: "toured the Nkana division"?"""
    last = None
    for token in tokens[index + 1 : index + 5]:
        if token.tag != "word":
            break
        last = token.low
    return last is not None and last not in _FEATURES and last not in _ROUTES


def _is_place(tokens: Sequence[Token], index: int) -> bool:
    """Does what follows a name say that it is a place: "the Andijan reservoir", "Kalapani, an area of …"?"""
    behind = tokens[index + 1 : index + 5]
    run = list(takewhile(lambda token: token.tag == "word" or token.low in ("-", "–"), behind))
    if run and (run[-1].low in _FEATURES or run[-1].low in _ROUTES):
        return not tokens[index].text.isupper()
    return (
        len(behind) > 2
        and behind[0].low == ","
        and behind[1].low in ("a", "an", "the")
        and next((token.low in _FEATURES for token in behind[2:] if token.tag == "word"), False)
    )


def _with_article(tokens: Sequence[Token], index: int) -> bool:
    """A name behind "the", with nothing behind it that is meant: "on the upper Euphrates", not "on the Doha talks"."""
    near = [token.low for token in tokens[max(0, index - 3) : index]]
    return "the" in near and not _attributive(tokens, index)


_OPENING = frozenset(("(", ":", ";", "-", "–", "—"))
"""Behind these a sentence may begin: "1951 – In Riga, …"; behind quotation marks a title does."""


def _link(tokens: Sequence[Token], index: int) -> tuple[str, str]:
    """The noun and the preposition before a name: ("town", "of"), ("east", "of"), ("lake", ""), ("", "in")."""
    before = index - 1
    while before >= 0 and (tokens[before].tag in ("det", "conj", "name") or _describes(tokens, before, index)):
        before -= 1
    if before < 0:
        return "", ""
    token = tokens[before]
    opens = before == 0 or tokens[before - 1].tag == "date" or tokens[before - 1].low in _OPENING
    if not opens and token.tag in ("prep", "to") and token.text[0].isupper():
        return "", ""  # of a title or a name: "On the Basics of …", "To Lam"
    if token.low in _BY_NOUN:
        return (tokens[before - 1].low if before else ""), token.low
    if token.tag in ("prep", "to"):
        return "", token.low
    return (token.low, "") if token.tag == "word" and before == index - 1 else ("", "")


def _describes(tokens: Sequence[Token], before: int, index: int) -> bool:
    """A plain word before the name that is no noun of a place: "the western Terai", "neighbouring Laos"."""
    token = tokens[before]
    return token.tag in ("word", "adv") and token.low not in _FEATURES and token.low.islower() and index - before < 4
