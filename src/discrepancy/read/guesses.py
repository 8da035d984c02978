"""What a bare file still tells: an outlet by its name, a title by its first line."""

import re
from pathlib import PurePath

TITLE_WIDTH, TITLE_WORDS = 160, range(3, 30)

_NUMBERING = re.compile(r"^\d{1,4}[ ._-]+(?=.*[^\W\d])")
_DATE = re.compile(r"(?:^|[ ._-]+)\d{4}[._-]?\d{2}[._-]?\d{2}(?=[ ._-]|$)")
_JOINTS = re.compile(r"[\s_-]+")
_MARKDOWN = re.compile(r"^#{1,6}\s+|\s+#{1,6}$|^\*\*|\*\*$")


def outlet_of(path: str) -> str:
    """The outlet that a file's name suggests.

    >>> outlet_of("stories/02_2024-05-30_evening-post.txt")
    'evening post'
    """
    stem = PurePath(path).stem
    bare = _NUMBERING.sub("", _DATE.sub(" ", stem).strip())
    return _JOINTS.sub(" ", bare).strip(" .") or stem


def title_of(text: str) -> str:
    r"""The first line of *text*, where it reads like a headline and is not all there is.

    >>> title_of("Bridge opens after two years\n\nThe bridge over the river opened on Monday.")
    'Bridge opens after two years'
    """
    first, _, rest = text[: TITLE_WIDTH * 4].lstrip().partition("\n")
    line = _MARKDOWN.sub("", first.strip())
    short = len(line) <= TITLE_WIDTH and len(line.split()) in TITLE_WORDS
    return line if short and rest.strip() and not line.endswith((".", ":", ";", ",")) else ""
