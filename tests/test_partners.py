"""The entries of this repository pass their own checks."""

from pathlib import Path

from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check

REPOSITORY = Path(__file__).parents[1]


def test_the_partners_of_this_catalog_are_without_a_finding() -> None:
    report = check(Settings(root=REPOSITORY))
    assert list(report.diagnostics) == []
    assert {entry.id for entry in report.publication.catalog.entries} >= {
        "aquera",
        "idmworks",
        "unify-solutions",
    }
