"""The form for people without Git: an issue on GitHub becomes an entry.

The form is generated from the model, like the schema and the form of the site. The answer is the
body of an issue: Markdown with a heading for each field, which people can edit. It is parsed
strictly, so that nothing is misread.
"""

from catalog_tool.contributions.issue_form.engine import judge_issue as judge_issue
from catalog_tool.site.exporters.issue_form import FORM_LABEL as FORM_LABEL
