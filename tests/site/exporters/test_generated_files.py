"""Rules for all generated files: committed ones are current, equal catalogs give equal bytes."""

import hashlib
import os
import subprocess
import sys

import pytest

from catalog_tool.model.settings import OPTIONS_SCHEMA_FILE, SCHEMA_FILE, SHARED_SCHEMA_FILES
from catalog_tool.site.api.documents import DOCUMENTS
from catalog_tool.site.exports import repository_files, repository_text, site_files
from catalog_tool.site.pages.grouping import by_category
from tests.site.exporters.catalogs import REPOSITORY, own_publication, publication

CHECKSUM = """
import hashlib, os, random, sys
from pathlib import Path
from catalog_tool.loader.configuration import load_settings
from catalog_tool.site.exports import repository_files, site_files
from catalog_tool.pipeline import check

listed = os.listdir
def shuffled(path="."):
    names = listed(path)
    random.Random(sys.argv[2]).shuffle(names)
    return names
os.listdir = shuffled
publication = check(load_settings(Path(sys.argv[1])), rules={}).publication
for file in (*site_files(publication), *repository_files(publication)):
    print(file.path, hashlib.sha256(file.text.encode()).hexdigest())
"""


IN_REPOSITORY = [
    ".github/CODEOWNERS",
    ".github/ISSUE_TEMPLATE/partner.yml",
    "CATALOG.md",
    ".github/pull_request_template.md",
    SCHEMA_FILE,
    OPTIONS_SCHEMA_FILE,
    *SHARED_SCHEMA_FILES.values(),
]


@pytest.mark.parametrize("path", IN_REPOSITORY)
def test_the_committed_file_is_current(path: str) -> None:
    committed = (REPOSITORY / path).read_text(encoding="utf-8")
    assert committed == repository_text(own_publication(), path), "run `catalog publish`"


def test_each_file_appears_once_in_the_order_of_the_exporters() -> None:
    catalog = own_publication()
    aliases = catalog.catalog.aliases_by_slug
    assert [file.path for file in site_files(catalog)] == [
        *(f"applications/{slug}/index.html" for slug in aliases),
        "api/v1/index.json",
        *(f"api/v1/partners/{identifier}.json" for identifier in catalog.catalog.by_id),
        *(f"api/v1/{name}.json" for name in ("applications", "categories", "changes")),
        *(f"schemas/v1/{name}.schema.json" for name in DOCUMENTS),
        *(f"partners/{identifier}/badge.svg" for identifier in catalog.catalog.by_id),
        "catalog.csv",
        "catalog.json",
        "assets/compare-facts/0.js",
        "feed.xml",
        *(f"{listing.address}feed.xml" for listing in by_category(catalog.catalog).values()),
        "assets/finder-index.js",
        "assets/finder/words/0.js",
        "assets/finder/texts/0.js",
        "assets/form-entries/index.js",
        "assets/form-entries/0.js",
        "llms.txt",
        "robots.txt",
        "schema/partner.schema.json",
        "schema/options.schema.json",
        *(f"schema/{kind}.schema.json" for kind in SHARED_SCHEMA_FILES),
    ]
    assert [file.path for file in repository_files(catalog)] == IN_REPOSITORY
    assert repository_text(catalog, "README.md") is None


def test_an_empty_catalog_has_all_files() -> None:
    for file in (*site_files(publication([])), *repository_files(publication([]))):
        assert file.text.endswith("\n")


def test_files_are_plain_text_that_ends_in_one_line_end() -> None:
    for file in (*site_files(own_publication()), *repository_files(own_publication())):
        assert file.text.endswith("\n")
        assert not file.text.endswith("\n\n")
        assert "\r" not in file.text or file.path == "catalog.csv"


def test_same_catalog_same_bytes() -> None:
    """Hash seed, time zone, locale, and order of the folder change nothing."""
    runs = [
        ("0", "UTC", "C.UTF-8"),
        ("1", "Pacific/Kiritimati", "C.UTF-8"),
        ("4242", "America/St_Johns", "C"),
    ]
    results = set()
    for seed, zone, locale in runs:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        command = [sys.executable, "-c", CHECKSUM, str(REPOSITORY / "mkdocs.yml"), seed]
        done = subprocess.run(
            command, env=environment, cwd=REPOSITORY, check=True, capture_output=True
        )
        results.add(hashlib.sha256(done.stdout).hexdigest())
    assert len(results) == 1
