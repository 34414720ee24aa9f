"""``catalog review`` in real repositories, with a fork to fetch from."""

import json
from pathlib import Path

import pytest

from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.attestation import template
from tests.checking import ordered_entry
from tests.cli.conftest import CONFIGURATION, Catalog
from tests.pull_requests import MAINTAINED, ticked
from tests.repository import git

MINE = CONFIGURATION + "  # admins: none\n"
CHANGED = MAINTAINED.replace("IBM RACF", "Epic")


@pytest.fixture
def upstream(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """A checkout of the main branch of a catalog; the working directory is its root."""
    root = tmp_path / "upstream"
    (root / "partners").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(MINE, encoding="utf-8")
    catalog = Catalog(root)
    catalog.write("contoso.yaml", MAINTAINED)
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root)
    monkeypatch.chdir(root)
    return catalog


def commit(root: Path) -> str:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=x")
    return git(root, "rev-parse", "HEAD")


@pytest.fixture
def fork(upstream: Catalog, tmp_path: Path) -> Catalog:
    """A fork of the repository."""
    git(tmp_path, "clone", "--quiet", str(upstream.root), "fork")
    return Catalog(tmp_path / "fork")


def fetched(upstream: Catalog, fork: Catalog) -> str:
    """Commit the changes of the fork, fetch them as from GitHub, and return the last commit."""
    head = commit(fork.root)
    git(upstream.root, "fetch", "--quiet", str(fork.root), "HEAD:refs/pull/7/head")
    return head


def description(catalog: Catalog) -> str:
    return ticked(load_settings(catalog.root))


def test_a_change_from_a_fork_is_reviewed_without_checking_it_out(
    upstream: Catalog, fork: Catalog
) -> None:
    fork.write("contoso.yaml", CHANGED)
    head = fetched(upstream, fork)
    result = upstream.run(
        "review", "main", head, "--author", "contoso-anna",
        CATALOG_PULL_REQUEST_BODY=description(upstream),
    )  # fmt: skip
    assert (result.exit_code, result.stderr) == (0, "")
    commit = f"Commit reviewed: {head[:12]}.\n\n"
    assert result.stdout.startswith(f"{commit}Ready to merge. 1 file checked: no problems.\n")
    assert upstream.read("contoso.yaml") == MAINTAINED
    assert git(upstream.root, "status", "--porcelain") == ""


def test_mistakes_fail(upstream: Catalog, fork: Catalog) -> None:
    fork.write("adatum.yaml", "name: Adatum\n")
    result = upstream.run("review", "main", fetched(upstream, fork), "--author", "eve")
    assert result.exit_code == 1
    assert "partners/adatum.yaml:1:1: error CAT104 missing-contact" in result.stdout


def test_waiting_for_a_maintainer_does_not_fail(upstream: Catalog, fork: Catalog) -> None:
    fork.write("contoso.yaml", CHANGED)
    result = upstream.run("review", "main", fetched(upstream, fork), "--author", "eve")
    assert result.exit_code == 0
    assert "Asked for approval: contoso-anna, contoso-bob." in result.stdout


def test_the_settings_are_those_of_the_checkout(upstream: Catalog, fork: Catalog) -> None:
    admins = CONFIGURATION.replace("- catalog\n", "- catalog:\n      admins: [eve]\n")
    (fork.root / "mkdocs.yml").write_text(admins, encoding="utf-8")
    fork.write("contoso.yaml", CHANGED)
    result = upstream.run(
        "review", "main", fetched(upstream, fork), "--author", "eve", "--format", "json"
    )
    facts = json.loads(result.stdout)
    assert [found["code"] for found in facts["diagnostics"]] == ["CAT501", "CAT503"]


def test_the_review_grades_rules_as_the_main_branch_does(upstream: Catalog, fork: Catalog) -> None:
    for catalog, limit in ((upstream, 10), (fork, 1_000)):
        rules = f"- catalog:\n      rules: {{too-many-words: {{limit: {limit}}}}}\n"
        settings = CONFIGURATION.replace("- catalog\n", rules)
        (catalog.root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    fork.write("contoso.yaml", MAINTAINED.replace("description: ", "description: Two words. "))
    head = fetched(upstream, fork)
    result = upstream.run("review", "main", head, "--author", "contoso-anna")
    assert "1 more than the 10 allowed" in result.stdout


def test_the_program_and_the_hooks_of_a_pull_request_are_never_run(
    upstream: Catalog, fork: Catalog
) -> None:
    (fork.root / ".gitattributes").write_text("* filter=x diff=x merge=x\n", encoding="utf-8")
    for key in ("filter.x.smudge", "filter.x.clean", "diff.x.textconv", "diff.x.command"):
        git(upstream.root, "config", key, "touch ran; cat")
    fork.write("contoso.yaml", CHANGED)
    upstream.run("review", "main", fetched(upstream, fork), "--author", "eve")
    assert not (upstream.root / "ran").exists()


def test_the_description_comes_from_a_file_or_the_environment(
    upstream: Catalog, fork: Catalog, tmp_path: Path
) -> None:
    fork.write("contoso.yaml", CHANGED)
    ask = ("review", "main", fetched(upstream, fork), "--author", "contoso-anna")
    body = tmp_path / "body.md"
    for text, exit_code in (
        (template(load_settings(upstream.root)), 1),
        (description(upstream), 0),
        ("", 1),
    ):
        body.write_text(text, encoding="utf-8")
        assert upstream.run(*ask, CATALOG_PULL_REQUEST_BODY=text).exit_code == exit_code
        assert upstream.run(*ask, "--body-file", body).exit_code == exit_code
    assert upstream.run(*ask).exit_code == 0
    body.write_bytes(b"\xff" * 2_000_000)
    assert upstream.run(*ask, "--body-file", body).exit_code == 1


def test_the_summary_is_appended_to_what_a_step_has_written(
    upstream: Catalog, fork: Catalog, tmp_path: Path
) -> None:
    fork.write("contoso.yaml", CHANGED)
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n", encoding="utf-8")
    result = upstream.run(
        "review", "main", fetched(upstream, fork), "--author", "eve", "--summary", summary,
        GITHUB_ACTIONS="true",
    )  # fmt: skip
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("Before.\n<!-- partner-catalog-review -->\nCommit reviewed: `")
    assert "\n\nWaiting for approval from a maintainer. " in result.stdout


def test_later_changes_to_main_are_not_the_authors(upstream: Catalog, fork: Catalog) -> None:
    fork.write("contoso.yaml", CHANGED)
    head = fetched(upstream, fork)
    (upstream.root / "README.md").write_text("New.\n", encoding="utf-8")
    upstream.write("fabrikam.yaml", ordered_entry("contact: nowhere\n", "fabrikam"))
    commit(upstream.root)
    result = upstream.run("review", "main", head, "--author", "contoso-anna")
    assert result.exit_code == 0
    title = "You can ignore these existing problems in other entries: 1 error in 1 file."
    assert title in result.stdout


def test_a_conflict_fails_and_says_what_to_do(upstream: Catalog, fork: Catalog) -> None:
    fork.write("contoso.yaml", CHANGED)
    head = fetched(upstream, fork)
    upstream.write("contoso.yaml", MAINTAINED.replace("IBM RACF", "SAP"))
    commit(upstream.root)
    arguments = ("review", "HEAD", head, "--author", "contoso-anna", "--format")
    result = upstream.run(*arguments, "json")
    told = json.loads(result.stdout)
    assert (result.exit_code, told["verdict"]) == (1, "conflict")
    assert [found["code"] for found in told["diagnostics"]] == ["CAT508"]
    shown = upstream.run(*arguments, "github").stdout
    assert "::error file=partners/contoso.yaml" in shown
    assert "Resolve conflicts" in shown


def test_a_catalog_can_be_in_a_folder_of_the_repository(
    upstream: Catalog, fork: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    (upstream.root / "sub").mkdir()
    git(upstream.root, "mv", "mkdocs.yml", "partners", "sub")
    commit(upstream.root)
    git(fork.root, "pull", "--quiet")
    (fork.root / "sub/partners/contoso.yaml").write_text(CHANGED, encoding="utf-8")
    (fork.root / "README.md").write_text("x\n", encoding="utf-8")
    head = fetched(upstream, fork)
    monkeypatch.chdir(upstream.root / "sub")
    result = upstream.run("review", "main", head, "--author", "contoso-anna")
    assert (
        "This pull request changes entries and files outside partners/: ../README.md."
        in result.stdout
    )


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "main\n", "main:partners", ""])
def test_a_missing_commit_is_reported_in_one_sentence(upstream: Catalog, revision: str) -> None:
    for ends in (("main", revision), (revision, "main")):
        result = upstream.run("review", "--author", "eve", "--", *ends)
        assert result.exit_code == 2
        assert result.stderr.startswith("Error: Git can't find the revision")
        assert "Hint: Fetch both commits" in result.stderr


def test_a_clone_without_history_says_so(
    upstream: Catalog, fork: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fork.write("contoso.yaml", CHANGED)
    fetched(upstream, fork)
    upstream.write("fabrikam.yaml", ordered_entry("", "fabrikam"))
    commit(upstream.root)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{upstream.root}", "shallow")
    shallow = tmp_path / "shallow"
    git(shallow, "fetch", "--quiet", "--depth=1", "origin", "refs/pull/7/head:topic")
    monkeypatch.chdir(shallow)
    result = upstream.run("review", "main", "topic", "--author", "eve")
    assert result.exit_code == 2
    assert "which doesn't have the full history" in result.stderr


def test_without_settings_the_entries_are_expected_where_diff_expects_them(
    upstream: Catalog, fork: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fork.write("adatum.yaml", "name: Adatum\n")
    head = fetched(upstream, fork)
    git(tmp_path, "clone", "--quiet", "--mirror", str(upstream.root), "bare")
    monkeypatch.chdir(tmp_path / "bare")
    review = upstream.run("review", "main", head, "--author", "eve")
    assert "partners/adatum.yaml:1:1: error CAT104 missing-contact" in review.stdout
    assert "partners/adatum.yaml" in upstream.run("diff", "main", head).stdout


@pytest.mark.parametrize("command", [["review", "main", "main", "--author", "x"], ["diff", "main"]])
def test_settings_that_are_invalid_are_not_ignored(upstream: Catalog, command: list[str]) -> None:
    (upstream.root / "mkdocs.yml").write_text("plugins: [catalog: {partner: x}]\n")
    result = upstream.run(*command)
    assert (result.exit_code, "no option 'partner'" in result.stderr) == (2, True)
