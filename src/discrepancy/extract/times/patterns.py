"""Patterns over categories, compiled to regular expressions over the letters of words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from discrepancy.extract.times.openings import END, openings_of
from discrepancy.extract.times.phrases import ROLES, WHOLE, role_of
from discrepancy.extract.times.relations import Relations, compile_relations
from discrepancy.extract.times.words import FIRST_LETTER, Lexicon, lexicon_of
from discrepancy.knowledge.calendar import CalendarTables, FormRow, HolidayRow

_LITERAL = re.compile(r"'([^']+)'")
_PIECE = re.compile(
    r"<(?P<role>\w+):(?P<of>[^>]+)> | @(?P<part>\w+) | '(?P<literal>[^']+)' | (?P<category>[a-z_]+)"
    r" | (?P<sign>\(\?<?[=!]|\{[0-9,]+\}|[()|?*+])",
    re.VERBOSE,
)

NEAR = 8
"""How many words of a form may stand before the first telling one."""


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A form: its row, its expression, what it may open with, the categories of each role or the part read whole."""

    row: FormRow
    expression: str
    openings: Mapping[str, frozenset[str]]
    roles: Mapping[str, tuple[str, ...]]

    def match(self, letters: str, start: int) -> re.Match[str] | None:
        """Where in *letters* the form fits from *start* on."""
        return _compiled(self.expression).match(letters, start)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """*expression* compiled when first tried: few texts try all forms."""
    return re.compile(expression)


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """The tables on the calendar, compiled: forms by the letters they may begin with; *seed* finds such letters."""

    lexicon: Lexicon
    forms: Mapping[str, tuple[Form, ...]]
    seed: re.Pattern[str]
    relations: Relations
    _opened: dict[str, tuple[Form, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def opened(self, letters: str) -> tuple[Form, ...]:
        """The forms that may open with *letters*, a pair or the last one of a text; each pair is looked up once."""
        found = self._opened.get(letters)
        if found is None:
            first, second = letters[0], letters[1:]
            forms = self.forms.get(first, ())
            found = tuple(form for form in forms if not form.openings[first].isdisjoint((second, END)))
            self._opened[letters] = found
        return found


def compile_times(tables: CalendarTables) -> TimeGrammar:
    """Compile *tables*, once a run; raises ValueError where a pattern names an unknown category or part."""
    rows = [*tables.forms, *map(_holiday, tables.holidays)]
    sources = [*(row.pattern for row in tables.parts), *(row.pattern for row in rows)]
    lexicon = lexicon_of(tables, (word for source in sources for word in _LITERAL.findall(source)))
    parts = {row.name: row.pattern for row in tables.parts}
    forms = tuple(_form(row, lexicon, parts) for row in rows)
    return TimeGrammar(lexicon, _by_letter(forms), _seed(forms, lexicon), compile_relations(tables.relations))


def _by_letter(forms: Sequence[Form]) -> dict[str, tuple[Form, ...]]:
    """*forms* by each letter that they may begin with, in their order."""
    found: dict[str, list[Form]] = {}
    for form in forms:
        for letter in form.openings:
            found.setdefault(letter, []).append(form)
    return {letter: tuple(row) for letter, row in found.items()}


def _seed(forms: Sequence[Form], lexicon: Lexicon) -> re.Pattern[str]:
    """What finds the letters that some form may begin with: only where a telling word is near, for speed."""
    spoken = {letter for form in forms for letter in form.expression if letter >= chr(FIRST_LETTER)}
    unknown = set(lexicon.unknown.values())
    telling = "".join(sorted(spoken - set(lexicon.categories["filler"]) - unknown))
    first = {letter for form in forms for letter in form.openings}
    return re.compile(f"(?=[{''.join(sorted(first - unknown))}])(?=[^{telling}]{{0,{NEAR}}}[{telling}])")


HOLIDAY = (
    "@edges? {} <unit:'weekend'>? ( comma? 'of'? <year:year> | <story_shift:story_turn> 'year' | <shift:turn> 'year' )?"
)
"""The form that the name of a holiday takes."""


def _holiday(row: HolidayRow) -> FormRow:
    return FormRow(HOLIDAY.format(row.pattern), "calendar", set={"holiday": row.falls})


def _form(row: FormRow, lexicon: Lexicon, parts: Mapping[str, str]) -> Form:
    roles: dict[str, tuple[str, ...]] = {}
    expression = _expression(row.pattern, lexicon, parts, roles)
    return Form(row, expression, openings_of(expression), roles)


def _expression(pattern: str, lexicon: Lexicon, parts: Mapping[str, str], roles: dict[str, tuple[str, ...]]) -> str:
    """*pattern* as a regular expression over letters; adds to *roles*."""
    out: list[str] = []
    position = 0
    while position < len(pattern):
        if pattern[position].isspace():
            position += 1
            continue
        piece = _PIECE.match(pattern, position)
        if piece is None:
            raise ValueError(f"pattern {pattern!r} cannot be read at {pattern[position:]!r}")
        out.append(_piece(piece, lexicon, parts, roles))
        position = piece.end()
    return "".join(out)


def _piece(piece: re.Match[str], lexicon: Lexicon, parts: Mapping[str, str], roles: dict[str, tuple[str, ...]]) -> str:
    if piece["role"]:
        inner = piece["of"]
        if role_of(piece["role"]) not in ROLES:
            raise ValueError(f"no role is named {piece['role']!r}")
        roles[piece["role"]] = (inner,) if inner in WHOLE else _names(inner, parts)
        body = _part(inner[1:], lexicon, parts, roles) if inner.startswith("@") else _letters(inner.split("|"), lexicon)
        return f"(?P<{piece['role']}>{body})"
    if piece["part"]:
        return _part(piece["part"], lexicon, parts, roles)
    if piece["literal"]:
        return _letters([piece[0]], lexicon)
    if piece["category"]:
        return _letters([piece["category"]], lexicon)
    return "(?:" if piece["sign"] == "(" else piece["sign"]


def _names(inner: str, parts: Mapping[str, str]) -> tuple[str, ...]:
    """The categories that *inner* speaks of."""
    if inner.startswith("@"):
        if inner[1:] not in parts:
            raise ValueError(f"no part is named {inner[1:]!r}")
        return tuple(
            name
            for piece in _PIECE.finditer(parts[inner[1:]])
            for name in (_names(f"@{piece['part']}", parts) if piece["part"] else (piece["category"],))
            if name
        )
    return tuple(inner.split("|"))


def _part(name: str, lexicon: Lexicon, parts: Mapping[str, str], roles: dict[str, tuple[str, ...]]) -> str:
    if name not in parts:
        raise ValueError(f"no part is named {name!r}")
    return f"(?:{_expression(parts[name], lexicon, parts, roles)})"


def _letters(names: list[str], lexicon: Lexicon) -> str:
    for name in names:
        if name not in lexicon.categories:
            raise ValueError(f"no category is named {name!r}")
    return f"[{''.join(lexicon.categories[name] for name in names)}]"
