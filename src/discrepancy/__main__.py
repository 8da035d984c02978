"""`discrepancy`, and `python -m discrepancy`: light, since each process of a pool loads it anew."""

import sys

INTERRUPTED = 130
"""The status with which Ctrl-C ends a run, also while it loads what it needs."""


def main() -> None:
    """Run the command line."""
    try:
        from discrepancy.cli import main as run  # noqa: PLC0415 - loaded when it is run, and by no process of a pool

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
