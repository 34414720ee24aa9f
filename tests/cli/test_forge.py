"""A catalog that isn't on GitHub: nothing leads there, and plain commands do what its CI needs."""

from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Catalog
from tests.documents import document
from tests.repository import git

REPOSITORY = "https://gitlab.com/contoso/partners"
CONFIGURATION = f"""\
site_name: Connectors
plugins:
  - catalog:
      forge: none
      repository: {REPOSITORY}
      admins: [contoso-anna]
"""
FORMER = "former:\n  litware: {name: Litware, removed: 2026-05-04}\n"


@pytest.fixture
def elsewhere(catalog: Catalog) -> Catalog:
    """A catalog on another forge."""
    (catalog.root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    catalog.write("_former.yaml", FORMER)
    return catalog


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_no_page_links_to_a_repository(elsewhere: Catalog) -> None:
    rendered = elsewhere.run("render", "--out", "pages")
    assert rendered.exit_code == 0, rendered.output
    texts = {path: path.read_bytes() for path in files_below(elsewhere.root / "pages")}
    assert len(texts) > 20
    linked = (b"gitlab.com", b'href="https://github.com', b'data-new-file="h')
    assert [path for path, text in texts.items() if any(each in text for each in linked)] == []


def test_no_file_is_written_for_github(elsewhere: Catalog) -> None:
    assert elsewhere.run("publish").exit_code == 0
    assert (elsewhere.root / "CATALOG.md").exists()
    assert not (elsewhere.root / ".github").exists()


def test_there_is_nothing_to_set_on_github(elsewhere: Catalog) -> None:
    done = elsewhere.run("doctor")
    assert done.exit_code == 2
    assert "isn't on GitHub, because mkdocs.yml says 'forge: none'" in done.stderr


def test_another_forge_is_refused(catalog: Catalog) -> None:
    text = CONFIGURATION.replace("forge: none", "forge: gitlab")
    (catalog.root / "mkdocs.yml").write_text(text, encoding="utf-8")
    done = catalog.run("check")
    assert done.exit_code == 2
    assert "mkdocs.yml:4:7: the option 'forge' of the plugin 'catalog' can't be 'gitlab'." in (
        done.stderr
    )
    assert "Write github or none." in done.stderr


def lines_of_ci() -> list[str]:
    """Return the commands that the documentation gives to other forges."""
    _, _, section = document("docs/own-catalog.md").text.partition("### On another forge\n")
    fences = document("docs/own-catalog.md").fences
    return [
        line
        for fence in fences
        if fence.language == "sh" and fence.text in section.partition("\n## ")[0]
        for line in fence.text.splitlines()
    ]


def test_the_lines_of_ci_check_a_merge_request_and_publish(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert catalog.run("init", "new", "--platform", "Fabrikam Cloud").exit_code == 0
    root = catalog.root / "new"
    monkeypatch.chdir(root)
    assert catalog.run("publish").exit_code == 0
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "remote", "add", "origin", str(root))
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=first")
    git(root, "checkout", "--quiet", "-b", "topic")
    example = root / "partners/contoso-example.yaml"
    text = example.read_text(encoding="utf-8")
    example.write_text(text.replace("name: Contoso (example)", "name: Contoso Example"))
    assert catalog.run("publish").exit_code == 0
    git(root, "commit", "--quiet", "--all", "--message=renamed")
    shown = ""
    for line in lines_of_ci():
        program, *arguments = line.split()
        if program == "git":
            git(root, *arguments)
            continue
        done = catalog.run(*arguments)
        assert done.exit_code == 0, f"{line}: {done.output}"
        shown += done.stdout
    assert "Contoso Example" in shown
    assert (root / "public/partners/contoso-example/index.html").is_file()


def test_the_example_for_gitlab_runs_the_same_lines() -> None:
    (example,) = [
        yaml.safe_load(fence.text)
        for fence in document("docs/own-catalog.md").fences
        if ".gitlab-ci.yml" in fence.text
    ]
    assert [*example["check"]["script"], *example["pages"]["script"]] == lines_of_ci()
    assert example["pages"]["artifacts"]["paths"] == ["public"]
    assert example["variables"]["GIT_DEPTH"] == 0
