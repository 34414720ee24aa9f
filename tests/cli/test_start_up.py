"""A check imports only what it needs, so that it starts fast."""

import subprocess
import sys

import pytest

from catalog_tool.linter.reporters import CHECK_FORMATS
from tests.cli.conftest import Catalog

NEEDED_ELSEWHERE = set("ctypes jinja2 material mkdocs nh3 rapidfuzz rich subprocess".split())
OWN_NEEDED_ELSEWHERE = {
    *("linter.fix", "loader.logos.svg", "model.history", "model.queue"),
    *("site.messages.overrides", "text.markup.markdown"),
}
PROGRAM = """\
import sys
from catalog_tool.cli import main
try:
    main(sys.argv[1:], prog_name="catalog")
finally:
    print("\\n".join(sys.modules), file=sys.stderr)
"""


def modules_of(*arguments: str) -> set[str]:
    """Return the modules that a command line has imported."""
    command = [sys.executable, "-c", PROGRAM, *arguments]
    ran = subprocess.run(command, check=False, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return set(ran.stderr.splitlines())


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"]])
@pytest.mark.usefixtures("own_catalog")
def test_a_check_imports_nothing_that_it_does_not_need(arguments: list[str]) -> None:
    modules = modules_of(*arguments)
    assert {name.partition(".")[0] for name in modules} & NEEDED_ELSEWHERE == set()
    assert {f"catalog_tool.{name}" for name in OWN_NEEDED_ELSEWHERE} & modules == set()
    assert "catalog_tool.pipeline" in modules


@pytest.mark.usefixtures("catalog")
def test_only_the_command_that_runs_is_imported() -> None:
    modules = modules_of("check")
    public = {
        name
        for name in modules
        if name.startswith("catalog_tool.cli.") and not name.startswith("catalog_tool.cli._")
    }
    assert public == {"catalog_tool.cli.check"}
    formats = {f"catalog_tool.linter.reporters.{name}" for name in CHECK_FORMATS}
    assert formats & modules == {"catalog_tool.linter.reporters.text"}


def test_the_version_is_printed_without_reading_anything(catalog: Catalog) -> None:
    (catalog.root / "mkdocs.yml").unlink()
    assert "catalog_tool.pipeline" not in modules_of("--version")
