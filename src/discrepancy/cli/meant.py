"""Which findings and flags are meant by ids, or by as much of them as is unique."""

import re
from collections.abc import Iterable, Mapping, Sequence
from os.path import isdir, lexists

import typer

from discrepancy.cli.messages import fail, tell
from discrepancy.model import DIFFERING, Finding

USUAL_FOLDER = "corpus"
_LISTED = 10
_ID = re.compile(r"[0-9a-f]{1,12}", re.IGNORECASE)


def parted(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Ids, the first word being one, and the paths that follow them: what is there, or does not look like an id."""
    first = next((at for at, word in enumerate(words) if at and (lexists(word) or not _ID.fullmatch(word))), len(words))
    return [word.strip().lower() for word in words[:first]], list(words[first:])


def reports(paths: Sequence[str] | None, context: typer.Context) -> list[str]:
    """The reports to check: *paths*, else those of the configuration, else the usual folder, else this one."""
    configured = (context.default_map or {}).get("paths")
    return [*(paths or configured or [USUAL_FOLDER if isdir(USUAL_FOLDER) else "."])]  # noqa: PTH112 - a Path would only be made for this


def worth_flagging(findings: Iterable[Finding]) -> dict[str, Finding]:
    """The conflicts and updates among *findings*, by id."""
    return {one.fingerprint: one for one in findings if one.verdict in DIFFERING}


def only(name: str, among: Mapping[str, str], otherwise: str, what: str = "finding") -> str:
    """The id among those that *among* explains which begins with *name*; ends the run where that is none or several.

    *what* says what has the ids.
    """
    fits = fitting(name, among)
    if len(fits) == 1:
        return fits[0]
    candidates = fits or list(among)
    for one in candidates[:_LISTED]:
        tell(f"{one}  {among[one]}")
    if len(candidates) > _LISTED:
        tell(f"and {len(candidates) - _LISTED} more")
    several = f"{name} begins the ids of {len(fits)} {what}s; give more of it"
    return fail(several if fits else f"no {what} has the id {name or '(empty)'}; {otherwise}")


def fitting(name: str, ids: Iterable[str]) -> list[str]:
    """Those of *ids* that begin with *name*; with an empty one, none does."""
    return [one for one in ids if name and one.startswith(name)]
