"""A partner who doesn't use Git fills in the form. The file is right for any input."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from catalog_tool.model.identifiers import identifier_of
from tests.browser.accessibility import DESKTOP, PHONE, violations, width
from tests.browser.entries import HIDDEN
from tests.browser.form import ADDRESS, GOOD, GOOD_TEXT, fill, open_form, preview, read
from tests.checking import check_files

NEW_FILE = "https://github.com/partner-catalog/partner-catalog/new/main/partners"


def test_a_good_entry_becomes_the_file_that_the_checks_accept(form: Page) -> None:
    fill(form, GOOD)
    assert preview(form) == GOOD_TEXT
    assert check_files({"partners/contoso-identity.yaml": GOOD_TEXT}) == []
    expect(form.locator("[data-path]")).to_have_text("partners/contoso-identity.yaml")
    expect(form.locator("[data-words]")).to_have_text("About 8 of 500 words")


def test_every_field_arrives_in_the_file_in_the_order_of_the_format(form: Page) -> None:
    fill(form, {"maintainers": "contoso-anna\ncontoso-ben", "tested_by": "A full cycle: 500 users"})
    fill(form, {"tested_on": "2026-05-04", "applications_note": "Two of *many*."})
    fill(form, {"applications_url": "https://www.contoso.com/applications"} | GOOD)
    for number, label in enumerate(["Documentation", "Marketplace: listing"], start=1):
        form.get_by_role("button", name="Add a link").click()
        fill(
            form,
            {
                f"link-{number}-label": label,
                f"link-{number}-url": f"https://docs.contoso.com/{number}",
            },
        )
    for choice in ("SCIM", "SQL", "inbound"):
        form.get_by_role("checkbox", name=choice).check()
    text = preview(form)
    assert text.startswith(GOOD_TEXT)
    assert check_files({"partners/contoso-identity.yaml": text}) == []
    values = read(text)
    assert isinstance(values, dict)
    links = [
        {"label": "Documentation", "url": "https://docs.contoso.com/1"},
        {"label": "Marketplace: listing", "url": "https://docs.contoso.com/2"},
    ]
    assert list(values.items())[5:] == [
        ("applications_note", "Two of *many*."),
        ("applications_url", "https://www.contoso.com/applications"),
        ("links", tuple(links)),
        ("tested_on", "2026-05-04"),
        ("tested_by", "A full cycle: 500 users"),
        ("maintainers", ("contoso-anna", "contoso-ben")),
        ("interfaces", ("scim", "sql")),
        ("directions", ("inbound",)),
    ]


def test_invisible_characters_are_removed_with_a_notice(form: Page) -> None:
    notice = form.locator("#entry-description-notice")
    for text, seen in HIDDEN.items():
        form.locator("#entry-description").evaluate(
            """(field, text) => {
              field.value = text;
              field.dispatchEvent(new Event("input", { bubbles: true }));
            }""",
            text,
        )
        assert read(preview(form)) == {"description": seen + "\n"}
        if "\r" not in text:  # line ends are replaced without a notice
            expect(notice).to_contain_text("removed or replaced.")
    fill(form, {"description": "a"})
    expect(notice).to_be_hidden()


def test_a_field_shows_its_problem_after_it_is_left(form: Page) -> None:
    field, fault = form.locator("#entry-website"), form.locator("#entry-website-fault")
    field.press_sequentially("http://a")
    expect(fault).to_be_hidden()
    field.press("Tab")
    expect(fault).to_contain_text("doesn't start with https://. Write the full address")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        "Web page of the company or the product. For example: https://www.contoso.com/ "
        "'http://a' doesn't start with https://. Write the full address, starting with https://."
    )
    field.fill("https://www.contoso.com/")
    expect(fault).to_be_hidden()
    expect(field).to_have_attribute("aria-invalid", "false")


def test_known_names_are_suggested_and_changed_with_one_key(form: Page) -> None:
    fill(form, {"applications": "AS400\nibm racf\nSAP EC\nNobody's\nSAP ECC"})
    lines = form.locator("[data-suggestions] li")
    expect(lines).to_contain_text(
        [
            "'AS400' is called 'IBM i (AS/400)' in this catalog.",
            "'ibm racf' is spelled 'IBM RACF' in this catalog.",
        ]
    )
    form.get_by_role("button", name="Change to IBM i (AS/400)").press("Enter")
    expect(form.locator("#entry-applications")).to_be_focused()
    expect(form.locator("#entry-applications")).to_have_value(
        "IBM i (AS/400)\nibm racf\nSAP EC\nNobody's\nSAP ECC"
    )
    expect(form.get_by_role("main").get_by_role("status")).to_have_text(
        "Changed 'AS400' to 'IBM i (AS/400)'."
    )


def test_a_known_application_is_added_from_the_list(form: Page) -> None:
    known = form.get_by_label("Find a known application")
    for name in ("Epic", "AS/400", ""):
        known.fill(name)
        known.press("Enter")
    expect(form.locator("#entry-applications")).to_have_value("Epic\nIBM i (AS/400)")
    expect(known).to_be_focused()


def test_a_repeated_name_is_reported(form: Page) -> None:
    fill(form, GOOD | {"applications": "My App\nMY-APP\nMy App"})
    form.locator("#entry-applications").press("Tab")
    expect(form.locator("#entry-applications-fault")).to_contain_text(
        "'My App' is already listed as 'MY-APP'. Keep one of them."
    )


def test_a_link_can_be_removed(form: Page) -> None:
    form.get_by_role("button", name="Add a link").click()
    expect(form.locator("#entry-link-1-label")).to_be_focused()
    fill(form, {"link-1-label": "Documentation"})
    form.get_by_role("button", name="Remove").click()
    expect(form.get_by_role("button", name="Add a link")).to_be_focused()
    assert preview(form) == ""


def test_the_link_opens_a_new_file_on_github_with_everything_in_it(form: Page) -> None:
    fill(form, GOOD | {"description": "100 % & more? #1 + ü\n\n- 日本 👩\u200d💻"})
    address = form.get_by_role("link", name="Open a pull request").get_attribute("href") or ""
    query = parse_qs(urlsplit(address).query, strict_parsing=True)
    assert address.partition("?")[0] == NEW_FILE
    assert query == {"filename": ["contoso-identity.yaml"], "value": [preview(form)]}


def test_the_pull_request_waits_until_the_entry_is_right(form: Page) -> None:
    form.get_by_role("link", name="Open a pull request").press("Enter")
    summary = form.locator("[data-summary]")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("listitem")).to_have_count(5)
    summary.get_by_role("link", name="“Name” is empty.").press("Enter")
    expect(form.locator("#entry-name")).to_be_focused()
    fill(form, GOOD)
    expect(summary).to_be_hidden()


def test_github_opens_in_a_new_tab_with_the_file(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url) as context:
        context.route("https://github.com/**", lambda route: route.fulfill(body="GitHub"))
        page = context.new_page()
        page.goto(ADDRESS)
        fill(page, GOOD)
        with context.expect_page() as tab:
            page.get_by_role("link", name="Open a pull request").press("Enter")
        tab.value.wait_for_load_state()
        assert parse_qs(urlsplit(tab.value.url).query)["value"] == [GOOD_TEXT]
        expect(page.locator("#entry-name")).to_have_value(GOOD["name"])


def test_a_text_too_long_for_a_link_is_copied(form: Page) -> None:
    form.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill(form, GOOD | {"description": "日本語 " * 300})
    expect(form.get_by_role("link", name="Open a pull request")).to_be_hidden()
    link = form.locator("[data-empty-file]")
    expect(link).to_have_attribute("href", f"{NEW_FILE}?filename=contoso-identity.yaml")
    form.get_by_role("button", name="Copy the text").click()
    expect(form.get_by_role("main").get_by_role("status")).to_have_text("Copied.")
    assert form.evaluate("navigator.clipboard.readText()") == preview(form)
    fill(form, GOOD)
    expect(link).to_be_hidden()
    expect(form.get_by_role("link", name="Open a pull request")).to_be_visible()


def test_if_copying_is_not_allowed_the_text_is_selected(form: Page) -> None:
    form.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    fill(form, GOOD)
    form.get_by_role("button", name="Copy the text").click()
    expect(form.get_by_role("main").get_by_role("status")).to_contain_text("The text is selected")
    assert form.evaluate("getSelection().toString()").strip() == GOOD_TEXT.strip()


def test_the_file_can_be_downloaded(form: Page) -> None:
    fill(form, GOOD)
    with form.expect_download() as download:
        form.get_by_role("button", name="Download the file").click()
    assert download.value.suggested_filename == "contoso-identity.yaml"
    assert download.value.path().read_bytes() == GOOD_TEXT.encode()


def test_without_a_repository_the_text_is_copied(page: Page) -> None:
    def without_repository(route: Route) -> None:
        answer = route.fetch()
        body = re.sub('data-new-file="[^"]+"', 'data-new-file=""', answer.text())
        route.fulfill(response=answer, body=body)

    page.route(f"**/{ADDRESS}", without_repository)
    page.goto(ADDRESS)
    expect(page.get_by_text("send it to the people who maintain this catalog")).to_be_visible()
    expect(page.get_by_role("link", name="Open a pull request")).to_be_hidden()


def test_a_required_list_of_choices_is_asked_for(page: Page) -> None:
    def require_interfaces(route: Route) -> None:
        answer = route.fetch()
        key = 'data-field="interfaces"'
        route.fulfill(response=answer, body=answer.text().replace(key, f"{key} data-required"))

    page.route(f"**/{ADDRESS}", require_interfaces)
    form = open_form(page)
    fill(form, GOOD)
    form.get_by_role("link", name="Open a pull request").click()
    field = form.locator("[data-field=interfaces]")
    expect(field.locator("[data-fault]")).to_be_visible()
    expect(form.locator("[data-summary] a")).to_have_attribute("href", "#entry-interfaces")
    field.get_by_label("CSV").check()
    expect(field.locator("[data-fault]")).to_be_hidden()
    assert preview(form) == GOOD_TEXT + "interfaces:\n  - csv\n"


@pytest.mark.parametrize(
    ("key", "wrong"), [("tested_on", "1999-01-01"), ("applications_url", "ftp://contoso.com")]
)
def test_an_optional_field_has_no_fault_once_it_is_empty(form: Page, key: str, wrong: str) -> None:
    field = form.locator(f"#entry-{key}")
    fault = form.locator(f"[data-field={key}] [data-fault]")
    field.fill(wrong)
    field.blur()
    expect(fault).to_be_visible()
    field.fill("")
    expect(fault).to_be_hidden()


@pytest.mark.parametrize("name", ["Index", "Con", "Search"])
def test_a_reserved_name_gets_the_file_name_that_the_checks_advise(form: Page, name: str) -> None:
    fill(form, GOOD | {"name": name})
    expect(form.locator("[data-path]")).to_have_text(f"partners/{identifier_of(name)}.yaml")


def test_a_reserved_file_name_is_refused(form: Page) -> None:
    fill(form, GOOD | {"name": "日立"})
    form.locator("#entry-file").fill("index")
    form.locator("#entry-file").blur()
    fault = form.locator("#entry-file-fault")
    expect(fault).to_contain_text("'index' is reserved, so it can't be a file name.")


def test_a_name_without_latin_letters_needs_a_file_name(form: Page) -> None:
    field = form.get_by_label("File name")
    expect(field).to_be_hidden()
    fill(form, GOOD | {"name": "日本"})
    field.fill("Nihon!")
    field.press("Tab")
    expect(form.locator("#entry-file-fault")).to_contain_text("isn't a valid file name")
    field.fill("nihon")
    expect(form.locator("#entry-file-fault")).to_be_hidden()
    expect(form.locator("[data-path]")).to_have_text("partners/nihon.yaml")
    assert check_files({"partners/nihon.yaml": preview(form)}) == []


@pytest.mark.parametrize(("limit", "shown"), [("8", "About 9 of 8 words"), ("", "About 9 words")])
def test_the_form_counts_to_the_limit_of_the_catalog(form: Page, limit: str, shown: str) -> None:
    form.locator("[data-catalog-form]").evaluate(
        "(form, limit) => { form.dataset.limit = limit; }", limit
    )
    fill(form, GOOD | {"description": "word " * 5})
    expect(form.locator("[data-words]")).to_have_text(shown)
    expect(form.locator("[data-words-fault]")).to_contain_text(
        "than the 8 allowed" if limit else ""
    )


def test_too_many_words_are_announced(form: Page) -> None:
    fill(form, GOOD | {"description": "word " * 497})
    expect(form.locator("[data-words]")).to_have_text("About 501 of 500 words")
    message = (
        "The entry has about 501 words, 1 more than the 500 allowed: "
        "Description 497, Applications 4."
    )
    expect(form.get_by_role("main").get_by_role("status")).to_have_text(message)
    expect(form.locator("[data-words-fault]")).to_have_text(
        f"{message} Cut 1 word. Your website has room for the rest."
    )
    fill(form, {"description": "word " * 3})
    expect(form.get_by_role("main").get_by_role("status")).to_have_text("")


def test_a_filled_form_with_faults_is_accessible(form: Page) -> None:
    form.get_by_role("button", name="Add a link").click()
    fill(form, {"link-1-label": "x", "name": "日本", "applications": "AS400\n" + "x" * 60})
    fill(form, {"description": "wörd\0 " * 600, "website": "http://" + "a" * 200})
    form.get_by_role("button", name="Copy the text").click()
    form.locator("#entry-website").press("Tab")
    for viewport in (PHONE, DESKTOP):
        form.set_viewport_size(viewport)
        assert violations(form) == []
        assert width(form) == viewport["width"]


def test_without_scripts_the_page_says_what_to_do(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(ADDRESS)
        expect(page.locator("form.catalog-form")).to_be_hidden()
        page.get_by_role("link", name="steps", exact=True).click()
        expect(page.locator("#steps")).to_be_visible()


def test_other_pages_do_not_load_the_scripts_of_the_form(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto("terms/")
    assert any(url.endswith("assets/finder.js") for url in fetched)
    assert not [url for url in fetched if "/form/" in url]
