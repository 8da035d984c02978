r"""Text from articles in Markdown: it marks up nothing.

>>> escaped("# 20 * 30 <b>")
'\\# 20 \\* 30 \\<b\\>'
"""

import re
from urllib.parse import quote

from discrepancy.report.safe import visible

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$]")
_OPENING = re.compile(r"([#+=:-])|(\d{1,9})([.)])")  # at the beginning of a line: headings, lists, rules
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)


def escaped(text: str) -> str:
    """*text* on one line, as it stands."""
    line = _SPECIAL.sub(lambda sign: f"\\{sign[0]}", visible(text).strip())
    opening = _OPENING.match(line)
    if opening is None:
        return line
    return f"\\{line}" if opening[1] else f"{opening[2]}\\{opening[3]}{line[opening.end() :]}"


def code(text: str) -> str:
    """*text* as code."""
    line = visible(text).strip()
    fence = "`" * (1 + max(map(len, re.findall("`+", line)), default=0))
    padded = f" {line} " if "`" in line or not line else line
    return f"{fence}{padded}{fence}"


def strong(before: str, figure: str, after: str) -> str:
    """*figure* in bold between its neighbours, all escaped; plain where Markdown might not see where bold begins."""
    left, plain, right = (escaped(f"x{part}x")[1:-1] for part in (before, figure, after))
    clear = _clear(before[-1:], figure[:1]) and _clear(after[:1], figure[-1:])
    return f"{left}**{plain}**{right}" if clear else f"{left}{plain}{right}"


def _clear(outer: str, inner: str) -> bool:
    """Can asterisks between the two be told for an edge of bold text? (CommonMark 6.2)."""
    return inner.isalnum() or (bool(inner.strip()) and not outer.strip())


def link(words: str, url: str) -> str:
    """*words* as a link, where *url* leads to the web."""
    if not _WEB.fullmatch(url):
        return escaped(words)
    return f"[{escaped(words)}](<{quote(url.encode('utf-8', 'replace'), safe=_IN_URLS)}>)"


_IN_URLS = ":/?#[]@!$&'()*+,;=%~-._"
