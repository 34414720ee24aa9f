"""The description of the format that editors read is not up to date.

Editors complete and check a partner file while it is typed, by a description of the format that
every partner file names in its first line. It is generated, and this rule reports that the file
in the repository was generated from another version of the format. A repository without it is not
reported.

Why:
    An editor that reads an old description offers keys that are refused later, and marks as wrong
    what is right. Its author trusts the editor, and is contradicted by the checks.

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
from catalog_tool.model.json_schema import is_current
from catalog_tool.model.publication import Publication
from catalog_tool.model.settings import SCHEMA_FILE

CODE = "CAT302"
SEVERITY = Severity.WARNING


def check_publication(publication: Publication) -> Iterator[Problem]:
    """Report a description of the format that is not the one of this version."""
    text = publication.on_disk.get(SCHEMA_FILE)
    if text is None or is_current(text):
        return
    message = f"{SCHEMA_FILE} does not describe the format of the entries as it is now."
    yield Problem((), message, "Write it anew: `catalog publish`.", path=SCHEMA_FILE)
