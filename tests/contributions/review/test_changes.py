"""A file counts as changed if a merge would change it, whatever the history of the branch."""

from pathlib import Path

import pytest

from catalog_tool.loader.git.command import GitError
from catalog_tool.loader.git.merge import merged
from catalog_tool.loader.pull_request.changed_files import changes_of
from catalog_tool.loader.pull_request.changes import ChangedFile, FileKind
from catalog_tool.model.settings import Settings
from tests.pull_requests import MAIN, TOPIC, Files, make_pull_request, proposed
from tests.repository import git

CONTOSO, FABRIKAM = "partners/contoso.yaml", "partners/fabrikam.yaml"


def changes(settings: Settings, base: str = MAIN, head: str = TOPIC) -> dict[str, ChangedFile]:
    with merged(settings.root, base, head) as merge:
        return {change.name: change for change in changes_of(settings, merge)}


def commit_of(folder: Path, files: Files, *parents: str) -> str:
    """Create a commit with exactly these files."""
    git(folder, "read-tree", "--empty")
    for path, content in files.items():
        assert isinstance(content, str)
        blob = git(folder, "hash-object", "-w", "--stdin", given=content.encode())
        git(folder, "update-index", "--add", "--cacheinfo", f"100644,{blob},{path}")
    tree = git(folder, "write-tree")
    named = [word for parent in parents for word in ("-p", parent)]
    return git(folder, "commit-tree", tree, *named, "-m", "x")


def test_new_changed_and_removed_files() -> None:
    base: Files = {CONTOSO: "1", FABRIKAM: "1", "README.md": "1"}
    with proposed({CONTOSO: None, FABRIKAM: "2", "partners/new.yaml": "1"}, base) as settings:
        found = changes(settings)
    assert [(name, each.is_new, each.is_gone) for name, each in found.items()] == [
        (CONTOSO, False, True),
        (FABRIKAM, False, False),
        ("partners/new.yaml", True, False),
    ]


def test_a_rename_is_a_removal_and_a_new_entry() -> None:
    with proposed({CONTOSO: None, FABRIKAM: "1" * 100}, {CONTOSO: "1" * 100}) as settings:
        found = changes(settings)
    assert (found[CONTOSO].is_gone, found[FABRIKAM].is_new) == (True, True)


def test_a_later_change_of_main_is_not_a_change() -> None:
    with proposed({CONTOSO: "2"}, {CONTOSO: "1"}, later={FABRIKAM: "1"}) as settings:
        assert set(changes(settings)) == {CONTOSO}


def test_a_change_that_main_already_has_is_not_a_change() -> None:
    with proposed({CONTOSO: "2"}, {CONTOSO: "1"}, later={CONTOSO: "2"}) as settings:
        assert changes(settings) == {}


@pytest.mark.parametrize("day_of_side", ["2026-01-01", "2026-03-01"])
def test_a_change_is_not_hidden_by_a_crisscross_merge(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day_of_side: str
) -> None:
    """Git prefers the later of two possible merge bases."""
    make_pull_request(tmp_path, {}, {})
    first = commit_of(tmp_path, {CONTOSO: "old"})
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day_of_side}T00:00:00Z")
    side = commit_of(tmp_path, {CONTOSO: "old", "side": "1"}, first)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-02-01T00:00:00Z")
    main = commit_of(tmp_path, {CONTOSO: "new"}, first)
    merged = commit_of(tmp_path, {CONTOSO: "new", "side": "1"}, main, side)
    back = commit_of(tmp_path, {CONTOSO: "old", "side": "1"}, main, side)
    assert set(changes(Settings(root=tmp_path), merged, back)) == {CONTOSO}


def test_an_incomplete_list_from_git_is_an_error(tmp_path: Path) -> None:
    make_pull_request(tmp_path, {}, {})
    base = commit_of(tmp_path, {"a": "1", CONTOSO: "1"})
    head = commit_of(tmp_path, {"a": "2", CONTOSO: "2"}, base)
    folder = git(tmp_path, "rev-parse", f"{head}:partners")
    (tmp_path / "objects" / folder[:2] / folder[2:]).unlink()
    with pytest.raises(GitError, match="Objects may be missing"):
        changes(Settings(root=tmp_path), base, head)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("partners/contoso.yaml", FileKind.ENTRY),
        ("partners/Contoso.YML", FileKind.ENTRY),
        ("partners/_vocabulary.yaml", FileKind.VOCABULARY),
        ("partners/_former.yaml", FileKind.FORMER),
        ("partners/_fields.yaml", FileKind.FIELDS),
        ("partners/_exceptions.yaml", FileKind.EXCEPTIONS),
        ("partners/contoso.yaml~", FileKind.LEFTOVER),
        ("CATALOG.md", FileKind.GENERATED),
        ("docs/schema/partner.schema.json", FileKind.GENERATED),
        ("catalog.md", FileKind.OTHER),
        ("Partners/contoso.yaml", FileKind.OTHER),
        ("partners.yaml", FileKind.OTHER),
        ("docs/partners/contoso.yaml", FileKind.OTHER),
        ("a\n\udcff", FileKind.OTHER),
    ],
)
def test_kind(path: str, kind: FileKind) -> None:
    with proposed({path: "x"}, {"README.md": "x"}) as settings:
        (found,) = changes(settings).values()
    assert (found.name, found.kind) == (path, kind)


def test_all_files_of_a_folder_are_one_change() -> None:
    with proposed({f"partners/sub/{n}.yaml": "x" for n in range(3)}, {"a": "x"}) as settings:
        assert [*changes(settings)] == ["partners/sub"]
