"""Sentences and the claims that their numbers make."""

from __future__ import annotations

import pytest

from kzcn import reading
from kzcn.extract import extract
from kzcn.extract.dating import Dating
from kzcn.extract.draft import Draft
from kzcn.extract.figures import number_drafts, numbered_clauses
from kzcn.extract.hearts import tells_all
from kzcn.extract.scene import Scene
from tests.extract.views import view_of


def drafts(text: str) -> list[Draft]:
    seen = view_of(text)
    scene = Scene(seen, Dating(seen), ("Norway", "Latvia"))
    return [draft for index, places in numbered_clauses(seen).items() for draft in number_drafts(scene, index, places)]


# The numbers that make claims, as "value unit".
COUNTED = [
    ("Peru closed nine consulates in Chile.", ["9 consulate"]),
    ("Peru closed three consulates in Chile.", []),
    ("Peru has three consulates in Chile.", ["3 consulate"]),
    ("The two countries have nine consulates.", ["9 consulate"]),
    ("The talks lasted three days.", []),
    ("The road is 90 km (56 mi) long.", ["90 km"]),
    ("The road of 90 km (two lanes) is wide.", ["90 km"]),
    ("Peru sent 28,000 students, up from 5,000 in 1913.", ["28000 person", "5000 person"]),
    ("By 1930 only 35,000 remained.", ["35000 person"]),
    ("By 1930 only 35 remained.", []),
    ("Some 4,000 Danes live in Riga.", ["4000 person"]),
    ("In 1919, 42 of the 60 posts were rebuilt.", ["42 post"]),
    ("Peru closed 12 of its twenty consulates.", ["12 consulate"]),
    ("Peru closed 12 consulates of the 1972 plan and 20 ports.", ["12 consulate", "20 port"]),
    # yuan and yen share a sign
    ("Japan lent Mali ¥5 billion.", ["5000000000 JPY"]),
    ("Japan lent Mali CN¥5 billion.", ["5000000000 CNY"]),
    ("Japan and China lent Mali ¥5 billion.", ["5000000000 CNY"]),
    ("Mali was lent ¥5 billion.", ["5000000000 CNY"]),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED, ids=[text for text, _ in COUNTED])
def test_a_number_that_counts_something_makes_a_claim(text: str, expected: list[str]) -> None:
    found = [draft.quantity for draft in drafts(text)]
    assert [f"{quantity.value} {quantity.unit}" for quantity in found if quantity] == expected


# Kind, title and measure of the first number.
CLAIMS = [
    ("Norway sold fish for $3 million in 1951.", "exports", "Exports – fish: $3 million", "fish"),
    ("Norway lent Latvia $3 million in 1951.", "loan", "Norway lent Latvia $3 million", "Latvia"),
    ("Trade fell by 8 % in 1951.", "trade_growth", "Trade fell 8 %", "Trade"),
    ("Exports grew by 8 % in 1951.", "trade_growth", "Exports grew 8 %", "Exports"),
    ("The border is 90 km long.", "border_length", "Border: 90 km", "border"),
    (
        "Norway received 40 % of the disputed land.",
        "disputed_share",
        "Share of the disputed land of Norway: 40 %",
        "share of the disputed land",
    ),
    (
        "Norway signed four agreements with Latvia in 1951.",
        "treaty_signed",
        "Norway signed 4 agreements with Latvia",
        "agreements",
    ),
    ("Some 300 students in Norway left.", "students", "About 300 students left", "students in Norway"),
    ("In a 1998 survey, war (50%) was feared most.", "survey_share", "Survey: 50 % – war", "war"),
    ("In a 1998 survey, 50% said that they feared war.", "survey_share", "Survey: 50 % – feared war", "feared war"),
    (
        "In a 1998 survey, 50% thought there was no war and 9% that it rained.",
        "survey_share",
        "Survey: 50 % – no war",
        "no war",
    ),
    ("Norway has nine lighthouses.", "count", "Norway has 9 lighthouses", "lighthouses"),
    ("Nine lighthouses are old.", "count", "Lighthouses: 9", "lighthouses"),
    (
        "In a 1998 survey, 50 % of Danes had a good view of Riga.",
        "survey_share",
        "Survey: 50 % – good view of Riga",
        "good view of Riga",
    ),
    (
        "In a 1998 survey 12 % named Riga and 40 % Lima.",
        "survey_share",
        "Survey: 12 % – Riga",
        "Riga",
    ),
    ("The price was set at $180 per 1,000 cubic metres.", "amount", "Amount – price: $180", "price"),
    ("The dispute over 12 islands is old.", "count", "Islands: 12", "islands"),
]


@pytest.mark.parametrize(("text", "kind", "title", "measure"), CLAIMS, ids=[text for text, *_ in CLAIMS])
def test_a_number_says_what_it_measures(text: str, kind: str, title: str, measure: str) -> None:
    draft = drafts(text)[0]
    assert (draft.kind, draft.title, draft.measure) == (kind, title, measure)


# The dates of the numbers in order, each with how it was found.
DATES = [
    (
        "Exports rose to $5 million in 1951 and $7 million in 1952.",
        [("1951", "stated"), ("1952", "stated")],
    ),
    ("In 1951 exports rose to $5 million.", [("1951", "stated")]),
    ("The road, 77 km long, was opened in 1931.", [None]),
    ("The road was 77 km long in 1931.", [("1931", "stated")]),
    ("Sales rose to 4 tonnes in 1951; purchases fell to 3 tonnes.", [("1951", "stated"), ("1951", "inherited")]),
    ("Sales rose to 4 tonnes in 1951; purchases will fall to 3 tonnes.", [("1951", "stated"), None]),
    ("Twelve sailors drowned when a ferry sank in 1903.", [("1903", "inherited")]),
    ("They recalled 90 pilgrims crossing the pass in 1951.", [("1951", "stated")]),
    ("Trade of $5 million was lost.", [None]),
    ("$5 million for Peru (1951)", [("1951", "stated")]),
    ("Sales were $5 million in 1951, 8 percent less than a year earlier.", [("1951", "stated"), ("1951", "stated")]),
    (
        "Trade grew by 8 %, from $3 million in 1950 to $5 million in 1951.",
        [("1951", "stated"), ("1950", "stated"), ("1951", "stated")],
    ),
    ("Oman had 400 km of road in 1951 and 900 km in 1961.", [("1951", "stated"), ("1961", "stated")]),
    (
        "In 1950 and 1951 trade was $5 million and $6 million, respectively.",
        [("1950", "stated"), ("1951", "stated")],
    ),
    ("Sales reached $5 million, up from $4 million in 1951.", [None, ("1951", "stated")]),
    ("Sales were $5 million, against $4 million in 1951.", [None, ("1951", "stated")]),
    ("By 1951 some 56 % stood, against 52 % in 1950.", [("../1951", "stated"), ("1950", "stated")]),
    ("Some 900 Danes a year came before the war; in 1951, fewer than 300.", [None, ("1951", "stated")]),
    ("In 1951 Peru sold 5 bcm of gas a year.", [("1951", "stated")]),
]


@pytest.mark.parametrize(("text", "expected"), DATES, ids=[text for text, _ in DATES])
def test_a_number_takes_the_date_beside_it_or_of_its_clause(text: str, expected: list[tuple[str, str] | None]) -> None:
    dates = [draft.date for draft in drafts(text)]
    assert [date and (date.edtf, date.basis) for date in dates] == expected


POLARITIES = [
    ("Norway sent 300 students to Riga.", "done"),
    ("Norway will send 300 students to Riga.", "planned"),
    ("Norway may send 300 students to Riga.", "planned"),
    ("Norway aims for 300 students.", "planned"),
    ("The goal is 300 students.", "planned"),
    ("Norway did not send 300 students to Riga.", "denied"),
    ("In a 1998 survey, 20% would leave.", "done"),
]


@pytest.mark.parametrize(("text", "expected"), POLARITIES)
def test_a_number_that_a_verb_only_allows_for_is_planned(text: str, expected: str) -> None:
    (draft,) = drafts(text)
    assert draft.polarity == expected


# Does the number at the heart of the clause leave nothing else to tell?
HEARTS = [
    ("Peru sent seven ships to Riga.", True),
    ("Peru sent a fleet with seven ships.", False),
    ("Nine ships came to Riga.", True),
    ("A fleet, nine ships strong, came to Riga.", False),
    ("Peru opened a road of 90 km.", False),
    ("Peru built 90 km of road.", True),
    ("Trade grew with Peru by 8 %.", True),
    ("With nine ships, Peru left the port.", False),
    ("Peru closed the road.", False),
    ("A pact on nine ports was signed by Peru.", False),
    ("Peru signed nine pacts.", True),
    ("Peru signed a pact on a loan of $5 million.", False),
    ("Peru seized half of the valley.", False),
    ("Peru sold half of the wool.", True),
    ("The sum rose to 90 tonnes.", True),
]


@pytest.mark.parametrize(("text", "expected"), HEARTS)
def test_a_number_that_is_subject_or_object_tells_what_happened(text: str, expected: bool) -> None:  # noqa: FBT001 - a column
    seen = view_of(text)
    (clause,) = seen.clauses
    numbers = numbered_clauses(seen).get(0, [])
    assert tells_all(seen, clause, numbers, numbers) is expected


# The numbers of a clause in order: value, kind, measure and parties of each.
PORTIONS = [
    (
        "In 1951, 54 percent came from Peru, 30 percent from Chile and 8 percent from Ghana.",
        ["54 share Peru (Peru)", "30 share Chile (Chile)", "8 share Ghana (Ghana)"],
    ),
    (
        "Some 19 % went to Peru, 12 % - to Chile and 5 % - to others.",
        ["19 share Peru (Peru)", "12 share Chile (Chile)", "5 share others (Peru)"],
    ),
    (
        "Ghana held 40 percent of the bank, Togo 35 percent and Benin 25 percent.",
        ["40 share bank (Ghana)", "35 share Togo (Togo)", "25 share Benin (Benin)"],
    ),
    (
        "In 1951 exports were $5 million, and imports $3 million.",
        ["5000000 exports exports ()", "3000000 imports imports ()"],
    ),
    (
        "Imports stood at $5 million and exports at $3 million in 1951.",
        ["5000000 imports Imports ()", "3000000 exports exports ()"],
    ),
    (
        "Exports to Peru were $5 million and to Chile $3 million.",
        ["5000000 exports Exports (Peru)", "3000000 exports Chile (Chile)"],
    ),
    (
        "Norway lent Peru $5 million and Chile $3 million.",
        ["5000000 loan Peru (Norway, Peru)", "3000000 loan Chile (Norway, Chile)"],
    ),
    (
        "Ghana bought 300 horses from Peru and 200 cows from Chile.",
        ["300 count horses from Peru (Ghana, Peru)", "200 count cows from Chile (Ghana, Chile)"],
    ),
    (
        "Peru sold 300 horses and 200 cows to Chile.",
        ["300 count horses (Peru, Chile)", "200 count cows (Peru, Chile)"],
    ),
    (
        "Trade with Peru was $5 million, including $2 million of fish exports.",
        ["5000000 trade_turnover Trade (Peru)", "2000000 exports fish exports (Peru)"],
    ),
    (
        "Trade stood at $5 million, with exports of $3 million and imports of $2 million.",
        ["5000000 trade_turnover Trade ()", "3000000 exports exports ()", "2000000 imports imports ()"],
    ),
    ("Trade with Peru reached $5 million amid record exports.", ["5000000 trade_turnover Trade (Peru)"]),
    (
        "The land border is 90 km and the river border 40 km.",
        ["90 border_land_length land border ()", "40 border_water_length water border ()"],
    ),
    (
        "The border is 130 km long, including 90 km of land and 40 km of line drawn along rivers.",
        [
            "130 border_length border ()",
            "90 border_land_length land border ()",
            "40 border_water_length water border ()",
        ],
    ),
    (
        "Of its length the river border is 90 km, and land - 40 km.",
        ["90 border_water_length water border ()", "40 border_land_length land border ()"],
    ),
    (
        "In June trade was $5 million, with a 3 % drop in fish exports to $2 million.",
        ["5000000 trade_turnover trade ()", "3 trade_growth fish exports ()", "2000000 exports fish exports ()"],
    ),
    (
        "The census counted 12,000 Greeks, 8,000 Danes and 500 Jews.",
        ["12000 population Greeks (Greeks)", "8000 population Danes (Danes)", "500 population Jews ()"],
    ),
    (
        "Peru owes Chile $5 million and Ghana $3 million.",
        ["5000000 loan Chile (Peru, Chile)", "3000000 loan Ghana (Peru, Ghana)"],
    ),
    (
        "Trade was $5 million, of which $3 million was wool exports and $2 million imports.",
        ["5000000 trade_turnover Trade ()", "3000000 exports wool exports ()", "2000000 imports imports ()"],
    ),
    (
        "Exports and imports were $5 million and $3 million respectively.",
        ["5000000 exports Exports ()", "3000000 imports imports ()"],
    ),
    (
        "Peru and Chile hold 40 percent and 60 percent of the bank respectively.",
        ["40 share Peru (Peru)", "60 share Chile (Chile)"],
    ),
    (
        "The trade deficit reached $5 million, up from $3 million in 1951.",
        ["5000000 trade_balance trade deficit ()", "3000000 trade_balance trade deficit ()"],
    ),
    (
        "Trade reached $5 million in 1951, $3 million of which is wool exports.",
        ["5000000 trade_turnover Trade ()", "3000000 exports wool exports ()"],
    ),
    (
        "By the award Peru received 900 km2 and Chile 600 km2.",
        ["900 ceded_area ceded area (Peru)", "600 ceded_area ceded area (Chile)"],
    ),
    (
        "The buyers were Peru ($5 million), Chile ($3 million) and Ghana ($2 million).",
        ["5000000 amount Peru (Peru)", "3000000 amount Chile (Chile)", "2000000 amount Ghana (Ghana)"],
    ),
    (
        "The line carries 80 % of all coal and 30 % of all timber.",
        ["80 share coal ()", "30 share timber ()"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PORTIONS, ids=[text for text, _ in PORTIONS])
def test_each_number_of_a_clause_takes_what_stands_on_its_side_of_the_comma(text: str, expected: list[str]) -> None:
    found = [
        f"{draft.quantity.value} {draft.kind} {draft.measure} ({', '.join(draft.parties)})"
        for draft in drafts(text)
        if draft.quantity
    ]
    assert found == expected


# What the first number measures.
MEASURED = [
    ("With a total length of 90 km, the canal has been in use for ten years.", "canal"),
    ("The line pumps up to 5 bcm of gas a year.", "gas"),
    ("Sales totaled $5 million USD in 1951.", "Sales"),
    ("The fee is 2 percent per annum.", "fee"),
    ("Danes make up 5 percent of the population.", "population"),
    ("Peru runs mills worth a total of $5 million.", "mills"),
    ("The 90-km Norge Canal was shut in 1951.", "Norge Canal"),
    ("Peru sold goods (of all sorts) for $5 million.", "goods"),
    ("Bilateral trade held steady at $5 million.", "Bilateral trade"),
    ("Norway increased its imports of tin by 45 %.", "imports of tin"),
    ("Half of the line has not been marked.", "line not marked"),
    ("The depth of the lake is 90 m.", "depth of lake"),
    ("It runs 90 km from the coast to Riga.", "length"),
    ("The canal, 77 km long and 15 m deep, joins the seas.", "canal"),
    ("A fence 70 km long was built along the river.", "fence"),
    ("The plan to double the payments was praised.", "payments"),
    ("With a capacity of 5 bcm, the Norge Line's bore is 90 cm.", "Norge Line"),
]


@pytest.mark.parametrize(("text", "expected"), MEASURED, ids=[text for text, _ in MEASURED])
def test_a_measure_is_the_thing_and_no_word_that_stands_near(text: str, expected: str) -> None:
    assert drafts(text)[0].measure == expected


# The titles of the shares that say how much something moved.
MOVED = [
    ("Exports fell 5 % in 1951, with a 2 % increase in wool exports.", ["Exports fell 5 %", "Wool exports grew 2 %"]),
    ("Trade stood still, with a 3 % drop in imports.", ["Imports fell 3 %"]),
    ("Trade with Peru was $5 million (+8 %) in 1951.", ["Trade turnover reached $5 million", "Trade grew 8 %"]),
    ("Imports of $5 million (-8 %) were recorded.", ["Imports: $5 million", "Imports fell 8 %"]),
    (
        "Sales were $5 million in 1951, 8 percent less than a year earlier.",
        ["Exports – Sales: $5 million", "Sales fell 8 %"],
    ),
    ("Exports were up 7 % in 1951, imports down 3 %.", ["Exports grew 7 %", "Imports fell 3 %"]),
    ("Trade fell by nearly half in 1951.", ["Trade fell almost 50 %"]),
    ("The output of Peru shrank by a third in 1951.", ["Output of Peru fell about 33.3 %"]),
    ("The debt of Peru rose to 40 % of its income.", ["Share – income: 40 %"]),
    ("Danes form more than 80 % of the town.", ["Share – town: more than 80 %"]),
    ("Exports grew by more than 8 % in 1951.", ["Exports grew more than 8 %"]),
    ("The ministers agreed to triple the payments.", ["Payments grew 3 times"]),
    ("The sales of wool have increased 20-fold.", ["Sales of wool grew 20 times"]),
    ("Peru took 14 % of the exports that grew.", ["Share of trade – exports: 14 %"]),
]


@pytest.mark.parametrize(("text", "expected"), MOVED, ids=[text for text, _ in MOVED])
def test_a_share_moves_the_way_that_the_words_beside_it_say(text: str, expected: list[str]) -> None:
    assert [draft.title for draft in drafts(text)] == expected


# What bare numbers count.
BARE = [
    ("The number of Danish pupils in Riga reached 3,000 in 1951.", ["students 3000 person"]),
    ("The number of visas will rise from 1,000 to 4,100.", ["count 1000 visa", "count 4100 visa"]),
    ("The population of Peru was put at 3 million.", ["population 3000000 person"]),
    ("A crowd of 3,000 met him.", ["count 3000 person"]),
    ("The clashes killed 12 and injured 31.", ["casualties 12 person", "casualties 31 person"]),
    ("Another 45 were wounded.", ["casualties 45 person"]),
    ("At least 18 others were killed.", ["casualties 18 person"]),
    ("The raid left 55 dead and 30 wounded.", ["casualties 55 person", "casualties 30 person"]),
    ("The envoy counted 300 dead trees.", ["count 300 tree"]),
    ("Norway met Peru seven times.", ["count 7 time"]),
    ("The mill employs 1,700.", ["count 1700 person"]),
    ("Two days after a guard was killed, Peru sent home 40 envoys.", ["count 40 person"]),
    ("The number of Danes went up from 3,000 in 1951 to 4,000.", ["count 3000 person", "count 4000 person"]),
    ("An envoy came with a suite of thirty.", ["count 30 person"]),
    ("Peru has 300 soldiers in Riga.", ["count 300 person"]),
    ("About 300 Danes have returned since 1951.", ["migrants 300 person"]),
    ("In Riga mills, of which 300 were sold, closed.", ["count 300 mill"]),
    ("Peru moved 900 Danes, about 300 of them to Riga.", ["migrants 900 person", "migrants 300 person"]),
    ("The flood took nearly 300 lives.", ["casualties 300 person"]),
    ("In Riga 36 people died on the left bank and 19 on the right.", ["casualties 36 person", "casualties 19 person"]),
    ("Some 54 km2 went to Chile and 40,000 to Peru.", ["territory_area 54 km2", "territory_area 40000 km2"]),
    ("The line is 225 km long, 78 of them in Peru.", ["length 225 km", "length 78 km"]),
    ("Two officers died of fever.", ["casualties 2 person"]),
    ("Self-financed pupils reached 3,000 in 1951.", ["students 3000 person"]),
    ("Peru took in 3,000 Danes and Chile 2,000.", ["count 3000 person", "count 2000 person"]),
    ("Of the loan, Oman paid $30 million and Qatar 12 million.", ["loan 30000000 USD", "loan 12000000 USD"]),
    ("They met under Order 17 of the Standing Orders.", []),
]


@pytest.mark.parametrize(("text", "expected"), BARE, ids=[text for text, _ in BARE])
def test_a_bare_number_counts_what_the_words_around_say(text: str, expected: list[str]) -> None:
    found = [(draft.kind, draft.quantity) for draft in drafts(text)]
    assert [f"{kind} {number.value} {number.unit}" for kind, number in found if number] == expected


# Kind, date and polarity of each number of a change.
CHANGES = [
    (
        "Trade will grow from $3 million in 1951 to $5 million by 1960.",
        ["trade_turnover 1951 done", "trade_target ../1960 planned"],
    ),
    (
        "Norway wants to boost trade from $3 million to $5 million by 1960.",
        ["trade_turnover None done", "trade_target ../1960 planned"],
    ),
    ("Trade rose by 8 % to reach $5 million in 1951.", ["trade_growth 1951 done", "trade_turnover 1951 done"]),
    ("Norway agreed to invest $5 million in 1951.", ["investment 1951 planned"]),
    ("Norway asked Peru for a loan of $5 million in 1951.", ["loan 1951 planned"]),
    ("In 1951 at least 17 victims sought help.", ["casualties 1951 done"]),
    ("The debt did not exceed $5 million in 1951.", ["loan 1951 done"]),
    ("The debt should not exceed $5 million by 1951.", ["loan ../1951 planned"]),
    (
        "In 1951 trade was $5 million, showing 8 % growth from the $4 million level in 1950.",
        ["trade_turnover 1951 done", "trade_growth 1951 done", "trade_turnover 1950 done"],
    ),
    ("Half of the 90-km border has not been marked.", ["share None done", "border_length None done"]),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES, ids=[text for text, _ in CHANGES])
def test_what_a_change_begins_with_is_told_and_what_it_aims_at_planned(text: str, expected: list[str]) -> None:
    found = [f"{draft.kind} {draft.date.edtf if draft.date else None} {draft.polarity}" for draft in drafts(text)]
    assert found == expected


# Two sentences, and the kind of the number of the second.
TAKEN_UP = [
    ("The Norge–Riga border is old. It is 90 km long.", "border_length"),
    ("Trade with Peru was dull. In 1951 it was down 12 %.", "trade_growth"),
    ("The canal is old. It is 90 km long.", "length"),
    ("The border with Peru is old. The canal is 90 km long.", "length"),
]


@pytest.mark.parametrize(("text", "kind"), TAKEN_UP, ids=[text for text, _ in TAKEN_UP])
def test_a_sentence_that_goes_on_measures_what_the_one_before_spoke_of(text: str, kind: str) -> None:
    claims = extract(reading.read(text.encode(), "example.txt", format="text"))
    assert [claim.kind for claim in claims if claim.quantity] == [kind]
