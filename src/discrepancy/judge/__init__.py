"""Can they all be true; if not, is it a conflict or an update?"""

from discrepancy.judge.camps import camps_of
from discrepancy.judge.internal import grown, misfits, put_right, twice_told
from discrepancy.judge.ladder import LADDER, Judgement, judge
from discrepancy.judge.rules import RULES, Rule
from discrepancy.judge.scoring import scoring

__all__ = [
    "LADDER",
    "RULES",
    "Judgement",
    "Rule",
    "camps_of",
    "grown",
    "judge",
    "misfits",
    "put_right",
    "scoring",
    "twice_told",
]
