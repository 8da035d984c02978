"""What editors have seen and judged: flags on findings, in a file that is kept with the reports."""

from discrepancy.flags.load import FLAGS_FILE, FlagsError, load_flags, parse_flags
from discrepancy.flags.store import change_flags, changed, merge_flags

__all__ = ["FLAGS_FILE", "FlagsError", "change_flags", "changed", "load_flags", "merge_flags", "parse_flags"]
