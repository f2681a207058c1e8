"""The verb groups of a sentence: "has been signed" as one predicate with its lemma, tense and voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kzcn.extract.lexicon import AUXILIARIES, Form
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


_HELPERS = ("modal", "aux", "to")
_HELPERS_BEFORE_TO = ("have", "has", "had", "going", "is", "are", "was", "were")
"""What a "to" goes on with: "is to open", "had to leave"."""


def predicates(tokens: Sequence[Token], depth: Sequence[int]) -> list[Predicate]:
    """The verb groups of a sentence, in order.

    Args:
        tokens: the tokens of the sentence.
        depth: how many brackets each token stands in; what stands in any gives no verb group.
    """
    found: list[Predicate] = []
    index = 0
    while index < len(tokens):
        group = None
        if depth[index] == 0 and tokens[index].tag in (*_HELPERS, "verb"):
            group = _group(tokens, index, found)
        if group is not None:
            found.append(group)
        index = group.last if group is not None else index + 1
    return found


def _group(tokens: Sequence[Token], first: int, before: Sequence[Predicate]) -> Predicate | None:
    """Read one verb group that begins at `first`; None where there is none ("to" before a noun)."""
    end = _helpers_end(tokens, first)
    chain = [token for token in tokens[first:end] if token.tag in _HELPERS]
    negated = any(token.tag == "neg" for token in tokens[max(0, first - 1) : end])
    form = _form(tokens[end], chain) if end < len(tokens) and tokens[end].tag == "verb" else None
    if form is None:
        return _copula(tokens, first, chain, negated=negated)
    lemma = next(reading.lemma for reading in tokens[end].forms if reading.form == form)
    if form == "past" and not chain and _is_reduced(tokens, end, before):
        return Predicate(first, end + 1, lemma, "reduced", passive=True, negated=negated)
    return Predicate(first, end + 1, lemma, _tense(form, chain), _is_passive(form, chain), negated)


def _helpers_end(tokens: Sequence[Token], first: int) -> int:
    """Where the helping verbs of a group, and the adverbs between them, end."""
    end = first
    while end < len(tokens) and tokens[end].tag in (*_HELPERS, "adv", "neg") and not _breaks_off(tokens, first, end):
        end += 1
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
        return "past" if "past" in forms else forms[0]
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
    if verbs[0].low in ("was", "were", "had", "did"):
        return "past"
    if len(verbs) > 1:
        return "perfect"
    return "participle" if verbs[0].low in ("being", "having") else "present"


def _is_reduced(tokens: Sequence[Token], index: int, before: Sequence[Predicate]) -> bool:
    """Is a bare past form the participle of a relative clause: "the pact signed in Riga expired"?"""
    if all(reading.form != "participle" for reading in tokens[index].forms):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    has_object = after is not None and after.tag in ("det", "name", "quantity", "pron", "rel")
    if before and not has_object and _one_stretch(tokens[before[-1].last : index]):
        if all(earlier.tense == "reduced" for earlier in before) and not _finite_follows(tokens, index + 1):
            return False
        if before[-1].lemma not in SAYING:
            return True
    if after is None or after.tag not in ("prep", "to", "date", "adv"):
        return False
    return index == 0 or _apposed(tokens, index) or after.low == "by" or _finite_follows(tokens, index + 1)


def _apposed(tokens: Sequence[Token], index: int) -> bool:
    """Does a participle stand behind a noun and a comma: "the school, | founded in 1907"?"""
    return tokens[index - 1].low == "," and any(token.tag in ("word", "name") for token in tokens[:index])


def _one_stretch(between: Sequence[Token]) -> bool:
    """Nothing between two verbs that could open a clause."""
    return not any(_parts_clauses(token) for token in between)


def _parts_clauses(token: Token) -> bool:
    return token.tag in ("conj", "rel", "sub") or token.low in (",", ";", ":", "—")


def _finite_follows(tokens: Sequence[Token], start: int) -> bool:
    """Does another finite verb come before anything that opens a clause?"""
    for token in tokens[start:]:
        if _parts_clauses(token) or token.low == "(":
            return False
        if token.tag in ("modal", "aux") or any(reading.form in ("past", "s") for reading in token.forms):
            return True
    return False
