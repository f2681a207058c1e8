"""Footnotes that leaked into running text: glued to a full stop, often ending where a line breaks without a link.

… was ratified on 3 May 1921.See the text in
О ратификации договора
. The map shows it too.
Over the next years …
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

__all__ = ["Role", "Run", "without_notes"]

Role = Literal["prose", "link", "bare"]


class Run(NamedTuple):
    """A raw run of the running text: a line of prose, or the anchor of a link."""

    role: Role
    start: int
    end: int


# "1921.See the text", "1998.О ратификации", not "U.S.Army" nor "example.com"
_GLUED = re.compile(r"(?<=[\w)\]\"”’])\.(?=[\"“«(]?[^\W\d_])")
_INITIALS = re.compile(r"(?:^|[\s.(\"“])[^\W\d_]\.$|\bPh\.$")
_LIKE_A_NOTE = re.compile(
    r"\W?(?:see|cf|ibid|op\. cit|quoted|retrieved|text of|for the text|according to the footnote)\b"
    r"|[^.]{0,120}?(?:\(\d{4}\)|\b(?:pp?|vol|no|ed|eds)\. ?\d|\bISBN\b|\bdoi:|https?://)",
    re.IGNORECASE,
)
_LATIN_END = "\u024f"
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]{0,3}(?=\s+[\"“(]?[^\W\d_a-z])")
_LIKENESS_WINDOW = 200


class _Glue(NamedTuple):
    run: int
    at: int
    """Raw offset after the full stop."""


def without_notes(raw: str, runs: list[Run]) -> list[Run]:
    """The runs of a passage with leaked footnotes cut out.

    A note reaches to the next break between two lines of prose, where the prose takes up again; without such a
    break, to the end of its own sentence, and only if it reads like a note.
    """
    kept: list[Run] = []
    at = 0
    for stop in [*_resumptions(raw, runs), len(runs)]:
        part = runs[at:stop]
        kept += _cut(raw, part, resumes=stop < len(runs))
        at = stop
    return kept


def _resumptions(raw: str, runs: list[Run]) -> list[int]:
    """Where a line of prose follows another and does not go on with it."""
    return [
        index
        for index in range(1, len(runs))
        if runs[index - 1].role == runs[index].role == "prose" and raw[runs[index].start] not in ".,;:)]"
    ]


def _cut(raw: str, part: list[Run], *, resumes: bool) -> list[Run]:
    glues = [glue for index, run in enumerate(part) if run.role == "prose" for glue in _glues(raw, index, run)]
    noted = [glue for glue in glues if _is_note(raw, glue, part)]
    if resumes and glues:
        glue = noted[0] if noted else glues[-1]
        run = part[glue.run]
        return [*part[: glue.run], run._replace(end=glue.at)]
    kept = list(part)
    for glue in reversed(noted):
        kept = _without_sentence(raw, kept, glue)
    return kept


def _glues(raw: str, index: int, run: Run) -> list[_Glue]:
    found: list[_Glue] = []
    for match in _GLUED.finditer(raw, run.start, run.end):
        first = raw[match.end() : match.end() + 2].lstrip('"“«(')[:1]
        if not first.islower() and not _INITIALS.search(raw, max(run.start, match.start() - 5), match.end()):
            found.append(_Glue(index, match.end()))
    return found


def _is_note(raw: str, glue: _Glue, part: list[Run]) -> bool:
    end = min(part[glue.run].end, glue.at + _LIKENESS_WINDOW)
    foreign = raw[glue.at : glue.at + 2].lstrip('"“«(')[:1] > _LATIN_END
    return foreign or _LIKE_A_NOTE.match(raw, glue.at, end) is not None


def _without_sentence(raw: str, runs: list[Run], glue: _Glue) -> list[Run]:
    """Cut from the glue to the end of the sentence that begins there, over links where it holds some."""
    run = runs[glue.run]
    head = [*runs[: glue.run], run._replace(end=glue.at)]
    at = glue.at
    for index in range(glue.run, len(runs)):
        found = _SENTENCE_END.search(raw, at, runs[index].end) if runs[index].role == "prose" else None
        if found:
            return [*head, runs[index]._replace(start=found.end()), *runs[index + 1 :]]
        at = runs[index + 1].start if index + 1 < len(runs) else at
    return head
