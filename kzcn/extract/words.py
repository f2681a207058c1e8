"""Small word lists that several steps of the extraction share."""

from __future__ import annotations

__all__ = [
    "ANAPHORA",
    "BOTH_SIDES",
    "DURING",
    "EFFECTS",
    "INSTRUMENTS",
    "KEEPING",
    "LIGHT",
    "PLANNING",
    "SAYING",
    "SURVEY",
    "TOLD_IN_PRESENT",
]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INSTRUMENTS = _words(
    """treaty treaties agreement agreements protocol protocols convention conventions memorandum memoranda
    memorandums mou mous declaration declarations accord accords pact pacts charter communiqué
    communique armistice ceasefire truce contract contracts deal deals concordat covenant entente
    statute compact arrangement"""
) | {"exchange of notes", "exchange of letters", "exchange of diplomatic notes"}
"""Nouns of the instruments that states conclude."""

LIGHT = _words(
    """make pay hold take conduct stage launch carry undertake begin start open see give receive witness
    mark host issue deliver lodge file reach complete lead cause occur happen follow express organize
    organise announce break end suffer fight win lose mount wage erupt result culminate put call
    celebrate commence convene conclude provoke trigger spark crush suppress join grant provide extend
    offer come approve form report strike hit record set impose lift stop prevent spread flare rage"""
)
"""Verbs that leave it to a noun to say what happened: "made a visit", "talks were held"."""

SAYING = _words(
    """say state think believe claim argue know report add note announce find estimate declare acknowledge
    insist stress admit confirm deny show predict warn tell suggest maintain allege assert explain
    emphasize emphasise reiterate inform assure remind notify convince expect hope mean feel fear"""
)
"""Verbs whose content is told by a clause of its own: "said that …"."""

PLANNING = _words(
    """plan aim intend want seek hope agree expect pledge promise vow propose schedule decide forecast
    project target commit undertake wish prepare set urge ask call order demand request attempt try suppose slate
    invite"""
)
"""Verbs whose infinitive tells a plan: "agreed to build"."""

ANAPHORA = _words(
    """it they he she this these those both such its their his her that then later afterwards subsequently
    however also moreover furthermore meanwhile most another others all some many instead consequently
    thereafter"""
)
"""Sentence openers that go on with what was just told."""

BOTH_SIDES = _words(
    "nations countries states sides parties governments neighbours neighbors leaders presidents capitals"
)
"""What "the two …" and "both …" stand for the parties of the document."""

SURVEY = _words("study survey poll respondents respondent questionnaire interviewees sample")

KEEPING = frozenset("bar ban prevent stop keep prohibit exclude deter discourage dissuade block hinder".split())
"""Verbs that say that what the gerund behind "from" tells was not done: "barred him from leaving"."""
TOLD_IN_PRESENT = frozenset(("statement", "denial", "cultural_event"))
"""Kinds that the present tense tells, too, of what happened: "the town stages a festival"."""

EFFECTS = _words(
    """return cede give fix set establish end recognise recognize grant restore divide transfer confirm award assign
    settle draw oblige secure guarantee bring place leave open close define delimit free deprive bind part
    partition acknowledge abolish create deliver"""
)
"""What a treaty does on the day on which it is concluded."""

DURING = _words("during in at amid throughout on")
"""What opens an adverbial that says when the rest happened."""
