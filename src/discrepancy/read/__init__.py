"""Which outlet published what, when?"""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from discrepancy.model import Document, Origin, Published, Unreadable


def read(paths: Iterable[str]) -> Iterator[Document | Unreadable]:
    """The documents below *paths*, and what could not be read."""
    for path in paths:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            time = datetime.fromisoformat(row["published"]) if row.get("published") else None
            published = Published(time.replace(tzinfo=time.tzinfo or UTC), "day", Origin.METADATA) if time else None
            yield Document(
                row["id"], row["outlet"], row["text"], row.get("title", ""), published, row.get("story"), path=path
            )
