"""Documents from anywhere: no error but the documented one, claims within bounds, time in proportion to the size."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzcn import documents
from kzcn.dates import EDTF, find
from kzcn.errors import SourceError
from kzcn.extract import extract
from kzcn.kinds import kinds
from kzcn.model import Claim, Document
from kzcn.names import find as find_names
from kzcn.quantities import find as find_quantities
from kzcn.reading import FORMATS, read
from kzcn.resolve import resolve
from tests.hard.shapes import SHAPES, Shape

SMALL, RATIO, NOTICEABLE, TRIES = 12_000, 3.2, 0.15, 5
QUICK = settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
WORDS = st.sampled_from(
    [
        *"in on by since until between and of the a about more than 3 12 1951 36 BC 2nd century May April".split(),
        *"1992–97 $ € 5 billion km % percent tonnes million signed ratified treaty agreement border trade".split(),
        *"visited opened denied plans Chad Niger President Zinder which said that was were [1] ( ) , . ;".split(),
        *": — \" ' | # * < > &amp; {{ }} [[ ]] == 条约 ½ ٣ ² 九 𝟙 1e999 0 -1 9999999999999999999999 1/2".split(),
        *"00:00 31 February 30 XXXX [year] Q3 fiscal 2007/08 1951\u0301 \u202e \u200b \x1b[31m".split(),
        *["\n", "\n\n", "\x00"],
    ]
)
PROSE = st.lists(WORDS, max_size=40).map(" ".join)
ANY = st.text(max_size=120)
TEXTS = st.one_of(PROSE, ANY)


def claims_of(data: bytes, name: str | None = None) -> tuple[Document, list[Claim]] | None:
    """What a document gives; None where it is refused as documented."""
    try:
        document = read(data, "a.txt", format=name)
    except SourceError:
        return None
    return document, extract(document)


def check(document: Document, claims: list[Claim]) -> None:
    for claim in claims:
        place = claim.evidence
        assert 0 <= place.start < place.end <= len(document.raw)
        for span in (place.date_span, place.value_span):
            assert span is None or 0 <= span.start < span.end <= len(document.raw)
        assert kinds()[claim.kind].family == claim.family
        assert claim.date is None or EDTF.parse(claim.date)
        quantity = claim.quantity
        assert quantity is None or abs(quantity.value) < float("inf")
    facts = resolve(claims, (document.source,))
    assert {name for fact in facts for name in (fact.id, *fact.aliases) if fact.status == "stated"} == {
        claim.id for claim in claims
    }


@QUICK
@given(text=TEXTS, name=st.sampled_from([None, *FORMATS]))
def test_any_text_gives_sound_claims(text: str, name: str | None) -> None:
    found = claims_of(text.encode("utf-8", "surrogatepass"), name)
    if found is not None:
        check(*found)


@QUICK
@given(
    data=st.binary(max_size=200), encoding=st.sampled_from([None, "utf-8", "utf-16", "gb18030", "latin-1", "hex", ""])
)
def test_any_bytes_are_read_or_refused(data: bytes, encoding: str | None) -> None:
    try:
        document = read(data, "a.txt", encoding=encoding)
    except SourceError:
        return
    check(document, extract(document))


@QUICK
@given(text=TEXTS)
def test_mentions_lie_within_the_text_and_in_order(text: str) -> None:
    for mentions in (find(text, "2001-02-03"), find_quantities(text), find_names(text)):
        at = 0
        for mention in mentions:
            assert at <= mention.start < mention.end <= len(text)
            at = mention.end


@pytest.mark.parametrize("text", ["Chad " * 1200, "U.S. " * 1200, "Treaty of " * 3000])
def test_no_name_is_longer_than_40_words(text: str) -> None:
    found = find_names(text)
    assert found[-1].end > len(text) - 80
    assert max(len(mention.text.split()) for mention in found) <= 40


NESTED = [
    "Sales rose " + "5% (" * 500 + "5%.",
    "He helped " + "to go " * 600 + "home.",
    "They agreed " + "to go and go " * 300 + "home.",
    "* Constantinople fell to\n* Rhodes fell to\n",
    "| " + "1" * 5000 + " | Yields |\n| --- | --- |\n| Peru | 5 t |\n",
    "| " + "km " * 8000 + "| Yields |\n| --- | --- |\n| Peru | 5 t |\n",
]


@pytest.mark.parametrize("text", NESTED, ids=lambda text: text[:20])
def test_what_is_nested_cut_short_or_no_head_is_read(text: str) -> None:
    document = read(f"In 1951 Peru and Chile signed a treaty.\n\n{text}\n".encode(), "a.md")
    assert [claim.kind for claim in extract(document)][:1] == ["treaty_signed"]


@pytest.mark.parametrize("text", ["0,2.5 km", "0,234.5 km2", "0,23,238 tonnes"])
def test_a_number_with_a_comma_after_a_nought_and_a_point_is_read(text: str) -> None:
    assert all(mention.end <= len(text) for mention in find_quantities(text))


def seconds(shape: Shape, size: int) -> float:
    data = shape.text(size).encode()
    started = time.process_time()
    found = claims_of(data, shape.form)
    assert found is not None
    resolve(found[1], (found[0].source,))
    return time.process_time() - started


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_what_is_twice_as_long_takes_about_twice_as_long(shape: Shape) -> None:
    """Measured roughly, as other programs run beside; `benchmarks/hostile.py` measures well."""
    once, twice = 0.0, float("inf")
    for _ in range(TRIES):
        once, twice = max(once, seconds(shape, SMALL)), min(twice, seconds(shape, 2 * SMALL))
        if twice < NOTICEABLE or twice < RATIO * once:
            return
    pytest.fail(f"{2 * SMALL} take {twice:.2f} s, {SMALL} take {once:.2f} s")


def test_a_document_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "LARGEST", 1_000_000)
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 1_000_000)
    assert len(documents.file_bytes(path)) == 1_000_000
    path.write_bytes(b"a" * 1_000_001)
    with pytest.raises(SourceError, match="larger than 1 MB; split it"):
        documents.file_bytes(path)
