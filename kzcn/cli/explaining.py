"""What `kzcn ingest --explain` prints."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kzcn.documents import file_bytes, files
from kzcn.errors import SourceError, UsageError
from kzcn.extract.explain import Explained, explain
from kzcn.gather import Manner, open_document
from kzcn.output.clean import visible
from kzcn.output.machine import json_line

__all__ = ["explained"]


def explained(paths: Sequence[Path], manner: Manner, form: str | None, *, verbose: bool) -> None:
    """Print sentence by sentence what is read of documents and why; `form` is None for people, or jsonl.

    Raises: SourceError where a document cannot be read, UsageError for another form.
    """
    if form not in {None, "table", "jsonl"}:
        raise UsageError(f"--explain gives text or jsonl, not {form!r}")
    for path in files(paths):
        for sentence in _sentences(path, manner):
            if form == "jsonl":
                sys.stdout.write(json_line({"doc": path.name, **sentence.to_dict()}) + "\n")
            else:
                sys.stdout.write("".join(f"{visible(line)}\n" for line in _lines(sentence, verbose=verbose)) + "\n")


def _sentences(path: Path, manner: Manner) -> Iterator[Explained]:
    try:
        document = open_document(path, file_bytes(path), manner)
    except SourceError as error:
        raise SourceError(f"{path}: {str(error).removeprefix(f'{path.name}: ')}") from error
    return explain(document)


def _lines(sentence: Explained, *, verbose: bool) -> Iterator[str]:
    where = " > ".join(sentence.section)
    yield f"[{sentence.start}:{sentence.end}] {sentence.block}" + (f", {where}" if where else "")
    yield f"  {sentence.text}"
    for label, mentions in (("date", sentence.dates), ("number", sentence.numbers), ("name", sentence.names)):
        for mention in mentions:
            yield f"    {label:<7} {mention.start}:{mention.end} {mention.text} = {mention.value}"
    for clause in sentence.clauses if verbose else ():
        parts = f"{clause.subject or '-'} | {clause.verb or '-'} | {clause.rest or '-'}"
        yield f"    clause  {parts}  ({clause.link}; {clause.lemma}, {clause.tense})"
    for claim in sentence.claims:
        yield f"    CLAIM   {claim.kind}: {claim.title}"
        yield f"            {'; '.join(_slots(claim._asdict()))}"
    for reason in sentence.left:
        yield f"    left    {reason}"


_TOLD = ("rule", "date", "date_basis", "date_text", "value", "unit", "measure", "parties", "place", "polarity")


def _slots(claim: dict[str, object]) -> Iterator[str]:
    for name in (*_TOLD, "attribution"):
        value = claim[name]
        if isinstance(value, tuple):
            value = ", ".join(value)
        if value not in (None, ""):
            yield f"{name.replace('_', ' ')} {value}"
