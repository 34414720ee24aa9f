"""`catalog init`: another organization's catalog, whose first push publishes it."""

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result

from catalog_tool.cli.new_catalog import LANGUAGES
from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.settings import TOOL_REPOSITORY
from catalog_tool.site.engines.frame import default_navigation
from tests.checking import entry_text
from tests.cli.conftest import Catalog
from tests.cli.dialog import Dialog
from tests.workflows.test_lint import run_zizmor
from tests.workflows.workflow import WORKFLOWS, calls, permissions_of, read, workflow

COMMIT = "0123456789abcdef0123456789abcdef01234567"
OPTIONS = {
    "--platform": "Fabrikam Cloud",
    "--repository": "https://github.com/fabrikam/cloud-partners",
    "--admin": "fabrikam-fay",
    "--tool-commit": COMMIT,
}
OPTION_WORDS = [word for pair in OPTIONS.items() for word in pair]
# Other catalogs don't call these: they are about the program, or don't use it.
CALLED = [path.stem for path in WORKFLOWS if "workflow_call" in read(path)["on"]]


def init(catalog: Catalog, **changed: str) -> Result:
    options = OPTIONS | {f"--{name}".replace("_", "-"): value for name, value in changed.items()}
    return catalog.run("init", "fabrikam", *(word for pair in options.items() for word in pair))


ABSENT = ("package_that_is_missing",)
PROGRAM = f"""\
from catalog_tool.cli import main
from catalog_tool.site import errors
errors.PACKAGES = {ABSENT}
main(prog_name="catalog")
"""
WITHOUT_SITE = (sys.executable, "-c", PROGRAM)


@pytest.fixture
def without_site(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a new catalog have no site, as without the extra: building it takes most of the time."""
    monkeypatch.setattr("catalog_tool.site.errors.PACKAGES", ABSENT)


def files_of(folder: Path) -> dict[str, str]:
    """Return the text of each file of a catalog, without its site."""
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {
        name: path.read_text(encoding="utf-8")
        for name, path in paths.items()
        if path.is_file() and not name.startswith("site/")
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new catalog with its site, of which each test gets a copy."""
    root = tmp_path_factory.mktemp("made") / "fabrikam"
    assert Catalog(root.parent).run("init", root, *OPTION_WORDS).exit_code == 0
    return root


@pytest.fixture
def fabrikam(catalog: Catalog, made: Path, monkeypatch: pytest.MonkeyPatch) -> Catalog:
    """A new catalog; the working directory is its root."""
    root = shutil.copytree(made, catalog.root / "fabrikam")
    monkeypatch.chdir(root)
    return Catalog(root)


def test_a_new_catalog_passes_the_check_and_can_be_published(fabrikam: Catalog) -> None:
    before = files_of(fabrikam.root)
    assert fabrikam.run("check", "--strict").exit_code == 0
    assert fabrikam.run("publish").exit_code == 0
    after = files_of(fabrikam.root)
    assert after.keys() - before.keys() == {"CATALOG.md"}
    assert before.items() <= after.items()


def test_its_site_is_built_as_it_is_and_with_an_entry(fabrikam: Catalog) -> None:
    example = (fabrikam.root / "site/partners/contoso-example/index.html").read_text()
    assert "../../logos/contoso-example.svg" in example
    fabrikam.write("contoso.yaml", entry_text())
    built = fabrikam.run("build")
    assert built.exit_code == 0, built.output
    home = (fabrikam.root / "site/index.html").read_text(encoding="utf-8")
    assert "Fabrikam Cloud partner integrations" in home
    assert "https://fabrikam.github.io/cloud-partners/" in home


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("forge", [(), ("--repository", "https://github.com/f/c", "--admin", "f")])
@pytest.mark.parametrize("platform", ["Contoso Observability", "Fabrikam Payments"])
def test_every_kind_of_new_catalog_passes_the_check(
    catalog: Catalog, language: str, forge: tuple[str, ...], platform: str
) -> None:
    options = ("--language", language, "--platform", platform, *forge)
    assert catalog.run("init", "new", *options).exit_code == 0
    checked = catalog.run("--config", "new/mkdocs.yml", "check", "--strict")
    assert (checked.exit_code, checked.stderr) == (0, "")


@pytest.mark.parametrize("words", [[], ["--connects", "exporter, exporters"]], ids=len)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("without_site")
def test_its_menu_is_that_of_a_site_without_one(
    catalog: Catalog, language: str, words: list[str]
) -> None:
    assert catalog.run("init", "new", "--language", language, *words).exit_code == 0
    configuration = catalog.root / "new/mkdocs.yml"
    settings = load_settings(configuration)
    assert read(configuration)["nav"] == default_navigation(settings, ())


def test_the_example_is_a_whole_entry_that_can_be_deleted(fabrikam: Catalog) -> None:
    example = fabrikam.root / "partners/contoso-example.yaml"
    assert "name: Contoso (example)\n" in example.read_text(encoding="utf-8")
    example.unlink()
    (fabrikam.root / "partners/logos/contoso-example.svg").unlink()
    for name in ("_vocabulary.yaml", "_fields.yaml"):
        (fabrikam.root / "partners" / name).unlink()
    assert fabrikam.run("publish").exit_code == 0
    assert fabrikam.run("check", "--strict").exit_code == 0


def test_it_has_nothing_from_our_catalog(fabrikam: Catalog) -> None:
    texts = files_of(fabrikam.root)
    named = ("Microsoft", "Entra", "Azure", "aka.ms")
    assert [path for path, text in texts.items() if any(name in text for name in named)] == []
    ours = {path for path, text in texts.items() if TOOL_REPOSITORY in text}
    assert ours == {"README.md", *(f".github/workflows/{name}.yml" for name in (*CALLED, *calls()))}
    assert texts[".github/CODEOWNERS"].endswith("* @fabrikam-fay\n")
    assert "Fabrikam Cloud" in texts[".github/pull_request_template.md"]
    assert "fabrikam/cloud-partners/blob/main/docs/prose/terms.md" in texts[
        ".github/ISSUE_TEMPLATE/partner.yml"
    ].replace("\n", "")


@pytest.mark.parametrize("name", CALLED)
def test_its_workflow_calls_ours_with_the_same_events_and_permissions(
    fabrikam: Catalog, name: str
) -> None:
    theirs, ours = read(fabrikam.root / f".github/workflows/{name}.yml"), workflow(name)
    call = ours["on"].pop("workflow_call")
    assert theirs["on"] == ours["on"]
    assert theirs["name"] == ours["name"]
    assert theirs["permissions"] == {}
    (job,) = theirs["jobs"].values()
    assert job["permissions"] == permissions_of(ours)
    assert job["uses"] == f"{TOOL_REPOSITORY}/.github/workflows/{name}.yml@{COMMIT}"
    given = {"commit": "${{ inputs.commit }}"} if call else {}
    assert job.get("with", {}) == given


@pytest.mark.parametrize(("name", "called"), calls().items())
def test_its_schedules_call_ours(fabrikam: Catalog, name: str, called: str) -> None:
    theirs, ours = read(fabrikam.root / f".github/workflows/{name}.yml"), workflow(name)
    assert (theirs["on"], theirs["permissions"]) == (ours["on"], {})
    (job,) = theirs["jobs"].values()
    assert job["permissions"] == permissions_of(workflow(called))
    assert job["uses"] == f"{TOOL_REPOSITORY}/.github/workflows/{called}.yml@{COMMIT}"
    assert "with" not in job


def test_its_approvals_start_the_review_as_ours_do(fabrikam: Catalog) -> None:
    assert read(fabrikam.root / ".github/workflows/approval.yml") == workflow("approval")


def test_actionlint_accepts_its_workflows(fabrikam: Catalog) -> None:
    actionlint = Path(sys.executable).with_name("actionlint")
    paths = sorted((fabrikam.root / ".github/workflows").glob("*.yml"))
    done = subprocess.run([actionlint, *paths], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_zizmor_accepts_its_workflows(fabrikam: Catalog) -> None:
    done = run_zizmor("--strict-collection", fabrikam.root)
    assert done.returncode == 0, done.stdout


def test_without_options_everything_has_a_default(catalog: Catalog) -> None:
    made = catalog.run("init", "contoso-observability")
    assert made.exit_code == 0
    assert "> " not in made.stdout
    assert "`catalog --config contoso-observability/mkdocs.yml build`" in made.stdout
    assert "Open contoso-observability/site/index.html in your browser" in made.stdout
    root = catalog.root / "contoso-observability"
    assert (root / "site/index.html").exists()
    written = read(root / "mkdocs.yml")
    assert written["plugins"][0]["catalog"] == {
        "platform": "Contoso Observability",
        "forge": "none",
    }
    assert not (root / ".github").exists()
    assert "pull request" not in "".join(
        path.read_text(encoding="utf-8") for path in root.rglob("*.md")
    )


@pytest.mark.parametrize(
    ("answers", "options"),
    [
        ("", ""),
        ("Nord|de|Amt, Ämter|none", "--platform Nord --language de --connects 'Amt, Ämter'"),
        (
            "Fabrikam|||github||",
            "--platform Fabrikam --repository https://github.com/fabrikam/new --admin fabrikam",
        ),
        (
            "<b>|F|fr|en|app|app, apps|gitlab|github|f/new|https://github.com/f/new|@fay|fay",
            "--platform F --connects 'app, apps' --repository https://github.com/f/new --admin fay",
        ),
    ],
)
@pytest.mark.usefixtures("without_site")
def test_on_a_terminal_it_asks_for_what_the_options_say(
    catalog: Catalog, answers: str, options: str
) -> None:
    (catalog.root / "asked").mkdir()
    dialog = Dialog("init", "asked/new", program=WITHOUT_SITE)
    dialog.answer("\n> ", *answers.split("|"), *[""] * (3 - answers.count("|")))
    assert dialog.end() == 0, dialog.shown
    assert catalog.run("init", "new", *shlex.split(options)).exit_code == 0
    assert files_of(catalog.root / "asked/new") == files_of(catalog.root / "new")


def test_a_wrong_answer_is_explained(catalog: Catalog) -> None:
    dialog = Dialog("init", "new", program=WITHOUT_SITE)
    dialog.answer("\n> [New] ", 'Fabrikam "Cloud"')
    dialog.leave("\n> [New] ", by_signal=False)
    assert dialog.end() != 0
    assert "What do the partners connect to?" in dialog.shown
    assert '  Enter a name of at most 60 characters, without ", <, >, or \\.' in dialog.shown
    assert not (catalog.root / "new").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--forge", "github"], "needs --repository and --admin"),
        (["--repository", "https://github.com/f/c"], "needs --repository and --admin"),
        (["--admin", "fay"], "needs --repository and --admin"),
        (["--tool-commit", COMMIT], "needs --repository and --admin"),
        (["--forge", "none", "--admin", "fay"], "Only a catalog on GitHub has"),
        (["--forge", "gitlab"], "--forge can't be 'gitlab'."),
        (["--language", "fr"], "--language can't be 'fr'."),
        (["--connects", "exporters"], "--connects can't be 'exporters'."),
        (["--connects", "a %(b)s, c"], "--connects can't be"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    catalog: Catalog, options: list[str], message: str
) -> None:
    result = catalog.run("init", "new", *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (catalog.root / "new").exists()


@pytest.mark.usefixtures("without_site")
def test_without_the_extra_it_says_why_there_is_no_site(catalog: Catalog) -> None:
    made = catalog.run("init", "contoso-observability")
    assert made.exit_code == 0
    assert "There is no site yet. This command needs the extra 'site'. Run: pip" in made.stdout
    assert " build` to build the site.\n" in made.stdout
    assert (catalog.root / "contoso-observability/mkdocs.yml").exists()
    assert not (catalog.root / "contoso-observability/site").exists()


def test_in_the_current_folder_the_commands_are_short(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    (catalog.root / "new").mkdir()
    monkeypatch.chdir(catalog.root / "new")
    made = catalog.run("init", ".", "--platform", "Contoso Observability")
    assert made.exit_code == 0
    assert "files to this folder." in made.stdout
    assert "Run `catalog build` to build the site again." in made.stdout


def test_it_says_what_is_left_to_do(catalog: Catalog) -> None:
    said = init(catalog).stdout
    for words in ("terms.md", "push", "catalog --config fabrikam/mkdocs.yml doctor"):
        assert words in said


@pytest.mark.usefixtures("without_site")
def test_the_doctor_lists_what_is_left_to_set_on_github(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GH_TOKEN", "GITHUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    init(catalog)
    done = catalog.run("--config", "fabrikam/mkdocs.yml", "doctor")
    assert done.exit_code == 0, done.stdout
    for words in ("/settings/pages", "/settings/actions", "/settings/rules", "catalog/review"):
        assert words in done.stdout


def test_no_file_is_overwritten(catalog: Catalog) -> None:
    existing = catalog.root / "fabrikam/README.md"
    existing.parent.mkdir()
    existing.write_text("Ours.\n", encoding="utf-8")
    result = init(catalog)
    assert result.exit_code == 2
    assert "README.md already exists. Nothing was written." in result.stderr
    assert [path.name for path in existing.parent.iterdir()] == ["README.md"]
    assert existing.read_text(encoding="utf-8") == "Ours.\n"


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("platform", ""),
        ("platform", " Fabrikam"),
        ("platform", "Fabrikam\nplugins:"),
        ("platform", 'Fabrikam "Cloud"'),
        ("platform", "<b>Fabrikam</b>"),
        ("platform", "F" * 61),
        ("repository", "http://github.com/fabrikam/cloud-partners"),
        ("repository", "https://github.com/fabrikam"),
        ("repository", "https://github.com/fabrikam/cloud partners"),
        ("repository", "https://github.com/fabrikam/cloud/tree/main"),
        ("admin", "@fabrikam-fay"),
        ("admin", "fabrikam/catalog-admins"),
        ("admin", "fabrikam-fay\n* @eve"),
        ("tool_commit", "main"),
        ("tool_commit", "v1.2.3"),
        ("tool_commit", "0123456"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused(catalog: Catalog, option: str, value: str) -> None:
    result = init(catalog, **{option: value})
    assert result.exit_code == 2
    assert f"--{option} can't be ".replace("_", "-") in result.stderr
    assert not (catalog.root / "fabrikam").exists()


@pytest.mark.parametrize(
    "platform", ["Fabrikam: Cloud #1", "Müller & Söhne's", "- [x]", "{{ fabrikam }}", "日本"]
)
def test_a_name_with_yaml_characters_is_kept_as_it_is(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    assert init(catalog, platform=platform).exit_code == 0
    root = catalog.root / "fabrikam"
    options = read(root / "mkdocs.yml")["plugins"][0]["catalog"]
    assert options["platform"] == platform
    monkeypatch.chdir(root)
    catalog_json = root / "data"
    assert catalog.run("render", "--out", catalog_json).exit_code == 0
    title = json.loads((catalog_json / "catalog.json").read_text(encoding="utf-8"))["title"]
    assert title == f"{platform} partner integrations"


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/Fabrikam/Cloud", "https://fabrikam.github.io/Cloud/"),
        ("https://github.com/Fabrikam/Cloud/", "https://fabrikam.github.io/Cloud/"),
        ("https://github.com/fabrikam/fabrikam.github.io", "https://fabrikam.github.io/"),
        ("https://git.fabrikam.com/identity/cloud", None),
    ],
)
@pytest.mark.usefixtures("without_site")
def test_the_site_has_its_address_on_github_pages(
    catalog: Catalog, repository: str, address: str | None
) -> None:
    assert init(catalog, repository=repository).exit_code == 0
    written = read(catalog.root / "fabrikam/mkdocs.yml")
    assert written.get("site_url") == address
    assert written["plugins"][0]["catalog"]["repository"] == repository.rstrip("/")


@pytest.mark.usefixtures("without_site")
def test_without_a_commit_the_workflows_call_the_commit_of_this_program(catalog: Catalog) -> None:
    result = catalog.run("init", "fabrikam", *(w for o in list(OPTIONS.items())[:3] for w in o))
    program = Path(__file__).parents[2]
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"],  # noqa: S607 - the Git that everybody has
        cwd=program,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    assert result.exit_code == 0
    job = read(catalog.root / "fabrikam/.github/workflows/links.yml")["jobs"]["links"]
    assert job["uses"].partition("@")[2] == head


@pytest.mark.usefixtures("without_site")
def test_a_program_that_does_not_know_its_commit_says_how_to_add_workflows(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("catalog_tool.cli.init._own_pin", dict)
    words = [word for option in list(OPTIONS.items())[:3] for word in option]
    result = catalog.run("init", "fabrikam", "--connects", "plug-in, plug-ins", *words)
    workflows = catalog.root / "fabrikam/.github/workflows"
    assert (result.exit_code, workflows.exists()) == (0, False)
    command = shlex.split(result.stderr.splitlines()[-1].replace("COMMIT", COMMIT))
    assert catalog.run(*command[1:]).exit_code == 0
    assert workflows.exists()


@pytest.mark.parametrize("folder", ["partners-of-ours", "deep/partners-of-ours"])
@pytest.mark.usefixtures("without_site")
def test_in_a_folder_of_a_repository_its_workflows_would_not_run(
    catalog: Catalog, folder: str
) -> None:
    (catalog.root / ".git").mkdir()
    (catalog.root / folder).mkdir(parents=True)
    result = catalog.run("init", folder, *OPTION_WORDS)
    assert result.exit_code == 0
    said = " ".join(result.stderr.split())
    assert f"Warning: {folder} is inside the repository {catalog.root.resolve()}." in said
    assert "GitHub runs workflows only from .github at the root of a repository." in said


@pytest.mark.parametrize("is_repository", [True, False])
@pytest.mark.usefixtures("without_site")
def test_nothing_is_said_about_a_repository_of_its_own(
    catalog: Catalog, *, is_repository: bool
) -> None:
    (catalog.root / "fabrikam").mkdir()
    if is_repository:
        (catalog.root / ".git").mkdir()
        (catalog.root / "fabrikam/.git").mkdir()
    assert init(catalog).stderr == ""


def test_a_run_that_was_killed_is_finished_by_the_same_call(fabrikam: Catalog) -> None:
    """In an existing folder, some files may be there; tests/writer kills it at every call."""
    whole = files_of(fabrikam.root)
    for path in list(whole)[::2]:
        (fabrikam.root / path).unlink()
    assert fabrikam.run("init", ".", *OPTION_WORDS).exit_code == 0
    assert files_of(fabrikam.root) == whole
    assert fabrikam.run("init", ".", *OPTION_WORDS).exit_code == 2
