"""What a question selects by, and the SQL that selects it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypedDict

from kzcn.errors import UsageError

__all__ = ["Condition", "Filters", "conditions", "expression", "hidden", "hits", "undated", "within"]


class Filters(TypedDict, total=False):
    """The keywords of a question; all may be left out."""

    from_: str
    """First date, as people write it: "1992", "36 BC", "April 1994", EDTF."""
    to: str
    """Last date."""
    period: str
    """A name of `tables/periods.csv`: what it overlaps."""
    kind: str
    family: str
    party: str
    """A part of a party's name, or another of its names: "PRC"."""
    place: str
    """A part of a place's name."""
    about: str
    """Words that must occur in the title, the names or another text of the fact."""
    all: bool
    """Denied and deprecated facts too."""
    undated: bool
    """Facts without a date too."""
    reverse: bool
    """Latest first."""
    limit: int
    """At most so many rows."""


class Condition(NamedTuple):
    """An SQL expression over `facts f` and the values of its question marks."""

    sql: str
    values: tuple[object, ...] = ()


hidden = Condition("(f.polarity = 'denied' OR f.rank = 'deprecated')")
"""What tables leave out unless asked."""

undated = Condition("(f.stands_from IS NULL AND f.stands_to IS NULL)")


def conditions(filters: Filters) -> list[Condition]:
    """The conditions that every row must meet, those on dates, rank and polarity left out.

    Raises: UsageError for an unknown keyword.
    """
    unknown = set(filters) - set(Filters.__annotations__)
    if unknown:
        raise UsageError(f"no such filter: {', '.join(sorted(unknown))}")
    return [
        *_equal("kind", filters.get("kind")),
        *_equal("family", filters.get("family")),
        *_party(filters.get("party")),
        *_place(filters.get("place")),
        *_about(filters.get("about")),
    ]


def _equal(column: str, value: str | None) -> list[Condition]:
    return [] if value is None else [Condition(f"f.{column} = ?", (value,))]


def _party(name: str | None) -> list[Condition]:
    if name is None:
        return []
    from kzcn.names import party_of  # noqa: PLC0415 - only where a party is asked for

    known = party_of(name) or party_of(name.upper()) or party_of(name.title()) or name
    sql = "EXISTS (SELECT 1 FROM json_each(f.parties) p WHERE p.value LIKE ? ESCAPE '\\' OR p.value = ?)"
    return [Condition(sql, (contains(name), known))]


def _place(name: str | None) -> list[Condition]:
    return [] if name is None else [Condition("f.place LIKE ? ESCAPE '\\'", (contains(name),))]


def _about(text: str | None) -> list[Condition]:
    if text is None:
        return []
    return [Condition("f.no IN (SELECT rowid FROM facts_fts WHERE facts_fts MATCH ?)", (expression(text),))]


def hits(text: str) -> Condition:
    """What to select from to get the facts in which all words of the text occur, with a `score`, best smallest.

    Raises: UsageError where the text holds no word.
    """
    found = "(SELECT rowid AS hit, rank AS score FROM facts_fts WHERE facts_fts MATCH ?) s"
    return Condition(f"{found} CROSS JOIN facts f ON f.no = s.hit", (expression(text),))


def expression(text: str) -> str:
    """What the full-text index is asked for these words.

    Raises: UsageError where the text holds no word.
    """
    from kzcn.store.words import match  # noqa: PLC0415 - its pattern is slow to compile

    found = match(text)
    if found is None:
        raise UsageError(f"nothing to search for in {text!r}; give a word")
    return found


def contains(text: str) -> str:
    """The LIKE pattern for texts that contain this one."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def within(filters: Mapping[str, object]) -> list[Condition]:
    """The conditions on dates: what stands overlaps `from_` to `to`, and the period.

    Raises: BadDate for a date that cannot be read; UsageError where the end lies before the beginning, or for a period
    that does not exist.
    """
    first, last = _bound(filters.get("from_"), 0), _bound(filters.get("to"), 1)
    if first is not None and last is not None and first > last:
        raise UsageError(f"--from {filters['from_']} lies after --to {filters['to']}")
    return [*_overlapping(first, last), *_overlapping(*_period(filters.get("period")))]


def _overlapping(first: int | None, last: int | None) -> list[Condition]:
    found = []
    if first is not None:
        found.append(Condition("(f.stands_to IS NULL OR f.stands_to >= ?)", (first,)))
    if last is not None:
        found.append(Condition("(f.stands_from IS NULL OR f.stands_from <= ?)", (last,)))
    return found


def _period(name: object) -> tuple[int | None, int | None]:
    if name is None:
        return None, None
    from kzcn.periods import named  # noqa: PLC0415 - only where a period is asked for

    return named(str(name)).bounds


def _bound(text: object, end: int) -> int | None:
    if text is None:
        return None
    from kzcn.dates import read_option  # noqa: PLC0415 - only where a date is asked for

    return read_option(str(text)).bounds()[end]
