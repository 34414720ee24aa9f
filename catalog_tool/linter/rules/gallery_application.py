"""An application is already in the platform's own gallery.

The platform connects such an application without a partner. You can keep it if your integration
does more. In that case, say in the description what it adds.

Why:
    The catalog is for applications that the platform can't reach by itself. A customer who finds
    one here may pay for something that is already included.

Bad:
    # partners/contoso.yaml
    applications:
      - Dropbox
    # partners/_vocabulary.yaml
    categories:
      collaboration:
        name: Collaboration
        description: Sharing files.
    applications:
      Dropbox:
        category: collaboration
        gallery: https://www.contoso.com/gallery/dropbox

Good:
    # partners/contoso.yaml
    applications:
      - IBM Maximo
    # partners/_vocabulary.yaml
    categories:
      collaboration:
        name: Collaboration
        description: Sharing files.
    applications:
      Dropbox:
        category: collaboration
        gallery: https://www.contoso.com/gallery/dropbox
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules._texts import applications
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT205"
SEVERITY = Severity.WARNING


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Report each application that the vocabulary says is in the gallery."""
    for where, name in applications(entry):
        known = catalog.vocabulary.application(name) if name else None
        if known and known.gallery:
            message = f"{name!r} is already in the platform's own gallery: {known.gallery}"
            hint = "Remove it, or say in the description what your integration adds."
            yield Problem(where, message, hint)
