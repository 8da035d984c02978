"""What keeps a finding's id, and what renews it."""

import textwrap
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.adapters import TOOLBOX
from discrepancy.compare import fact_digits, fingerprint
from discrepancy.model import Claim, Document, Fact, Finding, Frame, Seen, Span, Verdict
from discrepancy.pipeline import check
from discrepancy.reading import Reading, prepare
from discrepancy.tables import shipped
from frames import frames
from report_samples import claim, count, document, length, time

days = st.sampled_from(["2031-03-05", "2031-03-06", "2031-03-07"])
values = st.sampled_from([count(3, 4), count(19, 20), count(20, None), length(15, 25), length(19, 20)])


@st.composite
def claims(draw: st.DrawFn, number: int = 0) -> Claim:
    report = document(f"Outlet {number}", "It counted 19 of them.", draw(days))
    if draw(st.booleans()):
        report = replace(report, published=None)
    return claim(report, "19", draw(values), draw(frames))


@st.composite
def camps(draw: st.DrawFn) -> tuple[tuple[Claim, ...], ...]:
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=3))
    return tuple(tuple(draw(claims(10 * camp + one)) for one in range(size)) for camp, size in enumerate(sizes))


def name_of(camps: Sequence[Sequence[Claim]], dimension: str = "count", *, internal: bool = False) -> str:
    fact = Fact("label", dimension, tuple(one for camp in camps for one in camp), internal=internal)
    return fingerprint(fact, tuple(map(tuple, camps)))


@given(camps(), st.randoms())
def test_the_order_of_claims_and_camps_is_of_no_account(camps: Any, chance: Any) -> None:
    shuffled = [chance.sample(camp, len(camp)) for camp in chance.sample(camps, len(camps))]
    assert name_of(shuffled) == name_of(camps)


@given(camps(), st.text(), st.integers(1, 99))
def test_paths_lines_offsets_and_stories_are_of_no_account(camps: Any, text: str, shift: int) -> None:
    def moved(one: Claim) -> Claim:
        there = replace(
            one.document, id=f"{text}{one.id}", path=text, line=shift, outlet=text, title=text, story=text, url=text,
            version=text, text=" " * shift + one.document.text,
        )  # fmt: skip
        span, sentence = (Span(place.start + shift, place.end + shift) for place in (one.span, one.sentence))
        return replace(one, id=f"{text}{one.id}", document=there, span=span, sentence=sentence)

    assert name_of([[moved(one) for one in camp] for camp in camps]) == name_of(camps)


@given(camps(), st.data())
def test_an_outlet_that_repeats_another_changes_nothing(camps: Any, data: st.DataObject) -> None:
    camp = data.draw(st.integers(0, len(camps) - 1))
    copied = data.draw(st.sampled_from(camps[camp]))
    copy = replace(copied, id="copy", document=replace(copied.document, id="copy", outlet="Copy"))
    assert name_of([(*one, copy) if number == camp else one for number, one in enumerate(camps)]) == name_of(camps)


@given(camps(), claims(99), st.data())
def test_an_outlet_that_agrees_later_changes_nothing_however_it_words_the_fact(
    camps: Any, late: Claim, data: st.DataObject
) -> None:
    camps = [[replace(one, document=dated(one.document)) for one in camp] for camp in camps]
    late = replace(late, document=dated(late.document, days=9))
    camp = data.draw(st.integers(0, len(camps) - 1))
    assert name_of([(*one, late) if number == camp else one for number, one in enumerate(camps)]) == name_of(camps)


def dated(report: Document, days: int = 0) -> Document:
    published = report.published or document("Any", "").published
    assert published
    return replace(report, published=replace(published, time=published.time + timedelta(days=days)))


@given(camps(), st.integers(100, 10**9))
def test_another_value_renews_the_id_and_keeps_the_digits_of_the_fact(camps: Any, number: int) -> None:
    other = [[replace(one, quantity=count(number, number + 1)) for one in camps[0]], *camps[1:]]
    if len({one.frame for camp in camps for one in camp}) == 1:
        assert fact_digits(name_of(other)) == fact_digits(name_of(camps))
    assert name_of(other) != name_of(camps)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Frame(attribute="toll"), Frame(attribute="length")),
        (Frame(noun="bridge"), Frame(noun="boat")),
        (Frame(noun="bridge", subject="mayor"), Frame(noun="bridge", subject="river")),
        (Frame(attribute="toll", names=frozenset({"sund"})), Frame(attribute="toll", names=frozenset({"aal"}))),
    ],
)
def test_facts_with_equal_values_keep_ids_of_their_own(one: Frame, other: Frame) -> None:
    report = document("Wire", "It counted 19 of them, not 20.")
    named = [
        name_of([[claim(report, "19", count(19, 20), frame)], [claim(report, "20", count(20, 21), frame)]])
        for frame in (one, other)
    ]
    assert named[0] != named[1]
    assert named[0][6:] == named[1][6:]


def test_the_dimension_is_part_of_the_fact() -> None:
    camps = [[claim(document("Wire", "It is 19 long."), "19", count(19, 20))]]
    assert name_of(camps, "length") != name_of(camps, "area")


def test_dates_are_values_too() -> None:
    report = document("Wire", "It opened on 5 May, or on 6 May.")
    five, six = (claim(report, f"{day} May", time(f"2031-05-0{day}", f"2031-05-0{day + 1}")) for day in (5, 6))
    assert name_of([[five]], "time") != name_of([[six]], "time")


def misfit(text: str, literal: str, sentence: str = "") -> str:
    made = claim(document("Wire", text), literal, length(8, 9))
    start = text.index(sentence)
    made = replace(made, sentence=Span(start, start + len(sentence))) if sentence else made
    return name_of([[made]], "length", internal=True)


def test_a_finding_within_a_report_goes_by_its_sentence() -> None:
    first = misfit("The slick is nine miles (13 km) long.", "nine miles (13 km)")
    wrapped = "The slick is\nnine\nmiles (13 km) long."
    assert misfit(f"It drifts. {wrapped} Boats left.", "nine\nmiles (13 km)", wrapped) == first
    assert misfit("The bay is nine miles (13 km) wide.", "nine miles (13 km)") != first
    changed = misfit("The slick is nine miles (12 km) long.", "nine miles (12 km)")
    assert changed != first
    assert fact_digits(changed) == fact_digits(first)


# The same with the whole program.

STORY = {
    "Post": "Work on the Aal bridge began.\n\nThe bridge at Aal lies 20 kilometres from the border, the mayor said on "
    "Monday. Traffic will be led over the old road.",
    "Wire": "Two views of the Aal bridge.\n\nThe bridge at Aal lies 30 kilometres from the border, the mayor said on "
    "Monday. Shops fear for their trade.",
}


@pytest.fixture(scope="module")
def reading() -> Reading:
    return prepare(shipped(), TOOLBOX)


def conflicts(texts: dict[str, str], reading: Reading, folder: str = "bridge") -> list[Finding]:
    documents = [replace(document(outlet, text, story=folder), text=text) for outlet, text in texts.items()]
    return [one for one in check(documents, (), lambda: reading, Seen()).findings if one.verdict is Verdict.CONFLICT]


@pytest.mark.parametrize("width", [45, 60, 72])
def test_edits_elsewhere_reflowing_renaming_and_agreeing_outlets_keep_the_id(width: int, reading: Reading) -> None:
    (first,) = conflicts(STORY, reading)
    edited = {outlet: f"Updated.\n\n{text} The council meets again in the autumn." for outlet, text in STORY.items()}
    renamed = {f"{outlet} of the North": text for outlet, text in STORY.items()}
    agreeing = {**STORY, "Radio": STORY["Wire"], "Ledger": STORY["Post"]}
    reflowed = {outlet: fill(text, width) for outlet, text in STORY.items()}
    for texts in (edited, reflowed, renamed, agreeing):
        assert [one.fingerprint for one in conflicts(texts, reading, "other")] == [first.fingerprint]


def fill(text: str, width: int) -> str:
    return "\n\n".join(textwrap.fill(paragraph, width) for paragraph in text.split("\n\n"))


def test_a_changed_value_renews_the_id_and_keeps_the_fact(reading: Reading) -> None:
    (first,) = conflicts(STORY, reading)
    (changed,) = conflicts({**STORY, "Wire": STORY["Wire"].replace("30", "33")}, reading)
    assert changed.fingerprint != first.fingerprint
    assert fact_digits(changed.fingerprint) == fact_digits(first.fingerprint)
