"""The mirror in which every link is followed by the opening of the linked page, in both its layouts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from kzcn.model import Block, Document
from kzcn.reading import read
from tests.reading.pages import Page, kept, pages

HEAD = "Bolivia–Peru relations\n   HOME\n\nTheInfoList\n\n\n\nOR:\n\n"
TITICACA = (
    "Lake Titicaca Lake Titicaca (; es, Lago Titicaca ) is a large freshwater lake in the Andes mountains on the ..."
)


def paragraph(text: str) -> str:
    document = read((HEAD + text).encode(), "page.txt", format="linked")
    return "|".join(document.text[block.start : block.end] for block in facts(document))


def facts(document: Document) -> list[Block]:
    return [block for block in document.blocks if block.kind in {"paragraph", "list_item"}]


@settings(max_examples=40, derandomize=True, deadline=None)
@given(pages())
def test_no_character_of_an_abstract_reaches_the_clean_text(page: Page) -> None:
    characters = kept(read(page.raw.encode(), "page.txt"))
    assert not [span for span in page.abstracts if characters & set(range(*span))]


@settings(max_examples=40, derandomize=True, deadline=None)
@given(pages(apart=True))
def test_abstracts_on_lines_of_their_own_are_kept_out_too(page: Page) -> None:
    document = read(page.raw.encode(), "page.txt")
    characters = kept(document)
    assert document.source.format == "linked-apart"
    assert not [span for span in page.abstracts if characters & set(range(*span))]


@settings(max_examples=40, derandomize=True, deadline=None)
@given(pages())
def test_no_word_of_the_prose_is_lost(page: Page) -> None:
    characters = kept(read(page.raw.encode(), "page.txt"))
    visible = {at for span in page.prose for at in range(*span) if not page.raw[at].isspace()}
    assert visible <= characters


@settings(max_examples=40, derandomize=True, deadline=None)
@given(pages())
def test_every_link_keeps_the_first_word_of_its_anchor(page: Page) -> None:
    characters = kept(read(page.raw.encode(), "page.txt"))
    assert all(span.start in characters for span in page.anchors)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("They met at", ", in May.", "They met at Lake Titicaca, in May."),
        ("They met at", "in May.", "They met at Lake Titicaca in May."),
        ("They fished (", ") for years.", "They fished (Lake Titicaca) for years."),
        ("They saw", "'s shores.", "They saw Lake Titicaca's shores."),
        ('They called it "', '", a name that stayed.', 'They called it "Lake Titicaca", a name that stayed.'),
        ("They dried the", "s one after another.", "They dried the Lake Titicacas one after another."),
        ("The Puno–", "line was built.", "The Puno–Lake Titicaca line was built."),
    ],
)
def test_a_sentence_is_joined_again_around_its_link(before: str, after: str, expected: str) -> None:
    assert paragraph(f"{before}\n{TITICACA}\n{after}\n") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TITICACA}\nis shared by both.\n", "Lake Titicaca is shared by both."),
        (
            "They met near\nCopacabana Copacabana may refer to: * Copacabana, Rio * Copacabana, Bolivia\nin 1979.\n",
            "They met near Copacabana in 1979.",
        ),
        (
            "It began after the\nnitrate tax A tax is a financial charge imposed on a payer by the state\nof 1878.\n",
            "It began after the nitrate tax of 1878.",
        ),
        (
            "The army of\nHilarión Daza Hilarión Daza (born Hilarión Grosolí; 14 January 1840 – 1894) was a\nfled.\n",
            "The army of Hilarión Daza fled.",
        ),
        ("See it on\nthis map\n, which is old.\n", "See it on this map, which is old."),
    ],
)
def test_links_are_known_without_the_mark_of_the_cut(text: str, expected: str) -> None:
    assert paragraph(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A pact was signed on 5 May 1936.See its text in\nla Gaceta, N 12\n. The map is old.\nPeru received it.\n",
            "A pact was signed on 5 May 1936. Peru received it.",
        ),
        (
            'The line was marked in 1932.Протокол о границе. Закон N 4\n. ("Protocol")\nOver time it moved.\n',
            "The line was marked in 1932. Over time it moved.",
        ),
        (
            "The line was marked in 1932.Basadre, Jorge (1968), p. 44. It moved twice.\n",
            "The line was marked in 1932. It moved twice.",
        ),
        ("The U.S.Army left in 1901. It came back.\n", "The U.S.Army left in 1901. It came back."),
        ("Trade grew in 1990.Then it fell.\n", "Trade grew in 1990.Then it fell."),
    ],
)
def test_leaked_footnotes_are_cut_out(text: str, expected: str) -> None:
    assert paragraph(text) == expected


def test_navigation_categories_and_back_matter_give_no_facts() -> None:
    tail = (
        "\n\nSee also\n\n*\nForeign relations of Peru Peru has been a member of the league since 1945 and ...\n\n\n"
        "References\n\n{{DEFAULTSORT:Bolivia-Peru relations Relations of Peru\nPeru Peru is a country in ...\n"
    )
    assert paragraph(f"Both border\n{TITICACA}\n.\n{tail}") == "Both border Lake Titicaca."


def test_headings_stand_between_empty_lines_and_name_the_section() -> None:
    document = read((HEAD + f"Both border\n{TITICACA}\n.\n\n\nTrade\n\nIt grew.\n").encode(), "page.txt")
    assert document.source.title == "Bolivia–Peru relations"
    assert [block.section for block in facts(document)] == [(), ("Trade",)]


@pytest.mark.parametrize(
    "text",
    [
        f"Main article:\n{TITICACA}\n",
        f"File:Lake.jpg, The lake in 1920\n{TITICACA}\nfrom above\n",
        "thumb, 250px, Seen in 1920\n",
    ],
)
def test_captions_and_pointers_to_other_pages_give_no_facts(text: str) -> None:
    assert not paragraph(f"\n{text}\n")


def test_bullets_begin_list_items() -> None:
    text = f"Visits\n\n* In 1990 to\n{TITICACA}\n* In 1991 to Lima.\n"
    assert paragraph(text) == "In 1990 to Lake Titicaca|In 1991 to Lima."
