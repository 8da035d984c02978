"""The letters that a form may begin with, so that only forms that can fit are tried at a place."""

import re

_TOKEN = re.compile(r"\[([^]]+)\]|\((\?(?:P<\w+>|:|<?[=!]))|([)|])|([?*+]|\{[0-9,]+\})")
"""A set of letters, the opening of a group or of a look around, a closing or a bar, a count."""

First = tuple[frozenset[str], bool]
"""The letters that something may begin with, and whether it may be empty."""

NOTHING: First = (frozenset(), True)


def first_letters(expression: str) -> frozenset[str]:
    """The letters that what *expression* fits may begin with.

    >>> sorted(first_letters("(?:[ab]|(?=[c])[d])?(?P<x>[e]{0,2})(?:[f][g])"))
    ['a', 'b', 'd', 'e', 'f']
    """
    return _choice(_TOKEN.findall(expression)[::-1])[0]


def _choice(tokens: list[tuple[str, str, str, str]]) -> First:
    """What the alternatives at the end of *tokens* begin with; takes them off, with the bracket that closes them."""
    letters, empty = _sequence(tokens)
    while tokens and tokens.pop()[2] == "|":
        more, also = _sequence(tokens)
        letters, empty = letters | more, empty or also
    return letters, empty


def _sequence(tokens: list[tuple[str, str, str, str]]) -> First:
    """What a sequence begins with, up to a bar or the bracket that closes it."""
    letters, empty = NOTHING
    while tokens and not tokens[-1][2]:
        more, also = _atom(tokens)
        letters, empty = letters | more if empty else letters, empty and also
    return letters, empty


def _atom(tokens: list[tuple[str, str, str, str]]) -> First:
    """What a set or a group begins with, its count considered."""
    found, opening, _, _ = tokens.pop()
    letters, empty = (frozenset(found), False) if found else _choice(tokens)
    if opening and opening[-1] in "=!":
        letters, empty = NOTHING
    if tokens and (count := tokens[-1][3]):
        tokens.pop()
        empty = empty or count in "?*" or count.startswith(("{0", "{,"))
    return letters, empty
