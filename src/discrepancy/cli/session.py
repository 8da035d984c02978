"""An audit: findings shown one by one, each judged with a key and a reason, and saved at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import typer
from rich.console import Console

from discrepancy.cli.known import save, today
from discrepancy.compare import in_words, put_on
from discrepancy.model import Finding, Flag, FlagVerdict
from discrepancy.report.layout import Layout
from discrepancy.report.terminal.findings import print_finding
from discrepancy.report.terminal.page import page_on

VERDICTS = {
    "e": FlagVerdict.EXPLAINED,
    "u": FlagVerdict.UPDATE,
    "m": FlagVerdict.FALSE_MATCH,
    "x": FlagVerdict.EXTRACTION_ERROR,
    "a": FlagVerdict.ACCEPTED,
    "c": FlagVerdict.TO_CORRECT,
}
_MOVES = {"s": "skip", "b": "back", "z": "undo", "q": "quit"}
_STEPS = {"s": 1, "b": -1}
_ENDS = frozenset({"q", "\x03", "\x04", "\x1b"})


@dataclass(slots=True)
class Session:
    """A walk through *findings*; *flags* are those that are there, by finding; answers are signed *by* someone."""

    findings: tuple[Finding, ...]
    flags: dict[str, Flag]
    file: Path | None
    by: str
    at: int = 0
    answers: list[tuple[int, Flag | None]] = field(default_factory=list)
    """Where each answer was given, and the flag that was there before it."""

    def run(self, console: Console) -> None:
        """Show finding after finding and take answers, until there are no more or the editor has had enough."""
        page = page_on(console)
        while self.at < len(self.findings):
            console.clear()
            print_finding(self.findings[self.at], page, Layout())
            if said := self._said():
                page.note("said", said)
            page.put()
            page.put(_keys(VERDICTS))
            page.put(f"{self.at + 1} of {len(self.findings)} · {_keys(_MOVES)}")
            if not self.answer(_key()):
                return

    def _said(self) -> str:
        """What has been answered here before."""
        flag = self.flags.get(self.findings[self.at].fingerprint)
        return in_words(flag) if flag and any(at == self.at for at, _ in self.answers) else ""

    def answer(self, key: str) -> bool:
        """Do what *key* stands for; False where it ends the audit."""
        if key in VERDICTS:
            self._judge(VERDICTS[key])
        elif key == "z":
            self._undo()
        else:
            self.at = max(0, self.at + _STEPS.get(key, 0))
        return key not in _ENDS

    def _judge(self, verdict: FlagVerdict) -> None:
        """Ask for the reason, save the flag and go on; an empty reason leaves things as they are."""
        reason = _line(f"{verdict}, because: ")
        if not reason:
            return
        flag = put_on(self.findings[self.at], Flag("", reason, verdict, by=self.by, date=today()))
        save(self.file, [flag])
        self.answers.append((self.at, self.flags.get(flag.finding)))
        self.flags[flag.finding] = flag
        self.at += 1

    def _undo(self) -> None:
        """Take the last answer back, and return to its finding."""
        if not self.answers:
            return
        self.at, earlier = self.answers.pop()
        name = self.findings[self.at].fingerprint
        save(self.file, [earlier] if earlier else [], () if earlier else (name,))
        self.flags.pop(name)
        if earlier:
            self.flags[name] = earlier


def _keys(meanings: Mapping[str, str]) -> str:
    return " · ".join(f"{key} {meaning.replace('-', ' ')}" for key, meaning in meanings.items())


def _key() -> str:
    try:
        return typer.getchar().lower()
    except (KeyboardInterrupt, EOFError):
        return "q"


def _line(prompt: str) -> str:
    try:
        return input(prompt).strip()
    except (KeyboardInterrupt, EOFError):
        return ""
