"""Where the rows of a TOML file stand, and its faults."""

import re


def row_lines(text: str, key: str) -> dict[int, int]:
    r"""The lines of the headers of the tables [[*key*]], by which of them it is, from 1.

    >>> row_lines("[[flag]]\na = 1\n\n[[ flag ]]", "flag")
    {1: 1, 2: 4}
    """
    header = re.compile(rf"\s*\[\[\s*{re.escape(key)}\s*\]\]")
    lines = (place for place, line in enumerate(text.split("\n"), 1) if header.match(line))
    return dict(enumerate(lines, 1))


def key_line(text: str, key: str) -> int | None:
    r"""The first line that sets *key*, or opens the table of that name.

    >>> key_line("# words\n[settings]\nshow = 1", "settings"), key_line("a = 1\nshow = 1", "show")
    (2, 2)
    """
    name = re.escape(key)
    setting = re.compile(rf"""\s*(?:\[\s*{name}\s*[\].]|["']?{name}["']?\s*[.=])""")
    return next((place for place, line in enumerate(text.split("\n"), 1) if setting.match(line)), None)


def marks_conflict(text: str, line: int | None) -> bool:
    """Is *line* one by which git marks where two branches conflict?"""
    return line is not None and text.split("\n")[line - 1].startswith("<<<<<<<")


def fault(error: Exception) -> tuple[int | None, str]:
    """The line and the words of a parser's error.

    >>> fault(ValueError("Invalid value (at line 2, column 9)"))
    (2, 'invalid value in column 9')
    """
    text = str(error)
    place = re.search(r" \(at line (\d+), column (\d+)\)$", text)
    what = f"{text[: place.start()]} in column {place[2]}" if place else text
    return int(place[1]) if place else None, what[:1].lower() + what[1:]
