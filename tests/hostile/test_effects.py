"""A check of hostile entries reads the catalog, and does nothing else."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.checking import entry_text
from tests.cli.conftest import Catalog, _plain_environment, catalog
from tests.hostile.corpus import FAMILIES

__all__ = ["_plain_environment", "catalog"]

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Opening a file to read it is judged by its path; all others are what a check never does.
EFFECTS = (
    *"compile exec import subprocess. socket. ctypes. shutil. tempfile. os.system os.exec".split(),
    *"os.fork os.posix_spawn os.spawn os.remove os.rename os.mkdir os.rmdir os.link".split(),
    *"os.symlink os.truncate os.chmod os.chown os.utime os.putenv os.kill".split(),
)
RUNS = {
    "tag": "!!python/object/apply:os.system [touch ran]",
    "template": "'{{ cycler.__init__.__globals__.os.system(\"touch ran\") }}'",
    "snippet": "'--8<-- \"/etc/passwd\"'",
    "include": "!include /etc/passwd",
    "environment": "!ENV HOME",
    "anchor": "&a [*a]",
}
_reports: list[list[str]] = []


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if not _reports:
        return
    if event == "open":
        path, _, flags = arguments
        if isinstance(path, str | bytes):  # otherwise, it is already open
            kind = "write" if isinstance(flags, int) and flags & WRITES else "read"
            _reports[-1].append(f"{kind} {os.fsdecode(path)}")
    elif event.startswith(EFFECTS):
        _reports[-1].append(f"{event} {arguments!r}")


sys.addaudithook(_hook)


@contextmanager
def effects() -> Iterator[list[str]]:
    """Provide a list of what is opened or done."""
    _reports.append([])
    try:
        yield _reports[-1]
    finally:
        _reports.pop()


@pytest.fixture
def hostile(catalog: Catalog) -> Catalog:
    """A catalog with payloads of each family, whose entries and settings ask to run something."""
    for number, payloads in enumerate(FAMILIES.values()):
        said = "".join(
            f"{key}: {json.dumps(payload)}\n"
            for key, payload in zip(
                ("description", "name", "website"), payloads.values(), strict=False
            )
        )
        catalog.write(f"p{number}.yaml", entry_text(said, f"p{number}"))
    for name, value in RUNS.items():
        catalog.write(f"{name}.yaml", entry_text(f"description: {value}\n", name))
    (catalog.root / "partners" / "link.yaml").symlink_to("/etc/passwd")
    with (catalog.root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"hooks: [hook.py]\nextra: {RUNS['tag']}\n")
    (catalog.root / "hook.py").write_text("open('ran', 'w')\n", encoding="utf-8")
    return catalog


@pytest.mark.parametrize(
    ("command", "is_run"),
    [("check", False), ("render", False), ("publish", False), ("build", True)],
)
def test_only_a_build_runs_what_the_settings_name(
    catalog: Catalog, command: str, *, is_run: bool
) -> None:
    """MkDocs runs hooks and plugins, so SECURITY.md says which branches to build."""
    with (catalog.root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")
    ran = catalog.root / "ran"
    (catalog.root / "hook.py").write_text(f"open({str(ran)!r}, 'w').close()\n", encoding="utf-8")
    (catalog.root / "docs").mkdir()
    catalog.run(command)
    assert ran.exists() is is_run


@pytest.mark.parametrize("command", [["check"], ["check", "--diff", "--unsafe-fixes"]])
def test_a_check_reads_the_catalog_and_does_nothing_else(
    hostile: Catalog, command: list[str]
) -> None:
    hostile.run(*command)  # imports what it needs
    with effects() as seen:
        result = hostile.run(*command)
    assert result.exit_code == 1
    read = {each.removeprefix("read ") for each in seen if each.startswith("read ")}
    assert {"p0.yaml", "tag.yaml"} <= {Path(path).name for path in read}
    # A name alone is opened in a folder of the catalog; test_links.py has what links could do.
    outside = {path for path in read if Path(path).name != path or path == ".."}
    assert {path for path in outside if not Path(path).is_relative_to(hostile.root)} == set()
    assert [each for each in seen if not each.startswith("read ")] == []
    assert not (hostile.root / "ran").exists()
