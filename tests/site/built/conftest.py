"""This repository's own site, built once, with the files that it was built from."""

from pathlib import Path

import pytest

from catalog_tool.loader.configuration import load_settings
from catalog_tool.pipeline import check
from catalog_tool.site.build import build_site
from tests.site.built.made_site import MadeSite, made_site

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> MadeSite:
    """The site. A test that changes a file must restore it."""
    publication = check(load_settings(REPOSITORY)).publication
    folder = tmp_path_factory.mktemp("built") / "site"
    folder.mkdir()
    build_site(publication, folder)
    return made_site(publication, folder)
