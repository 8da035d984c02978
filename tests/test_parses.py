"""Parses: what the adapter leaves out or shares of spaCy's work changes nothing."""

import subprocess
import sys
from typing import Any

import pytest

from discrepancy.adapters import parses
from discrepancy.toolbox import Token

SENTENCES = (
    "The ferry was carrying 212 passengers when it left the harbour on 3 May.",
    "Rescuers had found 12 boats, and they say that 7 others were sunk  during the storm.",
    "Those who did not leave have been told that the bridges are closed.",
    "What the mayor said is that this will cost the town's people $4 million.",
    "The bridge\nwas shut for two days.",
)


@pytest.fixture(scope="module")
def whole() -> Any:
    parses.parse([SENTENCES[0]])  # loads spaCy, as light as it is used
    import spacy  # noqa: PLC0415 - as said above

    return spacy.load(next(model for model in parses.MODELS if spacy.util.is_package(model)))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_have_the_forms_that_the_whole_pipeline_gives_them(sentence: str, whole: Any) -> None:
    (parse,) = parses.parse([sentence])
    assert [(word.text, word.lemma, word.pos, word.tag, word.dep, word.head) for word in parse] == [
        (token.text, token.lemma_.lower(), token.pos_, token.tag_, token.dep_, token.head.i)
        for token in whole(sentence.replace("\n", " "))
    ]


def test_the_tokenizer_of_the_model_is_that_of_the_language(whole: Any) -> None:
    alone = type(whole)().tokenizer
    assert whole.tokenizer.to_bytes(exclude=["vocab"]) == alone.to_bytes(exclude=["vocab"])


def test_a_parse_depends_on_no_sentence_beside_it() -> None:
    alone = [parses.parse([sentence])[0] for sentence in SENTENCES]
    assert parses.parse(SENTENCES) == alone
    assert parses.parse(SENTENCES[::-1]) == alone[::-1]


def test_equal_sentences_are_parsed_once() -> None:
    first, _, again = parses.parse([SENTENCES[0], SENTENCES[1], SENTENCES[0]])
    assert first is again


def test_words_are_placed_where_they_stand() -> None:
    (parse,) = parses.parse([SENTENCES[4]])
    assert parse[2] == Token(11, 14, "was", "be", "AUX", "VBD", "auxpass", 3)


def test_forms_stay_right_when_too_many_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = parses.parse(SENTENCES)
    monkeypatch.setattr(parses, "_MOST", 0)
    assert parses.parse(SENTENCES) == alone
    assert [parses.parse([sentence])[0] for sentence in SENTENCES] == alone


def test_of_several_lemmas_the_shortest_word_is_taken_whatever_the_release_of_spacy_prefers() -> None:
    (parse,) = parses.parse(["The crew hoped that the ashes were cold."])
    assert [word.lemma for word in parse if word.text in ("hoped", "ashes", "were")] == ["hop", "ash", "be"]


def test_what_spacy_is_loaded_without_can_be_loaded_when_wanted() -> None:
    wanted = (
        "from discrepancy.adapters import parses; parses.parse(['All is ready.']); import sys;"
        "assert not {'weasel', 'langcodes.data_dicts'} & set(sys.modules);"
        "import spacy; assert 'spacy_version' in spacy.info(silent=True);"
        "assert spacy.util.find_matching_language('iw') == 'he'"
    )
    subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-W", "ignore", "-c", wanted], check=True
    )


def test_nothing_to_parse_gives_no_parse() -> None:
    assert parses.parse([]) == []
