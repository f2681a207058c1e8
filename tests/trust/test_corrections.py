from __future__ import annotations

import json
from pathlib import Path

import pytest

import kzcn
from kzcn.errors import KzcnError
from kzcn.ingest import Options, ingest
from kzcn.model import Correction
from kzcn.resolve import resolve
from kzcn.resolve.corrected import unapplied
from kzcn.store import places
from kzcn.trust.corrections import read
from tests.cli.conftest import Cli
from tests.test_resolve import claim

REASON = 'reason = "the gazette says so"'


def written(folder: Path, *entries: str) -> Path:
    path = folder / "corrections.toml"
    path.write_text("\n".join(entries), encoding="utf-8")
    return path


def mend(fact: str, slot: str, value: str) -> str:
    return f'[[mend]]\nfact = "{fact}"\nslot = "{slot}"\nvalue = {value}\n{REASON}\n'


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("[[drop]]\nfact = 'ab'", "no action 'drop'; there are: reject, prefer, mend"),
        ("[reject]\nfact = 'ab'", "write [[reject]] with two brackets"),
        ("[[reject]]\nfact = 'ab'", "reject 1: missing key 'reason'"),
        (f"[[reject]]\nfact = 'ab'\nslot = 'date'\n{REASON}", "reject 1: unknown key 'slot'"),
        (f"[[reject]]\nfact = ''\n{REASON}", "reject 1: fact must be a text"),
        (f"[[reject]]\nfact = 5\n{REASON}", "reject 1: fact must be a text"),
        (f"reject = [7]\n#{REASON}", "reject 1: not a table"),
        (mend("ab", "dat", "'1994'"), "mend 1: no slot 'dat'; there are: title, date"),
        (mend("ab", "date", "'spring'"), "date takes an EDTF date in quotes, not 'spring'"),
        (mend("ab", "date", "1994"), "date takes an EDTF date in quotes, not 1994"),
        (mend("ab", "value", "'5'"), "value takes a number in base units, not '5'"),
        (mend("ab", "value", "true"), "value takes a number"),
        (mend("ab", "value", "inf"), "value takes a number"),
        (mend("ab", "parties", "'Peru'"), "parties takes a list of texts"),
        (mend("ab", "polarity", "'perhaps'"), "polarity takes one of done, planned"),
        (mend("ab", "place", "' '"), "place takes a text"),
    ],
)
def test_an_entry_that_cannot_be_used_is_one_line_and_the_others_go_on(
    tmp_path: Path, entry: str, problem: str
) -> None:
    found = read(written(tmp_path, entry, f'[[prefer]]\nfact = "cd"\n{REASON}'))
    assert [entry.fact for entry in found.entries] == ["cd"]
    (line,) = found.problems
    assert problem in line
    assert "\n" not in line


@pytest.mark.parametrize("text", ["[[mend", "a = 1\na = 2", "\x00"])
def test_a_file_that_is_no_toml_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(KzcnError, match="no TOML") as error:
        read(written(tmp_path, text))
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KzcnError, match="cannot be read"):
        read(tmp_path / "none.toml")


TRADE = claim("trade_turnover", "1937", "title=Trade; value=40e6 USD; parties=Peru,Chile; place=Lima")
GROWTH = claim("trade_growth", "1937", "title=Growth; value=25 percent; parties=Peru,Chile; at=300-350")
OTHER = claim("visit", None, "title=Visit; at=500-550")


@pytest.mark.parametrize(
    ("slot", "value", "was"),
    [
        ("date", "1938-05", "1937"),
        ("value", 41e6, 40_000_000),
        ("unit", "EUR", "USD"),
        ("qualifier", "about", "exact"),
        ("value_max", 42e6, None),
        ("place", "Cusco", "Lima"),
        ("parties", ("Peru", "Bolivia"), ("Peru", "Chile")),
        ("title", "Trade of Peru", "Trade"),
        ("polarity", "denied", "done"),
    ],
)
def test_a_mended_slot_holds_the_users_value_and_keeps_what_was_read(slot: str, value: object, was: object) -> None:
    correction = Correction("mend", TRADE.id[:8], "the gazette says so", slot, value)  # type: ignore[arg-type]
    (fact,) = resolve([TRADE], [], [correction])
    assert getattr(fact.quantity if slot in {"value", "value_max", "unit", "qualifier"} else fact, slot) == value
    (applied,) = fact.corrections
    assert (applied.was, applied.value, applied.reason) == (was, value, "the gazette says so")
    assert (fact.id, fact.claims) == (TRADE.id, (TRADE,))


def test_the_bounds_follow_a_mended_date() -> None:
    (fact,) = resolve([TRADE], [], [Correction("mend", TRADE.id, "r", "date", "1938-05")])
    assert (fact.earliest, fact.latest, fact.stands_from) == (19380501, 19380531, 19380501)


@pytest.mark.parametrize(
    ("action", "rank", "word"), [("reject", "deprecated", "rejected"), ("prefer", "preferred", "preferred")]
)
def test_a_rank_follows_the_user_and_says_why(action: str, rank: str, word: str) -> None:
    (fact,) = resolve([TRADE], [], [Correction(action, TRADE.id, "seen by me")])  # type: ignore[arg-type]
    assert (fact.rank, fact.rank_reason) == (rank, f"{word} by a correction: seen by me")
    assert fact.corrections[0].was == "normal"


def test_what_is_computed_follows_from_the_mended_number() -> None:
    before = [fact for fact in resolve([TRADE, GROWTH], []) if fact.status == "derived"]
    after = resolve([TRADE, GROWTH], [], [Correction("mend", TRADE.id, "r", "value", 50_000_000)])
    (computed,) = (fact for fact in after if fact.status == "derived")
    assert before[0].quantity is not None
    assert computed.quantity is not None
    assert (before[0].quantity.value, computed.quantity.value) == (32_000_000, 40_000_000)


def test_nothing_is_computed_from_a_rejected_fact() -> None:
    found = resolve([TRADE, GROWTH], [], [Correction("reject", GROWTH.id, "r")])
    assert [fact.status for fact in found] == ["stated", "stated"]


@pytest.mark.parametrize(
    ("correction", "why"),
    [
        (Correction("reject", "0" * 12, "r"), "no fact has such an id"),
        (Correction("reject", "", "r"), "2 facts have such an id"),
        (Correction("mend", OTHER.id, "r", "value", 5), "has no number whose value could be mended"),
    ],
)
def test_a_correction_that_changes_nothing_is_told(correction: Correction, why: str) -> None:
    (line,) = unapplied(resolve([TRADE, OTHER], [], [correction]), [correction])
    assert why in line


def test_corrections_are_applied_at_each_ingest_and_shown(cli: Cli, documents: Path, lakes: Path) -> None:
    with kzcn.open(lakes) as facts:
        signed = facts.treaties(kind="treaty_signed")[0].id
    path = written(documents.parent, mend(signed[:6], "date", "'1938-06-04'"), f'[[reject]]\nfact = "ffff"\n{REASON}')
    result = cli("ingest", str(documents), "--db", str(lakes), "--corrections", str(path))
    assert result.code == 0
    assert "correction not applied: reject 'ffff': no fact has such an id" in result.err
    card = cli("show", signed, "--db", str(lakes)).out
    assert "4 Jun 1938" in card
    assert "date was read as 1938-06-03, mended to 1938-06-04: the gazette says so" in card
    assert 'date read from "3 June 1938"' in card
    (documents / "more.txt").write_text("Peru and Chile signed a treaty in Lima on 3 June 1929.", encoding="utf-8")
    assert cli("ingest", str(documents), "--db", str(lakes)).code == 0
    (line,) = cli("export", signed, "--db", str(lakes)).out.splitlines()
    record = json.loads(line)
    assert (record["date"], record["evidence"][0]["date"]) == ("1938-06-04", "1938-06-03")
    assert record["corrections"] == [
        {"action": "mend", "slot": "date", "was": "1938-06-03", "value": "1938-06-04", "reason": "the gazette says so"}
    ]


def test_an_emptied_file_takes_the_corrections_back(documents: Path, lakes: Path) -> None:
    plain = lakes.read_bytes()
    with kzcn.open(lakes) as facts:
        signed = facts.treaties(kind="treaty_signed")[0].id
    path = written(documents.parent, mend(signed, "place", "'Narva'"))
    ingest([documents], lakes, Options(corrections=path))
    assert lakes.read_bytes() != plain
    path.write_text("", encoding="utf-8")
    ingest([documents], lakes, Options(corrections=path))
    assert lakes.read_bytes() == plain


def test_the_file_beside_the_users_own_database_is_used(
    cli: Cli, documents: Path, lakes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(places.VARIABLE)
    monkeypatch.setattr(places, "user", lambda: lakes)
    with kzcn.open(lakes) as facts:
        signed = facts.treaties(kind="treaty_signed")[0].id
    written(lakes.parent, mend(signed, "place", "'Narva'"))
    assert cli("ingest", str(documents)).code == 0
    assert "Narva" in cli("treaties").out
