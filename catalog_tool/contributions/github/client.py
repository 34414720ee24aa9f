"""A client for GitHub's REST API, with limits and retries, that never shows its token.

Source: docs.github.com/rest, API version 2022-11-28.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from catalog_tool.contributions.github.run_summary import RunSummary
from catalog_tool.model.error import CatalogError
from catalog_tool.text.phrases import shorten
from catalog_tool.text.terminal import visible

API_VERSION = "2022-11-28"
MOST_BYTES = 16 * 1024 * 1024
"""Most bytes of one response: a page of a hundred comments of the largest size fits."""

_MOST_PAGES = 100
_TRIES = 4
_LONGEST_PAUSE = 60.0
_SECONDS = 30.0
_MOST_OF_REASON = 64 * 1024
_LONGEST_REASON = 300
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)
_NEXT = re.compile(r'<([^>]*)>\s*;\s*rel="next"')
_TOO_MANY_REQUESTS = 429
_FIRST_SERVER_ERROR = 500
_OF_RATE_LIMITS = {403, _TOO_MANY_REQUESTS}
_NEEDED = {
    "GITHUB_REPOSITORY": "GitHub sets it in workflows. Elsewhere, set it to owner/name.",
    "GITHUB_TOKEN": "In workflows, set it to ${{ github.token }}. Elsewhere, set it to a token of "
    "yours for the repository.",
}


class ForgeError(CatalogError):
    """A request to GitHub failed; ``status`` is the status of the response, or 0 without one."""

    def __init__(self, message: str, status: int = 0, hint: str = "") -> None:
        super().__init__(message, hint)
        self.status = status


class _NoRedirects(HTTPRedirectHandler):
    """Turns a redirect into an error, so that the token is sent to no other host."""

    def redirect_request(self, *_: object) -> None:
        """Follow no redirect."""


@dataclass(frozen=True)
class Forge:
    """One repository on GitHub.

    Attributes:
        api: address of the API, which uses https unless it is on this machine.
        repository: owner and name, separated by a slash.
        token: the access token; it is never shown.
        login: the login that the token belongs to.
        run: the run of the workflow; empty outside one.
        sleep: waits for a number of seconds.

    Raises:
        ForgeError: the address or the name of the repository cannot be used.
    """

    api: str
    repository: str
    token: str = field(repr=False)
    login: str = "github-actions[bot]"
    run: RunSummary = field(default_factory=RunSummary)
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)

    def __post_init__(self) -> None:
        parts = urlsplit(self.api)
        if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
            raise ForgeError("The address of GitHub's API must start with https.")
        if not _REPOSITORY.fullmatch(self.repository):
            raise ForgeError("The repository must have the form owner/name.")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Forge:
        """Return the repository that a workflow runs for.

        Args:
            environment: with ``GITHUB_REPOSITORY`` and ``GITHUB_TOKEN``; ``GITHUB_API_URL`` and
                ``CATALOG_LOGIN`` if they differ from those of github.com; those of the run of a
                workflow.

        Raises:
            ForgeError: a variable is missing or cannot be used.
        """
        for name, hint in _NEEDED.items():
            if not environment.get(name):
                raise ForgeError(f"The environment variable {name} is missing.", hint=hint)
        return cls(
            environment.get("GITHUB_API_URL") or "https://api.github.com",
            environment["GITHUB_REPOSITORY"],
            environment["GITHUB_TOKEN"],
            environment.get("CATALOG_LOGIN") or "github-actions[bot]",
            RunSummary.from_environment(environment),
        )

    def ask(self, method: str, path: str, content: object = None) -> Any:  # noqa: ANN401 - JSON
        """Send a request, and retry if GitHub is busy.

        Args:
            method: ``GET``, ``POST``, ``PATCH`` or ``DELETE``.
            path: path below the repository, such as ``issues/7/comments``, without a leading slash;
                empty for the repository itself.
            content: what to send, as JSON; nothing if ``None``.

        Returns:
            The response, parsed as JSON; ``None`` if it is empty.

        Raises:
            ForgeError: GitHub refused the request or didn't answer.
        """
        return self._answer(method, self._address(path), content)[0]

    def pages(self, path: str) -> Iterator[Any]:
        """Yield every element of a list that GitHub returns in pages.

        Raises:
            ForgeError: see :meth:`ask`; or the list has more than 100 pages.
        """
        address: str | None = self._address(path)
        for _ in range(_MOST_PAGES):
            if address is None:
                return
            members, address = self._answer("GET", address)
            if not isinstance(members, list):
                raise ForgeError("GitHub answered with something other than a list.")
            yield from members
        raise ForgeError(f"GitHub has more than {_MOST_PAGES} pages of {path.partition('?')[0]}.")

    def _address(self, path: str) -> str:
        return f"{self.api.rstrip('/')}/repos/{self.repository}/{path}".rstrip("/")

    def _answer(self, method: str, address: str, content: object = None) -> tuple[Any, str | None]:
        for tried in range(1, _TRIES + 1):
            try:
                return self._ask_once(method, address, content)
            except (HTTPException, OSError) as error:  # HTTPError and URLError are OSErrors
                pause = _pause(error, method, tried)
                if pause is None or tried == _TRIES:
                    raise _error_of(error, method, address) from error
                if isinstance(error, HTTPError):
                    error.close()
                self.sleep(pause)
            except ValueError as error:
                raise ForgeError(f"GitHub's answer can't be read: {error}.") from error
        raise AssertionError("the last try returns or raises")

    def _ask_once(self, method: str, address: str, content: object) -> tuple[Any, str | None]:
        body = None if content is None else json.dumps(content).encode()
        headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "User-Agent": "partner-catalog",
            "X-GitHub-Api-Version": API_VERSION,
        }
        request = Request(address, data=body, headers=headers, method=method)  # noqa: S310 - https
        with build_opener(_NoRedirects).open(request, timeout=_SECONDS) as response:
            text = response.read(MOST_BYTES + 1)
            following = self._following(response.headers.get("Link", ""))
        if len(text) > MOST_BYTES:
            raise ForgeError("GitHub's answer is too large.")
        return (json.loads(text) if text.strip() else None), following

    def _following(self, link: str) -> str | None:
        """Return the address of the next page, which must be on the same host."""
        found = _NEXT.search(link)
        if not found:
            return None
        if urlsplit(found[1])[:2] != urlsplit(self.api)[:2]:
            raise ForgeError("GitHub's next page is on another host.")
        return found[1]


def _pause(error: Exception, method: str, tried: int) -> float | None:
    """Return the seconds to wait before the next try, or ``None`` if a retry wouldn't help."""
    status = error.code if isinstance(error, HTTPError) else 0
    if isinstance(error, HTTPError) and status in _OF_RATE_LIMITS:
        after = error.headers.get("Retry-After", "")
        spent = error.headers.get("X-RateLimit-Remaining", "") == "0"
        if after or spent or status == _TOO_MANY_REQUESTS:
            return min(float(after), _LONGEST_PAUSE) if after.isdecimal() else _LONGEST_PAUSE
    # A server that failed may have written already, so a retry could write twice.
    has_failed = not status or status >= _FIRST_SERVER_ERROR
    return float(2**tried) if has_failed and method != "POST" else None


def _error_of(error: Exception, method: str, address: str) -> ForgeError:
    if not isinstance(error, HTTPError):
        reason = getattr(error, "reason", error)
        said = getattr(reason, "strerror", None) or reason
        hint = "Check the network connection of this machine, then try again."
        return ForgeError(f"GitHub didn't answer: {said}.", hint=hint)
    answered = f"GitHub answered {error.code} to {method} {urlsplit(address).path}"
    return ForgeError(f"{answered}: {_reason(error)}".rstrip(": .") + ".", error.code)


def _reason(error: HTTPError) -> str:
    """Return GitHub's reason for a refusal, such as a missing permission; empty if it has none."""
    try:
        with error:
            said = json.loads(error.read(_MOST_OF_REASON))["message"]
    except (HTTPException, OSError, ValueError, TypeError, KeyError):
        return ""
    return visible(shorten(str(said), _LONGEST_REASON))
