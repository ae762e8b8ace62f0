"""The compiled engine is tested with bounds checking on: an out-of-range write would be silent else.

It is optimised less than usual, for it is compiled anew with every change of the rules.
"""

import os

os.environ["NUMBA_BOUNDSCHECK"] = "1"  # read when Numba is first imported, so before any test of this room
os.environ["NUMBA_OPT"] = "1"
