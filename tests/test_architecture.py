"""What holds for the whole of the code, whatever it does."""

import ast
import importlib
import pkgutil
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

import discrepancy
from discrepancy.knowledge import Knowledge
from discrepancy.tables import shipped

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
CODE = [*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))]
MODULES = sorted(module.name for module in pkgutil.walk_packages(discrepancy.__path__, "discrepancy."))
RECORDS = [name for name in MODULES if name.startswith(("discrepancy.model", "discrepancy.knowledge"))]

HEAVY = {
    "cattrs", "dateparser", "inflect", "numpy", "pint", "pydantic", "quantulum3", "rapidfuzz", "regex", "requests",
    "rich", "spacy", "thinc", "tomlkit", "yaml",
}  # fmt: skip
WIDER = {
    "fsspec": ("read/urls.py", "remote.py"),
    "numpy": ("adapters/encoder.py", "match/columns.py", "match/sift.py"),
    "pyarrow": ("read/columns.py", "report/formats/columns.py"),
    "rich": ("cli/", "report/"),
    "typer": ("cli/",),
}
"""The libraries that do not lie behind one module, and where they may be met."""


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


# Start-up.


@pytest.mark.parametrize(
    "statement",
    [
        "import discrepancy",
        "import discrepancy.cli",
        "import discrepancy.pipeline",
        "from discrepancy.adapters import TOOLBOX",
        "from discrepancy.read import read",
    ],
)
def test_importing_loads_no_heavy_library(statement: str) -> None:
    assert not loaded_by(statement) & HEAVY


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["check", "--help"], ["flag", "--help"]], ids=" ".join
)
def test_asking_for_help_loads_no_heavy_library(arguments: list[str]) -> None:
    call = f"from discrepancy.cli import main\nsys.argv[1:] = {arguments}\ntry: main()\nexcept SystemExit: pass"
    assert not loaded_by(call) & HEAVY


def loaded_by(statement: str) -> set[str]:
    """The top-level packages in memory after *statement* in a fresh interpreter."""
    script = f"import sys\n{statement}\nprint('loaded', *{{name.partition('.')[0] for name in sys.modules}})"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", timeout=60, check=True)  # noqa: S603 - our own code
    return set(run.stdout.splitlines()[-1].removeprefix("loaded ").split())


# Layout.


def test_every_module_has_a_docstring_of_one_sentence() -> None:
    texts = {named(path): ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) for path in SOURCES}
    assert not [name for name, text in texts.items() if not text or text.partition("\n")[0][-1] not in ".?!:"]


def test_no_module_is_named_for_what_it_might_hold() -> None:
    assert not [
        named(path) for path in CODE if path.stem in {"utils", "util", "helpers", "manager", "core", "common", "misc"}
    ]


def test_each_library_lies_behind_one_module_or_where_it_may_be_met() -> None:
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for path in SOURCES:
        for library in imported_by(path) - sys.stdlib_module_names - {"discrepancy"}:
            homes[library].add(path.relative_to(ROOT / "src" / "discrepancy").as_posix())
    assert homes.keys() >= WIDER.keys() | {"cattrs", "dateparser", "pint", "quantulum3", "rapidfuzz", "spacy"}
    spread = {library: places for library, places in homes.items() if len(places) > 1}
    assert spread.keys() == WIDER.keys()
    assert not [place for library, places in spread.items() for place in places if not place.startswith(WIDER[library])]


@cache
def imported_by(path: Path) -> set[str]:
    """The top-level packages that the module imports, wherever in it."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named_from = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return {name.partition(".")[0] for name in plain | named_from}


@pytest.mark.parametrize("name", RECORDS)
def test_records_are_frozen_and_slotted(name: str) -> None:
    module = importlib.import_module(name)
    own = [value for value in vars(module).values() if is_dataclass(value) and getattr(value, "__module__", "") == name]
    loose = [one for one in own if not one.__dataclass_params__.frozen or "__slots__" not in vars(one)]  # type: ignore[attr-defined] # every dataclass has them
    assert not loose


def test_every_exemption_gives_its_reason() -> None:
    exempt = re.compile(r"# (?:noqa(?::(?: ?[A-Z]+\d+,?)+)?|type: ignore(?:\[[\w, -]+\])?)(?P<reason>.*)")
    assert not [
        f"{named(path)}:{number}"
        for path in CODE
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (found := exempt.search(line)) and not re.search(r"[a-z]{2}", found["reason"])
    ]


# Knowledge.

TABLES = [(record, field) for record in get_type_hints(Knowledge).values() for field in fields(record)]


def table_name(given: object) -> str:
    return given.name if isinstance(given, Field) else getattr(given, "__name__", str(given))


@pytest.mark.parametrize(("record", "field"), TABLES, ids=table_name)
def test_a_table_has_rows(record: type, field: "Field[Any]") -> None:
    assert rows_of(record, field)


def rows_of(record: type, field: "Field[Any]") -> tuple[Any, ...]:
    (part,) = [value for one in fields(Knowledge) if isinstance(value := getattr(shipped(), one.name), record)]
    rows: tuple[Any, ...] = getattr(part, field.name)
    return rows


def with_examples() -> list[tuple[type, "Field[Any]"]]:
    return [(record, field) for record, field in TABLES if "examples" in row_fields(record, field)]


def row_fields(record: type, field: "Field[Any]") -> dict[str, "Field[Any]"]:
    return {one.name: one for one in fields(get_args(get_type_hints(record)[field.name])[0])}


@pytest.mark.parametrize(("record", "field"), with_examples(), ids=table_name)
def test_rows_prove_themselves(record: type, field: "Field[Any]") -> None:
    kind = row_fields(record, field)["examples"]
    optional = kind.default is not MISSING or kind.default_factory is not MISSING
    proven = [row for row in rows_of(record, field) if row.examples]
    assert proven
    assert optional or len(proven) == len(rows_of(record, field))


# What is shipped.


def test_the_types_are_shipped() -> None:
    assert files("discrepancy").joinpath("py.typed").is_file()


def test_no_tracked_file_names_a_place_on_a_machine() -> None:
    git = shutil.which("git")
    if not git or not (ROOT / ".git").exists():
        pytest.skip("not a checkout of the repository: no tracked files")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)  # noqa: S603 - reads only
    place = re.compile(rb"(?<![\w.:/-])(?:/(?:home|root|work|Users|mnt)/\w|[A-Z]:\\\\?Users\\)|file:///\w")
    tracked = [ROOT / name for name in listed.stdout.split("\0") if name]
    assert not [named(path) for path in tracked if path.is_file() and place.search(path.read_bytes())]
