"""What the site may load from other hosts, and which of its files the catalog doesn't make."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from catalog_tool.model.strict import Frozen

# A host, or all hosts below it, but no scheme, no `*`, and no keyword such as 'unsafe-inline'.
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_HOST = rf"^(?:\*\.)?(?:{_LABEL}\.)+[a-z](?:[a-z0-9-]*[a-z0-9])?$"
# A path below the folder of the site. `*` matches in one folder, `**` in all folders below.
_NAME = r"\.?[A-Za-z0-9_*-][A-Za-z0-9_.*-]*"
_PATHS = rf"^{_NAME}(?:/{_NAME})*$"
Hosts = tuple[Annotated[str, Field(pattern=_HOST)], ...]
Paths = tuple[Annotated[str, Field(pattern=_PATHS)], ...]


class ContentPolicy(Frozen):
    """Hosts by what the site gets from them, and pages that the catalog doesn't make."""

    script_src: Hosts = Field(
        default=(), alias="script-src", description="Hosts of scripts.", examples=[["plausible.io"]]
    )
    style_src: Hosts = Field(
        default=(),
        alias="style-src",
        description="Hosts of style sheets.",
        examples=[["fonts.googleapis.com"]],
    )
    connect_src: Hosts = Field(
        default=(),
        alias="connect-src",
        description="Hosts that scripts talk to.",
        examples=[["plausible.io"]],
    )
    font_src: Hosts = Field(
        default=(),
        alias="font-src",
        description="Hosts of fonts.",
        examples=[["fonts.gstatic.com"]],
    )
    img_src: Hosts = Field(
        default=(),
        alias="img-src",
        description="Hosts of pictures.",
        examples=[["avatars.githubusercontent.com"]],
    )
    frame_src: Hosts = Field(
        default=(),
        alias="frame-src",
        description="Hosts of embedded pages.",
        examples=[["www.youtube-nocookie.com"]],
    )
    files: Paths = Field(
        default=(),
        description="Files of the site with markup or scripts of your own. The pages of the "
        "catalog are never among them.",
        examples=[["blog/**"]],
    )

    def hosts(self, directive: str) -> Hosts:
        """Return the hosts of a directive, such as ``script-src``; none if it can't have any."""
        hosts: Hosts = getattr(self, directive.replace("-", "_"), ())
        return hosts

    def allows(self, directive: str, host: str) -> bool:
        """Return whether a directive has a host, or a host above it with ``*.``."""
        return any(
            host == each or (each.startswith("*.") and host.endswith(each[1:]))
            for each in self.hosts(directive)
        )

    def has_file(self, path: str) -> bool:
        """Return whether a path below the folder of the site is among :attr:`files`."""
        return any(re.fullmatch(_as_pattern(files), path) for files in self.files)


def _as_pattern(files: str) -> str:
    return re.escape(files).replace(r"\*\*", ".*").replace(r"\*", "[^/]*")
