"""A user's corrections, read from a small TOML file.

[[mend]]
fact = "3f2a91"
slot = "date"
value = "1938-06-04"
reason = "the gazette of that day has the text"
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, get_args

from kzcn.dates import EDTF
from kzcn.errors import BadDate, KzcnError
from kzcn.model import Action, Correction, Polarity, Qualifier

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

__all__ = ["SLOTS", "Corrections", "read"]

_ACTIONS = get_args(Action)
_KEYS = frozenset(["fact", "reason"])
_MEND_KEYS = _KEYS | {"slot", "value"}


class Corrections(NamedTuple):
    """What a file holds."""

    entries: tuple[Correction, ...] = ()
    problems: tuple[str, ...] = ()
    """A line for each entry that cannot be used."""


def read(path: Path) -> Corrections:
    """The corrections of a file, in its order within each action: rejected, preferred, mended.

    Raises: KzcnError where the file cannot be read or is no TOML.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise KzcnError(f"{path}: the corrections cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise KzcnError(f"{path}: no TOML ({' '.join(str(error).split())})") from error
    entries: list[Correction] = []
    problems: list[str] = []
    for found in _entries(tables):
        if isinstance(found, Correction):
            entries.append(found)
        else:
            problems.append(f"{path.name}: {found}")
    return Corrections(tuple(dict.fromkeys(entries)), tuple(problems))


def _entries(tables: Mapping[str, Any]) -> Iterator[Correction | str]:
    for name in tables:
        if name not in _ACTIONS:
            yield f"no action {name!r}; there are: {', '.join(_ACTIONS)}"
    for action in _ACTIONS:
        listed = tables.get(action, [])
        if not isinstance(listed, list):
            yield f"write [[{action}]] with two brackets; one of {action} is not read"
            continue
        for number, entry in enumerate(listed, 1):
            where = f"{action} {number}"
            reason = _problem(action, entry)
            yield _correction(action, entry) if reason is None else f"{where}: {reason}"


def _problem(action: Action, entry: object) -> str | None:
    """What is wrong with an entry, in words."""
    keys = _MEND_KEYS if action == "mend" else _KEYS
    if not isinstance(entry, dict):
        return "not a table"
    odd = [*sorted(keys - set(entry)), *sorted(set(entry) - keys)]
    if odd:
        return f"{'missing' if odd[0] in keys else 'unknown'} key {odd[0]!r}; it takes {', '.join(sorted(keys))}"
    for name in sorted(keys - {"value"}):
        if not isinstance(entry[name], str) or not entry[name].strip():
            return f"{name} must be a text that is not empty"
    return _slot_problem(entry["slot"], entry["value"]) if action == "mend" else None


def _slot_problem(slot: str, value: object) -> str | None:
    if slot not in SLOTS:
        return f"no slot {slot!r}; there are: {', '.join(SLOTS)}"
    wanted, fits = SLOTS[slot]
    return None if fits(value) else f"{slot} takes {wanted}, not {value!r}"


def _correction(action: Action, entry: Mapping[str, Any]) -> Correction:
    value = entry.get("value")
    plain = tuple(value) if isinstance(value, list) else value
    return Correction(action, entry["fact"].strip().lower(), entry["reason"].strip(), entry.get("slot"), plain)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_list(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < float("inf")


def _is_date(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        EDTF.parse(value)
    except BadDate:
        return False
    return True


def _one_of(names: tuple[str, ...]) -> tuple[str, Callable[[object], bool]]:
    return f"one of {', '.join(names)}", lambda value: value in names


_TEXT = ("a text", _is_text)
_LIST = ("a list of texts", _is_list)
_NUMBER = ("a number in base units", _is_number)

SLOTS: dict[str, tuple[str, Callable[[object], bool]]] = {
    "title": _TEXT,
    "date": ("an EDTF date in quotes", _is_date),
    "value": _NUMBER,
    "value_max": _NUMBER,
    "unit": _TEXT,
    "qualifier": _one_of(get_args(Qualifier)),
    "measure": _TEXT,
    "parties": _LIST,
    "place": _TEXT,
    "instrument": _TEXT,
    "instrument_type": _TEXT,
    "names": _LIST,
    "polarity": _one_of(get_args(Polarity)),
    "attribution": _TEXT,
}
"""Slot that can be mended: what it takes in words, and whether a value is that."""
