"""``catalog diff`` in real repositories: what a branch changes for readers."""

import json
import os
from pathlib import Path

import pytest

from tests.checking import entry_text
from tests.cli.conftest import CONFIGURATION, Catalog
from tests.repository import LINK, commit, git, repository

ENTRY = entry_text("name: Contoso\n")
CHANGED = ENTRY.replace("https://www.contoso.com/contact", "sales@contoso.com")
LINE = "Contoso: contact link changed (https://www.contoso.com/contact → sales@contoso.com)"
PATH = "partners/contoso.yaml"


@pytest.fixture
def proposal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """A repository whose branch ``proposal`` changes a contact, while main gains a partner."""
    root = repository(tmp_path / "catalog")
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    shared = commit(root, {PATH: ENTRY})
    commit(root, {PATH: CHANGED}, parent=shared, branch="proposal")
    other = entry_text(identifier="fabrikam")
    commit(root, {PATH: ENTRY, "partners/fabrikam.yaml": other}, parent=shared)
    monkeypatch.chdir(root)
    return Catalog(root)


def test_what_main_gained_is_not_a_change_and_nothing_is_checked_out(proposal: Catalog) -> None:
    result = proposal.run("diff", "main", "proposal")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[2:-2] == [LINE]
    assert not (proposal.root / "partners").exists()


def test_without_head_the_files_on_disk_are_compared(proposal: Catalog) -> None:
    git(proposal.root, "checkout", "--quiet", "--force", "main")
    assert "Nothing changes for readers." in proposal.run("diff", "main").stdout
    proposal.write("contoso.yaml", CHANGED)
    proposal.write("new.yaml", entry_text(identifier="new"))
    shown = proposal.run("diff", "main").stdout
    assert LINE in shown
    assert "New (new): last, after Fabrikam" in shown
    assert "with the files on disk." in shown


def test_files_on_disk_are_compared_with_the_commit_where_the_branch_left(
    proposal: Catalog,
) -> None:
    git(proposal.root, "checkout", "--quiet", "--force", "proposal")
    shown = proposal.run("diff", "main").stdout
    assert LINE in shown
    assert "Fabrikam" not in shown


def test_a_merge_with_conflicts_is_not_compared(proposal: Catalog) -> None:
    shared = git(proposal.root, "merge-base", "main", "proposal")
    rival = ENTRY.replace("/contact", "/sales")
    commit(proposal.root, {PATH: rival}, parent=shared, branch="rival")
    result = proposal.run("diff", "proposal", "rival")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"'rival' can't be merged into 'proposal'. Conflicts: {PATH}\n" in result.stderr
    assert "Merge proposal into rival, resolve the conflicts, and compare again." in result.stderr


def test_changed_texts_of_the_owner_are_shown_word_by_word(proposal: Catalog) -> None:
    terms = "docs/prose/terms.md"
    old = commit(proposal.root, {PATH: ENTRY, terms: "We check each entry.\n"})
    new = commit(proposal.root, {PATH: ENTRY, terms: "We check no entry.\n"}, parent=old)
    expected = (
        f"{terms}: shown on terms/, text changed\n  text: We check [-each-] {{+no+}} entry.\n"
    )
    assert expected in proposal.run("diff", old, new).stdout
    git(proposal.root, "checkout", "--quiet", "--force", "main")
    (proposal.root / terms).write_text("We check no entry.\n", encoding="utf-8")
    git(proposal.root, "update-ref", "refs/heads/main", old)
    assert expected in proposal.run("diff", old).stdout


@pytest.mark.parametrize(("format_name", "start"), [("json", "{"), ("markdown", "**What readers")])
def test_other_formats(proposal: Catalog, format_name: str, start: str) -> None:
    result = proposal.run("diff", "main", "proposal", "--format", format_name)
    assert result.exit_code == 0
    assert result.stdout.startswith(start)
    assert "sales@" in result.stdout.replace("<!-- -->", "")


def test_json_names_the_commits_that_were_compared(proposal: Catalog) -> None:
    whole = json.loads(proposal.run("diff", "main", "proposal", "--format", "json").stdout)
    assert whole["base"] == git(proposal.root, "rev-parse", "main")
    assert whole["head"] == git(proposal.root, "rev-parse", "proposal")


def test_unreadable_files_are_named_and_do_not_fail_the_command(proposal: Catalog) -> None:
    main = git(proposal.root, "rev-parse", "main")
    files: dict[str, str | bytes | tuple[str, str]] = {
        PATH: (LINK, "/etc/passwd"),
        "partners/fabrikam.yaml": b"\xff\xfe",
        "partners/@admin\n#1.yaml": ENTRY,
        "partners/sub/contoso.yaml": ENTRY,
        "partners/--output=stolen.yaml": ENTRY,
    }
    commit(proposal.root, files, parent=main, branch="hostile")
    result = proposal.run("diff", "main", "hostile")
    assert result.exit_code == 0
    assert "Nothing changes for readers until the files below are fixed." in result.stdout
    for path in (PATH, "partners/fabrikam.yaml", "partners/@admin\\n#1.yaml", "partners/sub"):
        assert f"\n{path} can't be compared until it is fixed\n" in result.stdout
    assert "root:" not in result.stdout
    assert not list(proposal.root.parent.rglob("stolen*"))


def test_a_bare_repository_without_a_configuration(
    proposal: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(proposal.root), "bare.git")
    monkeypatch.chdir(tmp_path / "bare.git")
    assert LINE in proposal.run("diff", "main", "proposal").stdout


def test_a_catalog_in_a_folder_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path / "repository")
    base = commit(root, {f"sub/{PATH}": ENTRY, PATH: ENTRY})
    head = commit(root, {f"sub/{PATH}": CHANGED}, parent=base)
    (root / "sub").mkdir()
    (root / "sub" / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    monkeypatch.chdir(root / "sub")
    shown = Catalog(root / "sub").run("diff", base, head).stdout
    assert shown.splitlines()[2:-2] == [LINE]


def test_a_clone_with_a_short_history_says_so(
    proposal: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uri = proposal.root.as_uri()
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", uri, "short")
    monkeypatch.chdir(tmp_path / "short")
    result = proposal.run("diff", "origin/main", "origin/proposal")
    assert result.exit_code == 2
    assert "which doesn't have the full history" in result.stderr
    assert "git fetch --unshallow" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["main", "nonsense"], ["main", f"main:{PATH}"], ["--", "--output=stolen"]],
)
def test_an_unknown_revision_is_refused(proposal: Catalog, arguments: list[str]) -> None:
    result = proposal.run("diff", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: Git can't find the revision ")
    assert not list(proposal.root.parent.rglob("stolen*"))


def test_two_commits_without_partners_are_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path / "repository")
    commit(root, {"README.md": "read\n"})
    monkeypatch.chdir(root)
    result = Catalog(root).run("diff", "main", "main")
    assert result.exit_code == 2
    assert "Neither revision has a file in partners/." in result.stderr


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", os.fspath(tmp_path.parent))
    result = Catalog(tmp_path).run("diff", "main")
    assert result.exit_code == 2
    assert "isn't in a Git repository" in result.stderr


def test_in_a_repository_of_somebody_else(
    proposal: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    result = proposal.run("diff", "main")
    assert result.exit_code == 2
    assert "belongs to somebody else, so Git doesn't use it." in result.stderr
    assert "git config --global --add safe.directory /" in result.stderr


@pytest.mark.slow
def test_three_thousand_partners_are_compared_and_fit_into_a_comment(proposal: Catalog) -> None:
    paths = {f"partners/partner-{number}.yaml": f"partner-{number}" for number in range(3_000)}
    before = {path: entry_text(identifier=name) for path, name in paths.items()}
    after = {path: text.replace("IBM RACF", "SAP ECC") for path, text in before.items()}
    base = commit(proposal.root, before, branch="many")
    head = commit(proposal.root, after, parent=base, branch="more")
    shown = proposal.run("diff", base, head, "--format", "markdown").stdout
    assert "Partners: 3,000 changed; pages: 1 appears, 1 vanishes." in shown
    assert 30_000 < len(shown) <= 60_000
