"""A whole site in German: readers see no English outside of parts that say so."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from catalog_tool.loader.configuration import load_settings
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check
from catalog_tool.site.exporters import (
    issue_form,
    llms_txt,
    markdown_catalog,
    pull_request_template,
)
from catalog_tool.site.messages import messages_of
from catalog_tool.site.messages.scripts import all_messages, message_index
from tests.browser.conftest import build

GERMAN = Path(__file__).parent / "german"
NOT_READ = "script, style, pre, code, [lang=en], meta[http-equiv], meta[name=generator]"
ATTRIBUTES = ("alt", "aria-label", "content", "placeholder", "title")
# Words of English sentences that aren't German words.
ENGLISH = re.compile(
    r"\b(?:the|and|of|this|that|with|from|not|are|is|you|your|for|or|lists?|search|page|by|has|have|"
    r"no|any|edit|open|see|find|back|close|clear|theme|switch|previous|next|partner's|connects?|"
    r"yet|which|who|application|applications|stated|tested)\b",
    re.IGNORECASE,
)
# Addresses, and keys of the entry format.
SAME_EVERYWHERE = re.compile(r"https://\S+|\w+ oder \w+ (?=erforderlich)")
FOOTER_OF_THEME = {"Made with", "Material for MkDocs"}
ENGLISH_PAGES = ("rules/",)
_PLACEHOLDER = re.compile(r"%%|%\(\w+\)s")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, LexborHTMLParser]:
    """Every page of the site by its path, without what is marked as English."""
    root = tmp_path_factory.mktemp("german")
    shutil.copytree(GERMAN, root, dirs_exist_ok=True)
    site = build(root, root / "site")
    read = {}
    for path in site.rglob("*.html"):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        for part in page.css(NOT_READ):
            part.decompose()
        read[path.relative_to(site).as_posix()] = page
    return read


def texts_of(page: LexborHTMLParser) -> Iterator[str]:
    """Yield what readers see or hear: text, and attributes with text."""
    assert page.root
    for node in page.root.traverse(include_text=True):
        if node.tag == "-text":
            yield " ".join((node.text_content or "").split())
        else:
            yield from (value for name in ATTRIBUTES if (value := node.attributes.get(name)))


def english() -> re.Pattern[str]:
    """Return a pattern of all English messages that differ in German."""
    german = messages_of(Settings(root=Path(), language="de"))
    every = message_index()["messages"]
    both = {
        pattern
        for forms in every
        for pattern in (german.plural_patterns(*forms) if forms[1:] else [german.pattern(*forms)])
    }
    forms = [form for forms in every for form in forms if form not in both]
    forms = [form for form in forms if re.search("[A-Za-z]{2}", _PLACEHOLDER.sub("", form))]
    literal = [".+?".join(map(re.escape, _PLACEHOLDER.split(_plain(form)))) for form in forms]
    return re.compile("|".join(literal))


def _plain(message: str) -> str:
    return re.sub(r"<[^>]*>", "", message)


def test_every_kind_of_page_is_there(pages: dict[str, LexborHTMLParser]) -> None:
    folders = {path.partition("/")[0] for path in pages}
    assert folders >= {"404.html", "applications", "catalog", "categories", "compare", "contribute"}
    assert {"index.html", "partners/weg/index.html", "partners/altwerk/index.html"} <= {*pages}
    assert {"terms", "rules"} <= folders


def test_no_english_message_is_left(pages: dict[str, LexborHTMLParser]) -> None:
    message = english()
    left = [
        (path, text)
        for path, page in pages.items()
        if not path.startswith(ENGLISH_PAGES)
        for text in texts_of(page)
        if message.fullmatch(text)
    ]
    assert left == []


def test_no_other_english_is_left(pages: dict[str, LexborHTMLParser]) -> None:
    left = [
        (path, text)
        for path, page in pages.items()
        if not path.startswith(ENGLISH_PAGES)
        for text in texts_of(page)
        if ENGLISH.search(SAME_EVERYWHERE.sub("", text)) and text not in FOOTER_OF_THEME
    ]
    assert left == []


def test_the_pages_of_rules_say_that_they_are_english(pages: dict[str, LexborHTMLParser]) -> None:
    rules = [page for path, page in pages.items() if path.startswith(ENGLISH_PAGES)]
    assert rules
    assert all(page.css_first(".catalog-page") is None for page in rules)


def test_the_pattern_of_english_finds_messages() -> None:
    assert english().fullmatch("Contact Nordwerk")
    assert english().fullmatch("Add your integration")
    assert len(all_messages()) > 200


def test_days_and_yes_are_german(pages: dict[str, LexborHTMLParser]) -> None:
    texts = {*texts_of(pages["partners/nordwerk/index.html"])}
    assert {"4. Mai 2024", "3. Oktober 2024", "Ja"} <= texts


def test_files_of_the_repository_and_for_programs_are_german() -> None:
    publication = check(load_settings(GERMAN)).publication
    shown = (markdown_catalog, pull_request_template, issue_form, llms_txt)
    texts = {each.__name__: each.export(publication) for each in shown}
    # For programs: the notice and the checksum, and keys of GitHub's form.
    ours = re.compile(
        r"<!-- Generated[^>]*-->|^# Generated.*\n.*|^ *(- )?'?[a-z]+:( [a-z_]+$)?|https?://\S+",
        re.MULTILINE,
    )
    left = {
        name: [line for line in ours.sub("", text).splitlines() if ENGLISH.search(line)]
        for name, text in texts.items()
    }
    assert {name: lines for name, lines in left.items() if lines} == {}
    said = "Die Integration wurde mit Beispielplattform getestet."
    assert all(said in texts[each.__name__] for each in (issue_form, pull_request_template))
