"""``catalog import``: its files, refusals, reports, and exit codes."""

import json
import os
from pathlib import Path

import pytest

from catalog_tool.linter.reporters import FORMATS
from tests.cli.conftest import Catalog
from tests.text.markup.github import render

PAGE = """\
# Partners

## Northwind

Northwind Gateway connects mainframes.

### Contact

- Website: https://www.northwind.com
- Contact: https://www.northwind.com/contact

### Applications

- IBM RACF

## Guidelines

Be brief.
"""
WITH_PHONE = PAGE.replace("### Applications", "- Phone: +1 555 0100\n\n### Applications")
INSECURE = PAGE.replace("https://www.northwind.com\n", "http://www.northwind.com\n")
NORTHWIND = """\
# yaml-language-server: $schema=../docs/schema/partner.schema.json
name: Northwind
website: https://www.northwind.com
contact: https://www.northwind.com/contact
description: |
  Northwind Gateway connects mainframes.
applications:
  - IBM RACF
"""


@pytest.fixture
def page(catalog: Catalog) -> Path:
    path = catalog.root / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_it_writes_a_file_for_each_partner_and_says_what_went_where(
    catalog: Catalog, page: Path
) -> None:
    result = catalog.run("import", str(page), "--into", "partners")
    assert catalog.read("northwind.yaml") == NORTHWIND
    assert (result.stderr, result.exit_code) == ("", 0)
    assert result.stdout == (
        "Name       Website                    Contact                            Applications\n"
        "Northwind  https://www.northwind.com  https://www.northwind.com/contact  1\n"
        "\n"
        "Northwind -> partners/northwind.yaml\n"
        "  name              <- line 3\n"
        "  description       <- line 5\n"
        "  contact           <- lines 7, 10\n"
        "  website           <- line 9\n"
        "  applications      <- lines 12, 14\n"
        "\n"
        "Left out\n"
        "  line 1: This text isn't about a specific partner."
        ' "# Partners"\n'
        "  lines 16-18: Not a partner, because the heading says that the section is about"
        ' something else. "## Guidelines Be brief."\n'
        "\n"
        "Imported 1 partner. 2 links: 2 in entries, 0 in this report, 0 in neither."
        " 10 lines: 7 in entries, 3 in this report, 0 in neither.\n"
    )


def test_a_dry_run_shows_the_entries_and_writes_nothing(catalog: Catalog, page: Path) -> None:
    result = catalog.run("import", str(page), "--into", "partners", "--dry-run")
    assert result.exit_code == 0
    assert "contact: https://www.northwind.com/contact\n" in result.stdout
    assert "Found 1 partner. Nothing was written." in result.stdout
    assert not (catalog.root / "partners" / "northwind.yaml").exists()


def test_guesses_are_marked(catalog: Catalog, page: Path) -> None:
    page.write_text("# Partners\n\n## Northwind\n\nSee https://www.northwind.com.\n", "utf-8")
    shown = catalog.run("import", str(page), "--into", "partners").stdout
    assert "  website           <- lines 5 (guessed)\n" in shown


def test_the_entries_pass_the_check_with_existing_ones(catalog: Catalog, page: Path) -> None:
    assert catalog.run("import", str(page), "--into", "partners").exit_code == 0
    assert catalog.run("check").exit_code == 0


def test_it_can_be_repeated(catalog: Catalog, page: Path) -> None:
    for _ in range(2):
        assert catalog.run("import", str(page), "--into", "partners").exit_code == 0


def test_if_a_file_exists_nothing_is_written(catalog: Catalog, page: Path) -> None:
    page.write_text(PAGE + PAGE.replace("Northwind", "Litware"), encoding="utf-8")
    catalog.write("litware.yaml", "name: Litware\n")
    result = catalog.run("import", str(page), "--into", "partners")
    assert result.exit_code == 2
    assert (
        "These files already exist with different content:\n       partners/litware.yaml"
        in result.stderr
    )
    assert not (catalog.root / "partners" / "northwind.yaml").exists()
    assert catalog.read("litware.yaml") == "name: Litware\n"


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (WITH_PHONE, 1, "not placed line 12: An entry has no field for this."),
        (WITH_PHONE, 1, "Imported 1 partner. 1 fact could not be placed; see above."),
        (INSECURE, 1, "partners/northwind.yaml:3:10: error CAT103 insecure-link"),
        ("# Nothing\n", 1, "No partners were found, so nothing was written."),
        ("", 1, "No partners were found, so nothing was written."),
    ],
)
def test_the_exit_code_says_whether_the_import_is_complete(
    catalog: Catalog, page: Path, text: str, code: int, said: str
) -> None:
    page.write_text(text, encoding="utf-8")
    result = catalog.run("import", str(page), "--into", "partners")
    assert result.exit_code == code
    assert said in result.stdout


def test_an_entry_that_breaks_a_rule_is_written_anyway(catalog: Catalog, page: Path) -> None:
    page.write_text(INSECURE, encoding="utf-8")
    catalog.run("import", str(page), "--into", "partners")
    assert "website: http://www.northwind.com\n" in catalog.read("northwind.yaml")


def test_the_vocabulary_gives_canonical_names(catalog: Catalog, page: Path) -> None:
    vocabulary = "categories:\n  a:\n    name: A\n    description: A.\napplications:\n"
    catalog.write(
        "_vocabulary.yaml",
        f"{vocabulary}  z/OS RACF:\n    category: a\n    aliases:\n      - IBM RACF\n",
    )
    for folder in ("partners", "elsewhere"):
        result = catalog.run("import", str(page), "--into", folder)
        assert "changed line 14: Replaced by its canonical name: z/OS RACF." in result.stdout
        assert "  - z/OS RACF\n" in (catalog.root / folder / "northwind.yaml").read_text("utf-8")


def test_the_json_report(catalog: Catalog, page: Path) -> None:
    page.write_text(WITH_PHONE, encoding="utf-8")
    result = catalog.run("import", str(page), "--into", "partners", "--format", "json")
    report = json.loads(result.stdout)
    (partner,) = report["partners"]
    assert report["summary"] == {
        "partners": 1,
        "unplaced": 1,
        "errors": 0,
        "links": {"total": 2, "entries": 2, "report": 0, "neither": 0},
        "lines": {"total": 11, "entries": 7, "report": 4, "neither": 0},
    }
    assert partner["path"] == "partners/northwind.yaml"
    assert {"key": "website", "guessed": False, "first_line": 9, "last_line": 9} in partner[
        "placed"
    ]
    assert partner["unplaced"] == [
        {
            "first_line": 12,
            "last_line": 12,
            "text": "Phone: +1 555 0100",
            "reason": "An entry has no field for this.",
        }
    ]
    assert [left["first_line"] for left in report["left_out"]] == [1, 18]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"# caf\xe9\n", "UTF-8"),
        (b"\xff\xfe#\x00", "The file is saved as UTF-16, not UTF-8."),
        (b"x" * (5 * 1024 * 1024 + 1), "The file is larger than 5120 KiB."),
    ],
)
def test_a_page_that_is_not_text(catalog: Catalog, page: Path, content: bytes, said: str) -> None:
    page.write_bytes(content)
    result = catalog.run("import", str(page), "--into", "partners")
    assert result.exit_code == 2
    assert said in result.stderr


def test_paths_that_are_not_pages_or_folders(catalog: Catalog, page: Path) -> None:
    os.mkfifo(catalog.root / "pipe")
    for file in ("missing.md", "partners", "pipe"):
        assert catalog.run("import", file, "--into", "partners").exit_code == 2
    (catalog.root / "file").touch()
    assert catalog.run("import", str(page), "--into", "file").exit_code == 2


def test_an_entry_that_is_a_link_is_not_followed(catalog: Catalog, page: Path) -> None:
    target = catalog.root / "secret"
    target.write_text("secret", encoding="utf-8")
    (catalog.root / "partners" / "northwind.yaml").symlink_to(target)
    assert catalog.run("import", str(page), "--into", "partners").exit_code == 2
    assert target.read_text(encoding="utf-8") == "secret"


@pytest.mark.parametrize("format_name", FORMATS)
def test_hostile_text_is_inert(catalog: Catalog, page: Path, format_name: str) -> None:
    hostile = "\x1b[31mred @admin #1 </details> ##[error]x"
    page.write_text(f"# {hostile}\n\n::add-mask::x\n{WITH_PHONE}- Fax\x1b[2J @admin: 1\n", "utf-8")
    shown = catalog.run("import", str(page), "--into", "partners", "--format", format_name).stdout
    assert "\x1b" not in shown
    assert "##[" not in shown
    commands = [line for line in shown.splitlines() if line.lstrip().startswith("::")]
    assert all(line.startswith("::error file=") for line in commands)
    if format_name == "markdown":
        assert render(shown).acted_on == []


def test_it_needs_no_catalog(
    catalog: Catalog, page: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("elsewhere")
    (catalog.root / "mkdocs.yml").unlink()
    assert catalog.run("import", str(page), "--into", str(folder / "partners")).exit_code == 0
    assert (folder / "partners" / "northwind.yaml").read_text(encoding="utf-8") == NORTHWIND
