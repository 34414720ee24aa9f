"""Reviews a pull request, and posts the result: comment, labels, review requests, and status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from catalog_tool.contributions.github.approvals import approvers_of
from catalog_tool.contributions.github.client import Forge
from catalog_tool.contributions.github.comment import own_comment, put_comment
from catalog_tool.contributions.github.fetch import fetch_base, fetch_pulls, reviewed_base
from catalog_tool.contributions.github.labels_and_reviewers import (
    ask_reviewers,
    put_labels,
    reviewers_of,
)
from catalog_tool.contributions.github.proofs import keep_proofs, kept_proofs
from catalog_tool.contributions.github.pull_request import Pull, open_issue, open_pull, open_pulls
from catalog_tool.contributions.github.run_summary import RunSummary
from catalog_tool.contributions.github.status import is_pushed_for, put_verdict
from catalog_tool.contributions.review.engine import review
from catalog_tool.contributions.review.report import MARKER, MOST_OF_SUMMARY, document
from catalog_tool.contributions.review.verdict import LABELS, MOST_MENTIONED, Review, Verdict
from catalog_tool.linter.reporters.document import Document
from catalog_tool.linter.reporters.markdown import fits, write
from catalog_tool.loader.load import ProgressCallback
from catalog_tool.loader.pull_request.proposal import PullRequest
from catalog_tool.model.domain_proof import DomainProofs
from catalog_tool.model.error import CatalogError
from catalog_tool.model.settings import Settings

_MARKER = f"<!-- {MARKER} -->"


@dataclass(frozen=True, slots=True)
class PostedReview:
    """The result of posting a review.

    Attributes:
        verdict: its verdict.
        comment: what happened to the comment: ``written``, ``updated`` or ``unchanged``.
        refused: logins that GitHub refused as reviewers.
    """

    verdict: Verdict
    comment: str
    refused: tuple[str, ...]


def review_pull(
    forge: Forge,
    settings: Settings,
    pull: Pull,
    progress: ProgressCallback | None = None,
    proofs: DomainProofs | None = None,
) -> PostedReview | None:
    """Review a pull request with the main branch as it is checked out, and post the result.

    The pull request is fetched as Git objects. The status comes last, so a commit with a final
    status has its comment.

    Args:
        forge: the repository to merge into.
        settings: the catalog, in a checkout of the main branch with its history.
        pull: the pull request.
        progress: called with the number of files read and of all files.
        proofs: what the hosts of its websites say; if ``None``, what they said last time.

    Returns:
        What was posted; ``None`` if the pull request, the main branch, or an approval has changed,
        so that another run reviews it, or if the pull request was closed.

    Raises:
        CatalogError: the settings name another branch than GitHub's default branch.
        ForgeError: GitHub refused it.
        GitError: Git could not fetch or read the commits.
        OSError: the prose, which generated files show, cannot be read.
    """
    _check_branch(settings, pull)
    base = reviewed_base(settings)
    (commit,) = fetch_pulls([pull], settings.root)
    if commit != pull.head:
        return None
    pull = _with_author(forge, pull)
    request, proofs = _request(forge, pull), proofs or _earlier_proofs(forge, pull)
    found = review(settings, request, progress, proofs)
    # What has changed in the meantime is reviewed by the run of that change; its result must stay.
    now = open_pull(forge, pull.number)
    is_current = now is not None and now.head == pull.head and fetch_base(settings) == base
    if not is_current or approvers_of(forge, pull) != request.approvals:
        return None
    judged, said = comment_of(found, forge.run)
    posted = _post(forge, pull, judged, keep_proofs(write(said), proofs, pull.author))
    first = next(each for each in open_pulls(forge, settings.branch) if each.head == pull.head)
    if first.number == pull.number:
        put_verdict(forge, judged, base)
    else:  # the status belongs to the first one, so that a copy of its commit doesn't block it
        review_pull(forge, settings, first, progress)
    return posted


def _request(forge: Forge, pull: Pull) -> PullRequest:
    return PullRequest(
        "HEAD",
        pull.head,
        pull.author,
        pull.body,
        approvals=approvers_of(forge, pull),
        association=pull.association,
        is_draft=pull.is_draft,
    )


def _with_author(forge: Forge, pull: Pull) -> Pull:
    """Return the pull request of an issue with the author of the issue as its author."""
    if not (pull.issue and is_pushed_for(forge, pull.head, pull.issue)):
        return pull
    issue = open_issue(forge, pull.issue)
    return replace(pull, author=issue.author, association=issue.association) if issue else pull


def _check_branch(settings: Settings, pull: Pull) -> None:
    if pull.default_branch != settings.branch:
        message = f"The default branch of the repository is {pull.default_branch!r}, but the "
        message += f"`branch` in {settings.configuration} is {settings.branch!r}."
        hint = "Use one branch for both. GitHub runs this workflow only from the default branch."
        raise CatalogError(message, hint)


def _earlier_proofs(forge: Forge, pull: Pull) -> DomainProofs | None:
    earlier = own_comment(forge, pull.number, _MARKER)
    return kept_proofs(str(earlier["body"])) if earlier else None


def _post(forge: Forge, pull: Pull, found: Review, text: str) -> PostedReview:
    done = put_comment(forge, pull.number, _MARKER, text)
    put_labels(forge, pull.number, found.labels, set(LABELS) - set(found.labels))
    refused = _ask(forge, pull, found.reviewers[:MOST_MENTIONED])
    return PostedReview(found.verdict, done, tuple(refused))


def comment_of(review: Review, summary: RunSummary) -> tuple[Review, Document]:
    """Return a review and its comment; if it doesn't fit there, the summary gets all of it.

    Returns:
        The review, for which an admin has to approve if it fits nowhere, and the comment, which
        links the summary.

    Raises:
        OSError: the summary can't be written.
    """
    said = document(review)
    if fits(said):
        return review, said
    address = summary.add(write(said, MOST_OF_SUMMARY)) if fits(said, MOST_OF_SUMMARY) else ""
    judged = review if address else review.cut()
    return judged, document(judged, address)


def _ask(forge: Forge, pull: Pull, logins: Sequence[str]) -> list[str]:
    """Request reviews, except from people who reviewed this commit; return refused logins."""
    done = reviewers_of(forge, pull.number, pull.head) if logins else frozenset()
    return ask_reviewers(forge, pull.number, [each for each in logins if each.lower() not in done])
