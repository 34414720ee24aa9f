"""What the owner of a catalog adds to ``mkdocs.yml`` to allow what the audit refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import yaml

from catalog_tool.loader.configuration import PLUGIN, compose, documentation_folder
from catalog_tool.model.content_policy import ContentPolicy
from catalog_tool.model.settings import Settings
from catalog_tool.site.audit.fault import Fault

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
# What options of the theme load without naming the host.
_KNOWN = {
    "fonts.googleapis.com": "theme.font",
    "fonts.gstatic.com": "theme.font",
    "www.googletagmanager.com": "extra.analytics",
}
_FEEDS = ("feed_rss_", "feed_json_")


def declaration(settings: Settings, faults: Iterable[Fault]) -> str:
    """Return what to do about faults: the lines that would allow them, if there are any.

    Args:
        settings: the catalog.
        faults: what the audit found.
    """
    missing = [fault.missing for fault in faults if fault.missing]
    if not missing:
        return _UNDO
    named: dict[tuple[str, str], str] = {}
    for key, value in missing:
        wanted = (key, _pattern(value) if key == _FILES else value)
        if wanted not in named:
            named[wanted] = _named(settings, key, value)
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


def _named(settings: Settings, key: str, value: str) -> str:
    """Return the option, plugin, or file that most likely brought something into the site."""
    if key == _FILES:
        return "the plugin rss" if value.startswith(_FEEDS) else _source(settings, value)
    root = compose((settings.root / settings.configuration).read_bytes())
    for name, node in _members(root):
        if value in yaml.serialize(node):
            plugins = (plugin for plugin, each in _members(node) if value in yaml.serialize(each))
            plugin = next(plugins, "") if name == "plugins" else ""
            return f"the plugin {plugin}" if plugin else f"the option {name}"
    known = _KNOWN.get(value)
    return f"the option {known}" if known else f"a page, a plugin, a hook, or the theme ({value})"


def _members(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """Yield the keys and values of a mapping, or of the mappings in a list."""
    if isinstance(node, yaml.SequenceNode):
        for member in node.value:
            yield from _members(member)
    elif isinstance(node, yaml.MappingNode):
        yield from ((str(name.value), value) for name, value in node.value)


def _source(settings: Settings, path: str) -> str:
    """Return the file of the owner that a page is made of, if there is one."""
    address = path.removesuffix("index.html").rstrip("/").removesuffix(".html")
    docs = documentation_folder(settings)
    for name in (f"{address}.md", f"{address}/index.md", path):
        if (docs / name).is_file():
            return f"{docs.name}/{name}"
    return f"a plugin, a hook, or the theme ({path})"
