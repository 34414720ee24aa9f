"""The body of an issue, taken apart by the headings of the form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from catalog_tool.contributions.issue_form.answers import UnreadableAnswerError, value_of
from catalog_tool.contributions.issue_form.message import Remark
from catalog_tool.model.attestation import LONGEST_DESCRIPTION, BoxState, box_states, statements
from catalog_tool.model.nodes import Plain
from catalog_tool.model.publication import Publication
from catalog_tool.site.exporters._issue_form import STATEMENTS_LABEL
from catalog_tool.site.form.fields import Field, entry_fields

NO_ANSWER = "_No response_"
"""What GitHub writes where somebody left a field empty."""
NOTHING = frozenset({"*no response*", "n/a", "n.a", "none", "not applicable", "-", "–", "—"})
"""What people write where they have nothing to say, in small letters and without a full stop."""

_HEADING = re.compile(r"###[ \t]+(.*?)[ \t]*")
_LEAVE_HEADINGS = "Leave the lines that begin with ### as the form has them; use none of your own."
_MOST_NAMED = 5
_STATEMENT_FAULTS = {
    BoxState.UNTICKED: "This box is not ticked: {words}",
    BoxState.BOTH: "This box is there both ticked and not: {words}",
    BoxState.MISSING: "This box is missing, or has other words: {words}",
}


@dataclass(frozen=True, slots=True)
class Submission:
    """What an issue says.

    Attributes:
        values: the values of the entry by key, as far as they could be read.
        mistakes: what is wrong with the form itself; the values are for the rules to judge.
        is_form: whether the issue has any field of the form at all.
    """

    values: Mapping[str, Plain]
    mistakes: tuple[Remark, ...]
    is_form: bool = True


def read_submission(body: str, publication: Publication) -> Submission:
    """Read the body of an issue.

    Args:
        body: Markdown of a stranger.
        publication: the catalog whose form it was.
    """
    if len(body) > LONGEST_DESCRIPTION:
        message = f"The issue has {len(body):,} characters, at most {LONGEST_DESCRIPTION:,} count."
        return Submission({}, (Remark("", message, "Shorten it."),), is_form=False)
    fields = entry_fields(publication.catalog.vocabulary)
    labels = [*(field.label for field in fields), STATEMENTS_LABEL]
    sections = list(_sections(body.replace("\r\n", "\n")))
    answered = dict(reversed([(label, text) for label, text in sections if label in labels]))
    if not answered:
        message = "The issue has none of the fields of the form."
        hint = "Open a new issue with the form for entries, and fill it in."
        return Submission({}, (Remark("", message, hint),), is_form=False)
    values: dict[str, Plain] = {}
    mistakes = list(_faults_of_form(sections, labels))
    for field in fields:
        try:
            values[field.key] = value_of(field, _stated(field, answered.get(field.label, "")))
        except UnreadableAnswerError as fault:
            mistakes.append(Remark(field.label, str(fault), fault.hint))
    said = {key: value for key, value in values.items() if value}
    mistakes += _unstated(answered.get(STATEMENTS_LABEL, ""), publication)
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


def _stated(field: Field, text: str) -> str:
    """Return what is stated in a field: nothing, where somebody said that there is nothing."""
    is_nothing = text.strip().casefold().rstrip(".") in NOTHING
    return "" if is_nothing and field.demand != "required" else text


def _faults_of_form(sections: list[tuple[str, str]], labels: list[str]) -> Iterator[Remark]:
    (_, before), *rest = sections
    if before.strip():
        yield Remark("", "There is text before the first field.", "Move it into a field.")
    found = [heading for heading, _ in rest]
    unknown = dict.fromkeys(heading for heading in found if heading not in labels)
    for heading in list(unknown)[:_MOST_NAMED]:
        yield Remark("", f"The form has no field {heading!r}.", _LEAVE_HEADINGS)
    if len(unknown) > _MOST_NAMED:
        message = f"{len(unknown) - _MOST_NAMED:,} more headings are none of the form."
        yield Remark("", message, _LEAVE_HEADINGS)
    for label in labels:
        if label not in found:
            yield Remark(label, "The heading of this field is missing.", _LEAVE_HEADINGS)
        elif found.count(label) > 1:
            message = f"The heading of this field is there {found.count(label)} times."
            yield Remark(label, message, _LEAVE_HEADINGS)


def _unstated(text: str, publication: Publication) -> Iterator[Remark]:
    hint = "Tick it if it is true: put an x between its brackets."
    for statement, answer in box_states(statements(publication.settings), text).items():
        if answer is not BoxState.YES:
            message = _STATEMENT_FAULTS[answer].format(words=statement.plain)
            yield Remark(STATEMENTS_LABEL, message, hint)
