"""The scripts of the site: small parts in the repository, few published files."""

import re
import subprocess

import pytest

from catalog_tool.model.settings import Settings
from catalog_tool.site.assets import (
    ASSETS,
    SITE_FOLDER,
    SOURCES,
    THEME,
    asset_files,
    asset_paths,
    asset_text,
)
from tests.node import NODE

SCRIPTS = [name for name in ASSETS if name.endswith(".js")]


def test_every_published_script_is_loaded() -> None:
    published = {
        file.path: file.text
        for file in asset_files(Settings(root=SOURCES))
        if file.path.endswith(".js")
    }
    fetching = [*published.values(), (THEME / "main.html").read_text(encoding="utf-8")]
    for path in published.keys() - set(asset_paths(".js")):
        name = path.removeprefix(f"{SITE_FOLDER}/")
        assert any(name in text for text in fetching), name


def test_every_part_is_published() -> None:
    parts = {part for each in ASSETS.values() for part in each}
    found = {path for suffix in ("css", "js") for path in SOURCES.rglob(f"*.{suffix}")}
    assert {path.relative_to(SOURCES).as_posix() for path in found} <= parts


def test_each_file_is_published_once() -> None:
    paths = [file.path for file in asset_files(Settings(root=SOURCES))]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("name", SCRIPTS)
def test_parts_are_a_script_together(name: str) -> None:
    assert len(ASSETS[name]) == len(set(ASSETS[name]))
    script = asset_text(name).encode()
    subprocess.run([NODE, "--check", "-"], input=script, check=True, capture_output=True)


def test_visitors_download_no_comments_but_all_texts() -> None:
    engine = asset_text("finder/engine.js")
    assert "const MOST_WORDS=12;const" in engine  # in the repository, a comment is beside it
    assert not re.search(r"\n\s|^// |[;,{(\[]//", engine, re.MULTILINE)
    assert '"https://"' in asset_text("form/form.js")
