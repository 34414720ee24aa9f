"""Importing the published catalog gives back the entries it was published from."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from catalog_tool.catalog import Catalog, Entry, in_order
from catalog_tool.entry_text import entry_text, values_of
from catalog_tool.exporters.markdown_catalog import export
from catalog_tool.importers import identifiers, read_catalog
from catalog_tool.loader import read_entry, read_source
from catalog_tool.markup import parse_line, parse_markup
from catalog_tool.markup.blocks import blocks_of
from catalog_tool.markup.markdown import to_markdown
from catalog_tool.model import Partner
from catalog_tool.nodes import Plain
from catalog_tool.pipeline import check
from catalog_tool.publication import Publication
from catalog_tool.settings import Settings
from catalog_tool.source import Source
from catalog_tool.vocabulary import Vocabulary

REPOSITORY = Path(__file__).parents[2]

WORDS = [
    *("Contoso", "gateway", "RACF", "AS/400", "C#", "R&D", "24/7", "iCIMS", "a_b", "*", "**x**"),
    *("1.", "2)", "-", "+", "#", "##", ">", "|", "A: B", "A, B", "and more", "Over 40", "[x]", "(y)"),
    *("<b>", "&amp;", "&copy", "`", "~~z~~", "$5", "$6", ":tada:", "@octocat", "#12", "GH-1", "www.a.com"),
    *("https://a.com", "a@b.com", "Website:", "Full list:", "Description", "字", "é", "😀", "0ba1c2d"),
    *("\\", "\\*", "!", "![", "](", "_u_", "=", "---", "Partners", "3 partners in alphabetical order."),
]
line = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
names = st.lists(line, min_size=1, max_size=4, unique=True).map(tuple)
addresses = st.sampled_from(
    [
        "https://www.contoso.com",
        "https://www.contoso.com/a_b?c=d&e=f#g",
        "https://www.contoso.com/(x)",
        "https://www.contoso.com/*_~!$'()*+,;=:@%20",
        "https://www.contoso.com/?a=1&amp;b=2&copy=3",
    ]
)
markdown = st.sampled_from(
    [
        "*emphasis* and **strength**",
        "`code` and `` ` ``",
        "[a link](https://www.contoso.com/a_b)",
        "<https://www.contoso.com/?a=1&b=2>",
        "a\\\nbreak",
        "two\nlines",
    ]
)
paragraph = st.lists(line.map(to_markdown_line := lambda text: text) | markdown, min_size=1, max_size=3)
block = paragraph.map(" ".join) | st.lists(line, min_size=1, max_size=3).map(
    lambda lines: "\n".join(f"- {each}" for each in lines)
)
descriptions = st.lists(block, min_size=1, max_size=4).map("\n\n".join)
partners = st.fixed_dictionaries(
    {
        "name": line,
        "website": addresses,
        "contact": addresses | st.just("sales@contoso.com"),
        "description": descriptions.map(lambda text: f"{text}\n"),
    },
    optional={
        "applications": names | st.dictionaries(line, names, min_size=1, max_size=3),
        "applications_note": line | markdown.filter(lambda text: "\n" not in text),
        "applications_url": addresses,
        "links": st.lists(
            st.fixed_dictionaries({"label": line, "url": addresses}), min_size=1, max_size=3
        ).map(tuple),
        "interfaces": st.lists(
            st.sampled_from(["scim", "rest", "sql", "rpa"]), min_size=1, unique=True
        ).map(tuple),
        "directions": st.lists(
            st.sampled_from(["outbound", "inbound"]), min_size=1, unique=True
        ).map(tuple),
        "tested_on": st.just("2026-02-03"),
        "tested_by": line,
        "maintainers": st.just(("octo-cat", "contoso")),
    },
)
