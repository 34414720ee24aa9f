"""A partner's page."""

import datetime as dt
from dataclasses import replace

import pytest

from catalog_tool.model.publication import Publication
from catalog_tool.site.pages.partner import GROUPED_FROM, pages
from tests.checking import FIELDS, OWN_FIELDS
from tests.site.pages.conftest import Publish
from tests.site.pages.reading import Reading, shown


def reading_of(publication: Publication) -> Reading:
    (page,) = pages(publication)
    return Reading(page.body)


def facts(reading: Reading) -> list[str]:
    """Return the terms and descriptions of the facts, in order."""
    return [shown(e.text) for e in reading.elements if e.tag in {"dt", "dd"}]


def test_contact_and_website_come_first(publish: Publish) -> None:
    reading = reading_of(publish({"partners/contoso.yaml": ""}))
    contact, website = reading.all("a", class_="catalog-button")
    assert contact.attributes["href"] == "https://www.contoso.com/contact"
    assert shown(contact.text) == "Contact Contoso"
    assert website.attributes["href"] == "https://www.contoso.com/identity"
    assert shown(website.text) == "Website of Contoso"
    order = [reading.elements.index(element) for element in (contact, reading.all("h2")[0])]
    assert order == sorted(order)


def test_an_email_contact_opens_a_message(publish: Publish) -> None:
    reading = reading_of(publish({"partners/contoso.yaml": "contact: sales@contoso.com\n"}))
    assert "mailto:sales@contoso.com" in reading.links()


def test_each_application_leads_to_its_page_in_the_order_of_the_file(publish: Publish) -> None:
    entry = "applications:\n  - IBM RACF\n  - SAP ECC\n"
    chips = reading_of(publish({"partners/contoso.yaml": entry})).links()
    assert [link for link in chips if "applications/" in link] == [
        "../../applications/ibm-racf/",
        "../../applications/sap-ecc/",
    ]


def test_groups_keep_their_names(publish: Publish) -> None:
    entry = "applications:\n  Mainframe:\n    - IBM RACF\n  Healthcare:\n    - Epic\n"
    reading = reading_of(publish({"partners/contoso.yaml": entry}))
    assert [h.text for h in reading.all("h3", class_="catalog-group")] == [
        "Mainframe",
        "Healthcare",
    ]


@pytest.mark.parametrize(
    ("count", "titles"),
    [(GROUPED_FROM - 1, []), (GROUPED_FROM, ["ERP", "Mainframe", "Other applications"])],
)
def test_a_long_list_without_groups_is_shown_by_category(
    count: int, titles: list[str], publish: Publish
) -> None:
    vocabulary = (
        "categories:\n  a:\n    name: Mainframe\n    description: Large.\n"
        "  b:\n    name: ERP\n    description: Planning.\n"
        "applications:\n  IBM RACF:\n    category: a\n  SAP ECC:\n    category: b\n"
    )
    names = ["IBM RACF", "SAP ECC", *(f"System {n}" for n in range(count - 2))]
    entry = "applications:\n" + "".join(f"  - {name}\n" for name in names)
    files = {"partners/_vocabulary.yaml": vocabulary, "partners/contoso.yaml": entry}
    reading = reading_of(publish(files))
    assert [h.text for h in reading.all("h3", class_="catalog-group")] == titles
    assert len([link for link in reading.links() if "applications/" in link]) == count


def test_what_is_not_stated_is_never_a_no(publish: Publish) -> None:
    reading = reading_of(publish({"partners/contoso.yaml": "", FIELDS: OWN_FIELDS}))
    assert facts(reading) == []
    line = reading.text.partition("What Contoso states")[2].partition("Stated by")[0]
    assert shown(line) == "Not stated: Generic interfaces, Direction, Test date. Ask Contoso"


def test_what_is_stated_is_never_among_what_is_not(publish: Publish) -> None:
    entry = "directions: [inbound]\ninterfaces: [rest]\ntested_on: 2026-05-04\n"
    reading = reading_of(publish({"partners/contoso.yaml": entry, FIELDS: OWN_FIELDS}))
    assert "Not stated" not in reading.text
    assert "Ask Contoso" not in reading.text


def test_facts_have_exact_labels(publish: Publish) -> None:
    entry = (
        "directions: [inbound, outbound]\ninterfaces: [rest]\n"
        "tested_on: 2026-05-04\ntested_by: A full cycle with 500 users\n"
        "links:\n  - label: Documentation\n    url: https://docs.contoso.com/\n"
    )
    reading = reading_of(publish({"partners/contoso.yaml": entry}))
    assert facts(reading) == [
        "Tested",
        "May 4, 2026",
        "How the partner tested",
        "A full cycle with 500 users",
        "Generic interfaces",
        "REST: Web APIs in the REST style, usually JSON over HTTPS.",
        "Direction",
        "Inbound: From a source such as HR to Microsoft Entra ID.",
        "Outbound: From Microsoft Entra ID to applications.",
        "Links",
        "Documentation",
    ]
    assert reading.all("time", datetime="2026-05-04")


def test_other_names_products_and_the_summary_are_shown(publish: Publish) -> None:
    entry = "former_names: [Wingtip & Co]\nproducts: [<Gate>, Bridge]\nsummary: Fast <gateways>.\n"
    records = "former:\n  tailspin:\n    name: Tailspin\n    moved_to: contoso\n"
    files = {"partners/contoso.yaml": entry, "partners/_former.yaml": records}
    reading = reading_of(publish(files))
    (former,) = reading.all("p", class_="catalog-former")
    assert shown(former.text) == "formerly Wingtip & Co, Tailspin"
    (lead,) = reading.all("p", class_="catalog-lead")
    assert lead.text == "Fast <gateways>."
    assert facts(reading)[:3] == ["Products", "<Gate>", "Bridge"]


def test_the_date_of_the_last_change_has_an_exact_label(publish: Publish) -> None:
    publication = publish({"partners/contoso.yaml": "tested_on: 2026-05-04\n"})
    dated = replace(publication, changed_on={"partners/contoso.yaml": "2026-07-01"})
    reading = reading_of(dated)
    assert facts(reading)[:2] == ["Tested", "May 4, 2026"]
    assert "Entry changed on Jul 1, 2026." in shown(reading.text)
    assert reading.all("time", datetime="2026-07-01")
    assert "Entry changed on" not in reading_of(publication).text


def test_a_partner_can_be_compared_if_there_is_another(publish: Publish) -> None:
    alone = publish({"partners/contoso.yaml": ""})
    assert not [link for link in reading_of(alone).links() if "compare" in link]
    first, _ = pages(publish({"partners/fabrikam.yaml": ""}))
    assert "../../compare/?partners=contoso" in Reading(first.body).links()


def test_a_partner_can_connect_any_application_through_interfaces(publish: Publish) -> None:
    entry = "interfaces: [sql]\napplications: []\n"
    publication = publish({"partners/contoso.yaml": entry})
    assert "It states a way to connect any application" in reading_of(publication).text


def test_an_old_test_says_how_old_it_is(publish: Publish) -> None:
    publication = publish({"partners/contoso.yaml": "tested_on: 2026-05-04\n"})
    later = reading_of(replace(publication, day=dt.date(2028, 1, 1)))
    assert facts(later)[1] == "May 4, 2026, over a year ago"


def test_the_note_and_the_full_list_are_with_the_applications(publish: Publish) -> None:
    entry = "applications_note: Three of *many*.\napplications_url: https://www.contoso.com/all\n"
    reading = reading_of(publish({"partners/contoso.yaml": entry}))
    assert [e.text for e in reading.all("p", class_="catalog-note")] == ["Three of many."]
    assert "https://www.contoso.com/all" in reading.links()


@pytest.mark.parametrize("branch", ["main", "next"])
def test_the_edit_link_leads_to_the_entrys_file(branch: str, publish: Publish) -> None:
    repository = "https://github.com/contoso/catalog"
    publication = publish({"partners/contoso.yaml": ""}, repository=repository, branch=branch)
    (edit,) = reading_of(publication).all("a", rel="edit")
    assert edit.attributes["href"] == f"{repository}/edit/{branch}/partners/contoso.yaml"
    assert edit.text == "Edit this entry"


@pytest.mark.parametrize(
    ("applications", "expected"),
    [
        (["IBM RACF"], "Contoso lists IBM RACF. See its contact, "),
        (
            [f"App {n}" for n in range(6)],
            "Contoso lists App 0, App 1, App 2, App 3, App 4, and more. ",
        ),
    ],
)
def test_the_description_names_the_first_applications(
    applications: list[str], expected: str, publish: Publish
) -> None:
    entry = "applications:\n" + "".join(f"  - {name}\n" for name in applications)
    (page,) = pages(publish({"partners/contoso.yaml": entry}))
    assert page.description.startswith(expected)


def test_the_description_names_interfaces_if_no_application_is_listed(publish: Publish) -> None:
    files = {"partners/contoso.yaml": "interfaces: [sql, rest]\napplications: []\n"}
    (page,) = pages(publish(files))
    stated = "Contoso states a way to connect any application: Generic interfaces: SQL, REST."
    expected = f"{stated} See its contact"
    assert page.description.startswith(expected)


def test_related_partners_have_the_most_applications_in_common(publish: Publish) -> None:
    lists = {
        "contoso": ["A", "B", "C", "D", "E"],
        "adatum": ["A"],
        "fabrikam": ["E", "B", "A", "Z"],
        "litware": ["Z"],
        "northwind": ["C", "D", "E", "B"],
        "proseware": ["B"],
        "tailspin": ["C"],
        "woodgrove": ["D"],
        "alone": ["Y"],
    }
    files = {
        f"partners/{id_}.yaml": "applications:\n" + "".join(f"  - {name}\n" for name in names)
        for id_, names in lists.items()
    }
    found = {page.title: Reading(page.body) for page in pages(publish(files))}
    (rows,) = found["Contoso"].all("ul", class_="catalog-brief")
    assert shown(rows.text) == (
        "N Northwind B, C, D, and 1 more 4 in common F Fabrikam A, B, E 3 in common "
        "A Adatum A 1 in common P Proseware B 1 in common T Tailspin C 1 in common"
    )
    assert "Others that list the same applications" in found["Litware"].text
    assert "Others that list the same applications" not in found["Alone"].text
