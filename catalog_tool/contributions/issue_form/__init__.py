"""The form for people without Git: an issue on GitHub that becomes an entry.

The form is made from the model, as the schema and the form of the site are. What comes back is the
body of an issue: Markdown with a heading for each field, which anybody can have edited. It is read
strictly, so that nothing is taken for what its author did not mean.
"""

from catalog_tool.contributions.issue_form.message import Remark, remarks_of
from catalog_tool.contributions.issue_form.parse import Submission, read_submission
from catalog_tool.contributions.issue_form.reply import (
    pull_request_body,
    pull_request_title,
    reply,
)
from catalog_tool.contributions.issue_form.result import Outcome
from catalog_tool.site.exporters._issue_form import FORM_LABEL, form_text

__all__ = [
    "FORM_LABEL",
    "Outcome",
    "Remark",
    "Submission",
    "form_text",
    "pull_request_body",
    "pull_request_title",
    "read_submission",
    "remarks_of",
    "reply",
]
