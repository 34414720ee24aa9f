"""The format description that editors read is out of date.

Editors complete and check a partner file while you type. They use a description of the format that
every partner file names in its first line. The description is generated, and this rule reports that
the one in the repository comes from another version of the format. A repository without one isn't
reported.

Why:
    With an old description, an editor offers keys that are refused later, and marks correct values
    as wrong. The author trusts the editor, and then the checks disagree with it.

Bad:
    # docs/schema/partner.schema.json
    {"type": "object"}

Good:
    # partners/contoso.yaml
    # yaml-language-server: $schema=../docs/schema/partner.schema.json
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog_tool.model.diagnostic import Problem, Severity
from catalog_tool.model.entry_model import knows_all_fields
from catalog_tool.model.json_schema import is_current
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import SCHEMA_FILE

CODE = "CAT302"
SEVERITY = Severity.WARNING


def check_publication(publication: Publication) -> Iterator[Problem]:
    """Report a description of the format that comes from another version."""
    text, model = publication.on_disk.get(SCHEMA_FILE), publication.catalog.entry_model
    if text is None or not knows_all_fields(model) or is_current(text, model):
        return
    message = f"{SCHEMA_FILE} doesn't describe the current format of the entries."
    yield Problem((), message, "Run `catalog publish` to generate it again.", path=SCHEMA_FILE)
