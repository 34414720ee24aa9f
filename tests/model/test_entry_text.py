"""Entries in canonical form: how they look, and that they read back to the same values."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalog_tool.loader.entry import read_entry, read_source
from catalog_tool.loader.limits import Limits
from catalog_tool.model.entry_yaml import entry_text, values_of
from catalog_tool.model.nodes import Plain, plain
from catalog_tool.model.partner import Partner
from tests.own_fields import MODEL

PARTNERS = sorted((Path(__file__).parents[2] / "partners").glob("[!_]*.yaml"))
MODELINE = "# yaml-language-server: $schema=../docs/schema/partner.schema.json\n"
UNBOUNDED = Limits(max_bytes=10**9, max_depth=3, max_nodes=10**6)

AWKWARD = " \n\t\r\x85\u2028\ufeff\u200d\u2800-:#ab|>'\"{}[],&*!%@`\\?~0😀é"
texts = st.text(st.sampled_from(AWKWARD), min_size=1) | st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1
)
lists = st.lists(texts, min_size=1, max_size=4).map(tuple)
groups = st.dictionaries(texts, lists, min_size=1, max_size=3)
links = st.lists(st.fixed_dictionaries({"label": texts, "url": texts}), min_size=1, max_size=3)
entries = st.fixed_dictionaries(
    {},
    optional={
        "name": texts,
        "website": texts,
        "description": texts,
        "applications": lists | groups,
        "applications_note": texts,
        "links": links.map(tuple),
        "interfaces": lists,
    },
).filter(bool)


@given(entries)
@example({"description": "\x08"})
@example({"description": "two\n\n lines\n\n"})
@example({"applications": {"x" * 2000: ("long key",)}})
def test_it_reads_back_to_the_same_values(values: dict[str, Plain]) -> None:
    source, problems = read_source("partners/x.yaml", entry_text(values, model=MODEL), UNBOUNDED)
    assert problems == ()
    assert source.root is not None
    assert plain(source.root) == values


@pytest.mark.parametrize("path", PARTNERS, ids=lambda path: path.stem)
def test_an_entry_says_the_same_in_canonical_form(path: Path) -> None:
    partner = _partner(path.read_text(encoding="utf-8"))
    assert _partner(entry_text(values_of(partner), model=MODEL)) == partner


def _partner(text: str) -> Partner:
    entry, problems = read_entry("x", read_source("partners/x.yaml", text)[0], MODEL)
    assert entry is not None
    assert problems == ()
    return entry.partner


def test_it_looks_as_the_documentation_shows_it() -> None:
    values: dict[str, Plain] = {
        "links": ({"label": "Software kit", "url": "https://www.contoso.com/sdk"},),
        "applications": {"Mainframe": ("CA ACF2", "IBM RACF"), "No": ("A: B",)},
        "description": "One paragraph.\n\n- an element\n",
        "name": "Contoso",
    }
    assert entry_text(values) == (
        f"{MODELINE}name: Contoso\n"
        "description: |\n  One paragraph.\n\n  - an element\n"
        "applications:\n  Mainframe:\n    - CA ACF2\n    - IBM RACF\n  No:\n    - 'A: B'\n"
        "links:\n  - label: Software kit\n    url: https://www.contoso.com/sdk\n"
    )


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("a", "|-"),
        ("a\n", "|"),
        ("a\n\n", "|+"),
        (" a\n", "|2"),
        ("\na", "|2-"),
        ("a\r\nb", '"a\\r\\nb"'),
        ("a\u200bb", '"a\\u200bb"'),
        (" ", "' '"),
    ],
)
def test_a_description_is_a_block_wherever_a_block_can_hold_it(text: str, head: str) -> None:
    assert entry_text({"description": text}).splitlines()[1] == f"description: {head}"


def test_a_key_that_entries_do_not_have_is_refused() -> None:
    with pytest.raises(KeyError, match="web"):
        entry_text({"web": "https://www.contoso.com"})
