"""Texts of the catalog's owners as HTML, with anchors for headings and inline drawings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markdown_it.token import Token
from markupsafe import Markup as SafeHtml

from catalog_tool.model.publication import Publication
from catalog_tool.site.owner_texts import owner_text
from catalog_tool.text.markup import Markup, inert, parse_prose, to_html, to_plain
from catalog_tool.text.ordering import slug

_STYLE = re.compile(r"<style\b.*?</style>", re.DOTALL)
_LINE_BREAKS = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class ProseSection:
    """A heading of the second level and everything up to the next one.

    Attributes:
        title: the heading, as plain text.
        id: its anchor on the page.
        html: the content below it.
    """

    title: str
    id: str
    html: SafeHtml


@dataclass(frozen=True, slots=True)
class RenderedProse:
    """One text of the owners.

    Attributes:
        title: its heading of the first level, as plain text; empty if it has none.
        lead: the content before the first heading of the second level.
        sections: the rest.
        source: path of its file in the repository.
    """

    title: str
    lead: SafeHtml
    sections: tuple[ProseSection, ...]
    source: str


def read_prose(publication: Publication, name: str) -> RenderedProse | None:
    """Return the text called ``name``, or ``None`` if the owners wrote none."""
    text = owner_text(publication, name)
    if not text:
        return None
    title, (lead, *sections) = _outline(parse_prose(text), name, publication.diagrams)
    source = f"{publication.settings.prose}/{name}.md"
    return RenderedProse(title, lead.html, tuple(sections), source)


def _outline(
    markup: Markup, name: str, diagrams: Mapping[str, str]
) -> tuple[str, list[ProseSection]]:
    title = ""
    sections = [("", list[str]())]
    for block in _blocks(markup):
        level = _heading_level(block)
        if level == 1 and not title:
            title = to_plain(block)
        elif level == 2:  # noqa: PLR2004 - the level of sections
            sections.append((to_plain(block), []))
        else:
            sections[-1][1].append(_block_html(block, level, diagrams))
    return title, [
        ProseSection(heading, anchor, SafeHtml("\n".join(parts)))  # noqa: S704 - rendered below
        for anchor, (heading, parts) in zip(_anchors(name, sections), sections, strict=True)
    ]


def _anchors(name: str, sections: Iterable[tuple[str, list[str]]]) -> Iterator[str]:
    """Yield a unique anchor for each section."""
    taken = Counter[str]()
    for heading, _ in sections:
        anchor = f"{name}-{slug(heading)}"
        taken[anchor] += 1
        yield f"{anchor}-{taken[anchor]}" if taken[anchor] > 1 else anchor


def _blocks(markup: Markup) -> Iterator[Markup]:
    """Yield each paragraph, list or heading by itself."""
    block: list[Token] = []
    depth = 0
    for token in markup.tokens:
        block.append(token)
        depth += token.nesting
        if not depth:
            yield markup.with_tokens(tuple(block))
            block = []


def _heading_level(block: Markup) -> int:
    first = block.tokens[0]
    return int(first.tag[1:]) if first.type == "heading_open" else 0


def _block_html(block: Markup, level: int, diagrams: Mapping[str, str]) -> str:
    if level:
        title = to_plain(block)
        return f"<h{level}>{inert(title)}</h{level}>"
    image = _only_image(block)
    return _figure(image, diagrams) if image else to_html(block)


def _only_image(block: Markup) -> Token | None:
    """Return the image of a paragraph that has only an image, or ``None``."""
    parts = [part for token in block.tokens for part in token.children or ()]
    return parts[0] if len(parts) == 1 and parts[0].type == "image" else None


def _figure(image: Token, diagrams: Mapping[str, str]) -> str:
    drawing = diagrams.get(str(image.attrs.get("src", "")))
    if drawing is None:
        return f'<p class="catalog-figure">{inert(image.content)}</p>'
    # The drawing's own colors are for the file alone. The style sheet has both color schemes.
    bare = _LINE_BREAKS.sub("\n", _STYLE.sub("", drawing).strip())
    return f'<div class="catalog-figure">{bare}</div>'
