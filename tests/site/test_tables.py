"""Tables that readers take along are as inert as the files of the site."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from catalog_tool.site.assets import SOURCES
from catalog_tool.site.exporters import catalog_csv
from tests.site.exporters.catalogs import names
from tests.site.finder.engine import in_javascript

TABLES = (SOURCES / "assets/tables.js").read_text(encoding="utf-8")
FORMULAS = ["=1+1", " @x", "\t-1", "＝1", "a; =1", "\ufeff+1", "x;＋1", "-", "a\r\nb", 'say "x", y']
ADDRESSES = ["https://a.com/x;=(1)|'!\"", "=1@a.com", "https://a.com/x,y", "sales@a.com"]


def run(call: str, *inputs: str | list[str]) -> list[Any]:
    return in_javascript(call, inputs, TABLES)


@given(st.lists(names | st.sampled_from(FORMULAS), min_size=1, max_size=4))
def test_a_cell_is_written_as_in_the_file_of_the_catalog(texts: list[str]) -> None:
    (text,) = run("(row) => catalogTables.csv([row])", texts)
    (row,) = csv.reader(io.StringIO(text, newline=""))
    assert row == [catalog_csv.cell("text", each) for each in texts]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_written_as_in_the_file_of_the_catalog(address: str) -> None:
    (text,) = run("(address) => catalogTables.csv([[{ address }]])", address)
    assert next(csv.reader(io.StringIO(text, newline=""))) == [catalog_csv.cell("website", address)]


def cells(markdown: str) -> list[str]:
    """Return the HTML of each cell, as GitHub would render the table."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    assert tokens[0].type == "table_open"
    assert tokens[-1].type == "table_close"
    renderer = MarkdownIt("gfm-like", {"linkify": False})
    return [renderer.renderInline(each.content) for each in tokens if each.type == "inline"]


@given(st.lists(names, min_size=2, max_size=2))
def test_text_stays_text_in_markdown(texts: list[str]) -> None:
    (markdown,) = run("(row) => catalogTables.markdown([['A', 'B'], row])", texts)
    plain = [" ".join(text.split()) for text in texts]
    escaped = [MarkdownIt("zero").renderInline(text) for text in plain]
    assert cells(markdown)[2:] == escaped


@pytest.mark.parametrize("address", ["https://a.com/x_(y)?a=1|2&b=`*>", "sales@a.com"])
def test_an_address_is_one_link_in_markdown(address: str) -> None:
    (markdown,) = run("(address) => catalogTables.markdown([['A'], [{ address }]])", address)
    html = cells(markdown)[1]
    assert html.count("<a ") == 1
    assert html.startswith("<a href=")
    assert html.endswith("</a>")


def test_mentions_and_issues_are_escaped() -> None:
    (markdown,) = run("(text) => catalogTables.markdownText(text)", "@contoso #1")
    assert markdown == r"\@contoso \#1"
