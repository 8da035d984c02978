"""Which claims speak of the same fact?"""

from discrepancy.match.blocks import Block, blocks, keyed
from discrepancy.match.bounds import bounded
from discrepancy.match.facts import MatchSettings, facts, further, repeated
from discrepancy.match.kinds import Kinds, compile_kinds
from discrepancy.match.milestones import milestones
from discrepancy.match.periods import periods
from discrepancy.match.posts import terms
from discrepancy.match.ranks import ranks
from discrepancy.match.revisions import revised
from discrepancy.match.stamps import contradicted
from discrepancy.match.stories import StorySettings, stories
from discrepancy.match.sums import with_sums
from discrepancy.match.voices import copies_in, voiced
from discrepancy.match.weights import Weights, compile_weights

__all__ = [
    "Block",
    "Kinds",
    "MatchSettings",
    "StorySettings",
    "Weights",
    "blocks",
    "bounded",
    "compile_kinds",
    "compile_weights",
    "contradicted",
    "copies_in",
    "facts",
    "further",
    "keyed",
    "milestones",
    "periods",
    "ranks",
    "repeated",
    "revised",
    "stories",
    "terms",
    "voiced",
    "with_sums",
]
