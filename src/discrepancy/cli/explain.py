"""`discrepancy explain`: why a finding is one, number by number."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from heapq import nlargest
from typing import TYPE_CHECKING, Annotated

import typer

from discrepancy.cli.completion import shown_ids
from discrepancy.cli.meant import fitting, reports
from discrepancy.cli.messages import fail
from discrepancy.cli.options import AllowEmpty, BaselineFile, FlagsFile, Where
from discrepancy.cli.work import CacheFolder, Jobs, NoCache, Stats, Work

if TYPE_CHECKING:
    from discrepancy.model import Finding

_NEAREST = 3
_LONGEST = 12  # digits that an id has


class Format(StrEnum):
    """How the explanation is written."""

    TERMINAL = "terminal"
    JSON = "json"


Id = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="The id that `check` shows, or as much of it as is unique.", autocompletion=shown_ids
    ),
]
OutputFormat = Annotated[Format, typer.Option(help="For people, or for scripts.")]
All = Annotated[bool, typer.Option("--all", help="Show every pair and comparison, and what each looks at.")]


def explain(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    finding: Id,
    paths: Where = None,
    *,
    output_format: OutputFormat = Format.TERMINAL,
    everything: All = False,
    allow_empty: AllowEmpty = False,
    flags: FlagsFile = None,
    baseline: BaselineFile = None,
    jobs: Jobs = None,
    cache: CacheFolder = None,
    no_cache: NoCache = False,
    stats: Stats = False,
) -> None:
    """Explain a finding, number by number.

    Shows the match weights that join its claims, the steps from what is printed to what is possible, the rule that
    decided and those that did not hold, and what would let all be true. Findings of every verdict are explained.
    """
    from discrepancy.cli.examine import conclude, console, report_of, write  # noqa: PLC0415 - loaded when first needed
    from discrepancy.cli.intake import Intake  # noqa: PLC0415 - likewise
    from discrepancy.cli.known import seen_in  # noqa: PLC0415 - likewise
    from discrepancy.report.explanation import explained  # noqa: PLC0415 - likewise
    from discrepancy.report.json_explanation import explanation_text  # noqa: PLC0415 - likewise
    from discrepancy.report.terminal.explain import print_explanation  # noqa: PLC0415 - likewise

    seen = seen_in(flags, baseline, context)
    intake = Intake(reports(paths, context), allow_empty)
    report = report_of(intake, seen, Work(cache, not no_cache, jobs, stats))
    conclude(intake, report.coverage.claims)
    explanation = explained(_meant(finding.strip().lower(), report.findings))
    if output_format is Format.JSON:
        write(explanation_text(explanation))
    else:
        print_explanation(explanation, console(), everything=everything)


def _meant(name: str, findings: "Sequence[Finding]") -> "Finding":
    """The finding whose id begins with *name*; ends the run where that is none or several."""
    by_id = {one.fingerprint: one for one in findings}
    fits = fitting(name, by_id)
    if not by_id:
        fail("there are no findings in these reports")
    if len(fits) > 1:
        fail(f"{name} begins the ids of {len(fits)} findings: {', '.join(sorted(fits))}; give more of it")
    if not fits:
        likest = ", ".join(_nearest(name, sorted(by_id)))
        fail(f"no finding has the id {name or '(empty)'}; nearest are {likest}, and `check --show all` lists all")
    return by_id[fits[0]]


def _nearest(name: str, ids: Sequence[str]) -> list[str]:
    """Those of *ids* that begin most like *name*."""
    typed = name[:_LONGEST]
    return nlargest(_NEAREST, ids, key=lambda one: SequenceMatcher(None, typed, one[: len(typed)]).ratio())
