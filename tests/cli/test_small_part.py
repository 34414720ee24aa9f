"""Without the extra ``site``, all commands work except four, which say what to type."""

import io
import os
import shlex
import shutil
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from catalog_tool.cli._group import COMMANDS
from tests.checking import FIELDS, OWN_FIELDS
from tests.cli.conftest import REPOSITORY as OWN
from tests.cli.test_import import PAGE
from tests.contributions.github.server import REPOSITORY, TOKEN, GitHub
from tests.contributions.issue_form.bodies import VALUES, fill_form
from tests.pull_requests import MAINTAINED, make_pull_request
from tests.repository import git
from tests.small_part import install_small_part, locked_packages
from tests.workflows.workflow import WORKFLOWS

COMMIT = "0123456789abcdef0123456789abcdef01234567"
NEW_CATALOG = (
    f"--platform Fabrikam --repository https://github.com/f/c --admin f --tool-commit {COMMIT}"
)
READY = '{"version": 1, "is_form": true, "is_ready": false, "reply": "Thank you"}'

SMALL = {
    "--help": "For publishing",
    "check --format sarif": '"results": []',
    "check --fix": "2 files checked",
    f"comment --commit {COMMIT}": "nothing to do",
    "diff main topic": "contoso.com/sales",
    "doctor --format json": '"version": 1',
    "explain missing-contact": "missing-contact",
    "digest": "0 due tests",
    "freshness --format json": '"version": 1',
    "from-issue --body-file issue.md --format json": '"is_form": true',
    "import page.md --into partners": "Northwind -> partners/northwind.yaml",
    f"init new {NEW_CATALOG}": "Wrote ",
    "links --shard 1/97 --format json": '"version": 1',
    "new Fabrikam": "partners/fabrikam.yaml",
    "propose --issue 7 --file outcome.json": "Replied",
    "publish": "CATALOG.md",
    "queue": "0 pull requests wait",
    "review main topic --author fabrikam-dora": "contoso-anna",
    "rolling-issue --label links --title Links --file page.md": "ssue",
    "rules": "missing-contact",
    "schema": '"$schema"',
    "upgrade": "the current format",
    "vocabulary suggest --min-partners 1": "+  ",
}
"""Command lines, and a part of what each prints."""
SITE = ("build", "find racf", "render", "serve")


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install_small_part(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of main with a pull request, and files for the commands that read one."""
    place = tmp_path_factory.mktemp("made")
    own_files = (
        OWN / "mkdocs.yml",
        OWN / "partners/_fields.yaml",
        OWN / ".github/CODEOWNERS",
        *WORKFLOWS,
    )
    base = {
        path.relative_to(OWN).as_posix(): path.read_text(encoding="utf-8") for path in own_files
    }
    base["mkdocs.yml"] = base["mkdocs.yml"].replace("admins: []", "admins: [fabrikam-fay]")
    base["partners/contoso.yaml"] = MAINTAINED
    base[FIELDS] = OWN_FIELDS
    changed = MAINTAINED.replace("https://www.contoso.com/contact", "https://contoso.com/sales")
    remote = place / "remote"
    remote.mkdir()
    make_pull_request(remote, base, {"partners/contoso.yaml": changed})
    folder = place / "checkout"
    git(place, "clone", "--quiet", os.fspath(remote), os.fspath(folder))
    git(folder, "branch", "--quiet", "topic", "origin/topic")
    (folder / "page.md").write_text(PAGE, encoding="utf-8")
    (folder / "issue.md").write_text(fill_form(VALUES), encoding="utf-8")
    (folder / "outcome.json").write_text(READY, encoding="utf-8")
    return folder


@pytest.fixture
def checkout(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(made, tmp_path / "checkout", symlinks=True))


def run(
    programs: Path, line: str, folder: Path, github: GitHub
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [programs / "catalog", *shlex.split(line)],
        cwd=folder,
        env=os.environ
        | {"GITHUB_API_URL": github.url, "GITHUB_REPOSITORY": REPOSITORY, "GITHUB_TOKEN": TOKEN},
        check=False,
        capture_output=True,
        text=True,
    )


def test_each_command_is_in_one_of_the_two_parts() -> None:
    small, site = ({line.partition(" ")[0] for line in lines} for lines in (SMALL, SITE))
    assert small | site == {"--help", *COMMANDS}
    assert small & site == set()


@pytest.mark.parametrize(("line", "printed"), SMALL.items(), ids=SMALL)
def test_without_the_extra_a_command_works(
    line: str, printed: str, programs: Path, checkout: Path, github: GitHub
) -> None:
    github.issue("dora", "entry", "An entry", "", 7)
    done = run(programs, line, checkout, github)
    assert done.returncode == 0, done.stdout + done.stderr
    assert printed in done.stdout


@pytest.mark.parametrize("line", SITE)
def test_without_the_extra_a_site_command_says_what_to_type(
    line: str, programs: Path, checkout: Path, github: GitHub
) -> None:
    done = run(programs, line, checkout, github)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "Error: This command needs the extra 'site'. Run: pip install 'partner-catalog[site] @ "
        "git+https://github.com/partner-catalog/partner-catalog'\n"
    )


@pytest.mark.parametrize("call", ["render(publication)", "build(publication, Path('site'))"])
def test_without_the_extra_a_site_function_raises_the_same(
    call: str, programs: Path, checkout: Path
) -> None:
    program = (
        "from pathlib import Path; import catalog_tool; "
        "publication = catalog_tool.check(catalog_tool.load_settings()).publication\n"
        f"try: catalog_tool.{call}\nexcept catalog_tool.CatalogError as error: print(error)"
    )
    packages = programs.with_name("packages")
    done = subprocess.run(
        [sys.executable, "-S", "-P", "-c", program],
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": os.fspath(packages)},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.startswith("This command needs the extra 'site'. Run: pip install ")


def test_what_the_small_part_downloads_is_at_most_12_mb() -> None:
    """A wheel is a ZIP archive of the files that it installs, so packing them gives its size."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for installed in map(distribution, locked_packages()):
            for file in installed.files or ():
                if "__pycache__" not in file.parts:
                    archive.write(str(installed.locate_file(file)), file.as_posix())
    assert 1_000_000 < packed.tell() < 12_000_000
