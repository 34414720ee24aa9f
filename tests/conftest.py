"""How tests run: on one day, and property tests with the same inputs, unless asked to search."""

import gc
import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import pytest
from hypothesis import HealthCheck, Phase, settings
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from mkdocs.theme import Theme

from tests.contributions.github.server import GitHub, github_on_loopback
from tests.sampling import IN_CI

# No deadline: a busy machine is not a defect.
# As the examples are the same in each run, CI looks at more of them than a developer waits for.
settings.register_profile(
    "repeatable",
    max_examples=100 if IN_CI else 40,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],  # looking for a smaller example takes up to 5 minutes
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "fuzz",
    deadline=None,
    max_examples=300,  # of one round; a search goes on with the next as long as it has time
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")

# What is fresh today is due for renewal in a year, in every fixture that has a date.
os.environ["SOURCE_DATE_EPOCH"] = "1790777600"  # 2026-09-30: bench.synthetic attests until the 28th

LONGEST = (
    "test_pre_commit.py test_language_server.py browser workflows demo writer test_packaging.py"
).split()
"""Files and folders that take longest, the longest first."""

# The program waits for a disk to have what it writes, and the tests write gigabytes.
MEMORY, ROOM = Path("/dev/shm"), 8 * 1024**3  # noqa: S108 - the folder that Linux keeps in memory


def keep_files_in_memory() -> None:
    """Make temporary files there if there is enough room and programs can be run from it."""
    if "TMPDIR" in os.environ or not MEMORY.is_mount():
        return
    found = os.statvfs(MEMORY)
    if found.f_bavail * found.f_frsize > ROOM and not found.f_flag & os.ST_NOEXEC:
        os.environ["TMPDIR"] = tempfile.tempdir = os.fspath(MEMORY)


keep_files_in_memory()

# Tests are collected into a million objects, which stay: collecting garbage among them is in vain.
gc.disable()

# A shell that starts the tests in the background has them, and what they start, ignore Ctrl-C.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(optionalhook=True)  # of pytest-xdist, for --numprocesses logical
def pytest_xdist_auto_num_workers() -> int:
    """Return one process more than there are cores: the tests of one often wait, as readers do."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(tryfirst=True)  # before pytest leaves out what is slow
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that at the end no process waits for another.

    Whatever needs the site of a thousand partners, or of ten thousand, is slow.
    """
    for test in items:
        if {"large_site", "huge_site"} & {*getattr(test, "fixturenames", ())}:
            test.add_marker(pytest.mark.slow)

    def turn(test: pytest.Item) -> int:
        named = (at for at, name in enumerate(LONGEST) if name in test.path.parts)
        return min(named, default=len(LONGEST))

    items.sort(key=turn)


def pytest_collection_finish() -> None:
    """Collect garbage again, but none of what was there before the first test."""
    gc.freeze()
    gc.enable()


class RememberedTemplates(BytecodeCache):
    """Templates that were compiled in this process. Each build of a site makes its own engine."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._compiled.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        assert bucket.code
        self._compiled[bucket.key, bucket.checksum] = bucket.code


@pytest.fixture(scope="session", autouse=True)
def _templates_are_compiled_once() -> Iterator[None]:
    """Compiling the theme takes a fifth of the time of building a small site."""
    remembered, make = RememberedTemplates(), Theme.get_env

    def get_env(theme: Theme) -> Environment:
        environment = make(theme)
        environment.bytecode_cache = remembered
        return environment

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Theme, "get_env", get_env)
        yield


@pytest.fixture
def github() -> Iterator[GitHub]:
    """A GitHub on loopback, with nothing on it yet."""
    with github_on_loopback() as running:
        yield running
