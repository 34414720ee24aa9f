"""Why a site can't be built: the build, the audit, or the missing extra ``site``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from traceback import TracebackException

from catalog_tool.model.error import CatalogError
from catalog_tool.model.settings import TOOL_REPOSITORY

INSTALL = f"pip install 'partner-catalog[site] @ git+https://github.com/{TOOL_REPOSITORY}'"
"""The command that installs the extra. No package index has this program."""

PACKAGES = ("jinja2", "material", "mkdocs", "selectolax")
"""Import names of the packages that the extra ``site`` installs."""

THEME = "material"
"""The theme that the pages are written for. The audit accepts no other."""

_OURS = Path(__file__).resolve().parents[1]


class BuildError(CatalogError):
    """The site could not be built. The message tells the user why.

    Attributes:
        reason: why, such as the output of the engine.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"The site could not be built.\n{reason}")
        self.reason = reason


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
        raise MissingExtraError(f"This command needs the extra 'site'. Run: {INSTALL}")


def require_theme(name: str | None, configuration: Path) -> None:
    """Check the theme of a site. Without this, the audit would report every page.

    Args:
        name: the theme that the configuration names.
        configuration: the configuration.

    Raises:
        BuildError: it's another theme.
    """
    if name != THEME:
        raise BuildError(
            f"The site needs the theme {THEME!r}, but {configuration.name} has {name!r}. "
            f"Write 'theme: {THEME}'."
        )


def require_language(language: str, folders: Iterable[str], configuration: Path) -> None:
    """Check the language of a site. Without this, only a missing template would be named.

    Args:
        language: the language that the configuration names.
        folders: the folders with the templates of the theme.
        configuration: the configuration.

    Raises:
        BuildError: the theme doesn't have it.
    """
    names = [path for folder in folders for path in Path(folder).glob("partials/languages/*.html")]
    known = sorted({path.stem for path in names})
    if language not in known:
        raise BuildError(
            f"The theme has no language {language!r}, which {configuration.name} names. "
            f"It has {', '.join(known)}."
        )


@contextmanager
def errors_of_owner(root: Path) -> Iterator[None]:
    """Name the code that raises an error or ends the program, unless it is ours.

    Args:
        root: the folder of the catalog.

    Raises:
        BuildError: instead of that error.
    """
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415 - not installed without the extra

    try:
        yield
    except (MkDocsException, CatalogError):
        raise
    except (Exception, SystemExit) as error:
        if not (culprit := _culprit(error, root.resolve())):
            raise
        message = f"{culprit} stopped the build: {type(error).__name__}: {error}"
        raise BuildError(message) from error


def _culprit(error: BaseException, root: Path) -> str:
    """Return the owner's file or the plugin that raised an error; ``""`` if it is neither."""
    raised = TracebackException.from_exception(error)
    places = [(frame.filename, frame.lineno) for frame in raised.stack]
    if isinstance(error, SyntaxError):  # a hook that Python can't read
        places.append((str(error.filename), error.lineno))
    plugins = _plugin_files()
    for file, line in reversed(places):
        if Path(file).is_relative_to(_OURS):
            return ""
        if file in plugins:
            return f"The plugin {plugins[file]}"
        if Path(file).is_relative_to(root) and "site-packages" not in file:
            return f"{Path(file).relative_to(root).as_posix()}:{line}"
    return ""


def _plugin_files() -> dict[str | None, str]:
    """Return the names of the plugins that were loaded, by their files."""
    from mkdocs.plugins import get_plugins  # noqa: PLC0415 - as above

    modules = {name: sys.modules.get(each.module) for name, each in get_plugins().items()}
    return {module.__file__: name for name, module in modules.items() if module}
