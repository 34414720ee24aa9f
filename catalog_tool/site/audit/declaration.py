"""What the owner of a catalog adds to ``mkdocs.yml`` to allow what the audit refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml

from catalog_tool.loader.configuration import compose, documentation_folder
from catalog_tool.loader.option_messages import PLUGIN
from catalog_tool.model.content_policy import ContentPolicy
from catalog_tool.model.settings import Settings
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.content_policy import is_of_catalog
from catalog_tool.site.templates_folder import templates_folder

_UNDO = (
    "If you changed the theme, mkdocs.yml, or a page in docs/, undo the change or see SECURITY.md. "
    "Otherwise, please report this."
)
_DECLARE = """\
This comes from {}. If you want it on the site, add these lines to {}; an admin has to approve them:

plugins:
  - {}:
      content_policy:
"""
_FILES = "files"
# Hosts and files that nobody names in the configuration, by how they start.
_KNOWN = {
    "feed_rss_": "the plugin rss",
    "fonts.googleapis.com": "the option theme.font",
    "fonts.gstatic.com": "the option theme.font",
    "www.googletagmanager.com": "the option extra.analytics",
}


def declaration(settings: Settings, faults: Iterable[Fault]) -> str:
    """Return what to do about faults: the lines that would allow them, if there are any.

    Args:
        settings: the catalog.
        faults: what the audit found.
    """
    missing = [(*fault.missing, fault.path) for fault in faults if fault.missing]
    if not missing:
        return _UNDO
    named: dict[tuple[str, str], str] = {}
    for key, value, path in missing:
        wanted = (key, _pattern(value) if key == _FILES else value)
        if wanted not in named:
            named[wanted] = _named(settings, value, path)
    sources = ", ".join(sorted({*named.values()}))
    start = _DECLARE.format(sources, settings.configuration, PLUGIN)
    return start + "\n".join(_lines(settings.content_policy, named))


def _lines(declared: ContentPolicy, wanted: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield each key of the option that would have values, with those that it has already."""
    before: dict[str, tuple[str, ...]] = declared.model_dump(by_alias=True)
    for key, values in before.items():
        added = (value for name, value in wanted if name == key)
        if every := dict.fromkeys((*values, *added)):
            yield f"        {key}: [{', '.join(map(_quoted, every))}]"


def _quoted(value: str) -> str:
    return f'"{value}"' if "*" in value else value


def _pattern(path: str) -> str:
    """Return the files that a page most likely belongs to.

    >>> _pattern("blog/2026/first/index.html"), _pattern("feed_rss_created.xml")
    ('blog/**', 'feed_rss_created.xml')
    """
    folder, found, _ = path.partition("/")
    return f"{folder}/**" if found else path


def _named(settings: Settings, value: str, path: str) -> str:
    """Return the option, plugin, or file that most likely brought something into the site.

    Args:
        settings: the catalog.
        value: the host, or the path of the file itself.
        path: the file of the site that has it.
    """
    docs = documentation_folder(settings)
    address = path.removesuffix("index.html").rstrip("/").removesuffix(".html")
    written = [f"{address}.md", f"{address}/index.md", path]
    for name in written:
        if not is_of_catalog(path) and _has(docs / name, "" if value == path else value):
            return f"{docs.name}/{name}"
    for known, option in _KNOWN.items():
        if value.startswith(known):
            return option
    texts = [value] if value != path else written
    root = compose((settings.root / settings.configuration).read_bytes())
    named = _configured(root, texts) or _in_code(settings, root, value)
    return named or f"a plugin, a hook, or the theme ({value})"


def _in_code(settings: Settings, root: yaml.Node | None, text: str) -> str:
    """Return the hook or the template of the owner that has a text, or ``""``."""
    options = dict(_members(root))
    hooks = options["hooks"].value if "hooks" in options else []
    folder = templates_folder(settings, root)
    files = [settings.root / str(hook.value) for hook in hooks]
    files += sorted(folder.rglob("*.html")) if folder else []
    found = (file for file in files if _has(file, text))
    return next((file.relative_to(settings.root).as_posix() for file in found), "")


def _has(file: Path, text: str) -> bool:
    return file.is_file() and text in file.read_text(encoding="utf-8", errors="replace")


def _configured(root: yaml.Node | None, texts: Iterable[str]) -> str:
    """Return the option or plugin of the configuration that has one of some texts, or ``""``."""

    def has(node: yaml.Node) -> bool:
        return any(text in yaml.serialize(node) for text in texts)

    for name, node in filter(lambda member: has(member[1]), _members(root)):
        plugins = (plugin for plugin, options in _members(node) if has(options))
        plugin = next(plugins, "") if name == "plugins" else ""
        return f"the plugin {plugin}" if plugin else f"the option {name}"
    return ""


def _members(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """Yield the keys and values of a mapping, or of the mappings in a list."""
    if isinstance(node, yaml.SequenceNode):
        for member in node.value:
            yield from _members(member)
    elif isinstance(node, yaml.MappingNode):
        yield from ((str(name.value), value) for name, value in node.value)
