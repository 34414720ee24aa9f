"""The values that options of the plugin can have."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from catalog_tool.model.values import LOGIN_PATTERN
from catalog_tool.text.urls.address import contact_fault

PUBLIC_REQUESTS = "issue"
Engine = Literal["mkdocs", "zensical"]
"""What builds the site."""


def _inside_root(path: str) -> str:
    """Return a path in its normal form, if it can't lead out of the folder that it is relative to.

    Raises:
        ValueError: it can, or it is that folder itself.
    """
    parts = PurePosixPath(path).parts
    if not parts or "/" in parts or ".." in parts or "\\" in path or not path.isprintable():
        raise ValueError("not a path inside the catalog")
    return "/".join(parts)


def _where_requests_go(where: str) -> str:
    """Return where requests go, if pages can link to it.

    Raises:
        ValueError: it isn't.
    """
    if where != PUBLIC_REQUESTS and contact_fault(where):
        raise ValueError("neither an email address, nor an https address, nor an issue")
    return where


InsideRoot = Annotated[str, AfterValidator(_inside_root)]
Login = Annotated[str, Field(pattern=LOGIN_PATTERN)]
LoginOrTeam = Annotated[
    str, Field(pattern=rf"{LOGIN_PATTERN.removesuffix('$')}(/[A-Za-z0-9_.-]+)?$")
]
RequestTarget = Annotated[str, AfterValidator(_where_requests_go)]
