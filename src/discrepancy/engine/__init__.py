"""Where a check is worked on: in several processes of this machine, with an account of what it took."""

from discrepancy.engine.elsewhere import Account
from discrepancy.engine.measured import Cost, Measured
from discrepancy.engine.pool import Pool
from discrepancy.engine.spreading import Advance, Spreading

__all__ = ["Account", "Advance", "Cost", "Measured", "Pool", "Spreading"]
