"""What a claim measures, of whom, and what limits it."""

from dataclasses import replace

import pytest

from discrepancy.adapters import TOOLBOX
from discrepancy.model import Claim, Document, Frame
from discrepancy.reading import claims_of, frames_of, prepare
from discrepancy.report.claims import claim_record
from discrepancy.tables import shipped

READING = prepare(shipped(), TOOLBOX)


def frames(text: str) -> dict[str, Frame]:
    claims = [one for one in claims_of(Document("d", "Gazette", text), READING) if isinstance(one, Claim)]
    return {claim.literal: frame for claim, frame in zip(claims, frames_of(claims, READING), strict=True)}


@pytest.mark.parametrize(
    ("text", "literal", "qualifier"),
    [
        ("The bridge cost $5 million in 1980 dollars.", "$5 million", "1980 prices"),
        ("The bridge cost $5 million in 1980.", "$5 million", None),
        ("The storm killed 12 people, including three children.", "three children", "child include"),
        ("The storm killed two foreign sailors.", "two foreign sailors", "foreign"),
        ("The storm hurt two other sailors.", "two other sailors", "other"),
        ("Her 40 wins include nine abroad.", "40 wins", None),
        ("In the attack 14 people died, including three gunmen.", "14 people", "attacker"),
        ("In the attack 14 people died, not including the gunman.", "14 people", None),
    ],
)
def test_a_figure_knows_what_limits_it(text: str, literal: str, qualifier: str | None) -> None:
    assert frames(text)[literal].scope.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "literal", "measure"),
    [
        ("The storm killed at least three people and injured 16.", "16", "injuries"),
        ("In the storm 19 were killed.", "19", "deaths"),
        ("All 12 sailors escaped unharmed.", "unharmed", "injuries"),
    ],
)
def test_a_count_knows_what_it_counts(text: str, literal: str, measure: str) -> None:
    assert frames(text)[literal].attribute == measure


@pytest.mark.parametrize(
    ("text", "literal", "qualifier"),
    [
        ("The storm hurt 12 sailors, three of them badly.", "three", "of them"),
        ("Two of the eight boats sank.", "Two", "of 8"),
        ("The bridge cost $5 million in 1980 dollars.", "$5 million", "1980 prices"),
        ("The storm hurt two other sailors.", "two other sailors", "other"),
        ("The storm hurt two sailors.", "two sailors", None),
    ],
)
def test_a_claim_tells_scripts_what_limits_it(text: str, literal: str, qualifier: str | None) -> None:
    document = Document("d", "Gazette", text)
    told = [one for one in claims_of(document, READING) if isinstance(one, Claim)]
    claims = [replace(one, frame=frame) for one, frame in zip(told, frames_of(told, READING), strict=True)]
    records = [claim_record(claim) for claim in claims]

    assert next(one for one in records if one["literal"] == literal)["scope"]["qualifier"] == qualifier


@pytest.mark.parametrize(
    ("text", "literal", "owner"),
    [
        ("Brown was last seen on 22 August, when she was 21.", "21", "brown"),
        ("Ann Brown vanished on 22 August, a friend said. She was 21.", "21", "ann brown"),
        ("Hide Caption 5 of 30 Photos. She was 21.", "21", None),
        ("Ann Brown vanished. A neighbour told police. She was 21.", "21", None),
        ("Mark Lund, who was 33, left.", "33", "mark lund"),
        ("Officials put Ann Brown's age at 52.", "52", "ann brown"),
    ],
)
def test_an_age_knows_its_owner(text: str, literal: str, owner: str | None) -> None:
    assert frames(text)[literal].noun == owner


@pytest.mark.parametrize(
    ("text", "literal", "modality"),
    [
        ("The board rejected the firm's $9 billion offer.", "$9 billion", "asserted"),
        ("He dismissed reports of nine dead.", "nine", "denied"),
        ("The firm made an initial $9 billion offer to the board.", "$9 billion", "asserted"),
        ("The firm plans to cut 500 jobs.", "500 jobs", "forecast"),
        ("Analysts expect sales of $4 billion after profits rose 3%.", "$4 billion", "forecast"),
        ("The firm, which made $3 billion, plans to grow.", "$3 billion", "asserted"),
        ("It plans to grow, since profits rose 3%.", "3%", "asserted"),
        ("Forty analysts expect a fall.", "Forty analysts", "asserted"),
        ("The state takes 90 percent of the exports, but it fears a collapse.", "90 percent", "asserted"),
        ("Some 300 jobs are likely to go.", "Some 300 jobs", "forecast"),
    ],
)
def test_a_figure_knows_how_it_is_put_forward(text: str, literal: str, modality: str) -> None:
    assert frames(text)[literal].modality == modality
