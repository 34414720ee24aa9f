"""A check of some files covers the logos of their entries, and the entries of their logos."""

from pathlib import Path

import pytest

from catalog_tool.loader.scope import scope_of
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check
from tests.checking import ordered_entry
from tests.loader.logos.test_svg import logo
from tests.repository import git, repository

ENTRY, SVG = "partners/contoso.yaml", "partners/logos/contoso.svg"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    repository(tmp_path)
    files = {
        ENTRY: ordered_entry("logo: contoso.svg\n"),
        SVG: logo("").decode(),
        "partners/fabrikam.yaml": ordered_entry("", "fabrikam"),
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=first")
    return Settings(root=tmp_path)


def codes(settings: Settings, **options: object) -> list[tuple[str, str]]:
    scope = scope_of(settings, **options)  # type: ignore[arg-type]  # what a case passes
    return [(each.code, each.path) for each in check(settings, scope).diagnostics]


def test_a_named_entry_is_checked_with_its_logo(settings: Settings) -> None:
    (settings.root / SVG).write_text("<svg", encoding="utf-8")
    assert codes(settings, named=[settings.root / ENTRY]) == [("CAT144", SVG)]
    assert codes(settings, named=[settings.root / "partners/fabrikam.yaml"]) == []


def test_a_changed_logo_is_checked(settings: Settings) -> None:
    assert codes(settings, since="HEAD") == []
    (settings.root / SVG).write_text("<svg", encoding="utf-8")
    assert codes(settings, since="HEAD") == [("CAT144", SVG)]


def test_the_entry_of_a_deleted_logo_is_checked(settings: Settings) -> None:
    (settings.root / SVG).unlink()
    assert codes(settings, since="HEAD") == [("CAT144", ENTRY)]


def test_a_logo_of_no_entry_is_checked(settings: Settings) -> None:
    (settings.root / "partners/logos/adatum.svg").write_bytes(logo(""))
    assert codes(settings, since="HEAD") == [("CAT144", "partners/logos/adatum.svg")]
