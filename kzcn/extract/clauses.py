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
from kzcn.extract.words import INSTRUMENTS, SAYING

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


_BRACKETS = frozenset("()[]")


def _depths(tokens: Sequence[Token]) -> list[int]:
    """Nesting in parentheses of each token; one that nothing closes opens none."""
    if not any(token.text in _BRACKETS for token in tokens):
        return [0] * len(tokens)
    closing = [token.text in ")]" for token in tokens]
    open_ends = sum(token.text in "([" for token in tokens) - sum(closing)
    depths, depth = [], 0
    for token in tokens:
        if token.text in "([":
            depth += open_ends <= 0
            open_ends -= 1
        depths.append(depth)
        if token.text in ")]" and depth:
            depth -= 1
    return depths


def _boundary(tokens: Sequence[Token], left: Predicate, right: Predicate, depth: Sequence[int]) -> int:
    """Where the clause of a predicate ends and that of the next one begins."""
    between = [index for index in range(left.last, right.first) if depth[index] == 0]
    if right.tense in ("infinitive", "reduced", "participle") or tokens[right.first].low == "having":
        parted = next((index for index in reversed(between) if tokens[index].low == ";"), None)
        if parted is None and right.tense == "participle":
            parted = next((index for index in reversed(between) if _opens_absolute(tokens, index)), None)
        return parted if parted is not None else _with_opener(tokens, between, right.first)
    said = _said(tokens, left, between)
    if said is not None:
        return said
    boundaries = _BOUNDARIES_OF_PENDING if _is_pending(tokens, left, depth) else _BOUNDARIES
    signs = [index for index in between if _may_part(tokens[index])]
    for parts in boundaries:
        found = [index for index in signs if parts(tokens, index, right.first)]
        if found:
            return _before_adverbial(tokens, found) if parts is _comma else found[-1]
    pending = _open_relative(tokens, left) or _is_pending(tokens, left, depth)
    if pending and between and between[-1] == right.first - 1 and tokens[between[-1]].low in _DOERS:
        return between[-1]
    return right.first if pending else left.last


_DOERS = frozenset("he she they we".split())
"""Pronouns that are subjects only."""


def _before_adverbial(tokens: Sequence[Token], commas: Sequence[int]) -> int:
    """The last comma, or the one before it where a date alone stands between: "grew , | by 1951 , sales fell"."""
    if len(commas) > 1:
        between = [token.tag for token in tokens[commas[-2] + 1 : commas[-1]]]
        if between in (["prep", "date"], ["adv", "prep", "date"]):
            return commas[-2]
    return commas[-1]


def _said(tokens: Sequence[Token], left: Predicate, between: Sequence[int]) -> int | None:
    """Where what is said begins, where all else before the next verb is its subject: "said Monday | it had signed"."""
    if left.lemma not in SAYING or left.passive:
        return None
    told = [index for index in between if tokens[index].tag != "date"]
    if not told or told[0] - left.last > 1:
        return None
    tags = [tokens[index].tag for index in told]
    joined = tags in (["name", "conj", "name"], ["det", "name", "conj", "det", "name"])
    return told[0] if joined or tags == ["pron"] else None


def _is_pending(tokens: Sequence[Token], left: Predicate, depth: Sequence[int]) -> bool:
    """Does what a participle tells of still wait for its verb: "the pact signed by Chile and Peru | defines"?"""
    if left.tense not in ("reduced", "participle") or not left.first or tokens[left.first - 1].low == ",":
        return False
    if left.lemma in SAYING:
        return False
    start = next((index + 1 for index in range(left.first - 1, -1, -1) if tokens[index].low == ","), 0)
    if tokens[start].tag == "prep":
        return False
    opened = next((index + 1 for index in range(left.first - 1, -1, -1) if tokens[index].low == ";"), 0)
    earlier = (index for index in range(opened, left.first) if not depth[index])
    return not any(tokens[index].tag in ("verb", "aux", "modal", "rel", "sub") for index in earlier)


def _open_relative(tokens: Sequence[Token], left: Predicate) -> bool:
    """What follows the verb of "the strip that they had contested in 1911 | became" belongs to it."""
    if left.tense == "reduced" or (
        left.tense == "infinitive" and not any(token.tag in ("verb", "aux", "modal") for token in tokens[: left.first])
    ):
        return True
    governed = left.tense == "infinitive"
    for token in reversed(tokens[: left.first]):
        if token.tag == "rel":
            return True
        if token.tag == "sub" or token.low in (";", ",") or (token.tag in ("verb", "aux") and not governed):
            return False
    return False


def _with_opener(tokens: Sequence[Token], between: Sequence[int], first: int) -> int:
    """The place of a comma, conjunction or preposition right before a participle or infinitive, else its own place."""
    while between and between[-1] == first - 1 and _goes_before(tokens, first - 1):
        first -= 1
        between = between[:-1]
    return first - 1 if between and between[-1] == first - 1 and tokens[first - 1].low == "," else first


def _opens_absolute(tokens: Sequence[Token], index: int) -> bool:
    """Does a comma stand before "with" and the subject of a participle: ", | with sales in 1951 reaching"?"""
    return tokens[index].low == "," and tokens[index + 1].low == "with"


def _goes_before(tokens: Sequence[Token], index: int) -> bool:
    """Does a token belong to the participle or infinitive behind it? "First" does right behind a comma."""
    if tokens[index].low in ("first", "last") and tokens[index - 1].low != ",":
        return False
    return tokens[index].tag in ("conj", "prep", "sub", "adv", "neg")


def _strong(tokens: Sequence[Token], index: int, _right: int) -> bool:
    return tokens[index].low in (";", ":", "—")


def _opener(tokens: Sequence[Token], index: int, right: int) -> bool:
    return tokens[index].tag in ("rel", "sub") or _opens_late(tokens, index, right)


_PREPOSITIONS_TOO = frozenset(("after", "before", "since", "until", "as"))
_PARTING_TAGS = frozenset(("rel", "sub", "conj"))
_PARTING_WORDS = _PREPOSITIONS_TOO | {";", ":", "—", ","}


def _may_part(token: Token) -> bool:
    """Can a token part two predicates, or open a clause, at all? Most cannot."""
    return token.tag in _PARTING_TAGS or (token.low in _PARTING_WORDS and token.tag != "adv")


def _opens_late(tokens: Sequence[Token], index: int, verb: int) -> bool:
    """Does "after" or "since" open a clause, not a phrase: a subject follows, and no comma before the verb?"""
    return (
        tokens[index].low in _PREPOSITIONS_TOO
        and index + 1 < verb
        and tokens[verb - 1].tag != "conj"
        and (
            tokens[index + 1].tag in ("det", "name", "pron", "word", "quantity") or _dated_subject(tokens, index, verb)
        )
        and not any(tokens[place].low == "," or _begins_anew(tokens, place) for place in range(index + 1, verb))
    )


def _begins_anew(tokens: Sequence[Token], index: int) -> bool:
    """Does a conjunction begin a clause with a date of its own: "seen as a slight and | in 1951 the war began"?"""
    if tokens[index].tag != "conj":
        return False
    return [token.tag for token in tokens[index + 1 : index + 3]] == ["prep", "date"]


def _dated_subject(tokens: Sequence[Token], index: int, verb: int) -> bool:
    """Do a date and a subject follow: "until in May 1924 the council | began"?"""
    dated = tokens[index + 1].tag == "prep" and index + 3 < verb and tokens[index + 2].tag == "date"
    return dated and tokens[index + 3].tag in ("det", "name", "pron", "word", "quantity")


def _comma_conjunction(tokens: Sequence[Token], index: int, _right: int) -> bool:
    return tokens[index].low == "," and tokens[index + 1].tag == "conj"


def _shared_conjunction(tokens: Sequence[Token], index: int, right: int) -> bool:
    """A conjunction right before the verb, or with a date between: the subject is shared."""
    between = tokens[index + 1 : right]
    return tokens[index].tag == "conj" and all(token.tag in _BETWEEN or token.low == "," for token in between)


_BETWEEN = frozenset(("adv", "neg", "date", "prep"))


def _comma(tokens: Sequence[Token], index: int, _right: int) -> bool:
    return tokens[index].low == ","


def _conjunction(tokens: Sequence[Token], index: int, _right: int) -> bool:
    return tokens[index].tag == "conj"


_BOUNDARIES = (_strong, _opener, _comma_conjunction, _shared_conjunction, _comma, _conjunction)
"""What may part two predicates, the surest first."""
_BOUNDARIES_OF_PENDING = (_strong, _opener, _shared_conjunction)
"""The same where the subject of the second stands before the first."""


def _clause(
    tokens: Sequence[Token], predicate: Predicate, clauses: Sequence[Clause], last: int, depth: Sequence[int]
) -> Clause:
    previous = clauses[-1] if clauses else None
    first = previous.last if previous else 0
    opener = _opening(tokens, first, predicate.first, depth)
    link = _link(tokens, predicate, previous, opener, first)
    start = first if opener is None else opener + 1
    adverbials, subject = _subject(tokens, start, predicate.first)
    if predicate.subject is not None:
        adverbials, subject = range(start, predicate.first), predicate.subject
    if opener is not None and tokens[opener].tag == "sub":
        adverbials, subject = _without_aside(tokens, adverbials, subject)
    clause = Clause(first, last, predicate, link, subject, range(predicate.last, last), adverbials=adverbials)
    if opener is not None:
        clause.opener = tokens[opener].low
        clause.head = range(first, opener)
    elif link in ("participial", "infinitive") and (previous is None or tokens[first].low == ";"):
        clause.head = range(first + (previous is not None), _without_adverb(tokens, predicate.first))
    _attach(tokens, clause, clauses)
    return clause


def _without_adverb(tokens: Sequence[Token], end: int) -> int:
    """The end of what stands before a participle, its adverb left out: "the railway , | first | promised"."""
    apart = end
    while apart > 1 and tokens[apart - 1].tag == "adv":
        apart -= 1
    return apart if apart and tokens[apart - 1].low == "," else end


def _opening(tokens: Sequence[Token], first: int, verb: int, depth: Sequence[int]) -> int | None:
    """Place of the connective that opens a clause; a relative pronoun may stand after a first phrase."""
    for index in range(verb - 1, first - 1, -1):
        if _may_part(tokens[index]) and not depth[index] and _opens(tokens, index, first, verb):
            return index
    return None


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
        joins = previous is not None and previous.link == "complement" and _joins_that(tokens, opener)
        return "complement" if joins or _is_complement(tokens, previous, opener, first) else "relative"
    if opening != "conj":
        return "subordinate"
    if previous is None:
        return "main"
    said = (
        previous.predicate.lemma in SAYING
        and not previous.predicate.passive
        and all(token.tag == "date" for token in tokens[previous.predicate.last : first])
        and tokens[first].low != ","
    )
    return "complement" if said else "coordinate"


def _joins_that(tokens: Sequence[Token], opener: int | None) -> bool:
    """Does "and that" go on with what is said?"""
    return opener is not None and opener > 0 and tokens[opener].low == "that" and tokens[opener - 1].tag == "conj"


def _joins(tokens: Sequence[Token], predicate: Predicate) -> bool:
    """Does a participle go on behind a conjunction: "signed in Riga and | ratified"?"""
    return predicate.tense == "reduced" and predicate.first > 0 and tokens[predicate.first - 1].tag == "conj"


def _is_complement(tokens: Sequence[Token], previous: Clause | None, opener: int | None, first: int) -> bool:
    """Does "that" open what is said, right behind a verb or anywhere behind a verb of saying?"""
    if previous is None or opener is None or tokens[opener].low != "that":
        return False
    return opener == first == previous.predicate.last or previous.predicate.lemma in SAYING


_LABEL = 7
"""Tokens in which a label before a colon ends: "Penalty clause: the company was to pay …"."""


def _subject(tokens: Sequence[Token], start: int, end: int) -> tuple[range, range]:
    """Adverbials before the subject, and the subject: "In 1912 , | the two courts"."""
    start = _after_semicolon(tokens, start, end)
    while start < end and tokens[start].tag == "punct" and tokens[start].low != ",":
        start += 1
    place = _after_head(tokens, start, end)
    if place is None:
        place = _after_phrases(tokens, start, end)
    return range(start, place), range(place, end)


def _after_semicolon(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where a clause begins behind one without a verb that is known: "both claim the lake; | talks began".

    The items of a list and a dated entry go on behind it.
    """
    if start >= end or tokens[start].tag == "date" or any(token.text in "()" for token in tokens[start:end]):
        return start
    marks = [index for index in range(start, end - 1) if tokens[index].low == ";"]
    return marks[0] + 1 if len(marks) == 1 and tokens[marks[0] + 1].tag != "conj" else start


def _after_head(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where the subject begins behind a dateline, a label, or a date right before it; None where none of them opens."""
    place = _after_dateline(tokens, start, end)
    if place is not None:
        return place
    for index in range(start, min(end - 1, start + _LABEL)):
        if tokens[index].low == ":":
            return index + 1
    return _after_date(tokens, start + (start < end and tokens[start].low == ","), end)


def _after_phrases(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the subject begins behind the phrases that open the clause; `start` where none do."""
    commas = [index for index in range(start, end) if tokens[index].low in (",", ":")]
    if commas and (tokens[start].tag in ("prep", "adv", "date", "sub", "conj") or start == commas[0]):
        return _after_adverbial(tokens, commas, start, end)
    if start < end and tokens[start].tag == "prep":
        dated = next((place for place in range(start, end - 1) if tokens[place].tag == "date"), None)
        if dated is not None and [token.tag for token in tokens[dated + 1 : dated + 3]] == ["conj", "date"]:
            dated = min(dated + 2, end - 2)
        if dated is not None and _tells_apart(tokens, dated, end):
            return dated + 2
        if dated is not None and tokens[dated + 1].tag in ("name", "det", "word", "quantity"):
            return dated + 1
    place = start
    while place < end and tokens[place].tag in ("adv", "prep", "date"):
        place += 1
        if tokens[place - 1].tag == "date":
            return place
    place = start
    while place < end and tokens[place].low in _SENTENCE_ADVERBS:
        place += 1
    return place


def _tells_apart(tokens: Sequence[Token], dated: int, end: int) -> bool:
    """Does a year tell a noun apart, behind which the subject begins: "During the 1911 war | Danish ships"?"""
    attribute = tokens[dated - 1].tag == "det" and tokens[dated + 1].tag == "word"
    return attribute and dated + 2 < end and tokens[dated + 2].tag in ("name", "det", "pron", "quantity")


_SENTENCE_ADVERBS = frozenset(
    """then later earlier soon however meanwhile also afterwards afterward thereafter subsequently eventually finally
    recently previously formerly originally initially moreover furthermore thus therefore consequently again""".split()
)
"""Adverbs that open a sentence and are no part of its subject."""


def _after_dateline(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where the text begins behind "Riga, 3 May 1951:"."""
    if start > 0 or tokens[0].tag != "name":
        return None
    ends = (index + 1 for index in range(1, min(end, _DATELINE)) if tokens[index].low in (":", "—", "–", "--"))
    place = next(ends, None)
    return place if place is not None and tokens[place - 2].tag == "date" else None


_DATELINE = 8
"""Tokens that a dateline has at most."""


def _after_date(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where the subject begins right behind a date that opens the clause: "In 1951 | Togo , a small state , joined"."""
    if start + 2 >= end or tokens[start].tag != "prep" or tokens[start + 1].tag != "date":
        return None
    after = tokens[start + 2]
    return start + 2 if after.tag == "det" or (after.tag == "name" and not after.adjective) else None


def _without_aside(tokens: Sequence[Token], adverbials: range, subject: range) -> tuple[range, range]:
    """The subject behind what has no verb of its own: "Although few in number, | the monks"."""
    comma = next((place for place in reversed(subject) if tokens[place].low == ","), None)
    if comma is None or tokens[subject.start].tag in ("det", "name", "quantity", "pron") or comma + 1 == subject.stop:
        return adverbials, subject
    listed = any(tokens[place].tag == "conj" for place in range(comma, subject.stop))
    return (adverbials, subject) if listed else (range(adverbials.start, comma + 1), range(comma + 1, subject.stop))


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
        happened = [token.low for token in tokens[clause.predicate.last - 1 : clause.predicate.last + 1]] in _HAPPENED
        noun = _event_before(tokens, end) if happened else range(0)
        clause.subject = own if _names(tokens, own) else noun or _noun_before(tokens, end)
    elif clause.link == "participial":
        clause.subject = _doer_of_participle(tokens, clause, previous)
    elif clause.link == "infinitive" and previous:
        clause.subject = _doer_of_infinitive(tokens, clause, previous)
    elif clause.link == "coordinate" and not _phrase(tokens, clause.subject):
        _share_subject(tokens, clause, clauses)


def _doer_of_participle(tokens: Sequence[Token], clause: Clause, previous: Clause | None) -> range:
    """What a participle tells of: what it stands behind, else the subject of the clause before."""
    if clause.head and tokens[clause.head.stop - 1].low == "," and tokens[clause.head.start].tag != "prep":
        return clause.head
    if clause.first + 1 < clause.predicate.first and _opens_absolute(tokens, clause.first):
        return range(clause.first + 2, clause.predicate.first)
    near = clause.predicate.passive or previous is None or tokens[clause.first].low != ","
    noun = _noun_before(tokens, clause.predicate.first) if near else range(0)
    if noun and clause.predicate.lemma in _CONCLUDING:
        noun = _instrument_before(tokens, previous, noun) or noun
    return noun or (previous.subject if previous else range(0))


def _without_date(tokens: Sequence[Token], end: int) -> int:
    """The end of what stands before a date: "asked Morocco | in 1951 | to"."""
    while end > 1 and tokens[end - 1].tag in ("date", "prep"):
        end -= 1
    return end


_ASKING = frozenset(
    """ask urge order tell invite call force lead allow permit oblige persuade warn require advise enable request
    instruct authorise authorize compel prompt press summon direct""".split()
)
"""Verbs of what makes somebody else do what the infinitive tells: "asked | Morocco | to admit observers"."""


def _doer_of_infinitive(tokens: Sequence[Token], clause: Clause, previous: Clause) -> range:
    """What an infinitive tells of: "only for | the army | to come", "| a bridge | , to be built", "| they | agreed"."""
    before = _noun_before(tokens, clause.predicate.first)
    led = [token.low for token in tokens[max(0, before.start - 2) : before.start]]
    if before and led == ["only", "for"]:
        return before
    if previous.predicate.lemma in _ASKING and not previous.predicate.passive:
        asked = _noun_before(tokens, _without_date(tokens, clause.predicate.first))
        return asked if asked and asked.start >= previous.predicate.last else previous.subject
    if before and before.start and tokens[before.start - 1].tag == "prep":
        before = range(_noun_before(tokens, before.start - 1).start, before.stop)  # a bridge | at Lima
    apart = clause.predicate.passive and tokens[clause.predicate.first - 1].low == ","
    named = apart and before and before.start >= previous.predicate.last
    return before if named else previous.subject


_CONCLUDING = frozenset("sign conclude ratify initial".split())


def _instrument_before(tokens: Sequence[Token], previous: Clause | None, noun: range) -> range | None:
    """The instrument that a participle tells of: "a pact between Chile and Peru, | signed"; that of the clause before.

    "The pact was signed in Riga, | ratified in Oslo" tells of the pact.
    """
    places = range(noun.stop - 1, previous.predicate.last - 1 if previous is not None else -1, -1)
    place = next((at for at in places if tokens[at].low.split()[-1] in INSTRUMENTS), None)
    if place is not None:
        return _noun_before(tokens, place + 1)
    concluded = previous is not None and previous.predicate.lemma in _CONCLUDING and previous.predicate.passive
    return previous.subject if concluded and previous is not None else None


def _share_subject(tokens: Sequence[Token], clause: Clause, clauses: Sequence[Clause]) -> None:
    """Give a second verb without a subject that of the clause it goes on with."""
    accused = _accused(tokens, clause, clauses[-1])
    pending = _pending(tokens, clauses)
    if accused:
        clause.subject = accused
    elif pending is not None:
        clause.parent, clause.link = pending, "complement"
        clause.subject = range(
            max(_that(tokens, clauses[pending]) + 1, clauses[pending].rest.start), clauses[pending].last
        )
    elif clause.predicate.tense == "reduced" == clauses[-1].predicate.tense:
        clause.subject = clauses[-1].subject
    elif clauses[-1].link == "relative" and clauses[-1].head and tokens[clause.first].tag == "conj":
        clause.subject, clause.link = clauses[-1].subject, "relative"
    else:
        clause.parent = host = _resumed(clauses)
        clause.subject = _subject_of_head(tokens, clauses[host].head) or clauses[host].subject


def _accused(tokens: Sequence[Token], clause: Clause, host: Clause) -> range:
    """Whom the verb before charges with what a gerund tells: "accused | Chad | of having closed the border"."""
    if tokens[clause.predicate.first].low != "having" or tokens[clause.predicate.first - 1].low not in ("of", "for"):
        return range(0)
    if host.predicate.passive:
        return host.subject
    end = host.predicate.last
    while end < clause.first and tokens[end].tag in ("det", "name", "word"):
        end += 1
    return range(host.predicate.last, end)


def _subject_of_head(tokens: Sequence[Token], head: range) -> range:
    """The subject that stands before a relative clause or a participle: "In 1932 | the bridge | , which"."""
    first = next((place for place in head if tokens[place].tag not in ("sub", "conj", "rel")), head.start)
    start = _subject(tokens, first, head.stop)[1].start
    end = head.stop
    while end > start and tokens[end - 1].tag in ("punct", "adv", "prep"):
        end -= 1
    return range(start, end) if start < end else head


def _own(tokens: Sequence[Token], clause: Clause) -> range:
    """The subject inside a relative clause: "which | the two states | had contested"."""
    verb = clause.predicate.first
    opener = next((place for place in range(clause.first, verb) if tokens[place].tag == "rel"), verb)
    return range(opener + 1, verb)


def _names(tokens: Sequence[Token], span: range) -> bool:
    """Does a range name somebody or something, and not only say when?"""
    return any(tokens[index].tag in ("word", "name", "quantity", "pron", "det") for index in span)


def _phrase(tokens: Sequence[Token], span: range) -> bool:
    return any(tokens[index].tag in ("word", "name", "quantity", "pron", "det", "date") for index in span)


def _pending(tokens: Sequence[Token], clauses: Sequence[Clause]) -> int | None:
    """The verb of saying whose "that" still waits for its verb: "said that the mould which was found | spread"."""
    for index in reversed(range(len(clauses))):
        host = clauses[index]
        if host.predicate.lemma in SAYING and host.rest.start <= _that(tokens, host) < host.last - 1:
            return index
        if host.predicate.lemma == "say" and index + 1 < len(clauses) and _names_one(tokens, host.rest):
            return index
        if host.link not in ("relative", "participial"):
            return None
    return None


def _names_one(tokens: Sequence[Token], rest: range) -> bool:
    """Is all behind "said" the subject of what is said: "said the troops , | who came in May, | would leave"?"""
    tags = [tokens[place].tag for place in rest if tokens[place].low != ","]
    return tags[:1] in (["det"], ["name"]) and all(tag in ("det", "name", "word") for tag in tags)


def _that(tokens: Sequence[Token], host: Clause) -> int:
    """Place of the "that" that opens what is said: right behind the verb or behind who is told; -1 without one."""
    place = host.rest.start
    while place < host.last and tokens[place].tag in ("det", "word", "name", "pron"):
        place += 1
    return place if place < host.last and tokens[place].low == "that" else -1


def _resumed(clauses: Sequence[Clause]) -> int:
    """The clause whose subject a coordinate verb shares: the last one that is neither relative nor infinitive."""
    for index in reversed(range(len(clauses))):
        if clauses[index].link in ("main", "coordinate", "complement", "subordinate") or clauses[index].head:
            return index
    return len(clauses) - 1


_HAPPENED = (["took", "place"], ["taken", "place"], ["takes", "place"])


_OF_PHRASE = frozenset(("word", "name", "quantity", "det", "adv", "prep", "to", "conj"))


def _event_before(tokens: Sequence[Token], end: int) -> range:
    """The phrase before a relative that tells when something took place, whole: "the visit to Oslo | that"."""
    start = end
    while start > 0 and tokens[start - 1].tag in _OF_PHRASE:
        start -= 1
    while start < end and tokens[start].tag in ("prep", "adv", "conj"):
        start += 1
    return range(start, end)


def _noun_before(tokens: Sequence[Token], end: int) -> range:
    """The noun phrase that ends right before `end`."""
    while end > 0 and tokens[end - 1].low in (",", "(", ")"):
        opened = next((place for place in range(end - 1, -1, -1) if tokens[place].low == "("), None)
        end = opened if tokens[end - 1].low == ")" and opened is not None else end - 1
    while end > 1 and tokens[end - 1].tag == "adv" and tokens[end - 2].low == ",":
        end -= 2
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
