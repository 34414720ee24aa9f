"""One file takes little memory, and its time grows no faster than its size."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from bench.families import MOST_BYTES, families, ordinary
from bench.hostile import memory_of
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check

REPOSITORY = Path(__file__).parents[2]
MEBIBYTE = 1024 * 1024
EVERY = 211  # a prime, so that all places, units, and lengths are used
# Each of them used to take seconds or minutes. Now they take about one second together.
ONCE_SLOW = (
    "applications as text: '0' on 65,536 bytes",
    "application in quotes: ' ' on 65,536 bytes",
    "contact, in the middle: '  ' on 65,536 bytes",
    "interfaces as text: ' ' on 65,536 bytes",
    "interfaces: 20,000 times '<p>a</p>'",
    "links: 390 times '- a{at}: b'",
    "an entry: 390 times 'maintainers{at}: [a, b]'",
)
# The limit of the process: far more than it needs, and far less than the old mistakes took.
MOST_SECONDS = 25
CHECK_ALL = """
import sys
from pathlib import Path
from bench.families import families
from bench.hostile import ENTRY
from catalog_tool.linter.draft import check_draft
from catalog_tool.pipeline import check
from catalog_tool.model.settings import Settings
publication = check(Settings(root=Path.cwd())).publication
names = set(sys.argv[1:])
for name, text in families():
    if name in names:
        names.remove(name)
        check_draft(publication, ENTRY, text)
assert not names, names
"""


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def test_what_was_slow_once_ends_long_before_the_limit() -> None:
    command = [sys.executable, "-c", CHECK_ALL, *ONCE_SLOW]
    subprocess.run(command, cwd=REPOSITORY, check=True, preexec_fn=_limited)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    numbered = enumerate(families())
    return {name: text for at, (name, text) in numbered if at % EVERY == 0 or name in ONCE_SLOW}


def test_families_are_as_large_as_a_file_may_be(files: dict[str, str]) -> None:
    sizes = [len(text.encode()) for text in (*files.values(), ordinary())]
    assert MOST_BYTES * 0.9 < max(sizes) <= MOST_BYTES


def test_no_file_takes_more_than_64_mebibytes(files: dict[str, str]) -> None:
    publication = check(Settings(root=REPOSITORY)).publication
    memory = {name: memory_of(publication, text) for name, text in files.items()}
    largest = max(memory, key=lambda name: memory[name])
    assert memory[largest] <= 64 * MEBIBYTE, largest
