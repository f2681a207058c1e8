"""Whether every piece of evidence still stands where a database says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kzcn.trust.library import Library, Verdict, verdict

if TYPE_CHECKING:
    from kzcn.query import Facts

__all__ = ["VerifyRow", "summary", "verify"]


class VerifyRow(NamedTuple):
    """A piece of evidence looked up again."""

    verdict: Verdict
    source: str
    """Base name of the document."""
    sha256: str
    same: bool
    """The document has the digest it had; False where it is missing or another of its name."""
    start: int
    end: int
    date_text: str | None
    value_text: str | None
    title: str
    id: str
    """Of the fact."""


def verify(facts: Facts, library: Library) -> Iterator[VerifyRow]:
    """Every piece of evidence of every fact, in the order of facts.

    Raises: SourceError where a document cannot be decoded, DatabaseError where the file is damaged.
    """
    names = {row.sha256: row.name for row in facts.sources()}
    for record in facts.export():
        for piece in record["evidence"]:
            name = names[piece["source"]]
            text, same = library.text(piece["source"], name)
            places = (piece["start"], piece["end"], piece["date_text"], piece["value_text"])
            yield VerifyRow(verdict(text, piece), name, piece["source"], same, *places, record["title"], record["id"])


def summary(rows: Sequence[VerifyRow]) -> str:
    """What was found, in a line for people."""
    counts = Counter(row.verdict for row in rows)
    documents = len({row.sha256 for row in rows})
    return (
        f"{len(rows)} pieces of evidence in {documents} document{'' if documents == 1 else 's'}: "
        f"{counts['found']} found, {counts['changed']} changed, {counts['missing']} in documents that are missing"
    )
