"""The page in a real browser: on any screen, on paper, by keyboard, by ear, and against hostile text."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from browser import CHROMIUM, Tab, browser
from test_html import ALL, MARKUP, page, told
from test_report_hostile import HOSTILE, hostile_report

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here: what a browser makes of the page is not tested"
)


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with browser() as one:
        yield one


@pytest.fixture
def shown(tab: Tab, tmp_path: Path) -> Tab:
    """The usual page, open in the browser."""
    path = tmp_path / "report.html"
    path.write_text(page(), encoding="utf-8")
    tab.told.clear()
    tab.open(path)
    return tab


def findings_in(tab: Tab) -> int:
    seen: int = tab.says("[...document.querySelectorAll('article')].filter((one) => one.offsetHeight > 0).length")
    return seen


def choose(tab: Tab, name: str, label: str) -> None:
    tab.says(
        f"(() => {{ const one = document.querySelector('select[name={name}]');"
        f"one.value = [...one.options].find((option) => option.text === {label!r}).value;"
        "one.dispatchEvent(new Event('change', {bubbles: true})); })()"
    )


def test_the_page_asks_for_nothing_and_breaks_no_policy(shown: Tab) -> None:
    assert [one for one in shown.told if not one.startswith("asks for file:")] == []
    assert len(shown.told) == 1


@pytest.mark.parametrize("width", [320, 390, 800, 1280, 2000])
def test_no_screen_is_too_narrow(tab: Tab, tmp_path: Path, width: int) -> None:
    path = tmp_path / "report.html"
    path.write_text(page(selection=ALL), encoding="utf-8")
    tab.open(path, width)
    tab.says("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert tab.says("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", [*HOSTILE, *MARKUP])
def test_hostile_text_runs_nothing_and_stays_on_the_screen(tab: Tab, tmp_path: Path, name: str) -> None:
    path = tmp_path / "report.html"
    path.write_text(page(told(hostile_report({**HOSTILE, **MARKUP}[name])), ALL), encoding="utf-8")
    tab.told.clear()
    tab.open(path, 390)
    tab.says("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert [one for one in tab.told if not one.startswith("asks for file:")] == []
    assert tab.says("document.title").startswith("Discrepancies: ")
    assert tab.says("document.documentElement.scrollWidth") <= 390
    assert findings_in(tab) == 2


def test_filters_show_what_is_chosen_and_count_it(shown: Tab) -> None:
    assert findings_in(shown) == 5
    choose(shown, "v", "update")
    assert findings_in(shown) == 1
    assert shown.says("document.getElementById('told').textContent") == "1 of 5 findings shown"
    assert shown.says("[...document.querySelectorAll('section.story:not([hidden])')].map((one) => one.id)") == [
        "story-0"
    ]
    choose(shown, "v", "all")
    choose(shown, "s", "inquiry")
    assert findings_in(shown) == 1
    choose(shown, "s", "all")
    choose(shown, "o", "Daily Ledger")
    choose(shown, "d", "length")
    assert findings_in(shown) == 1
    shown.says("document.querySelector('button[type=reset]').click()")
    shown.says("new Promise((done) => setTimeout(done, 50))")
    assert findings_in(shown) == 5


def test_without_scripts_all_is_there_and_no_filter_promises_anything(tab: Tab, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(page(), encoding="utf-8")
    tab.open(path, scripts=False)
    try:
        assert findings_in(tab) == 5
        assert tab.says("document.getElementById('filters').offsetHeight") == 0
    finally:
        tab.call("Emulation.setScriptExecutionDisabled", value=False)


def test_paper_shows_agreements_and_no_controls(shown: Tab) -> None:
    shown.call("Emulation.setEmulatedMedia", media="print")
    try:
        assert shown.says("document.getElementById('filters').offsetHeight") == 0
        assert shown.says("[...document.querySelectorAll('.kept table')].every((one) => one.offsetHeight > 0)")
        assert shown.print().startswith(b"%PDF")
    finally:
        shown.call("Emulation.setEmulatedMedia", media="")


def press(tab: Tab, key: str, code: int, text: str = "") -> None:
    down = {"key": key, "code": key, "windowsVirtualKeyCode": code}
    tab.call("Input.dispatchKeyEvent", type="keyDown", text=text, **down)
    tab.call("Input.dispatchKeyEvent", type="keyUp", **down)


def test_the_keyboard_reaches_the_findings_and_opens_a_context(shown: Tab) -> None:
    press(shown, "Tab", 9)
    assert shown.says("document.activeElement.textContent") == "Skip to the findings"
    press(shown, "Enter", 13, "\r")
    for _ in range(30):
        press(shown, "Tab", 9)
        if shown.says("document.activeElement.localName") == "summary":
            break
    press(shown, "Enter", 13, "\r")
    assert shown.says("document.activeElement.parentElement.open")
    assert shown.says("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_screen_reader_finds_a_name_on_all_that_it_stops_at(shown: Tab) -> None:
    named = {
        "link",
        "button",
        "combobox",
        "image",
        "region",
        "article",
        "navigation",
        "heading",
        "form",
        "DisclosureTriangle",
    }
    nodes = shown.call("Accessibility.getFullAXTree")["nodes"]
    roles = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]]
    assert {"link", "combobox", "image", "region", "article", "heading", "main"} <= {role for role, _ in roles}
    assert [role for role, name in roles if role in named and not name.strip()] == []


def test_headings_leave_no_level_out(shown: Tab) -> None:
    levels = shown.says("[...document.querySelectorAll('h1,h2,h3,h4')].map((one) => Number(one.localName[1]))")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_dark_and_the_light_page_are_told_apart(shown: Tab) -> None:
    backs = []
    for theme in ("dark", "light"):
        shown.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
        backs.append(shown.says("getComputedStyle(document.body).backgroundColor"))
    shown.call("Emulation.setEmulatedMedia", features=[])
    assert len(set(backs)) == 2
