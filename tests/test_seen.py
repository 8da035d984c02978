"""States: what flags and a baseline make of findings, and what is told of flags and the baseline."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.compare import USUALLY, FailOn, compared, fails, in_words, known_as, put_on
from discrepancy.model import Finding, Flag, FlagScope, Notice, NoticeKind, Seen, State, Verdict
from report_samples import claim, cost, count, distance, document, finding, toll

SAID = Flag("", "measured by road", by="Ana", date=date(2031, 3, 8))
TODAY = date(2031, 4, 1)


def told(outlet: str, number: int) -> tuple:
    report = document(outlet, f"The quay has {number} berths.")
    return (claim(report, str(number), count(number, number, upper_open=False)),)


def berths(values: str, *outlets: tuple[str, int]) -> Finding:
    """A conflict on one fact; *values* are the digits of its values."""
    return finding("berths · quay", [told(*one) for one in outlets], fingerprint=f"aaaaaa{values}")


FIRST = berths("000001", ("Post", 3), ("Wire", 5))
LATER = berths("000002", ("Post", 3), ("Wire", 7))
THIRD = berths("000003", ("Post", 3), ("Wire", 5), ("Radio", 9))


def state(one: Finding, *flags: Flag, known: Sequence[Finding] = (), others: Sequence[Finding] = ()) -> Finding:
    seen = Seen(flags, tuple(map(known_as, known)), TODAY)
    return compared([one, *others], seen).findings[0]


def kinds(findings: Sequence[Finding], *flags: Flag, known: Sequence[Finding] = ()) -> list[NoticeKind]:
    return [notice.kind for notice in compared(findings, Seen(flags, tuple(map(known_as, known)), TODAY)).notices]


def test_a_flag_on_these_values_silences_them() -> None:
    flagged = state(FIRST, put_on(FIRST, SAID))
    assert (flagged.state, flagged.flag) == (State.FLAGGED, "measured by road (explained, Ana, 2031-03-08)")
    assert state(distance(), put_on(FIRST, SAID)).state is State.NEW


def test_other_values_come_back_as_changed_with_who_when_and_why() -> None:
    changed = state(LATER, put_on(FIRST, SAID))
    assert changed.state is State.CHANGED
    assert changed.flag == "measured by road (explained, Ana, 2031-03-08); then Post: 3, Wire: 5"


def test_a_fact_in_other_words_is_known_again_by_a_quote_that_is_still_there() -> None:
    assert state(replace(LATER, fingerprint="bbbbbb000002"), put_on(FIRST, SAID)).state is State.CHANGED
    elsewhere = berths("000002", ("Radio", 9), ("Ledger", 7))
    assert state(replace(elsewhere, fingerprint="bbbbbb000002"), put_on(FIRST, SAID)).state is State.NEW


def test_a_finding_that_is_still_there_is_no_change_of_another() -> None:
    assert state(LATER, put_on(FIRST, SAID), others=[FIRST]).state is State.NEW


def test_a_flag_on_the_fact_holds_whatever_the_values() -> None:
    assert state(LATER, put_on(FIRST, replace(SAID, scope=FlagScope.FACT))).state is State.FLAGGED


def test_a_flag_on_the_outlets_holds_until_another_speaks() -> None:
    flag = put_on(FIRST, replace(SAID, scope=FlagScope.OUTLETS))
    assert flag.outlets == ("Post", "Wire")
    assert [state(one, flag).state for one in (FIRST, LATER, THIRD)] == [State.FLAGGED, State.FLAGGED, State.CHANGED]


@pytest.mark.parametrize(
    ("expires", "then", "kind"),
    [
        (date(2031, 3, 31), State.NEW, [NoticeKind.EXPIRED]),
        ("next spring", State.NEW, [NoticeKind.EXPIRED]),
        (date(2031, 4, 1), State.FLAGGED, [NoticeKind.EXPIRING]),
        (date(2031, 4, 15), State.FLAGGED, [NoticeKind.EXPIRING]),
        (date(2031, 4, 16), State.FLAGGED, []),
    ],
)
def test_a_flag_holds_up_to_its_last_day(expires: date | str, then: State, kind: list[NoticeKind]) -> None:
    flag = put_on(FIRST, replace(SAID, expires=expires))
    assert (state(FIRST, flag).state, kinds([FIRST], flag)) == (then, kind)


def test_an_expired_flag_is_shown_beside_the_finding_it_no_longer_silences() -> None:
    flag = put_on(FIRST, replace(SAID, expires=date(2031, 3, 31)))
    assert state(FIRST, flag).flag == "expired 2031-03-31: measured by road (explained, Ana, 2031-03-08)"


def test_flags_that_fit_nothing_are_stale_unless_their_finding_came_back_changed() -> None:
    flag = put_on(FIRST, SAID)
    assert kinds([], flag) == [NoticeKind.STALE]
    assert kinds([LATER], flag) == []


def test_a_finding_of_the_baseline_is_known_and_comes_back_changed() -> None:
    assert state(FIRST, known=[FIRST]).state is State.KNOWN
    changed = state(LATER, known=[FIRST])
    assert (changed.state, changed.flag, changed.then) == (State.CHANGED, "", "in the baseline with Post: 3, Wire: 5")
    assert (kinds([], known=[FIRST]), kinds([LATER], known=[FIRST])) == ([NoticeKind.GONE], [])


several = st.lists(
    st.builds(
        lambda one, digits: replace(one, fingerprint=digits),
        st.sampled_from([FIRST, LATER, THIRD, distance(), toll()]),
        st.text("ab0", min_size=12, max_size=12),
    ),
    unique_by=lambda one: one.fingerprint,
    max_size=6,
)


@given(several)
def test_findings_less_their_own_baseline_are_none(findings: list[Finding]) -> None:
    found = compared(findings, Seen((), tuple(map(known_as, findings)), TODAY))
    assert {one.state for one in found.findings} <= {State.KNOWN}
    assert not found.notices


@given(several, st.sampled_from(FlagScope))
def test_findings_less_their_own_flags_are_none(findings: list[Finding], scope: FlagScope) -> None:
    flags = tuple(put_on(one, replace(SAID, scope=scope)) for one in findings)
    found = compared(findings, Seen(flags, (), TODAY))
    assert {one.state for one in found.findings} <= {State.FLAGGED}
    assert not found.notices


def test_what_a_flag_says_leaves_out_what_it_does_not_know() -> None:
    assert in_words(Flag("a", "seen")) == "seen (explained)"
    assert in_words(replace(SAID, ref="desk 7")) == "measured by road (explained, Ana, 2031-03-08, desk 7)"


POLICIES = [
    ({}, True, {FailOn.NEW}),
    ({"state": State.CHANGED}, True, {FailOn.CHANGED}),
    ({"state": State.KNOWN}, False, {FailOn.KNOWN}),
    ({"state": State.FLAGGED}, False, {FailOn.FLAGGED}),
    ({"verdict": Verdict.UPDATE}, False, {FailOn.UPDATE}),
    ({"verdict": Verdict.UPDATE, "state": State.FLAGGED}, False, set()),
    ({"fact": replace(FIRST.fact, internal=True)}, True, {FailOn.NEW, FailOn.INTERNAL}),
    ({"verdict": Verdict.AGREE}, False, set()),
]


@pytest.mark.parametrize(("fields", "usually", "policy"), POLICIES)
def test_a_finding_fails_by_what_it_is(fields: dict, usually: bool, policy: set[FailOn]) -> None:  # noqa: FBT001 - a case
    one = replace(FIRST, **fields)
    assert fails([one], (), USUALLY) is usually
    assert {word for word in FailOn if fails([one], (), {word})} == policy


@pytest.mark.parametrize("kind", NoticeKind)
def test_a_notice_fails_where_it_is_asked_for(kind: NoticeKind) -> None:
    notice = Notice(kind, "a", "b", "c")
    assert {word.value for word in FailOn if fails([], [notice], {word})} == {kind.value}
    assert not fails([cost()], [notice], USUALLY)
