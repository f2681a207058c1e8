"""Documents to claims, many at a time: in this process, or in several beside it.

Results come in the order of the paths whatever the number of processes, and no more than a few are held at once.
"""

from __future__ import annotations

import gc
import hashlib
import os
import signal
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from kzcn.documents import STDIN, file_bytes
from kzcn.errors import KzcnError, SourceError
from kzcn.model import Citation, Claim, Document, Source
from kzcn.origins import Sketch

__all__ = ["SELDOM", "Left", "Manner", "Read", "gather", "open_document", "usual_jobs"]

SELDOM = (50_000, 50, 100)
"""Thresholds of the garbage collector: reading leaves next to no cycles, and to search for them takes a fifth of it."""
_BATCH = 8
"""Documents that a process is handed at once."""
_AHEAD = 3
"""Batches for each process that are under way or waiting to be taken."""
_MANY = 40
"""Documents from which on a second process is worth its start."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How documents are read and what is kept of them."""

    quotes: bool = True
    """Keep the passage each claim was read from."""
    format: str | None = None
    """Name of the reader; None lets the text decide."""
    encoding: str | None = None
    reference_date: str | None = None
    """EDTF of the day on which the documents were written, instead of the one that they give."""
    licence: str | None = None
    """Licence of the documents, shown with their facts."""
    origin: str | None = None
    """Name of the work that the documents are copies of; None lets their text tell."""


class Read(NamedTuple):
    """What is kept of a document: its text is not, so that a large corpus fits in memory."""

    source: Source
    citations: tuple[Citation, ...]
    claims: tuple[Claim, ...]
    sketch: Sketch
    quotes: tuple[str, ...] = ()
    """The passages of the claims, where they are kept."""
    too_long: int = 0
    """Sentences that were passed over, as they are too long to read."""
    cut: bool = False
    """It gave as many claims as are read of one document, and may have more."""


class Left(NamedTuple):
    """A document that was not read, and why."""

    reason: str
    known: bool = False
    """It is in the database already."""


Result = tuple[Path, Read | Left]


def usual_jobs(documents: int) -> int:
    """How many processes read so many documents when nobody says: as many as there are cores for many documents."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, documents // _MANY * 2))


def gather(paths: Iterable[Path], manner: Manner, known: Collection[str], jobs: int) -> Iterator[Result]:
    """Each path with what its document gave, or why it gave nothing; `known` are the SHA-256 of those not to read.

    Raises: KzcnError where a process is ended from outside.
    """
    if jobs == 1:
        return ((path, _result(path, manner, known)) for path in paths)
    return _in_processes(iter(paths), manner, known, jobs)


def open_document(path: Path, data: bytes, manner: Manner) -> Document:
    """Read the bytes of a document in the manner given; a reference date takes the place of the document's own date.

    Raises: SourceError where it cannot be read.
    """
    from kzcn.reading import read  # noqa: PLC0415 - heavy, and of no use where every document is known

    name = "stdin" if path == STDIN else path.name
    document = read(data, name, format=manner.format, encoding=manner.encoding)
    source = replace(
        document.source,
        licence=manner.licence or document.source.licence,
        origin=manner.origin,
        date=manner.reference_date or document.source.date,
    )
    return replace(document, source=source)


def _result(path: Path, manner: Manner, known: Collection[str]) -> Read | Left:
    try:
        data = file_bytes(path)
        if hashlib.sha256(data).hexdigest() in known:
            return Left("in the database already", known=True)
        return _read(open_document(path, data, manner), manner)
    except SourceError as error:
        return Left(str(error).removeprefix(f"{'stdin' if path == STDIN else path.name}: "))
    except Exception as error:  # noqa: BLE001 - a fault in a rule costs the one document, not the others
        return Left(f"kzcn failed on it ({type(error).__name__}: {error}); please report this")


def _read(document: Document, manner: Manner) -> Read:
    from kzcn.extract.analysis import too_long  # noqa: PLC0415 - as above
    from kzcn.extract.engine import MOST_CLAIMS, extract  # noqa: PLC0415
    from kzcn.origins import sketch  # noqa: PLC0415

    claims = extract(document, quotes=False)
    passed, cut = sum(map(too_long, document.sentences)), len(claims) == MOST_CLAIMS
    quotes = tuple(_quote(claim, document) for claim in claims) if manner.quotes else ()
    return Read(document.source, document.citations, tuple(claims), sketch(document.text), quotes, passed, cut)


def _quote(claim: Claim, document: Document) -> str:
    """The passage as the file has it, so that its digest fits."""
    return document.raw[claim.evidence.start : claim.evidence.end]


_shared: dict[str, tuple[Manner, Collection[str]]] = {}
"""What every batch of a process needs."""


def _begin(manner: Manner, known: Collection[str]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who began the process ends it
    gc.set_threshold(*SELDOM)
    _shared["all"] = (manner, known)


def _batch(paths: Sequence[Path]) -> list[Result]:
    manner, known = _shared["all"]
    return [(path, _result(path, manner, known)) for path in paths]


def _in_processes(paths: Iterator[Path], manner: Manner, known: Collection[str], jobs: int) -> Iterator[Result]:
    """Keep the processes busy, and take their results in order; standard input is read here."""
    waiting: deque[Future[list[Result]]] = deque()
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (manner, known))
    try:
        while True:
            while len(waiting) < _AHEAD * jobs and (batch := list(islice(paths, _BATCH))):
                waiting.append(_submitted(pool, batch, manner, known))
            if not waiting:
                return
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise KzcnError("a process that read documents was ended from outside; try again with --jobs 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(
    pool: ProcessPoolExecutor, batch: Sequence[Path], manner: Manner, known: Collection[str]
) -> Future[list[Result]]:
    if STDIN not in batch:
        return pool.submit(_batch, batch)
    done: Future[list[Result]] = Future()
    done.set_result([(path, _result(path, manner, known)) for path in batch])
    return done
