"""What templates of wikitext show: a table from their names to the arguments that give their text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

__all__ = ["SHOWN", "composed"]

SHOWN: dict[str, str] = {
    "abbr": "1",
    "angbr": "1",
    "big": "1",
    "bold": "1",
    "center": "1",
    "color": "2",
    "flag": "1",
    "flagcountry": "1",
    "flagdeco": "",
    "flagu": "1",
    "ill": "1",
    "interlanguage link": "1",
    "italic title": "",
    "lang": "2",
    "langx": "2",
    "nobold": "1",
    "nobr": "1",
    "noitalic": "1",
    "nowrap": "1",
    "plainlist": "1",
    "resize": "2",
    "script": "2",
    "sic": "1",
    "small": "1",
    "smaller": "1",
    "sort": "2",
    "tooltip": "1",
    "transl": "-1",
    "transliteration": "-1",
    "unbulleted list": "*all",
    "ubl": "*all",
    "hlist": "*all",
    "flatlist": "1",
    "zh": "s,t,c,1",
}
"""Template name to the argument that is its text: a place, -1 for the last, names in order, `*all` for each of them.

Names that begin with `lang-` show their first argument.
"""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_CURRENCIES = {
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
}


def composed(name: str, values: Sequence[str], named: dict[str, str]) -> str | None:
    """The text of a template that puts it together from several arguments; None for one that does not.

    Args:
        name: folded name of the template.
        values: its arguments without a name, as clean text.
        named: its arguments with a name.
    """
    if name in _CURRENCIES:
        return f"{_CURRENCIES[name]}{values[0]}" if values else None
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


def _convert(values: Sequence[str], _named: dict[str, str]) -> str:
    """From convert|50000|km2|sqmi 50,000 km2; from convert|3|to|5|km 3 to 5 km."""
    if len(values) > 3 and values[1] in {"to", "-", "–", "and", "by", "x", "or", "to about"}:
        joint = values[1] if values[1] in {"-", "–"} else f" {values[1]} "
        return f"{_grouped(values[0])}{joint}{_grouped(values[2])} {values[3]}"
    return " ".join([_grouped(values[0]), *values[1:2]]) if values else ""


def _grouped(number: str) -> str:
    return f"{int(number):,}" if number.isdigit() and 4 < len(number) < 16 else number


def _circa(values: Sequence[str], _named: dict[str, str]) -> str:
    return "c. " + "–".join(values[:2]) if values else "c."


def _as_of(values: Sequence[str], named: dict[str, str]) -> str:
    since = "since" if named.get("since") else "as of"
    return f"{since if named.get('lc') else since.capitalize()} {_date(values, named)}"


def _value(values: Sequence[str], named: dict[str, str]) -> str:
    unit = named.get("u") or named.get("ul") or ""
    return f"{values[0]} {unit}".strip() if values else ""


_Shape = Callable[[Sequence[str], dict[str, str]], str]
_SHAPES: dict[str, _Shape] = {
    "as of": _as_of,
    "birth date": _date,
    "birth date and age": _date,
    "c.": _circa,
    "ca.": _circa,
    "circa": _circa,
    "convert": _convert,
    "cvt": _convert,
    "date": _date,
    "death date": _date,
    "death date and age": _date,
    "dts": _date,
    "emdash": lambda _values, _named: "—",
    "end date": _date,
    "formatnum": lambda values, _named: _grouped(values[0]) if values else "",
    "mdash": lambda _values, _named: "—",
    "nbsp": lambda _values, _named: " ",
    "ndash": lambda _values, _named: "–",
    "snd": lambda _values, _named: " – ",
    "spaced ndash": lambda _values, _named: " – ",
    "spnd": lambda _values, _named: " – ",
    "start date": _date,
    "start date and age": _date,
    "val": _value,
}
