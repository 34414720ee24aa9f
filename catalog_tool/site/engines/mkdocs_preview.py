"""A preview that shows the pages of saved entries first, and the rest of the site after them.

A large site takes seconds to build, but a person who saves an entry looks at its page. So that page
is built alone in the site of the last build, which stays until the next one is complete.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.identifiers import identifier_in, is_left_by_a_program
from catalog_tool.model.settings import Settings

_MOST_FIRST = 8
"""If more files are saved at once, a program did it, and nobody looks at a certain page."""


class OutdatedError(Exception):
    """A file was saved during a build, so its site would be old."""


@dataclass(frozen=True)
class SavedFiles:
    """The partner files as they were at one time.

    Attributes:
        folder: the folder that they are in.
        stamps: when each was last changed, and its size, by its name.
    """

    folder: Path
    stamps: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, settings: Settings) -> SavedFiles:
        """Return the partner files of a catalog as they are now."""
        return cls(settings.root / settings.partners).now()

    def now(self) -> SavedFiles:
        """Return the files of the folder as they are now."""
        if not self.folder.is_dir():
            return SavedFiles(self.folder)
        with os.scandir(self.folder) as found:
            stats = {each.name: each.stat(follow_symlinks=False) for each in found}
        ours = {name: stat for name, stat in stats.items() if not is_left_by_a_program(name)}
        stamps = {name: (stat.st_mtime_ns, stat.st_size) for name, stat in ours.items()}
        return SavedFiles(self.folder, stamps)

    def changed(self) -> set[str]:
        """Return the names of the files that are different, new, or gone now."""
        return {name for name, _ in self.now().stamps.items() ^ self.stamps.items()}


@dataclass(frozen=True, slots=True)
class Built:
    """What MkDocs needs to build a page of a site once more.

    Attributes:
        saved: the partner files that the site was built from.
        pages: checks the entries with some ids, and returns the sources of their pages.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    saved: SavedFiles
    pages: Callable[[frozenset[str]], Iterable[GeneratedFile]]

    def build_changed(self) -> bool:
        """Build the pages of changed entries again; return whether the site has them now.

        It hasn't if anything else has changed, if there are too many, or if an entry is broken.
        """
        names = self.saved.changed()
        ids = frozenset(map(identifier_in, names))
        if not 0 < len(names) <= _MOST_FIRST or "" in ids:
            return False
        with suppress(PluginError):  # building the whole site reports it
            return all(self._build(source) for source in self.pages(ids))
        return False

    def _build(self, source: GeneratedFile) -> bool:
        file = self.files.get_file_from_path(source.path)
        if not (file and file.page):
            return False
        place = file.abs_src_path
        file.content_string = source.text
        file.abs_src_path = place  # MkDocs has just forgotten it
        _populate_page(file.page, self.config, self.files)
        documents = self.files.documentation_pages()
        _build_page(file.page, self.config, documents, self.nav, self.env)
        return True


class Preview:
    """A running preview.

    Attributes:
        folder: where the next build writes its site.
        built: the last complete build.
    """

    def __init__(self, server: LiveReloadServer, build: Callable[[], None], built: Built) -> None:
        """Let a server build its site in a new folder each time.

        Args:
            server: it calls its builder when a watched file has changed.
            build: builds the whole site.
            built: the first build.
        """
        self.folder = self._first = server.root  # MkDocs removes it with everything in it
        self.built = built
        self._server, self._build_all = server, build
        server.builder, server.error_handler = self.build, self._error_page

    def refuse_outdated(self) -> None:
        """Stop a build if a file was saved since it began.

        Raises:
            OutdatedError: a file was saved.
        """
        if self._server._want_rebuild:  # noqa: SLF001 - nothing else tells
            raise OutdatedError

    def build(self) -> None:
        """Build and show the pages of changed entries, then the whole site."""
        if self.built.build_changed():
            self._show()
        before = self._server.root
        self.folder = mkdtemp(dir=self._first)
        try:
            self._build_all()
            self._server.root = self.folder
            self._server._wanted_epoch = round(time.monotonic() * 1000)  # noqa: SLF001 - reload
        except OutdatedError:
            pass  # the server builds again at once
        finally:
            for unused in {before, self.folder} - {self._server.root, self._first}:
                shutil.rmtree(unused)

    def _show(self) -> None:
        """Let the server answer, and browsers reload, although it waits for the whole site."""
        server = self._server
        with server._epoch_cond:  # noqa: SLF001 - there is no other way
            server._visible_epoch = server._wanted_epoch  # noqa: SLF001 - as above
            server._epoch_cond.notify_all()  # noqa: SLF001 - as above

    def _error_page(self, code: int) -> bytes | None:
        page = Path(self._server.root, f"{code}.html")
        return page.read_bytes() if page.is_file() else None
