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


ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
ONES += "seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = [
    *[(word, number) for number, word in enumerate(ONES, 1)],
    *[(word, 10 * number) for number, word in enumerate(TENS, 2)],
    *[(f"{tens}-{ones}", 10 * ten + one) for ten, tens in enumerate(TENS, 2) for one, ones in enumerate(ONES[:9], 1)],
    *[("one hundred and one", 101), ("two hundred and fifty", 250), ("nineteen hundred", 1900)],
    *[("five thousand two hundred", 5200), ("three million five hundred thousand", 3_500_000)],
    *[("two hundred and fifty thousand", 250_000), ("one thousand and one", 1001)],
]


@pytest.mark.parametrize(("words", "value"), WORDS)
def test_every_number_in_words_has_its_value(words: str, value: int) -> None:
    assert [mention.quantity.value for mention in find(f"It is {words} km long.")] == [value]


SCALES = [
    *[("hundred", 1e2), ("thousand", 1e3), ("lakh", 1e5), ("million", 1e6), ("crore", 1e7), ("billion", 1e9)],
    *[("trillion", 1e12), ("mn", 1e6), ("mio", 1e6), ("mln", 1e6), ("bn", 1e9), ("bln", 1e9), ("tn", 1e12)],
    *[("trn", 1e12), ("K", 1e3), ("M", 1e6), ("B", 1e9), ("T", 1e12)],
]


@pytest.mark.parametrize(("scale", "factor"), SCALES)
def test_every_word_of_scale_has_its_factor(scale: str, factor: float) -> None:
    assert [mention.quantity.value for mention in find(f"They hold $3 {scale} there.")] == [3 * factor]


PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9}


@pytest.mark.parametrize(("noun", "parts"), list({**PARTS, "tenth": 10}.items()))
def test_every_fraction_in_words_is_its_share(noun: str, parts: int) -> None:
    found = [find(f"{words} of it fell.")[0].quantity.value for words in (f"one {noun}", f"two {noun}s")]
    assert [float(value) for value in found] == pytest.approx([100 / parts, 200 / parts], abs=0.05)


FACTORS = [
    *[("doubled", 2), ("tripled", 3), ("trebled", 3), ("quadrupled", 4), ("quintupled", 5), ("halved", 0.5)],
    *[("rose twofold", 2), ("rose threefold", 3), ("rose fourfold", 4), ("rose fivefold", 5), ("rose sixfold", 6)],
    *[("rose tenfold", 10), ("was tripling", 3), ("was quadrupling", 4), ("was doubling", 2)],
]


@pytest.mark.parametrize(("words", "value"), FACTORS)
def test_every_word_of_change_has_its_factor(words: str, value: float) -> None:
    assert [float(mention.quantity.value) for mention in find(f"Trade {words}.")] == [value]


EDGES = [
    *[(f"{'1' * 24} km", [int("1" * 24)]), (f"{'1' * 25} km", []), ("5 or 11 km", [5]), ("5 or 12 km", [5, 12])],
    *[("half a km", [0.5]), ("a half of it", [50]), ("half of it", [50]), ("the other half of it", [])],
    *[("1 000 km", [1000]), ("1 000 5 km", [5]), ("45 won", []), ("45 thousand won", [45_000])],
]


@pytest.mark.parametrize(("words", "values"), EDGES)
def test_a_number_on_an_edge_is_read_up_to_it(words: str, values: list[float]) -> None:
    assert [mention.quantity.value for mention in find(f"They hold {words}.")] == values
