"""What `kzcn ingest --explain` prints."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kzcn.cli.answer import say
from kzcn.documents import file_bytes, files
from kzcn.errors import SourceError, UsageError
from kzcn.extract.explain import Explained, explain
from kzcn.gather import Manner, open_document
from kzcn.output.clean import visible
from kzcn.output.machine import json_line

__all__ = ["explained"]


def explained(paths: Sequence[Path], manner: Manner, form: str | None, *, verbose: bool) -> bool:
    """Print sentence by sentence what is read of documents and why; `form` is None or text for people, or jsonl.

    A document that cannot be read is told and left out.

    Returns: whether all were read.
    Raises: UsageError for another form.
    """
    if form not in {None, "text", "table", "jsonl"}:
        raise UsageError(f"--explain gives text or jsonl, not {form!r}")
    failed = [path for path in files(paths) if not _explained(path, manner, form, verbose=verbose)]
    return not failed


def _explained(path: Path, manner: Manner, form: str | None, *, verbose: bool) -> bool:
    """Print what is read of one document, or why it cannot be."""
    try:
        document = open_document(path, file_bytes(path), manner)
    except SourceError as error:
        say(visible(f"{path}: {str(error).removeprefix(f'{path.name}: ')}"))
        return False
    for sentence in explain(document):
        if form == "jsonl":
            sys.stdout.write(json_line({"doc": path.name, **sentence.to_dict()}) + "\n")
        else:
            sys.stdout.write("".join(f"{visible(line)}\n" for line in _lines(sentence, verbose=verbose)) + "\n")
    return True


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
