"""Settings for all tests; none touches what the user's own runs have kept."""

import os
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import settings

# How long one example takes says how busy the machine is; that cost grows no faster than length has tests of its own.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def _own_cache() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DISCREPANCY_CACHE"] = folder
        yield
        del os.environ["DISCREPANCY_CACHE"]
