"""Which findings are new, and which has an editor already seen?"""

from discrepancy.compare.identity import VERSION, fact_digits, fingerprint
from discrepancy.compare.policy import USUALLY, FailOn, fails, news, surer
from discrepancy.compare.states import compared, has_expired, in_words, known_as, put_on

__all__ = [
    "USUALLY",
    "VERSION",
    "FailOn",
    "compared",
    "fact_digits",
    "fails",
    "fingerprint",
    "has_expired",
    "in_words",
    "known_as",
    "news",
    "put_on",
    "surer",
]
