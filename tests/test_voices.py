"""Copies of a text are one voice."""

import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.match import copies_in, voiced
from discrepancy.model import Claim, Document, Fact, Finding, Kind, Published, Report, Seen, Span, Verdict
from discrepancy.pipeline import check
from discrepancy.ready import reading
from discrepancy.report.console import console_for
from discrepancy.report.formats import Selection
from discrepancy.report.html import html_report
from discrepancy.report.matrix import matrices_of
from discrepancy.report.sides import camps_of, sides_of
from discrepancy.report.terminal.findings import print_report

WORDS = [f"word{number}" for number in range(400)]


def a_document(name: str, text: str, day: int | None = 1) -> Document:
    """A report of one event."""
    time = None if day is None else datetime(2031, 3, day, tzinfo=UTC)
    return Document(name, f"{name} outlet", text, published=time and Published(time, "day"))


def text_of(start: int, end: int) -> str:
    return " ".join(WORDS[start:end])


def a_claim(document: Document) -> Claim:
    """A claim of all that *document* says."""
    whole = Span(0, len(document.text))
    return Claim(f"{document.id}:0", document, Kind.QUANTITY, whole, document.text, whole)


def voices_of(*documents: Document, copies: dict[str, Document] | None = None) -> tuple[str, ...]:
    return voiced(Fact("a fact", "count", tuple(map(a_claim, documents))), copies or {}).voices


def test_a_copy_is_told_by_the_report_that_was_published_first() -> None:
    agency, daily = a_document("agency", text_of(0, 100), 2), a_document("daily", text_of(0, 90), 3)
    assert copies_in([daily, agency]) == {"daily": agency}


def test_a_report_cut_from_a_longer_and_later_one_is_the_first_of_its_voice() -> None:
    brief, full = a_document("brief", text_of(0, 60), 1), a_document("full", text_of(0, 200), 2)
    assert copies_in([full, brief]) == {"full": brief}


def test_a_report_without_a_day_is_a_copy_of_one_that_has_one() -> None:
    dated, undated = a_document("dated", text_of(0, 100), 9), a_document("again", text_of(0, 100), None)
    assert copies_in([undated, dated]) == {"again": dated}


def test_reports_that_quote_the_same_statement_are_voices_of_their_own() -> None:
    statement = text_of(0, 50)
    one, other = (a_document(name, f"{statement} {text_of(at, at + 60)}") for name, at in (("a", 100), ("b", 200)))
    assert copies_in([one, other]) == {}


def test_two_reports_are_not_one_because_both_contain_a_third() -> None:
    brief = a_document("brief", text_of(0, 40), 1)
    one, other = (a_document(name, f"{brief.text} {text_of(at, at + 100)}", 2) for name, at in (("a", 100), ("b", 250)))
    assert len(copies_in([brief, one, other])) == 1


def test_a_text_of_a_few_words_is_no_copy() -> None:
    assert copies_in([a_document("a", "More follows."), a_document("b", "More follows.")]) == {}


def test_a_sentence_that_differs_in_its_figure_alone_is_one_voice() -> None:
    told = "The storm killed {} people and tore the roofs off half of the houses in the harbour town on Monday night."
    assert voices_of(a_document("a", told.format(12), 2), a_document("b", told.format(19), 1)) == ("b", "b")


def test_a_sentence_in_other_words_is_a_voice_of_its_own() -> None:
    one = a_document("a", "The storm killed 12 people and tore the roofs off half of the houses in the harbour town.")
    other = a_document(
        "b", "Twelve people were killed when a storm hit the town on Monday, the mayor said at the harbour."
    )
    assert voices_of(one, other) == ("a", "b")


def test_short_sentences_may_agree_by_chance() -> None:
    assert voices_of(*(a_document(name, "Twelve people were killed.") for name in "ab")) == ("a", "b")


def test_claims_of_copies_are_one_voice_in_whatever_words() -> None:
    agency = a_document("agency", text_of(0, 50))
    one, other = a_document("a", text_of(50, 80)), a_document("b", text_of(80, 120))
    assert voices_of(one, other, copies={"a": agency, "b": agency}) == ("agency", "agency")


def test_voices_join_over_copies_and_sentences() -> None:
    agency, one = a_document("agency", text_of(0, 50), 1), a_document("a", text_of(60, 80), 2)
    lifted, apart = a_document("b", text_of(60, 80), 3), a_document("c", text_of(90, 120), 4)
    assert voices_of(one, lifted, apart, copies={"a": agency}) == ("agency", "agency", "c")


TEXT = (
    "The harbour office closed both quays on Monday evening after a night of wind. The storm killed {} people in the "
    "harbour town and tore the roofs off half of its houses. Ferries stayed in port until noon, and the trains to the "
    "coast were stopped by fallen trees. Crews expect to have cleared the line by the end of the week."
)


def checked(*reports: tuple[str, str]) -> Report:
    """What comes of the texts of the outlets of one story, published a day after the other."""
    documents = [
        replace(a_document(f"{day}", text, day), outlet=outlet, story="storm")
        for day, (outlet, text) in enumerate(reports, 1)
    ]
    return check(documents, (), reading, Seen())


def about(report: Report, literal: str) -> Finding:
    return next(one for one in report.findings if any(claim.literal == literal for claim in one.fact.claims))


def shown(report: Report) -> str:
    stream = io.StringIO()
    print_report(report, console_for(stream, {"COLUMNS": "100"}), frozenset(Verdict))
    return stream.getvalue()


def listed(report: Report) -> list[str]:
    """What stands on the sheets that compare outlets."""
    return [row.finding.fact.label for sheet in matrices_of(report) for row in sheet.rows]


def test_an_edited_copy_is_a_finding_whose_sides_are_one_voice() -> None:
    report = checked(("Coast Wire", TEXT.format(19)), ("Daily Ledger", TEXT.format(12)))
    finding = about(report, "12 people")
    assert finding.verdict is Verdict.CONFLICT
    assert [(side.voice, side.repeats) for side in sides_of(finding)] == [("1", "Coast Wire"), ("1", "")]
    assert "2 documents (1 copy), " in shown(report)
    assert "same text as Coast Wire" in shown(report)
    assert finding.fact.label in listed(report)


def test_copies_that_agree_corroborate_nothing() -> None:
    report = checked(("Coast Wire", TEXT.format(19)), ("Daily Ledger", TEXT.format(19)))
    assert about(report, "19 people").verdict is Verdict.AGREE
    assert "2 outlets, 1 voice" in shown(report)
    assert not listed(report)
    assert "What outlets agree on" not in html_report(report, Selection(frozenset(Verdict)))


def test_the_sides_of_one_voice_stand_together() -> None:
    own = "A storm has killed 19 people in the harbour town, its mayor told reporters outside the hall."
    report = checked(("Coast Wire", TEXT.format(19)), ("Radio Sund", own), ("Daily Ledger", TEXT.format(19)))
    (camp,) = camps_of(about(report, "19 people"))
    assert [side.claim.outlet for side in camp] == ["Coast Wire", "Daily Ledger", "Radio Sund"]
    assert "3 outlets, 2 voices" in shown(report)
    assert about(report, "19 people").fact.label in listed(report)


passages = st.lists(st.integers(0, 15), min_size=0, max_size=6).map(
    lambda parts: " ".join(text_of(20 * part, 20 * part + 20) for part in parts)
)


@given(st.lists(passages, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(texts: list[str], chance: object) -> None:
    documents = [a_document(f"d{number}", text, 1 + number % 3) for number, text in enumerate(texts)]
    shuffled = documents.copy()
    chance.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis gives no narrower type
    assert copies_in(shuffled) == copies_in(documents)
    shuffled_voices = dict(zip(shuffled, voices_of(*shuffled), strict=True))
    assert shuffled_voices == dict(zip(documents, voices_of(*documents), strict=True))


@given(st.text())
def test_a_document_is_its_own_voice(text: str) -> None:
    document = a_document("one", text)
    assert copies_in([document]) == {}
    assert voices_of(document) == ("one",)


@given(st.lists(passages, min_size=1, max_size=6))
def test_the_first_of_a_voice_is_no_copy_itself(texts: list[str]) -> None:
    documents = [a_document(f"d{number}", text) for number, text in enumerate(texts)]
    copies = copies_in(documents)
    assert not {first.id for first in copies.values()} & copies.keys()


@given(st.lists(passages, min_size=1, max_size=6))
def test_a_copy_of_each_document_adds_no_voice(texts: list[str]) -> None:
    documents = [a_document(f"d{number}", text) for number, text in enumerate(texts)]
    again = [a_document(f"e{number}", text) for number, text in enumerate(texts) if len(text.split()) > 30]
    assert len(documents) + len(again) - len(copies_in([*documents, *again])) == len(documents) - len(
        copies_in(documents)
    )


def test_four_times_the_documents_take_no_more_than_that_many_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[str] = []

    def counting(holders: Iterable[str]) -> Counter[str]:
        told = list(holders)
        looks.extend(told)
        return Counter(told)

    def looks_at(number: int) -> int:
        looks.clear()
        own = (" ".join(f"own{n} {word}" for word in WORDS[:40]) for n in range(number))
        assert copies_in(a_document(f"{n}", f"{text_of(0, 60)} {text}") for n, text in enumerate(own)) == {}
        return len(looks)

    monkeypatch.setattr("discrepancy.match.voices.Counter", counting)
    assert looks_at(800) < 5 * looks_at(200)
