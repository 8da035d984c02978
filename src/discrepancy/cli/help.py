"""Help as people read it: arguments without the types of Python, examples below, and what to do first."""

from typing import Any

from typer.core import TyperCommand

FIRST = """\
Find figures and dates on which several reports cannot all be right:
  1. Put the reports of an event into a folder: corpus/bridge/gazette.txt, …
  2. See where they exclude each other:   discrepancy check corpus/
  3. Say why one need not stop you again: discrepancy flag ID --reason "…"
Then: discrepancy --help, and discrepancy check --help for examples."""

EXAMPLES = {
    "check": (
        ("conflicts and updates below a folder", "check corpus/"),
        ("a page to read and to send, beside what the terminal shows", "check corpus/ --output html=report.html"),
        ("the ten surest conflicts, whatever their story", "check corpus/ --show conflict --sort score --limit 10"),
        ("notes to paste into a message to the desks", "check corpus/ --output markdown=notes.md"),
        ("everything that was compared, for scripts", "check corpus/ --output-format json --show all"),
    ),
    "claims": (
        ("every figure and date of one report", "claims report.txt"),
        ("the same for scripts, from standard input", "claims - --output-format jsonl < report.txt"),
    ),
    "facts": (
        ("what several outlets speak of, agreeing ones included", "facts corpus/"),
        ("a sheet a story: a row a fact, a column an outlet", "facts corpus/ --matrix"),
        ("the same for a spreadsheet", "facts corpus/ --matrix --output-format csv > facts.csv"),
    ),
    "timeline": (("dated claims in their order, a column an outlet", "timeline corpus/"),),
    "explain": (
        ("the numbers behind a finding in corpus/", "explain c07c36"),
        ("the same for scripts, of other reports", "explain 4be1c0 news/ --output-format json"),
    ),
    "rules": (("what a rule means, with an example", "rules D401"),),
    "flag": (
        ("say why a finding in corpus/ need not stop anyone", 'flag c07c36 --reason "by road, not as the crow flies"'),
        ("let it hold until a day, whatever the values", 'flag c07c36 --scope fact --expires 2031-01-01 --reason "…"'),
        ("say that it was no finding at all", 'flag 4be1c0 news/ --verdict false-match --reason "two bridges"'),
    ),
    "unflag": (("take a flag back", "unflag c07c36"),),
    "audit": (
        ("go through what is not flagged yet", "audit reports/"),
        ("tell how often findings were right so far, rule by rule", "audit --stats"),
    ),
    "create": (("let what is there fail no check", "baseline create reports/"),),
    "prune": (("see which flags have lost their finding", "flags prune reports/ --dry-run"),),
}


def _unless_configured(name: str, words: str) -> str:
    """The help of an argument; it is not required where it may be configured."""
    return words.removesuffix("  [required]") if name == "PATH..." else words


class Command(TyperCommand):
    """A command whose arguments are named in its help and not typed: "PATH", not "PATH <list[str]>"."""

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - the library keeps these types to itself
        """Write the arguments and the options."""
        rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for one in self.get_params(ctx):
            if record := one.get_help_record(ctx):
                rows[one.param_type_name].append(record)
        rows["argument"] = [(name.partition(" <")[0], words) for name, words in rows["argument"]]
        rows["argument"] = [(name, _unless_configured(name, words)) for name, words in rows["argument"]]
        for kind, told in rows.items():
            if told:
                with formatter.section(f"{kind.title()}s"):
                    formatter.write_dl(told)

    def format_epilog(self, _: Any, formatter: Any) -> None:  # noqa: ANN401 - likewise
        """Write the examples, line by line."""
        if told := EXAMPLES.get(self.name or ""):
            with formatter.section("Examples"):
                for what, command in told:
                    formatter.write(f"  {what}:\n    discrepancy {command}\n")
