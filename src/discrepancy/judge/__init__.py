"""Can they all be true; if not, is it a conflict or an update?"""

from discrepancy.judge.camps import camps_of
from discrepancy.judge.confidence import confidence
from discrepancy.judge.internal import grown, misfits, put_right, twice_told
from discrepancy.judge.ladder import LADDER, Judgement, judge
from discrepancy.judge.rules import RULES, Rule

__all__ = [
    "LADDER",
    "RULES",
    "Judgement",
    "Rule",
    "camps_of",
    "confidence",
    "grown",
    "judge",
    "misfits",
    "put_right",
    "twice_told",
]
