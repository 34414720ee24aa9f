"""The answer below an issue, as Markdown: what comes of it, or what is left to mend, by field.

What its author wrote is shown as text and nothing else: it calls nobody, refers to nothing and
closes nothing. The same holds for the pull request: its title and its description have no word of
theirs but the id, which has letters, digits and hyphens only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog_tool.contributions.issue_form.message import Remark
from catalog_tool.contributions.issue_form.result import Outcome
from catalog_tool.model.attestation import statements
from catalog_tool.model.settings import Settings
from catalog_tool.text.github_markdown import fenced, shortened, shown
from catalog_tool.text.terminal import visible

MARKER = "<!-- partner-catalog-form -->"
"""First line of the answer, by which it is found again and updated in place."""

_MOST_REMARKS = 40
_MOST_NAMED = 5
_LONGEST_BLOCK = 1_000
_WHOLE = "The form"
_EDIT = (
    "Please edit the text of this issue: *Edit* is in the menu with the three dots. "
    "It is checked again as soon as you save it."
)


def reply(outcome: Outcome, settings: Settings) -> str:
    """Return the answer, at most about 60,000 characters; remarks that are too many are counted."""
    blocks = _good_news(outcome, settings) if outcome.is_ready else _bad_news(outcome)
    return "\n\n".join([MARKER, *blocks, ""])


def pull_request_title(outcome: Outcome) -> str:
    """Return a title for the pull request."""
    return f"{'Change' if outcome.replaced else 'Add'} the entry {outcome.identifier}"


def pull_request_body(settings: Settings) -> str:
    """Return a description of the pull request: the statements that the issue's author made."""
    boxes = "\n".join(each.ticked_box for each in statements(settings))
    return (
        "Made from an issue that was written with the form. Its author is not verified: please "
        "look at who opened the issue.\n\nThe author of the issue has ticked:\n\n"
        f"{boxes}\n"
    )


def _good_news(outcome: Outcome, settings: Settings) -> Iterator[str]:
    if outcome.replaced is None:
        yield "**✅ Thank you: your entry is complete.** It becomes a pull request."
    else:
        yield f"**✅ Thank you: the new text of `{outcome.identifier}` is complete.**"
        yield from _about_change(outcome)
    yield f"An admin of *{shown(settings.title)}* looks at it before it is published."
    if outcome.advice:
        yield "These could be better; nothing of it must be:"
        yield from _listed(outcome.advice)
    yield "<details><summary>The entry as a file</summary>"
    yield fenced("yaml", visible_lines(outcome.text))
    yield "</details>"


def _about_change(outcome: Outcome) -> Iterator[str]:
    yield (
        "It takes the place of all that this entry says now. A form cannot show who you are, so "
        "somebody who speaks for the partner, or an admin, must agree."
    )
    if outcome.taken_out:
        keys = ", ".join(f"`{key}`" for key in outcome.taken_out)
        yield f"Left empty, and so taken out of the entry: {keys}."


def _bad_news(outcome: Outcome) -> Iterator[str]:
    count = len(outcome.mistakes)
    things = "one thing is" if count == 1 else f"{count:,} things are"
    yield f"**❌ Thank you. Before this can become an entry, {things} left to mend.**"
    yield from _listed(outcome.mistakes)
    if outcome.submission.is_form:
        yield _EDIT
    if outcome.advice:
        yield "These could be better; nothing of it must be:"
        yield from _listed(outcome.advice)


def _listed(remarks: Iterable[Remark]) -> Iterator[str]:
    every = tuple(remarks)
    yield "\n".join(line for each in every[:_MOST_REMARKS] for line in _item(each))
    if len(every) > _MOST_REMARKS:
        yield f"… and {len(every) - _MOST_REMARKS:,} more."


def _item(remark: Remark) -> Iterator[str]:
    rule = f" ({remark.rule})" if remark.rule else ""
    first, *rest = remark.hint.splitlines() or [""]
    hint = f"<br>{shown(first)}" if first else ""
    yield f"- **{remark.field or _WHOLE}:** {shown(remark.message)}{rule}{hint}"
    if rest:
        block = shortened("\n".join(map(visible, rest)), _LONGEST_BLOCK)
        yield "\n" + "\n".join(f"  {line}" for line in fenced("text", block).split("\n")) + "\n"


def visible_lines(text: str) -> str:
    """Return a text with each of its lines as a terminal may show it."""
    return "\n".join(map(visible, text.split("\n")))
