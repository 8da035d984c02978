"""What two claims tell outright, beside what their comparisons come to: levels whose weights are reasoned."""

from collections.abc import Mapping

from discrepancy.match.evidence import Level

MILESTONE: Level = ("milestone", "of one name")
ONE_END: Level = ("period", "one end shared")
TENURE: Level = ("tenure", "one end shared")
TERM: Level = ("post", "same")
RANKED: Level = ("ranked", "among the same")
REVISED: Level = ("revised", "told")

OUTRIGHT: Mapping[Level, str] = {
    MILESTONE: "Do both tell of what happens once, and of one name?",
    ONE_END: "Do two periods told in like words begin or end alike?",
    TENURE: "Do two periods at one post begin or end alike, in whatever words?",
    TERM: "Do both tell how long one post was held, and by one holder?",
    RANKED: "Do both count one thing among the same, on one day and within the same time?",
    REVISED: "Does the report itself say that one figure took the place of the other?",
}
"""What is told so, by what it looks at."""
