"""The rules by which findings are made, in one table: code, name, verdict, what it means, and an example."""

from dataclasses import dataclass
from datetime import date

from discrepancy.judge.ladder import LADDER
from discrepancy.model import Verdict


@dataclass(frozen=True, slots=True)
class Said:
    """What a report of the day *published* says; *figure* is the part of its *text* that the rule looks at."""

    text: str
    figure: str
    published: date = date(2031, 3, 7)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, by the *code* that people read and the *name* that machines do, and reports to which it applies."""

    code: str
    name: str
    verdict: Verdict
    means: str
    example: tuple[Said, ...]


WITHIN_ONE_REPORT = (
    ("I501", Verdict.CONFLICT, "Two figures that a report gives for one amount are no conversion of each other."),
    ("I502", Verdict.CONFLICT, "A weekday does not fit its date."),
    ("U202", Verdict.UPDATE, "A report gives a value and the one that it gave before."),
    ("I503", Verdict.CONFLICT, "A report gives two values of one fact."),
    ("I504", Verdict.CONFLICT, "A length does not fit the dates that it is told with."),
    ("I505", Verdict.CONFLICT, "Two clocks given for one moment cannot both be right."),
    ("I506", Verdict.CONFLICT, "The parts of a whole come to more than the whole."),
)

_SHOWN: dict[str, tuple[str, *tuple[Said, ...]]] = {
    "A101": (
        "SameValue",
        Said("The longer bridge is 20 kilometres from the border.", "20 kilometres"),
        Said("It is 20 km from the border to the longer bridge.", "20 km"),
    ),
    "U201": (
        "GrowingCount",
        Said("The storm killed 12 people in the harbour town.", "12 people"),
        Said("The storm killed 19 people in the harbour town.", "19 people", date(2031, 3, 9)),
    ),
    "C301": (
        "DifferenceExplained",
        Said("The longer bridge is 20 kilometres from the border.", "20 kilometres"),
        Said("The longer bridge is 12 miles from the border.", "12 miles"),
    ),
    "C302": (
        "NotAsserted",
        Said("The bridge cost $20 million.", "$20 million"),
        Said("The bridge could cost $30 million.", "$30 million"),
    ),
    "C303": (
        "DoubtfulDate",
        Said("The bridge was shut on Tuesday.", "Tuesday"),
        Said("The bridge was shut at midnight on Thursday.", "midnight on Thursday"),
    ),
    "C304": (
        "OtherScope",
        Said("The harbour bridge has an average height of 4 metres.", "4 metres"),
        Said("The harbour bridge has a maximum height of 7 metres.", "7 metres"),
    ),
    "C305": (
        "VagueCount",
        Said("The storm killed 12 people in the harbour town.", "12 people"),
        Said("The storm killed several people in the harbour town.", "several people"),
    ),
    "C306": (
        "LastsForDays",
        Said("The ministers met in Port Grey on Tuesday.", "Tuesday"),
        Said("The ministers met in Port Grey on Wednesday.", "Wednesday"),
    ),
    "C307": (
        "OtherMoment",
        Said("Shares in Grey Harbour closed at $20.", "$20"),
        Said("Shares in Grey Harbour closed at $27.", "$27", date(2031, 3, 17)),
    ),
    "C308": (
        "BirthdayBetween",
        Said("Anna Berg, 41, runs the harbour.", "41"),
        Said("Anna Berg, 42, runs the harbour.", "42", date(2031, 7, 17)),
    ),
    "D402": (
        "OtherEnd",
        Said("The bridge was shut from 2019 to 2024.", "2019"),
        Said("The bridge was shut from 2021 to 2024.", "2021"),
    ),
    "D403": (
        "OtherRange",
        Said("The rocket has a range of 300 to 3,400 miles.", "300 to 3,400 miles"),
        Said("The rocket has a range of 300 to 3,100 miles.", "300 to 3,100 miles"),
    ),
    "D401": (
        "NoCommonValue",
        Said("The longer bridge is 20 kilometres (12 miles) from the border.", "20 kilometres (12 miles)"),
        Said("The longer bridge is 30 kilometres (19 miles) from the border.", "30 kilometres (19 miles)"),
    ),
    "I501": (
        "ConversionMisfit",
        Said("The bridge is nine miles (13 kilometres) from the border.", "nine miles (13 kilometres)"),
    ),
    "I502": ("WeekdayMisfit", Said("The bridge was shut on Saturday, Dec. 31, 2018.", "Saturday, Dec. 31, 2018")),
    "I504": (
        "LengthMisfit",
        Said("The bridge was shut for nine days, from 3 to 5 March 2031.", "nine days, from 3 to 5 March 2031"),
    ),
    "I505": (
        "ClockMisfit",
        Said("The ship left Seattle at 11:36 a.m. (0336 GMT).", "11:36 a.m. (0336 GMT)"),
    ),
    "I506": (
        "PartsMisfit",
        Said("The storm killed 14 people: eight men, five women and two children.", "14 people"),
    ),
    "U202": (
        "PutRight",
        Said("The storm killed 12 people. We earlier said that it killed 19 people.", "19 people"),
    ),
    "I503": (
        "ToldTwice",
        Said("The storm killed 19 people. In all 12 people were killed by the storm.", "19 people"),
    ),
}


def _rule(code: str, verdict: Verdict, means: str) -> Rule:
    name, *example = _SHOWN[code]
    return Rule(code, name, verdict, means, tuple(example))


RULES = tuple(_rule(*row) for row in (*((rung.rule, rung.verdict, rung.means) for rung in LADDER), *WITHIN_ONE_REPORT))
