"""Entries of a reference list whose fields have lost their names."""

from __future__ import annotations

from typing import Any

import pytest

from kzcn.model import Span
from kzcn.reading.citations import citation
from kzcn.reading.footnotes import footnote

TODAY = "https://archive.today/20240518010318/https://example.cn/p"
WEB = "https://web.archive.org/web/20140907131557/http://example.org/a?id=1"

CASES: list[tuple[str, dict[str, Any]]] = [
    (
        f"Web site: The two ports. Harbour Board. {WEB}. 2014-09-07. dead. 2014-12-23.",
        {"title": "The two ports", "work": "Harbour Board", "archive_url": WEB, "url": "http://example.org/a?id=1"},
    ),
    (f"Web site: The two ports. {WEB}. 2014-09-07. dead. 2014-12-23.", {"date": None}),
    (f"News: The two ports. 2011-12-14. {WEB}. 2014-09-07. dead.", {"date": "2011-12-14"}),
    (f"News: Ports at sea. 5 September 2014. 7 September 2014. {WEB}. live.", {"date": None}),
    (
        "Aho . Maija . Maija Aho . 3 May 2020 . Growth of the Ports . Ports . 67 . 204–216 . 10.1080/12.15 .",
        {
            "authors": ("Aho, Maija",),
            "title": "Growth of the Ports",
            "work": "Ports",
            "date": "2020-05-03",
            "pages": "204–216",
            "doi": "10.1080/12.15",
        },
    ),
    (
        "Book: Aho, Maija. The Northern Ports. Lindfors Press. 1995. 978-1-85532-514-2. 1. 39. 27 January 2013.",
        {
            "authors": ("Aho, Maija",),
            "title": "The Northern Ports",
            "work": "Lindfors Press",
            "date": "1995",
            "isbn": "978-1-85532-514-2",
            "pages": "39",
        },
    ),
    (
        f"Web site: . 2020-04-19 . 两个港口的故事 . The tale of two ports . live . {TODAY} . 2024-05-18 . Port Daily.",
        {
            "title": "两个港口的故事",
            "translated_title": "The tale of two ports",
            "date": "2020-04-19",
            "url": "https://example.cn/p",
            "work": "Port Daily",
        },
    ),
    (
        "News: 两国总统会见于港口城市. 王小明. 2010-11-11. 港口日报. 2014-10-26.",
        {"title": "两国总统会见于港口城市", "authors": ("王小明",), "work": "港口日报", "date": "2010-11-11"},
    ),
    (
        "News: Russian: Анна Лунд. 2013-02-24. Russian: Вестник северных портов. ru:Порты растут на севере.",
        {
            "authors": ("Анна Лунд",),
            "title": "Порты растут на севере",
            "work": "Вестник северных портов",
            "language": "ru",
            "date": "2013-02-24",
        },
    ),
    (
        "News: Oil at sea. Aho. Maija. September 10, 2019. Port Foundation. en-US.",
        {"authors": ("Aho, Maija",), "language": "en-US"},
    ),
    (
        "News: Wu . Ann . 9 July 2020 . Oil spills again at the port . Port Herald .",
        {"authors": ("Wu, Ann",), "work": "Port Herald"},
    ),
    ("Articles 2 and 3 of the treaty", {"title": "Articles 2 and 3 of the treaty", "date": None}),
    ("Tallents, pp. 330–341.", {"title": "Tallents, pp. 330–341", "pages": "330–341"}),
    ('See the "Agreement on the two ports" in the gazette', {"title": "Agreement on the two ports"}),
    ("http://example.org/law Law on ports, N 12", {"url": "http://example.org/law", "title": "Law on ports, N 12"}),
]


@pytest.mark.parametrize(("entry", "expected"), CASES)
def test_an_entry_gives_its_fields(entry: str, expected: dict[str, Any]) -> None:
    found = citation("7", entry, 0, len(entry))
    assert {name: getattr(found, name) for name in expected} == expected
    assert found.number == "7"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"Protocol on ports", Gazette 12 (1992), pp. 3–4. Retrieved 4 May 2020.',
            {"title": "Protocol on ports", "date": "1992", "pages": "3–4"},
        ),
        (
            'Aho, Maija (3 May 2011). "Two ports". ISBN 978-1-85532-514-2.',
            {"authors": ("Aho, Maija",), "date": "2011-05-03", "isbn": "978-1-85532-514-2"},
        ),
        ("Port Report 2020, 1 July 2020. doi:10.1080/12.34", {"date": "2020-07-01", "doi": "10.1080/12.34"}),
        ("Two ports, https://example.org/p.", {"url": "https://example.org/p", "title": "Two ports,"}),
    ],
)
def test_a_footnote_in_plain_words_gives_its_fields(text: str, expected: dict[str, Any]) -> None:
    found = footnote("1", Span(0, len(text)), text)
    assert {name: getattr(found, name) for name in expected} == expected
