"""Tests of this package ask a GitHub on loopback."""

from collections.abc import Iterator

import pytest

from catalog_tool.forge import Forge
from tests.forge.server import REPOSITORY, TOKEN, GitHub, github_on_loopback


@pytest.fixture
def github() -> Iterator[GitHub]:
    with github_on_loopback() as running:
        yield running


@pytest.fixture
def forge(github: GitHub) -> Forge:
    return Forge(github.url, REPOSITORY, TOKEN, sleep=lambda _seconds: None)
