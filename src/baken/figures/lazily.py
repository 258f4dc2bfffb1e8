"""Ibis, imported when it is first used: importing it takes longer than the default engine takes to count."""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING

__all__ = ["ibis"]


def _lazy(name: str) -> ModuleType:
    """A module that is loaded when one of its attributes is asked for."""
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return sys.modules[name]
    spec.loader = LazyLoader(spec.loader)
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if TYPE_CHECKING:
    import ibis
else:
    ibis = _lazy("ibis")
