"""The optional extra ``site``, which four commands need."""

from __future__ import annotations

from importlib.util import find_spec

from catalog_tool.cli._exit import CannotRun

PACKAGES = ("jinja2", "material", "mkdocs", "selectolax")
"""Import names of the packages that the extra installs."""


def require_site() -> None:
    """Stop the command if the extra ``site`` is not installed.

    Raises:
        CannotRun: the extra is not installed; the message says how to install it.
    """
    if not all(map(find_spec, PACKAGES)):
        raise CannotRun(
            "This command needs the extra 'site'. Run: pip install 'partner-catalog[site]'"
        )
