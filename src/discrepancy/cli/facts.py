"""`discrepancy facts`: the facts on which several outlets speak."""

from discrepancy.cli.options import AllowEmpty, FlagsFile, Paths


def facts(paths: Paths, *, allow_empty: AllowEmpty = False, flags: FlagsFile = None) -> None:
    """List what several outlets speak of.

    The facts on which they agree are among them.
    """
    from discrepancy.cli.examine import conclude, console, flagged_in, report_of  # noqa: PLC0415 - loaded when first needed
    from discrepancy.cli.intake import Intake  # noqa: PLC0415 - likewise
    from discrepancy.report.terminal import print_facts  # noqa: PLC0415 - likewise

    known = flagged_in(flags)
    intake = Intake(paths, allow_empty)
    report = report_of(intake, known)
    if intake.read or allow_empty:
        print_facts(report, console())
    conclude(intake, report.coverage.claims)
