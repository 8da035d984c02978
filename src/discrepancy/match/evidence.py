"""Evidence: what of two claims speaks for or against the same fact. Each comparison gives one of its ordered levels."""

from collections.abc import Callable, Mapping

from discrepancy.match import position, values, wording
from discrepancy.match.blocks import Block
from discrepancy.model import Claim

Comparison = Callable[[Claim, Claim, Block], str]
Levels = tuple[tuple[str, str], ...]
Told = Mapping[str, str]
"""The level of each comparison by its name."""

COMPARISONS: tuple[Comparison, ...] = (
    wording.measure,
    wording.noun,
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
    position.rivals,
    position.peers,
    position.turn,
    position.place,
    position.published,
    position.dimension,
)

_TOLD_BY = ("measure", "noun", "event", "subject", "near", "beside", "context", "names", "arguments")
_ALIKE = frozenset({"same", "akin", "some", "much", "most"})


def frame(told: Told, _: Claim, __: Block) -> str:
    """Measure, noun and verb together: a pattern says more than its parts."""
    same_noun, same_verb = told["noun"] in ("same", "persons"), told["event"] == "same"
    if told["measure"] in ("same", "akin"):
        return ("all" if same_verb else "measure-noun") if same_noun else "measure"
    return "noun-verb" if same_noun and same_verb else "neither"


def pattern(told: Told, claim: Claim, block: Block) -> str:
    """The frame within its dimension: a shared noun says more of a price than of a count."""
    return f"{told['dimension']} {frame(told, claim, block)}"


def role(told: Told, claim: Claim, block: Block) -> str:
    """The part that a shared measure plays in the two documents.

    It is the "toll" where it is a count that grows, told of all and first by each; "sole" where each tells it once.
    """
    if told["measure"] != "same":
        return "none"
    if claim.frame and claim.frame.attribute in block.kinds.single and told["qualifier"] == "none":
        return "toll" if told["turn"] == "first" else "part"
    return "sole" if told["peers"] == "one" else "several"


def bond(told: Told, _: Claim, __: Block) -> str:
    """How many of the comparisons of words speak for one fact."""
    return str(sum(told[name] in _ALIKE for name in _TOLD_BY))


TOGETHER: tuple[Callable[[Told, Claim, Block], str], ...] = (frame, pattern, role, bond)
"""What several comparisons come to together."""


def evidence(left: Claim, right: Claim, block: Block) -> Levels:
    """The level of each comparison of *left* with *right*, and of what several of them come to together."""
    told = {compare.__name__: compare(left, right, block) for compare in COMPARISONS}
    return (*told.items(), *((conclude.__name__, conclude(told, left, block)) for conclude in TOGETHER))


def meet(levels: Levels) -> bool:
    """Do two claims with these levels say the same?"""
    return ("closeness", "meets") in levels
