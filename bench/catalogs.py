"""The catalogs that are measured: complete ones, with their published files, in Git."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from bench.synthetic import Size, write_catalog

_GIT = shutil.which("git") or "git"
_IDENTITY = ("-c", "user.name=Bench", "-c", "user.email=bench@contoso.com")
PLAIN_CONFIGURATION = """\
site_name: Plain pages
theme:
  name: material
  font: false
plugins:
nav:
  - Home: index.md
not_in_nav: /partners/
"""


def catalog(folder: Path, entries: int) -> Path:
    """Return a catalog with a fifth as many applications as entries, which is made only once.

    It has its Markdown catalog and its schemas, as each real one has. Without them, every build
    would have to generate the Markdown catalog to compare it with the site.
    """
    root = folder / f"catalog-{entries}"
    if not root.exists():
        root.mkdir()
        write_catalog(root, Size(entries, max(entries // 5, 20)))
        command = [sys.executable, "-m", "catalog_tool", "publish"]
        subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
        (root / ".gitignore").write_text("site/\nrendered/\n", encoding="utf-8")
        commit(root, "Add the catalog")
    return root


def commit(root: Path, message: str) -> None:
    """Commit everything in a folder to Git."""
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", message]):
        subprocess.run([_GIT, *_IDENTITY, *arguments], cwd=root, check=True)


def change_entry(root: Path) -> Path:
    """Add a sentence to the first entry of a catalog, and return its file."""
    path = min((root / "partners").glob("[a-z]*.yaml"))
    text = path.read_text(encoding="utf-8")
    sentence = "description: |\n  The gateway has a new console.\n"
    path.write_text(text.replace("description: |\n", sentence, 1), encoding="utf-8")
    return path


def plain_site(folder: Path, entries: int) -> Path:
    """Return a plain MkDocs Material site whose pages have as much text as partner pages."""
    root = folder / f"plain-{entries}"
    if root.exists():
        return root
    (root / "docs" / "partners").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(PLAIN_CONFIGURATION, encoding="utf-8")
    (root / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    for path in (catalog(folder, entries) / "partners").glob("[a-z]*.yaml"):
        text = path.read_text(encoding="utf-8").partition("description: |\n")[2]
        page = f"# {path.stem}\n\n{text.replace('applications:', '').replace('  ', '')}"
        (root / "docs" / "partners" / f"{path.stem}.md").write_text(page, encoding="utf-8")
    return root
