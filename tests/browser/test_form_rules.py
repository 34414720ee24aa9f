"""The form refuses what the patterns of the rules refuse, with the same messages."""

import json
import re
from collections.abc import Mapping

import pytest
from playwright.sync_api import Page

from catalog_tool.linter.rules import claimed_approval
from catalog_tool.linter.rules.host_in_name import HOST
from catalog_tool.loader.schema.value_repairs import NO_CONTACT, NO_WEB_ADDRESS
from catalog_tool.model.placeholders import ADDRESS_PLACEHOLDERS
from catalog_tool.pipeline import check
from catalog_tool.site.form.refusals import KINDS, REPAIRS
from catalog_tool.text.refusals import first_refusal
from catalog_tool.text.urls.address import ADDRESS_MAX_LENGTH, contact_fault, web_address_fault
from tests.browser.entries import AWKWARD, NAMES
from tests.browser.form import GOOD, read
from tests.checking import VOCABULARY, entry_text, fix_entry, written
from tests.linter.rules.test_names import DECEIVING, HONEST, KNOWN, PLATFORM, names
from tests.text.test_address import FORWARDING, HARMLESS, MALFORMED, ONWARD, TELLING

CLAIMS = names(DECEIVING["claimed-approval"])
PLAIN_CLAIMS = [name for name in CLAIMS if first_refusal(claimed_approval.CLAIMS, name)]
HOSTS = names(DECEIVING["host-in-name"])
LOWERCASE_HOSTS = [name for name in HOSTS if HOST.reason_against(name)]
REFUSED_NAMES = [
    *PLAIN_CLAIMS,
    *LOWERCASE_HOSTS,
    *names(DECEIVING["unusable-name"]),
    *names(DECEIVING["empty-value"]),
    "404",
    "٣٤",
    " Contoso",
    "a  b",
]
REFUSED_ADDRESSES = [*MALFORMED, *ONWARD, *(address for address, _ in [*FORWARDING, *TELLING])]
EMAILS = ["sales@contoso.com", "sales@it's.com", "sales@a.local", "sales@@contoso.com", "a@b.com?x"]
# Browsers read no letters in the others, so the form refuses them for another reason.
STYLED = [name for name in names(DECEIVING["styled-name"]) if any(map(str.isalnum, name))]
ENCODED_HOSTS = [
    each for each in MALFORMED if re.search(r"(?i)//(www\.|contoso\.)?(xn|ab)--[a-z0-9]", each)
]

LEFT_TO_THE_CHECKS: dict[str, list[Mapping[str, str]]] = {
    # These need Unicode tables, names of other entries, or the name of the platform.
    "mixed-alphabets": [{"name": name} for name in names(DECEIVING["mixed-alphabets"])],
    "stacked-marks": [{"name": name} for name in names(DECEIVING["stacked-marks"])],
    "styled-name": [{"name": name} for name in STYLED],
    "claimed-approval": [{"name": name} for name in CLAIMS if name not in PLAIN_CLAIMS],
    "host-in-name": [{"name": name} for name in HOSTS if name not in LOWERCASE_HOSTS],
    "application-spelling": [{"applications": "SAP EC"}],
    # These need a decoded address.
    "malformed-link": [{"website": each} for each in ENCODED_HOSTS],
    "concealed-link": [
        {"website": "https://maps.google.com//%75rl/?q=x"},
        {"website": "https://www.contoso.com/login?returnUrl=https%3A%2F%2Ffabrikam.com"},
    ],
    # These depend on neighboring characters.
    "hidden-character": [{"name": "Con\u200dtoso"}, {"description": "a\u200cb"}],
    # These need Markdown, or rules of writing systems.
    "too-many-words": [{"description": "RACF/ACF2 " * 300}, {"description": "日本語 " * 300}],
    "refused-markup": [{"description": "[Contoso](https://www.contoso.com/ 'Contoso')"}],
}
"""Values that the form accepts and a rule reports on the pull request, by rule."""


def messages_of_form(form: Page, kind: str, values: list[str]) -> list[str]:
    """Return the form's message for each value of a kind, or an empty string."""
    ask = """([kind, values]) => values.map((value) =>
      catalogEntry.faultOf(kind, value, 0)?.message ?? "")"""
    return list(form.evaluate(ask, [kind, values]))


def messages_of_checks(partners: list[str]) -> dict[str, list[str]]:
    """Return the errors of each name of a partner, by that name."""
    files = {
        f"partners/firm-{number}.yaml": entry_text(
            f"name: {json.dumps(name, ensure_ascii=False)}\n", "firm"
        )
        for number, name in enumerate(partners)
    }
    with written({**files, VOCABULARY: KNOWN}) as settings:
        found = check(settings).diagnostics
    return {
        name: [each.message for each in found if each.path == path]
        for path, name in zip(files, partners, strict=True)
    }


def test_the_form_knows_most_claims_and_hosts() -> None:
    assert len(PLAIN_CLAIMS) > 10
    assert len(LOWERCASE_HOSTS) > 7


@pytest.mark.parametrize("kind", KINDS)
def test_each_pattern_means_the_same_in_both_languages(kind: str, form_of_many: Page) -> None:
    values = [
        *(*REFUSED_NAMES, *names(HONEST), *NAMES, *AWKWARD, *REFUSED_ADDRESSES, *HARMLESS, *EMAILS),
        *(name for line in DECEIVING.values() for name in names(line)),
    ]
    # In a browser, a dot doesn't match a line separator. The form removes them.
    seen = [value for value in values if value and not re.search("[\r\x1b\u2028\x00]", value)]
    groups = list(KINDS[kind].items())
    ours = [
        [
            bool(re.search(about, value)),
            *(bool(refusal.reason_against(value)) for refusal in refusals),
        ]
        for value in seen
        for about, refusals in groups
    ]
    theirs = form_of_many.evaluate(
        """([kind, values]) => {
          const { kinds, refusals } = catalogEntry.checks;
          const matches = (row, value) =>
            new RegExp(refusals[row].pattern, refusals[row].flags).test(value);
          return values.flatMap((value) => kinds[kind].map(({ about, refused }) => [
            new RegExp(about, "u").test(value),
            ...refused.map((row) => matches(row, value)),
          ]));
        }""",
        [kind, seen],
    )
    cases = [(value, about) for value in seen for about, _ in groups]
    assert [
        case for case, one, other in zip(cases, ours, theirs, strict=True) if one != other
    ] == []


GARBLED = "The Müller’s gateway — für Köln, São Paulo … © Contoso".encode().decode("cp1252")
MISWRITTEN = [
    *("[a b](https://a.com/b c)", "See [a] (https://a.com/) or [b (c d)](https://b.com/ x\ty)."),
    *("[a](https://a.com/b)", "https://a.com/?utm_source=x", "https://a.com/?b=1&GCLID=2&c=3#d e"),
    *("See [us](https://a.com/?utm_source=x&utm_medium=y).", "https://b.com/?fbclid=1."),
    *(GARBLED, "Ã¼", "Ã", "Â", "It is fine."),
]


def test_each_repair_means_the_same_in_both_languages(form_of_many: Page) -> None:
    texts = [*MISWRITTEN, *AWKWARD]
    ours = [
        [
            re.sub(row.pattern, lambda match, row=row: row.meant(match.group()), text, flags=flags)
            for text in texts
        ]
        for row in REPAIRS
        for flags in [re.IGNORECASE if row.ignores_case else 0]
    ]
    theirs = form_of_many.evaluate(
        """(texts) => catalogEntry.checks.repairs.map(({ pattern, flags, steps }) => {
          const meant = (found) => steps.reduce(
            (done, [part, plain]) => done.replace(new RegExp(part, flags), plain), found);
          return texts.map((text) => text.replace(new RegExp(pattern, flags), meant));
        })""",
        texts,
    )
    assert theirs == ours
    assert all(row != texts for row in ours)


def test_what_the_form_repairs_the_checks_repair_alike(form_of_many: Page) -> None:
    # In a text, the checks judge only links in Markdown.
    for text in (each for each in MISWRITTEN if "?" not in each or "](" in each):
        form_of_many.locator("#entry-description").fill(text)
        suggestions = form_of_many.locator("#entry-description ~ [data-suggestions] button")
        while suggestions.count():
            suggestions.first.click()
        repaired = form_of_many.locator("#entry-description").input_value()
        part = f"description: |\n  {text}\n"
        fixed = read(fix_entry(part, unsafe=True))
        assert isinstance(fixed, dict)
        assert fixed["description"] == f"{repaired}\n"


def test_an_honest_name_passes_the_form(form_of_many: Page) -> None:
    honest = names(HONEST)
    messages = messages_of_form(form_of_many, "partner", honest)
    assert [each for each in zip(honest, messages, strict=True) if each[1]] == []


def test_the_form_and_the_checks_have_equal_messages_for_a_name(form_of_many: Page) -> None:
    expected = messages_of_checks(REFUSED_NAMES)
    messages = messages_of_form(form_of_many, "partner", REFUSED_NAMES)
    pairs = zip(REFUSED_NAMES, messages, strict=True)
    assert [(name, each) for name, each in pairs if each not in expected[name]] == []


@pytest.mark.parametrize("kind", ["web", "contact"])
def test_the_form_and_the_checks_have_equal_messages_for_an_address(
    kind: str, form_of_many: Page
) -> None:
    find_fault = web_address_fault if kind == "web" else contact_fault
    left = [
        values["website"]
        for rule in LEFT_TO_THE_CHECKS.values()
        for values in rule
        if "website" in values
    ]
    encoded = [each for each in ONWARD if "%" in each]
    checked = [
        each
        for each in (*REFUSED_ADDRESSES, *HARMLESS, *EMAILS)
        if each not in {*left, *encoded} and len(each) <= ADDRESS_MAX_LENGTH
    ]
    instead = {"web": NO_WEB_ADDRESS, "contact": NO_CONTACT}[kind]

    def message_of_checks(address: str) -> str:
        fault = find_fault(address)
        if fault is None:
            placeholder = first_refusal(ADDRESS_PLACEHOLDERS, address)
            return f" {placeholder.reason}." if placeholder else ""
        other = first_refusal(instead, address)
        return f" {other.reason if other else fault.message}."

    expected = list(map(message_of_checks, checked))
    pairs = zip(checked, messages_of_form(form_of_many, kind, checked), expected, strict=True)
    assert [
        each for each in pairs if not each[1].endswith(each[2]) or bool(each[1]) != bool(each[2])
    ] == []


def test_the_checks_report_what_the_form_cannot_check(
    form_of_many: Page,
) -> None:
    rows = [(rule, values) for rule, every in LEFT_TO_THE_CHECKS.items() for values in every]
    form_of_many.get_by_role("button", name="Copy the text").click()
    shown = form_of_many.evaluate(
        """([good, rows]) => rows.map((values) => {
          for (const [key, text] of Object.entries({ ...good, ...values })) {
            const field = document.getElementById(`entry-${key}`);
            field.value = text;
            field.dispatchEvent(new Event("input", { bubbles: true }));
          }
          const places = "[data-summary] li, [data-words-fault], [data-suggestions]:not([hidden])";
          const faults = [...document.querySelectorAll(places)].map((each) => each.textContent);
          return [document.querySelector("[data-yaml]").textContent, faults.filter(Boolean)];
        })""",
        [GOOD | {"file": "firm"}, [values for _, values in rows]],
    )
    files = {f"partners/firm-{number}.yaml": text for number, (text, _) in enumerate(shown)}
    with written({**files, VOCABULARY: KNOWN}) as settings:
        found = check(settings.model_copy(update={"platform": PLATFORM})).diagnostics
    reported = {(each.path, each.name) for each in found}
    paths = dict(zip(files, rows, strict=True))
    refused = [(row, faults) for row, (_, faults) in zip(rows, shown, strict=True) if faults]
    assert refused == []
    assert [row for path, row in paths.items() if (path, row[0]) not in reported] == []
