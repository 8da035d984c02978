"""What was known when the program was adopted: a snapshot of findings, in a file that is kept with the reports."""

from discrepancy.baseline.load import BASELINE_FILE, Baseline, BaselineError, load_baseline, parse_baseline
from discrepancy.baseline.store import baseline_text, write_baseline

__all__ = [
    "BASELINE_FILE",
    "Baseline",
    "BaselineError",
    "baseline_text",
    "load_baseline",
    "parse_baseline",
    "write_baseline",
]
