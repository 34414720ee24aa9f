"""The files of a new catalog: every file under ``files/`` is a template of the one of that path."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TOOL_REPOSITORY = "partner-catalog/partner-catalog"
"""Where other catalogs call the workflows of this program, on GitHub."""

_TEMPLATES = Path(__file__).parent / "files"


@dataclass(frozen=True, slots=True)
class NewCatalog:
    """What differs between one new catalog and another.

    Attributes:
        platform: the platform whose partners are listed, such as ``Fabrikam Cloud``.
        repository: address of the catalog's repository, without a slash at its end.
        admins: GitHub logins and teams of who reviews pull requests, at least one.
        tool_commit: full id of the commit of the program that the workflows call.
    """

    platform: str
    repository: str
    admins: tuple[str, ...]
    tool_commit: str

    @property
    def title(self) -> str:
        """What the catalog is called."""
        return f"{self.platform} partner integrations"

    @property
    def summary(self) -> str:
        """One sentence about it."""
        return f"Find the partner who links {self.platform} to your application."

    @property
    def site_url(self) -> str:
        """Where GitHub Pages will publish the site; empty where GitHub is not github.com."""
        host, owner, name = self.repository.removeprefix("https://").split("/")
        if host != "github.com":
            return ""
        root = f"https://{owner.lower()}.github.io/"
        return root if f"https://{name.lower()}/" == root else f"{root}{name}/"


def texts_of(catalog: NewCatalog) -> dict[str, str]:
    """Return the text of each file of a new catalog, by path with forward slashes."""
    # Nothing is escaped: no stranger wrote any of it, and YAML and Markdown want no HTML.
    environment = Environment(  # noqa: S701 - as said
        loader=FileSystemLoader(_TEMPLATES),
        keep_trailing_newline=True,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["text"] = _quoted
    return {
        path: environment.get_template(path).render(
            admins=catalog.admins,
            platform=catalog.platform,
            repository=catalog.repository,
            site_url=catalog.site_url,
            summary=catalog.summary,
            title=catalog.title,
            tool_commit=catalog.tool_commit,
            tool_repository=TOOL_REPOSITORY,
        )
        for path in environment.list_templates()
    }


def _quoted(text: str) -> str:
    """Return text as YAML in double quotes, in which all of JSON's escapes mean the same."""
    return json.dumps(text, ensure_ascii=False)
