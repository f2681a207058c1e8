"""Build the shipped database from its sources: `python scripts/ingest.py SOURCE... [--db data/facts.sqlite]`.

The same code as `kzcn ingest`, with other defaults: built from the given documents alone, no quotes, no clock.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from kzcn.errors import KzcnError  # noqa: E402 - from the tree this script stands in
from kzcn.ingest import Options, Watcher, ingest, summary  # noqa: E402


def main() -> int:
    """Read the command line and ingest.

    Returns: the exit code: 0 done, 1 a document or the database could not be read or written.
    """
    given = _arguments()
    options = Options(quotes=given.quotes, format=given.format_in, licence=given.licence, empty=True, jobs=given.jobs)
    try:
        report = ingest(given.source, given.db, options, Watcher(_say))
    except KzcnError as error:
        _say(f"kzcn: {error}")
        return error.exit_code
    for line in summary(report, given.db):
        _say(line)
    return 1 if report.failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build the shipped database from its sources.")
    parser.add_argument("source", nargs="+", type=Path, metavar="SOURCE", help="files, or folders of them")
    parser.add_argument("--db", type=Path, default=ROOT / "data" / "facts.sqlite", metavar="PATH", help="what to build")
    parser.add_argument("--format-in", metavar="NAME", help="the reader; else the text decides")
    parser.add_argument("--licence", default="CC BY-SA 4.0", metavar="TEXT", help="the documents' licence")
    parser.add_argument("--quotes", action="store_true", help="keep the passages that facts were read from")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes; else as many as the documents are worth")
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
