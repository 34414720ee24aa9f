"""What the repository promises about its own files."""

import ast
import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
MODULES = sorted((REPOSITORY / "catalog_tool").rglob("*.py"))
LINES_OF_A_FILE = 250
LINES_OF_A_FUNCTION = 50
MEDIAN_LINES_OF_A_FUNCTION = 12

# A lock or a page that names a package registry works on one network only. Joined, so that this
# file keeps its own promise.
REGISTRIES = [
    ".".join(labels)
    for labels in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("debian", "org"),
        ("archive", "ubuntu", "com"),
        ("anaconda", "org"),
    )
]
OUR_WORDS = re.compile(
    r"\b(?:racf|scim|okta|entra|epic|aquera|idmworks)\b|provision", re.IGNORECASE
)
MACHINE_PATH = re.compile(r"(?<![\w.~$<>{}/-])/(?:work|tmp|root|home|Users)/[\w.]")


def texts() -> Iterator[tuple[str, str]]:
    """Yield path and text of each file that is or would be committed."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=REPOSITORY, check=True, capture_output=True).stdout
    for name in sorted(set(names.decode().split("\0")) - {""}):
        path = REPOSITORY / name
        if path.is_file():
            yield name, path.read_text(encoding="utf-8", errors="replace")


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield place and number of lines of each function in a module."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            end = node.end_lineno or node.lineno
            yield f"{path.relative_to(REPOSITORY)}:{node.lineno}", end - node.lineno + 1


def test_no_file_names_a_package_registry() -> None:
    found = [(name, host) for name, text in texts() for host in REGISTRIES if host in text.lower()]
    assert found == []


def test_the_program_is_not_about_our_own_catalog() -> None:
    """Whatever makes our catalog one about identities is in its files, not in the program."""
    program = ((name, text) for name, text in texts() if name.startswith("catalog_tool/"))
    assert {name: found for name, text in program if (found := OUR_WORDS.findall(text))} == {}


def test_no_file_names_a_path_of_one_machine() -> None:
    found = [
        f"{name}:{number}: {line.strip()}"
        for name, text in texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("built in /" + "tmp/x", True),
        ("'/" + "root/site'", True),
        ("https://example.com/" + "work/here", False),
        ("docs/" + "home/page", False),
    ],
)
def test_a_path_of_one_machine_is_recognised(text: str, *, found: bool) -> None:
    assert bool(MACHINE_PATH.search(text)) is found


def test_each_module_fits_in_one_reading() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: count for path, count in lines.items() if count > LINES_OF_A_FILE} == {}


def test_functions_are_short() -> None:
    lines = dict(each for path in MODULES for each in functions(path))
    too_long = {name: count for name, count in lines.items() if count > LINES_OF_A_FUNCTION}
    assert too_long == {}
    assert statistics.median(lines.values()) <= MEDIAN_LINES_OF_A_FUNCTION
