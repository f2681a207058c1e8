"""The verb groups of a sentence: "has been signed" as one predicate with its lemma, tense and voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kzcn.extract.lexicon import AUXILIARIES, INTRANSITIVE, Form, verb_forms
from kzcn.extract.tokens import Token
from kzcn.extract.words import SAYING

__all__ = ["Predicate", "Tense", "predicates"]

Tense = Literal["past", "present", "perfect", "future", "conditional", "infinitive", "participle", "reduced"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb group: tokens[first:last], the main verb's lemma, its tense and voice."""

    first: int
    last: int
    lemma: str
    tense: Tense
    passive: bool = False
    negated: bool = False
    subject: range | None = None
    """The subject where it stands between the helper and the verb: "Only then did the two towns agree"."""


_HELPERS = frozenset(("modal", "aux", "to"))
_OPENING = _HELPERS | {"verb"}
_AMONG_HELPERS = _HELPERS | {"adv", "neg"}
_HELPERS_BEFORE_TO = ("have", "has", "had", "going", "is", "are", "was", "were")
"""What a "to" goes on with: "is to open", "had to leave"."""


def predicates(tokens: Sequence[Token], depth: Sequence[int]) -> list[Predicate]:
    """The verb groups of a sentence, in order.

    Args:
        tokens: the tokens of the sentence.
        depth: how many brackets each token stands in; what stands in any gives no verb group.
    """
    found: list[Predicate] = []
    for index, token in enumerate(tokens):
        if token.tag not in _OPENING or depth[index] or (found and index < found[-1].last):
            continue
        group = _group(tokens, index, found)
        if group is not None:
            found.append(group)
    return found


def _group(tokens: Sequence[Token], first: int, before: Sequence[Predicate]) -> Predicate | None:
    """Read one verb group that begins at `first`; None where there is none ("to" before a noun)."""
    if _bounds_date(tokens, first):
        return None
    end = _helpers_end(tokens, first)
    helpers = _after_date(tokens, first, end)
    negated = any(token.tag == "neg" or token.low == "nor" for token in tokens[max(0, first - 1) : helpers])
    end = _after_aside(tokens, first, helpers)
    chain = [token for token in tokens[first:end] if token.tag in _HELPERS]
    form = _form(tokens[end], chain) if end < len(tokens) and tokens[end].tag == "verb" else None
    if form is None and chain and chain[-1].tag == "aux" and (opener := _inverting(tokens, first)) is not None:
        inverted = _inverted(tokens, first, end, chain[-1], negated=tokens[opener].low in _DENYING)
        if inverted is not None:
            return inverted
    if form is None:
        return _copula(tokens, first, chain, negated=negated)
    lemma = next(reading.lemma for reading in tokens[end].forms if reading.form == form)
    if form == "past" and not chain and _is_reduced(tokens, end, before):
        return Predicate(first, end + 1, lemma, "reduced", passive=True, negated=negated)
    return Predicate(first, end + 1, lemma, _tense(form, chain), _is_passive(form, chain), negated)


def _bounds_date(tokens: Sequence[Token], index: int) -> bool:
    """Does a verb only go with a date: "before January 1511 | was out", "the year | ended 3 May 1951"?"""
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if tokens[index].low in ("ended", "ending") and index and tokens[index - 1].low.endswith(("year", "months")):
        return index + 1 < len(tokens) and tokens[index + 1].tag == "date"
    dated = index > 1 and tokens[index - 1].tag == "date" and tokens[index - 2].low == "before"
    return dated and tokens[index].low in ("was", "is") and after in ("out", "over")


_DENYING = frozenset("never nor neither nowhere".split())
_INVERTING = frozenset((*_DENYING, "only", "not", "seldom", "rarely"))
"""What puts the helping verb before the subject where it opens a clause."""
_VERBAL = frozenset(("word", "verb"))
_SUBJECT = frozenset(("det", "name", "word", "quantity", "adv", "conj", "pron"))


def _inverting(tokens: Sequence[Token], first: int) -> int | None:
    """Place of the word that opens a clause and puts its helping verb before its subject; None without one."""
    for place in range(first - 1, -1, -1):
        if _tells(tokens[place]):
            return None
        opens = place == 0 or tokens[place - 1].tag == "conj" or tokens[place - 1].low in (",", ";")
        if tokens[place].low in _INVERTING and opens:
            return place
    return None


def _inverted(tokens: Sequence[Token], first: int, end: int, helper: Token, *, negated: bool) -> Predicate | None:
    """The verb group around its subject: "Only in 1994 | did the two towns exchange | envoys"."""
    kind = AUXILIARIES[helper.low]
    wanted = "base" if kind == "do" else "participle"
    for place in range(end + 1, len(tokens)):
        before = tokens[place - 1]
        readings = verb_forms().get(tokens[place].low, tokens[place].forms) if tokens[place].tag in _VERBAL else ()
        lemma = next((reading.lemma for reading in readings if reading.form == wanted), None)
        if lemma is not None and before.tag in ("word", "name", "pron", "quantity") and tokens[end].tag in _SUBJECT:
            tense: Tense = "perfect" if kind == "have" else "past"
            return Predicate(first, place + 1, lemma, tense, kind == "be", negated, range(end, place))
        if tokens[place].tag not in _SUBJECT and tokens[place].low != "of":
            return None
    return None


def _helpers_end(tokens: Sequence[Token], first: int) -> int:
    """Where the helping verbs of a group, and the adverbs between them, end."""
    end = first
    while end < len(tokens) and _helps(tokens[end]) and not _breaks_off(tokens, first, end):
        end += 1
    return end


_REFLEXIVES = frozenset("himself herself itself themselves".split())


def _helps(token: Token) -> bool:
    """May a token stand between the helping verbs and the main one: "was himself killed"?"""
    return token.tag in _AMONG_HELPERS or token.low in _REFLEXIVES


_TIMES = frozenset(("date", "prep", "adv", "neg"))


def _after_date(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the main verb stands behind a date between it and its helper: "had in May 1951 overthrown", else `end`."""
    if end == first or AUXILIARIES.get(tokens[end - 1].low) not in ("have", "be"):
        return end
    place = end
    while place < len(tokens) and (tokens[place].tag in _TIMES or tokens[place].low == ","):
        place += 1
    dated = any(token.tag == "date" for token in tokens[end:place])
    verb = tokens[place] if place < len(tokens) else None
    told = verb is not None and any(reading.form == "participle" for reading in verb.forms)
    return place if dated and told and tokens[place - 1].tag != "prep" else end


_LONGEST_ASIDE = 16


def _after_aside(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the main verb stands behind what two commas part it by: "shall, jointly with Peru, begin", else `end`."""
    if end == first or end + 2 >= len(tokens) or tokens[end].low != "," or tokens[end - 1].tag not in ("modal", "aux"):
        return end
    for place in range(end + 1, min(end + _LONGEST_ASIDE, len(tokens) - 1)):
        if tokens[place].low == ",":
            return place + 1 if tokens[place + 1].tag == "verb" else end
        if tokens[place].tag in _OPENING or tokens[place].tag in ("rel", "sub"):
            return end
    return end


def _breaks_off(tokens: Sequence[Token], first: int, index: int) -> bool:
    """Does an infinitive of its own begin here: "was | first to cross", "did | to help"?"""
    if tokens[index].low in ("first", "last"):
        return index + 1 < len(tokens) and tokens[index + 1].low == "to"
    helpers = [token.low for token in tokens[first:index] if token.tag in _HELPERS]
    return tokens[index].tag == "to" and bool(helpers) and helpers[-1] not in _HELPERS_BEFORE_TO


def _form(main: Token, chain: Sequence[Token]) -> Form | None:
    """The form that a verb is read in behind its helping verbs; None where it does not go with them."""
    forms = [reading.form for reading in main.forms]
    if not chain:
        return next((form for form in ("past", "base") if form in forms), forms[0])
    helper = AUXILIARIES.get(chain[-1].low)
    wanted: tuple[Form, ...] = ("participle",)
    if chain[-1].tag in ("to", "modal") or helper == "do":
        wanted = ("base",)
    elif helper in ("be", "get"):
        wanted = ("participle", "ing")
    return next((form for form in forms if form in wanted), None)


def _is_passive(form: Form, chain: Sequence[Token]) -> bool:
    return form == "participle" and (not chain or AUXILIARIES.get(chain[-1].low) in ("be", "get"))


_ALONE: dict[Form, Tense] = {
    "past": "past",
    "participle": "reduced",
    "ing": "participle",
    "base": "present",
    "s": "present",
}
"""The tense of a verb without helping verbs."""


def _tense(form: Form, chain: Sequence[Token]) -> Tense:
    """The tense of a verb behind its helping verbs."""
    if not chain:
        return _ALONE[form]
    if chain[0].tag != "aux":
        return _led_tense(chain[0])
    helper = AUXILIARIES[chain[0].low]
    if helper == "have":
        return "perfect"
    if helper == "be" and any(token.tag == "to" for token in chain):
        return "future"
    if chain[0].low in ("was", "were", "did"):
        return "past"
    return "participle" if chain[0].low == "being" else "present"


def _led_tense(leader: Token) -> Tense:
    """The tense that "to" or a modal gives the verb behind it."""
    if leader.tag == "to":
        return "infinitive"
    return "future" if leader.low in ("will", "shall") else "conditional"


def _copula(tokens: Sequence[Token], first: int, chain: Sequence[Token], *, negated: bool) -> Predicate | None:
    """A form of "be", "have" or "do" that is itself the verb."""
    verbs = [token for token in chain if token.tag == "aux"]
    if not verbs:
        return None
    last = next(index for index in range(first, len(tokens)) if tokens[index] is verbs[-1])
    tense = _copula_tense(verbs) if chain[0].tag == "aux" else _led_tense(chain[0])
    return Predicate(first, last + 1, AUXILIARIES[verbs[-1].low], tense, passive=False, negated=negated)


def _copula_tense(verbs: Sequence[Token]) -> Tense:
    if verbs[0].low == "had" and len(verbs) > 1:
        return "perfect"
    if verbs[0].low in ("was", "were", "had", "did"):
        return "past"
    if len(verbs) > 1:
        return "perfect"
    return "participle" if verbs[0].low in ("being", "having") else "present"


def _is_reduced(tokens: Sequence[Token], index: int, before: Sequence[Predicate]) -> bool:
    """Is a bare past form the participle of a relative clause: "the pact signed in Riga expired"?"""
    if (
        tokens[index].low == "said"
        or (index > 0 and tokens[index - 1].tag == "rel")
        or _aims(tokens, index)
        or all(reading.lemma in INTRANSITIVE for reading in tokens[index].forms)
        or all(reading.form != "participle" for reading in tokens[index].forms)
    ):
        return False
    after = next((token for token in tokens[index + 1 :] if token.low not in _PARTICLES), None)
    has_object = after is not None and after.tag in ("det", "name", "quantity", "pron", "rel")
    if (
        _names(tokens, index)
        or _in_apposition(tokens, index)
        or _in_adverbial(tokens, index)
        or (before and not has_object and _goes_on(tokens, index, before[-1]))
    ):
        return True
    waits = not (_main_is_told(tokens, before) or _finite_follows(tokens, index + 1) or _resumes(tokens, index, before))
    if before and not has_object and _one_stretch(tokens[before[-1].last : index]):
        if waits:
            return False
        if before[-1].lemma not in SAYING:
            return True
    if after is None or after.tag not in ("prep", "to", "date", "adv"):
        return False
    return (
        index == 0
        or (_apposed(tokens, index) and not (before and waits))
        or _done_by(tokens, index + 1)
        or _finite_follows(tokens, index + 1)
    )


_CONTROLLING = frozenset(
    """decline refuse agree fail begin start try attempt promise pledge vow threaten undertake cease continue manage
    seek hope""".split()
)


def _aims(tokens: Sequence[Token], index: int) -> bool:
    """Does an infinitive behind a date go with the verb: "declined in April | to lend"?"""
    if all(reading.lemma not in _CONTROLLING for reading in tokens[index].forms):
        return False
    place = next((at for at in range(index + 1, len(tokens)) if tokens[at].tag not in ("prep", "date", "adv")), None)
    return place is not None and place + 1 < len(tokens) and tokens[place].tag == "to" and bool(tokens[place + 1].forms)


def _main_is_told(tokens: Sequence[Token], before: Sequence[Predicate]) -> bool:
    """Is any earlier verb that of a main clause, not one of a relative clause or a participle?"""
    start, relative = 0, False
    for earlier in before:
        between = tokens[start : earlier.first]
        start = earlier.last
        said = bool(between) and between[0].low == "that" and earlier is not before[0]
        joined = relative and bool(between) and all(token.tag in ("conj", "adv") for token in between)
        relative = joined or any(token.tag == "rel" for token in between)
        if earlier.tense not in _HANGING and (said or not relative):
            return True
    return False


_HANGING = frozenset(("reduced", "participle", "infinitive"))
"""Tenses of verbs that need another one."""
_PARTICLES = frozenset(("up", "down"))
_NAMING = frozenset("called named dubbed titled entitled nicknamed termed codenamed styled".split())


def _names(tokens: Sequence[Token], index: int) -> bool:
    """Does a participle give the name of what stands before it: "a galleon called San Pedro | sank"?"""
    before = tokens[index - 1].tag if index else "punct"
    return tokens[index].low in _NAMING and before in ("word", "punct") and _finite_follows(tokens, index + 1)


def _resumes(tokens: Sequence[Token], index: int, before: Sequence[Predicate]) -> bool:
    """Does the main clause come behind a participle that opens the sentence: "Acting on a plan | made then, he …"?"""
    if not before or before[-1].tense != "participle" or (before[0].first and tokens[0].tag != "prep"):
        return False
    comma = next((at for at in range(index, len(tokens)) if tokens[at].low == ","), None)
    return comma is not None and any(_tells(token) for token in tokens[comma:])


def _goes_on(tokens: Sequence[Token], index: int, before: Predicate) -> bool:
    """Does a participle go on behind a conjunction: "begun in 1930 and | prolonged later"?"""
    place = index - 1
    while place > 0 and tokens[place].tag == "adv":
        place -= 1
    near = not any(_tells(token) or token.low in (";", ",") for token in tokens[before.last : place])
    return tokens[place].tag == "conj" and before.tense == "reduced" and near


def _in_adverbial(tokens: Sequence[Token], index: int) -> bool:
    """Does a participle stand in the adverbial that opens a sentence: "By a treaty | forced upon it, Siam gave …"?"""
    if index < 3 or tokens[0].tag != "prep" or tokens[1].low not in ("a", "an", "the"):
        return False
    if any(token.tag != "word" for token in tokens[2:index]):
        return False
    comma = next((at for at in range(index, len(tokens)) if tokens[at].low == ","), None)
    return (
        comma is not None
        and any(_tells(token) for token in tokens[comma:])
        and not any(_tells(token) for token in tokens[index + 1 : comma])
    )


def _in_apposition(tokens: Sequence[Token], index: int) -> bool:
    """Does a participle end an apposition: "the Vasa, a ship | built in Stockholm, | sank"?"""
    opened = next((at for at in range(index - 1, 0, -1) if tokens[at].low == ","), None)
    closed = next((at for at in range(index + 1, len(tokens)) if tokens[at].low == ","), None)
    if opened is None or closed is None or tokens[opened + 1].low not in ("a", "an", "the"):
        return False
    start = next((at + 1 for at in range(opened - 1, -1, -1) if tokens[at].low == ","), 0)
    named = tokens[start].tag in ("det", "name", "word") and not any(_tells(token) for token in tokens[:index])
    inside = tokens[index + 1 : closed]
    resumed = next((token for token in tokens[closed + 1 :] if token.tag not in ("adv", "neg")), None)
    return named and not any(_tells(token) for token in inside) and resumed is not None and _tells(resumed)


def _tells(token: Token) -> bool:
    return token.tag in ("verb", "aux", "modal", "sub", "rel")


def _done_by(tokens: Sequence[Token], index: int) -> bool:
    """Does "by" name who did it, not by how much something changed?"""
    if index + 1 >= len(tokens) or tokens[index].low != "by":
        return False
    return not any(token.tag == "quantity" for token in tokens[index + 1 : index + 3])


def _apposed(tokens: Sequence[Token], index: int) -> bool:
    """Does a participle stand behind a noun and a comma: "the school, | founded in 1907"?"""
    before = index - 1
    while before > 0 and tokens[before].tag == "adv":
        before -= 1
    if [token.tag for token in tokens[max(0, before - 3) : before]] == ["conj", "prep", "date"]:
        return False
    behind_noun = tokens[before].low == "," and any(token.tag in ("word", "name") for token in tokens[:before])
    if not behind_noun or any(_tells(token) for token in tokens[:before]):
        return behind_noun
    return not (_joins_verb(tokens, index + 1) or _ends_part(tokens, index + 1))


def _ends_part(tokens: Sequence[Token], start: int) -> bool:
    """Does the verb end a part of the sentence without another: "Gallus, a prefect, landed; he | left later"?"""
    semicolon = next((at for at in range(start, len(tokens)) if tokens[at].low == ";"), None)
    if semicolon is None or any(_tells(token) for token in tokens[start:semicolon]):
        return False
    return any(_tells(token) for token in tokens[semicolon:])


def _joins_verb(tokens: Sequence[Token], start: int) -> bool:
    """Does a finite verb go on behind a conjunction: "the mill, near Oslo, closed in 1951 | and was sold"?

    So does "Silva, once a monk, landed in Goa | and founded the fort".
    """
    verb = next((at for at in range(start, len(tokens)) if _tells(tokens[at])), None)
    if verb is None:
        return False
    object_follows = tokens[verb].tag == "verb" and verb + 1 < len(tokens) and tokens[verb + 1].tag in ("det", "name")
    if not (object_follows or tokens[verb].tag in ("aux", "modal")):
        return False
    between = tokens[start:verb]
    return bool(between) and between[-1].tag == "conj" and all(token.low != "," for token in between)


_SINCE = frozenset(("after", "before", "since", "until"))


def _one_stretch(between: Sequence[Token]) -> bool:
    """Nothing between two verbs that could open a clause."""
    return not any(_parts_clauses(token) or _opens_late(between, place) for place, token in enumerate(between))


def _opens_late(between: Sequence[Token], place: int) -> bool:
    """Do "since" and a subject stand right before the second verb: "have returned since it | gained"?"""
    subject = between[place + 1 :]
    return between[place].low in _SINCE and bool(subject) and subject[0].tag in ("det", "name", "pron", "word")


def _parts_clauses(token: Token) -> bool:
    return token.tag in ("conj", "rel", "sub") or token.low in (",", ";", ":", "—", "–")


def _finite_follows(tokens: Sequence[Token], start: int) -> bool:
    """Does another finite verb come before anything that opens a clause?"""
    for token in tokens[start:]:
        if _parts_clauses(token) or token.low == "(":
            return False
        if token.tag in ("modal", "aux") or any(reading.form in ("past", "s") for reading in token.forms):
            return True
    return False
