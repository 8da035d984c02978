import pytest

from discrepancy.adapters import TOOLBOX
from discrepancy.model import Claim, Document
from discrepancy.reading import claims_of, prepare
from discrepancy.tables import shipped

READING = prepare(shipped(), TOOLBOX)


def merged(text: str) -> list[str]:
    found = claims_of(Document("d", "Gazette", text), READING)
    return [f"{claim.kind}: {claim.literal}" for claim in found if isinstance(claim, Claim)]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("It lasted 4 hours and 30 minutes.", ["quantity: 4 hours and 30 minutes"]),
        ("It lasted 2 hours, 20 minutes and 5 seconds.", ["quantity: 2 hours, 20 minutes and 5 seconds"]),
        ("It took an hour and a half.", ["quantity: an hour and a half"]),
        ("It makes 500 barrels a day.", ["quantity: 500 barrels a day", "time: a day"]),
        ("It sells 500 CDs a year.", ["quantity: 500 CDs a year", "time: a year"]),
        ("It drove 60 miles per hour.", ["quantity: 60 miles per hour"]),
        ("She earned $15 an hour.", ["quantity: $15 an hour"]),
        ("A quarter million lamps were sold.", ["quantity: A quarter million lamps"]),
        ("It sank on 13 May 2024.", ["time: 13 May 2024"]),
        ("It rained for 3 days and 12 boats sank.", ["quantity: 3 days", "quantity: 12 boats"]),
    ],
)
def test_what_is_told_once_is_claimed_once(text: str, claims: list[str]) -> None:
    assert merged(text) == claims


def test_a_unit_with_a_word_for_a_time_is_no_duration() -> None:
    (claim,) = (one for one in claims_of(Document("d", "Gazette", "It used 5 kilowatt-hours."), READING))
    assert isinstance(claim, Claim)
    assert claim.timex is None


def test_a_duration_is_a_quantity_with_a_timex() -> None:
    (claim,) = (one for one in claims_of(Document("d", "Gazette", "It lasted two weeks."), READING))
    assert isinstance(claim, Claim)
    assert claim.quantity is not None
    assert claim.timex is not None
    assert (claim.quantity.printed.lower, claim.timex.value) == (2, "P2W")
