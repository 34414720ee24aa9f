"""The merge is what Git makes if nothing is configured, and the repository gains nothing."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from catalog_tool.loader.git.command import GitError
from catalog_tool.loader.git.merge import merged
from catalog_tool.loader.git.tree import GitTree
from tests.repository import LINK, PROGRAM, SUBMODULE, commit, git, repository

Contents = Mapping[str, str | bytes | tuple[str, str]]
BASE: Contents = {"partners/a.yaml": "1\n2\n3\n4\n5\n", "README.md": "read\n"}
MAIN, TOPIC = "0\n2\n3\n4\n5\n", "1\n2\n3\n4\n6\n"
BOTH = "0\n2\n3\n4\n6\n"
RIVAL = "x\n2\n3\n4\n5\n"
OTHER_COMMIT = "1" * 40


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "repository")


def branches(root: Path, main: Contents, topic: Contents, base: Contents = BASE) -> None:
    """Commit what both branches have, then what each has later."""
    shared = commit(root, base)
    commit(root, main, parent=shared)
    commit(root, topic, parent=shared, branch="topic")


def conflicts(root: Path) -> tuple[str, ...]:
    with merged(root, "main", "topic") as merge:
        return merge.conflicts


def text(root: Path, path: str = "partners/a.yaml") -> str:
    """Return a file after the merge."""
    with (
        merged(root, "main", "topic") as merge,
        GitTree(root, merge.tree, merge.environment) as tree,
    ):
        assert merge.conflicts == ()
        return tree.read(path, 1000).decode()


def everything(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("options", [[], ["--object-format=sha256"], ["--bare"]])
def test_changes_of_both_sides_are_merged_and_the_repository_gains_nothing(
    tmp_path: Path, options: list[str]
) -> None:
    root = repository(tmp_path / "a:\"strange\\ place'", *options)
    branches(root, {**BASE, "partners/a.yaml": MAIN}, {**BASE, "partners/a.yaml": TOPIC})
    before = everything(root)
    assert text(root) == BOTH
    assert everything(root) == before


def test_a_merge_ends_with_its_context(root: Path) -> None:
    branches(root, {**BASE, "partners/a.yaml": MAIN}, {**BASE, "partners/a.yaml": TOPIC})
    with merged(root, "main", "topic") as merge:
        assert GitTree(root, merge.tree, merge.environment).names("partners")
    with pytest.raises(GitError, match="can't find the revision"):
        GitTree(root, merge.tree, merge.environment)


@pytest.mark.parametrize(
    "attribute", ["merge=union", "merge=ours", "merge=mine", "-merge", "binary", "text eol=crlf"]
)
@pytest.mark.parametrize("options", [[], ["--bare"]])
def test_attributes_and_drivers_have_no_effect(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, attribute: str, options: list[str]
) -> None:
    """With some of them, Git would merge one file; with others, it would refuse to merge both."""
    line = f"* {attribute}\n"
    root = repository(tmp_path / "repository", *options)
    base: Contents = {**BASE, "partners/b.yaml": "1\n", ".gitattributes": line}
    branches(
        root,
        {**base, "partners/a.yaml": MAIN, "partners/b.yaml": "2\n"},
        {**base, "partners/a.yaml": TOPIC, "partners/b.yaml": "3\n"},
        base,
    )
    internal = Path(git(root, "rev-parse", "--absolute-git-dir")) / "info"
    for place in (root / ".gitattributes", internal / "attributes", tmp_path / "git/attributes"):
        place.parent.mkdir(exist_ok=True)
        place.write_text(line, encoding="utf-8")
    stolen = tmp_path / "stolen"
    git(root, "config", "merge.mine.driver", f"touch {stolen}; cp %B %A")
    git(root, "config", "merge.default", "mine")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("GIT_ATTR_SOURCE", "main")
    assert conflicts(root) == ("partners/b.yaml",)
    assert not stolen.exists()


@pytest.mark.parametrize("place", ["repository/.git/config", "git/config"])
def test_settings_have_no_effect(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """With this setting, Git would move main's new file to the folder that the topic renamed."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "git").mkdir()
    git(root, "config", "--file", str(tmp_path / place), "merge.directoryRenames", "true")
    branches(root, *CONFLICTS["a new file in a renamed folder"][:2])
    assert conflicts(root)


def test_a_change_follows_a_renamed_file(root: Path) -> None:
    branches(
        root, {**BASE, "partners/a.yaml": MAIN}, {"README.md": "read\n", "partners/new.yaml": TOPIC}
    )
    assert text(root, "partners/new.yaml") == BOTH


CONFLICTS: dict[str, tuple[Contents, Contents, tuple[str, ...]]] = {
    "the same line": (
        {**BASE, "partners/a.yaml": MAIN},
        {**BASE, "partners/a.yaml": RIVAL},
        ("partners/a.yaml",),
    ),
    "outside the partners": (
        {**BASE, "README.md": "main\n"},
        {**BASE, "README.md": "topic\n"},
        ("README.md",),
    ),
    "added on both sides": (
        {**BASE, "partners/b.yaml": "1\n"},
        {**BASE, "partners/b.yaml": "2\n"},
        ("partners/b.yaml",),
    ),
    "removed and changed": (
        {"README.md": "read\n"},
        {**BASE, "partners/a.yaml": TOPIC},
        ("partners/a.yaml",),
    ),
    "a file and a folder": (
        {**BASE, "partners/b": "1\n"},
        {**BASE, "partners/b/c.yaml": "1\n"},
        ("partners/b",),
    ),
    "a file and a link": (
        {**BASE, "partners/b.yaml": "1\n"},
        {**BASE, "partners/b.yaml": (LINK, "/etc/passwd")},
        ("partners/b.yaml",),
    ),
    "a file and a submodule": (
        {**BASE, "partners/b.yaml": "1\n"},
        {**BASE, "partners/b.yaml": (SUBMODULE, OTHER_COMMIT)},
        ("partners/b.yaml",),
    ),
    "bytes that are no text": ({**BASE, "b": b"\0main"}, {**BASE, "b": b"\0topic"}, ("b",)),
    "a name that is no text": (
        {**BASE, "partners/\n\udcff": "1\n"},
        {**BASE, "partners/\n\udcff": "2\n"},
        ("partners/\n\udcff",),
    ),
    "a new file in a renamed folder": (
        {**BASE, "partners/c": "c\n"},
        {"README.md": "read\n", "new/a.yaml": "1\n2\n3\n4\n5\n"},
        ("new/c", "partners/c"),
    ),
}


@pytest.mark.parametrize(("main", "topic", "paths"), CONFLICTS.values(), ids=CONFLICTS)
def test_a_conflict_has_paths(
    root: Path, main: Contents, topic: Contents, paths: tuple[str, ...]
) -> None:
    branches(root, main, topic)
    assert conflicts(root) == paths


def test_a_conflict_that_is_only_in_a_message(root: Path) -> None:
    """Half of a folder went one way, half the other; main adds a file to it."""
    base = {f"old/{n}": f"{n}\n" * 9 for n in range(4)}
    topic = {f"{'left' if n < 2 else 'right'}/{n}": f"{n}\n" * 9 for n in range(4)}
    branches(root, {**base, "old/new": "x\n"}, topic, base)
    assert conflicts(root)


def test_paths_are_relative_to_the_catalog(root: Path) -> None:
    (root / "sub").mkdir()
    branches(
        root,
        {"sub/partners/a.yaml": "2\n", "README.md": "2\n"},
        {"sub/partners/a.yaml": "3\n", "README.md": "3\n"},
        {"sub/partners/a.yaml": "1\n", "README.md": "1\n"},
    )
    assert conflicts(root / "sub") == ("../README.md", "partners/a.yaml")


def test_the_executable_bit_survives_a_merge(root: Path) -> None:
    branches(root, {**BASE, "partners/a.yaml": MAIN}, {**BASE, "partners/a.yaml": (PROGRAM, TOPIC)})
    with (
        merged(root, "main", "topic") as merge,
        GitTree(root, merge.tree, merge.environment) as tree,
    ):
        assert tree.mode("partners/a.yaml") == 0o100755


@pytest.mark.parametrize("base", ["main", "old"])
def test_a_commit_that_contains_the_base_is_the_merge(root: Path, base: str) -> None:
    """This is what a merge queue makes."""
    branches(root, {**BASE, "partners/a.yaml": MAIN}, {**BASE, "partners/a.yaml": TOPIC})
    git(root, "branch", "old", "main~1")
    queued = git(root, "commit-tree", "main^{tree}", "-p", "main", "-p", "topic", "-m", "x")
    with merged(root, base, queued) as merge:
        assert (merge.tree, merge.head) == (git(root, "rev-parse", "main^{tree}"), queued)
    with merged(root, queued, base) as merge:
        assert merge.tree == git(root, "rev-parse", "main^{tree}")


def test_branches_that_were_merged_crosswise_have_one_merge(root: Path) -> None:
    """Each side has merged the other before, so there are two common commits."""
    branches(root, {**BASE, "partners/a.yaml": MAIN}, {**BASE, "partners/a.yaml": TOPIC})
    ends = [git(root, "rev-parse", name) for name in ("main", "topic")]
    for branch, (own, other) in {"main": ends, "topic": ends[::-1]}.items():
        both = commit(root, {**BASE, "partners/a.yaml": BOTH}, parent=own, branch=branch)
        crossed = git(
            root, "commit-tree", f"{both}^{{tree}}", "-p", own, "-p", other, "-m", "crosswise"
        )
        git(root, "update-ref", f"refs/heads/{branch}", crossed)
    changed = {**BASE, "partners/a.yaml": BOTH.replace("3", "three")}
    commit(root, changed, parent="topic", branch="topic")
    assert len(git(root, "merge-base", "--all", "main", "topic").split()) == 2
    assert text(root) == BOTH.replace("3", "three")


def test_in_a_hook_git_names_the_repository(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook that judges a push has the new objects in a place of their own."""
    branches(root, {**BASE, "partners/a.yaml": MAIN}, {**BASE, "partners/a.yaml": TOPIC})
    (root / ".git/objects").rename(tmp_path / "borrowed")
    (root / ".git/objects").mkdir()
    monkeypatch.setenv("GIT_DIR", str(root / ".git"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(root / ".git/objects"))
    monkeypatch.setenv("GIT_ALTERNATE_OBJECT_DIRECTORIES", str(tmp_path / "borrowed"))
    before = everything(tmp_path)
    assert text(tmp_path) == BOTH
    assert everything(tmp_path) == before


def test_a_shallow_clone_that_has_the_common_commit(root: Path, tmp_path: Path) -> None:
    shared = commit(root, BASE, parent=commit(root, {}))
    commit(root, {**BASE, "partners/a.yaml": MAIN}, parent=shared)
    commit(root, {**BASE, "partners/a.yaml": TOPIC}, parent=shared, branch="topic")
    copy = tmp_path / "copy"
    options = ("--quiet", "--bare", "--depth=2", "--no-single-branch")
    git(tmp_path, "clone", *options, root.as_uri(), str(copy))
    assert text(copy) == BOTH


@pytest.fixture
def another_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A Git that runs a command of the shell instead of a merge."""

    def install(command: str) -> None:
        program = tmp_path / "bin" / "git"
        program.parent.mkdir()
        others = f'exec {shutil.which("git")} "$@"'
        script = f'#!/bin/sh\ncase "$*" in *--write-tree*) {command};; esac\n{others}\n'
        program.write_text(script, encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")

    return install


def test_git_without_this_way_to_merge(root: Path, another_git: Callable[[str], None]) -> None:
    branches(root, BASE, BASE)
    another_git("exit 129")
    with pytest.raises(GitError, match="can't merge without a checkout") as raised:
        conflicts(root)
    assert raised.value.hint == "Install Git 2.38 or newer."


def test_a_merge_that_takes_too_long_is_stopped(
    root: Path, another_git: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    branches(root, BASE, BASE)
    another_git("exec sleep 60")
    monkeypatch.setattr("catalog_tool.loader.git.merge._LONGEST_TIME", 0.1)
    with pytest.raises(GitError, match="took longer than"):
        conflicts(root)


def test_more_conflicts_than_can_be_listed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    branches(root, {**BASE, "README.md": "main\n"}, {**BASE, "README.md": "topic\n"})
    monkeypatch.setattr("catalog_tool.loader.git.merge._LONGEST_LISTING", 50)
    with pytest.raises(GitError, match="too many files"):
        conflicts(root)


def test_content_that_the_clone_does_not_have(root: Path) -> None:
    branches(root, {**BASE, "partners/a.yaml": MAIN}, {**BASE, "partners/a.yaml": TOPIC})
    blob = git(root, "rev-parse", "topic:partners/a.yaml")
    (root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(GitError, match="Objects may be missing"):
        conflicts(root)


def test_commits_without_a_common_history(root: Path) -> None:
    commit(root, BASE)
    commit(root, {"a": "1"}, branch="topic")
    with pytest.raises(GitError, match="have no commit in common"):
        conflicts(root)
