"""Numbers in words and figures."""

from collections.abc import Sequence
from decimal import Decimal

from discrepancy.extract.times.words import Lexicon

OTHERS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "couple": Decimal(2)}
_SMALL = ("digit_word", "teen_word", "tens_word")


def number_of(texts: Sequence[str], lexicon: Lexicon) -> Decimal:
    """The number that *texts* spell ("two and a half", "twenty five", "2 1/2", "1,500").

    >>> from discrepancy.tables import shipped
    >>> from discrepancy.extract.times.words import lexicon_of
    >>> print(number_of(["a", "hundred", "and", "twenty", "-", "five"], lexicon_of(shipped().calendar, ["half"])))
    125
    """
    total = group = Decimal(0)
    slash = next((i for i, text in enumerate(texts) if text == "/"), None)
    if slash and len(texts) > slash + 1:
        below = _figure(texts[slash + 1]) or Decimal(1)
        whole = _figure(texts[0]) if slash > 1 else Decimal(0)
        return whole + _figure(texts[slash - 1]) / below
    for text in texts:
        if text[0].isdigit():
            group += _figure(text)
        elif small := lexicon.meaning(text, _SMALL):
            group += Decimal(small)
        elif scale := lexicon.meaning(text, ("scale_word",)):
            group = (group or Decimal(1)) * Decimal(scale)
            if group >= 1000:  # noqa: PLR2004 - thousands close a group
                total, group = total + group, Decimal(0)
        elif text.lower() in OTHERS:
            group += OTHERS[text.lower()]
    return total + group or Decimal(1)


def spoken_year_of(texts: Sequence[str], lexicon: Lexicon) -> Decimal:
    """The year that *texts* speak: hundreds and the rest, unless thousands are named."""
    if any(text.lower() in {"thousand", "hundred"} for text in texts):
        return number_of(texts, lexicon)
    return number_of(texts[:1], lexicon) * 100 + number_of(texts[1:], lexicon)


def _figure(text: str) -> Decimal:
    kept = text.replace(",", "")
    return Decimal(kept) if kept.replace(".", "", 1).isdecimal() else Decimal(0)
