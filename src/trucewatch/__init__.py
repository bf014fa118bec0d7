"""Trucewatch: attributed claims from reports about ceasefires.

The public face is small and loaded on first use, so that importing it costs nothing:

    import trucewatch
    packs = trucewatch.load_packs(langs=["fr", "en"], theatres=["south-caucasus"])
    coding = trucewatch.code(trucewatch.Report(id="r1", text="...", lang="fr", published="2022-08-05"), packs)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trucewatch.coder import code
    from trucewatch.errors import TrucewatchError
    from trucewatch.model import Claim, Coding, Problem, Report
    from trucewatch.packs import Packs, load_packs

__version__ = "0.1.0"
__all__ = ["Claim", "Coding", "Packs", "Problem", "Report", "TrucewatchError", "__version__", "code", "load_packs"]

_HOME = {
    "code": "trucewatch.coder",
    "load_packs": "trucewatch.packs",
    "Packs": "trucewatch.packs",
    "TrucewatchError": "trucewatch.errors",
    "Claim": "trucewatch.model",
    "Coding": "trucewatch.model",
    "Problem": "trucewatch.model",
    "Report": "trucewatch.model",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'trucewatch' has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_HOME[name]), name)
