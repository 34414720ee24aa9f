"""The form for people without Git: an issue on GitHub that becomes an entry.

The form is made from the model, as the schema and the form of the site are. What comes back is the
body of an issue: Markdown with a heading for each field, which anybody can have edited. It is read
strictly, so that nothing is taken for what its author did not mean.
"""

from catalog_tool.contributions.issue_form.engine import judge_issue
from catalog_tool.contributions.issue_form.parse import Submission, read_submission
from catalog_tool.contributions.issue_form.result import Outcome
from catalog_tool.site.exporters._issue_form import FORM_LABEL, form_text

__all__ = ["FORM_LABEL", "Outcome", "Submission", "form_text", "judge_issue", "read_submission"]
