"""JUnit's XML: one case for each file, well-formed whatever strangers write."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.linter.reporters import Summary, reporter
from catalog_tool.model.diagnostic import Diagnostic, Severity
from tests.linter.reporters.samples import HOSTILE, SAMPLES, diagnostic

PATHS = ("partners/adatum.yaml", "partners/contoso.yaml")
ANY_TEXT = st.text(st.characters(), max_size=30)
ERROR = diagnostic()
WARNING = diagnostic(severity=Severity.WARNING)
NOTE = diagnostic(severity=Severity.INFO)


def suite(
    *diagnostics: Diagnostic, paths: Sequence[str] = PATHS, strict: bool = False
) -> ET.Element:
    """Return the one suite of a report."""
    summary = Summary.of(diagnostics, len(paths), paths=paths, strict=strict)
    root = ET.fromstring(reporter("junit")(diagnostics, summary))  # noqa: S314 - our own document
    (only,) = root
    assert (root.tag, only.tag) == ("testsuites", "testsuite")
    return only


def cases(found: ET.Element) -> dict[str, list[str]]:
    """Return the elements of each case by the name of the case."""
    return {case.get("name", ""): [element.tag for element in case] for case in found}


def test_each_file_is_a_case_with_or_without_problems() -> None:
    found = suite(ERROR)
    assert cases(found) == {PATHS[0]: [], PATHS[1]: ["failure"]}
    assert [case.get("file") for case in found] == list(PATHS)
    assert (found.get("tests"), found.get("failures"), found.get("errors")) == ("2", "1", "0")


@pytest.mark.parametrize(
    ("diagnostics", "strict", "elements"),
    [
        ([], False, []),
        ([ERROR], False, ["failure"]),
        ([WARNING], False, ["system-out"]),
        ([WARNING], True, ["failure"]),
        ([NOTE], True, ["system-out"]),
        ([ERROR, WARNING], False, ["failure", "system-out"]),
        ([ERROR, WARNING], True, ["failure"]),
    ],
)
def test_what_fails_the_check_fails_the_case(
    diagnostics: list[Diagnostic], elements: list[str], *, strict: bool
) -> None:
    found = suite(*diagnostics, strict=strict)
    assert cases(found)[PATHS[1]] == elements
    assert found.get("failures") == str(elements.count("failure"))


def test_a_failure_reads_as_on_a_terminal() -> None:
    (failure,) = suite(ERROR, ERROR).iter("failure")
    summary = Summary.of([ERROR], 1)
    told, _, _ = click.unstyle(reporter("text")([ERROR], summary)).rpartition("\n\n")
    assert failure.text == f"\n{told}\n\n{told}\n"
    assert failure.get("message") == "2 problems: CAT103 insecure-link"


def test_problems_without_a_file_have_their_own_case() -> None:
    found = suite(diagnostic(path=""))
    assert cases(found)["the catalog"] == ["failure"]


def test_every_shape_of_diagnostic_has_its_case() -> None:
    assert len(suite(*SAMPLES, paths=())) == len({sample.path for sample in SAMPLES})


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_any_text_is_well_formed(path: str, message: str, hint: str, excerpt: str) -> None:
    hostile = f"{message}]]></failure><!--{HOSTILE}"
    found = suite(diagnostic(excerpt, path=f"p{path}", message=hostile, hint=hint), paths=())
    assert [[element.tag for element in case] for case in found] == [["failure"]]
    shown = "".join(found.itertext())
    assert "]]></failure><!--" in shown
    assert not set(shown) & set("\x1b\u202e\u200b\r")
