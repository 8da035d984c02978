"""What a bare file still tells: an outlet and a day by its name, a title by its first line."""

import re
from datetime import UTC, datetime
from pathlib import PurePath

from discrepancy.model import Origin, Published

TITLE_WIDTH, TITLE_WORDS = 160, range(3, 30)

_NUMBERING = re.compile(r"^\d{1,4}[ ._-]+(?=.*[^\W\d])")
_DATE = re.compile(r"(?:^|[ ._-]+)\d{4}[._-]?\d{2}[._-]?\d{2}(?=[ ._-]|$)")
_LAST_DAY = re.compile(r"(?:^|[ ._-])(\d{4}-\d{2}-\d{2})$")
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


def day_of(path: str) -> Published | None:
    """The day with which a file's name ends, as that of a report which was saved under it.

    >>> day_of("stories/evening-post-2024-05-30.txt").time.isoformat()
    '2024-05-30T00:00:00+00:00'
    """
    found = _LAST_DAY.search(PurePath(path).stem)
    try:
        return found and Published(datetime.fromisoformat(found[1]).replace(tzinfo=UTC), "day", Origin.FILE)
    except ValueError:
        return None


def title_of(text: str) -> str:
    r"""The first line of *text*, where it reads like a headline and is not all there is.

    >>> title_of("Bridge opens after two years\n\nThe bridge over the river opened on Monday.")
    'Bridge opens after two years'
    """
    first, _, rest = text[: TITLE_WIDTH * 4].lstrip().partition("\n")
    line = _MARKDOWN.sub("", first.strip())
    short = len(line) <= TITLE_WIDTH and len(line.split()) in TITLE_WORDS
    return line if short and rest.strip() and not line.endswith((".", ":", ";", ",")) else ""
