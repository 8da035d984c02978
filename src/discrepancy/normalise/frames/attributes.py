"""Which of the news measures a figure gives."""

from collections.abc import Iterator

from discrepancy.knowledge.frames import AttributeRow
from discrepancy.model import Claim
from discrepancy.normalise.frames.lexicon import Lexicon
from discrepancy.normalise.frames.tree import SUBJECTS, Tree

Places = tuple[int, int | None, int | None]
"""The figure, the noun measured, the governing verb: indices in the parse."""


def attribute_of(claim: Claim, tree: Tree, places: Places, lexicon: Lexicon) -> str | None:
    """The measure whose words stand nearest to the figure, or None."""
    dimension = claim.quantity.dimension.partition(":")[0] if claim.quantity else "time"
    for index, role in _cues(tree, places):
        for row in lexicon.attributes.get(tree.token(index).lemma, ()):
            if dimension in row.dimensions and _fits(row, tree.token(index).lemma, role):
                return row.name
    quote = claim.quote.lower()
    return next((row.name for phrase, row in lexicon.phrases if dimension in row.dimensions and phrase in quote), None)


def _cues(tree: Tree, places: Places) -> Iterator[tuple[int, str]]:
    """The words that may name the measure, the likeliest first, each with the role the figure has to it."""
    figure, noun, predicate = places
    start = noun if noun is not None else figure
    yield start, "noun"
    for child in tree.children(start):
        yield child, "modifier"
    if predicate is not None:
        yield predicate, _role(tree, start)
    for above in tree.ancestors(start):
        yield above, "noun"
    for child in tree.children(predicate) if predicate is not None else ():
        yield child, "noun"


def _role(tree: Tree, index: int) -> str:
    """Does the measured noun act in its clause, or is it acted upon?"""
    dep = tree.token(index).dep
    if dep not in SUBJECTS:
        return "patient"
    return "patient" if dep == "nsubjpass" else "agent"


def _fits(row: AttributeRow, lemma: str, role: str) -> bool:
    """May the figure measure *row* in this *role*? An intransitive subject counts as acted upon ("12 died")."""
    if lemma in row.nouns or lemma in row.adjectives:
        return True
    if role == "agent":
        return lemma in row.agent_verbs or lemma in row.verbs
    return lemma in row.verbs
