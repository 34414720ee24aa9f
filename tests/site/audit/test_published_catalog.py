"""The Markdown catalog lists the partners of the site: what it would be now is read back."""

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
    ("change", "said"),
    [
        (lambda text: text.replace(HEADING, ""), "3 of 3 headings, without IDMWORKS"),
        (lambda text: text.replace(HEADING, "### Ghost\n"), "with Ghost too many"),
        (lambda text: text.replace("/idmworks.yaml", "/ghost.yaml"), "3 of 3 partners, without"),
        (lambda text: text + text[text.index(HEADING) :], "5 of 3 partners, with idmworks"),
        (lambda text: text[: text.index(HEADING)], "1 of 3 partners, without idmworks"),
    ],
    ids=["no heading", "another heading", "another entry", "twice", "cut off"],
)
def test_what_was_done_to_the_catalog_is_said(
    publication: Publication, text: str, change: Callable[[str], str], said: str
) -> None:
    faults = [str(fault) for fault in catalog_faults(publication, change(text))]
    assert any(said in fault for fault in faults), faults
