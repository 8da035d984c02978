"""Settings for all tests."""

from hypothesis import settings

# How long one example takes says how busy the machine is; that cost grows no faster than length has tests of its own.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
