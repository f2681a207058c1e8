"""XML dumps of MediaWiki."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings

from kzcn.errors import SourceError
from kzcn.reading import read
from tests.reading.shown import blocks, document, texts
from tests.reading.test_laws import TEXTS, check

HEAD = '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">\n'


def page(title: str, text: str, *, more: str = "", inner: str = "") -> str:
    """A page as the exporter writes it; `more` goes beside the revision, `inner` into it."""
    written = escape(text, {'"': "&quot;"})
    return (
        f"<page>\n<title>{escape(title)}</title>\n{more}<revision>\n<id>7</id>\n{inner}"
        f'<text bytes="9" xml:space="preserve">{written}</text>\n</revision>\n</page>\n'
    )


def dump(*pages: str) -> str:
    """A whole file."""
    return f"{HEAD}<siteinfo><sitename>Wiki</sitename></siteinfo>\n{''.join(pages)}</mediawiki>\n"


ARTICLE = """'''Ports''' & piers of [[Mali]] are 5 < 6.<ref name="a">\
{{cite news|title=Two "ports" & piers|date=4 May 2020}}</ref>

== Trade ==
{| class="wikitable"
! Year !! Exports
|-
| 2017 || > 1,702
|}
"""


def test_a_page_is_read_as_its_wikitext_and_leads_back_to_the_file() -> None:
    found = document(dump(page("Ports & piers", ARTICLE)))
    check(found)
    assert found.source.format == "wikidump"
    assert found.source.title == "Ports & piers"
    assert [found.text[b.start : b.end] for b in found.blocks if b.kind == "paragraph"] == [
        "Ports & piers of Mali are 5 < 6."
    ]
    at = found.text.index("Mali are 5 < 6")
    assert found.raw[slice(*found.offsets.raw_span(at, at + 14))] == "Mali]] are 5 &lt; 6"
    (citation,) = found.citations
    assert (citation.title, citation.date) == ('Two "ports" & piers', "2020-05-04")
    assert found.raw[slice(*citation.text_span)].startswith("{{cite news|title=Two &quot;ports&quot;")


def test_cells_keep_what_entities_mean() -> None:
    assert blocks(dump(page("Ports", ARTICLE)), "wikidump", "cell")[1] == (("2017", "Exports"), "> 1,702")


def test_each_of_several_pages_is_a_section_with_footnotes_of_its_own() -> None:
    text = dump(
        page("Mali", 'It grew.<ref name="a">Aho.</ref>\n== Trade ==\nRice.'),
        page("Togo", 'It fell.<ref name="a">Lund.</ref>'),
    )
    found = document(text)
    check(found)
    sections = {found.text[b.start : b.end]: b.section for b in found.blocks if b.kind == "paragraph"}
    assert sections == {"It grew.": ("Mali",), "Rice.": ("Mali", "Trade"), "It fell.": ("Togo",)}
    assert [(citation.number, citation.title) for citation in found.citations] == [("1", "Aho"), ("2", "Lund")]
    assert [mark.number for mark in found.marks] == ["1", "2"]


def test_redirects_talk_and_what_is_no_wikitext_are_left_out() -> None:
    text = dump(
        page("Mali", "It grew.", more="<ns>0</ns>\n"),
        page("Old", "#REDIRECT [[Mali]]", more='<ns>0</ns>\n<redirect title="Mali" />\n'),
        page("Talk:Mali", "Did it?", more="<ns>1</ns>\n"),
        page("Data", '{"a": 1}', more="<ns>0</ns>\n", inner="<model>json</model>\n"),
    )
    assert texts(text, "wikidump") == ["It grew."]


def test_pages_of_other_namespaces_are_read_where_there_are_no_articles() -> None:
    assert texts(dump(page("User:A", "It grew.", more="<ns>2</ns>\n")), "wikidump") == ["It grew."]


def test_of_several_revisions_the_last_is_read_and_dates_the_document() -> None:
    older, newer = (f"<timestamp>{year}-03-09T10:00:00Z</timestamp>" for year in (2018, 2019))
    text = dump(
        page("Mali", "It fell.", inner=older).replace(
            "</page>", f"<revision>{newer}<text>It grew.</text></revision></page>"
        )
    )
    found = document(text)
    assert texts(text, "wikidump") == ["It grew."]
    assert found.source.date == "2019-03-09"


def test_entities_are_resolved_once() -> None:
    assert texts(dump(page("A", "4&nbsp;May &lt;b&gt; &#65;")), "wikidump") == ["4\u00a0May <b> A"]


@pytest.mark.parametrize("cut", [40, 60, 5])
def test_a_dump_that_was_cut_off_is_read_as_far_as_it_goes(cut: int) -> None:
    whole = dump(page("Mali", "It grew. " * 9))
    found = read(whole[: whole.index("It grew") + cut].encode(), "a.xml")
    check(found)
    assert found.text.startswith("Mali\nIt gr")


def test_entities_that_a_document_type_declares_mean_nothing() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>' + dump(
        "<page><title>A</title><text>&c; &c;</text></page>"
    )
    assert texts(bomb, "wikidump") == ["&c; &c;"]


@settings(max_examples=150, derandomize=True, deadline=None)
@given(text=TEXTS)
def test_a_page_reads_as_its_wikitext_alone_does(text: str) -> None:
    text = text.replace("\r", "")
    wrapped = read(dump(page("A", f"{text}x")).encode(), "a.xml")
    alone = read(f"{text}x".encode(), "a.wiki", format="wikitext")
    check(wrapped)
    assert wrapped.text.removeprefix("A").lstrip("\n") == alone.text.lstrip("\n")
    assert [block.labels for block in wrapped.blocks[1:]] == [block.labels for block in alone.blocks]
    assert len(wrapped.citations) == len(alone.citations)


@pytest.mark.parametrize(("magic", "tool"), [(b"BZh91AY", "bunzip2"), (b"7z\xbc\xaf\x27\x1c", "7z")])
def test_a_packed_dump_is_refused_with_what_unpacks_it(magic: bytes, tool: str) -> None:
    with pytest.raises(SourceError, match=tool):
        read(magic + b"x" * 100, "dump.xml.bz2")
