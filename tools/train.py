"""Learn the match weights from annotated events, and print how well they do on events they were not learnt from.

usage: train.py EVENTS_FOLDER [--revisions FILE.jsonl] [--reviewed DOCUMENTS.jsonl] [--write]

EVENTS_FOLDER holds documents.jsonl, rows of {event, doc_id, outlet, date, title, text}, and gold/<event>.json, each
with groups of sides ({doc_id, quote, value}) and a verdict for each group: two claims match where they lie on sides of
one group. REVISIONS.jsonl holds rows of {pair, page, label, claim, evidence}, label "conflict" or "none": where nothing
conflicts, claims that can both be true match and others do not; where something does, and only one pair differs, that
pair matches. DOCUMENTS.jsonl holds rows as documents.jsonl does, without a gold: of their differing pairs, those that
an earlier training found likely were read and judged one by one, in tools/reviewed.tsv; the others, of which about one
in a thousand matches, count as none. The weights are the coefficients of a logistic regression over the levels of the
comparisons, in bits, for quantities and for times; those of pairs that differ are the mean of what is learnt from all
pairs and from those that differ alone, which are few. Pairs with a level whose weight is reasoned teach nothing.
`--write` puts the weights into knowledge/weights.toml with the number of pairs and the digest of what they were learnt
from.
"""

import argparse
import csv
import hashlib
import json
import re
import sys
import tempfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from discrepancy.adapters import TOOLBOX
from discrepancy.match import Block, blocks, keyed
from discrepancy.match.evidence import Levels
from discrepancy.match.figures import agree
from discrepancy.match.links import weighed
from discrepancy.match.weights import PRIOR, Table, probability, total
from discrepancy.model import Claim, Document, Frame
from discrepancy.read import read
from discrepancy.reading import claims_of, prepare
from discrepancy.stage import HERE
from discrepancy.stages import framed_in
from discrepancy.tables import FOLDER, shipped

FOLDS = 8
KINDS = ("quantity", "time")
SECOND = ("rank", "elsewhere")  # the comparisons of the second sweep
HALF = 0.5  # what a pair of revised sentences counts beside a pair of reports
RIDGE = 10.0  # how strongly each weight is pulled towards nothing
REASONED = frozenset((row.comparison, row.level) for row in shipped().matching.reasoned)
ROUNDS = 12  # Newton steps; the last ones change nothing
POINTS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)

REVIEWED = Path(__file__).with_name("reviewed.tsv")
VERDICTS = {"yes": True, "no": False, "unclear": None}

SAME = ("agree", "compatible", "conflict", "update")
NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?: (thousand|million|billion|trillion))?")
CLOCK = re.compile(r"\d\d:\d\d")
SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}


@dataclass(frozen=True, slots=True)
class Example:
    """Two claims of one block: the *group* held out together, the kind of claim, their levels, whether they match."""

    group: str
    kind: str
    levels: Levels
    match: bool
    agree: bool
    weight: float = 1.0


_NONE: frozenset[int] = frozenset()

Label = Callable[[Claim, Claim], bool | None]
"""Do two claims match? None where the annotation does not tell."""


@dataclass(frozen=True, slots=True)
class Source:
    """Annotated blocks; *group* names what must not be torn between folds, *weight* what an example counts."""

    blocks: tuple[Block, ...]
    label: Label
    group: Callable[[str], str]
    weight: float = 1.0


def main(arguments: Sequence[str]) -> None:
    """Train, print, and write if asked."""
    given = _parser().parse_args(arguments)
    sources = [_events(given.events)]
    sources += [_revisions(given.revisions)] if given.revisions else []
    sources += [_reviewed(given.reviewed)] if given.reviewed else []
    examples, first = _two_sweeps(sources)
    for kind in KINDS:
        _report(kind, [one for one in examples if one.kind == kind and one.weight == 1])
    if given.write:
        paths = [path for path in (given.events, given.revisions, given.reviewed) if path]
        second = {kind: _fit(examples, kind) for kind in KINDS}
        apart = {kind: _mean(second[kind], _fit(_differing(examples), kind)) for kind in KINDS}
        tables = {"first": first, "second": second, "apart": apart}
        _write(tables, examples, _digest([*paths, REVIEWED]))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Learn the match weights from annotated events.")
    parser.add_argument("events", type=Path, help="folder with documents.jsonl and gold/")
    parser.add_argument("--revisions", type=Path, help="claims with a sentence that bears them out or contradicts them")
    parser.add_argument("--reviewed", type=Path, help="the documents of the pairs in tools/reviewed.tsv")
    parser.add_argument("--write", action="store_true", help="put the weights into knowledge/weights.toml")
    return parser


def _events(folder: Path) -> Source:
    """Events told by several outlets, annotated in groups."""
    met = _blocks(_documents(folder / "documents.jsonl"))
    gold = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "gold").glob("*.json"))]
    claims = [claim for block in met for claim in block.claims]
    sides = _sides(claims, [group for one in gold for group in one["groups"]])
    echoes = _echoes(claims, sides)

    def label(left: Claim, right: Claim) -> bool | None:
        if not sides.get(left.id, _NONE).isdisjoint(sides.get(right.id, _NONE)):
            return True
        return False if echoes.get(left.id, _NONE).isdisjoint(echoes.get(right.id, _NONE)) else None

    return Source(met, label, str)


def _revisions(path: Path) -> Source:
    """Claims with a sentence that bears them out or contradicts them."""
    rows = _rows(path)
    met = _blocks(
        [
            {
                "id": f"{row['pair']}/{side}",
                "story": row["pair"],
                "outlet": side,
                "title": row["page"],
                "text": row[side],
                "published": "2020-06-01",
            }
            for row in rows
            for side in ("claim", "evidence")
        ]
    )
    verdicts = {row["pair"]: row["label"] for row in rows}
    differing = Counter(block.key[0] for block in met for left, right in block.pairs() if not agree(left, right))

    def label(left: Claim, right: Claim) -> bool | None:
        story = left.document.story or ""
        if verdicts[story] == "none":
            return agree(left, right)
        return None if agree(left, right) or differing[story] > 1 else True

    return Source(met, label, lambda story: story.split("-")[0], HALF)


def _reviewed(path: Path) -> Source:
    """Events told by several outlets, of whose pairs of claims the likely ones were reviewed."""
    with REVIEWED.open(encoding="utf-8", newline="") as file:
        verdicts = {(row["left"], row["right"]): VERDICTS[row["match"]] for row in csv.DictReader(file, delimiter="\t")}

    def label(left: Claim, right: Claim) -> bool | None:
        first, second = sorted((left.id, right.id))
        return verdicts.get((first, second), None if agree(left, right) else False)

    return Source(_blocks(_documents(path)), label, str)


def _documents(path: Path) -> list[dict[str, str]]:
    """The rows of *path* as the reader takes them."""
    keys = {"id": "doc_id", "story": "event", "published": "date", "outlet": "outlet", "title": "title", "text": "text"}
    return [{key: row[name] for key, name in keys.items()} for row in _rows(path)]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _blocks(rows: Sequence[dict[str, str]]) -> tuple[Block, ...]:
    """The blocks of the documents that *rows* give."""
    reading = prepare(shipped(), TOOLBOX)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "documents.jsonl"
        copy.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        documents = [one for one in read([str(copy)]) if isinstance(one, Document)]
    claims = [one for document in documents for one in claims_of(document, reading) if isinstance(one, Claim)]
    groups = keyed(claims, {document.id: document.story or "" for document in documents})
    by_id = framed_in((claim for members in groups.values() for claim in members), lambda: reading, HERE)
    return tuple(blocks({key: [by_id[one.id] for one in members] for key, members in groups.items()}, reading.kinds))


def _sides(claims: Sequence[Claim], groups: Sequence[dict[str, Any]]) -> dict[str, frozenset[int]]:
    """The groups on whose sides each claim lies, by its id."""
    by_document: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.document.id].append(claim)
    found: defaultdict[str, set[int]] = defaultdict(set)
    for index, group in enumerate(groups):
        for side in group["sides"] if group["verdict"] in SAME else ():
            for claim in _at(side, by_document[side["doc_id"]]):
                found[claim.id].add(index)
    return {claim: frozenset(numbers) for claim, numbers in found.items()}


def _echoes(claims: Sequence[Claim], sides: Mapping[str, frozenset[int]]) -> dict[str, frozenset[int]]:
    """The groups on which each claim may lie unquoted: a side is quoted once, however often its value is told."""
    by_value: defaultdict[tuple[str | None, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.id in sides:
            by_value[_value(claim)].append(claim)
    return {
        claim.id: frozenset(
            number for one in by_value.get(_value(claim), ()) if _echo(claim, one) for number in sides[one.id]
        )
        for claim in claims
    }


def _value(claim: Claim) -> tuple[str | None, str]:
    given = claim.quantity or claim.timex
    return claim.document.story, str(given.interval if given else None)


def _echo(claim: Claim, other: Claim) -> bool:
    """Does *claim*, of the same value as *other*, repeat it: in the same document, or with the same measure or noun?"""
    a, b = claim.frame or Frame(), other.frame or Frame()
    measured = a.attribute is not None and a.attribute == b.attribute
    return claim.document.id == other.document.id or measured or (a.noun is not None and a.noun == b.noun)


def _at(side: dict[str, Any], claims: Sequence[Claim]) -> list[Claim]:
    """The claims that a gold side quotes: those that give its value, or the only one in the quotation."""
    if not claims:
        return []
    start = claims[0].document.text.find(side["quote"])
    inside = [
        one for one in claims if start >= 0 and one.span.start < start + len(side["quote"]) and start < one.span.end
    ]
    value = str(side["value"])
    return [one for one in inside if _gives(one, value)] or (inside if len(inside) == 1 else [])


def _gives(claim: Claim, value: str) -> bool:
    if claim.quantity is not None:
        printed = {bound for one in claim.quantity.renderings for bound in (one.lower, one.upper) if bound is not None}
        wanted = {Decimal(digits.replace(",", "")).scaleb(SCALES[scale]) for digits, scale in NUMBER.findall(value)}
        return not printed.isdisjoint(wanted)
    if claim.timex is None or not claim.timex.value:
        return False
    clock = claim.timex.value.partition("T")[2]
    return value == clock if CLOCK.fullmatch(value) else value.startswith(claim.timex.value[:10])


def _two_sweeps(sources: Sequence[Source]) -> tuple[list[Example], dict[str, Table]]:
    """The examples with the levels of both sweeps, and the weights of the first learnt from all groups.

    The second sweep ranks a pair by weights that were not learnt from its own group.
    """
    plain = [one for source in sources for one in _examples(source, None)]
    folds = [[one for one in plain if _fold(one.group) != fold] for fold in range(FOLDS)]
    held_out = [{kind: _fit(kept, kind) for kind in KINDS} for kept in folds]
    examples = [one for source in sources for one in _examples(source, held_out)]
    return examples, {kind: _fit(plain, kind) for kind in KINDS}


def _examples(source: Source, held_out: Sequence[dict[str, Table]] | None) -> Iterator[Example]:
    """The labelled pairs of *source*; without weights of a first sweep, those of the second are left out."""
    for block in source.blocks:
        group, pairs = source.group(block.key[0]), list(block.pairs())
        first = held_out[_fold(group)][block.kind] if held_out else {}
        for (left, right), levels in weighed(pairs, block, first):
            match = source.label(left, right)
            kept = levels if held_out else tuple(one for one in levels if one[0] not in SECOND)
            if match is not None and REASONED.isdisjoint(levels):
                yield Example(group, block.kind, kept, match, agree(left, right), source.weight)


def _fold(group: str) -> int:
    return zlib.crc32(group.encode()) % FOLDS


def _fit(examples: Sequence[Example], kind: str) -> Table:
    """The coefficients of a ridge logistic regression over the levels, in bits, by Newton's method.

    Alike examples are taken together, so that the cost depends on the number of distinct ones.
    """
    counts: defaultdict[Levels, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for one in examples:
        if one.kind == kind:
            counts[one.levels][one.match] += one.weight
    names = [PRIOR, *sorted({level for levels in counts for level in levels})]
    column = {name: index for index, name in enumerate(names)}
    rows = np.array([[0, *(column[level] for level in levels)] for levels in counts], dtype=np.int64)
    tally = np.array(list(counts.values()), dtype=np.float64)
    return dict(zip(names, (_newton(rows, tally, len(names)) / np.log(2)).tolist(), strict=True))


def _differing(examples: Sequence[Example]) -> list[Example]:
    return [one for one in examples if not one.agree]


def _mean(left: Table, right: Table) -> Table:
    """The mean weights of two tables; where one has no row for a level, that weighs nothing there."""
    return {level: (left.get(level, 0.0) + right.get(level, 0.0)) / 2 for level in {**left, **right}}


def _newton(rows: NDArray[np.int64], tally: NDArray[np.float64], columns: int) -> NDArray[np.float64]:
    """The weights of the *columns*, of which each of *rows* lists its own; *tally* counts its misses and matches."""
    weights = np.zeros(columns)
    size, hits = tally.sum(axis=1), tally[:, 1]
    pull = np.full(columns, RIDGE)
    pull[0] = 1e-6  # the prior is not pulled
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(weights[rows].sum(axis=1), -30, 30)))
        slope = _spread(rows, hits - size * chance, columns) - pull * weights
        bend = np.diag(pull)
        for column in range(rows.shape[1]):
            met = rows * columns + rows[:, [column]]
            bend += _spread(met, size * chance * (1 - chance), columns * columns).reshape(columns, columns)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def _spread(places: NDArray[np.int64], amounts: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    """The sum of the *amounts* of all rows that name each of *size* places."""
    return np.bincount(places.ravel(), np.repeat(amounts, places.shape[1]), minlength=size).astype(np.float64)


def _report(kind: str, examples: Sequence[Example]) -> None:
    """Print the cross-validated precision and recall among pairs that differ, and how far probabilities hold.

    The last three columns are a reliability table: of the pairs from one probability up to the next, the mean
    probability and the share that match, which should be alike.
    """
    scored: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        kept = [one for one in examples if _fold(one.group) != fold]
        table = _mean(_fit(kept, kind), _fit(_differing(kept), kind))
        scored += [
            (probability(total(one.levels, table)), one.match)
            for one in examples
            if _fold(one.group) == fold and not one.agree
        ]
    matches = sum(match for _, match in scored)
    print(f"{kind}: {len(examples)} pairs; {len(scored)} differ, {matches} of these match; {FOLDS} folds by event")
    print("probability  pairs  precision  recall   pairs up to the next  mean probability  matching there")
    for low, high in zip(POINTS, (*POINTS[1:], 1.01), strict=True):
        above = [match for chance, match in scored if chance >= low]
        between = [(chance, match) for chance, match in scored if low <= chance < high]
        print(
            f"{low:11.2f}  {len(above):5}  {_share(above):9.2f}  {sum(above) / max(1, matches):6.2f}"
            f"   {len(between):20}  {_share([chance for chance, _ in between]):16.2f}"
            f"  {_share([match for _, match in between]):14.2f}"
        )


def _share(parts: Sequence[float]) -> float:
    """The mean of *parts*, of which a match counts as one."""
    return sum(parts) / len(parts) if parts else float("nan")


def _digest(paths: Sequence[Path]) -> str:
    """A digest of all files learnt from."""
    files = [one for path in paths for one in (sorted(path.rglob("*.json*")) if path.is_dir() else [path])]
    return hashlib.sha256(b"".join(one.read_bytes() for one in files)).hexdigest()[:12]


def _write(sweeps: Mapping[str, Mapping[str, Table]], examples: Sequence[Example], digest: str) -> None:
    pairs = Counter((one.kind, level) for one in examples for level in one.levels)
    lines = [
        "# Match weights in bits, learnt by `make train` (tools/train.py); do not edit.",
        f"# Learnt from {len(examples)} pairs; digest of the annotated files {digest}.",
    ]
    for sweep, tables in sweeps.items():
        for kind, table in tables.items():
            lines += [
                f'\n[[weight]]\nkind = "{kind}"\nsweep = "{sweep}"\ncomparison = "{comparison}"\nlevel = "{level}"'
                f"\nweight = {weight:.3f}\npairs = {pairs[kind, (comparison, level)]}"
                for (comparison, level), weight in table.items()
            ]
    (FOLDER / "weights.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
