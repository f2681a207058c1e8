"""Speed and memory of an ingest, from files to the database, over made-up documents of mixed prose.

usage: python benchmarks/ingest.py [--sizes 2,20] [--large] [--small] [--seed N]

Each document has two to eight kilobytes, with `--small` half a kilobyte on average; one sentence in five, on average,
tells a fact, the others only describe. Prints the megabytes read a second with one process and with two, the claims
and facts found, and the peak memory of the largest process. `--large` adds 200 MB.
"""

from __future__ import annotations

import argparse
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


def _listed(text: str) -> list[str]:
    """The items of a text that are parted by bars or stand on lines of their own."""
    return [item.strip() for item in text.replace("\n", "|").split("|")]


_STATES = _listed("""Norway|Sweden|Finland|Denmark|Poland|Hungary|Romania|Bulgaria|Greece|Turkey|Egypt|Morocco|Kenya
Uganda|Ghana|Peru|Chile|Bolivia|Brazil|Mexico|Canada|Japan|Vietnam|Thailand|Laos|Nepal|India|Mongolia|Georgia|Armenia""")
_TOWNS = _listed("""Aldby|Brenna|Corvel|Dunmar|Eskova|Fornak|Galden|Haverin|Istrel|Jorvik|Kalmar|Lostwith|Marnau|Nordel
Ostrava|Pelham|Quarna|Rivas|Selmet|Torvan|Ulmet|Varna|Westmar|Yarmel|Zelenk""")
_PEOPLE = _listed("Anna Berg|Carlo Dunn|Elsa Fine|Gregor Hale|Ivan Juhl|Karin Lund|Marta Nunn|Oscar Pohl|Rita Sand")
_MONTHS = _listed("January|February|March|April|May|June|July|August|September|October|November|December")
_GOODS = _listed("timber|copper ore|wool|grain|machine parts|dried fruit|coffee|cement|fishing nets|railway cars")
_MATTERS = _listed("fisheries|double taxation|air services|river navigation|visas|mutual aid|border crossings")
_WORKS = _listed("bridge|tunnel|railway|pipeline|power station|harbour|road|cultural centre|dry port")

_TELLING = _listed("""On {date}, {a} and {b} signed an agreement on {matter} in {town}.
In {year} trade between {a} and {b} reached ${sum} million, up {share} percent on the year before.
The border between {a} and {b} is {length} km long, of which {part} km runs along rivers.
{a} recognised {b} on {date}, and the two states exchanged ambassadors in {later}.
President {person} visited {town} in {month} {year} and met the mayor.
Construction of the {work} began in {year} and was completed in {later} at a cost of ${sum} million.
According to the census of {year}, {people} people born in {a} lived in {b}.
{a} exported {weight} tonnes of {goods} to {b} in {year}, compared with {part} tonnes in {later}.
After the war of {year}–{later}, {a} ceded about {length} square kilometres to {b}.
The protocol, which had been ratified in {year}, entered into force on {date}.
The minister, {person}, said that {a} would build a {work} near {town} by {later}.
In the late 19th century, {people} settlers from {a} crossed the mountains into {b}.
A bank in {town} lent {b} ${sum} million for a {work} in {month} {year}.
In {year}, {a} opened a consulate in {town}, and {b} followed in {later}.
Some {people} students from {a} were enrolled at universities in {b} in {year}.
The two governments agreed in {month} {year} to extend the treaty on {matter} for ten years.""")

_OPENINGS = _listed("""In the evening|Behind the old market|Along the lower river
As travellers often remark
For most visitors|In the villages of the north|Under the arches of the bridge|When the wind turns
On the far side of the valley
Beyond the last houses|At the foot of the hills|Even now|In many families|Among the older people""")
_SUBJECTS = _listed("""the narrow lanes|the people of {town}|the merchants from {a}|the orchards|the old songs
the customs officers
the ferrymen|the writers of {b}|the young|the teachers of the school|the shepherds|the winter roads
the newspapers of {town}
the caravans|the delegates|the weavers|the houses of the rich|the archives|the courts|the committees""")
_VERBS = _listed("""seem quieter than one expects|keep their own calendar
tell the story in another way
remain open to everybody|have little to say about it|are known for their patience
depend on the weather|make no secret of their doubts
look towards the sea|share a taste for long speeches|hardly ever agree on anything|are built of pale stone
carry the memory of better times|speak of {a} with warmth|trust the river more than the road""")
_ENDINGS = _listed(""", and nobody finds that strange|, which says much about the place|, though the guidebooks disagree
, because the valley is wide and the soil is poor|, while the officials in {town} look on|, as in most of {b}
, and the neighbours do the same|, so that strangers are often surprised|, with all that follows from it
, even where the old families have left|, or so the schoolbooks say""")


USUAL, SMALL = (2000, 8000), (100, 300)
"""How long a document is at least and at most, in characters, before its last paragraph."""


class Run(NamedTuple):
    """What one ingest took and found."""

    seconds: float
    cpu: float
    """Seconds of processor time, of all processes together."""
    peak: int
    """Bytes of memory of the largest process."""
    claims: int
    facts: int


def document(chance: random.Random, size: int) -> str:
    """A made-up document of about `size` characters."""
    density = chance.choice((0.02, 0.15, 0.4))
    pair = chance.sample(_STATES, 2)
    paragraphs = [f"{pair[0]} and {pair[1]}"]
    while sum(map(len, paragraphs)) < size:
        told = (chance.random() < density for _ in range(chance.randint(3, 7)))
        paragraphs.append(" ".join(_telling(chance, pair) if tells else _describing(chance, pair) for tells in told))
    return "\n\n".join(paragraphs) + "\n"


def _telling(chance: random.Random, pair: list[str]) -> str:
    return _filled(chance, chance.choice(_TELLING), pair)


def _describing(chance: random.Random, pair: list[str]) -> str:
    subject, verb, ending = (chance.choice(part) for part in (_SUBJECTS, _VERBS, _ENDINGS))
    return _filled(chance, f"{chance.choice(_OPENINGS)}, {subject} {verb}{ending}.", pair)


def _filled(chance: random.Random, text: str, pair: list[str]) -> str:
    year = chance.randint(1850, 2015)
    month = chance.choice(_MONTHS)
    return text.format(
        a=pair[0],
        b=pair[1],
        year=year,
        later=year + chance.randint(1, 9),
        month=month,
        date=f"{chance.randint(1, 28)} {month} {year}",
        town=chance.choice(_TOWNS),
        person=chance.choice(_PEOPLE),
        goods=chance.choice(_GOODS),
        matter=chance.choice(_MATTERS),
        work=chance.choice(_WORKS),
        sum=chance.randint(2, 990),
        share=chance.randint(1, 60),
        length=f"{chance.randint(300, 4000):,}",
        part=chance.randint(20, 290),
        weight=f"{chance.randint(1000, 90000):,}",
        people=f"{chance.randint(1000, 400000):,}",
    )


def documents(seed: int, megabytes: float, lengths: tuple[int, int]) -> Iterator[str]:
    """Made-up documents of so many megabytes together, the same for the same seed, about as long as `lengths` say."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    left = megabytes * 1e6
    while left > 0:
        text = document(chance, min(chance.randint(*lengths), int(left) + 200))
        left -= len(text.encode())
        yield text


def generate(folder: Path, seed: int, megabytes: float, lengths: tuple[int, int]) -> int:
    """Write the documents into a folder, a thousand to a folder of its own.

    Returns: how many there are.
    """
    count = 0
    for count, text in enumerate(documents(seed, megabytes, lengths), 1):
        place = folder / f"{count // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{count:06}.txt").write_text(text, encoding="utf-8")
    return count


def run(folder: Path, database: Path, jobs: int) -> Run:
    """Ingest a folder in a process of its own.

    Raises: SystemExit where the ingest fails.
    """
    command = ["kzcn", "ingest", str(folder), "--db", str(database), "--empty", "--jobs", str(jobs)]
    program = "import sys; sys.stderr = open('/dev/null', 'w'); from kzcn.cli import main; main()"
    started = time.perf_counter()
    child = os.posix_spawn(sys.executable, [sys.executable, "-c", program, *command[1:]], os.environ)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - started
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    with sqlite3.connect(database) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("claims", "facts")]
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, *counts)


def main() -> None:
    """Generate, ingest with one process and with two, print."""
    parser = argparse.ArgumentParser(description="Speed and memory of an ingest.")
    parser.add_argument("--sizes", default="2,20", help="megabytes, parted by commas")
    parser.add_argument("--large", action="store_true", help="200 MB too")
    parser.add_argument("--small", action="store_true", help="many small documents")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sizes = [float(size) for size in given.sizes.split(",")] + ([200.0] if given.large else [])
    lengths = SMALL if given.small else USUAL
    heads = (("MB", 5), ("documents", 11), ("jobs", 6), ("seconds", 9), ("CPU s", 8), ("MB/s", 7), ("peak MB", 9))
    print("".join(f"{head:>{width}}" for head, width in (*heads, ("claims", 10), ("facts", 9))))
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "documents"
            count = generate(folder, given.seed, size, lengths)
            for jobs in (1, 2):
                one = run(folder, Path(name) / f"{jobs}.sqlite", jobs)
                print(
                    f"{size:>5g}{count:>11,}{jobs:>6}{one.seconds:>9.1f}{one.cpu:>8.1f}{size / one.seconds:>7.2f}"
                    f"{one.peak / 1e6:>9.0f}{one.claims:>10,}{one.facts:>9,}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
