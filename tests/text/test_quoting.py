"""Texts as YAML scalars."""

import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.loader.yaml import parse_source
from catalog_tool.model.nodes import plain
from catalog_tool.text.yaml_scalar import as_scalar
from tests.text.printing import prints

TEXTS = st.text() | st.text(
    "ab: #,[]{}'\"\\&*!|>%@`?-=~\n\t\r\u00a0\u0085\u2028\ufeff\x00\x7f😀", max_size=10
)
STYLES = st.sampled_from(["", "'", '"'])


def read(text: str) -> object:
    source, problems = parse_source("x", text)
    assert not problems
    assert source.root
    return plain(source.root)


@given(TEXTS, STYLES)
def test_a_text_reads_back_exactly_wherever_it_is_written(text: str, style: str) -> None:
    written = as_scalar(text, style)
    assert read(f"a: {written}\n") == {"a": text}
    assert read(f"a: {written}  # comment\nb:\n  - {written}\n") == {"a": text, "b": (text,)}
    assert read(f"a: [{written}, {written}]\n") == {"a": (text, text)}
    assert read(f"a: {{b: {written}, c: d}}\n") == {"a": {"b": text, "c": "d"}}
    if len(written) < 1_000 and text != "<<":
        assert read(f"{written}: b\n") == {text: "b"}


def test_every_character_reads_back() -> None:
    codes = [*range(0xD800), *range(0xE000, 0x10000), *range(0x10000, sys.maxunicode + 1, 97)]
    text = "".join(f"a{chr(code)}" for code in codes)
    assert yaml.load(as_scalar(text), Loader=yaml.CBaseLoader) == text  # noqa: S506 - text only


@given(TEXTS, STYLES)
def test_a_scalar_is_one_line_that_prints(text: str, style: str) -> None:
    assert prints(as_scalar(text, style))


@pytest.mark.parametrize(
    "text",
    [
        "Contoso",
        "UNIFY Solutions",
        "IBM i (AS/400)",
        "Zürich & Söhne",
        "東京システム",
        "chris21",
        "it's",
        'the "best"',
        "SAP S/4HANA",
        "C#",
        "https://www.contoso.com/a?b=c#d",
        "sales@contoso.com",
        "2026-05-04",
        "a - b",
        "50 %",
    ],
)
def test_ordinary_text_stays_plain(text: str) -> None:
    assert as_scalar(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", "''"),
        (" a", "' a'"),
        ("a ", "'a '"),
        ("a: b", "'a: b'"),
        ("a:", "'a:'"),
        ("a #b", "'a #b'"),
        ("Contoso, Inc.", "'Contoso, Inc.'"),
        ("- a", "'- a'"),
        ("*a*", "'*a*'"),
        ("'tis", "'''tis'"),
        ("a\nb", r'"a\nb"'),
        ("tab\there", r'"tab\there"'),
        ('say "hi"\n', r'"say \"hi\"\n"'),
        ("a\u00a0b", r'"a\xa0b"'),
        ("a\u202eb", r'"a\u202eb"'),
        ("a\U000e0061b", r'"a\U000e0061b"'),
    ],
)
def test_special_text_is_quoted(text: str, written: str) -> None:
    assert as_scalar(text) == written


@pytest.mark.parametrize(("style", "written"), [("", "it's"), ("'", "'it''s'"), ('"', '"it\'s"')])
def test_the_quotes_that_were_there_stay(style: str, written: str) -> None:
    assert as_scalar("it's", style) == written
