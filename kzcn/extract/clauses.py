"""A sentence cut into clauses: one predicate each, what stands before it, what goes with it.

Boundaries between two predicates follow the connective between them: a relative pronoun, a subordinator, a conjunction,
a comma, or the second verb itself where it is an infinitive or a participle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from kzcn.extract.lexicon import AUXILIARIES, Form
from kzcn.extract.tokens import Token

__all__ = ["Clause", "Link", "Predicate", "Tense", "cut"]

Tense = Literal["past", "present", "perfect", "future", "conditional", "infinitive", "participle", "reduced"]
Link = Literal["main", "coordinate", "relative", "subordinate", "participial", "infinitive", "complement"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb group: tokens[first:last], the main verb's lemma, its tense and voice."""

    first: int
    last: int
    lemma: str
    tense: Tense
    passive: bool = False
    negated: bool = False


@dataclass(slots=True)
class Clause:
    """tokens[first:last] around one predicate; `subject` and `rest` are token ranges, `subject` may lie outside."""

    first: int
    last: int
    predicate: Predicate
    link: Link
    subject: range
    rest: range
    parent: int | None = None
    """Index of the clause that it continues or depends on."""
    opener: str = ""
    """The connective that opens it: "which", "after", "and"."""
    adverbials: range = field(default_factory=lambda: range(0))
    """Tokens before the subject that belong to the clause: "In 1912 ,"."""
    head: range = field(default_factory=lambda: range(0))
    """Tokens before the connective: they belong to the clause that is resumed later ("The bridge , | which opened")."""


_FINITE: frozenset[Tense] = frozenset(("past", "present", "perfect", "future", "conditional"))
_SAYING = frozenset(
    """say state think believe claim argue know hope mean feel suggest warn report add note announce find estimate
    expect fear declare acknowledge insist stress admit confirm deny show predict""".split()
)


def cut(tokens: Sequence[Token]) -> list[Clause]:
    """The clauses of a sentence, in order; empty where it has no verb."""
    depth = _depths(tokens)
    predicates = _predicates(tokens, depth)
    clauses: list[Clause] = []
    for index, predicate in enumerate(predicates):
        last = _limit(tokens, predicates, index, depth)
        clauses.append(_clause(tokens, predicate, clauses, last, depth))
    _lend_subject(clauses)
    return clauses


def _depths(tokens: Sequence[Token]) -> list[int]:
    """Nesting in parentheses of each token."""
    depths, depth = [], 0
    for token in tokens:
        if token.text in "([":
            depth += 1
        depths.append(depth)
        if token.text in ")]" and depth:
            depth -= 1
    return depths


def _predicates(tokens: Sequence[Token], depth: Sequence[int]) -> list[Predicate]:
    found: list[Predicate] = []
    index = 0
    while index < len(tokens):
        if depth[index] == 0 and tokens[index].tag in ("modal", "aux", "to", "verb"):
            predicate = _group(tokens, index, found)
            if predicate is not None:
                found.append(predicate)
                index = predicate.last
                continue
        index += 1
    return found


def _group(tokens: Sequence[Token], first: int, before: Sequence[Predicate]) -> Predicate | None:
    """Read one verb group that begins at `first`; None where there is none ("to" before a noun)."""
    chain: list[Token] = []
    negated = first > 0 and tokens[first - 1].tag == "neg"
    index = first
    while index < len(tokens) and tokens[index].tag in ("modal", "aux", "to", "adv", "neg"):
        if tokens[index].low in ("first", "last") and tokens[index + 1 : index + 2] and tokens[index + 1].low == "to":
            break
        if (
            tokens[index].tag == "to"
            and index > first
            and chain
            and chain[-1].low not in ("have", "has", "had", "going", "is", "are", "was", "were")
        ):
            break
        negated |= tokens[index].tag == "neg"
        if tokens[index].tag in ("modal", "aux", "to"):
            chain.append(tokens[index])
        index += 1
    main = tokens[index] if index < len(tokens) and tokens[index].tag == "verb" else None
    if main is not None and not _fits_chain(main, chain):
        main = None
    if main is None:
        return _copula(tokens, first, chain, negated=negated)
    form = _form(main, chain)
    lemma = next(reading.lemma for reading in main.forms if reading.form == form)
    tense, passive = _tense(form, chain)
    if tense == "past" and not chain and _is_reduced(tokens, index, before):
        tense, passive = "reduced", True
    return Predicate(first, index + 1, lemma, tense, passive, negated)


def _fits_chain(main: Token, chain: Sequence[Token]) -> bool:
    forms = {reading.form for reading in main.forms}
    if not chain:
        return True
    last = chain[-1]
    if last.tag in ("to", "modal") or AUXILIARIES.get(last.low) == "do":
        return "base" in forms
    return bool(forms & ({"participle", "ing"} if AUXILIARIES.get(last.low) in ("be", "get") else {"participle"}))


def _form(main: Token, chain: Sequence[Token]) -> Form:
    forms: list[Form] = [reading.form for reading in main.forms]
    if chain:
        wanted: tuple[Form, ...] = (
            ("base",)
            if chain[-1].tag in ("to", "modal") or AUXILIARIES.get(chain[-1].low) == "do"
            else ("participle", "ing")
        )
        return next(form for form in forms if form in wanted)
    return next((form for form in forms if form == "past"), forms[0])


def _tense(form: Form, chain: Sequence[Token]) -> tuple[Tense, bool]:  # noqa: PLR0911 - a return for each tense
    lows = [token.low for token in chain]
    passive = form == "participle" and bool(chain) and AUXILIARIES.get(lows[-1]) in ("be", "get")
    if not chain:
        simple: dict[Form, Tense] = {
            "past": "past",
            "participle": "reduced",
            "ing": "participle",
            "base": "present",
            "s": "present",
        }
        return simple[form], form == "participle"
    if lows[0] == "to":
        return "infinitive", passive
    if chain[0].tag == "modal":
        return ("future" if lows[0] in ("will", "shall") else "conditional"), passive
    if AUXILIARIES.get(lows[0]) == "be" and "to" in lows:
        return "future", passive
    if AUXILIARIES.get(lows[0]) == "have":
        return "perfect", passive
    if lows[0] in ("was", "were", "did"):
        return "past", passive
    return ("participle" if lows[0] in ("being", "having") else "present"), passive


def _copula(tokens: Sequence[Token], first: int, chain: Sequence[Token], *, negated: bool) -> Predicate | None:
    """A form of "be", "have" or "do" that is itself the verb."""
    verbs = [token for token in chain if token.tag == "aux"]
    if not verbs or (chain[0].tag == "to" and len(verbs) == 0):
        return None
    last = next(index for index in range(first, len(tokens)) if tokens[index] is verbs[-1])
    tense: Tense = "present"
    if chain[0].tag == "modal":
        tense = "future" if chain[0].low in ("will", "shall") else "conditional"
    elif chain[0].tag == "to":
        tense = "infinitive"
    elif verbs[0].low in ("was", "were", "had", "did"):
        tense = "past"
    elif len(verbs) > 1:
        tense = "perfect"
    elif verbs[0].low in ("being", "having"):
        tense = "participle"
    return Predicate(first, last + 1, AUXILIARIES[verbs[-1].low], tense, passive=False, negated=negated)


def _is_reduced(tokens: Sequence[Token], index: int, before: Sequence[Predicate]) -> bool:  # noqa: PLR0911
    """Is a bare past form the participle of a relative clause: "the pact signed in Riga expired"?"""
    if all(reading.form != "participle" for reading in tokens[index].forms):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    complement = after is not None and after.tag in ("det", "name", "quantity", "pron", "rel")
    stretch = bool(before) and not complement and _one_stretch(tokens[before[-1].last : index])
    if stretch and all(earlier.tense == "reduced" for earlier in before) and not _finite_follows(tokens, index + 1):
        return False
    if stretch and before[-1].lemma not in _SAYING:
        return True
    if after is None or complement or after.tag not in ("prep", "to", "date", "adv"):
        return False
    if index == 0:
        return True
    if tokens[index - 1].low == "," and any(token.tag in ("word", "name") for token in tokens[:index]):
        return True
    return _finite_follows(tokens, index + 1) or after.low == "by"


def _one_stretch(between: Sequence[Token]) -> bool:
    """Nothing between two verbs that could open a clause."""
    return not any(token.tag in ("conj", "rel", "sub") or token.low in (",", ";", ":", "—") for token in between)


def _finite_follows(tokens: Sequence[Token], start: int) -> bool:
    """Does another finite verb come before anything that opens a clause?"""
    for index in range(start, len(tokens)):
        token = tokens[index]
        if token.tag in ("conj", "rel", "sub") or token.low in (",", ";", ":", "(", "—"):
            return False
        if token.tag in ("modal", "aux"):
            return True
        if token.tag == "verb" and any(reading.form in ("past", "s") for reading in token.forms):
            return True
    return False


def _limit(tokens: Sequence[Token], predicates: Sequence[Predicate], index: int, depth: Sequence[int]) -> int:
    """Where the clause of a predicate ends: at the boundary before the next predicate."""
    if index + 1 == len(predicates):
        return len(tokens)
    return _boundary(tokens, predicates[index], predicates[index + 1], depth)


def _boundary(tokens: Sequence[Token], left: Predicate, right: Predicate, depth: Sequence[int]) -> int:
    between = [index for index in range(left.last, right.first) if depth[index] == 0]
    if right.tense in ("infinitive", "reduced"):
        return _with_opener(tokens, between, right.first)
    if right.tense == "participle":
        return _with_opener(tokens, between, right.first)
    for wanted in (_strong, _opener, _comma_conjunction, _shared_conjunction, _comma, _conjunction):
        found = [index for index in between if wanted(tokens, index, right.first)]
        if found:
            return found[-1]
    return right.first if _open_relative(tokens, left) else left.last


def _open_relative(tokens: Sequence[Token], left: Predicate) -> bool:
    """What follows the verb of "the strip that they had contested in 1911 | became" belongs to it."""
    if left.tense == "reduced" or (
        left.tense == "infinitive" and not any(token.tag in ("verb", "aux", "modal") for token in tokens[: left.first])
    ):
        return True
    for token in reversed(tokens[: left.first]):
        if token.tag == "rel":
            return True
        if token.tag in ("verb", "aux", "sub") or token.low == ";":
            return False
    return False


def _with_opener(tokens: Sequence[Token], between: Sequence[int], first: int) -> int:
    """The place of a comma, conjunction or preposition right before a participle or infinitive, else its own place."""
    while (
        between
        and between[-1] == first - 1
        and tokens[first - 1].tag in ("conj", "prep", "sub", "adv", "neg")
        and tokens[first - 1].low not in ("first", "last")
    ):
        first -= 1
        between = between[:-1]
    return first - 1 if between and between[-1] == first - 1 and tokens[first - 1].low == "," else first


def _strong(tokens: Sequence[Token], index: int, _right: int) -> bool:
    return tokens[index].low in (";", ":", "—")


_LATE_OPENERS = frozenset(("after", "before", "since", "until", "as"))


def _opener(tokens: Sequence[Token], index: int, right: int) -> bool:
    token = tokens[index]
    if token.tag in ("rel", "sub"):
        return True
    return (
        token.low in _LATE_OPENERS
        and index + 1 < right
        and tokens[index + 1].tag in ("det", "name", "pron", "word", "quantity")
        and _no_comma(tokens, index, right)
    )


def _no_comma(tokens: Sequence[Token], start: int, end: int) -> bool:
    return all(token.low != "," for token in tokens[start:end])


def _comma_conjunction(tokens: Sequence[Token], index: int, _right: int) -> bool:
    return tokens[index].low == "," and tokens[index + 1].tag == "conj"


def _shared_conjunction(tokens: Sequence[Token], index: int, right: int) -> bool:
    """A conjunction right before the verb: the subject is shared."""
    return tokens[index].tag == "conj" and all(token.tag in ("adv", "neg") for token in tokens[index + 1 : right])


def _comma(tokens: Sequence[Token], index: int, _right: int) -> bool:
    return tokens[index].low == ","


def _conjunction(tokens: Sequence[Token], index: int, _right: int) -> bool:
    return tokens[index].tag == "conj"


def _clause(
    tokens: Sequence[Token], predicate: Predicate, clauses: Sequence[Clause], last: int, depth: Sequence[int]
) -> Clause:
    previous = clauses[-1] if clauses else None
    first = previous.last if previous else 0
    opener = _opening(tokens, first, predicate.first, depth)
    link = _link(tokens, predicate, previous, opener, first)
    start = opener + 1 if opener is not None else first
    adverbials, subject = _subject(tokens, start, predicate.first)
    clause = Clause(
        first,
        last,
        predicate,
        link,
        subject,
        range(predicate.last, last),
        opener=tokens[opener].low if opener is not None else "",
        adverbials=adverbials,
    )
    if opener is not None and opener > first:
        clause.head = range(first, opener)
    elif previous is None and link in ("participial", "infinitive") and predicate.first > first:
        clause.head = range(first, predicate.first)
    _attach(tokens, clause, previous, clauses)
    return clause


def _opening(tokens: Sequence[Token], first: int, end: int, depth: Sequence[int]) -> int | None:
    """Place of the connective that opens a clause; a relative pronoun may stand after a first phrase."""
    found = None
    for index in range(first, end):
        token = tokens[index]
        if depth[index]:
            continue
        late = (
            token.low in _LATE_OPENERS
            and index + 1 < end
            and tokens[index + 1].tag in ("det", "name", "pron", "word", "quantity")
            and _no_comma(tokens, index, end)
            and index + 1 < end
        )
        if (
            token.tag in ("rel", "sub", "conj")
            and (token.tag != "conj" or index == first or (index == first + 1 and tokens[first].low == ","))
        ) or (late and (index == first or tokens[index - 1].low == ",")):
            found = index
    return found


def _link(  # noqa: PLR0911 - a return for each link
    tokens: Sequence[Token], predicate: Predicate, previous: Clause | None, opener: int | None, first: int
) -> Link:
    if predicate.tense == "infinitive":
        return "infinitive"
    if predicate.tense in ("participle", "reduced"):
        joined = predicate.tense == "reduced" and predicate.first > 0 and tokens[predicate.first - 1].tag == "conj"
        return "coordinate" if joined and previous is not None else "participial"
    if opener is not None and tokens[opener].tag == "rel":
        complement = (
            tokens[opener].low == "that"
            and previous is not None
            and opener == first
            and first == previous.predicate.last
        )
        said = previous is not None and previous.predicate.lemma in _SAYING and tokens[opener].low == "that"
        return "complement" if complement or said else "relative"
    if opener is not None and tokens[opener].tag != "conj":
        return "subordinate"
    if previous is None:
        return "main"
    if previous.predicate.lemma in _SAYING and first == previous.predicate.last:
        return "complement"
    return "coordinate"


def _subject(tokens: Sequence[Token], start: int, end: int) -> tuple[range, range]:
    """Adverbials before the subject, and the subject: "In 1912 , | the two courts"."""
    while start < end and tokens[start].tag == "punct" and tokens[start].low != ",":
        start += 1
    commas = [index for index in range(start, end) if tokens[index].low in (",", ":")]
    if commas and (tokens[start].tag in ("prep", "adv", "date", "sub", "conj") or start == commas[0]):
        cut_at = _after_adverbial(tokens, commas, start, end)
        return range(start, cut_at), range(cut_at, end)
    if start < end and tokens[start].tag == "prep":
        dated = next((place for place in range(start, end - 1) if tokens[place].tag == "date"), None)
        if dated is not None and tokens[dated + 1].tag in ("name", "det", "word", "quantity"):
            return range(start, dated + 1), range(dated + 1, end)
    place = start
    while place < end and tokens[place].tag in ("adv", "prep", "date"):
        place += 1
        if tokens[place - 1].tag == "date":
            return range(start, place), range(place, end)
    return range(start, start), range(start, end)


def _after_adverbial(tokens: Sequence[Token], commas: Sequence[int], start: int, end: int) -> int:
    """The subject begins after the first comma, or after a later one where another adverbial follows."""
    place = commas[0] + 1
    for comma in commas[1:]:
        listed = (
            comma - place > 1
            and comma + 1 < end
            and tokens[comma + 1].tag == "det"
            and _ends_list(tokens, place, comma)
        )
        if (tokens[place].tag in ("prep", "adv", "date") and place > start) or listed:
            place = comma + 1
    return place


def _ends_list(tokens: Sequence[Token], start: int, end: int) -> bool:
    """A joined phrase after which another subject begins: "After A and B, C and D, the border …"."""
    return any(token.tag == "conj" for token in tokens[start:end])


def _attach(tokens: Sequence[Token], clause: Clause, previous: Clause | None, clauses: Sequence[Clause]) -> None:
    """Find the clause it depends on, and its subject where that stands elsewhere."""
    clause.parent = len(clauses) - 1 if previous else None
    if clause.link == "relative":
        own = range(*_own(tokens, clause))
        clause.subject = (
            own if _phrase(tokens, own) else _noun_before(tokens, clause.head.stop if clause.head else clause.first)
        )
    elif (
        clause.link == "participial"
        and clause.head
        and tokens[clause.head.stop - 1].low == ","
        and tokens[clause.head.start].tag != "prep"
    ):
        clause.subject = clause.head
    elif clause.link == "participial":
        near = clause.predicate.passive or previous is None or tokens[clause.first].low != ","
        clause.subject = (near and _noun_before(tokens, clause.predicate.first)) or (
            previous.subject if previous else range(0)
        )
    elif clause.link == "infinitive" and previous:
        clause.subject = previous.subject
    elif clause.link == "coordinate" and (pending := _pending(tokens, clause, clauses)) is not None:
        clause.parent, clause.link = pending, "complement"
        clause.subject = range(clauses[pending].rest.start + 1, clauses[pending].last)
    elif clause.link == "coordinate" and not _phrase(tokens, clause.subject):
        clause.parent = host = _resumed(clauses)
        clause.subject = clauses[host].head or clauses[host].subject


def _own(tokens: Sequence[Token], clause: Clause) -> tuple[int, int]:
    """The subject inside a relative clause: "which | the two states | had contested"."""
    for place in range(clause.first, clause.predicate.first):
        if tokens[place].tag == "rel":
            return place + 1, clause.predicate.first
    return clause.predicate.first, clause.predicate.first


def _phrase(tokens: Sequence[Token], span: range) -> bool:
    return any(tokens[index].tag in ("word", "name", "quantity", "pron", "det", "date") for index in span)


def _pending(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause]) -> int | None:
    """The verb of saying whose "that" still waits for its verb: "said that the mould which was found | spread"."""
    if _phrase(tokens, clause.subject):
        return None
    for index in range(len(clauses) - 1, -1, -1):
        host = clauses[index]
        if host.predicate.lemma in _SAYING and len(host.rest) > 1 and tokens[host.rest.start].low == "that":
            return index
        if host.link != "relative":
            return None
    return None


def _resumed(clauses: Sequence[Clause]) -> int:
    """The clause whose subject a coordinate verb shares: the last one that is neither relative nor infinitive."""
    for index in range(len(clauses) - 1, -1, -1):
        if clauses[index].link in ("main", "coordinate", "complement", "subordinate") or clauses[index].head:
            return index
    return len(clauses) - 1


def _noun_before(tokens: Sequence[Token], end: int) -> range:
    """The noun phrase that ends right before `end`."""
    while end > 0 and tokens[end - 1].low in (",", "(", ")"):
        opened = next((place for place in range(end - 1, -1, -1) if tokens[place].low == "("), None)
        end = opened if tokens[end - 1].low == ")" and opened is not None else end - 1
    start = end
    while (start > 0 and tokens[start - 1].tag in ("word", "name", "quantity", "det", "adv")) or (
        start > 1 and tokens[start - 1].low == "of"
    ):
        start -= 1
        if tokens[start].tag == "det":
            break
    return range(start, end)


def _lend_subject(clauses: Sequence[Clause]) -> None:
    """A participle that opens the sentence shares the subject that follows: "Founded in 1907, the school …"."""
    if len(clauses) > 1 and clauses[0].link == "participial" and not clauses[0].subject:
        clauses[0].subject = clauses[1].subject
