"""The words of time in English, Russian months beside them: each tag names the words that play one part in the grammar.

A word has one tag. Words that count only with a capital (months that are also verbs, abbreviations) stand in `CAPITAL`.
"""

from __future__ import annotations

__all__ = [
    "CAPITAL",
    "CARDINALS",
    "HOLIDAYS",
    "MONTHS",
    "ORDINALS",
    "PARTS_OF_DAY",
    "REIGNED",
    "RULERS",
    "SEASONS",
    "TAGS",
    "UNITS",
    "WEEKDAYS",
]


def word_set(words: str) -> frozenset[str]:
    """The words of a line, parted by blanks."""
    return frozenset(words.split())


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    """Number the groups of a list; words of one group are joined by a bar."""
    return {word: number for number, group in enumerate(words.split(), first) for word in group.split("|")}


_ENGLISH_MONTHS = "january february march april may june july august september october november december"
_SHORT_MONTHS = "jan feb mar apr may jun jul aug sep|sept oct nov dec"
_RUSSIAN_MONTHS = (
    "января|январь|январе февраля|февраль|феврале марта|март|марте апреля|апрель|апреле мая|май|мае июня|июнь|июне"
    " июля|июль|июле августа|август|августе сентября|сентябрь|сентябре октября|октябрь|октябре"
    " ноября|ноябрь|ноябре декабря|декабрь|декабре"
)

MONTHS = {**_numbered(_ENGLISH_MONTHS), **_numbered(_SHORT_MONTHS), **_numbered(_RUSSIAN_MONTHS)}
WEEKDAYS = {
    **_numbered("monday|mondays tuesday|tuesdays wednesday|wednesdays thursday|thursdays friday|fridays"),
    **_numbered("saturday|saturdays sunday|sundays", 6),
    **_numbered("mon tue|tues wed|weds thu|thur|thurs fri sat sun"),
}
SEASONS = {
    **dict.fromkeys(("spring", "springtime", "springs"), "SP"),
    **dict.fromkeys(("summer", "summertime", "summers", "midsummer"), "SU"),
    **dict.fromkeys(("autumn", "fall", "autumns"), "FA"),
    **dict.fromkeys(("winter", "wintertime", "winters", "midwinter"), "WI"),
}
CARDINALS = {
    **_numbered("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"),
    **_numbered("seventeen eighteen nineteen", 17),
    **dict(
        zip(
            ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
            range(20, 100, 10),
            strict=True,
        )
    ),
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
ORDINALS = {
    **_numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"),
    **_numbered("fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", 14),
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
}
UNITS = {
    **{name: name for name in ("day", "week", "month", "year", "decade", "century", "millennium", "quarter", "season")},
    **{name: name for name in ("hour", "minute", "second", "weekend", "fortnight", "night")},
    **{name + "s": name for name in ("day", "week", "month", "year", "decade", "quarter", "season", "night")},
    **{name + "s": name for name in ("hour", "minute", "second", "weekend", "fortnight")},
    "centuries": "century",
    "millennia": "millennium",
}
PARTS_OF_DAY = {
    **dict.fromkeys(("morning", "mornings", "dawn", "daybreak", "sunrise"), "TMO"),
    **dict.fromkeys(("afternoon", "afternoons"), "TAF"),
    **dict.fromkeys(("evening", "evenings", "dusk", "sunset", "nightfall"), "TEV"),
    **dict.fromkeys(("night", "nights", "overnight", "tonight"), "TNI"),
    **dict.fromkeys(("noon", "midday"), "T12:00"),
    "midnight": "T24:00",
}
REIGNED = word_set("r reigned ruled")
"""What stands before the years of a reign: "(r. 1279–1213 BC)", "who ruled from 702 to 715"."""
RULERS = word_set("king queen emperor empress pharaoh shah sultan khan caliph tsar czar emir prince duke")
HOLIDAYS = {"christmas": (12, 25), "halloween": (10, 31), "easter": None, "thanksgiving": None}
"""Month and day; None where the day changes with the year."""

TAGS = {
    "MONTH": "january february april june july august september october november december",
    "MAYMARCH": "may march",
    "MON": "jan feb mar apr jun jul aug sep sept oct nov dec",
    "RUMONTH": _RUSSIAN_MONTHS.replace("|", " "),
    "RUYEAR": "год года году",
    "RUY": "г",
    "WEEKDAY": "monday tuesday wednesday thursday friday saturday sunday",
    "WEEKDAYS": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "WKD": "mon tue tues wed weds thu thur thurs fri sat sun",
    "SEASON": "spring summer autumn winter springtime summertime wintertime midsummer midwinter",
    "FALL": "fall",
    "CARD": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen",
    "ONE": "one",
    "TENS": "twenty thirty forty fifty sixty seventy eighty ninety",
    "HUNDRED": "hundred thousand million billion",
    "MANY": "hundreds thousands dozens",
    "ORDWORD": "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth",
    "FIRST": "first",
    "SECOND": "second",
    "DAY": "day",
    "DAYS": "days",
    "UNIT": "week month year decade century millennium fortnight",
    "UNITS": "weeks months years decades centuries millennia fortnights",
    "CLOCK": "hour minute",
    "CLOCKS": "hours minutes seconds",
    "WEEKEND": "weekend",
    "WEEKENDS": "weekends",
    "QUARTER": "quarter",
    "QUARTERS": "quarters",
    "SEASONWORD": "season",
    "HALF": "half",
    "PARTDAY": "morning afternoon evening night",
    "PARTDAYS": "mornings afternoons evenings nights",
    "POINTDAY": "noon midday midnight dawn daybreak sunrise sunset dusk nightfall",
    "OVERNIGHT": "overnight",
    "TODAY": "today",
    "YESTERDAY": "yesterday",
    "TOMORROW": "tomorrow",
    "TONIGHT": "tonight",
    "RIGHT": "right",
    "NOW": "now currently nowadays presently",
    "CURRENT": "current",
    "RECENTLY": "recently lately",
    "RECENT": "recent",
    "FORMER": "former",
    "FUTURE": "future",
    "NEAR": "near foreseeable immediate distant",
    "SOON": "soon",
    "PAST": "past",
    "EARLY": "early",
    "EARLIER": "earlier previously",
    "LATE": "late",
    "LATER": "later",
    "MID": "mid",
    "MIDDLE": "middle midst",
    "EDGE": "beginning start end close onset outset turn",
    "REST": "rest remainder course",
    "PART": "part parts stages phase",
    "NEXT": "next",
    "COMING": "coming upcoming",
    "LAST": "last latest",
    "LATTER": "latter",
    "FOLLOWING": "following subsequent ensuing succeeding",
    "PREVIOUS": "previous preceding prior",
    "FINAL": "final opening closing intervening",
    "THIS": "this",
    "THAT": "that",
    "THESE": "these those",
    "SAME": "same very",
    "AGO": "ago",
    "BEFORE": "before",
    "AFTER": "after",
    "AFTERWARDS": "afterwards afterward thereafter",
    "HENCE": "hence",
    "FEW": "few",
    "SEVERAL": "several numerous many",
    "COUPLE": "couple dozen",
    "EVERY": "every each",
    "PER": "per",
    "DAILY": "daily hourly weekly monthly yearly annually quarterly nightly",
    "ANNUAL": "annual",
    "EVERYDAY": "everyday",
    "LONG": "long lasting",
    "OLD": "old",
    "AGE": "age aged",
    "FISCAL": "fiscal financial academic school",
    "FY": "fy",
    "TIME": "time",
    "MOMENT": "moment",
    "PRESENT": "present",
    "DATEWORD": "date",
    "THEN": "then",
    "ELSE": "other",
    "ZONE": "gmt utc est edt cst cdt mst mdt pst pdt bst cet",
    "WHOLE": "full bloody consecutive straight short good whole additional further entire calendar working",
    "PERIOD": "period",
    "CIRCA": "c ca circa",
    "ABOUT": "about approximately",
    "AROUND": "around",
    "ALMOST": "almost nearly roughly",
    "OVER": "over under",
    "MORE": "more less fewer",
    "THAN": "than",
    "LEAST": "least most",
    "SOME": "some",
    "SOMETIME": "sometime",
    "IN": "in",
    "ON": "on",
    "AT": "at",
    "BY": "by",
    "OF": "of",
    "TO": "to",
    "FOR": "for",
    "FROM": "from",
    "UNTIL": "until till through thru",
    "SINCE": "since",
    "BETWEEN": "between",
    "DURING": "during throughout within",
    "AND": "and",
    "OR": "or",
    "AS": "as",
    "THE": "the",
    "A": "a an",
    "ONCE": "once twice thrice",
    "ITS": "his her its their our my your whose",
    "OCLOCK": "o'clock o’clock",
    "AMPM": "am pm a.m. p.m. a.m p.m",
    "ERA": "bc bce ce b.c. b.c.e. c.e. ad a.d.",
    "DECADEWORD": "twenties thirties forties fifties sixties seventies eighties nineties",
    "HOLIDAY": "christmas easter thanksgiving halloween",
    "EVE": "eve",
    "REGNAL": "regnal",
    "NEW": "new",
}
"""Tag -> its words, in small letters."""

CAPITAL = word_set(
    "may march august jan feb mar apr jun jul aug sep sept oct nov dec"
    " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun"
    " bc bce ce ad gmt utc est edt cst cdt mst mdt pst pdt bst cet easter christmas"
)
"""Words that count only with a capital."""
