"""Evidence as W3C Web Annotations: https://www.w3.org/TR/annotation-model/."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from typing import Any

__all__ = ["web_annotations"]

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def web_annotations(record: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """An annotation for each piece of evidence of a record of `Facts.export`.

    Its target is the document, named by its digest as in RFC 6920, with a text position selector in code points of the
    decoded file, and a text quote selector where the quote is kept.
    """
    fact = {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": record["title"]}
    for piece in record["evidence"]:
        yield {
            "@context": _CONTEXT,
            "id": f"urn:kzcn:claim:{piece['claim']}",
            "type": "Annotation",
            "motivation": "describing",
            "body": [fact, {"id": f"urn:kzcn:fact:{record['id']}", "purpose": "identifying"}],
            "target": {"source": _name(piece["source"]), "selector": _selectors(piece)},
        }


def _name(sha256: str) -> str:
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def _selectors(piece: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = [{"type": "TextPositionSelector", "start": piece["start"], "end": piece["end"]}]
    return [*found, {"type": "TextQuoteSelector", "exact": piece["quote"]}] if piece.get("quote") else found
