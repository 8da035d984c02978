"""Comparisons: what of two claims speaks for or against the same fact. Each gives one of its ordered levels."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from decimal import Decimal

from discrepancy.match.blocks import Block
from discrepancy.model import Claim, Frame

Comparison = Callable[[Claim, Claim, Block], str]

_NO_FRAME = Frame()


def _frames(left: Claim, right: Claim) -> tuple[Frame, Frame]:
    return left.frame or _NO_FRAME, right.frame or _NO_FRAME


def _same(left: str | None, right: str | None) -> str:
    if left is None or right is None:
        return "unknown"
    return "same" if left == right else "different"


def attribute(left: Claim, right: Claim, _: Block) -> str:
    """What is measured."""
    a, b = _frames(left, right)
    return _same(a.attribute, b.attribute)


def noun(left: Claim, right: Claim, _: Block) -> str:
    """The noun that is counted or measured."""
    a, b = _frames(left, right)
    return _same(a.noun, b.noun)


def event(left: Claim, right: Claim, _: Block) -> str:
    """The governing verb."""
    a, b = _frames(left, right)
    return _same(a.event, b.event)


def subject(left: Claim, right: Claim, _: Block) -> str:
    """The subject of the clause."""
    a, b = _frames(left, right)
    return _same(a.subject, b.subject)


def qualifier(left: Claim, right: Claim, _: Block) -> str:
    """What limits the value."""
    a, b = (frame.scope.qualifier for frame in _frames(left, right))
    if a == b:
        return "same" if a else "none"
    return "one" if a is None or b is None else "different"


def modality(left: Claim, right: Claim, _: Block) -> str:
    """How the claim is put forward."""
    a, b = _frames(left, right)
    return "same" if a.modality is b.modality else "different"


_SHARES = ((0.5, "most"), (0.3, "much"), (0.15, "some"), (0.05, "little"))
"""The share of the telling words that two claims have in common, from which a level holds."""


def _share(left: AbstractSet[str], right: AbstractSet[str], block: Block) -> str:
    """How much of the lesser side's weight stands on both sides."""
    weights = [sum(block.rarity.get(word, 1.0) for word in words) for words in (left, right)]
    if not all(weights):
        return "unknown"
    both = sum(block.rarity.get(word, 1.0) for word in left & right)
    share = both / (weights[0] * weights[1]) ** 0.5
    return next((level for least, level in _SHARES if share >= least), "none")


def near(left: Claim, right: Claim, block: Block) -> str:
    """The words that the parse puts close to the figure."""
    a, b = _frames(left, right)
    return _share(a.near, b.near, block)


def context(left: Claim, right: Claim, block: Block) -> str:
    """The words of the sentence."""
    a, b = _frames(left, right)
    return _share(a.context, b.context, block)


def names(left: Claim, right: Claim, block: Block) -> str:
    """The names in the sentence."""
    a, b = _frames(left, right)
    return _share(a.names, b.names, block)


def arguments(left: Claim, right: Claim, block: Block) -> str:
    """What stands in which role to the verb and the noun."""
    a, b = _frames(left, right)
    return _share({word for _, word in a.arguments}, {word for _, word in b.arguments}, block)


_RATIOS = (
    (Decimal("0.9"), "near"),
    (Decimal("0.7"), "close"),
    (Decimal("0.45"), "within-twice"),
    (Decimal("0.1"), "apart"),
)
"""The lesser stated figure as a part of the greater one, from which a level holds."""


def closeness(left: Claim, right: Claim, _: Block) -> str:
    """How close the values lie: 30 against 20 is likelier the same fact than 30 against 8,000."""
    if left.timex is not None and left.quantity is None and right.timex is not None:
        return _time_closeness(left, right)
    a, b = _middle(left), _middle(right)
    if a is None or b is None:
        return "unknown"
    if a == b:
        return "equal"
    low, high = sorted((abs(a), abs(b)))
    ratio = low / high if high else Decimal(1)
    return next((level for least, level in _RATIOS if ratio >= least), "far")


_DAYS = ((0, "near"), (1, "close"), (7, "within-twice"), (60, "apart"))


def _time_closeness(left: Claim, right: Claim) -> str:
    a, b = left.timex, right.timex
    if a is None or b is None or a.interval is None or b.interval is None:
        return "unknown"
    if a.value == b.value:
        return "equal"
    gap = a.interval.gap(b.interval)
    days = 0 if gap is None else gap.days
    return next((level for most, level in _DAYS if days <= most), "far")


def _middle(claim: Claim) -> Decimal | None:
    if claim.quantity is None:
        return None
    bounds = [bound for bound in (claim.quantity.interval.lower, claim.quantity.interval.upper) if bound is not None]
    return sum(bounds, Decimal(0)) / len(bounds) if bounds else None


def unit(left: Claim, right: Claim, _: Block) -> str:
    """The unit or the counted noun as printed."""
    a, b = left.quantity, right.quantity
    return _same(a.printed.unit if a else None, b.printed.unit if b else None)


def rivals(left: Claim, right: Claim, block: Block) -> str:
    """How many claims of the dimension the two documents hold: with few, a likely partner is the partner."""
    most = max(block.rivals[left.document.id], block.rivals[right.document.id])
    return next(
        (level for limit, level in ((1, "one"), (3, "few"), (8, "several"), (20, "many")) if most <= limit), "crowd"
    )


def place(left: Claim, right: Claim, _: Block) -> str:
    """Where in the reports the claims stand: the main facts stand first."""
    first = sum(claim.sentence.start <= _LEAD for claim in (left, right))
    return ("late", "one", "first")[first]


_LEAD = 600  # characters: the first paragraphs


def dimension(_: Claim, __: Claim, block: Block) -> str:
    """The dimension: some hold more alike figures than others."""
    known = ("count", "money", "percentage", "time", "age", "duration", "length")
    name = block.key[1].partition(":")[0]
    return name if name in known else "other"


COMPARISONS: tuple[Comparison, ...] = (
    attribute,
    noun,
    event,
    subject,
    qualifier,
    modality,
    near,
    context,
    names,
    arguments,
    closeness,
    unit,
    rivals,
    place,
    dimension,
)


def evidence(left: Claim, right: Claim, block: Block) -> tuple[tuple[str, str], ...]:
    """The level of each comparison of *left* with *right*."""
    return tuple((compare.__name__, compare(left, right, block)) for compare in COMPARISONS)
