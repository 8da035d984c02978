"""The tables on the layout of prose prove themselves: each abbreviation's examples are parted into sentences."""

import pytest

from discrepancy.extract.sentences import abbreviations_of, sentence_spans
from discrepancy.tables import shipped

PROSE = shipped().prose
EXAMPLES = [(text, int(number)) for row in PROSE.abbreviations for text, number in row.examples.items()]


@pytest.mark.parametrize(("text", "number"), EXAMPLES)
def test_an_abbreviation_ends_no_sentence_by_itself(text: str, number: int) -> None:
    assert len(list(sentence_spans(text, abbreviations_of(PROSE)))) == number


@pytest.mark.parametrize(("text", "number"), EXAMPLES)
def test_without_its_row_an_example_would_be_parted_elsewhere(text: str, number: int) -> None:
    assert len(list(sentence_spans(text, frozenset()))) != number


def test_ordinary_words_are_lower_case() -> None:
    assert not [word for row in PROSE.ordinary for word in row.words if word != word.lower()]
