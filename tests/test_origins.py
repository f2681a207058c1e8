"""Copies of one work share an origin; other works do not."""

from __future__ import annotations

from hashlib import blake2b

import pytest

from kzcn.model import Document, OffsetMap, Source
from kzcn.origins import assign, named, sketch

_WORDS = [
    first + last for first in ("ba", "ko", "ru", "ti", "se", "mo") for last in ("lan", "der", "sik", "vor", "nem")
]


def prose(seed: int, length: int = 800) -> str:
    digests = (blake2b(f"{seed} {at}".encode(), digest_size=4).digest() for at in range(length))
    return " ".join(_WORDS[int.from_bytes(digest, "big") % len(_WORDS)] for digest in digests)


def document(name: str, text: str) -> Document:
    source = Source(name * 64, name, "text", len(text))
    return Document(source, text, text, OffsetMap.identity(len(text)), (), ())


def origins(**texts: str) -> dict[str, str]:
    found = assign(document(name, text) for name, text in texts.items())
    return {name[0]: origin[0] for name, origin in found.items()}


def test_a_work_of_its_own_is_its_own_origin() -> None:
    assert origins(a=prose(1), b=prose(2), c="") == {"a": "a", "b": "b", "c": "c"}


@pytest.mark.parametrize("share", [0.75, 0.9, 1.0])
def test_texts_that_share_most_of_their_words_are_copies(share: float) -> None:
    text = prose(1)
    kept = text[: int(len(text) * share)]
    assert origins(b=text, a=f"{kept} {prose(3, int(800 * (1 - share)))}") == {"a": "a", "b": "a"}


def test_an_excerpt_is_a_copy_of_the_whole() -> None:
    text = prose(1)
    assert origins(a=text, b=text[:2000]) == {"a": "a", "b": "a"}


def test_a_common_passage_makes_no_copy() -> None:
    quoted = prose(1, 100)
    assert origins(a=f"{quoted} {prose(2)}", b=f"{quoted} {prose(3)}") == {"a": "a", "b": "b"}


def test_copies_of_copies_share_the_smallest_name_in_any_order() -> None:
    text = prose(1)
    words = text.split()
    versions = {"c": text, "b": " ".join(words[80:]), "a": " ".join(words[80:] + prose(4, 60).split())}
    assert set(origins(**versions).values()) == {"a"}
    assert origins(**dict(sorted(versions.items()))) == origins(**versions)


def test_layout_and_capitals_do_not_matter() -> None:
    assert sketch("The river, the  LAKE and the road") == sketch("the river the lake and the road")


def test_copies_are_found_among_many_documents_that_share_a_passage() -> None:
    common = prose(0, 60)
    texts = {f"{number:064}": f"{common} {prose(number, 150)}" for number in range(1, 40)}
    copy = f"{39:064}"
    documents = [
        *(
            Document(Source(name, name, "text", 1), text, text, OffsetMap.identity(1), (), ())
            for name, text in texts.items()
        ),
        Document(Source("z", "z", "text", 1), "", f"{texts[copy]} {prose(99, 10)}", OffsetMap.identity(1), (), ()),
    ]
    found = assign(documents)
    assert found.pop("z") == copy
    assert all(name == origin for name, origin in found.items())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"a": None, "b": None, "c": None}, {"a": "a", "b": "a", "c": "c"}),
        ({"a": "page", "b": None, "c": None}, {"a": "page", "b": "page", "c": "c"}),
        ({"a": "page", "b": "leaf", "c": None}, {"a": "page", "b": "leaf", "c": "c"}),
        ({"a": "f" * 64, "b": None, "c": "page"}, {"a": "a", "b": "a", "c": "page"}),
    ],
)
def test_a_name_that_the_user_gave_wins_over_what_the_text_tells(
    given: dict[str, str | None], expected: dict[str, str]
) -> None:
    assert named({"a": "a", "b": "a", "c": "c"}, given) == expected
