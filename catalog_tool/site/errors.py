"""Why a site can't be built: the build, the audit, or the missing extra ``site``."""

from __future__ import annotations

from importlib.util import find_spec

from catalog_tool.model.error import CatalogError

PACKAGES = ("jinja2", "material", "mkdocs", "selectolax")
"""Import names of the packages that the extra ``site`` installs."""


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
