"""Which browser the tests use."""

import os
import sys
from pathlib import Path

import pytest

from tests.browser import chromium


def test_a_variable_names_the_browser(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(chromium.VARIABLE, sys.executable)
    assert chromium.find() == Path(sys.executable)
    assert chromium.main() == 0
    assert capsys.readouterr().out == f"{sys.executable}\n"


def test_a_browser_that_is_named_wrongly_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(chromium.VARIABLE, "/absent/chromium")
    assert chromium.main() == 1
    assert capsys.readouterr().err == (
        "/absent/chromium does not start: No such file or directory\n"
    )


def program(folder: Path, name: str, script: str = "") -> None:
    """Write a program for the search path."""
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder of programs: it has a Chromium, and the packages are those of Debian."""
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(tmp_path, "chromium")
    program(tmp_path, "apt-cache")
    return tmp_path


INSTALL = 'if [ "$2" = install ]; then echo "#!/bin/sh" >"{0}"; /bin/chmod 755 "{0}"; fi'


def test_on_debian_the_browser_without_windows_is_installed_and_preferred(
    programs: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program(programs, "apt-get", INSTALL.format(programs / chromium.WITHOUT_WINDOWS))
    assert chromium.main() == 0
    assert capfd.readouterr().out == f"{programs / chromium.WITHOUT_WINDOWS}\n"
    program(programs, "apt-get", "exit 1")
    assert chromium.main() == 0
    assert capfd.readouterr().err == ""  # it is there, so nothing is installed


def test_if_it_cannot_be_installed_the_other_is_used(
    programs: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program(programs, "apt-get", "exit 100")
    assert chromium.main() == 0
    printed = capfd.readouterr()
    assert printed.out == f"{programs / 'chromium'}\n"
    assert "a faster browser could not be installed" in printed.err
    assert "exit code 100" in printed.err


@pytest.mark.parametrize("missing", ["apt-cache", "root"])
def test_it_is_installed_only_where_it_can_be(
    programs: Path,
    missing: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    program(programs, "apt-get", "exit 100")
    if missing == "root":
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
    else:
        program(programs, "apt-cache", "exit 100")  # no such package
    assert chromium.main() == 0
    assert capfd.readouterr() == (f"{programs / 'chromium'}\n", "")
