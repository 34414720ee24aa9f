"""The pre-commit hooks, run by pre-commit itself in a separate repository.

pip takes a while to create the environment of the hooks, so it is created once.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.checking import entry_text
from tests.repository import git

pytestmark = pytest.mark.slow  # pip creates an environment for the hooks

REPOSITORY = Path(__file__).parents[1]
HOOKS = ".pre-commit-hooks.yaml"
TOOL = (HOOKS, "LICENSE", "README.md", "catalog_tool", "pyproject.toml")
CONFIGURATION = "site_name: Connectors\nplugins:\n  - catalog\n"
FIXABLE = "description: One\u00a0gateway.\n"


def repository(folder: Path) -> Path:
    """Commit whatever a folder holds."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=first")
    return folder


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the program as it is in the working tree, committed or not."""
    folder = tmp_path_factory.mktemp("tool")
    for name in TOOL:
        source = REPOSITORY / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder)
    return repository(folder)


@pytest.fixture(scope="module")
def hooks(tool: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A configuration of pre-commit with all our hooks, in the folder of its environments."""
    folder = tmp_path_factory.mktemp("hooks")
    revision = git(tool, "rev-parse", "HEAD").strip()
    identifiers = [{"id": hook["id"]} for hook in yaml.safe_load((tool / HOOKS).read_bytes())]
    repositories = [{"repo": str(tool), "rev": revision, "hooks": identifiers}]
    configuration = folder / "pre-commit.yaml"
    configuration.write_text(yaml.safe_dump({"repos": repositories}), encoding="utf-8")
    return configuration


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """A repository with a catalog of two entries without errors."""
    (tmp_path / "partners").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    for name in ("contoso", "fabrikam"):
        (tmp_path / "partners" / f"{name}.yaml").write_text(entry_text(identifier=name))
    return repository(tmp_path)


def run_hooks(hooks: Path, catalog: Path) -> tuple[int, str]:
    """Run the hooks on all files of a catalog, and return the exit code and the output."""
    leftovers = {"PRE_COMMIT", "VIRTUAL_ENV", "PYTHONPATH", "GITHUB_ACTIONS"}
    environment = {key: value for key, value in os.environ.items() if key not in leftovers}
    # The environment is used twice: compiling all of its modules would take longer than running.
    environment |= {"PIP_NO_COMPILE": "1", "PRE_COMMIT_HOME": str(hooks.parent / "home")}
    run = [sys.executable, "-m", "pre_commit", "run", "--config", str(hooks)]
    command = [*run, "--all-files", "--verbose"]
    finished = subprocess.run(
        command, cwd=catalog, env=environment, check=False, capture_output=True, text=True
    )
    return finished.returncode, finished.stdout + finished.stderr


def outcomes(output: str) -> dict[str, str]:
    """Return the result of each hook, by the name that a committer reads."""
    return dict(re.findall(r"^([a-z ]+?)\.+(Passed|Failed|Skipped)$", output, re.MULTILINE))


def test_entries_without_errors_pass(hooks: Path, catalog: Path) -> None:
    code, output = run_hooks(hooks, catalog)
    passed = {"check partner entries": "Passed", "fix partner entries": "Passed"}
    assert (code, outcomes(output)) == (0, passed), output
    assert "2 files checked: no problems." in output
    installed = {path.name for path in (hooks.parent / "home").glob("repo*/**/site-packages/*")}
    assert {"pydantic", "yaml"} <= installed
    assert installed & {"jinja2", "material", "mkdocs", "selectolax"} == set()


def test_a_broken_entry_is_explained_and_fixed(hooks: Path, catalog: Path) -> None:
    faulty = catalog / "partners" / "contoso.yaml"
    faulty.write_text(entry_text(FIXABLE), encoding="utf-8")
    code, output = run_hooks(hooks, catalog)
    failed = {"check partner entries": "Failed", "fix partner entries": "Failed"}
    assert (code, outcomes(output)) == (1, failed), output
    assert "partners/contoso.yaml:1:17: error CAT007 hidden-character: " in output
    assert "partners/fabrikam.yaml" not in output
    assert "files were modified by this hook" in output
    assert "Fixed 1 file: partners/contoso.yaml" in output
    assert "description: One gateway.\n" in faulty.read_text(encoding="utf-8")
