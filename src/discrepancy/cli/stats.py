"""What a run took, for `--stats`."""

from collections import Counter

from discrepancy.cli.messages import tell
from discrepancy.cli.work import Workshop
from discrepancy.model import Coverage

_MEGABYTE = 1_000_000


def tell_stats(workshop: Workshop, coverage: Coverage) -> None:
    """Tell what each stage took, and which blocking rule brought how many candidate pairs together."""
    from discrepancy.engine.measured import added  # noqa: PLC0415 - loaded when first needed

    elsewhere = workshop.workers.account
    recalled = elsewhere.recalled + (workshop.memory.recalled if workshop.memory else Counter())
    tell(f"{'stage':<10}{'items':>10}{'recalled':>10}{'seconds':>10}{'peak MB':>10}")
    for name, cost in added(workshop.engine.costs, elsewhere.costs).items():
        kept = recalled.get(name, 0)
        tell(f"{name:<10}{cost.items:>10,}{kept:>10,}{cost.seconds:>10.2f}{cost.peak / _MEGABYTE:>10.0f}")
    if elsewhere.peak:
        tell(f"largest of the other processes: {elsewhere.peak / _MEGABYTE:.0f} MB; seconds are those of all, added up")
    if workshop.store:
        tell(f"kept in {workshop.store.path}" if not workshop.store.problem else f"not kept: {workshop.store.problem}")
    for rule, pairs in coverage.by_rule:
        tell(f"candidate pairs by {rule}: {pairs:,}")
