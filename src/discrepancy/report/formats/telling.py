"""What the formats for machines share: how grave a finding is, where it stands, and how it is told in few words."""

from dataclasses import dataclass
from enum import StrEnum
from posixpath import normpath

from discrepancy.model import Claim, Finding, State, Verdict
from discrepancy.report.calendar_words import published_words
from discrepancy.report.camp_words import gap_words, side_notes, verdict_words
from discrepancy.report.safe import visible
from discrepancy.report.sides import Place, Side, by_appearance, camps_of, place_of, sides_of
from discrepancy.report.values import values_of

SEEN = frozenset({State.KNOWN, State.FLAGGED})
LONGEST_NAME, LONGEST_LABEL, LONGEST_QUOTE = 60, 160, 400
"""Characters of names, of labels and literals, and of sentences; what is longer says no more to a reader."""


class Level(StrEnum):
    """How much attention a finding asks for, the most first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


LEVELS = {Verdict.CONFLICT: Level.ERROR, Verdict.UPDATE: Level.WARNING}
"""What each verdict asks for that tells of a difference."""


def level_of(finding: Finding) -> Level:
    """An error for a conflict, a warning for an update that nobody has seen yet; else a note."""
    return Level.NOTE if finding.state in SEEN else LEVELS.get(finding.verdict, Level.NOTE)


@dataclass(frozen=True, slots=True)
class Region:
    """From where to where a claim stands in its file; for a row of JSON Lines the whole row, and no columns."""

    start: Place
    end: Place
    whole: bool

    @property
    def path(self) -> str:
        """The file as services name it: from the folder of the run, "a/b.md" and not "./a/b.md"."""
        return normpath(self.start.path)


def region_of(claim: Claim) -> Region:
    """Where *claim* stands."""
    start, end = (place_of(claim.document, offset) for offset in claim.span)
    return Region(start, end, claim.document.row)


def place_words(claim: Claim) -> str:
    """Where *claim* stands: file, line and column."""
    return short(str(place_of(claim.document, claim.span.start)), LONGEST_QUOTE)


def in_order(finding: Finding) -> tuple[Side, ...]:
    """The sides, the first to be published first: a report more that agrees leaves the first one where it is."""
    return tuple(sorted(sides_of(finding), key=by_appearance))


def short(text: str, most: int = LONGEST_LABEL) -> str:
    """*text* on one line, cut at *most* characters."""
    safe = visible(text[: 4 * most]).strip()
    return safe if len(safe) <= most else f"{safe[: most - 1].rstrip()}…"


def side_words(side: Side) -> str:
    """Who says what: "Daily Ledger (7 March 2031): about 20 km, according to the port authority"."""
    claim = side.claim
    outlet, day = short(claim.outlet, LONGEST_NAME), published_words(claim.document.published)
    return f"{outlet} ({day}): {', '.join(map(short, (claim.literal, *side_notes(side))))}"


def title_of(finding: Finding) -> str:
    """What the finding is and of what."""
    return f"{verdict_words(finding)}: {short(finding.fact.label)}"


def message_of(finding: Finding) -> str:
    """The finding in a paragraph: each side, and why."""
    return f"{'; '.join(map(side_words, in_order(finding)))}. {reason_of(finding)}"


def reason_of(finding: Finding) -> str:
    """Why, and what an editor has said of it, or the baseline knows."""
    return " ".join(part for part in (why_of(finding), said_of(finding)) if part)


def said_of(finding: Finding) -> str:
    """What an editor has said of the finding, or of what it was before, or the baseline knew."""
    if finding.then:
        return f"Known before, {short(finding.then, LONGEST_QUOTE)}"
    if not finding.flag:
        return ""
    return f"{'Flagged' if finding.state is State.FLAGGED else 'Flagged before'}: {short(finding.flag, LONGEST_QUOTE)}"


def why_of(finding: Finding) -> str:
    """Why, and how far the camps lie from each other."""
    gap = gap_words(camps_of(finding), values_of(finding.fact.claims))
    return f"{short(finding.why, LONGEST_QUOTE).removesuffix('.')}{f'; {short(gap, LONGEST_QUOTE)}' if gap else ''}."
