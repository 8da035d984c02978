"""Stamps: when a message was posted, or the page itself brought up to date; neither tells of what happened."""

import re

from discrepancy.model import Document, Mention, TimePhrase

STAMP = "a stamp, not a claim"

_POSTED = re.compile(r"\(@\w{1,30}\)[\s·,-]{1,4}\Z")
_UPDATED = re.compile(
    r"\A[\W_]{0,4}(?:this \w{3,8} (?:was |has been ))?(?:last |first )?(?:updated|published|posted|modified)"
    r"(?::| at| on)?\s{0,3}\Z",
    re.IGNORECASE,
)
_END = re.compile(r"[\W_]*(?:[A-Z]{2,4}\b)?[\W_]*\Z")
LONGEST = 48
"""How many characters before a time tell that it is a stamp, and how many may stand behind it."""


def is_stamp(document: Document, mention: Mention[TimePhrase]) -> bool:
    """Does the time of *mention* stand behind the name of an account, or alone in a line on updates?"""
    start, end = mention.span
    first, last = mention.sentence
    if _POSTED.search(document.text, max(0, start - LONGEST), start):
        return True
    if start - first > LONGEST or last - end > LONGEST:
        return False
    return bool(_UPDATED.match(document.text[first:start]) and _END.match(document.text[end:last]))
