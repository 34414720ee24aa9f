"""Output formats of the commands, one per file.

Writers show a document: ``write(document)`` returns it for a terminal, for GitHub, or for a log,
and lets nothing that a stranger wrote act there. SARIF and JUnit only get the diagnostics of a
check. Styles for a terminal are removed later if color isn't wanted.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import cast

from catalog_tool.linter.reporters.document import Document
from catalog_tool.linter.reporters.summary import Summary as Summary
from catalog_tool.linter.reporters.summary import check_document
from catalog_tool.model.diagnostic import Diagnostic

WRITERS = ("github", "markdown", "text")
"""Formats of every document."""

FORMATS = ("json", *WRITERS)
"""Formats of commands that make a document, and JSON for programs."""

CHECK_FORMATS = (*FORMATS, "junit", "sarif")
"""Formats of the diagnostics of a check."""

Reporter = Callable[[Sequence[Diagnostic], Summary], str]


def write(document: Document, format_name: str, columns: int = 0) -> str:
    """Return a document as text that ends with a line ending, or is empty if the document is empty.

    Args:
        document: what to write.
        format_name: one of ``WRITERS``; its module is imported only now.
        columns: width of the terminal; 0 if lines may have any length.
    """
    options = (columns,) if format_name == "text" else ()
    return str(importlib.import_module(f"{__name__}.{format_name}").write(document, *options))


def reporter(name: str, columns: int = 0) -> Reporter:
    """Return the function that reports diagnostics, worst first, in one of ``CHECK_FORMATS``."""
    if name in WRITERS:
        return lambda diagnostics, summary: write(
            check_document(diagnostics, summary), name, columns
        )
    return cast("Reporter", importlib.import_module(f"{__name__}.{name}").report)
