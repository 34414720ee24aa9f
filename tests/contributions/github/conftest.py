"""Tests of this package use a GitHub server on loopback."""

import pytest

from catalog_tool.contributions.github import Forge
from tests.contributions.github.server import REPOSITORY, TOKEN, GitHub


@pytest.fixture
def forge(github: GitHub) -> Forge:
    return Forge(github.url, REPOSITORY, TOKEN, sleep=lambda _seconds: None)
