"""What makes a finding the same finding tomorrow."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal

from discrepancy.model import Claim, Fact, Frame, Printed, Quantity, Span, Timex

VERSION = 2
"""The version of the way fingerprints are made; a change of it is a change of every flag file."""

Words = tuple[str, ...]

_HALF = 6  # hexadecimal digits
_QUOTE = 8  # likewise
_EXACT = Context(prec=1000, Emax=MAX_EMAX, Emin=MIN_EMIN)


def fingerprint(fact: Fact, camps: tuple[tuple[Claim, ...], ...]) -> str:
    """The identity of a finding: six digits of its fact and six of its values, never of a place, path or version.

    The fact's words are those of the claim that was published first, and a camp's value that of its first claim: so an
    outlet that agrees later changes nothing, however it words or rounds the fact, whereas the commonest words or values
    would turn with every outlet. Where several came first, or none is dated, the least value and words count, so that
    a copy of a report changes nothing either. An outlet that agrees in other words, and on the same day or before, may
    renew the fingerprint, as may other words in the very sentence; what was seen is then known again by its quotes, see
    `known_again`.
    """
    words = _sentences(fact) if fact.internal else _words(_first(fact.claims))
    values = sorted(_written(camp[0]) if fact.internal else " / ".join(_value(_first(camp))) for camp in camps)
    return _digits((str(VERSION), fact.dimension, *words)) + _digits(values)


def quote_digits(claim: Claim, *, internal: bool) -> str:
    """Eight digits of the sentence of *claim* and of its literal, others for a finding within one document.

    They depend on the words of the report alone, and neither on what was read out of them nor on who else speaks.
    """
    sentence = claim.document.text[claim.sentence.start : claim.sentence.end]
    return _digits((_plain(sentence), _plain(claim.literal), *(("internal",) if internal else ())), _QUOTE)


def fact_digits(name: str) -> str:
    """The part of the fingerprint *name* that stands for the fact."""
    return name[:_HALF]


def another(name: str, quotes: Iterable[str], turn: int) -> str:
    """A fingerprint of the same fact as *name* and of other *quotes*; *turn* tells those of equal quotes apart."""
    return fact_digits(name) + _digits((*quotes, str(turn)))


def _first(claims: Iterable[Claim]) -> Claim:
    """The claim that was published first, the least of equals."""
    return min(claims, key=lambda claim: (claim.document.appeared, _value(claim), _words(claim)))


def _words(claim: Claim) -> Words:
    """What *claim* measures, of what, and the names in its sentence."""
    frame = claim.frame or Frame()
    return (frame.attribute or frame.noun or frame.event or "", frame.subject or "", *sorted(frame.names))


def _value(claim: Claim) -> Words:
    """The figures or the time that *claim* states, hedges included: tolerances may be tuned, what is printed stays."""
    if claim.quantity is not None:
        return tuple(sorted(_printed(one, claim.quantity) for one in claim.quantity.renderings))
    return (_time(claim.timex),) if claim.timex else ()


def _printed(printed: Printed, quantity: Quantity) -> str:
    """A rendering; counted nouns are words of the fact, and synonyms of each other."""
    unit = "" if quantity.dimension == "count" else printed.unit
    return " ".join((_number(printed.lower), _number(printed.upper), printed.modifier, unit))


def _number(end: Decimal | None) -> str:
    """*end*, the same for 1.2 million and for 1,200,000."""
    return "∞" if end is None else str(end.normalize(_EXACT))


def _time(timex: Timex) -> str:
    return " ".join((timex.value, timex.mod or "", timex.relation))


def _sentences(fact: Fact) -> Words:
    """The sentences of a finding within one document, without its figures."""
    spans: defaultdict[Span, list[Span]] = defaultdict(list)
    for claim in fact.claims:
        spans[claim.sentence].append(claim.span)
    text = fact.claims[0].document.text
    return tuple(sorted({_plain(_without(text, sentence, cut)) for sentence, cut in spans.items()}))


def _without(text: str, sentence: Span, cut: Iterable[Span]) -> str:
    edges = [sentence.start, *(edge for span in sorted(cut) for edge in span), sentence.end]
    return " ".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def _written(claim: Claim) -> str:
    """The literal of *claim*: in a conversion or a date that does not fit, each part of it counts."""
    return _plain(claim.literal)


def _plain(text: str) -> str:
    """*text* without what reflowing a paragraph would change."""
    return " ".join(text.split()).casefold()


def _digits(parts: Iterable[str], number: int = _HALF) -> str:
    key = "\n".join(part.replace("\n", " ") for part in parts)
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:number]
