"""Helpers to fill in the form."""

from collections.abc import Mapping, Sequence

from playwright.sync_api import Page, expect

from catalog_tool.loader.entry import read_source
from catalog_tool.loader.limits import Limits
from catalog_tool.model.nodes import Plain, plain

ADDRESS = "contribute/"
UNBOUNDED = Limits(max_bytes=10**9, max_depth=3, max_nodes=10**6)
GOOD = {
    "name": "Contoso Identity",
    "website": "https://www.contoso.com/identity",
    "contact": "sales@contoso.com",
    "description": "Contoso Gateway provisions users.",
    "applications": "SAP ECC\nIBM RACF",
}
GOOD_TEXT = (
    "name: Contoso Identity\n"
    "website: https://www.contoso.com/identity\n"
    "contact: sales@contoso.com\n"
    "description: |\n  Contoso Gateway provisions users.\n"
    "applications:\n  - IBM RACF\n  - SAP ECC\n"
)


def open_form(page: Page) -> Page:
    """Open the form with all of its fields, and return its page."""
    page.goto(ADDRESS)
    expect(page.locator("[data-catalog-form]")).to_be_visible()
    page.locator("details.catalog-form__more > summary").click()
    return page


def fill(form: Page, values: Mapping[str, str]) -> None:
    """Type values into fields, by key."""
    for key, text in values.items():
        form.locator(f"#entry-{key}").fill(text)


# A browser draws the page after each field that Playwright fills in, but only once after these.
TYPE = """
(entries) => entries.map((values) => {
  const inputs = Object.keys(values).map((key) => document.getElementById(`entry-${key}`));
  Object.values(values).forEach((text, at) => (inputs[at].value = text));
  inputs[0].dispatchEvent(new Event("input", { bubbles: true }));
  inputs[0].dispatchEvent(new Event("change", { bubbles: true }));
  return document.querySelector("[data-yaml]").textContent;
})
"""


def type_at_once(form: Page, entries: Sequence[Mapping[str, str]]) -> list[str]:
    """Type several entries one after another, and return the text of the file after each."""
    written: list[str] = form.evaluate(TYPE, entries)
    return written


def preview(form: Page) -> str:
    """Return the shown text of the file."""
    return form.locator("[data-yaml]").text_content() or ""


def read(text: str) -> Plain:
    """Return the values that the catalog reads from a file."""
    source, problems = read_source("partners/contoso.yaml", text, UNBOUNDED)
    assert problems == (), text
    assert source.root is not None
    return plain(source.root)
