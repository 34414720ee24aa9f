"""What is wrong with an option of the plugin, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from catalog_tool.model.partner import REQUIRED
from catalog_tool.model.settings import Settings

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

PLUGIN = "catalog"
"""Name of the plugin whose options are the settings."""

_TEXT_HINT = "Write plain text, in quotes if it's a number."
_PATH_HINT = "Write a path in the folder of mkdocs.yml, such as {}. It can't contain '..' or '\\'."
_HINTS = {
    "admins": "List the GitHub logins of people, without @. A team can only be in code_owners.",
    "code_owners": "List GitHub logins, or teams in the form organization/team, without @.",
    "engine": "Write mkdocs or zensical.",
    "forge": "Write github or none.",
    "content_policy": "List the names of hosts, such as script-src: [plausible.io], without "
    'https:// and without a path. Under files, list paths on the site, such as files: ["blog/**"].',
    "freshness": "Write whole months from 1 to 120, such as {due: 12, stale: 18}. A test can't be "
    "stale before it is due.",
    "language": "Write the code of a language, such as en or de.",
    "messages": "Write one text per line, in English and in your words, such as "
    "Add your integration: List your product.",
    "nouns": "Write one noun per line, such as application: exporter.",
    "partners": _PATH_HINT.format("partners"),
    "prose": _PATH_HINT.format("docs/prose"),
    "published": _PATH_HINT.format("CATALOG.md"),
    "question_words": "List words in brackets, such as [monitor, monitors, monitoring].",
    "requests": "Write an email address, the https address of a form, or issue.",
    "required": f"List some of {', '.join(REQUIRED)} in brackets, or none: []. The keys name and "
    "website are always required.",
    "rules": "Write one rule per line, such as too-many-words: {limit: 300}.",
}


def invalid_option(detail: ErrorDetails) -> tuple[str, str]:
    """Return the message and the hint about an option with an error of pydantic."""
    option, value = ".".join(map(str, detail["loc"])), as_written(detail["input"])
    if detail["type"] == "extra_forbidden":
        whole, *_, part = detail["loc"]
        return unknown_option(part, _parts_of(str(whole)), within=f"{whole}.")
    what = f"the option {option!r} of the plugin {PLUGIN!r}"
    message = f"{'theme.language' if option == 'language' else what} can't be {value}."
    hint = _HINTS.get(str(detail["loc"][0]), _TEXT_HINT)
    is_unknown = detail["type"] == "literal_error"
    if is_unknown and (near := get_close_matches(str(detail["input"]), REQUIRED, 1)):
        hint = f"Did you mean {near[0]!r}? {hint}"
    return message, hint


def unknown_option(option: object, known: Sequence[str], within: str = "") -> tuple[str, str]:
    """Return the message and the hint about an option that doesn't exist.

    Args:
        option: its name.
        known: the options that exist there.
        within: the option that it would be a part of, with a period.
    """
    near = get_close_matches(str(option), known, 1)
    hint = f"Did you mean {near[0]!r}?" if near else f"Valid options: {', '.join(known)}."
    shown = f"{within}{option}" if within else option
    return f"the plugin {PLUGIN!r} has no option {shown!r}.", hint


def _parts_of(option: str) -> list[str]:
    parts = getattr(Settings.model_fields[option].annotation, "model_fields", {})
    return [field.alias or name for name, field in parts.items()]


def as_written(value: object) -> str:
    """Return a value of the configuration as people write it in YAML.

    >>> as_written(True), as_written(None), as_written("300")
    ('true', 'empty', "'300'")
    """
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {as_written(each)}' for key, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(as_written, value))}]"
    return repr(value) if isinstance(value, str) else str(value)
