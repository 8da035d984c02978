"""Frames of few words, so that claims of one fact and of different ones are drawn alike often."""

from hypothesis import strategies as st

from discrepancy.model import Frame

words = st.sampled_from(["bridge", "toll", "harbour", "river", "mayor"])
frames = st.builds(
    Frame,
    attribute=st.none() | words,
    noun=st.none() | words,
    subject=st.none() | words,
    names=st.frozensets(words, max_size=2),
)
