"""The entries that changed, and when, in a real Git repository."""

from pathlib import Path

import pytest

from catalog_tool.loader.git.command import GitError
from catalog_tool.loader.git.history import change_days, changed_entries
from catalog_tool.model.settings import Settings
from tests.repository import git


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A catalog in a folder of a repository, with one commit."""
    root = tmp_path / "catalog"
    (root / "partners").mkdir(parents=True)
    for name in ("aquera", "contoso", "fabrikam"):
        (root / "partners" / f"{name}.yaml").write_text(f"name: {name}\n", encoding="utf-8")
    (root / "README.md").write_text("read\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("*.swp\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=first")
    return Settings(root=root)


def write(settings: Settings, name: str, text: str = "changed\n") -> Path:
    path = settings.partners_folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_changed(settings: Settings) -> None:
    assert changed_entries(settings, "HEAD") == frozenset()


def test_changed_committed_staged_and_new_entries_are_found(settings: Settings) -> None:
    write(settings, "aquera.yaml")
    git(settings.root, "commit", "--quiet", "--all", "--message=second")
    write(settings, "contoso.yaml")
    write(settings, "staged.yaml")
    git(settings.root, "add", "partners/staged.yaml")
    write(settings, "new.yaml")
    write(settings, "ignored.swp")
    (settings.root / "README.md").write_text("other\n", encoding="utf-8")
    (settings.root / "litware.yml").write_text("could be an entry\n", encoding="utf-8")
    assert changed_entries(settings, "HEAD~1") == {
        "litware.yml",
        "partners/aquera.yaml",
        "partners/contoso.yaml",
        "partners/new.yaml",
        "partners/staged.yaml",
    }
    assert "partners/aquera.yaml" not in changed_entries(settings, "main")


def test_deleted_entries_are_left_out_and_renamed_ones_have_their_new_name(
    settings: Settings,
) -> None:
    git(settings.root, "mv", "partners/aquera.yaml", "partners/aquera-inc.yaml")
    (settings.partners_folder / "contoso.yaml").unlink()
    assert changed_entries(settings, "HEAD") == {"partners/aquera-inc.yaml"}


def test_a_file_in_a_subfolder_counts_as_the_subfolder(settings: Settings) -> None:
    write(settings, "sub/deep/contoso.yaml")
    assert changed_entries(settings, "HEAD") == {"partners/sub"}


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("--output=x.yaml", "partners/--output=x.yaml"),
        ("two\nlines.yaml", "partners/two\\nlines.yaml"),
        ('"quoted" and spaced.yaml', 'partners/"quoted" and spaced.yaml'),
        ("日本.yaml", "partners/日本.yaml"),
        ("\x1b[31m.yaml", "partners/\\x1b[31m.yaml"),
        ("bytes-\udcff.yaml", "partners/bytes-\\udcff.yaml"),
        (":(exclude)x.yaml", "partners/:(exclude)x.yaml"),
    ],
)
@pytest.mark.parametrize("staged", [False, True])
def test_names_of_strangers_are_never_options(
    settings: Settings, name: str, path: str, *, staged: bool
) -> None:
    write(settings, name)
    if staged:
        git(settings.root, "add", "--all")
    assert changed_entries(settings, "HEAD") == {path}


def test_nothing_that_the_repository_names_is_run(settings: Settings, tmp_path: Path) -> None:
    stolen = tmp_path / "stolen"
    write(settings, ".gitattributes", "* diff=x filter=x\n")
    for key in ("core.fsmonitor", "diff.external", "diff.x.command", "diff.x.textconv"):
        git(tmp_path, "config", key, f"touch {stolen}; cat")
    write(settings, "aquera.yaml")
    assert "partners/aquera.yaml" in changed_entries(settings, "HEAD")
    assert change_days(settings)
    assert not stolen.exists()


@pytest.mark.parametrize(
    "revision",
    ["nonsense", "", "--help", "--output=stolen", "-p", "HEAD:README.md", "HEAD --", "main..HEAD"],
)
def test_an_invalid_revision_is_refused(settings: Settings, revision: str) -> None:
    with pytest.raises(GitError, match="can't find the revision"):
        changed_entries(settings, revision)
    assert not list(settings.root.parent.rglob("stolen*"))


def test_a_folder_that_git_does_not_know(tmp_path: Path) -> None:
    (tmp_path / "partners").mkdir()
    with pytest.raises(GitError):
        changed_entries(Settings(root=tmp_path), "HEAD")


def test_a_computer_without_git(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError, match="isn't installed"):
        changed_entries(settings, "HEAD")


def commit(settings: Settings, day: str, message: str = "change") -> None:
    dates = {"GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": "@0 +0000"}
    arguments = ("commit", "--quiet", "--all", f"--message={message}")
    git(settings.root, *arguments, environment=dates)


def test_an_entry_changed_on_the_day_of_its_last_commit_in_utc(settings: Settings) -> None:
    write(settings, "aquera.yaml", "one\n")
    write(settings, "contoso.yaml", "one\n")
    commit(settings, "2026-05-04T12:00:00+0000")
    write(settings, "aquera.yaml", "two\n")
    commit(settings, "2026-05-10T23:30:00-0500")
    days = change_days(settings)
    assert days["partners/aquera.yaml"] == "2026-05-11"
    assert days["partners/contoso.yaml"] == "2026-05-04"


def test_a_merged_entry_changed_on_the_day_of_the_merge(settings: Settings) -> None:
    git(settings.root, "checkout", "--quiet", "-b", "proposal")
    write(settings, "aquera.yaml", "proposed\n")
    commit(settings, "2020-01-01T00:00:00+0000")
    git(settings.root, "checkout", "--quiet", "main")
    git(settings.root, "merge", "--quiet", "--no-ff", "--no-commit", "proposal")
    commit(settings, "2026-05-04T00:00:00+0000")
    assert change_days(settings)["partners/aquera.yaml"] == "2026-05-04"


def test_what_is_not_committed_has_no_day(settings: Settings) -> None:
    write(settings, "aquera.yaml")
    write(settings, "new.yaml")
    assert change_days(settings).keys() == {"partners/contoso.yaml", "partners/fabrikam.yaml"}


def test_a_shallow_clone_has_no_days(settings: Settings, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", tmp_path.as_uri(), "copy")
    assert change_days(Settings(root=tmp_path / "copy" / "catalog")) == {}
    git(tmp_path, "clone", "--quiet", tmp_path.as_uri(), "whole")
    whole = Settings(root=tmp_path / "whole" / "catalog")
    assert change_days(whole) == change_days(settings) != {}


def test_without_git_or_history_there_are_no_days(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "--quiet", "empty")
    (tmp_path / "empty" / "partners").mkdir()
    assert change_days(Settings(root=tmp_path / "empty")) == {}
    monkeypatch.setenv("PATH", "")
    assert change_days(settings) == {}
