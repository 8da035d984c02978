"""What is known before a run: flags, the baseline; and what is to be told of them after it."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum


class FlagVerdict(StrEnum):
    """What an editor made of a finding."""

    EXPLAINED = "explained"
    UPDATE = "update"
    FALSE_MATCH = "false-match"
    EXTRACTION_ERROR = "extraction-error"
    ACCEPTED = "accepted"
    TO_CORRECT = "to-correct"


class FlagScope(StrEnum):
    """How far a flag reaches: these values of the fact, the fact whatever its values, or these outlets on the fact."""

    VALUES = "values"
    FACT = "fact"
    OUTLETS = "outlets"


@dataclass(frozen=True, slots=True)
class Flag:
    """That an editor has seen the *finding* with this fingerprint.

    *rule*, *fact* and *values* are for the reader, *outlets* for the scope of that name; *quotes*, of each camp the
    digits of its quotes, let the finding be known again, and *reports* are the paths of the reports it rests on. A flag
    holds up to and on the day on which it *expires*; what is no day stays as it is written, and counts as past. *place*
    is `file:line`.
    """

    finding: str
    reason: str
    verdict: FlagVerdict = FlagVerdict.EXPLAINED
    scope: FlagScope = FlagScope.VALUES
    rule: str = ""
    fact: str = ""
    values: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    by: str = ""
    date: dt.date | None = None
    expires: dt.date | str | None = None
    ref: str = ""
    place: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of the baseline: its fingerprint, and for the reader its verdict, rule, fact and values.

    *quotes* are as in a flag; *reports* are the paths that were checked for the whole baseline.
    """

    finding: str
    verdict: str
    rule: str
    fact: str
    values: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known before a run; without a day nothing expires, and *soon* counts days before it does.

    *whole* are the paths that are checked where none are named, and *unasked* the findings that the run cannot tell to
    be gone, since it does not read all reports they rest on.
    """

    flags: tuple[Flag, ...] = ()
    baseline: tuple[Known, ...] = ()
    today: dt.date | None = None
    soon: int = 14
    whole: tuple[str, ...] = ()
    unasked: frozenset[str] = frozenset()


class NoticeKind(StrEnum):
    """What is to be told of a flag, or of the baseline."""

    EXPIRED = "expired"
    EXPIRING = "expiring"
    STALE = "stale"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be told of the flag or the baseline's row on *finding*, which stands at *place*."""

    kind: NoticeKind
    finding: str
    fact: str
    words: str
    place: str = ""
