"""The files that these tests write, and what a reader sees of them."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.writer import create_tree, new_text, replace_directory, replace_texts, write_tree

View = Mapping[str, bytes]
"""Every file that a reader finds, by its path."""

OLD = {"index.html": "old\n", "kept/page.html": "kept\n", "gone/deep/page.html": "old\n"}
NEW = {"index.html": "new\n", "kept/page.html": "kept\n", "new/page.html": "new\n" * 9_000}


@dataclass(frozen=True)
class Scene:
    """A way of writing.

    Attributes:
        prepare: makes the old state in an empty folder.
        write: writes the new state over it.
    """

    prepare: Callable[[Path], None]
    write: Callable[[Path], None]


def view(folder: Path) -> View:
    """Return what a reader sees in a folder; what stands beside the targets is not for readers."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not is_left(path.relative_to(folder))
    }


def left_behind(folder: Path) -> list[str]:
    """Return the names beside the targets that nobody needs any more."""
    return [path.name for path in sorted(folder.rglob("*")) if is_left(path.relative_to(folder))]


def is_left(path: Path) -> bool:
    return any(".catalog-" in part and part.endswith("~") for part in path.parts)


def empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _generated(texts: Mapping[str, str]) -> list[GeneratedFile]:
    return [GeneratedFile(path, text) for path, text in texts.items()]


def _render(texts: Mapping[str, str]) -> Callable[[Path], None]:
    return lambda folder: void(write_tree(_generated(texts), folder / "out"))


def _build(texts: Mapping[str, str]) -> Callable[[Path], None]:
    def build(folder: Path) -> None:
        with replace_directory(folder / "out") as new:
            for path, text in texts.items():
                (new / path).parent.mkdir(parents=True, exist_ok=True)
                (new / path).write_text(text, encoding="utf-8")

    return build


def _publish(**texts: str) -> Callable[[Path], None]:
    return lambda folder: void(replace_texts(folder, texts))


def void(_: object) -> None:
    """Take a result that a scene has no use for."""


SCENES = {
    "a site": Scene(_build(OLD), _build(NEW)),
    "a first site": Scene(lambda _: None, _build(NEW)),
    "a tree": Scene(_render(OLD), _render(NEW)),
    "a first tree": Scene(lambda _: None, _render(NEW)),
    "two files": Scene(_publish(one="old", two="old"), _publish(one="new" * 9_000, two="new")),
    "a new tree": Scene(lambda _: None, lambda folder: create_tree(NEW, folder / "out")),
    "a tree in a repository": Scene(
        lambda folder: void((folder / "LICENSE").write_text("MIT")),
        lambda folder: create_tree(NEW, folder),
    ),
    "a new file": Scene(lambda _: None, lambda folder: new_text(folder, "one", "new" * 9_000)),
}
