"""Why a site can't be built: the build, the audit, or the missing extra ``site``."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from catalog_tool.model.error import CatalogError

PACKAGES = ("jinja2", "material", "mkdocs", "selectolax")
"""Import names of the packages that the extra ``site`` installs."""

THEME = "material"
"""The theme that the pages are written for. The audit accepts no other."""


class SiteNotBuiltError(Exception):
    """The engine couldn't build the site. The message is the output of the engine."""


class BuildError(CatalogError):
    """The site could not be built. The message tells the user why."""


class AuditError(Exception):
    """The site was built, but the audit found faults. Each fault says where and why.

    Attributes:
        faults: the faults.
        hint: what to do if the owner of the catalog wants what the audit refused.
    """

    def __init__(self, faults: tuple[str, ...], hint: str) -> None:
        super().__init__(f"{len(faults)} faults in the finished site")
        self.faults = faults
        self.hint = hint


class MissingExtraError(CatalogError):
    """The extra ``site`` is not installed. The message says how to install it."""


def require_site() -> None:
    """Check that the extra ``site`` is installed.

    Raises:
        MissingExtraError: it isn't.
    """
    if not all(map(find_spec, PACKAGES)):
        raise MissingExtraError(
            "This command needs the extra 'site'. Run: pip install 'partner-catalog[site]'"
        )


def require_theme(name: str | None, configuration: Path) -> None:
    """Check the theme of a site. Without this, the audit would report every page.

    Args:
        name: the theme that the configuration names.
        configuration: the configuration.

    Raises:
        SiteNotBuiltError: it's another theme.
    """
    if name != THEME:
        raise SiteNotBuiltError(
            f"The site needs the theme {THEME!r}, but {configuration.name} has {name!r}. "
            f"Write 'theme: {THEME}'."
        )
