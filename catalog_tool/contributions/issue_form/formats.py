"""The result of an issue, as text, as JSON, and as the answer to the issue."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from click import style

from catalog_tool.contributions.issue_form.reply import pull_request_body, pull_request_title, reply
from catalog_tool.contributions.issue_form.result import IssueResult
from catalog_tool.linter.reporters import write
from catalog_tool.linter.reporters.json import write as write_json
from catalog_tool.model.diagnostic import Severity
from catalog_tool.model.settings import Settings
from catalog_tool.site.exporters.issue_form import FORM_LABEL
from catalog_tool.text.terminal import visible

FORMAT_VERSION = 1


def _as_json(result: IssueResult, settings: Settings) -> str:
    submission = result.submission
    return write_json(
        {
            "version": FORMAT_VERSION,
            "is_ready": result.is_ready,
            "is_form": submission.is_form,
            "is_update": result.replaced is not None,
            **_pull_request(result, settings),
            "text": result.text,
            "reply": _as_markdown(result, settings),
            "remarks": [
                {
                    "field": each.field,
                    "severity": each.severity.value,
                    "rule": each.rule,
                    "message": each.message,
                    "hint": each.hint,
                }
                for each in result.messages
            ],
        }
    )


def _pull_request(result: IssueResult, settings: Settings) -> dict[str, Any]:
    """Return the parts of the pull request; empty texts if the entry is not ready."""
    if not result.is_ready:
        empty = dict.fromkeys(("id", "path", "title", "body"), "")
        return {**empty, "labels": []}
    return {
        "id": result.identifier,
        "path": result.path,
        "title": pull_request_title(result),
        "body": pull_request_body(settings),
        "labels": [FORM_LABEL],
    }


def _as_text(result: IssueResult, _settings: Settings) -> str:
    if result.is_ready and not result.advice:
        return result.text
    lines = []
    for each in result.messages:
        color = "red" if each.severity is Severity.ERROR else "yellow"
        where = style(each.field or "The form", bold=True)
        rule = f" ({each.rule})" if each.rule else ""
        lines.append(f"{where}: {style(each.severity, fg=color)}{rule}: {visible(each.message)}")
        lines += [f"  {visible(line)}" for line in each.hint.splitlines()]
    commented = [f"# {line}" for line in lines] if result.is_ready else lines
    return "\n".join([*commented, result.text if result.is_ready else ""])


def _as_markdown(result: IssueResult, settings: Settings) -> str:
    return write(reply(result, settings), "markdown")


FORMATS: dict[str, Callable[[IssueResult, Settings], str]] = {
    "json": _as_json,
    "markdown": _as_markdown,
    "text": _as_text,
}
