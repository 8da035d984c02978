"""The verdict on a fact: the first rung that holds decides, and its docstring is what the editor reads."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass

from discrepancy.judge.camps import Camps, camps_of
from discrepancy.judge.case import ABOUT_THEN, Case, stated
from discrepancy.judge.growing import grows
from discrepancy.judge.passing import a_birthday_lies_between, changes_from_day_to_day, lasts_for_days
from discrepancy.judge.reasons import explained
from discrepancy.judge.scope import is_part, limit_in
from discrepancy.judge.words import printed_as
from discrepancy.knowledge.frames import AttributeRow
from discrepancy.model import FIRM, HELD, Claim, Fact, Frame, Modality, Modifier, Quantity, Verdict

Predicate = Callable[[Case], bool]


@dataclass(frozen=True, slots=True)
class Rung:
    """A rule with its verdict; *holds* is asked in the order of the ladder."""

    rule: str
    verdict: Verdict
    holds: Predicate

    @property
    def means(self) -> str:
        """What the rule says, in one sentence."""
        return (self.holds.__doc__ or "").strip()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with the rung that decided and the sentence that says why."""

    verdict: Verdict
    rule: str
    why: str
    camps: Camps


def says_the_same(case: Case) -> bool:
    """All give the same value."""
    return len(case.camps) == 1 and len({printed_as(claim) for claim in case.sides}) == 1


def overlaps(case: Case) -> bool:
    """Rounding, hedges, conversion, a less precise date or another clock explain the difference."""
    return all(left.meets(right) or _hedge_one_figure(left, right) for left, right in case.crossing)


def _hedge_one_figure(*pair: Claim) -> bool:
    """Is it one figure that one comes close to and the other passes: "nearly 90" and "more than 90"?"""
    figures = {(claim.quantity.printed.lower, claim.quantity.printed.unit) for claim in pair if claim.quantity}
    return len(figures) == 1 and all(_comes_close(claim.quantity) for claim in pair)


def _comes_close(quantity: Quantity | None) -> bool:
    """Does a hedge leave only what lies close to the figure, or above it?"""
    if quantity is None or quantity.printed.modifier in (Modifier.EXACT, Modifier.RANGE):
        return False
    lower, upper = quantity.interval.lower, quantity.interval.upper
    return lower is not None and (upper is None or lower * 2 > upper)


def differs_in_modality(case: Case) -> bool:
    """A forecast, a denial or a supposition does not contradict what is asserted, nor one's forecast another's."""
    return _can_be_true(case.sides, _put_forward)


def is_doubtful(case: Case) -> bool:
    """A date counts from a doubtful day, of publication or of a quotation, or can be read in two ways."""
    return _can_be_true(filter(_is_firm, case.sides), _put_forward)


def differs_in_scope(case: Case) -> bool:
    """The figures cover different things: part and whole, or another definition."""
    alike = _can_be_true(filter(_is_firm, case.sides), _put_forward, limit_in(case))
    return alike or all(is_part(a, b, case) or is_part(b, a, case) for a, b in case.crossing)


def is_vague(case: Case) -> bool:
    """A vague count ("several", "dozens") does not contradict a figure."""
    counted = (claim for claim in case.sides if _is_firm(claim) and not (claim.quantity and claim.quantity.vague))
    return _can_be_true(counted, _put_forward, limit_in(case))


def _can_be_true(claims: Iterable[Claim], *alike: Callable[[Claim], Hashable]) -> bool:
    """Can all *claims* be true of those that are *alike*? What is put forward as untrue or not certain is none."""
    groups: defaultdict[tuple[Hashable, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[tuple(key(claim) for key in alike)].append(claim)
    return all(len(camps_of(group)) <= 1 for (first, *_), group in groups.items() if first is not None)


def _put_forward(claim: Claim) -> Hashable:
    """As true, or by whom as to come, or as a date to come; else as nothing that another could contradict.

    What one means to do oneself ("it would cut 500 jobs") is one plan, whoever is named for it.
    """
    modality = claim.frame.modality if claim.frame else Modality.ASSERTED
    if _is_to_come(claim) and modality in HELD:
        return "planned"
    if modality is Modality.FORECAST:
        return (None if claim.frame is None or _tells_of_oneself(claim.frame) else claim.frame.attribution,)
    return "true" if modality in FIRM else None


def _tells_of_oneself(frame: Frame) -> bool:
    """Is it of the speaker: "the firm said it would cut 500 jobs", "the firm will cut 500 jobs, it said"?"""
    said, subject = (frame.attribution or "").lower(), frame.subject
    return subject in _ONESELF or said in _ONESELF or said == subject


_ONESELF = frozenset({"it", "they", "we"})


def _is_to_come(claim: Claim) -> bool:
    """Is it a date after the day of publication, on which something is to happen, whoever says so?"""
    published, told = claim.document.published, claim.timex and claim.timex.interval
    return bool(published and told and told.lower and told.lower - published.time >= ABOUT_THEN)


def _is_firm(claim: Claim) -> bool:
    return claim.timex is None or not (claim.timex.doubtful or claim.timex.ambiguous)


def begins_or_ends_apart(case: Case) -> bool:
    """A period is told with another beginning or another end."""
    return all(claim.timex is not None and claim.timex.is_edge for claim in case.sides)


def ends_apart(case: Case) -> bool:
    """A range is told with another lower end or another upper end."""
    return all(claim.spanned for claim in case.sides)


def exclude_each_other(_: Case) -> bool:
    """No value satisfies all."""
    return True


LADDER = (
    Rung("A101", Verdict.AGREE, says_the_same),
    Rung("U201", Verdict.UPDATE, grows),
    Rung("C301", Verdict.COMPATIBLE, overlaps),
    Rung("C302", Verdict.COMPATIBLE, differs_in_modality),
    Rung("C303", Verdict.COMPATIBLE, is_doubtful),
    Rung("C304", Verdict.COMPATIBLE, differs_in_scope),
    Rung("C305", Verdict.COMPATIBLE, is_vague),
    Rung("C306", Verdict.COMPATIBLE, lasts_for_days),
    Rung("C307", Verdict.COMPATIBLE, changes_from_day_to_day),
    Rung("C308", Verdict.COMPATIBLE, a_birthday_lies_between),
    Rung("D402", Verdict.CONFLICT, begins_or_ends_apart),
    Rung("D403", Verdict.CONFLICT, ends_apart),
    Rung("D401", Verdict.CONFLICT, exclude_each_other),
)
"""A: agree, U: update, C: compatible, D: discrepancy."""


def judge(fact: Fact, measures: Mapping[str, AttributeRow]) -> Judgement:
    """The verdict of the first rung that holds for *fact*."""
    camps = camps_of(fact.claims)
    case = Case(fact, camps, _measure(fact, measures))
    rung = next(rung for rung in LADDER if rung.holds(case))
    if rung.rule == "U201" and len(camps) == 1:  # hedges alone let all be true
        camps = _by_value(case)
    why = explained(case.sides) if rung.holds is overlaps else ""
    return Judgement(rung.verdict, rung.rule, why or rung.means, camps)


def _measure(fact: Fact, measures: Mapping[str, AttributeRow]) -> AttributeRow | None:
    """The measure of *fact*: the one that most claims name, where all others are akin to it ("bodies", "deaths")."""
    named = Counter(claim.frame.attribute for claim in fact.claims if claim.frame and claim.frame.attribute)
    if not named:
        return None
    first, *others = (measures.get(name) for name, _ in named.most_common())
    akin = all(first and other and (other.name in first.akin or first.name in other.akin) for other in others)
    return first if akin else None


def _by_value(case: Case) -> Camps:
    """A growing count's camps: the claims of each stated figure."""
    figures = sorted({stated(claim) for claim in case.sides}, key=lambda value: (value is None, value))
    return tuple(tuple(claim for claim in case.sides if stated(claim) == figure) for figure in figures)
