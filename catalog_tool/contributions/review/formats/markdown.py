"""For a comment on the pull request, and for the summary of a step.

The verdict in the first line, whom it waits for, what readers will see, the problems, and each
changed entry as it will look. What strangers wrote is text and nothing else: it calls nobody,
refers to nothing and closes nothing. Called are only maintainers whom the *main branch* names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog_tool.contributions.diff import compare
from catalog_tool.contributions.diff.formats import Ends
from catalog_tool.contributions.diff.formats import markdown as difference
from catalog_tool.contributions.review.verdict import Review, Verdict
from catalog_tool.contributions.review.wording import (
    MOST_CALLED,
    checked,
    elsewhere,
    handovers,
    next_steps,
    verdict_of,
)
from catalog_tool.linter.reporters.markdown import listing
from catalog_tool.model.catalog import Entry
from catalog_tool.model.publication import Publication
from catalog_tool.site.exporters._partner import partner_markdown
from catalog_tool.text.github_markdown import MOST_CHARACTERS, shown

MARKER = "<!-- partner-catalog-review -->"
"""First line of the comment, by which it is found again and updated in place."""

MOST_OF_SUMMARY = 250_000
"""Most characters of the summary of a step, four bytes each. Source: GitHub takes 1 MiB of it."""

_SHARE_OF_PROBLEMS = 5 / 12
_SHARE_OF_DIFFERENCE = 1 / 4
_MOST_HANDOVERS = 10
_MOST_ELSEWHERE = 5
_RESERVED = 200  # for the count of previews that are left out
_MARKS = {Verdict.MISTAKES: "❌", Verdict.READY: "✅"}
_OWN_FILE = "- Entry: ["


def report(review: Review, most: int = MOST_CHARACTERS) -> str:
    """Return the comment.

    Args:
        review: what it says.
        most: characters that it may have; what does not fit is counted.
    """
    difference = _difference(review, int(most * _SHARE_OF_DIFFERENCE))
    problems = _problems(review, int(most * _SHARE_OF_PROBLEMS))
    text = "\n\n".join([*_opening(review), *difference, *problems])
    return "\n\n".join([text, *_previews(review, most - len(text) - _RESERVED), ""])


def _opening(review: Review) -> Iterator[str]:
    mark = _MARKS.get(review.verdict, "🔎")
    yield f"{MARKER}\n**{mark} {verdict_of(review)}.** {checked(review)}"
    if steps := list(next_steps(review)):
        yield "\n".join(f"- {step}" for step in steps)
    if review.reviewers:
        called = " ".join(f"@{login}" for login in review.reviewers[:MOST_CALLED])
        rest = len(review.reviewers) - MOST_CALLED
        more = f" and {rest:,} more" if rest > 0 else ""
        yield f"Asked to agree: {called}{more}."


def _difference(review: Review, most: int) -> Iterator[str]:
    proposal = review.proposal
    if proposal.of_partners and not proposal.is_too_large:
        found = compare(proposal.before, proposal.after)
        ends = Ends(proposal.base, proposal.head)
        yield difference.report(found, ends, most).rstrip("\n")
    if handed := list(handovers(review)):
        yield "**Who may change an entry from then on.**"
        yield _listed(handed, _MOST_HANDOVERS)


def _problems(review: Review, most: int) -> Iterator[str]:
    if review.findings:
        yield "### What the checks say"
        yield listing(review.findings, most).rstrip("\n")
    if said := elsewhere(review):
        found = [f"{each.path}: {each.code} {each.message}" for each in review.elsewhere]
        fold = f"<details><summary>{said}</summary>"
        yield "\n\n".join([fold, _listed(found, _MOST_ELSEWHERE), "</details>"])


def _listed(texts: Sequence[str], most: int) -> str:
    """Return the first texts of strangers as a list, which ends with how many did not fit."""
    lines = [f"- {shown(text)}" for text in texts[:most]]
    rest = len(texts) - most
    return "\n".join([*lines, *([f"- … and {rest:,} more"] if rest > 0 else [])])


def _previews(review: Review, room: int) -> Iterator[str]:
    """Yield each changed entry as readers will see it, as long as there is room."""
    entries = list(_changed_entries(review))
    publication = Publication(review.proposal.after.catalog, review.proposal.settings)
    for position, entry in enumerate(entries):
        preview = _preview(entry, publication)
        room -= len(preview) + 2
        if room < 0:
            yield f"Left out here for their length: {len(entries) - position:,} previews."
            return
        yield preview


def _changed_entries(review: Review) -> Iterator[Entry]:
    by_id = review.proposal.after.catalog.by_id
    for change in review.proposal.of_partners:
        entry = by_id.get(change.identifier)
        if entry and entry.partner.is_complete:
            yield entry


def _preview(entry: Entry, publication: Publication) -> str:
    lines = partner_markdown(entry, publication).split("\n")
    # Where the comment stands, the link to the file would lead nowhere.
    markdown = "\n".join(line for line in lines if not line.startswith(_OWN_FILE))
    # In the line of a tag Markdown escapes nothing; an id has nothing to escape, a name may.
    fold = f"<details><summary>Preview: <code>{entry.id}</code></summary>"
    return f"{fold}\n\n{markdown}\n\n</details>"
