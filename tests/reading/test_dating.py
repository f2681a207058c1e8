"""Dates that stand alone."""

from __future__ import annotations

import pytest

from kzcn.reading.dating import first_date, plain_date
from kzcn.reading.frontmatter import dateline_end, dateline_place, line_date, service_line
from tests.reading.shown import document


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2014-12-23", "2014-12-23"),
        ("2021-03-09T10:00:00Z", "2021-03-09"),
        ("3 May 2020", "2020-05-03"),
        ("November 16, 2020", "2020-11-16"),
        ("Sept. 2006", "2006-09"),
        ("2013", "2013"),
        ("17.11.2022", "2022-11-17"),
        ("17.11.22", None),
        ("31 February 2020", None),
        ("13 ports", None),
        ("1694.25", None),
        ("2331", None),
    ],
)
def test_a_text_that_is_one_date_is_read(written: str, expected: str | None) -> None:
    assert plain_date(written) == expected


def test_the_most_precise_date_of_a_text_is_taken() -> None:
    assert first_date("Report 2020, 1 July 2020, seen 2021") == "2020-07-01"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Last updated: 3 February 2022", "2022-02-03"),
        ("Published: 14 March 2019, 09:40 GMT", "2019-03-14"),
        ("Last edited 9 March 2021.", "2021-03-09"),
        ("Tue 05 Apr 2011 12:52 UTC", "2011-04-05"),
        ("Harbour desk * Thursday, 13 June 2019 * No. 1127", "2019-06-13"),
        ("Home | News | 4 May 2012", "2012-05-04"),
        ("The treaty was published in 1999.", None),
    ],
)
def test_the_date_of_a_document_is_read_from_its_line(line: str, expected: str | None) -> None:
    assert line_date(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Last updated: 3 February 2022", True),
        ("Home | The Ministry | Consular service | Contact", True),
        ("Source: customs committee", True),
        ("By Anna Lund", True),
        ("By Anna Lund, northern correspondent", True),
        ("By Royal Decree, the port was closed", False),
        ("Last updated on Friday, 4 May 2012 10:20", True),
        ("© 2024 The Ports", True),
        ("of March 9, 2011 No. 71", True),
        ("No. 71 of 9 March 2011", True),
        ("9 March 2011, № 71-K", True),
        ("The port was closed by Law No. 71 of 9 March 2011.", False),
        ("Share: Facebook | X", True),
        ("Share: 14.5 %", False),
        ("Credits: USD 4 million (2019)", False),
        ("Published in 1999, the treaty entered into force in 2000.", False),
        ("Sources in the ministry said that the port would close.", False),
        ("By 2016 the port had closed.", False),
        ("Dates grow in the south.", False),
        ("Page last updated on: 3 May 2012", True),
        ("As of: 3 May 2012", True),
        ("As at 3 May 2012. For internal use.", True),
        ("As of 3 May 2012, the port was closed.", False),
        ("As of 2012 the port was closed.", False),
        ("Cite as: The Ports, paper 14 (2012)", True),
        ("Read next: Ten ports for 2012", True),
        ("Pages of the treaty of 2012 are lost.", False),
    ],
)
def test_lines_about_the_document_are_known(line: str, *, expected: bool) -> None:
    assert service_line(line) is expected


@pytest.mark.parametrize(
    ("paragraph", "rest"),
    [
        ("RIGA, Latvia, March 14 (Wire) - Two ports agreed.", "Two ports agreed."),
        ("RIGA, 3 May 2020 — Two ports agreed.", "Two ports agreed."),
        ("RIGA (Wire) – Two ports agreed.", "Two ports agreed."),
        ("NATO – an alliance – grew.", "NATO – an alliance – grew."),
        ("Riga is a port.", "Riga is a port."),
    ],
)
def test_a_dateline_is_parted_from_its_paragraph(paragraph: str, rest: str) -> None:
    assert paragraph[dateline_end(paragraph, 0, len(paragraph)) :] == rest


@pytest.mark.parametrize(
    "dateline",
    [
        "MOSCOW, March 3. /TASS/. ",
        "MOSCOW. March 3 (Interfax) - ",
        "ASTANA. KAZINFORM – ",
        "ASTANA. 3 March. KAZINFORM – ",
        "VILNIUS, 3 March, BNS - ",
        "Astana, March 3 (Kazinform) – ",
        "Baku, Azerbaijan, March 3 / Trend, A. Aho / ",
        "ULAANBAATAR /MONTSAME/ ",
        "ISLAMABAD, March 3 (APP): ",
        "LONDON, 3rd March (Wire) – ",
        "WASHINGTON, D.C., 3 March (Wire) – ",
    ],
)
def test_agencies_write_their_datelines_in_many_ways(dateline: str) -> None:
    paragraph = f"{dateline}Two ports agreed."
    assert paragraph[dateline_end(paragraph, 0, len(paragraph)) :] == "Two ports agreed."


@pytest.mark.parametrize(
    "paragraph",
    [
        "Lomé, 3 May 1999 – treaty signed.",
        "NATO, an alliance (1949) – grew.",
        "Riga, March 14 – two ports agreed.",
        "THE PORTS: two of them agreed.",
        "Togo (Lomé) is a state.",
    ],
)
def test_what_only_begins_like_a_dateline_is_kept(paragraph: str) -> None:
    assert dateline_end(paragraph, 0, len(paragraph)) == 0


STORY = "TOGO, 3 March (Wire) – Two ports agreed on Monday."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Ports agree\n\n{STORY}\n\n© 2019 Wire", "2019-03-03"),
        (f"Ports agree\n\n{STORY}\n\n© 2005–2019 Wire. All rights reserved", "2019-03-03"),
        (f"Ports agree\n\n{STORY}\n\nCopyright (c) 2019 Wire", "2019-03-03"),
        (f"Ports agree\n\nUpdated: 5 March 2019\n\n{STORY}", "2019-03-03"),
        (f"Ports agree\n\n{STORY}\n\nUpdated: March 2019", "2019-03-03"),
        (f"Ports agree\n\n{STORY}\n\nUpdated: 2 March 2019", "2019-03-03"),
        (f"Ports agree\n\n{STORY}\n\nUpdated: 2 January 2020\n\n© 2024 Wire", "2019-03-03"),
        (f"Ports agree\n\n{STORY.replace('March', 'March 2018')}\n\n© 2024 Wire", "2018-03-03"),
        (f"Ports agree\n\nUpdated: 5 May 2019\n\n{STORY.replace('March', 'March 2018')}", "2019-05-05"),
        (f"Ports agree\n\n{STORY}\n\nThe ports are old.", None),
        ("Ports agree\n\nTwo ports agreed.\n\n© 2019 Wire", None),
        (f"Ports agree\n\n{STORY.replace('3 March', '29 February')}\n\n© 2019 Wire", None),
        (f"# Ports agree\n\n**Source:** Wire\n\n{STORY}\n\n*Last updated: 4 March 2019*\n\n## More", "2019-03-03"),
        (f'<html><head><meta name="date" content="2019-03-04"></head><p>{STORY}</p></html>', "2019-03-03"),
        (
            f"<html><body><h1>Ports agree</h1><p>{STORY}</p><footer>&copy; 2019 Wire</footer></body></html>",
            "2019-03-03",
        ),
    ],
)
def test_a_dateline_without_a_year_takes_it_from_what_dates_the_document(text: str, expected: str | None) -> None:
    assert document(text).source.date == expected


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("A headline\n\nKIRUNA, Sweden, May 4 (Sea Press) - Two ports agreed.", "Kiruna"),
        ("DILI/DARWIN, 3 May 1951 (Sea Press) - Two ports agreed.", "Dili"),
        ("A headline\n\nTwo ports agreed in Kiruna.", None),
        ("", None),
    ],
)
def test_a_dateline_names_the_place_that_a_report_comes_from(raw: str, place: str | None) -> None:
    assert dateline_place(raw) == place
