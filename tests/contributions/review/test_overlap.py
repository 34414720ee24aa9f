"""What a push and a pull request have in common."""

from pathlib import Path

import pytest

from catalog_tool.contributions.review.overlap import terms_of_base, terms_of_pull_request
from catalog_tool.loader.git.command import GitError
from catalog_tool.model.settings import Settings
from tests.checking import ordered_entry
from tests.pull_requests import BASE, MAINTAINED, Files, make_pull_request

CONTOSO, FABRIKAM = "partners/contoso.yaml", "partners/fabrikam.yaml"
VOCABULARY = "partners/_vocabulary.yaml"
EPIC: Files = {CONTOSO: MAINTAINED.replace("IBM RACF", "Epic")}


@pytest.mark.parametrize(
    ("pushed", "proposed", "shared"),
    [
        ({CONTOSO: MAINTAINED + "# x\n"}, EPIC, True),
        ({FABRIKAM: ordered_entry("", "fabrikam")}, EPIC, False),
        (
            {FABRIKAM: ordered_entry("website: https://www.tailspin.com\n", "fabrikam")},
            {"partners/t.yaml": ordered_entry("website: 'https://www.tailspin.com/'\n", "t")},
            True,
        ),
        (
            {FABRIKAM: ordered_entry("name: Tailspin\n", "fabrikam")},
            {"partners/t.yaml": ordered_entry('name: "TAILSPIN"\n', "t")},
            True,
        ),
        ({VOCABULARY: "applications:\n  Epic:\n    category: health\n"}, EPIC, True),
        (
            {VOCABULARY: "applications:\n  EHR:\n    aliases:\n      - Epic\n"},
            EPIC,
            True,
        ),
        ({VOCABULARY: "applications:\n  SAP:\n    aliases:\n      - R/3\n"}, EPIC, False),
        ({"README.md": "Epic\n"}, EPIC, False),
    ],
    ids=["id", "nothing", "website", "name", "application", "alias", "other alias", "elsewhere"],
)
def test_a_push_and_a_pull_request_share(
    tmp_path: Path, pushed: Files, proposed: Files, *, shared: bool
) -> None:
    settings = Settings(root=make_pull_request(tmp_path, BASE, proposed, later=pushed))
    push = terms_of_base(settings, "main^", "main")
    assert bool(push & terms_of_pull_request(settings, "main", "topic")) is shared


def test_an_unknown_commit_is_an_error(tmp_path: Path) -> None:
    settings = Settings(root=make_pull_request(tmp_path, BASE, EPIC))
    with pytest.raises(GitError):
        terms_of_base(settings, "0" * 40, "main")
