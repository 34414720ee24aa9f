"""The catalog in numbers."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.publication import Publication
from catalog_tool.model.today import today
from catalog_tool.site.numbers.counting import ages, categories, growth, tested_lately
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill

ADDRESS = "numbers/"
MOST_LISTED_SHOWN = 5


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    words, day = publication.words, publication.day or today()
    catalog = publication.catalog
    plots = (
        growth(publication, words),
        categories(publication, words),
        ages(publication, words, day),
    )
    chosen = [each for each in catalog.most_listed if len(each.entries) > 1]
    yield fill(
        Page(
            ADDRESS,
            title=words.gettext("The catalog in numbers"),
            description=words.gettext(
                "How many %(partners)s and %(applications)s %(title)s has, in which categories, "
                "and how old their tests are.",
                title=publication.settings.title,
            ),
        ),
        "numbers.html",
        publication,
        history=publication.history,
        is_tested=any(entry.partner.tested_on for entry in catalog.entries),
        lone=sum(len(each.entries) == 1 for each in catalog.applications),
        most_listed=chosen[:MOST_LISTED_SHOWN],
        plots=[plot for plot in plots if plot],
        tested=tested_lately(publication, day),
    )
