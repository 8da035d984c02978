r"""Text from articles in Markdown: it marks up nothing.

>>> escaped("# 20 * 30 <b>")
'\\# 20 \\* 30 \\<b\\>'
"""

import re
from urllib.parse import quote

from discrepancy.report.safe import visible

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$]")
# At the beginning of a line these open a heading, a list, a rule or the body of a table.
_OPENING = re.compile(r"(?=[#+-](?:[#+\s-]|$)|=+\s*$|:?-+:?\s*$)|(?<=\d)(?=[.)](?:\s|$))")
_NUMBERED = re.compile(r"\d{0,9}")
_WEB = re.compile(r"https?://\S", re.IGNORECASE)


def escaped(text: str) -> str:
    """*text* on one line, as it stands."""
    return _line(_inline(text))


def _inline(text: str) -> str:
    return _SPECIAL.sub(lambda sign: f"\\{sign[0]}", visible(text))


def _line(text: str) -> str:
    """*text* with nothing at its beginning that would open a block."""
    line = text.strip()
    start = _NUMBERED.match(line).end()  # type: ignore[union-attr] # it matches nothing too
    return f"{line[:start]}\\{line[start:]}" if _OPENING.match(line, start) else line


def code(text: str) -> str:
    """*text* as code."""
    line = visible(text).strip()
    fence = "`" * (1 + max(map(len, re.findall("`+", line)), default=0))
    padded = f" {line} " if "`" in line or not line else line
    return f"{fence}{padded}{fence}"


def strong(before: str, figure: str, after: str) -> str:
    """*figure* in bold between its neighbours, all escaped; plain where Markdown might not see where bold begins."""
    left, bold, right = map(_inline, (before, figure, after))
    clear = _clear(before[-1:], figure[:1]) and _clear(after[:1], figure[-1:])
    return _line(f"{left}**{bold}**{right}" if clear else f"{left}{bold}{right}")


def _clear(outer: str, inner: str) -> bool:
    """Can asterisks between the two be told for an edge of bold text? (CommonMark 6.2)."""
    return inner.isalnum() or (bool(inner.strip()) and not outer.strip())


def link(words: str, url: str) -> str:
    """*words* as a link, where *url* leads to the web."""
    if not _WEB.match(url):
        return escaped(words)
    return f"[{_inline(words)}](<{quote(url.encode('utf-8', 'replace'), safe=_IN_URLS)}>)"


_IN_URLS = ":/?#[]@!$&'()*+,;=%~-._"
