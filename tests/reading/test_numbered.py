"""The mirror with reference marks and a numbered list."""

from __future__ import annotations

from tests.reading.shown import blocks, document, texts

PAGE = """Estonia–Latvia relations explained

Filetype:svg
Mission1:Estonian embassy, Riga

Estonia and Latvia[1] [2] share a border.[3] It is 343 km long.

Border

See main article: Estonia–Latvia border. The line was drawn in 1920;[2] it was agreed.[citation needed]

See also

Foreign relations of Latvia

Notes and References

  1. Web site: The two ports. Aho, Maija. 2011-03-04. Lindfors Press.
  2. Tallents, p. 112.
  3. News: Border agreed. The Riga Courier. 4 March 1996.
"""


def test_marks_leave_the_sentence_and_point_to_its_place() -> None:
    found = document(PAGE)
    assert texts(PAGE, "numbered")[0] == "Estonia and Latvia share a border. It is 343 km long."
    assert [(found.text[: mark.at][-7:], mark.number) for mark in found.marks] == [
        (" Latvia", "1"),
        (" Latvia", "2"),
        ("border.", "3"),
        ("n 1920;", "2"),
    ]


def test_lines_of_the_infobox_become_fields_but_file_types_do_not() -> None:
    assert blocks(PAGE, "numbered", "field") == [(("Mission",), "Estonian embassy, Riga")]


def test_a_hatnote_is_parted_from_its_paragraph() -> None:
    assert texts(PAGE, "numbered")[1] == "The line was drawn in 1920; it was agreed."
    assert "See main article: Estonia–Latvia border." in texts(PAGE, "numbered", "other")


def test_entries_under_see_also_are_no_headings() -> None:
    assert texts(PAGE, "numbered", "heading") == [
        "Estonia–Latvia relations explained",
        "Border",
        "See also",
        "Notes and References",
    ]


def test_the_reference_list_becomes_citations_in_order() -> None:
    found = document(PAGE)
    assert [citation.number for citation in found.citations] == ["1", "2", "3"]
    assert found.raw[slice(*found.citations[1].text_span)] == "Tallents, p. 112."


def test_the_title_loses_the_mirror_s_own_word() -> None:
    assert document(PAGE).source.title == "Estonia–Latvia relations"


def test_a_page_copied_from_a_browser_has_links_to_edit_and_back_to_the_text() -> None:
    found = document(
        "Estonia–Latvia relations\n\nEstonia and Latvia[1] share a border.[2] It was drawn in 1920.[3]\n\n"
        "Border[edit]\n\nIt was agreed in 1996.[1]\n\nReferences[edit]\n\n"
        "  1. ^ a b Tallents, p. 112.\n  2. ^ Aho, Maija. Retrieved 4 March 2011.\n  3. ^ The Courier. 4 March 1996.\n"
    )
    assert found.source.format == "numbered"
    assert [block.section[-1:] for block in found.blocks if block.kind == "references"] == [("References",)] * 3
    assert found.citations[0].title == "Tallents, p. 112"
    assert [found.text[block.start : block.end] for block in found.blocks if block.kind == "heading"][1:] == [
        "Border",
        "References",
    ]
