"""The form keeps a draft, shows the entry, and knows the partners that exist."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.conftest import REPOSITORY
from tests.browser.form import ADDRESS, GOOD, fill, open_form, preview, read
from tests.browser.test_site import PHONE

AQUERA = yaml.safe_load((REPOSITORY / "partners/aquera.yaml").read_text(encoding="utf-8"))


def test_a_draft_survives_a_reload_and_can_be_discarded(form: Page) -> None:
    form.get_by_role("button", name="Add a link").click()
    fill(form, GOOD | {"link-1-label": "Documentation", "link-1-url": "https://docs.contoso.com/"})
    form.get_by_role("checkbox", name="SCIM").check()
    before = preview(form)
    form.reload()
    expect(form.locator("[data-draft]")).to_contain_text("Your draft from ")
    assert preview(form) == before
    form.get_by_role("button", name="Discard the draft").click()
    expect(form.get_by_role("status")).to_have_text("Draft discarded.")
    assert preview(form) == ""
    form.reload()
    expect(form.locator("[data-draft]")).to_be_hidden()


def test_without_storage_the_form_works(page: Page) -> None:
    page.add_init_script(
        """for (const name of ["getItem", "setItem"]) {
          const given = Storage.prototype[name];
          Storage.prototype[name] = function (key, ...rest) {
            if (key.startsWith("catalog-draft")) throw new Error("full");
            return given.call(this, key, ...rest);
          };
        }"""
    )
    form = open_form(page)
    fill(form, GOOD)
    assert preview(form).startswith("name: Contoso Identity\n")


def test_the_entry_is_shown_as_readers_will_see_it(form: Page) -> None:
    fill(form, GOOD | {"description": "<b>Contoso</b>\n\n- *one*", "tested_on": "2026-05-04"})
    shown = form.locator("[data-preview]")
    expect(shown.get_by_role("heading")).to_have_text("Contoso Identity")
    expect(shown.locator("p")).to_have_text("<b>Contoso</b>\n\n- *one*")
    expect(shown.locator("dt")).to_have_text(["Website", "Contact", "Applications", "Tested on"])
    expect(shown.locator("dd").nth(2)).to_have_text("IBM RACF, SAP ECC")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("name", "AQUERA"),
        ("name", "Aquéra"),
        ("website", "https://aquera.com/applications.html#top"),
    ],
)
def test_an_existing_partner_is_noticed_and_its_entry_loaded(
    form: Page, key: str, text: str
) -> None:
    fill(form, GOOD | {key: text})
    form.locator(f"#entry-{key}").press("Tab")
    expect(form.locator(f"#entry-{key}-fault")).to_contain_text("already in this catalog")
    form.get_by_role("button", name="Load the entry to change it").click()
    expect(form.get_by_role("status")).to_have_text("Loaded the entry of Aquera.")
    assert read(preview(form)) == {
        **AQUERA,
        "applications": tuple(AQUERA["applications"]),
        **{key: tuple(AQUERA[key]) for key in ("interfaces", "directions") if key in AQUERA},
    }
    expect(form.locator("[data-path]")).to_have_text("partners/aquera.yaml")
    expect(form.locator(f"#entry-{key}-fault")).to_be_hidden()
    expect(form.get_by_role("link", name="open the file on GitHub")).to_have_attribute(
        "href", "https://github.com/partner-catalog/partner-catalog/edit/main/partners/aquera.yaml"
    )


def test_an_existing_partner_is_noticed_from_a_folder_on_disk(browser: Browser, site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((site / ADDRESS / "index.html").as_uri())
        fill(page, {"name": "Aquera"})
        page.locator("#entry-name").press("Tab")
        page.get_by_role("button", name="Load the entry to change it").click()
        expect(page.locator("#entry-contact")).to_have_value(AQUERA["contact"])


def test_names_on_one_line_are_split(form: Page) -> None:
    fill(form, {"applications": "SAP ECC, AS400"})
    form.get_by_role("button", name="Put each on its own line").click()
    expect(form.locator("#entry-applications")).to_have_value("SAP ECC\nAS400")


@pytest.mark.parametrize("viewport", [PHONE])
def test_the_button_stays_within_reach_on_a_phone(form: Page, viewport: ViewportSize) -> None:
    for key in ("name", "description", "tested_by"):
        form.locator(f"#entry-{key}").focus()
        button = form.get_by_role("link", name="Open a pull request").bounding_box()
        assert button
        assert 0 <= button["y"] <= viewport["height"] - button["height"]
    expect(form.locator("[data-left]")).to_have_text("5 things to fill in or fix")


def test_the_form_says_that_the_pull_request_tells_the_rest(page: Page) -> None:
    page.goto(ADDRESS)
    expect(page.get_by_text("The check on the pull request tells you the rest.")).to_be_visible()
