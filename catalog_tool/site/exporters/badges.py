"""``partners/<id>/badge.svg``: a picture for the partner's own website, "Listed in …".

Each partner has its own, so that the picture is gone if the partner leaves. A browser shows it with
whatever font it has, so the width is estimated from that of Verdana, and the text is fitted into
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from catalog_tool.model.catalog import Entry
from catalog_tool.model.generated_file import GeneratedFile
from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import partner_address, published_address
from catalog_tool.site.exporters.feed import xml_text
from catalog_tool.text.markup.inline import destination
from catalog_tool.text.markup.markdown import line_to_markdown
from catalog_tool.text.phrases import shorten

LONGEST = 60
"""Most characters of the catalog's name."""

_MARGIN = 7
# Widths in Verdana of 11 px, rounded up; letters outside the table are as wide as "W" or wider.
_WIDTHS = {
    **dict.fromkeys("ijlI|.,:;'!·", 4.5),
    **dict.fromkeys(' ()[]fJrt-/\\"', 5.0),
    **dict.fromkeys("acekosvxyzszLT?1234567890", 7.0),
    **dict.fromkeys("bdghnpquABCEFKPRSUVXYZ&", 7.9),
    **dict.fromkeys("DGHNOQ", 8.8),
    **dict.fromkeys("mwMW@%", 11.0),
}
_WIDEST = 11.5

_BADGE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img" aria-label="{name}">
<title>{name}</title>
<rect width="{width}" height="20" rx="3" fill="#0b5d5e"/>
<text x="{middle}" y="14" fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" \
text-anchor="middle" textLength="{length}">{text}</text>
</svg>
"""


def address(entry: Entry) -> str:
    """Return the address of a partner's badge."""
    return f"partners/{entry.id}/badge.svg"


def export_files(publication: Publication) -> Iterator[GeneratedFile]:
    """Yield a badge for each partner."""
    text = badge_text(publication)
    for entry in publication.catalog.entries:
        yield GeneratedFile(address(entry), _badge(text, f"{entry.title}: {text}"))


def badge_code(entry: Entry, publication: Publication) -> Mapping[str, str]:
    """Return the code with which a partner shows its badge, by language.

    Without the address of the site, there is none.
    """
    settings = publication.settings
    if not settings.site_url:
        return {}
    page = published_address(partner_address(entry), settings)
    picture = published_address(address(entry), settings)
    text = badge_text(publication)
    image = f'<img src="{escape(picture)}" alt="{escape(text)}" height="20">'
    return {
        "HTML": f'<a href="{escape(page)}">{image}</a>',
        "Markdown": f"[![{line_to_markdown(text, in_link=True)}]({destination(picture)})]"
        f"({destination(page)})",
    }


def badge_text(publication: Publication) -> str:
    """Return the text of every badge."""
    title = shorten(publication.settings.title, LONGEST)
    return publication.words.gettext("Listed in %(title)s", title=title)


def _badge(text: str, name: str) -> str:
    length = round(sum(_WIDTHS.get(char, _WIDEST) for char in text))
    width = length + 2 * _MARGIN
    return _BADGE.format(
        width=width, middle=width / 2, length=length, text=xml_text(text), name=xml_text(name)
    )
