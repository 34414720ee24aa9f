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


def test_without_a_folder_the_entries_are_with_the_others(catalog: Catalog, page: Path) -> None:
    result = catalog.run("import", str(page))
    assert (result.stderr, result.exit_code) == ("", 0)
    assert catalog.read("northwind.yaml") == NORTHWIND


def test_without_a_catalog_the_entries_are_in_partners(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalog: Catalog
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    result = catalog.run("import", str(page), "--dry-run")
    assert "Northwind -> partners/northwind.yaml\n" in result.stdout


def test_a_dry_run_shows_the_entries_and_writes_nothing(catalog: Catalog, page: Path) -> None:
    result = catalog.run("import", str(page), "--into", "partners", "--dry-run")
    assert result.exit_code == 0
    assert "contact: https://www.northwind.com/contact\n" in result.stdout
    assert "Found 1 partner. Nothing was written." in result.stdout
    assert not (catalog.root / "partners" / "northwind.yaml").exists()


def test_a_dry_run_says_what_an_import_would_find(catalog: Catalog, page: Path) -> None:
    page.write_text("# Partners\n\n- [Northwind](https://www.northwind.com)\n", "utf-8")
    for into in ("partners", "new"):
        dry, real = (
            catalog.run("import", str(page), "--into", into, "--format", "json", *options)
            for options in (["--dry-run"], [])
        )
        assert (dry.exit_code, real.exit_code) == (1, 1)
        assert json.loads(dry.stdout) == json.loads(real.stdout)


def test_guesses_are_marked(catalog: Catalog, page: Path) -> None:
    page.write_text("# Partners\n\n## Northwind\n\nSee https://www.northwind.com.\n", "utf-8")
    shown = catalog.run("import", str(page), "--into", "partners").stdout
    assert "  website           <- line 5 (guessed)\n" in shown


def test_a_name_from_the_file_of_a_logo_is_a_guess(catalog: Catalog, page: Path) -> None:
    logos = (
        "[![](northwind.svg)](https://northwind.com)\n\n[![Litware](a.svg)](https://litware.com)\n"
    )
    page.write_text(f"# Partners\n\n{logos}", "utf-8")
    shown = catalog.run("import", str(page), "--dry-run").stdout
    assert "  name              <- line 3 (guessed)\n" in shown
    assert "  name              <- line 5\n" in shown


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
        "records": {"total": 0, "entries": 0, "report": 0, "neither": 0},
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
        (
            b"# caf\xe9\n",
            "isn't valid UTF-8.\nHint: Save the list as text with the encoding UTF-8. In Excel, ",
        ),
        (
            b"PK\x03\x04xl/",
            "This is an Excel workbook, not text.\nHint: Save the list as text with ",
        ),
        (b"\xff\xfe#\x00", "The file is saved as UTF-16, not UTF-8."),
        (b"x" * (5 * 1024 * 1024 + 1), "The file is larger than 5120 KiB."),
    ],
)
def test_a_page_that_is_not_text(catalog: Catalog, page: Path, content: bytes, said: str) -> None:
    page.write_bytes(content)
    result = catalog.run("import", str(page), "--into", "partners")
    assert result.exit_code == 2
    assert said in result.stderr


def test_toml_that_is_broken_is_refused_rather_than_read_as_markdown(catalog: Catalog) -> None:
    text = '[[partner]]\nname = "Contoso\nurl = "https://www.contoso.com"\n'
    (catalog.root / "list.toml").write_text(text, encoding="utf-8")
    result = catalog.run("import", "list.toml", "--into", "partners")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "list.toml: This can't be read as TOML. Line 2: " in result.stderr


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


TABLE = """\
# Who uses it

| Company | Offer | Homepage of the offer |
|---|---|---|
| Contoso Ltd | Contoso Bridge | https://www.contoso.com |
| Fabrikam Inc | Fabrikam Connect | https://www.fabrikam.com |
"""
ROWS = """\
Company;Offer;Homepage of the offer
Contoso Ltd;Contoso Bridge;https://www.contoso.com
Fabrikam Inc;Fabrikam Connect;https://www.fabrikam.com
"""
OBJECTS = """\
- Company: Contoso Ltd
  Offer: Contoso Bridge
  Homepage of the offer: https://www.contoso.com
- Company: Fabrikam Inc
  Offer: Fabrikam Connect
  Homepage of the offer: https://www.fabrikam.com
"""
HTML = """\
<table>
<tr><th>Company</th><th>Offer</th><th>Homepage of the offer</th></tr>
<tr><td>Contoso Ltd</td><td>Contoso Bridge</td><td>https://www.contoso.com</td></tr>
<tr><td>Fabrikam Inc</td><td>Fabrikam Connect</td><td>https://www.fabrikam.com</td></tr>
</table>
"""


@pytest.mark.parametrize(
    "text",
    [TABLE, ROWS, ROWS.replace(";", ","), ROWS.replace(";", "\t"), OBJECTS, HTML],
    ids=["Markdown", "semicolons", "commas", "tabs", "objects", "HTML"],
)
@pytest.mark.parametrize("columns", [["name=Offer,website=homepage of the offer"], None])
def test_columns_can_be_named(
    catalog: Catalog, page: Path, text: str, columns: list[str] | None
) -> None:
    page.write_text(text, encoding="utf-8")
    options = columns or ["name=Offer", "--columns", "website=Homepage of the offer"]
    shown = catalog.run("import", str(page), "--into", "new", "--columns", *options).stdout
    assert (
        "Columns of the list: Company, Offer, Homepage of the offer. If one was misread," in shown
    )
    found = {
        path.stem: path.read_text("utf-8").split("description")[0].splitlines()[1:3]
        for path in (catalog.root / "new").iterdir()
    }
    assert found == {
        "contoso-bridge": ["name: Contoso Bridge", "website: https://www.contoso.com"],
        "fabrikam-connect": ["name: Fabrikam Connect", "website: https://www.fabrikam.com"],
    }


def test_a_column_for_a_key_is_not_called_unknown(catalog: Catalog, page: Path) -> None:
    page.write_text(
        "| Company | Website | Contact | Stars |\n| - | - | - | - |\n"
        "| Contoso | https://www.contoso.com | @anna | 5 |\n"
        "| Fabrikam | https://www.fabrikam.com | @bob | 4 |\n",
        encoding="utf-8",
    )
    shown = catalog.run("import", str(page), "--into", "new").stdout
    assert (
        "What 'Contact' says here isn't a value of 'contact', so it is in the description." in shown
    )
    assert "'Contact' isn't a field" not in shown
    assert "'Stars' isn't a field of this catalog, so it is in the description. To make it" in shown


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (
            "website=Offer,website=Homepage of the offer",
            "'Offer' and 'Homepage of the offer' can't both be 'website'.",
        ),
        ("name=Offer,website=offer", "The column 'offer' can't be both 'name' and 'website'."),
        ("name=Firm", "Error: There is no column 'Firm'.\nHint: The columns are: Company, Offer, "),
        (
            "nmae=Offer",
            "An entry has no key 'nmae' that a column can have.\nHint: Did you mean 'name'",
        ),
        ("homepage=Offer", "Hint: Did you mean 'website'?"),
        ("zebra=Offer", "Hint: The keys are: name, website, contact, description, applications,"),
        (
            "Offer",
            "'Offer' doesn't name a column.\nHint: Write KEY=COLUMN, for example name=Company.",
        ),
    ],
)
@pytest.mark.parametrize("text", [TABLE, ROWS, OBJECTS, HTML])
def test_columns_that_cannot_be_used(
    catalog: Catalog, page: Path, text: str, columns: str, said: str
) -> None:
    page.write_text(text, encoding="utf-8")
    result = catalog.run("import", str(page), "--into", "new", "--columns", columns)
    assert (result.exit_code, (catalog.root / "new").exists()) == (2, False)
    assert said in result.stderr


def test_a_title_can_contain_a_comma(catalog: Catalog, page: Path) -> None:
    page.write_text(TABLE.replace("Offer", "Offer, if any"), encoding="utf-8")
    column = '"name=Offer, if any"'
    shown = catalog.run("import", str(page), "--into", "new", "--columns", column).stdout
    assert "Contoso Bridge -> new/contoso-bridge.yaml\n" in shown


@pytest.mark.parametrize(
    ("text", "list_format", "code", "said"),
    [
        (ROWS, "csv", 1, "Columns of the list: Company, Offer, Homepage of the offer."),
        (ROWS, "tsv", 2, "This can't be read as TSV. The first line must have the titles"),
        (PAGE, "csv", 2, "This can't be read as CSV. The first line must have the titles"),
        ('[{"name": "A", "url": "https://a.com"}]', "markdown", 1, "No partners were found"),
        (PAGE, "markdown", 0, "Imported 1 partner."),
        ("[{", "json", 2, "This can't be read as JSON. Line 1: "),
        ('[{"a": "b"}, \n', "json", 2, "read as JSON. Line 2: The file ends too early."),
        ('[{"a": "\\ud800"}]', "json", 2, r"Line 1: \ud800 is half of a character."),
        ('[{"a": "b" "c"}]', "json", 2, "read as JSON. Line 1: Expecting ',' delimiter."),
        ("a: b: c", "yaml", 2, "This can't be read as YAML. Line 1: "),
        (PAGE, "xml", 2, "'xml' is not one of 'csv', 'json', 'markdown', 'toml', 'tsv', 'yaml'."),
    ],
)
def test_the_format_can_be_given(  # noqa: PLR0913, PLR0917 - the columns of a table
    catalog: Catalog, page: Path, text: str, list_format: str, code: int, said: str
) -> None:
    page.write_text(text, encoding="utf-8")
    result = catalog.run("import", str(page), "--into", "new", "--from", list_format)
    assert said in result.output
    assert result.exit_code == code


def test_the_name_of_a_file_says_its_format(catalog: Catalog) -> None:
    (catalog.root / "list.csv").write_text("ISV,Country\nContoso,Spain\n", encoding="utf-8")
    shown = catalog.run("import", "list.csv", "--into", "new").stdout
    assert (
        "Columns of the list: ISV, Country. If one was misread, say what it is: --columns" in shown
    )


def test_if_nothing_is_found_the_help_is_named(catalog: Catalog, page: Path) -> None:
    page.write_text("# Nothing\n", encoding="utf-8")
    shown = catalog.run("import", str(page), "--into", "partners").stdout
    assert shown.startswith("`catalog import --help` shows which lists can be read.\n")


def test_the_json_report_says_what_the_text_says(catalog: Catalog, page: Path) -> None:
    page.write_text(TABLE, encoding="utf-8")
    shown = catalog.run("import", str(page), "--into", "partners", "--format", "json").stdout
    report = json.loads(shown)
    assert report["partners"][0]["values"] == {
        "name": "Contoso Ltd",
        "website": "https://www.contoso.com",
        "description": "Offer: Contoso Bridge\n\nHomepage of the offer: <https://www.contoso.com>\n",
    }
    assert report["columns"] == ["Company", "Offer", "Homepage of the offer"]
    assert report["skipped"] == []


def test_a_dry_run_changes_nothing_on_disk(catalog: Catalog, page: Path) -> None:
    def state() -> dict[Path, tuple[int, bytes]]:
        paths = [catalog.root, *catalog.root.rglob("*")]
        return {
            path: (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
            for path in paths
        }

    for folder in (catalog.root, catalog.root / "partners"):
        folder.chmod(0o555)
    before = state()
    result = catalog.run("import", str(page), "--into", "partners/new", "--dry-run")
    assert (result.exit_code, state() == before) == (0, True)
    for folder in (catalog.root, catalog.root / "partners"):
        folder.chmod(0o755)


def test_a_new_folder_appears_with_all_entries_in_one_step(
    catalog: Catalog, page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = PAGE[PAGE.index("## Northwind") :].replace("orthwind", "orthbridge")
    page.write_text(PAGE.replace("## Guidelines", second), encoding="utf-8")
    folder, write = catalog.root / "new", Path.write_bytes
    existed: list[bool] = []

    def look(path: Path, content: bytes) -> int:
        existed.append(folder.exists())
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", look)
    catalog.run("import", str(page), "--into", "new")
    assert existed == [False, False]
    assert sorted(each.name for each in folder.iterdir()) == ["northbridge.yaml", "northwind.yaml"]


def test_a_list_that_does_not_exist_is_wrong_use(catalog: Catalog) -> None:
    result = catalog.run("import", "-")
    assert "Path '-' does not exist." in result.stderr
    assert result.exit_code == 2


def test_a_cell_that_is_too_long_may_have_an_open_quotation_mark(catalog: Catalog) -> None:
    rows = "Contoso,https://www.contoso.com\n" * 5000
    (catalog.root / "list.csv").write_text(f'Name,Website\n"{rows}', encoding="utf-8")
    assert catalog.run("import", "list.csv").stderr == (
        "Error: list.csv: This can't be read as CSV."
        " Line 2: A cell has more than 131,072 characters. Is a quotation mark never closed?\n"
        "Hint: Choose another format with --from.\n"
    )


def test_only_entries_are_converted_by_the_check(catalog: Catalog) -> None:
    (catalog.root / "list.csv").write_text("Name,Website\nContoso,a.com\n", encoding="utf-16")
    hint = catalog.run("import", "list.csv").stderr.partition("Hint: ")[2]
    assert hint.endswith("Encoding: UTF-8.\n")
