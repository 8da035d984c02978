"""Which of the news measures a figure gives."""

from collections.abc import Iterator

from discrepancy.knowledge.frames import AttributeRow
from discrepancy.model import Claim
from discrepancy.normalise.frames.lexicon import Lexicon
from discrepancy.normalise.frames.tree import NOMINAL, SUBJECTS, Tree

Places = tuple[int, int | None, int | None]
"""The figure, the noun measured, the governing verb: indices in the parse."""

_BARE = {ord("("): None, ord(")"): None, ord("\n"): " "}  # "19 miles (30 km) from" reads as "30 km from"
_STATES = frozenset({"acl", "amod", "relcl", "acomp", "oprd", "advcl", "ccomp", "xcomp"})
_COMPOUND = 2  # words before a noun that may make one word with it
_OF = frozenset({"of", "at", "in", "to"})
_CARRIERS = frozenset(
    {"be", "rise", "stand", "reach", "climb", "grow", "fall", "drop", "total", "exceed", "hit", "jump", "put", "bring",
     "become", "remain", "increase", "decrease", "raise", "surpass", "number", "amount", "leave"}
)  # fmt: skip # verbs that say only how much: their subject or object names the measure


def attribute_of(claim: Claim, tree: Tree, places: Places, lexicon: Lexicon) -> str | None:
    """The measure whose words stand nearest to the figure, or None."""
    dimension = claim.quantity.dimension.partition(":")[0].partition(" per ")[0] if claim.quantity else "time"
    if dimension == "age":
        return "age"
    if (lacking := lexicon.none.get(claim.literal.lower())) is not None:
        return lacking.name
    for index, role in _cues(tree, places):
        for words in _longest_first(tree, index):
            for row in lexicon.attributes.get(words, ()):
                if dimension in row.dimensions and _fits(row, words, tree.token(index).pos, role):
                    return row.name
    near = (
        claim.document.text[max(claim.sentence.start, claim.span.start - 40) : claim.span.end + 40]
        .lower()
        .translate(_BARE)
    )
    return next((row.name for phrase, row in lexicon.phrases if dimension in row.dimensions and phrase in near), None)


def _cues(tree: Tree, places: Places) -> Iterator[tuple[int, str]]:
    """The words that may name the measure, the likeliest first, each with the role the figure has to it."""
    figure, noun, predicate = places
    start = noun if noun is not None else figure
    if noun is not None:
        yield noun, "noun"
    yield from ((i, "patient") for i in _states(tree, figure, start))
    yield from ((i, "noun") for i in tree.children(start) if tree.token(i).dep in ("compound", "nmod", "poss"))
    above = tree.token(start).head
    if tree.token(start).dep == "pobj" and tree.token(above).lemma in _OF:
        yield tree.token(above).head, "noun"
    if predicate is not None:
        yield from ((i, "patient") for i in tree.children(predicate) if tree.token(i).dep == "acomp")
        named = [(i, "noun") for i in _named_by(tree, predicate)] if tree.token(predicate).lemma in _CARRIERS else []
        own = [(predicate, _role(tree, start))]
        reached = tree.token(start).dep == "pobj" and tree.token(above).lemma == "to"
        yield from (*named, *own) if reached else (*own, *named)  # what "fell to 21 %" is no fall


def _longest_first(tree: Tree, index: int) -> Iterator[str]:
    """The lemma at *index* with what makes it a longer word: "death toll", "lay off", "go missing"; then alone."""
    token = tree.token(index)
    if token.pos in NOMINAL:
        for first in range(max(0, index - _COMPOUND), index):
            yield " ".join(tree.token(i).lemma for i in range(first, index + 1))
    else:
        yield from (f"{token.lemma} {tree.token(i).lemma}" for i in tree.children(index) if i > index)
    yield token.lemma


def _states(tree: Tree, figure: int, start: int) -> Iterator[int]:
    """Participles and adjectives that the parse or the order of words puts to the figure: "58 killed", "two dead"."""
    yield from (i for at in {figure, start} for i in tree.children(at) if tree.token(i).dep in _STATES)
    following = max(figure, start) + 1
    if following < len(tree.tokens) and tree.token(following).tag in ("VBN", "VBD", "JJ"):
        yield following


def _named_by(tree: Tree, predicate: int) -> Iterator[int]:
    """The subject of a verb that says only how much, and the nouns of that subject's phrase."""
    subject = tree.subject(predicate)
    if subject is not None:
        yield subject
        yield from (i for child in tree.children(subject) for i in (child, *tree.children(child)))


def _role(tree: Tree, index: int) -> str:
    """Does the measured noun act in its clause, or is it acted upon?"""
    dep = tree.token(index).dep
    if dep not in SUBJECTS:
        return "patient"
    return "patient" if dep == "nsubjpass" else "agent"


def _fits(row: AttributeRow, lemma: str, pos: str, role: str) -> bool:
    """May the figure measure *row* in this *role*? An intransitive subject counts as acted upon ("12 died")."""
    if (lemma in row.nouns and pos != "VERB") or lemma in row.adjectives:
        return True
    if pos in NOMINAL:
        return False
    if role == "agent":
        return lemma in row.agent_verbs or lemma in row.verbs
    return role == "patient" and lemma in row.verbs
