"""The tables on times prove themselves: each row's examples are read."""

import pytest

from discrepancy.extract.times.words import words_of
from discrepancy.tables import shipped
from times_reading import grammar, left_by, read

CALENDAR = shipped().calendar

FORMS = [(text, wanted) for row in (*CALENDAR.forms, *CALENDAR.holidays) for text, wanted in row.examples.items()]
ZONES = [(text, wanted) for row in CALENDAR.zones for text, wanted in row.examples.items()]
SLACK = [
    (text, wanted)
    for row in (*CALENDAR.relations, *CALENDAR.edges, *CALENDAR.loose, *CALENDAR.distances, *CALENDAR.clocks)
    for text, wanted in row.examples.items()
]


@pytest.mark.parametrize(("text", "wanted"), FORMS, ids=[text for text, _ in FORMS])
def test_a_form_means_what_its_example_says(text: str, wanted: str) -> None:
    found = [f"{timex.type} {timex.value}" for _, timex in read(text)]

    assert found[-1:] == [wanted]


@pytest.mark.parametrize(("text", "wanted"), ZONES, ids=[text for text, _ in ZONES])
def test_a_zone_gives_the_moment_its_example_says(text: str, wanted: str) -> None:
    (_, timex), *_ = read(text)

    assert timex.interval is not None
    assert timex.interval.lower is not None
    assert timex.interval.lower.isoformat(timespec="minutes").removesuffix("+00:00") == wanted


@pytest.mark.parametrize(("text", "wanted"), SLACK, ids=[text for text, _ in SLACK])
def test_a_time_leaves_what_its_example_says(text: str, wanted: str) -> None:
    assert left_by(text) == wanted


def test_no_form_that_fits_at_a_place_is_passed_over_there() -> None:
    times, _ = grammar()
    forms = {form.expression: form for row in times.forms.values() for form in row}.values()

    for text, _ in FORMS:
        letters = times.lexicon.spelled(words_of(text).texts)
        for place in range(len(letters)):
            fitting = {form.row.pattern for form in forms if form.match(letters, place)}
            assert fitting <= {form.row.pattern for form in times.opened(letters[place : place + 2])}
