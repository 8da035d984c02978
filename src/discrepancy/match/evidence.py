"""Evidence: what of two claims speaks for or against the same fact. Each comparison gives one of its ordered levels."""

from collections.abc import Callable

from discrepancy.match import position, values, wording
from discrepancy.match.blocks import Block
from discrepancy.model import Claim

Comparison = Callable[[Claim, Claim, Block], str]
Levels = tuple[tuple[str, str], ...]

COMPARISONS: tuple[Comparison, ...] = (
    wording.measure,
    wording.noun,
    wording.frame,
    wording.event,
    wording.subject,
    wording.qualifier,
    wording.modality,
    wording.near,
    wording.beside,
    wording.context,
    wording.names,
    wording.arguments,
    values.when,
    values.company,
    values.closeness,
    values.unit,
    values.single,
    position.pattern,
    position.rivals,
    position.peers,
    position.turn,
    position.role,
    position.place,
    position.published,
    position.dimension,
)

_TOLD_BY = frozenset({"measure", "noun", "event", "subject", "near", "beside", "context", "names", "arguments"})
_ALIKE = frozenset({"same", "akin", "some", "much", "most"})


def evidence(left: Claim, right: Claim, block: Block) -> Levels:
    """The level of each comparison of *left* with *right*, and last of all how many of those of words speak for it."""
    levels = tuple((compare.__name__, compare(left, right, block)) for compare in COMPARISONS)
    bond = sum(name in _TOLD_BY and level in _ALIKE for name, level in levels)
    return (*levels, ("bond", str(bond)))


def meet(levels: Levels) -> bool:
    """Do two claims with these levels say the same?"""
    return ("closeness", "meets") in levels
