"""The finder of the built site knows the pages that the owners wrote, from what readers see."""

import json
import re
from typing import Any

import pytest

from tests.site.built.made_site import MadeSite
from tests.site.finder.engine import in_javascript

FIND = """(query) => {
    const index = catalogFinder.load(structuredData);
    Object.entries(shards).forEach(([name, data]) => catalogFinder.addShard(index, name, data));
    return catalogFinder.find(index, query).mentioned;
}"""


@pytest.fixture(scope="module")
def scripts(site: MadeSite) -> list[str]:
    """The index and the parts, as scripts that don't lose them to the first query."""
    folder = site.folder / "assets"
    parts = sorted((folder / "finder").glob("*/*.js"))
    text = "".join(path.read_text(encoding="utf-8") for path in parts)
    index = (folder / "finder-index.js").read_text(encoding="utf-8")
    kept = "var structuredData = catalogFinderData, shards = catalogFinderShards;"
    return [index, text, kept]


@pytest.mark.parametrize(
    ("query", "kind", "address", "words"),
    [
        ("Microsoft Graph", "page", "#integration-options-option-3-use-microsoft-graph", "Graph"),
        ("software vendors comply", "page", "terms/#terms-who-must-comply", "Comply"),
        ("alphabetical order", "rule", "contribute/#guidelines", "alphabetical order"),
        ("byte order mark", "rule", "rules/byte-order-mark/", "byte order mark"),
    ],
)
def test_a_page_is_found_by_its_words(
    query: str, kind: str, address: str, words: str, scripts: list[str]
) -> None:
    (mentioned,) = in_javascript(FIND, [query], *scripts)
    found = next(each for each in mentioned if each["address"] == address)
    assert found["kind"] == kind
    assert found["where"] == "page"
    marked = " ".join(found["sentence"][start:end] for start, end in found["marks"])
    assert words.lower() in marked.lower()


def test_partners_come_first_and_pages_for_contributors_last(scripts: list[str]) -> None:
    (mentioned,) = in_javascript(FIND, ["lifecycle"], *scripts)
    kinds = [each["kind"] for each in mentioned]
    assert kinds == sorted(kinds, key=["partner", "page", "rule"].index)
    assert kinds[0] == "partner"
    pages = [each["address"].partition("#")[0] for each in mentioned if each["kind"] != "partner"]
    assert len(pages) == len(set(pages))


def test_no_text_of_a_list_or_a_form_is_a_page(scripts: list[str]) -> None:
    records: list[dict[str, Any]] = [
        text
        for part in re.findall(r'\["texts/\d+"\]=(.*);\n', scripts[1])
        for text in json.loads(part)
    ]
    folders = {each["address"].partition("#")[0].partition("/")[0] for each in records[3:]}
    assert folders == {"", "contribute", "rules", "terms"}
