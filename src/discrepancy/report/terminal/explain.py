"""Why a finding is one, on a terminal: the waterfalls, the steps, the rungs, and what would let all be true."""

from rich.console import Console

from discrepancy.judge.rules import Rule
from discrepancy.model import Claim
from discrepancy.report.calendar_words import published_words
from discrepancy.report.camp_words import verdict_words
from discrepancy.report.explanation import MEANS, Explanation, Step, Waterfall, folded, told
from discrepancy.report.sides import Side, place_of, short_id
from discrepancy.report.steps import steps_of
from discrepancy.report.summary import counted
from discrepancy.report.terminal.page import LABEL_CELLS, MARGIN, NAME_CELLS, Page, page_on
from discrepancy.report.terminal.styles import CAMP_STYLES, VERDICT_STYLES

_NAME, _LEVEL, _STEP = 10, 18, 10  # cells for comparisons, their levels, and steps
_LEAST_BAR = 8
_ROW = 60  # cells of a row without its bar
_HEAD = f"{'comparison':<{_NAME}}  {'level':<{_LEVEL}}  {'bits':>6}  {'sum':>6}  chance"


def print_explanation(explanation: Explanation, console: Console, *, everything: bool = False) -> None:
    """Print *explanation*, with *everything* its least comparisons and pairs too."""
    page = page_on(console)
    _print_head(explanation, page)
    page.headline("what joins the claims")
    _print_waterfalls(explanation, page, everything=everything)
    page.headline("how each value came about")
    for side in explanation.sides:
        _print_side(side, page)
    page.headline("which rule decided")
    for rule in explanation.passed:
        _print_rung(rule, "does not hold", page)
    _print_rung(explanation.decided, "holds", page)
    page.put()
    page.headline("what would let all be true")
    for way in explanation.ways:
        page.put(way, MARGIN, hanging=2)


def _print_head(explanation: Explanation, page: Page) -> None:
    finding = explanation.finding
    label = page.cropped(finding.fact.label, LABEL_CELLS)
    verdict = (verdict_words(finding), VERDICT_STYLES[finding.verdict])
    page.put(page.text(verdict, (f" {short_id(finding)}", "dim"), " · ", (label, "bold")), hanging=2)
    page.note("score", f"{finding.score:.2f}: {explanation.score_means}")
    page.put()


def _print_waterfalls(explanation: Explanation, page: Page, *, everything: bool) -> None:
    shown = told(explanation, everything=everything)
    for one in shown:
        _print_waterfall(one, page, everything=everything)
    if not explanation.waterfalls:
        page.put("Nothing had to be joined.", MARGIN)
        page.put()
        return
    if left := len(explanation.waterfalls) - len(shown):
        page.put(f"{counted(left, 'pair')} more among these claims: --all", MARGIN)
        page.put()
    if everything:
        _print_comparisons(explanation, page)


def _print_comparisons(explanation: Explanation, page: Page) -> None:
    """Print what each comparison looks at."""
    for name in dict.fromkeys(step.comparison for one in explanation.waterfalls for step in one.steps):
        page.put(page.drawn(f"{name:<{_NAME}}  ", "dim") + page.text(MEANS.get(name, "")), MARGIN, hanging=_NAME + 2)
    page.put()


def _print_waterfall(waterfall: Waterfall, page: Page, *, everything: bool) -> None:
    pair = " and ".join(page.cropped(_named(claim), NAME_CELLS) for claim in (waterfall.left, waterfall.right))
    gives = " · gives the score" if waterfall.scores else ""
    page.put(page.text((pair, "bold"), f" · {waterfall.chance:.2f}{gives}"), MARGIN, hanging=2)
    if page.width >= _ROW:
        page.line(page.drawn(f"{MARGIN * 2}{_HEAD}", "dim"))
    steps, rest = (list(waterfall.steps), None) if everything else folded(waterfall.steps)
    totals = [one.total for one in waterfall.steps]
    for step in [*steps, *([rest] if rest else [])]:
        _print_step(step, (min(0.0, *totals), max(0.0, *totals)), page)
    page.put()


def _print_step(step: Step, scale: tuple[float, float], page: Page) -> None:
    """Print *step* as a row with a bar, or in words where the page is too narrow."""
    numbers = f"{step.weight:+6.2f}  {step.total:+6.2f}  {step.chance:6.3f}"
    if page.width < _ROW:
        page.put(f"{step.comparison} {step.level} {numbers}", MARGIN * 2, hanging=2)
        return
    row = f"{MARGIN * 2}{step.comparison:<{_NAME}}  {step.level:<{_LEVEL}}  {numbers}  "
    page.line(page.drawn(row) + page.drawn(_bar(step, scale, page.width - len(row)), _style(step)))


def _named(claim: Claim) -> str:
    """The outlet and what it says."""
    return f"{claim.outlet} ({claim.literal})"


def _bar(step: Step, scale: tuple[float, float], room: int) -> str:
    """The way from the sum before *step* to the sum after it, on a *scale* of *room* cells."""
    low, high = scale
    if room < _LEAST_BAR or high <= low:
        return ""
    ends = sorted(round((end - low) / (high - low) * (room - 1)) for end in (step.total - step.weight, step.total))
    return " " * ends[0] + "━" * (ends[1] - ends[0] + 1)


def _style(step: Step) -> str:
    return CAMP_STYLES[0] if step.weight > 0 else CAMP_STYLES[1]


def _print_side(side: Side, page: Page) -> None:
    """Print who says it, where, and the steps from what is printed to what is possible."""
    claim = side.claim
    place = place_of(claim.document, claim.span.start)
    outlet = page.cropped(claim.outlet, NAME_CELLS)
    head = page.text((outlet, "bold"), f" · {published_words(claim.document.published)} · ", (str(place), "dim"))
    page.put(head, MARGIN, hanging=2)
    for name, words in steps_of(claim):
        row = page.drawn(f"{name:<{_STEP}}  ", "dim") + page.text(page.cropped(words, LABEL_CELLS))
        page.put(row, MARGIN * 2, hanging=_STEP + 2)
    page.put()


def _print_rung(rule: Rule, how: str, page: Page) -> None:
    page.put(page.text((rule.code, "bold"), f" {how}: {rule.means}"), MARGIN, hanging=5)
