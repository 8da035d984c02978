"""Learn the match weights from annotated events, and print how well they do on events they were not learnt from.

usage: train.py DOCUMENTS.jsonl GOLD_FOLDER [--write]

DOCUMENTS.jsonl holds {event, doc_id, outlet, date, title, text}; GOLD_FOLDER one <event>.json each, with groups of sides
({doc_id, quote, value}) and a verdict for each group. Two claims are a match where they lie on sides of one group.
The weights are the coefficients of a logistic regression over the levels of the comparisons, in bits; `--write` puts
them into knowledge/weights.toml with the number of pairs and the digest of what they were learnt from.
"""

import hashlib
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from discrepancy.adapters import TOOLBOX
from discrepancy.match import Block, blocks, keyed
from discrepancy.match.evidence import Levels, agree
from discrepancy.match.weights import PRIOR, Table, probability, total, weighed
from discrepancy.model import Claim, Document
from discrepancy.pipeline import claims_of, framed, prepare
from discrepancy.read import read
from discrepancy.tables import FOLDER, shipped

FOLDS = 8
RIDGE = 10.0  # how strongly each weight is pulled towards nothing
ROUNDS = 12  # Newton steps; the last ones change nothing
POINTS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)

SAME = ("agree", "compatible", "conflict", "update")
NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?: (thousand|million|billion|trillion))?")
SCALES = {"": 0, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}


@dataclass(frozen=True, slots=True)
class Example:
    """Two claims of one block: the event, their levels, whether they match, whether both can be true."""

    event: str
    levels: Levels
    match: bool
    agree: bool


def main(arguments: Sequence[str]) -> None:
    """Train, print, and write if asked."""
    documents_path, gold_folder = (Path(one) for one in arguments if not one.startswith("--"))
    groups = [group for path in sorted(gold_folder.glob("*.json")) for group in json.loads(path.read_text())["groups"]]
    met, claims = _blocks(_documents(documents_path))
    sides = _sides(claims, groups)
    examples, first = _two_passes(met, sides)
    _report(examples)
    if "--write" in arguments:
        digest = hashlib.sha256(documents_path.read_bytes()).hexdigest()[:12]
        _write(first, _fit(examples), Counter(level for one in examples for level in one.levels), digest)


def _documents(path: Path) -> list[Document]:
    """The documents, each event a story."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "events.jsonl"
        keys = {"id": "doc_id", "story": "event", "published": "date", "outlet": "outlet", "title": "title", "text": "text"}
        lines = [json.dumps({key: row[name] for key, name in keys.items()}) for row in rows]
        copy.write_text("\n".join(lines), encoding="utf-8")
        return [one for one in read([str(copy)]) if isinstance(one, Document)]


def _blocks(documents: Sequence[Document]) -> tuple[list[Block], list[Claim]]:
    """The blocks of *documents*, and the claims in them."""
    reading = prepare(shipped(), TOOLBOX)
    claims = [one for document in documents for one in claims_of(document, reading) if isinstance(one, Claim)]
    groups = keyed(claims, {document.id: document.story or "" for document in documents})
    by_id = framed((claim for members in groups.values() for claim in members), reading)
    met = list(blocks({key: [by_id[one.id] for one in members] for key, members in groups.items()}, reading.kinds))
    return met, list(by_id.values())


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


def _at(side: dict[str, Any], claims: Sequence[Claim]) -> list[Claim]:
    """The claims that a gold side quotes: those that give its value, or the only one in the quotation."""
    if not claims:
        return []
    start = claims[0].document.text.find(side["quote"])
    inside = [one for one in claims if start >= 0 and one.span.start < start + len(side["quote"]) and start < one.span.end]
    value = str(side["value"])
    return [one for one in inside if _gives(one, value)] or (inside if len(inside) == 1 else [])


def _gives(claim: Claim, value: str) -> bool:
    if claim.quantity is not None:
        printed = {bound for one in claim.quantity.renderings for bound in (one.lower, one.upper) if bound is not None}
        wanted = {Decimal(digits.replace(",", "")).scaleb(SCALES[scale]) for digits, scale in NUMBER.findall(value)}
        return not printed.isdisjoint(wanted)
    return claim.timex is not None and bool(claim.timex.value) and value.startswith(claim.timex.value[:10])


def _two_passes(met: Sequence[Block], sides: dict[str, frozenset[int]]) -> tuple[list[Example], Table]:
    """The examples with the levels of both passes, and the weights of the first learnt from all events.

    The second pass ranks a pair by weights that were not learnt from its own event.
    """
    plain = [one for block in met for one in _examples(block, sides, {})]
    by_event = {event: _fit([one for one in plain if one.event not in held]) for held in _folds(plain) for event in held}
    examples = [one for block in met for one in _examples(block, sides, by_event[block.key[0]])]
    return examples, _fit(plain)


def _examples(block: Block, sides: dict[str, frozenset[int]], first: Table) -> Iterator[Example]:
    pairs = list(block.pairs())
    for (left, right), levels in zip(pairs, weighed(pairs, block, first), strict=True):
        match = not sides.get(left.id, frozenset()).isdisjoint(sides.get(right.id, frozenset()))
        kept = levels if first else tuple(one for one in levels if one[0] not in ("rank", "elsewhere"))
        yield Example(block.key[0], kept, match, agree(left, right))


def _folds(examples: Sequence[Example]) -> list[frozenset[str]]:
    events = sorted({one.event for one in examples})
    return [frozenset(events[start::FOLDS]) for start in range(FOLDS)]


def _fit(examples: Sequence[Example]) -> Table:
    """The coefficients of a ridge logistic regression over the levels, in bits, by Newton's method.

    Alike examples are taken together, so that the cost depends on the number of distinct ones.
    """
    counts: defaultdict[Levels, list[int]] = defaultdict(lambda: [0, 0])
    for one in examples:
        counts[one.levels][one.match] += 1
    names = [PRIOR, *sorted({level for levels in counts for level in levels})]
    column = {name: index for index, name in enumerate(names)}
    design = np.zeros((len(counts), len(names)), dtype=np.float32)
    for row, levels in enumerate(counts):
        design[row, [0, *(column[level] for level in levels)]] = 1
    tally = np.array(list(counts.values()), dtype=np.float64)
    return dict(zip(names, (_newton(design, tally) / np.log(2)).tolist(), strict=True))


def _newton(design: NDArray[np.float32], tally: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights of each column of *design*, where *tally* counts the misses and matches of each row."""
    weights = np.zeros(design.shape[1])
    size, hits = tally.sum(axis=1), tally[:, 1]
    pull = np.full(design.shape[1], RIDGE)
    pull[0] = 1e-6  # the prior is not pulled
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ (hits - size * chance) - pull * weights
        spread = (size * chance * (1 - chance)).astype(np.float32)
        bend = (design * spread[:, None]).T @ design + np.diag(pull)
        weights = weights + np.linalg.solve(bend.astype(np.float64), slope)
    return weights


def _report(examples: Sequence[Example]) -> None:
    """Print the cross-validated precision and recall among pairs that differ, and how far probabilities hold."""
    scored: list[tuple[float, bool]] = []
    for held in _folds(examples):
        table = _fit([one for one in examples if one.event not in held])
        scored += [
            (probability(total(one.levels, table)), one.match) for one in examples if one.event in held and not one.agree
        ]
    matches = sum(match for _, match in scored)
    print(f"{len(examples)} pairs; {len(scored)} of them differ, {matches} of these match; {FOLDS} folds by event")
    print("probability  pairs  precision  recall   pairs to the next  matching there")
    for low, high in zip(POINTS, (*POINTS[1:], 1.01), strict=True):
        above = [match for chance, match in scored if chance >= low]
        between = [match for chance, match in scored if low <= chance < high]
        print(
            f"{low:11.2f}  {len(above):5}  {_share(above):9.2f}  {sum(above) / max(1, matches):6.2f}"
            f"   {len(between):17}  {_share(between):14.2f}"
        )


def _share(matches: Sequence[bool]) -> float:
    return sum(matches) / len(matches) if matches else float("nan")


def _write(first: Table, second: Table, pairs: Counter[tuple[str, str]], digest: str) -> None:
    lines = [
        "# Match weights in bits, learnt by `make train` (tools/train.py); do not edit.",
        f"# Learnt from {sum(pairs.values()) // max(1, len({name for name, _ in pairs}))} pairs; documents {digest}.",
    ]
    for key, table in (("first", first), ("second", second)):
        for (comparison, level), weight in table.items():
            lines.append(
                f'\n[[{key}]]\ncomparison = "{comparison}"\nlevel = "{level}"\nweight = {weight:.3f}'
                f"\npairs = {pairs[comparison, level]}"
            )
    (FOLDER / "weights.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
