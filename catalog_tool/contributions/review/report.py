"""A review as a document and as JSON.

The verdict comes first, then the people who have to approve, what readers will see, the problems,
and a preview of each changed entry. Only maintainers from the *main branch* are mentioned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from catalog_tool.contributions.diff import compare
from catalog_tool.contributions.diff.report import blocks as blocks_of_difference
from catalog_tool.contributions.diff.revisions import ComparedCommits
from catalog_tool.contributions.review.exceptions import exception_blocks
from catalog_tool.contributions.review.facts import Fact
from catalog_tool.contributions.review.facts.fact import Words, listed
from catalog_tool.contributions.review.verdict import LABELS, MOST_MENTIONED, Review, Verdict
from catalog_tool.contributions.review.wording import (
    approvals,
    existing_problems,
    findings_sentence,
    for_admins,
    handover,
    next_steps,
    verdict_of,
)
from catalog_tool.linter.approval import Approval
from catalog_tool.linter.reporters import document as doc
from catalog_tool.linter.reporters.json import diagnostic_object
from catalog_tool.loader.pull_request.changes import ChangedFile
from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.site.exporters._partner import partner_markdown
from catalog_tool.text.github_markdown import MOST_SUMMARY_BYTES

FORMAT_VERSION = 1
MOST_OF_SUMMARY = MOST_SUMMARY_BYTES // 4 - 1_000
"""Most characters of a step summary, at four bytes each, with room for what others write."""

MARKER = "partner-catalog-review"
"""Name by which the comment is found again."""

_WEIGHT_OF_LINES = 0.2  # compared with 1 for what readers will see
_WEIGHT_OF_PROBLEMS = 5 / 3
_WEIGHT_OF_PREVIEWS = 4 / 3
_MOST_STEPS = 10
_MOST_ELSEWHERE = 5
_LONGEST_LINE = 500
_SHORT_ID = 12
_MARKS = {Verdict.CONFLICT: "❌", Verdict.MISTAKES: "❌", Verdict.READY: "✅"}


def document(review: Review, whole_report: str = "") -> doc.Document:
    """Return the review as a document.

    Args:
        review: the review.
        whole_report: address of a page with all of it, if the document will be cut.
    """
    problems = doc.Findings(review.problems, weight=_WEIGHT_OF_PROBLEMS)
    mentioned = review.mentioned
    handed_over = _list(handover(each, mentioned) for each in review.handovers)
    of_admins = [each.path for each in review.proposal.changes if each.kind.is_for_admins]
    others = (f"{each.path}: {each.code} {each.message}" for each in review.elsewhere)
    results = doc.Section(("Check results",), (problems,))
    changes = (
        *_difference(review),
        doc.Section(
            ("Files that only admins decide on",), (_list(map(_stranger_text, of_admins)),)
        ),
        doc.Section(("Changed maintainers",), (handed_over,)),
        *exception_blocks(review),
    )
    blocks = (
        *_opening(review),
        _link_to_whole(whole_report),
        _facts(review),
        # The author reads what to fix, and only then, an admin reads what changes.
        *((results, *changes) if review.fails else (*changes, results)),
        doc.Fold(existing_problems(review), (_list(map(_stranger_text, others), _MOST_ELSEWHERE),)),
        _previews(review),
    )
    return doc.Document(blocks, marker=MARKER)


def review_object(review: Review) -> dict[str, Any]:
    """Return the review for programs.

    ``version`` is the version of this format. ``verdict`` is one of ``Verdict``. ``labels`` are
    those that the pull request should have, ``other_labels`` our other labels. ``reviewers`` are
    logins to ask for approval. ``approvals`` are the approvals that it needs, with the maintainers
    who can give them (an admin always can) and the people who have given them. ``facts`` are what
    an admin should know; their ``kind`` is one of ``FactKind``. ``changes`` are the changed files
    in the folder of the partners, and ``diagnostics`` have the format of ``catalog check``.
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
        "approvals": [_approval(needed) for needed in review.approvals],
        "summary": {
            "files": summary.files,
            "errors": summary.errors,
            "warnings": summary.warnings,
            "elsewhere": len(review.elsewhere),
            "excepted": len(review.excepted),
        },
        "facts": [_fact(fact) for fact in review.facts],
        "changes": [_change(change) for change in review.proposal.partner_changes],
        "diagnostics": [diagnostic_object(found) for found in review.findings],
    }


def _opening(review: Review) -> Iterator[doc.Block]:
    commit = doc.Code(review.proposal.head[:_SHORT_ID])
    yield doc.Paragraph(("Commit reviewed: ", commit, f".{for_admins(review)}"))
    mark = doc.PageOnly(f"{_MARKS.get(review.verdict, '🔎')} ")
    yield doc.Paragraph(
        (doc.Strong((mark, f"{verdict_of(review)}.")), f" {findings_sentence(review)}")
    )
    steps = ((step,) for step in next_steps(review))
    yield _list((*steps, *map(_stranger_text, approvals(review))), _MOST_STEPS)
    if review.reviewers:
        yield doc.Paragraph(("Asked for approval: ", *_mentions(review), "."))


def _facts(review: Review) -> doc.Section:
    """Return the facts in the open, because a person decides with them; each sentence once."""
    names: defaultdict[tuple[Words, bool], list[str]] = defaultdict(list)
    for fact in review.facts:
        names[fact.words, fact.needs_admin] += [fact.name] if fact.path else []
    lines = (_fact_line(*said, about) for said, about in names.items())
    return doc.Section(("Facts",), (_list(lines),))


def _fact_line(words: Words, needs_admin: bool, names: Sequence[str]) -> doc.Inline:  # noqa: FBT001 - a fact in parts
    mark = (doc.PageOnly("⚠️ "),) if needs_admin else ()
    about = (doc.Strong(listed(names)), ": ") if names else ()
    return (*mark, *about, *words)


def _link_to_whole(address: str) -> doc.Paragraph:
    link = f"[the whole review]({address}) in the summary of the run"
    said = doc.PageOnly(f"⚠️ This comment doesn't show everything. Read {link}.")
    return doc.Paragraph((said,) if address else ())


def _mentions(review: Review) -> doc.Inline:
    logins = review.reviewers[:MOST_MENTIONED]
    called = [span for login in logins for span in (", ", doc.Mention(login))]
    rest = len(review.reviewers) - len(logins)
    return (*called[1:], *([f" and {rest:,} more"] if rest > 0 else []))


def _difference(review: Review) -> tuple[doc.Block, ...]:
    proposal = review.proposal
    is_same = not proposal.partner_changes and proposal.before.texts == proposal.after.texts
    if is_same or proposal.is_too_large:
        return ()
    found = compare(proposal.before, proposal.after)
    return blocks_of_difference(found, ComparedCommits(proposal.base, proposal.head))


def _list(lines: Iterable[doc.Inline], most: int | None = None) -> doc.List:
    return doc.List(tuple(map(doc.Item, lines)), most, _WEIGHT_OF_LINES)


def _stranger_text(line: str) -> doc.Inline:
    return (doc.Foreign(line, _LONGEST_LINE),)


def _previews(review: Review) -> doc.Previews:
    """Return each changed entry as readers will see it, as many as fit."""
    publication = Publication(review.proposal.after.catalog, review.proposal.settings)
    entries = list(_changed_entries(review))
    room, made = MOST_OF_SUMMARY, []
    for entry in entries:
        # In the comment, the relative link to the file would not work.
        markdown = partner_markdown(entry, publication, links_file=False)
        room -= len(markdown)
        if room < 0:
            break
        made.append((entry.id, markdown))
    return doc.Previews(tuple(made), len(entries), _WEIGHT_OF_PREVIEWS)


def _changed_entries(review: Review) -> Iterator[Entry]:
    by_id = review.proposal.after.catalog.by_id
    for change in review.proposal.partner_changes:
        entry = by_id.get(change.identifier)
        if entry:
            yield entry


def _approval(needed: Approval) -> dict[str, Any]:
    return {
        "kind": needed.kind.value,
        "path": needed.path,
        "name": needed.name,
        "why": needed.why,
        "maintainers": list(needed.maintainers),
        "given_by": list(needed.given_by),
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind.value,
        "path": fact.path,
        "text": fact.text,
        "links": list(fact.links),
        "needs_admin": fact.needs_admin,
    }


def _change(change: ChangedFile) -> dict[str, Any]:
    status = "removed" if change.is_gone else "new" if change.is_new else "changed"
    return {"path": change.path, "id": change.identifier, "status": status}
