"""The configuration of the project that Zensical builds, made from the owner's ``mkdocs.yml``.

It is changed as YAML nodes, so what only an engine can construct stays as it is: values with tags,
such as ``!ENV``.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from catalog_tool.loader.configuration import PLUGIN, compose
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
_MAP, _SEQUENCE = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"
_OURS = {PLUGIN, "search", "material/search"}


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
    root = _configuration(settings)
    templates = templates_folder(settings, root)
    theme = _mapping(_get(root, "theme"), "name")
    name = _get(theme, "name")
    require_theme(name.value if name else None, settings.root / settings.configuration)
    _set(theme, "custom_dir", CUSTOM_DIR)
    _set(theme, "variant", "classic")  # it looks like Material for MkDocs
    _set(root, "theme", theme)
    _set(root, "docs_dir", DOCS)
    _set(root, "site_dir", SITE)
    _set(root, "extra_css", [*asset_paths(".css"), *_members(_get(root, "extra_css"))])
    _set(root, "extra_javascript", [*_members(_get(root, "extra_javascript")), *asset_paths(".js")])
    others = [each for each in _members(_get(root, "plugins")) if _key(each) not in _OURS]
    _warn_of_unknown([*(["hooks"] if _get(root, "hooks") else []), *map(_key, others)])
    _set(root, "plugins", [*others, {"search": {"enabled": False}}])  # it has a search by default
    extra = _mapping(_get(root, "extra"))
    _set(extra, "catalog", frame_values(settings))
    _set(root, "extra", extra)
    if not _members(_get(root, "nav")):
        _set(root, "not_in_nav", "".join(f"/{page}\n" for page in pages))
        if not (_get(root, "INHERIT") or _get(root, "exclude_docs")):  # they say more about pages
            _set(root, "nav", default_navigation(settings, own))
            _set(theme, "features", [*_members(_get(theme, "features")), "navigation.tabs"])
    if not _get(root, "markdown_extensions"):
        _set(root, "markdown_extensions", [])  # Zensical has many by default
    return ProjectConfiguration(str(yaml.serialize(root)), templates)


def _warn_of_unknown(names: Collection[str]) -> None:
    if names:
        _log.warning(
            "Warning: Zensical runs no hooks, and only plugins that it knows. Check whether the "
            "site needs these: %s.",
            ", ".join(names),
        )


def _configuration(settings: Settings) -> yaml.MappingNode:
    path = settings.root / settings.configuration
    root = _mapping(compose(path.read_bytes()))
    if parent := _get(root, "INHERIT"):
        _set(root, "INHERIT", str(path.parent / parent.value))
    return root


def _mapping(node: yaml.Node | None, key: str = "") -> yaml.MappingNode:
    """Return a mapping; a scalar becomes one with that key, and anything else an empty one."""
    if isinstance(node, yaml.MappingNode):
        return node
    is_named = key and isinstance(node, yaml.ScalarNode)
    return yaml.MappingNode(_MAP, [(_node(key), node)] if is_named else [])


def _get(mapping: yaml.MappingNode, key: str) -> yaml.Node | None:
    return next((value for name, value in mapping.value if name.value == key), None)


def _set(mapping: yaml.MappingNode, key: str, value: object) -> None:
    others = [(name, each) for name, each in mapping.value if name.value != key]
    mapping.value = [*others, (_node(key), _node(value))]


def _members(node: yaml.Node | None) -> list[yaml.Node]:
    """Return the members of a list, or of a mapping as mappings with one key."""
    if isinstance(node, yaml.MappingNode):
        return [yaml.MappingNode(_MAP, [pair]) for pair in node.value]
    return node.value if isinstance(node, yaml.SequenceNode) else []


def _key(member: yaml.Node) -> str:
    return str((member.value[0][0] if isinstance(member, yaml.MappingNode) else member).value)


def _node(value: object) -> yaml.Node:
    """Return a value as a node. It can have nodes in it."""
    if isinstance(value, yaml.Node):
        return value
    if isinstance(value, list):
        return yaml.SequenceNode(_SEQUENCE, [_node(each) for each in value])
    return yaml.SafeDumper(io.StringIO()).represent_data(value)
