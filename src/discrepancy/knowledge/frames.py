"""What a claim measures, of whom, and who says so: the words of news English that tell it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from discrepancy.knowledge.rows import Examples, table


def _none() -> Examples:
    return {}


@dataclass(frozen=True, slots=True)
class AttributeRow:
    """A news measure, known by the words near its figure; a word may serve several measures of different *dimensions*.

    *nouns* head the figure's phrase or are what the figure is given for ("a death toll of 12", "12 deaths"). Of
    *verbs*, the figure counts or measures the object, passive subject or intransitive subject ("killed 12", "12 died");
    of *agent_verbs* the active subject ("12 senators voted"). *phrases* stand as printed ("without power"). Words are
    lemmas in lower case, with particles ("lay off"), or with the "can" before them. *passive_verbs* are *verbs* in the
    passive alone ("12 are held"). *deeds* are the nouns that name what the verbs do, and count those it is done to
    ("12 deaths" as "12 people died").

    *idioms* are verbs with words beside them that mean something else ("play role").

    *after* are words that, right after an amount, tell what it is whatever else is said ("flew 900 km high"),
    *before* those right before it ("down 31%"). *alone*:
    where no word names a measure, it is that of an amount that makes one word with a thing ("compound": "a 25-ton
    truck"), or of any of its dimension ("always").

    *refines* names measures that another word of the clause makes this one ("shares fell 3%", of a change).

    *things* are the nouns of which this is told by an amount that makes one word with them: "a 60-foot boat".
    *sized* are the nouns of whose size the figure after their "of" tells ("a town of 900"), *wholes* those that a share
    is one of ("19% of the shares"). *turning* are the verbs, and nouns of deed, that make a count of what it *refines*
    this one, and no other: "cut 90 jobs". A rate *per* this unit that names what it *refines* is this one. The time
    *until* which it is told is that of another measure: who is shut until Friday opens then.

    *befalls*: the verbs, adjectives and phrases tell what befell "persons", "things" or "either", and prevail over the
    noun of whom or what it befell ("nine sailors drowned"). *persons*: the nouns are of persons.

    *dimensions* stand without currency or rate: "money", "length"; "time" is that of dates.
    *none* are words that by themselves say that the count is zero ("unharmed").

    *growing*: later reports of the count are higher. *once*: a report tells one value of it. *ends*: of a range both
    figures are meant, and not one between them. *terms*: where it is of a plan or an offer, it is told with the same
    words as of what is supposed ("would cost"). *lasting*: it may go on for days.
    *momentary*: it changes from day to day, as prices do; *yearly*: it is one more each year, as ages are.
    *akin* names measures that outlets use for the same fact (arrests, detentions), *unlike* those that are never it
    (deaths, injuries).
    """

    name: str
    dimensions: tuple[str, ...]
    examples: Examples
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    agent_verbs: tuple[str, ...] = ()
    passive_verbs: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    sized: tuple[str, ...] = ()
    wholes: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    turning: tuple[str, ...] = ()
    alone: str = ""
    per: str = ""
    until: str = ""
    refines: tuple[str, ...] = ()
    befalls: str = ""
    persons: bool = False
    growing: bool = False
    once: bool = False
    terms: bool = False
    ends: bool = False
    lasting: bool = False
    momentary: bool = False
    yearly: bool = False
    akin: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SynonymRow:
    """Lemmas that mean the same in news, the first standing for all; *examples* map a word to that first one.

    *verbs* belong to them as verbs only ("state", for "say"), *nouns* as any other part of speech.
    """

    words: tuple[str, ...]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    examples: Examples = field(default_factory=_none)


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name in its one form, with the *forms* in which it is printed, demonyms among them."""

    name: str
    forms: tuple[str, ...]
    examples: Examples = field(default_factory=_none)


@dataclass(frozen=True, slots=True)
class SpeechRow:
    """Words that say how a claim is put forward, in a *modality* of the model.

    *words* are lemmas in lower case; *phrases* stand as printed ("according to"). *examples* map a clause to
    the modality. *clause*: it is that of a clause after them alone, not of an amount in their object, which is none of
    theirs ("rejected a $9bn offer"). *terms*: it is none of the terms of a plan, by the *terms* of a measure.
    """

    modality: str
    examples: Examples
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    clause: bool = False
    terms: bool = False


@dataclass(frozen=True, slots=True)
class ScopeRow:
    """Qualifiers of one *kind* that limit what a value covers; *examples* map a phrase to the qualifier found in it."""

    kind: str
    words: tuple[str, ...]
    examples: Examples


@dataclass(frozen=True, slots=True)
class HappeningRow:
    """Nouns of events, each with the verb that tells the same, or itself where there is none.

    *examples* map a clause to what happened at its date, in the one form of a frame's event.
    """

    nouns: Mapping[str, str]
    examples: Examples


@dataclass(frozen=True, slots=True)
class BesideRow:
    """Words, of one *kind*, beside which another word tells what happened; *examples* are those of happenings."""

    kind: str
    words: tuple[str, ...]
    examples: Examples


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """Words before a figure that give its *standing* in the model: one of *lead*, soon after it one of *verb* if any.

    *examples* map a sentence to the figure that they are said of.
    """

    standing: str
    lead: tuple[str, ...]
    examples: Examples
    verb: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BoilerplateRow:
    """Furniture of scraped pages, in lower case; *where* a paragraph must hold a phrase: whole, start or anywhere.

    *examples* map a paragraph to *kind*, or to "" where it is prose.
    """

    kind: str
    where: str
    phrases: tuple[str, ...]
    examples: Examples


@dataclass(frozen=True, slots=True)
class FrameTables:
    """Tables on frames.

    An *attributions* row holds verbs and phrases that name a speaker, a *cues* row words that colour the clause
    without one.
    """

    attributes: tuple[AttributeRow, ...] = table("en/attributes.toml", "attribute")
    synonyms: tuple[SynonymRow, ...] = table("en/synonyms.toml", "synonym")
    countries: tuple[NameRow, ...] = table("en/names.toml", "country")
    regions: tuple[NameRow, ...] = table("en/names.toml", "region")
    states: tuple[NameRow, ...] = table("en/names.toml", "state")
    cities: tuple[NameRow, ...] = table("en/names.toml", "city")
    organisations: tuple[NameRow, ...] = table("en/names.toml", "organisation")
    attributions: tuple[SpeechRow, ...] = table("en/speech.toml", "attribution")
    cues: tuple[SpeechRow, ...] = table("en/speech.toml", "cue")
    scopes: tuple[ScopeRow, ...] = table("en/scope.toml", "scope")
    happenings: tuple[HappeningRow, ...] = table("en/happenings.toml", "happening")
    beside: tuple[BesideRow, ...] = table("en/happenings.toml", "beside")
    revisions: tuple[RevisionRow, ...] = table("en/revisions.toml", "revision")
    boilerplate: tuple[BoilerplateRow, ...] = table("en/boilerplate.toml", "boilerplate")
