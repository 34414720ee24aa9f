"""``catalog build``, ``render``, ``publish``, and ``schema``: no error is ever published."""

import json
import re
import shutil
from pathlib import Path

import pytest

from catalog_tool.writer.manifest import MANIFEST
from tests.checking import entry_text
from tests.cli.conftest import Catalog
from tests.repository import git, repository

ERROR = entry_text("website: http://www.nobody.com/\n", "nobody")


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("command", [["build"], ["render"], ["publish"], ["publish", "--check"]])
def test_an_error_leaves_everything_unchanged(own_catalog: Catalog, command: list[str]) -> None:
    (own_catalog.root / "site").mkdir()
    (own_catalog.root / "site" / "index.html").write_text("old\n")
    own_catalog.write("nobody.yaml", ERROR)
    before = snapshot(own_catalog.root)
    result = own_catalog.run(*command)
    assert result.exit_code == 1
    assert "partners/nobody.yaml:1:" in result.stdout
    assert "insecure-link" in result.stdout
    assert snapshot(own_catalog.root) == before


def test_errors_are_annotations_inside_github_actions(own_catalog: Catalog) -> None:
    own_catalog.write("nobody.yaml", ERROR)
    result = own_catalog.run("build", GITHUB_ACTIONS="true")
    assert result.stdout.startswith("::error file=partners/nobody.yaml,")


@pytest.mark.parametrize(
    "command",
    [
        ["build", "--out", "partners/site"],
        ["render", "--out", "partners/rendered"],
        ["render", "--out", "docs/prose/deep/rendered"],
        ["publish", "partners/page.md"],
    ],
)
def test_nothing_is_written_between_the_files_of_people(
    own_catalog: Catalog, command: list[str]
) -> None:
    before = snapshot(own_catalog.root)
    result = own_catalog.run(*command)
    assert result.exit_code == 2
    assert "/, which has only files that people write.\nHint: Choose another" in result.stderr or (
        "/, which has only files that people write.\nHint: Choose a new or empty" in result.stderr
    )
    assert snapshot(own_catalog.root) == before


def test_publish_creates_no_folder(catalog: Catalog) -> None:
    result = catalog.run("publish", "absent/deep/page.md")
    assert result.exit_code == 2
    assert "Error: The folder absent/deep doesn't exist." in result.stderr
    assert not (catalog.root / "absent").exists()


# build


def test_the_site_is_built_and_built_again(own_catalog: Catalog) -> None:
    result = own_catalog.run("build")
    assert (result.exit_code, result.stderr) == (0, "")
    site = own_catalog.root / "site"
    first = snapshot(site)
    assert {"index.html", "partners/aquera/index.html", MANIFEST} <= first.keys()
    (own_catalog.root / "partners" / "aquera.yaml").unlink()
    assert own_catalog.run("build").exit_code == 0
    second = snapshot(site)
    assert "partners/aquera/index.html" not in second
    assert "partners/idmworks/index.html" in second
    assert [path.name for path in own_catalog.root.glob(".site*")] == []


def test_a_build_says_which_application_loses_its_page(own_catalog: Catalog) -> None:
    repository(own_catalog.root)
    git(own_catalog.root, "add", "--all")
    git(own_catalog.root, "commit", "--quiet", "--message", "catalog")
    vocabulary = own_catalog.root / "partners" / "_vocabulary.yaml"
    text = vocabulary.read_text(encoding="utf-8")
    vocabulary.write_text(text.replace("  IBM RACF:", "  IBM Z Security:"), encoding="utf-8")
    result = own_catalog.run("build")
    assert "missing-alias: The application 'IBM RACF' was removed" in result.stdout
    assert result.exit_code == 0


@pytest.mark.parametrize("out", [".", "partners", "docs", "mkdocs.yml"])
@pytest.mark.parametrize("command", ["build", "render"])
def test_a_folder_with_other_files_is_not_written_into(
    own_catalog: Catalog, command: str, out: str
) -> None:
    before = snapshot(own_catalog.root)
    result = own_catalog.run(command, "--out", out)
    assert result.exit_code == 2
    assert "Hint: Choose a new or empty folder with --out." in result.stderr
    assert snapshot(own_catalog.root) == before


def test_a_failed_build_leaves_the_existing_site(own_catalog: Catalog) -> None:
    assert own_catalog.run("build").exit_code == 0
    before = snapshot(own_catalog.root / "site")
    configuration = own_catalog.root / "mkdocs.yml"
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(
        text.replace("  - Home: index.md\n", "  - Home: index.md\n  - Gone: gone.md\n"),
        encoding="utf-8",
    )
    result = own_catalog.run("build")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: The site could not be built.")
    assert "gone.md" in result.stderr
    assert "Traceback" not in result.stderr
    assert snapshot(own_catalog.root / "site") == before
    assert [path.name for path in own_catalog.root.glob(".site*")] == []


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_catalog_without_the_docs_folder(own_catalog: Catalog, command: str) -> None:
    shutil.rmtree(own_catalog.root / "docs")
    result = own_catalog.run(command)
    assert result.exit_code == 2
    assert "The folder docs next to mkdocs.yml (its docs_dir) doesn't exist." in result.stderr
    assert "run `catalog publish`" in result.stderr
    assert own_catalog.run("publish").exit_code == 0
    assert own_catalog.run("build").exit_code == 0


@pytest.mark.parametrize(
    ("theme", "name"), [("", "mkdocs"), ("theme: readthedocs\n", "readthedocs")]
)
def test_another_theme_is_refused_in_one_sentence(catalog: Catalog, theme: str, name: str) -> None:
    (catalog.root / "docs").mkdir()
    configuration = catalog.root / "mkdocs.yml"
    configuration.write_text(theme + configuration.read_text(encoding="utf-8"), encoding="utf-8")
    result = catalog.run("build")
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: The site could not be built.\n"
        f"       The site needs the theme 'material', but mkdocs.yml has '{name}'. "
        "Write 'theme: material'.\n"
    )


def test_a_language_that_the_theme_lacks_is_refused(catalog: Catalog) -> None:
    (catalog.root / "docs").mkdir()
    configuration = catalog.root / "mkdocs.yml"
    theme = "theme: {name: material, language: xx}\n"
    configuration.write_text(theme + configuration.read_text(encoding="utf-8"), encoding="utf-8")
    result = catalog.run("build")
    assert result.exit_code == 2
    said = "The theme has no language 'xx', which mkdocs.yml names. It has af, ar, "
    assert said in result.stderr


def test_a_missing_file_of_the_frame_is_a_warning(
    own_catalog: Catalog, caplog: pytest.LogCaptureFixture
) -> None:
    with (own_catalog.root / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("\nextra_css: [own.css, 'https://a.com/b.css', gone.css]\n")
        configuration.write("extra_javascript: [{path: gone.js, type: module}]\n")
    (own_catalog.root / "docs/own.css").write_text("", encoding="utf-8")
    own_catalog.run("build")
    said = [each for each in caplog.messages if each.endswith("but the site has no such file.")]
    assert [each.split()[3].rstrip(",") for each in said] == ["gone.css", "gone.js"]


# render


def test_the_tree_is_rendered_and_updated(own_catalog: Catalog) -> None:
    first = own_catalog.run("render", "--out", "tree")
    assert first.exit_code == 0
    tree = own_catalog.root / "tree"
    first_pages = snapshot(tree).keys()
    assert "index.md" in first_pages
    assert [path for path in first_pages if path.startswith("partners/aquera")]
    again = own_catalog.run("render", "--out", "tree")
    assert again.stdout.endswith(" in tree: 0 changed, 0 removed.\n")
    (own_catalog.root / "partners" / "aquera.yaml").unlink()
    assert own_catalog.run("render", "--out", "tree").exit_code == 0
    assert not [path for path in snapshot(tree) if path.startswith("partners/aquera")]


def test_a_shallow_clone_is_reported_and_no_entry_is_from_1970(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository(catalog.root)
    for message in ("first", "second"):
        git(catalog.root, "add", "--all")
        git(catalog.root, "commit", "--quiet", "--allow-empty", "-m", message)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{catalog.root}", "shallow")
    assert catalog.run("render").stderr == ""
    monkeypatch.chdir(tmp_path / "shallow")
    result = catalog.run("render", SOURCE_DATE_EPOCH="1893456000")
    assert (result.exit_code, "git fetch --unshallow" in result.stderr) == (0, True)
    feed = (tmp_path / "shallow" / "rendered" / "feed.xml").read_text(encoding="utf-8")
    days = re.findall("<updated>(.*)T00:00:00Z</updated>", feed)
    assert set(days) == {"2030-01-01"}


# publish


def test_publishing_says_what_is_stale_and_updates_it(own_catalog: Catalog) -> None:
    stale = own_catalog.run("publish", "--check")
    assert stale.exit_code == 1
    assert "CATALOG.md is out of date. Run `catalog publish`." in stale.stdout
    assert not (own_catalog.root / "CATALOG.md").exists()
    assert own_catalog.run("publish").exit_code == 0
    fresh = own_catalog.run("publish", "--check")
    assert (fresh.stdout, fresh.exit_code) == ("All generated files are up to date.\n", 0)


def test_windows_line_endings_are_not_stale(own_catalog: Catalog) -> None:
    own_catalog.run("publish")
    page = own_catalog.root / "CATALOG.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert own_catalog.run("publish", "--check").exit_code == 0
    assert own_catalog.run("check").stdout.count("CAT301") == 0


def test_publishing_replaces_what_was_edited_by_hand(own_catalog: Catalog) -> None:
    own_catalog.run("publish")
    published = own_catalog.root / "CATALOG.md"
    right = published.read_bytes()
    published.write_bytes(right.replace(b"Aquera", b"Aqera"))
    assert own_catalog.run("publish", "--check").exit_code == 1
    assert own_catalog.run("publish").exit_code == 0
    assert published.read_bytes() == right


def test_files_for_github_are_maintained_if_admins_are_named(own_catalog: Catalog) -> None:
    owners = own_catalog.root / ".github/CODEOWNERS"
    assert own_catalog.run("publish").exit_code == 0
    assert owners.read_text(encoding="utf-8").endswith("\n* @partner-catalog/admins\n")
    assert "- [ ] I accept" in owners.with_name("pull_request_template.md").read_text("utf-8")
    owners.write_text("# Generated by `catalog publish`\n* @eve\n", encoding="utf-8")
    assert f"{owners} is out of date" in own_catalog.run("publish", "--check").stdout
    assert own_catalog.run("publish").stdout == f"Wrote {owners}.\n"


def test_a_file_for_github_that_somebody_wrote_is_not_overwritten(own_catalog: Catalog) -> None:
    owners = own_catalog.root / ".github/CODEOWNERS"
    owners.parent.mkdir()
    owners.write_text("* @somebody\n", encoding="utf-8")
    result = own_catalog.run("publish")
    assert result.exit_code == 2
    assert (
        f"Error: {owners} already exists, and `catalog publish` didn't generate it."
        in result.stderr
    )
    assert "remove `admins` and `code_owners` from mkdocs.yml" in result.stderr
    assert owners.read_text(encoding="utf-8") == "* @somebody\n"


def test_the_catalog_can_be_published_into_another_file(own_catalog: Catalog) -> None:
    before = snapshot(own_catalog.root)
    assert own_catalog.run("publish", "page.md").exit_code == 0
    own_catalog.run("publish")
    page = (own_catalog.root / "page.md").read_bytes()
    assert page == (own_catalog.root / "CATALOG.md").read_bytes()
    assert before.items() <= snapshot(own_catalog.root).items()


@pytest.mark.parametrize(
    "content", [b"mine\n", b"\xff\xfe m\0i\0n\0e\0", b"\x89PNG\r\n", b"\n" * 9]
)
def test_a_file_of_somebody_else_is_not_overwritten(own_catalog: Catalog, content: bytes) -> None:
    (own_catalog.root / "README.md").write_bytes(content)
    result = own_catalog.run("publish", "README.md")
    assert result.exit_code == 2
    assert (own_catalog.root / "README.md").read_bytes() == content
    assert result.stderr.startswith(
        "Error: README.md already exists, and `catalog publish` didn't generate it."
    )


def test_a_published_file_is_updated(own_catalog: Catalog) -> None:
    own_catalog.run("publish", "page.md")
    (own_catalog.root / "partners" / "aquera.yaml").unlink()
    assert own_catalog.run("publish", "page.md").stdout == "Wrote page.md.\n"


def test_a_link_is_not_written_through(own_catalog: Catalog) -> None:
    (own_catalog.root / "target.md").write_text("mine\n")
    (own_catalog.root / "CATALOG.md").symlink_to("target.md")
    result = own_catalog.run("publish")
    assert result.exit_code == 2
    assert "not a plain file" in result.stderr
    assert (own_catalog.root / "target.md").read_text() == "mine\n"


# schema


def test_the_schema_is_printed_as_it_is_published(own_catalog: Catalog) -> None:
    printed = own_catalog.run("schema").stdout
    assert "name" in json.loads(printed)["properties"]
    own_catalog.run("publish")
    published = own_catalog.root / "docs" / "schema" / "partner.schema.json"
    assert printed == published.read_text(encoding="utf-8")
