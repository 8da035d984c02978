"""Who says what, on one sheet a story: a row a fact, a column an outlet."""

from dataclasses import dataclass, replace
from string import ascii_uppercase

from discrepancy.model import Finding, Report, Verdict
from discrepancy.report.layout import Layout, arranged
from discrepancy.report.sides import camps_of, compared, outlets_of
from discrepancy.report.values import values_of

MARKS = {Verdict.CONFLICT: "≠", Verdict.UPDATE: "↑", Verdict.COMPATIBLE: "≈", Verdict.AGREE: "="}
"""How the outlets stand to each other on a fact."""

LEGEND = "≠ conflict, ↑ update, ≈ compatible, = agree; A, B, …: groups of values that can be true together"


@dataclass(frozen=True, slots=True)
class Entry:
    """A value that an outlet gives of a fact, and the *camp* that it lies in; None where there is only one."""

    value: str
    camp: int | None

    def __str__(self) -> str:
        return self.value if self.camp is None else f"{ascii_uppercase[self.camp % len(ascii_uppercase)]} {self.value}"


@dataclass(frozen=True, slots=True)
class Row:
    """A fact, and what each outlet gives, each value once; several where its reports differ."""

    finding: Finding
    entries: dict[str, tuple[Entry, ...]]

    def cell(self, outlet: str) -> str:
        """What *outlet* gives, or nothing."""
        return "; ".join(map(str, self.entries.get(outlet, ())))


@dataclass(frozen=True, slots=True)
class Matrix:
    """One story's facts on which several outlets speak; the outlets in the order of their names."""

    story: str
    outlets: tuple[str, ...]
    rows: tuple[Row, ...]


def matrices_of(report: Report) -> tuple[Matrix, ...]:
    """The sheets of *report*, a story each."""
    told = replace(report, findings=tuple(one for one in report.findings if compared(one)))
    return tuple(_matrix(story, findings) for story, findings in arranged(told, frozenset(Verdict), Layout()))


def _matrix(story: str, findings: list[Finding]) -> Matrix:
    outlets = sorted({outlet for finding in findings for outlet in outlets_of(finding.fact.claims)})
    return Matrix(story, tuple(outlets), tuple(map(_row, findings)))


def _row(finding: Finding) -> Row:
    values, camps = values_of(finding.fact.claims), camps_of(finding)
    told: dict[str, dict[Entry, None]] = {}
    for number, camp in enumerate(camps):
        for side in camp:
            entry = Entry(values.short(side.claim), number if len(camps) > 1 else None)
            told.setdefault(side.claim.outlet, {})[entry] = None
    return Row(finding, {outlet: tuple(entries) for outlet, entries in told.items()})
