"""The whole catalog as one Markdown page in the repository, for readers on GitHub.

Every part has a fixed place, so that the page can be parsed back into entries:

- texts of the owners are under headings of the second level, and partners under ``Partners``;
- a partner has a heading of the third level; its parts have headings of the fourth level, always
  in this order: Description, Contact information, Applications supported, Links, Details, or these
  in the language of the site;
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
from catalog_tool.model.messages import Messages
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.exporters._anchors import anchors
from catalog_tool.site.exporters._partner import partner_section
from catalog_tool.site.exporters._prose import MarkdownSection, prose_section
from catalog_tool.text.markup.markdown import line_to_markdown

_WARNING = "<!-- Generated: to change a partner, edit its file in {folder}/. -->"


def repository_path(settings: Settings) -> str:
    """Return the path that the settings have for it."""
    return settings.published


def export(publication: Publication) -> str:
    """Return the Markdown catalog with its checksum."""
    words = publication.words
    before = {"integration-options": words.gettext("Integration options")}
    after = {
        "how-to-add": words.gettext("How to add your integration"),
        "guidelines": words.gettext("Guidelines"),
        "terms": words.gettext("Terms"),
    }
    introduction = _introduction(publication)
    partners = [_partners_chapter_start(publication, words)]
    partners += [partner_section(entry, publication) for entry in publication.catalog.entries]
    chapters = [
        *([section] for section in _prose(publication, before)),
        partners,
        *([section] for section in _prose(publication, after)),
    ]
    contents = _contents(words.gettext("On this page:"), introduction, chapters)
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


def _partners_chapter_start(publication: Publication, words: Messages) -> MarkdownSection:
    title = words.nouns["Partners"]
    sentence = words.ngettext(
        "%(num)s %(partner)s.",
        "%(num)s %(partners)s in alphabetical order.",
        len(publication.catalog.entries),
    )
    if address := publication.settings.site_url:
        search = words.gettext("To search them, open %(address)s.", address=f"<{address}>")
        sentence = f"{sentence} {search}"
    return MarkdownSection((title,), f"## {line_to_markdown(title)}\n\n{sentence}")


def _contents(
    title: str, introduction: MarkdownSection, chapters: Sequence[Sequence[MarkdownSection]]
) -> str:
    """Return links to all chapters, and to each partner below their chapter."""
    sections = [section for chapter in chapters for section in chapter]
    _, *addresses = _addresses([introduction, *sections])
    indents = ["  " if position else "" for chapter in chapters for position in range(len(chapter))]
    lines = [
        f"{indent}- [{line_to_markdown(section.headings[0], in_link=True)}](#{address})"
        for indent, section, address in zip(indents, sections, addresses, strict=True)
    ]
    return "\n".join([title, "", *lines])


def _addresses(sections: Sequence[MarkdownSection]) -> Iterator[str]:
    """Yield the anchor of the first heading of each section of the page."""
    every = anchors(heading for section in sections for heading in section.headings)
    for section in sections:
        address, *_ = islice(every, len(section.headings))
        yield address
