"""The grammar's own promises: rows read their examples, patterns are bounded, time grows with length."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from kzcn.dates import find
from kzcn.dates.patterns import compile_pattern
from kzcn.dates.pieces import PIECES, Hit
from kzcn.dates.readings import Rule
from kzcn.dates.rules_amount import AMOUNT_RULES
from kzcn.dates.rules_calendar import CALENDAR_RULES
from kzcn.dates.rules_pairs import PAIR_RULES
from kzcn.dates.rules_reigns import REIGN_RULES
from kzcn.dates.rules_relative import RELATIVE_RULES
from kzcn.dates.tokens import TAG, tokenize
from kzcn.dates.words import TAGS

RULES = (*CALENDAR_RULES, *PAIR_RULES, *RELATIVE_RULES, *REIGN_RULES, *AMOUNT_RULES)
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule.name}: {text}" for rule, text in EXAMPLES])
def test_each_row_of_the_grammar_reads_its_examples(rule: Rule, example: str) -> None:
    tokens = tokenize(example)
    matches = (rule.pattern.regex.match(tokens.tags, at) for at in range(len(tokens.tags)))
    assert any(match is not None and rule.build(Hit(tokens, match)) is not None for match in matches)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule.name}: {text}" for rule, text in EXAMPLES])
def test_a_row_begins_only_with_the_tags_it_is_filed_under(rule: Rule, example: str) -> None:
    tokens = tokenize(example)
    for at in range(len(tokens.tags)):
        if rule.pattern.regex.match(tokens.tags, at):
            assert rule.pattern.may_begin(tokens.tags[at : at + 2])


def test_rows_have_names_of_their_own_and_examples() -> None:
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)
    assert all(rule.examples for rule in RULES)


def test_a_word_has_one_tag() -> None:
    words = [word for line in TAGS.values() for word in line.split()]
    assert sorted(words) == sorted(set(words))
    assert len(set(TAG.values())) == len(TAG)


@pytest.mark.parametrize(
    ("pattern", "error"), [("NONSENSE", KeyError), ("MONTH?", ValueError), ("( MONTH )?", ValueError)]
)
def test_a_pattern_with_an_unknown_name_or_nothing_in_it_is_refused(pattern: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        compile_pattern(pattern, PIECES)


def timed(text: str) -> float:
    """Seconds to read a text, the better of two runs."""
    runs = []
    for _ in range(2):
        started = time.perf_counter()
        find(text)
        runs.append(time.perf_counter() - started)
    return min(runs)


HOSTILE = [
    "1",
    "the ",
    "1-",
    "(",
    "two ",
    "1990 ",
    "May ",
    "May 5 and ",
    "the end of ",
    "1,",
    "1.",
    "\n   ",
    "'",
    "last the ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_length_also_on_hostile_text(piece: str) -> None:
    find("warm in 1887")
    short, long = (timed(piece * (length // len(piece))) for length in (25_000, 100_000))
    assert long < 10 * short + 0.2


def test_importing_the_package_builds_no_grammar() -> None:
    code = "import sys, kzcn.dates; print(*(name for name in sys.modules if name.startswith('kzcn.')))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert set(loaded) == {
        *("kzcn.dates", "kzcn.dates.edtf", "kzcn.dates.calendar", "kzcn.dates.mention", "kzcn.dates.option"),
        "kzcn.errors",
    }
