"""Former and renamed partners: what the commands print, write, and build."""

from collections.abc import Callable
from pathlib import Path

import pytest

from catalog_tool.model.former_partners import withdrawn_hash
from tests.checking import entry_text
from tests.cli.conftest import Catalog
from tests.repository import git

RECORD = "former:\n  aquera:\n    name: Aquera\n    removed: 2026-05-04\n"


def committed(root: Path) -> Path:
    """Turn the folder into a repository with one commit, ``before``."""
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=before")
    git(root, "tag", "before")
    return root


@pytest.fixture
def published(catalog: Catalog) -> Catalog:
    """A published catalog of Contoso and Fabrikam."""
    assert catalog.run("publish").exit_code == 0
    return catalog


# What a check says


def deleted(root: Path) -> None:
    (root / "partners" / "fabrikam.yaml").unlink()


def renamed(root: Path) -> None:
    (root / "partners" / "fabrikam.yaml").unlink()
    text = entry_text("name: Litware\nwebsite: https://www.fabrikam.com/identity\n", "litware")
    (root / "partners" / "litware.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("change", [deleted, renamed])
@pytest.mark.parametrize("arguments", [[], ["--since", "before"]], ids=["all", "since"])
def test_a_check_requires_a_record(
    published: Catalog, change: Callable[[Path], None], arguments: list[str]
) -> None:
    committed(published.root)
    change(published.root)
    result = published.run("check", *arguments)
    assert result.exit_code == 1
    assert result.stdout.startswith("partners/fabrikam.yaml:1:1: error CAT209 missing-record: ")


def test_nothing_is_published_or_built_without_the_record(published: Catalog) -> None:
    deleted(published.root)
    before = (published.root / "CATALOG.md").read_bytes()
    for command in ("publish", "render", "build"):
        assert published.run(command).exit_code == 1
    assert (published.root / "CATALOG.md").read_bytes() == before
    record = "former:\n  fabrikam: {name: Fabrikam, removed: 2026-05-04}\n"
    published.write("_former.yaml", record)
    assert published.run("check").exit_code == 0
    assert published.run("publish").exit_code == 0
    assert published.run("check").exit_code == 0


@pytest.mark.parametrize("is_renamed", [False, True], ids=["deleted", "renamed"])
def test_nothing_published_names_a_withdrawn_partner(catalog: Catalog, *, is_renamed: bool) -> None:
    with (catalog.root / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("theme: {name: material, font: false}\n")
    # No page of the site, such as that of a rule, has this name as an example.
    same = "website: https://www.litware.com/identity\n"
    catalog.write("quillmark.yaml", entry_text(f"name: Quillmark\n{same}", "quillmark"))
    assert catalog.run("publish").exit_code == 0
    committed(catalog.root)
    (catalog.root / "partners" / "quillmark.yaml").unlink()
    if is_renamed:
        catalog.write("litware.yaml", entry_text(f"name: Litware\n{same}", "litware"))
    catalog.write("_former.yaml", f"withdrawn:\n  - {withdrawn_hash('quillmark')}\n")
    assert catalog.run("check", "--since", "before").exit_code == 0
    git(catalog.root, "add", "--all")
    git(catalog.root, "commit", "--quiet", "--message=withdrawn")
    review = "review before HEAD --author contoso-anna"
    for command in ("publish", "check", "check --since before", review, "build --out site"):
        result = catalog.run(*command.split())
        assert result.exit_code == 0, result.stdout + result.stderr
    files = [each for each in (catalog.root / "site").rglob("*") if each.is_file()]
    assert files
    texts = [catalog.root / "CATALOG.md", *files]
    assert [each for each in texts if b"quillmark" in each.read_bytes().lower()] == []
    assert [each for each in files if "quillmark" in str(each)] == []


def test_git_knows_entries_that_no_catalog_has_listed_yet(catalog: Catalog) -> None:
    committed(catalog.root)
    deleted(catalog.root)
    assert catalog.run("check").exit_code == 0
    assert "fabrikam.yaml is gone" in catalog.run("check", "--since", "before").stdout
    git(catalog.root, "commit", "--quiet", "--all", "--message=deleted")
    assert "fabrikam.yaml is gone" in catalog.run("check", "--since", "before").stdout


def test_an_entry_added_to_main_later_is_not_missing(catalog: Catalog) -> None:
    committed(catalog.root)
    git(catalog.root, "checkout", "--quiet", "-b", "ours")
    git(catalog.root, "commit", "--quiet", "--allow-empty", "--message=ours")
    git(catalog.root, "checkout", "--quiet", "main")
    catalog.write("litware.yaml", entry_text(identifier="litware"))
    git(catalog.root, "add", "--all")
    git(catalog.root, "commit", "--quiet", "--message=theirs")
    git(catalog.root, "checkout", "--quiet", "ours")
    assert catalog.run("check", "--since", "main").exit_code == 0


# What --fix writes

MISNAMED = entry_text("name: Fabrikam Identity\n", "fabrikam")


@pytest.mark.parametrize("before", ["", f"# Ours.\n{RECORD}", f"# Ours.\n{RECORD}\n\n"])
def test_a_rename_leaves_a_record(published: Catalog, before: str) -> None:
    published.write("fabrikam.yaml", MISNAMED)
    if before:
        published.write("_former.yaml", before)
    shown = published.run("check", "--diff").stdout
    assert "+    moved_to: fabrikam-identity" in shown
    result = published.run("check", "--fix")
    assert result.exit_code == 0, result.stdout
    added = "  fabrikam:\n    name: Fabrikam\n    moved_to: fabrikam-identity\n"
    assert published.read("_former.yaml") == (before.rstrip() or "former:") + f"\n{added}"
    assert published.read("fabrikam-identity.yaml") == MISNAMED


def test_a_file_that_was_never_published_leaves_no_record(catalog: Catalog) -> None:
    catalog.write("fabrikam.yaml", MISNAMED)
    assert catalog.run("check", "--fix").exit_code == 0
    assert not (catalog.root / "partners" / "_former.yaml").exists()


@pytest.mark.parametrize("records", ["former: {}\n", "former: [\n", "{}\n"])
def test_records_that_cannot_be_extended_stay_unchanged(published: Catalog, records: str) -> None:
    published.write("fabrikam.yaml", MISNAMED)
    published.write("_former.yaml", records)
    published.run("check", "--fix")
    assert "moved_to" not in published.read("_former.yaml")


def test_records_are_not_written_through_a_link(published: Catalog, tmp_path: Path) -> None:
    published.write("fabrikam.yaml", MISNAMED)
    target = tmp_path / "elsewhere"
    (published.root / "partners" / "_former.yaml").symlink_to(target)
    assert published.run("check", "--fix").exit_code == 1
    assert not target.exists()
