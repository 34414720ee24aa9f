"""Publications for the tests of pages: this repository's own, and those that a test writes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check
from catalog_tool.site.pages.page import Page
from catalog_tool.site.render import all_pages
from tests.checking import entry_text, with_fields

REPOSITORY = Path(__file__).parents[3]

Publish = Callable[..., Publication]
"""Creates a publication from the texts of files, by path below the root of the catalog."""


@pytest.fixture(scope="session")
def publication() -> Publication:
    """This repository's own catalog."""
    report = check(load_settings(REPOSITORY))
    assert report.may_publish, report.diagnostics
    return report.publication


@pytest.fixture(scope="session")
def pages(publication: Publication) -> dict[str, Page]:
    """The pages of this repository's catalog, by path."""
    return {page.path: page for page in all_pages(publication)}


@pytest.fixture
def publish(tmp_path: Path) -> Publish:
    """Write files and read them as a catalog. Entries are completed and may have errors."""

    def read(files: dict[str, str], **options: object) -> Publication:
        (tmp_path / "partners").mkdir(exist_ok=True)
        for path, text in with_fields(files).items():
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            is_entry = file.parent.name == "partners" and not file.name.startswith("_")
            file.write_text(entry_text(text, file.stem) if is_entry else text, encoding="utf-8")
        return check(Settings.model_validate({"root": tmp_path, **options})).publication

    return read
