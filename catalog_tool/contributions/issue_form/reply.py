"""The answer below an issue, as Markdown: what comes of it, or what is left to mend, by field.

What its author wrote is shown as text and nothing else: it calls nobody, refers to nothing and
closes nothing. The same holds for the pull request: its title and its description have no word of
theirs but the id, which has letters, digits and hyphens only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog_tool.contributions.issue_form.message import Remark
from catalog_tool.contributions.issue_form.result import Outcome
from catalog_tool.linter.reporters import document as doc
from catalog_tool.model.attestation import statements
from catalog_tool.model.settings import Settings

_MARKER = "partner-catalog-form"
_MOST_REMARKS = 40
_LONGEST_TEXT = 500
_LONGEST_BLOCK = 1_000
_WHOLE = "The form"
_CHANGE = (
    "It takes the place of all that this entry says now. A form cannot show who you are, so "
    "somebody who speaks for the partner, or an admin, must agree."
)
_EDIT = (
    "Please edit the text of this issue: *Edit* is in the menu with the three dots. "
    "It is checked again as soon as you save it."
)


def reply(outcome: Outcome, settings: Settings) -> doc.Document:
    """Return the answer; remarks that are too many are counted."""
    blocks = _good_news(outcome, settings) if outcome.is_ready else _bad_news(outcome)
    return doc.Document(tuple(blocks), marker=_MARKER)


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


def _good_news(outcome: Outcome, settings: Settings) -> Iterator[doc.Block]:
    if outcome.replaced is None:
        thanks = doc.Strong(("✅ Thank you: your entry is complete.",))
        yield doc.Paragraph((thanks, " It becomes a pull request."))
    else:
        name = doc.Code(outcome.identifier)
        yield doc.Paragraph(
            (doc.Strong(("✅ Thank you: the new text of ", name, " is complete.")),)
        )
        yield from _about_change(outcome)
    title = doc.Foreign(settings.title)
    yield doc.Paragraph(("An admin of *", title, "* looks at it before it is published."))
    yield from _advice(outcome)
    yield doc.Fold("The entry as a file", (doc.CodeBlock("yaml", outcome.text),))


def _about_change(outcome: Outcome) -> Iterator[doc.Block]:
    yield doc.Paragraph((_CHANGE,))
    if outcome.taken_out:
        keys = ", ".join(f"`{key}`" for key in outcome.taken_out)
        yield doc.Paragraph((f"Left empty, and so taken out of the entry: {keys}.",))


def _bad_news(outcome: Outcome) -> Iterator[doc.Block]:
    count = len(outcome.mistakes)
    things = "one thing is" if count == 1 else f"{count:,} things are"
    told = f"❌ Thank you. Before this can become an entry, {things} left to mend."
    yield doc.Paragraph((doc.Strong((told,)),))
    yield _listed(outcome.mistakes)
    if outcome.submission.is_form:
        yield doc.Paragraph((_EDIT,))
    yield from _advice(outcome)


def _advice(outcome: Outcome) -> Iterator[doc.Block]:
    if outcome.advice:
        yield doc.Paragraph(("These could be better; nothing of it must be:",))
        yield _listed(outcome.advice)


def _listed(remarks: Iterable[Remark]) -> doc.List:
    return doc.List(tuple(map(_item, remarks)), _MOST_REMARKS)


def _item(remark: Remark) -> doc.Item:
    rule = f" ({remark.rule})" if remark.rule else ""
    first, _, rest = remark.hint.partition("\n")
    blocks: list[doc.Block] = []
    if first:
        blocks.append(doc.Paragraph((doc.Foreign(first, _LONGEST_TEXT),)))
    if rest:
        blocks.append(doc.CodeBlock("text", rest, _LONGEST_BLOCK))
    field = doc.Strong((f"{remark.field or _WHOLE}:",))
    return doc.Item((field, " ", doc.Foreign(remark.message, _LONGEST_TEXT), rule), tuple(blocks))
