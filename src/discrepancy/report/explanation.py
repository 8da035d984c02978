"""Why a finding is one: what joins its claims, which rung decided, and what would let all be true."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from discrepancy.judge.rules import RULES, WITHIN_ONE_REPORT, Rule
from discrepancy.match.evidence import COMPARISONS, TOGETHER
from discrepancy.match.outright import OUTRIGHT
from discrepancy.match.weights import PRIOR, probability
from discrepancy.model import Claim, Evidence, Finding, Link
from discrepancy.report.reach import ways_of
from discrepancy.report.sides import Side, camps_of

SLIGHT = 0.25
"""Bits below which a comparison moves a probability by no more than a twentieth."""

SCORE_MEANS = (
    "The probability that two claims of the finding speak of one fact, as learnt on annotated events; "
    "it does not say which of them is right."
)
SCORE_OF_ONE = "It lies within one claim: no two claims had to be joined."


MEANS = {
    PRIOR[0]: "What holds of any two claims of one story and dimension, before they are compared.",
    **{one.__name__: (one.__doc__ or "").partition("\n")[0].strip() for one in (*COMPARISONS, *TOGETHER)},
    **{name: means for (name, _), means in OUTRIGHT.items()},
    "rank": "Is each the other's best partner among the claims of the two documents?",
    "elsewhere": "Does the other document say the same in another place?",
}
"""What each comparison looks at."""


@dataclass(frozen=True, slots=True)
class Step:
    """One comparison's part in a waterfall: *total* is the sum so far in bits, *chance* what it amounts to."""

    comparison: str
    level: str
    weight: float
    total: float
    chance: float


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The match weights of two claims, from the prior on the largest first; *scores* says that it gives the score."""

    left: Claim
    right: Claim
    steps: tuple[Step, ...]
    chance: float
    joins: bool
    scores: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """A *finding* taken apart; *passed* are the rungs asked before the one that decided, *ways* sentences."""

    finding: Finding
    waterfalls: tuple[Waterfall, ...]
    sides: tuple[Side, ...]
    passed: tuple[Rule, ...]
    decided: Rule
    ways: tuple[str, ...]

    @property
    def score_means(self) -> str:
        """What the score of the finding says."""
        return SCORE_MEANS if self.waterfalls else SCORE_OF_ONE


def explained(finding: Finding) -> Explanation:
    """Why *finding* is one."""
    decided = next(rule for rule in RULES if rule.code == finding.rule)
    alone = finding.rule in {code for code, *_ in WITHIN_ONE_REPORT}
    passed = () if alone else RULES[: RULES.index(decided)]
    sides = tuple(side for camp in camps_of(finding) for side in camp)
    return Explanation(finding, tuple(_waterfalls(finding)), sides, passed, decided, ways_of(finding))


def told(explanation: Explanation, *, everything: bool) -> list[Waterfall]:
    """The waterfalls worth telling: of the pairs that join the claims and of the one that gives the score, or all."""
    return [one for one in explanation.waterfalls if everything or one.joins or one.scores]


def folded(steps: Sequence[Step]) -> tuple[list[Step], Step | None]:
    """*steps* without the near-zero ones, and these summed as one; the prior always stands."""
    kept = [one for one in steps if abs(one.weight) >= SLIGHT or one.comparison == PRIOR[0]]
    rest = steps[len(kept) :]  # the largest come first
    if not rest:
        return kept, None
    last = rest[-1]
    return kept, Step("others", f"{len(rest)}", sum(one.weight for one in rest), last.total, last.chance)


def _waterfalls(finding: Finding) -> Iterator[Waterfall]:
    """The links between the claims, surest first."""
    claims = {claim.id: claim for claim in finding.fact.claims}
    links = sorted(finding.fact.links, key=lambda link: (-link.probability, link.left, link.right))
    joining = _joining(links)
    for link in links:
        left, right = claims[link.left], claims[link.right]
        yield Waterfall(
            left, right, _steps(link.evidence), link.probability, link in joining, link == finding.scored_by
        )


def _joining(links: Sequence[Link]) -> list[Link]:
    """Those of *links*, the surest first, each of which connects claims that no surer ones do."""
    group: dict[str, frozenset[str]] = {}
    found: list[Link] = []
    for link in links:
        a, b = (group.get(one, frozenset({one})) for one in (link.left, link.right))
        if a != b:
            group.update(dict.fromkeys(a | b, a | b))
            found.append(link)
    return found


def _steps(evidence: Sequence[Evidence]) -> tuple[Step, ...]:
    """*evidence* as a waterfall: the prior, then the largest weights first."""
    ordered = sorted(evidence, key=lambda one: (one.comparison != PRIOR[0], -abs(one.weight), one.comparison))
    totals = accumulate(one.weight for one in ordered)
    return tuple(
        Step(one.comparison, one.level, one.weight, total, probability(total))
        for one, total in zip(ordered, totals, strict=True)
    )
