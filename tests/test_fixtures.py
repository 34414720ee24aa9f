"""Every file below ``fixtures`` is a test: its comments have the expected results.

A file is an entry; a folder is a separate catalog, with settings if it contains them. A comment
``# expect: 4:12 error CAT103 insecure-link`` has the line, column, severity, code, and name of one
diagnostic. Files in ``valid`` expect none. The names of the entries are those of their files.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from catalog_tool.linter.rules.rule import all_rules
from catalog_tool.model.settings import CONFIGURATION_FILE
from tests.checking import VOCABULARY, check_files, places

FIXTURES = Path(__file__).parent / "fixtures"
EXPECTATION = re.compile(rb"^# expect: (\d+:\d+ \w+ CAT\d{3} [\w-]+)\s*$", re.MULTILINE)
# Crashing rules, symbolic links, generated files, and deleted files and names aren't partner files.
# Answers of hosts and pull requests aren't either; they have their own tests.
ELSEWHERE = {
    *("edited-catalog", "missing-alias", "missing-record", "rule-crashed"),
    *("stale-schema", "unreadable-file"),
}
OF_LINKS, OF_PULL_REQUESTS = "CAT4", "CAT5"


def fixtures(kind: str) -> list[Path]:
    return sorted((FIXTURES / kind).iterdir())


def files_of(fixture: Path) -> dict[str, bytes]:
    """Return the files of a fixture by their paths in a catalog."""
    paths = sorted(fixture.iterdir()) if fixture.is_dir() else [fixture]
    shared = {VOCABULARY: (FIXTURES / "_vocabulary.yaml").read_bytes()}
    return shared | {_place(path): path.read_bytes() for path in paths}


def _place(path: Path) -> str:
    return path.name if path.name == CONFIGURATION_FILE else f"partners/{path.name}"


def expected(files: dict[str, bytes]) -> Counter[tuple[str, str]]:
    return Counter(
        (path, found.decode())
        for path, text in files.items()
        for found in EXPECTATION.findall(text)
    )


@pytest.mark.parametrize("fixture", fixtures("invalid"), ids=lambda path: path.stem)
def test_invalid(fixture: Path) -> None:
    files = files_of(fixture)
    diagnostics = check_files(dict(files))
    paths = [diagnostic.path for diagnostic in diagnostics]
    assert Counter(zip(paths, places(diagnostics), strict=True)) == expected(files)
    assert diagnostics != []


@pytest.mark.parametrize("fixture", fixtures("valid"), ids=lambda path: path.stem)
def test_valid(fixture: Path) -> None:
    assert check_files(dict(files_of(fixture))) == []


def test_every_rule_about_partner_files_has_a_fixture() -> None:
    found = {
        place.rpartition(" ")[2]
        for fixture in fixtures("invalid")
        for _, place in expected(files_of(fixture))
    }
    elsewhere = (OF_LINKS, OF_PULL_REQUESTS)
    here = {rule.name for rule in all_rules().values() if not rule.code.startswith(elsewhere)}
    assert found == here - ELSEWHERE
