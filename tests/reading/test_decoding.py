"""Bytes to text."""

from __future__ import annotations

import pytest

from kzcn.errors import SourceError
from kzcn.reading import FORMATS, read
from kzcn.reading.decoding import decode

TEXT = "Порт вырос in 1931.\r\nÜber alles."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_the_byte_order_mark_decides_and_is_left_out(codec: str) -> None:
    assert decode(TEXT.encode(codec), "a.txt") == TEXT


def test_the_mark_wins_over_the_option() -> None:
    assert decode(TEXT.encode("utf-16"), "a.txt", "latin-1") == TEXT


@pytest.mark.parametrize(
    "head",
    ['<meta charset="windows-1251">', '<meta http-equiv="x" content="text/html; charset=windows-1251">'],
)
def test_a_declared_encoding_is_believed(head: str) -> None:
    page = f"<html>{head}<p>Порт</p>"
    assert decode(page.encode("windows-1251"), "a.html") == page


def test_the_option_names_the_encoding_of_a_bare_file() -> None:
    assert decode("港口".encode("gb18030"), "a.txt", "gb18030") == "港口"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.txt: the file is empty"),
        (b" \n\t", "a.txt: the file is empty"),
        (b"\xef\xbb\xbf", "a.txt: the file is empty"),
        (b"%PDF-1.7 x", "a PDF"),
        (b"PK\x03\x04 x", "DOCX"),
        (b"\x00\x01\x02\x03", "a binary file"),
        ("Порт".encode("windows-1251"), "not utf-8 (byte 0); name its encoding with --encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_one_line_that_says_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode(data, "a.txt")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_encoding_is_refused_by_name() -> None:
    with pytest.raises(SourceError, match="no encoding is called 'utf-9'"):
        decode(b"x", "a.txt", "utf-9")


def test_an_unknown_format_is_refused_and_the_formats_are_listed() -> None:
    with pytest.raises(SourceError, match="no format is called 'docx'") as caught:
        read(b"x", "a.txt", format="docx")
    assert all(name in str(caught.value) for name in FORMATS)


def test_only_the_base_name_of_a_file_is_kept() -> None:
    assert read(b"One.", "/home/me/a.txt").source.name == "a.txt"
    assert read(b"One.", "C:\\me\\a.txt").source.name == "a.txt"
