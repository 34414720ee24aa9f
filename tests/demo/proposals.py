"""The ten pull requests of the demo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CATALOG = Path(__file__).parent / "catalog"
CONTOSO, FABRIKAM = "partners/contoso.yaml", "partners/fabrikam.yaml"


@dataclass(frozen=True)
class Proposal:
    """A pull request.

    Attributes:
        title: its title.
        author: login of its author.
        changes: the text of each changed file by path; ``None`` removes the file.
        is_ticked: whether its author checked the boxes of the template.
    """

    title: str
    author: str
    changes: Mapping[str, str | None]
    is_ticked: bool = True


def _text(path: str) -> str:
    return (CATALOG / path).read_text(encoding="utf-8")


def _changed(path: str, before: str, after: str) -> dict[str, str]:
    text = _text(path)
    assert before in text
    return {path: text.replace(before, after)}


_TAILSPIN = """\
name: Tailspin
website: http://www.tailspin.com/identity
contact: sales@tailspin.com
description: |
  Tailspin Bridge provisions accounts in hospital systems and in the
  directories of mainframes.
applications:
  - Epic
  - AS400
"""
_HOSTILE = """\
name: "Fabrikam \\u202evt"
website: https://www.fabrikam.com.evil.test:8080/
contact: https://www.contoso.com@evil.test/
description: |
  <img src=x onerror=alert(1)> @adventure-works/catalog-admins closes #1
  ::error::forged ![pixel](https://evil.test/p.gif) [click](javascript:alert(1))
applications:
  - "=HYPERLINK(\\"https://evil.test\\")"
"""
_RECORD = "former:\n  fabrikam:\n    name: Fabrikam\n    moved_to: fabrikam-health\n"

PROPOSALS = (
    Proposal(
        "Contoso also connects Epic",
        "contoso-anna",
        _changed(CONTOSO, "  - IBM RACF\n", "  - Epic\n  - IBM RACF\n"),
    ),
    Proposal("Add Tailspin", "tailspin-tom", {"partners/tailspin.yaml": _TAILSPIN}),
    Proposal(
        "Better contact for Contoso",
        "mallory",
        _changed(CONTOSO, "https://www.contoso.com/contact", "sales@contoso-partners.com"),
    ),
    Proposal("Remove Fabrikam", "fabrikam-ben", {FABRIKAM: None}),
    Proposal(
        "Fabrikam is now Fabrikam Health",
        "fabrikam-ben",
        {
            FABRIKAM: None,
            "partners/fabrikam-health.yaml": _text(FABRIKAM).replace(
                "Fabrikam", "Fabrikam Health", 1
            ),
            "partners/_former.yaml": _RECORD,
        },
    ),
    Proposal(
        "Fabrikam connects more, and a quicker check",
        "fabrikam-ben",
        {
            **_changed(FABRIKAM, "  - Epic\n", "  - Epic\n  - IBM RACF\n"),
            ".github/workflows/validate.yml": "on: push\njobs: {}\n",
        },
    ),
    Proposal("Fix the list", "fabrikam-ben", {"CATALOG.md": "# Partners\n\nFabrikam first.\n"}),
    Proposal("Nothing to see here", "mallory", {"partners/fabrikam-vt.yaml": _HOSTILE}),
    Proposal(
        "Contoso tested again",
        "contoso-anna",
        _changed(CONTOSO, "tested_on: 2026-03-02", "tested_on: 2026-05-04"),
        is_ticked=False,
    ),
    Proposal(
        "Many people call Epic Hyperspace",
        "contoso-anna",
        _changed(
            "partners/_vocabulary.yaml",
            "  Epic:\n    category: health\n",
            "  Epic:\n    category: health\n    aliases:\n      - Hyperspace\n",
        ),
    ),
)
