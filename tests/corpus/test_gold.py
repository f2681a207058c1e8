"""The records of the corpus fit its documents, and the check that says so sees what is wrong."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from .check_gold import ABSTRACTS, EDTF, FOLDERS, GOLD, Record, documents, faults, records

TEXT = "Oman opened an embassy in Riga on 4 June 2003. Oman sold 12 ships to Latvia."
RECORD: Record = {
    "id": "x001",
    "doc": "note",
    "section": "",
    "family": "event",
    "kind": "opening",
    "quote": "Oman opened an embassy in Riga on 4 June 2003",
    "title": "Oman opens an embassy in Riga",
    "parties": ["Oman", "Latvia"],
    "place": "Riga",
    "date_text": "4 June 2003",
    "edtf": "2003-06-04",
    "value": None,
    "unit": None,
    "qualifier": None,
    "about": None,
    "optional": False,
}


def folder_with(folder: Path, *rows: Record) -> Path:
    (folder / "note.txt").write_text(TEXT, encoding="utf-8")
    (folder / GOLD).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_record_fits_its_document(folder: Path) -> None:
    assert faults(folder) == []


@pytest.mark.parametrize("folder", FOLDERS[:3], ids=lambda folder: folder.name)
def test_each_folder_of_whole_documents_has_every_family_and_at_least_nine_documents(folder: Path) -> None:
    rows = records(folder)
    assert len(documents(folder)) >= 9
    assert min(Counter(row["family"] for row in rows).values()) >= 15
    assert {row["family"] for row in rows} == {"treaty", "trade", "border", "figure", "event", "state"}


def test_the_shapes_are_many_and_short() -> None:
    texts = documents(FOLDERS[3])
    assert len(texts) >= 25
    assert max(map(len, texts.values())) < 3000


@pytest.mark.parametrize("name", ["id", "doc"])
def test_no_two_folders_share_a_document_or_an_id(name: str) -> None:
    seen = Counter(value for folder in FOLDERS for value in {row[name] for row in records(folder)})
    assert [value for value, times in seen.items() if times > 1] == []


def test_a_sound_record_has_no_faults(tmp_path: Path) -> None:
    assert faults(folder_with(tmp_path, RECORD)) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"quote": "Oman"}, "x001: the quote stands 2 times in note: 'Oman'"),
        ({"quote": "Yemen"}, "x001: the quote stands 0 times in note: 'Yemen'"),
        ({"doc": "letter"}, "x001: no document 'letter'"),
        ({"family": "people"}, "x001: no family 'people'"),
        ({"alt_family": ["people"]}, "x001: no family 'people'"),
        ({"edtf": "4 June 2003"}, "x001: no EDTF '4 June 2003'"),
        ({"edtf_alt": ["2003-13"]}, "x001: no EDTF '2003-13'"),
        ({"edtf": None}, "x001: edtf and date_text do not stand together"),
        ({"value": 1}, "x001: value, unit, qualifier and about do not stand together"),
        ({"qualifier": "roughly"}, "x001: no qualifier 'roughly'"),
        ({"optional": "no"}, "x001: field 'optional' has the wrong type"),
        ({"remark": ""}, "x001: unknown field 'remark'"),
        ({"title": ""}, "x001: the title has no or more than 12 words"),
    ],
)
def test_a_broken_record_is_reported(tmp_path: Path, change: Record, fault: str) -> None:
    assert fault in faults(folder_with(tmp_path, {**RECORD, **change}))


def test_a_missing_field_is_reported(tmp_path: Path) -> None:
    row = {name: value for name, value in RECORD.items() if name != "kind"}
    assert faults(folder_with(tmp_path, row)) == ["x001: no field 'kind'"]


def test_an_id_used_twice_is_reported(tmp_path: Path) -> None:
    assert faults(folder_with(tmp_path, RECORD, RECORD)) == ["x001: the id stands more than once"]


def test_a_document_without_records_is_reported(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, RECORD)
    (folder / "other.md").write_text("Nothing.", encoding="utf-8")
    assert faults(folder) == ["other: no records"]


def test_a_quote_inside_an_abstract_is_reported(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, RECORD)
    (folder / "note.txt").write_text(f"Riga {TEXT} ...\nis a port.", encoding="utf-8")
    (folder / ABSTRACTS).write_text(json.dumps({"doc": "note", "start": 4, "end": 9 + len(TEXT)}), encoding="utf-8")
    assert faults(folder) == ["x001: the quote stands in an abstract"]


def test_an_abstract_may_stand_on_the_line_below_its_anchor(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, RECORD)
    (folder / "note.txt").write_text(f"{TEXT}\nRiga\nRiga is a port ...\n.", encoding="utf-8")
    span = {"doc": "note", "start": len(TEXT) + 5, "end": len(TEXT) + 24}
    (folder / ABSTRACTS).write_text(json.dumps(span), encoding="utf-8")
    assert faults(folder) == []


def test_a_span_that_is_no_abstract_is_reported(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, RECORD)
    (folder / ABSTRACTS).write_text(json.dumps({"doc": "note", "start": 4, "end": 9}), encoding="utf-8")
    assert faults(folder) == ["note 4:9: no abstract"]


@pytest.mark.parametrize(
    "edtf",
    [
        "1992",
        "1992-01",
        "1992-01-03",
        "1453~",
        "-0035",
        "-0035~",
        "199X",
        "13XX",
        "-0199/-0100",
        "../2016",
        "2000/..",
        "1987-21",
        "2004-34",
        "1998-W09",
        "2013-11-05/2013-11-08",
        "XXXX-01-03",
    ],
)
def test_an_edtf_string_is_known(edtf: str) -> None:
    assert EDTF.fullmatch(edtf)


@pytest.mark.parametrize("text", ["36 BC", "92", "1992-1", "1992-00", "1992/", "../..", "1992-01-32", "../1990/1992"])
def test_another_string_is_no_edtf(text: str) -> None:
    assert not EDTF.fullmatch(text)
