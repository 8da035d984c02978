"""Which of what was seen a run can tell to be gone: that whose reports it has read."""

from collections.abc import Iterable
from dataclasses import replace
from os.path import lexists, realpath
from pathlib import PurePath

from discrepancy.cli.intake import Intake
from discrepancy.model import PIPED, Flag, Known, Seen
from discrepancy.read import STANDARD_INPUT


def asked(seen: Seen, intake: Intake) -> Seen:
    """*seen*, with what a run that has read *intake* cannot tell to be gone.

    It can tell where each report lies below its paths, and none of them could not be read. A report that is there no
    more may have moved anywhere, as may one that nobody has named: of these a run can tell that reads the whole.
    """
    read, unread = _places(intake.paths), _places(one.path for one in intake.unreadable)

    def is_read(path: str) -> bool:
        if path == PIPED:
            return STANDARD_INPUT in intake.paths
        place = PurePath(realpath(path))
        around = {place, *place.parents}
        return not read.isdisjoint(around) and unread.isdisjoint(around)

    everything: tuple[Flag | Known, ...] = (*seen.flags, *seen.baseline)
    whole = all(map(is_read, seen.whole))
    reports = {report for one in everything for report in one.reports}
    told = {one for one in reports if is_read(one) or (whole and one != PIPED and not lexists(one))}
    unasked = (one for one in everything if not (told.issuperset(one.reports) if one.reports else whole))
    return replace(seen, unasked=frozenset(one.finding for one in unasked))


def _places(paths: Iterable[str]) -> frozenset[PurePath]:
    return frozenset(PurePath(realpath(path)) for path in paths if path != STANDARD_INPUT)
