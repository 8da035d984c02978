"""A page to print on: lines of safe text within a width, with an indent that wrapped lines keep."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

from discrepancy.report.safe import fitted, visible

WIDEST = 120  # a longer line is hard to read
NAME_CELLS = 60  # no outlet needs more to be known by
LABEL_CELLS = 160
MARGIN = "  "


@dataclass(frozen=True, slots=True)
class Page:
    """A console, and how wide the text on it runs; where *lines* are given, they take what would be printed."""

    console: Console
    width: int
    lines: list[Text] | None = None

    @property
    def styled(self) -> bool:
        """Can the console show styles, or must characters stand for them?"""
        return self.console.color_system is not None

    def part(self, width: int) -> "Page":
        """A page *width* cells wide, whose lines are kept to be printed later."""
        return Page(self.console, width, [])

    def safe(self, text: str) -> str:
        """*text* as this page can show it: one line, in characters that the console's encoding has."""
        return fitted(visible(text), self.console.encoding)

    def text(self, *pieces: str | tuple[str, str]) -> Text:
        """The *pieces*, each a text or a text with its style, joined."""
        text = Text()
        for piece in pieces:
            words, style = (piece, "") if isinstance(piece, str) else piece
            text.append(self.safe(words), style)
        return text

    def put(self, text: Text | str = "", indent: Text | str = "", hanging: int = 0) -> None:
        """Print *text* wrapped between words, after *indent*; lines but the first stand *hanging* cells further in."""
        body = self.text(text) if isinstance(text, str) else text
        margin = self.drawn(indent) if isinstance(indent, str) else indent
        room = max(self.width - margin.cell_len - hanging, 10)
        for number, line in enumerate(body.wrap(self.console, room) or [Text()]):
            self.line(margin + Text(" " * hanging if number else "") + line)

    def line(self, text: Text) -> None:
        """Print *text* as one line, whatever its length."""
        text.rstrip()
        if self.lines is None:
            self.console.print(text, soft_wrap=True)
        else:
            self.lines.append(text)

    def at_once(self, part: "Page") -> None:
        """Print all lines that *part* has kept, which takes less time than one by one."""
        self.console.print(Text("\n").join(part.lines or ()), soft_wrap=True)

    def table(self, table: Table) -> None:
        """Print *table* without the spaces that fill its rows."""
        for segments in self.console.render_lines(table, pad=False):
            self.line(Text.assemble(*((segment.text, segment.style or "") for segment in segments)))

    def headline(self, words: str) -> None:
        """Print *words* with a rule that runs to the edge."""
        text = self.text((self.cropped(words, self.width - 4), "bold"), " ")
        self.line(text + self.drawn("─" * (self.width - text.cell_len), "dim"))

    def note(self, name: str, words: str) -> None:
        """Print *words* under the *name* of what they tell."""
        self.put(self.drawn(f"{name:<4}  ", "dim") + self.text(words), MARGIN, hanging=6)

    def command(self, name: str, parts: Sequence[str]) -> None:
        """Print a command under *name*, broken between *parts*, and in one that is too long, as a shell can take it."""
        room = self.width - len(MARGIN) - 8  # the name, and the sign of a break
        lines = [parts[0]]
        for part in parts[1:]:
            longer = f"{lines[-1]} {part}"
            if cell_len(self.safe(longer)) <= room:
                lines[-1] = longer
            else:
                lines[-1] += " \\"
                lines.append(part)
        for number, line in enumerate(lines):
            start, *rest = self._broken(line, room) if number else (self.safe(line),)
            self.put(self.drawn(" " * 8 if number else f"{name:<4}  ", "dim") + self.drawn(start), MARGIN)
            for further in rest:
                self.line(self.drawn(further))

    def _broken(self, part: str, room: int) -> list[str]:
        """*part* of a command in lines that a shell joins again: the first *room* cells wide, the others a whole line.

        Where a word goes on, nothing may stand before it.
        """
        path, ending = part.removesuffix(" \\"), " \\" if part.endswith(" \\") else ""
        words = shlex.split(path)
        if cell_len(self.safe(path)) <= room or len(words) != 1:
            return [self.safe(part)]
        lines = [""]
        for sign in words[0]:
            if cell_len(self.safe(shlex.quote(lines[-1] + sign))) >= (room if len(lines) == 1 else self.width) - 2:
                lines.append("")
            lines[-1] += sign
        quoted = [self.safe(shlex.quote(line)) for line in lines]
        return [*(f"{line}\\" for line in quoted[:-1]), quoted[-1] + ending]

    def cropped(self, words: str, room: int) -> str:
        """*words* in safe characters, cut at the end where they do not fit *room* cells."""
        safe = self.safe(words)
        dots = self.safe("…")
        return safe if cell_len(safe) <= room else set_cell_size(safe, room - len(dots)) + dots

    def drawn(self, drawing: str, style: str = "") -> Text:
        """*drawing* with its spaces kept."""
        return Text().append(fitted(drawing, self.console.encoding), style)


def page_on(console: Console) -> Page:
    """A page on *console*, no wider than text reads well."""
    return Page(console, min(console.width, WIDEST))
