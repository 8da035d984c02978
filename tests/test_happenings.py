"""What happened at a time."""

import pytest

from discrepancy.knowledge.frames import BesideRow, HappeningRow
from discrepancy.tables import shipped
from tests.reading_frames import frames
