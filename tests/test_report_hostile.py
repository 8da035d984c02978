"""Text from articles cannot mark up, move, hide or break anything, wherever it stands."""

import io
import json
import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from discrepancy.model import (
    Claim,
    Document,
    Frame,
    Kind,
    Quantity,
    Report,
    Scope,
    Skipped,
    Span,
    Timex,
    Unreadable,
    Verdict,
)
from discrepancy.report.claims import claim_line
from discrepancy.report.console import console_for
from discrepancy.report.json_report import report_parts
from discrepancy.report.safe import fitted, json_text, visible
from discrepancy.report.terminal.findings import print_report
from discrepancy.report.terminal.listings import print_claims, print_facts
from discrepancy.report.terminal.timeline import print_timeline
from discrepancy.report.window import excerpt, marked_lines
from report_samples import count, document, finding, length, report, time

ALL = frozenset(Verdict)
HOSTILE = {
    "markup": "[bold]not bold[/bold] [/] [link=https://example.org]x[/link] :smile:",
    "escapes": "\x1b[2J\x1b[31mred\x1b]0;title\x07 \x9b31m \x00 \x7f \x08\x08",
    "bidi": "\u202eright to left\u202c \u2066isolated\u2069 \u200f\u061c",
    "zero width": "a\u200bb\u200dc\ufeffd\u2060e\u00adf",
    "long word": "x" * 2_000,
    "long figure": "1" * 2_000,
    "tabs": "a\tb\t\tc\vd\fe\rf",
    "wide": "約二十キロメートル離れた港の入り口で座礁した" * 20,
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f3\U0001f1f4 \u2764\ufe0f \U0001f44d\U0001f3fd" * 20,
    "surrogates": "\ud800 \udfff \ud83d",
    "stacked marks": "e" + "\u0301" * 500,
    "lines": "a\u2028b\u2029c\x85d\r\ne",
    "blank": " ",
    "nothing": "",
}


def claim_on(outlet: str, before: str, literal: str, after: str, value: Quantity | Timex) -> Claim:
    text = f"{before} {literal} {after}"
    published = document("x", text)
    where = Document(
        f"{outlet}/{before[:9]}", outlet, text, outlet, published.published, story=after[:40], path=f"{after[:40]}.md"
    )
    start = len(before) + 1
    frame = Frame(subject=before, attribute=after, scope=Scope(place=literal), attribution=f"{before} {after}")
    amount, timex = (value, None) if isinstance(value, Quantity) else (None, value)
    kind = Kind.QUANTITY if amount else Kind.TIME
    span = Span(start, start + len(literal))
    return Claim(f"{outlet}:{kind}", where, kind, span, literal, Span(0, len(text)), amount, timex, frame)


def hostile_report(text: str) -> Report:
    claims = [
        claim_on(f"Outlet {text}", text, "20 km", text, length(15, 25)),
        claim_on(f"{text} Journal", "The ship lay", text or "30 km", "from the harbour", length(29, 31)),
        claim_on("Third", text, text or "40 km", text, length(39, 41)),
    ]
    dated = [
        claim_on(f"Outlet {text}", text, "Monday", text, time("2031-03-03", "2031-03-04")),
        claim_on("Third", text, text or "May", text, time("2031-05-01", "2031-06-01")),
    ]
    findings = [
        finding(text, [[one] for one in claims], why=text, flag=text),
        finding(text, [[one] for one in dated], rule=text, fingerprint=text, verdict=Verdict.UPDATE),
    ]
    broken = Unreadable(text, None, text)
    return replace(report(findings, [broken]), skipped=(Skipped(text, Span(0, 1), text, text),))


def printed(text: str, width: str, encoding: str, colour: str = "") -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    console = console_for(stream, {"COLUMNS": width, "FORCE_COLOR": colour})
    shown = hostile_report(text)
    claims = [claim for one in shown.findings for claim in one.fact.claims]
    print_report(shown, console, ALL)
    print_facts(shown, console)
    print_claims(claims, console)
    print_timeline(claims, console)
    stream.flush()
    return stream.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined] # a BytesIO, see above


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("width", ["40", "80", "120", "200"])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp1252"])
def test_hostile_text_leaves_the_layout_intact(name: str, width: str, encoding: str) -> None:
    lines = printed(HOSTILE[name], width, encoding).split("\n")
    assert max(map(cell_len, lines)) <= int(width)
    assert not [
        line for line in lines if any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for sign in line)
    ]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_in_colour_adds_no_sequence_of_its_own(name: str) -> None:
    styled = printed(HOSTILE[name], "80", "utf-8", colour="1")
    bare = re.sub("\x1b\\[[0-9;]*m", "", styled)
    assert "\x1b" not in bare
    assert set(re.findall("\x1b\\[([0-9;]*)m", styled)) <= set(
        re.findall("\x1b\\[([0-9;]*)m", printed("x", "80", "utf-8", "1"))
    )


def test_markup_is_shown_as_it_stands() -> None:
    assert "[bold]not bold[/bold]" in printed(HOSTILE["markup"], "120", "utf-8")


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_told_whole_and_safely_in_json(name: str) -> None:
    text = HOSTILE[name]
    shown = hostile_report(text)
    written = "".join(report_parts(shown, ALL))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", written)
    assert {one["why"] for one in json.loads(written)["findings"]} >= {text}
    claim = shown.findings[0].fact.claims[0]
    assert "\n" not in claim_line(claim)
    assert json.loads(claim_line(claim))["outlet"] == claim.outlet


@settings(deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_visible_text_has_no_control_and_stays_visible(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in shown)
    assert "\u202e" not in shown
    assert visible(shown) == shown
    fitted(shown, "ascii").encode("ascii")
    fitted(shown, "utf-8").encode("utf-8")


@settings(deadline=None)
@given(st.recursive(st.text(st.characters()), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_text_says_what_it_was_given(value: object) -> None:
    assert json.loads(json_text(value)) == value
    json_text(value).encode("utf-8")


@settings(deadline=None)
@given(
    st.text(st.characters(), max_size=300),
    st.text(st.characters(), min_size=1, max_size=40),
    st.text(max_size=300),
    st.integers(10, 90),
)
def test_an_excerpt_fits_and_marks_its_figure(before: str, literal: str, after: str, width: int) -> None:
    claim = claim_on("Outlet", before, literal, after, count(1, 2))
    shown = excerpt(claim, visible, 2 * width)
    lines = list(marked_lines(shown, width))
    assert all(cell_len(line.text) <= width for line in lines)
    marked = "".join(line.text[line.start : line.end] for line in lines)
    assert marked.replace(" ", "") == shown.figure.replace(" ", "")


def test_a_trimmed_sentence_is_cut_between_words() -> None:
    words = [f"word{number}" for number in range(200)]
    claim = claim_on("Outlet", " ".join(words), "20 km", " ".join(reversed(words)), length(15, 25))
    shown = excerpt(claim, visible, 100)
    assert shown.figure == "20 km"
    assert shown.before.startswith("… ")
    assert shown.after.endswith("…")
    assert set(shown.before.split()) | set(shown.after.removesuffix("…").split()) <= {*words, "…"}
    assert 80 <= cell_len("".join(shown)) <= 104


def test_every_finding_names_every_outlet() -> None:
    outlets = [f"Outlet Number {number}" for number in range(30)]
    claims = [
        claim_on(outlet, "It lay", f"{number} km", "off", length(number, number + 1))
        for number, outlet in enumerate(outlets)
    ]
    claims = [replace(claim, document=replace(claim.document, id=str(number))) for number, claim in enumerate(claims)]
    stream = io.StringIO()
    print_report(report([finding("distance", [claims[:9], claims[9:]])]), console_for(stream, {}), ALL)
    assert all(f"{outlet} · " in stream.getvalue() for outlet in outlets)
