"""The audit finds the same without the theme's frame as with it, whatever is on a page."""

from pathlib import Path

import pytest

from catalog_tool.model.publication import Publication
from catalog_tool.site.audit import CHECKS, BuiltPage, BuiltSite
from catalog_tool.site.audit.fault import Fault
from catalog_tool.site.audit.frames import Frames

PAGE = "partners/idmworks/index.html"
"""It has the frame of two other pages in the folder."""

REACHING_OUT = (
    "</div></div></div>",
    "</p></article>",
    "</article><script>alert(1)</script><article>",
    "</main></body></html>",
    "<article>",
    "<b><i>",
    "<!--",
    "<template>",
    "<textarea>",
    "<title>",
    "<plaintext>",
    "<style>",
    "<select>",
    "<table>",
    "<svg><desc>",
    "<math><mtext>",
    "<form>",
    "<hr data-edge>",
    "<frameset>",
    "<body onload=alert(1)>",
)
HARMLESS = ("<p>One more paragraph.</p>", "One & <more", "&lt;/article&gt;")


@pytest.fixture(scope="module")
def site(built: Path, publication: Publication) -> BuiltSite:
    return BuiltSite(publication, built)


@pytest.mark.parametrize("html", [*REACHING_OUT, *HARMLESS])
@pytest.mark.parametrize(
    "place", ['<div data-partner-text="idmworks">', "<h1>", "<title>", "<head>", "<article "]
)
def test_the_faults_are_those_of_whole_pages(place: str, html: str, site: BuiltSite) -> None:
    def check(page: BuiltPage) -> list[Fault]:
        checks = [module.page_faults for module in CHECKS if hasattr(module, "page_faults")]
        return [fault for each in checks for fault in each(page, site)]

    checked = Frames()
    for name in ("aquera", "unify-solutions"):
        assert checked.faults(site.page(f"partners/{name}/index.html"), check) == []
    text = site.text(PAGE)
    page = BuiltPage(PAGE, text.replace(place, f"{place}{html}", 1))
    assert page.html != text
    assert checked.faults(page, check) == check(page)


def test_only_two_pages_of_a_folder_are_checked_as_a_whole(
    site: BuiltSite, publication: Publication
) -> None:
    checked = Frames()
    whole = [site.page(f"partners/{entry.id}/index.html") for entry in publication.catalog.entries]
    seen: list[BuiltPage] = []

    def check(page: BuiltPage) -> list[Fault]:
        seen.append(page)
        return []

    assert [checked.faults(page, check) for page in whole] == [[]] * len(whole)
    assert seen[:2] == whole[:2]
    for page, original in zip(seen[2:], whole[2:], strict=True):
        assert len(page.html) < len(original.html) / 2
        assert page.html.partition("</head>")[0] == original.html.partition("</head>")[0]
        assert original.html.partition("<article")[2].rpartition("</article>")[0] in page.html


def test_a_frame_with_a_fault_is_checked_on_each_page(
    site: BuiltSite, publication: Publication
) -> None:
    checked = Frames()
    fault = Fault("", "In the frame.")

    def check(page: BuiltPage) -> list[Fault]:
        return [fault] if "md-footer" in page.html else []

    for entry in publication.catalog.entries:
        assert checked.faults(site.page(f"partners/{entry.id}/index.html"), check) == [fault]
