"""Catalogs of other organizations, made of nothing but options and YAML."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from catalog_tool.cli import main

HERE = Path(__file__).parent
OPTIONS = {
    "observability": ["--platform", "Contoso Observability", "--connects", "exporter, exporters"],
    "payments": [
        *("--platform", "Fabrikam Payments", "--connects", "payment method, payment methods"),
        *("--repository", "https://github.com/fabrikam/payment-partners", "--admin", "fay"),
    ],
    "university": ["--platform", "Universität Musterstadt", "--language", "de"],
}
"""Options of `catalog init`, by the folder with the catalog's entries."""


@dataclass(frozen=True)
class OwnCatalog:
    """A catalog in a folder of its own."""

    root: Path

    def run(self, *arguments: str) -> str:
        """Run a command, which must succeed without a warning, and return what it prints."""
        done = CliRunner().invoke(
            main, ["--config", str(self.root / "mkdocs.yml"), *arguments], catch_exceptions=False
        )
        assert (done.exit_code, done.stderr) == (0, ""), done.output
        return done.stdout


def new_catalog(root: Path, name: str) -> OwnCatalog:
    """Create a catalog, and replace its example with the entries of that name."""
    made = CliRunner().invoke(main, ["init", str(root), *OPTIONS[name]], catch_exceptions=False)
    assert made.exit_code == 0, made.output
    shutil.rmtree(root / "partners")
    shutil.copytree(HERE / name / "partners", root / "partners")
    return OwnCatalog(root)
