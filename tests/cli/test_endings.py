"""Every command ends with an exit code and at most one plain sentence."""

import contextlib
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from catalog_tool import pipeline
from catalog_tool.linter.rules import rule
from tests.checking import entry_text
from tests.cli.conftest import Catalog

COMMAND = [sys.executable, "-m", "catalog_tool"]
PATIENCE = 60
"""Seconds to wait before a test fails."""
A_MOMENT = 0.5
"""Seconds until a command that has opened a pipe waits in it. A signal just before is lost."""


def test_no_catalog_here(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(catalog.root.parent)
    result = catalog.run("check")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: There is no mkdocs.yml in ")
    assert "Hint: Go to the folder of the catalog" in result.stderr


@pytest.mark.parametrize("command", ["check", "build", "render", "publish", "serve", "schema"])
def test_no_folder_of_partner_files(catalog: Catalog, command: str) -> None:
    for entry in (catalog.root / "partners").iterdir():
        entry.unlink()
    (catalog.root / "partners").rmdir()
    result = catalog.run(command)
    assert result.exit_code == 2
    assert "The folder with the partner files doesn't exist" in result.stderr


@pytest.mark.parametrize("command", ["check", "build", "render", "publish", "serve", "schema"])
def test_a_configuration_that_cannot_be_used(catalog: Catalog, command: str) -> None:
    (catalog.root / "mkdocs.yml").write_text("plugins: [catalog: {titel: x}]\n")
    result = catalog.run(command)
    assert result.exit_code == 2
    assert "Did you mean 'title'?" in result.stderr


@pytest.mark.parametrize("command", ["find", "new", "check", "init", "explain"])
def test_an_argument_in_another_encoding(catalog: Catalog, command: str) -> None:
    result = catalog.run(command, "M\udcfcller")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: M\\udcfcller isn't UTF-8, the encoding that this ")
    assert "Hint: Check the encoding of your terminal" in result.stderr


@pytest.mark.parametrize("command", ["rules", "explain"])
def test_rules_need_no_catalog(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(catalog.root.parent)
    assert catalog.run(command, *["CAT104"] * (command == "explain")).exit_code == 0


@pytest.mark.parametrize("arguments", [["check"], ["rules"], ["--help"]])
@pytest.mark.usefixtures("catalog")
def test_a_closed_pipe_is_not_a_failure(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [*COMMAND, *arguments]
    ran = subprocess.run(command, check=False, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["check", "rules", "--help", "check --format json"])
def test_an_output_that_was_never_open_is_no_error(
    catalog: Catalog, command: str, closed: str
) -> None:
    line = f"exec {shlex.join(COMMAND)} {command} {closed}"
    ran = subprocess.run(
        ["/bin/sh", "-c", line], cwd=catalog.root, check=False, capture_output=True
    )
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-"])
def test_findings_count_without_an_output(catalog: Catalog, closed: str) -> None:
    catalog.write("litware.yaml", "name: Litware\n")
    line = f"exec {shlex.join(COMMAND)} check {closed}"
    ran = subprocess.run(
        ["/bin/sh", "-c", line], cwd=catalog.root, check=False, capture_output=True
    )
    assert (ran.returncode, ran.stderr) == (1, b"")


def open_when_read(pipe: Path, reader: subprocess.Popen[bytes]) -> int:
    """Open a pipe for writing once a command reads it. Plain opening would wait for it forever."""
    end = time.monotonic() + PATIENCE
    while reader.poll() is None and time.monotonic() < end:
        with contextlib.suppress(OSError):  # nobody reads it yet
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        time.sleep(0.02)
    pytest.fail("The command didn't open the pipe.")


def test_an_interruption_is_quiet(catalog: Catalog) -> None:
    # Reading from a pipe that nobody writes to keeps the command busy until the signal comes.
    os.mkfifo(catalog.root / "other.yml")
    command = [*COMMAND, "--config", "other.yml", "check"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        try:
            pipe = open_when_read(Path("other.yml"), running)
            time.sleep(A_MOMENT)
            running.send_signal(signal.SIGINT)
            _, errors = running.communicate(timeout=PATIENCE)
            os.close(pipe)
        finally:
            running.kill()
    assert (running.returncode, errors) == (130, b"")


def test_an_unexpected_error_is_one_line(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("two\nlines\x1b[31m")

    monkeypatch.setattr(pipeline, "load_catalog", fail)
    result = catalog.run("check")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: Unexpected error in catalog. Please report this line;")
    assert result.stderr.count("\n") == 1
    assert "KeyError" in result.stderr
    assert "\x1b" not in result.stderr
    assert "Traceback" in catalog.run("check", CATALOG_DEBUG="1").stderr


def test_a_refusal_of_the_file_system_is_reported_in_plain_words(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "partners")

    monkeypatch.setattr(pipeline, "load_catalog", fail)
    result = catalog.run("check")
    assert (result.exit_code, result.stderr) == (2, "Error: partners: Permission denied.\n")


def test_a_crashing_rule_is_a_finding_whatever_was_selected(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    rules = rule.all_rules()
    crashing = {
        name: rule.Rule(each.code, name, each.severity, each.explanation, fail)  # type: ignore[arg-type]  # it never returns
        if name == "insecure-link"
        else each
        for name, each in rules.items()
    }
    monkeypatch.setattr("catalog_tool.linter.selection.all_rules", lambda: crashing)
    result = catalog.run("check", "--select", "insecure-link")
    assert result.exit_code == 1
    assert "rule-crashed" in result.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_text_can_be_shown_in_any_encoding(catalog: Catalog, encoding: str) -> None:
    catalog.write("contoso.yaml", entry_text("name: 日本\u00a0☃\n"))
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    ran = subprocess.run([*COMMAND, "check"], check=False, capture_output=True, env=environment)
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert b"partners/contoso.yaml:1:" in ran.stdout
