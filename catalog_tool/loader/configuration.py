"""Reads the settings from ``mkdocs.yml`` without MkDocs, which a check doesn't need."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from catalog_tool.loader.option_messages import PLUGIN, invalid_option, unknown_option
from catalog_tool.loader.yaml.parser_messages import TAB, plain_words
from catalog_tool.model.error import CatalogError
from catalog_tool.model.settings import CONFIGURATION_FILE, SCHEMA_FILE, Settings

FORMER_OPTION = "full_text_limit"
"""It has no effect anymore, because the finder searches every word."""

SITE_KEYS = {"site_name": "title", "site_description": "summary", "site_url": "site_url"}
"""Keys of ``mkdocs.yml`` that are the defaults of options."""
_PLUGIN_KEYS = ("plugins", PLUGIN)
_LANGUAGE = "language"


class ConfigurationError(CatalogError):
    """The catalog can't be found, or its configuration is invalid."""


class NoCatalogError(ConfigurationError):
    """There is no configuration, or it is not one of a catalog."""


@dataclass(frozen=True, slots=True)
class _Tagged:
    """A value that only MkDocs can construct."""

    tag: str

    def __repr__(self) -> str:
        return f"the tag {self.tag}"


def _loader() -> type[yaml.SafeLoader]:
    """Return a loader that reads what MkDocs reads but constructs no objects for tags."""
    safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader: type[yaml.SafeLoader] = type("Loader", (safe,), {})
    loader.add_multi_constructor("", lambda _loader, tag, _node: _Tagged(tag))
    return loader


def find_configuration(configuration: Path | None = None) -> Path:
    """Return the path of the configuration of a catalog; the arguments are as in `load_settings`.

    Raises:
        NoCatalogError: there is no configuration.
    """
    path = configuration or _nearest(Path.cwd())
    return path / CONFIGURATION_FILE if path.is_dir() else path


def load_settings(configuration: Path | None = None, text: str | None = None) -> Settings:
    """Return the settings of a catalog.

    Args:
        configuration: its ``mkdocs.yml`` or its folder; by default, the nearest one in the working
            directory or a folder above it.
        text: a text to read in place of that file's.

    Raises:
        ConfigurationError: there is no configuration, or it is invalid.
    """
    path = find_configuration(configuration)
    document = _document(path, text)
    site = {key: value for key in SITE_KEYS if isinstance(value := document.get(key), str)}
    theme = document.get("theme")
    if isinstance(theme, dict) and isinstance(language := theme.get(_LANGUAGE), str):
        site[_LANGUAGE] = language
    return _settings_of(path.resolve(), site, _options(document, path))


def settings_of(folder: Path, nearby: Settings | None) -> Settings:
    """Return the catalog that the entries of a folder belong to; it may not exist yet."""
    place = folder.resolve()
    if nearby and nearby.partners_folder.resolve() == place:
        return nearby
    return Settings(root=place.parent, partners=place.name)


def schema_address(settings: Settings) -> str:
    """Return the path of the JSON Schema relative to the partner files."""
    folder = settings.partners_folder.resolve()
    return Path(os.path.relpath(settings.root.resolve() / SCHEMA_FILE, folder)).as_posix()


def documentation_folder(settings: Settings) -> Path:
    """Return the ``docs_dir`` of MkDocs, whose files are published together with the catalog.

    Raises:
        ConfigurationError: it doesn't exist. MkDocs needs one, even if it's empty.
    """
    configuration = settings.root / settings.configuration
    stated = _document(configuration).get("docs_dir")
    folder = settings.root / (stated if isinstance(stated, str) else "docs")
    if folder.is_dir():
        return folder
    raise ConfigurationError(
        f"The folder {folder.name} next to {configuration.name} (its docs_dir) doesn't exist.",
        "Create it, or run `catalog publish`, which creates docs and puts the JSON Schema there.",
    )


def option_place(settings: Settings, *keys: str) -> str:
    """Return the file, line, and column of an option, or of the last of its keys that exists."""
    return _place(settings.root / settings.configuration, keys)


def find_option(text: str, *keys: str) -> tuple[yaml.Node, yaml.Node] | None:
    """Return the nodes of an option and of its value in a configuration; ``None`` if it's missing.

    Args:
        text: the text of the configuration.
        keys: the name of the option, and the keys below it.
    """
    found = _nodes(text, keys)
    return found[-1] if len(found) == len(_PLUGIN_KEYS) + len(keys) else None


def compose(text: str | bytes) -> yaml.Node | None:
    """Return the nodes of a configuration; ``None`` if it isn't valid YAML."""
    with suppress(yaml.YAMLError, RecursionError):
        return yaml.compose(text, Loader=_loader())
    return None


def _nodes(text: str | bytes, keys: Iterable[str]) -> list[tuple[yaml.Node, yaml.Node]]:
    """Return the nodes of each key on the way to an option, as far as it leads, and its value."""
    node = compose(text)
    way: list[tuple[yaml.Node, yaml.Node]] = []
    for key in (*_PLUGIN_KEYS, *keys):
        listed = node.value if isinstance(node, yaml.SequenceNode) else [node]
        pairs = [
            pair for each in listed if isinstance(each, yaml.MappingNode) for pair in each.value
        ]
        found = next(((name, value) for name, value in pairs if name.value == key), None)
        if not found:
            break
        way.append(found)
        node = found[1]
    return way


def _place(path: Path, keys: Iterable[object]) -> str:
    """Return where the options of the plugin have these keys; only the file if they don't."""
    try:
        way = _nodes(path.read_bytes(), map(str, keys))
    except OSError:
        way = []
    mark = way[-1][0].start_mark if way else None
    return f"{path.name}:{mark.line + 1}:{mark.column + 1}" if mark else path.name


def _settings_of(path: Path, site: Mapping[str, str], options: Mapping[str, Any]) -> Settings:
    """Combine keys of ``mkdocs.yml`` with the options of the plugin, which override them.

    Raises:
        ConfigurationError: an option doesn't exist or has an invalid value.
    """
    known = sorted(Settings.options())
    for option in options:
        if option not in known:
            message, hint = unknown_option(option, known)
            raise ConfigurationError(f"{_place(path, [option])}: {message}", hint)
    named = {SITE_KEYS.get(key, key): value for key, value in site.items() if value}
    place = {"root": path.parent, "configuration": path.name}
    try:
        return Settings.model_validate(named | dict(options) | place)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        message, hint = invalid_option(first)
        shown = path.name if first["loc"] == (_LANGUAGE,) else _place(path, first["loc"])
        raise ConfigurationError(f"{shown}: {message}", hint) from error


def _nearest(folder: Path) -> Path:
    for candidate in (folder, *folder.parents):
        if (candidate / CONFIGURATION_FILE).is_file():
            return candidate / CONFIGURATION_FILE
    raise NoCatalogError(
        f"There is no {CONFIGURATION_FILE} in {folder.as_posix()} or any folder above it.",
        "Go to the folder of the catalog, or give the path of its configuration: "
        f"catalog --config path/to/{CONFIGURATION_FILE} … "
        "To create a new catalog, run `catalog init`.",
    )


def _document(path: Path, text: str | None = None) -> dict[str, Any]:
    shown = path.as_posix()
    try:
        written = path.read_bytes() if text is None else text
        document = yaml.load(written, Loader=_loader())  # noqa: S506 - a safe loader
    except OSError as error:
        hint = f"Give the path of the catalog's {CONFIGURATION_FILE} with --config."
        raise ConfigurationError(f"{shown} can't be read: {error.strerror}.", hint) from error
    except (yaml.YAMLError, RecursionError) as error:
        hint = "Check its quotes, colons, and indentation."
        message = f"{shown} isn't valid YAML{_fault(error, written)}."
        raise ConfigurationError(message, hint) from error
    if not isinstance(document, dict):
        hint = "Start with site_name: and plugins:."
        raise ConfigurationError(f"{shown} isn't a set of keys with values.", hint)
    return document


def _fault(error: Exception, written: str | bytes) -> str:
    """Return in which line the parser found an error, and why, in plain words."""
    mark = getattr(error, "problem_mark", None)
    if not mark:
        return ""
    text = written if isinstance(written, str) else written.decode(errors="replace")
    line = text.split("\n")[mark.line]
    is_tab = "\t" in line[: len(line) - len(line.lstrip())]
    reason = TAB if is_tab else plain_words(str(getattr(error, "problem", "")))[0]
    return f": line {mark.line + 1}: {reason}"


def _options(document: Mapping[str, Any], path: Path) -> dict[str, Any]:
    shown = path.as_posix()
    found = [options for name, options in _pairs(document.get("plugins")) if name == PLUGIN]
    if len(found) > 1:
        message = f"{shown} lists the plugin {PLUGIN!r} more than once."
        raise ConfigurationError(message, "Keep one, with all of the options.")
    if found and isinstance(found[0], dict | None):
        return {key: value for key, value in (found[0] or {}).items() if key != FORMER_OPTION}
    raise NoCatalogError(
        f"{shown} isn't the configuration of a catalog. Its plugins don't include {PLUGIN!r}.",
        f"Add {PLUGIN!r} under plugins, or choose another file with --config. "
        "To create a new catalog, run `catalog init`.",
    )


def _pairs(plugins: object) -> Iterator[tuple[object, object]]:
    """Yield the name and the options of each plugin, in a list or a mapping."""
    if isinstance(plugins, dict):
        yield from plugins.items()
    for plugin in plugins if isinstance(plugins, list) else []:
        yield from plugin.items() if isinstance(plugin, dict) else [(plugin, None)]
