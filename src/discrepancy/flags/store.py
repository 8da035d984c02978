"""Writing the flags file: whole or not at all, one writer at a time, the comments of others kept."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from discrepancy.flags.layout import HEAD, blocks_of, comments_above, text_of
from discrepancy.flags.load import FLAGS_FILE, FlagsError, flags_text, parse_flags
from discrepancy.flags.merge import joined, sides_of
from discrepancy.model import Flag
from discrepancy.storage import alone_in, reason_of, replace_text, toml_lines

_DEFAULTS = Flag("", "")
_ALWAYS = frozenset({"verdict"})
_ORDER = (
    *("finding", "scope", "rule", "fact", "values", "outlets"),
    *("verdict", "reason", "by", "date", "expires", "ref"),
    *("reports", "quotes"),
)


def change_flags(path: Path, added: Sequence[Flag] = (), dropped: Collection[str] = ()) -> None:
    """Put *added* into the file at *path*, in place of earlier ones on the same findings, and take *dropped* out.

    Raises FlagsError.
    """
    _rewrite(path, lambda text: changed(text, added, dropped, str(path)))


def merge_flags(path: Path, theirs: Path | None = None) -> None:
    """Join the flags in *path* with *theirs*, else with those that git has marked in it; raises FlagsError."""

    def merged(text: str) -> str:
        ours, others = sides_of(text)
        return joined(ours, others if theirs is None else flags_text(theirs), str(path))

    _rewrite(path, merged)


def _rewrite(path: Path, change: Callable[[str], str]) -> None:
    """Put in the file at *path* what *change* makes of its text; raises FlagsError."""
    path = path.resolve()  # so that a link stays one
    try:
        with alone_in(path.parent):
            before = flags_text(path)
            after = change(before)
            if after != before:
                replace_text(path, after)
    except OSError as error:
        raise FlagsError(f"{path}: cannot be written ({reason_of(error)})") from None


def changed(text: str, added: Sequence[Flag] = (), dropped: Collection[str] = (), name: str = FLAGS_FILE) -> str:
    """The *text* of a flags file, changed, its flags in the order of their fingerprints; raises FlagsError."""
    flags = {flag.finding: flag for flag in parse_flags(text, name)}
    new = [flag for flag in added if not _is_there(flag, flags)]
    gone = {flag.finding for flag in new} | (set(dropped) & set(flags))
    if not gone:
        return text
    head, blocks = blocks_of(text or HEAD, [*flags.values()])
    kept = {name: block for name, block in blocks.items() if name not in gone}
    kept |= {one.finding: comments_above(blocks.get(one.finding, "")) + _block(one) for one in new}
    return text_of(head, kept, [*(flag for flag in flags.values() if flag.finding not in gone), *new], name)


def _is_there(flag: Flag, flags: dict[str, Flag]) -> bool:
    """Is there the same flag already, be it of an earlier day?"""
    old = flags.get(flag.finding)
    return old is not None and replace(old, date=flag.date) == flag


def _block(flag: Flag) -> str:
    """*flag* as a row; what is as it always is goes without saying."""
    row = {name: _plain(getattr(flag, name)) for name in _ORDER if name in _ALWAYS or _tells(flag, name)}
    return f"[[flag]]\n{toml_lines(row)}"


def _tells(flag: Flag, name: str) -> bool:
    return bool(getattr(flag, name) != getattr(_DEFAULTS, name))


def _plain(value: object) -> object:
    """*value* in the types of TOML."""
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, date) else str(value)
