"""The generated files of the site among the files of MkDocs."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.settings import Settings
from catalog_tool.site.engines.frame import default_navigation, fault_of_link, warn_of_replaced

_HOME = "index.md"


def mount(
    generated: Iterable[GeneratedFile],
    files: Files,
    config: MkDocsConfig,
    inclusion: InclusionLevel,
    settings: Settings,
) -> None:
    """Add generated files, each in place of a file of the owners at the same address.

    Args:
        generated: the files.
        files: what MkDocs publishes.
        config: the configuration of MkDocs.
        inclusion: whether MkDocs writes the files.
        settings: the catalog.
    """
    others = {file.dest_uri: file for file in files}
    for file in generated:
        mounted = File.generated(config, file.path, content=file.content, inclusion=inclusion)
        if file.path == _HOME and not config.nav and inclusion is InclusionLevel.NOT_IN_NAV:
            mounted.inclusion = InclusionLevel.UNDEFINED
        # Its address is a folder, whatever the addresses of the owners' pages are.
        mounted.use_directory_urls = True
        # Some plugins expect that every page has a source, and ask Git about it.
        mounted.abs_src_path = str(settings.root / (file.edit or settings.configuration))
        if other := others.get(mounted.dest_uri):
            files.remove(other)
            is_published = other.inclusion is not InclusionLevel.EXCLUDED
            if is_published and other.content_bytes != mounted.content_bytes:
                source = os.path.relpath(Path(config.docs_dir, other.src_uri), settings.root)
                warn_of_replaced(source, mounted.url.removeprefix("./"))
        files.append(mounted)


def navigate(
    generated: Container[str], files: Files, config: MkDocsConfig, settings: Settings
) -> None:
    """Give a site without a navigation the main pages as tabs, unless another plugin makes one.

    Args:
        generated: paths of the files of the catalog.
        files: what MkDocs publishes.
        config: the configuration of MkDocs.
        settings: the catalog.
    """
    if config.nav is not None or len(config.plugins.events["nav"]) > 1:
        return
    prose = (settings.root / settings.prose).resolve()
    shown = [
        file.src_uri
        for file in files.documentation_pages()
        if file.src_uri not in generated
        and file.inclusion.value > InclusionLevel.NOT_IN_NAV.value
        and prose not in Path(config.docs_dir, file.src_uri).resolve().parents
    ]
    config.nav = default_navigation(settings, shown)
    features = config.theme.get("features") or []
    config.theme["features"] = [*dict.fromkeys([*features, "navigation.tabs"])]


def refuse_links(files: Files, config: MkDocsConfig) -> None:
    """Refuse what MkDocs would publish from outside the catalog: it follows links.

    Raises:
        PluginError: a file leads outside.
    """
    root = Path(config.config_file_path).parent
    for file in files:
        is_own = file.src_dir == config.docs_dir and file.abs_src_path
        if is_own and (fault := fault_of_link(Path(str(file.abs_src_path)), root)):
            raise PluginError(fault)
