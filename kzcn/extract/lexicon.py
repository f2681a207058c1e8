"""Words of English that carry the grammar: closed classes, and verbs in all their forms (`tables/verbs.csv`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, cast

from kzcn.tabled import rows

__all__ = [
    "ADVERBS",
    "AUXILIARIES",
    "CONJUNCTIONS",
    "DETERMINERS",
    "INTRANSITIVE",
    "MODALS",
    "NEGATIONS",
    "PREPOSITIONS",
    "PRONOUNS",
    "RELATIVES",
    "SUBORDINATORS",
    "Form",
    "VerbForm",
    "past_form",
    "verb_forms",
]

Form = Literal["base", "s", "past", "participle", "ing"]


class VerbForm(NamedTuple):
    """One reading of a written form: "signed" is the past and the participle of "sign"."""

    lemma: str
    form: Form
    noun: bool
    """The form is as often a noun: "visits", "claim"."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words("""the a an this that these those its their his her our your my both each every some any no all
    another several many few such either neither which""")
PRONOUNS = _words("it they he she we i you this these those who them him her us itself themselves himself herself one")
PREPOSITIONS = _words("""in on at by for with from to of into onto over under between among amid against through
    throughout during within without toward towards via across along near around behind beyond beside besides below
    beneath above per despite upon off out about than including excluding following concerning regarding alongside
    according as until till since after before inside outside aboard like unlike versus amidst pursuant owing due plus
    minus except worth opposite""")
CONJUNCTIONS = _words("and or but nor yet")
RELATIVES = _words("which who whom whose where that")
SUBORDINATORS = _words("when while whereas because although though if unless whether once")
NEGATIONS = _words("not n't never no neither nor hardly cannot nobody nothing none")
MODALS = _words("will would shall should may might can could must cannot")
AUXILIARIES: Mapping[str, str] = {
    **dict.fromkeys(["be", "am", "is", "are", "was", "were", "been", "being"], "be"),
    **dict.fromkeys(["have", "has", "had", "having"], "have"),
    **dict.fromkeys(["do", "does", "did"], "do"),
    **dict.fromkeys(["get", "gets", "got", "getting"], "get"),
}
ADVERBS = _words("""earlier shortly afterward very quite thereupon
    also then later soon once still already just only even again formally officially jointly mainly
    largely mostly often always usually frequently recently currently previously originally initially eventually
    finally subsequently significantly sharply slightly briefly together further now today long far well ever never
    almost nearly approximately about roughly twice first second both last all not too thus therefore however instead
    meanwhile moreover nevertheless reportedly allegedly effectively quickly rapidly steadily gradually continuously
    increasingly completely fully partly partially probably likely actually immediately temporarily permanently
    periodically extensively newly directly indirectly repeatedly since afterwards hereby thereby thereafter
    respectively alone apart early late yet ago else indeed nonetheless anew overnight likewise outright onward onwards
    overland downstream upstream inland worldwide nationwide accordingly elsewhere sometimes thrice seldom overseas
    besides meantime halfway abroad""")

INTRANSITIVE = _words("""abdicate appear apologise apologize arrive belong bicker capitulate clash climb cling coalesce
    collapse collide come comply consist converge culminate cooperate collaborate depart depend descend die disappear
    dwindle elapse emerge emigrate ensue erupt evolve exist expire fall flee flourish fluctuate go happen head hesitate
    hover immigrate interfere intermarry intervene jump lapse languish last lie linger mutiny occur object originate
    perish persist plummet plunge prevail proceed prosper protest quarrel react reappear rebel recede recoil reign
    rejoice relapse remain reply reside resign respond retaliate retire revolt rise sail shrink slump soar sojourn
    stagnate stem subside succumb surge swarm thrive topple travel trek trickle tumble vanish vie wane waver wrangle""")
"""Verbs without a passive: their past form is no participle that tells of what stands before it."""

_GERUND_NOUNS = _words("""understand rule meet build cross hold find hear open offer brief bomb shell kill mine fund
    train ship farm house plan gather file sign land warn sit spend save write paint teach teem begin end proceed
    engineer bank drill process manufacture trade traffic smuggle market licence license handle pass turn
    set undertake""")
"""Verbs whose "-ing" is as often a noun: "a border ruling", "a memorandum of understanding"."""

_DOUBLING = _words("""admit annul ban bar bet commit compel confer control deter drop equip expel fit get incur knit let
    map occur omit patrol permit plan plot prefer propel rebel rebut refer regret repel rub ship shop slip snap
    spot stem step stop submit swap tap top transfer transmit trap trim trip unwrap wrap slam""")


def _stem(lemma: str) -> str:
    """What "-ed" and "-ing" are added to, without a final silent e: "ban" gives "bann"."""
    if lemma in _DOUBLING:
        return lemma + lemma[-1]
    return lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")) else lemma


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if re.search(r"[^aeiou]y$", lemma) else lemma + "s"


def _regular_past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if re.search(r"[^aeiou]y$", lemma) else _stem(lemma) + "ed"


def _gerund(lemma: str) -> str:
    return lemma[:-2] + "ying" if lemma in ("die", "lie", "tie") else _stem(lemma) + "ing"


@cache
def verb_forms() -> Mapping[str, tuple[VerbForm, ...]]:
    """Every written form of every verb of the table, in lower case, with its readings."""
    found: dict[str, list[VerbForm]] = {}

    def add(text: str, lemma: str, form: str, *, noun: bool) -> None:
        readings = found.setdefault(text, [])
        if all(reading.form != form for reading in readings):
            readings.append(VerbForm(lemma, cast("Form", form), noun))

    for row in rows("verbs.csv"):
        lemma, noun = row["lemma"], bool(row["noun"])
        add(row["past"] or _regular_past(lemma), lemma, "past", noun=False)
        add(row["participle"] or _regular_past(lemma), lemma, "participle", noun=False)
        add(_gerund(lemma), lemma, "ing", noun=lemma in _GERUND_NOUNS)
        if lemma.endswith(("el", "al", "ol")) and not row["past"]:
            for text, form in ((f"{lemma}led", "past"), (f"{lemma}led", "participle"), (f"{lemma}ling", "ing")):
                add(text, lemma, form, noun=False)  # British spelling
        add(_third(lemma), lemma, "s", noun=noun)
        add(lemma, lemma, "base", noun=noun)
    return {text: tuple(readings) for text, readings in found.items()}


@cache
def _pasts() -> Mapping[str, str]:
    return {row["lemma"]: row["past"] or _regular_past(row["lemma"]) for row in rows("verbs.csv")}


def past_form(lemma: str) -> str:
    """The simple past of a lemma: "sign" gives "signed", "hold" gives "held"."""
    return _pasts().get(lemma) or (lemma if lemma.endswith("ed") else _regular_past(lemma))
