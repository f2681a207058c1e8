"""A sentence cut into clauses: one predicate each, what stands before it, what goes with it.

Boundaries between two predicates follow the connective between them: a relative pronoun, a subordinator, a conjunction,
a comma, or the second verb itself where it is an infinitive or a participle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from kzcn.extract.predicates import Predicate, predicates
from kzcn.extract.tokens import Token
from kzcn.extract.words import SAYING

__all__ = ["Clause", "Link", "cut"]

Link = Literal["main", "coordinate", "relative", "subordinate", "participial", "infinitive", "complement"]


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


def cut(tokens: Sequence[Token]) -> list[Clause]:
    """The clauses of a sentence, in order; empty where it has no verb."""
    depth = _depths(tokens)
    verbs = predicates(tokens, depth)
    clauses: list[Clause] = []
    for verb, following in zip(verbs, [*verbs, None][1:], strict=True):
        last = _boundary(tokens, verb, following, depth) if following is not None else len(tokens)
        clauses.append(_clause(tokens, verb, clauses, last, depth))
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


def _boundary(tokens: Sequence[Token], left: Predicate, right: Predicate, depth: Sequence[int]) -> int:
    """Where the clause of a predicate ends and that of the next one begins."""
    between = [index for index in range(left.last, right.first) if depth[index] == 0]
    if right.tense in ("infinitive", "reduced", "participle"):
        return _with_opener(tokens, between, right.first)
    for parts in _BOUNDARIES:
        found = [index for index in between if parts(tokens, index, right.first)]
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


def _opener(tokens: Sequence[Token], index: int, right: int) -> bool:
    return tokens[index].tag in ("rel", "sub") or _opens_late(tokens, index, right)


_PREPOSITIONS_TOO = frozenset(("after", "before", "since", "until", "as"))


def _opens_late(tokens: Sequence[Token], index: int, verb: int) -> bool:
    """Does "after" or "since" open a clause, not a phrase: a subject follows, and no comma before the verb?"""
    return (
        tokens[index].low in _PREPOSITIONS_TOO
        and index + 1 < verb
        and tokens[index + 1].tag in ("det", "name", "pron", "word", "quantity")
        and all(token.low != "," for token in tokens[index:verb])
    )


def _comma_conjunction(tokens: Sequence[Token], index: int, _right: int) -> bool:
    return tokens[index].low == "," and tokens[index + 1].tag == "conj"


def _shared_conjunction(tokens: Sequence[Token], index: int, right: int) -> bool:
    """A conjunction right before the verb: the subject is shared."""
    return tokens[index].tag == "conj" and all(token.tag in ("adv", "neg") for token in tokens[index + 1 : right])


def _comma(tokens: Sequence[Token], index: int, _right: int) -> bool:
    return tokens[index].low == ","


def _conjunction(tokens: Sequence[Token], index: int, _right: int) -> bool:
    return tokens[index].tag == "conj"


_BOUNDARIES = (_strong, _opener, _comma_conjunction, _shared_conjunction, _comma, _conjunction)
"""What may part two predicates, the surest first."""


def _clause(
    tokens: Sequence[Token], predicate: Predicate, clauses: Sequence[Clause], last: int, depth: Sequence[int]
) -> Clause:
    previous = clauses[-1] if clauses else None
    first = previous.last if previous else 0
    opener = _opening(tokens, first, predicate.first, depth)
    link = _link(tokens, predicate, previous, opener, first)
    adverbials, subject = _subject(tokens, first if opener is None else opener + 1, predicate.first)
    clause = Clause(first, last, predicate, link, subject, range(predicate.last, last), adverbials=adverbials)
    if opener is not None:
        clause.opener = tokens[opener].low
        clause.head = range(first, opener)
    elif previous is None and link in ("participial", "infinitive"):
        clause.head = range(predicate.first)
    _attach(tokens, clause, clauses)
    return clause


def _opening(tokens: Sequence[Token], first: int, verb: int, depth: Sequence[int]) -> int | None:
    """Place of the connective that opens a clause; a relative pronoun may stand after a first phrase."""
    opening = (index for index in reversed(range(first, verb)) if not depth[index])
    return next((index for index in opening if _opens(tokens, index, first, verb)), None)


def _opens(tokens: Sequence[Token], index: int, first: int, verb: int) -> bool:
    """Does a token open the clause that begins at `first`?"""
    tag = tokens[index].tag
    if tag == "conj":
        return index == first or (index == first + 1 and tokens[first].low == ",")
    apart = index == first or tokens[index - 1].low == ","
    return tag in ("rel", "sub") or (apart and _opens_late(tokens, index, verb))


def _link(
    tokens: Sequence[Token], predicate: Predicate, previous: Clause | None, opener: int | None, first: int
) -> Link:
    if predicate.tense == "infinitive":
        return "infinitive"
    if predicate.tense in ("participle", "reduced"):
        return "coordinate" if previous is not None and _joins(tokens, predicate) else "participial"
    opening = tokens[opener].tag if opener is not None else "conj"
    if opening == "rel":
        return "complement" if _is_complement(tokens, previous, opener, first) else "relative"
    if opening != "conj":
        return "subordinate"
    if previous is None:
        return "main"
    said = previous.predicate.lemma in SAYING and first == previous.predicate.last
    return "complement" if said else "coordinate"


def _joins(tokens: Sequence[Token], predicate: Predicate) -> bool:
    """Does a participle go on behind a conjunction: "signed in Riga and | ratified"?"""
    return predicate.tense == "reduced" and predicate.first > 0 and tokens[predicate.first - 1].tag == "conj"


def _is_complement(tokens: Sequence[Token], previous: Clause | None, opener: int | None, first: int) -> bool:
    """Does "that" open what is said, right behind a verb or anywhere behind a verb of saying?"""
    if previous is None or opener is None or tokens[opener].low != "that":
        return False
    return opener == first == previous.predicate.last or previous.predicate.lemma in SAYING


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


def _attach(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause]) -> None:
    """Find the clause it depends on, and its subject where that stands elsewhere."""
    previous = clauses[-1] if clauses else None
    clause.parent = len(clauses) - 1 if previous else None
    if clause.link == "relative":
        own = _own(tokens, clause)
        end = clause.head.stop if clause.head else clause.first
        clause.subject = own if _phrase(tokens, own) else _noun_before(tokens, end)
    elif clause.link == "participial":
        clause.subject = _doer_of_participle(tokens, clause, previous)
    elif clause.link == "infinitive" and previous:
        clause.subject = previous.subject
    elif clause.link == "coordinate" and not _phrase(tokens, clause.subject):
        _share_subject(tokens, clause, clauses)


def _doer_of_participle(tokens: Sequence[Token], clause: Clause, previous: Clause | None) -> range:
    """What a participle tells of: what it stands behind, else the subject of the clause before."""
    if clause.head and tokens[clause.head.stop - 1].low == "," and tokens[clause.head.start].tag != "prep":
        return clause.head
    near = clause.predicate.passive or previous is None or tokens[clause.first].low != ","
    noun = _noun_before(tokens, clause.predicate.first) if near else range(0)
    return noun or (previous.subject if previous else range(0))


def _share_subject(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause]) -> None:
    """Give a second verb without a subject that of the clause it goes on with."""
    pending = _pending(tokens, clauses)
    if pending is not None:
        clause.parent, clause.link = pending, "complement"
        clause.subject = range(clauses[pending].rest.start + 1, clauses[pending].last)
    else:
        clause.parent = host = _resumed(clauses)
        clause.subject = clauses[host].head or clauses[host].subject


def _own(tokens: Sequence[Token], clause: Clause) -> range:
    """The subject inside a relative clause: "which | the two states | had contested"."""
    verb = clause.predicate.first
    opener = next((place for place in range(clause.first, verb) if tokens[place].tag == "rel"), verb)
    return range(opener + 1, verb)


def _phrase(tokens: Sequence[Token], span: range) -> bool:
    return any(tokens[index].tag in ("word", "name", "quantity", "pron", "det", "date") for index in span)


def _pending(tokens: Sequence[Token], clauses: Sequence[Clause]) -> int | None:
    """The verb of saying whose "that" still waits for its verb: "said that the mould which was found | spread"."""
    for index in reversed(range(len(clauses))):
        host = clauses[index]
        if host.predicate.lemma in SAYING and len(host.rest) > 1 and tokens[host.rest.start].low == "that":
            return index
        if host.link != "relative":
            return None
    return None


def _resumed(clauses: Sequence[Clause]) -> int:
    """The clause whose subject a coordinate verb shares: the last one that is neither relative nor infinitive."""
    for index in reversed(range(len(clauses))):
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
