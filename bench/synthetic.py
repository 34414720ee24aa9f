"""Realistic catalogs of any size that pass every check. The same seed gives the same bytes."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog_tool.model.settings import FIELDS_FILE
from catalog_tool.text.ordering import slug, sort_key

_FIRST = (
    "Alder Amber Anchor Arbor Aspen Atlas Aurora Basalt Beacon Birch Bright Canyon Cedar Cinder "
    "Clear Cobalt Coral Crest Delta Ember Falcon Fjord Garnet Glacier Granite Harbor Hazel Heron "
    "Indigo Iron Jasper Juniper Kestrel Lark Linden Lumen Maple Marble Meadow Mesa Mistral North "
    "Oak Onyx Opal Orchid Osprey Pearl Pine Quartz Raven Ridge River Rowan Saffron Sierra Silver "
    "Slate Sparrow Spruce Summit Tamarack Teal Thistle Timber Topaz Umber Valley Violet Willow"
).split()
_SECOND = (
    "Access Account Bridge Circuit Cloud Connect Directory Entitlement Fabric Federation Gateway "
    "Grid Harmony Identity Integration Junction Keystone Ledger Lifecycle Logic Method Network "
    "Orbit Passage Pathway Portal Provisioning Relay Roster Signal Software Source Sphere Stack "
    "Station Switch Systems Token Trust Union Vault Works"
).split()
_LAST = ("", "Group", "Labs", "Partners", "Solutions", "Technologies")
_SUBJECTS = (
    "The gateway",
    "The connector",
    "Its provisioning service",
    "The integration platform",
    "A hosted bridge",
    "The agent in the data center",
)
_VERBS = ("provisions", "synchronizes", "creates and updates", "aggregates", "governs", "reads")
_OBJECTS = (
    "users, groups, and entitlements",
    "accounts of employees and contractors",
    "roles and memberships",
    "identities from the human resources system",
    "service accounts with their owners",
    "passwords and attributes",
)
_ENDINGS = (
    "in mainframe, midrange, and healthcare applications",
    "for systems without an interface of their own",
    "over REST, SOAP, SQL, or LDAP",
    "within minutes of a change in the directory",
    "with an audit trail for every operation",
    "on premises and in any cloud, without code",
)
_CATEGORIES = (
    "collaboration crm database directory erp finance healthcare hr mainframe midrange".split()
)
_KINDS = (
    "Ledger Payroll People Records Clinic Warehouse Billing Claims Dispatch Treasury Campus Fleet "
    "Archive Planning Quality Retail Service Survey Travel Vendor"
).split()


@dataclass(frozen=True)
class Size:
    """The size of a catalog: its entries, and the applications in its vocabulary."""

    entries: int
    applications: int


def write_catalog(root: Path, size: Size, seed: int = 7) -> None:
    """Write the repository of a catalog: configuration, vocabulary, and partner files.

    Args:
        root: an empty folder.
        size: number of entries and applications.
        seed: the same seed gives the same bytes.
    """
    generator = random.Random(seed)
    partners = root / "partners"
    partners.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(_CONFIGURATION, encoding="utf-8")
    (root / "docs").mkdir()
    applications = sorted(_applications(size.applications, generator), key=sort_key)
    vocabulary = "".join(_vocabulary(applications, generator))
    (partners / "_vocabulary.yaml").write_text(vocabulary, encoding="utf-8")
    shutil.copy(Path(__file__).parent.parent / "partners" / FIELDS_FILE, partners)
    for name in _names(size.entries, generator):
        text = "".join(_entry(name, applications, generator))
        (partners / f"{slug(name)}.yaml").write_text(text, encoding="utf-8")


_CONFIGURATION = """\
site_name: Synthetic catalog
theme:
  name: material
  font: false
plugins:
  - catalog:
      platform: the platform
"""


def _names(count: int, generator: random.Random) -> list[str]:
    every = [
        " ".join(filter(None, (first, second, last)))
        for first in _FIRST
        for second in _SECOND
        for last in _LAST
    ]
    return generator.sample(every, count)


def _applications(count: int, generator: random.Random) -> list[str]:
    every = [f"{first}{second} {kind}" for first in _FIRST for second in _SECOND for kind in _KINDS]
    return generator.sample(every, count)


def _vocabulary(applications: list[str], generator: random.Random) -> Iterator[str]:
    yield "categories:\n"
    for category in _CATEGORIES:
        yield f"  {category}:\n    name: {category.title()}\n"
        yield f"    description: Applications of the kind {category}.\n"
    yield "applications:\n"
    for name in applications:
        yield f"  {name}:\n    category: {generator.choice(_CATEGORIES)}\n"
        yield f"    vendor: {name.split()[0]}\n"
        yield f"    aliases:\n      - {name.replace(' ', '')} Suite\n"


def _entry(name: str, applications: list[str], generator: random.Random) -> Iterator[str]:
    host = f"https://www.{slug(name)}.com"
    yield "# yaml-language-server: $schema=../docs/schema/partner.schema.json\n"
    yield f"name: {name}\nwebsite: {host}/provisioning\ncontact: {host}/contact\n"
    yield "description: |\n"
    for line in _description(name, host, generator):
        yield f"  {line}\n" if line else "\n"
    yield "applications:\n"
    chosen = generator.sample(applications, generator.randint(3, 14))
    for application in sorted(chosen, key=sort_key):
        yield f"  - {application}\n"
    if generator.random() < 0.4:
        yield f"applications_note: More can be found in [the full list]({host}/applications).\n"
    states_fields = generator.random() < 0.5
    if generator.random() < 0.5:
        yield f"tested_on: 2026-{generator.randint(1, 9):02d}-{generator.randint(1, 28):02d}\n"
    if states_fields:
        yield "interfaces:\n  - rest\n  - sql\ndirections:\n  - outbound\n"


def _description(name: str, host: str, generator: random.Random) -> Iterator[str]:
    for paragraph in range(generator.randint(1, 3)):
        if paragraph:
            yield ""
        yield " ".join(_sentence(generator) for _ in range(generator.randint(2, 4)))
    if generator.random() < 0.3:
        yield f"See the [documentation of {name}]({host}/docs) for **supported** operations."
    if generator.random() < 0.3:
        yield ""
        yield from (f"- {_sentence(generator)}" for _ in range(generator.randint(2, 5)))


def _sentence(generator: random.Random) -> str:
    parts = (_SUBJECTS, _VERBS, _OBJECTS, _ENDINGS)
    return " ".join(generator.choice(part) for part in parts) + "."
