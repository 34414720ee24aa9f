"""The action that installs the program, for this repository and for others."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.workflows.runner import SETUP
from tests.workflows.workflow import REPOSITORY, WORKFLOWS, calls, fill_in, jobs, read, steps

ACTION = REPOSITORY / "action.yml"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of what make needs, in a folder with a blank, as if it were already installed."""
    folder = tmp_path / "a folder"
    (folder / "requirements").mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml", "requirements/check.txt", "requirements/site.txt"):
        shutil.copy(REPOSITORY / name, folder / name)
    (folder / ".venv/bin").mkdir(parents=True)
    for name in (".created", ".check", ".site"):
        (folder / ".venv" / name).touch()
    return folder


@pytest.mark.parametrize("part", ["check", "site"])
def test_the_program_of_the_action_is_put_on_the_path(
    part: str, program: Path, tmp_path: Path
) -> None:
    (script,) = [step for step in steps(read(ACTION)["runs"]) if step.run]
    place = {"github": {"action_path": os.fspath(program)}, "inputs": {"part": part}}
    own = {name: fill_in(value, place) for name, value in script.environment.items()}
    paths = tmp_path / "paths"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script.run],  # noqa: S607 - as GitHub calls it
        env=os.environ | own | {"GITHUB_PATH": os.fspath(paths)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert paths.read_text(encoding="utf-8") == f"{program}/.venv/bin\n"


def test_each_job_that_calls_catalog_sets_it_up_first() -> None:
    for _, job in jobs():
        names = [step.uses or step.run for step in steps(job)]
        calling = [place for place, each in enumerate(names) if each.startswith("catalog ")]
        assert not calling or names.index(SETUP) < calling[0]


def test_jobs_that_build_the_site_install_it_and_no_others_do() -> None:
    """A job that reviews strangers' text installs as little as possible."""
    for name, job in jobs():
        each = steps(job)
        builds = any("catalog build" in step.run for step in each)
        parts = [step.options.get("part", "check") for step in each if step.uses == SETUP]
        assert parts in ([], ["site" if builds else "check"]), name


def test_make_knows_the_part(program: Path) -> None:
    makefile = (program / "Makefile").read_text(encoding="utf-8")
    known = set(re.findall(r"^\$\(VENV\)/\.(\w+):", makefile, re.MULTILINE))
    default = read(ACTION)["inputs"]["part"]["default"]
    assert {default, "site"} <= known


def test_each_workflow_is_run_by_a_test() -> None:
    """Except tests, which runs this test, audit, which asks the internet, and callers."""
    text = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("*.py"))
    named = {path.stem for path in WORKFLOWS if f'run("{path.stem}", ' in text}
    assert named == {path.stem for path in WORKFLOWS} - {"audit", "tests", *calls()}


PROGRAMS = {
    f"{name}: {step.name}": step.options
    for name, job in jobs()
    for step in steps(job)
    if step.options.get("path") == ".catalog-tool"
}
COMMIT = "0123456789abcdef0123456789abcdef01234567"
TOOL, CATALOG = "partner-catalog/partner-catalog", "fabrikam/cloud-partners"


def fetched(options: Mapping[str, str], workflow_of: str, **github: object) -> tuple[str, str]:
    """Return the repository and the reference of a checkout, in a job of a workflow."""
    contexts = {
        "job": {"workflow_repository": workflow_of, "workflow_sha": COMMIT},
        "github": {"event": {"repository": {"default_branch": "main"}}, **github},
    }
    return fill_in(options["repository"], contexts), fill_in(options["ref"], contexts)


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_called_workflow_runs_the_program_of_its_own_commit(name: str) -> None:
    """So a catalog pins the workflow, and with it the program."""
    called = {"repository": CATALOG, "sha": "1" * 40, "base_ref": "main"}
    assert fetched(PROGRAMS[name], TOOL, **called) == (TOOL, COMMIT)


@pytest.mark.parametrize("name", PROGRAMS)
def test_in_its_own_repository_the_program_is_never_that_of_a_pull_request(name: str) -> None:
    """There, `workflow_sha` may be the merge of a pull request."""
    own = {"repository": TOOL, "sha": "main as pushed", "base_ref": "main"}
    repository, reference = fetched(PROGRAMS[name], TOOL, **own)
    assert repository == TOOL
    expected = "main" if name.startswith(("review/", "validate/")) else "main as pushed"
    assert reference == expected


def test_a_merge_group_is_judged_by_the_program_of_its_base() -> None:
    options = PROGRAMS["review/review: Check out the program of the main branch"]
    event = {"repository": {"default_branch": "main"}, "merge_group": {"base_ref": "base"}}
    assert fetched(options, TOOL, repository=TOOL, event=event) == (TOOL, "base")


def test_the_action_can_be_listed() -> None:
    """GitHub's Marketplace asks for a name, a description, and branding."""
    action = read(ACTION)
    assert action.keys() == {"name", "description", "author", "branding", "inputs", "runs"}
    assert action["branding"].keys() == {"icon", "color"}
    assert len(action["description"]) <= 125
    assert all(each["description"] for each in action["inputs"].values())
