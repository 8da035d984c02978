"""Which of the news measures a figure gives."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from discrepancy.knowledge.frames import AttributeRow
from discrepancy.model import Claim, Span
from discrepancy.normalise.frames import cues, nouns
from discrepancy.normalise.frames.carriers import at_level, carried, reached
from discrepancy.normalise.frames.cues import Cue, Part, Places
from discrepancy.normalise.frames.lexicon import Lexicon
from discrepancy.normalise.frames.spelling import longest_first, participle_of
from discrepancy.normalise.frames.spoken import UNLABELLED, after, around, is_until, phrases, right_after, right_before
from discrepancy.normalise.frames.tree import NOMINAL, SUBJECTS, Tree

_PERSONS = frozenset({"he", "she", "they", "who", "people", "person"})
_KINDS = {
    Part.OWN: (),
    Part.DONE: ("deeds",),
    Part.OBJECT: ("verbs",),
    Part.PASSIVE: ("verbs", "passive_verbs"),
    Part.MOVER: ("verbs", "agent_verbs"),
    Part.AGENT: ("agent_verbs",),
    Part.SIZE: ("sized",),
    Part.SHARE: ("wholes",),
    Part.THING: ("things",),
}
"""In which verbs of a row on counts the governing verb may stand; an intransitive subject is acted upon ("12 died")."""
_ALL_VERBS = ("verbs", "agent_verbs", "passive_verbs")
_APART = frozenset({Part.DONE, Part.SIZE, Part.SHARE, Part.THING})
"""Parts to nouns that name no measure of their own, but one to which the figure is put by them."""

_NAMELESS = frozenset(_KINDS[part] for part in _APART)


def attribute_of(claim: Claim, tree: Tree, places: Places, lexicon: Lexicon) -> str | None:
    """The measure whose words stand nearest to the figure, or None."""
    dimension = _dimension(claim)
    if dimension == "age":
        return "age"
    if (lacking := lexicon.none.get(claim.literal.lower())) is not None:
        return lacking.name
    inside = tree.within(Span(claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start))
    row = next(chain(right_after(claim, dimension, lexicon), right_before(claim, dimension, lexicon)), None)
    if row is not None and dimension != "share":
        return row.name
    compound = nouns.is_compound(tree, places, inside)
    things = (Cue(noun, Part.THING) for noun in (places[1],) if compound and noun is not None)
    found = chain(
        () if row is None else (row,),
        _befallen(claim, tree, places, dimension, lexicon),
        _named(tree, things, dimension, lexicon),
        _named(tree, _own(tree, places, dimension, inside), dimension, lexicon),
        _alone(dimension, "compound" if compound else "", lexicon),
        _named(tree, _told(tree, places, dimension), dimension, lexicon),
        phrases(around(claim), dimension, lexicon),
        _alone(dimension, "always", lexicon),
    )
    fitting = (row for row in found if _may_be(row, tree, places, lexicon))
    first = next(fitting, None)
    if first is None:
        return None
    turned = _turned(tree, places, dimension, lexicon)
    finest = next((row for row in chain(turned, fitting) if first.name in row.refines and not row.per), first)
    if finest.until and is_until(claim) and not _is_denied(tree, places):
        return finest.until
    return rated(claim, finest.name, lexicon)


def _is_denied(tree: Tree, places: Places) -> bool:
    """Is what is told said not to be so? What did not open until Friday opened then."""
    return places[2] is not None and any(tree.token(i).dep == "neg" for i in tree.children(places[2]))


def is_rate(claim: Claim) -> bool:
    """Does *claim* give a rate?"""
    return claim.quantity is not None and " per " in claim.quantity.dimension


def rated(claim: Claim, name: str, lexicon: Lexicon) -> str:
    """The measure *name*, or that of its rate where *claim* gives a rate: an offer per share, for an offer."""
    rate = claim.quantity.dimension.rpartition(" per ")[2] if claim.quantity else ""
    return next((row.name for row in lexicon.rates.get(rate, ()) if name in row.refines), name)


def _turned(tree: Tree, places: Places, dimension: str, lexicon: Lexicon) -> Iterator[AttributeRow]:
    """The measures that what is done to those counted, or what they are of, makes of theirs.

    "cut 90 jobs", "the loss of 90 jobs", "90 cases of flu"
    """
    if dimension != "count":
        return
    told = chain(
        cues.states(tree, places),
        cues.deeds(tree, places, counted=True),
        nouns.kinds(tree, places, dimension),
        nouns.matter(tree, places),
    )
    for cue in told:
        if cue.part is not Part.AGENT:
            yield from chain.from_iterable(lexicon.turning.get(word, ()) for word in longest_first(tree, cue.word))


def _dimension(claim: Claim) -> str:
    """The dimension of *claim*, without currency or rate."""
    return claim.quantity.dimension.partition(":")[0].partition(" per ")[0] if claim.quantity else "time"


def _own(tree: Tree, places: Places, dimension: str, inside: Sequence[int]) -> Iterator[Cue]:
    """The words of the figure's own phrase that may name the measure, the likeliest first.

    An adjective of a time tells nothing that happened: in "the final days" no final was played.
    """
    states = [cue for cue in cues.states(tree, places) if _is_verbal(tree, cue)]
    if dimension == "time":
        states = [cue for cue in states if tree.token(cue.word).dep != "amod" or tree.token(cue.word).pos != "ADJ"]
    if dimension not in UNLABELLED:
        yield from nouns.labels(tree, inside)
    if dimension == "time" and (places[1] or 0) < places[0] and places[1] != places[2]:
        yield from states  # "the protests that began on 4 May"
    yield from nouns.wholes(tree, places, dimension)
    if places[1] is not None:
        yield Cue(places[1], Part.OWN)
    yield from states
    yield from nouns.kinds(tree, places, dimension)


def _told(tree: Tree, places: Places, dimension: str) -> Iterator[Cue]:
    """The words of the clause that may name the measure: its verb, and what that says it of."""
    if at_level(tree, places) or reached(tree, places):
        yield from carried(tree, places, dimension)
    if not reached(tree, places):
        yield from filter(partial(_is_verbal, tree), cues.deeds(tree, places, counted=dimension == "count"))
        yield from carried(tree, places, dimension)


def _is_verbal(tree: Tree, cue: Cue) -> bool:
    """Is *cue* no noun that completes a verb? Such a one tells what those counted have become, and no other measure."""
    return cue.part is not Part.PASSIVE or tree.token(cue.word).pos != "NOUN"


def _alone(dimension: str, kind: str, lexicon: Lexicon) -> Iterator[AttributeRow]:
    """The measure of an amount of this *dimension* and *kind* that no other word names."""
    row = lexicon.alone.get((dimension, kind))
    if row is not None:
        yield row


def _befallen(claim: Claim, tree: Tree, places: Places, dimension: str, lexicon: Lexicon) -> Iterator[AttributeRow]:
    """Of what befell those counted: it tells more than who they are ("nine sailors drowned").

    What befalls them now prevails over what it ends: "four detained men were freed".
    """
    if dimension != "count":
        return
    states = list(_named(tree, cues.states(tree, places), dimension, lexicon))
    deeds = list(_named(tree, cues.deeds(tree, places, counted=True), dimension, lexicon))
    whole = tree.token(places[0] if places[1] is None else places[1]).dep in SUBJECTS
    before = [row for row in states if row.befalls and whole][:1]
    yield from (row for row in deeds for first in before if row.befalls and row.name in first.unlike)
    spoken = phrases(after(claim, tree, places), dimension, lexicon)
    yield from (row for row in chain(states, deeds, spoken) if row.befalls)
    yield from _named(tree, cues.those(tree, places), dimension, lexicon)


def _named(tree: Tree, told: Iterable[Cue], dimension: str, lexicon: Lexicon) -> Iterator[AttributeRow]:
    """The measures that *told* name, in their order; of one word's, that of the longest words it is part of."""
    for cue in told:
        pos, kinds = _pos(tree, cue), _kinds(cue.part, dimension)
        words = longest_first(tree, cue.word)
        verbs = participle_of(tree, cue.word) if dimension == "count" else ()
        spoken = (*((one, pos) for one in words), *((one, "VERB") for one in verbs))
        for one, kind in [pair for pair in spoken if pair[0] in lexicon.attributes]:
            rows = [row for row in lexicon.attributes[one] if dimension in row.dimensions]
            fitting = [row for row in rows if _fits(row, one, kind, kinds) and frozenset(row.idioms).isdisjoint(words)]
            if told_of := [row for row in fitting if _of_persons(row, one, tree, cue, lexicon)]:
                yield from told_of
                break


def _pos(tree: Tree, cue: Cue) -> str:
    """The part of speech of the word of *cue*: what something is of is a noun, "two days of mourning"."""
    token = tree.token(cue.word)
    return "NOUN" if token.tag == "VBG" and token.dep == "pobj" and cue.part is Part.OWN else token.pos


def _of_persons(row: AttributeRow, words: str, tree: Tree, cue: Cue, lexicon: Lexicon) -> bool:
    """Is it done to persons at that time, where *words* need it to name that of *row*: "were seized on 4 May"?"""
    if row.dimensions != ("time",) or words not in row.passive_verbs:
        return True
    patient = tree.patient(cue.word)
    if patient is None or tree.object(cue.word) is not None:
        return False
    token = tree.token(patient)
    return token.pos in ("PROPN", "NUM") or token.lemma in lexicon.others["things"] | _PERSONS


def _kinds(part: Part, dimension: str) -> tuple[str, ...]:
    """In which of a row's verbs or deeds a word may stand; an amount or a date is no part of its verb."""
    if dimension == "count" or part is Part.OWN or part in _APART:
        return _KINDS[part]
    return _ALL_VERBS if dimension == "time" or part in (Part.MOVER, Part.AGENT) else _KINDS[Part.PASSIVE]


def _fits(row: AttributeRow, words: str, pos: str, kinds: tuple[str, ...]) -> bool:
    """May a word that is *pos*, and may stand in these *kinds* of a row's words, name the measure of *row*?"""
    apart = kinds in _NAMELESS
    named = words in row.adjectives or (words in row.nouns and pos != "VERB")
    if named and not apart:
        return True
    listed = any(words in getattr(row, kind) for kind in kinds)
    return listed and (pos not in (*NOMINAL, "ADJ") or apart)


def _may_be(row: AttributeRow, tree: Tree, places: Places, lexicon: Lexicon) -> bool:
    """Does what is counted, or acted upon at that time or so long, belong to what *row* befalls?"""
    if row.befalls not in lexicon.others:
        return True
    figure, noun, predicate = places
    if "count" not in row.dimensions:
        patient = tree.patient(predicate) if predicate is not None else None
        noun = None if patient in (figure, noun) else patient
    return noun is None or tree.token(noun).lemma not in lexicon.others[row.befalls]
