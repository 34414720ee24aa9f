"""Links in a catalog lead nowhere: nothing outside is read, published, or written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checking import entry_text
from tests.cli.conftest import CONFIGURATION, Catalog, _plain_environment, catalog, own_catalog

__all__ = ["_plain_environment", "catalog", "own_catalog"]

PRIVATE = "correct horse battery staple"
TRAP = entry_text("description: Has two  spaces,, and a `fix` .\n", "contoso").replace("\n", "\r\n")
COMMANDS = [
    ["check"],
    ["check", "partners/contoso.yaml"],
    ["check", "--fix", "--unsafe-fixes"],
    ["check", "--diff"],
    ["render", "--out", "out"],
    ["build", "--out", "out"],
    ["publish"],
    ["publish", "out.md"],
    ["find", "racf"],
    ["schema"],
    ["new", "Fabrikam Two"],
    ["import", "list.md", "--into", "partners"],
    ["links"],
    ["freshness"],
]


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder of somebody else, with everything that a catalog has."""
    folder = tmp_path / "outside"
    for name, text in {
        "partners/contoso.yaml": TRAP,
        "partners/_vocabulary.yaml": f"applications:\n  {PRIVATE}: {{}}\n",
        "prose/terms.md": f"{PRIVATE}\n",
        "schema/partner.schema.json": f'"{PRIVATE}"\n',
        "CATALOG.md": f"{PRIVATE}\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def refusals(catalog: Catalog, outside: Path) -> Iterator[str]:
    """Run every command; yield what it says if it can't run."""
    (catalog.root / "list.md").write_text(
        "| Partner | Website |\n|-|-|\n| A | https://a.example |\n"
    )
    before = files(outside)
    names = sorted(path.relative_to(outside) for path in outside.rglob("*"))
    for command in COMMANDS:
        result = catalog.run(*command)
        assert PRIVATE not in result.output, command
        assert "Has two" not in result.output, command
        assert files(outside) == before, command
        assert sorted(path.relative_to(outside) for path in outside.rglob("*")) == names, command
        if result.exit_code == 2:
            yield result.stderr
    published = [
        path for path in catalog.root.rglob("*") if path.is_file() and not path.is_symlink()
    ]
    assert not [path for path in published if PRIVATE in path.read_text(errors="replace")]


def replace_by_link(path: Path, target: Path) -> None:
    if path.is_dir():
        path.rename(path.with_name("was"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def test_a_folder_of_partners_elsewhere(catalog: Catalog, outside: Path) -> None:
    replace_by_link(catalog.root / "partners", outside / "partners")
    said = list(refusals(catalog, outside))
    assert len(said) == len(COMMANDS)
    assert {"This is a symbolic link" in each for each in said} == {True}


@pytest.mark.parametrize("partners", ["inside/partners", "a/inside/partners"])
def test_a_folder_on_the_way_to_the_partners(
    catalog: Catalog, outside: Path, partners: str
) -> None:
    text = f"plugins:\n  - catalog:\n      partners: {partners}\n"
    (catalog.root / "mkdocs.yml").write_text(text)
    replace_by_link((catalog.root / partners).parent, outside)
    said = list(refusals(catalog, outside))
    assert len(said) == len(COMMANDS)


@pytest.mark.parametrize(
    ("name", "target"), [("docs", ""), ("docs/prose", "prose"), ("docs/schema", "schema")]
)
def test_a_folder_of_texts_or_schemas_elsewhere(
    catalog: Catalog, outside: Path, name: str, target: str
) -> None:
    replace_by_link(catalog.root / name, outside / target)
    assert list(refusals(catalog, outside))


def test_generated_files_elsewhere(catalog: Catalog, outside: Path) -> None:
    replace_by_link(catalog.root / "CATALOG.md", outside / "CATALOG.md")
    replace_by_link(
        catalog.root / "docs/schema/partner.schema.json", outside / "schema/partner.schema.json"
    )
    list(refusals(catalog, outside))
    assert (catalog.root / "CATALOG.md").is_symlink()


@pytest.mark.parametrize(("command", "name"), [("build", "site"), ("render", "rendered")])
def test_the_default_folder_for_output_elsewhere(
    catalog: Catalog, outside: Path, command: str, name: str
) -> None:
    (catalog.root / "docs").mkdir()
    replace_by_link(catalog.root / name, outside / "new")
    result = catalog.run(command)
    assert (result.exit_code, "is a symbolic link." in result.stderr) == (2, True)
    assert not (outside / "new").exists()


def prepare_site(catalog: Catalog) -> None:
    (catalog.root / "docs").mkdir()
    (catalog.root / "mkdocs.yml").write_text(f"{CONFIGURATION}theme: material\n")


@pytest.mark.parametrize("name", ["page.md", "deep/page.md", "deep"])
def test_a_page_of_the_site_elsewhere(catalog: Catalog, outside: Path, name: str) -> None:
    """MkDocs follows links in its folder of pages, so the plugin looks where they lead."""
    prepare_site(catalog)
    replace_by_link(catalog.root / "docs" / name, outside / ("CATALOG.md" if "." in name else ""))
    result = catalog.run("build")
    assert (result.exit_code, "leads outside the catalog" in result.stderr) == (2, True)
    assert not (catalog.root / "site").exists()


def test_a_link_inside_the_catalog_is_published(own_catalog: Catalog) -> None:
    (own_catalog.root / "CNAME").write_text("www.contoso.com\n")
    replace_by_link(own_catalog.root / "docs/CNAME", own_catalog.root / "CNAME")
    assert own_catalog.run("build").exit_code == 0
    assert (own_catalog.root / "site/CNAME").read_text() == "www.contoso.com\n"
