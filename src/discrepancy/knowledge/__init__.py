"""What the program knows: frozen records of the tables in this folder, language tables in a folder of their own."""

from dataclasses import dataclass

from discrepancy.knowledge.calendar import CalendarTables
from discrepancy.knowledge.frames import FrameTables
from discrepancy.knowledge.matching import MatchTables
from discrepancy.knowledge.parts import PartTables
from discrepancy.knowledge.prose import ProseTables
from discrepancy.knowledge.quantities import QuantityTables


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All tables."""

    prose: ProseTables
    quantities: QuantityTables
    parts: PartTables
    calendar: CalendarTables
    frames: FrameTables
    matching: MatchTables
