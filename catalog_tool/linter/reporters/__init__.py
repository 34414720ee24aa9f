"""How diagnostics are shown: as a document by its writers, and in formats of their own.

A format of its own is a module of its name here, with a function ``report(diagnostics, summary)``
that returns the whole text, ending in a line end; diagnostics come worst first. Styles for a
terminal are taken out again if nobody wants color.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import cast

from catalog_tool.linter.reporters.document import document
from catalog_tool.linter.reporters.summary import Summary
from catalog_tool.model.diagnostic import Diagnostic
from catalog_tool.text.document import WRITERS, write

__all__ = ["FORMATS", "Summary", "reporter"]

FORMATS = ("json", "junit", "sarif", *WRITERS)
"""The names of all formats."""

Reporter = Callable[[Sequence[Diagnostic], Summary], str]


def reporter(name: str) -> Reporter:
    """Return the function that reports in one of ``FORMATS``, which is imported only now."""
    if name in WRITERS:
        return lambda diagnostics, summary: write(document(diagnostics, summary), name)
    return cast("Reporter", importlib.import_module(f"{__name__}.{name}").report)
