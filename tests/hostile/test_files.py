"""Files for programs: each payload arrives as the text it is, in a file that stays what it is."""

import csv
import io
import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from catalog_tool.model.publication import Publication
from catalog_tool.site.exporters import catalog_csv, catalog_json, feed
from catalog_tool.site.exports import site_files
from tests.hostile.corpus import MARK, PAYLOADS, hostile_publication

ATOM = "{http://www.w3.org/2005/Atom}"
# What ends a script's element, or a line of an old script.
ENDS_A_SCRIPT = re.compile(r"</|<!--|[\u2028\u2029]", re.IGNORECASE)
# What a spreadsheet takes for a formula.
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
OPENED = {*"html head body p ul ol li em strong code br a".split()}


def written(site: Publication) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file of the site that is no page."""
    yield from ((file.path, file.text) for file in site_files(site))


def test_the_json_says_each_text_as_it_was_written(hostile: Publication) -> None:
    document = json.loads(catalog_json.export(hostile))
    names = [partner["name"] for partner in document["partners"]]
    assert names == [f"N {MARK} {payload}" for payload in PAYLOADS.values()]


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_no_cell_of_the_table_is_a_formula(payload: str) -> None:
    bare = hostile_publication({"": payload})
    (entry,) = bare.catalog.entries
    listed = {"name": payload, "applications": {payload: (payload,)}}
    object.__setattr__(entry, "partner", entry.partner.model_copy(update=listed))
    rows = list(csv.DictReader(io.StringIO(catalog_csv.export(bare), newline=""), strict=True))
    assert len(rows) == 1
    for cell in rows[0].values():
        assert not FORMULA.match(cell)
    assert rows[0]["partner"] in {payload, f"'{payload}"}


def test_the_feed_is_xml_with_nothing_in_it_but_marked_up_text(hostile: Publication) -> None:
    file = next(feed.export_files(hostile))
    root = ET.fromstring(file.text)  # noqa: S314 - what we wrote ourselves
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == feed.MOST_ENTRIES
    for entry in entries:
        assert {child.tag.removeprefix(ATOM) for child in entry} <= {
            *"title id updated link summary content".split()
        }
        content = LexborHTMLParser(entry.findtext(f"{ATOM}content") or "").root
        assert content
        shapes = {(n.tag or "", *n.attributes) for n in content.traverse(include_text=False)}
        assert {tag for tag, *_ in shapes} <= OPENED
        assert {name for _, *names in shapes for name in names} <= {"href", "rel", "start"}


def test_files_that_are_scripts_hold_literals_and_nothing_else(hostile: Publication) -> None:
    scripts = {path: text for path, text in written(hostile) if path.endswith(".js")}
    assert "assets/finder-index.js" in scripts
    for path, text in scripts.items():
        assert not ENDS_A_SCRIPT.search(text), path
        literal = re.split("] ?= ?|Data=", text, maxsplit=1)[1]
        assert json.loads(literal.rstrip().removesuffix(";")), path
