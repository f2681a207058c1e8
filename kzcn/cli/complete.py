"""Candidates for the shell's tab key.

The shell calls kzcn with `_KZCN_COMPLETE` set to its name and the words typed so far, the last one unfinished. What can
be told without typer is told without it; only names of options need it.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kzcn.query import Facts

__all__ = ["VARIABLE", "Candidate", "candidates", "run"]

VARIABLE = "_KZCN_COMPLETE"
"""Holds the name of the shell that asks."""
_SPECIAL = re.compile(r"([\s'\"\\()&;|<>$`!*?\[\]#~{}])")
_QUOTING = re.compile(r"[\"'\\]")
_WITH_IDS = frozenset({"show", "export", "cite", "verify"})
"""Commands whose arguments are ids."""
_FORMAT = ("--format", "-f")
_KINDS = "SELECT DISTINCT k.kind, k.label FROM facts f JOIN kinds k USING (kind) ORDER BY k.rowid"
_FAMILIES = "SELECT family, count(*) || ' facts' FROM facts GROUP BY family ORDER BY family"
_PARTIES = "SELECT p.value, count(*) || ' facts' FROM facts f, json_each(f.parties) p GROUP BY p.value ORDER BY p.value"
_PLACES = "SELECT place, count(*) || ' facts' FROM facts WHERE place IS NOT NULL GROUP BY place ORDER BY place"
_IDS = "SELECT substr(id, 1, {length}), title FROM facts ORDER BY no"


class Candidate(NamedTuple):
    """Something that may stand where the cursor is, and what it means."""

    word: str
    meaning: str = ""


def run(arguments: Sequence[str]) -> int:
    """Print the candidates for the last word, one a line, in the way of the shell that asks.

    Returns: 0; where there is nothing to offer, nothing is printed.
    """
    from kzcn.errors import KzcnError  # noqa: PLC0415 - after the start

    quoted = arguments[-1:] and arguments[-1].startswith(("'", '"'))
    line = _for_quotes if quoted else _SHELLS.get(os.environ.get(VARIABLE, ""), _for_fish)
    try:
        found = list(candidates([word for word in arguments if word != "="]))
    except KzcnError:  # no database answers: nothing to offer
        return 0
    sys.stdout.writelines(f"{line(candidate)}\n" for candidate in found)
    return 0


def candidates(words: Sequence[str]) -> Iterator[Candidate]:
    """What may stand for the last word, where the others stand before it.

    Raises: DatabaseError.
    """
    *before, typed = words or [""]
    typed = _QUOTING.sub("", typed)
    name = next((word for word in before if not word.startswith("-")), None)
    if typed.startswith("--") and "=" in typed:
        option, _, value = typed.partition("=")
        yield from (Candidate(f"{option}={found.word}", found.meaning) for found in _beginning(_values(option), value))
    elif name == "export" and before[-1] in _FORMAT:
        yield from _beginning(map(Candidate, ("jsonl", "json", "datapackage")), typed)
    elif before and before[-1] in _VALUES:
        yield from _listed(before[-1], typed)
    elif name is None:
        yield from _beginning(_commands(), typed)
    elif typed.startswith("-"):
        yield from _beginning(_options(name), typed)
    elif name in _WITH_IDS:
        yield from _beginning(_asked(_ids), typed)
    elif name == "completion":
        yield from _beginning(map(Candidate, ("bash", "zsh", "fish")), typed)


def _listed(option: str, typed: str) -> Iterator[Candidate]:
    """The values of an option; the names in `--fields` are parted by commas."""
    head, comma, last = typed.rpartition(",") if option == "--fields" else ("", "", typed)
    for found in _beginning(_values(option), last):
        yield Candidate(f"{head}{comma}{found.word}", found.meaning)


def _beginning(found: Iterable[Candidate], typed: str) -> Iterator[Candidate]:
    return (candidate for candidate in found if candidate.word.lower().startswith(typed.lower()))


def _commands() -> Iterator[Candidate]:
    from kzcn.cli.commands import COMMANDS  # noqa: PLC0415 - not for values

    return (Candidate(name, command.summary) for name, command in COMMANDS.items())


def _options(name: str) -> Iterator[Candidate]:
    from kzcn.cli.app import options_of  # noqa: PLC0415 - typer is slow to load

    return (Candidate(option, meaning) for option, meaning in options_of(name))


def _values(option: str) -> Iterable[Candidate]:
    source = _VALUES.get(option)
    return () if source is None else source()


def _asked(question: Callable[[Facts], str]) -> list[Candidate]:
    from kzcn.query import Facts  # noqa: PLC0415 - only for what the database knows
    from kzcn.store.places import to_read  # noqa: PLC0415

    with Facts(to_read(_database(sys.argv[1:]))) as facts:
        return [Candidate(str(word), str(meaning)) for word, meaning in facts.rows(question(facts))]


def _database(arguments: Sequence[str]) -> str | None:
    """What `--db` names in a command line that is not finished."""
    named = [after for word, after in pairwise(arguments) if word == "--db"]
    return named[0] if named else None


def _ids(facts: Facts) -> str:
    return _IDS.format(length=facts.id_length())


def _from(sql: str) -> Callable[[], Iterable[Candidate]]:
    return lambda: _asked(lambda _: sql)


def _formats() -> Iterator[Candidate]:
    from kzcn.output import FORMATS  # noqa: PLC0415

    return map(Candidate, FORMATS)


def _fields() -> Iterator[Candidate]:
    from kzcn.query import FactRow  # noqa: PLC0415

    return map(Candidate, (*FactRow._fields, "all"))


def _periods() -> Iterator[Candidate]:
    from kzcn.periods import periods  # noqa: PLC0415

    return (Candidate(period.name, period.heading) for period in periods())


def _for_quotes(candidate: Candidate) -> str:
    return candidate.word


def _for_bash(candidate: Candidate) -> str:
    return _SPECIAL.sub(r"\\\1", candidate.word)


def _for_zsh(candidate: Candidate) -> str:
    return candidate.word.replace(":", "\\:") + (f":{candidate.meaning}" if candidate.meaning else "")


def _for_fish(candidate: Candidate) -> str:
    return f"{candidate.word}\t{candidate.meaning}" if candidate.meaning else candidate.word


_SHELLS: Mapping[str, Callable[[Candidate], str]] = {"bash": _for_bash, "zsh": _for_zsh, "fish": _for_fish}
_VALUES: Mapping[str, Callable[[], Iterable[Candidate]]] = {
    "--kind": _from(_KINDS),
    "--family": _from(_FAMILIES),
    "--party": _from(_PARTIES),
    "--place": _from(_PLACES),
    "--period": _periods,
    **dict.fromkeys(_FORMAT, _formats),
    "--fields": _fields,
}
"""Option to what gives its values."""
