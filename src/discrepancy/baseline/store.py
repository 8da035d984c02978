"""Writing the baseline: the same findings make the same bytes."""

from pathlib import Path

from discrepancy.baseline.load import FIELDS, VERSION, Baseline, BaselineError
from discrepancy.model import Known
from discrepancy.storage import alone_in, reason_of, replace_text, toml_lines

_HEAD = f"""\
# Findings that are known and fail no check; written by `discrepancy baseline`.
version = {VERSION}
"""


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Put *baseline* into the file at *path*; raises BaselineError."""
    path = path.resolve()  # so that a link stays one
    try:
        with alone_in(path.parent):
            replace_text(path, baseline_text(baseline))
    except OSError as error:
        raise BaselineError(f"{path}: cannot be written ({reason_of(error)})") from None


def baseline_text(baseline: Baseline) -> str:
    """The text of the file: a block a finding, in the order of their fingerprints, so that branches merge."""
    settings = {"paths": list(baseline.paths), "fingerprints": baseline.fingerprints}
    rows = {known.finding: known for known in baseline.findings}
    blocks = [f"[settings]\n{toml_lines(settings)}", *(_block(rows[name]) for name in sorted(rows))]
    return "\n\n".join([_HEAD.strip(), *blocks]) + "\n"


def _block(known: Known) -> str:
    row = {name: getattr(known, name) for name in FIELDS}
    lists = {name: list(value) for name, value in row.items() if isinstance(value, tuple)}
    return f"[[finding]]\n{toml_lines(row | lists)}"
