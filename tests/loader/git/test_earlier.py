"""A check asks Git which names the vocabulary had, and keeps their addresses."""

from pathlib import Path

import pytest

from catalog_tool.loader.scope import EVERYTHING, Scope, scope_of
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check
from tests.checking import ordered_entry
from tests.repository import git, repository

VOCABULARY = """\
categories:
  mainframe: {name: Mainframe, description: Security servers of mainframes.}
applications:
  IBM RACF: {category: mainframe, aliases: [RACF]}
  CA ACF2: {category: mainframe}
"""
RENAMED = VOCABULARY.replace("IBM RACF:", "IBM Z Security:")


@pytest.fixture(params=["", "catalogs/identity"])
def settings(tmp_path: Path, request: pytest.FixtureRequest) -> Settings:
    """A committed catalog, in the root of its repository or in a folder."""
    repository(tmp_path)
    root = tmp_path / request.param
    (root / "partners").mkdir(parents=True)
    (root / "partners/contoso.yaml").write_text(ordered_entry())
    (root / "partners/_vocabulary.yaml").write_text(VOCABULARY)
    commit(root)
    return Settings(root=root)


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "change")


def lost_names(settings: Settings, vocabulary: str, scope: Scope = EVERYTHING) -> list[str]:
    (settings.root / "partners/_vocabulary.yaml").write_text(vocabulary)
    found = check(settings, scope).diagnostics
    return [each.message.split("'")[1] for each in found if each.name == "missing-alias"]


@pytest.mark.parametrize(
    ("vocabulary", "lost"),
    [
        (VOCABULARY, []),
        (VOCABULARY + "  SAP ECC: {category: mainframe}\n", []),
        (RENAMED, ["IBM RACF"]),
        (RENAMED.replace("[RACF]", "[RACF, IBM RACF]"), []),
        (VOCABULARY.replace("  CA ACF2: {category: mainframe}\n", ""), []),
        ("applications: [", []),
    ],
    ids=["unchanged", "added", "renamed", "kept as an alias", "nobody listed it", "unreadable"],
)
def test_names_that_are_gone_since_the_last_commit(
    settings: Settings, vocabulary: str, lost: list[str]
) -> None:
    assert lost_names(settings, vocabulary) == lost


def test_names_that_a_branch_removed(settings: Settings) -> None:
    git(settings.root, "checkout", "--quiet", "-b", "topic")
    assert lost_names(settings, RENAMED) == ["IBM RACF"]
    commit(settings.root)
    assert lost_names(settings, RENAMED) == []
    assert lost_names(settings, RENAMED, scope_of(settings, since="main")) == ["IBM RACF"]


@pytest.mark.parametrize("without", ["commits", "repository", "git"])
def test_without_history_nothing_says_what_the_names_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without: str
) -> None:
    if without != "repository":
        repository(tmp_path)
    if without == "git":
        monkeypatch.setenv("PATH", "")
    (tmp_path / "partners").mkdir()
    (tmp_path / "partners/contoso.yaml").write_text(ordered_entry())
    assert lost_names(Settings(root=tmp_path), RENAMED) == []
