"""The form keeps a draft, shows the entry, and knows the partners that exist."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, ViewportSize, expect

from catalog_tool.model.nodes import Plain
from tests.browser.accessibility import PHONE
from tests.browser.conftest import REPOSITORY
from tests.browser.form import ADDRESS, GOOD, fill, open_form, preview, read
from tests.checking import check_files

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
    expect(form.get_by_role("main").get_by_role("status")).to_have_text("Draft discarded.")
    assert preview(form) == ""
    form.reload()
    expect(form.locator("[data-draft]")).to_be_hidden()


def test_without_storage_the_form_works(new_page: Page) -> None:
    new_page.add_init_script(
        """for (const name of ["getItem", "setItem"]) {
          const given = Storage.prototype[name];
          Storage.prototype[name] = function (key, ...rest) {
            if (key.startsWith("catalog-draft")) throw new Error("full");
            return given.call(this, key, ...rest);
          };
        }"""
    )
    form = open_form(new_page)
    fill(form, GOOD)
    assert preview(form).startswith("name: Contoso Identity\n")


def test_the_entry_is_shown_as_a_card_of_the_catalog(form: Page) -> None:
    form.get_by_role("button", name="Add a link").click()
    fill(form, GOOD | {"link-1-label": "Docs", "link-1-url": "https://docs.contoso.com/"})
    fill(form, {"description": "<b>Contoso</b>\n\n- *one*", "tested_on": "2026-05-04"})
    form.get_by_role("checkbox", name="SCIM").check()
    card = form.locator("[data-preview].catalog-card")
    expect(card.locator("h4.catalog-name")).to_have_text("Contoso Identity")
    expect(card.locator("p")).to_have_text(
        ["2 applications", "<b>Contoso</b>\n\n- *one*", "Contact Contoso IdentityWebsite"]
    )
    expect(card.locator(".catalog-chips li")).to_have_text(["IBM RACF", "SAP ECC"])
    expect(card.locator("dt")).to_have_text(
        ["Website", "Contact", "Links", "Tested on", "Generic interfaces"]
    )
    expect(card.locator("dd")).to_have_text(
        [
            *(GOOD["website"], GOOD["contact"], "Docs: https://docs.contoso.com/"),
            *("2026-05-04", "SCIM"),
        ]
    )


def test_nothing_that_was_typed_becomes_markup_in_the_card(form: Page) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    everything = dict.fromkeys(["name", "website", "contact", "description"], hostile)
    fill(form, everything | {"applications": f"{hostile}:\n{hostile}", "tested_by": hostile})
    card = form.locator("[data-preview]")
    expect(card.get_by_text(hostile)).to_have_count(8)
    assert card.locator("img, a").count() == 0


def test_applications_can_have_groups(form: Page) -> None:
    fill(form, GOOD | {"applications": "Midrange:\n- AS400\n\nMainframe:\nIBM RACF\nCA ACF2"})
    form.get_by_role("button", name="Change to IBM i (AS/400)").click()
    assert preview(form).endswith(
        "applications:\n  Mainframe:\n    - CA ACF2\n    - IBM RACF\n"
        "  Midrange:\n    - IBM i (AS/400)\n"
    )
    card = form.locator("[data-preview]")
    expect(card.locator("h5.catalog-group")).to_have_text(["Mainframe", "Midrange"])
    expect(card.locator("li")).to_have_text(["CA ACF2", "IBM RACF", "IBM i (AS/400)"])
    expect(form.locator("[data-left]")).to_have_text("Nothing left to fix here")


@pytest.mark.parametrize(
    ("applications", "fault"),
    [
        ("SAP ECC\nMainframe:\nIBM RACF", "'SAP ECC' comes before the first heading."),
        ("Mainframe:\nIBM RACF\nHR:", "'HR' has no applications."),
        ("Mainframe:\nIBM RACF\nHR:\nIBM RACF", "'IBM RACF' is already listed."),
        ("https://a.com:\nIBM RACF", "'https://a.com' is an address, not a name."),
    ],
)
def test_a_mistake_in_groups_is_explained(form: Page, applications: str, fault: str) -> None:
    fill(form, GOOD | {"applications": applications})
    form.locator("#entry-applications").press("Tab")
    expect(form.locator("#entry-applications-fault")).to_contain_text(fault)
    path = "partners/contoso-identity.yaml"
    assert [each for each in check_files({path: preview(form)}) if each.severity == "error"]


GROUPED: Plain = {
    "365": ("1) Foo", "- Bar", "Colon:"),
    "Mainframe": ("CA ACF2", "IBM RACF"),
    "a: b": ("Foo, Inc.", "NO", "x # y"),
}


def test_every_entry_is_loaded_and_read_back_as_it_is(form: Page) -> None:
    entries = [read(path.read_text("utf-8")) for path in REPOSITORY.glob("partners/[a-z]*.yaml")]
    assert isinstance(entries[0], dict)
    entries.append({**entries[0], "applications": GROUPED})
    texts = form.evaluate(
        """(entries) => entries.map((values) => {
          catalogEntry.fillIn(values, "x");
          return catalogEntry.entryText(catalogEntry.readValues());
        })""",
        entries,
    )
    assert list(map(read, texts)) == entries


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
    expect(form.get_by_role("main").get_by_role("status")).to_have_text(
        "Loaded the entry of Aquera."
    )
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
