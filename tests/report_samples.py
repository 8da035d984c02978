"""Records of invented reports, built by hand, for the tests of what is shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from discrepancy.interval import Interval
from discrepancy.model import (
    Claim,
    Coverage,
    Document,
    Fact,
    Finding,
    Frame,
    Grain,
    Kind,
    Notice,
    NoticeKind,
    Printed,
    Published,
    Quantity,
    Report,
    Skipped,
    Span,
    State,
    Timex,
    TimexType,
    Unreadable,
    Verdict,
)

MILE = Decimal("1609.344")


def document(outlet: str, text: str, published: str = "2031-03-07", story: str | None = "harbour") -> Document:
    """A report in a file named after its outlet, under six lines of front matter."""
    name = "".join(letter for letter in outlet.lower() if letter.isascii() and letter.isalnum()) or "outlet"
    day = datetime.fromisoformat(published).replace(tzinfo=UTC)
    known = Published(day, "day" if len(published) == 10 else "minute")
    return Document(f"{story}/{name}", outlet, text, published=known, story=story, path=f"{story}/{name}.md", line=7)


def quantity(lower: object, upper: object, unit: str = "", dimension: str = "count", **ends: bool) -> Quantity:
    """An interval in a base unit; the rendering is of no importance to what is shown."""
    low, high = (None if end is None else Decimal(str(end)) for end in (lower, upper))
    return Quantity(Interval(low, high, **ends), dimension, unit, (Printed(low, high, unit),))


def length(lower: object, upper: object, unit: object = 1000) -> Quantity:
    """A length in metres, given in *unit*."""
    scale = Decimal(str(unit))
    return quantity(Decimal(str(lower)) * scale, Decimal(str(upper)) * scale, "metre", "length")


def count(lower: object, upper: object, **ends: bool) -> Quantity:
    """A bare count."""
    return quantity(lower, upper, **ends)


def money(lower: object, upper: object, code: str = "USD", name: str = "dollar") -> Quantity:
    """An amount of money."""
    return quantity(lower, upper, name, f"money:{code}")


def time(first: str, after: str, grain: Grain = Grain.DAY, **marks: bool) -> Timex:
    """A date: from *first* up to *after*."""
    ends = (datetime.fromisoformat(end).replace(tzinfo=UTC) for end in (first, after))
    return Timex(TimexType.DATE, first, grain=grain, interval=Interval(*ends), **marks)


def claim(report: Document, literal: str, value: Quantity | Timex | None, frame: Frame | None = None) -> Claim:
    """What *report* says in the sentence that holds *literal*."""
    start = report.text.index(literal)
    breaks = [place + len(end) for end in ("\n", ". ") if (place := report.text.rfind(end, 0, start)) >= 0]
    first = max(breaks, default=0)
    stop = report.text.find(". ", start)
    end = report.text.find("\n", start)
    ends = [place for place in (stop + 1 if stop >= 0 else -1, end) if place >= 0]
    amount, timex = (value, None) if isinstance(value, Quantity) else (None, value)
    return Claim(
        f"{report.id}:{start}",
        report,
        Kind.QUANTITY if amount else Kind.TIME,
        Span(start, start + len(literal)),
        literal,
        Span(first, min(ends, default=len(report.text))),
        amount,
        timex,
        frame,
    )


def finding(label: str, camps: Sequence[Sequence[Claim]], **rest: object) -> Finding:
    """A finding on the claims of *camps*; a conflict unless *rest* says otherwise."""
    claims = tuple(one for camp in camps for one in camp)
    amount = claims[0].quantity
    fact = Fact(label, amount.dimension if amount else "time", claims, internal=bool(rest.pop("internal", False)))
    made = Finding(
        fact,
        Verdict.CONFLICT,
        "D401",
        "No value satisfies all.",
        tuple(tuple(one.id for one in camp) for camp in camps),
        7.25,
        "4be1c09d77aa",
    )
    return replace(made, **rest)  # type: ignore[arg-type] # fields of Finding, checked when the record is made


def report(findings: Sequence[Finding], unreadable: Sequence[Unreadable] = ()) -> Report:
    """A report with counts that hold for no real run."""
    skipped = (Skipped("harbour/coastpost", Span(4, 13), "yesterday", "relative date without a publication date"),)
    return Report(tuple(findings), skipped, tuple(unreadable), Coverage(9, 214, 96, 31, 1), "0.1.0")


def distance() -> Finding:
    """Two outlets with a dual statement, one with another: the ranges do not meet."""
    coast = document(
        "The Coast Post",
        "The tanker lay at anchor for a week.\nIt ran aground about 20 km (12 miles) from the harbour mouth, where "
        "the channel narrows between two sandbanks that pilots have long asked to have marked.",
    )
    wire = document(
        "Northern Wire",
        "The ship ran aground 20 kilometres off the harbour mouth, the port authority said.",
        "2031-03-06",
    )
    daily = document(
        "Daily Ledger",
        "Rescue boats needed two hours to reach it. The vessel was stranded 19 miles (30 km) from the harbour, and "
        "none of its crew of 23 was hurt.",
        "2031-03-07T14:05",
    )
    said = Frame(attribution="the port authority")
    return finding(
        "distance of the tanker from the harbour",
        (
            (
                claim(coast, "about 20 km (12 miles)", length("18.507456", "20.1168")),
                claim(wire, "20 kilometres", length(15, 25), said),
            ),
            (claim(daily, "19 miles (30 km)", length("18.5", "19.5", MILE)),),
        ),
        why="No distance satisfies all.",
    )


def toll() -> Finding:
    """A count that grows from one day to the next."""
    days = (("Northern Wire", "2031-03-06T08:10", "eight", 8), ("The Coast Post", "2031-03-07", "at least 11", 11),
            ("Radio Sund", "2031-03-09", "19", 19))  # fmt: skip
    claims = []
    for outlet, published, literal, number in days:
        said = document(
            outlet, f"The storm has killed {literal} people along the coast, officials said on the day.", published
        )
        bounds = count(number, None) if "least" in literal else count(number, number, upper_open=False)
        claims.append(claim(said, literal, bounds, Frame(attribution="officials")))
    return finding(
        "people killed by the storm",
        tuple((one,) for one in claims),
        verdict=Verdict.UPDATE,
        rule="U201",
        why="A count that grows: the later report gives the higher figure.",
        fingerprint="90aa17c3e5d2",
        score=5.5,
    )


def cost() -> Finding:
    """Two magnitudes of money, seen and flagged."""
    wire = document("Northern Wire", "Salvage will cost €1.2 billion, according to a first estimate.")
    coast = document("The Coast Post", "The salvage bill is put at 12 million euros by the insurers.")
    return finding(
        "cost of the salvage",
        (
            (claim(wire, "€1.2 billion", money(1_150_000_000, 1_250_000_000, "EUR", "euro")),),
            (
                claim(
                    coast,
                    "12 million euros",
                    money(11_500_000, 12_500_000, "EUR", "euro"),
                    Frame(attribution="the insurers"),
                ),
            ),
        ),
        fingerprint="1f00b2a9c4d8",
        state=State.FLAGGED,
        flag="asked both desks on 8 March; the insurers' figure is for the cargo alone",
    )


def day() -> Finding:
    """A date given by the day and by the month, and another day."""
    story = "inquiry"
    ledger = document("Daily Ledger", "The inquiry opened on 30 May, two months after the storm.", "2031-06-04", story)
    wire = document(
        "Northern Wire", "The inquiry into the storm, opened in May, has heard nine witnesses.", "2031-06-05", story
    )
    radio = document("Radio Sund", "It was opened last Monday in the town hall.", "2031-06-04", story)
    return finding(
        "opening of the inquiry",
        (
            (
                claim(ledger, "30 May", time("2031-05-30", "2031-05-31")),
                claim(wire, "May", time("2031-05-01", "2031-06-01", Grain.MONTH)),
            ),
            (claim(radio, "last Monday", time("2031-06-02", "2031-06-03")),),
        ),
        why="No date satisfies all.",
        fingerprint="c27d41f0be93",
    )


def conversion() -> Finding:
    """A conversion that does not fit, within one document."""
    wire = document("Northern Wire", "The slick is nine miles (13 kilometres) long and drifts north.")
    amount = replace(length("8.5", "9.5", MILE), misfit="9 miles are 14 to 15 kilometres")
    return finding(
        "conversion: nine miles (13 kilometres)",
        ((claim(wire, "nine miles (13 kilometres)", amount),),),
        internal=True,
        rule="I501",
        why="9 miles are 14 to 15 kilometres.",
        fingerprint="77e0d1a2b3c4",
    )


def agreement() -> Finding:
    """Two outlets that say the same."""
    wire = document("Northern Wire", "All 23 sailors were brought ashore.")
    coast = document("The Coast Post", "Its crew of 23 was unhurt.")
    exact = count(23, 23, upper_open=False)
    return finding(
        "members of the crew",
        ((claim(wire, "23", exact), claim(coast, "23", exact)),),
        verdict=Verdict.AGREE,
        rule="A101",
        why="All give the same value.",
        fingerprint="0a0b0c0d0e0f",
    )


def everything() -> Report:
    """One finding of each kind, in two stories, and a flag that no longer fits."""
    made = report(
        (agreement(), conversion(), cost(), day(), distance(), toll()),
        (Unreadable("harbour/photo.md", None, "not text (byte 1 is NUL); save it as UTF-8 text, or leave it out"),),
    )
    stale = Notice(NoticeKind.STALE, "5ea1e0c2b7f4", "length of the quay", "no such finding any more", "flags.toml:14")
    return replace(made, notices=(stale,))


def dated_claims() -> tuple[Claim, ...]:
    """What three outlets say of when a request was made, granted and took effect."""
    story = "permit"
    ledger = document(
        "Daily Ledger",
        "The port asked for the permit on 13 May, the day before the minister came. It was granted two days later, on "
        "15 May, and took effect on Thursday. The port has waited since February 2029.",
        "2031-05-31",
        story,
    )
    wire = document(
        "Northern Wire",
        "The permit was asked for in mid-May, and was in force by early June, the ministry said.",
        "2031-06-05",
        story,
    )
    radio = document(
        "Radio Sund", "On Thursday the permit took effect; on Wednesday the mayor spoke.", "2031-05-31", story
    )
    return (
        claim(ledger, "13 May", time("2031-05-13", "2031-05-14")),
        claim(ledger, "the day before", time("2031-05-13", "2031-05-14")),
        claim(ledger, "two days later", time("2031-05-15", "2031-05-16")),
        claim(ledger, "15 May", time("2031-05-15", "2031-05-16")),
        claim(ledger, "Thursday", time("2031-05-29", "2031-05-30")),
        claim(ledger, "February 2029", time("2029-02-01", "2029-03-01", Grain.MONTH)),
        claim(wire, "mid-May", time("2031-05-11", "2031-05-21", ambiguous=True)),
        claim(wire, "early June", time("2031-06-01", "2031-06-11", Grain.MONTH)),
        claim(radio, "Thursday", time("2031-05-29", "2031-05-30", doubtful=True)),
        claim(radio, "Wednesday", time("2031-05-28", "2031-05-29")),
        claim(radio, "spoke", Timex(TimexType.DATE, "PRESENT_REF")),
    )
