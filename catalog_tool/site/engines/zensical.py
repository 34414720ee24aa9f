"""Builds a site with Zensical, the successor of Material for MkDocs.

Zensical is a program, and gets a project of its own. In it, each page of the catalog has a
placeholder, which is replaced with the finished body afterwards. So nothing that partners wrote is
parsed as Markdown, and a large catalog takes less time.

Sources: Zensical 0.0.73.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from catalog_tool.model.publication import Publication
from catalog_tool.site.engines.frame import warn_of_settings
from catalog_tool.site.engines.zensical_configuration import CONFIGURATION, SITE
from catalog_tool.site.engines.zensical_project import PageBody, write_project
from catalog_tool.site.errors import INSTALL, BuildError, MissingExtraError
from catalog_tool.site.finder.pages import add_pages

MOST_SECONDS = 900
_MOST_LINES = 60
_PROGRESS = ("Build started", "No issues found")
_COLOR = re.compile(r"\x1b\[[\d;]*m")
_NOT_INSTALLED = f"The engine 'zensical' isn't installed. Run: {INSTALL}"
# The theme's buttons that open the source of a page. Pages of the catalog have no source in docs/,
# and partners' pages have their own link for editing.
_SOURCE_BUTTON = re.compile(r'<a [^>]*class="md-content__button[^>]*>.*?</a>', re.DOTALL)


def build_with_zensical(publication: Publication, folder: Path) -> None:
    """Build the site of a publication with Zensical.

    Args:
        publication: a catalog that has been checked and can be published.
        folder: an empty folder for the site.

    Raises:
        MissingExtraError: Zensical isn't installed.
        BuildError: Zensical rejected the configuration or stopped at a warning.
        OSError: a file can't be read or written.
    """
    if not find_spec("zensical"):
        raise MissingExtraError(_NOT_INSTALLED)
    warn_of_settings(publication.settings)
    project = folder / ".project"  # in the folder, so nobody finds it if the run is killed
    bodies = write_project(publication, project)
    _run(project, publication.settings.root)
    site = project / SITE
    for body in bodies:
        _insert(body, site / body.page)
    (site / "search.json").unlink(missing_ok=True)  # the index of the search, which is off
    for path in site.iterdir():
        path.rename(folder / path.name)
    shutil.rmtree(project)
    add_pages(publication, folder, {body.page for body in bodies})


def _run(project: Path, root: Path) -> None:
    """Run Zensical in the folder of the catalog, which Markdown extensions may read files of."""
    command = (sys.executable, "-P", "-m", "zensical", "build", "--strict", "--config-file")
    try:
        finished = subprocess.run(  # noqa: S603 - our own command
            (*command, project / CONFIGURATION),
            cwd=root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=MOST_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        message = f"Zensical didn't finish in {MOST_SECONDS // 60} minutes."
        raise BuildError(message) from error
    if finished.returncode:
        output = finished.stdout.decode(errors="replace").replace(f"{project}/", "")
        raise BuildError(_reasons(_COLOR.sub("", output)))


def _reasons(output: str) -> str:
    """Return what Zensical says before its traceback, or the last line of the traceback."""
    said, _, traceback = output.partition("Traceback (")
    lines = [line for line in said.strip("\n").splitlines() if line not in _PROGRESS]
    return "\n".join((lines or traceback.splitlines()[-1:])[:_MOST_LINES])


def _insert(body: PageBody, file: Path) -> None:
    """Put the body of a page in the place of its placeholder."""
    before, found, after = file.read_text(encoding="utf-8").partition(body.placeholder)
    if not found:
        raise BuildError(f"Zensical changed the page {body.page}. Please report this.")
    page = _SOURCE_BUTTON.sub("", before) + body.html + after
    file.write_text(page, encoding="utf-8", newline="")
