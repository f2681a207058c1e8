"""Numbers that a mutant got wrong unnoticed: each row kills one."""

from __future__ import annotations

import pytest

from kzcn.quantities import find


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[("2½ km", 2.5), ("2⅓ km", 7 / 3), ("2⅔ km", 8 / 3), ("2¼ km", 2.25), ("2¾ km", 2.75)],
        *[("$5k", 5e3), ("$5m", 5e6), ("$5b", 5e9), ("$5t", 5e12)],
        *[("one fifth of it", 20), ("two sixths of it", 33.3), ("three sevenths of it", 42.9)],
        *[("five eighths of it", 62.5), ("three quarters of it", 75), ("€5 to £7", 5)],
    ],
)
def test_short_forms_and_fractions_have_their_value(text: str, value: float) -> None:
    assert float(find(f"They hold {text} there.")[0].quantity.value) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        *[("They hold $5k.", "$5k"), ("They hold $5m. Peru left.", "$5m"), ("(They hold $5m.)", "$5m")],
        *[("They hold €3 bn. Peru left.", "€3 bn"), ("They hold €3 bn.\nPeru left.", "€3 bn")],
        *[("They hold €3 bn. in Peru.", "€3 bn."), ("They hold €3 bn., Peru none.", "€3 bn.")],
        *[("They hold 3 bn. USD there.", "3 bn. USD"), ("They hold 3 mln. tonnes.", "3 mln. tonnes")],
        *[("They hold $5m. ILO staff left.", "$5m"), ("They hold 3 million. USD rose.", "3 million")],
    ],
)
def test_the_full_stop_of_a_sentence_is_no_part_of_a_quantity(text: str, words: str) -> None:
    assert find(text)[0].text == words
