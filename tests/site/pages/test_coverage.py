"""The coverage page: a form for scripts, and honest words without them."""

from catalog_tool.site.coverage import page as coverage
from tests.site.pages.conftest import Publish
from tests.site.pages.reading import Reading, shown


def reading_of(files: dict[str, str], publish: Publish) -> Reading:
    (page,) = coverage.pages(publish(files))
    return Reading(page.body)


def test_without_scripts_the_page_links_to_the_applications(publish: Publish) -> None:
    reading = reading_of({"partners/contoso.yaml": ""}, publish)
    (form,) = reading.all("form")
    assert "hidden" in form.attributes
    assert "JavaScript" in shown(reading.text)
    assert "../applications/" in reading.links()


def test_the_list_is_never_sent(publish: Publish) -> None:
    """A form sends only fields with a name."""
    reading = reading_of({"partners/contoso.yaml": ""}, publish)
    fields = [*reading.all("textarea"), *reading.all("input")]
    assert fields
    assert not [field for field in fields if "name" in field.attributes]
    assert "The list stays in your browser." in shown(reading.text)


def test_a_catalog_without_applications_has_nothing_to_check(publish: Publish) -> None:
    entry = "interfaces: [rest]\napplications: []\n"
    (page,) = coverage.pages(publish({"partners/contoso.yaml": entry}))
    reading = Reading(page.body)
    assert reading.all("form") == []
    assert "data-coverage" not in page.body  # loads the scripts
    assert "No applications are listed yet." in shown(reading.text)
