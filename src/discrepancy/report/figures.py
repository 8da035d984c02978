"""Amounts in words for people: "15–25 km (9.3–15.5 miles)", "more than 30,000", "$1.15–1.25 billion"."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from discrepancy.interval import Interval
from discrepancy.report.ruler import Extent, Tick
from discrepancy.report.ticks import round_figures
from discrepancy.report.units import EXACT, Base, Unit, in_first, units_for

_MAGNITUDES = ((Decimal(10) ** 12, " trillion"), (Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))
_ONE = (Decimal(1), "")
_MOST_PLACES = 6
_FEW = 3  # decimals that read well
_TICK_ROOM = 9
_WIDE = 1000  # from this width on, whole numbers make no difference to a reader
_SCIENTIFIC = 18  # a figure of more digits says nothing when written out
_WRITTEN_OUT = Decimal(10) ** _SCIENTIFIC


@dataclass(frozen=True, slots=True)
class Amounts:
    """How the amounts of one finding are shown, all in one unit; *nearest* is the smallest gap between two."""

    base: Base
    units: tuple[Unit, ...]
    whole: bool
    nearest: Decimal | None = None

    def words(self, interval: Interval[Decimal]) -> str:
        """*interval* in the leading unit, with the others in brackets."""
        lead, *others = (self._in(unit, interval) for unit in self.units)
        return f"{lead} ({', '.join(others)})" if others else lead

    def short(self, interval: Interval[Decimal]) -> str:
        """*interval* in the leading unit alone."""
        return self._in(self.units[0], interval)

    def distance(self, one: Interval[Decimal], other: Interval[Decimal]) -> str | None:
        """How far the two are apart; None where they overlap or meet."""
        gap = self._settled(one).gap(self._settled(other))
        if not gap:
            return None
        lead, *others = (self._amount(unit, gap) for unit in self.units)
        return f"{lead} ({', '.join(others)})" if others else lead

    def _amount(self, unit: Unit, gap: Decimal) -> str:
        """*gap* in *unit*, which counts from another zero where the unit is one of temperature."""
        size = EXACT.multiply(gap, self._step(unit))
        if not self.whole:
            size = _three_digits(size)
        return figure(size, size, _places([size], None), unit)

    def _settled(self, interval: Interval[Decimal]) -> Interval[Decimal]:
        return whole(interval) if self.whole else interval

    def extent(self, interval: Interval[Decimal]) -> Extent:
        """*interval* in the leading unit."""
        return Extent(*(None if end is None else self._lead(end) for end in (interval.lower, interval.upper)))

    def ticks(self, low: Decimal, high: Decimal, width: int) -> list[Tick]:
        """Round figures of the leading unit, as many as have room for their labels."""
        bare = Unit("", "", before=self.units[0].before)
        for most in range(width // _TICK_ROOM, 0, -1):
            points = [point for point in round_figures(low, high, most) if not self.whole or not _decimals(point)]
            ticks = [Tick(point, figure(point, point, _decimals(point), bare)) for point in points]
            if len(ticks) * (max((len(tick.label) for tick in ticks), default=0) + 2) <= width:
                return ticks
        return []

    @property
    def unit(self) -> str:
        """What the labels of the ticks leave out."""
        return "" if self.units[0].before else self.units[0].many

    def _lead(self, value: Decimal) -> Decimal:
        return self.units[0].of(in_first(value, self.base))

    def _in(self, unit: Unit, interval: Interval[Decimal]) -> str:
        settled = self._settled(interval)
        lower, upper = (
            None if end is None else unit.of(in_first(end, self.base)) for end in (settled.lower, settled.upper)
        )
        nearest = self.nearest and EXACT.multiply(self.nearest, self._step(unit))
        words = figure(lower, upper, _places([end for end in (lower, upper) if end is not None], nearest), unit)
        return words if lower is not None and upper is not None else f"{_hedge(settled)} {words}".strip()

    def _step(self, unit: Unit) -> Decimal:
        """One base unit in *unit*."""
        return unit.of(in_first(Decimal(1), self.base)) - unit.of(in_first(Decimal(0), self.base))


def amounts_for(unit: str, dimension: str, intervals: Sequence[Interval[Decimal]]) -> Amounts:
    """How to show *intervals* of one base *unit* and *dimension*."""
    ends = [end for interval in intervals for end in (interval.lower, interval.upper) if end is not None]
    base, units = units_for(unit, dimension, ends)
    gaps = [gap for one in intervals for other in intervals if (gap := one.gap(other))]
    return Amounts(base, units, dimension == "count", min(gaps, default=None))


def whole(interval: Interval[Decimal]) -> Interval[Decimal]:
    """The whole numbers of a narrow *interval*, which a count can only be; else *interval* itself."""
    lower, upper = interval.lower, interval.upper
    if lower is None or upper is None or not upper - lower < _WIDE:
        return interval
    first, last = lower.to_integral_value("ROUND_CEILING"), upper.to_integral_value("ROUND_FLOOR")
    first += first == lower and interval.lower_open
    last -= last == upper and interval.upper_open
    return Interval(first, last, upper_open=False) if first <= last else interval


def figure(lower: Decimal | None, upper: Decimal | None, places: int, unit: Unit) -> str:
    """One figure or a range of two, with its magnitude and unit."""
    ends = [end for end in (lower, upper) if end is not None]
    if not ends:
        return "any value"
    size, magnitude = next((pair for pair in _MAGNITUDES if _suits(pair[0], ends)), _ONE)
    places = max(_decimals(EXACT.divide(end, size)) for end in ends) if magnitude else places
    shown = list(dict.fromkeys(_digits(EXACT.divide(end, size), places) for end in ends))
    sign = "-" if unit.before and len(shown) == 1 and shown[0].startswith("-") else ""
    joined = (" to " if shown[-1].startswith("-") else "–").join(shown).removeprefix(sign)
    name = unit.one if shown == ["1"] and not magnitude else unit.many
    tail = name if unit.before or name == "%" else f" {name}"
    return f"{sign}{unit.before}{joined}{magnitude}{'' if unit.before else tail}".rstrip()


def _suits(size: Decimal, ends: Sequence[Decimal]) -> bool:
    """Do *ends* read well as multiples of *size*: large enough, and of few decimals?"""
    largest = max(map(abs, ends))
    return size <= largest <= _WRITTEN_OUT and all(_decimals(EXACT.divide(end, size)) <= _FEW for end in ends)


def _digits(value: Decimal, places: int) -> str:
    if not value.is_finite() or value.adjusted() > _SCIENTIFIC or value.adjusted() < -_SCIENTIFIC:
        return f"{value:.3e}"
    digits = f"{value:,.{places}f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if digits == "-0" else digits


def written_out(value: Decimal) -> str:
    """*value* by itself, to six decimals at most."""
    return _digits(value, _MOST_PLACES)


def _places(ends: Sequence[Decimal], nearest: Decimal | None) -> int:
    """How many decimals show the width of a range by two digits, a single figure by four, and a gap by one."""
    width = max(ends) - min(ends) if ends else Decimal(0)
    wanted = [1 - width.adjusted()] if width else [_single(end) for end in ends]
    wanted += [-nearest.adjusted()] if nearest else []
    return min(max(0, *wanted, 0), _MOST_PLACES)


def _single(value: Decimal) -> int:
    """The decimals of *value* where they are few, or as many as make four digits."""
    return decimals if (decimals := _decimals(value)) <= _FEW else 3 - value.adjusted()


def _three_digits(value: Decimal) -> Decimal:
    """*value* to three digits, and from one on to a tenth: nearer, a distance between bounds means nothing."""
    last = value.adjusted() - 2
    return value.quantize(Decimal(1).scaleb(max(last, -1) if value >= 1 else last), context=EXACT)


def _decimals(value: Decimal) -> int:
    """How many digits *value* has after its point."""
    exponent = value.normalize(EXACT).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _hedge(interval: Interval[Decimal]) -> str:
    """What stands before the one end of a half-bounded interval."""
    if interval.lower is not None:
        return "more than" if interval.lower_open else "at least"
    if interval.upper is not None:
        return "less than" if interval.upper_open else "at most"
    return ""
