"""Bytes to text, or a refusal that names what the bytes are."""

from __future__ import annotations

import codecs
import re

from kzcn.errors import SourceError

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_FOREIGN = (
    (b"%PDF-", "a PDF; turn it into text first (pdftotext) and give that file"),
    (b"PK\x03\x04", "a ZIP archive, as DOCX, ODT and EPUB are; save it as plain text or HTML and give that file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as plain text or HTML and give that file"),
    (b"{\\rtf", "an RTF document; save it as plain text or HTML and give that file"),
    (b"\x1f\x8b", "a gzip archive; unpack it (gunzip) and give the file in it"),
    (b"BZh", "a bzip2 archive; unpack it (bunzip2) and give the file in it"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it and give the file in it"),
    (b"SQLite format 3\x00", "a database; to ask it, give it with --db"),
    (b"\x89PNG", "a picture; give its text instead"),
    (b"\xff\xd8\xff", "a picture; give its text instead"),
)

_DECLARED = re.compile(
    rb"""<meta[^<>]{0,200}?charset\s{0,9}=\s{0,9}["']?([A-Za-z0-9_.:-]{2,40})"""
    rb"""|<\?xml[^<>]{0,80}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_.:-]{2,40})["']""",
    re.IGNORECASE,
)
_DECLARATION_BYTES = 4096
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b"))
_CONTROL_SHARE = 0.01


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    """Text of a file: by its byte-order mark, else `encoding`, else the declared encoding, else UTF-8.

    The byte-order mark is left out; line ends stay as they are.

    Raises:
        SourceError: the file is empty, not text, or not in the encoding it should be in.
    """
    if not data.strip():
        raise SourceError(f"{name}: the file is empty; there is nothing to read")
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise SourceError(f"{name}: this is {what}")
    mark, marked = next(((mark, codec) for mark, codec in _MARKS if data.startswith(mark)), (b"", None))
    if marked is None and encoding is None and _is_binary(data):
        raise SourceError(
            f"{name}: a binary file; give text (if it is UTF-16 without a mark, add --encoding utf-16-le)"
        )
    codec = marked or encoding or _declared(data) or "utf-8"
    text = _decoded(data[len(mark) :], codec, name).removeprefix("\ufeff")
    if not text.strip():
        raise SourceError(f"{name}: the file is empty; there is nothing to read")
    return text


def _is_binary(data: bytes) -> bool:
    sample = data[:65536]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return b"\x00" in sample or controls > _CONTROL_SHARE * len(sample)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_DECLARATION_BYTES])
    return None if found is None else (found[1] or found[2]).decode("ascii")


def _decoded(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except LookupError:
        raise SourceError(
            f"{name}: no encoding is called {codec!r}; name one with --encoding (utf-8, gb18030)"
        ) from None
    except UnicodeError as error:
        at = f" (byte {error.start:,})" if isinstance(error, UnicodeDecodeError) else ""
        hint = "name its encoding with --encoding (windows-1251, gb18030, latin-1)"
        raise SourceError(f"{name}: the bytes are not {codec}{at}; {hint}") from None
