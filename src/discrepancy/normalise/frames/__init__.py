"""What a claim measures: its frame, from the parse of its sentence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import filterfalse

from discrepancy.knowledge.frames import AttributeRow
from discrepancy.model import Claim, Frame, Modality, Rank, Scope, Span
from discrepancy.normalise.frames.attributes import attribute_of
from discrepancy.normalise.frames.cues import Places
from discrepancy.normalise.frames.ellipsis import completed
from discrepancy.normalise.frames.happenings import Happening, happening, is_given
from discrepancy.normalise.frames.lexicon import Lexicon, compile_lexicon
from discrepancy.normalise.frames.measured import measured, parted
from discrepancy.normalise.frames.names import names_in
from discrepancy.normalise.frames.owners import is_of_several, named_before, named_beside, named_in_turn, told_of
from discrepancy.normalise.frames.posts import post_of
from discrepancy.normalise.frames.qualifiers import limits_of, qualifier_of
from discrepancy.normalise.frames.ranks import of_time, ranked_among
from discrepancy.normalise.frames.revisions import standing_of
from discrepancy.normalise.frames.speech import attribution_of, is_taken_for_granted, modality_of
from discrepancy.normalise.frames.spelling import longest_first
from discrepancy.normalise.frames.tree import CONTENT, NOMINAL, OBJECTS, SUBJECTS, Tree
from discrepancy.toolbox import Parse

__all__ = ["Lexicon", "Wording", "compile_lexicon", "completed", "frame_of", "worded"]

_UNKNOWN = AttributeRow("", (), {})
_RANGING = frozenset({"range", "vary", "span"})
_NEAR = 3  # steps in the parse
_BESIDE = 9  # words on either side
_LIGHT = frozenset(
    {"be", "have", "do", "say", "it", "he", "she", "they", "that", "this", "who", "which", "there", "we", "i"}
)
_HEDGES = frozenset(
    {"more", "less", "least", "most", "about", "around", "nearly", "almost", "roughly", "just", "only", "than"}
)
_EMPTY = _LIGHT | _HEDGES  # of content


@dataclass(frozen=True, slots=True)
class Wording:
    """The parse of a sentence, its words in their one form, and those of them that are names, or of content."""

    tree: Tree
    forms: tuple[str, ...]
    names: frozenset[int]
    content: frozenset[int]


def worded(parse: Parse, lexicon: Lexicon) -> Wording:
    """What the frames of all claims of one sentence are read from."""
    tree = Tree(parse)
    names = names_in(tree, lexicon)
    forms = tuple(
        lexicon.name(token.text) if index in names else lexicon.word(token.lemma, token.pos)
        for index, token in enumerate(parse)
    )
    content = frozenset(
        index
        for index, token in enumerate(parse)
        if token.pos in CONTENT and token.text[:1].isalpha() and forms[index] not in _EMPTY
    )
    return Wording(tree, forms, names, content)


def frame_of(claim: Claim, wording: Wording, lexicon: Lexicon) -> Frame:
    """The frame of *claim*, whose sentence is *wording*."""
    tree, forms = wording.tree, wording.forms
    span = Span(claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start)
    inside = tree.within(span)
    figure = tree.top(inside)
    if figure is None:
        return Frame()
    told = happening(tree, figure, inside, lexicon) if claim.quantity is None else None
    noun, predicate = _heads(claim, tree, figure, inside, told)
    places = (figure, noun, predicate)
    attribute = _attribute(claim, tree, places, told, lexicon)
    row = lexicon.by_name.get(attribute or "", _UNKNOWN)
    is_deed = noun is not None and tree.token(noun).lemma in row.deeds
    is_age = attribute == "age"
    counted = None if is_age and is_of_several(claim) else _counted(claim, tree, figure, noun)
    before = _told_before(claim, tree, figure, noun) if is_age else None
    given = (told is not None and is_given(tree, told)) or (is_age and is_taken_for_granted(tree, figure))
    return Frame(
        subject=_subject(tree, predicate, noun, lexicon),
        attribute=attribute,
        noun=_counted_noun(tree, None if is_deed else counted, before, row, lexicon),
        event=lexicon.word(row.verbs[0]) if is_deed else _event(tree, told.word if told else predicate, row, lexicon),
        arguments=_arguments(tree, (predicate, noun, figure), inside, forms),
        names=_names(wording, inside, before, lexicon),
        near=_words(_near(tree, noun if noun is not None else figure, set(inside)), wording),
        beside=_words(_beside(inside, len(forms)), wording),
        context=_words(wording.content.difference(inside), wording),
        scope=Scope(
            *limits_of(tree, places, inside, wording.names, forms), qualifier_of(tree, places, inside, claim, lexicon)
        ),
        attribution=attribution_of(tree, predicate, lexicon),
        modality=Modality.ASSERTED if given else modality_of(tree, predicate, figure, lexicon, terms=row.terms),
        standing=standing_of(claim, lexicon),
        post=post_of(claim, tree, inside, forms, lexicon),
        rank=_rank(claim, wording, figure, inside),
        owner=told_of(claim, tree, counted) if is_age else None,
        spanning=row.ends or _is_ranging(tree, places),
    )


def _counted(claim: Claim, tree: Tree, figure: int, noun: int | None) -> int | None:
    """Where it stands what is counted: the whole that a share is told of, else the *noun*."""
    whole = parted(claim, tree, figure)
    return noun if whole is None else whole


def _counted_noun(
    tree: Tree, counted: int | None, before: str | None, row: AttributeRow, lexicon: Lexicon
) -> str | None:
    """What is *counted*, in its one form, or whose age it is, where that is told *before*."""
    if before:
        return lexicon.name(before)
    return None if counted is None else _shown(tree, counted, row, lexicon)


def _names(wording: Wording, inside: Sequence[int], before: str | None, lexicon: Lexicon) -> frozenset[str]:
    """The names outside the figure, with those of the one whose age it is, where that is told *before*."""
    names = frozenset(wording.forms[i] for i in wording.names.difference(inside))
    return names.union(lexicon.name(before).split()) if before else names


def _rank(claim: Claim, wording: Wording, figure: int, inside: Sequence[int]) -> Rank | None:
    """What the rank that *claim* tells is counted among."""
    among = _words(ranked_among(claim, wording.tree, figure, inside), wording)
    return Rank(frozenset(filterfalse(of_time, among)), frozenset(filter(of_time, among))) if among else None


def _heads(
    claim: Claim, tree: Tree, figure: int, inside: Sequence[int], told: Happening | None
) -> tuple[int | None, int | None]:
    """The noun measured, or dated by what is *told* of the time, and the governing verb."""
    if told is not None:
        return told.word if told.noun else None, told.clause
    noun = measured(claim, tree, figure, inside)
    return noun, tree.predicate(noun if noun is not None else figure)


def _attribute(claim: Claim, tree: Tree, places: Places, told: Happening | None, lexicon: Lexicon) -> str | None:
    """The measure: where a noun tells what happened, that of the noun first, and of its clause if it is told there."""
    if told is None or tree.token(told.word).pos not in NOMINAL:
        return attribute_of(claim, tree, places, lexicon)
    named = attribute_of(claim, tree, (places[0], told.word, told.word), lexicon)
    return named if named or told.noun else attribute_of(claim, tree, places, lexicon)


def _is_ranging(tree: Tree, places: Places) -> bool:
    """Is it said that the values range from one figure to the other?"""
    _, noun, predicate = places
    ranging = predicate is not None and tree.token(predicate).lemma in _RANGING
    return ranging or (noun is not None and tree.token(noun).lemma == "range")


def _told_before(claim: Claim, tree: Tree, figure: int, noun: int | None) -> str | None:
    """The owner of an age whom the words tell, not the parse."""
    if (in_turn := named_in_turn(claim)) or (noun is not None and tree.token(noun).pos == "PROPN"):
        return in_turn
    return named_beside(claim) or (named_before(claim, tree, figure) if noun is None else None)


def _event(tree: Tree, word: int | None, row: AttributeRow, lexicon: Lexicon) -> str | None:
    """The verb at *word*, or that of its noun, in its one form; the verbs of one measure are one."""
    if word is None:
        return None
    token = tree.token(word)
    if token.pos in NOMINAL:
        names = "time" in row.dimensions and not set(row.nouns).isdisjoint(longest_first(tree, word))
        return lexicon.word(row.verbs[0] if names and row.verbs else lexicon.happenings.get(token.lemma, token.lemma))
    own = {*row.verbs, *row.passive_verbs}.isdisjoint(longest_first(tree, word))
    return lexicon.word(token.lemma if own else row.verbs[0])


def _shown(tree: Tree, noun: int, row: AttributeRow, lexicon: Lexicon) -> str:
    """What is counted: of the size of a whole the noun of its measure ("a grandmother of four")."""
    sized = tree.token(noun).lemma in row.sized
    return lexicon.word(row.nouns[0], "NOUN") if sized else _noun(tree, noun, lexicon)


def _noun(tree: Tree, noun: int, lexicon: Lexicon) -> str:
    """The noun in its one form, a name whole."""
    if tree.token(noun).pos != "PROPN":
        return lexicon.word(tree.token(noun).lemma, tree.token(noun).pos)
    parts = [i for i in tree.children(noun) if tree.token(i).dep == "compound" and tree.token(i).pos == "PROPN"]
    return lexicon.name(" ".join(tree.token(i).text for i in (*parts, noun)))


def _subject(tree: Tree, predicate: int | None, noun: int | None, lexicon: Lexicon) -> str | None:
    """The subject of the governing clause, its name or compound whole; else the noun measured."""
    found = tree.subject(predicate) if predicate is not None else None
    chosen = found if found is not None else noun
    if chosen is None:
        return None
    token = tree.token(chosen)
    words = " ".join(tree.token(i).text for i in tree.phrase(chosen))
    return lexicon.name(words) if token.pos == "PROPN" else lexicon.word(token.lemma, token.pos)


def _arguments(
    tree: Tree, heads: tuple[int | None, int | None, int], inside: list[int], forms: Sequence[str]
) -> frozenset[tuple[str, str]]:
    """What stands in which role to the governing verb, to the measured noun and to the figure ("19 miles from")."""
    predicate, noun, _ = heads
    pairs: set[tuple[str, str]] = set()
    for head in {one for one in heads if one is not None}:
        for child in tree.children(head):
            token = tree.token(child)
            if child in inside or child == noun:
                continue
            if token.dep in SUBJECTS or token.dep in OBJECTS:
                pairs.add((token.dep.removesuffix("pass"), forms[child]))
            elif token.dep in ("prep", "agent"):
                pairs.update(
                    (token.lemma, forms[i])
                    for i in tree.children(child)
                    if tree.token(i).dep == "pobj" and i not in inside
                )
    subject = tree.subject(predicate) if predicate is not None else None
    if subject is not None and subject not in inside and subject != noun:
        pairs.add(("nsubj", forms[subject]))
    return frozenset(pair for pair in pairs if pair[1] not in _LIGHT)


def _near(tree: Tree, start: int, inside: set[int]) -> list[int]:
    """The tokens within a few steps of *start* in the parse, those of the figure left out."""
    reached, edge = {start}, [start]
    for _ in range(_NEAR):
        edge = [i for at in edge for i in (tree.token(at).head, *tree.children(at)) if i not in reached]
        reached.update(edge)
    return sorted(reached - inside)


def _beside(inside: list[int], length: int) -> list[int]:
    """The tokens that stand next to the figure."""
    first, last = inside[0], inside[-1]
    return [*range(max(0, first - _BESIDE), first), *range(last + 1, min(length, last + 1 + _BESIDE))]


def _words(indices: Iterable[int], wording: Wording) -> frozenset[str]:
    """The content words at *indices*, in their one form."""
    return frozenset(wording.forms[i] for i in wording.content.intersection(indices))
