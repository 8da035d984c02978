"""`discrepancy timeline`: what happened when, outlet by outlet."""

from discrepancy.cli.options import AllowEmpty, Paths
from discrepancy.cli.work import CacheFolder, Jobs, NoCache, Work


def timeline(
    paths: Paths,
    *,
    allow_empty: AllowEmpty = False,
    jobs: Jobs = None,
    cache: CacheFolder = None,
    no_cache: NoCache = False,
) -> None:
    """Set out what happened when.

    The dated claims stand in the order of the dates they speak of, in a column for each outlet.
    """
    from discrepancy.cli.examine import claims_in, conclude, console  # noqa: PLC0415 - loaded when first needed
    from discrepancy.cli.intake import Intake  # noqa: PLC0415 - likewise
    from discrepancy.report.terminal.timeline import print_timeline  # noqa: PLC0415 - likewise

    intake = Intake(paths, allow_empty)
    found = list(claims_in(intake, Work(cache, not no_cache, jobs)))
    if found:
        print_timeline(found, console())
    conclude(intake, len(found))
