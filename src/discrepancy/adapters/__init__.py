"""The libraries behind the toolbox, one module each; their objects never leave it."""

from discrepancy.adapters.measures import measure_of
from discrepancy.adapters.parses import parse
from discrepancy.adapters.phrases import date_of
from discrepancy.toolbox import Toolbox

TOOLBOX = Toolbox(measure_of, date_of, parse)
