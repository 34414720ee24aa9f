"""Our frame of a page, below the templates of the owner and above those of the theme.

As the theme documents it, the owner's ``main.html`` extends ``base.html`` and overrides some of its
blocks. Ours does the same. If both exist, the owner's extends ours, so a page has what both write.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FunctionLoader
from mkdocs.config.defaults import MkDocsConfig

from catalog_tool.site.assets import THEME

_BASE = "base.html"
_MAIN = "main.html"
_OURS = f"catalog/{_MAIN}"


def with_frame(folders: Iterable[str], custom_dir: str | None) -> list[str]:
    """Return folders of templates with ours after the owner's and before all others.

    Args:
        folders: in which templates are looked for, in this order.
        custom_dir: the owner's folder, if there is one.
    """
    first = [custom_dir] if custom_dir else []
    return [*dict.fromkeys([*first, str(THEME), *folders])]


def use_frame(env: Environment, custom_dir: Path) -> None:
    """Let templates of the owner that extend the theme's frame extend ours.

    Args:
        env: an environment that finds the owner's templates first, and ours next.
        custom_dir: the owner's folder.
    """
    ours = {_OURS} if (custom_dir / _MAIN).is_file() else {_OURS, _MAIN}

    def join_path(template: str, parent: str) -> str:
        return _OURS if template == _BASE and parent not in ours else template

    def frame(name: str) -> str | None:
        return (THEME / _MAIN).read_text(encoding="utf-8") if name == _OURS else None

    env.loader = ChoiceLoader([FunctionLoader(frame), *filter(None, [env.loader])])
    env.join_path = join_path  # type: ignore[method-assign]  # what Jinja has it for


def without_search_worker(config: MkDocsConfig) -> None:
    """Don't load what the theme's search needs in a site on disk: that search is off."""
    if scripts := config.extra.get("polyfills"):
        config.extra["polyfills"] = [each for each in scripts if "iframe-worker" not in each]
