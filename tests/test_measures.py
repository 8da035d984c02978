"""Which measure a figure gives, and what the words before it limit it to."""

import pytest

from discrepancy.adapters import TOOLBOX
from discrepancy.model import Claim, Document, Frame
from discrepancy.reading import claims_of, frames_of, prepare
from discrepancy.tables import shipped

READING = prepare(shipped(), TOOLBOX)


def frames(text: str) -> dict[str, Frame]:
    """The frames of the claims of *text* by what is printed."""
    document = Document("a.md", "Gazette", text)
    claims = [one for one in claims_of(document, READING) if isinstance(one, Claim)]
    return dict(zip((one.literal for one in claims), frames_of(claims, READING), strict=True))


@pytest.mark.parametrize(
    ("text", "literal", "measure"),
    [
        ("The tax rate fell to 21 percent.", "21 percent", "tax rate"),
        ("The death toll rose to 112.", "112", "deaths"),
        ("Four rescue teams reached the valley.", "Four", "rescue teams"),
        ("The builder laid off 90 people.", "90", "job cuts"),
        ("Rebels fired 12 rockets at the port.", "12", "missiles"),
    ],
)
def test_the_longest_word_names_the_measure(text: str, literal: str, measure: str) -> None:
    found = next(frame for printed, frame in frames(text).items() if literal in printed)
    assert found.attribute == measure


def test_a_noun_that_a_verb_shares_with_another_measure_is_not_taken_for_it() -> None:
    assert frames("The army fired a rocket on 4 May 2019.")["4 May 2019"].attribute != "date of accident"


def test_deeds_count_those_they_are_done_to() -> None:
    by_noun = frames("Police made 60 arrests in the port.")["60 arrests"]
    by_verb = frames("Police arrested 64 people in the port.")["64 people"]
    assert (by_noun.attribute, by_noun.event) == (by_verb.attribute, by_verb.event) == ("arrests", "arrest")
    assert by_noun.noun is None


def test_a_sum_put_otherwise_measures_the_same() -> None:
    found = frames("The brewer raised its offer to $82 a share, or $121 billion, on Monday.")
    assert (found["$121 billion"].attribute, found["$82 a share"].attribute) == ("offer", "offer per share")


@pytest.mark.parametrize(
    ("text", "literal", "qualifier"),
    [
        ("Sales rose to 50 boats, up from 40 boats.", "40 boats", "earlier"),
        ("He left home at the age of 19.", "19", "at that age"),
        ("Mary Holt, 32, left home.", "32", None),
    ],
)
def test_the_words_before_a_figure_limit_it(text: str, literal: str, qualifier: str | None) -> None:
    found = next(frame for printed, frame in frames(text).items() if literal in printed)
    assert found.scope.qualifier == qualifier
