"""Which folder of templates the owner names."""

from pathlib import Path

import pytest

from catalog_tool.loader.configuration import compose
from catalog_tool.model.settings import Settings
from catalog_tool.site.templates_folder import templates_folder


@pytest.mark.parametrize(
    ("theme", "folder"),
    [
        ("{name: material, custom_dir: own}", "own"),
        ("{custom_dir: own/theme}", "own/theme"),
        ("{custom_dir: ''}", None),
        ("{custom_dir: [own]}", None),
        ("{name: material}", None),
        ("material", None),
        ("[custom_dir]", None),
    ],
)
def test_only_a_text_names_a_folder(tmp_path: Path, theme: str, folder: str | None) -> None:
    configuration = compose(f"site_name: Partners\ntheme: {theme}\n")
    found = templates_folder(Settings(root=tmp_path), configuration)
    assert found == (tmp_path / folder if folder else None)


def test_a_file_that_is_not_yaml_names_none(tmp_path: Path) -> None:
    assert templates_folder(Settings(root=tmp_path), compose("theme: {")) is None
