"""The script has limits, and any failure is reported in one sentence."""

import sys

import pytest

from catalog_tool.site.assets import asset_text
from catalog_tool.site.finder import Finder, FinderError, search
from tests.site.finder.catalogs import catalog_named

CATALOG = catalog_named("own").catalog


@pytest.mark.parametrize(
    ("find", "message"),
    [
        ("() => { for (;;); }", "The finder took more than 0.5 seconds."),
        ("() => 'x'.repeat(40).match(/^(x+)+$y/)", "The finder took more than 0.5 seconds."),
        (
            "() => { for (const all = []; ; ) all.push({}); }",
            "The finder needed more than 16 MB of memory.",
        ),
        ("() => 'x'.repeat(2 ** 28)", "The finder needed more than 16 MB of memory."),
        (
            "() => catalogFinder.find()",
            "The finder's script failed: RangeError: Maximum call stack size exceeded",
        ),
        ("() => missing", "The finder's script failed: ReferenceError: missing is not defined"),
    ],
)
def test_a_failed_script_reports_the_reason(
    monkeypatch: pytest.MonkeyPatch, find: str, message: str
) -> None:
    engine = asset_text("finder/engine.js")
    monkeypatch.setattr(search, "asset_text", lambda _: f"{engine} catalogFinder.find = {find};")
    finder = Finder(CATALOG, seconds=0.5, megabytes=16)
    with pytest.raises(FinderError) as failure:
        finder.find("racf")
    assert str(failure.value) == message


def test_a_catalog_that_is_too_large_is_reported() -> None:
    with pytest.raises(FinderError, match=r"^The finder needed more than 0\.25 MB of memory\.$"):
        Finder(CATALOG, megabytes=0.25)


def test_each_answer_has_the_full_time_limit() -> None:
    finder = Finder(CATALOG, seconds=0.2)
    for _ in range(300):
        assert finder.find("who connects our mainframe").is_found


def test_text_that_is_not_unicode_is_answered() -> None:
    answer = Finder(CATALOG).find("ra\udcffcf")
    assert answer.query == "ra\udcffcf"
    assert [each.name for each in answer.applications] == ["IBM RACF"]


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "quickjs", None)
    with pytest.raises(FinderError, match=r"^The finder needs the package quickjs-ng\. Run: pip "):
        Finder(CATALOG)
