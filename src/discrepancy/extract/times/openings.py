"""The letters that a form may open with, so that only forms that can fit are tried at a place."""

import re

_TOKEN = re.compile(r"\[([^]]+)\]|\((\?(?:P<\w+>|:|<?[=!]))|([)|])|([?*+]|\{[0-9,]+\})")
"""A set of letters, the opening of a group or of a look around, a closing or a bar, a count."""

Opening = tuple[frozenset[str], ...]
"""The letters that may stand first, and second: two sets, or fewer where something may end before."""

NOTHING: Opening = ()

TWO = 2
"""How many letters of an opening are asked."""

END = ""
"""What stands second where nothing needs to follow the first letter."""


def openings_of(expression: str) -> dict[str, frozenset[str]]:
    """Each letter that what *expression* fits may open with, and what may stand second then.

    >>> openings = openings_of("(?=[c])(?P<x>[ab]?)(?:[f][g]|[h])")
    >>> {first: sorted(second) for first, second in sorted(openings.items())}
    {'a': ['f', 'h'], 'b': ['f', 'h'], 'f': ['g'], 'h': ['']}
    """
    found: dict[str, frozenset[str]] = {}
    for opening in _choice(_TOKEN.findall(expression)[::-1]):
        first, second = (*opening, {END})[:2] if opening else ((), {END})
        for letter in first:
            found[letter] = found.get(letter, frozenset()) | second
    return found


def _choice(tokens: list[tuple[str, str, str, str]]) -> frozenset[Opening]:
    """What the alternatives at the end of *tokens* open with; takes them off, with the bracket that closes them."""
    openings = _sequence(tokens)
    while tokens and tokens.pop()[2] == "|":
        openings |= _sequence(tokens)
    return openings


def _sequence(tokens: list[tuple[str, str, str, str]]) -> frozenset[Opening]:
    """What a sequence opens with, up to a bar or the bracket that closes it."""
    openings = frozenset({NOTHING})
    while tokens and not tokens[-1][2]:
        openings = _followed(openings, _atom(tokens))
    return openings


def _followed(openings: frozenset[Opening], by: frozenset[Opening]) -> frozenset[Opening]:
    """*openings* where what opens *by* others follows."""
    unended = frozenset(opening for opening in openings if len(opening) < TWO)
    if not unended:
        return openings
    after = frozenset[str]().union(*(opening[0] for opening in by if opening))
    further = {(*opening, after) for opening in unended if opening and after}
    kept = openings - unended if NOTHING not in by else openings - {NOTHING}
    return kept | further | (by if NOTHING in openings else frozenset())


def _atom(tokens: list[tuple[str, str, str, str]]) -> frozenset[Opening]:
    """What a set or a group opens with, its count considered."""
    letters, group, _, _ = tokens.pop()
    openings = frozenset({(frozenset(letters),)}) if letters else _choice(tokens)
    if group and group[-1] in "=!":
        openings = frozenset({NOTHING})
    if tokens and (count := tokens[-1][3]):
        tokens.pop()
        openings |= _followed(openings, openings) if count != "?" else frozenset()
        openings |= {NOTHING} if count in "?*" or count.startswith(("{0", "{,")) else frozenset()
    return openings
