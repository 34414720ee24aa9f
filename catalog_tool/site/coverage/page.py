"""Answers who lists all applications of a list that a reader pastes.

The list stays in the browser: it is in the part of the address that browsers don't send
(``coverage/#list=Kafka%0AOracle``), so that an answer can be shared.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.publication import Publication
from catalog_tool.site.addresses import COVERAGE
from catalog_tool.site.compare.page import MOST
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the one page."""
    words = publication.words
    yield fill(
        Page(
            COVERAGE,
            title=words.gettext("Who lists all of these?"),
            description=words.gettext(
                "Paste your %(applications)s, and see which %(partners)s list the most of them."
            ),
        ),
        "coverage.html",
        publication,
        most_compared=MOST,
    )
