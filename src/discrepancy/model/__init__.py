"""The nouns: frozen records that pass between the stages, without behaviour beyond derived values."""

from discrepancy.model.claims import Claim, Frame, Kind, Mention, Modality, Scope, Skipped, Standing
from discrepancy.model.documents import PIPED, Document, Origin, Published, Span, Unreadable
from discrepancy.model.findings import DIFFERING, Coverage, Evidence, Fact, Finding, Link, Report, State, Story, Verdict
from discrepancy.model.quantities import Change, Figure, Modifier, Printed, Quantity, Rendering, plural
from discrepancy.model.seen import Flag, FlagScope, FlagVerdict, Known, Notice, NoticeKind, Seen
from discrepancy.model.times import CLOCK_GRAINS, Anchor, Grain, Relation, TimePhrase, Timex, TimexType

__all__ = [
    "CLOCK_GRAINS",
    "DIFFERING",
    "PIPED",
    "Anchor",
    "Change",
    "Claim",
    "Coverage",
    "Document",
    "Evidence",
    "Fact",
    "Figure",
    "Finding",
    "Flag",
    "FlagScope",
    "FlagVerdict",
    "Frame",
    "Grain",
    "Kind",
    "Known",
    "Link",
    "Mention",
    "Modality",
    "Modifier",
    "Notice",
    "NoticeKind",
    "Origin",
    "Printed",
    "Published",
    "Quantity",
    "Relation",
    "Rendering",
    "Report",
    "Scope",
    "Seen",
    "Skipped",
    "Span",
    "Standing",
    "State",
    "Story",
    "TimePhrase",
    "Timex",
    "TimexType",
    "Unreadable",
    "Verdict",
    "plural",
]
