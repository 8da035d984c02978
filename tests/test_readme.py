"""What the README says is so; what it shows of commands is held by `make lint`."""

import json
import re
import tomllib
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from discrepancy.cli.help import EXAMPLES
from discrepancy.flags import parse_flags
from discrepancy.interval import Interval
from discrepancy.model import Document, FlagVerdict, State, Verdict
from discrepancy.read import endings, read
from discrepancy.report.claims import claim_record
from discrepancy.report.json_report import report_parts
from quantities_reading import quantities, reading
from report_samples import everything
from times_reading import read as times

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
SCALES = {"": Decimal(1), "km": Decimal(1000), "%": Decimal("0.01"), "billion": Decimal(10**9)}


def section(title: str) -> str:
    return TEXT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def blocks(title: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", section(title), re.MULTILINE | re.DOTALL)


def values() -> list[tuple[str, str]]:
    return re.findall(r"^\| ([^|]+) \| ([\[(][^|]+) \|", section("How a value becomes an interval"), re.MULTILINE)


def interval(shown: str) -> tuple[Any, ...]:
    """The bounds that "[15, 25) km" shows, and whether they are open."""
    left, lower, upper, right, unit = re.fullmatch(r"([\[(])(.+), (.+)([\])]) ?(.*)", shown).groups()  # type: ignore[union-attr] # every row has that form
    return _bound(lower, unit), _bound(upper, unit), left == "(", right == ")"


def _bound(shown: str, unit: str) -> Decimal | datetime | None:
    if shown == "∞":
        return None
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", shown):
        return datetime.fromisoformat(shown).replace(tzinfo=UTC)
    return Decimal(shown.replace(",", "")) * SCALES[unit]


def of_four_digits(one: Interval[Any]) -> tuple[Any, ...]:
    lower, upper = (Decimal(f"{end:.4g}") if isinstance(end, Decimal) else end for end in (one.lower, one.upper))
    return lower, upper, one.lower_open, one.upper_open


@pytest.mark.parametrize(("said", "possible"), values())
def test_a_value_becomes_the_interval_that_is_shown(said: str, possible: str) -> None:
    if re.search(r"\d{4}-\d{2}-\d{2}", possible):
        ((_, timex),) = times(f"The bridge was opened {said}.")
        found: Interval[Any] | None = timex.interval
    else:
        (quantity,) = quantities(said)
        found = quantity.interval
    assert found is not None
    assert of_four_digits(found) == interval(possible)


def test_there_are_values_of_both_kinds() -> None:
    assert len(values()) > 15


def test_the_input_that_is_shown_can_be_read(tmp_path: Path) -> None:
    (article,), (row,), (sources,) = (blocks("Input", kind) for kind in ("markdown", "json", "toml"))
    shown = {"gazette.md": article, "rows.jsonl": row, "sources.toml": sources, "gazette-2.txt": "A bridge of 20 km."}
    for name, text in shown.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = list(read([str(tmp_path)]))
    assert [one.outlet for one in found if isinstance(one, Document)] == ["Morning Gazette"] * 3
    assert len(found) == 3


def test_all_endings_are_named() -> None:
    assert {f"`.{ending}`" for ending in endings()} <= set(re.findall(r"`\.\w+`", section("Input")))


def test_the_flags_that_are_shown_can_be_used() -> None:
    (flags,) = blocks("Flags", "toml")
    assert len(parse_flags(flags, "README.md")) == 1
    assert all(f"`{verdict}`" in section("Flags") for verdict in FlagVerdict)


def test_the_row_that_is_shown_proves_itself() -> None:
    (row,) = blocks("Adding knowledge", "toml")
    ((text, meant),) = tomllib.loads(row)["hedge"][0]["examples"].items()
    assert reading(text) == meant


def test_scripts_get_the_fields_that_are_promised() -> None:
    claim, report = (promised(block) for block in blocks("The contract for scripts", ""))
    sample = everything()
    assert claim == set().union(*(given(claim_record(one)) for one in sample.findings[0].fact.claims)) | TIMEX
    record = json.loads("".join(report_parts(sample, frozenset(Verdict))))
    counted = given(record["summary"].pop("findings"))
    assert counted == {*Verdict, *State, "gone"}
    assert report | INTERVAL == given(record) | {"findings"}


INTERVAL = {"lower", "upper", "lower_open", "upper_open", "unit"}
TIMEX = {"type", "value", "mod"}


def promised(block: str) -> set[str]:
    """The fields in *block*, without the words that a field may hold."""
    return set(re.findall(r'"(\w+)"', re.sub(r': "\w+"( \| ("\w+"|null))+', "", block)))


def given(record: object) -> set[str]:
    """The fields of *record*, and of all in it."""
    if isinstance(record, dict):
        return {str(key) for key in record}.union(*(given(value) for value in record.values()))
    return set().union(*(given(value) for value in record)) if isinstance(record, list) else set()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)]+)\)", TEXT))))
def test_a_link_leads_somewhere(target: str) -> None:
    path, _, anchor = target.partition("#")
    titles = re.findall(r"^## (.+)$", TEXT, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles}
    assert anchor in anchors if anchor else (ROOT / path).exists()


def test_each_target_of_make_that_is_named_is_there() -> None:
    rules = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:^ {4}|`)make (\w+)", TEXT, re.MULTILINE)) <= rules


def test_the_ids_in_examples_on_the_corpus_are_of_findings_that_it_has() -> None:
    shown = set(re.findall(r"^conflict ([0-9a-f]{12}) ", TEXT, re.MULTILINE))
    examples = [words for rows in EXAMPLES.values() for _, words in rows if "news/" not in words]
    ids = re.findall(r"\b(?:explain|flag|unflag) ([0-9a-f]{6})\b", "\n".join((*examples, section("Commands"))))
    assert ids
    assert [one for one in ids if not any(whole.startswith(one) for whole in shown)] == []
