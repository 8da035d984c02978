"""A fact-discrepancy checker: finds figures and dates on which several reports cannot all be right."""
