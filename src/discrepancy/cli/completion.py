"""What a shell offers in place of an id that is not yet typed out: from what is kept, at once, and never an error."""

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from discrepancy.cli.work import Work, folder_of
from discrepancy.model import DIFFERING

if TYPE_CHECKING:
    from discrepancy.model import Flag, Report

MOST = 500
"""Findings of a run that are kept to be offered."""

_ID = re.compile(r"[0-9a-f]{1,12}")
_UNSAFE = re.compile(r"[^\w .,·…-]")
"""What a shell might run: some evaluate what they are offered, and labels hold text that anyone may have written."""

Offers = Iterable[tuple[str, str]]
"""Ids, each with what it is."""


def keep_shown(report: "Report", work: Work) -> None:
    """Keep the ids of *report* for the completion in this folder, where anything is kept."""
    if not work.keep:
        return
    from discrepancy.cache import Store  # noqa: PLC0415 - loaded when first needed

    rows = [(one.fingerprint, one.verdict, one.fact.label) for one in report.findings[:MOST]]
    key, value = _key(), json.dumps(rows).encode()
    store = Store(folder_of(work.cache))
    if store.recall([key]).get(key) != value:
        store.keep({key: value})
    store.close()


def shown_ids(context: typer.Context, incomplete: str) -> Offers:
    """The findings of the last check in this folder."""
    return _fitting(lambda: ((name, f"{verdict} · {fact}") for name, verdict, fact in _shown(context)), incomplete)


def open_ids(context: typer.Context, incomplete: str) -> Offers:
    """Those of them that can be flagged."""
    return _fitting(
        lambda: ((name, f"{verdict} · {fact}") for name, verdict, fact in _shown(context) if verdict in DIFFERING),
        incomplete,
    )


def flagged_ids(context: typer.Context, incomplete: str) -> Offers:
    """The findings that are flagged."""
    return _fitting(lambda: ((one.finding, f"{one.verdict} · {one.fact}") for one in _flags(context)), incomplete)


def _fitting(offers: Callable[[], Offers], incomplete: str) -> Offers:
    """The *offers* that begin with what is typed, in characters that no shell runs; none where anything goes wrong."""
    try:
        known = list(offers())
    except Exception:  # noqa: BLE001 - a shell would print it over the line that is typed
        return []
    return [
        (name, _UNSAFE.sub(" ", words)) for name, words in known if _ID.fullmatch(name) and name.startswith(incomplete)
    ]


def _shown(context: typer.Context) -> Iterable[tuple[str, str, str]]:
    from discrepancy.cache import Store  # noqa: PLC0415 - loaded when first needed

    store = Store(folder_of(context.params.get("cache")))
    kept = store.recall([_key()])
    store.close()
    return json.loads(kept[_key()]) if kept else ()


def _flags(context: typer.Context) -> "Iterable[Flag]":
    from discrepancy.configuration import nearest  # noqa: PLC0415 - loaded when first needed
    from discrepancy.flags import FLAGS_FILE, load_flags  # noqa: PLC0415 - likewise

    found = nearest(Path.cwd())
    configured = found.path.parent / found.values["flags"] if found and "flags" in found.values else FLAGS_FILE
    return load_flags(Path(context.params.get("flags") or configured))


def _key() -> str:
    from discrepancy.stage import key_of  # noqa: PLC0415 - loaded when first needed

    return key_of("shown", str(Path.cwd()))
