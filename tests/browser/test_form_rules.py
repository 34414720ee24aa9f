"""The form says of names and addresses what the checks say, of the same cases."""

import json
import re
from collections import defaultdict

import pytest
from playwright.sync_api import Page, expect

from catalog_tool.pipeline import check
from catalog_tool.text.urls.address import ADDRESS_MAX_LENGTH, contact_fault, web_address_fault
from tests.checking import VOCABULARY, entry_text, written
from tests.ground.test_address import FORWARDING, HARMLESS, MALFORMED, ONWARD, TELLING
from tests.rules.test_names import DECEIVING, HONEST, KNOWN, PLATFORM, names

ADDRESS = "contribute/new/"
SAID = {"claimed-approval", "mixed-alphabets", "styled-name", "unusable-name", "empty-value"}
"""The rules of a name that the form has too."""

OF_PARTNER = (
    "catalogEntry.faultOf('name', value, 0)"
    " ?? catalogEntry.partnerFault(value, catalogEntry.vocabulary)"
)
# A browser does not know what a character is called.
_NAME_OF_CHARACTER = re.compile(r"(?<=U\+....) [A-Z0-9 -]+(?=[.,])")


def said_by_form(page: Page, question: str, values: list[str]) -> list[str]:
    """Return what the form says of each value, empty where it says nothing.

    Args:
        page: the browser.
        question: what to ask the form's scripts about a ``value``.
        values: what somebody typed.
    """
    page.goto(ADDRESS)
    expect(page.locator("[data-catalog-form]")).to_be_visible()
    ask = f"values => values.map((value) => ({question})?.message ?? '')"
    return list(page.evaluate(ask, values))


def said_by_checks(partners: list[str]) -> dict[str, list[str]]:
    """Return the errors of each name of a partner, by that name."""
    paths = {f"partners/firm-{number}.yaml": name for number, name in enumerate(partners)}
    files = {
        path: entry_text(f"name: {json.dumps(name, ensure_ascii=False)}\n", "firm")
        for path, name in paths.items()
    }
    with written({**files, VOCABULARY: KNOWN}) as settings:
        found = check(settings.model_copy(update={"platform": PLATFORM})).diagnostics
    said = defaultdict(list)
    for one in found:
        if one.name in SAID and one.path in paths:
            said[paths[one.path]].append(_NAME_OF_CHARACTER.sub("", one.message))
    return said


def test_an_honest_name_passes_the_form(page: Page) -> None:
    honest = names(HONEST)
    said = said_by_form(page, OF_PARTNER, honest)
    assert [(name, each) for name, each in zip(honest, said, strict=True) if each] == []


def test_a_deceiving_name_is_refused_by_the_form_as_by_the_checks(page: Page) -> None:
    deceiving = [name for rule in sorted(SAID) for name in names(DECEIVING[rule])]
    expected = said_by_checks(deceiving)
    said = said_by_form(page, OF_PARTNER, deceiving)
    others = [
        (name, each, expected[name])
        for name, each in zip(deceiving, said, strict=True)
        if each not in expected[name]
    ]
    assert others == []


@pytest.mark.parametrize("kind", ["web", "contact"])
def test_an_address_is_judged_by_the_form_as_by_the_checks(kind: str, page: Page) -> None:
    judge = web_address_fault if kind == "web" else contact_fault
    refused = [*MALFORMED, *ONWARD, *(address for address, _ in [*FORWARDING, *TELLING])]
    # Encoded letters of other alphabets are left to the checks, and the length to the field.
    judged = [
        each
        for each in (*refused, *HARMLESS)
        if "--" not in each and len(each) < ADDRESS_MAX_LENGTH
    ]
    faults = [judge(address) for address in judged]
    expected = [f" {fault.message}." if fault else "" for fault in faults]
    said = said_by_form(page, f"catalogEntry.faultOf('{kind}', value, 0)", judged)
    pairs = zip(judged, said, expected, strict=True)
    assert [
        each for each in pairs if not each[1].endswith(each[2]) or bool(each[1]) != bool(each[2])
    ] == []
