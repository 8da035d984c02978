"""Ages of one person or thing, told without a name: by what the one is called, or after a name."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from discrepancy.match.owners import is_of_namesakes
from discrepancy.model import Document
from discrepancy.ready import reading
from discrepancy.stage import HERE
from discrepancy.stages import framed_in, told_in
from outlets import found_in

NAMED = "The court in Port Grey jailed Nils Holm on Monday. {}"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bus driver, 47, was arrested in Port Grey.", "Police in Port Grey arrested the driver, aged 49."),
        ("The driver, a 47-year-old man, was arrested.", "The driver is a 49-year-old from Aal."),
        ("A 63-year-old farmer died in the fire on Monday.", "The fire killed a 66-year-old cattle farmer on Monday."),
        ("The ferry, 28 years old, sank off Port Grey.", "The 30-year-old ferry sank off Port Grey."),
        ("Bus driver Nils Holm, 47, was arrested.", "The driver, 49, was arrested."),
        ("Nils Holm, 61, was jailed on Monday.", NAMED.format("The 63-year-old said nothing in court.")),
        ("Nils Holm, 61, was jailed on Monday.", NAMED.format("Holm stood still. He is 63.")),
        ("Holm, 61, was jailed on Monday, as Nils Holm had been before.", "Nils Holm, 63, was jailed on Monday."),
    ],
)
def test_ages_of_one_are_compared(left: str, right: str, tmp_path: Path) -> None:
    assert [finding["verdict"] for finding in found_in((left, right), tmp_path)] == ["conflict"]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("A 47-year-old driver was arrested.", "A 49-year-old driver crashed in Port Grey."),
        ("The driver, 47, was arrested.", "The driver, 71, was arrested."),
        ("The driver, 47, was arrested. Another driver, 52, fled.", "The driver, 49, was arrested."),
        ("The man, 47, was arrested.", "The man, 49, was arrested."),
        ("Nils Holm, 61, was jailed on Monday.", NAMED.format("Judge Ann Lund spoke. The 63-year-old was brief.")),
        ("Nils Holm, 61, was jailed on Monday.", NAMED.format("Her 63-year-old cousin said nothing in court.")),
        ("Nils Holm, 61, was jailed on Monday.", NAMED.format("The then 58-year-old said nothing in court.")),
        ("Nils Holm, 16, was jailed on Monday.", NAMED.format("He was 14 when he first stole.")),
    ],
)
def test_ages_of_two_are_not(left: str, right: str, tmp_path: Path) -> None:
    assert [one for one in found_in((left, right), tmp_path) if one["verdict"] == "conflict"] == []


def test_a_surname_that_a_report_gives_to_two_is_no_ones_age_twice(tmp_path: Path) -> None:
    text = "Nils Holm was jailed on Monday. Ann Holm, 58, wept in court. Holm, 62, said nothing in court."
    assert [one for one in found_in((text, "Rain fell on Monday."), tmp_path) if one["verdict"] == "conflict"] == []


def test_a_long_text_is_searched_for_namesakes_once_and_not_for_each_pair() -> None:
    text = "Nils Holm was jailed on Monday. Ann Holm, 58, wept in court. Holm, 62, said nothing in court."
    long = Document(id="a", outlet="a", published=None, title="", text=f"{text} {'Rain fell on Holm. ' * 100_000}")
    first, second = (
        replace(claim, document=long)
        for claim in framed_in(told_in([replace(long, text=text)], reading, HERE)["a"].claims, reading, HERE).values()
        if claim.quantity
    )
    begun = time.process_time()
    assert all(is_of_namesakes(first, second) for _ in range(800))
    assert time.process_time() - begun < 5
