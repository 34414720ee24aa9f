"""Entries with a wrong name or in a wrong folder: each is found, and told where it belongs."""

import json
import os
from pathlib import Path

import pytest

from catalog_tool.loader.files.tree import DiskTree
from catalog_tool.loader.load import load_catalog
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check, fix, write_fixes
from tests.checking import entry_text

REPOSITORY = Path(__file__).parents[2]
ENTRY = entry_text(identifier="contoso")
JSON = {
    "name": "Contoso",
    "website": "https://www.contoso.com/identity",
    "contact": "https://www.contoso.com/contact",
    "description": "Contoso Gateway provisions accounts in mainframe applications.",
    "applications": ["IBM RACF"],
}
BACKSPACE = "press Backspace in front of the name to leave"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "partners").mkdir()
    return Settings(root=tmp_path)


def put(settings: Settings, path: str, text: str = ENTRY) -> None:
    place = settings.root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def test_the_schema_of_entries_is_no_entry(settings: Settings) -> None:
    """It has all the keys of one, and people save it where they are."""
    schema = REPOSITORY / "docs/schema/partner.schema.json"
    put(settings, "partner.schema.json", schema.read_text("utf-8"))
    assert not check(settings).diagnostics


@pytest.mark.parametrize(
    "path",
    [
        "contoso.yaml",
        "contoso.yml",
        "contoso.YAML",
        "contoso.json",
        "contoso.txt",
        "contoso.yaml.txt",
        "contoso",
        "Contoso.yaml",
        "contoso (1).yaml",
        "Partners/contoso.yaml",
        "partner/contoso.yml",
        "partners/contoso.yml",
        "partners/contoso.YAML",
        "partners/contoso.Yml",
        "partners/contoso.json",
        "partners/contoso.yaml.json",
        "partners/contoso.txt",
        "partners/contoso",
        "partners/CONTOSO",
        "partners/contoso.yaml.yaml",
        "partners/contoso.yaml ",
        "partners/contoso (1).yaml",
        "partners/contoso(2).yml",
        "partners/contoso - Copy.yaml",
        "partners/contoso - Copy (2).yaml",
        "partners/contoso copy.yaml",
        "partners/contoso copy 3",
        "partners/contoso - Kopie.yaml",
        "partners/Copy of contoso.yaml",
        "partners/Kopie von contoso.yml",
        "partners/c/contoso.yaml",
        "partners/c/contoso/contoso.yaml",
        "partners/partners/contoso.yml",
    ],
)
def test_an_entry_is_told_where_it_belongs_and_a_fix_moves_it(
    settings: Settings, path: str
) -> None:
    put(settings, path)
    (found,) = check(settings).diagnostics
    assert found.name == "invalid-file-name"
    is_below = path.startswith("partners/") and path.count("/") > 1
    assert found.path == ("/".join(path.split("/")[:2]) if is_below else path)
    assert "contoso.yaml'. On GitHub, open it, select the pencil, and " in found.hint
    assert found.hint.endswith(" partners/contoso.yaml")
    fixes = fix(settings)
    write_fixes(fixes.files, settings.root)
    assert [each.new_path for each in fixes.files] == ["partners/contoso.yaml"]
    assert not check(settings).diagnostics
    assert (settings.root / "partners/contoso.yaml").read_text() == ENTRY


@pytest.mark.parametrize("indent", [None, 2])
def test_json_is_yaml(settings: Settings, indent: int | None) -> None:
    put(settings, "contoso.json", json.dumps(JSON, indent=indent))
    (found,) = check(settings).diagnostics
    assert "Move the file to 'partners/contoso.yaml'." in found.hint
    fixes = fix(settings)
    assert [each.new_path for each in fixes.files] == ["partners/contoso.yaml"]


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("contoso.yaml", "change the name above the text to 'partners/contoso.yaml'."),
        ("partners/c/contoso.yaml", f"{BACKSPACE} 'c'."),
        ("partners/c/d/contoso.yml", f"{BACKSPACE} 'c/d', and change the name above the text."),
        ("partners/contoso.yml", "change the name above the text."),
    ],
)
def test_the_hint_is_for_somebody_on_a_web_page(settings: Settings, path: str, steps: str) -> None:
    put(settings, path)
    (found,) = check(settings).diagnostics
    assert f"On GitHub, open it, select the pencil, and {steps} With Git: git mv " in found.hint


@pytest.mark.parametrize(
    "path", ["contoso.yaml", "partners/contoso (1).yaml", "partners/c/contoso"]
)
def test_another_entry_is_not_replaced(settings: Settings, path: str) -> None:
    put(settings, path)
    put(settings, "partners/contoso.yaml", ENTRY.replace("mainframe", "other"))
    (found,) = check(settings).diagnostics
    assert found.hint == (
        "'partners/contoso.yaml' exists too. If this file is newer, copy its text there."
        " Then delete this file."
    )
    assert fix(settings).files == ()


def test_of_two_files_for_one_name_none_is_moved(settings: Settings) -> None:
    put(settings, "contoso.yaml")
    put(settings, "partners/contoso.yml")
    assert len(check(settings).diagnostics) == 2
    assert fix(settings).files == ()


def test_a_folder_of_entries_is_one_problem(settings: Settings) -> None:
    for name in ("contoso", "fabrikam", "litware"):
        put(settings, f"partners/a-z/{name}.yaml", entry_text(identifier=name))
    (found,) = check(settings).diagnostics
    assert found.message == "This is a folder, so nothing in it is published."
    assert found.hint.endswith("Then move the other 2 in the same way.")
    assert len(fix(settings).files) == 3


def test_an_empty_folder_is_nothing(settings: Settings) -> None:
    (settings.partners_folder / "empty").mkdir()
    assert check(settings).diagnostics == ()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("mkdocs.yml", "site_name: T\nplugins: [catalog]\n"),
        ("action.yml", "name: x\ndescription: y\nruns: {using: composite}\n"),
        ("LICENSE", "Permission is hereby granted\n"),
        ("package.json", '{"name": "x", "description": "y", "contributors": []}\n'),
        ("publiccode.yml", "name: x\nurl: https://a.example\nmaintenance:\n  contacts: []\n"),
        (".hidden.yaml", ENTRY),
        ("README.md", f"An entry:\n\n```yaml\n{ENTRY}```\n"),
        ("other/contoso.yaml", ENTRY),
    ],
)
def test_other_files_of_a_repository_are_left_alone(
    settings: Settings, path: str, text: str
) -> None:
    put(settings, path, text)
    assert check(settings).diagnostics == ()


def test_looking_for_entries_is_bounded(settings: Settings) -> None:
    """A root with thousands of large files takes no longer than one with a few."""
    for number in range(2_000):
        put(settings, f"{number:04}.yaml", "x" * 100)
    put(settings, "zzz.yaml")
    put(settings, "0000.yaml")
    read: list[str] = []

    class Counting(DiskTree):
        def read(self, path: str, most: int) -> bytes:
            read.append(path)
            return super().read(path, most)

    (found,) = load_catalog(settings, tree=Counting(settings.root)).problems
    assert found.path == "0000.yaml"
    assert len(set(read)) <= 60


def test_a_link_or_a_pipe_is_not_read(settings: Settings) -> None:
    os.mkfifo(settings.root / "pipe.yaml")
    put(settings, "docs/contoso.yaml")
    (settings.root / "contoso.yaml").symlink_to(settings.root / "docs/contoso.yaml")
    assert check(settings).diagnostics == ()
