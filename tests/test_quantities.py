import logging
import time
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.adapters.measures import measure_of
from discrepancy.interval import Interval, exactly
from quantities_reading import SCALES, mentions, qualifiers, quantities, reading, skipped

CASES = sorted((Path(__file__).parent / "cases" / "extract").glob("*.toml"))
FOUND = [
    pytest.param(text, meant, id=f"{path.stem}: {text}")
    for path in CASES
    for text, meant in tomllib.loads(path.read_text(encoding="utf-8"))["find"].items()
]
NOT_FOUND = [
    pytest.param(text, id=f"{path.stem}: {text}")
    for path in CASES
    for text in tomllib.loads(path.read_text(encoding="utf-8"))["find_nothing"]
]
HOSTILE = {
    "digits": "1" * 20_000,
    "a large power": "1e999999 km",
    "hyphens": "-" * 10_000 + "5" + "-" * 10_000,
    "brackets": "(" * 5_000 + "5 km" + ")" * 5_000,
    "full-width digits": "１２３ km and ４５％",
    "joined digits": "1\u200d2\u200d3 km",
    "right to left": "\u202e20 km\u202c and ١٢٣",
    "lone surrogates": "\ud800 5 km \udfff7\ud83d million",
    "thousands marks": "1" + ",000" * 5_000 + " boats",
    "a chain": "1-2/" * 5_000,
    "points": "1." * 10_000,
    "words": "twenty-three million and " * 2_000,
    "hedges": "about nearly some " * 3_000 + "5 boats",
    "ups": "up by " * 5_000 + "5 percent",
    "signs": "$" * 10_000 + "5",
    "units": "5 " + "km per " * 4_000,
    "nothing but spaces": "5" + " " * 50_000 + "km",
    "one long word": "5" + "a" * 100_000,
    "ands": "5 and " * 5_000,
    "duals": "5 km (3 miles) " * 3_000,
    "fractions": "1/2 " * 5_000 + "½" * 5_000,
    "combining": "5 k" + "\u0301" * 10_000,
    "a zero byte": "5\x00 km",
    "pounds": "5 pounds " * 5_000,
    "parts of nothing": "5 of them " * 4_000,
    "urls": "http://" + "a1/" * 20_000,
}


@pytest.mark.parametrize(("text", "meant"), FOUND)
def test_a_figure_is_read(text: str, meant: str) -> None:
    assert reading(text) == meant


@pytest.mark.parametrize("text", NOT_FOUND)
def test_a_name_a_date_or_a_score_is_no_figure(text: str) -> None:
    assert reading(text) == ""


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_read_in_a_moment(text: str) -> None:
    started = time.process_time()
    quantities(text)
    assert time.process_time() - started < 2


def test_cost_grows_with_length_and_no_faster() -> None:
    text = "The 20 km (12 mile) road took about 300 people 3 years. " * 40

    def cost(times: int) -> float:
        started = time.process_time()
        quantities(text * times)
        return time.process_time() - started

    cost(1)
    assert cost(16) < 8 * max(cost(4), 0.01)


@given(st.text())
def test_no_text_raises(text: str) -> None:
    quantities(text)


@pytest.mark.parametrize(
    ("text", "dimension", "misfit"),
    [
        ("It is 1.2C (2.2F) warmer than it was.", "temperature difference", ""),
        ("They keep it to 1.5 degrees Celsius (2.7 degrees Fahrenheit).", "temperature difference", ""),
        ("It cooled by 5 degrees Celsius.", "temperature difference", ""),
        ("It rose 2C (35.6F).", "temperature difference", "2 degrees Celsius would be 3.60 degrees Fahrenheit"),
        ("It rose to 40C (104F).", "temperature", ""),
        ("It was minus 5C (23F).", "temperature", ""),
        ("It was 30C (80F).", "temperature", "30 degrees Celsius would be 86.0 degrees Fahrenheit"),
    ],
)
def test_degrees_between_two_temperatures_are_no_temperature(text: str, dimension: str, misfit: str) -> None:
    (quantity,) = quantities(text)
    assert (quantity.dimension, quantity.misfit) == (dimension, misfit)


def test_degrees_from_freezing_on_another_scale_are_skipped_with_the_reason() -> None:
    (one,) = skipped("It was 20 degrees below freezing.")
    assert (one.literal, one.reason) == ("20 degrees", "counted from freezing, on a scale that does not begin there")


PIECES = [
    *("5", "12", "1,000", "3.5", "twenty-three", "million", "half", "a third", "one", "0", "no one"),
    *("in", "and", "or", "to", "-", "(", ")", ",", ".", "per", "a", "of", "the", "by"),
    *(
        "$",
        "£",
        "€",
        "%",
        "km",
        "miles",
        "people",
        "years",
        "old",
        "aged",
        "killed",
        "about",
        "more than",
        "up",
        "fell",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_no_order_of_words_raises_and_spans_are_what_they_quote(pieces: list[str]) -> None:
    text = " ".join(pieces)
    ends = 0
    for mention in mentions(text):
        assert mention.span.start >= ends
        assert text[mention.span.start : mention.span.end] == mention.literal != ""
        ends = mention.span.end
    quantities(text)


@given(st.integers(1, 999_999))
def test_thousands_marks_change_nothing(number: int) -> None:
    assert reading(f"They saw {number:,} boats.") == f"{number} boat"


@given(st.decimals(0, 99_999, places=2), st.sampled_from(["km", "miles", "kg", "litres", "acres"]))
def test_a_printed_value_lies_in_its_own_interval(value: Decimal, unit: str) -> None:
    (quantity,) = quantities(f"It was {value} {unit} in all.")
    (about,) = quantities(f"It was about {value} {unit} in all.")
    printed = SCALES.places[quantity.renderings[0].unit].in_base(exactly(value))
    assert quantity.interval.covers(printed)
    assert about.interval.covers(printed)


@given(st.integers(2, 5_000), st.sampled_from(["nearly", "about", "up to", "at least", "some", "as many as", "almost"]))
def test_a_hedge_never_excludes_its_own_figure(number: int, hedge: str) -> None:
    (plain,) = quantities(f"They counted {number:,} boats.")
    (hedged,) = quantities(f"They counted {hedge} {number:,} boats.")
    assert plain.interval.overlaps(hedged.interval)


@given(st.integers(1, 400))
def test_rounded_conversions_of_one_distance_agree(miles: int) -> None:
    kilometres = round(miles * 1.609344)
    (quantity,) = quantities(f"It lies {miles} miles ({kilometres} km) away.")
    assert quantity.misfit == ""


def test_two_renderings_are_one_claim_with_what_both_allow() -> None:
    (quantity,) = quantities("The hill lies 20 kilometres (12 miles) away.")
    assert [printed.unit for printed in quantity.renderings] == ["kilometre", "mile"]
    assert str(quantity.interval) == "[18,507.456, 20,116.8)"


def test_a_conversion_that_does_not_fit_is_told_with_the_right_one() -> None:
    (quantity,) = quantities("The hill lies 13 kilometres (9 miles) away.")
    assert quantity.misfit == "13 kilometres would be 8.08 miles"


def test_a_conversion_may_be_cut_off_instead_of_rounded() -> None:
    fits, fails = quantities("It bore 119,000 pounds, or 53 tonnes, of coal and 119,000 pounds, or 52 tonnes, of salt.")
    assert (fits.misfit, fails.misfit) == ("", "119,000 pounds would be 54.0 metric tons")


_LENGTHS = st.tuples(
    st.sampled_from(
        ["half a", "a quarter of a", "a", "two and a half", "3", "0.8", "0", "about 5", "more than half a"]
    ),
    st.sampled_from(["mile", "km", "metres", "feet", "nautical miles"]),
)


@given(_LENGTHS, _LENGTHS, st.sampled_from([" ({})", ", or {},", "/{}"]))
def test_no_conversion_raises(first: tuple[str, str], second: tuple[str, str], joint: str) -> None:
    quantities(f"The road is {' '.join(first)}{joint.format(' '.join(second))} long.")


def test_a_fraction_is_not_cut_off() -> None:
    fails, fits = quantities("The road is half a mile (3 km) long. The path is half a mile (0.8 km) long.")
    assert (fails.misfit, fits.misfit) == ("0.5 miles would be 0.805 kilometres", "")


def test_a_ton_may_be_any_ton() -> None:
    ton, tonne, short = quantities("a 25-ton lorry, a 25-tonne lorry and a load of 25 short tons")
    assert ton.interval.overlaps(tonne.interval)
    assert ton.interval.overlaps(short.interval)
    assert not tonne.interval.overlaps(short.interval)


def test_two_currencies_of_one_amount_are_one_claim_without_a_rate() -> None:
    (quantity,) = quantities("The bridge cost £380m ($537m).")
    assert [printed.unit for printed in quantity.renderings] == ["pound sterling", "dollar"]
    assert (quantity.dimension, quantity.misfit) == ("money:GBP", "")


def test_amounts_in_two_currencies_differ_in_dimension() -> None:
    dollars, euros = quantities("It cost $5 million or 5 million euros.")
    assert dollars.dimension != euros.dimension


def test_asking_for_a_foreign_unit_leaves_logging_as_it_was(recwarn: pytest.WarningsRecorder) -> None:
    root = logging.getLogger()
    before = (list(root.handlers), root.level, root.manager.disable)
    assert measure_of("cd/m²") is not None
    assert (list(root.handlers), root.level, root.manager.disable) == before
    assert not recwarn.list


@pytest.mark.parametrize("text", ["bananas", "dollar bit newton", "g7", "F/A", "qwe/rty", "people", "1" * 100, ""])
def test_what_is_no_unit_is_not_made_one(text: str) -> None:
    assert measure_of(text) is None


def test_a_subset_is_qualified() -> None:
    assert qualifiers("They hurt 40 people, 16 of them badly, and five other boats.") == ["", "of them", "other"]


def test_an_amount_says_in_which_prices_it_is_told() -> None:
    assert qualifiers("It cost $5 million to build, or $17 million in 1980 dollars.") == ["", "1980 prices"]
    assert qualifiers("It cost $5 million at today’s prices.") == ["today's prices"]
    assert qualifiers("It cost $5 million in 1980.") == [""]


def test_one_among_the_greatest_is_no_count() -> None:
    among, picked, counted, _ = quantities("One of the oldest boats, one of the boats and one of the four boats sank.")
    assert [(str(one.interval), one.vague) for one in (among, picked)] == [("[1, ∞)", True)] * 2
    assert (str(counted.interval), counted.vague) == ("[1, 1]", False)


def test_a_part_of_a_number_says_of_how_many() -> None:
    assert qualifiers("Two of the eight boats sank, and 3 of 12 others.") == ["of 8", "", "of 12", "other"]


def test_a_quantity_keeps_what_limits_its_count() -> None:
    assert [one.qualifier for one in quantities("They hurt 40 people, 16 of them badly.")] == ["", "of them"]


def test_a_count_without_a_figure_is_vague() -> None:
    read = quantities("Dozens of boats, 40 lorries, a few hundred carts, about 20 cars and several horses came.")
    assert [one.vague for one in read] == [True, False, True, False, True]


def test_open_ended_hedges_make_open_intervals() -> None:
    (quantity,) = quantities("More than 30,000 boats came.")
    assert quantity.interval == Interval(quantity.interval.lower, None, lower_open=True)


def test_a_conversion_bears_no_more_digits_than_the_figure_it_was_computed_from() -> None:
    first, second = (
        quantities(text)[0] for text in ("It flew 2,700 km (1,680 miles).", "It flew 1,700 miles (2,735 km).")
    )
    assert first.interval.overlaps(second.interval)
