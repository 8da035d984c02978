"""Recognises the figures of names: "Flight 370", "game six", "Chapters 3 and 4", "the Chicago Seven", "(15 images)"."""

from discrepancy.extract.quantities.counts import counted_at
from discrepancy.extract.quantities.grammar import FigureGrammar
from discrepancy.extract.quantities.spelled import number_at
from discrepancy.extract.quantities.words import HYPHENS, Words

_LISTS = frozenset((",", "and", "or", "to", "through", "&"))
_LONGEST_LIST = 8
_AUXILIARIES = 3
_BODIES = frozenset(("Group", "Gang", "Council", "Committee"))
_SMALL = 2
_WHERE = frozenset(("in", "at", "near", "from", "of", "across", "to", "on"))
_NEAR = 12
"""How many words either way tell whether all of a headline has capitals."""
_SEVERAL = frozenset(("were", "are", "have", "others", "other", "more"))


def past_named(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """The end of the name that the figure at *index*, in digits or in words, belongs to."""
    idiom = grammar.names.idioms.at(words.low, index) or grammar.names.idioms.at(words.low, max(0, index - 1))
    if idiom and idiom[1] > index:
        return idiom[1]
    if grammar.names.idiom_ends.before(words.low, index + 1):
        return index + 1
    end = _figure_end(words, index, grammar)
    if end is None:
        return None
    if _is_numbered(words, index, end, grammar):
        return _past_list(words, end, grammar)
    return (
        _past_caption(words, index, end, grammar)
        or _past_nickname(words, index, end, grammar)
        or _past_title(words, index, end, grammar)
        or _past_model(words, index, end, grammar)
    )


def _figure_end(words: Words, index: int, grammar: FigureGrammar) -> int | None:
    """Where the plain number at *index* ends, None where a point, a unit or a magnitude shows that it measures."""
    if words.is_figure(index):
        text, end = words.text[index], index + 1
        if "," in text or "." in text:
            return None
    else:
        number = number_at(words, index, grammar.numerals) if words.low[index] in grammar.numerals.cardinals else None
        if number is None or number.fraction:
            return None
        end = number.end
    spanning = words.text[end] in HYPHENS and words.glued(end) and words.is_figure(end + 1)
    if _is_capital(words, index) and words.text[end][:1].isupper():
        return end  # "Three Mile Island"
    if words.low[end] in grammar.numerals.magnitudes or (words.text[end] in ("%", "°", "-") and not spanning):
        return None
    return None if grammar.units.names.at(words.low, end) else end


def _is_numbered(words: Words, index: int, end: int, grammar: FigureGrammar) -> bool:
    """Does a word stand before the figure that takes a number as its name, and nothing behind that is counted?"""
    names = grammar.names
    before = index - 1 - (words.text[index - 1] == ".")
    word = words.low[before]
    if word in names.designators:
        return True
    if word not in names.series or words.low[before - 1] in names.turns:
        return False
    return words.text[before][0].isupper() or not _counts(words, end, grammar)


def _counts(words: Words, end: int, grammar: FigureGrammar) -> bool:
    """Does what follows show that something is counted: a plural, "of them", "were killed"?"""
    nouns, at = grammar.nouns, end
    if words.low[at] in _SEVERAL or words.low[end : end + 2] == ("of", "them"):
        return True
    while words.low[at] in nouns.auxiliary and at < end + _AUXILIARIES:
        at += 1
    if words.low[at] in nouns.people:
        return True
    return _is_plural(words, end, grammar)


def _is_plural(words: Words, end: int, grammar: FigureGrammar) -> bool:
    """Does a plural stand at *end*, which "one" cannot count?"""
    if words.low[end] == "of" or words.low[end - 1] in ("one", "1"):
        return False
    return counted_at(words, end, grammar, one=False) is not None


def _past_list(words: Words, end: int, grammar: FigureGrammar) -> int:
    """Past further numbers of the same name: "Articles 5, 6 and 7", "part one of three"."""
    for _ in range(_LONGEST_LIST):
        at = end + 1 + (words.low[end] == "," and words.low[end + 1] in _LISTS)
        linked = words.low[end] in _LISTS or (words.text[end] in HYPHENS and words.glued(end))
        further = _figure_end(words, at, grammar) if linked or words.low[end] == "of" else None
        captioned = further is not None and words.low[further] in grammar.names.captions
        if further is None or (_counts(words, further, grammar) and not captioned):
            return end
        end = further
    return end


def _past_caption(words: Words, index: int, end: int, grammar: FigureGrammar) -> int | None:
    """What says how many pictures a page has: "(15 images)", "4 of 19 photos"."""
    if words.low[end] == "of" and words.is_figure(end + 1) and words.low[end + 2] in grammar.names.captions:
        return end + 3
    closed = words.text[index - 1] == "(" and words.text[end + 1] == ")"
    return end + 2 if closed and words.low[end] in grammar.names.captions else None


def _past_nickname(words: Words, index: int, end: int, grammar: FigureGrammar) -> int | None:
    """A number in capitals that ends a name: "the Chicago Seven", "Group of Seven"."""
    low, text = words.low, words.text
    if low[index - 1] == "of" and text[index - 2] in _BODIES and not _counts(words, end, grammar):
        return end
    named = text[index][0].isupper() and text[index - 1][:1].isupper() and low[index - 2] == "the"
    said = low[end] in grammar.nouns.people or low[index - 1] in grammar.nouns.people
    return end if named and not said and not _is_plural(words, end, grammar) else None


def _past_title(words: Words, index: int, end: int, grammar: FigureGrammar) -> int | None:
    """A number in capitals that begins a name within a sentence: "the Four Seasons", "Three Mile Island"."""
    if not (_is_capital(words, index) and words.text[end][:1].isupper()) or words.low[end] in grammar.nouns.people:
        return None
    near = words.text[max(0, index - _NEAR) : index + _NEAR]
    capitals = sum(word[:1].isupper() for word in near)
    return end + 1 if 2 * capitals < sum(word[:1].isalpha() for word in near) else None


def _past_model(words: Words, index: int, end: int, grammar: FigureGrammar) -> int | None:
    """A number that ends a product's name: "the Lumen 6 lamps", but "in the Vatican 6 lamps"."""
    name = words.text[index - 1]
    small = words.text[index].isdecimal() and len(words.text[index]) <= _SMALL
    capital = small and name[:1].isupper() and name.isalpha() and not name.endswith("s")
    named = capital and words.low[index - 2] in grammar.nouns.determiners and words.low[index - 3] not in _WHERE
    return end if named and words.low[index - 1] not in grammar.codes.months else None


def _is_capital(words: Words, index: int) -> bool:
    """Is the number at *index* a word with a capital that a small letter goes before?"""
    return words.text[index][0].isupper() and words.text[index - 1].islower()
