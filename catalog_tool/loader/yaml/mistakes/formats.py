"""Files in another format or of another registry, which get one message that names it."""

from __future__ import annotations

import json
import re

from catalog_tool.loader.schema.key_aliases import known_name
from catalog_tool.loader.toml import parse_toml
from catalog_tool.loader.yaml.mistakes.line import ENTRY_KEYS, SourceLine, all_lines
from catalog_tool.loader.yaml.mistakes.mistake import Mistake, in_whole_file
from catalog_tool.loader.yaml.mistakes.surroundings import is_mail_without_entry
from catalog_tool.model.edits import Edit
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.nodes import Plain, plain

HINT = "Turn it into an entry with 'catalog import FILE', or start one with 'catalog new NAME'."
_TABLE = re.compile(
    r"^[^\n|]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|[-:| \t]*$|^\+[-=+]{4,}\+[ \t]*$",
    re.MULTILINE,
)
_SEPARATOR = re.compile(r"[,;\t]")
_FEWEST_COLUMNS = 2
_ASSIGNMENT = re.compile(r"^[ \t]*[\w.\"-]+[ \t]*=", re.MULTILINE)
_DEEPEST = 12  # tables and lists of TOML
_KEY = re.compile(
    r"(?:^[ \t]*(?:- +)?|[{,][ \t]*)[\"']?([@$]?[A-Za-z][\w-]*)[\"']?[ \t]*:", re.MULTILINE
)
# Keys that only files of a registry or a program have, in any order.
_REGISTRIES: dict[str, tuple[frozenset[str], ...]] = {
    name: tuple(frozenset(keys.split()) for keys in signatures)
    for name, signatures in {
        "the OpenTelemetry registry": ("registryType",),
        "Backstage or Kubernetes": ("apiVersion kind metadata",),
        "Helm": ("apiVersion name version",),
        "the Backstage plugin directory": ("npmPackageName authorUrl",),
        "Artifact Hub": ("displayName homeURL", "version displayName createdAt"),
        "the CNCF landscape": ("landscape homepage_url", "item homepage_url"),
        "awesome-selfhosted": ("website_url source_code_url",),
        "winget": ("PackageIdentifier", "PackageName ManifestType", "InstallerType Installers"),
        "Scoop": ("version homepage hash",),
        "the 2FA directory": ("tfa",),
        "npm": ("name version dependencies", "name version scripts", "name version license"),
        "GitHub Actions": ("name runs using", "jobs runs-on"),
        "publiccode.yml": ("publiccodeYmlVersion",),
        "OpenAPI": ("openapi info", "swagger info"),
        "Docker Compose": ("services image",),
        "Dependabot": ("updates package-ecosystem",),
        "Microsoft Teams": ("manifestVersion developer",),
        "schema.org": ("@context @type",),
        "the Citation File Format": ("cff-version",),
        "Home Assistant": ("domain codeowners",),
    }.items()
}


@in_whole_file
def other_format(text: str) -> Mistake | None:
    """Recognize a file in another format; TOML with the values of an entry is translated."""
    first = next((line for line in all_lines(text) if line.content), None)
    if first is None:
        return None
    if _ASSIGNMENT.search(text) and (toml := _toml_in(text)) is not None:
        return _translate(first, toml)
    if name := _registry_of(text):
        message = f"This file is written for {name}, not for this catalog."
    elif name := _format_of(text, first):
        message = f"This file is {name}, not an entry."
    else:
        return None
    return Mistake(message, HINT, first.span)


def _registry_of(text: str) -> str:
    keys = {found[1] for found in _KEY.finditer(text)}
    return next(
        (name for name, rows in _REGISTRIES.items() if any(row <= keys for row in rows)), ""
    )


def _format_of(text: str, first: SourceLine) -> str:
    if first.content.upper() == "BEGIN:VCARD":
        return "a contact card (vCard)"
    if is_mail_without_entry(text):
        return "an email"
    if not any(line.key in ENTRY_KEYS for line in all_lines(text)) and _TABLE.search(text):
        return "a Markdown table" if "|" in first.content else "a table"
    if len(_columns(first.content)) >= _FEWEST_COLUMNS:
        return "a table (CSV)"
    if first.content[0] not in "[{" or (value := _json_in(text)) is None:
        return ""
    is_entry = isinstance(value, dict) and not value.keys().isdisjoint(ENTRY_KEYS)
    return "" if is_entry else "JSON"


def _columns(content: str) -> set[str]:
    """Return the keys that a line names as the columns of a table."""
    if ": " in content or content.endswith(":"):
        return set()
    cells = (cell.strip(" \"'") for cell in _SEPARATOR.split(content))
    return {key for cell in cells if cell and (key := known_name(cell, ENTRY_KEYS))}


def _json_in(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _toml_in(text: str) -> dict[str, Plain] | None:
    try:
        root = parse_toml(text, _DEEPEST)
    except ValueError:
        return None
    return {key: plain(node) for key, (_, node) in root.by_key.items()}


def _translate(first: SourceLine, toml: dict[str, Plain]) -> Mistake | None:
    values = _values_of(toml)
    if values is None:
        return Mistake("This file is TOML, but an entry is YAML.", HINT, first.span)
    _, text = entry_text(values).split("\n", 1)
    return Mistake(
        "This file is TOML, but an entry is YAML.",
        "Write each value as 'key: value', and each value of a list on its own line after '- '.",
        first.span,
        (Edit(0, len(first.text), text),),
        "write it as YAML",
        safe="#" not in first.text,
    )


def _values_of(toml: dict[str, Plain]) -> dict[str, Plain] | None:
    """Return the values of an entry in TOML, or ``None`` if there is anything else."""
    (single,) = toml.values() if len(toml) == 1 else (None,)
    table = single if isinstance(single, dict) else toml
    values = {known: table[key] for key in table if (known := known_name(key, ENTRY_KEYS))}
    return values if len(values) == len(table) else None
