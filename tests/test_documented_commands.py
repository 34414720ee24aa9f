"""Each block of commands in the documents runs as it stands, in a catalog with a branch."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documents import REPOSITORY, all_documents, document
from tests.forked_program import forked_program
from tests.repository import AUTHOR, git

BIN = Path(sys.executable).parent
NOT_RUN = {
    "python3 -m venv .venv": "the environment of the tests stands in; test_packaging makes one",
    '.venv/bin/pip install "partner-catalog[site] @'
    ' git+https://github.com/partner-catalog/partner-catalog"': "needs GitHub",
    ".venv/bin/catalog --version": "asks for the package, which is not installed from here",
}
"""Lines that can't run here, with the reason."""
# CI runs the targets themselves, so here make only has to know them.
MAKE = f"""\
#!/bin/sh
exec {shutil.which("make")} --dry-run --directory "{REPOSITORY}" "$@"
"""


def blocks() -> Iterator[tuple[str, str]]:
    """Yield each block of commands with the name of its document."""
    for each in all_documents():
        for number, fence in enumerate(fence for fence in each.fences if fence.language == "sh"):
            yield f"{each.name}-{number}", fence.text


def lines_to_run(text: str) -> str:
    return "".join(f"{line}\n" for line in text.splitlines() if line not in NOT_RUN)


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("programs")
    (folder / "make").write_text(MAKE, encoding="utf-8")
    (folder / "make").chmod(0o755)
    (folder / "catalog").symlink_to(forked_program() / "catalog")
    return folder


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory, programs: Path) -> Path:
    """A clone of our catalog, with a branch that adds the example of CONTRIBUTING."""
    origin = tmp_path_factory.mktemp("origin")
    for name in ("docs", "partners"):
        shutil.copytree(REPOSITORY / name, origin / name)
    for name in ("CATALOG.md", "mkdocs.yml"):
        shutil.copy(REPOSITORY / name, origin)
    git(origin, "init", "--quiet", "--initial-branch=main")
    git(origin, "add", "--all")
    git(origin, "commit", "--quiet", "--message", "docs: begin")
    clone = tmp_path_factory.mktemp("clone") / "catalog"
    git(origin, "clone", "--quiet", os.fspath(origin), os.fspath(clone))
    git(clone, "switch", "--quiet", "--create", "topic")
    entry = next(
        fence.text for fence in document("CONTRIBUTING.md").fences if fence.language == "yaml"
    )
    (clone / "partners/contoso-identity.yaml").write_text(entry, encoding="utf-8")
    run("catalog publish", clone, programs)
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "feat: add Contoso Identity")
    (clone / ".venv/bin").mkdir(parents=True)
    (clone / ".venv/bin/catalog").symlink_to(programs / "catalog")
    return clone


def run(script: str, folder: Path, programs: Path) -> str:
    """Run a script until a command fails, and return what it prints."""
    done = subprocess.run(
        ["bash", "-eu", "-o", "pipefail", "-c", script],  # noqa: S607 - the shell of readers
        cwd=folder,
        env={**os.environ, **AUTHOR, "PATH": f"{programs}:{BIN}:{os.environ['PATH']}"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in blocks()])
def test_the_commands_of_a_document_run(text: str, catalog: Path, programs: Path) -> None:
    run(lines_to_run(text), catalog, programs)


def test_what_does_not_run_is_still_documented() -> None:
    documented = {line for _, text in blocks() for line in text.splitlines()}
    assert NOT_RUN.keys() <= documented


def test_the_completion_of_bash_is_set(catalog: Path, programs: Path) -> None:
    script = 'eval "$(_CATALOG_COMPLETE=bash_source catalog)"; complete -p catalog'
    assert "_catalog_completion" in run(script, catalog, programs)
