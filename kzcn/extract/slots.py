"""Slots of a claim that are read off names: parties, instrument, native names; and who says it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from kzcn.extract.analysis import Mentions, View
from kzcn.extract.clauses import Clause
from kzcn.extract.phrases import noun_phrase
from kzcn.extract.places import ranked_within
from kzcn.extract.tokens import Token
from kzcn.extract.words import BOTH_SIDES, INSTRUMENTS
from kzcn.model import Document
from kzcn.names import NameMention, capital_of, head_sort, is_state, native_names, party_of, states_in

__all__ = [
    "SINGULAR",
    "attribution",
    "both_sides",
    "instrument_at",
    "instrument_type",
    "main_parties",
    "parties",
    "parties_of_sentence",
    "place_of_instrument",
    "sentence_names",
    "speaks",
]

_ACTORS = frozenset(("party", "people", "organisation"))
SINGULAR = {
    "treaties": "treaty", "agreements": "agreement", "protocols": "protocol", "conventions": "convention",
    "memoranda": "memorandum", "memorandums": "memorandum", "mou": "memorandum", "mous": "memorandum",
    "declarations": "declaration", "accords": "accord", "pacts": "pact", "charters": "charter",
    "communique": "communiqué", "contracts": "contract", "deals": "deal",
}  # fmt: skip
"""Nouns of instruments in the plural or shortened, and the sort that they name."""
_ACCORDING = re.compile(r"[Aa]ccording to (?:the |an? )?([^,.;]{3,80}?)(?=,|\.|;| in | on |$)")


def main_parties(document: Document, mentions: Mentions) -> tuple[str, ...]:
    """The two parties that a document is about: those of its title, else the two it names most."""
    title_end = document.blocks[0].end if document.blocks and document.blocks[0].kind == "heading" else 0
    if document.source.title:
        title_end = max(title_end, min(len(document.source.title) + 40, len(document.text)))
    titled = dict.fromkeys(name.name for name in mentions.names if name.sort == "party" and name.end <= title_end)
    counted = Counter(name.name for name in mentions.names if name.sort == "party")
    often = sorted(counted, key=lambda name: (-counted[name], name))
    return tuple(dict.fromkeys([*titled, *often]))[:2]


def _name(view: View, token: Token) -> NameMention:
    return view.names[token.ref]


def parties(view: View, clause: Clause, main: Sequence[str]) -> tuple[str, ...]:
    """Who takes part in a clause: states, peoples and bodies of its subject and its objects, in order, each once.

    Of what was ratified, only who did it: "ratified by the Peruvian congress".
    """
    tokens = view.tokens
    spans = _taking_part(view, clause)
    both = next((place for place in spans[0] if both_sides(tokens, place)), None)
    if both is not None:
        return _pair(view, both) or tuple(main)
    shared = main if any(both_sides(tokens, place) for span in spans[1:] for place in span) else ()
    apart = _told_before(tokens, clause)
    taking = _taking(view, clause, (place for span in spans for place in span if place not in apart))
    return tuple(dict.fromkeys([*shared, *(taking or _taking(view, clause, apart))]))


_TIMING = frozenset(("after", "before", "since", "following", "until"))


def _told_before(tokens: Sequence[Token], clause: Clause) -> range:
    """The phrase of time before a subject: those it names take no part: "After the fall of Troy, | the Greeks left"."""
    span = clause.adverbials
    opened = next((place for place in span if tokens[place].low in _TIMING), None)
    if opened is None or any(tokens[place].low in ("with", "between") for place in span):
        return range(0)
    return range(opened, span.stop)


def _pair(view: View, place: int) -> tuple[str, ...]:
    """The two states that a sentence names before "the two countries"; none where it names fewer or more."""
    before = (_name(view, token) for token in view.tokens[:place] if token.tag == "name")
    named = tuple(dict.fromkeys(name.name for name in before if name.sort == "party" and is_state(name.text)))
    return named if len(named) == 2 else ()


def _taking(view: View, clause: Clause, places: Iterable[int]) -> list[str]:
    """Who takes part by the names among some tokens."""
    named = (place for place in places if view.tokens[place].tag == "name")
    return [name for place in named for name in _taking_by(view, clause, place)]


def _taking_by(view: View, clause: Clause, place: int) -> tuple[str, ...]:
    """Who takes part by the name at a token: a state, people or body, or the state whose capital acts for it."""
    token = view.tokens[place]
    if _name(view, token).sort == "instrument":
        return states_in(token.text)
    state = capital_of(token.text)
    if state is not None:
        return (state,) if _acts(view, clause, place) else ()
    apart = _names_language(view.tokens, place) or _reports(view, place) or ranked_within(view.tokens, place)
    return _named(_name(view, token)) if _is_actor(view, token) and not apart else ()


_ACTED_ON = frozenset(("between", "with", "by", "against"))
_BEING = frozenset("be have host hold house lie stage become grow have see remain".split())


def _acts(view: View, clause: Clause, place: int) -> bool:
    """Does a capital stand for its state: "Ankara protested", "trade between Ankara and Tehran", "talks with Quito"?"""
    tokens = view.tokens
    first = place
    while first > 1 and tokens[first - 1].tag == "conj" and tokens[first - 2].tag == "name":
        first -= 2
    before = tokens[first - 1].low if first else ""
    whole = first == clause.subject.start and tokens[clause.subject.stop - 1].tag == "name"
    own = clause.link != "relative" or place >= clause.first
    telling = own and not clause.predicate.passive and clause.predicate.lemma not in _BEING
    doing = place in clause.subject and whole and telling
    sent = before == "to" and first > 1 and tokens[first - 2].low in ("ambassador", "envoy", "ambassadors", "envoys")
    return before in _ACTED_ON or doing or sent


def _names_language(tokens: Sequence[Token], place: int) -> bool:
    """Does an adjective name a language: "in the French and English languages", "done in Estonian"?"""
    if not tokens[place].adjective:
        return False
    after = place + 1
    while after < len(tokens) and (tokens[after].tag in ("conj", "det", "name") or tokens[after].low == ","):
        after += 1
    if after < len(tokens) and tokens[after].low in ("language", "languages", "text", "texts", "version", "versions"):
        return True
    noun_behind = after < len(tokens) and tokens[after].tag in ("word", "name", "quantity")
    before = place - 1
    while before >= 0 and (tokens[before].tag == "conj" or tokens[before].adjective or tokens[before].low == ","):
        before -= 1
    return before >= 0 and tokens[before].low == "in" and not noun_behind


_REPORTING = frozenset("reports reported says said writes wrote informs".split())


def _reports(view: View, place: int) -> bool:
    """Does a sentence end by naming who reports it: "…, Baltic News reports."?"""
    behind = [token.low for token in view.tokens[place + 1 : place + 4]]
    closes = behind[:1] != [] and behind[0] in _REPORTING and behind[1:] in ([], ["."])
    return closes and view.tokens[place - 1].low in (",", "the") and place > 2


def _taking_part(view: View, clause: Clause) -> tuple[range, ...]:
    """Where those stand who take part in a clause, those who did it first."""
    by = next((place for place in clause.rest if view.tokens[place].low == "by"), None)
    if clause.predicate.lemma == "ratify" and clause.predicate.passive and by is not None:
        doers = range(by + 1, clause.rest.stop)
        if any(_is_actor(view, view.tokens[place]) for place in doers):
            return (doers,)
    return (clause.subject, clause.adverbials, clause.rest)


def _named(actor: NameMention) -> tuple[str, ...]:
    """A body stands for itself and for the state that its name begins or ends with: "Peruvian Navy", "Bank of Chad"."""
    if actor.sort != "organisation":
        return (actor.name,)
    state = party_of(actor.text.split()[0]) or party_of(actor.text.rpartition(" of ")[2].removeprefix("the "))
    return (actor.name, state) if state else (actor.name,)


def _may_say_sides(text: str) -> bool:
    """A first look, before the sentence is cut into tokens."""
    low = text.lower()
    return any(word in low for word in BOTH_SIDES)


def parties_of_sentence(view: View, main: Sequence[str]) -> tuple[str, ...]:
    """All states and peoples that a sentence names; those of the document where it says "the two countries"."""
    if _may_say_sides(view.text) and any(both_sides(view.tokens, place) for place in range(len(view.tokens))):
        return tuple(main)
    named = (
        name
        for name in view.names
        if name.sort in ("party", "people")
        and not _counted(view, name)
        and not (name.adjective and _LANGUAGES.match(view.document.text, name.end))
    )
    return tuple(dict.fromkeys(name.name for name in named))


_LANGUAGES = re.compile(r"(?:,? (?:and )?[A-Z]\w+){0,3} languages?\b")


def _counted(view: View, name: NameMention) -> bool:
    """Is a name only part of a number: "520 million US dollars"?"""
    return any(number.start <= name.start < number.end for number in view.quantities)


def _is_actor(view: View, token: Token) -> bool:
    if token.tag != "name" or _in_quotes(view, token):
        return False
    name = _name(view, token)
    bare = name.sort == "organisation" and head_sort(name.text) is not None
    return name.sort in _ACTORS and not bare


def _in_quotes(view: View, token: Token) -> bool:
    """What a quoted title names takes no part: "Agreement between the Government of …"."""
    before = view.document.text[view.sentence.start : token.start]
    if not any(quote in before for quote in _QUOTES):
        return False
    opened = any(before.count(opening) > before.count(closing) for opening, closing in ("“”", "«»"))
    return opened or before.count('"') % 2 == 1


_EACH = frozenset("country side state party nation government neighbour neighbor".split())
_SIDES = BOTH_SIDES | _EACH
"""A first look: most words are none of them."""


def both_sides(tokens: Sequence[Token], place: int) -> bool:
    """Does a word mean the parties of the document: "the two countries", "both nations"?"""
    token = tokens[place]
    if token.low not in _SIDES or token.tag not in ("word", "name") or place == 0:
        return False
    if token.low in _EACH and tokens[place - 1].low in ("each", "either", "neither"):
        return place < 2 or tokens[place - 2].tag not in ("prep", "to")
    if token.low not in BOTH_SIDES:
        return False
    window = {other.low for other in tokens[max(0, place - 3) : place]}
    alone = tokens[place - 1].low == "the" and (
        place + 1 == len(tokens) or tokens[place + 1].low not in ("of", "'s", "’s")
    )
    return bool(window & {"two", "both"}) or alone


def instrument_at(view: View, index: int) -> str | None:
    """The proper name of the instrument at a token: a name, or the quoted title after it; None for a plain noun."""
    token = view.tokens[index]
    if token.tag == "name" and len(token.text.split()) > 1 and _name(view, token).sort == "instrument":
        return _whole_title(view, token)
    quoted = _quoted(view, index)
    return quoted if quoted and any(word in INSTRUMENTS for word in quoted.lower().split()) else None


_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“"}


def _whole_title(view: View, token: Token) -> str:
    """A title in quotes is taken whole: "Agreement on Cultural Cooperation between … and …"."""
    text, start = view.document.text, token.start
    close = _QUOTES.get(text[start - 1]) if start else None
    end = text.find(close, token.end, view.sentence.end) if close else -1
    return text[start:end].strip(" ,.") if end > 0 else token.text


def _quoted(view: View, index: int) -> str | None:
    """The title in quotes that opens right behind a noun, or one word later."""
    opening = next((token for token in view.tokens[index + 1 : index + 3] if token.text in _QUOTES), None)
    if opening is None:
        return None
    end = view.document.text.find(_QUOTES[opening.text], opening.end, view.sentence.end)
    return view.document.text[opening.end : end].strip(" ,.") if end > opening.end else None


_NAMED_AFTER = re.compile(
    r"(?:Treaty|Protocol|Convention|Peace|Agreement|Pact|Accord|Declaration) of (?:the )?"
    r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)$"
)
_TOPIC_WORDS = frozenset(
    """Friendship Peace Amity Alliance Commerce Demarcation Delimitation Cooperation Mutual Union Good Eternal
    Perpetual Limits Boundary Boundaries Trade Intent Independence Understanding Association""".split()
)


def place_of_instrument(instrument: str) -> str | None:
    """The place that an instrument is named after: Kyakhta for "Treaty of Kyakhta", None for "Treaty of Amity"."""
    match = _NAMED_AFTER.match(instrument)
    if match is None or match[1].split()[0] in _TOPIC_WORDS or party_of(match[1]):
        return None
    return match[1]


def instrument_type(token: Token) -> str:
    """The sort of instrument that a token names: "protocol" for "Protocols"."""
    if token.low in INSTRUMENTS:
        return SINGULAR.get(token.low, token.low)
    word = next((word for word in token.low.split() if word in INSTRUMENTS), "treaty")  # "Peace of Riga"
    return SINGULAR.get(word, word)


_SPEAKERS = frozenset(
    """official officials minister ministry government president spokesman spokeswoman spokesperson ambassador embassy
    report study survey census article historian historians analyst analysts expert experts researchers scholar
    scholars newspaper agency bank authorities police court diplomat diplomats sources critics observers envoy envoys
    leader leaders side sides delegation delegations army navy parliament committee commission premier king queen
    company mission governor mayor chairman secretary emperor sultan press media""".split()
)


def speaks(view: View, clause: Clause) -> bool:
    """Can the subject of a clause speak: a name, or one who holds an office?"""
    who = [view.tokens[place] for place in clause.subject]
    named = any(token.tag in ("name", "pron") and not token.adjective for token in who)
    return (
        named
        or any(token.low in _SPEAKERS for token in who)
        or any(both_sides(view.tokens, place) for place in clause.subject)
    )


def attribution(view: View, clause: Clause) -> str | None:
    """Who says it: the subject of the verb of saying that governs the clause, or the name after "according to"."""
    governing = view.parent_of(clause)
    if clause.link == "complement" and governing is not None:
        who = [view.tokens[place] for place in governing.subject]
        named = any(token.tag == "name" or token.low in _SPEAKERS for token in who)
        return (noun_phrase(view.tokens, governing.subject) or None) if named else None
    match = _ACCORDING.search(view.text) if "ccording to " in view.text else None
    return match[1].strip() if match else None


def sentence_names(view: View, clause: Clause) -> tuple[str, ...]:
    """Native names in brackets or quotes within a clause."""
    if clause.first >= clause.last:
        return ()
    start, end = view.tokens[clause.first].start, view.tokens[clause.last - 1].end
    return native_names(view.document.text[start:end])
