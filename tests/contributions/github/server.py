"""A GitHub server on loopback: the parts of the REST API that the catalog uses."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.repository import git

REPOSITORY = "contoso/partners"
TOKEN = "token-of-the-test"  # noqa: S105 - opens nothing but this server
BOT = "github-actions[bot]"
PAGE = 2
"""Members on a page, so that few make several pages."""

Asked = dict[str, Any]
Answered = tuple[int, object]
Query = dict[str, list[str]]


@dataclass
class GitHub:
    """The content of the server, and the requests to it.

    Attributes:
        comments: comments by number, each with id, user and body.
        labels: labels by number.
        asked: logins that were asked for a review, by number.
        reviews: reviews by number, each with user and commit_id.
        outsiders: logins that GitHub refuses as reviewers.
        issues: issues by number.
        pulls: the pull requests.
        statuses: statuses by commit, the newest first.
        checks: names and conclusions of the jobs of a commit.
        remote: the Git repository of the branches that pull requests of this repository are from.
        refusals: responses (status, headers) that are sent first, in order; for the status 0 the
            server closes the connection.
        reasons: messages of those responses, in order.
        requests: every request as ``GET path``.
        may_propose: whether workflows can open pull requests.
        workflows: the workflows, each with id, path, and state.
        settings: responses (status, content) about settings, by path.
    """

    comments: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    labels: dict[int, list[str]] = field(default_factory=dict)
    asked: dict[int, list[str]] = field(default_factory=dict)
    reviews: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    outsiders: set[str] = field(default_factory=set)
    issues: dict[int, dict[str, Any]] = field(default_factory=dict)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    statuses: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    checks: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    remote: Path | None = None
    refusals: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    url: str = ""
    next_number: int = 100
    may_propose: bool = True
    workflows: list[dict[str, Any]] = field(default_factory=list)
    settings: dict[str, Answered] = field(default_factory=dict)
    seconds: int = 0

    def now(self) -> str:
        """Return a time that is later than every earlier one."""
        self.seconds += 1
        return f"{datetime.fromtimestamp(1_790_000_000 + self.seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"

    def touch(self, number: int) -> None:
        """Note that something happened to a pull request."""
        for pull in self.pulls:
            if pull["number"] == number:
                pull["updated_at"] = self.now()

    def pull(
        self, number: int, login: str, commit: str, body: str = "", **changed: object
    ) -> dict[str, Any]:
        """Open a pull request from a fork to main."""
        fork = {"full_name": f"{login}/partners"}
        created = self.now()
        home = {"full_name": REPOSITORY, "default_branch": "main"}
        self.pulls.append(
            {
                "number": number,
                "state": "open",
                "user": {"login": login},
                "head": {"sha": commit, "ref": "topic", "label": f"{login}:topic", "repo": fork},
                "base": {"ref": "main", "repo": home},
                "title": "",
                "body": body,
                "draft": False,
                "created_at": created,
                "updated_at": created,
                **changed,
            }
        )
        return self.pulls[-1]

    def review(self, number: int, login: str, commit: str, state: str = "APPROVED") -> None:
        """Add a review of a commit, as a person writes it on the page of a pull request."""
        user = {"login": login, "type": "User"}
        written = {"user": user, "commit_id": commit, "state": state}
        self.reviews.setdefault(number, []).append(written)
        self.touch(number)

    def set_status(self, commit: str, state: str, description: str = "", login: str = BOT) -> None:
        """Give a commit a status."""
        written = {
            "context": "catalog/review",
            "state": state,
            "description": description,
            "creator": {"login": login},
            "created_at": self.now(),
        }
        self.statuses.setdefault(commit, []).insert(0, written)

    def states(self, commit: str) -> list[str]:
        """Return all states that a commit had, the oldest first."""
        return [each["state"] for each in reversed(self.statuses.get(commit, []))]

    def may_merge(self, commit: str) -> bool:
        """Return whether branch protection that requires ``catalog/review`` lets a commit pass.

        Source: "If you have a check and a status with the same name, and you select that name as a
        required status check, both the check and the status are required."
        """
        jobs = [end for name, end in self.checks.get(commit, ()) if name == "catalog/review"]
        return {*jobs, *self.states(commit)[-1:]} == {"success"}

    def comment(self, number: int, login: str, body: str) -> None:
        """Add a comment."""
        self.next_number += 1
        written = {"id": self.next_number, "user": {"login": login}, "body": body}
        self.comments.setdefault(number, []).append(written)
        self.touch(number)

    def issue(self, login: str, label: str, title: str, body: str, number: int = 0) -> int:
        """Open an issue."""
        self.next_number += 1
        number = number or self.next_number
        self.issues[number] = {
            "number": number,
            "user": {"login": login},
            "labels": [{"name": label}],
            "title": title,
            "body": body,
            "state": "open",
        }
        return number

    def answer(self, method: str, path: str, query: Query, content: Asked) -> Answered:
        """Return a status and the content of the response."""
        for pattern, asked in _ROUTES.items():
            wanted, _, place = pattern.partition(" ")
            if wanted == method and (match := re.fullmatch(place, path)):
                return asked(self, match, query, content)
        return self.settings.get(path, (404, {"message": "Not Found"}))


def _list_comments(github: GitHub, match: re.Match[str], *_: object) -> Answered:
    return 200, github.comments.get(int(match[1]), [])


def _write_comment(github: GitHub, match: re.Match[str], _: object, content: Asked) -> Answered:
    github.comment(int(match[1]), BOT, content["body"])
    return 201, github.comments[int(match[1])][-1]


def _edit_comment(github: GitHub, match: re.Match[str], _: object, content: Asked) -> Answered:
    for comment in (each for listed in github.comments.values() for each in listed):
        if comment["id"] == int(match[1]):
            if comment["user"]["login"] != BOT:
                return 403, {"message": "Resource not accessible by integration"}
            comment["body"] = content["body"]
            github.touch(next(n for n, listed in github.comments.items() if comment in listed))
            return 200, comment
    return 404, {}


def _list_labels(github: GitHub, match: re.Match[str], *_: object) -> Answered:
    return 200, [{"name": name} for name in github.labels.get(int(match[1]), [])]


def _add_labels(github: GitHub, match: re.Match[str], _: object, content: Asked) -> Answered:
    github.labels.setdefault(int(match[1]), []).extend(content["labels"])
    github.touch(int(match[1]))
    return 200, []


def _take_label(github: GitHub, match: re.Match[str], *_: object) -> Answered:
    labels = github.labels.get(int(match[1]), [])
    if unquote(match[2]) not in labels:
        return 404, {}
    labels.remove(unquote(match[2]))
    return 200, []


def _ask(github: GitHub, match: re.Match[str], _: object, content: Asked) -> Answered:
    if github.outsiders & set(content["reviewers"]):
        return 422, {"message": "Reviews may only be requested from collaborators."}
    github.asked.setdefault(int(match[1]), []).extend(content["reviewers"])
    return 201, {}


def _list_issues(github: GitHub, _: object, query: Query, __: object) -> Answered:
    return 200, [
        issue
        for issue in github.issues.values()
        if issue["state"] == "open"
        and query["labels"][0] in {each["name"] for each in issue["labels"]}
    ]


def _open_issue(github: GitHub, _: object, __: object, content: Asked) -> Answered:
    number = github.issue(BOT, content["labels"][0], content["title"], content["body"])
    return 201, github.issues[number]


def _edit_issue(github: GitHub, match: re.Match[str], _: object, content: Asked) -> Answered:
    github.issues[int(match[1])].update(content)
    return 200, github.issues[int(match[1])]


def _show_issue(github: GitHub, match: re.Match[str], *_: object) -> Answered:
    issue = github.issues.get(int(match[1]))
    return (200, issue) if issue else (404, {})


def _refresh(github: GitHub) -> None:
    """Update what pull requests say of other things: labels, reviewers, and their last commits."""
    for pull in github.pulls:
        number = pull["number"]
        pull["labels"] = [{"name": name} for name in github.labels.get(number, [])]
        pull["requested_reviewers"] = [{"login": login} for login in github.asked.get(number, [])]
        home = (pull["head"]["repo"] or {}).get("full_name")  # none, if the fork was deleted
        if github.remote and home == REPOSITORY:
            commit = git(github.remote, "rev-parse", f"refs/heads/{pull['head']['ref']}")
            git(github.remote, "update-ref", f"refs/pull/{pull['number']}/head", commit)
            pull["head"]["sha"] = commit


def _list_pulls(github: GitHub, _: object, query: Query, __: object) -> Answered:
    _refresh(github)
    return 200, [
        pull
        for pull in github.pulls
        if pull["state"] == "open"
        and pull["head"]["label"] in query.get("head", [pull["head"]["label"]])
        and pull["base"]["ref"] in query.get("base", [pull["base"]["ref"]])
    ]


def _show_pull(github: GitHub, match: re.Match[str], *_: object) -> Answered:
    _refresh(github)
    found = [pull for pull in github.pulls if pull["number"] == int(match[1])]
    return (200, found[0]) if found else (404, {})


def _list_statuses(github: GitHub, match: re.Match[str], *_: object) -> Answered:
    return 200, github.statuses.get(match[1], [])


def _set_status(github: GitHub, match: re.Match[str], _: object, content: Asked) -> Answered:
    if len(content["description"]) > 140:
        return 422, {"message": "Validation Failed"}
    github.set_status(match[1], content["state"], content["description"])
    github.statuses[match[1]][0] |= content
    return 201, github.statuses[match[1]][0]


def _list_reviews(github: GitHub, match: re.Match[str], *_: object) -> Answered:
    return 200, github.reviews.get(int(match[1]), [])


def _open_pull(github: GitHub, _: object, __: object, content: Asked) -> Answered:
    if not github.may_propose:
        return 403, {"message": "GitHub Actions is not permitted to create pull requests"}
    github.next_number += 1
    home = {"full_name": REPOSITORY, "default_branch": "main"}
    label = f"{REPOSITORY.partition('/')[0]}:{content['head']}"
    head = {"sha": "", "ref": content["head"], "label": label, "repo": home}
    named = {"head": head, "title": content["title"]}
    return 201, github.pull(github.next_number, BOT, "", content["body"], **named)


def _edit_pull(github: GitHub, match: re.Match[str], _: object, content: Asked) -> Answered:
    (pull,) = (each for each in github.pulls if each["number"] == int(match[1]))
    pull.update(content)
    return 200, pull


def _list_workflows(github: GitHub, *_: object) -> Answered:
    return 200, {"total_count": len(github.workflows), "workflows": github.workflows}


def _enable_workflow(github: GitHub, match: re.Match[str], *_: object) -> Answered:
    (found,) = (each for each in github.workflows if each["id"] == int(match[1]))
    found["state"] = "active"
    return 204, None


_ROUTES: dict[str, Callable[..., Answered]] = {
    r"GET issues/(\d+)/comments": _list_comments,
    r"POST issues/(\d+)/comments": _write_comment,
    r"PATCH issues/comments/(\d+)": _edit_comment,
    r"GET issues/(\d+)/labels": _list_labels,
    r"POST issues/(\d+)/labels": _add_labels,
    r"DELETE issues/(\d+)/labels/([^/]+)": _take_label,
    r"POST pulls/(\d+)/requested_reviewers": _ask,
    r"GET pulls/(\d+)/reviews": _list_reviews,
    r"GET issues": _list_issues,
    r"POST issues": _open_issue,
    r"PATCH issues/(\d+)": _edit_issue,
    r"GET issues/(\d+)": _show_issue,
    r"GET pulls": _list_pulls,
    r"GET pulls/(\d+)": _show_pull,
    r"GET commits/([0-9a-f]{40})/statuses": _list_statuses,
    r"POST statuses/([0-9a-f]{40})": _set_status,
    r"POST pulls": _open_pull,
    r"PATCH pulls/(\d+)": _edit_pull,
    r"GET actions/workflows": _list_workflows,
    r"PUT actions/workflows/(\d+)/enable": _enable_workflow,
}


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_PATCH(self) -> None:
        self._serve()

    def do_PUT(self) -> None:
        self._serve()

    def do_DELETE(self) -> None:
        self._serve()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class names it)
        """Log nothing, because the tests report failures."""

    def _serve(self) -> None:
        github = self.server.github
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        content = json.loads(self.rfile.read(length) or b"null")
        path = parts.path.removeprefix(f"/api/v3/repos/{REPOSITORY}").removeprefix("/")
        github.requests.append(f"{self.command} {path}")
        if github.refusals:
            status, headers = github.refusals.pop(0)
            if not status:
                return
            reason = {"message": github.reasons.pop(0)} if github.reasons else {}
            self._send(status, reason, headers)
        elif self.headers.get("Authorization") != f"Bearer {TOKEN}":
            self._send(401, {}, {})
        else:
            query = parse_qs(parts.query)
            status, answer = github.answer(self.command, path, query, content)
            self._send(status, *self._paged(answer, parts.path, query))

    def _paged(self, answer: object, path: str, query: Query) -> tuple[object, dict[str, str]]:
        if not isinstance(answer, list):
            return answer, {}
        page = int(query.get("page", ["1"])[0])
        rest = answer[page * PAGE :]
        kept = "&".join(f"{key}={value[0]}" for key, value in query.items() if key != "page")
        following = f'<{self.server.github.url}{path[7:]}?{kept}&page={page + 1}>; rel="next"'
        return answer[(page - 1) * PAGE : page * PAGE], {"Link": following} if rest else {}

    def _send(self, status: int, answer: object, headers: dict[str, str]) -> None:
        text = json.dumps(answer).encode()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(text)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    github: GitHub


@contextmanager
def github_on_loopback() -> Iterator[GitHub]:
    """Run the server inside the context."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        server.github = GitHub(url=f"http://127.0.0.1:{server.server_port}/api/v3")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server.github
        finally:
            server.shutdown()
            thread.join()
