"""What an issue came to, for people, for programs, and as the answer below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from click import style

from catalog_tool.contributions.issue_form.reply import (
    pull_request_body,
    pull_request_title,
    reply,
)
from catalog_tool.contributions.issue_form.result import Outcome
from catalog_tool.contributions.review.verdict import NEEDS_ADMIN, NEEDS_MAINTAINER
from catalog_tool.linter.reporters import write
from catalog_tool.linter.reporters.json import write as write_json
from catalog_tool.model.diagnostic import Severity
from catalog_tool.model.settings import Settings
from catalog_tool.site.exporters._issue_form import FORM_LABEL
from catalog_tool.text.terminal import visible

FORMAT_VERSION = 1


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
