"""Values that need quotes, have wrong quotes, or are written as Markdown."""

from __future__ import annotations

import re

from catalog_tool.loader.schema.link_shapes import links_from_text
from catalog_tool.loader.schema.value_repairs import without_markdown
from catalog_tool.loader.yaml.mistakes.line import ADDRESSES, LISTS, SourceLine
from catalog_tool.loader.yaml.mistakes.mistake import Mistake
from catalog_tool.model.edits import Edit
from catalog_tool.text.yaml_scalar import as_scalar

_PAIRED = re.compile(r"'(?:[^']|'')*'\s*(?:#.*)?\Z|\"(?:[^\"\\]|\\.)*\"\s*(?:#.*)?\Z")
_KNOWN_CODES = (
    r"[0abt\tnvfre \"/\\N_LP]|x[0-9A-Fa-f]{2}|u(?![Dd][89A-Fa-f])[0-9A-Fa-f]{4}"
    r"|U000(?!0[Dd][89A-Fa-f])[0-9A-Fa-f]{5}|U0010[0-9A-Fa-f]{4}"
)
# Matched in sequence, so that the second of two backslashes doesn't start a code.
_CODE = re.compile(rf"\\(?:(?P<known>{_KNOWN_CODES})|.)")
_HALF = re.compile(r"\\u[Dd][89A-Fa-f][0-9A-Fa-f]{2}")
_SINGLE_BACKSLASH = re.compile(r"(?<!\\)\\(?![\\\"])")

_PROSE = {"description", "applications_note"}
_LINK = re.compile(r"\[(?P<text>[^\]]+)\]\((?P<target>[^()\s]+)\)\Z")
_LOGIN = re.compile(r"@(?=[\w-]+\Z)")

_ZERO_AFTER_BLOCK_MARK = re.compile(r"[|>][+-]?0")
_SPECIAL = "@`%*&!|>{}[],?-"
_COLON = re.compile(r":(?=\s|\Z)")
_COMMENT = " #"
_LINK_START = re.compile(r"\[[^\[\]]*\]\([^()\s]*\)")
_SPACED_SCHEME = re.compile(r"(?P<scheme>https?)[ \t]*:[ \t]*/[ \t]?/[ \t]*(?P<rest>\S+)\Z")
_GROUP_WITH_SIGN = re.compile(r"[ ]+(?P<name>[^\s:#'\"\-][^:#\n]* (?P<comment>#[^:\n]*)):\Z")


def broken_quotes(line: SourceLine) -> Mistake | None:
    """Recognize a quoted value with an unpaired quote or an invalid escape."""
    if line.value is None or line.value[1][0] not in "'\"":
        return None
    start, value = line.value
    if _PAIRED.match(value):
        return _bad_escape(start, value)
    quote = value[0]
    inner = value[1:-1] if len(value) > 1 and value.endswith(quote) else value
    is_unclosed = quote not in value[1:]
    text = value[1:] if is_unclosed else inner
    written = as_scalar(text, '"' if quote == '"' and is_unclosed else "")
    problem = "is never closed" if is_unclosed else "is closed before the value ends"
    title = "close the quote" if is_unclosed else "put quotes around the whole value"
    return _rewrite(start, value, f"The quote {quote} {problem}: {value[:60]}", written, title)


def _bad_escape(start: int, value: str) -> Mistake | None:
    unknown = [code for code in _CODE.finditer(value) if code["known"] is None]
    if value[0] != '"' or not unknown:
        return None
    bad = unknown[0]
    # If one escape is invalid, the author probably didn't mean any of them as escapes.
    single = list(_SINGLE_BACKSLASH.finditer(value))
    is_certain = len(single) == len(unknown)
    seen = _HALF.match(value, bad.start())
    what = f"{seen.group()} is only half of a character" if seen else f"{bad.group()} isn't valid"
    return Mistake(
        f"In double quotes, a backslash starts a code, and {what}.",
        "Type the character itself, or delete its code." if seen else "Write two backslashes.",
        (start + bad.start(), start + bad.end()),
        tuple(Edit(start + each.start(), start + each.end(), "\\\\") for each in single),
        "write two backslashes",
        safe=is_certain and not seen,
    )


def markdown_value(line: SourceLine) -> Mistake | None:
    """Recognize a value that is one link, or in bold, italics or backticks as a whole."""
    owner = _owner(line)
    if line.value is None or owner in _PROSE:
        return None
    start, value = line.value
    is_login = value[0] == "@"
    what = "A login doesn't include the @" if is_login else "This value can't contain Markdown"
    message = f"{what}: {value[:60]}"
    if owner == "links" and (link := _LINK.match(value)):
        indent = " " * (start - line.start)
        both = f"label: {as_scalar(link['text'])}\n{indent}url: {as_scalar(link['target'])}"
        return _rewrite(start, value, message, both, "write label and url")
    if owner == "maintainers" and _LOGIN.match(value):
        return _rewrite(start, value, message, value[1:], "write the login without @")
    plain = without_markdown(value, is_address=owner in ADDRESSES | {"url"})
    if plain == value:
        return None
    return _rewrite(start, value, message, as_scalar(plain), f"write {plain[:40]}")


def _owner(line: SourceLine) -> str:
    if line.key:
        return line.key
    return next((above.key for above in line.above() if above.key and not above.indent), "")


def special_start(line: SourceLine) -> Mistake | None:
    """Recognize an unquoted value that starts with a character that has a meaning in YAML."""
    if line.value is None or line.value[1][0] not in _SPECIAL:
        return None
    start, value = line.value
    is_in_brackets = line.key in LISTS | {"links"} and value[0] in "[{"
    if is_in_brackets or _ZERO_AFTER_BLOCK_MARK.fullmatch(value):
        return None
    # Without the backslash, Markdown would read it as a quotation.
    is_quotation = line.key == "description" and value[0] == ">"
    return _rewrite(
        start,
        value,
        f"A value can't start with {value[0]} unless it's in quotes.",
        as_scalar(f"\\{value}" if is_quotation else value),
        "put the value in quotes",
    )


def links_in_list(line: SourceLine) -> Mistake | None:
    """Recognize links of Markdown after the key of a list: ``links: [A](…), [B](…)``."""
    if line.key not in LISTS | {"links"} or line.value is None:
        return None
    start, value = line.value
    links = links_from_text(value) if _LINK_START.match(value) else []
    if not links:
        return None
    is_links = line.key == "links"
    lines = "".join(
        f"\n  - label: {as_scalar(label)}\n    url: {url}"
        if is_links
        else f"\n  - {as_scalar(label)}"
        for label, url in links
    )
    wanted = "label and url of each link" if is_links else "only the names"
    return Mistake(
        f"A list can't be written as links of Markdown: {value[:60]}",
        f"Write {wanted}, on separate lines:{lines[:200]}",
        (start, start + len(value)),
        (Edit(line.text.index(":", line.start) + 1, start + len(value), lines),),
        "write a list",
        safe=is_links,
    )


def spaced_scheme(line: SourceLine) -> Mistake | None:
    """Recognize spaces in the beginning of an address: ``https: //www.contoso.com``."""
    if line.value is None or line.key not in ADDRESSES | {"url"}:
        return None
    start, value = line.value
    match = _SPACED_SCHEME.match(value)
    if not match:
        return None
    written = f"{match['scheme']}://{match['rest']}"
    if written == value:
        return None
    message = f"There are spaces in the beginning of this address: {value[:60]}"
    return _rewrite(start, value, message, written, "remove the spaces")


def colon_in_value(line: SourceLine) -> Mistake | None:
    """Recognize a colon followed by a space inside an unquoted value: ``name: Acme: the one``."""
    colon = _COLON.search(line.value[1]) if line.value else None
    if line.value is None or colon is None:
        return None
    start, value = line.value
    if value[0] == "{":
        return None
    written = as_scalar(value)
    return Mistake(
        "A value with a colon and a space must be in quotes. Without them, YAML reads it as a key.",
        f"Write {written[:80]}",
        (start + colon.start(), start + colon.end()),
        (Edit(start, start + len(value), written),),
        "put the value in quotes",
        safe=_COMMENT not in value,
    )


def number_sign_in_group(line: SourceLine) -> Mistake | None:
    """Recognize names of groups with a # that begins a comment, ``Tier #1:``; quote all of them."""
    if not _match_group(line):
        return None
    found = [(at.start, group) for at in line.all() if (group := _match_group(at))]
    start, first = found[0]
    return Mistake(
        f"YAML reads {first['comment'] + ':'!r} as a comment, so it doesn't see the group.",
        f"Write {as_scalar(first['name'])}:",
        (start + first.start("comment"), start + first.end("comment")),
        tuple(
            Edit(at + group.start("name"), at + group.end("name"), as_scalar(group["name"]))
            for at, group in found
        ),
        "put the name in quotes",
    )


def _match_group(line: SourceLine) -> re.Match[str] | None:
    return _GROUP_WITH_SIGN.match(line.content)


def _rewrite(start: int, value: str, message: str, written: str, title: str) -> Mistake:
    span = (start, start + len(value))
    return Mistake(message, f"Write {written[:80]}", span, (Edit(*span, written),), title)
