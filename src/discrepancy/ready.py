"""What a process must have at hand to read and compare, made ready once."""

import gc
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from discrepancy.reading import Reading


@cache
def reading() -> "Reading":
    """The tables compiled, and the libraries at hand."""
    from discrepancy.adapters import TOOLBOX  # noqa: PLC0415 - loaded when first needed
    from discrepancy.reading import prepare  # noqa: PLC0415 - likewise
    from discrepancy.tables import shipped  # noqa: PLC0415 - likewise

    return prepare(shipped(), TOOLBOX)


def collect_seldom() -> None:
    """Collect garbage seldom: records make no cycles, and to look for them as often as Python does takes time."""
    gc.set_threshold(100_000, 50, 50)
