"""Runs all checks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from catalog_tool.contributions.github.client import Forge, ForgeError
from catalog_tool.contributions.github.settings.check import Check, Result, State
from catalog_tool.contributions.github.settings.evidence import Evidence, UnknownError
from catalog_tool.contributions.github.settings.table import CHECKS
from catalog_tool.model.settings import Settings

_ADDRESS = re.compile(r"(https://[a-z0-9.-]+)/([\w.-]+/[\w.-]+?)(?:\.git)?/?", re.ASCII)
_GITHUB = "https://github.com"
_REFUSALS = {401, 403, 404, 405}


@dataclass(frozen=True)
class Inspection:
    """What is known about the settings.

    Attributes:
        branch: the branch that pull requests are merged into.
        repository: address of the repository, without a slash at the end; empty if unknown.
        is_asked: whether GitHub was asked, which needs a token.
        results: one for each check, in the order of the checks.
    """

    branch: str
    repository: str
    is_asked: bool
    results: tuple[Result, ...]

    @property
    def fails(self) -> bool:
        """Whether a required setting is wrong."""
        return any(each.state is State.WRONG and each.check.is_required for each in self.results)


def inspect_forge(settings: Settings, environment: Mapping[str, str]) -> Inspection:
    """Check what the catalog needs from GitHub, from its folder, and from this machine.

    Without a token, nothing is known about the settings on GitHub.

    Args:
        settings: the catalog.
        environment: with ``GITHUB_TOKEN`` or ``GH_TOKEN``, if there is one. The repository is the
            one of the settings, or else ``GITHUB_REPOSITORY``. If it isn't on github.com,
            ``GITHUB_API_URL`` must be set.

    Raises:
        ForgeError: ``GITHUB_API_URL`` can't be used.
    """
    server, repository = _repository(settings, environment)
    forge = _forge(server, repository, environment)
    evidence = Evidence(settings, forge)
    results = tuple(_judge(check, evidence) for check in CHECKS)
    address = f"{server}/{repository}" if repository else ""
    return Inspection(settings.branch, address, forge is not None, results)


def _repository(settings: Settings, environment: Mapping[str, str]) -> tuple[str, str]:
    """Return the address of the server, and owner and name of the repository, if known."""
    server = environment.get("GITHUB_SERVER_URL") or _GITHUB
    address = settings.repository or f"{server}/{environment.get('GITHUB_REPOSITORY', '')}"
    found = _ADDRESS.fullmatch(address)
    return (found[1], found[2]) if found else (server, "")


def _forge(server: str, repository: str, environment: Mapping[str, str]) -> Forge | None:
    token = environment.get("GITHUB_TOKEN") or environment.get("GH_TOKEN")
    api = environment.get("GITHUB_API_URL")
    # The settings may be a stranger's, so they never decide which server gets the token.
    if not api and server == _GITHUB:
        api = "https://api.github.com"
    return Forge(api, repository, token) if api and repository and token else None


def _judge(check: Check, evidence: Evidence) -> Result:
    try:
        found = check.judge(evidence)
    except UnknownError as error:
        return Result(check, State.UNKNOWN, str(error))
    except ForgeError as error:
        needed = (
            f" The token needs the permission {check.permission}."
            if error.status in _REFUSALS
            else ""
        )
        return Result(check, State.UNKNOWN, error.message + needed)
    except (AttributeError, KeyError, TypeError, ValueError):
        return Result(check, State.UNKNOWN, "GitHub's answer has an unknown form.")
    return Result(check, State.WRONG if found else State.OK, found)
