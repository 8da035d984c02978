"""Colours: of verdicts, and of camps, where one is as good as another."""

from discrepancy.model import Verdict

VERDICT_STYLES = {
    Verdict.CONFLICT: "bold red",
    Verdict.UPDATE: "bold yellow",
    Verdict.COMPATIBLE: "bold",
    Verdict.AGREE: "bold",
}
CAMP_STYLES = ("cyan", "magenta", "green", "blue")
