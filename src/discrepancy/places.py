"""Where the rows of a TOML file stand, which its parser does not tell."""

import re


def row_line(text: str, key: str, number: int) -> int | None:
    r"""The line of the header of the table [[*key*]] that is the *number*th of its kind.

    >>> row_line("[[flag]]\na = 1\n\n[[ flag ]]", "flag", 2)
    4
    """
    header = re.compile(rf"\s*\[\[\s*{re.escape(key)}\s*\]\]")
    lines = [place for place, line in enumerate(text.split("\n"), 1) if header.match(line)]
    return lines[number - 1] if number <= len(lines) else None
