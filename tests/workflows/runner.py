"""Runs the jobs of the workflows with real Git, real commands, and an environment like GitHub's.

A step with an action of GitHub does what a later step can see: a checkout clones the remote. The
inputs of a cache, an upload or a deployment are recorded.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.contributions.github.server import REPOSITORY, TOKEN
from tests.forked_program import forked_small_part
from tests.pull_requests import Files, make_pull_request
from tests.repository import git
from tests.workflows.workflow import Step, fill_in, steps, value_of, workflow

SETUP = "./.catalog-tool"
CONFIGURATION = "site_name: Partners\nplugins:\n  - catalog\n"
NUMBER = 7
PATIENCE = 300
"""Seconds that a step may take."""
_BIN = Path(sys.executable).parent
# The variables that a process needs from ours; all others are GitHub's, or missing.
_INHERITED = ("HOME", "LANG", "TMPDIR")
# What a job knows of its workflow, which is in the repository that runs it.
_OWN = {"workflow_repository": REPOSITORY, "workflow_sha": "0" * 40}


@dataclass
class Run:
    """The result of a job.

    Attributes:
        failed: name of the step that failed; empty if none did.
        code: its exit code.
        output: the output of all steps.
        done: names of the steps that ran.
        used: inputs of GitHub's actions, by name of the action.
        summary: the summary of the job.
    """

    failed: str = ""
    code: int = 0
    output: str = ""
    done: list[str] = field(default_factory=list)
    used: dict[str, Mapping[str, str]] = field(default_factory=dict)
    summary: str = ""


class Runner:
    """A repository on a file server, and machines that run its jobs one after another.

    Attributes:
        head: the last commit of pull request 7, which is from a fork.
        workspace: the folder of the last job.
        environment: variables of each step in addition to GitHub's.
        path: the first folder to look for programs.
        program: the folder of `catalog`, with the part that the last setup step chose.
        sha: the commit that jobs belong to; main if empty.
        restored: files that a cache restores, by path in the workspace.
        canceled_at: name of a step before which somebody cancels the job.
        broken_at: name of a step that fails.
        needs: the outputs of earlier jobs, by name of the job.
        inputs: the inputs of the workflow.
    """

    def __init__(
        self, folder: Path, base: Files, changes: Files, *, later: Files | None = None
    ) -> None:
        self.folder = folder
        self.remote = folder / "server" / REPOSITORY
        self.remote.mkdir(parents=True)
        make_pull_request(self.remote, {"mkdocs.yml": CONFIGURATION, **base}, changes, later=later)
        self.head = self.commit("topic")
        # GitHub stores the commits of forks under this reference, and doesn't show their branches.
        git(self.remote, "update-ref", f"refs/pull/{NUMBER}/head", self.head)
        git(self.remote, "update-ref", "-d", "refs/heads/topic")
        self.workspace = Path()
        self.environment: dict[str, str] = {}
        self.path = ""
        self.program = str(_BIN)
        self.sha = ""
        self.restored: dict[str, Path] = {}
        self.canceled_at = ""
        self.broken_at = ""
        self.needs: dict[str, Mapping[str, Any]] = {}
        self.inputs: dict[str, str] = {}
        self.jobs = 0

    def commit(self, revision: str) -> str:
        return git(self.remote, "rev-parse", revision).strip()

    def run(self, name: str, job: str, event_name: str, event: Mapping[str, Any]) -> Run:
        """Run one job until a step fails, and then the steps that always run."""
        self.jobs += 1
        home = self.folder / f"machine-{self.jobs}"
        self.workspace, temporary = home / "work", home / "temp"
        self.program = str(_BIN)
        for folder in (self.workspace, temporary):
            folder.mkdir(parents=True)
        contexts = self._contexts(event_name, event, temporary)
        asked, run = workflow(name)["jobs"][job], Run()
        if asked.get("if") and not value_of(asked["if"], contexts):
            return run
        contexts["env"] = {
            key: fill_in(value, contexts) for key, value in asked.get("env", {}).items()
        }
        status = "success"
        for step in steps(asked):
            if step.name == self.canceled_at:
                run.failed, status = step.name, "cancelled"
            contexts["job"] = {"status": status, **_OWN}
            if self._is_due(step, contexts, run):
                run.done.append(step.name)
                self._do(step, contexts, run)
                status = "failure" if run.failed and status == "success" else status
        summary = temporary / "summary.md"
        run.summary = summary.read_text(encoding="utf-8") if summary.exists() else ""
        return run

    def call(self, step: Step, temporary: Path) -> Run:
        """Run one step alone, with its files in the temporary folder of the machine."""
        run = Run()
        self.workspace = temporary / "work"
        self.workspace.mkdir(exist_ok=True)
        self._call(step, self._contexts("push", {}, temporary), run)
        return run

    def _contexts(
        self, event_name: str, event: Mapping[str, Any], temporary: Path
    ) -> dict[str, Any]:
        known = {
            "api_url": self.environment.get("GITHUB_API_URL", ""),
            "event": {"repository": {"default_branch": "main"}, **event},
            "event_name": event_name,
            "base_ref": "main" if event_name == "pull_request" else "",
            "ref_name": "main",
            "repository": REPOSITORY,
            "run_attempt": "1",
            "run_id": "1",
            "server_url": f"file://{self.folder}/server",
            "sha": self.sha or self.commit("main"),
            "token": TOKEN,
        }
        return {
            "github": known,
            "runner": {"temp": str(temporary)},
            "inputs": self.inputs,
            "env": {},
            "needs": self.needs,
        }

    def _is_due(self, step: Step, contexts: Mapping[str, Any], run: Run) -> bool:
        def is_there(pattern: str) -> str:
            return "hash" if (self.workspace / pattern).exists() else ""

        condition = step.condition.replace("hashFiles('.catalog-links.json')", "files")
        if run.failed and "always()" not in condition:
            return False
        known = {**contexts, "files": is_there(".catalog-links.json")}
        return bool(value_of(condition, known)) if condition else True

    def _do(self, step: Step, contexts: Mapping[str, Any], run: Run) -> None:
        if step.name == self.broken_at:
            run.failed, run.code = step.name, 1
        elif step.run:
            self._call(step, contexts, run)
        else:
            self._use(step, contexts, run)

    def _use(self, step: Step, contexts: Mapping[str, Any], run: Run) -> None:
        options = {key: fill_in(value, contexts) for key, value in step.options.items()}
        action = step.uses.partition("@")[0]
        run.used[action] = options
        if action == SETUP and options.get("part", "check") == "check":
            self.program = os.fspath(forked_small_part())
        elif action == "actions/checkout":
            self._check_out(options, contexts)
        elif action == "actions/cache/restore":
            for path, kept in self.restored.items():
                shutil.copy(kept, self.workspace / path)

    def _check_out(self, options: Mapping[str, str], contexts: Mapping[str, Any]) -> None:
        """Clone what the action would fetch, without credentials, at a branch or a commit."""
        if options.get("path"):
            return  # the program, which is replaced by the one under test
        assert options["persist-credentials"] == "false"
        git(self.folder, "clone", "--quiet", f"file://{self.remote}", os.fspath(self.workspace))
        ref = options.get("ref") or contexts["github"]["sha"]
        git(self.workspace, "checkout", "--quiet", ref.removeprefix("refs/heads/"))

    def _call(self, step: Step, contexts: Mapping[str, Any], run: Run) -> None:
        own = {name: fill_in(value, contexts) for name, value in step.environment.items()}
        script = self.workspace.parent / "script.sh"
        script.write_text(step.run, encoding="utf-8")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", os.fspath(script)],  # noqa: S607 - as GitHub calls it
            cwd=self.workspace,
            env=self._environment(contexts) | contexts["env"] | own,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=PATIENCE,
        )
        run.output += done.stdout.decode(errors="replace")
        if done.returncode and not (run.failed or step.may_fail):
            run.failed, run.code = step.name, done.returncode

    def _environment(self, contexts: Mapping[str, Any]) -> dict[str, str]:
        github, temporary = contexts["github"], contexts["runner"]["temp"]
        inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        event = Path(temporary) / "event.json"
        event.write_text(json.dumps(github["event"]), encoding="utf-8")
        known = {
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTOR": "contoso-anna",
            "GITHUB_EVENT_NAME": github["event_name"],
            "GITHUB_EVENT_PATH": os.fspath(event),
            "GITHUB_OUTPUT": f"{temporary}/output.txt",
            "GITHUB_REF_NAME": github["ref_name"],
            "GITHUB_REPOSITORY": github["repository"],
            "GITHUB_RUN_ID": github["run_id"],
            "GITHUB_SERVER_URL": github["server_url"],
            "GITHUB_SHA": github["sha"],
            "GITHUB_STEP_SUMMARY": f"{temporary}/summary.md",
            "PATH": ":".join(filter(None, [self.path, self.program, "/usr/bin", "/bin"])),
            "RUNNER_TEMP": temporary,
        }
        return inherited | known | self.environment
