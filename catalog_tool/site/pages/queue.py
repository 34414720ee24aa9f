"""The pull requests that wait: since when, and for whom. Only if ``catalog queue`` asked GitHub."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from catalog_tool.model.messages import Messages
from catalog_tool.model.publication import Publication
from catalog_tool.model.queue import WaitingPull, WaitsFor
from catalog_tool.site.pages.breadcrumbs import Step
from catalog_tool.site.pages.page import Page
from catalog_tool.site.pages.templating import fill

ADDRESS = "queue/"


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page, if there is a list. It isn't indexed, because strangers wrote the titles."""
    queue, github = publication.queue, publication.settings.github
    if not (queue and github):
        return
    words = publication.words
    yield fill(
        Page(
            ADDRESS,
            title=words.gettext("Waiting pull requests"),
            description=words.gettext("What was proposed for this catalog and isn’t in it yet."),
            trail=(Step(words.gettext("Add your integration"), "contribute/"),),
            is_indexed=False,
        ),
        "queue.html",
        publication,
        queue=queue,
        pulls=f"{github}/pull",
        waits_for=partial(_waits_for, words=words),
    )


def _waits_for(pull: WaitingPull, words: Messages) -> str:
    names = {
        WaitsFor.ADMIN: words.gettext("an admin"),
        WaitsFor.MAINTAINER: words.gettext("a maintainer"),
        WaitsFor.AUTHOR: words.gettext("its author"),
        WaitsFor.REVIEW: words.gettext("the check"),
    }
    return words.every([names[each] for each in pull.waits_for])
