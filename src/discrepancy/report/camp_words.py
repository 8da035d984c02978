"""What camps and their sides say, in words, for all that people read."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from discrepancy.interval import Interval
from discrepancy.model import DIFFERING, Claim, Finding, Modality, State
from discrepancy.report.calendar_words import at_the_place
from discrepancy.report.sides import Camp, Side, common, outlets_of, short_id, spoken_by
from discrepancy.report.summary import counted
from discrepancy.report.values import Values, by_the_place, interval_of

_MODALITIES = {
    Modality.DENIED: "as a denial",
    Modality.FORECAST: "as a forecast",
    Modality.ALLEGED: "as an allegation",
    Modality.HYPOTHETICAL: "as a supposition",
}
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "i", "we", "you", "him", "her", "them", "that", "which"})


def camp_words(camp: Camp, values: Values) -> str:
    """The values on which all of *camp* agree, or each value where there is no such."""
    met = _shown(camp)
    if met is not None and values.shared:
        return values.shared.words(met)
    return "; ".join(dict.fromkeys(values.words(side.claim) for side in camp))


def short_words(camp: Camp, values: Values) -> str:
    """The same in the leading unit alone."""
    met = _shown(camp)
    if met is not None and values.shared:
        return values.shared.short(met)
    return "; ".join(dict.fromkeys(values.short(side.claim) for side in camp))


def _shown(camp: Camp) -> Interval[Any] | None:
    """The values on which all of *camp* agree, to be put into words; None where there are none that one zone tells."""
    met = common(camp)
    local = {by_the_place(side.claim) for side in camp if interval_of(side.claim) is not None}
    if met is None or len(local) > 1:
        return None
    return at_the_place(met) if local == {True} else met


def many_words(camp: Camp) -> str:
    """How many outlets are in *camp*, where there are several, and how many voices, where copies are among them."""
    outlets, voices = len(outlets_of(side.claim for side in camp)), spoken_by(camp)
    if outlets < 2:  # noqa: PLR2004 - one is no several
        return ""
    return f"{outlets} outlets" if voices == outlets else f"{outlets} outlets, {counted(voices, 'voice')}"


def varied(camp: Camp) -> bool:
    """Do the sides of *camp* give different values?"""
    return len({interval_of(side.claim) for side in camp}) > 1


def verdict_words(finding: Finding) -> str:
    """The verdict, whether it lies within one document, and the state where it is not new."""
    state = "" if finding.state is State.NEW else f" ({finding.state})"
    return f"{finding.verdict}{' within one document' if finding.internal else ''}{state}"


def side_notes(side: Side) -> list[str]:
    """Whose text it is where another outlet had it first, who says it and how it is put forward."""
    return ([f"same text as {side.repeats}"] if side.repeats else []) + _frame_notes(side.claim)


def _frame_notes(claim: Claim) -> list[str]:
    """Who the outlet says it from, and how it is put forward where it is not plainly asserted."""
    frame = claim.frame
    if frame is None:
        return []
    named = frame.attribution and frame.attribution.lower() not in _PRONOUNS
    said = [f"according to {frame.attribution}"] if named else []
    return said + ([_MODALITIES[frame.modality]] if frame.modality in _MODALITIES else [])


def gap_words(camps: Sequence[Camp], values: Values) -> str:
    """How far neighbouring camps are apart."""
    wording, met = values.shared, [(camp, common(camp)) for camp in camps]
    if wording is None:
        return ""
    pairs = [(a, b, wording.distance(one, other)) for (a, one), (b, other) in pairwise(met) if one and other]
    return "; ".join(
        f"{size} between {short_words(one, values)} and {short_words(other, values)}"
        for one, other, size in pairs
        if size
    )


def flag_command(finding: Finding, where: Iterable[str]) -> tuple[str, ...]:
    """The command that flags *finding*, found in the paths *where*, in parts between which it may be broken.

    There is none where nobody need flag it: it is neither a conflict nor an update, or has been seen already.
    """
    if finding.verdict not in DIFFERING or finding.state not in (State.NEW, State.CHANGED):
        return ()
    return (f"discrepancy flag {short_id(finding)}", *where, '--reason "…"')
