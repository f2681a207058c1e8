"""The words that quantities are written with, as tables.

Units, currencies and irregular plurals stand in `tables/*.csv`; what is closed in English stands here.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import NamedTuple

from kzcn.model import Qualifier
from kzcn.tabled import rows

__all__ = [
    "ATTRIBUTIVE_PLURALS",
    "CHANGE_VERBS",
    "COUNTED_BEFORE",
    "CROWDS",
    "DEFINITE",
    "FACTORS",
    "FRACTION_NOUNS",
    "LEAD_QUALIFIERS",
    "MONTHS",
    "NOUN_STOPS",
    "NUMBER_CUES",
    "NUMBER_WORDS",
    "NUMERAL_LABELS",
    "NUMERAL_NAMES",
    "ORDINALS_BEFORE",
    "PER",
    "QUARRELS",
    "RANGE_VERBS",
    "SCALES",
    "SCALE_LETTERS",
    "TRAIL_QUALIFIERS",
    "WHOLE",
    "Unit",
    "after_units",
    "before_units",
    "irregular_plurals",
]


class Unit(NamedTuple):
    """What a number is a number of: symbol, sort, how many base units one is, and the time it is counted over."""

    symbol: str
    sort: str
    factor: Fraction = Fraction(1)
    per: str | None = None


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NUMBER_WORDS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

SCALES: dict[str, int] = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "lakh": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12,
    "mn": 10**6, "mio": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
}  # fmt: skip

# Sure only beside a currency; `m` and `k` also before a counted noun ("5m people").
SCALE_LETTERS: dict[str, int] = {
    "k": 1000, "K": 1000, "m": 10**6, "M": 10**6, "b": 10**9, "B": 10**9, "t": 10**12, "T": 10**12,
}  # fmt: skip

FRACTION_NOUNS: dict[str, int] = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}  # fmt: skip

FACTORS: dict[str, Fraction] = {
    "halved": Fraction(1, 2), "double": Fraction(2), "doubled": Fraction(2), "doubling": Fraction(2),
    "twofold": Fraction(2), "triple": Fraction(3), "tripled": Fraction(3), "tripling": Fraction(3),
    "trebled": Fraction(3), "threefold": Fraction(3), "quadrupled": Fraction(4), "quadrupling": Fraction(4),
    "fourfold": Fraction(4), "quintupled": Fraction(5), "fivefold": Fraction(5), "sixfold": Fraction(6),
    "tenfold": Fraction(10),
}  # fmt: skip

LEAD_QUALIFIERS: dict[Qualifier, tuple[str, ...]] = {
    "about": (
        "about", "around", "some", "approximately", "approx.", "approx", "roughly", "circa", "c.", "ca.", "~", "≈",
        "in the region of", "on the order of", "in the order of", "somewhere around", "an estimated", "estimated at",
        "estimated", "more or less", "perhaps", "maybe",
    ),
    "more_than": (
        "more than", "over", "at least", "in excess of", "exceeding", "exceeded", "exceeds", "exceed", "above",
        "no fewer than", "no less than", "not less than", "not fewer than", "upwards of", "upward of",
        "greater than", "larger than", "longer than", "higher than", "surpassing", "surpassed", "topping", "topped",
        "a minimum of", "minimum", "well over", "well above", "just over", "slightly more than", "a little over",
        "slightly over", "north of", ">", "≥",
    ),
    "almost": (
        "nearly", "almost", "close to", "just under", "just below", "slightly less than", "slightly under",
        "a little less than", "a little under", "nearing", "approaching", "not quite", "virtually", "practically",
    ),
    "up_to": (
        "up to", "fewer than", "less than", "lower than", "smaller than", "under", "below", "no more than",
        "not more than", "at most", "at the most", "a maximum of", "maximum", "not exceeding", "well under",
        "well below", "as many as", "as much as", "as high as", "<", "≤",
    ),
}  # fmt: skip

TRAIL_QUALIFIERS: dict[Qualifier, tuple[str, ...]] = {
    "about": ("or so", "more or less", "approximately", "or thereabouts", "-odd", "odd"),
    "more_than": ("or more", "or over", "or above", "at least", "at the least", "+", "plus"),
    "up_to": ("or less", "or fewer", "or under", "or below", "at most", "at the most"),
}

DEFINITE = _words("the these those both its their his her our your my all said")

# Between the definite word and the number: "the first five years", "the other two".
# "over" behind one of these is no "more than".
QUARRELS = _words("""
    dispute disputes conflict conflicts war wars quarrel quarrels talks row agreement sovereignty control claim claims
    fight clash clashes negotiations standoff feud tension tensions rivalry jurisdiction
    """)

ORDINALS_BEFORE = _words("first last next other remaining former latter same following past previous")

CHANGE_VERBS = _words("""
    rise rises rose risen rising grow grows grew grown growing increase increases increased increasing climb
    climbed climbing jump jumped jumping surge surged soar soared expand expanded expanding fall falls fell
    fallen falling decrease decreased decreasing drop dropped dropping decline declined declining shrink shrank
    shrunk cut cuts reduce reduced reducing raise raised raising lower lowered widen widened lengthen lengthened
    shorten shortened extend extended boost boosted boosting lift lifted lifting bring brings bringing brought
    push pushed double doubled doubles triples boosts lifts raises triple tripled quadruple quadrupled up down
    go goes went gone change changed moved slid slipped plunged plummeted advanced
    """)

RANGE_VERBS = _words("range ranges ranged ranging vary varies varied varying")

# A number after one of these is a name, not an amount; "sure" ones always, the others when nothing is counted.
NUMERAL_LABELS = _words("""
    no nos № # art arts article articles section sections sec § §§ chapter chapters ch resolution resolutions decree
    decrees directive regulation annex appendix paragraph paragraphs para paras clause clauses page pages p pp vol
    vols volume volumes flight highway isbn issn doi pmid oclc tel phone fax telephone boeing airbus tupolev
    ilyushin antonov embraer expo covid agenda psalm sura surah verse footnote note notes fn table fig figs ibid
    zip postcode postal
    """)
NUMERAL_NAMES = _words("""
    issue order point points phase stage part parts book figure item items version v area class type model level
    grade round day step case file bill act law room gate unit building route line channel track serial number code
    rank ranked aged age ages protocol treaty block lot world group size top season episode platform pier exit bus
    tram train apollo soyuz windows formula gen mark mk
    """)

# A bare number means something after one of these.
NUMBER_CUES = _words("""
    killed killing kills wounded wounding injured injuring dead numbered numbering numbers totalled totaled totalling
    totaling reached reaching comprised comprising population employs employ employed employing wound wounds
    """)

# A share has no more percent.
WHOLE = 100

# Nouns of people that stand before "of" and a bare number.
CROWDS = _words("""
    crowd crowds brigade delegation team group suite party band contingent mission crew force garrison army fleet
    population staff workforce membership convoy audience retinue following entourage escort
    """)

# A bare number before one of these, or behind "another", is a number of people or things.
COUNTED_BEFORE = _words(
    """freed released arrested detained rescued deported hospitalised were dead wounded injured killed missing died
    perished drowned"""
)

MONTHS = _words("""
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """)

PER: dict[str, str] = {
    "year": "year", "annum": "year", "annually": "year", "yearly": "year", "day": "day", "daily": "day",
    "month": "month", "monthly": "month", "week": "week", "weekly": "week", "hour": "hour", "hourly": "hour",
    "quarter": "quarter", "decade": "decade", "capita": "person", "head": "person", "person": "person",
    "inhabitant": "person", "barrel": "barrel", "tonne": "tonne", "ton": "tonne", "kilometre": "km",
    "kilometer": "km", "km": "km", "hectare": "ha",
}  # fmt: skip

# Plural nouns that stand before the noun they describe.
ATTRIBUTIVE_PLURALS = _words("arms customs goods sports sales savings systems")

# A counted noun phrase ends before these, and the list knows no more verbs than stand often after a number.
NOUN_STOPS = _words("""
    a an the this that these those such each every any no all both its his her their our my your whose
    of in on at by to from for with without within into onto over under above below between among amongst across
    through throughout during before after since until till against about around as than per via near off out up
    down towards toward upon along beside besides behind beyond despite except including excluding like versus vs
    and or but nor so yet if when while where whereas although though because unless who whom which what how why
    i you he she it we they me him us them himself itself themselves there here then now
    is are was were be been being am has have had having do does did done will would shall should may might must
    can could cannot not also only just even still already again once twice always never ever later earlier ago
    became become becomes began begin begins came come comes went go goes gave give gives took take takes made make
    makes said say says told saw see sees got get gets kept left lost held fled flee fell rose grew met meet sent
    bought sold paid led ran won built brought thought found felt stood spent cost costs live lived remain
    remained remains worked totalling together respectively annually
    yearly daily monthly weekly hourly
    am pm bc bce ad ce dates
    """)


@cache
def before_units() -> dict[str, Unit]:
    """Currency signs and codes that may stand before the number."""
    return {row["form"]: _money(row) for row in rows("currencies.csv") if row["side"] != "after"}


@cache
def after_units() -> dict[str, Unit]:
    """Units, people words, currency signs, codes and words that may stand after the number, by form."""
    units = {
        row["form"]: Unit(row["symbol"], row["sort"], Fraction(row["factor"]), row["per"] or None)
        for row in rows("units.csv")
    }
    money = {row["form"]: _money(row) for row in rows("currencies.csv") if row["side"] != "before"}
    return {**units, **money}


@cache
def irregular_plurals() -> dict[str, str]:
    """Plural nouns that the rules would miss, with their singulars."""
    return {row["plural"]: row["singular"] for row in rows("plurals.csv")}


def _money(row: dict[str, str]) -> Unit:
    return Unit(row["code"], "money")
