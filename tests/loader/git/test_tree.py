"""The catalog of a commit is the catalog that its checkout would have."""

import shutil
from pathlib import Path

import pytest

from catalog_tool.loader.git.command import GitError, merge_base
from catalog_tool.loader.git.revision import load_revision
from catalog_tool.loader.git.tree import LARGEST_AT_ONCE, MOST_FILES, GitTree
from catalog_tool.loader.load import load_catalog
from catalog_tool.model.settings import Settings
from tests.repository import LINK, PROGRAM, SUBMODULE, commit, git, repository

ENTRY = """\
name: {name}
website: https://www.{name}.com/
contact: https://www.{name}.com/contact
description: |
  {name} connects.
applications:
  - IBM RACF
"""
CONTOSO = ENTRY.format(name="contoso")
OTHER_COMMIT = "1" * 40


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "repository")


def reasons(settings: Settings, revision: str = "main") -> dict[str, list[str]]:
    """Return what is said of each file that is no good entry."""
    found: dict[str, list[str]] = {}
    for problem in load_revision(settings, revision).problems:
        found.setdefault(problem.path.removeprefix("partners/"), []).append(problem.message)
    return found


def test_a_commit_is_read_like_its_checkout(root: Path) -> None:
    files: dict[str, str | bytes | tuple[str, str]] = {
        "partners/_vocabulary.yaml": "categories: {}\n",
        "partners/contoso.yaml": CONTOSO,
        "partners/broken.yaml": "name: [\n",
        "partners/latin.yaml": "name: Zürich\n".encode("latin-1"),
        "partners/wide.yaml": CONTOSO.encode("utf-16"),
        "partners/binary.yaml": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "partners/empty.yaml": "",
        "partners/large.yaml": "#" * 70_000,
        "partners/link.yaml": (LINK, "/etc/passwd"),
        "partners/Wrong Name.yaml": CONTOSO,
        "partners/wrong-name.yaml": CONTOSO,
        "partners/folder/deep.yaml": CONTOSO,
        "partners/two\nlines.yaml": CONTOSO,
        "partners/bytes-\udcff.yaml": CONTOSO,
        "partners/--output=x.yaml": CONTOSO,
        "partners/.contoso.yaml.swp": "",
    }
    commit(root, files)
    settings = Settings(root=root)
    loaded = load_revision(settings, "main")
    assert not (root / "partners").exists()
    git(root, "checkout", "--quiet", "--force", "main")
    assert loaded == load_catalog(settings)
    assert [entry.id for entry in loaded.catalog.entries] == ["broken", "contoso", "wrong-name"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ((LINK, "../secret.yaml"), "This is a symbolic link, not a plain file."),
        ((LINK, "contoso.yaml"), "This is a symbolic link, not a plain file."),
        ((SUBMODULE, OTHER_COMMIT), "This is a Git submodule, not a plain file."),
        (b"x" * (LARGEST_AT_ONCE + 1), "The file is larger than 64 KiB."),
        (b"PK\x03\x04" + b"x" * (LARGEST_AT_ONCE + 1), None),
    ],
)
def test_only_small_plain_files_are_read(
    root: Path, content: bytes | tuple[str, str], reason: str | None
) -> None:
    commit(root, {"partners/contoso.yaml": CONTOSO, "partners/odd.yaml": content})
    said = reasons(Settings(root=root))["odd.yaml"]
    assert len(said) == 1
    assert reason is None or said == [reason]


def test_an_executable_file_is_a_file_with_its_mode(root: Path) -> None:
    commit(root, {"partners/contoso.yaml": (PROGRAM, CONTOSO)})
    assert reasons(Settings(root=root)) == {}
    with GitTree(root, "main") as tree:
        assert tree.mode("partners/contoso.yaml") == 0o100755
        assert tree.mode("partners/nothing.yaml") == 0


@pytest.mark.parametrize("content", [(LINK, "/etc/passwd"), (SUBMODULE, OTHER_COMMIT)])
def test_the_text_of_a_link_is_not_its_content(root: Path, content: tuple[str, str]) -> None:
    commit(root, {"partners/odd.yaml": content, "partners/sub/contoso.yaml": CONTOSO})
    with GitTree(root, "main") as tree:
        for path in ("partners/odd.yaml", "partners/sub", "partners/nothing.yaml"):
            with pytest.raises(FileNotFoundError):
                tree.read(path, 100)


def test_many_contents_come_through_one_process_in_any_order(root: Path) -> None:
    contents = {f"{number}.yaml": f"name: {number}\n" * number for number in range(50)}
    commit(root, {f"partners/{name}": content for name, content in contents.items()})
    with GitTree(root, "main") as tree:
        for name, content in reversed(contents.items()):
            assert tree.read(f"partners/{name}", 20) == content.encode()[:20]


@pytest.mark.parametrize("options", [[], ["--object-format=sha256"], ["--bare"]])
def test_every_kind_of_repository(tmp_path: Path, options: list[str]) -> None:
    root = repository(tmp_path, *options)
    commit(root, {"partners/contoso.yaml": CONTOSO})
    loaded = load_revision(Settings(root=root), "main")
    assert [entry.id for entry in loaded.catalog.entries] == ["contoso"]


def test_a_catalog_in_a_folder_of_the_repository(root: Path) -> None:
    commit(root, {"a/b c/partners/contoso.yaml": CONTOSO, "partners/other.yaml": CONTOSO})
    (root / "a" / "b c").mkdir(parents=True)
    loaded = load_revision(Settings(root=root / "a" / "b c"), "main")
    assert [*loaded.sources] == ["partners/contoso.yaml"]


def test_a_commit_before_the_first_partner_is_an_empty_catalog(root: Path) -> None:
    commit(root, {"README.md": "read\n"})
    loaded = load_revision(Settings(root=root), "main")
    assert (loaded.catalog.entries, loaded.problems, loaded.sources) == ((), (), {})


@pytest.mark.parametrize("content", ["a file", (LINK, "/etc"), (SUBMODULE, OTHER_COMMIT)])
def test_a_folder_that_is_not_one(root: Path, content: str | tuple[str, str]) -> None:
    commit(root, {"partners": content})
    with pytest.raises(GitError, match="isn't a folder"):
        load_revision(Settings(root=root), "main")


def test_a_folder_outside_of_the_repository(root: Path) -> None:
    commit(root, {"README.md": "read\n"})
    with GitTree(root, "main") as tree, pytest.raises(GitError, match="outside the repository"):
        tree.names("../partners")


def test_a_folder_of_too_many_files(root: Path) -> None:
    blob = git(root, "hash-object", "-w", "--stdin")
    lines = (f"100644 blob {blob}\t{number}.yaml\n" for number in range(MOST_FILES + 1))
    folder = git(root, "mktree", given="".join(lines).encode())
    tree = git(root, "mktree", given=f"040000 tree {folder}\tpartners\n".encode())
    made = git(root, "commit-tree", "-m", "many", tree)
    with pytest.raises(GitError, match="more than 50,000 files"):
        load_revision(Settings(root=root), made)


def test_a_content_that_the_clone_does_not_have(root: Path) -> None:
    commit(root, {"partners/contoso.yaml": CONTOSO})
    blob = git(root, "rev-parse", "main:partners/contoso.yaml")
    (root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    said = reasons(Settings(root=root))
    assert said == {"contoso.yaml": ["The file can't be read: its content isn't in this clone."]}


def test_nothing_in_the_repository_is_run(root: Path) -> None:
    stolen = root / "stolen"
    commit(root, {".gitattributes": "* filter=x diff=x ident\n", "partners/contoso.yaml": CONTOSO})
    for key in ("filter.x.smudge", "filter.x.clean", "diff.x.textconv", "diff.external"):
        git(root, "config", key, f"touch {stolen}; cat")
    git(root, "config", "core.fsmonitor", f"touch {stolen}")
    loaded = load_revision(Settings(root=root), "main")
    assert loaded.sources["partners/contoso.yaml"].text == CONTOSO
    assert not stolen.exists()


@pytest.mark.parametrize(
    "revision",
    ["nonsense", "", "--help", "--output=stolen", "main:README.md", "main..main", "a\nb", "a\0b"],
)
def test_an_invalid_revision_is_refused(root: Path, revision: str) -> None:
    commit(root, {"README.md": "read\n"})
    with pytest.raises(GitError, match="can't find the revision"):
        GitTree(root, revision)


def test_the_commit_that_two_branches_share(root: Path) -> None:
    shared = commit(root, {"a": ""})
    commit(root, {"a": "", "b": ""}, parent=shared)
    commit(root, {"a": "", "c": ""}, parent=shared, branch="proposal")
    commit(root, {"d": ""}, branch="alone")
    assert merge_base(root, "main", "proposal") == shared
    with pytest.raises(GitError, match=r"have no commit in common\.$"):
        merge_base(root, "main", "alone")


def test_a_shallow_clone_is_named_as_the_reason(root: Path, tmp_path: Path) -> None:
    shared = commit(root, {"a": ""})
    commit(root, {"a": "", "b": ""}, parent=shared)
    commit(root, {"a": "", "c": ""}, parent=shared, branch="proposal")
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", root.as_uri(), str(copy))
    with pytest.raises(GitError, match="doesn't have the full history"):
        merge_base(copy, "origin/main", "origin/proposal")


def test_a_computer_without_git(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(root, {"a": ""})
    assert shutil.which("git")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitError, match="isn't installed"):
        GitTree(root, "main")
