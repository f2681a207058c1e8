"""A small world of facts about two lands and a river, made by hand."""

from __future__ import annotations

from array import array

from kzcn.model import Citation, Claim, Evidence, Fact, Quantity, Source, Span
from tests.store.contents import Contents

__all__ = ["CONTENTS", "FACTS", "claim", "fact"]

SOURCE = Source(sha256="5a" * 32, name="rivers.txt", format="text", length=900, title="Rivers", licence="CC BY-SA 4.0")
OTHER = Source(sha256="a5" * 32, name="注.txt", format="text", length=400)


def claim(kind: str, family: str, title: str, start: int, source: Source = SOURCE, **slots: object) -> Claim:
    """A claim at `start`; slots as in Claim."""
    evidence = Evidence(
        source=source.sha256,
        section=("History", "Border"),
        start=start,
        end=start + 40,
        digest=f"{start:016x}",
        date_span=Span(start, start + 4),
        date_text="then",
        citations=("2",),
    )
    return Claim(family=family, kind=kind, title=title, evidence=evidence, **slots)  # type: ignore[arg-type]


def fact(claims: list[Claim], bounds: tuple[int | None, int | None] = (None, None), **slots: object) -> Fact:
    """The fact of these claims, with the first one's slots."""
    best = claims[0]
    names = ("family", "kind", "title", "date", "date_basis", "quantity", "measure", "parties", "place", "instrument",
             "instrument_type", "names", "polarity", "attribution")  # fmt: skip
    given = {name: getattr(best, name) for name in names}
    ids = sorted(item.id for item in claims)
    stands = {"stands_from": bounds[0], "stands_to": bounds[1]}
    return Fact(
        id=ids[0],
        aliases=tuple(ids[1:]),
        earliest=bounds[0],
        latest=bounds[1],
        claims=tuple(claims),
        **{**given, **stands, **slots},
    )


_BATTLE = claim(
    "battle", "event", "Battle of Baekgang", 100, date="0663-08-27/0663-08-28", place="Geum River", names=("白江",)
)
_OLD = claim("contact", "event", "First envoys reach the delta", 150, date="-0199/-0100", parties=("Han", "Nanyue"))
_SIGNED = claim(
    "treaty_signed",
    "treaty",
    "Border treaty signed in Oslo",
    200,
    date="1949-12-29",
    parties=("Norway", "Soviet Union"),
    place="Oslo",
    instrument="Border Treaty",
    instrument_type="treaty",
)
_SIGNED_TOO = claim(
    "treaty_signed", "treaty", "Border treaty signed", 40, OTHER, date="1949", parties=("Norway", "Soviet Union")
)
_TOTAL = claim("border_length", "border", "Border of 195.7 km", 300, quantity=Quantity(195.7, "km"))
_LAND = claim("border_land_length", "border", "Land border of 43 km", 310, quantity=Quantity(43.0, "km"))
_WATER = claim("border_water_length", "border", "Water border of 152.7 km", 320, quantity=Quantity(152.7, "km"))
_INVESTED = claim(
    "investment",
    "trade",
    "More than $2 billion invested in fisheries",
    400,
    date="../2016",
    quantity=Quantity(2_000_000_000, "USD", "more_than"),
)
_LOANS = [
    claim("loan", "trade", "Loan of $300 million", 500, date="2009", quantity=Quantity(300_000_000, "USD")),
    claim("loan", "trade", "Loan of $150 million", 550, date="2011-05", quantity=Quantity(150_000_000, "USD")),
]
_DENIED = claim("denial", "event", "Norway denied a secret pact", 600, date="1950", polarity="denied")
_RIVER = claim("river", "state", "The Pasvik flows along the border", 650, names=("Пасвик", "Paatsjoki"))
_STUDENTS = claim(
    "students",
    "figure",
    "About 7,700 students in Umeå",
    700,
    date="2004",
    quantity=Quantity(7_700, "person", "about"),
    measure="students",
    place="Umeå",
)

FACTS: tuple[Fact, ...] = (
    fact([_OLD], (-1_989_899, -998_769), conflicts=(_DENIED.id,)),
    fact([_BATTLE], (6_630_827, 6_630_828)),
    fact([_SIGNED, _SIGNED_TOO], (19_491_229, 19_491_229), origins=2),
    fact([_DENIED], (19_500_101, 19_501_231), conflicts=(_OLD.id,)),
    fact([_STUDENTS], (20_040_101, 20_041_231)),
    *(
        fact([item], bounds)
        for item, bounds in zip(_LOANS, ((20_090_101, 20_091_231), (20_110_501, 20_110_531)), strict=True)
    ),
    fact([_INVESTED], (None, 20_161_231), stands_from=20_160_101, stands_to=20_161_231),
    *sorted((fact([item]) for item in (_TOTAL, _LAND, _WATER, _RIVER)), key=lambda found: found.id),
)
CITATION = Citation(
    number="2", text_span=Span(800, 850), authors=("A. Berg",), title="Elven", url="https://example.org"
)
CONTENTS = Contents(
    sources=(SOURCE, OTHER),
    citations={SOURCE.sha256: (CITATION,)},
    claims=tuple(item for found in FACTS for item in found.claims),
    sketches={SOURCE.sha256: array("Q", [1, 2**64 - 1]), OTHER.sha256: array("Q")},
)
