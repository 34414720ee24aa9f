"""The hostile catalog, as pages and as a finished site."""

from pathlib import Path

import pytest

from catalog_tool.model.publication import Publication
from catalog_tool.site.build import build_site
from catalog_tool.site.pages.page import Page
from catalog_tool.site.render import all_pages
from tests.hostile.corpus import PAYLOADS, SHOWN, SITE, hostile_publication
from tests.site.pages.reading import Reading

CONFIGURATION = f"""\
site_name: Hostile catalog
site_url: {SITE}
strict: true
theme: {{name: material, font: false}}
plugins: [catalog]
"""


@pytest.fixture(scope="package")
def hostile() -> Publication:
    """A catalog with every payload."""
    return hostile_publication(PAYLOADS)


@pytest.fixture(scope="package")
def hostile_pages(hostile: Publication) -> list[Page]:
    """Every page of it."""
    return list(all_pages(hostile))


@pytest.fixture(scope="package")
def hostile_readings(hostile_pages: list[Page]) -> dict[str, Reading]:
    """What a browser reads in the body of each of them, by path."""
    return {page.path: Reading(page.body) for page in hostile_pages}


@pytest.fixture(scope="package")
def shown_publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A catalog with every payload of which a page shows each character, ready to be built."""
    root = tmp_path_factory.mktemp("hostile")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    return hostile_publication(SHOWN, root)


@pytest.fixture(scope="package")
def hostile_site(shown_publication: Publication) -> Path:
    """The folder of its finished site."""
    folder = shown_publication.settings.root / "site"
    folder.mkdir()
    build_site(shown_publication, folder)
    return folder
