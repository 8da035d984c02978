"""Where lines end for the width of a page, and where they end for good."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.extract.lines import unwrapped
from discrepancy.extract.sentences import LONGEST, sentence_spans


@given(st.text(st.sampled_from("aB .\n-1")))
def test_unwrapping_keeps_every_character_in_its_place(text: str) -> None:
    plain = unwrapped(text)
    assert len(plain) == len(text)
    assert all(new == old or (new, old) == (" ", "\n") for new, old in zip(plain, text, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "A headline of some forty letters and more\nA longer paragraph under it, which nobody wrapped at all. It ends.",
        "- Boats left the harbour on\n- Monday, and\n- returned",
        "The harbour was shut on Monday.\nBoats stayed out.\nShops closed.",
        "Home\nNews and weather of today\nabout us",
    ],
)
def test_lines_that_stand_for_themselves_are_kept(text: str) -> None:
    assert unwrapped(text) == text


@pytest.mark.parametrize("text", [" " * 200_000, " \n" * 200_000, "a\n" * 200_000, "a " * 200_000])
def test_lines_and_sentences_are_found_in_linear_time(text: str) -> None:
    begun = time.process_time()
    unwrapped(text)
    list(sentence_spans(text, frozenset()))
    assert time.process_time() - begun < 5


@given(st.text(st.sampled_from("aB .,1"), max_size=80), st.integers(1, 200))
def test_what_goes_on_for_long_is_cut_between_words_and_loses_none(part: str, times: int) -> None:
    text = part * times
    spans = list(sentence_spans(text, frozenset()))
    assert [word for start, end in spans for word in text[start:end].split()] == text.split()
    assert all(" " not in text[start + LONGEST : end] for start, end in spans)
