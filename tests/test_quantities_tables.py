import re
from dataclasses import fields
from decimal import Decimal
from fractions import Fraction

import pint
import pytest

from discrepancy.knowledge.quantities import UnitRow
from quantities_reading import TABLES, quantities, reading

ROWS = [(field.name, row) for field in fields(TABLES) for row in getattr(TABLES, field.name)]
EXAMPLES = [
    pytest.param(text, meant, id=f"{table}: {text}")
    for table, row in ROWS
    if table != "tolerances"
    for text, meant in row.examples.items()
]
TOLERANCES = [pytest.param(text, meant, id=text) for row in TABLES.tolerances for text, meant in row.examples.items()]
REGISTRY = pint.UnitRegistry()


@pytest.mark.parametrize(("text", "meant"), EXAMPLES)
def test_an_example_reads_as_its_row_says(text: str, meant: str) -> None:
    assert reading(text) == meant


@pytest.mark.parametrize(("text", "meant"), TOLERANCES)
def test_a_tolerance_gives_the_interval_that_its_row_says(text: str, meant: str) -> None:
    (quantity,) = quantities(text)
    assert str(quantity.interval) == meant


def test_every_row_has_examples() -> None:
    assert [table for table, row in ROWS if not row.examples] == []


@pytest.mark.parametrize("row", [pytest.param(row, id=row.name) for row in TABLES.units if row.pint])
def test_a_scale_is_what_pint_says(row: UnitRow) -> None:
    base = next(other for other in TABLES.units if other.name == row.base) if row.base != "litre per day" else row
    ours = row.scale * 7 + row.offset
    pints = REGISTRY.Quantity(7, row.pint).to(base.pint).magnitude
    assert abs(Fraction(pints) - ours) <= abs(ours) * Fraction(1, 10**9)


def test_no_two_units_share_a_name_or_a_symbol() -> None:
    for kind in ("names", "symbols"):
        seen = [text for row in TABLES.units for text in getattr(row, kind)]
        assert sorted({text for text in seen if seen.count(text) > 1}) == []


def test_a_unit_is_placed_by_a_base_of_its_own_dimension() -> None:
    bases = {row.name: row.dimension for row in TABLES.units if row.scale == 1 and not row.offset}
    odd = [row.name for row in TABLES.units if bases.get(row.base, row.dimension) != row.dimension]
    assert odd == []


def test_a_currency_has_a_code_of_three_letters_or_is_a_name_without_a_country() -> None:
    assert [row.code for row in TABLES.currencies if not re.fullmatch(r"[A-Z]{3}|[a-z]+", row.code)] == []


def test_a_vague_count_is_printed_below_what_it_may_mean_at_most() -> None:
    assert all(Decimal(0) < row.value <= row.upper and row.lower < row.upper for row in TABLES.vague)
