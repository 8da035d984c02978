"""Text from articles, made fit to show: it can neither mark up, nor move, nor hide anything."""

import json
import re
from typing import Any

# Nothing is seen of these, and some reorder what stands round them: bidi controls, joiners, fillers, tags, selectors.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
)
_SPACE = re.compile(r"[\s\x1c-\x1f\x85]+")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_MARK = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_STACKED = re.compile(f"([{_MARK}]{{4}})[{_MARK}]+")
_ASCII = str.maketrans(
    {
        "–": "-", "—": "--", "…": "...", "·": "-", "−": "-", "×": "x", "“": '"', "”": '"', "‘": "'", "’": "'",
        "≠": "!=", "≈": "~", "↑": "^", "‹": "[", "›": "]", "²": "2", "³": "3", "°": "", "½": "1/2",
        "£": "GBP ", "€": "EUR ", "¥": "JPY ", "₹": "INR ",
        "│": "|", "─": "-", "├": "|", "┤": "|", "┴": "+", "◆": "*", "◀": "<", "▶": ">", "╌": ".", "━": "=", "╍": ".",
    }
)  # fmt: skip
# What JSON may hold raw and a terminal had better not: DEL and C1, lone surrogates, and what is not seen.
_RAW = re.compile(f"[\x7f-\x9f\u2028\u2029\ud800-\udfff]|{_UNSEEN.pattern}")


def visible(text: str) -> str:
    r"""*text* on one line, with control characters as pictures and nothing that is not seen.

    >>> visible("a\x1b[31m  red\u202e\tword")
    'a␛[31m red word'
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text  # as most are, and a page has many
    return _STACKED.sub(r"\1", _CONTROL.sub(_picture, _SPACE.sub(" ", _UNSEEN.sub("", text))))


def _picture(control: re.Match[str]) -> str:
    code = ord(control[0])
    if code < 0x20:  # noqa: PLR2004 - the end of C0
        return chr(0x2400 + code)
    return "\u2421" if control[0] == "\x7f" else "\ufffd"


def fitted(text: str, encoding: str) -> str:
    r"""*text* in characters that *encoding* has; beyond Unicode, drawings and typography become their ASCII likes.

    >>> fitted("15–25 km · “Łódź”", "ascii")
    '15-25 km - "\\u0141\\xf3d\\u017a"'
    """
    if encoding.lower().startswith("utf"):
        return text
    return text.translate(_ASCII).encode(encoding, "backslashreplace").decode(encoding)


def json_text(value: Any, indent: int | None = None) -> str:  # noqa: ANN401 - whatever JSON holds
    """*value* as JSON that any encoding of Unicode can carry and that is safe to show in a terminal."""
    return _RAW.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=indent))


def _escaped(raw: re.Match[str]) -> str:
    return json.dumps(raw[0])[1:-1]
