"""Turns a figure as read into an interval in a base unit."""

from dataclasses import dataclass

from discrepancy.knowledge.quantities import QuantityTables
from discrepancy.model import Document, Mention, Quantity, Skipped
from discrepancy.toolbox import Toolbox


@dataclass(frozen=True, slots=True)
class Scales:
    """Units and tolerances by name."""

    tables: QuantityTables


def compile_scales(tables: QuantityTables) -> Scales:
    """Index *tables*, once a run."""
    return Scales(tables)


def quantity_of(document: Document, mention: Mention, scales: Scales, toolbox: Toolbox) -> Quantity | Skipped:
    """The interval that *mention* leaves possible, or why there is none."""
    raise NotImplementedError
