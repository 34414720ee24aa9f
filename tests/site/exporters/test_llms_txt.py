"""The overview for language models: links with a purpose, and nothing that acts."""

import re

from hypothesis import given

from catalog_tool.model.publication import Publication
from catalog_tool.site.exporters.llms_txt import export
from tests.site.exporters.catalogs import SITE, catalogs, own_publication, partner, publication
from tests.text.markup.github import render


def test_it_begins_with_a_title_and_a_summary() -> None:
    title, _, summary, *_ = export(own_publication()).splitlines()
    assert title.startswith("# ")
    assert summary.startswith("> ")


def test_each_partner_is_a_link_with_what_it_connects() -> None:
    listing = partner(applications=("IBM RACF", "C*"), interfaces=("rest",))
    line = (
        f"- [Contoso]({SITE}partners/p0/): IBM RACF, C*, any application (Generic interfaces: REST)"
    )
    assert line in export(publication([listing])).splitlines()


def test_pages_and_files_are_called_what_they_are() -> None:
    lines = export(publication([partner()])).splitlines()
    page = f"- [All partners in full]({SITE}catalog/print/): with descriptions and contacts"
    assert page in lines
    assert f"- [Atom feed]({SITE}feed.xml): what is new, for feed readers" in lines


def test_signs_in_two_names_do_not_pair() -> None:
    listing = partner(applications=("~a", "b~", "$c", "d$"))
    shown = render(export(publication([listing])))
    assert "del" not in shown.tags
    assert shown.acted_on == []


def test_links_are_relative_if_the_site_has_no_address() -> None:
    text = export(publication([partner()], site_url=""))
    assert re.findall(r"\]\((.*?)\)", text)[0] == "partners/p0/"


@given(catalogs)
def test_each_partner_has_one_line_and_nothing_in_it_acts(catalog: Publication) -> None:
    text = export(catalog)
    lines = [line for line in text.splitlines() if f"]({SITE}partners/" in line]
    assert len(lines) == len(catalog.catalog.entries)
    shown = render(text)
    assert set(shown.tags) <= {"h1", "h2", "p", "blockquote", "ul", "li", "a"}
    assert shown.acted_on == []
    assert all(target.startswith(SITE) for target in shown.targets)
