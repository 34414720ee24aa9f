"""Every class in the style sheets is on a page."""

import re
from pathlib import Path

import pytest

from catalog_tool.site.assets import ASSETS, SOURCES, asset_paths
from catalog_tool.site.pages.initials import TILES
from tests.documents import REPOSITORY

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CLASS = re.compile(r"\.((?:catalog|diagram)-[\w-]+)")
OF_SEVERITIES = {"catalog-tag--error", "catalog-tag--warning"}
"""Two templates build these classes from the severity of a rule."""
OF_TILES = {f"catalog-logo--{number}" for number in range(1, TILES + 1)}
every_sheet = pytest.mark.parametrize(
    "sheet", sorted(SOURCES.rglob("*.css")), ids=lambda path: path.stem
)
COLOR = re.compile(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(")


@pytest.fixture(scope="module")
def written() -> str:
    """All sources that set a class."""
    sources = [
        *SOURCES.rglob("*.js"),
        *SOURCES.rglob("*.html"),
        *(REPOSITORY / "catalog_tool").rglob("*.py"),
        *(REPOSITORY / "docs/prose").rglob("*.*"),
    ]
    return "\n".join(path.read_text(encoding="utf-8") for path in sources)


@every_sheet
def test_every_class_in_a_rule_is_used(sheet: Path, written: str) -> None:
    rules = COMMENT.sub("", sheet.read_text(encoding="utf-8"))
    for name in set(CLASS.findall(rules)) - OF_SEVERITIES - OF_TILES:
        assert re.search(rf"(?<![\w-]){name}(?![\w-])", written), name


@every_sheet
def test_a_color_has_a_name(sheet: Path) -> None:
    """A literal color would be the same in the dark scheme. Shadows are always dark."""
    rules = COMMENT.sub("", sheet.read_text(encoding="utf-8"))
    unnamed = [
        line.strip()
        for line in rules.splitlines()
        if COLOR.search(line) and not line.strip().startswith(("--catalog-", "box-shadow:"))
    ]
    assert unnamed == []


def test_each_part_of_the_style_sheet_of_every_page_is_published() -> None:
    sheets = SOURCES.glob("assets/styles/*.css")
    parts = {path.relative_to(SOURCES).as_posix() for path in sheets}
    assert parts == set(ASSETS["catalog.css"])
    assert "assets/catalog.css" in asset_paths(".css")


def test_every_color_and_size_is_used(written: str) -> None:
    sheets = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.css"))
    defined = set(re.findall(r"^\s*(--catalog-[\w-]+):", sheets, re.MULTILINE))
    used = set(re.findall(r"var\((--catalog-[\w-]+)", sheets + written))
    assert defined == used
