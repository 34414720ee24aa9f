"""An application's page, and the lists that lead to it."""

import re
from types import ModuleType
from urllib.parse import parse_qs, urlsplit

import pytest

from catalog_tool.site.pages import application, applications, catalog
from catalog_tool.site.pages.application import NEIGHBORS_SHOWN
from catalog_tool.site.pages.generic_interfaces import SHOWN
from catalog_tool.site.pages.grouping import LONG_FROM
from catalog_tool.site.pages.page import Page
from tests.site.pages.conftest import Publish
from tests.site.pages.reading import Reading, shown

VOCABULARY = """\
categories:
  mainframe:
    name: Mainframe
    description: Security managers of mainframes.
    icon: server
  unused:
    name: Unused
    description: Nobody connects these.
applications:
  IBM RACF:
    vendor: IBM
    category: mainframe
    aliases: [RACF, z/OS RACF]
    gallery: https://learn.microsoft.com/racf
"""


def two_partners(extra: str = "") -> dict[str, str]:
    return {
        "partners/_vocabulary.yaml": VOCABULARY + extra,
        "partners/adatum.yaml": "applications:\n  - RACF\n  - Unknown System\n",
        "partners/contoso.yaml": "applications:\n  - IBM RACF\n",
    }


def reading_of(pages: dict[str, Page], path: str) -> Reading:
    return Reading(pages[path].body)


@pytest.fixture
def racf(publish: Publish) -> Reading:
    pages = {page.path: page for page in application.pages(publish(two_partners()))}
    return reading_of(pages, "applications/ibm-racf/index.md")


def test_the_heading_is_the_name_and_the_title_the_customers_question(publish: Publish) -> None:
    page = next(iter(application.pages(publish(two_partners()))))
    assert [heading.text for heading in Reading(page.body).all("h1")] == ["IBM RACF"]
    assert page.title == "Who lists IBM RACF?"


def test_the_page_never_says_that_a_partner_connects_what_it_lists(racf: Reading) -> None:
    assert "connects" not in racf.text


def test_the_application_is_described(racf: Reading) -> None:
    assert [shown(e.text) for e in racf.elements if e.tag in {"dt", "dd"}] == [
        "Also known as",
        "RACF, z/OS RACF",
        "Vendor",
        "IBM",
        "Category",
        "Mainframe",
    ]
    assert "../../categories/mainframe/" in racf.links()


@pytest.mark.parametrize(
    ("names", "answer"),
    [
        (["Adatum"], "1 partner lists it."),
        (["Adatum", "Contoso"], "2 partners list it."),
        (["A", "B", "C", "D"], "4 partners list it."),
    ],
)
def test_who_lists_it_is_said_once(names: list[str], answer: str, publish: Publish) -> None:
    files = {
        f"partners/{name.lower()}.yaml": f"name: {name}\napplications:\n  - IBM RACF\n"
        for name in names
    }
    (page,) = application.pages(publish(files))
    reading = Reading(page.body)
    assert [shown(e.text) for e in reading.all("p", class_="catalog-lead")] == [answer]
    assert [shown(h.text) for h in reading.all("h3", class_="catalog-name")] == names


@pytest.mark.parametrize(("count", "is_offered"), [(1, False), (2, True), (4, True), (5, False)])
def test_two_to_four_partners_can_be_compared(
    count: int, publish: Publish, *, is_offered: bool
) -> None:
    ids = [f"company-{number}" for number in range(count)]
    files = {f"partners/{id_}.yaml": "applications:\n  - IBM RACF\n" for id_ in ids}
    (page,) = application.pages(publish(files))
    offered = [link for link in Reading(page.body).links() if "compare/" in link]
    assert offered == ([f"../../compare/?partners={','.join(ids)}"] if is_offered else [])


REACHING = "applications: []\ninterfaces: [rest, sql]\ncontact: sales@contoso.com\n"


def test_possible_partners_are_folded_below_partners_that_list_it(publish: Publish) -> None:
    files = two_partners() | {"partners/tailspin.yaml": REACHING}
    page = next(iter(application.pages(publish(files))))
    reading = Reading(page.body)
    (folded,) = reading.all("details", class_="catalog-reach")
    assert "open" not in folded.attributes
    (line,) = reading.all("summary")
    assert shown(line.text) == "1 more partner may connect it"
    assert "doesn’t list IBM RACF" in shown(folded.text)
    assert "Tailspin" in folded.text
    assert "mailto:sales@contoso.com" in reading.links()


def test_a_partner_that_lists_it_is_not_a_possible_partner(publish: Publish) -> None:
    files = {"partners/contoso.yaml": "applications:\n  - IBM RACF\ninterfaces: [rest]\n"}
    (page,) = application.pages(publish(files))
    assert "may connect" not in Reading(page.body).text


def test_many_possible_partners_are_counted_by_interface(publish: Publish) -> None:
    many = {f"partners/company-{n}.yaml": REACHING for n in range(SHOWN + 1)}
    listing = {"partners/contoso.yaml": "applications:\n  - IBM RACF\ninterfaces: [rest]\n"}
    (page,) = application.pages(publish(many | listing))
    reading = Reading(page.body)
    assert f"{SHOWN + 1} more partners may connect it" in shown(reading.text)
    assert [link for link in reading.links() if "interfaces=" in link] == [
        "../../catalog/?interfaces=rest",
        "../../catalog/?interfaces=sql",
    ]
    assert f"REST ({SHOWN + 1})" in shown(reading.text)


def test_an_integration_can_be_added_or_requested(publish: Publish) -> None:
    files = {"partners/contoso.yaml": 'applications:\n  - "R&D <x> #1"\n'}
    (page,) = application.pages(publish(files, repository="https://github.com/contoso/catalog"))
    links = Reading(page.body).links()
    assert "../../contribute/" in links
    (request,) = [link for link in links if "/issues/new" in link]
    issue = parse_qs(urlsplit(request).query)
    assert issue["title"] == ["Integration request: R&D <x> #1"]
    assert "Anyone can read which application your company runs." in Reading(page.body).text
    (page,) = application.pages(publish(files))
    assert not [link for link in Reading(page.body).links() if "/issues/new" in link]


def test_each_partner_has_a_contact_under_any_name_of_the_application(racf: Reading) -> None:
    contacts = racf.all("a", class_="catalog-button--contact")
    assert [contact.attributes["aria-label"] for contact in contacts] == [
        "Contact Adatum",
        "Contact Contoso",
    ]


def test_the_platforms_own_gallery_comes_first(racf: Reading) -> None:
    (notice,) = racf.all("p", class_="catalog-notice")
    assert "Look there first." in notice.text
    assert "https://learn.microsoft.com/racf" in racf.links()


def test_an_application_outside_the_vocabulary_has_a_page(publish: Publish) -> None:
    pages = {page.path: page for page in application.pages(publish(two_partners()))}
    reading = reading_of(pages, "applications/unknown-system/index.md")
    assert [e for e in reading.elements if e.tag in {"dl", "dd"}] == []
    assert "About Unknown System" not in reading.text
    assert pages["applications/unknown-system/index.md"].edit == ""


@pytest.mark.parametrize("count", [1, 2, NEIGHBORS_SHOWN + 1, 3 * NEIGHBORS_SHOWN])
def test_the_nearest_applications_of_the_category_are_shown(count: int, publish: Publish) -> None:
    names = [f"System {number}" for number in range(count)]
    extra = "".join(f"  {name}:\n    category: mainframe\n" for name in names)
    listed = "applications:\n" + "".join(f"  - {name}\n" for name in names)
    files = {"partners/_vocabulary.yaml": VOCABULARY + extra, "partners/contoso.yaml": listed}
    pages = list(application.pages(publish(files)))
    assert len(pages) == count
    for number, page in enumerate(pages):
        near = page.body.partition('id="neighbors"')[2].partition("</section>")[0]
        chips = re.findall(r">(System \d+)<", near)
        assert len(chips) == min(count - 1, NEIGHBORS_SHOWN)
        assert f"System {number}" not in chips
        assert chips == sorted(chips, key=names.index)


def test_what_the_same_partners_list_is_shown_with_how_many_do(publish: Publish) -> None:
    lists = {"adatum": "ABCD", "contoso": "ADC", "fabrikam": "AD", "litware": "B", "alone": "YZ"}
    files = {
        f"partners/{id_}.yaml": "applications:\n" + "".join(f"  - {name}\n" for name in names)
        for id_, names in lists.items()
    }
    found = {page.address: Reading(page.body) for page in application.pages(publish(files))}
    (along,) = found["applications/a/"].all("section", id="along")
    assert shown(along.text) == "The same partners also list D3 of 3 C2 of 3"
    (alone,) = found["applications/y/"].all("section", id="along")
    assert shown(alone.text) == "The same partner also lists Z"


def test_the_list_from_a_to_z_has_other_names_categories_and_counts(publish: Publish) -> None:
    (page,) = applications.pages(publish(two_partners()))
    reading = Reading(page.body)
    rows = [shown(row.text) for row in reading.all("ul", class_="catalog-lines")]
    assert rows == ["IBM RACFRACF, z/OS RACFMainframe2 partners", "Unknown System1 partner"]


@pytest.mark.parametrize("kind", [applications, catalog])
def test_only_a_long_list_is_laid_out_on_scrolling(kind: ModuleType, publish: Publish) -> None:
    """Deferred parts have an estimated height, so a short list would jump for no benefit."""
    files = {
        f"partners/company-{number}.yaml": f"applications: [System {number}]\n"
        for number in range(LONG_FROM)
    }
    short = dict(list(files.items())[1:])
    page_of_short, *_ = kind.pages(publish(short))
    assert "catalog-stretch" not in page_of_short.body
    page_of_long, *_ = kind.pages(publish(files))
    assert 'catalog-stretch"' in page_of_long.body
