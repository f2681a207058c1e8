"""Where a link's anchor ends and the opening of the linked page begins, when both stand on one line.

No word list can know the anchors, so every cut after the first words is weighed by what the two sides show:
an abstract names its subject again, begins like a sentence and soon defines it; an anchor is short and whole.
Of cuts that weigh about the same, the shortest anchor is taken: a lost word is better than a leaked abstract.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Cut", "best_cut", "is_truncated"]


class Cut(NamedTuple):
    """The end of the anchor, as an offset into the line, and how strong the signs are (2 is weak, 6 is clear)."""

    end: int
    weight: float


class _Word(NamedTuple):
    text: str
    key: str
    """Letters and digits only, folded, without a plural s; empty for punctuation."""
    end: int


def _words_of(row: str) -> frozenset[str]:
    return frozenset(row.split())


_WORDS = 48
_ANCHOR_WORDS = 16
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_ARTICLES = frozenset({"the", "a", "an"})
_OPENINGS = frozenset({"In", "On", "At", "During", "For", "Under", "As", "This", "These", "There"})
_FUNCTION_WORDS = _words_of(
    "a an and as at by de del du e et for from i in into la le of on or the to von with y – - & /"
)
_DEFINES = _words_of("is was are were refers refer may can has had born born,")
_GENERIC_HEADS = _words_of(
    "agreement army canal city conference convention county desert district dynasty emirate empire government island"
    " khanate kingdom mountain oblast pact party people policy prefecture province range region republic revolt"
    " revolution river sea state strait summit treaty union war"
)
_ABSTRACT_LENGTH = (190, 258)
"""Characters of an abstract that the mirror has cut short."""
_NEAR = 0.75
_HOPELESS = -4.5


def is_truncated(line: str) -> bool:
    """Whether a line ends in the mark of an abstract cut short."""
    return line.endswith("…") or (line.endswith("...") and line[-4:-3].isspace())


@lru_cache(maxsize=2048)  # links come back, and the detection has seen the first ones
def best_cut(line: str) -> Cut:
    """The most plausible end of the anchor at the start of a line.

    A line of one word is all anchor, of weight 0.
    """
    words = _words(line)
    last = min(_ANCHOR_WORDS, len(words) - 1)
    if last < 1:
        return Cut(len(line), 0.0)
    weights = [_weight(line, words, size) for size in range(1, last + 1)]
    best = max(weights)
    size = next(index for index, weight in enumerate(weights, 1) if weight >= best - _NEAR)
    return Cut(words[size - 1].end, weights[size - 1])


def _words(line: str) -> list[_Word]:
    found: list[_Word] = []
    for match in re.finditer(r"\S+", line[:2000]):
        found.append(_Word(match[0], _key(match[0]), match.end()))
        if len(found) == _WORDS:
            break
    return found


def _key(word: str) -> str:
    key = _EDGES.sub("", word).casefold().removesuffix("'s").removesuffix("’s")
    return key[:-1] if len(key) > 3 and key.endswith("s") else key


def _weight(line: str, words: list[_Word], size: int) -> float:
    """How plausible it is that the first `size` words are the anchor."""
    subject = _subject(words, size)
    looks = _opening(words[size - 1], words[size]) + _wholeness(words[:size]) - 0.25 * (size - 1)
    repeated = _repetition(words, size, subject)
    if looks < _HOPELESS and not repeated:
        return looks
    return looks + repeated + _containment(words, size, subject) + _length(line, words[size - 1].end)


def _subject(words: list[_Word], size: int) -> int:
    """Index of the first word of the abstract's subject: punctuation and one article are passed over."""
    at = size
    while at < len(words) - 1 and not words[at].key:
        at += 1
    if words[at].key in _ARTICLES and at < len(words) - 1:
        at += 1
    return at


def _repetition(words: list[_Word], size: int, subject: int) -> float:
    """The abstract begins with the anchor's last words, or with its first ones."""
    keys = [word.key for word in words]
    adjacent = max(
        (run for run in range(1, size + 1) if keys[size - run : size] == keys[subject : subject + run]), default=0
    )
    if adjacent:
        return 3 + 2 * adjacent
    leading = 0
    while leading < size - 1 and subject + leading < len(keys) and keys[leading] == keys[subject + leading]:
        leading += 1
    return 2 + leading if leading and _belongs(words, leading, size, subject) else 0


def _belongs(words: list[_Word], leading: int, size: int, subject: int) -> bool:
    """Whether the anchor's words after the repeated ones are its own, not the start of a longer name ("B A B (…")."""
    rest = words[leading:size]
    if words[leading - 1].text[-1] in ",:" or rest[0].text[0] == "(" or rest[-1].text[0].islower():
        return True
    return rest[-1].key in _GENERIC_HEADS or {word.key for word in rest} <= _name(words, subject)


def _name(words: list[_Word], subject: int) -> set[str]:
    """The words of the abstract's subject, up to its first comma, bracket or verb."""
    found: set[str] = set()
    for word in words[subject:]:
        if word.text in _DEFINES or word.text[0] in "([,;":
            break
        found.add(word.key)
        if word.text[-1] in ",;":
            break
    return found


def _containment(words: list[_Word], size: int, subject: int) -> float:
    """The abstract names the anchor's words, best as a phrase, before it says what the thing is."""
    window: list[str] = []
    for word in words[subject:]:
        if word.text in _DEFINES and window:
            break
        window.append(word.key)
    anchor = [word.key for word in words[:size] if word.key and word.text not in _FUNCTION_WORDS]
    if not anchor:
        return 0
    repeated = len(anchor) - len(set(anchor))
    named = sum(key in window for key in anchor)
    last = 1.5 if anchor[-1] in window else 0
    whole = [word.key for word in words[:size]]
    phrase = size > 1 and any(window[at : at + size] == whole for at in range(len(window) - size + 1))
    return 2 * named / len(anchor) + last + (0.75 * min(size, 4) if phrase else 0) - 2 * repeated


def _opening(last: _Word, first: _Word) -> float:
    """The word after the cut begins a sentence, a foreign term or the remains of a template."""
    if first.text in {"The", "A", "An"}:
        return 4
    if not first.key:
        return 1 if first.text[0] in "–—-&/" else 3
    if first.text.startswith("''"):
        return 3
    if first.text[0] in "([":
        return -3
    if first.text[0].islower():
        return -5
    opens = 2.0 if first.text in _OPENINGS else 0.0
    return opens + (2 if last.text[0].islower() else 0)


def _wholeness(anchor: list[_Word]) -> float:
    """An anchor does not end in a preposition or a comma, nor inside brackets or quotes."""
    last = anchor[-1].text
    text = " ".join(word.text for word in anchor)
    broken = (
        last.casefold() in _FUNCTION_WORDS
        or last[-1] in ",;:"
        or not anchor[-1].key
        or text.count("(") != text.count(")")
        or text.count('"') % 2 == 1
        or text.count("''") % 2 == 1
    )
    return -6 if broken else 0


def _length(line: str, end: int) -> float:
    """A cut abstract has a usual length."""
    if not is_truncated(line):
        return 0
    least, most = _ABSTRACT_LENGTH
    return 0 if least <= len(line) - end <= most else -1
