"""The audit of a site with a logo: it is what was judged, and the only picture of its partner."""

from dataclasses import replace
from pathlib import Path

import pytest

from catalog_tool.model.logo import Logo
from catalog_tool.model.publication import Publication
from catalog_tool.site.audit import logos
from catalog_tool.site.audit.built_site import BuiltSite

SVG = b"<svg/>"


@pytest.fixture
def site(tmp_path: Path, publication: Publication) -> BuiltSite:
    first, *others = publication.catalog.entries
    logo = Logo(f"{first.id}.svg", SVG)
    drawn = replace(first, logo=logo)
    catalog = replace(publication.catalog, entries=(drawn, *others))
    (tmp_path / "logos").mkdir()
    (tmp_path / logo.address).write_bytes(SVG)
    return BuiltSite(replace(publication, catalog=catalog), tmp_path)


def faults(site: BuiltSite) -> list[str]:
    return [str(each) for each in logos.site_faults(BuiltSite(site.publication, site.folder))]


def test_the_judged_logo_passes(site: BuiltSite) -> None:
    assert faults(site) == []


def test_a_changed_logo_is_reported(site: BuiltSite) -> None:
    (site.folder / "logos/aquera.svg").write_bytes(b"<svg />")
    assert faults(site) == ["logos/aquera.svg: The file isn't the logo that was judged."]


def test_a_missing_logo_is_reported(site: BuiltSite) -> None:
    (site.folder / "logos/aquera.svg").unlink()
    assert faults(site) == ["logos/aquera.svg: The logo is missing."]


@pytest.mark.parametrize(
    ("picture", "is_right"),
    [
        ('<img src="../../logos/aquera.svg" alt="">', True),
        ('<img src="../../logos/aquera.svg">', False),
        ('<img src="../../logos/fabrikam.svg" alt="">', False),
        ('<img src="https://www.contoso.com/logos/aquera.svg" alt="">', False),
        ('<img alt="">', False),
    ],
)
def test_only_the_logo_of_a_partner_is_shown(
    picture: str, site: BuiltSite, *, is_right: bool
) -> None:
    page = f'<body><div class="catalog-page">{picture}</div></body>'
    (site.folder / "partners/aquera").mkdir(parents=True)
    (site.folder / "partners/aquera/index.html").write_text(page, encoding="utf-8")
    built = BuiltSite(site.publication, site.folder)
    found = list(logos.page_faults(built.page("partners/aquera/index.html"), built))
    assert (found == []) is is_right
