"""A small catalog on disk, and the real command line run in it."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from catalog_tool.cli import main
from tests.checking import entry_text

REPOSITORY = Path(__file__).parents[2]
CONFIGURATION = "site_name: Connectors\nplugins:\n  - catalog\n"
OUTPUT_VARIABLES = (
    "CATALOG_DEBUG",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "GITHUB_WORKSPACE",
    "NO_COLOR",
)


@dataclass(frozen=True)
class Catalog:
    """A catalog's folder. Commands run in its root unless a test changes the folder."""

    root: Path

    def write(self, name: str, text: str) -> Path:
        """Write one partner file."""
        path = self.root / "partners" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def read(self, name: str) -> str:
        """Return the text of one partner file."""
        return (self.root / "partners" / name).read_text(encoding="utf-8")

    def run(self, *arguments: str | Path, **environment: str) -> Result:
        """Run a command line. An exception that escapes fails the test."""
        return CliRunner().invoke(
            main, [os.fspath(each) for each in arguments], env=environment, catch_exceptions=False
        )


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remove the environment variables that change what commands print."""
    for name in OUTPUT_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """A catalog of two entries without errors; the working directory is its root."""
    root = tmp_path / "catalog"
    (root / "partners").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    small = Catalog(root)
    for name in ("contoso", "fabrikam"):
        small.write(f"{name}.yaml", entry_text(identifier=name))
    monkeypatch.chdir(root)
    return small


@pytest.fixture
def own_catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """A copy of this repository's own catalog; the working directory is its root."""
    root = tmp_path / "own"
    for folder in ("docs", "partners"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    monkeypatch.chdir(root)
    return Catalog(root)
