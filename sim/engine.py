"""The compiled engine: the functions of ``game.rules`` and ``game.players`` under one Numba driver.

Numba's cache does not notice a change in another module, so the cache folder is named after a hash of
all compiled sources and the versions they were compiled with.
"""

import os
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import blake2b
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np
import platformdirs

from game.rules import bits, chance, records, speed
from game.rules.chance import GOLDEN
from sim.linking import link_late

_PACKAGES = ("game.rules", "game.players")
_COMPILED_HERE = ("engine.py", "driver.py", "linking.py", "tallying.py")
_SETTINGS = ("NUMBA_BOUNDSCHECK", "NUMBA_OPT")


# Nothing is allocated in compiled code, so references need not be counted: that took a third of the time.
OPTIONS: Final = {"_nrt": False}


def _sources() -> Iterator[Path]:
    """Every file of which something is compiled; the rest of this package may change freely."""
    for package in _PACKAGES:
        yield from sorted(Path(next(iter(import_module(package).__path__))).glob("*.py"))
    yield from (Path(__file__).with_name(name) for name in _COMPILED_HERE)


def _fingerprint() -> str:
    numba = import_module("numba")
    options = " ".join([numba.__version__, *(os.environ.get(name, "") for name in _SETTINGS)])
    digest = blake2b(options.encode(), digest_size=8)
    for source in _sources():
        digest.update(source.name.encode() + source.read_bytes())
    return digest.hexdigest()


def cache_folder() -> Path:
    """Where this version's machine code is kept."""
    return Path(platformdirs.user_cache_dir("piramide")) / f"engine-{_fingerprint()}"


def is_prepared() -> bool:
    """Whether the engine has been compiled before on this machine."""
    return any(cache_folder().rglob("*.nbi"))


def _stir(state: Any, x: Any) -> Any:
    z = np.uint64(state) + (np.uint64(x) + np.uint64(1)) * np.uint64(GOLDEN)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.int64(z ^ (z >> np.uint64(31)))


def _put(states: Any, place: Any, others: Any, to: Any) -> None:
    others[to] = states[place]


def _size(mask: Any) -> Any:
    x = np.uint64(mask)
    x = x - ((x >> np.uint64(1)) & np.uint64(0x5555555555555555))
    x = (x & np.uint64(0x3333333333333333)) + ((x >> np.uint64(2)) & np.uint64(0x3333333333333333))
    x = (x + (x >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return np.int64((x * np.uint64(0x0101010101010101)) >> np.uint64(56))


def _size_overload(mask: Any) -> Any:  # noqa: ARG001
    return _size


def _stir_overload(state: Any, x: Any) -> Any:  # noqa: ARG001  # Numba asks for the same names
    return _stir


def _put_overload(states: Any, place: Any, others: Any, to: Any) -> Any:  # noqa: ARG001
    return _put


@cache
def _prepare() -> Any:
    """Make rules and players known to the compiler, once; gives Numba."""
    os.environ["NUMBA_CACHE_DIR"] = str(cache_folder())
    numba = import_module("numba")
    numba.config.CACHE_DIR = os.environ["NUMBA_CACHE_DIR"]
    link_late()
    extending: Any = import_module("numba.extending")
    import_module("sim.driver")
    for function in speed.RULES:
        inline = {"forceinline": True} if function in speed.SMALL else {}
        extending.register_jitable(**OPTIONS, **inline)(function)
    extending.overload(chance.stir, jit_options={**OPTIONS, "forceinline": True})(_stir_overload)
    extending.overload(bits.size, jit_options={**OPTIONS, "forceinline": True})(_size_overload)
    extending.overload(records.put, jit_options=OPTIONS)(_put_overload)
    return numba


@cache
def compiled(name: str) -> Callable[..., Any]:
    """A function of ``sim.driver``, compiled; the first time on a machine this takes a while.

    The machine code runs without the interpreter's lock, so threads can share the work.

    Raises
    ------
    ModuleNotFoundError
        If Numba, which is in the extra ``sim``, is not installed.
    """
    return machine_code(getattr(import_module("sim.driver"), name))


def machine_code(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function, compiled, and kept for the next time wherever there is a folder for it."""
    numba = _prepare()
    try:
        made = numba.njit(function, cache=True, nogil=True, **OPTIONS)
    except RuntimeError:  # neither the cache nor the folder of the program can be written
        made = numba.njit(function, nogil=True, **OPTIONS)
    return used_even_if_not_kept(made)


def used_even_if_not_kept(function: Callable[..., Any]) -> Callable[..., Any]:
    """A compiled function that is called even where its machine code cannot be kept, on a full disk say.

    Numba raises that before it calls the function but after it has made it: the second call finds it.
    """

    def call(*arguments: Any) -> Any:
        try:
            return function(*arguments)
        except OSError:
            return function(*arguments)

    return call


def has_numba() -> bool:
    """Whether the compiled engine can be had."""
    return find_spec("numba") is not None
