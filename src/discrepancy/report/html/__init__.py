"""The report as one page of HTML: whole in itself, legible without scripts, with everything from articles escaped."""

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from discrepancy.model import Report
from discrepancy.report.formats import Selection
from discrepancy.report.html.page import page_of
from discrepancy.report.matrix import MARKS
from discrepancy.report.safe import visible
from discrepancy.report.sides import short_id

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["html_report"]


def html_report(report: Report, selection: Selection) -> str:
    """*report* as a page, with the findings of *selection* in full and all others in tables."""
    page = _environment().get_template("page.html.j2")
    return page.render(page=page_of(report, selection)) + "\n"


@cache
def _environment() -> "Environment":
    """Templates that escape all they are given, after what cannot be seen is taken out."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - loaded when first needed
    from markupsafe import Markup  # noqa: PLC0415 - likewise

    def shown(value: object) -> object:
        return visible(value) if type(value) is str else value

    loader = PackageLoader("discrepancy.report.html")
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, finalize=shown, trim_blocks=True, lstrip_blocks=True
    )
    for name in ("style.css", "filter.js"):
        text, _, _ = loader.get_source(made, name)
        made.globals[name.partition(".")[0]] = {"text": Markup(text), "hash": _hash(text)}  # noqa: S704 - our own file
    made.globals |= {"marks": MARKS, "short_id": short_id}
    return made


def _hash(text: str) -> str:
    """The source expression that lets a content-security policy admit *text*."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
