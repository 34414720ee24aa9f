"""One catalog that says each payload wherever an entry, or the vocabulary, has room for text.

Most of it the checks refuse. The sinks do not count on that: what they write must be inert even
if a check is wrong, so the entries here go past every check.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import yaml

from catalog_tool.model.catalog import Catalog, Entry
from catalog_tool.model.changes import ListChanged
from catalog_tool.model.entry_model import Fields, entry_model
from catalog_tool.model.fields import FieldDefinition
from catalog_tool.model.former_partners import FormerPartner, FormerPartners
from catalog_tool.model.history import History, News, PartnerNews
from catalog_tool.model.partner import Link, Partner
from catalog_tool.model.publication import Publication, WithheldEntry
from catalog_tool.model.settings import Settings
from catalog_tool.model.source import Source
from catalog_tool.model.vocabulary import Application, Category, Vocabulary
from tests.own_fields import MODEL as OUR_MODEL
from tests.site.exporters.catalogs import partner

FAMILIES: dict[str, dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("payloads.yaml").read_text(encoding="utf-8")
)
PAYLOADS = {
    f"{family}: {name}": payload
    for family, payloads in FAMILIES.items()
    for name, payload in payloads.items()
}
"""Every payload by its family and name."""

SHOWN = {name: payload for name, payload in PAYLOADS.items() if payload.isprintable()}
"""The payloads of which a page shows every character."""

MARK = "zugzwang"
"""A word of every name, by which a search finds them all."""

SITE = "https://catalog.contoso.com/partners/"
_ADDRESS = "https://www.contoso.com/"
NOTE = FieldDefinition(label="Note", type="text", show=("card", "page", "compare"))
MODEL = entry_model(Partner, Fields({**OUR_MODEL.own_fields, "note": NOTE}))


def entry(identifier: str, payload: str) -> Entry:
    """Return an entry that says a payload in each of its texts."""
    said = {
        "name": f"N {MARK} {payload}",
        "description": f"D {payload}\n\n{payload}\n\n- L {payload}\n",
        "applications": {f"G {payload}": (f"A {payload}", f"U {payload}")},
        "applications_note": f"O {payload}",
        "links": (Link.model_construct(label=f"K {payload}", url=_ADDRESS),),
        "tested_by": f"T {payload}",
        "own_interfaces": ("rest",),
        "own_directions": ("outbound",),
        "own_note": f"J {payload}",
        "tested_on": "2026-05-04",
    }
    whole = MODEL.model_validate(partner().model_dump(by_alias=True, exclude_defaults=True))
    return Entry(identifier, whole.model_copy(update=said), Source(""))


def hostile_publication(payloads: dict[str, str], root: Path = Path()) -> Publication:
    """Return a catalog with one entry for each payload, in the order they are given.

    Args:
        payloads: by any name.
        root: the folder of ``mkdocs.yml``, if the catalog shall be built.
    """
    entries = [
        entry(f"p{number}", payload) for number, payload in enumerate(payloads.values(), start=1)
    ]
    every = " ".join(payloads.values())
    settings = Settings(
        root=root, title=f"P {every}", summary=f"Y {every}", platform=f"F {every}", site_url=SITE
    )
    catalog = Catalog(
        tuple(entries), _vocabulary(payloads), former=_former(payloads), entry_model=MODEL
    )
    withheld = tuple(
        WithheldEntry(f"partners/{payload}.yaml", "", f"Q {payload}")
        for payload in payloads.values()
    )
    return Publication(
        catalog,
        settings,
        history=History("2026-01-01", tuple(_news(payloads)), ()),
        withheld=(*withheld, WithheldEntry("", "withheld", f"M {every}")),
    )


def _news(payloads: dict[str, str]) -> Iterator[PartnerNews]:
    """Yield two pieces of news for each payload: one of a partner, and one of one that left."""
    for number, payload in enumerate(payloads.values(), start=1):
        names = (f"K {payload}", payload)
        changes = (ListChanged("applications", names, names), ListChanged("text", names, names))
        day = str(dt.date(2026, 1, 1) + dt.timedelta(number))
        yield PartnerNews(day, News.RENAMED, f"p{number}", f"U {payload}", changes)
        yield PartnerNews(day, News.LEFT, f"f{number}")


def _former(payloads: dict[str, str]) -> FormerPartners:
    records = {
        f"f{number}": FormerPartner.model_construct(
            name=f"E {payload}", moved_to=None, removed="2026-05-04", reason=f"R {payload}"
        )
        for number, payload in enumerate(payloads.values(), start=1)
    }
    moved = FormerPartner.model_construct(
        name=f"W {' '.join(payloads.values())}", moved_to="p1", removed=None, reason=None
    )
    return FormerPartners.model_construct(former=records | {"moved": moved})


def _vocabulary(payloads: dict[str, str]) -> Vocabulary:
    applications = {
        f"A {payload}": Application.model_construct(
            category="kind", vendor=f"V {payload}", aliases=(f"B {payload}",), gallery=None
        )
        for payload in payloads.values()
    }
    every = " ".join(payloads.values())
    category = Category.model_construct(name=f"C {every}", description=f"S {every}")
    return Vocabulary.model_construct(categories={"kind": category}, applications=applications)
