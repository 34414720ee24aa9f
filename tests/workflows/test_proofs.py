"""Proofs of domains: one job asks hosts and has no permissions, another one shows the answers."""

import json
import os
import sys
from pathlib import Path

import pytest

from catalog_tool.model.settings import Settings
from tests.checking import ordered_entry
from tests.contributions.github.server import REPOSITORY as NAME
from tests.contributions.github.server import TOKEN, GitHub
from tests.pull_requests import BASE, ticked
from tests.workflows.runner import CONFIGURATION, NUMBER, Run, Runner
from tests.workflows.workflow import REPOSITORY

SETTINGS = f"{CONFIGURATION.rstrip()}:\n      repository: https://github.com/{NAME}\n"
NEW = {"partners/adatum.yaml": ordered_entry("website: https://www.contoso.com/adatum\n", "adatum")}
DAY = {"SOURCE_DATE_EPOCH": "1795953600"}  # 2026-11-29


@pytest.fixture
def runner(tmp_path: Path, github: GitHub) -> Runner:
    """A runner where `catalog links` asks a test server, whose file names adatum-ada."""
    found = Runner(tmp_path, {**BASE, "mkdocs.yml": SETTINGS}, NEW)
    programs = tmp_path / "programs"
    programs.mkdir()
    program = programs / "catalog"
    called = f'"{sys.executable}" -m tests.workflows.links_on_loopback "$@"'
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{REPOSITORY}" exec {called}\n', encoding="utf-8")
    program.chmod(0o755)
    found.path = os.fspath(programs)
    found.environment = {"GITHUB_API_URL": github.url, **DAY}
    github.remote = found.remote
    github.pull(NUMBER, "adatum-ada", found.head, ticked(Settings(root=tmp_path)))
    return found


def run(runner: Runner, github: GitHub, job: str) -> Run:
    event = {"pull_request": {**github.pulls[0], "number": NUMBER}}
    return runner.run("review", job, "pull_request_target", event)


def test_the_answers_of_hosts_reach_the_comment(runner: Runner, github: GitHub) -> None:
    asked = run(runner, github, "proofs")
    assert (asked.failed, TOKEN in asked.output) == ("", False), asked.output
    output = (runner.workspace.parent / "temp/output.txt").read_text(encoding="utf-8")
    name, _, proofs = output.rstrip("\n").partition("=")
    assert (name, proofs.count("\n")) == ("proofs", 0)
    assert json.loads(proofs)["proofs"] == [
        {
            "host": "www.contoso.com",
            "read_on": "2026-11-29",
            "logins": [],
            "reason": "404 Not Found",
        }
    ]
    runner.needs = {"proofs": {"outputs": {"proofs": proofs}}}
    shown = run(runner, github, "show-proofs")
    assert shown.failed == "", shown.output
    told = "doesn't name adatum-ada for this repository: 404 Not Found, read on 2026-11-29."
    assert told in github.comments[NUMBER][-1]["body"]


def test_without_an_answer_nothing_is_reviewed_again(runner: Runner, github: GitHub) -> None:
    runner.needs = {"proofs": {"outputs": {"proofs": '{"proofs":[]}'}}}
    assert run(runner, github, "show-proofs").done == []
    assert github.comments == {}
