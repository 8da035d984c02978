import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, product

import pytest

from discrepancy.knowledge.frames import AttributeRow, BoilerplateRow, NameRow, ScopeRow, SpeechRow, SynonymRow
from discrepancy.model import Modality
from discrepancy.tables import shipped

FRAMES = shipped().frames
NAMES = (*FRAMES.countries, *FRAMES.regions, *FRAMES.states, *FRAMES.cities, *FRAMES.organisations)
ATTRIBUTES = {row.name: row for row in FRAMES.attributes}
DIMENSIONS = {
    "age", "area", "concentration", "count", "data", "data rate", "duration", "energy", "frequency", "index", "length",
    "magnitude", "mass", "money", "ordinal", "percentage", "percentage point", "power", "pressure", "radiation",
    "sound", "speed", "temperature", "time", "volume",
}  # fmt: skip
IRREGULAR = {
    "be": "was were is are", "bear": "born bore", "beat": "beat beaten", "begin": "began begun", "bring": "brought",
    "break": "broke broken", "build": "built", "buy": "bought", "catch": "caught", "draw": "drew drawn",
    "drive": "drove driven", "fall": "fell fallen", "find": "found", "flee": "fled", "fly": "flew flown",
    "get": "got", "give": "gave given", "go": "went gone", "grow": "grew grown", "hang": "hung", "hear": "heard",
    "hold": "held", "hurt": "hurt", "kidnap": "kidnapped", "lay": "laid", "lead": "led", "leave": "left", "lie": "lay",
    "let": "let", "lose": "lost", "make": "made", "meet": "met", "overrun": "overran", "pay": "paid", "quit": "quit",
    "put": "put", "retake": "retook retaken", "rise": "rose risen", "run": "ran", "say": "said", "see": "saw seen",
    "seek": "sought", "sell": "sold", "send": "sent", "set": "set", "shoot": "shot", "shut": "shut", "sink": "sank sunk",
    "slide": "slid", "speak": "spoke spoken", "spend": "spent", "stand": "stood", "steal": "stole stolen",
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
    nouns = chain.from_iterable(inflected(noun, -1) for noun in row.nouns)
    verbs = chain.from_iterable(inflected(verb, 0) for verb in (*row.verbs, *row.agent_verbs))
    return {*nouns, *verbs, *row.adjectives, *row.phrases}


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
    assert {text: name in measures_in(text) for text, name in row.examples.items()} == dict.fromkeys(row.examples, True)
    assert row.examples
