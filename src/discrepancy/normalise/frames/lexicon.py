"""The frame tables, indexed by word."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from discrepancy.knowledge.frames import AttributeRow, FrameTables, NameRow, RevisionRow, SpeechRow
from discrepancy.model import Modality, Standing

LIMITING = frozenset(
    {
        "subset",
        "exclusion",
        "each",
        "average",
        "extreme",
        "sex",
        "age",
        "status",
        "nation",
        "ownership",
        "work",
        "account",
        "period",
        "earlier",
        "at that age",
    }
)
"""Kinds of qualifier under which a figure covers less, or something else; the others say how sure or how new it is."""

LEADING = frozenset({"earlier", "at that age", "habit", "part", "placing", "own best", "record of a title"})
"""Kinds of qualifier that stand right before the figure: "up from 40", "at the age of 19", "often over", "of which"."""

_PART = "part"
"""The kind of qualifier that stands right before the figure or right behind it: "two of whom"."""

_TOLD = frozenset({"session", "step", "performative"})
"""Kinds of words that tell what happened beside others; the verbs of other kinds leave it to another word."""

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words by what they mean; keys are lemmas or forms in lower case, those of *parts* parts of speech."""

    synonyms: Mapping[str, str]
    parts: Mapping[str, Mapping[str, str]]
    names: Mapping[str, str]
    attributes: Mapping[str, tuple[AttributeRow, ...]]
    by_name: Mapping[str, AttributeRow]
    phrases: Mapping[str, tuple[tuple[str, AttributeRow], ...]]
    after: Mapping[tuple[str, str], AttributeRow]
    before: Mapping[tuple[str, str], AttributeRow]
    alone: Mapping[tuple[str, str], AttributeRow]
    others: Mapping[str, frozenset[str]]
    none: Mapping[str, AttributeRow]
    turning: Mapping[str, tuple[AttributeRow, ...]]
    rates: Mapping[str, tuple[AttributeRow, ...]]
    speech: Mapping[str, Modality]
    of_clauses: frozenset[str]
    cues: Mapping[str, Modality]
    of_terms: frozenset[str]
    limits: Mapping[str, str]
    leading: Mapping[str, str]
    attackers: re.Pattern[str]
    parts_of: re.Pattern[str]
    revisions: tuple[tuple[re.Pattern[str], Standing], ...]
    happenings: Mapping[str, str]
    beside: Mapping[str, frozenset[str]]
    leaving: frozenset[str]

    def word(self, lemma: str, pos: str = "VERB") -> str:
        """The lemma that stands for *lemma* and its synonyms, as the part of speech *pos*."""
        return self.synonyms.get(lemma) or self.parts.get(pos, {}).get(lemma, lemma)

    def name(self, text: str) -> str:
        """A name in its one form: known ones by the table, others in lower case without a possessive."""
        text = _SPACE.sub(" ", text.removesuffix("'s").removesuffix("’s")).strip()
        return self.names.get(text) or self.names.get(text.lower()) or text.lower()


def compile_lexicon(tables: FrameTables) -> Lexicon:
    """Index *tables*, once a run."""
    places = (*tables.countries, *tables.regions, *tables.states, *tables.cities, *tables.organisations)
    return Lexicon(
        synonyms={word: row.words[0] for row in tables.synonyms for word in row.words},
        parts={
            "VERB": {word: row.words[0] for row in tables.synonyms for word in row.verbs},
            "NOUN": {word: row.words[0] for row in tables.synonyms for word in row.nouns},
        },
        names=_names(places),
        attributes=_attributes(tables.attributes),
        by_name={row.name: row for row in tables.attributes},
        phrases=_phrases(tables.attributes),
        after={(dim, words): row for row in tables.attributes for dim in row.dimensions for words in row.after},
        before={(dim, word): row for row in tables.attributes for dim in row.dimensions for word in row.before},
        alone={(dim, row.alone): row for row in tables.attributes for dim in row.dimensions if row.alone},
        others=_others(tables.attributes),
        none={word: row for row in tables.attributes for word in row.none},
        turning=_by((word, row) for row in tables.attributes for word in row.turning),
        rates=_by((row.per, row) for row in tables.attributes if row.per),
        speech=_modalities(tables.attributions),
        of_clauses=frozenset(word for row in tables.attributions if row.clause for word in row.words),
        cues=_modalities(tables.cues),
        of_terms=frozenset(word for row in tables.cues if row.terms for word in row.words),
        limits={word: row.kind for row in tables.scopes if row.kind in LIMITING for word in row.words},
        attackers=_attackers(word for row in tables.scopes if row.kind == "attacker" for word in row.words),
        parts_of=_right_behind(word for row in tables.scopes if row.kind == _PART for word in row.words),
        revisions=tuple((_revision(row), Standing(row.standing)) for row in tables.revisions),
        happenings=_happenings(tables),
        beside={row.kind: frozenset(row.words) for row in tables.beside},
        leaving=frozenset(word for row in tables.beside for word in row.words if row.kind not in _TOLD),
        leading={f" {word} ": row.kind for row in tables.scopes if row.kind in LEADING for word in row.words},
    )


def _happenings(tables: FrameTables) -> dict[str, str]:
    """The nouns of events, each with the verb that tells the same."""
    dated = (row for row in tables.attributes if row.dimensions == ("time",) and row.verbs)
    found = {noun: row.verbs[0] for row in dated for noun in row.nouns}
    return found | {noun: verb for row in tables.happenings for noun, verb in row.nouns.items()}


def _attackers(phrases: Iterable[str]) -> re.Pattern[str]:
    """Where *phrases* stand soon after a figure, with a number for "the" too ("including three gunmen")."""
    words = "|".join(
        re.escape(phrase).replace(r"\ the\ ", r"\s+[\w-]+\s+").replace(r"\ ", r"\s+") for phrase in phrases
    )
    return re.compile(rf"[^.;:]{{0,60}}?(?<!not )\b(?:{words})\b")


def _right_behind(phrases: Iterable[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"\s*(?:{words})\b")


def _revision(row: RevisionRow) -> re.Pattern[str]:
    """Where the words of *row* stand in a text in lower case."""
    lead = rf"\b(?:{'|'.join(map(re.escape, row.lead))})\b"
    soon = rf",?(?:\s+[\w'’-]+){{0,3}}?\s+(?:{'|'.join(map(re.escape, row.verb))})\b" if row.verb else ""
    return re.compile(lead + soon)


def _names(rows: Iterable[NameRow]) -> dict[str, str]:
    names: dict[str, str] = {}
    for row in rows:
        for form in row.forms:
            names.setdefault(form, row.name)
            names.setdefault(form.lower(), row.name) if len(form) > 3 else None  # noqa: PLR2004 - "us" is a pronoun
    return names


def _attributes(rows: Iterable[AttributeRow]) -> dict[str, tuple[AttributeRow, ...]]:
    return _by((word, row) for row in rows for word in _naming(row))


def _naming(row: AttributeRow) -> set[str]:
    verbs = {*row.verbs, *row.agent_verbs, *row.passive_verbs}
    return {*row.nouns, *verbs, *row.adjectives, *row.sized, *row.wholes, *row.things}


def _by(named: Iterable[tuple[str, AttributeRow]]) -> dict[str, tuple[AttributeRow, ...]]:
    by_word: defaultdict[str, list[AttributeRow]] = defaultdict(list)
    for word, row in named:
        by_word[word].append(row)
    return {word: tuple(found) for word, found in by_word.items()}


def _phrases(rows: Iterable[AttributeRow]) -> dict[str, tuple[tuple[str, AttributeRow], ...]]:
    """The phrases by dimension, between spaces."""
    found: defaultdict[str, list[tuple[str, AttributeRow]]] = defaultdict(list)
    for row in rows:
        for dimension in row.dimensions:
            found[dimension] += ((f" {phrase} ", row) for phrase in row.phrases)
    return {dimension: tuple(phrases) for dimension, phrases in found.items()}


def _others(rows: Sequence[AttributeRow]) -> dict[str, frozenset[str]]:
    """The nouns that are none of those that a measure of a kind befalls: things for "persons", persons for "things"."""
    persons = frozenset(noun for row in rows if row.persons for noun in row.nouns)
    told = (row for row in rows if not row.befalls and "time" not in row.dimensions)
    known = frozenset(noun for row in told for noun in row.nouns)
    return {"persons": known - persons, "things": persons}


def _modalities(rows: Iterable[SpeechRow]) -> dict[str, Modality]:
    return {word: Modality(row.modality) for row in rows for word in row.words}
