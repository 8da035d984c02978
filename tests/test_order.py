"""Which report was published first, by the moment and not by what a clock showed."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from discrepancy.match.facts import in_order
from discrepancy.model import Claim, Document, Fact, Finding, Kind, Published, Span, Verdict
from discrepancy.report.sides import camps_of

STAMPS = ("2031-05-31T00:00+02:00", "2031-05-30T23:00-05:00", "2031-05-31T05:00Z")
"""Each later than the one before it."""


def a_claim(name: str, published: datetime | None) -> Claim:
    stamp = Published(published, "minute") if published else None
    document = Document(name, f"Outlet {name}", "Twelve.", published=stamp)
    return Claim(f"{name}:0", document, Kind.QUANTITY, Span(0, 6), "Twelve", Span(0, 7))


def shown(claims: Sequence[Claim]) -> list[str]:
    ids = tuple(claim.id for claim in claims)
    fact = Fact("the dead", "count", tuple(claims))
    (camp,) = camps_of(Finding(fact, Verdict.AGREE, "A101", "", (ids,), 1.0, "a" * 12))
    return [side.claim.id for side in camp]


def test_reports_stand_in_the_order_of_moments_whatever_their_zones() -> None:
    claims = [a_claim(f"{9 - number}", datetime.fromisoformat(stamp)) for number, stamp in enumerate(STAMPS)]
    told = [claim.id for claim in claims]
    assert [claim.id for claim in in_order(reversed(claims))] == told
    assert shown(claims[::-1]) == told


OFFSETS = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
MOMENTS = st.datetimes(datetime(2031, 5, 29), datetime(2031, 6, 2), timezones=OFFSETS)  # noqa: DTZ001 - bounds are naive


@given(st.lists(st.none() | MOMENTS, min_size=1, max_size=6))
def test_facts_and_camps_have_one_order_the_undated_last(published: list[datetime | None]) -> None:
    claims = [a_claim(f"{number}", moment) for number, moment in enumerate(published)]
    ordered = in_order(claims)
    dated = [claim.document.published.time for claim in ordered if claim.document.published]
    assert dated == sorted(dated, key=lambda moment: moment.astimezone(UTC))
    assert all(claim.document.published is None for claim in ordered[len(dated) :])
    assert shown(claims) == [claim.id for claim in ordered]
