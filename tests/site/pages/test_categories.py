"""The kinds of applications, and the page of each."""

import pytest

from catalog_tool.site.pages import categories
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
    category: mainframe
    aliases: [RACF, z/OS RACF]
"""
LISTED = "applications:\n  - Another System\n  - RACF\n  - Unknown System\n"


def partners(count: int) -> dict[str, str]:
    listing = {f"partners/company-{number}.yaml": LISTED for number in range(count)}
    return {"partners/_vocabulary.yaml": VOCABULARY} | listing


def test_a_category_is_shown_if_it_has_a_partner(publish: Publish) -> None:
    overview, mainframe = categories.pages(publish(partners(2)))
    assert mainframe.path == "categories/mainframe/index.md"
    assert "Unused" not in overview.body
    (counts,) = Reading(overview.body).all("small")
    assert shown(counts.text) == "1 application · 2 partners"


def test_a_category_has_a_description_and_counts(publish: Publish) -> None:
    _, page = categories.pages(publish(partners(2)))
    reading = Reading(page.body)
    (lead,) = reading.all("p", class_="catalog-lead")
    assert shown(lead.text) == "Security managers of mainframes."
    assert [head.text for head in reading.all("h2")] == ["1 application", "2 partners"]
    assert (
        shown(reading.all("ul", class_="catalog-lines")[0].text)
        == "IBM RACFRACF, z/OS RACF2 partners"
    )
    assert reading.all("svg", class_="catalog-icon")


def test_each_partner_of_a_category_has_its_contact(publish: Publish) -> None:
    _, page = categories.pages(publish(partners(2)))
    buttons = Reading(page.body).all("a", class_="catalog-button--contact")
    assert [button.attributes["aria-label"] for button in buttons] == [
        "Contact Company 0",
        "Contact Company 1",
    ]
    assert "../../compare/?partners=company-0,company-1" in Reading(page.body).links()


def test_a_row_begins_with_the_applications_of_the_category(publish: Publish) -> None:
    _, page = categories.pages(publish(partners(1)))
    assert "<b>IBM RACF</b>, Another System, Unknown System" in page.body


def test_each_of_many_partners_of_a_category_has_a_row(publish: Publish) -> None:
    _, page = categories.pages(publish(partners(30)))
    reading = Reading(page.body)
    assert len(reading.all("li", class_="catalog-row")) == 30
    assert {f"../../partners/company-{n}/" for n in range(30)} <= set(reading.links())
    assert not [link for link in reading.links() if "compare/" in link]


def test_a_category_of_very_many_partners_has_their_names_by_letter(
    publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(categories, "MOST_ROWS", 2)
    many = partners(3) | {"partners/zava.yaml": LISTED}
    _, page, letter_c, letter_z = categories.pages(publish(many))
    reading = Reading(page.body)
    assert reading.all("li", class_="catalog-row") == []
    letters = ["../../categories/mainframe/c/", "../../categories/mainframe/z/"]
    assert [link for link in reading.links() if link in letters] == letters
    assert "../../catalog/?category=mainframe" in reading.links()
    assert letter_c.address == "categories/mainframe/c/"
    links = {*Reading(letter_c.body).links()}
    assert {f"../../../partners/company-{n}/" for n in range(3)} <= links
    assert "../../../partners/zava/" not in links
    assert "../../../partners/zava/" in Reading(letter_z.body).links()


def test_a_catalog_without_categories_says_so(publish: Publish) -> None:
    (overview,) = categories.pages(publish({"partners/contoso.yaml": LISTED}))
    reading = Reading(overview.body)
    assert reading.all("p", class_="catalog-empty")
    assert "../applications/" in reading.links()
