"""An issue that was written with the form: judged, and shown to those who wait for the outcome."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from click import style

from catalog_tool.contributions.issue_form import (
    FORM_LABEL,
    Outcome,
    pull_request_body,
    pull_request_title,
    read_submission,
    remarks_of,
    reply,
)
from catalog_tool.contributions.review.verdict import NEEDS_ADMIN, NEEDS_MAINTAINER
from catalog_tool.linter.fix import fix_text
from catalog_tool.model.catalog import Catalog
from catalog_tool.model.diagnostic import Severity
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.identifiers import ENTRY_SUFFIX, identifier_of, is_identifier
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check, check_draft
from catalog_tool.site.form.fields import entry_fields
from catalog_tool.text.document import write
from catalog_tool.text.document.json import write as write_json
from catalog_tool.text.ordering import same_key
from catalog_tool.text.terminal import visible

FORMAT_VERSION = 1
_NAMELESS = "partner"  # so that the rules can judge what there is besides a name


def judged(body: str, settings: Settings, schema: str) -> Outcome:
    """Return what an issue comes to.

    Args:
        body: text of the issue.
        settings: the catalog that the entry shall join.
        schema: address of the JSON Schema, relative to the file of the entry.
    """
    publication = check(settings, rules={}).publication
    submission = read_submission(body, publication)
    if not submission.is_form:
        return Outcome(submission, remarks=submission.mistakes)
    name = str(submission.values.get("name", ""))
    identifier = _identifier(name, publication.catalog) if name else _NAMELESS
    outcome = Outcome(submission, identifier, f"{settings.partners}/{identifier}{ENTRY_SUFFIX}")
    return _with_remarks(outcome, publication, entry_text(submission.values, schema))


def _identifier(name: str, catalog: Catalog) -> str:
    """Return the id of a partner: the one that it has, or the one that its name gives.

    A name without a letter from A to Z gives one of its own.
    """
    wanted = identifier_of(name)
    if is_identifier(wanted):
        return wanted
    # An admin may have chosen another one since.
    listed = (entry.id for entry in catalog.entries if same_key(entry.title) == same_key(name))
    return next(listed, f"partner-{hashlib.sha256(name.encode()).hexdigest()[:8]}")


def _with_remarks(outcome: Outcome, publication: Publication, text: str) -> Outcome:
    catalog = publication.catalog
    others = tuple(entry for entry in catalog.entries if entry.id != outcome.identifier)
    around = replace(publication, catalog=replace(catalog, entries=others))
    mended, found = fix_text(text, lambda each: check_draft(around, outcome.path, each))
    fields = entry_fields(catalog.vocabulary)
    # A field that could not be read says nothing yet, which is no second mistake.
    unread = {each.field for each in outcome.submission.mistakes if each.field}
    remarks = (
        each for each in remarks_of(found, outcome.path, mended, fields) if each.field not in unread
    )
    return replace(
        outcome,
        text=mended,
        remarks=(*outcome.submission.mistakes, *remarks),
        replaced=catalog.by_id.get(outcome.identifier),
    )


def shown_as(format_name: str, outcome: Outcome, settings: Settings) -> str:
    """Return an outcome in one of ``FORMATS``."""
    return FORMATS[format_name](outcome, settings)


def _as_json(outcome: Outcome, settings: Settings) -> str:
    submission = outcome.submission
    return write_json(
        {
            "version": FORMAT_VERSION,
            "is_ready": outcome.is_ready,
            "is_form": submission.is_form,
            "is_update": outcome.replaced is not None,
            **_pull_request(outcome, settings),
            "text": outcome.text,
            "reply": _as_markdown(outcome, settings),
            "remarks": [
                {
                    "field": each.field,
                    "severity": each.severity.value,
                    "rule": each.rule,
                    "message": each.message,
                    "hint": each.hint,
                }
                for each in outcome.remarks
            ],
        }
    )


def _pull_request(outcome: Outcome, settings: Settings) -> dict[str, Any]:
    """Return what a pull request is made of; empty texts where none can be made."""
    if not outcome.is_ready:
        empty = dict.fromkeys(("id", "path", "title", "body"), "")
        return {**empty, "labels": []}
    return {
        "id": outcome.identifier,
        "path": outcome.path,
        "title": pull_request_title(outcome),
        "body": pull_request_body(settings),
        "labels": _labels(outcome),
    }


def _labels(outcome: Outcome) -> list[str]:
    """Return labels for the pull request: a change needs the word of somebody who is known."""
    if outcome.replaced is None:
        return [FORM_LABEL]
    return [
        FORM_LABEL,
        NEEDS_MAINTAINER if outcome.replaced.partner.maintainers else NEEDS_ADMIN,
    ]


def _as_text(outcome: Outcome, _settings: Settings) -> str:
    if outcome.is_ready and not outcome.advice:
        return outcome.text
    lines = []
    for each in outcome.remarks:
        colour = "red" if each.severity is Severity.ERROR else "yellow"
        where = style(each.field or "The form", bold=True)
        rule = f" ({each.rule})" if each.rule else ""
        lines.append(f"{where}: {style(each.severity, fg=colour)}{rule}: {visible(each.message)}")
        lines += [f"  {visible(line)}" for line in each.hint.splitlines()]
    commented = [f"# {line}" for line in lines] if outcome.is_ready else lines
    return "\n".join([*commented, outcome.text if outcome.is_ready else ""])


def _as_markdown(outcome: Outcome, settings: Settings) -> str:
    return write(reply(outcome, settings), "markdown")


FORMATS: dict[str, Callable[[Outcome, Settings], str]] = {
    "json": _as_json,
    "markdown": _as_markdown,
    "text": _as_text,
}
