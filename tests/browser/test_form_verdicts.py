"""The form judges entries as the check does, also those that nobody thought of."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page, expect

from catalog_tool.linter.draft import check_draft
from catalog_tool.loader.configuration import load_settings
from catalog_tool.loader.publication import load_publication
from catalog_tool.model.diagnostic import Diagnostic, Severity
from catalog_tool.model.publication import Publication
from tests.browser.conftest import REPOSITORY
from tests.browser.form import preview, type_at_once

FRESH: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "fresh_entries.yaml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def publication() -> Publication:
    return load_publication(load_settings(REPOSITORY))


def keys_refused_by_form(form: Page, values: dict[str, str]) -> set[str]:
    """Return the keys of the fields with a fault after everything is filled in."""
    form.locator("[data-discard]").evaluate("button => button.click()")
    type_at_once(form, [values])
    form.get_by_role("button", name="Copy the text").click()
    expect(form.get_by_role("main").get_by_role("status")).to_have_text("Copied.")
    form.wait_for_function("globalThis.catalogFormData")
    shown = form.locator("[data-fault]:not([hidden])")
    keys = shown.evaluate_all("all => all.map(e => e.closest('[data-field]').dataset.field)")
    return set(keys)


def key_of(found: Diagnostic, lines: list[str]) -> str:
    """Return the key that a diagnostic is about."""
    if missing := re.match(r"The key '(\w+)' is missing", found.message):
        return missing[1]
    above = reversed(lines[: found.line])
    return next(line.partition(":")[0] for line in above if line[:1].strip())


@pytest.mark.parametrize("what", FRESH["typed"])
def test_the_form_and_the_check_agree(
    what: str, form_of_many: Page, publication: Publication
) -> None:
    form = form_of_many
    form.context.grant_permissions(["clipboard-read", "clipboard-write"])
    keys = keys_refused_by_form(form, FRESH["complete"] | FRESH["typed"][what])
    path = form.locator("[data-path]").text_content() or ""
    text = preview(form)
    found = check_draft(publication, path, text)
    lines = text.split("\n")
    refused = {
        key_of(each, lines)
        for each in found
        if each.severity is Severity.ERROR and each.path == path
    }
    assert keys == refused


def test_nothing_is_left_out() -> None:
    assert len(FRESH["typed"]) == 49
