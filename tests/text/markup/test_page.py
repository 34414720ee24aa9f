"""Pages of any shape: every address is a link, and text is written back unchanged."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it.token import Token

from catalog_tool.text.markup import parse_line, to_plain
from catalog_tool.text.markup.page import inline_of, parse_page
from catalog_tool.text.markup.page_writing import write_inline
from tests.text.markup.test_markdown import ORDINARY


def inline(text: str) -> list[Token]:
    (inline,) = (token for token in parse_page(text).tokens if token.type == "inline")
    return list(inline_of(inline))


def links(text: str) -> list[tuple[str, str]]:
    found = (token for token in inline(text) if token.type == "link")
    return [(str(token.attrs["href"]), token.content) for token in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](https://a.com/a_b)", [("https://a.com/a_b", "a")]),
        ("<https://a.com>", [("https://a.com", "https://a.com")]),
        ("<a class=x href='https://a.com'>a</a>", [("https://a.com", "a")]),
        ("See https://a.com/a_b.", [("https://a.com/a_b", "https://a.com/a_b")]),
        ("(www.a.com/x_(y)), b", [("www.a.com/x_(y)", "www.a.com/x_(y)")]),
        ("**sales@a.com**", [("sales@a.com", "sales@a.com")]),
        (r"https://a.com/a\_b?c&amp;d", [("https://a.com/a_b?c&d", "https://a.com/a_b?c&d")]),
        ("`https://a.com`", [("https://a.com", "https://a.com")]),
        ("`curl https://a.com`", []),
        ("[https://b.com](https://a.com)", [("https://a.com", "https://b.com")]),
        ("[<a href='https://b.com'>b</a>](https://a.com)", [("https://a.com", "b")]),
        ("<a href='https://a.com'>never closed", []),
    ],
)
def test_what_leads_somewhere_is_a_link(text: str, expected: list[tuple[str, str]]) -> None:
    assert links(text) == expected


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a <br>b", "a \\\nb"),
        ("a<br>\nb", "a\\\nb"),
        ("<br>a<br/>", "a"),
        ("a  \nb", "a\\\nb"),
        ("![logo](l.png) a <i>b</i> <b>c</b> <!-- d -->", "a b **c**"),
        ("[![Contoso](l.png)](https://a.com)", "[Contoso](https://a.com)"),
        ("<a href='https://a.com'>*a*</a>", "[*a*](https://a.com)"),
        ("See https://a.com, www.a.com and a@a.com", "See <https://a.com>, www.a.com and a@a.com"),
        ("[a][b]\n\n[b]: https://a.com 'B'", "[a](https://a.com)"),
        ('[a](https://a.com "A")', '[a](https://a.com "A")'),
        ("[a](mailto:b_c@a.com?subject=A)", "a (b_c@a.com)"),
        ("[**a@a.com**](mailto:a@a.com), <a@a.com>", "**a@a.com**, a@a.com"),
        ("[![](l.png)](mailto:a%40a.com)", "a@a.com"),
        ("[a](TEL:+1%20(23)-4)", "a (+1 (23)-4)"),
        ("[a](mailto:) [b](tel:*c*)", "[a](mailto:) [b](tel:*c*)"),
        (r"\*a\* &amp; &lt;", r"\*a\* &amp; &lt;"),
        ("`` ` `` `https://a.com`", "`` ` `` `https://a.com`"),
    ],
)
def test_it_is_written_without_images_and_html(text: str, written: str) -> None:
    assert write_inline(inline(text)) == written


@given(st.sampled_from(ORDINARY) | st.text("ab \\*_`[]()&;#@:/.~!\n", min_size=1))
@example("See [a](https://a.com/(x)) and `b`")
@example("*a*![](b)*c*")
def test_what_is_written_reads_the_same(text: str) -> None:
    line = " ".join(text.split())
    page = parse_page(line)
    assume([token.type for token in page.tokens[:-1]] == ["paragraph_open", "inline"])
    assume(not parse_line(line).refused)
    assert to_plain(parse_line(write_inline(inline(line)))) == to_plain(parse_line(line))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a]: x\n\n[a]", [(0, 1, True)]),
        ("[b]: x\n\n[a]", [(0, 1, False)]),
        ("[a]\n\n[a]:\n  x\n[A]: y", [(2, 4, True), (4, 5, False)]),
        ("![a]\n\n[a]: x", [(2, 3, False)]),
        ("```\n[a]: x\n```", []),
    ],
)
def test_definitions(text: str, expected: list[tuple[int, int, bool]]) -> None:
    found = parse_page(text).definitions
    assert [(each.start, each.end, each.is_used) for each in found] == expected


def test_blocks_end_with_their_last_text() -> None:
    page = parse_page("- a\n- b\n\n\n# c\n\n\n> d\n\n")
    outer = [token for token in page.tokens if token.nesting == 1 and not token.level]
    assert [token.map for token in outer] == [[0, 2], [4, 5], [7, 8]]
