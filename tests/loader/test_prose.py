"""The owner's texts are read only from plain files."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog_tool.loader.prose import load_prose
from catalog_tool.model.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "docs/prose"
    folder.mkdir(parents=True)
    return folder


def linked(path: Path) -> None:
    secret = path.with_name("secret.txt")
    secret.write_text("correct horse battery staple", encoding="utf-8")
    path.symlink_to(secret)


def latin_1(path: Path) -> None:
    path.write_bytes("Café".encode("latin-1"))


def endless(path: Path) -> None:
    path.write_text("word " * 300_000, encoding="utf-8")


def test_without_a_folder_there_is_no_prose(tmp_path: Path) -> None:
    assert load_prose(Settings(root=tmp_path)).texts == {}


def test_texts_have_plain_line_ends(tmp_path: Path, folder: Path) -> None:
    (folder / "terms.md").write_bytes(b"# Terms\r\n\r\nNone.\r\n")
    assert load_prose(Settings(root=tmp_path)).texts == {"terms": "# Terms\n\nNone.\n"}


@pytest.mark.parametrize("name", ["terms.md", "diagrams/gateway.svg"])
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (linked, "This is a symbolic link, not a plain file"),
        (os.mkfifo, "This is a pipe, not a plain file"),
        (Path.mkdir, "This is a folder, not a plain file"),
        (latin_1, r"Line 1, byte 4 \(0xe9\) isn't valid UTF-8"),
        (endless, "The file is larger than 1024 KiB"),
    ],
)
def test_a_file_that_is_not_plain_text_is_refused_by_name(
    tmp_path: Path, folder: Path, name: str, make: Callable[[Path], object], reason: str
) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    make(path)
    with pytest.raises(OSError, match=reason) as refused:
        load_prose(Settings(root=tmp_path))
    assert refused.value.filename == str(path)
