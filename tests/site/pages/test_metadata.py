"""The metadata of each page for search engines and shared links."""

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from catalog_tool.model.publication import Publication
from catalog_tool.site.pages.metadata import (
    DESCRIPTION_LENGTH,
    MEMBERS_NAMED,
    TITLE_LENGTH,
    one_line,
)
from catalog_tool.site.pages.page import Page
from catalog_tool.site.render import all_pages
from tests.hostile.corpus import SHOWN, hostile_publication
from tests.site.pages.conftest import Publish
from tests.site.pages.reading import Reading

SCHEMA = json.loads(Path(__file__).with_name("structured.schema.json").read_text(encoding="utf-8"))
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7"/></svg>'
SITE = "https://catalog.example.org/partners-of-ours/"
TWO_PARTNERS = {
    "partners/contoso.yaml": "name: Contoso\ncontact: sales@contoso.com\napplications: [IBM RACF]",
    "partners/fabrikam.yaml": "name: Fabrikam\napplications: [IBM RACF]\n",
}


def front_matter(page: Page) -> dict[str, Any]:
    """Return the front matter of a page."""
    front: dict[str, Any] = yaml.safe_load(page.markdown().split("---\n")[1])
    return front


def things(page: Page) -> list[dict[str, Any]]:
    """Return the JSON-LD of a page, validated against the schema."""
    data = json.loads(front_matter(page)["structured"])
    Draft202012Validator(SCHEMA).validate(data)
    graph: list[dict[str, Any]] = data["@graph"]
    return graph


def of_type(page: Page, name: str) -> dict[str, Any]:
    """Return the only thing of a type in the JSON-LD of a page."""
    (thing,) = [thing for thing in things(page) if thing["@type"] == name]
    return thing


def by_address(publication: Publication) -> dict[str, Page]:
    return {page.address: page for page in all_pages(publication)}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_data_of_every_page_is_valid(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert things(page)[0]["name"] == page.title


def test_no_two_pages_have_the_same_title_or_description(pages: dict[str, Page]) -> None:
    fronts = [front_matter(page) for page in pages.values()]
    for key in ("head_title", "description"):
        twice = [data for data, count in Counter(f[key] for f in fronts).items() if count > 1]
        assert twice == []


def test_pages_with_one_name_have_different_titles(publish: Publish) -> None:
    vocabulary = "categories: {rules: {name: Rules, description: All of them.}}\n"
    known = "applications: {Rules: {category: rules}}\n"
    catalog = publish(
        {
            "partners/rules.yaml": "name: Rules\napplications: [Rules]\n",
            "partners/_vocabulary.yaml": vocabulary + known,
        }
    )
    titles = Counter(page.head_title for page in all_pages(catalog))
    assert titles.most_common(1)[0][1] == 1
    assert {f"Rules - {kind} - Partner integrations" for kind in ("Partner", "Category")} < set(
        titles
    )


def test_titles_and_descriptions_fit_into_search_results(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert 20 <= len(page.head_title) <= TITLE_LENGTH, page.head_title
        assert 50 <= len(page.description) <= DESCRIPTION_LENGTH, page.description


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Short.", "Short."),
        ("two\n lines ", "two lines"),
        ("x" * 160, "x" * 160),
        ("x" * 161, "x" * 159 + "…"),
        ("word, " * 40, ("word, " * 27)[:-8] + "…"),
    ],
)
def test_a_description_is_cut_between_words(text: str, expected: str) -> None:
    assert one_line(text) == expected
    assert len(expected) <= DESCRIPTION_LENGTH


def test_a_long_title_omits_the_name_of_the_site(publish: Publish) -> None:
    name = "The Very Long Name of a Company for the Integration of Everything"
    catalog = publish({"partners/long.yaml": f"name: {name}\n"}, title="A catalog of integrations")
    assert by_address(catalog)["partners/long/"].head_title == f"{name} - Partner"


def test_a_partners_page_is_about_the_organization(pages: dict[str, Page]) -> None:
    about = things(pages["partners/idmworks/index.md"])[0]["mainEntity"]
    assert about == {
        "@type": "Organization",
        "name": "IDMWORKS",
        "description": "Manages accounts in mainframe, midrange, and healthcare applications.",
        "url": "https://www.idmworks.com/identity-forge",
        "contactPoint": {
            "@type": "ContactPoint",
            "contactType": "sales",
            "url": "https://www.idmworks.com/contacts/",
        },
    }


def test_a_partners_page_says_which_service_it_provides(publish: Publish) -> None:
    stated = "products: [Gateway, Bridge]\nsummary: It connects mainframes.\n"
    page = by_address(publish({"partners/contoso.yaml": stated}, site_url=SITE))
    service = of_type(page["partners/contoso/"], "Service")
    assert service["name"] == "Gateway, Bridge"
    assert service["description"] == "It connects mainframes."
    assert service["url"] == f"{SITE}partners/contoso/"
    assert service["provider"]["name"] == "Contoso"


def test_the_page_for_programs_describes_the_data(publish: Publish) -> None:
    page = by_address(publish(TWO_PARTNERS, site_url=SITE))["api/"]
    data = of_type(page, "WebPage")["mainEntity"]
    files = {each["contentUrl"]: each["encodingFormat"] for each in data["distribution"]}
    assert data["@type"] == "Dataset"
    assert files == {f"{SITE}catalog.json": "application/json", f"{SITE}catalog.csv": "text/csv"}


def test_a_contact_can_be_an_email_address(publish: Publish) -> None:
    page = by_address(publish(TWO_PARTNERS))["partners/contoso/"]
    assert things(page)[0]["mainEntity"]["contactPoint"]["email"] == "sales@contoso.com"


def test_former_names_a_summary_and_a_logo_describe_the_organization(publish: Publish) -> None:
    stated = "former_names: [Northwind]\nsummary: It connects mainframes.\nlogo: contoso.svg\n"
    files = {"partners/contoso.yaml": f"{stated}applications: [IBM RACF]\n"}
    page = by_address(publish(files | {"partners/logos/contoso.svg": LOGO}, site_url=SITE))
    about = things(page["partners/contoso/"])[0]["mainEntity"]
    assert about["alternateName"] == ["Northwind"]
    assert about["description"] == "It connects mainframes."
    assert about["logo"].startswith(f"{SITE}logos/contoso.")


def test_an_applications_page_lists_its_partners_and_aliases(pages: dict[str, Page]) -> None:
    page = of_type(pages["applications/ibm-i-as-400/index.md"], "CollectionPage")
    assert page["about"]["name"] == "IBM i (AS/400)"
    assert {"AS400", "iSeries"} <= set(page["about"]["alternateName"])
    assert [member["name"] for member in page["mainEntity"]["itemListElement"]] == ["IDMWORKS"]
    assert pages["applications/ibm-i-as-400/index.md"].description.startswith(
        "IDMWORKS lists IBM i (AS/400) for Microsoft Entra ID"
    )


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("catalog/index.md", {"Aquera", "IDMWORKS", "UNIFY Solutions"}),
        ("applications/index.md", {"IBM RACF", "Epic"}),
        ("categories/index.md", {"Mainframe", "Healthcare"}),
        ("categories/mainframe/index.md", {"IBM RACF", "CA Top Secret"}),
    ],
)
def test_a_list_has_its_members_in_the_order_of_the_page(
    path: str, named: set[str], pages: dict[str, Page]
) -> None:
    members = of_type(pages[path], "CollectionPage")["mainEntity"]
    names = [member["name"] for member in members["itemListElement"]]
    assert named <= set(names)
    assert members["numberOfItems"] == len(names)
    assert [member["position"] for member in members["itemListElement"]] == [
        *range(1, len(names) + 1)
    ]
    assert sorted(names, key=str.casefold) == names


def test_a_long_list_has_its_first_members_and_a_count(publish: Publish) -> None:
    names = ", ".join(f"App {number:03}" for number in range(MEMBERS_NAMED + 1))
    catalog = publish({"partners/contoso.yaml": f"applications: [{names}]\n"})
    members = of_type(by_address(catalog)["applications/"], "CollectionPage")["mainEntity"]
    assert members["numberOfItems"] == MEMBERS_NAMED + 1
    assert len(members["itemListElement"]) == MEMBERS_NAMED


def test_breadcrumbs_are_the_same_for_programs_and_readers(pages: dict[str, Page]) -> None:
    seen = 0
    for page in pages.values():
        trail = [thing for thing in things(page) if thing["@type"] == "BreadcrumbList"]
        steps = [step["name"] for step in trail[0]["itemListElement"]] if trail else []
        links = [step.label for step in page.trail]
        assert steps == ["Home", *links, page.title] if links else steps == []
        shown = Reading(page.body).all("nav", class_="catalog-trail")
        assert [" ".join(nav.text.split()) for nav in shown] == [" ".join(links)][: len(shown)]
        assert bool(shown) == bool(links), page.path
        seen += len(shown)
    assert seen


def test_the_home_page_describes_the_search(pages: dict[str, Page]) -> None:
    site = of_type(pages["index.md"], "WebSite")
    template = site["potentialAction"]["target"]["urlTemplate"]
    assert template == f"{site['url']}catalog/?q={{search_term_string}}"


def test_addresses_are_full_if_the_site_has_one(publish: Publish) -> None:
    pages = by_address(publish(TWO_PARTNERS, site_url=SITE.rstrip("/")))
    for address, page in pages.items():
        assert things(page)[0]["url"] == SITE + address


def test_addresses_are_relative_if_the_site_has_none(publish: Publish) -> None:
    pages = by_address(publish(TWO_PARTNERS))
    assert things(pages[""])[0]["url"] == "./"
    assert "potentialAction" not in of_type(pages[""], "WebSite")
    listed = things(pages["applications/ibm-racf/"])[0]["mainEntity"]["itemListElement"]
    assert [each["url"] for each in listed] == [
        "../../partners/contoso/",
        "../../partners/fabrikam/",
    ]


class _Head(HTMLParser):
    """Reads a head as the theme writes it, and keeps the content of its script element."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.script = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags += [tag, *(name for name, _ in attrs if name.startswith("on"))]

    def handle_data(self, data: str) -> None:
        self.script += data


def test_what_a_stranger_wrote_stays_text_in_a_script_element() -> None:
    payloads = {**SHOWN, "ends": "\u2028 \u2029 ]]> {{{{ {%% {##", "letters": "é 株式会社"}
    for page in all_pages(hostile_publication(payloads)):
        data = front_matter(page)["structured"]
        assert data.isascii()
        assert not set("<>&'`") & set(data), page.path
        assert not any(start in data for start in ("{{", "{%", "{#")), page.path
        head = _Head(f'<script type="application/ld+json">{data}</script>')
        assert head.tags == ["script"], page.path
        assert json.loads(head.script)["@graph"][0]["name"] == page.title
