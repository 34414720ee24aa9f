"""The files that a comparison loads in addition to the finder's index."""

import json
import re

import pytest

from catalog_tool.site.assets import asset_text
from catalog_tool.site.compare.facts import PARTNERS_IN_A_FILE, export_files
from catalog_tool.site.pages.initials import tile
from tests.site.exporters.catalogs import partner, publication

SCRIPT = re.compile(r"\(globalThis\.catalogCompareFacts \?\?= \[\]\)\[(\d+)\] = (.*);\n")


def facts(text: str) -> list[list[str]]:
    script = SCRIPT.fullmatch(text)
    assert script
    read: list[list[str]] = json.loads(script[2])
    return read


FIELDS = [["Generic interfaces", [["REST", ""], ["SQL", ""]]], ["Direction", []]]


def test_each_partner_has_the_facts_that_scripts_show() -> None:
    stated = {"contact": "sales@contoso.com", "tested_on": "2026-05-04", "tested_by": "Full cycle"}
    website = ["contoso.com", "https://www.contoso.com/identity"]
    (file,) = export_files(publication([partner(**stated, interfaces=("rest", "sql"))]))
    drawn, test = ["C", tile("Contoso")], ["May 4, 2026", "Full cycle"]
    assert file.path == "assets/compare-facts/0.js"
    row = [
        "Any application through REST, SQL",
        "REST, SQL",
        ["Tested May 2026", True, "2026-05-04"],
    ]
    about = [*test, FIELDS, "It provisions accounts.", drawn]
    assert facts(file.text) == [["p0", "mailto:sales@contoso.com", website, *about, *row]]


def test_the_scripts_know_how_many_partners_a_file_has() -> None:
    script = asset_text("finder/interface.js")
    assert f"IN_A_FILE={PARTNERS_IN_A_FILE};" in script


def test_each_run_of_partners_has_a_file() -> None:
    catalog = publication([partner()] * (PARTNERS_IN_A_FILE + 1))
    files = list(export_files(catalog))
    assert [file.path for file in files] == [f"assets/compare-facts/{n}.js" for n in range(2)]
    stretches = [facts(file.text) for file in files]
    assert [len(rows) for rows in stretches] == [PARTNERS_IN_A_FILE, 1]
    listed = [row[0] for rows in stretches for row in rows]
    assert listed == [entry.id for entry in catalog.catalog.entries]


def test_an_empty_catalog_has_none() -> None:
    assert list(export_files(publication([]))) == []


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", '"];alert(1)//', "a\\", "\u2028\u2029é"]
)
def test_texts_of_partners_stay_text(text: str) -> None:
    (file,) = export_files(publication([partner(tested_by=text)]))
    assert facts(file.text)[0][4] == text
    assert not set(file.text) & set("<\u2028\u2029")
