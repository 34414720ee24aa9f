"""Writes what site generators add to Markdown as Markdown: components, shortcodes, and tabs.

One parser then reads both. What isn't a link with a name stays out of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from catalog_tool.text.markup.markdown import line_to_markdown
from catalog_tool.text.urls.owners import host_in

_TEMPLATE_CODE = re.compile(
    r"\{\{[<%][^{}\n]{0,300}\}\}|\{%[^%\n]{0,300}%\}|(?<=[)\]])\{:?[ \t]*[.#\w][^{}\n]{0,200}\}"
    r"|(?<=[)\]])[ \t]+\{[.#:][^{}\n]{0,200}\}"
    r"|(?<=\S)[ \t]+\{[#:][^{}\n]{0,200}\}[ \t]*$"
    r"|:(?:fontawesome|material|octicons|simple)-[\w-]{1,60}:(?:\{[^{}\n]{0,200}\})?[ \t]*"
    r"|^[ \t]*</?[A-Z][a-z]\w*(?:[ \t][^<>\n]{0,300})?/?>[ \t]*$",
    re.MULTILINE,
)
_CALL = re.compile(
    r"^[ \t]*(?:\{\{[<%]|\{%|<(?=[A-Z][a-z]))((?:[^<>{}]|\{[^<>{}]{0,100}\}){1,1000}?)"
    r"(?:/?[>%]\}\}|%\}|/?>)",
    re.MULTILINE,
)
"""A call of a site generator or a component, such as ``<Card title="Contoso" href="…">``."""
_ARGUMENT = re.compile(r"\b(\w+)[ \t]*=[ \t]*(?:\"([^\"\n]+)\"|'([^'\n]+)')")
_PLACED = re.compile(r"\s(?:\"([^\"\n]+)\"|'([^'\n]+)')")
_FILE = re.compile(r"\.\w{2,4}\Z")
_IS_SITE = re.compile(r"https?://", re.IGNORECASE)
_FRAMED = re.compile(
    r"^((?:===|!!!|\?{3}\+?)[ \t]+\S[^\n]*\n)((?:[ \t]*\n|(?: {4}|\t)[^\n]*(?:\n|\Z))+)",
    re.MULTILINE,
)
"""A tab or an admonition of MkDocs, whose content is indented like code."""
_INDENTATION = re.compile(r"^(?: {4}|\t)", re.MULTILINE)


def write_components(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Return a page as Markdown of as many lines, and the code that was taken out.

    Args:
        text: the page, whose lines end with line feeds.

    Returns:
        The page; and each code, such as ``{% include logo.html %}``, after its line from 1.
    """
    text = _FRAMED.sub(lambda found: found[1] + _INDENTATION.sub("", found[2]), text)
    text = "".join(_with_links(text))
    code = [
        (number, each.strip())
        for number, line in enumerate(text.split("\n"), start=1)
        for each in _TEMPLATE_CODE.findall(line)
    ]
    return _TEMPLATE_CODE.sub("", text), code


def _with_links(text: str) -> Iterator[str]:
    """Yield the pieces of a page; calls are links, also in a block of HTML, which has no lists."""
    end = 0
    is_html = False
    for call in _CALL.finditer(text):
        between = text[end : call.start()]
        blank = between.rfind("\n\n")
        if blank >= 0 or end == 0:
            is_html = re.match(r"\s*<[a-z]", between[max(0, blank) :]) is not None
        yield from (between, _linked(call, is_html=is_html))
        end = call.end()
    yield text[end:]


def _linked(call: re.Match[str], *, is_html: bool) -> str:
    """Return a call that has a name and an address as a link, in as many lines."""
    told = {key.lower(): one or other for key, one, other in _ARGUMENT.findall(call[1])}
    name = next((told[key] for key in ("name", "title", "label", "alt") if key in told), "")
    keys = ("url", "href", "link", "website", "to")
    site = next((told[key] for key in keys if host_in(told.get(key, ""))), "")
    if not told:  # arguments can also be told by their places
        given = [one or other for one, other in _PLACED.findall(call[1])]
        site = next(filter(_IS_SITE.match, given), "")
        name = next((each for each in given if not (host_in(each) or _FILE.search(each))), "")
    if not (name and site):
        return call[0]
    is_picture = name == told.get("alt")
    source = told.get("src", "")
    end = "\n" * call[0].count("\n")
    if is_html:
        text = f'<img src="{escape(source)}" alt="{escape(name)}">' if is_picture else escape(name)
        return f'<div><a href="{escape(site)}">{text}</a></div>{end}'
    text = line_to_markdown(name, in_link=True)
    return f"- [{f'![{text}](<{source}>)' if is_picture else text}](<{site}>){end}"
