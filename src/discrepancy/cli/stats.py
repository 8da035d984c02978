"""What a run took, for `--stats`."""

from discrepancy.cli.messages import tell
from discrepancy.cli.work import Workshop
from discrepancy.model import Coverage

_MEGABYTE = 1_000_000


def tell_stats(workshop: Workshop, coverage: Coverage) -> None:
    """Tell what each stage took, and which blocking rule brought how many candidate pairs together."""
    recalled = workshop.memory.recalled if workshop.memory else {}
    tell(f"{'stage':<10}{'items':>10}{'recalled':>10}{'seconds':>10}{'peak MB':>10}")
    for name, cost in workshop.engine.costs.items():
        kept = recalled.get(name, 0)
        tell(f"{name:<10}{cost.items:>10,}{kept:>10,}{cost.seconds:>10.2f}{cost.peak / _MEGABYTE:>10.0f}")
    if workshop.pool.peak:
        tell(f"largest of the other processes: {workshop.pool.peak / _MEGABYTE:.0f} MB")
    if workshop.store:
        tell(f"kept in {workshop.store.path}" if not workshop.store.problem else f"not kept: {workshop.store.problem}")
    for rule, pairs in coverage.by_rule:
        tell(f"candidate pairs by {rule}: {pairs:,}")
