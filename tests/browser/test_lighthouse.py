"""Lighthouse scores accessibility, best practices, and SEO for every kind of page."""

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import chromium
from tests.browser.conftest import FLAGS
from tests.node import LIGHTHOUSE, NODE, modules

GOAL = 0.95
ADDRESSES = (
    "",
    "catalog/",
    "applications/",
    "partners/idmworks/",
    "applications/ibm-racf/",
    "compare/",
)
NO_ANSWER_WITHIN = 240  # seconds until a stopped browser or audit fails the test
POLL_SECONDS = 0.05


@pytest.fixture
def debugging_port(tmp_path: Path) -> Iterator[int]:
    """The port to control a browser. Playwright's own browser has none."""
    path = chromium.find(chromium.WITH_WINDOWS)
    assert path
    # Root, which runs the tests in a container, can't use the sandbox.
    flags = [*FLAGS, "--no-sandbox", "--remote-debugging-port=0", f"--user-data-dir={tmp_path}"]
    with subprocess.Popen([path, *flags, "about:blank"], stderr=subprocess.DEVNULL) as browser:
        try:
            yield _port(tmp_path / "DevToolsActivePort")
        finally:
            browser.terminate()


def _port(file: Path) -> int:
    """Return the port that a starting browser writes to a file when it listens."""
    deadline = time.monotonic() + NO_ANSWER_WITHIN
    while not (file.is_file() and file.read_text(encoding="ascii").count("\n")):
        assert time.monotonic() < deadline, "the browser does not start"
        time.sleep(POLL_SECONDS)
    return int(file.read_text(encoding="ascii").split("\n")[0])


@pytest.mark.lighthouse
@pytest.mark.parametrize("url", ["site_url", "middle_site_url"])
def test_every_kind_of_page_reaches_the_goal(
    url: str, debugging_port: int, request: pytest.FixtureRequest
) -> None:
    modules(LIGHTHOUSE)
    addresses = [request.getfixturevalue(url) + address for address in ADDRESSES]
    audit = subprocess.run(
        [NODE, "audit.mjs", str(debugging_port), *addresses],
        cwd=LIGHTHOUSE,
        check=False,
        capture_output=True,
        text=True,
        timeout=NO_ANSWER_WITHIN,
    )
    assert audit.returncode == 0, audit.stderr
    reports = [json.loads(line) for line in audit.stdout.splitlines()]
    assert [report["address"] for report in reports] == addresses
    for report in reports:
        assert report["error"] == ""
        low = {name: score for name, score in report["scores"].items() if score < GOAL}
        assert low == {}, (report["address"], report["lost"])
