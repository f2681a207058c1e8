from __future__ import annotations

import pytest

from kzcn.dates import read_option
from kzcn.errors import BadDate

OPTIONS = [
    ("1887", "1887"),
    ("751", "0751"),
    ("36BC", "-0035"),
    ("36bc", "-0035"),
    ("107 bce", "-0106"),
    ("36 bcd", None),
    ("AD 36", "0036"),
    ("April 1887", "1887-04"),
    (" 26 April 1887 ", "1887-04-26"),
    ("2nd century BC", "-0199/-0100"),
    ("the 1880s", "188X"),
    ("c. 1420", "1420~"),
    ("by 1887", "../1887"),
    ("since 1887", "1887/.."),
    ("1862–77", "1862/1877"),
    ("1887-05", "1887-05"),
    ("1887-05/..", "1887-05/.."),
    ("spring 1887", "1887-21"),
    ("Q2 1987", "1987-34"),
    ("mid-1887", "1887-05/1887-08"),
    ("Meiji era", "1868/1912"),
    ("9 мая 1945 года", "1945-05-09"),
    ("1911年10月10日", "1911-10-10"),
    ("", None),
    ("soon", None),
    ("next year", None),
    ("5 May", None),
    ("two years", None),
    ("1887 and 1888", None),
    ("April 1887 rain", None),
    ("1887-13", None),
]


@pytest.mark.parametrize(("text", "edtf"), OPTIONS)
def test_an_option_reads_what_people_write_and_refuses_the_rest_in_one_line(text: str, edtf: str | None) -> None:
    if edtf is not None:
        assert str(read_option(text)) == edtf
        return
    with pytest.raises(BadDate, match="is no date; write one like 1992") as raised:
        read_option(text)
    assert "\n" not in str(raised.value)
