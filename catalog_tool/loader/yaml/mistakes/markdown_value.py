"""``[Contoso](https://…)``, ``**IBM RACF**``: Markdown where only plain text is published."""

from __future__ import annotations

import re

from catalog_tool.loader.schema.value_repairs import without_markdown
from catalog_tool.loader.yaml.mistakes.mistake import Line, Mistake
from catalog_tool.model.edits import ReplaceText
from catalog_tool.text.yaml_scalar import as_scalar

RANK = 36

_PROSE = {"description", "applications_note"}
_ADDRESSES = {"website", "contact", "applications_url", "url"}
_LINK = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<target>[^()\s]+)\)\Z")
_LOGIN = re.compile(r"@(?=[\w-]+\Z)")


def find(line: Line) -> Mistake | None:
    """Recognise a value that is one link, or in bold, italics or backticks as a whole."""
    owner = _owner(line)
    if line.value is None or owner in _PROSE:
        return None
    start, value = line.value
    if owner == "links" and (link := _LINK.match(value)):
        return _mistake(start, value, _label_and_url(line, start, link), "write label and url")
    if owner == "maintainers" and _LOGIN.match(value):
        return _mistake(start, value, value[1:], "write the login without @")
    plain = without_markdown(value, is_address=owner in _ADDRESSES)
    if plain == value:
        return None
    return _mistake(start, value, as_scalar(plain), f"write {plain[:40]}")


def _mistake(start: int, value: str, written: str, title: str) -> Mistake:
    what = "An @ is not part of a login" if value[0] == "@" else "Markdown is for descriptions only"
    return Mistake(
        f"{what}: {value[:60]}",
        f"Write {written[:80]}",
        (start, start + len(value)),
        (ReplaceText(start, start + len(value), written),),
        title,
    )


def _label_and_url(line: Line, start: int, link: re.Match[str]) -> str:
    indent = " " * (start - line.start)
    return f"label: {as_scalar(link['text'])}\n{indent}url: {as_scalar(link['target'])}"


def _owner(line: Line) -> str:
    if line.key:
        return line.key
    return next((above.key for above in line.above() if above.key and not above.indent), "")
