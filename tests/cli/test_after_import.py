"""From a list that an organization keeps to its published catalog, with the commands only."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import CONFIGURATION, REPOSITORY, Catalog
from tests.repository import repository

LIST = """\
# Integrations

## Mainframe

| Vendor | Website | Applications |
|---|---|---|
| Aquera | <https://www.aquera.com/> | AS400, Resource Access Control Facility (RACF) |
| IDMWORKS | <https://www.idmworks.com/identity-forge> | IBM i (AS/400), RACF |

## Payroll

| Vendor | Website | Applications |
|---|---|---|
| UNIFY Solutions | <https://unifysolutions.net/> | Workday, Aurion |
| Northwind HR | <https://www.northwind-hr.com/> | Workday, Aurionn |
| Northwind Pay | <https://www.northwind-hr.com/> | Workday |
"""


@pytest.fixture
def imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """A new catalog without a vocabulary, under Git, with the partners of the list."""
    catalog = Catalog(repository(tmp_path / "catalog"))
    (catalog.root / "partners").mkdir()
    (catalog.root / "docs").mkdir()
    monkeypatch.chdir(catalog.root)
    require(catalog, "")
    (tmp_path / "list.md").write_text(LIST, encoding="utf-8")
    result = catalog.run("import", tmp_path / "list.md", "--into", "partners")
    assert len([*(catalog.root / "partners").iterdir()]) == 5, result.output
    return catalog


def require(catalog: Catalog, line: str) -> None:
    """Write the configuration, with a line under the plugin."""
    theme = "theme: {name: material, font: false}\n"
    plugin = f"- catalog: {{{line}}}\n" if line else "- catalog\n"
    text = theme + CONFIGURATION.replace("- catalog\n", plugin)
    (catalog.root / "mkdocs.yml").write_text(text, encoding="utf-8")


def test_the_vocabulary_maps_other_names_after_an_import(imported: Catalog) -> None:
    vocabulary = (REPOSITORY / "partners/_vocabulary.yaml").read_text(encoding="utf-8")
    imported.write("_vocabulary.yaml", vocabulary)
    imported.run("check", "--fix")
    for name in ("aquera", "idmworks"):
        names = re.findall(r"- (IBM.*|AS.*|R.*)", imported.read(f"{name}.yaml"))
        assert names == ["IBM i (AS/400)", "IBM RACF"]


def test_a_list_becomes_a_published_catalog(imported: Catalog) -> None:
    refused = imported.run("publish")
    assert refused.exit_code == 1
    # One website belongs to two partners: the check shows the exception.
    exceptions = dict(re.findall(r"(- \{entry: (northwind-hr), .*YYYY-MM-DD\})", refused.stdout))
    (exception,) = exceptions
    imported.write("_exceptions.yaml", exception.replace("YYYY-MM-DD", "2099-01-01") + "\n")
    (line,) = re.findall(r"^  (required: .*)$", refused.stderr, re.MULTILINE)
    require(imported, line)
    # The vocabulary is filled from what the partners list.
    imported.write(
        "_vocabulary.yaml",
        "categories:\n  mainframe:\n    name: Mainframe\n    description: Big machines.\n",
    )
    patch = imported.run("vocabulary", "suggest", "--min-partners", "1").stdout
    apply = ["git", "apply", "-"]
    subprocess.run(apply, cwd=imported.root, input=patch, text=True, check=True)
    vocabulary = imported.read("_vocabulary.yaml")
    imported.write("_vocabulary.yaml", vocabulary.replace("category: todo", "category: mainframe"))
    fixed = imported.run("check", "--fix")
    assert fixed.exit_code == 0, fixed.output
    assert imported.run("publish").exit_code == 0
    assert imported.run("build").exit_code == 0
    page = (imported.root / "site/partners/northwind-hr/index.html").read_text(encoding="utf-8")
    assert "https://www.northwind-hr.com/" in page
    assert "What it does" not in page
