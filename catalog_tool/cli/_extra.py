"""What is not installed by default: the extra ``site``, which four commands need."""

from __future__ import annotations

from importlib.util import find_spec

from catalog_tool.cli._outcome import CannotRun

PACKAGES = ("jinja2", "material", "mkdocs", "selectolax")
"""Import names of what the extra installs."""


def require_site() -> None:
    """Let a command that needs the extra ``site`` go on.

    Raises:
        CannotRun: the extra is not installed; the message says how to install it.
    """
    if not all(map(find_spec, PACKAGES)):
        raise CannotRun(
            "This command needs the extra 'site': run pip install 'partner-catalog[site]'"
        )
