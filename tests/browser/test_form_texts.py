"""Whatever is typed into the form is seen, counted, judged and written as the checks read it."""

import io
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page
from ruamel.yaml import YAML

from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.vocabulary import Application, Vocabulary
from catalog_tool.text.characters import without_hidden
from catalog_tool.text.markup import parse_line, parse_markup, to_plain
from catalog_tool.text.ordering import same_key, slug, sort_key
from catalog_tool.text.words import count_words
from tests.browser.entries import AWKWARD, AWKWARD_BLOCKS, HIDDEN, MARKDOWN, NAMES
from tests.browser.form import GOOD, fill, preview, read
from tests.checking import check_files

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


def test_characters_are_seen_as_the_checks_see_them(form_of_many: Page) -> None:
    texts = [*AWKWARD, *AWKWARD_BLOCKS, *(text for text in HIDDEN if "\r" not in text)]
    found = [each["text"] for each in by_script(form_of_many, "withoutHidden", texts)]
    assert differences(texts, found, lambda text: without_hidden(text)[0]) == []


def test_names_have_the_same_slugs_keys_and_order(form_of_many: Page) -> None:
    assert differences(NAMES, by_script(form_of_many, "slug", NAMES), slug) == []
    assert differences(NAMES, by_script(form_of_many, "sameKey", NAMES), same_key) == []
    in_order = form_of_many.evaluate("names => names.sort(catalogEntry.compareNames)", NAMES)
    assert in_order == sorted(NAMES, key=sort_key)


def test_words_are_counted_by_the_same_rule(form_of_many: Page) -> None:
    texts = [
        *AWKWARD,
        *AWKWARD_BLOCKS,
        *NAMES,
        "don't state-of-the-art v1.10.3",
        "日本語。日本語 สวัสดี",
    ]
    assert differences(texts, by_script(form_of_many, "countWords", texts), count_words) == []


def test_the_words_of_markdown_are_those_that_readers_see(form_of_many: Page) -> None:
    texts = [*MARKDOWN, *AWKWARD_BLOCKS, *(text for text in some_texts(1500))]
    found = by_script(form_of_many, "countWords", by_script(form_of_many, "plainText", texts))
    assert differences(texts, found, lambda text: count_words(to_plain(parse_markup(text)))) == []


def test_the_text_of_one_line_of_markdown_is_the_same(form_of_many: Page) -> None:
    texts = [text.strip() for text in (*MARKDOWN, *some_texts(1500)) if "\n" not in text.strip()]
    found = by_script(form_of_many, "inlineText", texts)
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
def test_the_form_says_what_the_checks_say(values: dict[str, str], form_of_many: Page) -> None:
    fill(form_of_many, {"maintainers": ""} | GOOD | values)
    form_of_many.get_by_role("button", name="Copy the text").click()
    said = form_of_many.locator("[data-summary] li").all_text_contents()
    path = form_of_many.locator("[data-path]").text_content() or ""
    found = check_files({path: preview(form_of_many)})
    told = [each.message for each in found if each.name not in {"misnamed-file", "unbroken-run"}]
    wordy = (form_of_many.locator("[data-words-fault]").text_content() or "").partition(". ")[0]
    assert sorted([*said, *([f"{wordy}."] if wordy else [])]) == sorted(told)
    assert told


def test_near_misses_are_those_of_the_checks(form_of_many: Page) -> None:
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
    found = form_of_many.evaluate(
        """([known, names]) => {
          const applications = known.map((name) => ({ name, aliases: [] }));
          const vocabulary = new catalogEntry.Vocabulary(applications);
          return names.map((name) => vocabulary.nearMiss(name) ?? null);
        }""",
        [known, names],
    )
    assert differences(names, found, vocabulary.near_miss) == []
