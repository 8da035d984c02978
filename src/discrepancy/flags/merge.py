"""Two branches' flags joined: where git sees lines that touch, flags stand that have nothing to do with each other."""

import datetime as dt

from discrepancy.flags.layout import HEAD, blocks_of, text_of
from discrepancy.flags.load import parse_flags
from discrepancy.model import Flag

_MARKS = {"<<<<<<<": (True, False), "|||||||": (False, False), "=======": (False, True), ">>>>>>>": (True, True)}
"""Whether the lines after a conflict marker stand in ours, and in theirs."""


def sides_of(text: str) -> tuple[str, str]:
    """Ours and theirs, of a *text* in which git has marked where they conflict."""
    sides: tuple[list[str], list[str]] = ([], [])
    holds = (True, True)
    for line in text.split("\n"):
        if line[:7] in _MARKS and line[7:8] in ("", " "):
            holds = _MARKS[line[:7]]
            continue
        for side, here in zip(sides, holds, strict=True):
            side.extend([line] if here else [])
    ours, theirs = ("\n".join(side) for side in sides)
    return ours, theirs


def joined(ours: str, theirs: str, name: str) -> str:
    """The text of a file with the flags of both; of two on one finding, the later. Raises FlagsError."""
    flags = [{flag.finding: flag for flag in parse_flags(side, name)} for side in (ours, theirs)]
    head, blocks = blocks_of(ours or HEAD, [*flags[0].values()])
    _, others = blocks_of(theirs, [*flags[1].values()])
    taken = {finding for finding, flag in flags[1].items() if _is_later(flag, flags[0].get(finding))}
    blocks |= {finding: block for finding, block in others.items() if finding in taken}
    kept = {**flags[0], **{finding: flags[1][finding] for finding in taken}}
    return text_of(head, blocks, kept.values(), name)


def _is_later(flag: Flag, other: Flag | None) -> bool:
    return other is None or (flag.date or dt.date.min) > (other.date or dt.date.min)
