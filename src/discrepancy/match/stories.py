"""Which documents report the same event?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from discrepancy.match.closeness import Closeness, closenesses
from discrepancy.match.linkage import groups
from discrepancy.model import Document


@dataclass(frozen=True, slots=True)
class StorySettings:
    """How documents are laid side by side; measured on annotated events told by several outlets.

    *alike* is the mean closeness from which two groups of documents are one story; the rest is how near they are.
    """

    alike: float = 0.1
    closeness: Closeness = field(default_factory=Closeness)


def stories(
    documents: Sequence[Document], ordinary: frozenset[str] = frozenset(), settings: StorySettings | None = None
) -> Mapping[str, str]:
    """The story of each document by its id: as given, else found by clustering.

    Documents without a story are grouped by average link over the cosine of their tf-idf vectors, *ordinary* words
    left out.
    """
    given = {document.id: document.story for document in documents if document.story}
    heap = [document for document in documents if not document.story]
    return given | _clustered(heap, ordinary, settings or StorySettings())


def _clustered(heap: Sequence[Document], ordinary: frozenset[str], settings: StorySettings) -> dict[str, str]:
    found: dict[str, str] = {}
    near = closenesses(heap, ordinary, settings.closeness, settings.alike)
    for group in groups(near, len(heap), settings.alike):
        first = heap[min(group)].id
        found |= {heap[index].id: f"story of {first}" for index in group}
    return found
