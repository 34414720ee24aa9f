"""``llms.txt``: a short version of the catalog for language models.

It has a title, a summary, and a list of links with a purpose for each. Text from partners appears
only as the text of a link and in the list of applications after it.
Source: the llms.txt proposal (llmstxt.org).
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.addresses import partner_address, published_address
from catalog_tool.text.markup.markdown import line_to_markdown

SITE_PATH = "llms.txt"

_FILES = {
    "catalog.json": ("Everything as JSON", "partners, applications, aliases, categories"),
    "catalog.csv": ("Partners and applications as a table", "one row for each pair"),
    "feed.xml": ("Atom feed", "one entry for each partner"),
}
_PAGES = {
    "catalog/": ("All partners on one page", "with descriptions and contacts"),
    "applications/": ("All applications", "with the partners of each"),
    "contribute/": ("How to add an entry", "steps, guidelines, format"),
    "terms/": ("Terms", "what you accept by listing an integration"),
}


def export(publication: Publication) -> str:
    """Return the overview as Markdown."""
    return "\n".join(_lines(publication)) + "\n"


def _lines(publication: Publication) -> Iterator[str]:
    settings = publication.settings
    yield f"# {line_to_markdown(settings.title)}"
    yield f"\n> {line_to_markdown(' '.join(settings.summary.split()))}"
    yield "\nPartners build, maintain, and own what they list. The catalog only checks format.\n"
    yield "## Partners\n"
    yield from (_partner(entry, settings) for entry in publication.catalog.entries)
    for title, files in (("Pages", _PAGES), ("Data", _FILES)):
        yield f"\n## {title}\n"
        for path, (label, purpose) in files.items():
            yield f"- [{label}]({published_address(path, settings)}): {purpose}"


def _partner(entry: Entry, settings: Settings) -> str:
    label = line_to_markdown(entry.title, in_link=True)
    names = [name for _, name in entry.partner.listed_applications()]
    fields = entry.partner.own_fields
    reach = [fields[key].name_of(value) for key, value in entry.partner.reach]
    interfaces = [f"any application over {name}" for name in reach]
    # Escaped as one text: a sign in one name may pair with a sign in the next.
    connects = line_to_markdown(", ".join([*names, *interfaces]))
    link = f"- [{label}]({published_address(partner_address(entry), settings)})"
    return f"{link}: {connects}" if connects else link
