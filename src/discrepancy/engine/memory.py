"""How much memory a process takes."""

import sys
from importlib import import_module


def peak_memory() -> int:
    """The most memory that this process has taken, in bytes; 0 where the system does not tell (Windows)."""
    try:
        resource = import_module("resource")
    except ImportError:
        return 0
    peak = int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return peak if sys.platform == "darwin" else peak * 1024
