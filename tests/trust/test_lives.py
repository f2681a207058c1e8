"""Which acts are acts of one instrument, and how a treaty is shown with them."""

from __future__ import annotations

import pytest

from kzcn.resolve import resolve
from tests.cli.conftest import Cli
from tests.test_resolve import claim

BORDER = "title=Border treaty; parties=Latvia,Estonia; type=treaty; measure=border"
LIMA = "title=Treaty of Lima; instrument=Treaty of Lima"


def lives(*lines: str) -> list[int]:
    """For each line "kind | date | slots" the number of acts in its instrument's life."""
    told = []
    for at, line in enumerate(lines):
        kind, date, slots = (cell.strip() for cell in line.split("|"))
        place = "" if "at=" in slots else f"; at={at * 100}-{at * 100 + 50}"
        told.append(claim(kind, None if date == "-" else date, slots + place))
    found = {fact.id: fact.life for fact in resolve(told, [])}
    names = [found[one.id] for one in told]
    return [1 if name is None else names.count(name) for name in names]


SIGNED = f"treaty_signed | 1994-04-26 | {BORDER}"
RATIFIED = f"treaty_ratified | 1995-06-15 | {BORDER}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((SIGNED, RATIFIED), [2, 2]),
        ((SIGNED, RATIFIED, f"treaty_in_force | 1996 | {BORDER}"), [3, 3, 3]),
        ((SIGNED, f"treaty_ratified | - | {BORDER}"), [1, 1]),
        ((SIGNED, RATIFIED.replace("1995", "1985")), [1, 1]),
        ((SIGNED, RATIFIED.replace("1995", "2035")), [1, 1]),
        ((SIGNED, RATIFIED.replace("border", "fishing")), [1, 1]),
        ((SIGNED, RATIFIED.replace("Estonia", "Peru")), [1, 1]),
        ((SIGNED, RATIFIED.replace("type=treaty", "type=protocol")), [1, 1]),
        ((SIGNED, SIGNED.replace("04-26", "05-27"), RATIFIED), [1, 1, 1]),
        ((SIGNED, SIGNED.replace("04-26", "05-27")), [1, 1]),
        ((f"treaty_signed | 1929 | {LIMA}", f"treaty_ended | 1980 | {LIMA}"), [2, 2]),
        ((f"treaty_signed | 1929 | {LIMA}", f"treaty_in_force | - | {LIMA}"), [2, 2]),
        ((f"treaty_signed | 1929 | {LIMA}", f"treaty_ended | 1980 | {LIMA.replace('Lima', 'Cusco')}"), [1, 1]),
        (
            (
                "treaty_signed | 1864 | title=Protocol; instrument=Chuguchak Protocol",
                "treaty_ended | 1871 | title=Treaty; instrument=Treaty of Tarbagatai",
            ),
            [2, 2],
        ),
        (
            (
                "treaty_signed | 1938-06-03 | title=Signed in Riga; at=10-90",
                "treaty_ratified | 1939-05-05 | title=Ratified; at=10-90",
            ),
            [2, 2],
        ),
        (
            (
                "treaty_signed | 1938-06-03 | title=Sea treaty signed; at=10-90",
                "treaty_signed | 1938-07-03 | title=Air treaty signed; at=10-90",
                "treaty_ratified | 1939-05-05 | title=Ratified; at=10-90",
            ),
            [1, 1, 1],
        ),
        ((SIGNED, RATIFIED.replace("title", "polarity=planned; title")), [1, 1]),
    ],
)
def test_acts_join_only_where_the_text_tells_that_they_are_of_one_instrument(
    lines: tuple[str, ...], expected: list[int]
) -> None:
    assert lives(*lines) == expected


def test_a_treaty_is_one_line_with_its_acts(cli: Cli, lakes: object) -> None:
    result = cli("treaties", "--db", str(lakes), "--format", "tsv")
    head, line = (text.split("\t") for text in result.out.splitlines())
    row = dict(zip(head, line, strict=True))
    assert (row["signed"], row["ratified"], row["in_force"]) == ("1938-06-03", "1939-05-05", "")
    table = cli("treaties", "--db", str(lakes), "--format", "table").out
    assert "3 Jun 1938" in table
    assert "5 May 1939" in table
    assert len(cli("treaties", "--acts", "--db", str(lakes), "--format", "jsonl").out.splitlines()) == 2
    assert len(cli("treaties", "--kind", "treaty_ratified", "--db", str(lakes), "-f", "jsonl").out.splitlines()) == 1


def test_the_timeline_keeps_the_acts(cli: Cli, lakes: object) -> None:
    lines = cli("timeline", "--db", str(lakes), "--family", "treaty", "-f", "jsonl").out.splitlines()
    assert len(lines) == 2
    assert cli("treaties", "--limit", "0", "--db", str(lakes)).err.startswith("1 more rows")
