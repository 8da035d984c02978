"""Which claims speak of the same fact?"""

from discrepancy.match.blocks import Block, blocks, keyed
from discrepancy.match.facts import MatchSettings, facts
from discrepancy.match.stories import StorySettings, stories
from discrepancy.match.weights import Weights, compile_weights, linked

__all__ = [
    "Block",
    "MatchSettings",
    "StorySettings",
    "Weights",
    "blocks",
    "compile_weights",
    "facts",
    "keyed",
    "linked",
    "stories",
]
