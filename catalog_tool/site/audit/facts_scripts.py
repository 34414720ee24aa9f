"""Checks the files with the facts of partners that scripts show: whose they are, and their links.

The format is documented in ``catalog_tool/site/compare/facts.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalog_tool.site.addresses import contact_target
from catalog_tool.site.audit.built_site import BuiltSite
from catalog_tool.site.audit.data_scripts import assigned
from catalog_tool.site.audit.fault import Fault, differences
from catalog_tool.site.audit.lists import NOT_READABLE

FOLDER = "assets/compare-facts/"
_TARGET = "(globalThis.catalogCompareFacts ??= [])[{}] = "


def site_faults(site: BuiltSite) -> Iterator[Fault]:
    """Yield missing and unexpected partners, and addresses that aren't in a partner's file."""
    found: list[str] = []
    for path in sorted(site.files):
        if not path.startswith(FOLDER):
            continue
        number = path.removeprefix(FOLDER).removesuffix(".js")
        try:
            for facts in assigned(site.text(path), _TARGET.format(number)):
                found.append(facts[0])
                if not _leads_to_the_partner(facts, site):
                    yield Fault(path, f"An address isn't in the file of the partner {facts[0]}.")
        except NOT_READABLE as error:
            yield Fault(path, f"The facts can't be read: {error}")
    expected = [entry.id for entry in site.publication.catalog.entries]
    yield from differences(FOLDER, "partners", expected, found)


def _leads_to_the_partner(facts: list[Any], site: BuiltSite) -> bool:
    identifier, contact, (_, website), _, _, fields, _, logo, *_ = facts
    entry = site.publication.catalog.by_id.get(identifier)
    if not entry:
        return True  # reported as unexpected
    own = {contact_target(address) for _, address in entry.partner.addresses()}
    linked = {target for _, values in fields for _, target in values if target}
    drawn = entry.logo.address if entry.logo else None
    return (
        (contact, website) == (contact_target(entry.partner.contact), entry.partner.website)
        and linked <= own
        and (logo == drawn or not isinstance(logo, str))
    )
