"""The whole program on one page."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from discrepancy import compare
from discrepancy.extract.furniture import Furniture, compile_furniture, counters_of, furniture_of, kind_at
from discrepancy.extract.lines import unwrapped
from discrepancy.extract.quantities import FigureGrammar, compile_figures, figures
from discrepancy.extract.sentences import abbreviations_of, sentence_spans
from discrepancy.extract.times import TimeGrammar, compile_times, times
from discrepancy.judge import Judgement, confidence, judge, misfits
from discrepancy.knowledge import Knowledge
from discrepancy.match import (
    Kinds,
    MatchSettings,
    StorySettings,
    Weights,
    blocks,
    compile_kinds,
    compile_weights,
    facts,
    keyed,
    stories,
)
from discrepancy.model import (
    Claim,
    Coverage,
    Document,
    Fact,
    Finding,
    Mention,
    Quantity,
    Report,
    Skipped,
    Story,
    Unreadable,
    Verdict,
)
from discrepancy.normalise.frames import Lexicon, compile_lexicon, frame_of
from discrepancy.normalise.merge import merged
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
        compile_calendar(knowledge.calendar),
        compile_lexicon(knowledge.frames),
        compile_kinds(knowledge.frames, knowledge.matching),
        compile_weights(knowledge.matching),
        toolbox,
    )


def check(
    documents: Sequence[Document], unreadable: Sequence[Unreadable], reading: Reading, flags: Mapping[str, str]
) -> Report:
    """Everything that *documents* say of the same facts, judged; *flags* map fingerprints to reasons."""
    read = [one for document in documents for one in claims_of(document, reading)]
    claims = [one for one in read if isinstance(one, Claim)]
    skipped = tuple(one for one in read if isinstance(one, Skipped))
    names = stories(documents, reading.ordinary, reading.stories)
    groups = keyed(claims, names)
    met = list(blocks(_with_frames(groups, reading), reading.kinds))
    found = [
        (fact, judge(fact, reading.lexicon.by_name))
        for block in met
        for fact in facts(block, reading.weights, reading.matching)
    ]
    findings = tuple(_finding(fact, judgement, flags) for fact, judgement in (*found, *misfits(claims)))
    pairs = sum(1 for block in met for _ in block.pairs())
    return Report(
        tuple(sorted(findings, key=_order)),
        skipped,
        tuple(unreadable),
        Coverage(len(documents), len(claims), pairs, len(found), len(skipped)),
        stories=tuple(_told(documents, claims, names)),
    )


def _told(documents: Iterable[Document], claims: Iterable[Claim], names: Mapping[str, str]) -> Iterator[Story]:
    """Each story with its documents and claims, in the order of their names."""
    reports: defaultdict[str, list[Document]] = defaultdict(list)
    said: defaultdict[str, list[Claim]] = defaultdict(list)
    for document in documents:
        reports[names[document.id]].append(document)
    for claim in claims:
        said[names[claim.document.id]].append(claim)
    return (Story(name, tuple(reports[name]), tuple(said[name])) for name in sorted(reports))


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
    amounts = list(figures(document, sentences, reading.figures, reading.toolbox))
    phrases = list(times(document, sentences, reading.times))
    measured = [
        (one, quantity_of(document, one, reading.scales, reading.toolbox))
        for one in amounts
        if isinstance(one, Mention)
    ]
    dated = list(
        resolved(document, [one for one in phrases if isinstance(one, Mention)], reading.calendar, reading.toolbox)
    )
    yield from (one for one in (*amounts, *phrases, *dated) if isinstance(one, Skipped))
    yield from (value for _, value in measured if isinstance(value, Skipped))
    yield from merged(
        document,
        [(mention, value) for mention, value in measured if isinstance(value, Quantity)],
        [pair for pair in dated if not isinstance(pair, Skipped)],
    )


def framed(claims: Iterable[Claim], reading: Reading) -> dict[str, Claim]:
    """*claims* by id, with frames; each sentence is parsed once."""
    by_id = {claim.id: claim for claim in claims}
    sentences = {(claim.document.id, claim.sentence): claim.quote for claim in by_id.values()}
    parses = dict(zip(sentences, reading.toolbox.parse(list(sentences.values())), strict=True))
    return {
        name: replace(claim, frame=frame_of(claim, parses[claim.document.id, claim.sentence], reading.lexicon))
        for name, claim in by_id.items()
    }


def _with_frames(groups: Mapping[tuple[str, str], list[Claim]], reading: Reading) -> dict[tuple[str, str], list[Claim]]:
    """The claims that can meet, with frames: only they are worth a parse."""
    by_id = framed((claim for claims in groups.values() for claim in claims), reading)
    return {key: [by_id[claim.id] for claim in claims] for key, claims in groups.items()}


def _finding(fact: Fact, judgement: Judgement, flags: Mapping[str, str]) -> Finding:
    finding = Finding(
        fact,
        judgement.verdict,
        judgement.rule,
        judgement.why,
        tuple(tuple(claim.id for claim in camp) for camp in judgement.camps),
        confidence(fact, judgement),
        compare.fingerprint(fact, judgement.camps),
    )
    return compare.seen(finding, flags)


def _order(finding: Finding) -> tuple[int, float, str]:
    return list(Verdict).index(finding.verdict), -finding.score, finding.fingerprint
