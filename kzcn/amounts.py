"""Numbers as people write them: `$24 billion`, `1,782.75 km`, `more than 34.1 %`, `c. 2,420 km²`."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzcn.model import Quantity

__all__ = ["amount", "money", "number"]

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
_UNITS = {"km2": "km²", "m2": "m²", "m3": "m³", "percent": "%", "person": "people", "times": "times"}
_QUALIFIERS = {"exact": "", "more_than": "more than ", "almost": "almost ", "up_to": "up to "}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_CURRENCY = 3
"""Letters of an ISO 4217 code."""
_NO_PLURAL = frozenset(
    """GW GWh L MW MWh TEU TWh cm ft ft2 ft3 g gal ha in kV kW kWh kg km km/h km3 lb li m mi mi2 mm mph mu nmi oz yd
    ° °C °F""".split()
)
"""Units that are symbols, or never change."""
_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "ox": "oxen", "horse": "horses"}


def number(value: float) -> str:
    """A number with thousands separators; from a million on with its scale word where that loses nothing.

    >>> number(1782.75), number(24_000_000_000), number(1_234_567)
    ('1,782.75', '24 billion', '1,234,567')
    """
    digits, scale = _scaled(value)
    return f"{digits} {scale}".rstrip()


def amount(quantity: Quantity, about: str = "c.") -> str:
    """A quantity with its unit and qualifier; `about` is the word for "about".

    >>> from kzcn.model import Quantity
    >>> amount(Quantity(20_000_000_000, "USD", "more_than"))
    'more than $20 billion'
    >>> amount(Quantity(15, "percent", "about", 20))
    'c. 15–20 %'
    """
    digits = _digits(quantity)
    qualifier = f"{about} " if quantity.qualifier == "about" else _QUALIFIERS[quantity.qualifier]
    return qualifier + _with_unit(digits, quantity)


def money(value: float, currency: str) -> str:
    """An amount of money: `$450 million`, `NOK 5,000`."""
    return _with_currency(number(value), currency)


def _with_currency(digits: str, currency: str) -> str:
    return f"{_SYMBOLS[currency]}{digits}" if currency in _SYMBOLS else f"{currency} {digits}"


def _digits(quantity: Quantity) -> str:
    low, low_scale = _scaled(quantity.value)
    if quantity.value_max is None:
        return f"{low} {low_scale}".rstrip()
    high, high_scale = _scaled(quantity.value_max)
    first = low if low_scale == high_scale else f"{low} {low_scale}".rstrip()
    return f"{first}–{high} {high_scale}".rstrip()


def _scaled(value: float) -> tuple[str, str]:
    for factor, word in _SCALES:
        scaled = value / factor
        if abs(scaled) >= 1 and isclose(round(scaled, 3) * factor, value, rel_tol=1e-14):
            return _plain(round(scaled, 3)), word
    return _plain(value), ""


def _plain(value: float) -> str:
    if isinstance(value, int) or value.is_integer():
        return f"{int(value):,}"
    return f"{value:,.10g}" if abs(value) >= 1e-4 else f"{value:g}"


def _with_unit(digits: str, quantity: Quantity) -> str:
    unit = quantity.unit
    if len(unit) == _CURRENCY and unit.isascii() and unit.isupper():
        return _with_currency(digits, unit)
    if unit == "person" and quantity.value == 1 and quantity.value_max is None:
        return f"{digits} person"
    return f"{digits} {_UNITS.get(unit) or _plural(unit, quantity)}".rstrip()


def _plural(noun: str, quantity: Quantity) -> str:
    if not noun or noun in _NO_PLURAL or (quantity.value == 1 and quantity.value_max is None):
        return noun
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"
