"""The compiled engine is tested with bounds checking on: an out-of-range write would be silent else.

It is optimised less than usual, for it is compiled anew with every change of the rules.
"""

import os
from pathlib import Path

import pytest

os.environ["NUMBA_BOUNDSCHECK"] = "1"  # read when Numba is first imported, so before any test of this room
os.environ["NUMBA_OPT"] = "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests of the engine in one process: it is compiled only once."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("engine"))
