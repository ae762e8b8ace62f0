"""Machine code only for what is called from Python: the driver, with everything it calls, optimised once.

Numba makes and optimises machine code of every function that it compiles, together with all that it calls.
A rule is then worked at again for each caller above it, though it is never called on its own. Here this
work waits until somebody asks for the address of a function; in the chain of calls under the driver only
the driver's is asked for. Preparing the engine takes half as long, and the code is as fast.
"""

from importlib import import_module
from importlib.metadata import version
from typing import Any, Final

TRIED: Final = "0.68."
"""The Numba whose inner workings this knows; any other makes machine code in its own time."""


def link_late() -> None:
    """Let this process make machine code late; with another Numba than the one tried, nothing changes."""
    if not version("numba").startswith(TRIED):
        return
    codegen: Any = import_module("numba.core.codegen")

    class Late(codegen.JITCodeLibrary):  # type: ignore[misc]  # Numba has no types
        """A function with all that it calls, ready to be linked into its callers."""

        waits = False

        def _optimize_final_module(self) -> None:
            self.waits = True

        def _finalize_final_module(self) -> None:
            if self.waits:
                self._finalized = True
            else:  # it comes from the cache
                super()._finalize_final_module()

        def _is_defined(self, name: str) -> bool:
            return any(function.name == name for function in self.get_defined_functions())

        def get_pointer_to_function(self, name: str) -> int:
            self._ensure_finalized()
            if self.waits:
                if not self._is_defined(name):
                    return 0
                self.waits = False
                super()._optimize_final_module()
                self._final_module.verify()
                super()._finalize_final_module()
            address: int = super().get_pointer_to_function(name)
            return address

    class LateCodegen(codegen.JITCPUCodegen):  # type: ignore[misc]
        """What makes machine code, for functions that may have none."""

        _library_class = Late

        def set_env(self, env_name: str, env: Any) -> None:
            if self._engine.get_global_value_address(env_name):
                super().set_env(env_name, env)

    import_module("numba.core.registry").cpu_target.target_context.codegen().__class__ = LateCodegen
