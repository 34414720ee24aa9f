"""The action that installs the program, for this repository and for others."""

import os
import re
import shutil
import subprocess
from itertools import takewhile
from pathlib import Path

import pytest

from tests.workflows.runner import SETUP
from tests.workflows.workflow import (
    REPOSITORY,
    WORKFLOWS,
    calls,
    fill_in,
    jobs,
    read,
    steps,
    value_of,
)

ACTION = REPOSITORY / ".github/actions/setup/action.yml"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of what make needs, in a folder with a blank, as if it were already installed."""
    folder = tmp_path / "a folder"
    (folder / ".github/actions/setup").mkdir(parents=True)
    (folder / "requirements").mkdir()
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
    place = {
        "github": {"action_path": os.fspath(program / ".github/actions/setup")},
        "inputs": {"part": part},
    }
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
    """Except tests, which runs this test, and those that only call another one."""
    text = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("*.py"))
    named = {path.stem for path in WORKFLOWS if f'run("{path.stem}", ' in text}
    assert named == {path.stem for path in WORKFLOWS} - {"tests", *calls()}


CALLABLE = {name: steps(job) for name, job in jobs() if "tool-commit" in str(job)}


@pytest.mark.parametrize("name", CALLABLE)
def test_a_job_checks_that_the_program_is_pinned_before_it_fetches_anything(name: str) -> None:
    first = list(takewhile(lambda step: not step.uses, CALLABLE[name]))[-1]
    assert first.name == "Check that the program is pinned"
    assert first == CALLABLE["validate/review"][0]
    for inputs, is_asked in (({}, False), ({"tool-repository": "fabrikam/tool"}, True)):
        assert bool(value_of(first.condition, {"inputs": inputs})) is is_asked


@pytest.mark.parametrize(
    ("commit", "code"),
    [
        ("0123456789abcdef0123456789abcdef01234567", 0),
        ("", 1),
        ("main", 1),
        ("v1.0.0", 1),
        ("0123456", 1),
        ("0123456789ABCDEF0123456789ABCDEF01234567", 1),
        ("0123456789abcdef0123456789abcdef012345678", 1),
        ("0123456789abcdef0123456789abcdef01234567\nmain", 1),
    ],
)
def test_pinned_is_a_full_id(commit: str, code: int) -> None:
    first = CALLABLE["validate/review"][0]
    own = {
        name: fill_in(value, {"inputs": {"tool-commit": commit}})
        for name, value in first.environment.items()
    }
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", first.run],  # noqa: S607 - as GitHub calls it
        env=os.environ | own,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == code
    assert ("::error::tool-commit must be the full id" in done.stdout) is bool(code)
