"""The form reads, counts, checks, and writes any text as the checks do."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page
from ruamel.yaml import YAML

from bench.synthetic import Size, write_catalog
from catalog_tool.loader.schema.unused_keys import NOTHING
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.nodes import Plain
from catalog_tool.text.bullets import HEADING, MARK, mark_list
from catalog_tool.text.characters import without_hidden
from catalog_tool.text.markup import parse_line, parse_markup, to_plain
from catalog_tool.text.ordering import same_key, slug, sort_key
from catalog_tool.text.words import count_words
from tests.browser.conftest import REPOSITORY
from tests.browser.entries import AWKWARD, AWKWARD_BLOCKS, HIDDEN, NAMES
from tests.browser.form import GOOD, preview, read, type_at_once
from tests.checking import FIELDS, OWN_FIELDS, check_files


def by_script(form: Page, function: str, texts: list[Any]) -> list[Any]:
    """Return the result of a function of the form's scripts for each text."""
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


def test_any_line_of_text_reads_back_unchanged(form: Page) -> None:
    form.get_by_role("button", name="Add a link").click()
    keys = ("name", "website", "contact", "applications_note", "tested_by", "description")
    filled = (*keys, "applications", "link-1-label", "link-1-url")
    files = type_at_once(
        form,
        [
            dict.fromkeys(filled, text) | {"applications": f"- {text}"}
            if HEADING.match(text.strip())
            else dict.fromkeys(filled, text)
            for text in AWKWARD
        ],
    )
    for text, written in zip(AWKWARD, files, strict=True):
        line = text.strip()
        name = MARK.sub("", line)
        expected = dict.fromkeys(keys, line) | {
            "description": mark_list(text).rstrip() + "\n",
            "applications": (name,),
            "links": ({"label": line, "url": line},),
        }
        if NOTHING.match(line):  # an optional line with "none" or "-" is left out
            del expected["applications_note"], expected["tested_by"]
        if not name:
            del expected["applications"]
        assert_reads_back(written, expected)


def test_any_description_reads_back_unchanged(form: Page) -> None:
    files = type_at_once(form, [{"description": text} for text in AWKWARD_BLOCKS])
    for text, written in zip(AWKWARD_BLOCKS, files, strict=True):
        assert "description: |" in written
        assert_reads_back(written, {"description": text.rstrip() + "\n"})


def assert_reads_back(written: str, expected: dict[str, Any]) -> None:
    """Assert it for the catalog, and for other YAML 1.1 and 1.2 parsers."""
    assert read(written) == expected, written
    others = {
        key: list(value) if isinstance(value, tuple) else value for key, value in expected.items()
    }
    assert by_others(written) == [others] * 2, written


def by_others(written: str) -> list[object]:
    """Return the data of a file from YAML 1.1 and 1.2 parsers."""
    return [yaml.safe_load(written), YAML(typ="safe", pure=True).load(io.StringIO(written))]


def test_text_is_quoted_so_that_all_parsers_agree(form: Page) -> None:
    same = 0
    texts = [*AWKWARD, *filter(None, NAMES)]
    for text, written in zip(
        texts, type_at_once(form, [{"name": text} for text in texts]), strict=True
    ):
        ours = entry_text({"name": text.strip()}).partition("\n")[2]
        # Not for NO, which the form quotes. y is true in YAML 1.1, but not in PyYAML.
        if text != "y" and by_others(ours) == [{"name": text.strip()}] * 2:
            same += 1
            assert written == ours
    assert same > len(AWKWARD) / 2


def test_characters_are_visible_to_the_form_and_the_checks_alike(form_of_many: Page) -> None:
    texts = [*AWKWARD, *AWKWARD_BLOCKS, *(text for text in HIDDEN if "\r" not in text)]
    found = [each["text"] for each in by_script(form_of_many, "withoutHidden", texts)]
    assert differences(texts, found, lambda text: without_hidden(text)[0]) == []


def test_names_have_the_same_slugs_keys_and_order(form_of_many: Page) -> None:
    slugs = form_of_many.evaluate("names => names.map(catalogNames.slug)", NAMES)
    assert differences(NAMES, slugs, slug) == []
    assert differences(NAMES, by_script(form_of_many, "sameKey", NAMES), same_key) == []
    many = [
        *NAMES,
        "A\U00010400",
        "A\uffee",
        "ab",
        "abc",
        "a b",
        "ab c",
        "a1",
        "a01",
        "a 9",
        "9" * 40,
    ]
    assert form_of_many.evaluate("catalogEntry.sortNames", many) == sorted(many, key=sort_key)


def published_values(folder: Path) -> list[dict[str, Plain]]:
    """Return the values of a catalog's entries, by key."""
    texts = [
        path.read_text(encoding="utf-8") for path in sorted(folder.glob("partners/[a-z0-9]*.yaml"))
    ]
    values = [read(text) for text in texts]
    return [each for each in values if isinstance(each, dict)]


def test_the_form_counts_the_words_of_entries_as_the_checks_do(
    form_of_many: Page, tmp_path: Path
) -> None:
    write_catalog(tmp_path, Size(entries=2_000, applications=300))
    entries = [*published_values(REPOSITORY), *published_values(tmp_path)]
    texts = [str(each["description"]) for each in entries]
    notes = [str(each["applications_note"]) for each in entries if "applications_note" in each]
    assert len(texts) > 2_000
    assert differences(texts, by_script(form_of_many, "countWords", texts), words_of_text) == []
    assert differences(notes, by_script(form_of_many, "countWords", notes), words_of_line) == []


def words_of_text(text: str) -> int:
    return count_words(to_plain(parse_markup(text)))


def words_of_line(text: str) -> int:
    return count_words(to_plain(parse_line(text)))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("- a\n- **b** _c_", 3),
        ("one two\nthree", 3),
        ("don't state-of-the-art v1.10.3 (x)", 4),
        ("[two words](https://a.b/c) `code` <https://a.b/c,d>", 4),
        ("1. one\n2. two\n\n   three", 3),
        ("a – b * 👩\u200d💻", 2),
        ("Zürich Zu\u0308rich שלום עולם हिन्दी", 5),
    ],
)
def test_a_word_is_a_run_with_a_letter_or_a_digit(
    text: str, count: int, form_of_many: Page
) -> None:
    assert by_script(form_of_many, "countWords", [text]) == [count]
    assert words_of_text(text) == count


@pytest.mark.parametrize(
    ("text", "by_form", "by_checks"),
    [
        ("RACF/ACF2", 1, 2),
        ("a–b", 1, 2),
        ("می\u200cخواهم", 1, 2),
        ("日本語の説明", 1, 3),
        ("x" * 31, 1, 2),
        ("AT&amp;T &amp; x", 3, 3),
        ("[a](https://a.b/c 'two words')", 3, 1),
        ("a [b][r]\n\n[r]: https://a.b/c", 4, 2),
    ],
)
def test_the_form_counts_some_words_only_roughly(
    text: str, by_form: int, by_checks: int, form_of_many: Page
) -> None:
    assert by_script(form_of_many, "countWords", [text]) == [by_form]
    assert words_of_text(text) == by_checks


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
        {"name": "Contoso  Identity"},
        {"name": "Contoso " * 20 + "X"},
        {"name": "null"},
        {"name": "TODO"},
        {"contact": "name@company.com"},
        {"contact": "+49 89 1234567"},
        {"contact": "[Insert contact email]"},
        {"website": "Anna Miller"},
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
def test_the_form_says_what_the_checks_say(values: dict[str, str], form_of_many: Page) -> None:
    type_at_once(form_of_many, [{"maintainers": ""} | GOOD | values])
    form_of_many.get_by_role("button", name="Copy the text").click()
    shown = form_of_many.locator("[data-summary] li").all_text_contents()
    path = form_of_many.locator("[data-path]").text_content() or ""
    found = check_files({path: preview(form_of_many), FIELDS: OWN_FIELDS})
    reported = [
        each.message for each in found if each.name not in {"misnamed-file", "unbroken-run"}
    ]
    wordy = (form_of_many.locator("[data-words-fault]").text_content() or "").partition(". ")[0]
    # The form's count is exact for these words, but that isn't guaranteed.
    words = [f"{wordy}.".replace(" about", "")] if wordy else []
    assert sorted([*shown, *words]) == sorted(map(in_fields, reported))
    assert reported


def in_fields(message: str) -> str:
    """Return a message about keys as the form says it about its fields."""
    label = r"“\1”"
    missing = re.sub(r"^The key '(\w+)' is missing\.", rf"{label} is empty.", message)
    named = re.sub("“(.)", lambda first: first[0].upper(), missing)
    counted = re.sub(r"\b[a-z]+(?= \d+[,.])", lambda key: key[0].capitalize(), named)
    return ALTERNATIVES.get(counted, counted)


ALTERNATIVES = {
    "The entry lists neither applications nor interfaces.": (
        "All of these fields are empty: “Applications”, “Generic interfaces”."
    )
}
