"""How a document is read: the tables compiled, what it claims, and what its claims measure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from discrepancy.extract.furniture import Furniture, compile_furniture, counters_of, furniture_of, kind_at
from discrepancy.extract.lines import unwrapped
from discrepancy.extract.quantities import FigureGrammar, compile_figures, figures
from discrepancy.extract.sentences import abbreviations_of, sentence_spans
from discrepancy.extract.times import TimeGrammar, compile_times, times
from discrepancy.knowledge import Knowledge
from discrepancy.match import Kinds, MatchSettings, StorySettings, Weights, compile_kinds, compile_weights
from discrepancy.model import Claim, Document, Frame, Quantity, Skipped, Span
from discrepancy.normalise.frames import Lexicon, compile_lexicon, completed, frame_of, worded
from discrepancy.normalise.merge import merged
from discrepancy.normalise.parts import PartGrammar, compile_parts, with_parts
from discrepancy.normalise.quantities import Scales, compile_scales, quantity_of
from discrepancy.normalise.times import Calendar, compile_calendar, resolved
from discrepancy.toolbox import Toolbox


@dataclass(frozen=True, slots=True)
class Reading:
    """What it takes to read and match claims: the tables compiled, the libraries, the settings."""

    abbreviations: frozenset[str]
    ordinary: frozenset[str]
    furniture: Furniture
    figures: FigureGrammar
    times: TimeGrammar
    scales: Scales
    parts: PartGrammar
    calendar: Calendar
    lexicon: Lexicon
    kinds: Kinds
    weights: Mapping[str, Weights]
    toolbox: Toolbox
    stories: StorySettings = field(default_factory=StorySettings)
    matching: MatchSettings = field(default_factory=MatchSettings)


def prepare(knowledge: Knowledge, toolbox: Toolbox) -> Reading:
    """Compile *knowledge*, once a run."""
    return Reading(
        abbreviations_of(knowledge.prose),
        frozenset(word for row in knowledge.prose.ordinary for word in row.words),
        compile_furniture(knowledge.frames.boilerplate),
        compile_figures(knowledge.quantities),
        compile_times(knowledge.calendar),
        compile_scales(knowledge.quantities),
        compile_parts(knowledge.parts),
        compile_calendar(knowledge.calendar),
        compile_lexicon(knowledge.frames),
        compile_kinds(knowledge.frames, knowledge.matching),
        compile_weights(knowledge.matching),
        toolbox,
    )


def claims_of(document: Document, reading: Reading) -> Iterator[Claim | Skipped]:
    """Everything that *document* claims, in the order of the text, after what could not be read."""
    text = unwrapped(document.text)
    paragraphs, counters = tuple(furniture_of(text, reading.furniture)), tuple(counters_of(text, reading.furniture))
    for one in _all_claims(replace(document, text=text), reading):
        kind = kind_at(one.span, paragraphs) or kind_at(one.span, counters)
        literal = document.text[one.span.start : one.span.end]
        if kind is not None:
            yield Skipped(document.id, one.span, literal, kind)
        elif isinstance(one, Claim):
            yield replace(one, document=document, literal=literal)
        else:
            yield one


def _all_claims(document: Document, reading: Reading) -> Iterator[Claim | Skipped]:
    """What *document* claims anywhere on its page."""
    sentences = tuple(sentence_spans(document.text, reading.abbreviations))
    amounts = figures(document, sentences, reading.figures, reading.toolbox)
    measured = [(one, quantity_of(document, one, reading.scales, reading.toolbox)) for one in amounts]
    phrases = list(times(document, sentences, reading.times))
    dated = list(resolved(document, phrases, reading.calendar, reading.toolbox))
    yield from (one for one in dated if isinstance(one, Skipped))
    yield from (value for _, value in measured if isinstance(value, Skipped))
    claims = merged(
        document,
        [(mention, value) for mention, value in measured if isinstance(value, Quantity)],
        [pair for pair in dated if not isinstance(pair, Skipped)],
    )
    yield from with_parts(list(claims), reading.parts)


def frames_of(claims: Sequence[Claim], reading: Reading) -> list[Frame]:
    """The frames of *claims*; a sentence is parsed once."""
    places = [(claim.document.id, claim.sentence) for claim in claims]
    sentences = {place: claim.quote for place, claim in zip(places, claims, strict=True)}
    parses = dict(zip(sentences, reading.toolbox.parse(list(sentences.values())), strict=True))
    frames: dict[str, Frame] = {}
    for place, said in _by_place(claims).items():
        wording = worded(parses[place], reading.lexicon)
        plain = [frame_of(claim, wording, reading.lexicon) for claim in said]
        frames |= zip((claim.id for claim in said), completed(said, plain, reading.lexicon), strict=True)
    return [frames[claim.id] for claim in claims]


def _by_place(claims: Iterable[Claim]) -> dict[tuple[str, Span], list[Claim]]:
    """*claims* by document and sentence, in the order of the text."""
    found: defaultdict[tuple[str, Span], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda one: one.span.start):
        found[claim.document.id, claim.sentence].append(claim)
    return found
