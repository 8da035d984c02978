"""What happened at a time: a verb, or the noun of an event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.adapters import TOOLBOX
from discrepancy.knowledge.frames import BesideRow, HappeningRow
from discrepancy.model import Claim, Document, Frame, Modality
from discrepancy.normalise.frames.happenings import happening
from discrepancy.normalise.frames.tree import Tree
from discrepancy.reading import claims_of, frames_of, prepare
from discrepancy.tables import shipped
from discrepancy.toolbox import Token

READING = prepare(shipped(), TOOLBOX)
FRAMES = shipped().frames


def then(text: str) -> Frame:
    """The frame of the date in 2021 that *text* tells."""
    claims = [one for one in claims_of(Document("a.md", "Gazette", text), READING) if isinstance(one, Claim)]
    found = zip(claims, frames_of(claims, READING), strict=True)
    return next(frame for claim, frame in found if "2021" in claim.literal)


def events(row: HappeningRow | BesideRow) -> dict[str, str | None]:
    return {text: then(f"{text[0].upper()}{text[1:]}.").event for text in row.examples}


@pytest.mark.parametrize("row", FRAMES.happenings, ids=lambda row: next(iter(row.nouns)))
def test_the_examples_of_nouns_of_events_tell_what_happened(row: HappeningRow) -> None:
    assert events(row) == row.examples
    assert row.examples


@pytest.mark.parametrize("row", FRAMES.beside, ids=lambda row: row.kind)
def test_the_examples_of_words_beside_them_tell_what_happened(row: BesideRow) -> None:
    assert events(row) == row.examples
    assert row.examples


def test_a_noun_of_an_event_and_a_kind_of_words_stand_in_one_row() -> None:
    nouns = [noun for row in FRAMES.happenings for noun in row.nouns]
    kinds = [row.kind for row in FRAMES.beside]
    assert (len(set(nouns)), len(set(kinds))) == (len(nouns), len(kinds))
    words = [*nouns, *(word for row in FRAMES.beside for word in row.words)]
    assert not [word for word in words if word != word.lower().strip() or not word]


@pytest.mark.parametrize(
    ("text", "event", "attribute"),
    [
        ("The guard was kidding when on 4 May 2021 she first announced her plans.", "announce", "date of announcement"),
        ("The mayor, who later on 4 May 2021 called the guard, did not mention it.", "call", None),
        ("After the jury left on 4 May 2021, the judge spoke.", "depart", "date of departure"),
        ("On 4 May 2021 the mayor called her broker to sell the mill.", "call", None),
        ("She knows of the sailor, a cook who was killed on 4 May 2021 at home.", "attack", "date of attack"),
        ("The loss was told in a filing on 4 May 2021.", "announce", "date of announcement"),
        ("The town was shaken by the 4 May 2021 ruling.", "rule", "date of ruling"),
        ("The club has grown since its launch in 2021.", "start", "start"),
        ("He spoke during his trial in May 2021.", "stand trial", "date of trial"),
        ("The guard will stand trial on 4 May 2021.", "stand trial", "date of trial"),
        ("The trial began on 4 May 2021.", "stand trial", "date of trial"),
        ("The strike began on 4 May 2021.", "start", "start"),
        ("The strike was due to start on 4 May 2021.", "start", "start"),
        ("The missiles that were fired on 4 May 2021 do not fly far.", "fire missile", "date of firing"),
        ("A vote held on 4 May 2021 was close.", "elect", "date of vote"),
        ("Under a 2021 law, ferries may not sail at night.", "law", None),
        ("The council condemned the attack on 4 May 2021.", "condemn", None),
        ("The fund withdrew cash on 4 May 2021.", "withdraw", None),
        ("The singer appeared in a film on 4 May 2021.", "appear", None),
        ("The guard appeared in court on 4 May 2021.", "hear", "date of hearing"),
        ("He posted bond on 4 May 2021.", "post", None),
        ("She introduced a bill on 4 May 2021.", "introduce", None),
        ("Prices were lower on 4 May 2021.", "low", None),
    ],
)
def test_a_date_tells_what_happened_then(text: str, event: str, attribute: str | None) -> None:
    frame = then(text)
    assert (frame.event, frame.attribute) == (event, attribute)


def test_a_capitalised_part_of_a_name_is_no_event() -> None:
    frame = then("Safe START comes up for renewal in June 2021.")
    assert (frame.event, frame.attribute) == ("renew", "date of renewal")


def test_what_is_to_begin_is_the_subject() -> None:
    assert then("The strike was due to start on 4 May 2021.").subject == "strike"


def test_an_event_is_taken_for_granted_whatever_its_clause_says() -> None:
    assert then("The mayor did not sing after the vote on 4 May 2021.").modality is Modality.ASSERTED
    assert then("The mayor did not sing on 4 May 2021.").modality is Modality.DENIED
    assert then("The board will hold a vote on 4 May 2021.").modality is Modality.FORECAST


_words = st.sampled_from(["vote", "be", "take", "schedule", "say", "approve", "step", "on", "when", "who", ",", "mill"])
_pos = st.sampled_from(["NOUN", "PROPN", "VERB", "AUX", "ADP", "PRON", "PUNCT", "ADJ"])
_tags = st.sampled_from(["NN", "VB", "VBD", "VBG", "IN", "WRB", "WP", "PRP", "DT", "MD"])
_deps = st.sampled_from(
    ["ROOT", "nsubj", "dobj", "attr", "prep", "pobj", "acl", "xcomp", "ccomp", "advcl", "compound", "mark", "acomp"]
)


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Parses of any shape, loops among them."""
    length = draw(st.integers(1, 9))
    heads = st.integers(0, length - 1)
    return Tree(
        tuple(
            Token(2 * at, 2 * at + 1, word := draw(_words), word, draw(_pos), draw(_tags), draw(_deps), draw(heads))
            for at in range(length)
        )
    )


@given(trees(), st.data())
def test_something_happened_at_any_time_whatever_the_parse(tree: Tree, data: st.DataObject) -> None:
    figure = data.draw(st.integers(0, len(tree.tokens) - 1))
    told = happening(tree, figure, [figure], READING.lexicon)
    assert {told.word, told.clause} <= set(range(len(tree.tokens)))
