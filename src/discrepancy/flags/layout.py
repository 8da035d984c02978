"""How a file of flags is laid out: a head, and a block a flag with the comments right above it."""

import re
from collections.abc import Iterable, Sequence

from discrepancy.flags.load import VERSION, FlagsError, parse_flags
from discrepancy.model import Flag

HEAD = f"""\
# What editors have seen among the findings of `discrepancy check`; written by `discrepancy flag`.
version = {VERSION}
"""
_VERSION = re.compile(r"^version\s*=\s*\d+", re.MULTILINE)
_HEADER = re.compile(r"\s*\[\[\s*flag\s*\]\]")


def blocks_of(text: str, flags: Sequence[Flag]) -> tuple[str, dict[str, str]]:
    """The head of *text*, and its blocks by the fingerprints of the *flags* in them."""
    lines = text.split("\n")
    starts = [_with_comment(lines, place) for place, line in enumerate(lines) if _HEADER.match(line)]
    ends = [*starts, len(lines)][1:]
    blocks = ["\n".join(lines[start:end]).strip() for start, end in zip(starts, ends, strict=True)]
    named = {flag.finding: block for flag, block in zip(flags, blocks, strict=False)}
    return "\n".join(lines[: starts[0]] if starts else lines), named


def text_of(head: str, blocks: dict[str, str], flags: Iterable[Flag], name: str) -> str:
    """The text of *head* and *blocks* in the order of their fingerprints; raises FlagsError if it is not of *flags*."""
    head = _VERSION.sub(f"version = {VERSION}", head, count=1)
    made = "\n\n".join([head.strip(), *(blocks[finding] for finding in sorted(blocks))]).lstrip() + "\n"
    if not _holds(made, set(flags)):
        raise FlagsError(f"{name}: laid out in a way that cannot be kept; let each [[flag]] stand on a line of its own")
    return made


def comments_above(block: str) -> str:
    """The lines of comment above the header of *block*."""
    lines = block.split("\n")
    header = next((place for place, line in enumerate(lines) if _HEADER.match(line)), 0)
    return "".join(f"{line}\n" for line in lines[:header])


def _with_comment(lines: list[str], place: int) -> int:
    while place and lines[place - 1].lstrip().startswith("#"):
        place -= 1
    return place


def _holds(text: str, flags: set[Flag]) -> bool:
    try:
        return set(parse_flags(text, "")) == flags
    except FlagsError:
        return False
