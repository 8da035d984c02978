"""Comparisons: what of two claims speaks for or against the same fact. Each gives one of its ordered levels."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from datetime import timedelta
from decimal import Decimal

from discrepancy.match.blocks import Block, one_owner
from discrepancy.model import CLOCK_GRAINS, Claim, Frame, Grain, Modifier, Quantity

Comparison = Callable[[Claim, Claim, Block], str]
Levels = tuple[tuple[str, str], ...]

_NO_FRAME = Frame()


def _frames(left: Claim, right: Claim) -> tuple[Frame, Frame]:
    return left.frame or _NO_FRAME, right.frame or _NO_FRAME


def _same(left: str | None, right: str | None) -> str:
    if left is None or right is None:
        return "none" if left is right else "one"
    return "same" if left == right else "different"


def measure(left: Claim, right: Claim, block: Block) -> str:
    """What is measured."""
    a, b = (frame.attribute for frame in _frames(left, right))
    level = _same(a, b)
    return block.kinship.get(frozenset((a or "", b or "")), level) if level == "different" else level


def noun(left: Claim, right: Claim, block: Block) -> str:
    """The noun that is counted or measured; bare numbers and words for persons may stand for each other."""
    a, b = (frame.noun for frame in _frames(left, right))
    if (a == b and a is not None) or (block.key[1] == "age" and one_owner(left, right)):
        return "same"
    persons = [word is None or word in block.persons for word in (a, b)]
    return "persons" if all(persons) else _same(a, b)


def frame(left: Claim, right: Claim, block: Block) -> str:
    """Measure, noun and verb together: a pattern says more than its parts."""
    same_measure = measure(left, right, block) in ("same", "akin")
    same_noun = noun(left, right, block) in ("same", "persons")
    if same_measure and same_noun:
        return "all" if event(left, right, block) == "same" else "measure-noun"
    if same_measure:
        return "measure"
    return "noun-verb" if same_noun and event(left, right, block) == "same" else "neither"


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
    return _same(a, b)


def modality(left: Claim, right: Claim, _: Block) -> str:
    """How the claim is put forward."""
    a, b = _frames(left, right)
    return "same" if a.modality is b.modality else "different"


_SHARES = ((0.6, "most"), (0.4, "much"), (0.25, "some"), (0.12, "little"), (0.04, "trace"))
"""The cosine of the telling words of two claims, from which a level holds."""


def _share(left: AbstractSet[str], right: AbstractSet[str], block: Block) -> str:
    """How much of the weight of the words on either side stands on both."""
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


def beside(left: Claim, right: Claim, block: Block) -> str:
    """The words that stand beside the figure."""
    a, b = _frames(left, right)
    return _share(a.beside, b.beside, block)


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


def when(left: Claim, right: Claim, block: Block) -> str:
    """The dates named in the two sentences."""
    a, b = (list(block.dates_beside(claim)) for claim in (left, right))
    if not a or not b:
        return "unknown"
    return "same" if any(x.overlaps(y) for x in a for y in b) else "different"


def company(left: Claim, right: Claim, block: Block) -> str:
    """Do the two sentences share another figure?"""
    a, b = (_figures(claim, block) for claim in (left, right))
    if not a or not b:
        return "unknown"
    return "shared" if a & b else "different"


def _figures(claim: Claim, block: Block) -> set[tuple[str, Decimal]]:
    """The other quantities of the sentence, by dimension and value in the base unit; a count of one tells nothing."""
    return {
        (one.quantity.dimension, _stated(one.quantity))
        for one in block.beside(claim)
        if one.quantity is not None and one.quantity.printed.lower != 1
    }


_RATIOS = (
    (Decimal("0.95"), "near"),
    (Decimal("0.8"), "close"),
    (Decimal("0.6"), "apart"),
    (Decimal("0.3"), "far"),
    (Decimal("0.1"), "farther"),
)
"""The lesser figure as a part of the greater one, from which a level holds."""

_MEETING = Decimal("0.8")
_FROM_ABOVE = frozenset({Modifier.LESS_THAN, Modifier.AT_MOST})


def closeness(left: Claim, right: Claim, _: Block) -> str:
    """How close the values lie: 30 against 20 is likelier the same fact than 30 against 8,000.

    Two that can both be true "meet" where their figures are close; else one "covers" the other ("under 500", 40).
    """
    if left.quantity is None or right.quantity is None:
        return _time_closeness(left, right)
    low, high = sorted((abs(_stated(left.quantity)), abs(_stated(right.quantity))))
    ratio = low / high if high else Decimal(1)
    if agree(left, right):
        return "meets" if ratio >= _MEETING else "covers"
    return next((level for least, level in _RATIOS if ratio >= least), "farthest")


def _stated(quantity: Quantity) -> Decimal:
    """The figure itself, hedges left aside, in the base unit."""
    lower, upper = quantity.interval.lower, quantity.interval.upper
    if lower is None or (upper is not None and quantity.printed.modifier in _FROM_ABOVE):
        return upper if upper is not None else Decimal(0)
    return lower if upper is None else (lower + upper) / 2


def slip(left: Claim, right: Claim, _: Block) -> str:
    """Do the printed figures differ in one digit, or in the order of two: what a slip of the pen does?"""
    if left.quantity is None or right.quantity is None:
        return _slip_of_time(left, right)
    first, second = (_digits(claim.quantity.printed.lower) for claim in (left, right) if claim.quantity)
    if len(first) != len(second) or len(first) < 2 or first == second:  # noqa: PLR2004 - one digit is no pattern
        return "none"
    off = [index for index, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    return "digit" if len(off) == 1 else ("order" if sorted(first) == sorted(second) else "none")


def _digits(value: Decimal | None) -> str:
    return "" if value is None else "".join(map(str, value.normalize().as_tuple().digits))


def _slip_of_time(left: Claim, right: Claim) -> str:
    """The same day of another year, or the same hour of the other half of the day."""
    a, b = (claim.timex.named.lower if claim.timex and claim.timex.named else None for claim in (left, right))
    if a is None or b is None or a == b or left.timex is None or right.timex is None:
        return "none"
    if left.timex.grain is not right.timex.grain:
        return "none"
    if left.timex.grain in (Grain.DAY, Grain.MONTH) and (a.month, a.day) == (b.month, b.day):
        return "year"
    return "half" if left.timex.grain in CLOCK_GRAINS and abs(a - b) == _HALF_A_DAY else "none"


_HALF_A_DAY = timedelta(hours=12)
_DAYS = ((1, "near"), (4, "close"), (40, "apart"), (400, "far"), (4000, "farther"))
"""Days between two times, up to which a level holds."""


def _time_closeness(left: Claim, right: Claim) -> str:
    a, b = left.timex, right.timex
    if a is None or b is None or a.interval is None or b.interval is None:
        return "unknown"
    if a.meets(b):
        return "meets"
    gap = a.interval.gap(b.interval) or (a.named.gap(b.named) if a.named and b.named else None)
    return next((level for most, level in _DAYS if gap is None or gap.days <= most), "farthest")


def unit(left: Claim, right: Claim, _: Block) -> str:
    """The unit or the counted noun as printed, or the grain of a time."""
    if left.quantity is None or right.quantity is None:
        grains = [claim.timex.grain if claim.timex else None for claim in (left, right)]
        return "same" if grains[0] is grains[1] else "different"
    return _same(left.quantity.printed.unit, right.quantity.printed.unit)


def single(left: Claim, right: Claim, _: Block) -> str:
    """Is one of them a count of one ("one of the"), which mostly picks out and does not count?"""
    ones = sum(claim.quantity is not None and claim.quantity.printed.lower == 1 for claim in (left, right))
    return ("neither", "one", "both")[ones]


_CROWDS = ((1, "one"), (3, "few"), (8, "several"), (20, "many"))


def rivals(left: Claim, right: Claim, block: Block) -> str:
    """How many claims of the dimension the two documents hold: with few, a likely partner is the partner."""
    most = max(block.rivals[left.document.id], block.rivals[right.document.id])
    return next((level for limit, level in _CROWDS if most <= limit), "crowd")


_LEAD = 600  # characters: the first paragraphs


_WEEKS = ((1, "day"), (7, "week"), (30, "month"))
"""Days between two publications, up to which a level holds."""


def published(left: Claim, right: Claim, _: Block) -> str:
    """How far apart the documents were published: later ones tell of other events too."""
    a, b = left.document.published, right.document.published
    if a is None or b is None:
        return "unknown"
    days = abs((a.time - b.time).days)
    return next((level for most, level in _WEEKS if days <= most), "later")


def turn(left: Claim, right: Claim, block: Block) -> str:
    """Is each the first of its document on its measure? The main figure is given first."""
    first = sum(block.turns[claim.id] == 0 for claim in (left, right))
    return ("later", "one", "first")[first]


def peers(left: Claim, right: Claim, block: Block) -> str:
    """How many claims the two documents hold on the measures: a measure that each takes once is likely one fact."""
    most = max(block.peers[left.id], block.peers[right.id])
    return next((level for limit, level in _CROWDS if most <= limit), "crowd")


def role(left: Claim, right: Claim, block: Block) -> str:
    """The part that a shared measure plays in the two documents.

    It is the "toll" where it is a count that grows, told of all and first by each; "sole" where each tells it once.
    """
    a, b = _frames(left, right)
    if a.attribute is None or a.attribute != b.attribute:
        return "none"
    if a.attribute in block.kinds.single and not (a.scope.qualifier or b.scope.qualifier):
        return "toll" if turn(left, right, block) == "first" else "part"
    return "sole" if peers(left, right, block) == "one" else "several"


def bond(left: Claim, right: Claim, block: Block) -> str:
    """How many of the comparisons of words speak for one fact."""
    told = sum(
        compare(left, right, block) in _ALIKE
        for compare in (measure, noun, event, subject, near, beside, context, names, arguments)
    )
    return str(told)


_ALIKE = frozenset({"same", "akin", "some", "much", "most"})


def place(left: Claim, right: Claim, _: Block) -> str:
    """Where in the reports the claims stand: the main facts stand first."""
    first = sum(claim.sentence.start <= _LEAD for claim in (left, right))
    return ("late", "one", "first")[first]


_DIMENSIONS = frozenset({"count", "money", "share", "time", "age", "duration", "length"})


def dimension(_: Claim, __: Claim, block: Block) -> str:
    """The dimension: some hold more alike figures than others."""
    name = block.key[1].partition(":")[0]
    return name if name in _DIMENSIONS else "other"


def pattern(left: Claim, right: Claim, block: Block) -> str:
    """The frame within its dimension: a shared noun says more of a price than of a count."""
    return f"{dimension(left, right, block)} {frame(left, right, block)}"


COMPARISONS: tuple[Comparison, ...] = (
    measure,
    noun,
    frame,
    pattern,
    event,
    subject,
    qualifier,
    modality,
    near,
    beside,
    context,
    names,
    arguments,
    when,
    company,
    closeness,
    slip,
    unit,
    single,
    rivals,
    peers,
    turn,
    role,
    bond,
    place,
    published,
    dimension,
)


def agree(left: Claim, right: Claim) -> bool:
    """Can both be true, taken as they stand?"""
    if left.quantity is not None and right.quantity is not None:
        return left.quantity.interval.overlaps(right.quantity.interval)
    return left.timex is None or right.timex is None or left.timex.meets(right.timex)


def meet(levels: Levels) -> bool:
    """Do two claims with these levels say the same?"""
    return ("closeness", "meets") in levels


def evidence(left: Claim, right: Claim, block: Block) -> Levels:
    """The level of each comparison of *left* with *right*."""
    return tuple((compare.__name__, compare(left, right, block)) for compare in COMPARISONS)
