"""A partner without Git fills in the form: the file is right, whatever they type."""

import io
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect
from ruamel.yaml import YAML

from catalog_tool.characters import without_hidden
from catalog_tool.entry_text import entry_text
from catalog_tool.file_names import identifier_of
from catalog_tool.loader import read_source
from catalog_tool.markup import parse_line, parse_markup, to_plain
from catalog_tool.nodes import Plain, plain
from catalog_tool.ordering import same_key, slug, sort_key
from catalog_tool.vocabulary import Application, Vocabulary
from catalog_tool.words import count_words
from catalog_tool.yaml_gate import Limits
from tests.browser.entries import AWKWARD, AWKWARD_BLOCKS, HIDDEN, MARKDOWN, NAMES
from tests.browser.test_site import DESKTOP, PHONE, light_and_dark, violations
from tests.checking import check_files

ADDRESS = "contribute/new/"
UNBOUNDED = Limits(max_bytes=10**9, max_depth=3, max_nodes=10**6)
NEW_FILE = "https://github.com/partner-catalog/partner-catalog/new/main/partners"
MODELINE = "# yaml-language-server: $schema=../docs/schema/partner.schema.json\n"
GOOD = {
    "name": "Contoso Identity",
    "website": "https://www.contoso.com/identity",
    "contact": "sales@contoso.com",
    "description": "Contoso Gateway provisions users.",
    "applications": "SAP ECC\nIBM RACF",
}
GOOD_TEXT = (
    f"{MODELINE}name: Contoso Identity\n"
    "website: https://www.contoso.com/identity\n"
    "contact: sales@contoso.com\n"
    "description: |\n  Contoso Gateway provisions users.\n"
    "applications:\n  - IBM RACF\n  - SAP ECC\n"
)
PIECES = [
    *(
        "word",
        "**",
        "*",
        "_",
        "`",
        "``",
        "[a]",
        "(",
        "](https://x.y/z)",
        "[",
        "]",
        "\n",
        "\n\n",
        "- ",
        "  ",
    ),
    *(
        "1. ",
        "a b",
        " ",
        "~~",
        "&amp;",
        "\\",
        "!",
        "<https://a.b/c>",
        "https://c.d/e",
        "é",
        "“q”",
        "'",
        "日本語",
    ),
    *("\n- ", "\n  ", "[r]: /u\n", "[r]", "<a@b.cd>", ".", "_x_", "\n1. ", "\n\n    "),
]


@pytest.fixture
def form(page: Page) -> Page:
    """The form, ready to be filled in."""
    page.goto(ADDRESS)
    expect(page.locator("[data-catalog-form]")).to_be_visible()
    page.locator("details.catalog-form__more > summary").click()
    return page


def fill(form: Page, values: Mapping[str, str]) -> None:
    """Type values into fields, by key."""
    for key, text in values.items():
        form.locator(f"#entry-{key}").fill(text)


def files_of(form: Page, entries: Sequence[Mapping[str, str]]) -> list[str]:
    """Type one entry after the other; return the text of the file after each.

    The page types by itself: each call from here to the browser takes as long as an entry.
    """
    written: list[str] = form.evaluate(
        """(entries) => entries.map((values) => {
          for (const [key, text] of Object.entries(values)) {
            const field = document.getElementById(`entry-${key}`);
            field.value = text;
            field.dispatchEvent(new Event("input", { bubbles: true }));
            field.dispatchEvent(new Event("change", { bubbles: true }));
          }
          return document.querySelector("[data-yaml]").textContent;
        })""",
        entries,
    )
    return written


def preview(form: Page) -> str:
    """Return the text of the file as the page shows it."""
    return form.locator("[data-yaml]").text_content() or ""


def read(text: str) -> Plain:
    """Return what the catalog reads from a file."""
    source, problems = read_source("partners/contoso.yaml", text, UNBOUNDED)
    assert problems == (), text
    assert source.root is not None
    return plain(source.root)


def by_script(form: Page, function: str, texts: list[Any]) -> list[Any]:
    """Return what a function of the form's scripts makes of each text."""
    calls = f"texts => texts.map((text) => catalogEntry.{function}(text))"
    return list(form.evaluate(calls, texts))


def differences(
    texts: list[str], found: list[Any], expected: Callable[[str], object]
) -> list[tuple[str, object, object]]:
    return [
        (text, each, expected(text))
        for text, each in zip(texts, found, strict=True)
        if each != expected(text)
    ]


def some_texts(number: int) -> Iterator[str]:
    """Yield texts made of pieces of Markdown, the same each time."""
    choose = random.Random(20_261_123)  # noqa: S311 - not a secret
    for _ in range(number):
        yield "".join(choose.choices(PIECES, k=choose.randint(1, 14)))


def test_a_good_entry_becomes_the_file_that_the_checks_accept(form: Page) -> None:
    fill(form, GOOD)
    assert preview(form) == GOOD_TEXT
    assert check_files({"partners/contoso-identity.yaml": GOOD_TEXT}) == []
    expect(form.locator("[data-path]")).to_have_text("partners/contoso-identity.yaml")
    expect(form.locator("[data-words]")).to_have_text("8 of 500 words")


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
        ("interfaces", ("scim", "sql")),
        ("directions", ("inbound",)),
        ("tested_on", "2026-05-04"),
        ("tested_by", "A full cycle: 500 users"),
        ("maintainers", ("contoso-anna", "contoso-ben")),
    ]


def test_any_line_of_text_reads_back_as_it_was_typed(form: Page) -> None:
    form.get_by_role("button", name="Add a link").click()
    keys = ("name", "website", "contact", "applications_note", "tested_by", "description")
    filled = (*keys, "applications", "link-1-label", "link-1-url")
    files = files_of(form, [dict.fromkeys(filled, text) for text in AWKWARD])
    for text, written in zip(AWKWARD, files, strict=True):
        expected = dict.fromkeys(keys, text) | {
            "description": text.rstrip() + "\n",
            "applications": (text.strip(),),
            "links": ({"label": text, "url": text},),
        }
        assert_reads_back(written, expected)


def test_any_description_reads_back_as_it_was_typed(form: Page) -> None:
    files = files_of(form, [{"description": text} for text in AWKWARD_BLOCKS])
    for text, written in zip(AWKWARD_BLOCKS, files, strict=True):
        assert "description: |" in written
        assert_reads_back(written, {"description": text.rstrip() + "\n"})


def assert_reads_back(written: str, expected: dict[str, Any]) -> None:
    """Assert it for the catalog, and for other programs that read YAML 1.1 or 1.2."""
    assert read(written) == expected, written
    others = {
        key: list(value) if isinstance(value, tuple) else value for key, value in expected.items()
    }
    assert by_others(written) == [others] * 2, written


def by_others(written: str) -> list[object]:
    """Return what readers of YAML 1.1 and 1.2 make of a file."""
    return [yaml.safe_load(written), YAML(typ="safe", pure=True).load(io.StringIO(written))]


def test_text_is_quoted_as_everywhere_else_where_others_read_it_too(form: Page) -> None:
    same = 0
    texts = [*AWKWARD, *filter(None, NAMES)]
    for text, written in zip(
        texts, files_of(form, [{"name": text} for text in texts]), strict=True
    ):
        ours = entry_text({"name": text})
        # Not so for NO, which the form quotes; y is true to YAML 1.1, though not to PyYAML.
        if text != "y" and by_others(ours) == [{"name": text}] * 2:
            same += 1
            assert written == ours
    assert same > len(AWKWARD) / 2


def test_what_nobody_can_see_is_left_out_with_a_notice(form: Page) -> None:
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
        if "\r" not in text:  # line ends are no secret
            expect(notice).to_contain_text("left out or replaced")
    fill(form, {"description": "a"})
    expect(notice).to_be_hidden()


def test_characters_are_seen_as_the_checks_see_them(form: Page) -> None:
    texts = [*AWKWARD, *AWKWARD_BLOCKS, *(text for text in HIDDEN if "\r" not in text)]
    found = [each["text"] for each in by_script(form, "withoutHidden", texts)]
    assert differences(texts, found, lambda text: without_hidden(text)[0]) == []


def test_names_have_the_same_slugs_keys_and_order(form: Page) -> None:
    assert differences(NAMES, by_script(form, "slug", NAMES), slug) == []
    assert differences(NAMES, by_script(form, "sameKey", NAMES), same_key) == []
    in_order = form.evaluate("names => names.sort(catalogEntry.compareNames)", NAMES)
    assert in_order == sorted(NAMES, key=sort_key)


def test_words_are_counted_by_the_same_rule(form: Page) -> None:
    texts = [
        *AWKWARD,
        *AWKWARD_BLOCKS,
        *NAMES,
        "don't state-of-the-art v1.10.3",
        "日本語。日本語 สวัสดี",
    ]
    assert differences(texts, by_script(form, "countWords", texts), count_words) == []


def test_the_words_of_markdown_are_those_that_readers_see(form: Page) -> None:
    texts = [*MARKDOWN, *AWKWARD_BLOCKS, *(text for text in some_texts(1500))]
    found = by_script(form, "countWords", by_script(form, "plainText", texts))
    assert differences(texts, found, lambda text: count_words(to_plain(parse_markup(text)))) == []


def test_the_text_of_one_line_of_markdown_is_the_same(form: Page) -> None:
    texts = [text.strip() for text in (*MARKDOWN, *some_texts(1500)) if "\n" not in text.strip()]
    found = by_script(form, "inlineText", texts)
    assert differences(texts, found, lambda text: to_plain(parse_line(text))) == []


@pytest.mark.parametrize(
    "values",
    [
        {"website": "http://www.contoso.com"},
        {"website": "www.contoso.com"},
        {"website": "ftp://www.contoso.com"},
        {"website": "https://www.contoso.com/a b"},
        {"website": "https://www.contoso.com/é"},
        {"website": "https://user@contoso.com/"},
        {"website": "https://contoso.com:8443/"},
        {"website": "https://localhost/"},
        {"website": "https://intranet/"},
        {"website": "https://10.0.0.1/"},
        {"website": "https://contoso/"},
        {"website": "https://con_toso.com/"},
        {"website": "https:///a"},
        {"website": "https://www.contoso.com/<a>"},
        {"website": "https://www.contoso.com/" + "a" * 500},
        {"website": "https://bit.ly/x"},
        {"website": "https://www.TinyURL.com/x"},
        {"contact": "https://www.google.com/url?q=https://contoso.com"},
        {"website": "https://eur.safelinks.protection.outlook.com/?url=x"},
        {"contact": "sales@contoso"},
        {"contact": "sales at contoso.com"},
        {"contact": "sales@@contoso.com"},
        {"contact": "mailto:sales@contoso.com"},
        {"contact": "Sales <sales@contoso.com>"},
        {"contact": "sales@it's.com"},
        {"name": " Contoso"},
        {"name": "Contoso  Identity"},
        {"name": "Contoso " * 20 + "X"},
        {"name": "null"},
        {"name": "www.contoso.com"},
        {"applications": "Epic\nracf@contoso.com"},
        {"description": "x" * 10_001},
        {"description": "word " * 600},
        {"applications": ""},
        {"applications": "-"},
        {"applications": "x" * 101},
        {"maintainers": "@contoso-anna"},
        {"website": ""},
        {"name": "", "contact": "", "description": ""},
    ],
    ids=lambda values: " ".join(f"{key}={text[:30]}" for key, text in values.items()),
)
def test_the_form_says_what_the_checks_say(values: dict[str, str], form: Page) -> None:
    fill(form, GOOD | values)
    form.get_by_role("button", name="Copy the text").click()
    said = form.locator("[data-summary] li").all_text_contents()
    path = form.locator("[data-path]").text_content() or ""
    found = check_files({path: preview(form)})
    told = [each.message for each in found if each.name not in {"misnamed-file", "unbroken-run"}]
    wordy = (form.locator("[data-words-fault]").text_content() or "").partition(". ")[0]
    assert sorted([*said, *([f"{wordy}."] if wordy else [])]) == sorted(told)
    assert told


def test_a_field_says_what_is_wrong_once_it_was_left(form: Page) -> None:
    field, fault = form.locator("#entry-website"), form.locator("#entry-website-fault")
    field.press_sequentially("http://a")
    expect(fault).to_be_hidden()
    field.press("Tab")
    expect(fault).to_contain_text("does not start with https://. Write the whole address")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        "Web page of the company or the product. For example: https://www.contoso.com/identity "
        "'http://a' does not start with https://. Write the whole address, starting with https://."
    )
    field.fill("https://www.contoso.com/")
    expect(fault).to_be_hidden()
    expect(field).to_have_attribute("aria-invalid", "false")


def test_known_names_are_suggested_and_written_with_one_key(form: Page) -> None:
    fill(form, {"applications": "AS400\nibm racf\nSAP EC\nNobody's\nSAP ECC"})
    lines = form.locator("[data-spellings] li")
    expect(lines).to_contain_text(
        [
            "'AS400' is known here as 'IBM i (AS/400)'.",
            "'ibm racf' is spelled 'IBM RACF'.",
            "'SAP EC' is nearly 'SAP ECC'. Did you mean that?",
        ]
    )
    form.get_by_role("button", name="Write IBM i (AS/400)").press("Enter")
    expect(form.locator("#entry-applications")).to_be_focused()
    expect(form.locator("#entry-applications")).to_have_value(
        "IBM i (AS/400)\nibm racf\nSAP EC\nNobody's\nSAP ECC"
    )
    expect(form.get_by_role("status")).to_contain_text("takes the place of 'AS400'")


def test_near_misses_are_those_of_the_checks(form: Page) -> None:
    known = ["IBM RACF", "SAP R/3", "Epic", "ab", "Ünïcode App", "Oracle EBS"]
    names = [
        *("IBM RACFF", "IBM RAC", "IBM RCAF", "IBM RAXF", "BIM RACF", "SAP R/2", "SAP R3", "Epc"),
        *(
            "Epics",
            "Eipc",
            "abc",
            "a",
            "unicode ap",
            "Oracle EBSS",
            "Oracel EBS",
            "racf",
            "epicc x",
        ),
    ]
    vocabulary = Vocabulary(applications={name: Application(category="kind") for name in known})
    found = form.evaluate(
        """([known, names]) => {
          const applications = known.map((name) => ({ name, aliases: [] }));
          const vocabulary = new catalogEntry.Vocabulary(applications);
          return names.map((name) => vocabulary.nearMiss(name) ?? null);
        }""",
        [known, names],
    )
    assert differences(names, found, vocabulary.near_miss) == []


def test_a_known_application_is_added_from_the_list(form: Page) -> None:
    known = form.get_by_label("Find a known application")
    for name in ("Epic", "AS/400", ""):
        known.fill(name)
        known.press("Enter")
    expect(form.locator("#entry-applications")).to_have_value("Epic\nIBM i (AS/400)")
    expect(known).to_be_focused()


def test_a_name_twice_is_pointed_out(form: Page) -> None:
    fill(form, GOOD | {"applications": "My App\nMY-APP\nMy App"})
    form.locator("#entry-applications").press("Tab")
    expect(form.locator("#entry-applications-fault")).to_contain_text("is listed already")


def test_a_link_can_be_taken_away_again(form: Page) -> None:
    form.get_by_role("button", name="Add a link").click()
    expect(form.locator("#entry-link-1-label")).to_be_focused()
    fill(form, {"link-1-label": "Documentation"})
    form.get_by_role("button", name="Remove").click()
    expect(form.get_by_role("button", name="Add a link")).to_be_focused()
    assert preview(form) == MODELINE


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
    summary.get_by_role("link", name="The key 'name' is missing.").press("Enter")
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
    link = form.get_by_role("link", name="create the file on GitHub")
    expect(link).to_have_attribute("href", f"{NEW_FILE}?filename=contoso-identity.yaml")
    form.get_by_role("button", name="Copy the text").click()
    expect(form.get_by_role("status")).to_have_text("Copied.")
    assert form.evaluate("navigator.clipboard.readText()") == preview(form)
    fill(form, GOOD)
    expect(link).to_be_hidden()
    expect(form.get_by_role("link", name="Open a pull request")).to_be_visible()


def test_where_a_page_may_not_copy_the_text_is_selected(form: Page) -> None:
    form.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    fill(form, GOOD)
    form.get_by_role("button", name="Copy the text").click()
    expect(form.get_by_role("status")).to_contain_text("The text is selected")
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
    expect(page.get_by_text("send it to the people who keep this catalog")).to_be_visible()
    expect(page.get_by_role("link", name="Open a pull request")).to_be_hidden()


@pytest.mark.parametrize("name", ["Index", "Con", "Search"])
def test_a_reserved_name_gets_the_file_name_that_the_checks_advise(form: Page, name: str) -> None:
    fill(form, GOOD | {"name": name})
    expect(form.locator("[data-path]")).to_have_text(f"partners/{identifier_of(name)}.yaml")


def test_a_reserved_name_is_not_typed_either(form: Page) -> None:
    fill(form, GOOD | {"name": "日立"})
    form.locator("#entry-file").fill("index")
    form.locator("#entry-file").blur()
    expect(form.locator("#entry-file-fault")).to_contain_text("'index' is a reserved name.")


def test_a_name_without_latin_letters_gets_a_file_name_of_its_own(form: Page) -> None:
    field = form.get_by_label("File name")
    expect(field).to_be_hidden()
    fill(form, GOOD | {"name": "日本"})
    field.fill("Nihon!")
    field.press("Tab")
    expect(form.locator("#entry-file-fault")).to_contain_text("is not a valid file name")
    field.fill("nihon")
    expect(form.locator("#entry-file-fault")).to_be_hidden()
    expect(form.locator("[data-path]")).to_have_text("partners/nihon.yaml")
    assert check_files({"partners/nihon.yaml": preview(form)}) == []


def test_too_many_words_are_announced(form: Page) -> None:
    fill(form, GOOD | {"description": "word " * 497})
    expect(form.locator("[data-words]")).to_have_text("501 of 500 words")
    message = (
        "The entry has 501 words, 1 more than the 500 allowed: description 497, applications 4."
    )
    expect(form.get_by_role("status")).to_have_text(message)
    expect(form.locator("[data-words-fault]")).to_have_text(
        f"{message} Cut 1 word; your website has room for the rest."
    )


@light_and_dark
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_filled_form_with_faults_is_accessible(form: Page, viewport: ViewportSize) -> None:
    form.get_by_role("button", name="Add a link").click()
    fill(form, {"link-1-label": "x", "name": "日本", "applications": "AS400\n" + "x" * 60})
    fill(form, {"description": "wörd\0 " * 600, "website": "http://" + "a" * 200})
    form.get_by_role("button", name="Copy the text").click()
    form.locator("#entry-website").press("Tab")
    assert violations(form) == []
    assert form.evaluate("document.documentElement.scrollWidth") == viewport["width"]


def test_without_scripts_the_page_says_what_to_do(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(ADDRESS)
        expect(page.locator("form.catalog-form")).to_be_hidden()
        page.get_by_role("link", name="steps").click()
        expect(page.locator("#steps")).to_be_visible()


def test_other_pages_do_not_fetch_what_only_the_form_needs(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto("contribute/")
    assert any(url.endswith("assets/form.js") for url in fetched)
    assert not [url for url in fetched if "/form/" in url]
