"""Notes for editors: worded neutrally, whole, and marked up by nothing that an article says."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from discrepancy.model import State, Unreadable
from discrepancy.report.formats.advisory import SUMMARY_ROOM, advisory, job_summary, note
from discrepancy.report.formats.markdown import code, escaped, link, strong
from discrepancy.report.safe import visible
from report_samples import conversion, cost, distance, everything, report, toll
from test_formats import ALL, HOSTILITY, TEXTS
from test_report_hostile import hostile_report
from test_report_snapshots import held

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens(text: str) -> list[Token]:
    """The inline tokens of *text*."""
    return [child for token in PARSER.parse(text) for child in token.children or ()]


def plain(text: str) -> str:
    """What a reader sees of one paragraph."""
    assert [token.type for token in PARSER.parse(text)] in (["paragraph_open", "inline", "paragraph_close"], [])
    return "".join(token.content for token in tokens(text))


OPENINGS = (
    "# ",
    "##",
    "+ ",
    "- ",
    "-",
    "---",
    "==",
    ":-:",
    "1. ",
    "12) ",
    "> ",
    "    ",
    "\t",
    "```",
    "~~~",
    "|",
    "<b>",
)
LINES = st.one_of(
    st.tuples(st.sampled_from(OPENINGS), st.text(max_size=3)).map("".join),
    st.text("\\`*_[]<>|~&$#+-=:.)(1! ab&;\n", max_size=30),
    TEXTS,
)


@HOSTILITY
@given(LINES)
@example("1. a")
@example("# a")
@example("[a]: b")
@example("&amp; <b> ![a](b) `c` ~~d~~ www.e.org")
def test_escaped_text_is_read_as_it_stands(text: str) -> None:
    assert plain(escaped(text)) == visible(text).strip()


@HOSTILITY
@given(LINES)
def test_code_is_read_as_it_stands(text: str) -> None:
    (one,) = tokens(code(text))
    assert one.type == "code_inline"
    assert one.content.strip() == visible(text).strip()


@pytest.mark.parametrize("text", ["18.5–20.1 km", "-5 °C", "#tag", "A. b", "1.2 billion", "20 km (12 miles)"])
def test_what_marks_up_nothing_stays_bare(text: str) -> None:
    assert escaped(text) == text


@HOSTILITY
@given(LINES, LINES, LINES)
def test_a_figure_in_bold_changes_no_character(before: str, figure: str, after: str) -> None:
    parts = [visible(part) for part in (before, figure, after)]
    assert plain(strong(*parts)).strip() == "".join(parts).strip()


def test_only_addresses_of_the_web_are_linked() -> None:
    told = tokens(link("a [b]", "https://example.org/a(b)?c=<d>"))
    assert [one.type for one in told] == ["link_open", "text", "link_close"]
    assert (told[0].attrs["href"], told[1].content) == ("https://example.org/a(b)?c=%3Cd%3E", "a [b]")
    assert tokens(link("a", "https://example.org/ b"))[0].attrs["href"] == "https://example.org/%20b"
    assert plain(link("a", "javascript:alert(1)")) == "a"


def test_a_note_tells_what_differs_who_says_what_and_what_would_settle_it() -> None:
    text = note(distance())
    headline = "### distance of the tanker from the harbour: “20 kilometres” or “19 miles (30 km)”"
    assert text.startswith(f"{headline}\n\nNo distance satisfies all")
    assert "- **Northern Wire** (6 March 2031) says “20 kilometres”, according to the port authority, read as" in text
    assert "  > The ship ran aground **20 kilometres** off the harbour mouth" in text
    assert "What would settle it: a map or a survey" in text
    assert text.endswith("Conflict `4be1c09d77aa`, rule D401.")


def test_a_quote_links_to_its_report() -> None:
    made = distance()
    claims = tuple(
        replace(one, document=replace(one.document, title="Tanker aground", url="https://example.org/1"))
        for one in made.fact.claims
    )
    text = note(replace(made, fact=replace(made.fact, claims=claims)))
    assert text.count("  > [Tanker aground](<https://example.org/1>), `harbour/") == 3


def test_an_update_is_told_in_its_order_and_a_flag_with_its_reason() -> None:
    assert "“eight”, then “at least 11”, then “19”" in note(toll())
    assert note(cost()).endswith(f"Conflict (flagged) `1f00b2a9c4d8`, rule D401. Flagged: {cost().flag}")


def test_what_would_settle_a_length_of_time_depends_on_how_it_was_told() -> None:
    made = distance()
    lasting = replace(made, fact=replace(made.fact, dimension="duration"))
    claims = tuple(replace(one, reckoned=True) for one in made.fact.claims)
    assert "settle it: the record that sets or measures the length" in note(lasting)
    assert "settle it: the two moments between" in note(replace(lasting, fact=replace(lasting.fact, claims=claims)))


def test_what_was_said_before_is_told_as_such() -> None:
    changed = replace(cost(), state=State.CHANGED, flag="by road; then 20 km")
    assert note(changed).endswith("Conflict (changed) `1f00b2a9c4d8`, rule D401. Flagged before: by road; then 20 km")
    known = replace(cost(), state=State.CHANGED, flag="", then="in the baseline with Wire: 20 km")
    assert note(known).endswith("`1f00b2a9c4d8`, rule D401. Known before, in the baseline with Wire: 20 km")


BLAME = re.compile(
    r"\b(?:wrong|errors?|erroneous|mistakes?|incorrect|false|inaccurate|blunders?|guilty)\b", re.IGNORECASE
)


@pytest.mark.parametrize("write", [advisory, job_summary])
def test_no_outlet_is_blamed(write: object) -> None:
    assert not BLAME.findall(write(everything(), ALL))  # type: ignore[operator] # either function
    assert "arithmetic shows that one of the two figures cannot stand" in note(conversion())


def test_the_notes_read_as_they_did() -> None:
    held("advisory.md", advisory(everything(), ALL))


@HOSTILITY
@given(TEXTS)
def test_hostile_text_leaves_the_notes_in_shape(text: str) -> None:
    parsed = PARSER.parse(advisory(hostile_report(text), ALL))
    assert not {token.type for token in parsed} & {"html_block", "fence", "code_block", "table_open", "hr"}
    inline = {child.type for token in parsed for child in token.children or ()}
    assert inline <= {"text", "strong_open", "strong_close", "code_inline", "softbreak", "text_special"}


def test_what_could_not_be_read_is_listed_and_not_without_end() -> None:
    unread = [Unreadable(f"{number}.md", 3, "broken front matter; mend it") for number in range(60)]
    for write in (advisory, job_summary):
        text = write(report([], unread), ALL)
        assert "\n- `0.md:3`: not read, broken front matter; mend it\n" in text
        assert "\n- and 10 more\n" in text


def test_a_summary_folds_what_has_been_seen() -> None:
    text = job_summary(report([distance(), cost()]), ALL)
    assert text.count("<details open>") == 1
    assert text.count("</details>") == 2


def test_a_summary_has_room_for_what_github_takes() -> None:
    made = [replace(distance(), fingerprint=str(number)) for number in range(2000)]
    text = job_summary(report(made), ALL)
    assert len(text.encode()) < SUMMARY_ROOM + 10_000
    assert re.search(r"\nAnd [\d,]+ more, for which a summary has no room\.\n$", text)
