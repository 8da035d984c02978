"""Which findings are new, and which has an editor already seen?"""

from discrepancy.compare.identity import VERSION, fact_digits, fingerprint
from discrepancy.compare.states import seen

__all__ = ["VERSION", "fact_digits", "fingerprint", "seen"]
