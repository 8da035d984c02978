"""Physical units by their text: quantulum3 recognises, pint converts.

Asked only about a unit that the grammar has cut out and no table knows ("cd/m²"), and only once for each text.
quantulum3 makes up units where it finds none ("dollar bit newton"), so a unit counts only where pint knows it too.
"""

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from discrepancy.toolbox import Measure

_LONGEST = 24
_PLAUSIBLE = re.compile(r"[^\W\d_]{1,12}[²³]?(?:[/·*. ][^\W\d_]{1,12}[²³]?)*")
_HIGHEST_POWER = 3


@lru_cache(maxsize=4096)
def measure_of(text: str) -> Measure | None:
    """The physical unit that *text* names, or None."""
    if len(text) > _LONGEST or not _PLAUSIBLE.fullmatch(text):
        return None
    with _silence():
        return _measured(_recognised(text))


def _recognised(text: str) -> Any:  # noqa: ANN401 - quantulum3's Unit, which does not leave this module
    """What quantulum3 reads in one *text*, if it is a unit and nothing else."""
    found = _parser().parse(f"7 {text}")
    whole = len(found) == 1 and found[0].surface == f"7 {text}" and found[0].value == 7  # noqa: PLR2004 - as asked
    return found[0].unit if whole else None


def _measured(unit: Any) -> Measure | None:  # noqa: ANN401 - quantulum3's Unit
    """*unit* on pint's scale; None where pint knows no such thing."""
    if unit is None or unit.name == "dimensionless" or unit.entity.name in ("currency", "unknown"):
        return None
    parts = unit.dimensions or [{"base": unit.name, "power": 1}]
    if any(abs(part["power"]) > _HIGHEST_POWER for part in parts):
        return None
    product = " * ".join(f"({part['base'].replace(' ', '_')})**{part['power']}" for part in parts)
    try:
        quantity = _registry().Quantity(1, product)
        base = quantity.to_base_units()
    except Exception:  # noqa: BLE001 - pint raises much: unknown names, bad syntax, offset units in products
        return None
    scale = Fraction(str(base.magnitude))
    return Measure(unit.name, str(quantity.dimensionality), f"{base.units}", scale)


@cache
def _parser() -> Any:  # noqa: ANN401 - a module, loaded late: it takes a third of a second
    from quantulum3 import classifier, parser  # noqa: PLC0415 - loaded when first needed

    classifier.USE_CLF = False  # its model breaks with current scikit-learn
    return parser


@cache
def _registry() -> Any:  # noqa: ANN401 - pint's registry, loaded late likewise
    import pint  # noqa: PLC0415 - loaded when first needed

    return pint.UnitRegistry()


@contextmanager
def _silence() -> Iterator[None]:
    """Keep what quantulum3 warns, logs and sets up in logging from the host program."""
    root = logging.getLogger()
    handlers, level, disabled = list(root.handlers), root.level, root.manager.disable
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.disable(logging.CRITICAL)
        try:
            yield
        finally:
            logging.disable(disabled)
            root.handlers[:], root.level = handlers, level
