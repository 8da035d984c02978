"""Notes for editors in Markdown: what differs, who says what, and what would settle it; never who is wrong."""

from collections.abc import Sequence
from html import escape

from discrepancy.model import Claim, Finding, Report, State, Verdict
from discrepancy.report.calendar_words import published_words
from discrepancy.report.camp_words import side_notes, verdict_words
from discrepancy.report.formats import Selection
from discrepancy.report.formats.markdown import code, escaped, link, strong
from discrepancy.report.formats.remarks import remarks_of
from discrepancy.report.formats.telling import (
    LONGEST_LABEL,
    LONGEST_NAME,
    LONGEST_QUOTE,
    place_words,
    said_of,
    short,
    title_of,
    why_of,
)
from discrepancy.report.layout import arranged
from discrepancy.report.safe import visible
from discrepancy.report.sides import Camp, Side, camps_of, short_id
from discrepancy.report.summary import summary_line, tally
from discrepancy.report.values import Values, values_of
from discrepancy.report.window import excerpt

SUMMARY_ROOM = 900_000  # bytes; GitHub refuses a summary from 1 MiB on
_MOST_REMARKS = 50

_JOINTS = {Verdict.UPDATE: ", then "}
_SETTLING = {
    "length": "a map or a survey that names both ends, and whether by road or in a straight line",
    "count": "the list of whoever counts, with the hour it was drawn up and whom it takes in",
    "money": "the document that sets the sum, with its currency, its date and what it covers",
    "share": "the table behind the percentage: a share of what, and over which period",
    "duration": "the record that sets or measures the length, and what it takes in",
    "time": "the record of the event itself, and which step of it each report dates",
}
_RECKONED = "the two moments between which the time was taken"
_OTHERWISE = "the source that each report goes back to, and whether all speak of the same thing at the same time"
_WITHIN = {
    "I501": "arithmetic shows that one of the two figures cannot stand; the report's source shows which was meant",
    "I502": "the calendar shows that weekday and date do not go together; the report's source shows which was meant",
    "I504": "the calendar shows that length and dates do not go together; the report's source shows which was meant",
    "I505": "the place's zone shows that one of the two clocks cannot stand; the report's source shows which was meant",
    "I506": "arithmetic shows that the whole or a part cannot stand; the report's source shows which was meant",
}


def advisory(report: Report, selection: Selection) -> str:
    """A note for each finding, story by story."""
    parts = ["# Where reports differ"]
    for heading, findings in arranged(report, selection.show, selection.layout):
        parts += [f"## {escaped(short(heading)) or 'No story'}", f"{tally(findings).capitalize()}."]
        parts += map(note, findings)
    return "\n\n".join((*parts, *_remarks(report), _counted(report, selection))) + "\n"


def _remarks(report: Report) -> tuple[str, ...]:
    """What is to be told beside the findings, as a list under a heading."""
    remarks = list(remarks_of(report))
    told = [
        f"- {code(short(one.place, LONGEST_QUOTE))}: {one.title}, {escaped(one.words)}"
        for one in remarks[:_MOST_REMARKS]
    ]
    more = [f"- and {len(remarks) - len(told)} more"] if len(remarks) > len(told) else []
    return ("## Beside the findings", "\n".join((*told, *more))) if told else ()


def _counted(report: Report, selection: Selection) -> str:
    return escaped(summary_line(report, selection.show, selection.layout.limit))


def job_summary(report: Report, selection: Selection) -> str:
    """What was counted, and the notes as far as there is room."""
    findings = [one for _, group in arranged(report, selection.show, selection.layout) for one in group]
    parts = ["## Where reports differ", _counted(report, selection)]
    room = SUMMARY_ROOM
    for number, finding in enumerate(findings):
        told = _folded(finding)
        room -= len(told.encode())
        if room < 0:
            parts.append(f"And {len(findings) - number} more, for which a summary has no room.")
            break
        parts.append(told)
    return "\n\n".join((*parts, *_remarks(report))) + "\n"


def _folded(finding: Finding) -> str:
    """The note under a line that says what it is; open where nobody has seen it."""
    state = " open" if finding.state in (State.NEW, State.CHANGED) else ""
    return f"<details{state}><summary>{escape(title_of(finding))}</summary>\n\n{note(finding)}\n\n</details>"


def note(finding: Finding) -> str:
    """What differs, who says what, and what would settle it."""
    values, camps = values_of(finding.fact.claims), camps_of(finding)
    sides = "\n".join(_side(side, values) for camp in camps for side in camp)
    parts = [f"### {_headline(finding, camps)}", escaped(why_of(finding)), sides, _settling(finding), _footer(finding)]
    return "\n\n".join(part for part in parts if part)


def _headline(finding: Finding, camps: Sequence[Camp]) -> str:
    """What the fact is, and what the first report of each camp says."""
    label = escaped(short(finding.fact.label))
    if finding.internal:
        return label
    told = dict.fromkeys(short(camp[0].claim.literal) for camp in camps)
    return f"{label}: {_JOINTS.get(finding.verdict, ' or ').join(f'“{escaped(one)}”' for one in told)}"


def _side(side: Side, values: Values) -> str:
    """Who says it and when, with the sentence and where it stands."""
    claim = side.claim
    outlet = escaped(short(claim.outlet, LONGEST_NAME)) or "unnamed"
    literal, value = short(claim.literal), short(values.words(claim))
    meant = f", read as {escaped(value)}" if value != literal else ""
    notes = "".join(f", {escaped(short(note))}" for note in side_notes(side))
    head = f"- **{outlet}** ({published_words(claim.document.published)}) says “{escaped(literal)}”{notes}{meant}:"
    return f"{head}\n  > {_quote(claim)}\n  >\n  > {_place(claim)}"


def _quote(claim: Claim) -> str:
    return strong(*excerpt(claim, visible, LONGEST_QUOTE)) or "…"


def _place(claim: Claim) -> str:
    document = claim.document
    title = short(document.title, LONGEST_LABEL) or short(claim.outlet, LONGEST_NAME)
    linked = f"{link(title, document.url)}, " if document.url else ""
    return f"{linked}{code(place_words(claim))}"


def _settling(finding: Finding) -> str:
    """Where an answer lies, for what differs."""
    if finding.verdict in (Verdict.AGREE, Verdict.COMPATIBLE):
        return ""
    family = finding.fact.dimension.partition(":")[0]
    between = _RECKONED if any(claim.reckoned for claim in finding.fact.claims) else ""
    return f"What would settle it: {_WITHIN.get(finding.rule) or between or _SETTLING.get(family, _OTHERWISE)}."


def _footer(finding: Finding) -> str:
    """The finding's id and rule, and what has been said of it."""
    named = f"{verdict_words(finding).capitalize()} {code(short_id(finding))}, rule {escaped(finding.rule)}."
    return " ".join(part for part in (named, escaped(said_of(finding))) if part)
