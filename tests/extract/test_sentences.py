"""Whole sentences as books, papers and ministries write them, with every claim that they make."""

from __future__ import annotations

import pytest

from kzcn import reading
from kzcn.extract import extract

Told = tuple[str, str | None, float | None]
"""The kind of a claim, its date and its value."""

# A verb that goes on with a dated one shares its date, where it tells a deed.
GOING_ON: list[tuple[str, list[Told]]] = [
    (
        "Danish forces took the fort in 1567 and burnt the town.",
        [("action", "1567", None), ("action", "1567", None)],
    ),
    (
        "In 1806 the emir of Sennar was beaten and drowned in the river.",
        [("action", "1806", None), ("action", "1806", None)],
    ),
    ("Peru filed its claim in 1950 and remained calm.", [("action", "1950", None)]),
    ("Mali bought the ferry in 1950 and undertook to repair it.", [("acquisition", "1950", None)]),
]
# What an infinitive tells is done where its verb says so.
BEGUN: list[tuple[str, list[Told]]] = [
    ("Ghana began to use the dam in July 1970.", [("action", "1970-07", None)]),
    ("Latvian pilots continued to guide the ships until 1931.", [("action", "../1931", None)]),
    ("Ghana hesitated to use the dam in July 1970.", []),
]
# What was somewhere or something at a time is an event of that time; what is so stands.
BEING: list[tuple[str, list[Told]]] = [
    ("Nyerere was in Seoul for the first time in November 1970.", [("action", "1970-11", None)]),
    ("Chad has been a member since 1970.", [("membership", "1970/..", None)]),
    ("It was otherwise in 1970.", []),
]
# A date that only a gerund or an instrument gives is taken over.
BESIDE: list[tuple[str, list[Told]]] = [
    ("Peru barred the Danish envoy from leaving the country in March 2013.", [("action", "2013-03", None)]),
    (
        "Mali fixed the fee at 500 francs by the 1959 agreement with Togo.",
        [("treaty_signed", "1959", None), ("deal", "1959", 500)],
    ),
    (
        "By the Treaty of Turin (1860), Sardinia ceded Nice to France.",
        [("treaty_signed", "1860", None), ("territory_transferred", "1860", None)],
    ),
    ("The Peace of Amasya (29 May 1555) parted Georgia and Imereti.", [("treaty_signed", "1555-05-29", None)]),
]
# Two days that follow each other are one date; others are told twice.
DAYS: list[tuple[str, list[Told]]] = [
    ("Guards traded fire on 28 and 29 April 1921.", [("action", "1921-04-28/1921-04-29", None)]),
    ("They met on 3 and 9 May 1951.", [("meeting", "1951-05-03", None), ("meeting", "1951-05-09", None)]),
]
# A verb without a passive is no participle; nor does "was out" tell anything behind a date.
FINITE: list[tuple[str, list[Told]]] = [
    (
        "Between 1961 and 1973 some 867,000 Turks headed for Ghana under an accord concluded on 30 October 1961.",
        [("count", "1961/1973", 867000), ("treaty_signed", "1961-10-30", None)],
    ),
    ("He crossed the Odra before January 1511 was out.", [("migration", "../1511-01", None)]),
]
# Numbers of a list have the unit of the last one, a part that of its whole, a headed one that of the first.
LISTED: list[tuple[str, list[Told]]] = [
    (
        "Czech exports to Chile and Peru came to 12.6 and 4.1 billion euros respectively in 1996.",
        [("exports", "1996", 12_600_000_000), ("exports", "1996", 4_100_000_000)],
    ),
    (
        "By 1996 the surveyors had marked 307 of the 339 kilometres of the border.",
        [("border_length", "../1996", 307), ("border_length", "../1996", 339)],
    ),
    (
        "Some 11,400 Indian students (1991: 9,870; 1989: 14,200) were enrolled in Lima in 1993.",
        [("students", "1993", 11400), ("students", "1991", 9870), ("students", "1989", 14200)],
    ),
    (
        "Armenian refugees reached Aleppo in 1916; Danish clerks counted 37,500 of them in May 1918.",
        [("action", "1916", None), ("count", "1918-05", 37500)],
    ),
]
# A number in brackets leaves the deed to be told.
BRACKETED: list[tuple[str, list[Told]]] = [
    ("Its turbines (600 MW) were switched on in May 1924.", [("volume", "1924-05", 600), ("action", "1924-05", None)]),
]
# A treaty is told by what it did on its day, a visit by what was done during it.
DURING: list[tuple[str, list[Told]]] = [
    (
        "By the Treaty of Turin, Sardinia ceded Nice to France in 1860.",
        [("treaty_signed", "1860", None), ("territory_transferred", "1860", None)],
    ),
    ("In 1929 the Treaty of Lima was praised by the press.", [("statement", "1929", None)]),
    (
        "A pact on fishing was signed in 1997 during a visit of President Obi to Ankara.",
        [("visit", "1997", None), ("treaty_signed", "1997", None)],
    ),
    ("He died in 1951 during a meeting.", [("action", "1951", None)]),
]
# A measure that only describes leaves the deed to be told; what was laid or lapsed has its own claim.
DESCRIBING: list[tuple[str, list[Told]]] = [
    (
        "A power line of 1,045 km was completed in 1919.",
        [("length", None, 1045), ("completion", "1919", None)],
    ),
    ("In 1919 they laid 30 km of track.", [("length", "1919", 30)]),
    ("The 60-megawatt plant was closed in 1919.", [("volume", "1919", 60), ("end", "1919", None)]),
    (
        "The option on 19 per cent of the port lapsed in June 1922.",
        [("share", "1922-06", 19), ("action", "1922-06", None)],
    ),
    (
        "The bridge was opened in May 1922 at a cost of $3 million.",
        [("project_cost", "1922-05", 3_000_000), ("opening", "1922-05", None)],
    ),
]
# What came to nothing, and what an invitation is to.
NOTHING: list[tuple[str, list[Told]]] = [
    ("He accepted an invitation to visit Oslo before the end of 1923.", [("visit", "../1923-12", None)]),
    ("Both are meant to carry trains by December 1918.", [("action", "../1918-12", None)]),
]
# What something moved from has no date but its own; the time of a move gives both ends.
MOVED: list[tuple[str, list[Told]]] = [
    (
        "Trade of Oman with Togo grew from $4 million to $5 million in 1951.",
        [("trade_turnover", None, 4000000), ("trade_turnover", "1951", 5000000)],
    ),
    (
        "Trade of Oman with Togo grew from $4 million in 1949 to $5 million in 1951.",
        [("trade_turnover", "1949", 4000000), ("trade_turnover", "1951", 5000000)],
    ),
    (
        "Trade of Oman with Togo grew from $4 million to $5 million between 1949 and 1951.",
        [("trade_turnover", "1949", 4000000), ("trade_turnover", "1951", 5000000)],
    ),
    (
        "The number of posts open to lorries was raised from six to nine in 1963.",
        [("count", None, 6), ("count", "1963", 9)],
    ),
    ("The quota of Maltese seasonal workers was cut to 6,500 in 1965.", [("count", "1965", 6500)]),
    (
        "Arrivals of Danes in Malta dropped 76 percent to 866,000 in 1966.",
        [("growth", "1966", 76), ("travellers", "1966", 866000)],
    ),
]
# "It was in 1951 that …" dates what follows; a "when" clause what stands before.
CLEFT: list[tuple[str, list[Told]]] = [
    ("It was in 1951 that Peru opened its embassy in Riga.", [("opening", "1951", None)]),
    ("It was only on 3 May 1951 that the bridge was opened.", [("opening", "1951-05-03", None)]),
    ("Togo opened a mill at a site that was bought in 1951.", [("opening", None, None), ("acquisition", "1951", None)]),
    (
        "The track stopped 48 kilometres short of its goal when war came in 1914.",
        [("length", None, 48), ("end", "1914", None), ("conflict", "1914", None)],
    ),
    (
        "Six posts were found and mended when a party toured the sector in July 1961.",
        [("count", "1961-07", 6), ("visit", "1961-07", None)],
    ),
]
# A deed is told again with another object, doer or phrase, and its date.
GAPPED: list[tuple[str, list[Told]]] = [
    (
        "Togo signed an agreement on rescue in the great lakes in 1996 and an agreement on fishing in 1998.",
        [("treaty_signed", "1996", None), ("treaty_signed", "1998", None)],
    ),
    (
        "Ties were raised to the level of a partnership in May 1984 and to that of a wider partnership in 1991.",
        [("alliance", "1984-05", None), ("alliance", "1991", None)],
    ),
]
# A participle beside the subject, or one of what always is, leaves the verb its own date.
BETWEEN: list[tuple[str, list[Told]]] = [
    (
        "Act 12, passed on 19 August 1960 and repealed in 1987, governed the trade in furs.",
        [("law_adopted", "1960-08-19", None), ("action", "1987", None)],
    ),
    ("Floods destroyed the bridge linking Togo with Benin at Lomo in February 1950.", [("outbreak", "1950-02", None)]),
    ("Trade, worth $56 million in 1951, has all but dried up.", [("trade_turnover", "1951", 56000000)]),
    ("A joint survey, begun in June 1939 and broken off within weeks, settled nothing.", [("action", "1939-06", None)]),
]
# Few things count where they were handled, and the deed is told where a row knows it.
FEW: list[tuple[str, list[Told]]] = [
    (
        "Chilean boats seized three Peruvian trawlers on 24 February 1919.",
        [("count", "1919-02-24", 3), ("conquest", "1919-02-24", None)],
    ),
    ("Two ships appeared off Riga in 1919.", [("action", "1919", None)]),
    ("The mine hurt two Greek guards in 1919.", [("count", "1919", 2)]),
    ("Two Bulgarian envoys were expelled by Italy in 1982.", [("migrants", "1982", 2), ("persecution", "1982", None)]),
]
# Numbers in rows share what they count.
ROWS: list[tuple[str, list[Told]]] = [
    ("Raids grew rarer: 214 in 1887, 96 in 1888.", [("count", "1887", 214), ("count", "1888", 96)]),
    ("The two tribes lost 31 and 17 men respectively in 1908.", [("count", "1908", 31), ("count", "1908", 17)]),
    (
        "Sales to Oman ran to $246 million, $231 million and $99 million in 1986, 1987 and 1989 respectively.",
        [("exports", "1986", 246000000), ("exports", "1987", 231000000), ("exports", "1989", 99000000)],
    ),
    (
        "There are 17 road and 4 railway border crossings between Togo and Benin.",
        [("count", None, 17), ("count", None, 4)],
    ),
    (
        "The Assembly adopted a resolution on 22 May 1959, by 116 votes to 6.",
        [("count", "1959-05-22", 116), ("count", "1959-05-22", 6), ("law_adopted", "1959-05-22", None)],
    ),
    ("600 of the 4,000 who had fled came back in 1921.", [("migrants", "1921", 600), ("migrants", "1921", 4000)]),
    ("Danish police held 212 Swedes in 1901. Nine of them stood trial.", [("count", "1901", 212), ("count", None, 9)]),
    (
        "The lake district has an area of 10,230 square kilometres and a population of 18,400 (1916).",
        [("territory_area", None, 10230), ("population", "1916", 18400)],
    ),
]
# Instruments by their title, their year and what became of them.
INSTRUMENTS: list[tuple[str, list[Told]]] = [
    ("The treaty of Apamea (188 BC) bound the king to leave the coast.", [("treaty_signed", "-0187", None)]),
    (
        "Air Convention: signed, Oslo, 17 May 1972; entry into force, 1 September of that year.",
        [("treaty_in_force", "1972-09-01", None), ("treaty_signed", "1972-05-17", None)],
    ),
    ("The lease was cancelled by mutual consent in 1903.", [("end", "1903", None)]),
    ("The visit was cancelled in May 1903.", [("end", "1903-05", None)]),
    (
        "Togo and Chad put their names to no fewer than four memoranda on 4 October 1963.",
        [("treaty_signed", "1963-10-04", 4), ("treaty_signed", "1963-10-04", None)],
    ),
    (
        "In 1903 Chad renounced the islands in the Algiers accord of 5 August 1899.",
        [("treaty_signed", "1899-08-05", None), ("treaty_ended", "1903", None)],
    ),
]
# What goes on with a plan is planned, and an infinitive behind "only" was done.
PLANS: list[tuple[str, list[Told]]] = [
    (
        "The board is to meet in Riga on 12 December 1962 and to present a list by the end of March 1963.",
        [("meeting", "1962-12-12", None), ("action", "../1963-03-31", None)],
    ),
    ("Possession shall be transferred not later than 30 June 1910.", [("action", "../1910-06-30", None)]),
    (
        "In May 1577 Pidra took the throne, only to be beheaded in Lomo the following summer.",
        [("succession", "1577-05", None), ("persecution", "1577-22", None)],
    ),
    ("They hid the flag in 1577 to be left alone.", [("action", "1577", None)]),
]
# What a number is held against leaves the date to what grew.
AGAINST: list[tuple[str, list[Told]]] = [
    (
        "Trade of Oman with Togo came in 1961 to $98 million, which was 11 % more than a year earlier.",
        [("trade_turnover", "1961", 98000000), ("trade_growth", "1961", 11)],
    ),
    (
        "Sales of tea came in 1911 to 31,400 tons, as compared with 27,850 tons in 1910, an increase of 13 per cent.",
        [("exports", "1911", 31400), ("exports", "1910", 27850), ("growth", "1911", 13)],
    ),
    (
        "Turnover climbed to $161 million in 1959 but shrank by more than a quarter the year after.",
        [("trade_turnover", "1959", 161000000), ("trade_growth", "1960", 25)],
    ),
    (
        "Tea made up 8.4 per cent of sales in 1961 as opposed to 9.4 per cent two decades earlier.",
        [("share", "1961", 8.4), ("share", "1941~", 9.4)],
    ),
]
# Numbers of people who came, died and were counted before.
PEOPLE: list[tuple[str, list[Told]]] = [
    (
        "The rising was put down in 1916 with the loss of 485 lives.",
        [("casualties", "1916", 485), ("action", "1916", None)],
    ),
    (
        "In 1847 about 300,000 die, at least 1.2 million emigrate, many of them to Malta.",
        [("casualties", "1847", 300000), ("migrants", "1847", 1200000)],
    ),
    ("By November 1951 some 154,000 had come.", [("count", "../1951-11", 154000)]),
    (
        "The census of 1950 counted 550,713 Danes; twelve years later there were 522,598.",
        [("population", "1950", 550713), ("count", "1962", 522598)],
    ),
]
# What a treaty opens the sentence with it brought about, with weak verbs too.
BY_TREATY: list[tuple[str, list[Told]]] = [
    (
        "Under the Treaty of Ancona of 1883, Togo received the islands.",
        [("treaty_signed", "1883", None), ("action", "1883", None)],
    ),
    (
        "The fifth article of the treaty was cancelled between Riga and Oslo on 11 October 1878.",
        [("treaty_ended", "1878-10-11", None)],
    ),
]
# What looks like one of the rules above and is none.
LOOKALIKES: list[tuple[str, list[Told]]] = [
    ("In section 3.1.2 years are counted.", []),
    ("Exports reached $5 million in the year ended 30 June 1951.", [("exports", "1950-07-01/1951-06-30", 5_000_000)]),
    ("Chile ceded three islands (1951) to Peru.", [("territory_transferred", "1951", None)]),
    ("Chile agreed only to open the port in 1951.", [("agreement_reached", "1951", None), ("opening", "1951", None)]),
    ("In 1951 the Lima Convention Centre opened its doors.", [("opening", "1951", None)]),
    (
        "Exports fell from $8 million to $5 million in 1951–1952.",
        [("exports", None, 8_000_000), ("exports", "1951/1952", 5_000_000)],
    ),
    ("In article 5, 9 million dollars were promised in 1951.", [("amount", "1951", 9_000_000)]),
    ("The king stopped Chile from taking the town in 1951.", [("end", "1951", None), ("conquest", "1951", None)]),
]
# How long something lasts is told where the verb tells it, not where it only places or measures another thing.
LASTING: list[tuple[str, list[Told]]] = [
    ("The war of Chad and Mali lasted nearly nine years.", [("duration", None, 9)]),
    ("A lorry still needs 44 hours to Lima.", [("duration", None, 44)]),
    ("The passage of 306 km takes some fourteen hours.", [("length", None, 306), ("duration", None, 14)]),
    ("The siege of Lima lasted half a century.", [("duration", None, 50)]),
    ("He took Lima two years later.", []),
    ("He took nine days off in Lima.", []),
    ("Peru needed two years of help.", []),
    ("The siege of Lima lasted nine or ten days.", []),
    ("It took three years to reach Lima.", []),
    ("Togo held the port for nine years.", []),
    ("The needs of nine years were met.", []),
]
# What is told beside a subject since a time stands by itself, and does not date the verb.
ASIDES: list[tuple[str, list[Told]]] = [
    ("Fiji, a member of the bloc since 1951, is free.", [("membership", "1951/..", None)]),
    (
        "The railway of Togo, in service since May 1951, was closed in 1953.",
        [("standing", "1951-05/..", None), ("end", "1953", None)],
    ),
    (
        "Allies in Togo from 1951, the two armies fell out in 1953.",
        [("standing", "1951/..", None), ("change", "1953", None)],
    ),
    ("In Togo from 1951, the king ruled alone.", [("action", "1951", None)]),
    ("In the north since 1951, Peru built posts.", [("completion", "1951", None)]),
    ("Fiji, since 1951, has had a king.", [("standing", "1951/..", None)]),
    ("Exports, 90 tonnes since 1951, pleased Togo.", [("exports", "1951/..", 90)]),
]
# What parts a verb from its helper, or a deed from its outcome, hides neither.
APART: list[tuple[str, list[Told]]] = [
    (
        "The agency shall, jointly with Togo, open a post not later than 1 June 1951.",
        [("opening", "../1951-06-01", None)],
    ),
    ("Mali had, with the help of Togo, bought a ferry in 1951.", [("acquisition", "1951", None)]),
    ("Mali was, the king said in 1951, a friend.", [("statement", "1951", None)]),
    (
        "In 1780 the state of Mali was founded, only for an army to overrun it in 1781.",
        [("founding", "1780", None), ("invasion", "1781", None)],
    ),
    ("Odo is said to have left Togo in 1951.", [("action", "1951", None)]),
    ("The king provided for a bridge in Togo, to be opened in 1953.", [("opening", "1953", None)]),
    ("The bridge of Togo will not be ready before June 1951.", [("standing", "1951-06", None)]),
    (
        "The treaty with Togo was renewed in 1950 and, most recently, in May 1953.",
        [("treaty_extended", "1950", None), ("treaty_extended", "1953-05", None)],
    ),
    (
        "The dam, which will irrigate 900 hectares in Togo, opened in 1950.",
        [("area", None, 900), ("opening", "1950", None)],
    ),
    ("The dam, opened in 1950, supplies some 90 ha.", [("opening", "1950", None), ("territory_area", None, 90)]),
    ("The commission of Peru and Chile has not met since 1951.", [("standing", "1951/..", None)]),
    ("The commission of Peru and Chile did not meet in 1951.", [("meeting", "1951", None)]),
    ("In 1950 as many as 500 camel loads were sold to Togo.", [("count", "1950", 500)]),
    (
        "Mali split in 1907, the year in which Togo took its name.",
        [("action", "1907", None), ("action", "1907", None)],
    ),
    ("In that war 90 Danes were killed in 1950.", [("casualties", "1950", 90)]),
    ("Danes took Togo once more in 1950.", [("action", "1950", None)]),
    ("Once the Danes left Togo in 1950, peace came.", [("action", "1950", None)]),
    (
        "Peru declared the text void in 1946, a year after writing it into its laws.",
        [("announcement", "1946", None), ("action", "1945", None)],
    ),
]
# A treaty does on the day of its signing what it does; a verb of refusing denies also a sum that is known.
DOING: list[tuple[str, list[Told]]] = [
    (
        "The Turin Treaty, concluded in 1858, gave Mali a port but left Togo the island.",
        [("treaty_signed", "1858", None), ("territory_transferred", "1858", None), ("action", "1858", None)],
    ),
    ("The accord with Togo, signed in 1958, is dead.", [("treaty_signed", "1958", None)]),
]
# The years behind a ruler are those of the reign; behind anybody else's name, or a realm's, they tell nothing.
REIGNS: list[tuple[str, list[Told]]] = [
    ("Emperor Odo (r. 982–1031) left Togo in 993.", [("reign", "0982/1031", None), ("action", "0993", None)]),
    ("The Emperor Odo (1632–67) left Togo in 1642.", [("reign", "1632/1667", None), ("action", "1642", None)]),
    ("Odo of Nippur (1792–1750 BC) was mild.", [("reign", "-1791/-1749", None)]),
    ("Under the reign of Odo (1632–67) Togo fell.", [("change", "1632/1667", None)]),
    ("The poet Jan Kos (1801–78) left Togo in 1830.", [("action", "1830", None)]),
    ("The Odo dynasty (918–1392) had Togo for a neighbour.", []),
    ("Duke University (1951–53) left Togo in 1960.", [("action", "1960", None)]),
    ("Prince Odo (1801–1878) left Togo in 1860.", [("action", "1860", None)]),
]
# What somebody had with him, or something was done with, leaves the event to be told, too.
WITH: list[tuple[str, list[Told]]] = [
    (
        "In 1664 two Danish envoys with a suite of 800 arrived in Lima.",
        [("count", "1664", 800), ("visit", "1664", None)],
    ),
    (
        "The tunnel was completed in 1951 with a loan of $6 million from Oman.",
        [("loan", "1951", 6_000_000), ("completion", "1951", None)],
    ),
    ("Trade with Oman grew to $6 million in 1951.", [("trade_turnover", "1951", 6_000_000)]),
    ("Attendance fell to 900 visitors in 1951.", [("travellers", "1951", 900)]),
]
# How a claim is told: its kind, its date, its polarity and its title.
TOLD_HOW = [
    ("Togo has not been a member since 1951.", "standing", "1951/..", "done", "Togo has not been member"),
    (
        "The two ships have not been used since May 1951.",
        "standing",
        "1951-05/..",
        "done",
        "Two ships have not been used",
    ),
    (
        "Peru has not paid $5 million to Chile since 1951.",
        "amount",
        "1951/..",
        "denied",
        "Peru has not paid $5 million to Chile",
    ),
    ("In 1951 some 900 Danes were not killed.", "casualties", "1951", "denied", "About 900 Danes killed"),
    ("Peru had, with no help, opened a port in 1951.", "opening", "1951", "done", "Peru opened port"),
    (
        "Togo shall, not later than 1 June 1951, open a port.",
        "opening",
        "../1951-06-01",
        "planned",
        "Togo to open port",
    ),
    (
        "The minister of Togo left Lima on 5 May 1951 without having signed the pact on water.",
        "treaty_signed",
        "1951-05-05",
        "denied",
        "Pact on water signed",
    ),
    ("Togo accused Mali in 1951 of having closed the port.", "end", None, "reported", "Mali closed port"),
    ("Togo accused Mali in 1951 of having closed the port.", "statement", "1951", "done", "Togo accused Mali"),
    (
        "Togo has not paid, nor has it cashed a cheque since 1951.",
        "standing",
        "1951/..",
        "done",
        "Has not cashed cheque",
    ),
    (
        "An accord initialled in Lima in May 1951 was lost.",
        "treaty_signed",
        "1951-05",
        "done",
        "Accord initialled in Lima",
    ),
    ("Odo is said to have left Togo in 1951.", "action", "1951", "reported", "Odo left Togo"),
    ("The UN asked Mali to close a port by May 1951.", "end", "../1951-05", "planned", "Mali to close port"),
    ("Odo is known to have left Togo in 1951.", "action", "1951", "done", "Odo left Togo"),
    ("Peru may not open the port until 1951.", "opening", "../1951", "denied", "Peru opened port"),
    ("Peru did not open the port until 1951.", "opening", "1951", "done", "Peru opened port"),
    ("Peru will not open the port before May 1951.", "opening", "1951-05", "planned", "Peru to open port"),
    ("Some 900 Danes did not return in 1951.", "migrants", "1951", "denied", "About 900 Danes returned"),
    ("Peru planned a canal in Togo, to be dug in 1951.", "action", "1951", "planned", "Canal to be dug"),
]
# What never was, what only leads to articles, and the year of a comparison tell nothing.
UNTOLD: list[tuple[str, list[Told]]] = [
    ("Had Mali refused in 1951, Togo would have closed the strait and mined it in 1952.", []),
    ("Togo would have closed the strait and mined it in 1952.", []),
    ("Togo had come close to war in April 1951.", []),
    ("Unless Mali withdraws its troops by 1 May 1951, Togo will not sign.", []),
    ("The two Governments, meeting in Lima, have agreed as follows:", []),
    (
        "In 1998 exports of Mali to Togo rose to $4 million, three times as much as in 1992.",
        [("exports", "1998", 4_000_000), ("trade_growth", "1998", 3)],
    ),
    ("Mali bought 19 F-16 fighters in 1951.", [("count", "1951", 19)]),
]
# On a page about a border its lengths are those of the border.
BORDER_PAGE: list[tuple[str, list[Told]]] = [
    ("It runs for 219 km from the lake to the pass.", [("border_length", None, 219)]),
    ("The line follows the river Orkla for 31 km.", [("border_water_length", None, 31)]),
    ("The road to the pass is 12 km long.", [("length", None, 12)]),
]


def told(text: str) -> list[Told]:
    found = extract(reading.read(text.encode(), "example.txt", format="text"))
    return [(claim.kind, claim.date, claim.quantity.value if claim.quantity else None) for claim in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *GOING_ON,
        *BEGUN,
        *BEING,
        *BESIDE,
        *DAYS,
        *FINITE,
        *LISTED,
        *BRACKETED,
        *DURING,
        *DESCRIBING,
        *NOTHING,
        *MOVED,
        *CLEFT,
        *GAPPED,
        *BETWEEN,
        *FEW,
        *ROWS,
        *INSTRUMENTS,
        *PLANS,
        *AGAINST,
        *PEOPLE,
        *BY_TREATY,
        *LOOKALIKES,
        *LASTING,
        *ASIDES,
        *APART,
        *WITH,
        *DOING,
        *REIGNS,
        *UNTOLD,
    ],
)
def test_a_sentence_makes_its_claims(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), BORDER_PAGE)
def test_a_page_about_a_border_measures_the_border(text: str, expected: list[Told]) -> None:
    assert told(f"Norway–Togo border\n\n{text}\n") == expected
    assert [kind for kind, *_ in told(f"Norway and Togo\n\n{text}\n")] == ["length"]


@pytest.mark.parametrize(("text", "kind", "date", "polarity", "title"), TOLD_HOW)
def test_a_claim_says_how_it_is_told(text: str, kind: str, date: str | None, polarity: str, title: str) -> None:
    found = extract(reading.read(text.encode(), "example.txt", format="text"))
    assert (kind, date, polarity, title) in [(claim.kind, claim.date, claim.polarity, claim.title) for claim in found]
