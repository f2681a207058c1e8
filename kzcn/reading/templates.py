"""What templates of wikitext show: a table from their names to the arguments that give their text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from kzcn.tabled import rows

__all__ = ["FLAGS", "SHOWN", "composed", "state_of"]

FLAGS = frozenset({"flag", "flagu", "flagcountry", "flaglist", "flag+link"})
"""Templates that show a flag and the name of its state, which may be given by its code."""

SHOWN: dict[str, str] = {
    "abbr": "1",
    "align": "2",
    "angbr": "1",
    "big": "1",
    "blockquote": "1,text",
    "bold": "1",
    "bulleted list": "*all",
    "center": "1",
    "collapsible list": "*all",
    "color": "2",
    "cquote": "1,text",
    "flag": "1",
    "flagcountry": "1",
    "flagdeco": "",
    "flaglist": "1",
    "flagu": "1",
    "flatlist": "1",
    "font color": "2,text",
    "hlist": "*all",
    "huge": "1",
    "ill": "1",
    "interlanguage link": "1",
    "italic title": "",
    "lang": "2",
    "langx": "2",
    "large": "1",
    "larger": "1",
    "lc": "1",
    "left": "1",
    "link-interwiki": "en,1",
    "native name": "2",
    "nihongo": "1",
    "no wrap": "1",
    "nobold": "1",
    "nobr": "1",
    "noitalic": "1",
    "nowrap": "1",
    "ordered list": "*all",
    "plainlist": "1",
    "quote": "1,text",
    "resize": "2",
    "right": "1",
    "sc": "1",
    "script": "2",
    "sic": "1",
    "small": "1",
    "smallcaps": "1",
    "smaller": "1",
    "sort": "2",
    "strong": "1",
    "tooltip": "1",
    "transl": "-1",
    "transliteration": "-1",
    "ubl": "*all",
    "uc": "1",
    "ucfirst": "1",
    "unbulleted list": "*all",
    "vertical header": "1",
    "zh": "s,t,c,1",
}
"""Template name to the argument that is its text: a place, -1 for the last, names in order, `*all` for each of them.

Names that begin with `lang-` show their first argument.
"""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SIGNS = {
    "aud": "A$",
    "cny": "CN¥",
    "eur": "€",
    "euro": "€",
    "gbp": "£",
    "inr": "₹",
    "inrconvert": "₹",
    "jpy": "¥",
    "kzt": "₸",
    "rub": "₽",
    "us$": "US$",
    "usd": "US$",
    "us dollar": "US$",
    **{sign: sign for sign in "€£¥₽₸₹$"},
}
"""Templates of currencies that show a sign; those named by another code show the code."""
_SCALES = {"e3": "thousand", "e6": "million", "e9": "billion", "e12": "trillion"}
_UNITS = {
    "acre": "acres",
    "cuft": "cubic feet",
    "LT": "long tons",
    "MT": "tonnes",
    "oilbbl": "barrels",
    "sqft": "sq ft",
    "sqkm": "km2",
    "sqmi": "sq mi",
    "ST": "short tons",
    "USgal": "gallons",
}
"""Codes of units that no text writes so."""
_VULGAR = {("1", "2"): "½", ("1", "3"): "⅓", ("2", "3"): "⅔", ("1", "4"): "¼", ("3", "4"): "¾"}


@cache
def _codes() -> frozenset[str]:
    """Codes of currencies, in small letters."""
    return frozenset(row["code"].lower() for row in rows("currencies.csv") if row["code"].isupper())


@cache
def _currency_names() -> frozenset[str]:
    """Names of currencies of more than one word, in small letters, which are names of templates too: "thai baht"."""
    return frozenset(
        row["form"].lower() for row in rows("currencies.csv") if row["side"] == "after" and " " in row["form"]
    )


@cache
def _states() -> dict[str, str]:
    return {row["iso3"]: row["name"] for row in rows("states.csv") if row["iso3"]}


def state_of(code: str) -> str | None:
    """The state that a code of three capitals means, as the templates of flags take it.

    >>> state_of("TGO")
    'Togo'
    """
    return _states().get(code)


_Shape = Callable[[Sequence[str], dict[str, str]], str | None]


def composed(name: str, values: Sequence[str], named: dict[str, str]) -> str | None:
    """The text of a template that puts it together from several arguments; None for one that does not.

    Args:
        name: folded name of the template.
        values: its arguments without a name, as clean text.
        named: its arguments with a name.
    """
    if name in _SIGNS:
        return f"{_SIGNS[name]}{values[0]}" if values else None
    if name in _codes() and values and values[0][:1].isdecimal():
        return f"{name.upper()} {values[0]}"
    if name in _currency_names() and values and values[0][:1].isdecimal():
        return f"{values[0]} {name[:1].upper()}{name[1:]}"
    shape = _SHAPES.get(name)
    return shape(values, named) if shape else None


def _date(values: Sequence[str], _named: dict[str, str]) -> str:
    """From start date|2008|1|16 16 January 2008; a value that is no number is taken as it is."""
    numbers = [value for value in values[:3] if value.isdigit()]
    if not numbers or len(numbers[0]) > 4:
        return values[0] if values else ""
    month = int(numbers[1]) if len(numbers) > 1 else 0
    if not 1 <= month <= 12:
        return numbers[0]
    written = f"{_MONTHS[month - 1]} {numbers[0]}"
    return f"{int(numbers[2])} {written}" if len(numbers) > 2 else written


def _dates(values: Sequence[str], named: dict[str, str]) -> str:
    """From start and end dates|2008|1|16|2009|2|3 16 January 2008 – 3 February 2009."""
    half = len(values) // 2
    ends = (_date(values[:half], named), _date(values[half:], named))
    return " – ".join(filter(None, ends))


def _convert(values: Sequence[str], named: dict[str, str]) -> str:
    """From convert|50000|km2|sqmi 50,000 km2; from convert|3|to|5|km 3 to 5 km; the number alone where it says so."""
    if named.get("disp") == "number" and values:
        return _grouped(values[0])
    if len(values) > 3 and values[1] in {"to", "-", "–", "and", "by", "x", "or", "to about"}:
        joint = values[1] if values[1] in {"-", "–"} else f" {values[1]} "
        return f"{_grouped(values[0])}{joint}{_grouped(values[2])} {_unit(values[3])}"
    return " ".join([_grouped(values[0]), *map(_unit, values[1:2])]) if values else ""


def _unit(code: str) -> str:
    """The unit of a code as a text writes it: "million m3" for e6m3."""
    scale = next((scale for scale in _SCALES if code.startswith(scale)), "")
    bare = code[len(scale) :]
    return f"{_SCALES.get(scale, '')} {_UNITS.get(bare, bare)}".strip()


def _grouped(number: str) -> str:
    whole, point, rest = number.partition(".")
    is_long = whole.isdigit() and 4 < len(whole) < 16 and (rest.isdigit() or not point)
    return f"{int(whole):,}{point}{rest}" if is_long else number


def _circa(values: Sequence[str], _named: dict[str, str]) -> str:
    return "c. " + "–".join(values[:2]) if values else "c."


def _span(sign: str) -> _Shape:
    """The years of a reign or a life's work, after their sign."""
    return lambda values, _named: f"{sign} {'–'.join(values[:2])}" if values else ""


def _era(era: str) -> _Shape:
    return lambda values, _named: f"{values[0]} {era}" if values else era


def _fraction(values: Sequence[str], _named: dict[str, str]) -> str:
    """From frac|3|1|2 3½."""
    if len(values) < 2:
        return f"1/{values[0]}" if values else ""
    whole, (above, below) = "".join(values[:-2]), values[-2:]
    sign = _VULGAR.get((above, below))
    return f"{whole}{sign}" if sign else f"{whole} {above}/{below}".strip()


def _percentage(values: Sequence[str], _named: dict[str, str]) -> str:
    """From percentage|1|4 25%."""
    try:
        part, whole = (float(value.replace(",", "")) for value in values[:2])
        return f"{100 * part / whole:.{min(int((*values, '0')[2]), 9)}f}%"
    except (ValueError, ZeroDivisionError, OverflowError):
        return ""


def _currency(values: Sequence[str], named: dict[str, str]) -> str | None:
    """From currency|5 million|EUR €5 million."""
    return composed(values[1].lower(), values[:1], named) if len(values) > 1 and values[1] != "currency" else None


def _as_of(values: Sequence[str], named: dict[str, str]) -> str:
    if named.get("alt"):
        return named["alt"]
    since = "since" if named.get("since") else "as of"
    return f"{since if named.get('lc') else since.capitalize()} {_date(values, named)}"


def _value(values: Sequence[str], named: dict[str, str]) -> str:
    unit = named.get("u") or named.get("ul") or ""
    return f"{_grouped(values[0])} {unit}".strip() if values else ""


def _number(values: Sequence[str], _named: dict[str, str]) -> str:
    return _grouped(values[0]) if values else ""


def _old_style(values: Sequence[str], _named: dict[str, str]) -> str:
    """From OldStyleDate|4 May|1950|21 April 4 May 1950."""
    return " ".join(values[:2])


def _first(values: Sequence[str], _named: dict[str, str]) -> str:
    return values[0] if values else ""


def _or(default: str) -> _Shape:
    """The first argument, or what the template shows without one."""
    return lambda values, _named: values[0] if values else default


def _always(text: str) -> _Shape:
    return lambda _values, _named: text


_SHAPES: dict[str, _Shape] = {
    "'": _always("’"),
    "0": _always(" "),
    "=": _always("="),
    "ad": _era("AD"),
    "as of": _as_of,
    "asof": _as_of,
    "bc": _era("BC"),
    "bce": _era("BCE"),
    "birth date": _date,
    "birth date and age": _date,
    "birth year and age": _date,
    "birth-date": _first,
    "bullet": _always(" · "),
    "c": _circa,
    "c.": _circa,
    "ca": _circa,
    "ca.": _circa,
    "ce": _era("CE"),
    "circa": _circa,
    "convert": _convert,
    "currency": _currency,
    "cvt": _convert,
    "dash": _always("–"),
    "date": _date,
    "date table sorting": _date,
    "death date": _date,
    "death date and age": _date,
    "death year and age": _date,
    "death-date": _first,
    "dot": _always(" · "),
    "dts": _date,
    "em dash": _always("—"),
    "emdash": _always("—"),
    "en dash": _always("–"),
    "end date": _date,
    "end-date": _first,
    "endash": _always("–"),
    "film date": _date,
    "fl.": _span("fl."),
    "floruit": _span("fl."),
    "formatnum": _number,
    "frac": _fraction,
    "fraction": _fraction,
    "iso date": _date,
    "launch date": _date,
    "mdash": _always("—"),
    "middot": _always(" · "),
    "n/a": _or("N/A"),
    "na": _or("N/A"),
    "nbsp": _always(" "),
    "ndash": _always("–"),
    "no": _or("No"),
    "nombre": _number,
    "nts": _number,
    "number table sorting": _number,
    "old style date": _old_style,
    "oldstyledate": _old_style,
    "partial": _or("Partial"),
    "pct": _percentage,
    "percentage": _percentage,
    "r.": _span("r."),
    "reign": _span("r."),
    "release date": _date,
    "sfrac": _fraction,
    "snd": _always(" – "),
    "spaced ndash": _always(" – "),
    "spaces": _always(" "),
    "spnd": _always(" – "),
    "start and end dates": _dates,
    "start date": _date,
    "start date and age": _date,
    "start-date": _first,
    "val": _value,
    "yes": _or("Yes"),
    "·": _always(" · "),
    "•": _always(" · "),
}
