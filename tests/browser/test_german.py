"""The scripts of a German site speak German: search, comparison, and form."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import SMALLEST, width
from tests.browser.conftest import OpenTab, build, emptied
from tests.browser.server import serve

GERMAN = Path(__file__).parents[1] / "site/messages/german"


@pytest.fixture(scope="module")
def german_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("german")
    shutil.copytree(GERMAN, root, dirs_exist_ok=True)
    with serve(build(root, root / "site")) as url:
        yield url


@pytest.fixture
def german(open_tab: OpenTab, german_url: str) -> Iterator[Page]:
    with emptied(*open_tab(german_url, "light", {"width": 1280, "height": 800})) as page:
        yield page


def test_a_german_question_finds_the_application(german: Page) -> None:
    german.goto("")
    field = german.get_by_role("searchbox", name="suchen")
    expect(field).to_have_attribute("placeholder", "Personio, Aktenplan oder ein anderer Name …")
    field.fill("Wer bindet unser Personio an?")
    results = german.locator("[data-results]")
    expect(results.locator("[data-hit]").first).to_have_text("Personio")
    expect(results).to_contain_text("Alles zu Personio")
    expect(german.locator(".catalog-finder [role=status]")).to_have_text(
        "Personio: 2 Anbieter nennen das. "
        "1 Anbieter nennt einen Weg, beliebige Anwendungen anzubinden.",
        timeout=10_000,
    )
    field.fill("Aktenplan, Rexx und Personio")
    expect(results.locator("h2").first).to_have_text(
        "Niemand nennt alle davon. 1 Anbieter nennt Aktenplan und Personio, ohne Rexx"
    )
    field.fill("")
    german.get_by_role("button", name="Filtern").click()
    expect(german.locator("[data-filters] legend").first).to_have_text("Kategorie")
    field.fill("xqzwvk")
    expect(results).to_contain_text("Keine Anbieter, die „xqzwvk“ nennen oder erwähnen")


def test_german_words_fit_on_the_smallest_phone(german: Page) -> None:
    german.set_viewport_size(SMALLEST)
    for address in ("", "catalog/", "categories/", "compare/", "numbers/", "contribute/"):
        german.goto(address)
        assert width(german) == SMALLEST["width"], address


def test_a_comparison_is_german(german: Page) -> None:
    german.goto("compare/?partners=nordwerk,suedwerk")
    table = german.get_by_role("table")
    expect(table.get_by_role("button", name="Nordwerk entfernen")).to_be_visible()
    expect(table).to_contain_text("Getestet am (nach eigener Angabe)")
    expect(table).to_contain_text("keine Angabe")
    expect(german.locator("[data-compare-status]")).to_have_text(
        "3 Anwendungen genannt. 1 davon in allen Einträgen."
    )
    german.goto("compare/?partners=nordwerk,xqzwvk")
    expect(german.locator("[data-compare-status]")).to_contain_text("„xqzwvk“")


def test_the_form_is_german_and_the_rules_say_that_they_are_english(german: Page) -> None:
    german.goto("contribute/")
    form = german.locator("[data-catalog-form]")
    expect(form.locator("[data-words]")).to_have_text("Etwa 0 von 500 Wörtern")
    form.get_by_role("link", name="Pull Request öffnen").click()
    summary = form.locator("[data-summary]")
    expect(summary.get_by_role("link", name="„Name“ ist leer.")).to_be_visible()
    form.locator("#entry-name").fill("<b>Contoso</b>")
    fault = form.locator("[data-field=name] > [data-fault]")
    expect(fault).to_have_attribute("lang", "en")
