"""What a fact is called."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.match.labels import label_of
from discrepancy.model import Claim, Frame
from report_samples import claim, document, length


def said(text: str, literal: str, **frame: str) -> Claim:
    return claim(document(text[:9], text), literal, length(1, 2), Frame(**frame) if frame else None)


def test_measure_and_subject_name_it_where_the_sides_agree_on_them() -> None:
    sides = [
        said(f"The {name} is 400 metres long.", "400 metres", attribute="length", subject="ferry") for name in "abc"
    ]
    assert label_of(sides) == "length · ferry"


def test_a_subject_that_only_one_side_names_gives_way_to_words_of_the_text() -> None:
    sides = [
        said("The ferry is 400 metres long.", "400 metres", attribute="length", subject="ferry"),
        said("From bow to stern it measures 410 metres.", "410 metres", attribute="length", subject="it"),
    ]
    assert label_of(sides) == "length · ferry is … long"


@pytest.mark.parametrize(
    ("text", "literal", "label"),
    [
        (
            "The town lies a mere 20 km from the border with the north.",
            "20 km",
            "town lies a mere … from the border",
        ),
        ("On Monday, the ferry took 300 people, then left.", "300", "ferry took … people"),
        ("Some 1,200 cars and 30 lorries burnt.", "30", "cars and … lorries burnt"),
        ("20 km", "20 km", "20 km"),
        ("It was 20 km, said the mayor.", "20 km", "It was …"),
    ],
)
def test_the_words_round_the_figure_name_it_and_a_mark_stands_for_the_figure(
    text: str, literal: str, label: str
) -> None:
    assert label_of([said(text, literal)]) == label


def test_the_side_whose_words_the_others_use_names_it() -> None:
    sides = [
        said("Yes, 20 km.", "20 km"),
        said("The ferry sank 21 km from the port.", "21 km"),
        said("It went down 22 km from the port.", "22 km"),
    ]
    assert label_of(sides) == "ferry sank … from the port"


@settings(deadline=None)
@given(st.text(max_size=200), st.text(min_size=1, max_size=30), st.text(max_size=200))
def test_any_text_gives_a_short_name(before: str, literal: str, after: str) -> None:
    text = f"{before}{literal}{after}"
    name = label_of([said(text, literal)])
    assert name
    assert len(name) <= max(200, len(literal))
