"""The source of wiki pages."""

from __future__ import annotations

import pytest

from tests.reading.shown import blocks, document, texts


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{convert|1,234.5|sqkm}}", "1,234.5 km2"),
        ("{{convert|20000|acre|km2|sigfig=2}}", "20,000 acres"),
        ("{{convert|5.5|e6m3}}", "5.5 million m3"),
        ("{{cvt|12|e3t}}", "12 thousand t"),
        ("{{convert|1234567.5|km}}", "1,234,567.5 km"),
        ("{{val|1234567|u=km2}}", "1,234,567 km2"),
        ("{{nts|56000}}", "56,000"),
        ("{{frac|1|2}}", "½"),
        ("{{frac|3|5|8}}", "3 5/8"),
        ("{{percentage|1|3|1}}", "33.3%"),
        ("{{percentage|1|0}}", ""),
        ("{{start and end dates|2008|1|16|2009|2|3}}", "16 January 2008 – 3 February 2009"),
        ("{{dts|format=dmy|2019|3|4}}", "4 March 2019"),
        ("{{date table sorting|2019|3|4}}", "4 March 2019"),
        ("{{birth-date|3 May 1950}}", "3 May 1950"),
        ("{{OldStyleDate|4 May|1950|21 April}}", "4 May 1950"),
        ("{{as of|2019|alt=In 2019}}", "In 2019"),
        ("{{circa|1453|1460}}", "c. 1453–1460"),
        ("{{reign|1950|1960}}", "r. 1950–1960"),
        ("300 {{BCE}}", "300 BCE"),
        ("{{flag|Togo|size=20px}}", "Togo"),
        ("{{flag|TGO}}", "Togo"),
        ("{{flagicon|TGO}} [[Mali]]", "Mali"),
        ("{{TGO}} and {{MLI}}", "Togo and Mali"),
        ("{{EUR|5 million}}", "€5 million"),
        ("{{£|5}}", "£5"),
        ("{{SEK|5 million}}", "SEK 5 million"),
        ("{{currency|5 million|EUR}}", "€5 million"),
        ("{{currency|5|currency}}", ""),
        ("{{Danish krone|5 million}}", "5 million Danish krone"),
        ("{{convert|9000|kg|lb|abbr=off|disp=number}}", "9000"),
        ("{{increase}} 5%", "5%"),
        ("{{decrease}} {{US$|5}} million", "US$5 million"),
        ("{{yes}} {{no|Closed}} {{n/a}}", "Yes Closed N/A"),
        ("{{quote|It grew in 1950.|Aho}}", "It grew in 1950."),
        ("{{blockquote|text=It grew.}}", "It grew."),
        ("{{ordered list|A|B}}", "A; B"),
        ("{{native name|fi|Satama}}", "Satama"),
        ("A{{r|aho|p=3}}.", "A."),
        ("[[Mali|]]", "Mali"),
        ("{{bar chart|5|6}}", ""),
    ],
)
def test_templates_give_what_they_show(source: str, expected: str) -> None:
    assert texts(f"It {source} is.", "wikitext") == [" ".join(f"It {expected} is.".split())]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{Infobox a\n| area_km2 = 5,000\n}}", [(("area km2",), "5,000")]),
        ("{{Infobox a\n| crew = 5\n| crew_year = 1990\n}}", [(("crew (1990)",), "5")]),
        ("{{Infobox a\n| crew_as_of = May 1990\n| crew = 5\n}}", [(("crew (May 1990)",), "5")]),
        ("{{Infobox a\n| founded_date1 = 1990\n| founded_event1 = Port law\n}}", [(("Port law",), "1990")]),
        ("{{Infobox a\n| opened_date = 1990\n}}", [(("opened date",), "1990")]),
        ("{{Infobox a\n| seats = {{plainlist|\n* [[Lomé]]\n* Kara\n}}\n}}", [(("seats",), "Lomé; Kara")]),
        ("{{Infobox a\n| seats =\n* Lomé\n* Kara\n}}", [(("seats",), "Lomé; Kara")]),
    ],
)
def test_parameters_of_an_infobox_that_go_together_are_one_field(
    source: str, expected: list[tuple[tuple[str, ...], str]]
) -> None:
    assert blocks(source, "wikitext", "field") == expected


def test_lists_in_cells_are_parted() -> None:
    source = "{|\n! Year !! Visits\n|-\n| 1990 ||\n* King, 5 May\n* Queen, 6 June\n|-\n| 1991 || No\nvisit\n|}"
    assert [text for _, text in blocks(source, "wikitext", "cell")] == [
        "1990",
        "King, 5 May; Queen, 6 June",
        "1991",
        "No visit",
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("'''Ports''' are [[Harbour|harbours]] of the [[Sea]].", "Ports are harbours of the Sea."),
        ("It is {{convert|169|km|mi|abbr=on}} long.", "It is 169 km long."),
        ("It took {{convert|50000|km2|sqmi}}.", "It took 50,000 km2."),
        ("It is {{convert|3|to|5|km}} off.", "It is 3 to 5 km off."),
        ("Founded {{circa|1453}} at sea.", "Founded c. 1453 at sea."),
        ("On {{start date|2008|1|16|df=y}} it opened.", "On 16 January 2008 it opened."),
        ("It ({{lang-fi|Satama}}) grew.", "It (Satama) grew."),
        ("It ({{lang|fi|Satama}}) grew.", "It (Satama) grew."),
        ("It cost {{USD|5 million}}.", "It cost US$5 million."),
        ("It cost {{nowrap|$5 {{nbsp}}million}}.", "It cost $5 million."),
        ("{{As of|2024|3}} it stands.", "As of March 2024 it stands."),
        ("One{{snd}}two{{citation needed|date=May 2020}}.", "One – two."),
        ("[[File:Port.jpg|thumb|Seen in [[1920]]]]It grew.", "It grew."),
        ("It grew.<!-- in 1930 -->", "It grew."),
        ("It grew<ref>Aho, p. 3.</ref> and<ref name=a /> fell.", "It grew and fell."),
        ("See [https://example.org the list].", "See the list."),
        ("A&nbsp;B &amp; C", "A\u00a0B & C"),
        ("It grew.\nThen it fell.", "It grew. Then it fell."),
        ("Open {{convert|3|km and [[x", "Open convert|3|km and x"),
    ],
)
def test_markup_gives_its_text(source: str, expected: str) -> None:
    assert texts(source, "wikitext") == [expected]


def test_footnotes_become_citations_numbered_by_first_use() -> None:
    source = (
        'A.<ref name="b" /> B.<ref>Aho, p. 3.</ref>\n\n== References ==\n'
        '{{reflist|refs=\n<ref name="b">{{cite news |last1=Lund '
        "|first1=Anna |title=Two ports |trans-title=Ports |work=Gazette |date=4 May 2020 |page=3 |doi=10.1/x "
        "|archive-url=https://web.archive.org/x |url=https://example.org |language=fi |isbn=1-2}}</ref>}}"
    )
    first, second = document(source, "wikitext").citations
    assert first.authors == ("Lund, Anna",)
    assert (first.title, first.translated_title, first.work, first.date) == (
        "Two ports",
        "Ports",
        "Gazette",
        "2020-05-04",
    )
    assert (first.url, first.archive_url) == ("https://example.org", "https://web.archive.org/x")
    assert (first.language, first.pages, first.doi, first.isbn) == ("fi", "3", "10.1/x", "1-2")
    assert (second.number, second.title, second.pages) == ("2", "Aho, p. 3", "3")


def test_infobox_parameters_become_fields_but_looks_do_not() -> None:
    source = "{{Infobox port\n| name = Two ports\n| map = P\n| mission1 = [[Embassy]], Riga\n| length_km = 12\n}}\n"
    assert blocks(source, "wikitext", "field") == [(("mission",), "Embassy, Riga"), (("length km",), "12")]
    assert document(source, "wikitext").source.title == "Two ports"


def test_tables_become_cells_with_their_heads() -> None:
    source = (
        '{| class="wikitable"\n|+ Trade\n! Year !! Out\n|-\n| 2017 || style="x" | 1,702\n'
        "|-\n| 2018\n| [[A|1,843]]\n|}\nEnd"
    )
    assert blocks(source, "wikitext", "cell") == [
        (("Year",), "2017"),
        (("2017", "Out", "Trade"), "1,702"),
        (("Year",), "2018"),
        (("2018", "Out", "Trade"), "1,843"),
    ]
    assert texts(source, "wikitext") == ["End"]


def test_headings_carry_their_depth() -> None:
    found = document("== A ==\nOne.\n=== B ===\nTwo.\n== C ==\nThree.", "wikitext")
    assert [block.section for block in found.blocks if block.kind == "paragraph"] == [("A",), ("A", "B"), ("C",)]


def test_list_signs_begin_items() -> None:
    assert texts("* 1990: opened\n# 1991: closed", "wikitext", "list_item") == ["1990: opened", "1991: closed"]
