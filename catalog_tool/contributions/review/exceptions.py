"""The exceptions of a pull request: those that it uses, and those that it adds or removes."""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.contributions.review.verdict import Review
from catalog_tool.linter.reporters import document as doc
from catalog_tool.model.exceptions import RuleException


def exception_blocks(review: Review) -> Iterator[doc.Block]:
    """Yield a section for each group of exceptions."""
    before = review.proposal.before.catalog.exceptions.values()
    after = review.proposal.after.catalog.exceptions.values()
    groups = {
        "Exceptions that these entries use": dict.fromkeys(e.exception for e in review.excepted),
        "Added exceptions": dict.fromkeys(each for each in after if each not in {*before}),
        "Removed exceptions": dict.fromkeys(each for each in before if each not in {*after}),
    }
    for title, exceptions in groups.items():
        yield doc.Section((title,), (doc.List(tuple(map(_item, exceptions))),))


def _item(exception: RuleException) -> doc.Item:
    return doc.Item(
        (
            doc.Foreign(exception.entry),
            ": ",
            doc.Foreign(exception.rule),
            " lets ",
            doc.Foreign(exception.text),
            " pass until ",
            doc.Foreign(exception.review_by),
            ". Reason: ",
            doc.Foreign(exception.reason),
        )
    )
