"""How findings stand to what has been seen: to flags, and to a baseline."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from discrepancy.compare.distinct import distinct
from discrepancy.compare.identity import fact_digits
from discrepancy.compare.recognition import known_again, quotes_of
from discrepancy.model import DIFFERING, Finding, Flag, FlagScope, Known, Notice, NoticeKind, Seen, State

_Seen = TypeVar("_Seen", bound=Flag | Known)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Findings with their states, what is to be told of what was seen, and how much of it the run cannot speak of."""

    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]
    elsewhere: int


def sides_told(finding: Finding) -> tuple[str, ...]:
    """What each outlet says, as printed: "Post: 20 km"."""
    return tuple(sorted({f"{claim.outlet}: {' '.join(claim.literal.split())}" for claim in finding.fact.claims}))


def outlets_in(finding: Finding) -> tuple[str, ...]:
    """The outlets that speak of the fact."""
    return tuple(sorted({claim.outlet for claim in finding.fact.claims}))


def put_on(finding: Finding, said: Flag) -> Flag:
    """The flag that says of *finding* what *said* does."""
    outlets = outlets_in(finding) if said.scope is FlagScope.OUTLETS else ()
    return replace(
        said,
        finding=finding.fingerprint,
        rule=finding.rule,
        fact=finding.fact.label,
        values=sides_told(finding),
        outlets=outlets,
        quotes=quotes_of(finding),
        reports=tuple(sorted({claim.document.path for claim in finding.fact.claims if claim.document.path})),
    )


def known_as(finding: Finding) -> Known:
    """*finding* as a baseline keeps it."""
    told = (finding.fact.label, sides_told(finding), quotes_of(finding))
    return Known(finding.fingerprint, finding.verdict, finding.rule, *told)


def compared(findings: Sequence[Finding], seen: Seen) -> Comparison:
    """*findings* with the names and states that *seen* gives them, and what is to be told of *seen* itself."""
    findings = distinct(findings, seen)
    if not seen.flags and not seen.baseline:
        return Comparison(findings, (), 0)
    findings = known_again(findings, seen)
    index = _index(findings, seen)
    before = {finding.fingerprint: index.follows(finding) for finding in findings}
    stated = tuple(index.state(finding, before[finding.fingerprint]) for finding in findings)
    followed = {one.finding for one in before.values() if one is not None}
    lost = [one for one in index.idle if one.finding not in followed]
    missed = [one for one in lost if one.finding not in seen.unasked]
    stale = {flag.finding for flag in missed if isinstance(flag, Flag)}
    told = (_flag_notice(flag, seen, stale=flag.finding in stale) for flag in seen.flags)
    gone = (_gone(one) for one in missed if isinstance(one, Known))
    notices = (*(notice for notice in told if notice is not None), *gone)
    return Comparison(stated, notices, len(lost) - len(missed))


def covers(flag: Flag, finding: Finding) -> bool:
    """Does *flag*, which is on the fact of *finding*, speak of *finding* too, expired or not?"""
    if flag.scope is FlagScope.VALUES:
        return flag.finding == finding.fingerprint
    return flag.scope is FlagScope.FACT or set(outlets_in(finding)) <= set(flag.outlets)


def has_expired(flag: Flag, today: date | None) -> bool:
    """Is the last day of *flag* over, or none that could be told?"""
    return isinstance(flag.expires, str) or (today is not None and flag.expires is not None and flag.expires < today)


def in_words(flag: Flag) -> str:
    """Why, and then what it was judged, by whom and when: "by road (explained, Ana, 2024-06-01, ticket 7)"."""
    day = "" if flag.date is None else flag.date.isoformat()
    return f"{flag.reason} ({', '.join(one for one in (flag.verdict.value, flag.by, day, flag.ref) if one)})"


@dataclass(frozen=True, slots=True)
class _Index:
    """What has been seen: *flags* by the marks of their facts, *idle* what fits no finding, *earlier* that by marks.

    *marks* are those of the findings, by fingerprint.
    """

    marks: Mapping[str, tuple[str, ...]]
    flags: Mapping[str, Sequence[Flag]]
    known: frozenset[str]
    idle: Sequence[Flag | Known]
    earlier: Mapping[str, Sequence[Flag | Known]]
    today: date | None

    def covering(self, finding: Finding) -> list[Flag]:
        """The flags that speak of *finding*, those of its very values first."""
        flags = {one.finding: one for mark in self.marks[finding.fingerprint] for one in self.flags.get(mark, ())}
        return sorted((one for one in flags.values() if covers(one, finding)), key=_reach)

    def follows(self, finding: Finding) -> Flag | Known | None:
        """What was seen of the fact when it had other values; None too where these were seen themselves."""
        if finding.verdict not in DIFFERING or finding.fingerprint in self.known or self.covering(finding):
            return None
        return next((one for mark in self.marks[finding.fingerprint] for one in self.earlier.get(mark, ())), None)

    def state(self, finding: Finding, earlier: Flag | Known | None) -> Finding:
        """*finding* with its state, and with what a flag says of it."""
        flags = self.covering(finding)
        holding = [flag for flag in flags if not has_expired(flag, self.today)]
        if holding:
            return replace(finding, state=State.FLAGGED, flag=in_words(holding[0]))
        if flags:
            return replace(finding, flag=f"expired {flags[0].expires}: {in_words(flags[0])}")
        if finding.fingerprint in self.known:
            return replace(finding, state=State.KNOWN)
        if isinstance(earlier, Flag):
            return replace(finding, state=State.CHANGED, flag=f"{in_words(earlier)}; then {_values(earlier)}")
        return (
            finding
            if earlier is None
            else replace(finding, state=State.CHANGED, then=f"in the baseline with {_values(earlier)}")
        )


def _index(findings: Sequence[Finding], seen: Seen) -> _Index:
    marks = {one.fingerprint: _marks(one.fingerprint, quotes_of(one)) for one in findings}
    known = frozenset(known.finding for known in seen.baseline)
    index = _Index(marks, _by_mark(seen.flags), known, (), {}, seen.today)
    used = {flag.finding for finding in findings for flag in index.covering(finding)}
    used |= {finding.fingerprint for finding in findings}
    everything: tuple[Flag | Known, ...] = (*seen.flags, *seen.baseline)
    idle = tuple(one for one in everything if one.finding not in used)
    return replace(index, idle=idle, earlier=_by_mark(idle))


def _by_mark(several: Iterable[_Seen]) -> dict[str, list[_Seen]]:
    marked: defaultdict[str, list[_Seen]] = defaultdict(list)
    for one in several:
        for mark in _marks(one.finding, one.quotes):
            marked[mark].append(one)
    return marked


def _marks(name: str, quotes: Iterable[str]) -> tuple[str, ...]:
    """What tells the fact of the finding called *name*: the digits of its words, and those of each of its *quotes*."""
    return fact_digits(name), *" ".join(quotes).split()


def _reach(flag: Flag) -> tuple[int, str]:
    """A sort key: the narrower scope first."""
    return list(FlagScope).index(flag.scope), flag.finding


def _values(earlier: Flag | Known) -> str:
    """The values with which the fact was seen."""
    return ", ".join(earlier.values) or "other values"


def _flag_notice(flag: Flag, seen: Seen, *, stale: bool) -> Notice | None:
    if stale:
        return _notice(NoticeKind.STALE, flag, "no such finding any more; `discrepancy flags prune` takes the flag out")
    if has_expired(flag, seen.today):
        return _notice(NoticeKind.EXPIRED, flag, f"expired {flag.expires}; flag the finding anew")
    if seen.today and isinstance(flag.expires, date) and flag.expires - seen.today <= timedelta(days=seen.soon):
        return _notice(NoticeKind.EXPIRING, flag, f"expires {flag.expires}")
    return None


def _notice(kind: NoticeKind, flag: Flag, words: str) -> Notice:
    return Notice(kind, flag.finding, flag.fact, words, flag.place)


def _gone(known: Known) -> Notice:
    return Notice(NoticeKind.GONE, known.finding, known.fact, "no longer found; `discrepancy baseline update` drops it")
