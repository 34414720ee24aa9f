"""The files of a new catalog. Each file under ``files/`` is a template for the same path.

The templates use ``string.Template``: ``$name`` is replaced by a value, ``$$`` is a dollar sign.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from string import Template

TOOL_REPOSITORY = "partner-catalog/partner-catalog"
"""The repository on GitHub whose workflows other catalogs call."""

_TEMPLATES = Path(__file__).parent / "files"


@dataclass(frozen=True, slots=True)
class NewCatalog:
    """The values that differ from catalog to catalog.

    Attributes:
        platform: the platform that the partners connect to, such as ``Fabrikam Cloud``.
        repository: address of the catalog's repository, without a slash at the end.
        admins: GitHub logins of the people who review pull requests, at least one.
        tool_commit: full ID of the commit of the program that the workflows call.
    """

    platform: str
    repository: str
    admins: tuple[str, ...]
    tool_commit: str

    @property
    def title(self) -> str:
        """The name of the catalog."""
        return f"{self.platform} partner integrations"

    @property
    def summary(self) -> str:
        """One sentence about the catalog."""
        return f"Find a partner that connects {self.platform} to your application."

    @property
    def site_url(self) -> str:
        """The address of the site on GitHub Pages; empty if GitHub is not github.com."""
        host, owner, name = self.repository.removeprefix("https://").split("/")
        if host != "github.com":
            return ""
        root = f"https://{owner.lower()}.github.io/"
        return root if f"https://{name.lower()}/" == root else f"{root}{name}/"


def texts_of(catalog: NewCatalog) -> dict[str, str]:
    """Return the text of each file of a new catalog, by path with forward slashes."""
    values = {
        "admins": "\n".join(f"        - {_quote(admin)}" for admin in catalog.admins),
        "and_site": f", and you can search it at <{catalog.site_url}>" if catalog.site_url else "",
        "platform": catalog.platform,
        "platform_value": _quote(catalog.platform),
        "repository": catalog.repository,
        "site_url_line": f"site_url: {catalog.site_url}\n" if catalog.site_url else "",
        "summary_value": _quote(catalog.summary),
        "title": catalog.title,
        "title_value": _quote(catalog.title),
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


def _quote(text: str) -> str:
    """Return text as YAML in double quotes; all escapes of JSON mean the same in YAML."""
    return json.dumps(text, ensure_ascii=False)
