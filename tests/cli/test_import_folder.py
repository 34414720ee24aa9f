"""``catalog import DIR``: which files are read, and what the report says about each."""

import json
import os
from pathlib import Path

import pytest

import catalog_tool
from catalog_tool.importers import folder as folders
from catalog_tool.importers.choices import Choices
from tests.cli.conftest import Catalog

CONTOSO = """\
---
title: Contoso
link: https://www.contoso.com
contact: sales@contoso.com
apps: [IBM RACF]
---
Contoso connects mainframes.
"""
NORTHWIND = """\
---
website: https://www.northwind.com
---
# Northwind

Northwind connects hospitals.
"""
TABLE = "Company,Website,Stars\nContoso,https://www.contoso.com,\nFabrikam,https://b.com,5\n"


@pytest.fixture
def lists(catalog: Catalog) -> Path:
    """A folder with one page per partner, and with a table that has one of them, too."""
    folder = catalog.root / "lists"
    (folder / "northwind").mkdir(parents=True)
    (folder / "contoso.md").write_text(CONTOSO, encoding="utf-8")
    (folder / "northwind" / "index.md").write_text(NORTHWIND, encoding="utf-8")
    (folder / "table.csv").write_text(TABLE, encoding="utf-8")
    return folder


def test_a_partner_in_two_files_is_one_entry(catalog: Catalog, lists: Path) -> None:
    shown = catalog.run("import", str(lists), "--into", "new").stdout
    assert {path.name: path.read_text("utf-8") for path in (catalog.root / "new").iterdir()} == {
        "contoso.yaml": (
            "# yaml-language-server: $schema=../docs/schema/partner.schema.json\n"
            "name: Contoso\n"
            "website: https://www.contoso.com\n"
            "contact: sales@contoso.com\n"
            "description: |-\n"
            "  Contoso connects mainframes.\n"
            "applications:\n"
            "  - IBM RACF\n"
        ),
        "fabrikam.yaml": (
            "# yaml-language-server: $schema=../docs/schema/partner.schema.json\n"
            "name: Fabrikam\n"
            "website: https://b.com\n"
            "description: |\n"
            "  Stars: 5\n"
        ),
        "northwind.yaml": (
            "# yaml-language-server: $schema=../docs/schema/partner.schema.json\n"
            "name: Northwind\n"
            "website: https://www.northwind.com\n"
            "description: |-\n"
            "  Northwind connects hospitals.\n"
        ),
    }
    assert "  name              <- contoso.md:1-7, table.csv:2\n" in shown
    assert (
        "  table.csv:3: 'Stars' isn't a field of this catalog, so it is in the description."
        " To make it a field, add it to partners/_fields.yaml.\n"
    ) in shown
    assert '  table.csv:1: This isn\'t part of an entry. "Company,Website,Stars"\n' in shown
    assert shown.endswith(
        "Imported 3 partners."
        " 5 links: 5 in entries, 0 in this report, 0 in neither."
        " 4 records: 4 in entries, 0 in this report, 0 in neither."
        " 15 lines: 14 in entries, 1 in this report, 0 in neither.\n"
    )


def test_the_json_report_names_the_files(catalog: Catalog, lists: Path) -> None:
    (lists / "README.md").write_text("# Our partners\n", encoding="utf-8")
    shown = catalog.run("import", str(lists), "--into", "new", "--format", "json").stdout
    report = json.loads(shown)
    assert [partner["file"] for partner in report["partners"]] == [
        "contoso.md",
        "table.csv",
        "northwind/index.md",
    ]
    assert report["left_out"][0]["file"] == "table.csv"
    assert [skipped["file"] for skipped in report["skipped"]] == ["README.md"]


@pytest.mark.parametrize(
    ("name", "text", "reason", "code"),
    [
        ("README.md", "# Lists\n", "The name says that it is about the folder.", 0),
        ("_index.md", "# Lists\n", "The name says that it is about the folder.", 0),
        ("logo.svg", "<svg></svg>\n", "Only files with these endings are read: .md,", 0),
        ("broken.json", '{"a": \n', "This can't be read as JSON. Line ", 1),
        ("latin.csv", "Name,Site\nCaf\udce9,x\n", "isn't valid UTF-8.", 1),
        (".hidden.md", CONTOSO.replace("ontoso", "ontosa"), "", 0),
    ],
)
def test_other_files(  # noqa: PLR0913, PLR0917 - the columns of a table
    catalog: Catalog, name: str, text: str, reason: str, code: int, lists: Path
) -> None:
    for path in (lists / "table.csv", lists / "northwind" / "index.md"):
        path.unlink()
    (lists / name).write_text(text, encoding="utf-8", errors="surrogateescape")
    result = catalog.run("import", str(lists), "--into", "new")
    assert [path.name for path in (catalog.root / "new").iterdir()] == ["contoso.yaml"]
    assert (f"  {name}: " in result.stdout) is bool(reason)
    assert reason in result.stdout
    assert result.exit_code == code


def test_links_and_pipes_are_not_opened(catalog: Catalog, lists: Path) -> None:
    outside = catalog.root / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text(CONTOSO.replace("ontoso", "ontosa"), encoding="utf-8")
    (lists / "secret.md").symlink_to(outside / "secret.md")
    (lists / "outside").symlink_to(outside)
    os.mkfifo(lists / "pipe.md")
    result = catalog.run("import", str(lists), "--into", "new")
    assert "  secret.md: This is a symbolic link, not a plain file.\n" in result.stdout
    assert "  pipe.md: This is a pipe, not a plain file.\n" in result.stdout
    assert "Contosa" not in result.stdout
    assert result.exit_code == 1


def test_a_page_about_the_folder_is_read_if_it_is_the_only_one(catalog: Catalog) -> None:
    folder = catalog.root / "lists"
    folder.mkdir()
    (folder / "README.md").write_text(
        "# Partners\n- [A](https://a.com)\n- [B](https://b.com)\n", "utf-8"
    )
    assert "Imported 2 partners." in catalog.run("import", str(folder), "--into", "new").stdout


def test_entries_inside_the_folder_are_not_read_again(catalog: Catalog, lists: Path) -> None:
    for _ in range(2):
        shown = catalog.run("import", str(lists), "--into", str(lists / "new")).stdout
        assert "Imported 3 partners." in shown


@pytest.mark.parametrize(
    ("limit", "most", "said"),
    [("MAX_FILES", 2, "has more than 2 files."), ("MAX_BYTES", 200, "has more than 0 KiB.")],
)
def test_a_folder_that_is_too_large(  # noqa: PLR0913, PLR0917 - the columns of a table
    catalog: Catalog, lists: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int, said: str
) -> None:
    monkeypatch.setattr(folders, limit, most)
    result = catalog.run("import", str(lists), "--into", "new")
    assert (result.exit_code, (catalog.root / "new").exists()) == (2, False)
    assert said in result.stderr


def test_names_of_files_are_inert(catalog: Catalog, lists: Path) -> None:
    (lists / "\x1b[31m::error::x.md").write_text(TABLE, encoding="utf-8")
    (lists / os.fsdecode(b"caf\xe9.png")).touch()
    for format_name in ("text", "github", "json", "markdown"):
        result = catalog.run("import", str(lists), "--into", "new", "--format", format_name)
        assert "\x1b" not in result.stdout
        assert not any(line.lstrip().startswith("::error::") for line in result.stdout.splitlines())


def test_the_progress_is_told(catalog: Catalog, lists: Path) -> None:
    told: list[tuple[int, int]] = []
    choices = Choices(progress=lambda done, total: told.append((done, total)))
    catalog_tool.read_lists(lists, catalog.root / "new", None, choices)
    assert told == [(1, 3), (2, 3), (3, 3)]
    told.clear()
    page = "# Partners\n- [A](https://a.com)\n- [B](https://b.com)\n"
    (lists / "page.md").write_text(page, encoding="utf-8")
    catalog_tool.read_lists(lists / "page.md", catalog.root / "new", None, choices)
    assert told == [(0, 12), (1, 12), (10, 12), (11, 12)]
