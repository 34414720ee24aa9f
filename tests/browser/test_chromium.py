"""Which browser the tests use."""

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
