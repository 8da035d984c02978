"""How alike two strings are: rapidfuzz."""


def likeness(left: str, right: str) -> float:
    """The similarity of two strings, from 0 to 1, whatever the order of their words."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - loaded when first needed

    return fuzz.token_set_ratio(left, right) / 100
