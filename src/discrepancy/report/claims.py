"""Claims for machines: version 1 of the contract for scripts."""

from typing import Any

from discrepancy.interval import Interval
from discrepancy.model import Claim, Printed, Timex
from discrepancy.report.safe import json_text


def claim_line(claim: Claim) -> str:
    """*claim* as one line of JSON."""
    return json_text(claim_record(claim))


def claim_record(claim: Claim) -> dict[str, Any]:
    """*claim* as the contract has it; figures are strings of decimals, offsets characters of the document's text."""
    document, frame, quantity = claim.document, claim.frame, claim.quantity
    return {
        "id": claim.id,
        "document": document.id,
        "outlet": document.outlet,
        "published": document.published.time.isoformat() if document.published else None,
        "published_from": document.published.origin.value if document.published else None,
        "span": list(claim.span),
        "literal": claim.literal,
        "sentence": list(claim.sentence),
        "kind": claim.kind.value,
        "dimension": quantity.dimension if quantity else "time",
        "printed": printed_record(quantity.printed) if quantity else None,
        "interval": _interval(claim),
        "change": quantity.change.value if quantity and quantity.change else None,
        "timex": timex_record(claim.timex) if claim.timex else None,
        "subject": frame.subject if frame else None,
        "attribute": frame.attribute if frame else None,
        "scope": {
            "time": frame.scope.time if frame else None,
            "place": frame.scope.place if frame else None,
            "qualifier": _qualifier(claim),
        },
        "attribution": frame.attribution if frame else None,
        "modality": frame.modality.value if frame else "asserted",
        "doubtful": claim.timex is not None and claim.timex.doubtful,
    }


def _qualifier(claim: Claim) -> str | None:
    """What limits the value: the words that the parse gives, and what the figure was read with ("of them", "of 8")."""
    told = (claim.frame.scope.qualifier or "").split() if claim.frame else []
    read = claim.quantity.qualifier if claim.quantity else ""
    if read.startswith("of "):
        told = [word for word in told if word != "part"]
    return " ".join([*told, *([read] if read and not {*read.split()} <= {*told} else [])]) or None


def printed_record(printed: Printed) -> dict[str, str | None]:
    """The amount as the text gives it."""
    return {
        "lower": None if printed.lower is None else f"{printed.lower:f}",
        "upper": None if printed.upper is None else f"{printed.upper:f}",
        "unit": printed.unit,
        "modifier": printed.modifier.value,
    }


def timex_record(timex: Timex) -> dict[str, str | None]:
    """The temporal expression in the terms of TIMEX3."""
    return {"type": timex.type.value, "value": timex.value, "mod": timex.mod}


def _interval(claim: Claim) -> dict[str, Any] | None:
    if claim.quantity:
        return interval_record(claim.quantity.interval, claim.quantity.unit)
    if claim.timex and claim.timex.interval:
        return interval_record(claim.timex.interval, "time")
    return None


def interval_record(interval: Interval[Any], unit: str) -> dict[str, Any]:
    """The values left possible; a bound of null is infinite."""
    return {
        "lower": _bound(interval.lower),
        "upper": _bound(interval.upper),
        "lower_open": interval.lower_open,
        "upper_open": interval.upper_open,
        "unit": unit,
    }


def _bound(bound: Any) -> str | None:  # noqa: ANN401 - a Decimal, a datetime or None
    if bound is None:
        return None
    return bound.isoformat() if hasattr(bound, "isoformat") else f"{bound:f}"
