"""Sentences and what they say of what their verbs tell: done, planned, denied, reported, or only possible."""

from __future__ import annotations

import pytest

from kzcn.extract.polarity import polarity_of, purpose_of
from tests.extract.views import view_of

# The verbs of the clauses in order, each with its polarity; None for what is only possible, a condition or an aim.
POLARITIES = [
    ("Chile opened a mine in 1911.", [("open", "done")]),
    ("Chile will open a mine.", [("open", "planned")]),
    ("Chile is to open a mine.", [("open", "planned")]),
    ("Chile did not open the mine.", [("open", "denied")]),
    ("The pact did not take effect until 1933.", [("take", "done")]),
    ("If Peru opens the mine, Chile will close the port.", [("open", None), ("close", "planned")]),
    ("The pact binds both for ten years after it has taken effect.", [("bind", "done"), ("take", None)]),
    ("Chile left after it had opened the mine.", [("leave", "done"), ("open", "done")]),
    ("Arguing that it was void, Chile left the pact.", [("argue", "done"), ("be", "reported"), ("leave", "done")]),
    ("The pact was not signed until 1920, nor ratified before 1922.", [("sign", "done"), ("ratify", "done")]),
    ("Ghana agreed to build a dam.", [("agree", "done"), ("build", "planned")]),
    ("Ghana is expected to build a dam.", [("expect", "done"), ("build", "planned")]),
    ("Ghana was the first to build a dam.", [("be", "done"), ("build", "done")]),
    ("Ghana was able to build a dam.", [("be", "done"), ("build", "done")]),
    ("Ghana helped to build a dam.", [("help", "done"), ("build", "done")]),
    ("Ghana did not help to build a dam.", [("help", "denied"), ("build", "denied")]),
    ("Ghana built a wall to stop the flood.", [("build", "done"), ("stop", None)]),
    ("The pipeline can carry oil.", [("carry", "done")]),
    ("Ghana can build a dam.", [("build", None)]),
    ("Ghana would build a dam.", [("build", None)]),
    ("Ghana said it would build a dam.", [("say", "done"), ("build", "planned")]),
    (
        "Ghana said that Mali had closed the port and opened a mine.",
        [("say", "done"), ("close", "reported"), ("open", "reported")],
    ),
    ("The envoy was probably killed in Quito.", [("kill", "reported")]),
    ("Reportedly, Chile closed the port.", [("close", "reported")]),
    ("Chile closed the port, and the mine reportedly burnt.", [("close", "done"), ("burn", "reported")]),
    ("Ghana denied that Mali had closed the port.", [("deny", "done"), ("close", "denied")]),
    ("No envoy came to Quito.", [("come", "denied")]),
    ("No more envoys came to Quito.", [("come", "done")]),
    ("They reached no accord.", [("reach", "denied")]),
    ("Nobody signed the pact.", [("sign", "denied")]),
    ("Peru cancelled the visit.", [("cancel", "denied")]),
    ("Peru called off the visit.", [("call", "denied")]),
    ("Peru called a meeting.", [("call", "done")]),
    ("The visit planned in May was cancelled.", [("plan", "denied"), ("cancel", "denied")]),
    ("The visit planned in May was praised.", [("plan", "done"), ("praise", "done")]),
]


@pytest.mark.parametrize(("text", "expected"), POLARITIES, ids=[text for text, _ in POLARITIES])
def test_a_verb_tells_what_was_done_planned_denied_or_reported(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    seen = view_of(text)
    assert [(clause.predicate.lemma, polarity_of(seen, clause)) for clause in seen.clauses] == expected


# The verb of the infinitive that a first clause plans or refuses.
PURPOSES = [
    ("Ghana agreed to build a dam.", "build"),
    ("Ghana agreed with Mali.", None),
    ("Ghana failed to build a dam.", "build"),
    ("Ghana began to build a dam.", None),
    ("Ghana planned a dam and hoped for rain.", None),
]


@pytest.mark.parametrize(("text", "lemma"), PURPOSES)
def test_a_verb_of_planning_or_refusing_governs_the_infinitive_behind_it(text: str, lemma: str | None) -> None:
    purpose = purpose_of(view_of(text), 0)
    assert (purpose and purpose.predicate.lemma) == lemma
