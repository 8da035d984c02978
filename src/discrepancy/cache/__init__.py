"""What was worked out once: kept in one file, and never worked out again while nothing it depends on changes."""

from discrepancy.cache.remembering import Remembering
from discrepancy.cache.settings import settings_digest
from discrepancy.cache.store import LIMIT, Store

__all__ = ["LIMIT", "Remembering", "Store", "settings_digest"]
