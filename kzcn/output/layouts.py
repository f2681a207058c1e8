"""Which columns each answer has."""

from __future__ import annotations

from typing import NamedTuple

from kzcn.errors import UsageError

__all__ = ["LAYOUTS", "Layout", "chosen"]


class Layout(NamedTuple):
    """The columns of an answer."""

    shown: tuple[str, ...]
    """For people, who read `date`, `value` and `kind` in words."""
    fields: tuple[str, ...]
    """For programs, which have those words in `date_shown`, `value_shown` and `kind_label`."""


_WHEN = ("date", "date_shown")
_VALUE = ("value_shown", "value", "value_max", "unit", "qualifier", "measure")
_STANDING = ("polarity", "attribution", "rank", "status", "origins", "conflicts", "sources", "id")
_ACTS = ("signed", "ratified", "in_force", "extended", "ended")

LAYOUTS: dict[str, Layout] = {
    "timeline": Layout(
        ("date", "title", "place", "sources", "id"),
        (*_WHEN, "title", "place", "family", "kind", "parties", *_VALUE, *_STANDING),
    ),
    "search": Layout(
        ("date", "title", "hit", "sources", "id"),
        (*_WHEN, "title", "hit", "place", "family", "kind", "parties", *_VALUE, *_STANDING),
    ),
    "treaties": Layout(
        ("title", "parties", "place", *_ACTS, "sources", "id"),
        ("title", "instrument", "instrument_type", "parties", "place", *_ACTS, "other", *_STANDING[:-1], "acts", "id"),
    ),
    "acts": Layout(
        ("date", "kind", "title", "parties", "place", "sources", "id"),
        (*_WHEN, "kind", "title", "instrument", "instrument_type", "parties", "place", *_VALUE, *_STANDING),
    ),
    "figures": Layout(
        ("date", "title", "value", "sources", "id"),
        (*_WHEN, "title", *_VALUE, "kind", "parties", "place", *_STANDING),
    ),
    "border": Layout(
        ("date", "title", "value", "sources", "id"),
        ("section", *_WHEN, "title", *_VALUE, "kind", "parties", "place", "instrument", "derivation", *_STANDING),
    ),
    "trade": Layout(
        ("date", "title", "value", "sources", "id"),
        ("section", *_WHEN, "title", *_VALUE, "kind", "parties", "place", "derivation", *_STANDING),
    ),
}


def chosen(layout: Layout, names: str | None, known: tuple[str, ...]) -> Layout:
    """The layout, or the columns named in `--fields` ("date,title"; "all" for every one).

    Raises: UsageError for a column that does not exist.
    """
    if names is None:
        return layout
    given = (name.strip() for name in names.split(","))
    wanted = known if names == "all" else tuple(dict.fromkeys(name for name in given if name))
    wrong = [name for name in wanted if name not in known]
    if wrong or not wanted:
        raise UsageError(f"no field {', '.join(map(repr, wrong)) or repr(names)}; there are: {', '.join(known)}")
    return Layout(wanted, wanted)
