"""Figures as the tables' examples write them: `>=3 boat; 12..15 mile up; 20 kilometre = 12 mile`."""

from discrepancy.adapters import TOOLBOX
from discrepancy.extract.quantities import compile_figures, figures
from discrepancy.extract.sentences import abbreviations_of, sentence_spans
from discrepancy.model import Document, Figure, Mention, Modifier, Printed, Quantity, Skipped
from discrepancy.normalise.quantities import compile_scales, quantity_of
from discrepancy.tables import shipped

SIGNS = {
    Modifier.EXACT: "",
    Modifier.RANGE: "",
    Modifier.ABOUT: "~",
    Modifier.MORE_THAN: ">",
    Modifier.AT_LEAST: ">=",
    Modifier.LESS_THAN: "<",
    Modifier.AT_MOST: "<=",
}
TABLES = shipped().quantities
GRAMMAR = compile_figures(TABLES)
SCALES = compile_scales(TABLES)
ABBREVIATIONS = abbreviations_of(shipped().prose)


def mentions(text: str) -> list[Mention[Figure]]:
    document = Document("d", "o", text)
    return list(figures(document, tuple(sentence_spans(text, ABBREVIATIONS)), GRAMMAR, TOOLBOX))


def quantities(text: str) -> list[Quantity]:
    document = Document("d", "o", text)
    values = [quantity_of(document, mention, SCALES, TOOLBOX) for mention in mentions(text)]
    return [value for value in values if isinstance(value, Quantity)]


def skipped(text: str) -> list[Skipped]:
    document = Document("d", "o", text)
    values = [quantity_of(document, mention, SCALES, TOOLBOX) for mention in mentions(text)]
    return [value for value in values if isinstance(value, Skipped)]


def reading(text: str) -> str:
    return "; ".join(_figure(quantity) for quantity in quantities(text))


def _figure(quantity: Quantity) -> str:
    age = " of age" if quantity.dimension == "age" else ""
    change = f" {quantity.change}" if quantity.change else ""
    return " = ".join(_printed(printed) for printed in quantity.renderings) + age + change


def _printed(printed: Printed) -> str:
    value = f"{printed.lower:f}"
    if printed.modifier is Modifier.RANGE:
        value += f"..{printed.upper:f}"
    return f"{SIGNS[printed.modifier]}{value} {printed.unit or '-'}"


def qualifiers(text: str) -> list[str]:
    return [mention.reading.qualifier for mention in mentions(text)]
