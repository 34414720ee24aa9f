"""The logo of an entry can't be published.

``logo`` names a file in the folder ``logos`` beside the entries. The file has the name of the entry
with ``.svg`` or ``.png`` in place of ``.yaml``, so anyone who may change the entry may change its
logo, and nobody else may. An SVG can have 32 KiB and contains only shapes, colors, and text: no
scripts, style sheets, animations, links, or other files. A PNG can have 256 KiB and 512 × 512
pixels. A logo that isn't accepted isn't published, and readers see initials instead.

Why:
    A picture can be a program. Readers' browsers must show logos without running or loading
    anything.

Bad:
    # partners/contoso.yaml
    logo: contoso.svg
    # partners/logos/contoso.svg, complete
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><script>alert(1)</script></svg>

Good:
    # partners/contoso.yaml
    logo: contoso.svg
    # partners/logos/contoso.svg, complete
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.linter.rules.rule import Mandatory
from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.diagnostic import Problem, ProposedFix, Severity
from catalog_tool.model.edits import ReplaceValue
from catalog_tool.model.logo import logo_names
from catalog_tool.model.settings import LOGOS_FOLDER

CODE = "CAT144"
SEVERITY = Severity.ERROR
MANDATORY = Mandatory.INERT
HAS_VALUES = False


def check_entry(entry: Entry, catalog: Catalog) -> Iterator[Problem]:
    """Report a name that can't be that of its logo; the loader judges the files."""
    named = entry.partner.logo
    folder = f"{entry.source.path.rpartition('/')[0]}/{LOGOS_FOLDER}"
    possible = logo_names(entry.id)
    uploaded = [name for name in possible if f"{folder}/{name}" in catalog.logo_paths]
    if not named or named in uploaded:
        return
    if named in possible:
        message = f"The logo {folder}/{named} doesn't exist."
        hint = f"Upload the file to {folder}/ in the same pull request, or remove the key."
    else:
        message = f"The logo {named!r} isn't named after its entry."
        hint = (
            f"Name the file {' or '.join(possible)}. Then anyone who may change the entry may also "
            "change its logo, and nobody else."
        )
    changes = tuple(ReplaceValue(("logo",), name) for name in uploaded[:1])
    fix = ProposedFix(f"write {uploaded[0]}", changes, safe=False) if changes else None
    yield Problem(("logo",), message, hint, fix)
