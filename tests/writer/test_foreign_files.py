"""What the catalog didn't make, or didn't make like that, is never destroyed, whenever it came."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.writer import create_tree, replace_directory, trees, write_tree
from catalog_tool.writer.manifest import MANIFEST
from catalog_tool.writer.places import Place
from catalog_tool.writer.refused import WriteRefusedError

PAGES = [GeneratedFile("index.md", "1\n"), GeneratedFile("kept/page.md", "2\n")]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder that the catalog has written."""
    write_tree(PAGES, tmp_path / "out")
    return tmp_path / "out"


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def render(out: Path) -> None:
    write_tree([GeneratedFile("index.md", "new\n")], out)


def build(out: Path) -> None:
    with replace_directory(out) as new:
        (new / "index.md").write_text("new\n")


def add(out: Path) -> str:
    (out / "CNAME").write_text("example.com\n")
    return "CNAME"


def add_in_a_folder(out: Path) -> str:
    (out / ".well-known").mkdir()
    (out / ".well-known/security.txt").write_text("Contact: x\n")
    return ".well-known/security.txt"


def edit(out: Path) -> str:
    (out / "kept/page.md").write_text("mine\n")
    return "kept/page.md (changed since)"


def link(out: Path) -> str:
    (out / "index.md").unlink()
    (out / "index.md").symlink_to("kept/page.md")
    return "index.md (changed since)"


def pipe(out: Path) -> str:
    os.mkfifo(out / "pipe")
    return "pipe"


def forge(out: Path) -> str:
    """List a file of somebody else in the manifest, with another checksum."""
    listed = json.loads((out / MANIFEST).read_text())
    (out / "thesis.md").write_text("mine\n")
    (out / MANIFEST).write_text(json.dumps(listed | {"thesis.md": "0" * 64}))
    return "thesis.md (changed since)"


def list_without_checksums(out: Path) -> str:
    (out / MANIFEST).write_text('["index.md", "kept/page.md"]')
    return "index.md, kept/page.md"


def manifest_elsewhere(out: Path) -> str:
    (out / MANIFEST).replace(out.parent / "manifest")
    (out / MANIFEST).symlink_to(out.parent / "manifest")
    return "index.md, kept/page.md, .catalog-files.json"


every_way = pytest.mark.parametrize("write", [render, build])


@every_way
@pytest.mark.parametrize(
    "change",
    [add, add_in_a_folder, edit, link, pipe, forge, list_without_checksums, manifest_elsewhere],
)
def test_what_the_catalog_did_not_make_stays_and_is_named(
    out: Path, write: Callable[[Path], None], change: Callable[[Path], str]
) -> None:
    named = change(out)
    before = texts(out)
    with pytest.raises(WriteRefusedError) as refused:
        write(out)
    assert (
        refused.value.message
        == f"{out.as_posix()} contains files that catalog didn't create: {named}."
    )
    assert texts(out) == before
    assert "new\n" not in before.values()


@pytest.mark.parametrize("change", [add, add_in_a_folder, edit, link, pipe])
def test_what_appears_during_a_build_stops_the_exchange(
    out: Path, change: Callable[[Path], str]
) -> None:
    named = ""

    def build_slowly() -> None:
        nonlocal named
        with replace_directory(out) as new:
            (new / "index.md").write_text("new\n")
            named = change(out)

    with pytest.raises(WriteRefusedError) as refused:
        build_slowly()
    assert named in refused.value.message
    assert "new\n" not in texts(out).values()
    assert [path.name for path in out.parent.iterdir()] == ["out"]


@pytest.mark.parametrize("exchanged", [True, False])
@pytest.mark.parametrize("change", [add, edit, link])
def test_what_appears_at_the_last_moment_takes_the_exchange_back(
    out: Path, change: Callable[[Path], str], monkeypatch: pytest.MonkeyPatch, *, exchanged: bool
) -> None:
    really = trees.swap_directory
    named: list[str] = []

    def swap(new: Place, old: Place) -> None:
        if not named:
            named.append(change(old.path))
        really(new, old)

    monkeypatch.setattr(trees, "swap_directory", swap)
    if not exchanged:
        monkeypatch.setattr(trees, "exchange", lambda *_: False)
    with pytest.raises(WriteRefusedError) as refused:
        build(out)
    assert named[0] in refused.value.message
    assert "new\n" not in texts(out).values()
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_a_forged_manifest_names_only_what_has_its_checksum(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/a.md").write_text("mine\n")
    forged = {"a.md": hashlib.sha256(b"other\n").hexdigest(), "b.md": "", "../c.md": 3}
    (tmp_path / "out" / MANIFEST).write_text(json.dumps(forged))
    with pytest.raises(WriteRefusedError, match=r"a\.md \(changed since\)"):
        render(tmp_path / "out")
    assert texts(tmp_path / "out") == {"a.md": "mine\n"}


@every_way
def test_a_file_that_somebody_removed_is_written_again(
    out: Path, write: Callable[[Path], None]
) -> None:
    (out / "index.md").unlink()
    write(out)
    assert texts(out) == {"index.md": "new\n"}


# A new tree

NEW = {"mkdocs.yml": "a\n", "docs/index.md": "b\n"}


def test_a_new_tree_appears_in_a_new_folder(tmp_path: Path) -> None:
    create_tree(NEW, tmp_path / "deep/catalog")
    assert texts(tmp_path / "deep/catalog") == NEW
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["catalog"]


def test_a_new_tree_joins_other_files(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "LICENSE").write_text("MIT\n")
    create_tree(NEW, tmp_path)
    assert texts(tmp_path) == NEW | {"LICENSE": "MIT\n"}


def test_half_a_tree_is_finished(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("b\n")
    create_tree(NEW, tmp_path)
    assert texts(tmp_path) == NEW


@pytest.mark.parametrize("text", ["mine\n", "b\n"])
def test_an_existing_file_is_not_written_over(tmp_path: Path, text: str) -> None:
    """Neither is a tree that is complete, because nothing would be new."""
    there = {"docs/index.md": text} if text == "mine\n" else NEW
    for path, content in there.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(content)
    with pytest.raises(WriteRefusedError, match="already exists"):
        create_tree(NEW, tmp_path)
    assert texts(tmp_path) == there
