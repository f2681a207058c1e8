"""Citations read back by programs that read them."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import BibliographyData, parse_string
from pybtex.database.input.bibtex import Parser

import kzcn
from kzcn.trust.cite import STYLES
from kzcn.trust.references import Reference, references
from tests.cli.conftest import Cli

ARTICLE = Reference(
    key="5a5a5a5a-ref-2",
    sort="article",
    authors=("Berg, Anna", "Ole Dahl"),
    title="Salmon & sovereignty: 50 % of the {Tana}",
    container="Nordic Rivers",
    date="2014-07-24",
    url="https://example.org/a_b?c={d}",
    doi="10.1000/1_2",
    language="no",
    pages="20–31",
)
LATEX = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{mark}": mark for mark in "&%$#_"},
}
"""What LaTeX sets for what is written."""
CSL_TYPES = {"article-journal", "book", "webpage", "document"}
"""Of the types of CSL 1.0.2, those that are used."""
CSL_TEXTS = {"title", "container-title", "section", "page", "DOI", "ISBN", "URL", "language", "note"}


def read_bibtex(text: str) -> BibliographyData:
    return parse_string(text, "bibtex")


def plain(field: str) -> str:
    """A field as LaTeX would set it, outer braces removed."""
    inner = field[1:-1] if field.startswith("{") and field.endswith("}") else field
    return re.sub("|".join(map(re.escape, LATEX)), lambda found: LATEX[found.group()], inner)


def test_bibtex_is_read_back() -> None:
    entry = read_bibtex(STYLES["bibtex"]([ARTICLE])).entries["5a5a5a5a-ref-2"]
    assert entry.type == "article"
    assert [str(person) for person in entry.persons["author"]] == ["Berg, Anna", "Dahl, Ole"]
    assert plain(entry.fields["title"]) == ARTICLE.title
    assert {name: entry.fields[name] for name in ("journal", "year", "month", "pages", "doi")} == {
        "journal": "Nordic Rivers",
        "year": "2014",
        "month": "7",
        "pages": "20--31",
        "doi": "10.1000/1_2",
    }
    assert entry.fields["url"] == "https://example.org/a_b?c=%7Bd%7D"


def test_csl_json_is_read_back() -> None:
    (item,) = json.loads(STYLES["csl-json"]([ARTICLE]))
    assert item == {
        "id": "5a5a5a5a-ref-2",
        "type": "article-journal",
        "author": [{"family": "Berg", "given": "Anna"}, {"literal": "Ole Dahl"}],
        "title": ARTICLE.title,
        "container-title": "Nordic Rivers",
        "issued": {"date-parts": [[2014, 7, 24]]},
        "page": "20–31",
        "DOI": "10.1000/1_2",
        "URL": "https://example.org/a_b?c={d}",
        "language": "no",
    }


def test_text_is_one_line_a_reference() -> None:
    assert STYLES["text"]([ARTICLE]) == (
        "Berg, Anna; Ole Dahl. Salmon & sovereignty: 50 % of the {Tana}. Nordic Rivers. 2014-07-24. pp. 20–31. "
        "https://doi.org/10.1000/1_2\n"
    )


@pytest.mark.parametrize(
    ("date", "year", "issued"),
    [
        ("1992", "1992", {"date-parts": [[1992]]}),
        ("1992-04", "1992", {"date-parts": [[1992, 4]]}),
        ("1992/1994", "1992/1994", {"date-parts": [[1992], [1994]]}),
        ("1992~", r"1992\textasciitilde{}", {"literal": "1992~"}),
        ("199X", "199X", {"literal": "199X"}),
        ("-0035", "-0035", {"date-parts": [[-35]]}),
        (None, None, None),
    ],
)
def test_dates_that_a_style_cannot_say_are_kept_as_text(
    date: str | None, year: str | None, issued: dict[str, object] | None
) -> None:
    reference = ARTICLE._replace(date=date)
    assert read_bibtex(STYLES["bibtex"]([reference])).entries[reference.key].fields.get("year") == year
    assert json.loads(STYLES["csl-json"]([reference]))[0].get("issued") == issued


hostile = st.text(st.sampled_from("\\{}\"'%&$#_~^@,= aé中–\u202e"), min_size=1, max_size=20).filter(
    lambda text: text == " ".join(text.split())
)


@given(title=hostile, work=hostile, authors=st.lists(hostile, max_size=3), url=hostile, date=hostile)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_no_text_breaks_out_of_its_field(title: str, work: str, authors: list[str], url: str, date: str) -> None:
    reference = ARTICLE._replace(title=title, container=work, authors=tuple(authors), url=url, date=date)
    both = [reference, ARTICLE._replace(key="another")]
    found = Parser().parse_stream(io.StringIO(STYLES["bibtex"](both)))
    assert list(found.entries) == [reference.key, "another"]
    entry = found.entries[reference.key]
    assert plain(entry.fields["title"]) == title
    assert len(entry.persons.get("author", [])) == len(authors)
    items = json.loads(STYLES["csl-json"](both))
    assert [item["title"] for item in items] == [title, ARTICLE.title]
    assert len(STYLES["text"](both).split("\n")) == 3


def test_a_fact_is_cited_by_what_its_source_cites_and_by_the_source(cli: Cli, example: Path) -> None:
    with kzcn.open(example) as facts:
        signed = facts.treaties()[0].id
        found = references(facts, [signed])
    assert found[0].title == "Elven"
    assert {entry.title for entry in found} == {"Elven", "注.txt", "Rivers"}
    source = next(entry for entry in found if entry.title == "Rivers")
    assert source.section == "History > Border"
    assert "SHA-256 5a5a5a" in (source.note or "")
    assert "share what you adapt alike" in (source.note or "")
    for item in json.loads(cli("cite", signed, "--style", "csl-json").out):
        assert item["type"] in CSL_TYPES
        assert isinstance(item["id"], str)
        assert all(isinstance(item[name], str) for name in CSL_TEXTS & set(item))
    assert len(read_bibtex(cli("cite", signed, "--style", "bibtex").out).entries) == len(found)
    assert "name the authors" in cli("cite", signed).out


def test_several_facts_of_one_source_cite_it_once(cli: Cli, example: Path) -> None:
    with kzcn.open(example) as facts:
        ids = [row.id for row in facts.trade()]
    found = read_bibtex(cli("cite", *ids, "--style", "bibtex").out)
    works = {entry.fields["title"] for entry in found.entries.values()}
    assert (len(ids), len(found.entries), works) == (3, 2, {"{Elven}", "{Rivers}"})


def test_what_was_computed_is_cited_by_what_it_was_computed_from(cli: Cli, tmp_path: Path) -> None:
    text = (
        "Trade between Peru and Chile reached $40 million in 1938. In 1938 trade between Peru and Chile grew by 10 %."
    )
    (tmp_path / "trade.txt").write_text(text, encoding="utf-8")
    cli("ingest", str(tmp_path / "trade.txt"), "--db", str(tmp_path / "a.sqlite"))
    with kzcn.open(tmp_path / "a.sqlite") as facts:
        (computed,) = (row.id for row in facts.trade() if row.status == "derived")
    assert "trade.txt" in cli("cite", computed, "--db", str(tmp_path / "a.sqlite")).out


def test_an_unknown_style_is_wrong_usage(cli: Cli) -> None:
    result = cli("cite", "2b9eec", "--style", "apa")
    assert (result.code, result.out) == (2, "")
    assert "there are: bibtex, csl-json, text" in result.err
