"""A customer uses the finder: typing, filtering, going back, finding nothing.

Most tests use this repository's catalog of three partners. If size matters, they add a thousand.
"""

import re
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize, expect

from tests.browser.accessibility import DESKTOP, PHONE, SMALLEST, shown_address, violations

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    '"><script>alert(1)</script>',
    "javascript:alert(1)",
    "'; alert(1); //",
    "{{ 7 * 7 }}",
    "%00%ff",
    "\u202eFCAR",
    "a" * 5_000,
    "((((((((((",
    "𝕽𝕬𝕮𝕱\ud83d",
]


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Search applications and partners")


def results(page: Page) -> Locator:
    return page.locator("[data-results]")


def group(page: Page, key: str) -> Locator:
    """One part of the answer."""
    return results(page).locator(f"[data-group={key}]")


def hits(page: Page) -> Locator:
    """The applications of the answer: the heads of those with rows, then the others."""
    heads = "[data-group^='application:'] .catalog-answer__head"
    return results(page).locator(f"{heads}, [data-group=applications] li")


def rows(page: Page, key: str) -> Locator:
    """The rows of one part of the answer."""
    return group(page, key).get_by_role("listitem")


def search_in(page: Page) -> dict[str, list[str]]:
    """The search in the address of the page."""
    return parse_qs(urlsplit(shown_address(page)).query)


def wait_for_search(page: Page, search: dict[str, list[str]]) -> None:
    """Wait until the address has the search, which takes until the typing pauses."""
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == search, wait_until="commit")


@pytest.fixture
def any_page(request: pytest.FixtureRequest) -> Page:
    """``page`` or ``large_page``, by parameter."""
    page: Page = request.getfixturevalue(request.param)
    return page


of_both_sizes = pytest.mark.parametrize(
    "any_page",
    ["page", pytest.param("large_page", marks=pytest.mark.slow)],
    indirect=True,
    ids=["3", "1,000"],
)


@of_both_sizes
def test_a_keyboard_alone_leads_to_the_contact_of_a_partner(any_page: Page) -> None:
    any_page.goto("")
    any_page.keyboard.press("/")
    expect(field(any_page)).to_be_focused()
    any_page.keyboard.type("who connects our RACF?")
    expect(hits(any_page).first).to_contain_text("IBM RACF1 partner lists it. Mainframe")
    any_page.keyboard.press("ArrowDown")
    any_page.keyboard.press("Enter")
    heading = any_page.get_by_role("heading", level=1)
    expect(heading).to_have_text("IBM RACF")
    contact = any_page.get_by_role("link", name="Contact IDMWORKS").first
    expect(contact).to_have_attribute("href", "https://www.idmworks.com/contacts/")


def test_a_result_leads_to_each_partner_in_one_click(page: Page) -> None:
    page.goto("?q=chris+21")
    rows(page, "'application:frontier-software-chris21'").get_by_role(
        "link", name="UNIFY Solutions", exact=True
    ).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("UNIFY Solutions")


def test_arrows_move_through_the_results_and_back_to_the_field(page: Page) -> None:
    page.goto("?q=sap")
    names = results(page).locator("[data-hit]")
    expect(names.nth(1)).to_be_visible()
    field(page).focus()
    page.keyboard.press("ArrowDown")
    expect(names.nth(0)).to_be_focused()
    assert names.nth(0).evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    page.keyboard.press("ArrowDown")
    expect(names.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    for _ in range(names.count() + 2):
        page.keyboard.press("ArrowDown")
    expect(names.last).to_be_focused()
    page.keyboard.type(" s")
    expect(field(page)).to_have_value("saps")
    page.keyboard.press("Backspace")
    page.keyboard.press("ArrowDown")
    opened = names.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(opened or "")


def test_escape_clears_and_then_closes(page: Page) -> None:
    page.goto("?q=sap&category=erp")
    expect(hits(page)).to_have_count(1)
    field(page).focus()
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")
    wait_for_search(page, {"category": ["erp"]})
    expect(results(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(results(page)).to_be_hidden()
    assert search_in(page) == {}
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(field(page)).not_to_be_focused()


def test_results_are_announced_when_the_typing_pauses(page: Page) -> None:
    page.goto("")
    status = page.locator("[data-catalog-finder]").get_by_role("status")
    expect(status).to_have_text("")
    field(page).press_sequentially("idmworks racf")
    field(page).fill("racf")
    expect(status).to_have_text("IBM RACF: 1 partner lists it.")
    assert status.evaluate("node => node.getBoundingClientRect().width") <= 1
    field(page).fill("racf, epic")
    expect(status).to_have_text("1 partner lists all of them. 2 applications found.")
    field(page).fill("racf, linux")
    expect(status).to_contain_text("Mentioned, but not listed.")
    field(page).fill("linux qqqqq")
    expect(status).to_contain_text("Only a part of it was found.")
    expect(rows(page, "mentioned")).to_contain_text(
        ["From its description. It doesn’t say “qqqqq”."]
    )
    field(page).fill("qqqqq")
    expect(status).to_contain_text("No partner lists or mentions “qqqqq”.")


def test_a_search_survives_going_back_reloading_and_sharing(page: Page) -> None:
    page.goto("")
    field(page).press_sequentially("ibm")
    expect(hits(page)).to_have_count(2)
    wait_for_search(page, {"q": ["ibm"]})
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("checkbox", name="Mainframe").check()
    expect(hits(page)).to_have_count(1)
    assert search_in(page) == {"q": ["ibm"], "category": ["mainframe"]}
    page.reload()
    expect(hits(page)).to_have_count(1)
    expect(page.get_by_role("checkbox", name="Mainframe")).to_be_checked()
    hits(page).first.get_by_role("link", name="IBM RACF").click()
    page.wait_for_url("**/applications/ibm-racf/")
    page.go_back()
    expect(hits(page)).to_have_count(1)
    expect(field(page)).to_have_value("ibm")
    page.go_back()
    expect(hits(page)).to_have_count(2)
    assert search_in(page) == {"q": ["ibm"]}
    page.go_back()
    expect(results(page)).to_be_hidden()
    expect(field(page)).to_have_value("")
    page.go_forward()
    page.go_forward()
    expect(hits(page)).to_have_count(1)
    shared = page.context.new_page()
    shared.goto(page.url)
    expect(hits(shared)).to_have_text(hits(page).all_text_contents())
    shared.close()


TYPE_AT_ONCE = """(field, query) => {
  for (let length = 1; length <= query.length; length += 1) {
    field.value = query.slice(0, length);
    field.dispatchEvent(new Event("input"));
  }
  return [location.search, history.length];
}"""


def test_the_address_changes_once_when_the_typing_pauses(new_page: Page) -> None:
    new_page.goto("")
    steps = new_page.evaluate("history.length")
    assert field(new_page).evaluate(TYPE_AT_ONCE, "ibm racf") == ["", steps]
    wait_for_search(new_page, {"q": ["ibm racf"]})
    field(new_page).evaluate(TYPE_AT_ONCE, "racf")
    wait_for_search(new_page, {"q": ["racf"]})
    assert new_page.evaluate("history.length") == steps + 1


@pytest.mark.parametrize(
    "leave",
    [
        'document.querySelector("[data-hit]").click()',
        'location.assign("terms/")',
    ],
    ids=["link", "address"],
)
def test_a_reader_who_leaves_early_can_go_back_to_the_search(page: Page, leave: str) -> None:
    page.goto("?q=ib")
    expect(hits(page)).to_have_count(2)
    field(page).evaluate(f"""(field) => {{
      field.value = "ibm i";
      field.dispatchEvent(new Event("input"));
      {leave};
    }}""")
    page.wait_for_url(re.compile("/applications/|/terms/"))
    page.go_back()
    expect(field(page)).to_have_value("ibm i")
    assert search_in(page) == {"q": ["ibm i"]}


def test_a_browser_shortcut_finds_the_search_in_the_address(page: Page) -> None:
    page.goto("")
    assert field(page).evaluate(TYPE_AT_ONCE, "ibm")[0] == ""
    page.keyboard.press("Control+l")
    assert search_in(page) == {"q": ["ibm"]}


def test_a_labeled_button_clears_the_field(page: Page) -> None:
    page.goto("?q=ibm")
    clear = page.get_by_role("button", name="Clear the search")
    clear.click()
    expect(field(page)).to_have_value("")
    expect(field(page)).to_be_focused()
    expect(results(page)).to_be_hidden()
    expect(clear).to_be_hidden()
    wait_for_search(page, {})


def test_other_parameters_stay_and_unknown_values_are_ignored(page: Page) -> None:
    page.goto("?from=mail&q=sap&category=no-such&category=../x&interfaces=<b>&directions=up")
    expect(hits(page).first).to_be_visible()
    expect(results(page).get_by_role("list", name="Selected filters")).to_have_count(0)
    field(page).fill("racf")
    expect(hits(page)).to_have_count(1)
    wait_for_search(page, {"from": ["mail"], "q": ["racf"]})


@pytest.mark.parametrize("text", ["C++", "null"])
def test_what_only_pages_have_is_first_said_to_be_listed_by_nobody(page: Page, text: str) -> None:
    page.goto(f"?q={quote(text)}")
    headings = results(page).locator("h2")
    expect(headings).to_have_text(
        [f"No partner lists or mentions “{text}”", f"Pages with “{text}”"]
    )
    expect(page.locator(".catalog-finder [role=status]").first).to_contain_text(
        f"No partner lists or mentions “{text}”. Pages with “{text}”."
    )
    expect(results(page).get_by_role("link", name="Request in public")).to_have_count(1)


@pytest.mark.parametrize("text", ["[", "%", "-- -", "“”"])
def test_a_question_without_words_is_told_so(page: Page, text: str) -> None:
    page.goto("")
    field(page).fill(text)
    expect(results(page)).to_have_text("Your question has no words. Type a name.")
    expect(page.locator(".catalog-finder [role=status]").first).to_have_text(
        "Your question has no words. Type a name."
    )


def test_hostile_texts_are_inert(page: Page) -> None:
    for text in HOSTILE[:2]:
        written = quote(text)
        page.goto(f"?q={written}&category={written}&{written}#{written}")
        expect(results(page)).to_contain_text(f"No partner lists or mentions “{text}”")
        assert page.locator("[data-panel]").evaluate(ACTIVE_CONTENT) == []
    for text in HOSTILE:
        field(page).fill(text)
        expect(results(page)).to_contain_text(
            re.compile(r"No partner lists|partners? lists? it|Your question has no words")
        )
        assert page.locator("[data-panel]").evaluate(ACTIVE_CONTENT) == []
        request = results(page).get_by_role("link", name="Request in public")
        lengths = request.evaluate_all("(links) => links.map((link) => link.href.length)")
        assert all(length < LONGEST_LINK for length in lengths)


ACTIVE_CONTENT = """
(panel) => [...panel.querySelectorAll("*")].filter(
    (node) => /^(script|img|iframe|style|svg)$/i.test(node.tagName)
        || [...node.attributes].some(({ name }) => name.startsWith("on") || name === "style")
        || (node.href && !/^https?:/.test(node.protocol))
).map((node) => node.outerHTML)
"""
LONGEST_LINK = 8_000


def test_filters_count_narrow_and_can_be_removed(large_page: Page) -> None:
    large_page.goto("")
    large_page.get_by_role("button", name="Filter").click()
    panel = large_page.locator("[data-panel]")
    boxes = panel.get_by_role("group", name="Category").get_by_role("checkbox")
    expect(boxes.nth(1)).to_be_visible()
    partners = group(large_page, "partners").get_by_role("heading", level=2)
    name, count = chosen(panel, "Category", 0)
    boxes.nth(0).check()
    expect(boxes.nth(0)).to_be_focused()
    assert shown_count(partners) == count
    # Values of one facet widen the results. Facets narrow them.
    other, more = chosen(panel, "Category", 1)
    boxes.nth(1).check()
    expect(large_page.get_by_role("button", name="Filter (2)")).to_be_visible()
    assert count + more >= shown_count(partners) > max(count, more)
    panel.get_by_role("checkbox", name="SQL").check()
    chips = results(large_page).get_by_role("list", name="Selected filters")
    expect(chips.get_by_role("listitem")).to_have_count(4)
    expect(large_page.get_by_role("button", name="Filter (3)")).to_be_visible()
    chips.get_by_role("button", name=f"Remove the filter Category: {name}").click()
    expect(panel.get_by_role("checkbox", name=name)).not_to_be_checked()
    expect(panel.get_by_role("checkbox", name=other)).to_be_checked()
    chips.get_by_role("button", name="Clear all").click()
    expect(chips).to_have_count(0)
    assert search_in(large_page) == {}
    expect(panel.get_by_role("checkbox", checked=True)).to_have_count(0)


def shown_count(heading: Locator) -> int:
    """Return the number in the heading of a part of the answer."""
    return int((heading.text_content() or "").split()[0].replace(",", ""))


def chosen(panel: Locator, facet: str, position: int) -> tuple[str, int]:
    """The shown name and count of a value of a facet."""
    label = panel.get_by_role("group", name=facet).locator("label").nth(position)
    name, count = (span.strip() for span in label.locator("span").all_text_contents())
    return name, int(count.replace(",", ""))


def test_a_filter_alone_lists_its_results(page: Page) -> None:
    page.goto("")
    button = page.get_by_role("button", name="Filter")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("group", name="Direction")).to_have_count(0)
    page.get_by_role("checkbox", name="Mainframe").check()
    expect(hits(page).get_by_role("link", name="IBM RACF")).to_be_visible()
    expect(results(page).get_by_role("heading", level=2).first).to_have_text("1 partner")
    assert search_in(page) == {"category": ["mainframe"]}


@pytest.mark.parametrize("viewport", [PHONE], ids=["phone"])
def test_filters_are_collapsed_on_a_phone(page: Page) -> None:
    page.goto("?q=ibm")
    expect(hits(page)).to_have_count(2)
    expect(page.get_by_role("group", name="Filters")).to_be_hidden()
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("checkbox", name="Mainframe").check()
    expect(page.get_by_role("button", name="Filter (1)")).to_be_visible()


def test_possible_partners_come_below_partners_that_list_it(large_page: Page) -> None:
    large_page.goto("?q=racf")
    generic = rows(large_page, "may_connect")
    expect(generic).to_have_count(0)
    results(large_page).get_by_text("partners state a way to connect any application").click()
    expect(generic).to_have_count(8)
    expect(generic.first).to_contain_text("REST")
    expect(generic.first.get_by_role("link", name=re.compile("Contact|Website"))).to_be_visible()
    expect(generic.get_by_role("link", name="IDMWORKS")).to_have_count(0)
    field(large_page).fill("sap hana")
    expect(results(large_page)).to_contain_text("No partner lists")
    expect(results(large_page)).to_contain_text("partners state a way to connect any application")
    expect(generic).to_have_count(0)


def test_a_long_group_is_shown_in_steps(large_page: Page) -> None:
    large_page.goto("?category=hr")
    lines = rows(large_page, "partners")
    expect(lines).to_have_count(8)
    for last in (8, 58):
        group(large_page, "partners").get_by_role("button", name="Show 50 more").click()
        expect(lines.nth(last).get_by_role("link").first).to_be_focused()
        expect(lines).to_have_count(last + 50)


def test_if_nobody_lists_it_there_are_suggestions_and_a_request(page: Page) -> None:
    page.goto("")
    field(page).fill("IBM RAKV")
    expect(results(page)).to_contain_text("Nobody mentions “rakv”.")
    nearest = results(page).get_by_role("list", name="Did you mean").get_by_role("link")
    expect(nearest.filter(has_text="IBM RACF")).to_be_visible()
    request = results(page).get_by_role("link", name="Request in public")
    url = urlsplit(request.get_attribute("href") or "")
    assert url._replace(query="").geturl() == REQUESTS
    issue = parse_qs(url.query)
    assert issue["title"] == ["Integration request: IBM RAKV"]
    assert "    IBM RAKV\n" in issue["body"][0]


def test_an_interface_that_no_partner_states(page: Page) -> None:
    page.goto("")
    field(page).fill("soap")
    expect(results(page)).to_contain_text("We know SOAP, but no partner states it yet.")
    expect(results(page).get_by_role("link", name=re.compile("SAP"))).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("RACF CICS", "Nobody mentions “cics”."),
        ("Aurion outbound", "None of these partners states Outbound."),
    ],
)
def test_what_no_partner_in_the_answer_has_is_named(page: Page, query: str, note: str) -> None:
    page.goto("")
    field(page).fill(query)
    expect(results(page)).to_contain_text(note)


def test_a_theme_without_a_palette_has_the_light_colors(page: Page) -> None:
    page.goto("")
    page.evaluate(
        "document.body.removeAttribute('data-md-color-scheme')"
    )  # as such a theme writes it
    drawn = page.locator(".catalog-finder__field")
    expect(drawn).to_have_css("border-top-color", "rgb(123, 139, 142)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(251, 250, 247)")


def test_partners_with_a_longer_list_are_named_if_nobody_lists_it(page: Page) -> None:
    page.goto("?q=workday")
    longer = group(page, "longer_lists")
    expect(longer).to_contain_text("publish a longer list elsewhere")
    expect(longer.get_by_role("listitem")).to_have_text(
        ["Aquera · Full list", "IDMWORKS · Full list"]
    )
    full = longer.get_by_role("link", name="Full list of Aquera")
    expect(full).to_have_attribute("href", "https://www.aquera.com/applications.html")
    expect(full).to_have_attribute("rel", "nofollow noopener noreferrer")
    field(page).fill("racf")
    expect(longer).to_have_count(0)


def test_a_query_with_a_partner_says_whether_it_lists_the_application(page: Page) -> None:
    page.goto("?q=idmworks+racf")
    expect(hits(page)).to_have_text(["IBM RACF1 partner lists it. Mainframe listed by IDMWORKS"])
    field(page).fill("unify racf")
    expect(hits(page)).to_contain_text(["IBM RACF"])
    expect(rows(page, "partners")).to_contain_text(["UNIFY Solutions doesn’t list IBM RACF"])


REQUESTS = "https://github.com/partner-catalog/partner-catalog/issues/new"


def test_the_answer_takes_the_place_of_the_home_page(page: Page) -> None:
    page.goto("")
    lead = page.locator(".catalog-hero .catalog-lead")
    expect(lead).to_be_visible()
    field(page).fill("racf")
    expect(rows(page, "'application:ibm-racf'")).to_have_count(1)
    expect(lead).to_be_hidden()
    expect(page.get_by_role("main").get_by_role("heading", level=2)).to_have_text(["IBM RACF"])
    page.keyboard.press("Escape")
    expect(lead).to_be_visible()
    expect(page.get_by_role("heading", name="By category")).to_be_visible()


def test_a_row_says_what_the_partner_states_and_how_to_reach_it(page: Page) -> None:
    page.goto("?q=as400")
    row = rows(page, "'application:ibm-i-as-400'")
    expect(row).to_contain_text(
        "Manages accounts in mainframe, midrange, and healthcare applications."
    )
    expect(row).to_contain_text("IBM i (AS/400), CA ACF2, CA Top Secret, and 5 more")
    expect(row).to_contain_text("Outbound")
    contact = row.get_by_role("link", name="Contact IDMWORKS")
    expect(contact).to_have_attribute("href", "https://www.idmworks.com/contacts/")
    expect(contact).to_have_attribute("rel", "nofollow noopener noreferrer")
    row.get_by_role("checkbox", name="Compare IDMWORKS").check()
    expect(page.get_by_role("region", name="Comparison")).to_contain_text("IDMWORKS")


def test_rows_that_stay_are_kept_and_change_only_what_a_key_changes(page: Page) -> None:
    page.goto("?q=rac")
    row = rows(page, "'application:ibm-racf'").first
    expect(row.locator(".catalog-stated")).to_contain_text("Outbound")
    row.evaluate("row => { row.isOld = true; row.querySelector('a').isOld = true; }")
    page.get_by_role("checkbox", name="Compare IDMWORKS").first.check()
    field(page).fill("racf outbound")
    expect(row.locator("mark")).to_have_text("Outbound")
    assert row.evaluate("row => [row.isOld, row.querySelector('a').isOld]") == [True, True]
    expect(row.get_by_role("checkbox")).to_be_checked()
    field(page).fill("epic")
    expect(rows(page, "'application:epic'").first).to_be_visible()
    names = results(page).locator(".catalog-row h3 a").all_text_contents()
    picks = (
        results(page)
        .locator("[data-compare-pick]")
        .evaluate_all("all => all.map((one) => one.dataset.comparePick)")
    )
    assert names == picks


def test_rows_below_the_window_are_laid_out_later(middle_page: Page) -> None:
    middle_page.set_viewport_size({"width": 1280, "height": 500})
    middle_page.goto("?q=payroll")
    every = results(middle_page).locator(".catalog-list > li")
    expect(every.first).to_be_visible()
    last = every.last
    is_laid_out = "row => row.firstElementChild.checkVisibility({ contentVisibilityAuto: true })"
    assert every.first.evaluate(is_laid_out)
    assert not last.evaluate(is_laid_out)
    last.scroll_into_view_if_needed()
    middle_page.wait_for_function(is_laid_out, arg=last.element_handle())


def test_rows_in_the_window_are_drawn_before_the_others(middle_page: Page) -> None:
    middle_page.set_viewport_size({"width": 1280, "height": 400})
    middle_page.goto("?q=zzzzqqqq")
    expect(results(middle_page)).to_contain_text("No partner lists or mentions")
    first, every, facts = middle_page.evaluate(
        """async () => {
          const facts = () => document.querySelectorAll("script[src*='compare-facts']").length;
          const rows = () => document.querySelectorAll(".catalog-answer .catalog-list > li").length;
          const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
          const field = document.querySelector("[data-catalog-finder] [type=search]");
          field.value = "payroll";
          field.dispatchEvent(new Event("input"));
          const [first, atFirst] = [rows(), facts()];
          await frame();
          await frame();
          await frame();
          return [first, rows(), [atFirst, facts()]];
        }"""
    )
    assert first == 5
    assert every > first
    assert facts[0] == 0 < facts[1]
    expect(middle_page.locator("[data-catalog-finder] [role=status]")).to_contain_text("found")


def test_a_row_says_whether_the_partner_states_what_was_asked_for(page: Page) -> None:
    page.goto("?q=racf+outbound")
    stated = rows(page, "'application:ibm-racf'").locator(".catalog-stated")
    expect(stated.locator("mark")).to_have_text("Outbound")
    expect(stated).not_to_contain_text("Not stated")
    field(page).fill("racf inbound")
    expect(stated).to_contain_text("Outbound · Not stated: Inbound")
    expect(stated.locator("mark")).to_have_count(0)
    field(page).fill("racf not outbound")
    expect(stated).to_contain_text("Outbound · You excluded: Outbound")
    field(page).fill("partners without outbound")
    silent = page.locator("[data-group=partners] .catalog-stated").first
    expect(silent).to_contain_text("Not stated: Direction")


def test_a_title_repeats_only_a_short_question(page: Page) -> None:
    title = page.locator("[data-group=mentioned] h2")
    page.goto("?q=disconnected+applications")
    expect(title).to_have_text("1 partner mentions “disconnected applications”")
    field(page).fill("who governs disconnected applications?")
    expect(title).to_have_text("1 partner mentions it")


def test_a_partner_that_is_shown_has_only_its_sentence_below(page: Page) -> None:
    page.goto("?q=racf+linux+servers")
    mentioned = rows(page, "mentioned")
    expect(mentioned).to_have_text("IDMWORKSLinux and Unix servers")
    name = mentioned.get_by_role("link", name="IDMWORKS")
    expect(name).to_have_attribute("href", re.compile("/partners/idmworks/$"))
    expect(rows(page, "together").get_by_role("checkbox")).to_have_count(1)


LONG = f"linux servers {'and something else ' * 9}in our datacenters, and also asparagus"
BEGINNING = LONG[:200].rpartition(" ")[0]


def test_of_a_long_question_the_beginning_is_read_up_to_a_whole_word(page: Page) -> None:
    page.goto("")
    field(page).fill(LONG)
    wait_for_search(page, {"q": [LONG]})
    status = page.locator("[data-catalog-finder]").get_by_role("status")
    note = f"Only the first {len(BEGINNING)} characters of your question were used."
    expect(status).to_contain_text(note)
    page.reload()
    expect(field(page)).to_have_value(LONG)
    expect(results(page)).to_contain_text(note)
    expect(results(page)).to_contain_text("Outbound")  # what partners state is loaded last
    # Not the inner text, which lacks rows that are laid out later.
    answer = (results(page).text_content() or "").removeprefix(note)
    field(page).fill(BEGINNING)
    expect(results(page)).not_to_contain_text("Only the first")
    expect(results(page)).to_have_text(answer)
    assert int(field(page).get_attribute("maxlength") or 0) > len(LONG)


def test_facts_that_cannot_be_loaded_leave_the_answer(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url) as context:
        page = context.new_page()
        page.route("**/compare-facts/*.js", lambda route: route.abort())
        page.goto("?q=racf")
        row = rows(page, "'application:ibm-racf'")
        expect(row.get_by_role("link", name="IDMWORKS", exact=True)).to_be_visible()
        expect(row.get_by_role("link", name="Contact IDMWORKS")).to_have_count(0)


def test_what_a_partner_says_in_its_own_words_is_quoted(page: Page) -> None:
    page.goto("?q=linux+servers")
    heading = group(page, "mentioned").get_by_role("heading", level=2)
    expect(heading).to_have_text("1 partner mentions “linux servers”")
    row = rows(page, "mentioned")
    expect(row.locator(".catalog-quote mark")).to_have_text(["Linux", "servers"])
    expect(row).to_contain_text("From its description. Lists CA ACF2")
    expect(row.get_by_role("link", name="Contact IDMWORKS")).to_be_visible()
    status = page.locator("[data-catalog-finder]").get_by_role("status")
    expect(status).to_have_text(
        "1 partner mentions “linux servers”. We know Linux, but no partner lists it yet. "
        "2 partners publish a longer list elsewhere."
    )


def test_what_nobody_lists_is_quoted_below_what_is_listed(page: Page) -> None:
    page.goto("?q=racf,+linux")
    expect(group(page, "mentioned").get_by_role("heading", level=2)).to_have_text(
        "Mentioned, but not listed"
    )
    expect(rows(page, "mentioned").locator(".catalog-quote mark")).to_have_text(["Linux"])
    expect(results(page)).not_to_contain_text("Nobody mentions")


def test_nobody_is_said_only_when_the_texts_are_read(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url) as context:
        page = context.new_page()
        page.route("**/finder/words/*.js", lambda route: route.abort())
        page.goto("?q=linux+servers")
        failure = "The texts of entries couldn’t be loaded."
        expect(results(page)).to_contain_text(failure)
        expect(page.locator("[data-catalog-finder]").get_by_role("status")).to_contain_text(failure)
        expect(results(page)).not_to_contain_text("No partner lists")
        page.unroute("**/finder/words/*.js")
        field(page).press("End")
        field(page).press_sequentially(" ")
        expect(rows(page, "mentioned")).to_have_count(1)


def test_a_partner_comes_before_applications_that_begin_with_its_name(middle_page: Page) -> None:
    middle_page.goto("?q=bright+circuit")
    expect(rows(middle_page, "partners").get_by_role("heading")).to_have_text("Bright Circuit")
    first = [
        part.get_attribute("data-group") for part in results(middle_page).locator("section").all()
    ]
    assert first == ["partners", "application:brightcircuit-service"]


def test_several_applications_begin_with_who_lists_all_of_them(page: Page) -> None:
    page.goto("?q=racf,+epic")
    both = group(page, "together")
    expect(both.get_by_role("heading", level=2)).to_have_text("1 partner lists all of them")
    expect(rows(page, "together")).to_contain_text(["IDMWORKS"])
    expect(rows(page, "together").locator("b")).to_have_text(["IBM RACF", "Epic"])
    expect(hits(page).get_by_role("heading")).to_have_text(["IBM RACF", "Epic"])
    both.get_by_role("link", name="Check as a list").click()
    page.wait_for_url("**/coverage/#list=IBM%20RACF%0AEpic")


def test_an_application_in_a_list_opens_to_contact_or_compare_its_partners(page: Page) -> None:
    page.goto("?category=mainframe")
    application = group(page, "applications").locator(".catalog-hit").first
    line = application.locator("summary")
    expect(line).to_have_text("1 partner: IDMWORKS")
    expect(application.get_by_role("checkbox")).to_have_count(0)
    line.focus()
    page.keyboard.press("Enter")
    expect(application.get_by_role("link", name="Contact IDMWORKS")).to_be_visible()
    expect(application.get_by_role("checkbox", name="Compare IDMWORKS")).to_be_visible()
    expect(line).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(application.get_by_role("link", name="IDMWORKS", exact=True)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(application.get_by_role("link", name="IDMWORKS", exact=True)).not_to_be_focused()
    line.click()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    expect(application.get_by_role("link", name="IDMWORKS", exact=True)).not_to_be_visible()


def test_a_headline_says_which_applications_are_not_listed(page: Page) -> None:
    page.goto("?q=racf,+chris21,+epic")
    most = group(page, "together")
    headline = (
        "Nobody lists all of them. 1 partner lists IBM RACF and Epic, "
        "without Frontier Software chris21"
    )
    expect(most.get_by_role("heading", level=2)).to_have_text(headline)
    expect(rows(page, "together")).to_contain_text(["IDMWORKS"])
    status = page.locator("[data-catalog-finder]").get_by_role("status")
    expect(status).to_contain_text(f"{headline}.")
    expect(hits(page).get_by_role("heading")).to_have_text(
        ["IBM RACF", "Frontier Software chris21", "Epic"]
    )
    most.get_by_role("link", name="Check as a list").click()
    page.wait_for_url("**/coverage/#list=IBM%20RACF%0AEpic%0AFrontier%20Software%20chris21")


@pytest.mark.parametrize("viewport", [{"width": 390, "height": 664}], ids=["phone"])
@pytest.mark.parametrize(
    ("query", "part"),
    {
        "as400": "application:ibm-i-as-400",
        "idmworks": "partners",
        "linux servers": "mentioned",
        "racf, epic": "together",
    }.items(),
)
def test_on_a_phone_the_first_answer_is_above_the_keyboard(
    query: str, part: str, page: Page
) -> None:
    page.goto("")
    field(page).focus()
    page.keyboard.type(query)
    row = rows(page, f"'{part}'")
    expect(row).to_contain_text("Outbound")
    top = "node => node.getBoundingClientRect().top"
    assert field(page).locator("xpath=..").evaluate(top) <= 60
    assert row.evaluate(top) <= 200


def test_a_check_box_keeps_the_focus_when_the_facts_of_its_row_arrive(page: Page) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/assets/compare-facts/*.js", hold)
    page.goto("")
    with page.expect_request("**/assets/compare-facts/*.js"):
        field(page).press_sequentially("racf")
    pick = rows(page, "'application:ibm-racf'").get_by_role("checkbox")
    pick.focus()
    page.keyboard.press("Space")
    for route in waiting:
        route.continue_()
    expect(rows(page, "'application:ibm-racf'")).to_contain_text("Outbound")
    expect(pick).to_be_checked()
    expect(pick).to_be_focused()


def test_a_reader_who_comes_back_is_where_the_answer_was_left(page: Page) -> None:
    page.goto("?q=racf")
    contact = rows(page, "'application:ibm-racf'").get_by_role("link", name="IDMWORKS", exact=True)
    contact.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/partners/idmworks/")
    page.go_back()
    expect(contact).to_be_focused()


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_enter_keeps_the_reader_at_the_answer(page: Page, viewport: ViewportSize) -> None:
    """On a phone, it also puts the keyboard away, which covers half of the answer."""
    page.goto("")
    field(page).press_sequentially("rac")
    expect(hits(page).first).to_contain_text("IBM RACF")
    page.keyboard.press("Enter")
    assert search_in(page) == {"q": ["rac"]}
    expect(hits(page).first).to_contain_text("IBM RACF")
    if viewport == DESKTOP:
        expect(field(page)).to_be_focused()
    else:
        expect(field(page)).not_to_be_focused()


def test_a_name_in_a_sentence_is_found_and_can_be_requested(page: Page) -> None:
    page.goto("?q=conector+para+nuestro+AS400")
    expect(hits(page)).to_have_count(1)
    expect(hits(page).first).to_contain_text("IBM i (AS/400)")
    expect(hits(page).first).to_contain_text("matches only")
    request = results(page).get_by_role("link", name="Request in public")
    assert "conector%20para" in str(request.get_attribute("href"))
    field(page).fill("as400")
    expect(request).to_have_count(0)


def test_filters_without_results_can_be_removed(page: Page) -> None:
    page.goto("?q=racf&category=erp")
    expect(results(page)).to_contain_text("No partner lists or mentions “racf” with these filters")
    results(page).get_by_role("link", name="Any “Category” (1)").click()
    expect(hits(page).get_by_role("link", name="IBM RACF")).to_be_visible()
    assert search_in(page) == {"q": ["racf"]}
    page.go_back()
    expect(results(page)).to_contain_text("No partner lists or mentions “racf” with these filters")


# Whole words of a name, or its beginning as the last word of three letters or more.
MARKED = {
    "top secret": ["Top Secret"],
    "racf ib": ["RACF"],
    "racf ibm": ["IBM", "RACF"],
    "ibm rac": ["IBM RAC"],
}


def test_a_result_says_why_it_was_found(page: Page) -> None:
    page.goto("?q=as400")
    expect(hits(page).first).to_contain_text("IBM i (AS/400)")
    expect(hits(page).first.locator("mark")).to_have_text("AS/400")
    for query, marked in MARKED.items():
        field(page).fill(query)
        expect(hits(page).first.locator("mark")).to_have_text(marked)
    field(page).fill("iseries")
    expect(hits(page).first).to_contain_text(
        "You typed “iseries,” another name for IBM i (AS/400)."
    )
    field(page).fill("ibm rafc")
    expect(hits(page).first).to_contain_text("similar spelling")


def test_the_name_of_a_category_is_shown_once(page: Page) -> None:
    page.goto("")
    field(page).fill("mainframe")
    expect(hits(page).first).to_have_text("CA ACF21 partner lists it. Mainframe")
    field(page).fill("hospital")
    expect(hits(page).first).to_contain_text(re.compile(r"^Epic\d.* Healthcare \w.*hospitals"))
    expect(hits(page).first).to_contain_text(
        re.compile(r"^(?:(?!Healthcare).)*Healthcare(?!.*Healthcare)")
    )


def test_what_a_category_is_about_is_said_once(middle_page: Page) -> None:
    middle_page.goto("?q=hospital")
    expect(hits(middle_page).nth(1)).to_be_visible()
    expect(results(middle_page).get_by_text(re.compile("hospitals"))).to_have_count(1)
    field(middle_page).fill("notre ERP, svp")
    expect(hits(middle_page).nth(1)).to_be_visible()
    expect(results(middle_page).get_by_text("matches only")).to_have_count(1)


def test_a_failure_to_load_the_index_is_reported_and_retried(
    browser: Browser, site_url: str
) -> None:
    with browser.new_context(base_url=site_url) as context:
        page = context.new_page()
        page.route("**/finder-index.js", lambda route: route.abort())
        page.goto("")
        field(page).fill("racf")
        expect(results(page)).to_contain_text("The search couldn’t be loaded.")
        expect(results(page).get_by_role("link", name="All applications A–Z")).to_be_visible()
        page.unroute("**/finder-index.js")
        field(page).fill("racf")
        field(page).press_sequentially(" ")
        expect(hits(page).first).to_contain_text("IBM RACF")


def test_little_is_loaded_before_somebody_searches(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(urlsplit(request.url).path))
    page.goto(
        ""
    )  # on a busy machine, the network can also be idle before the scripts are asked for
    page.wait_for_load_state("networkidle")
    ours = [path.partition("/assets/finder")[2] for path in fetched if "/assets/finder" in path]
    assert sorted(ours) == [".css", ".js", "/interface.js"]
    fetched.clear()
    with page.expect_response("**/assets/finder-index.js"):
        field(page).focus()
    assert [path.partition("/assets/")[2] for path in fetched] == [
        "finder/engine.js",
        "finder-index.js",
    ]
    page.goto("terms/", wait_until="networkidle")
    fetched.clear()
    page.goto("rules/", wait_until="networkidle")
    assert not [path for path in fetched if "/assets/finder/" in path]


def test_without_scripts_a_link_replaces_the_finder(browser: Browser, site_url: str) -> None:
    with browser.new_context(base_url=site_url, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("?q=racf")
        expect(page.locator("input[type=search]:visible")).to_have_count(0)
        page.get_by_role("link", name="All 17 applications A–Z").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Applications A–Z")


def test_the_finder_works_from_a_folder_on_disk(browser: Browser, site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((site / "index.html").as_uri())
        field(page).fill("AS 400")
        hits(page).first.get_by_role("link", name="IBM i (AS/400)").click()
        assert page.url == (site / "applications" / "ibm-i-as-400" / "index.html").as_uri()
        page.go_back()
        page.goto((site / "index.html").as_uri() + "?q=epic")
        rows(page, "'application:epic'").get_by_role("link", name="IDMWORKS", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("IDMWORKS")


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_open_results_are_accessible(large_page: Page) -> None:
    large_page.goto("?q=amber&category=hr&interfaces=rest")
    expect(large_page.get_by_role("list", name="Selected filters")).to_be_visible()
    if not large_page.get_by_role("group", name="Filters").is_visible():
        large_page.locator("[data-filter]").click()
    assert violations(large_page) == []
    field(large_page).fill("racfff qqq")
    expect(results(large_page)).to_contain_text("No partner lists")
    assert violations(large_page) == []


@pytest.mark.parametrize("viewport", [SMALLEST], ids=["320 px"])
def test_open_results_are_no_wider_than_the_smallest_phone(large_page: Page) -> None:
    for search in ("?q=amber&category=hr&interfaces=rest", f"?q={'w' * 150}"):
        large_page.goto(search)
        large_page.locator("[data-filter]").click()
        expect(results(large_page)).not_to_be_empty()
        width = large_page.evaluate("document.documentElement.scrollWidth")
        assert width == SMALLEST["width"], search


def test_an_answer_is_printed_without_controls_in_place_of_the_page(page: Page) -> None:
    page.goto("?q=racf")
    expect(page.get_by_role("link", name="Contact IDMWORKS").first).to_be_visible()
    page.emulate_media(media="print")
    expect(field(page)).to_have_value("racf")
    expect(hits(page).first).to_be_visible()
    expect(page.get_by_role("heading", name="Aquera")).to_be_hidden()
    expect(page.get_by_role("button").locator("visible=true")).to_have_count(0)
    expect(page.get_by_role("checkbox").locator("visible=true")).to_have_count(0)
    field(page).fill("")
    expect(page.locator(".catalog-finder")).to_be_hidden()
    expect(page.get_by_role("heading", name="Aquera")).to_be_visible()
