"""Catalogs to export: this repository's own, given ones, and any that a stranger could write."""

from collections.abc import Iterable
from pathlib import Path

from hypothesis import strategies as st

from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.catalog import Catalog, Entry, sort_entries
from catalog_tool.model.partner import Partner
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.model.source import Source
from catalog_tool.model.vocabulary import Application, Category, Vocabulary
from catalog_tool.pipeline import check
from tests.own_fields import MODEL
from tests.text.markup.test_markdown import NASTY, nasty_text

REPOSITORY = Path(__file__).parents[3]
SITE = "https://catalog.contoso.com/partners-of-contoso/"
VOCABULARY = Vocabulary(
    categories={"mainframe": Category(name="=Mainframe", description="Large and old.")},
    applications={"IBM RACF": Application(category="mainframe", vendor="IBM", aliases=("RACF",))},
)


def own_publication() -> Publication:
    return check(load_settings(REPOSITORY / "mkdocs.yml"), rules={}).publication


def partner(**values: object) -> Partner:
    complete = {
        "name": "Contoso",
        "website": "https://www.contoso.com/identity",
        "contact": "https://www.contoso.com/contact",
        "description": "It provisions accounts.\n",
    }
    return MODEL.model_validate(complete | values)


def publication(
    partners: Iterable[Partner], site_url: str = SITE, prose: dict[str, str] | None = None
) -> Publication:
    entries = (Entry(f"p{number}", each, Source("")) for number, each in enumerate(partners))
    settings = Settings(root=Path(), title="Partners & <friends>", site_url=site_url)
    return Publication(
        Catalog(sort_entries(entries), VOCABULARY, entry_model=MODEL), settings, prose or {}
    )


def _line(most: int) -> st.SearchStrategy[str]:
    texts = st.lists(st.sampled_from(NASTY), min_size=1, max_size=10).map("".join)
    return texts.map(lambda text: " ".join(text.split())[:most].strip()).filter(bool)


names = _line(100)
addresses = st.sampled_from(
    ["https://a.com", "https://b.com/x_(y)?a=1&copy=2", "https://c.com/$'*!~#@:;,."]
)
some_names = st.lists(names, min_size=1, max_size=3).map(tuple)
links = st.fixed_dictionaries({"label": names, "url": addresses})
partners = st.fixed_dictionaries(
    {
        "name": names,
        "website": addresses,
        "contact": addresses | st.just("sales+x_y@b-c.com"),
        "description": nasty_text.filter(str.strip),
    },
    optional={
        "applications": some_names | st.dictionaries(names, some_names, min_size=1, max_size=2),
        "applications_note": _line(500),
        "applications_url": addresses,
        "links": st.lists(links, min_size=1, max_size=2).map(tuple),
        "former_names": some_names,
        "products": some_names,
        "summary": _line(160),
        "interfaces": st.just(("rest", "sql")),
        "directions": st.just(("outbound",)),
        "tested_on": st.just("2026-05-04"),
        "tested_by": _line(500),
        "maintainers": st.just(("contoso-anna",)),
    },
).map(lambda values: partner(**values))
catalogs = st.lists(partners, max_size=3).map(publication)
