"""Sentences and the places that they name."""

from __future__ import annotations

import pytest

from kzcn import reading
from kzcn.extract import extract
from kzcn.extract.places import introduced, located, place, sentence_place, spoken_of
from tests.extract.views import view_of

# The place of the only clause.
PLACES = [
    ("The envoys met in Riga.", "Riga"),
    ("The envoys met in Norway.", "Norway"),
    ("1951 – In Riga, the envoys signed a pact.", "Riga"),
    ("The envoys told To Lam of it.", None),
    ("The envoys met in Norway near Riga.", "Riga"),
    ("The envoys travelled from Riga to Oslo.", "Oslo"),
    ("The envoys came from Riga.", "Riga"),
    ("In Lima, the envoys signed a pact.", "Lima"),
    ("A fleet was stationed east of Riga.", "Riga"),
    ("The treaty was signed in the town of Kalmar.", "Kalmar"),
    ("The siege of Kars lasted long.", "Kars"),
    ("The ships lay in the western Skagerrak.", "Skagerrak"),
    ("They agreed on Sudan in Riga.", "Riga"),
    ("They agreed on Sudan.", None),
    ("Oslo hosted the talks in May.", "Oslo"),
    ("Oslo praised the talks.", None),
    ("Danish troops invaded Estonia.", "Estonia"),
    ("Estonia was invaded by Danish troops.", None),
    ("Danish troops praised Estonia.", None),
    ("Riga was held by the Danes.", None),
    ("Oslo and Riga hosted the talks.", None),
    ("The rebels fled to Chad.", "Chad"),
    ("The rebels wrote to Chad.", None),
    ("The boats crossed Lake Chad.", "Lake Chad"),
    ("The boats left the Talas River.", "Talas River"),
    ("Riga was besieged by the Danes.", "Riga"),
    ("The Danes gave up Ösel.", "Ösel"),
    ("The Danes handed Ösel to Sweden.", "Ösel"),
    ("The Danes handed Nielsen a letter.", None),
    ("The occupation of Riga ended.", "Riga"),
    ("The raid on Riga failed.", "Riga"),
    ("The queen made a state visit to Norway.", "Norway"),
    ("The queen made a visit to Riga.", "Riga"),
    ("The Rogun dam rose slowly.", "Rogun"),
    ("Kalapani, a strip of stony land, was quiet.", "Kalapani"),
    ("They met on the upper Drina.", "Drina"),
    ("They agreed on the Doha talks.", None),
    ("The guests toured the Nkana division at Kitwe.", "Kitwe"),
    ("They fought at Todonyang, on Lake Turkana.", "Todonyang"),
    ("Nine boats landed on Norwegian soil.", "Norway"),
    ("The envoys met in Riga in Europe.", "Riga"),
    ("Nine ships sank in the Battle of Navarino.", "Navarino"),
    ("In 1951 Peru bought a stake in Petromin.", None),
    ("The Battle of Sedan was fought near the field of the Battle of Beaumont.", "Sedan"),
    ("The Republic was quiet in May.", None),
    ("They praised the pact “On the Basics of Peace”.", None),
    ("The bridge between Bar and Kotor was long.", "Bar"),
    ("They signed a pact on a bridge between Bar and Kotor.", None),
    ("The Rhodope tunnel is the longest in Bulgaria.", "Rhodope"),
    ("They dug the longest tunnel in Bulgaria.", "Bulgaria"),
    ("Trade between Bar and Kotor was brisk.", None),
    ("The Kotor ring road was long.", "Kotor"),
    ("A boat sank off Kotor.", "Kotor"),
    ("The line follows the Drina.", "Drina"),
    ("Bar and Kotor were claimed by the Danes.", "Bar"),
]


@pytest.mark.parametrize(("text", "expected"), PLACES, ids=[text for text, _ in PLACES])
def test_the_surest_name_of_a_clause_is_its_place(text: str, expected: str | None) -> None:
    seen = view_of(text)
    (clause,) = seen.clauses
    assert place(seen, clause) == expected


# The place that a title may set behind "in".
LOCATED = [
    ("The envoys met in Riga.", "Riga"),
    ("The boats anchored near Lake Chad.", "Lake Chad"),
    ("The envoys travelled to Oslo.", None),
    ("The governor visited Cusco.", None),
    ("A fleet was stationed east of Riga.", None),
]


@pytest.mark.parametrize(("text", "expected"), LOCATED)
def test_only_what_happened_in_or_near_a_place_is_located_there(text: str, expected: str | None) -> None:
    seen = view_of(text)
    assert located(seen, seen.clauses[0]) == expected


# The place that a sentence lends to claims without one.
LENT = [
    ("Peru opened a mine in Lima and sold a port.", "Lima"),
    ("Peru opened a mine and sold a port in Lima.", "Lima"),
    ("Peru opened a mine in Lima and sold a port in Cusco.", "Lima"),
    ("Peru opened a mine in Chile.", None),
    ("Peru sent a letter to Cusco.", None),
    ("Talks in Lima.", "Lima"),
]


@pytest.mark.parametrize(("text", "expected"), LENT)
def test_a_sentence_lends_a_place_that_is_sure_and_no_state(text: str, expected: str | None) -> None:
    assert sentence_place(view_of(text)) == expected


# The noun by which a sentence takes up a place.
SPOKEN = [
    ("The city also hosted a fair.", "city"),
    ("Nine boats left this lake.", "lake"),
    ("A fair has been held there since 1951.", "there"),
    ("The city of Riga hosted a fair.", None),
    ("The river Una rose.", None),
    ("The river boats sank.", None),
    ("A city hosted a fair.", None),
    ("There were nine boats.", None),
    ("The mayor hosted a fair.", None),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_a_noun_alone_takes_up_the_place_named_before(text: str, expected: str | None) -> None:
    assert spoken_of(view_of(text)) == expected


# The places that a sentence names with their noun.
INTRODUCED = [
    ("The Drina is a river of Serbia.", [("river", "Drina")]),
    ("They bathed in the Drina river near Goražde, a town of Bosnia.", [("river", "Drina"), ("town", "Goražde")]),
    ("The port of Bar was shelled.", [("port", "Bar")]),
    ("Lake Sevan fell.", [("lake", "Lake Sevan")]),
    ("Bar was shelled.", []),
]


@pytest.mark.parametrize(("text", "expected"), INTRODUCED)
def test_a_place_is_introduced_with_its_noun(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(introduced(view_of(text))) == expected


# The places of the claims of a passage.
PASSAGES = [
    (
        "The Drina is a river of Serbia. Two boats sank in Loznica in 1951. In 1953 nine men drowned in the river.",
        "Drina",
    ),
    ("Fighting began in Kars in 1914. In 1915 more than 900 soldiers died there.", "Kars"),
    ("The fair of 1951 was held in Bar. In 1953 the town also hosted 900 guests.", "Bar"),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES)
def test_a_claim_takes_up_the_place_that_its_noun_means(text: str, expected: str) -> None:
    claims = extract(reading.read(text.encode(), "example.txt", format="text"))
    assert claims[-1].place == expected


NEWS = """BAR, 4 May 1951 (Sea Press) - The Danish queen opened the fair here on Thursday.

Denmark and Peru signed a pact on herring on 3 May 1951. Denmark and Chad signed a pact on rice on 3 May 1949.
"""


def test_a_report_tells_of_the_place_in_its_dateline() -> None:
    claims = extract(reading.read(NEWS.encode(), "example.txt", format="text"))
    assert [(claim.kind, claim.date, claim.place) for claim in claims] == [
        ("cultural_event", "1951-05-03", "Bar"),
        ("treaty_signed", "1951-05-03", "Bar"),
        ("treaty_signed", "1949-05-03", None),
    ]
