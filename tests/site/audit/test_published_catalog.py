"""The Markdown catalog lists the partners of the site."""

from collections.abc import Callable

import pytest

from catalog_tool.model.publication import Publication
from catalog_tool.site.audit.published_catalog import catalog_faults
from catalog_tool.site.exports import repository_text

HEADING = "### IDMWORKS\n"


@pytest.fixture
def text(publication: Publication) -> str:
    """The Markdown catalog of this repository."""
    found = repository_text(publication, publication.settings.published)
    assert found
    assert HEADING in found
    return found


def test_the_catalog_has_each_partner_once(publication: Publication, text: str) -> None:
    assert list(catalog_faults(publication, text)) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda text: text.replace(HEADING, ""), "3 of 3 headings. Missing: IDMWORKS."),
        (lambda text: text.replace(HEADING, "### Ghost\n"), "Not expected: Ghost."),
        (
            lambda text: text.replace("/idmworks.yaml", "/ghost.yaml"),
            "3 of 3 partners. Missing: idmworks.",
        ),
        (lambda text: text + text[text.index(HEADING) :], "5 of 3 partners. Not expected: "),
        (lambda text: text[: text.index(HEADING)], "1 of 3 partners. Missing: idmworks"),
    ],
    ids=["no heading", "another heading", "another entry", "twice", "cut off"],
)
def test_tampering_is_reported(
    publication: Publication, text: str, change: Callable[[str], str], expected: str
) -> None:
    faults = [str(fault) for fault in catalog_faults(publication, change(text))]
    assert any(expected in fault for fault in faults), faults
