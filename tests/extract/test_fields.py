"""Claims of labelled values: their parts, units, dates, acts and seats."""

from __future__ import annotations

import pytest

from kzcn import reading
from kzcn.extract import extract
from kzcn.extract.fieldparts import parts, shown_label
from kzcn.model import Claim


def claims(text: str, format_: str = "factsheet") -> list[Claim]:
    """The claims of a text after the title of two parties."""
    return extract(reading.read(f"Togo and Mali\n\n{text}\n".encode(), "sheet.txt", format=format_))


def numbers(text: str, format_: str = "factsheet") -> list[tuple[float, str, str | None]]:
    """Number, unit and date of each claim."""
    found = claims(text, format_)
    return [(claim.quantity.value, claim.quantity.unit, claim.date) for claim in found if claim.quantity]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rice: 4 t; Maize: 5 t", [("Rice",), ("Maize",)]),
        ("Rice: total: 4 t; land: 3 t", [("Rice", "total"), ("Rice", "land")]),
        ("Rice: 4 t. Maize: 5 t (est.) Beans: 6 t", [("Rice",), ("Maize",), ("Beans",)]),
        ("Rice: approx. US$ 4 million | Maize: 5 t", [("Rice",), ("Maize",)]),
        ("Rice: 2001: 4 t; 2002: 5 t", [("Rice",), ("Rice",)]),
    ],
)
def test_each_part_of_a_value_has_its_own_labels(text: str, expected: list[tuple[str, ...]]) -> None:
    start = text.index(": ") + 2
    assert [part.labels for part in parts(text, start, len(text), (text[: start - 2],))] == expected


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("2003", "Exports (US$ million)"), "Exports"),
        (("Rice, % of all", "1999"), "Rice, % of all"),
        (("Visitors, thousand", "Table 3. Travel (persons)"), "Visitors – Travel"),
        (("Loans (Kuwait Fund)",), "Loans (Kuwait Fund)"),
    ],
)
def test_a_title_shows_labels_without_dates_units_and_table_numbers(labels: tuple[str, ...], expected: str) -> None:
    assert shown_label(labels) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turnover: 2001: EUR 4 million; 2002: EUR 5 million", [(4e6, "EUR", "2001"), (5e6, "EUR", "2002")]),
        ("Exports - partners: Chad 9%, Benin 7% (2003)", [(9, "percent", "2003"), (7, "percent", "2003")]),
        (
            "Border: total: 64 km; border countries (2): Chad 40 km, Benin 24 km",
            [(64, "km", None), (40, "km", None), (24, "km", None)],
        ),
        ("Portuguese in Mali: about 60 (2017)", [(60, "person", "2017")]),
    ],
)
def test_numbers_of_a_part_take_its_date_and_its_unit(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert numbers(text) == expected


def test_numbers_of_a_list_are_named_by_their_items() -> None:
    assert [claim.measure for claim in claims("Exports - partners: Chad 9%, Benin 7% (2003)")] == [
        "Exports - partners Chad",
        "Exports - partners Benin",
    ]


def test_cells_take_the_unit_of_row_column_or_caption_and_people_are_no_money() -> None:
    text = (
        "Table 1. Aid (million EUR)\n\n| | 1999 | Experts | Share, % |\n|---|---|---|---|\n"
        "| Grants | 1 247.5¹ | 22 | 13 |\n| Roads, km | 12 | | |"
    )
    assert numbers(text, "markdown") == [
        (1247.5e6, "EUR", "1999"),
        (22, "person", None),
        (13, "percent", None),
        (12, "km", "1999"),
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("~3.1", (3.1e6, None, "about")),
        ("≈ 3.1", (3.1e6, None, "about")),
        ("ca. 3.1", (3.1e6, None, "about")),
        ("c. 3.1", (3.1e6, None, "about")),
        ("est. 3.1", (3.1e6, None, "about")),
        ("<3.1", (3.1e6, None, "up_to")),
        ("≤ 3.1", (3.1e6, None, "up_to")),
        ("up to 3.1", (3.1e6, None, "up_to")),
        ("> 3.1", (3.1e6, None, "more_than")),
        ("≥3.1", (3.1e6, None, "more_than")),
        (">=3.1", (3.1e6, None, "more_than")),
        ("3.1+", (3.1e6, None, "more_than")),
        ("3.1 or more", (3.1e6, None, "more_than")),
        ("nearly 3.1", (3.1e6, None, "almost")),
        ("+3.1", (3.1e6, None, "exact")),
        ("3.1*", (3.1e6, None, "exact")),
        ("3.1 (est.)", (3.1e6, None, "exact")),
        ("3.1 [2]", (3.1e6, None, "exact")),
        ("3.1–3.4", (3.1e6, 3.4e6, "exact")),
        ("3.1 to 3.4", (3.1e6, 3.4e6, "exact")),
        ("3.1 (2.9)", (3.1e6, None, "exact")),
        ("3.1 thousand", (3100, None, "exact")),
        ("1900", (1900e6, None, "exact")),
    ],
)
def test_a_number_alone_in_a_cell_has_the_qualifier_before_it_and_the_unit_of_its_head(
    cell: str, expected: tuple[float, float | None, str]
) -> None:
    (found,) = claims(f"| Year | Exports (US$ mln) |\n|---|---|\n| 1994 | {cell} |", "markdown")
    assert found.quantity is not None
    assert (found.quantity.value, found.quantity.value_max, found.quantity.qualifier) == expected
    assert (found.quantity.unit, found.date) == ("USD", "1994")


@pytest.mark.parametrize("cell", ["n/a", "–", "...", "…", "-", "..", "nil", "3.1 / 2.9"])
def test_a_cell_without_a_number_tells_nothing(cell: str) -> None:
    assert not numbers(f"| Year | Exports (US$ mln) |\n|---|---|\n| 1994 | {cell} |", "markdown")


@pytest.mark.parametrize(
    ("cell", "title"), [("–2.4", "Change: -2.4 %"), ("-2.4 %", "Change: -2.4 %"), ("+2.4", "Change: 2.4 %")]
)
def test_a_fall_has_its_minus_in_the_title_and_its_size_in_the_value(cell: str, title: str) -> None:
    (found,) = claims(f"| Year | Change, % |\n|---|---|\n| 1994 | {cell} |", "markdown")
    assert found.quantity is not None
    assert (found.quantity.value, found.title) == (2.4, title)


@pytest.mark.parametrize(
    ("row", "head", "expected"),
    [
        ("Exports, USD million", "1994", (3e6, "USD")),
        ("Exports, USD", "million", (3e6, "USD")),
        ("Exports, USD million", "Change, %", (3, "percent")),
        ("Share, %", "USD million", (3, "percent")),
        ("Visitors", "1994, thousands", (3000, "person")),
        ("Population", "1994, million", (3e6, "person")),
        ("Ferries", "1994", (3, "ferry")),
    ],
)
def test_row_and_column_give_scale_and_unit_together(row: str, head: str, expected: tuple[float, str]) -> None:
    found = numbers(f"| Item | {head} |\n|---|---|\n| {row} | 3 |", "markdown")
    assert [(value, unit) for value, unit, _ in found] == [expected]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ("1994", "1994"),
        ("1994*", "1994"),
        ("1994 (est.)", "1994"),
        ("1994e", "1994"),
        ("1994–1995", "1994/1995"),
        ("1994/95", "1994/1995"),
        ("Jan–Jun 1994", "1994-01/1994-06"),
        ("1994Q1", "1994-33"),
        ("9M 1994", "1994-01/1994-09"),
    ],
)
@pytest.mark.parametrize("down", [True, False])
def test_years_date_their_numbers_down_and_across(year: str, expected: str, *, down: bool) -> None:
    rows = ("Year | Exports", f"{year} | 3", "1950 | 4") if down else (f"Item | {year} | 1950", "Exports | 3 | 4")
    rule = "|---" * (rows[0].count("|") + 1)
    table = "\n".join([rows[0], f"{rule}|", *rows[1:]])
    found = numbers(f"Table 1. Trade (USD million)\n\n{table}", "markdown")
    assert found == [(3e6, "USD", expected), (4e6, "USD", "1950")]


def test_a_line_above_a_table_gives_money_its_unit_and_leaves_things_theirs() -> None:
    text = (
        "Figures are in US$ million unless stated otherwise.\n\n| Item | 1999 |\n|---|---|\n| Exports | 12.4 |\n"
        "| Tourists ('000) | 31.2 |\n| Posts | 3 |\n| Kilometres of road | 120 |"
    )
    assert numbers(text, "markdown") == [
        (12.4e6, "USD", "1999"),
        (31200, "person", "1999"),
        (3, "post", "1999"),
        (120, "km", "1999"),
    ]
    assert next(claim.title for claim in claims(text, "markdown")) == "Exports: $12.4 million"


def test_a_column_that_tells_an_act_dates_it_and_not_the_cells_beside() -> None:
    text = "| Post | Opened | Lorries a day |\n|---|---|---|\n| Kara | 4 May 1999 | 300 |"
    assert [(claim.kind, claim.date) for claim in claims(text, "markdown")] == [
        ("opening", "1999-05-04"),
        ("count", None),
    ]


def test_a_cell_with_labels_of_its_own_tells_its_acts() -> None:
    text = "| Post | Of it |\n|---|---|\n| Kara | Opened: 4 May 1999; Lorries: 300 |"
    assert [(claim.kind, claim.date) for claim in claims(text, "markdown")] == [
        ("opening", "1999-05-04"),
        ("count", None),
    ]


def test_a_row_of_a_table_of_visits_is_a_visit_on_its_day() -> None:
    text = "## Visits\n\n| Date | Visitor |\n|---|---|\n| 4 May 1999 | President Keita |"
    (found,) = claims(text, "markdown")
    assert (found.kind, found.date, found.title) == ("visit", "1999-05-04", "Visitor: President Keita")


@pytest.mark.parametrize(
    ("head", "cell", "title"),
    [
        ("Event", "Mill at Kati closed", "Mill at Kati closed"),
        ("Description", "Mill at Kati closed", "Mill at Kati closed"),
        ("Agreement", "Rice agreement", "Rice agreement"),
        ("Delegation", "Mill owners of Kati", "Delegation: Mill owners of Kati"),
    ],
)
def test_the_head_of_a_column_is_told_where_it_says_more(head: str, cell: str, title: str) -> None:
    table = f"| Date | {head} |\n|---|---|\n| 4 May 1999 | {cell} |"
    assert [claim.title for claim in claims(table, "markdown")] == [title]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            "Treaty on Rice (signed 4 May 1999, in force 6 June 2000)",
            [("treaty_signed", "1999-05-04"), ("treaty_in_force", "2000-06-06")],
        ),
        ("Convention on Mills, Lomé, 4 May 1999", [("treaty_signed", "1999-05-04")]),
        (
            "Tax agreement (signed 4 May 1999; terminated 2001)",
            [("treaty_signed", "1999-05-04"), ("treaty_ended", "2001")],
        ),
        ("The agreement on rice was praised on 4 May 1999 (in Lomé).", []),
    ],
)
def test_a_list_item_tells_the_acts_of_the_instrument_it_names(item: str, expected: list[tuple[str, str]]) -> None:
    found = claims(f"- {item}\n- Rice grows.", "text")
    assert [(claim.kind, claim.date) for claim in found if claim.family == "treaty"] == expected


def test_instruments_listed_as_signed_take_the_day_of_the_document() -> None:
    text = (
        "LIST OF DOCUMENTS SIGNED BY TOGO AND MALI\n\nLomé, 4 May 1999\n\n"
        "a) Protocol on Rice;\nb) Letter of Intent on Mills.\n"
    )
    found = extract(reading.read(text.encode(), "list.txt"))
    assert [(claim.family, claim.date, claim.date_basis) for claim in found] == [
        ("treaty", "1999-05-04", "inherited")
    ] * 2


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Malian embassy: Lomé", "Embassy of Mali in Lomé"),
        ("Embassy of Mali: Lomé", "Embassy of Mali in Lomé"),
        ("Missions: Embassy of Mali, Lomé", "Embassy of Mali in Lomé"),
    ],
)
def test_a_seat_belongs_to_the_party_its_label_names(text: str, title: str) -> None:
    assert [claim.title for claim in claims(text)] == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Relations: established in 1971", "Relations: established"),
        ("Ambassador: Ali Keita (since 4 March 2018)", "Ambassador: Ali Keita"),
        ("Rice accord: Signed on 1 October 1992", "Rice accord: Signed"),
    ],
)
def test_the_title_of_an_act_ends_without_what_leads_to_its_date(text: str, title: str) -> None:
    assert [claim.title for claim in claims(text)] == [title]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grants: 14 (2003), 9 (2004)", [(14, "grant", "2003"), (9, "grant", "2004")]),
        ("Growth (%): TG 4.5 / ML 3.9 (2007)", [(4.5, "percent", "2007"), (3.9, "percent", "2007")]),
        (
            "Trade 2009: EUR 2.4 m (2008: EUR 2 m), + 20 %",
            [(2_400_000, "EUR", "2009"), (2_000_000, "EUR", "2008"), (20, "percent", "2009")],
        ),
        ("Population (m): Togo 6.1 / Mali 14.2", [(6_100_000, "person", None), (14_200_000, "person", None)]),
    ],
)
def test_each_of_several_values_has_its_own_date_or_the_common_one(
    text: str, expected: list[tuple[float, str, str | None]]
) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sugar mill: Sotaba, founded 1962, 40 workers", [("founding", "1962")]),
        ("Ferry: 2 boats (opened 1971)", [("opening", "1971")]),
        ("Road: 30 km built by 1971", []),
        ("Rice fund: EUR 3 million, agreed 1971 prices", []),
    ],
)
def test_a_participle_before_a_date_tells_an_act_beside_the_numbers(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(claim.kind, claim.date) for claim in claims(text) if claim.quantity is None] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ministry of Trade: sheet 4, status: 12.03.2009",
        "Source: customs office, data of 3 May 2009",
        "Sources: World Fact Review, 2009; own counts",
    ],
)
def test_what_speaks_of_the_sheet_tells_nothing(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "place", "polarity"),
    [
        ("Visits: Minister Ba to Lomé (June 2003)", "visit", "Lomé", "done"),
        ("Visits: Minister Ba to Lomé, cancelled (June 2003)", "visit", "Lomé", "denied"),
        ("Ambassador: Koffi Ba, credentials presented 4 Mar 2005", "envoy", None, "done"),
        ("Rice agreement: signed 4 Mar 2005, in force 6 Jun 2006", "treaty_signed", None, "done"),
        ("Investment protection: in force 6 Jun 2006", "treaty_in_force", None, "done"),
        ("Talks: third round, Bamako, 6 Jun 2006", "meeting", "Bamako", "done"),
    ],
)
def test_a_dated_act_has_its_kind_its_place_and_whether_it_happened(
    text: str, kind: str, place: str | None, polarity: str
) -> None:
    found = claims(text)[0]
    assert (found.kind, found.place, found.polarity) == (kind, place, polarity)


def test_an_address_is_one_seat() -> None:
    assert [claim.place for claim in claims("Embassy of Mali: Lomé 4, Avenue Duisburg 17")] == ["Lomé"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "| Step | Date |\n|---|---|\n| Rice agreement | 5 May 1999 |\n| Mill opened at Kati | 2001 |",
            [("treaty_signed", "1999-05-05"), ("opening", "2001")],
        ),
        ("| Group | Number | Date |\n|---|---|---|\n| Malians in Togo | 5,100 | 2001 |", [("count", "2001")]),
    ],
)
def test_a_row_of_a_thing_and_its_date_alone_is_an_act(table: str, expected: list[tuple[str, str]]) -> None:
    assert [(claim.kind, claim.date) for claim in claims(table, "markdown")] == expected


def test_what_a_cell_measures_has_no_date_and_no_unit_in_it() -> None:
    found = claims("| EUR million | 2003 |\n|---|---|\n| Rice sold to Mali | 4.5 |", "markdown")
    assert [(claim.measure, claim.quantity and claim.quantity.value, claim.date) for claim in found] == [
        ("Rice sold to Mali", 4_500_000, "2003")
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Trade 2009: EUR 2.4 m, + 20 %", ["trade_turnover", "trade_growth"]),
        ("Exports: −3.5 % (2009)", ["trade_growth"]),
        ("Share of exports: 3.5 % (2009)", ["trade_share"]),
    ],
)
def test_a_percentage_with_a_sign_is_a_growth(text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in claims(text)] == kinds


def test_missions_belong_to_whom_the_words_before_them_name() -> None:
    found = claims("Missions: Malian Embassy in Lomé; Consulate in Kara; Togolese Embassy in Bamako")
    assert [claim.title for claim in found] == [
        "Embassy of Mali in Lomé",
        "Consulate of Mali in Kara",
        "Embassy of Togo in Bamako",
    ]
