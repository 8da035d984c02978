"""Colours: of verdicts, and of camps, where one is as good as another.

From the palette of 256, of which these stand out from black as well as from white.
"""

from discrepancy.model import Verdict

VERDICT_STYLES = {
    Verdict.CONFLICT: "bold color(196)",
    Verdict.UPDATE: "bold color(130)",
    Verdict.COMPATIBLE: "bold",
    Verdict.AGREE: "bold",
}
CAMP_STYLES = ("color(30)", "color(163)", "color(28)", "color(98)")
GAP_STYLE = "color(196)"
