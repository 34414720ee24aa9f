"""Searches that the finder replaced are pointed out, and don't keep a catalog from being read."""

from pathlib import Path

import pytest

from catalog_tool.linter.former_search import former_search_note
from catalog_tool.loader.configuration import load_settings


def note(folder: Path, text: str) -> str:
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return former_search_note(load_settings(folder))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("plugins:\n  - search\n  - catalog\n", "mkdocs.yml:2: 'search' has no effect"),
        ("plugins:\n- catalog:\n    full_text_limit: 5\n", "mkdocs.yml:3: 'full_text_limit' has"),
        (
            "plugins: [catalog]\ntheme:\n  features: [a, search.suggest]\n",
            "mkdocs.yml:3: 'search.suggest' has no effect",
        ),
    ],
)
def test_it_is_pointed_out(tmp_path: Path, text: str, place: str) -> None:
    assert note(tmp_path, text).startswith(place)
    assert "catalog upgrade" in note(tmp_path, text)


@pytest.mark.parametrize(
    "text", ["plugins: [catalog]\n", "plugins: [{search: {enabled: false}}, catalog]\n"]
)
def test_nothing_is_said_without_one(tmp_path: Path, text: str) -> None:
    assert note(tmp_path, text) == ""
