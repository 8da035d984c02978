"""What editors have seen and judged: flags on findings, in a file that is kept with the reports."""

from discrepancy.flags.load import FLAGS_FILE, Flag, FlagsError, FlagVerdict, load_flags, parse_flags, reasons_of
from discrepancy.flags.store import write_flag

__all__ = [
    "FLAGS_FILE",
    "Flag",
    "FlagVerdict",
    "FlagsError",
    "load_flags",
    "parse_flags",
    "reasons_of",
    "write_flag",
]
