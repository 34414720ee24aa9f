"""The whole catalog as one Markdown page in the repository, for readers on GitHub.

Every part has a fixed place, so that the page can be parsed back into entries:

- texts of the owners are under headings of the second level, and partners under ``Partners``;
- a partner has a heading of the third level; its parts have headings of the fourth level, always
  in this order: Description, Contact information, Applications supported, Links, Details;
- contact information and details are lists of ``label: value``;
- applications are an optional note, then a list, then an optional line ``Full list: <address>``;
  a group is a nested list; links are a list of links;
- paragraphs keep their author's line breaks, so that a diff shows exactly what changed.

An empty comment (``<!-- -->``) inside a word keeps GitHub from acting on the word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from catalog_tool.model.generated_file import with_checksum
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.exporters._anchors import anchors
from catalog_tool.site.exporters._partner import partner_section
from catalog_tool.site.exporters._prose import MarkdownSection, prose_section
from catalog_tool.text.markup.markdown import line_to_markdown

PARTNERS = "Partners"

_WARNING = "<!-- Generated: to change a partner, edit its file in {folder}/. -->"
_BEFORE_PARTNERS = {"integration-options": "Integration options"}
_AFTER_PARTNERS = {
    "how-to-add": "How to add your integration",
    "guidelines": "Guidelines",
    "terms": "Terms",
}


def repository_path(settings: Settings) -> str:
    """Return the path that the settings have for it."""
    return settings.published


def export(publication: Publication) -> str:
    """Return the Markdown catalog with its checksum."""
    introduction = _introduction(publication)
    partners = [_partners_chapter_start(publication)]
    partners += [partner_section(entry, publication) for entry in publication.catalog.entries]
    chapters = [
        *([section] for section in _prose(publication, _BEFORE_PARTNERS)),
        partners,
        *([section] for section in _prose(publication, _AFTER_PARTNERS)),
    ]
    contents = _contents(introduction, chapters)
    sections = [section.markdown for chapter in chapters for section in chapter]
    warning = _WARNING.format(folder=publication.settings.partners)
    return with_checksum("\n\n".join([warning, introduction.markdown, contents, *sections, ""]))


def _introduction(publication: Publication) -> MarkdownSection:
    title = publication.settings.title
    written = prose_section(publication, "introduction", line_to_markdown(title), 1)
    return written or MarkdownSection((title,), f"# {line_to_markdown(title)}")


def _prose(publication: Publication, titles: dict[str, str]) -> list[MarkdownSection]:
    sections = (prose_section(publication, name, title, 2) for name, title in titles.items())
    return [section for section in sections if section]


def _partners_chapter_start(publication: Publication) -> MarkdownSection:
    count = len(publication.catalog.entries)
    sentence = f"{count} {'partner' if count == 1 else 'partners'} in alphabetical order."
    if publication.settings.site_url:
        sentence += f" To search them, open <{publication.settings.site_url}>."
    return MarkdownSection((PARTNERS,), f"## {PARTNERS}\n\n{sentence}")


def _contents(introduction: MarkdownSection, chapters: Sequence[Sequence[MarkdownSection]]) -> str:
    """Return links to all chapters, and to each partner below their chapter."""
    sections = [section for chapter in chapters for section in chapter]
    _, *addresses = _addresses([introduction, *sections])
    indents = ["  " if position else "" for chapter in chapters for position in range(len(chapter))]
    lines = [
        f"{indent}- [{line_to_markdown(section.headings[0], in_link=True)}](#{address})"
        for indent, section, address in zip(indents, sections, addresses, strict=True)
    ]
    return "\n".join(["On this page:", "", *lines])


def _addresses(sections: Sequence[MarkdownSection]) -> Iterator[str]:
    """Yield the anchor of the first heading of each section of the page."""
    every = anchors(heading for section in sections for heading in section.headings)
    for section in sections:
        address, *_ = islice(every, len(section.headings))
        yield address
