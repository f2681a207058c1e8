"""Copies of one work: documents that share most of their text share an origin.

The clean text is cut into shingles of words; the smallest hashes of the shingles are a sketch of the document, and
two sketches overlap as much as the texts do (min-wise hashing, Broder 1997).
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain

from kzcn.model import Document

__all__ = ["Sketch", "assign", "assign_sketches", "hashes", "named", "sketch", "written"]

Sketch = Sequence[int]
"""The smallest hashes of a document, in order."""

_COMPUTED = re.compile("[0-9a-f]{64}")
_WORD = re.compile(r"\w+")
_SHINGLE = 5
_SIZE = 256
_COPY = 0.5
"""The least share of common shingles of two copies, measured against the shorter one's."""
_CROWD = 8
"""Documents that are looked for by one hash."""
_AT_HAND = 4096
"""Documents whose sketches are at hand: the first ones of a crowd are looked at again and again."""
_FEW = 32
"""Who shares less than this part of the hashes looked at is no copy, nor an excerpt of more than a thirtieth."""
_MOST = 1_000_000
"""Hashes that are looked at: of more only every second, third …, so that memory does not grow with the documents."""


def assign(documents: Iterable[Document]) -> dict[str, str]:
    """The origin of each document, by its SHA-256: the smallest SHA-256 among its copies."""
    return assign_sketches({document.source.sha256: sketch(document.text) for document in documents})


def sketch(text: str) -> Sketch:
    """The smallest hashes of the runs of five words of a text, in order: at most 256, few for a short text."""
    words = _WORD.findall(text.lower())
    runs = zip(*(words[at:] for at in range(max(1, min(_SHINGLE, len(words))))), strict=False)
    digests = {_digest(run.encode()) for run in set(map(" ".join, runs))}
    return hashes(b"".join(sorted(digests)[:_SIZE]))


_BLANK_DIGEST = blake2b(digest_size=8)


def _digest(run: bytes) -> bytes:
    digest = _BLANK_DIGEST.copy()  # quicker than a new one, whose parameters are read
    digest.update(run)
    return digest.digest()


def hashes(data: bytes) -> Sketch:
    """The hashes that are written in so many bytes, eight each, the first of a hash the highest."""
    return _swapped(array("Q", data))


def written(sketch: Iterable[int]) -> bytes:
    """The bytes that `hashes` reads."""
    return _swapped(array("Q", sketch)).tobytes()


def _swapped(numbers: array[int]) -> array[int]:
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def assign_sketches(sketches: Mapping[str, Sketch]) -> dict[str, str]:
    """As `assign`, from the sketches of documents by SHA-256.

    Only documents with enough hashes in common are compared. A hash that many documents have tells nothing of them, so
    only the first of these are kept under it; of very many documents only every second hash or so is looked at.
    """
    leader = {name: name for name in sketches}
    step = 1 + sum(map(len, sketches.values())) // _MOST
    holders: dict[int, tuple[str, ...]] = {}
    known = lru_cache(_AT_HAND)(lambda name: _Known(sketches[name]))
    for name in sorted(leader):
        own = known(name)
        looked_at = [number for number in own.sketch if number % step == 0]
        shelves = [holders.get(number, ()) for number in looked_at]
        near = Counter(chain.from_iterable(shelves))
        least = len(looked_at) // _FEW
        alike = [other for other, shared in near.items() if shared > least]
        copies = [other for other in alike if _is_copy(own, known(other))]
        _join(leader, [name, *copies])
        alone = (name,)
        for number, shelf in zip(looked_at, shelves, strict=True):
            if len(shelf) < _CROWD:
                holders[number] = (*shelf, name) if shelf else alone
    return {name: _root(leader, name) for name in leader}


def named(origins: Mapping[str, str], given: Mapping[str, str | None]) -> dict[str, str]:
    """The origins with the names that a user gave some of them; copies without a name of their own share that name.

    `given` is what each source has now: a user's name, the SHA-256 that was found before, or None.
    """
    names = {source: name for source, name in given.items() if name is not None and not _COMPUTED.fullmatch(name)}
    shared = {origins[source]: names[source] for source in sorted(names, reverse=True)}
    return {source: names.get(source, shared.get(origin, origin)) for source, origin in origins.items()}


_BITS = 4096
_UNMARKED = b"0" * _BITS
_MARK = ord("1")


class _Known:
    """A sketch, and a bit for each of its hashes by which others are told apart from it fast."""

    __slots__ = ("bits", "sketch", "spare")

    def __init__(self, sketch: Sketch) -> None:
        self.sketch = sketch
        marks = bytearray(_UNMARKED)
        for number in sketch:
            marks[number % _BITS] = _MARK
        self.bits = int(marks, 2)
        self.spare = len(sketch) - self.bits.bit_count()
        """Hashes that share the bit of another."""


def _is_copy(first: _Known, second: _Known) -> bool:
    """Compare the hashes below the largest that both sketches reach: beyond it one of them was cut.

    No hash that both have lies beyond. They have no more in common than bits and the hashes that share a bit, which
    tells most others apart without a look at the hashes.
    """
    one, other = first.sketch, second.sketch
    needed = _COPY * _reached(one, other)
    if (first.bits & second.bits).bit_count() + first.spare < needed:
        return False
    return len(frozenset(one).intersection(other)) >= needed > 0


def _reached(one: Sketch, other: Sketch) -> int:
    """The fewer of the hashes of two sketches that lie where both reach."""
    if one[-1] > other[-1]:
        one, other = other, one
    within = bisect_right(other, one[-1]) if len(one) >= _SIZE else len(other)  # a sketch of full size was cut
    return min(len(one), within)


def _join(leader: dict[str, str], names: Iterable[str]) -> None:
    roots = {_root(leader, name) for name in names}
    smallest = min(roots)
    for root in roots:
        leader[root] = smallest


def _root(leader: dict[str, str], name: str) -> str:
    while leader[name] != name:
        name = leader[name]
    return name
