"""A review as a document and as JSON.

The verdict comes first, then whom it waits for, what readers will see, the problems, and each
changed entry as it will look. Only maintainers whom the *main branch* names are called.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from catalog_tool.contributions.diff import compare
from catalog_tool.contributions.diff.report import blocks as blocks_of_difference
from catalog_tool.contributions.diff.revisions import Ends
from catalog_tool.contributions.review.verdict import LABELS, Review, Verdict
from catalog_tool.contributions.review.wording import (
    MOST_CALLED,
    checked,
    elsewhere,
    handovers,
    next_steps,
    verdict_of,
)
from catalog_tool.linter.reporters import document as doc
from catalog_tool.linter.reporters.json import facts_of
from catalog_tool.loader.pull_request.changes import ChangedFile
from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.site.exporters._partner import partner_markdown

FORMAT_VERSION = 1
MOST_OF_SUMMARY = 250_000
"""Most characters of the summary of a step, four bytes each. Source: GitHub takes 1 MiB of it."""

_MARKER = "partner-catalog-review"
_WEIGHT_OF_LINES = 0.2  # compared with 1 for what readers will see
_WEIGHT_OF_PROBLEMS = 5 / 3
_WEIGHT_OF_PREVIEWS = 4 / 3
_MOST_HANDOVERS = 10
_MOST_ELSEWHERE = 5
_LONGEST_LINE = 500
_MARKS = {Verdict.MISTAKES: "❌", Verdict.READY: "✅"}
_OWN_FILE = "- Entry: ["


def document(review: Review) -> doc.Document:
    """Return what a review says."""
    problems = doc.Findings(review.findings, weight=_WEIGHT_OF_PROBLEMS)
    handed_over = _list(map(_foreign, handovers(review)), _MOST_HANDOVERS)
    others = (f"{each.path}: {each.code} {each.message}" for each in review.elsewhere)
    blocks = (
        *_opening(review),
        *_difference(review),
        doc.Section(("Who may change an entry from then on",), (handed_over,)),
        doc.Section(("What the checks say",), (problems,)),
        doc.Fold(elsewhere(review), (_list(map(_foreign, others), _MOST_ELSEWHERE),)),
        _previews(review),
    )
    return doc.Document(blocks, marker=_MARKER)


def facts(review: Review) -> dict[str, Any]:
    """Return the review for programs; ``version`` counts the changes of this contract.

    ``verdict`` is one of ``Verdict``; ``labels`` are those that the pull request should have, and
    ``other_labels`` those of ours that it should not; ``reviewers`` are logins to ask. ``changes``
    are the files in the folder of the partners, ``diagnostics`` those of ``catalog check``.
    """
    summary = review.summary
    return {
        "version": FORMAT_VERSION,
        "verdict": review.verdict.value,
        "message": verdict_of(review),
        "base": review.proposal.base,
        "head": review.proposal.head,
        "labels": list(review.labels),
        "other_labels": [label for label in LABELS if label not in review.labels],
        "reviewers": list(review.reviewers),
        "summary": {
            "files": summary.files,
            "errors": summary.errors,
            "warnings": summary.warnings,
            "elsewhere": len(review.elsewhere),
        },
        "changes": [_change(change) for change in review.proposal.partner_changes],
        "diagnostics": [facts_of(found) for found in review.findings],
    }


def _opening(review: Review) -> Iterator[doc.Block]:
    mark = doc.PageOnly(f"{_MARKS.get(review.verdict, '🔎')} ")
    yield doc.Paragraph((doc.Strong((mark, f"{verdict_of(review)}.")), f" {checked(review)}"))
    yield _list((step,) for step in next_steps(review))
    if review.reviewers:
        yield doc.Paragraph(("Asked to agree: ", *_called(review), "."))


def _called(review: Review) -> doc.Inline:
    logins = review.reviewers[:MOST_CALLED]
    called = [span for login in logins for span in (", ", doc.Mention(login))]
    rest = len(review.reviewers) - len(logins)
    return (*called[1:], *([f" and {rest:,} more"] if rest > 0 else []))


def _difference(review: Review) -> tuple[doc.Block, ...]:
    proposal = review.proposal
    if not proposal.partner_changes or proposal.is_too_large:
        return ()
    found = compare(proposal.before, proposal.after)
    return blocks_of_difference(found, Ends(proposal.base, proposal.head))


def _list(lines: Iterable[doc.Inline], most: int | None = None) -> doc.List:
    return doc.List(tuple(map(doc.Item, lines)), most, _WEIGHT_OF_LINES)


def _foreign(line: str) -> doc.Inline:
    return (doc.Foreign(line, _LONGEST_LINE),)


def _previews(review: Review) -> doc.Previews:
    """Return each changed entry as readers will see it, as long as the longest page has room."""
    publication = Publication(review.proposal.after.catalog, review.proposal.settings)
    entries = list(_changed_entries(review))
    room, made = MOST_OF_SUMMARY, []
    for entry in entries:
        markdown = _preview(entry, publication)
        room -= len(markdown)
        if room < 0:
            break
        made.append((entry.id, markdown))
    return doc.Previews(tuple(made), len(entries), _WEIGHT_OF_PREVIEWS)


def _preview(entry: Entry, publication: Publication) -> str:
    lines = partner_markdown(entry, publication).split("\n")
    # Where the comment stands, the link to the file would lead nowhere.
    return "\n".join(line for line in lines if not line.startswith(_OWN_FILE))


def _changed_entries(review: Review) -> Iterator[Entry]:
    by_id = review.proposal.after.catalog.by_id
    for change in review.proposal.partner_changes:
        entry = by_id.get(change.identifier)
        if entry and entry.partner.is_complete:
            yield entry


def _change(change: ChangedFile) -> dict[str, Any]:
    status = "removed" if change.is_gone else "new" if change.is_new else "changed"
    return {"path": change.path, "id": change.identifier, "status": status}
