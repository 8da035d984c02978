"""What a text says: mentions, and the claims made of them."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from discrepancy.interval import Interval
from discrepancy.model.documents import Document, Span
from discrepancy.model.quantities import Quantity
from discrepancy.model.times import Timex


class Kind(StrEnum):
    """What a claim gives."""

    QUANTITY = "quantity"
    TIME = "time"


class Modality(StrEnum):
    """How a claim is put forward."""

    ASSERTED = "asserted"
    DENIED = "denied"
    FORECAST = "forecast"
    ALLEGED = "alleged"
    HYPOTHETICAL = "hypothetical"


FIRM = frozenset({Modality.ASSERTED, Modality.ALLEGED})
"""How it is put forward what is held to be true, by the outlet or by another."""

HELD = FIRM | {Modality.FORECAST}
"""How it is put forward what is held to be true, or to come."""


class Standing(StrEnum):
    """What a report says of a figure that changed: it was given before, or it is what was put right."""

    SUPERSEDED = "superseded"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Skipped:
    """What was seen and not read: where, and why in a few words ("relative date without a publication date")."""

    document: str
    span: Span
    literal: str
    reason: str


Read_co = TypeVar("Read_co", covariant=True)
"""What a grammar reads: a `Figure`, or a `TimePhrase`."""


@dataclass(frozen=True, slots=True)
class Mention(Generic[Read_co]):
    """A place where a text gives an amount or a time: *reading* is what the grammar of its kind read there."""

    literal: str
    span: Span
    sentence: Span
    reading: Read_co


@dataclass(frozen=True, slots=True)
class Scope:
    """What a claim's value is limited to: a time, a place, a qualifier ("civilians", "women", "estimated")."""

    time: str | None = None
    place: str | None = None
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """What someone or something was for a time, by its *name*, the *words* that limit it, and the *holder*'s name.

    "Ann Lund was mayor of Port Grey from 1979 to 1990"; *holder* is empty where another sentence names it. *many* may
    hold it at a time ("a teacher").
    """

    name: str
    words: frozenset[str] = frozenset()
    holder: frozenset[str] = frozenset()
    many: bool = False


@dataclass(frozen=True, slots=True)
class Rank:
    """What the rank of something is counted *among*, and *within* which time, by the words that say so.

    "The fourth fatal crash since December" is one among fatal crashes.
    """

    among: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose age is told: what the words call the one, and whether they take the one for *known* from the text before.

    It is known of whom "the driver, 47" and "the 47-year-old" are told; "a 47-year-old driver" may be any.
    """

    called: frozenset[str] = frozenset()
    known: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What a claim measures, of whom, and who says so.

    Words are lemmas in lower case, synonyms and names in their one form. *noun* is what is counted or measured,
    *event* the governing verb, *arguments* its (role, word) pairs; *near* are the content words that the parse puts
    close to the figure, *beside* those that stand next to it, *context* those of the sentence, *names* the proper names
    in it. *standing* is what the report itself says of a figure that changed, *post* what the holder of it was from one
    time to another, or for so long, *rank* what it is one among, *owner* whose age it is. *spanning* says that a range
    is told with both its ends, and not a value that lies between them: prices range from 5 to 50, a missile flies 500
    to 5,500 km.
    """

    subject: str | None = None
    attribute: str | None = None
    noun: str | None = None
    event: str | None = None
    arguments: frozenset[tuple[str, str]] = frozenset()
    names: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    scope: Scope = field(default_factory=Scope)
    attribution: str | None = None
    modality: Modality = Modality.ASSERTED
    standing: Standing | None = None
    post: Post | None = None
    rank: Rank | None = None
    owner: Owner | None = None
    spanning: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that a document gives, at a place in it; a duration is a quantity that has a *timex* too.

    *reckoned* says that it was worked out from what the text gives: how long "from 3 to 5 May" is.
    """

    id: str
    document: Document
    kind: Kind
    span: Span
    literal: str
    sentence: Span
    quantity: Quantity | None = None
    timex: Timex | None = None
    frame: Frame | None = None
    reckoned: bool = False

    @property
    def spanned(self) -> tuple[Interval[Decimal], ...]:
        """The lower and the upper end, where it tells of all that lies between them."""
        return self.quantity.ends if self.quantity and self.frame and self.frame.spanning else ()

    def meets(self, other: "Claim") -> bool:
        """Can both be true, taken as they stand?

        Two ranges told with their ends cannot where one end is the same and the other is not; two that share neither
        may well be of different things.
        """
        if self.quantity is None or other.quantity is None:
            return self.timex is None or other.timex is None or self.timex.meets(other.timex)
        shared = [one.overlaps(two) for one, two in zip(self.spanned, other.spanned, strict=False)]
        if any(shared):
            return all(shared)
        return self.quantity.interval.overlaps(other.quantity.interval)

    @property
    def outlet(self) -> str:
        """The outlet that published the claim."""
        return self.document.outlet

    @property
    def quote(self) -> str:
        """The sentence that makes the claim."""
        return self.document.text[self.sentence.start : self.sentence.end]


def claim_id(document: Document, span: Span) -> str:
    """The id of what *document* claims at *span*: by its place, a claim has the same one in every run.

    >>> claim_id(Document("gazette/1", "Gazette", "Four boats sank."), Span(0, 10))
    'gazette/1:0-10'
    """
    return f"{document.id}:{span.start}-{span.end}"
