"""What a command says: one document, and a writer for each place where it may be read.

A command makes a :class:`Document` of its values. Writers know nothing of commands: they show the
blocks in their place, and let nothing of a stranger act there.
"""

from __future__ import annotations

import importlib

from catalog_tool.text.document.blocks import (
    LONGEST_TEXT,
    Block,
    Changed,
    Code,
    CodeBlock,
    Document,
    Finding,
    Findings,
    Fold,
    Foreign,
    Inline,
    Item,
    List,
    Mention,
    PageOnly,
    Paragraph,
    Place,
    Preview,
    Previews,
    Remedy,
    Section,
    Strong,
    Table,
)

__all__ = [
    "LONGEST_TEXT",
    "WRITERS",
    "Block",
    "Changed",
    "Code",
    "CodeBlock",
    "Document",
    "Finding",
    "Findings",
    "Fold",
    "Foreign",
    "Inline",
    "Item",
    "List",
    "Mention",
    "PageOnly",
    "Paragraph",
    "Place",
    "Preview",
    "Previews",
    "Remedy",
    "Section",
    "Strong",
    "Table",
    "write",
]

WRITERS = ("github", "markdown", "text")
"""The writers: each is a module of this package with a function ``write(document)``."""


def write(document: Document, format_name: str) -> str:
    """Return a document as text that ends in a line end, or is empty if it has nothing to say.

    Args:
        document: what to write.
        format_name: one of ``WRITERS``, which is imported only now.
    """
    writer = importlib.import_module(f"{__name__}.{format_name}")
    return str(writer.write(document))
