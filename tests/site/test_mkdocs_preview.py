"""A preview shows the pages of saved entries first, and then the same site as a new build."""

import random
import tempfile
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from bench.synthetic import Size, write_catalog
from tests.test_equal_results import (
    break_one,
    change,
    change_settings,
    change_vocabulary,
    delete,
    entries,
)


def add(root: Path, chance: random.Random) -> None:
    path = chance.choice(entries(root))
    about = path.read_text("utf-8").replace(path.stem, "fabrikam").partition("website:")[2]
    (root / "partners" / "fabrikam.yaml").write_text(f"name: Fabrikam\nwebsite:{about}", "utf-8")


SOUND = (add, change, delete, change_settings)


class Running:
    """A preview without a browser: its server isn't asked for pages, and nobody waits for it.

    Attributes:
        root: the catalog.
        server: what answers, from a folder.
        first: the pages of entries before the last build of the whole site, by path.
    """

    def __init__(self, root: Path, site: Path) -> None:
        self.root, self.first = root, dict[str, bytes]()
        self.server = LiveReloadServer(self.build_all, "127.0.0.1", 0, str(site))
        self._site = site
        self.build_all()
        self._config.plugins.on_serve(self.server, config=self._config, builder=self.build_all)

    def build_all(self) -> None:
        self.first = pages(Path(self.server.root) / "partners")
        self._config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self._site))
        build(self._config, serve_url="http://127.0.0.1/")

    def save(self, *, is_saved_again: bool = False) -> None:
        """Do what the server does when a file was saved, and perhaps once more during the build."""
        self.server._want_rebuild = is_saved_again  # noqa: SLF001 - as the server sets it
        self.server.builder()


def pages(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def running(tmp_path: Path) -> Running:
    write_catalog(tmp_path / "catalog", Size(6, 20))
    return Running(tmp_path / "catalog", tmp_path / "site")


def new_site(root: Path) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        build(load_config(str(root / "mkdocs.yml"), site_dir=folder), serve_url="http://127.0.0.1/")
        return pages(Path(folder))


def test_after_random_changes_the_site_is_that_of_a_new_build(running: Running) -> None:
    chance = random.Random(3)  # noqa: S311 - the same changes each time
    for change_once in chance.sample(SOUND, len(SOUND)):
        change_once(running.root, chance)
        running.save()
        assert pages(Path(running.server.root)) == new_site(running.root), change_once


def test_the_pages_of_saved_entries_are_there_before_the_others(running: Running) -> None:
    chance = random.Random(5)  # noqa: S311 - as above
    for number in (1, 2):
        before = pages(Path(running.server.root) / "partners")
        for _ in range(number):
            change(running.root, chance)
        running.save()
        after = pages(Path(running.server.root) / "partners")
        saved = {path for path, page in running.first.items() if page != before[path]}
        assert 1 <= len(saved) <= number
        assert all(b"new functions" in running.first[path] for path in saved)
        assert all(running.first[path] == after[path] for path in saved)


def test_a_broken_entry_and_a_changed_vocabulary_change_no_page_early(running: Running) -> None:
    chance = random.Random(7)  # noqa: S311 - as above
    before = pages(Path(running.server.root) / "partners")
    change_vocabulary(running.root, chance)
    change(running.root, chance)
    running.save()
    assert running.first == before
    shown = pages(Path(running.server.root))
    break_one(running.root, chance)
    with pytest.raises(Abort):
        running.save()
    assert pages(Path(running.server.root)) == shown


def test_a_build_that_would_be_old_is_given_up(running: Running) -> None:
    shown = pages(Path(running.server.root))
    change(running.root, random.Random(9))  # noqa: S311 - as above
    running.save(is_saved_again=True)
    changed = {
        path for path, page in pages(Path(running.server.root)).items() if page != shown[path]
    }
    assert len(changed) == 1
    running.save()
    assert pages(Path(running.server.root)) == new_site(running.root)
