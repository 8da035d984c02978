"""The page: whole in itself, legible without scripts, closed to what articles may hold."""

import base64
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files

import pytest

from discrepancy.model import Coverage, Finding, Notice, NoticeKind, Report, State, Story, Verdict
from discrepancy.report.formats import FORMATS, Selection
from discrepancy.report.html import html_report
from discrepancy.report.layout import Layout, Sort
from report_samples import claim, count, dated_claims, distance, document, everything, finding, report, toll
from test_report_hostile import HOSTILE, hostile_report

USUAL = Selection(frozenset({Verdict.CONFLICT, Verdict.UPDATE}))
ALL = Selection(frozenset(Verdict))
VOID = {"meta", "line", "rect", "circle", "path", "br"}


class Read(HTMLParser):
    """A page read: its elements, their text, and what is left open at the end."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.code = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("style", "script"):
            self.code += data
        else:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def given(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


def told(found: Report) -> Report:
    """*found* with a story for all that its findings claim, and more."""
    claims = [one for finding in found.findings for one in finding.fact.claims] + list(dated_claims())
    stories: dict[str, list[object]] = {}
    for one in claims:
        stories.setdefault(one.document.story or "", []).append(one)
    return replace(
        found,
        stories=tuple(
            Story(name, tuple({one.document.id: one.document for one in told}.values()), tuple(told))  # type: ignore[attr-defined] # claims
            for name, told in stories.items()
        ),
    )


def page(found: Report | None = None, selection: Selection = USUAL) -> str:
    return html_report(told(everything()) if found is None else found, selection)


def test_the_page_is_a_format_like_others() -> None:
    (form,) = [form for form in FORMATS if form.name == "html"]
    assert form.text(everything(), USUAL).startswith("<!doctype html>")


def test_all_sides_are_told_without_a_script() -> None:
    read = Read(page())
    for one in everything().findings:
        if one.verdict in USUAL.show:
            assert one.fact.label in read.text
            assert one.fingerprint[:12] in read.text
            for said in one.fact.claims:
                assert said.outlet in read.text
                assert said.literal in read.text
    assert "according to the port authority" in read.text
    assert 'discrepancy flag 4be1c09d77aa --reason "…"' in read.text


def test_the_tables_tell_what_is_agreed_dated_and_said_by_one_alone() -> None:
    lone = document("Radio Sund", "The pilot boat carried 14 barrels of oil.")
    found = told(everything())
    more = Story("harbour", (lone,), (claim(lone, "14 barrels", count(14, 14, upper_open=False)),))
    read = Read(page(replace(found, stories=(*found.stories, more))))
    assert "What outlets agree on 1" in read.text
    assert "members of the crew 23 Northern Wire, The Coast Post agree" in read.text
    assert "Figures that one document alone gives 1" in read.text
    assert "The pilot boat carried 14 barrels of oil" in read.text
    assert "13 May 2031 day, Tuesday" in read.text
    assert "= members of the crew" in read.text


def test_what_was_passed_over_and_flagged_is_told_with_its_reason() -> None:
    read = Read(page())
    assert "relative date without a publication date 1 yesterday (harbour/coastpost)" in read.text
    assert "could not be read 1 harbour/photo.md: not text" in read.text
    assert "cost of the salvage flagged asked both desks on 8 March" in read.text
    assert "214 claims" in " ".join(reversed(re.findall(r"claims|214", read.text)))


def test_flags_to_look_at_again_are_told_with_their_place() -> None:
    notice = Notice(NoticeKind.STALE, "4be1c09d77aa", "cost of <b>salvage</b>", "fits no finding", "flags.toml:7")
    read = Read(page(replace(told(everything()), notices=(notice,), unsure=3, elsewhere=8)))
    assert "4be1c09d77aa cost of <b>salvage</b> stale fits no finding flags.toml:7" in read.text
    assert "less sure than asked for 3" in read.text
    assert "seen elsewhere 8" in read.text


def test_a_finding_that_has_been_seen_asks_for_no_flag() -> None:
    one = distance()
    for state, asked in ((State.NEW, True), (State.CHANGED, True), (State.KNOWN, False), (State.FLAGGED, False)):
        assert ("discrepancy flag" in Read(page(report([replace(one, state=state)]))).text) == asked


def test_an_empty_report_is_a_page_too() -> None:
    read = Read(page(Report((), (), (), Coverage(0, 0, 0, 0, 0))))
    assert "Nothing was read." in read.text
    assert read.open == []


def test_verdicts_that_are_not_asked_for_stand_in_tables_only() -> None:
    assert page().count("<article ") == 5
    assert page(selection=ALL).count("<article ") == 6
    assert page(selection=replace(ALL, layout=Layout(sort=Sort.SCORE, limit=2))).count("<article ") == 2


def test_ids_are_unique_and_what_refers_to_one_finds_it() -> None:
    read = Read(page(selection=ALL))
    ids = Counter(read.given("id"))
    assert set(ids.values()) == {1}
    named = {one for given in (*read.given("aria-labelledby"), *read.given("for")) for one in given.split()}
    named |= {href[1:] for href in read.given("href") if href.startswith("#")}
    assert named <= set(ids)


def test_findings_that_share_an_id_have_anchors_of_their_own() -> None:
    anchors = [one for one in Read(page(report([distance(), distance()]))).given("id") if one.startswith("finding-")]
    assert {"finding-1", "finding-2"} <= set(anchors)


def test_the_policy_admits_the_one_style_and_the_one_script_and_nothing_else() -> None:
    text = page()
    (policy,) = [one["content"] for tag, one in Read(text).elements if one.get("http-equiv")]
    for tag in ("style", "script"):
        (code,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not {name for _, given in Read(text).elements for name in given if name == "style" or name.startswith("on")}


def test_two_pages_are_the_same() -> None:
    assert page() == page()


def shape(text: str) -> set[tuple[str, str]]:
    """Every element with each of its attributes."""
    return {(tag, name) for tag, attributes in Read(text).elements for name in ("", *attributes)}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_adds_no_element_and_hides_nothing(name: str) -> None:
    text = page(told(hostile_report(HOSTILE[name])), ALL)
    assert shape(text) <= shape(page(told(hostile_report("x")), ALL)) | {("svg", "x"), ("svg", "y")}
    assert Read(text).open == []
    assert text.count("<script") == text.count("<style") == 1
    assert not {sign for sign in text.replace("\n", "") if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"}}


MARKUP = {
    "a script": "<script>document.title = 'seen'</script>",
    "an image": "<img src=x onerror=\"document.title = 'seen'\">",
    "the end of a tag": '"><svg onload="document.title = \'seen\'">',
    "the end of an attribute": "' onmouseover='document.title = 1' x='",
    "the end of the style": "</style><style>body { display: none }</style>",
    "the end of the script": "</script><script>document.title = 'seen'</script>",
    "a template": "{{ 7 * 7 }} {% for x in page %}{{ x }}{% endfor %} {# gone #}",
    "a comment": "<!-- --> ]]> <![CDATA[ x ]]>",
    "an entity": "&lt;b&gt; &#60; &amp;amp;",
}


@pytest.mark.parametrize("name", MARKUP)
def test_markup_is_shown_as_it_stands(name: str) -> None:
    text = page(told(hostile_report(MARKUP[name])), ALL)
    assert shape(text) <= shape(page(told(hostile_report("x")), ALL))
    assert MARKUP[name] in " ".join(Read(text).texts)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org", True),
        ("javascript:document.title='seen'", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("https://[", False),
        ("file://localhost/a", False),
    ],
)
def test_only_addresses_on_the_web_are_links(url: str, linked: bool) -> None:  # noqa: FBT001 - a column of the table
    one = distance()
    claims = tuple(replace(said, document=replace(said.document, url=url)) for said in one.fact.claims)
    read = Read(page(told(report([replace(one, fact=replace(one.fact, claims=claims))]))))
    assert {href for href in read.given("href") if not href.startswith("#")} == ({url} if linked else set())
    assert {one.get("rel") for tag, one in read.elements if tag == "a" and not one["href"].startswith("#")} <= {
        "noopener noreferrer nofollow"
    }


def test_a_scale_says_in_words_what_it_draws() -> None:
    (titles,) = [re.findall(r"<title id[^>]*>([^<]*)</title>", page(report([one]), ALL)) for one in (distance(),)]
    assert titles == [
        "On one scale: Northern Wire: 15–25 km; The Coast Post: 18.5–20.1 km; gap of 9.7 km; Daily Ledger: 29.8–31.4 km"
    ]
    assert "The Coast Post: at least 11" in page(report([toll()]), ALL)


def luminance(colour: str) -> float:
    """The relative luminance of "#rrggbb" (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def colours() -> Iterable[tuple[str, dict[str, str]]]:
    style = files("discrepancy.report.html").joinpath("templates/style.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    light, dark = (
        {
            name: value.replace("#fff;", "#ffffff;").rstrip(";")
            for name, value in re.findall(r"--([\w-]+): (#\w+;)", block)
        }
        for block in blocks[:2]
    )
    return (("light", light), ("dark", dark))


@pytest.mark.parametrize(("theme", "palette"), colours())
def test_what_is_written_stands_out_from_the_paper(theme: str, palette: dict[str, str]) -> None:
    assert len(palette) > 10, theme
    backs = {"paper", "sheet"}
    for back in backs:
        for name in set(palette) - backs - {"line", "mark"}:
            one, other = sorted((luminance(palette[name]), luminance(palette[back])), reverse=True)
            assert (one + 0.05) / (other + 0.05) >= 4.5, (theme, name, back)


def test_the_page_of_a_large_heap_stays_small() -> None:
    many: list[Finding] = []
    claims = []
    for number in range(60):
        reports = [
            document(
                f"Outlet {place}",
                f"The dam {number} holds {number + 20} boats, and was built in 1999. " * 3,
                story=f"s{number}",
            )
            for place in range(5)
        ]
        said = [claim(one, str(number + 20), count(number + 20, number + 20, upper_open=False)) for one in reports]
        claims += said
        many.append(finding(f"boats {number}", [said[:2], said[2:]], fingerprint=f"{number:012}"))
    text = page(told(report(many)))
    assert len(text) < 4000 * len(many) * 5
