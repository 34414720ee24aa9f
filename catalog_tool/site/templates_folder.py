"""The folder of the owner's templates, in which each engine looks first."""

from __future__ import annotations

from pathlib import Path

import yaml

from catalog_tool.model.settings import Settings


def templates_folder(settings: Settings, configuration: yaml.Node | None) -> Path | None:
    """Return the folder that ``theme.custom_dir`` names; it may not exist.

    Args:
        settings: the catalog.
        configuration: the nodes of its ``mkdocs.yml``.

    Returns:
        The folder, or ``None`` if none is named.
    """
    node = configuration
    for key in ("theme", "custom_dir"):
        members = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for name, value in members if name.value == key), None)
    is_named = isinstance(node, yaml.ScalarNode) and node.value
    return settings.root / node.value if node and is_named else None
