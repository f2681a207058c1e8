"""What only looks like a date: numbers that count or number something, months and seasons that are other words."""

from __future__ import annotations

from dataclasses import dataclass

from kzcn.dates.tokens import TAG, Tokens, tag_set
from kzcn.dates.words import REIGNED, word_set

__all__ = ["allowed"]

_NUMBERED = word_set(
    "resolution resolutions no nos number numbers page pages p pp chapter article articles section sections paragraph"
    " flight room route highway law decree order directive channel isbn issn doi vol volume issue model boeing unit"
    " regiment division squadron battalion brigade line code id act bill protocol phone tel fax ext version nr n"
    " studio suite apartment apt street avenue road lot item figure table note point"
    " strategy vision agenda horizon windows"
)
"""What stands before a number that names a thing."""
_ABBREVIATED = word_set("no nos p pp vol nr n")
"""Those of them that a full stop ends."""
_COUNTING = word_set(
    "than least most nearly almost over under some only another other these those all exactly roughly additional"
    " further estimated about approximately"
)
"""What stands before a number that counts."""
_DATING = word_set(
    "in by since until till before after during early late mid throughout around circa between from year to and the of"
    " on through as or"
)
"""What stands before a year or a month."""
_STRONGLY_DATING = word_set("in by since until till before after during early late mid throughout circa year")
"""Those of them that no number of things follows."""
_RANGE_MARKS = frozenset({"-", "–", "to", "and", "or"})
_NO_NOUNS = word_set("was is has as this its us his does")
_MEASURES = word_set(
    "km kilometres kilometers kilometre kilometer m metres meters metre meter cm mm miles mile feet foot ft yards"
    " inches kg kilograms tons tonnes ton pounds dollars euros yuan rubles roubles tenge percent acres hectares hp mw"
    " gw kw rpm mph kph knots degrees litres liters gallons barrels bpd points square cubic sq"
)
_COUNTED = word_set(
    "men people soldiers troops prisoners casualties inhabitants ships aircraft planes tanks guns families students"
    " women children civilians workers refugees houses villages horses votes seats members deaths dead wounded killed"
    " rebels fighters vehicles copies words items units jobs shares times pages volumes others more"
)
_MEASURED_OR_COUNTED = _MEASURES | _COUNTED
_AFTER_NUMBER = _MEASURES | {"block", "%", "°"}
_BEHIND_NUMBER = _MEASURED_OR_COUNTED | {"of"}
_AFTER_OLD_YEAR = tag_set("COMMA DOT CLOSE SEMI THE A ITS NAME BREAK IN AT ON BY AND")
_DAY_TAGS = tag_set("WEEKDAY MONTH MAYMARCH TODAY YESTERDAY TOMORROW")
_CLOSES = tag_set("COMMA DOT SEMI BREAK CLOSE AND")
_TIME_LEADS = word_set("at by until till before after around near since about the from to toward towards next")
_PRONOUNS = word_set("he she it they we i you who when while where there his her their")
_DAY_LEADS = word_set("on by until from to since before after of")
_ORDINAL_WORDS = tag_set("FIRST SECOND ORDWORD")
_FIRST_NAMES = frozenset({"april", "june", "august"})
_GAMES = word_set(
    "games olympics olympic paralympics universiade palace palaces festival camp camps school schools residence"
    " residences capital resort resorts pasture pastures sports"
)
_SPRINGS = word_set("from up water waters")
_EVENTS = word_set(
    "revolution revolutions offensive uprising rising crisis coup manifesto massacre plot war days movement rebellion"
    " revolt theses events incident mutiny riots laws constitution monarchy conspiracy fools square street avenue"
)
"""What makes a month before it, with a capital, part of a name."""
_LENGTHS = frozenset({"long", "old"})
_SPEEDS = word_set("miles kilometers kilometres knots feet metres meters km")
_NO_UNIT_ENDS = tag_set("DASH S OF TO BEFORE AFTER FOLLOWING PREVIOUS EARLIER LATER AGO SINCE UNTIL YEAR4 NAME")
_NAMED_DAYS = word_set("black bloody good holy")
_FALL_LEADS = word_set("in during by until since throughout")
_THIS_TIME_LEADS = word_set("at by during until since around in of from to up")


@dataclass(frozen=True, slots=True)
class _Around:
    """A reading's tokens, from `first` to `last`, and what stands around them."""

    tokens: Tokens
    first: int
    last: int

    @property
    def words(self) -> list[str]:
        """Its own words in small letters."""
        return [word.lower() for word in self.tokens.words[self.first : self.last]]

    @property
    def tags(self) -> str:
        """Its own tags."""
        return self.tokens.tags[self.first : self.last]

    @property
    def next_tag(self) -> str:
        """The tag that follows; nothing at the end."""
        return self.tokens.tags[self.last : self.last + 1]

    def word(self, at: int) -> str:
        """A word of the text in small letters; nothing outside it."""
        return self.tokens.words[at].lower() if 0 <= at < len(self.tokens.words) else ""

    @property
    def before(self) -> str:
        """The word before."""
        return self.word(self.first - 1)

    @property
    def after(self) -> str:
        """The word after."""
        return self.word(self.last)

    @property
    def follows_a_plain_word(self) -> bool:
        """Whether the word before is a plain one in small letters: no article, name, mark or preposition."""
        return self.first > 0 and self.tokens.tags[self.first - 1] == TAG["OTHER"]

    @property
    def numbers_a_thing(self) -> bool:
        """Whether it is the number of a page, law, flight or sum of money."""
        if self.before == ".":
            return self.word(self.first - 2) in _ABBREVIATED
        return self.before in _NUMBERED or self.before in {"$", "€", "£", "#", "№", "+"}


def allowed(tokens: Tokens, first: int, last: int, rule: str) -> bool:
    """Whether the words around what a rule read, from token `first` to `last`, let it stand."""
    guard = _GUARDS.get(rule)
    return guard is None or guard(_Around(tokens, first, last))


def _year(around: _Around) -> bool:
    """A bare number of four digits: a year unless it numbers, counts or measures something."""
    if around.words[0] in {"about", "approximately"}:
        return around.after not in _MEASURES and around.after != "%" and not _names_things(around, around.last)
    if around.last - around.first > 1:
        return True
    if around.numbers_a_thing or around.after in _AFTER_NUMBER:
        return False
    if _is_tied(around):
        return False
    if around.before == "than" and around.word(around.first - 2) in {"later", "earlier", "sooner", "recently"}:
        return True
    return not (around.before in _COUNTING or _counts(around))


def _counts(around: _Around) -> bool:
    """Whether a noun that can be counted follows, also after the other end of a range, and no word dates before."""
    if around.before in _STRONGLY_DATING:
        return False
    at = around.last
    if around.after in _RANGE_MARKS and around.word(at + 1).isdecimal():
        at += 2
    if around.word(at) in _BEHIND_NUMBER:
        return True
    return around.follows_a_plain_word and _names_things(around, at)


def _names_things(around: _Around, at: int) -> bool:
    """Whether a noun in the plural stands at a token or after one word more: "ships", "Turkish ships"."""
    for place in (at, at + 1):
        word = around.word(place)
        tag = around.tokens.tags[place : place + 1]
        if word in _COUNTED or (tag == TAG["OTHER"] and word.endswith("s") and word not in _NO_NOUNS):
            return True
        if tag not in (TAG["OTHER"], TAG["NAME"]):
            return False
    return False


def _is_tied(around: _Around) -> bool:
    """Whether a dash ties it to what is no year: "Il-1500", "1:1500", "pp. 1200–1250", "a 1200-mile march"."""
    spans, first = around.tokens.spans, around.first
    if around.before == "-" and around.word(first - 2) in {"pre", "post"}:
        return False
    if around.before in {"-", "–", ":"} and around.word(first - 2).isdecimal():
        return True
    if around.before == "-" and first > 1 and spans[first - 2][1] == spans[first - 1][0] == spans[first][0] - 1:
        return True
    return around.after == "-" and around.word(around.last + 1) in _MEASURED_OR_COUNTED


def _years(around: _Around) -> bool:
    """Two numbers: years when the first has four digits, or they stand alone in brackets or behind "in"."""
    counted = around.before in _COUNTING and not (around.before == "over" and "–" in around.words)
    if around.numbers_a_thing or counted or around.after in _MEASURED_OR_COUNTED:
        return False
    first = next(word for word in around.words if word.isdecimal())
    if len(first) == 4:
        return True
    reigned = around.word(around.first - 2) if around.before == "." else around.before
    opens = around.before == "(" or reigned in REIGNED
    return (opens and around.after in {")", ";", ","}) or (around.before == "in" and around.next_tag in _AFTER_OLD_YEAR)


def _month(around: _Around) -> bool:
    """A month alone, not after a number that is no day, no first name ("June Smith"), no march, no modal verb."""
    if around.before.isdecimal() and len(around.before) <= 2:
        return False
    if around.after in _EVENTS and around.tokens.words[around.last][0].isupper():
        return False
    first_name = around.words[0] in _FIRST_NAMES or TAG["MAYMARCH"] in around.tags
    if first_name and around.next_tag == TAG["NAME"] and around.before not in _STRONGLY_DATING:
        return False
    if TAG["MAYMARCH"] not in around.tags or around.last - around.first > 1:
        return True
    leads = around.before in _DATING or around.before in {"-", "–", "(", ",", "last", "next", "this", "that"}
    return leads and around.after not in {"of", "day"}


def _month_day(around: _Around) -> bool:
    """Not the unit of "in March Third Army crossed"."""
    return around.tags[-1] not in _ORDINAL_WORDS or around.next_tag not in (TAG["NAME"], TAG["OTHER"])


def _following(around: _Around) -> bool:
    """Not the beginning of "in July following the vote"."""
    return not around.next_tag or around.next_tag in _CLOSES


def _year_first(around: _Around) -> bool:
    """Not a year that heads the lines below it, of which the first begins with a day."""
    spans = around.tokens.spans[around.first : around.first + 2]
    return "\n" not in around.tokens.text[spans[0][1] : spans[1][0]]


def _may_day(around: _Around) -> bool:
    """A day, not the name of a parade or a square: "on May Day", "May Day 1890"."""
    return len(around.tags) > 2 or (around.before in _DAY_LEADS and around.next_tag not in (TAG["NAME"], TAG["OTHER"]))


def _season(around: _Around) -> bool:
    """Fall alone is a season only in "in the fall"; spring gives no water; winter games and summer camps are none."""
    if TAG["FALL"] not in around.tags:
        return not (around.after in _GAMES or (around.words[-1] == "spring" and around.after in _SPRINGS))
    return around.before in _FALL_LEADS and around.words[0] in {"the", "early", "late"} and around.after != "of"


def _season_year(around: _Around) -> bool:
    """Not "the spring of 300 men": a year of three digits has nothing behind it that it could count."""
    known = len(around.words[-1]) != 3 or around.tags[-1] == TAG["YEAR4"]
    return known or around.next_tag not in (TAG["OTHER"], TAG["NAME"])


def _weekday(around: _Around) -> bool:
    """Not the name of a newspaper or of a day of its own: "the Sunday Herald", "Black Monday"."""
    named = around.before in _NAMED_DAYS or (around.before == "the" and around.next_tag == TAG["NAME"])
    return len(around.tags) > 1 or not named


def _is_in_name(around: _Around) -> bool:
    """Whether it stands with a capital beside a name: "USA Today", "the Daily Herald"."""
    before = around.tokens.tags[around.first - 1 : around.first]
    opens = around.first == 0 or before in (TAG["DOT"], TAG["BREAK"], TAG["QUOTE"])
    capital = around.tokens.words[around.last - 1][0].isupper()
    return capital and not opens and TAG["NAME"] in (before, around.next_tag)


def _no_name(around: _Around) -> bool:
    """Not a part of a name."""
    return not _is_in_name(around)


def _duration(around: _Around) -> bool:
    """Not "a second attack", "three quarters of the army", "some day", "60 miles an hour", "a decade-long war"."""
    words, last = around.words, around.tags[-1]
    if words[0] in {"a", "an"} and len(words) == 2 and around.after == "-" and around.word(around.last + 1) in _LENGTHS:
        return False
    if not _rate(around):
        return False
    if words[0] == "some" and last in (TAG["DAY"], TAG["UNIT"]):
        return False
    if last in (TAG["QUARTER"], TAG["QUARTERS"]):
        return TAG["YEAR4"] not in around.tags and not {"a", "an", "one", "three"}.intersection(words[:-1])
    return last != TAG["SECOND"]


def _rate(around: _Around) -> bool:
    """Not the speed of "60 miles an hour"."""
    return around.before not in _SPEEDS or around.words[0] not in {"a", "an", "per"} or around.tags[-1] != TAG["CLOCK"]


def _point_of_day(around: _Around) -> bool:
    """Noon, dawn and bare hours like 4:30 after a word that dates."""
    if TAG["POINTDAY"] not in around.tags and around.tags != TAG["CLOCKTIME"]:
        return True
    return around.before in _TIME_LEADS or around.after == "local" or around.next_tag in _DAY_TAGS


def _old_year(around: _Around) -> bool:
    """A number of three digits after "in": a year where nothing follows that it could count."""
    return not around.next_tag or around.next_tag in _AFTER_OLD_YEAR


def _counted(around: _Around) -> bool:
    """What is counted from the story's time ("two days before"), not from something ("two days before the vote")."""
    return around.words[-1] != "before" or not around.next_tag or around.next_tag in _CLOSES


def _units_on(around: _Around) -> bool:
    """Later, not "two days on the road": a comma, the end of the sentence or a subject follows."""
    return around.next_tag in (TAG["COMMA"], TAG["DOT"]) or around.after in {"he", "she", "they", "it"}


def _unit_out(around: _Around) -> bool:
    """The unit of "before the year was out" alone."""
    passed = around.after in {"was", "is"} and around.word(around.last + 1) in {"out", "over"}
    return around.before == "before" and passed


def _this_time(around: _Around) -> bool:
    """Not the adverb of "this time, he stayed"."""
    return around.before in _THIS_TIME_LEADS


def _story_day(around: _Around) -> bool:
    """The 14th day, not the 14th floor; also right before a verb: "on the 14th crossed the river"."""
    if around.before not in _DAY_LEADS:
        return False
    if around.before == "on" and around.after.endswith("ed") and around.next_tag == TAG["OTHER"]:
        return True
    return around.next_tag not in (TAG["OTHER"], TAG["NAME"]) or around.after in _PRONOUNS


def _decade(around: _Around) -> bool:
    """Not an age: "in her late sixties"."""
    return around.words[0] == "the" or TAG["ITS"] not in around.tokens.tags[max(0, around.first - 2) : around.first]


def _running_unit(around: _Around) -> bool:
    """Not the beginning of "in the year before", "in the year-ago quarter", "in the year of the flood"."""
    return around.next_tag not in _NO_UNIT_ENDS


def _half(around: _Around) -> bool:
    """The half of a year, not of a match or of anything else."""
    return around.before in {"in", "for", "during", "by", "until"} and around.next_tag in _CLOSES


def _soon(around: _Around) -> bool:
    """Not "as soon as", "too soon", "sooner or later"."""
    return around.before not in {"as", "too", "how", "so", "very"} and around.after not in {"after", "as", "enough"}


def _short_year(around: _Around) -> bool:
    """A year without its century after a word that dates."""
    return around.before in {"in", "of", "since", "until", "by", "from", "summer", "spring", "winter", "autumn"}


def _now(around: _Around) -> bool:
    """The present, not the present document nor the present-day town."""
    return around.words[-1] != "present" or around.next_tag not in (TAG["OTHER"], TAG["DASH"])


def _at_present(around: _Around) -> bool:
    """Not the verb: "to present a list"."""
    led = around.before == "to" or around.words[0] == "to"
    return not (led and around.words[-1] == "present" and around.next_tag in (TAG["A"], TAG["THE"], TAG["ITS"]))


def _recently(around: _Around) -> bool:
    """Not the comparison of "as recently as"."""
    return around.after != "as"


_GUARDS = {
    "may day": _may_day,
    "now": _now,
    "spoken day": _no_name,
    "adverb of sets": _no_name,
    "century": _no_name,
    "a unit": _rate,
    "per unit": _rate,
    "soon": _soon,
    "decade": _decade,
    "reported unit": _running_unit,
    "that half": _half,
    "recently": _recently,
    "day of the story": _story_day,
    "short year": _short_year,
    "year": _year,
    "day following": _following,
    "month following": _following,
    "year month day": _year_first,
    "year with days": _year_first,
    "years": _years,
    "month": _month,
    "month day": _month_day,
    "season": _season,
    "season year": _season_year,
    "weekday": _weekday,
    "duration": _duration,
    "half unit": _duration,
    "counted": _counted,
    "units later": _counted,
    "units on": _units_on,
    "at present": _at_present,
    "unit out": _unit_out,
    "clock": _point_of_day,
    "old year": _old_year,
    "that time": _this_time,
}
"""Rule -> what must hold for it."""
