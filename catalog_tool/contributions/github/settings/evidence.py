"""What the checks look at: GitHub's answers, read when they are first needed, and local files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

from catalog_tool.contributions.github.client import Forge, ForgeError
from catalog_tool.contributions.github.settings.protection import (
    Protection,
    of_branch_protection,
    of_rulesets,
)
from catalog_tool.loader.files.read import read_text
from catalog_tool.model.settings import Settings

MAX_BYTES = 64 * 1024
"""No local file is read further."""

_NOT_FOUND = 404
_NO_PROTECTION = "Branch not protected"


class UnknownError(Exception):
    """Nobody can tell whether a setting is right, for the reason in the message."""


@dataclass(frozen=True)
class Evidence:
    """The repository on GitHub, if there is a token for it, and the catalog's folder."""

    settings: Settings
    forge: Forge | None

    def ask(self, path: str) -> Any:  # noqa: ANN401 - JSON
        """Return what GitHub answers for a path below the repository.

        Raises:
            UnknownError: there is no token.
            ForgeError: GitHub refused it.
        """
        return self._forge.ask("GET", path)

    def ask_all(self, path: str) -> list[Any]:
        """Return all elements of a list; see :meth:`ask`."""
        return [*self._forge.pages(f"{path}?per_page=100")]

    @cached_property
    def repository(self) -> dict[str, Any]:
        """The repository itself."""
        return dict(self.ask(""))

    @cached_property
    def workflows(self) -> tuple[str, ...]:
        """The texts of the workflows in the catalog's folder."""
        paths = sorted((self.settings.root / ".github/workflows").glob("*.y*ml"))
        return tuple(read_text(path, MAX_BYTES)[0] for path in paths)

    @cached_property
    def workflow_permissions(self) -> dict[str, Any]:
        """What workflows may do by default."""
        return dict(self.ask("actions/permissions/workflow"))

    @cached_property
    def rulesets(self) -> tuple[Protection, ...]:
        """What the rulesets require for the branch; anybody may read them."""
        return of_rulesets(self.branch_rules(self.settings.branch))

    @cached_property
    def _branch_protection(self) -> tuple[Protection, ...]:
        branch = quote(self.settings.branch, safe="")
        try:
            return (of_branch_protection(self.ask(f"branches/{branch}/protection")),)
        except ForgeError as error:
            if error.status == _NOT_FOUND and _NO_PROTECTION in error.message:
                return ()
            raise

    def protections(self) -> Iterator[Protection]:
        """Yield what protects the branch. The branch protection is only read if it is needed."""
        yield from self.rulesets
        yield from self._branch_protection

    def branch_rules(self, branch: str) -> list[Any]:
        """Return the rules of all active rulesets for a branch, which needn't exist."""
        return self.ask_all(f"rules/branches/{quote(branch, safe='')}")

    def bypasses(self, protection: Protection) -> tuple[str, ...]:
        """Return who can bypass a protection, except for GitHub Actions, which runs our workflows.

        Raises:
            UnknownError: GitHub doesn't show it.
            ForgeError: GitHub refused it.
        """
        if protection.ruleset is None:
            return protection.bypasses
        ruleset = self.ask(f"rulesets/{protection.ruleset}")
        if "bypass_actors" not in ruleset:
            reason = "GitHub shows who can bypass a ruleset only to people who can change it."
            raise UnknownError(reason)
        actors = ruleset["bypass_actors"]
        return tuple(_described(actor) for actor in actors if not _is_github_actions(actor))

    @property
    def _forge(self) -> Forge:
        if self.forge is None:
            raise UnknownError("")
        return self.forge


# The ID of the app on github.com.
_GITHUB_ACTIONS = 15368
_ACTORS = {
    "DeployKey": "deploy keys",
    "EnterpriseOwner": "owners of the enterprise",
    "Integration": "the app with the ID {id}",
    "OrganizationAdmin": "owners of the organization",
    "RepositoryRole": "the repository role with the ID {id}",
    "Team": "the team with the ID {id}",
}


def _is_github_actions(actor: dict[str, Any]) -> bool:
    return (actor["actor_type"], actor.get("actor_id")) == ("Integration", _GITHUB_ACTIONS)


def _described(actor: dict[str, Any]) -> str:
    kind = str(actor["actor_type"])
    return _ACTORS.get(kind, kind).replace("{id}", str(actor.get("actor_id")))
