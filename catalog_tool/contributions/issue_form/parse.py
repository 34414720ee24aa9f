"""Parses the body of an issue by the headings of the form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from catalog_tool.contributions.issue_form.answers import UnreadableAnswerError, value_of
from catalog_tool.contributions.issue_form.message import FormMessage
from catalog_tool.model.attestation import LONGEST_DESCRIPTION, BoxState, box_states, statements
from catalog_tool.model.nodes import Plain
from catalog_tool.model.publication import Publication
from catalog_tool.site.exporters.issue_form import statements_label
from catalog_tool.site.form.fields import Field, issue_fields

NO_ANSWER = "_No response_"
"""What GitHub writes for an empty field."""
NOTHING = frozenset({"*no response*", "n/a", "n.a", "none", "not applicable", "-", "–", "—"})
"""What people write if they have no answer, in lowercase and without a period."""

_HEADING = re.compile(r"###[ \t]+(.*?)[ \t]*")
_LEAVE_HEADINGS = (
    "Keep the lines that start with ### as they are in the form, and don't add others."
)
_MOST_NAMED = 5
_STATEMENT_FAULTS = {
    BoxState.UNTICKED: "This box isn't checked: {words}",
    BoxState.BOTH: "This box appears twice, checked and not checked: {words}",
    BoxState.MISSING: "This box is missing, or its text was changed: {words}",
}


@dataclass(frozen=True, slots=True)
class Submission:
    """The content of an issue.

    Attributes:
        values: the values of the entry that could be read, by key; the rules check them later.
        mistakes: problems with the form itself.
        is_form: whether the issue has any field of the form.
    """

    values: Mapping[str, Plain]
    mistakes: tuple[FormMessage, ...]
    is_form: bool = True


def read_submission(body: str, publication: Publication) -> Submission:
    """Read the body of an issue.

    Args:
        body: Markdown from a stranger.
        publication: the catalog that the form belongs to.
    """
    if len(body) > LONGEST_DESCRIPTION:
        message = f"The issue has {len(body):,} characters. The limit is {LONGEST_DESCRIPTION:,}."
        return Submission({}, (FormMessage("", message, "Shorten it."),), is_form=False)
    fields = issue_fields(publication)
    boxes = statements_label(publication.settings)
    labels = [*(field.label for field in fields), boxes]
    sections = list(_sections(body.replace("\r\n", "\n")))
    answered = dict(reversed([(label, text) for label, text in sections if label in labels]))
    if not answered:
        message = "The issue has none of the fields of the form."
        hint = "Open a new issue with the form for entries, and fill in the form."
        return Submission({}, (FormMessage("", message, hint),), is_form=False)
    values: dict[str, Plain] = {}
    mistakes = list(_faults_of_form(sections, labels))
    for field in fields:
        try:
            values[field.key] = value_of(field, _answer_to(field, answered.get(field.label, "")))
        except UnreadableAnswerError as fault:
            mistakes.append(FormMessage(field.label, str(fault), fault.hint))
    said = {key: value for key, value in values.items() if value}
    mistakes += _statement_faults(answered.get(boxes, ""), boxes, publication)
    return Submission(said, tuple(mistakes))


def _sections(body: str) -> Iterator[tuple[str, str]]:
    """Yield each heading with the text below it; the text before the first has no heading."""
    heading, lines = "", list[str]()
    for line in body.split("\n"):
        if found := _HEADING.fullmatch(line):
            yield heading, _answer(lines)
            heading, lines = found[1], []
        else:
            lines.append(line)
    yield heading, _answer(lines)


def _answer(lines: list[str]) -> str:
    text = "\n".join(lines)
    return "" if text.strip() == NO_ANSWER else text


def _answer_to(field: Field, text: str) -> str:
    """Return the answer to a field; empty if somebody wrote that there is none."""
    is_nothing = text.strip().casefold().rstrip(".") in NOTHING
    return "" if is_nothing and field.demand != "required" else text


def _faults_of_form(sections: list[tuple[str, str]], labels: list[str]) -> Iterator[FormMessage]:
    (_, before), *rest = sections
    if before.strip():
        yield FormMessage("", "There is text before the first field.", "Move it into a field.")
    found = [heading for heading, _ in rest]
    unknown = dict.fromkeys(heading for heading in found if heading not in labels)
    for heading in list(unknown)[:_MOST_NAMED]:
        yield FormMessage("", f"The form has no field {heading!r}.", _LEAVE_HEADINGS)
    if len(unknown) > _MOST_NAMED:
        message = f"{len(unknown) - _MOST_NAMED:,} more headings don't belong to the form."
        yield FormMessage("", message, _LEAVE_HEADINGS)
    for label in labels:
        if label not in found:
            yield FormMessage(label, "The heading of this field is missing.", _LEAVE_HEADINGS)
        elif found.count(label) > 1:
            message = f"The heading of this field appears {found.count(label)} times."
            yield FormMessage(label, message, _LEAVE_HEADINGS)


def _statement_faults(text: str, label: str, publication: Publication) -> Iterator[FormMessage]:
    hint = "If it's true, check the box: put an x between its brackets."
    for statement, answer in box_states(statements(publication.settings), text).items():
        if answer is not BoxState.YES:
            message = _STATEMENT_FAULTS[answer].format(words=statement.plain)
            yield FormMessage(label, message, hint)
