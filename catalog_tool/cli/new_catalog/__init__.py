"""The files of a new catalog: every file under ``files/`` is a template of the one of that path.

They are read by ``string.Template``: ``$name`` stands for a value, ``$$`` for a dollar sign.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from string import Template

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
    values = {
        "admins": "\n".join(f"        - {_quoted(admin)}" for admin in catalog.admins),
        "and_site": f", and you can search it at <{catalog.site_url}>" if catalog.site_url else "",
        "platform": catalog.platform,
        "platform_value": _quoted(catalog.platform),
        "repository": catalog.repository,
        "site_url_line": f"site_url: {catalog.site_url}\n" if catalog.site_url else "",
        "summary_value": _quoted(catalog.summary),
        "title": catalog.title,
        "title_value": _quoted(catalog.title),
        "tool_commit": catalog.tool_commit,
        "tool_repository": TOOL_REPOSITORY,
    }
    files = sorted(path for path in _TEMPLATES.rglob("*") if path.is_file())
    return {
        path.relative_to(_TEMPLATES).as_posix(): Template(
            path.read_text(encoding="utf-8")
        ).substitute(values)
        for path in files
    }


def _quoted(text: str) -> str:
    """Return text as YAML in double quotes, in which all of JSON's escapes mean the same."""
    return json.dumps(text, ensure_ascii=False)
