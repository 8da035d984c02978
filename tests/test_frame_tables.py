import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, product

import pytest

from discrepancy.extract.furniture import compile_furniture, counters_of
from discrepancy.knowledge.frames import AttributeRow, BoilerplateRow, NameRow, ScopeRow, SpeechRow, SynonymRow
from discrepancy.model import APART, Modality
from discrepancy.tables import shipped

FRAMES = shipped().frames
NAMES = (*FRAMES.countries, *FRAMES.regions, *FRAMES.states, *FRAMES.cities, *FRAMES.organisations)
ATTRIBUTES = {row.name: row for row in FRAMES.attributes}
DIMENSIONS = {row.dimension for row in shipped().quantities.units} | {APART, "age", "count", "money", "time"}
IRREGULAR = {
    "be": "was were is are", "bear": "born bore", "beat": "beat beaten", "begin": "began begun", "bring": "brought",
    "break": "broke broken", "build": "built", "buy": "bought", "catch": "caught", "draw": "drew drawn",
    "drive": "drove driven", "fall": "fell fallen", "find": "found", "flee": "fled", "fly": "flew flown",
    "get": "got", "give": "gave given", "go": "went gone", "grow": "grew grown", "hang": "hung", "hear": "heard",
    "hold": "held", "kidnap": "kidnapped", "lay": "laid", "lead": "led", "leave": "left", "lie": "lay",
    "lose": "lost", "make": "made", "meet": "met", "overrun": "overran", "pay": "paid",
    "retake": "retook retaken", "rise": "rose risen", "run": "ran", "say": "said", "see": "saw seen",
    "seek": "sought", "sell": "sold", "send": "sent", "shoot": "shot", "sink": "sank sunk",
    "slide": "slid", "speak": "spoke spoken", "spend": "spent", "stand": "stood", "steal": "stole stolen",
    "strike": "struck", "repay": "repaid",
    "swear": "swore sworn", "swim": "swam", "take": "took taken", "teach": "taught", "tell": "told",
    "think": "thought", "win": "won", "withdraw": "withdrew", "write": "wrote written", "foresee": "foresaw",
    "man": "men", "woman": "women", "child": "children", "person": "people", "life": "lives",
    "foot": "feet", "gunman": "gunmen", "policeman": "policemen", "fireman": "firemen", "fisherman": "fishermen",
    "will": "'ll", "can": "could", "may": "might",
}  # fmt: skip


def forms(word: str) -> set[str]:
    doubled, stem = word + word[-1], word.removesuffix("e")
    regular = {word + end for end in ("", "s", "es", "d", "ed", "ing")}
    regular |= {doubled + end for end in ("ed", "ing")} | {stem + "ing"}
    if word.endswith("y"):
        regular |= {word[:-1] + "ies", word[:-1] + "ied"}
    return regular | set(IRREGULAR.get(word, "").split())


def inflected(lemma: str, at: int) -> set[str]:
    words = lemma.split()
    words_at = forms(words[at])
    choices = [words_at if i == at % len(words) else {word} for i, word in enumerate(words)]
    return {" ".join(choice) for choice in product(*choices)}


def patterns(row: AttributeRow) -> set[str]:
    nouns = chain.from_iterable(inflected(noun, -1) for noun in (*row.nouns, *row.sized, *row.wholes, *row.things))
    acts = (*row.verbs, *row.agent_verbs, *row.passive_verbs, *row.turning)
    verbs = chain.from_iterable(inflected(verb, 0) for verb in acts)
    return {*nouns, *verbs, *row.adjectives, *row.phrases, *row.after, *row.before}


def index(rows: Sequence[AttributeRow]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        for pattern in patterns(row):
            found.setdefault(pattern, set()).add(row.name)
    return found


INDEX = index(FRAMES.attributes)
LONGEST = max(len(pattern.split()) for pattern in INDEX)


def runs_of_words(text: str) -> Iterator[str]:
    words = re.findall(r"[\w'.]+(?:-[\w']+)*", text.lower())
    for length in range(LONGEST, 0, -1):
        yield from (" ".join(words[i : i + length]) for i in range(len(words) - length + 1))


def measures_in(text: str) -> set[str]:
    """The measures that the longest known words of *text* may name."""
    found: set[str] = set()
    longest = 0
    for run in runs_of_words(text):
        length = len(run.split())
        if length < longest:
            break
        if run in INDEX:
            longest = length
            found |= INDEX[run]
    return found


def repeated(words: Iterator[object]) -> list[object]:
    return [word for word, times in Counter(words).items() if times > 1]


def holds(words: Sequence[str], text: str) -> list[str]:
    padded = " ".join(["", *re.findall(r"[\w'%-]+", text.lower()), ""])
    return [word for word in words if f" {word} " in padded]


@pytest.mark.parametrize("row", FRAMES.attributes, ids=lambda row: row.name)
def test_the_examples_of_a_measure_name_it(row: AttributeRow) -> None:
    told = {text: name in measures_in(text) or bool(row.alone or row.per) for text, name in row.examples.items()}
    assert told == dict.fromkeys(row.examples, True)
    assert row.examples


@pytest.mark.parametrize(
    "field",
    [
        "nouns",
        "verbs",
        "agent_verbs",
        "passive_verbs",
        "adjectives",
        "phrases",
        "after",
        "before",
        "sized",
        "wholes",
        "things",
    ],
)
def test_a_word_and_a_dimension_name_one_measure(field: str) -> None:
    rows = FRAMES.attributes
    assert not repeated(pair for row in rows for pair in product(getattr(row, field), row.dimensions))


def test_measures_have_names_of_their_own_and_known_dimensions() -> None:
    assert not repeated(row.name for row in FRAMES.attributes)
    assert {dimension for row in FRAMES.attributes for dimension in row.dimensions} <= DIMENSIONS


def test_one_measure_of_a_dimension_needs_no_word() -> None:
    assert {row.alone for row in FRAMES.attributes} <= {"", "compound", "always"}
    assert not repeated(
        (row.alone, dimension) for row in FRAMES.attributes if row.alone for dimension in row.dimensions
    )


def test_akin_and_unlike_measures_exist_and_exclude_each_other() -> None:
    akin = {frozenset((row.name, other)) for row in FRAMES.attributes for other in row.akin}
    unlike = {frozenset((row.name, other)) for row in FRAMES.attributes for other in row.unlike}
    assert frozenset().union(*akin, *unlike, *(row.refines for row in FRAMES.attributes)) <= ATTRIBUTES.keys()
    assert not akin & unlike
    assert all(len(pair) == 2 for pair in akin | unlike)


def test_words_are_in_lower_case_and_trimmed() -> None:
    measures = (getattr(row, part) for row in FRAMES.attributes for part in row.__slots__[3:9])
    words = chain(
        *measures,
        *(
            row.idioms + row.after + row.before + row.sized + row.wholes + row.things + row.turning
            for row in FRAMES.attributes
        ),
        *((*row.words, *row.verbs, *row.nouns) for row in FRAMES.synonyms),
        *(row.words + row.phrases for row in (*FRAMES.attributions, *FRAMES.cues)),
        *(row.words for row in FRAMES.scopes),
        *(row.phrases for row in FRAMES.boilerplate),
        (row.name for row in NAMES),
    )
    assert not [word for word in words if word != word.lower().strip() or not word]


def test_a_word_has_one_set_of_synonyms() -> None:
    assert not repeated(word for row in FRAMES.synonyms for word in (*row.words, *row.verbs))
    assert not repeated(word for row in FRAMES.synonyms for word in (*row.words, *row.nouns))
    assert not [row for row in FRAMES.synonyms if len(row.words) + len(row.verbs) + len(row.nouns) < 2]


@pytest.mark.parametrize("row", [row for row in FRAMES.synonyms if row.examples], ids=lambda row: row.words[0])
def test_the_examples_of_synonyms_read_as_the_first(row: SynonymRow) -> None:
    assert {word: row.words[0] for word in row.examples if word in row.words} == row.examples


def test_a_form_names_one_thing() -> None:
    assert not repeated(form for row in NAMES for form in row.forms)
    assert not repeated(row.name for row in (*FRAMES.countries, *FRAMES.regions, *FRAMES.states))


def test_every_member_of_the_united_nations_is_there() -> None:
    beside = {"kosovo", "palestine", "taiwan", "vatican city"}
    gone = {
        "soviet union", "yugoslavia", "czechoslovakia", "east germany", "west germany",
        "south vietnam", "north vietnam", "ottoman empire",
    }  # fmt: skip
    assert len({row.name for row in FRAMES.countries} - beside - gone) == 193
    assert len(FRAMES.states) == 50


@pytest.mark.parametrize("row", [row for row in NAMES if row.examples], ids=lambda row: row.name)
def test_the_examples_of_a_name_hold_one_of_its_forms(row: NameRow) -> None:
    read = {text: row.name for text in row.examples if any(form in text for form in row.forms)}
    assert read == row.examples


SPEECH = [(row, rows) for rows in (FRAMES.attributions, FRAMES.cues) for row in rows]


def modalities(text: str, rows: Sequence[SpeechRow]) -> set[str]:
    return {
        row.modality for row in rows if holds([*(f for word in row.words for f in forms(word)), *row.phrases], text)
    }


@pytest.mark.parametrize(("row", "rows"), SPEECH, ids=lambda item: getattr(item, "modality", ""))
def test_the_examples_of_speech_show_its_modality(row: SpeechRow, rows: Sequence[SpeechRow]) -> None:
    assert row.modality in set(Modality)
    assert {text: modality in modalities(text, rows) for text, modality in row.examples.items()} == dict.fromkeys(
        row.examples, True
    )


@pytest.mark.parametrize("rows", [FRAMES.attributions, FRAMES.cues], ids=["attributions", "cues"])
def test_a_word_of_speech_has_one_modality(rows: Sequence[SpeechRow]) -> None:
    assert not repeated(word for row in rows for word in row.words + row.phrases)


def test_a_qualifier_has_one_kind() -> None:
    assert not repeated(word for row in FRAMES.scopes for word in row.words)


@pytest.mark.parametrize("row", FRAMES.scopes, ids=lambda row: row.kind)
def test_the_examples_of_a_scope_hold_its_qualifier(row: ScopeRow) -> None:
    assert {text: max(holds(row.words, text), key=len, default="") for text in row.examples} == row.examples


FURNITURE = compile_furniture(FRAMES.boilerplate)


def furniture_kind(paragraph: str) -> str:
    if any(counters_of(paragraph, FURNITURE)):
        return "gallery"
    return FURNITURE.kind(paragraph) or ""


@pytest.mark.parametrize("row", FRAMES.boilerplate, ids=lambda row: f"{row.kind} {row.where}")
def test_the_examples_of_furniture_are_told_from_prose(row: BoilerplateRow) -> None:
    assert {paragraph: furniture_kind(paragraph) for paragraph in row.examples} == dict(row.examples)


def test_a_phrase_of_furniture_has_one_kind_in_its_place() -> None:
    assert not repeated((row.where, phrase) for row in FRAMES.boilerplate for phrase in row.phrases)
