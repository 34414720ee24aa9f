"""The configuration of the project that Zensical builds, made from the owner's ``mkdocs.yml``.

What only an engine can construct stays a YAML node, and is written as it is: values with tags, such
as ``!ENV``.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from catalog_tool.loader.configuration import compose
from catalog_tool.loader.option_messages import PLUGIN
from catalog_tool.model.settings import Settings
from catalog_tool.site.assets import asset_paths
from catalog_tool.site.engines.frame import default_navigation, frame_values
from catalog_tool.site.errors import require_theme
from catalog_tool.site.templates_folder import templates_folder

CONFIGURATION = "mkdocs.yml"
CUSTOM_DIR = "theme"
DOCS = "docs"
SITE = "site"

_log = logging.getLogger(__name__)
_OURS = {PLUGIN, "search", "material/search"}


class _Loader(yaml.SafeLoader):
    """Reads values with tags as nodes."""


class _Dumper(yaml.SafeDumper):
    """Writes nodes as they are."""


_Loader.add_multi_constructor("", lambda _loader, _tag, node: node)
_Dumper.add_multi_representer(yaml.Node, lambda _dumper, node: node)


@dataclass(frozen=True, slots=True)
class ProjectConfiguration:
    """What the owner's configuration says for the project.

    Attributes:
        text: the configuration of the project.
        templates: the folder of the owner's templates, if one is named.
    """

    text: str
    templates: Path | None


def project_configuration(
    settings: Settings, pages: Iterable[str], own: Iterable[str] = ()
) -> ProjectConfiguration:
    """Read the owner's configuration, and return that of the project.

    Args:
        settings: the catalog.
        pages: paths of the pages of the catalog.
        own: paths of the owner's pages.

    Raises:
        BuildError: the owner's theme is another one.
        OSError: the owner's configuration can't be read.
    """
    path = settings.root / settings.configuration
    written = path.read_bytes()
    root: dict[str, Any] = yaml.load(written, Loader=_Loader)  # noqa: S506 - a safe loader
    theme, extra = root.get("theme"), root.get("extra")
    theme = theme if isinstance(theme, dict) else {"name": theme}
    name = theme.get("name")
    require_theme(name if isinstance(name, str) else None, path)
    plugins = [each for each in _members(root.get("plugins")) if _key(each) not in _OURS]
    _warn_of_unknown([*(["hooks"] if "hooks" in root else []), *map(_key, plugins)])
    # Its variant looks like Material for MkDocs.
    root["theme"] = theme | {"custom_dir": CUSTOM_DIR, "variant": "classic"}
    root |= {
        "docs_dir": DOCS,
        "site_dir": SITE,
        "extra_css": [*asset_paths(".css"), *_members(root.get("extra_css"))],
        "extra_javascript": [*_members(root.get("extra_javascript")), *asset_paths(".js")],
        "plugins": [*plugins, {"search": {"enabled": False}}],  # it has a search by default
        "extra": (extra if isinstance(extra, dict) else {}) | {"catalog": frame_values(settings)},
    }
    if isinstance(parent := root.get("INHERIT"), str):
        root["INHERIT"] = str(path.parent / parent)
    if not root.get("nav"):
        root["not_in_nav"] = "".join(f"/{page}\n" for page in pages)
        if not (parent or root.get("exclude_docs")):  # they say more about pages
            root["nav"] = default_navigation(settings, own)
            root["theme"]["features"] = [*_members(theme.get("features")), "navigation.tabs"]
    root.setdefault("markdown_extensions", [])  # Zensical has many by default
    text = yaml.dump(root, Dumper=_Dumper, sort_keys=False, allow_unicode=True)
    return ProjectConfiguration(text, templates_folder(settings, compose(written)))


def _warn_of_unknown(names: Collection[str]) -> None:
    if names:
        _log.warning(
            "Warning: Zensical runs no hooks, and only plugins that it knows. Check whether the "
            "site needs these: %s.",
            ", ".join(names),
        )


def _members(value: object) -> list[Any]:
    """Return the members of a list, or of a mapping as mappings with one key."""
    if isinstance(value, dict):
        return [{key: each} for key, each in value.items()]
    return value if isinstance(value, list) else []


def _key(member: object) -> str:
    return str(next(iter(member), "") if isinstance(member, dict) else member)
