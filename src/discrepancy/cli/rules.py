"""`discrepancy rules`: the rules by which findings are made."""

from typing import Annotated

import typer

from discrepancy.cli.messages import fail


def _codes() -> list[str]:
    from discrepancy.judge import RULES  # noqa: PLC0415 - loaded when first needed

    return [rule.code for rule in RULES]


Codes = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[CODE]...", help="Rules to show; by default all.", show_default=False, autocompletion=_codes
    ),
]


def rules(codes: Codes = None) -> None:
    """Explain the rules, each with an example.

    A finding names the rule that decided it. The rules are asked in the order in which they are listed, and the first
    that holds decides.
    """
    from discrepancy.cli.examine import console  # noqa: PLC0415 - loaded when first needed
    from discrepancy.judge import RULES  # noqa: PLC0415 - likewise
    from discrepancy.report.terminal.rules import print_rules  # noqa: PLC0415 - likewise

    wanted = {code.upper() for code in codes or ()}
    known = {rule.code for rule in RULES}
    if unknown := sorted(wanted - known):
        fail(f"no rule is called {unknown[0]}; known are {', '.join(sorted(known))}")
    print_rules([rule for rule in RULES if not wanted or rule.code in wanted], console())
