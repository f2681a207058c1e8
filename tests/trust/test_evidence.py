"""From a fact to its passage, and whether the passage still stands."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

import pytest

import kzcn
from kzcn.ingest import Options, ingest
from kzcn.trust.library import verdict
from kzcn.trust.passage import marked
from tests.cli.conftest import Cli
from tests.trust.lakes import LAKES


def signed(database: Path) -> str:
    with kzcn.open(database) as facts:
        return facts.treaties(kind="treaty_signed")[0].id


def test_the_passage_is_shown_with_the_words_marked(cli: Cli, lakes: Path, documents: Path) -> None:
    (documents / "lakes.txt").rename(documents / "renamed.text")
    out = cli("show", signed(lakes), "--db", str(lakes), "--sources", str(documents)).out
    assert "signed a border treaty in Tallinn on ⟦3 June 1938⟧" in out
    lines = cli("show", signed(lakes), "--db", str(lakes), "--sources", str(documents), "-f", "jsonl").out
    (piece,) = json.loads(lines)["evidence"]
    assert piece["verdict"] == "found"
    assert "⟦3 June 1938⟧" in piece["passage"]


def test_a_passage_that_changed_or_is_missing_is_said(cli: Cli, lakes: Path, documents: Path) -> None:
    path = documents / "lakes.txt"
    path.write_text(LAKES.replace("3 June", "4 June"), encoding="utf-8")
    asked = ("show", signed(lakes), "--db", str(lakes), "--sources", str(documents))
    assert "changed: the document says something else there now" in cli(*asked).out
    path.unlink()
    (documents / "other.txt").write_text("Nothing of it.", encoding="utf-8")
    assert "missing: no document with this digest" in cli(*asked).out


PIECE = {"start": 4, "end": 20, "date_span": None, "date_text": None, "value_span": None, "value_text": None}


@pytest.mark.parametrize(
    ("text", "dates", "values", "expected"),
    [
        ("In 1938 a border of 500 km was drawn.", (3, 7), (20, 26), "In ⟦1938⟧ a border of ⟦500 km⟧ was drawn."),
        ("In 1938 a border of 500 km was drawn.", None, None, "In 1938 a border of 500 km was drawn."),
        ("In 1938\n a  border", (3, 7), None, "In ⟦1938⟧ a border"),
        ("grew by 5 km", (8, 12), (8, 9), "grew by ⟦5⟧ km"),
    ],
)
def test_words_in_the_passage_are_marked(
    text: str, dates: tuple[int, int] | None, values: tuple[int, int] | None, expected: str
) -> None:
    piece = {"start": 0, "end": len(text), "date_span": dates, "value_span": values}
    assert marked(text, piece) == expected


def test_words_from_elsewhere_follow_with_what_stands_around_them() -> None:
    text = "Of the year 1938 we know. The border was drawn."
    piece = {"start": 26, "end": len(text), "date_span": [12, 16], "value_span": None}
    assert marked(text, piece) == "The border was drawn. … Of the year ⟦1938⟧ we know. The border was drawn."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On a lake of 1938 they met.", "found"),
        ("On a lake of 1939 they met.", "changed"),
        ("On a pond of 1938 they met.", "changed"),
        ("", "changed"),
        (None, "missing"),
    ],
)
def test_a_verdict_rests_on_the_passage_and_on_words_from_elsewhere(text: str | None, expected: str) -> None:
    digest = hashlib.sha256(b"a lake").hexdigest()[:16]
    piece = {**PIECE, "start": 3, "end": 9, "digest": digest, "date_span": [13, 17], "date_text": "1938"}
    assert verdict(text, piece) == expected


@pytest.mark.parametrize(
    ("old", "new", "code", "found"),
    [
        ("", "", 0, "0 changed, 0 in"),
        ("500 km", "600 km", 1, "3 changed, 0 in"),
        ("lakes", "", 1, "0 found, 0 changed"),
    ],
)
def test_verify_tells_what_it_found_and_ends_with_1_where_something_is_not(
    cli: Cli, lakes: Path, documents: Path, old: str, new: str, code: int, found: str
) -> None:
    path = documents / "lakes.txt"
    path.write_text(LAKES.replace(old, new), encoding="utf-8")
    if old == "lakes":
        path.rename(documents / "else.txt")
        (documents / "else.txt").write_text("Another text.", encoding="utf-8")
    result = cli("verify", str(documents), "--db", str(lakes), "--format", "jsonl")
    assert result.code == code
    assert found in result.err
    with kzcn.open(lakes) as facts:
        pieces = sum(len(record["evidence"]) for record in facts.export())
    assert f"{pieces} pieces of evidence in 1 document: " in result.err
    rows = [json.loads(line) for line in result.out.splitlines()]
    assert {row["verdict"] for row in rows} == ({"changed"} if new == "600 km" else {"missing"} if code else set())
    everything = cli("verify", str(documents), "--db", str(lakes), "--all", "--format", "jsonl")
    assert len(everything.out.splitlines()) == pieces


def test_verify_of_a_folder_that_is_not_there_is_refused(cli: Cli, lakes: Path, tmp_path: Path) -> None:
    result = cli("verify", str(tmp_path / "none"), "--db", str(lakes))
    assert result.code == 1
    assert "no folder or file" in result.err


@pytest.mark.parametrize("quotes", [True, False])
def test_evidence_is_exported_as_web_annotations(cli: Cli, documents: Path, tmp_path: Path, *, quotes: bool) -> None:
    path = tmp_path / "b.sqlite"
    ingest([documents], path, Options(quotes=quotes))
    found = [json.loads(line) for line in cli("export", "--annotations", "--db", str(path)).out.splitlines()]
    assert found
    digest = hashlib.sha256(LAKES.encode()).digest()
    for annotation in found:
        assert (annotation["@context"], annotation["type"]) == ("http://www.w3.org/ns/anno.jsonld", "Annotation")
        name = annotation["target"]["source"].removeprefix("ni:///sha-256;")
        assert base64.urlsafe_b64decode(name + "=") == digest
        place, *quote = annotation["target"]["selector"]
        assert place["type"] == "TextPositionSelector"
        exact = LAKES[place["start"] : place["end"]]
        assert quote == ([{"type": "TextQuoteSelector", "exact": exact}] if quotes else [])


def test_documents_and_the_works_they_are_copies_of_are_counted_apart(cli: Cli, lakes: Path, documents: Path) -> None:
    (documents / "copy.txt").write_text(f"{LAKES}\nA last line of its own.", encoding="utf-8")
    assert cli("ingest", str(documents), "--db", str(lakes)).code == 0
    assert cli("sources", "--db", str(lakes)).err == "2 sources, 1 origin\n"
    assert "2 sources, 1 origin" in cli("show", signed(lakes), "--db", str(lakes)).out


def test_a_named_origin_is_kept_and_tells_works_apart(cli: Cli, lakes: Path, documents: Path) -> None:
    copy, third = documents / "copy.txt", documents / "third.txt"
    copy.write_text(f"{LAKES}\nA last line of its own.", encoding="utf-8")
    third.write_text("Peru and Chile signed a treaty in Lima on 3 June 1929.", encoding="utf-8")
    assert cli("ingest", str(copy), "--origin", "almanac", "--db", str(lakes)).code == 0
    assert cli("ingest", str(third), "--db", str(lakes)).code == 0
    lines = cli("sources", "--db", str(lakes), "-f", "jsonl").out.splitlines()
    origins = {source["name"]: source["origin"] for source in map(json.loads, lines)}
    assert origins["copy.txt"] == origins["lakes.txt"] == "almanac"
    assert origins["third.txt"] != "almanac"
