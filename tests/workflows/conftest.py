"""Tests of this package run jobs that ask a GitHub on loopback."""

from collections.abc import Iterator

import pytest

from tests.forge.server import GitHub, github_on_loopback


@pytest.fixture
def github() -> Iterator[GitHub]:
    with github_on_loopback() as running:
        yield running
