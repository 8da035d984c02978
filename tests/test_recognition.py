"""Findings known again: outlets that agree change nothing, other values do, and a flag stands for one finding."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.compare import compared, fingerprint, known_as, put_on
from discrepancy.model import Claim, Finding, Flag, Frame, NoticeKind, Seen, State
from frames import frames
from report_samples import claim, count, document, finding

TODAY = date(2031, 4, 1)
SAID = Flag("", "counted twice", by="Ana", date=date(2031, 3, 8))

days = st.sampled_from(["2031-03-04", "2031-03-05", "2031-03-06"])
tails = st.sampled_from(["", " by now", " at last", " so far", " once more", " in all"])

Camp = tuple[Claim, ...]


@st.composite
def said(draw: st.DrawFn, number: int) -> Claim:
    """That *number* of something were counted, in some words, by some outlet on some day."""
    outlet = draw(st.text("abcdefgh", min_size=1, max_size=6))
    report = document(outlet, f"It has {number} berths{draw(tails)}.", draw(days))
    told = claim(report, str(number), count(number, number, upper_open=False), draw(frames))
    return replace(told, id=f"{outlet}/{draw(st.uuids())}")


@st.composite
def camps(draw: st.DrawFn, least: int = 2) -> tuple[Camp, ...]:
    """Two to three numbers that exclude each other, each told by one to three outlets."""
    numbers = draw(st.lists(st.integers(3, 40), min_size=least, max_size=3, unique=True))
    return tuple(tuple(draw(st.lists(said(number), min_size=1, max_size=3))) for number in numbers)


def found(*camps: Camp) -> Finding:
    made = finding("berths · quay", camps)
    return replace(made, fingerprint=fingerprint(made.fact, camps))


def seen(*findings: Finding) -> Seen:
    return Seen(tuple(put_on(one, SAID) for one in findings), (), TODAY)


def states(findings: Sequence[Finding], known: Seen) -> list[State]:
    return [one.state for one in compared(findings, known).findings]


@given(camps(), st.data())
def test_outlets_that_agree_change_nothing_whenever_and_in_whatever_words(
    before: tuple[Camp, ...], data: st.DataObject
) -> None:
    more = [tuple(data.draw(st.lists(said(int(camp[0].literal)), max_size=3))) for camp in before]
    first, now = found(*before), found(*((*camp, *new) for camp, new in zip(before, more, strict=True)))
    for known, state in ((seen(first), State.FLAGGED), (Seen((), (known_as(first),), TODAY), State.KNOWN)):
        comparison = compared([now], known)
        assert [(one.fingerprint, one.state) for one in comparison.findings] == [(first.fingerprint, state)]
        assert not comparison.notices


@given(camps(), st.data())
def test_a_changed_value_comes_back(before: tuple[Camp, ...], data: st.DataObject) -> None:
    first = found(*before)
    changed = data.draw(st.integers(0, len(before) - 1))
    other = tuple(data.draw(st.lists(said(data.draw(st.integers(50, 90))), min_size=1, max_size=3)))
    now = found(*(other if at == changed else camp for at, camp in enumerate(before)))
    assert states([now], seen(first)) == [State.CHANGED]


@given(camps(), st.data())
def test_a_value_more_and_a_value_less_come_back(before: tuple[Camp, ...], data: st.DataObject) -> None:
    more = tuple(data.draw(st.lists(said(77), min_size=1, max_size=2)))
    assert states([found(*before, more)], seen(found(*before))) == [State.CHANGED]
    assert states([found(*before)], seen(found(*before, more))) == [State.CHANGED]


@given(camps(), st.data())
def test_a_flag_stands_for_one_finding_at_most(before: tuple[Camp, ...], data: st.DataObject) -> None:
    more = [tuple(tuple(data.draw(said(int(camp[0].literal))) for _ in camp) for camp in before) for _ in range(3)]
    parts = [found(*((*camp, *new) for camp, new in zip(before, one, strict=True))) for one in more]
    different = list({one.fingerprint: one for one in parts}.values())
    comparison = compared(different, seen(found(*before)))
    assert [one.state for one in comparison.findings].count(State.FLAGGED) == 1
    assert len({one.fingerprint for one in comparison.findings}) == len(different)


@given(st.lists(camps(), min_size=1, max_size=4), st.data())
def test_the_order_of_findings_and_flags_is_of_no_account(several: list[tuple[Camp, ...]], data: st.DataObject) -> None:
    findings = list({one.fingerprint: one for one in (found(*camps) for camps in several)}.values())
    flagged = data.draw(st.permutations(findings))
    grown = [
        found(*((*camp, data.draw(said(int(camp[0].literal)))) for camp in camps)) for camps in several
    ]  # of the same facts, under other ids
    grown = list({one.fingerprint: one for one in grown}.values())
    one = compared(grown, seen(*findings))
    other = compared(data.draw(st.permutations(grown)), seen(*flagged))
    assert sorted(map(repr, one.findings)) == sorted(map(repr, other.findings))
    assert sorted(map(repr, one.notices)) == sorted(map(repr, other.notices))


BERTHS = "The quay has {} berths, the harbour master said."


def told(outlet: str, number: int, published: str, text: str = BERTHS, measure: str = "berths") -> Camp:
    report = document(outlet, text.format(number), published)
    return (claim(report, str(number), count(number, number, upper_open=False), Frame(attribute=measure)),)


POST, WIRE = told("Post", 3, "2031-03-05"), told("Wire", 5, "2031-03-06")
RADIO = told("Radio", 5, "2031-03-04", "There is room for {} ships.", "ships")


def test_an_earlier_outlet_renews_the_id_and_the_flag_holds_all_the_same() -> None:
    first, now = found(POST, WIRE), found(POST, (*WIRE, *RADIO))
    assert now.fingerprint != first.fingerprint
    comparison = compared([now], seen(first))
    assert [(one.fingerprint, one.state) for one in comparison.findings] == [(first.fingerprint, State.FLAGGED)]
    assert not comparison.notices


def test_a_finding_that_is_there_under_its_id_is_not_taken_for_another() -> None:
    first, other = found(POST, WIRE), found(POST, (*WIRE, *RADIO))
    comparison = compared([first, other], seen(first))
    assert [(one.fingerprint, one.state) for one in comparison.findings] == [
        (first.fingerprint, State.FLAGGED),
        (other.fingerprint, State.NEW),
    ]


def test_figures_alone_are_no_reason_to_know_a_finding_again() -> None:
    text = "The quay has {} cranes, the harbour master said."
    cranes = found(told("Post", 3, "2031-03-05", text, "cranes"), told("Wire", 5, "2031-03-06", text, "cranes"))
    comparison = compared([cranes], seen(found(POST, WIRE)))
    assert [one.state for one in comparison.findings] == [State.NEW]
    assert [notice.kind for notice in comparison.notices] == [NoticeKind.STALE]


def test_sides_that_come_together_are_no_longer_what_was_seen() -> None:
    three = found(POST, WIRE, told("Ledger", 9, "2031-03-06"))
    one = POST[0]
    joined = replace(three, camps=((one.id, WIRE[0].id), three.camps[2]), fingerprint="0" * 12)
    assert states([joined], seen(three)) == [State.CHANGED]


def test_a_finding_within_one_report_is_not_taken_for_one_between_reports() -> None:
    alone = replace(found(POST), fact=replace(found(POST).fact, internal=True), fingerprint="1" * 12)
    assert states([found((*POST, *told("Ledger", 3, "2031-03-06")))], seen(alone)) == [State.NEW]


def test_words_that_another_release_reads_change_nothing() -> None:
    read_anew = [replace(one[0], frame=Frame(attribute="moorings", subject="quay")) for one in (POST, WIRE)]
    first, now = found(POST, WIRE), found((read_anew[0],), (read_anew[1],))
    assert now.fingerprint[:6] != first.fingerprint[:6]
    assert states([now], seen(first)) == [State.FLAGGED]


def test_paths_outlets_and_days_are_of_no_account() -> None:
    def moved(one: Claim) -> Claim:
        published = one.document.published
        assert published
        later = replace(published, time=published.time + timedelta(days=2))
        return replace(one, document=replace(one.document, path="elsewhere.md", outlet="Other", published=later))

    moved_camps = [tuple(map(moved, camp)) for camp in (POST, (*WIRE, *RADIO))]
    assert states([found(*moved_camps)], seen(found(POST, WIRE))) == [State.FLAGGED]
