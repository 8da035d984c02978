"""Every finding with all its sides as equals."""

from collections.abc import Collection
from itertools import groupby, pairwise

from rich.console import Console
from rich.text import Text

from discrepancy.model import Finding, Modality, Report, State, Verdict
from discrepancy.report.calendar_words import published_words
from discrepancy.report.sides import Camp, Side, camps_of, common, outlets_of, place_of, short_id, shown, stories_of
from discrepancy.report.summary import summary_line, tally
from discrepancy.report.terminal.page import NAME_CELLS, Page, page_on
from discrepancy.report.terminal.scale import draw_scale
from discrepancy.report.terminal.styles import CAMP_STYLES, VERDICT_STYLES
from discrepancy.report.values import Values, interval_of, values_of
from discrepancy.report.window import excerpt, marked_lines

_QUOTE_CELLS = 240
_LABEL_CELLS = 160
_MARGIN = "  "


def print_report(report: Report, console: Console, show: Collection[Verdict]) -> None:
    """Print the findings whose verdict is in *show*, story by story, and count everything in the last line."""
    page = page_on(console)
    findings = shown(report, show)
    for stories, group in groupby(findings, key=stories_of):
        told = list(group)
        if any(map(stories_of, findings)):
            page.headline(f"{', '.join(stories) or 'no story'} · {tally(told)}")
            page.put()
        for finding in told:
            print_finding(finding, page)
            page.put()
    page.put(summary_line(report, show))


def print_finding(finding: Finding, page: Page) -> None:
    """Print one finding: what it is about, who says what, and how the values stand to each other."""
    camps = camps_of(finding)
    values = values_of(finding.fact.claims)
    _print_head(finding, page)
    for number, camp in enumerate(camps):
        style = CAMP_STYLES[number % len(CAMP_STYLES)]
        page.put()
        if len(finding.fact.claims) > 1:
            page.put(page.text((_value_of(camp, values), f"bold {style}"), _many(camp)), _MARGIN, hanging=2)
        bar = page.drawn(f"{_MARGIN}│ ", style)
        for position, side in enumerate(camp):
            if position:
                page.line(bar.copy())
            _print_side(side, page, bar, style, values if _varied(camp) else None)
    page.put()
    if finding.verdict is not Verdict.AGREE:
        draw_scale(camps, values, page, CAMP_STYLES)
    _print_notes(finding, camps, values, page)


def _print_head(finding: Finding, page: Page) -> None:
    state = "" if finding.state is State.NEW else f" ({finding.state})"
    where = " within one document" if finding.internal else ""
    page.put(
        page.text(
            (f"{finding.verdict}{where}{state}", VERDICT_STYLES[finding.verdict]),
            (f" {short_id(finding)}", "dim"),
            " · ",
            (page.cropped(finding.fact.label, _LABEL_CELLS), "bold"),
        ),
        hanging=2,
    )


def _value_of(camp: Camp, values: Values) -> str:
    """The values on which all of *camp* agree, or each value where there is no such."""
    met = common(camp)
    if met is not None and values.shared:
        return values.shared.words(met)
    return "; ".join(dict.fromkeys(values.words(side.claim) for side in camp))


def _many(camp: Camp) -> str:
    outlets = outlets_of(side.claim for side in camp)
    return f" · {len(outlets)} outlets" if len(outlets) > 1 else ""


def _varied(camp: Camp) -> bool:
    return len({interval_of(side.claim) for side in camp}) > 1


def _print_side(side: Side, page: Page, bar: Text, style: str, values: Values | None) -> None:
    """Print who says it, when and where, the sentence, and what else is to be known of it."""
    claim = side.claim
    place = place_of(claim.document, claim.span.start)
    outlet = page.cropped(claim.outlet, NAME_CELLS)
    head = page.text((outlet, "bold"), f" · {published_words(claim.document.published)} · ", (str(place), "dim"))
    page.put(head, bar, hanging=2)
    room = page.width - bar.cell_len - len(_MARGIN)
    for line in marked_lines(excerpt(claim, page.safe, min(_QUOTE_CELLS, 3 * room)), room):
        text = Text(line.text)
        text.stylize(f"bold underline {style}", line.start, line.end)
        page.line(bar + Text(_MARGIN) + text)
        if line.start < line.end and not page.styled:
            before, figure = Text(line.text[: line.start]), Text(line.text[line.start : line.end])
            page.line(bar + Text(_MARGIN + " " * before.cell_len + "~" * figure.cell_len))
    notes = [values.words(claim)] if values else []
    notes += _frame_notes(side)
    if notes:
        said = " · ".join(page.cropped(note, _LABEL_CELLS) for note in notes)
        page.put(page.text((said, "italic")), bar + Text(_MARGIN), hanging=2)


def _frame_notes(side: Side) -> list[str]:
    """Who the outlet says it from, and how it is put forward where it is not plainly asserted."""
    frame = side.claim.frame
    if frame is None:
        return []
    said = [f"according to {frame.attribution}"] if frame.attribution else []
    return said + ([] if frame.modality is Modality.ASSERTED else [frame.modality.value])


def _print_notes(finding: Finding, camps: list[Camp], values: Values, page: Page) -> None:
    """Print why, by how much, by which rule, and what to do with it."""
    notes = [("why", finding.why), ("gap", _gap(camps, values)), ("rule", f"{finding.rule}, score {finding.score:.2f}")]
    if finding.flag:
        notes.append(("flag", finding.flag))
    elif finding.verdict in (Verdict.CONFLICT, Verdict.UPDATE):
        notes.append(("flag", f'discrepancy flag {short_id(finding)} --reason "…"'))
    for name, words in notes:
        if words:
            page.put(page.drawn(f"{name:<4}  ", "dim") + page.text(words), _MARGIN, hanging=6)


def _gap(camps: list[Camp], values: Values) -> str:
    """How far neighbouring camps are apart."""
    wording, met = values.shared, [common(camp) for camp in camps]
    if wording is None:
        return ""
    pairs = [(one, other) for one, other in pairwise(met) if one and other]
    sizes = [(wording.distance(one, other), wording.short(one), wording.short(other)) for one, other in pairs]
    return "; ".join(f"{size} between {one} and {other}" for size, one, other in sizes if size)
