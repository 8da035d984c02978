"""How a claim came by its value, step by step: what is printed, the hedge or relation, the interval, the base unit."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest

from discrepancy.interval import Interval
from discrepancy.model import CLOCK_GRAINS, Anchor, Claim, Modifier, Printed, Quantity, Relation, Timex, plural
from discrepancy.report.calendar_words import at_the_place, calendar_span, published_words
from discrepancy.report.figures import written_out
from discrepancy.report.values import key_of, values_of

NamedStep = tuple[str, str]
"""What the step tells, and what it came to."""

_HEDGES = {
    Modifier.EXACT: "none: what rounds to it is possible",
    Modifier.ABOUT: "about: a little to either side",
    Modifier.MORE_THAN: "more than: what lies above is possible",
    Modifier.AT_LEAST: "at least: what lies above is possible too",
    Modifier.LESS_THAN: "less than: what lies below is possible",
    Modifier.AT_MOST: "at most: what lies below is possible too",
    Modifier.RANGE: "a range: both ends and all between",
}
_VAGUE = "none: a word that gives no count, with what it allows"
_COUNT = "one"  # the base unit of what has none
_RELATIONS = {
    Relation.IN: "in the time named",
    Relation.BEFORE: "before the time named",
    Relation.AFTER: "after the time named",
    Relation.BY: "by the time named",
    Relation.SINCE: "since the time named",
    Relation.UNTIL: "until the time named",
    Relation.FROM: "from the time named on",
    Relation.TO: "up to the time named",
    Relation.ABOUT: "about the time named",
    Relation.ANY: "at no time that could be held against another",
}
_ANCHORS = {
    Anchor.NONE: "none: it needs no other time",
    Anchor.PUBLISHED: "the publication, {published}",
    Anchor.NARRATIVE: "a time told before it in the text",
}


def steps_of(claim: Claim) -> tuple[NamedStep, ...]:
    """The steps from the words of *claim* to the values that it leaves possible."""
    taken: Iterator[NamedStep] = iter(())
    if claim.quantity:
        taken = _of_quantity(claim, claim.quantity)
    elif claim.timex:
        taken = _of_time(claim, claim.timex)
    return (("text", claim.literal), *taken)


def _of_quantity(claim: Claim, quantity: Quantity) -> Iterator[NamedStep]:
    wording = values_of((claim,)).wordings[key_of(claim)]
    for printed, part in zip_longest(quantity.renderings, quantity.parts[: len(quantity.renderings)]):
        yield "printed", _printed(printed)
        yield "modifier", _VAGUE if quantity.vague else _HEDGES[printed.modifier]
        if part:
            yield "interval", wording.words(part)
            yield "base unit", _in_base(part, quantity.unit)
    if len(quantity.parts) > 1:
        yield "together", wording.words(quantity.interval)
        yield "base unit", _in_base(quantity.interval, quantity.unit)
    for end, part in zip(("lower end", "upper end"), claim.spanned, strict=False):
        yield end, wording.words(part)
    if quantity.misfit:
        yield "misfit", quantity.misfit


def _printed(printed: Printed) -> str:
    """The figures, the unit or counted noun, and the worth of the last digit."""
    ends = [written_out(end) for end in dict.fromkeys((printed.lower, printed.upper)) if end is not None]
    unit = f", unit {printed.unit}" if printed.unit else ""
    return f"{'–'.join(ends)}{unit}, last digit worth {written_out(printed.step)}"


def _in_base(interval: Interval[Decimal], unit: str) -> str:
    """*interval* with its bounds written out, in the base *unit*."""
    left, right = "(" if interval.lower_open else "[", ")" if interval.upper_open else "]"
    lower, upper = (end if end is None else written_out(end) for end in (interval.lower, interval.upper))
    return f"{left}{lower or '-∞'}, {upper or '∞'}{right} {'' if unit == _COUNT else plural(unit)}".rstrip()


def _of_time(claim: Claim, timex: Timex) -> Iterator[NamedStep]:
    yield "expression", " ".join(part for part in (timex.type, timex.value, timex.mod) if part)
    yield "relation", _RELATIONS[timex.relation]
    yield "anchor", _ANCHORS[timex.anchor].format(published=published_words(claim.document.published))
    for name, interval in (("named", timex.named), ("interval", timex.interval)):
        if interval:
            yield name, calendar_span(interval if timex.zoned else at_the_place(interval))
    yield "zone", _zone(timex)
    yield "in doubt", _doubt(timex)
    if timex.misfit:
        yield "misfit", timex.misfit


def _zone(timex: Timex) -> str:
    if timex.zoned:
        return "known"
    return "not told: the clock of the place" if timex.grain in CLOCK_GRAINS else "none: the calendar of the place"


def _doubt(timex: Timex) -> str:
    """What speaks against taking the interval as it stands."""
    reasons = (
        (
            timex.doubtful,
            "it counts from a publication time that the text or others contradict, or a quotation without its day",
        ),
        (timex.ambiguous, "the text allows another reading, and the interval spans both"),
    )
    return "; ".join(words for holds, words in reasons if holds) or "no"
