"""An entry names another partner.

The rule looks for the names of the other partners in the description, the note, the labels of
links, and the test method. A name that is also a vendor or an application in the vocabulary
doesn't count.

Why:
    Readers compare partners themselves, and an entry that rates another one is advertising that
    nobody has checked. If two partners work together, an admin can make an exception.

Bad:
    # partners/contoso.yaml
    description: Unlike Fabrikam, this gateway connects mainframe applications.
    # partners/fabrikam.yaml
    description: This bridge connects hospital systems.

Good:
    # partners/contoso.yaml
    description: This gateway connects mainframe applications.
    # partners/fabrikam.yaml
    description: This bridge connects hospital systems.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.named_partners import NamedPartners
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Problem, Severity

CODE = "CAT214"
SEVERITY = Severity.WARNING


def check_catalog(catalog: Catalog) -> Iterator[Problem]:
    """Report each name of another partner, once for each text."""
    partners = NamedPartners(catalog)
    for entry in catalog.entries:
        found = {(where, other.id): written for where, written, other in partners.named_by(entry)}
        for (where, identifier), written in found.items():
            message = f"The text names another partner: {written!r} ({identifier}.yaml)."
            hint = "Say what your own product does, without a comparison."
            yield Problem(where, message, hint, quote=written, path=entry.source.path)
