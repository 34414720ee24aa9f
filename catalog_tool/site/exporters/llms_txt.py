"""``llms.txt``: a short version of the catalog for language models.

It has a title, a summary, and a list of links with a purpose for each. Text from partners appears
only as the text of a link and in the list of applications after it.
Source: the llms.txt proposal (llmstxt.org).
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.catalog import Entry
from catalog_tool.model.messages import Messages
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.site.addresses import partner_address, published_address
from catalog_tool.site.own_fields import stated_reach
from catalog_tool.text.markup.markdown import line_to_markdown

SITE_PATH = "llms.txt"


def export(publication: Publication) -> str:
    """Return the overview as Markdown."""
    return "\n".join(_lines(publication)) + "\n"


def _lines(publication: Publication) -> Iterator[str]:
    settings, words = publication.settings, publication.words
    yield f"# {line_to_markdown(settings.title)}"
    yield f"\n> {line_to_markdown(' '.join(settings.summary.split()))}"
    owned = words.gettext("%(Partners)s build, maintain, and own what they list.")
    checked = words.gettext("The catalog only checks the format.")
    yield f"\n{owned} {checked}\n"
    yield f"## {words.nouns['Partners']}\n"
    yield from (_partner(entry, settings, words) for entry in publication.catalog.entries)
    for title, links in ((words.gettext("Pages"), _pages), (words.gettext("Data"), _data)):
        yield f"\n## {title}\n"
        for path, (label, purpose) in links(words).items():
            yield f"- [{label}]({published_address(path, settings)}): {purpose}"


def _pages(words: Messages) -> dict[str, tuple[str, str]]:
    return {
        "catalog/print/": (
            words.gettext("All %(partners)s in full"),
            words.gettext("with descriptions and contacts"),
        ),
        "applications/": (
            words.gettext("All %(applications)s"),
            words.gettext("with the %(partners)s of each"),
        ),
        "contribute/": (
            words.gettext("How to add an entry"),
            words.gettext("steps, guidelines, format"),
        ),
        "terms/": (
            words.gettext("Terms"),
            words.gettext("what you accept by listing an integration"),
        ),
    }


def _data(words: Messages) -> dict[str, tuple[str, str]]:
    return {
        "catalog.json": (
            words.gettext("Everything as JSON"),
            words.gettext("%(partners)s, %(applications)s, aliases, categories"),
        ),
        "catalog.csv": (
            words.gettext("%(Partners)s and %(applications)s as a table"),
            words.gettext("one row for each pair"),
        ),
        "feed.xml": (words.gettext("Atom feed"), words.gettext("what is new, for feed readers")),
    }


def _partner(entry: Entry, settings: Settings, words: Messages) -> str:
    label = line_to_markdown(entry.title, in_link=True)
    names = [name for _, name in entry.partner.listed_applications()]
    # Escaped as one text: a sign in one name may pair with a sign in the next.
    reach = [
        words.gettext("any %(application)s (%(stated)s)", stated=stated)
        for stated in stated_reach(entry.partner)
    ]
    connects = line_to_markdown(", ".join([*names, *reach]))
    link = f"- [{label}]({published_address(partner_address(entry), settings)})"
    return f"{link}: {connects}" if connects else link
