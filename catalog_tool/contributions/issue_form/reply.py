"""The answer to an issue, as Markdown: the next steps, or the problems to fix, by field.

The author's text is inert: it mentions nobody, refers to nothing, and closes nothing. The title and
the description of the pull request contain none of it except the id, which has only letters, digits
and hyphens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog_tool.contributions.issue_form.message import FormMessage
from catalog_tool.contributions.issue_form.result import IssueResult
from catalog_tool.linter.reporters import document as doc
from catalog_tool.model.attestation import statements
from catalog_tool.model.settings import Settings

_MARKER = "partner-catalog-form"
_MOST_MESSAGES = 40
_LONGEST_TEXT = 500
_LONGEST_BLOCK = 1_000
_WHOLE = "The form"
_CHANGE = (
    "It replaces the existing entry. If you aren't one of its maintainers, one of them or an admin "
    "has to approve it."
)
_EDIT = (
    "Edit the text of this issue. You'll find *Edit* in the menu with the three dots. "
    "We check it again as soon as you save it."
)


def reply(result: IssueResult, settings: Settings) -> doc.Document:
    """Return the answer to an issue."""
    blocks = _good_news(result, settings) if result.is_ready else _bad_news(result)
    return doc.Document(tuple(blocks), marker=_MARKER)


def pull_request_title(result: IssueResult) -> str:
    """Return a title for the pull request."""
    return f"{'Change' if result.replaced else 'Add'} the entry {result.identifier}"


def pull_request_body(settings: Settings) -> str:
    """Return a description of the pull request, with the statements of the issue's author."""
    boxes = "\n".join(each.ticked_box for each in statements(settings))
    return (
        "Nobody has verified that the author represents the partner.\n\n"
        "The author of the issue checked these boxes:\n\n"
        f"{boxes}\n"
    )


def _good_news(result: IssueResult, settings: Settings) -> Iterator[doc.Block]:
    if result.replaced is None:
        thanks = doc.Strong(("✅ Thank you. Your entry is complete.",))
        yield doc.Paragraph((thanks, " We open a pull request for you."))
    else:
        name = doc.Code(result.identifier)
        yield doc.Paragraph(
            (doc.Strong(("✅ Thank you. The new text of ", name, " is complete.")),)
        )
        yield from _about_change(result)
    title = doc.Foreign(settings.title)
    yield doc.Paragraph(("An admin of *", title, "* reviews it before it is published."))
    yield from _advice(result)
    yield doc.Fold("The entry as a file", (doc.CodeBlock("yaml", result.text),))


def _about_change(result: IssueResult) -> Iterator[doc.Block]:
    yield doc.Paragraph((_CHANGE,))
    if result.removed_keys:
        keys = ", ".join(f"`{key}`" for key in result.removed_keys)
        yield doc.Paragraph((f"Removed from the entry, because you left it empty: {keys}.",))


def _bad_news(result: IssueResult) -> Iterator[doc.Block]:
    count = len(result.mistakes)
    problems = "one problem" if count == 1 else f"{count:,} problems"
    told = f"❌ Thank you. Fix {problems} before this can become an entry."
    yield doc.Paragraph((doc.Strong((told,)),))
    yield _list(result.mistakes)
    if result.submission.is_form:
        yield doc.Paragraph((_EDIT,))
    yield from _advice(result)


def _advice(result: IssueResult) -> Iterator[doc.Block]:
    if result.advice:
        yield doc.Paragraph(("These are suggestions. You don't have to follow them:",))
        yield _list(result.advice)


def _list(messages: Iterable[FormMessage]) -> doc.List:
    return doc.List(tuple(map(_item, messages)), _MOST_MESSAGES)


def _item(message: FormMessage) -> doc.Item:
    rule = f" ({message.rule})" if message.rule else ""
    first, _, rest = message.hint.partition("\n")
    blocks: list[doc.Block] = []
    if first:
        blocks.append(doc.Paragraph((doc.Foreign(first, _LONGEST_TEXT),)))
    if rest:
        blocks.append(doc.CodeBlock("text", rest, _LONGEST_BLOCK))
    field = doc.Strong((f"{message.field or _WHOLE}:",))
    return doc.Item((field, " ", doc.Foreign(message.message, _LONGEST_TEXT), rule), tuple(blocks))
