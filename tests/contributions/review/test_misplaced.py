"""A pull request with an entry in the wrong place is told so; it isn't reviewed as code."""

import pytest

from catalog_tool.contributions.review.verdict import Verdict
from tests.checking import ordered_entry
from tests.pull_requests import BASE, Blob, Files, reviewed

ENTRY = ordered_entry("description: Adatum Bridge creates accounts in hospitals.\n", "adatum")


@pytest.mark.parametrize(
    "path",
    [
        "adatum.yaml",
        "adatum.yml",
        "adatum",
        "adatum.json",
        "Partners/adatum.yaml",
        "partners/adatum",
        "partners/adatum (1).yaml",
        "partners/Copy of adatum.yaml",
        "partners/a/adatum.yaml",
        "docs/adatum.yaml",
        "src/catalog/Adatum.yml",
        "entries/2026/adatum",
    ],
)
def test_an_entry_anywhere_is_told_where_it_belongs(path: str) -> None:
    review = reviewed({path: ENTRY})
    assert review.verdict is Verdict.MISTAKES
    (found,) = (each for each in review.findings if each.name == "invalid-file-name")
    assert "partners/adatum.yaml" in found.hint
    assert "On GitHub, open it, select the pencil" in found.hint


def test_an_entry_that_was_there_before_is_no_mistake_of_this_request() -> None:
    base: Files = {**BASE, "adatum.yaml": ENTRY}
    review = reviewed({"partners/contoso.yaml": None}, base=base)
    assert [each.path for each in review.findings if each.name == "invalid-file-name"] == []
    review = reviewed({"adatum.yaml": f"{ENTRY}# New\n"}, base=base)
    assert [each.path for each in review.findings if each.name == "invalid-file-name"] == [
        "adatum.yaml"
    ]


@pytest.mark.parametrize(
    "files",
    [
        {"action.yml": "name: x\ndescription: y\nruns: {}\n"},
        {"LICENSE": "MIT\n"},
        {"docs/README.md": ENTRY},
        {"tests/fixtures/adatum.yaml": ENTRY},
        {"docs/examples/adatum.yaml": ENTRY},
        {".github/adatum.yaml": ENTRY},
        {"docs/adatum.yaml": ENTRY, "src/program.py": "x = 1\n"},
        {"adatum.yaml": Blob("docs/adatum.yaml", "120000")},
        {"adatum.yaml": "x: y\n"},
    ],
)
def test_other_files_are_reviewed_as_code(files: Files) -> None:
    assert reviewed(files).verdict is Verdict.CODE


def test_a_changed_file_of_another_folder_is_reviewed_as_code() -> None:
    base: Files = {**BASE, "docs/adatum.yaml": ENTRY}
    assert reviewed({"docs/adatum.yaml": f"{ENTRY}# New\n"}, base=base).verdict is Verdict.CODE


def test_looking_at_many_files_is_bounded() -> None:
    files: Files = {f"{number:04}.json": "{}" for number in range(500)}
    assert reviewed({**files, "9999.yaml": ENTRY}).verdict is Verdict.CODE
    assert reviewed({**files, "000.yaml": ENTRY}).verdict is Verdict.MISTAKES
