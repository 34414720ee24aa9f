"""Writing: all or nothing, only changes, and never over files of anyone else."""

import ctypes
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.writer import (
    new_text,
    replace_directory,
    replace_text,
    replace_texts,
    trees,
    write_tree,
)
from catalog_tool.writer.exchange import exchange
from catalog_tool.writer.manifest import MANIFEST
from catalog_tool.writer.places import Place, open_place
from catalog_tool.writer.refused import WriteRefusedError
from catalog_tool.writer.trees import WriteResult, swap_directory


class PowerFailureError(Exception):
    """Ends a run in the middle."""


def tree(**texts: str) -> list[GeneratedFile]:
    return [GeneratedFile(name.replace("__", "/") + ".md", text) for name, text in texts.items()]


def content(folder: Path) -> dict[str, str]:
    """Return the files of a folder that are not the manifest, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


@pytest.fixture(params=["exchanged", "renamed"])
def swapping(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to swap folders: as this system can, and as one can that cannot exchange them."""
    if request.param == "renamed":
        monkeypatch.setattr(trees, "exchange", lambda *_: False)
    return str(request.param)


# One file


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    assert replace_texts(tmp_path, {"deep/page.md": "text\n"}) == ("deep/page.md",)
    written = tmp_path / "deep" / "page.md"
    assert written.read_text() == "text\n"
    assert written.stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "page.md"
    path.write_text("old\n")
    path.chmod(mode)
    assert replace_text(path, "new\n")
    assert path.read_text() == "new\n"
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_file_that_is_right_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("text\n")
    before = path.stat()
    assert not replace_text(path, "text\n")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_line_ends_are_written_as_they_are(tmp_path: Path) -> None:
    replace_text(tmp_path / "page.md", "one\r\ntwo\n")
    assert (tmp_path / "page.md").read_bytes() == b"one\r\ntwo\n"


def _link(path: Path) -> None:
    path.symlink_to(path.with_name("target"))


@pytest.mark.parametrize("make", [_link, Path.mkdir, os.mkfifo])
def test_only_a_plain_file_is_replaced(tmp_path: Path, make: Callable[[Path], None]) -> None:
    (tmp_path / "target").write_text("somebody's\n")
    make(tmp_path / "page.md")
    with pytest.raises(WriteRefusedError, match="not a plain file"):
        replace_text(tmp_path / "page.md", "new\n")
    assert (tmp_path / "target").read_text() == "somebody's\n"


def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "page.md").write_text("old\n")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        replace_text(tmp_path / "page.md", "new\n")
    assert content(tmp_path) == {"page.md": "old\n"}


NAMES = ("a.md", "b.md", "new.md")


def refuse_links(*_: object, **__: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def some_files(folder: Path) -> None:
    for name in NAMES[:2]:
        (folder / name).write_text("old\n")


def failing_at(failing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the power fail when this file takes its place."""
    really = Place.move

    def until_it_fails(new: Place, target: Place) -> None:
        if target.name == failing and ".catalog-old" not in new.name:
            raise PowerFailureError
        really(new, target)

    monkeypatch.setattr(Place, "move", until_it_fails)


@pytest.mark.parametrize("failing", NAMES)
@pytest.mark.parametrize("has_links", [True, False])
def test_files_change_all_or_none(
    tmp_path: Path, failing: str, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    """Whichever of three files can't take its place, the others are put back."""
    some_files(tmp_path)
    with monkeypatch.context() as patched:
        failing_at(failing, patched)
        if not has_links:
            patched.setattr(os, "link", refuse_links)
        with pytest.raises(PowerFailureError):
            replace_texts(tmp_path, dict.fromkeys(NAMES, "new\n"))
        assert content(tmp_path) == {"a.md": "old\n", "b.md": "old\n"}
    assert replace_texts(tmp_path, dict.fromkeys(NAMES, "new\n")) == NAMES
    assert content(tmp_path) == dict.fromkeys(NAMES, "new\n")


def test_files_are_renamed_and_changed_all_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    some_files(tmp_path)
    with monkeypatch.context() as patched:
        failing_at("d.md", patched)
        with pytest.raises(PowerFailureError):
            replace_texts(tmp_path, {"a.md": "new\n"}, renames={"a.md": "c.md", "b.md": "d.md"})
        assert content(tmp_path) == {"a.md": "old\n", "b.md": "old\n"}
    replace_texts(tmp_path, {"a.md": "new\n"}, renames={"a.md": "deep/c.md", "b.md": "d.md"})
    assert content(tmp_path) == {"d.md": "old\n", "deep/c.md": "new\n"}


def test_a_rename_replaces_no_other_file(tmp_path: Path) -> None:
    some_files(tmp_path)
    with pytest.raises(WriteRefusedError, match=r"b\.md already exists"):
        replace_texts(tmp_path, {"a.md": "new\n"}, renames={"a.md": "b.md"})
    assert content(tmp_path) == {"a.md": "old\n", "b.md": "old\n"}


@pytest.mark.parametrize(
    "path", ["inside/page.md", "inside/deep/page.md", "../page.md", "/deep/page.md"]
)
def test_nothing_is_written_outside_the_folder(tmp_path: Path, path: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "inside").symlink_to(tmp_path / "elsewhere")
    for write in (
        lambda: replace_texts(tmp_path / "root", {path: "text\n", "other.md": "text\n"}),
        lambda: new_text(tmp_path / "root", path, "text\n"),
    ):
        with pytest.raises(OSError, match=r"symbolic link|outside the catalog"):
            write()
    assert content(tmp_path) == {}


def test_more_files_than_may_be_open_change_all_or_none(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="Windows doesn't limit open files")
    names = [f"{number}.md" for number in range(300)]
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, limits[1]))
    try:
        assert len(replace_texts(tmp_path, dict.fromkeys(names, "new\n"))) == 300
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)


def test_a_new_file_replaces_no_other(tmp_path: Path) -> None:
    new_text(tmp_path, "new.md", "first\n")
    with pytest.raises(FileExistsError):
        new_text(tmp_path, "new.md", "second\n")
    assert content(tmp_path) == {"new.md": "first\n"}


# A tree of files


def test_a_tree_is_written_and_says_what_changed(tmp_path: Path) -> None:
    written = write_tree(tree(index="1\n", partners__aquera="2\n"), tmp_path / "out")
    assert written == WriteResult(("index.md", "partners/aquera.md"), ())
    assert content(tmp_path / "out") == {"index.md": "1\n", "partners/aquera.md": "2\n"}


def test_writing_a_tree_again_touches_nothing(tmp_path: Path) -> None:
    write_tree(tree(index="1\n", partners__aquera="2\n"), tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert write_tree(tree(index="1\n", partners__aquera="2\n"), tmp_path) == WriteResult((), ())
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_stale_files_vanish_with_the_folders_that_they_leave_empty(tmp_path: Path) -> None:
    write_tree(tree(index="1\n", partners__old__page="2\n", partners__kept="3\n"), tmp_path)
    written = write_tree(tree(index="new\n", partners__kept="3\n"), tmp_path)
    assert written == WriteResult(("index.md",), ("partners/old/page.md",))
    assert content(tmp_path) == {"index.md": "new\n", "partners/kept.md": "3\n"}
    assert not (tmp_path / "partners" / "old").exists()


@pytest.mark.parametrize(
    "manifest", [None, "", "{}", "3", '["other.md", {}]', '{"other.md": 0}', "\x00", "[" * 9_999]
)
def test_files_of_somebody_else_are_never_written_over(
    tmp_path: Path, manifest: str | None
) -> None:
    (tmp_path / "thesis.md").write_text("mine\n")
    if manifest is not None:
        (tmp_path / MANIFEST).write_text(manifest)
    with pytest.raises(WriteRefusedError, match=r"didn't create: .*thesis\.md"):
        write_tree(tree(index="1\n", thesis="2\n"), tmp_path)
    assert content(tmp_path) == {"thesis.md": "mine\n"}


def test_a_link_in_the_folder_is_somebody_elses(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "partners").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(WriteRefusedError, match="partners"):
        write_tree(tree(partners__aquera="1\n"), tmp_path / "out")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_manifest_cannot_make_anything_outside_vanish(tmp_path: Path) -> None:
    (tmp_path / "precious.md").write_text("mine\n")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / MANIFEST).write_text('{"../precious.md": "0"}')
    write_tree(tree(index="1\n"), tmp_path / "out")
    assert (tmp_path / "precious.md").read_text() == "mine\n"


@pytest.mark.parametrize("path", ["../out.md", "/out.md", "a/../../b.md", "", "a\\b.md", "a\0.md"])
def test_a_tree_stays_inside_its_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="can't be named"):
        write_tree([GeneratedFile(path, "x\n")], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_what_is_right_is_the_same_file_in_the_new_folder(tmp_path: Path) -> None:
    write_tree(tree(index="1\n", kept="2\n"), tmp_path / "out")
    before = (tmp_path / "out" / "kept.md").stat()
    write_tree(tree(index="new\n", kept="2\n"), tmp_path / "out")
    after = (tmp_path / "out" / "kept.md").stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_nlink) == (
        before.st_ino,
        before.st_mtime_ns,
        1,
    )


def test_a_changed_file_of_a_tree_keeps_its_permissions(tmp_path: Path) -> None:
    write_tree(tree(index="1\n"), tmp_path / "out")
    (tmp_path / "out" / "index.md").chmod(0o600)
    write_tree(tree(index="2\n"), tmp_path / "out")
    assert stat.S_IMODE((tmp_path / "out" / "index.md").stat().st_mode) == 0o600


def test_a_tree_can_be_written_where_files_have_one_name_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    write_tree(tree(index="1\n", kept="2\n"), tmp_path / "out")
    monkeypatch.setattr(os, "link", refuse)
    assert write_tree(tree(index="new\n", kept="2\n"), tmp_path / "out").changed == ("index.md",)
    assert content(tmp_path / "out") == {"index.md": "new\n", "kept.md": "2\n"}


@pytest.mark.parametrize("text", ["", "[]", '{"index.md": "0"}', '["index.md"]'])
def test_a_manifest_that_is_wrong_is_made_right(tmp_path: Path, text: str) -> None:
    write_tree([], tmp_path / "out")
    right = (tmp_path / "out" / MANIFEST).read_text()
    (tmp_path / "out" / MANIFEST).write_text(text or "{}")
    write_tree([], tmp_path / "out")
    assert (tmp_path / "out" / MANIFEST).read_text() == right


def test_a_file_where_a_folder_was_and_the_other_way_round(tmp_path: Path) -> None:
    write_tree([GeneratedFile("a", "1\n"), GeneratedFile("b/c", "2\n")], tmp_path / "out")
    write_tree([GeneratedFile("a/c", "1\n"), GeneratedFile("b", "2\n")], tmp_path / "out")
    assert content(tmp_path / "out") == {"a/c": "1\n", "b": "2\n"}


# A whole folder in the place of another


@pytest.mark.usefixtures("swapping")
@pytest.mark.parametrize("rounds", [1, 2, 3])
def test_a_complete_folder_takes_the_place_of_the_old_one(tmp_path: Path, rounds: int) -> None:
    for number in range(rounds):
        with replace_directory(tmp_path / "deep" / "site") as new:
            (new / f"page-{number}.html").write_text(f"{number}\n")
    assert content(tmp_path / "deep" / "site") == {f"page-{rounds - 1}.html": f"{rounds - 1}\n"}
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["site"]


@pytest.mark.usefixtures("swapping")
@pytest.mark.parametrize("failure", [PowerFailureError, KeyboardInterrupt, OSError])
def test_a_failure_leaves_the_old_folder_and_nothing_else(
    tmp_path: Path, failure: type[BaseException]
) -> None:
    with replace_directory(tmp_path / "site") as new:
        (new / "index.html").write_text("old\n")

    def fill_and_fail() -> None:
        with replace_directory(tmp_path / "site") as new:
            (new / "index.html").write_text("half\n")
            assert content(tmp_path / "site") == {"index.html": "old\n"}
            raise failure

    with pytest.raises(failure):
        fill_and_fail()
    assert content(tmp_path / "site") == {"index.html": "old\n"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_swap_that_fails_half_way_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trees, "exchange", lambda *_: False)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("old\n")
    with (
        open_place(tmp_path / "absent") as absent,
        open_place(tmp_path / "site") as site,
        pytest.raises(FileNotFoundError),
    ):
        swap_directory(absent, site)
    assert content(tmp_path) == {"site/index.html": "old\n"}


def test_a_folder_with_files_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    with replace_directory(tmp_path / "site") as new:
        (new / "index.html").write_text("1\n")
    (tmp_path / "site" / "CNAME").write_text("example.com\n")
    with pytest.raises(WriteRefusedError, match="CNAME"), replace_directory(tmp_path / "site"):
        pytest.fail("the folder must not be offered")
    assert content(tmp_path / "site") == {"index.html": "1\n", "CNAME": "example.com\n"}


def test_a_file_is_not_a_folder(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine\n")
    with pytest.raises(WriteRefusedError, match="is a file"), replace_directory(tmp_path / "site"):
        pytest.fail("the folder must not be offered")


def test_only_a_few_names_of_a_full_folder_are_listed(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.md").touch()
    with pytest.raises(WriteRefusedError, match=r"0\.md, 1\.md, 2\.md, and more\.$"):
        write_tree([], tmp_path)


def test_the_new_folder_has_the_permissions_of_any_new_folder(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with replace_directory(tmp_path / "site"):
        pass
    assert (tmp_path / "site").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_folders_are_exchanged_in_one_step(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "who").write_text(name)
    with open_place(tmp_path / "a") as first, open_place(tmp_path / "b") as second:
        done = exchange(first, second)
    assert (tmp_path / "a" / "who").read_text() == ("b" if done else "a")
    assert (tmp_path / "b" / "who").read_text() == ("a" if done else "b")


def test_folders_are_exchanged_by_the_call_of_macos(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class System:
        renameatx_np = ctypes.CDLL(None).renameat2  # the same arguments on Linux

    monkeypatch.setattr(ctypes, "CDLL", lambda _: System)
    test_folders_are_exchanged_in_one_step(tmp_path)


def test_what_cannot_be_exchanged_stays(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with open_place(tmp_path / "a") as first, open_place(tmp_path / "absent") as second:
        assert not exchange(first, second)
    assert (tmp_path / "a").is_dir()
