"""Partner text as Markdown: it keeps its content and is inert, here and on GitHub."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalog_tool.text.markup import parse_markup
from catalog_tool.text.markup.blocks import (
    Emphasis,
    InlineCode,
    LinkTo,
    MarkupBlock,
    MarkupParagraph,
    Piece,
    blocks_of,
    texts_of,
)
from catalog_tool.text.markup.escaping import EscapeContext, escape, has_maths, pairing_in
from catalog_tool.text.markup.markdown import line_to_markdown, to_markdown
from tests.text.markup.engines import ENGINES, active
from tests.text.markup.github import render
from tests.text.markup.markdown_texts import TEXTS

ORDINARY = [
    "SCIM 2.0 (REST), Linux/Unix – e.g. IBM i (AS/400)",
    "AT&T, Procter & Gamble; R&D: 24/7 support, 99.9 % uptime!",
    "Costs from $5 a user; ~200 applications [beta] at 10:30:00.",
    'Names like snake_case_names, C* and 5 * 3 < 16 stay "as they are".',
    "Two lines\nof one paragraph.\n\nAnother paragraph.",
    "- mainframe: RACF\n- midrange\n  - IBM i\n\nAfter.",
    "3. third\n4. fourth",
    "- loose\n\n- list",
    "A [link](https://www.contoso.com/a_b?c=d&e=f), *emphasis*, **strength** and `code`.",
    "See <https://www.contoso.com/>.",
    "A hard\\\nbreak.",
]

# source, and how it is written
REWRITTEN = [
    ("1\\. not a list", "1\\. not a list"),
    ("a\n\\# not a heading", "a\n\\# not a heading"),
    ("\\- no\n\\+ no\n\\* no\n\\> no", "\\- no\n\\+ no\n\\* no\n\\> no"),
    ("a\n\\---", "a\n\\---"),
    ("a\n\\===", "a\n\\==="),
    ("&#42;stars&#42;", "\\*stars\\*"),
    ("&lt;script&gt;", "&lt;script>"),
    ("\\<svg/onload=x>", "&lt;svg/onload=x>"),
    ("`<svg/onload=x>`", "`<svg/onload=x>`"),
    ("a{: onclick=x}", "a\\{: onclick=x}"),
    ("\\&copy;", "\\&copy;"),
    ("\\[a](https://b.com)", "[a\\](https\\://b.com)"),
    ("\\![a](https://b.com)", "\\![a](https://b.com)"),
    ("`` ` ``", "`` ` ``"),
    ("__strong__ and _em_", "**strong** and *em*"),
    ("**_both_**", "**_both_**"),
    ("* a\n* b", "- a\n- b"),
    ("line  \nbreak", "line\\\nbreak"),
    ("&#32;edge&#32;", "&#32;edge&#32;"),
    ("www.contoso.com", "www\\.contoso.com"),
    ("https://contoso.com", "https\\://contoso.com"),
    ("sales@contoso.com", "sales@<!-- -->contoso.com"),
    ("@octocat", "@<!-- -->octocat"),
    ("fixes #12", "fixes #<!-- -->12"),
    (":tada:", ":<!-- -->tada:"),
    ("- \\[x] done", "- \\[x] done"),
    ("- [x] done", "- \\[x] done"),
    ("a [^1]", "a \\[^1]"),
    ("$a$", "&#36;<!-- -->a&#36;<!-- -->"),
    ("~a~", "\\~a\\~"),
    ("commit 0ba1c2d", "commit 0ba1c2<!-- -->d"),
]

NASTY = [
    *"*_`~[]()<>&#!|\\-+=.:@$^\"' \t\n",
    *("**", "***", "``", "~~", "\n\n", "\n- ", "\n  - ", "\n1. ", "\n> ", "\n# ", "\n    ", "---"),
    *("\n===", "\n|--|", "[^1]", "[x]", "](", "](https://a.com)", "![", "<!--", "-->", "<b>"),
    *(
        "</b>",
        "<a@b.com>",
        "<https://a.com>",
        "&amp;",
        "&#32;",
        "&#10;",
        "&#42;",
        "&nbsp;",
        "&copy",
    ),
    *("www.a.com", "https://a.com", "a@b.com", "@user", "#1", "GH-1", "o/r#1", ":smile:", ":+1:"),
    *("$x$", "$$", "0123456789abcdef", "a", "B", "1", "9.", "é", "€", "字", "\u00a0", "\u2028"),
    *("\u200b", "😀", "word", " ", "\\\n", "  \n", "<!-- -->", "[a]: https://b.com", "| a |"),
]
nasty_text = st.lists(st.sampled_from(NASTY), max_size=24).map("".join)
SHOWN_TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "code", "br"}


def links_in(blocks: tuple[MarkupBlock, ...]) -> list[str]:
    return [
        target
        for block in blocks
        for target in (
            piece_links(block.pieces)
            if isinstance(block, MarkupParagraph)
            else [link for element in block.elements for link in links_in(element)]
        )
    ]


def words_in(blocks: tuple[MarkupBlock, ...]) -> list[str]:
    return " ".join(texts_of(blocks)).split()


def piece_links(pieces: tuple[Piece, ...]) -> list[str]:
    found = []
    for piece in pieces:
        if isinstance(piece, LinkTo):
            found.append(piece.target)
        if isinstance(piece, LinkTo | Emphasis):
            found += piece_links(piece.pieces)
    return found


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_is_written_as_it_was(text: str) -> None:
    assert to_markdown(parse_markup(text)) == text


@pytest.mark.parametrize(("source", "written"), REWRITTEN)
def test_what_would_act_is_escaped_and_nothing_else(source: str, written: str) -> None:
    assert to_markdown(parse_markup(source)) == written


@given(nasty_text)
@example("*a*_b_")
@example("x**_y_**")
@example("*_<https://a.com>_*")
@example("*\u2028*a")
@example("**\n<!-- -->")
@example("*<!-- -->*")
@example("*****_**_**")
@example("- * *")
@example("*\n  -   \n\n    _")
@example("- <!-- -->\n    _")
@example("<a@b.com>*_*")
@example("- - a\n\n  b")
@example("- a\n\n\n* b\n1) c\n\n1. d")
@example("\x1f\tfoo")
@example("foo\x85")
@example("\x0bfoo")
@example("\u3000foo\u2003")
def test_it_parses_back_to_what_it_was_made_from(text: str) -> None:
    markup = parse_markup(text)
    again = parse_markup(to_markdown(markup))
    if markup.refused:  # Never published; its text is all that is promised.
        assert words_in(blocks_of(again)) == words_in(blocks_of(markup))
    else:
        assert blocks_of(again) == blocks_of(markup)


@given(nasty_text)
@example("~\u2028~")
@example("~&#10;~")
@example("~\t\na~")
@example("~\\\n*~")
def test_it_is_inert_on_github(text: str) -> None:
    markup = parse_markup(text)
    shown = render(to_markdown(markup))
    assert set(shown.tags) <= SHOWN_TAGS
    links = links_in(blocks_of(markup))
    assert sorted(shown.targets) == sorted(links) or (markup.refused and not shown.targets)
    assert shown.acted_on == []


@pytest.mark.parametrize("engine", ENGINES)
@given(nasty_text | TEXTS)
@example("<svg/onload=alert(1)>")
@example("&lt;svg/onload=alert(1)>")
@example("`a` \\`<svg/onload=alert(1)>`")
@example("a{: onclick=alert(1) }")
@example("`a\n<svg/onload=alert(1)>\n`")
def test_it_is_inert_in_every_engine(engine: str, text: str) -> None:
    assert list(active(to_markdown(parse_markup(text)), engine)) == []
    assert list(active(line_to_markdown(" ".join(text.split())), engine)) == []


@given(st.text(st.characters(categories=("L", "N")), min_size=1))
def test_plain_words_are_written_as_they_are(text: str) -> None:
    assert to_markdown(parse_markup(text)).replace("<!-- -->", "") == text


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("AT&T", "AT&T"),
        ("C*", "C*"),
        ("C#", "C#"),
        ("C #", "C \\#"),
        ("a_b_c", "a_b_c"),
        ("*a*", "\\*a\\*"),
        ("<b>", "&lt;b>"),
        ("<3", "<3"),
        ("1. x", "1\\. x"),
        ("# x", "\\# x"),
        ("- x", "\\- x"),
        ("[x] y", "\\[x] y"),
        ("IBM i (AS/400)", "IBM i (AS/400)"),
        ("SAP R/3 [legacy]", "SAP R/3 [legacy]"),
    ],
)
def test_a_name_is_written_on_one_line(name: str, written: str) -> None:
    assert line_to_markdown(name) == written


@given(nasty_text.map(lambda text: " ".join(text.split())).filter(bool))
@example("]")
@example("a\\")
@example("## #")
@example("^[a]: https://b.com")
def test_a_name_is_shown_as_itself_in_any_place(name: str) -> None:
    line, label = line_to_markdown(name), line_to_markdown(name, in_link=True)
    for markdown, tags in (
        (line, ["p"]),
        (f"### {line}", ["h3"]),
        (f"- {line}", ["ul", "li"]),
        (f"- [{label}](https://a.com)", ["ul", "li", "a"]),
    ):
        shown = render(markdown)
        assert shown.text.strip("\n") == name
        assert shown.tags == tags
        assert shown.acted_on == []


IN_LINK = EscapeContext("[", "]", opens=True, closes=True, in_link=True)
WORDS = st.sampled_from("www http TOC gh deadbeef cafe 1 007 19 20261130 x I".split())


@given(st.lists(WORDS | st.from_regex("[A-Za-z]{1,12}|[0-9]{1,12}", fullmatch=True), min_size=1))
@example(["gh", "1"])
@example(["deadbeef", "12345678"])
def test_plain_words_need_no_proof(words: list[str]) -> None:
    name = " ".join(["a", *words])
    assert (pairing_in(name), has_maths(name)) == ("", False)
    for around in (EscapeContext(), IN_LINK):
        assert escape(name, around) == name
    for markdown in (name, f"### {name}", f"- {name}", f"- [{name}](https://a.com)"):
        shown = render(markdown)
        assert (shown.text.strip("\n"), shown.acted_on) == (name, [])


def test_code_is_kept_whatever_it_holds() -> None:
    markup = parse_markup("``` a `` ` b ``` and `` ` `` and `  `")
    (paragraph,) = blocks_of(parse_markup(to_markdown(markup)))
    assert isinstance(paragraph, MarkupParagraph)
    codes = [piece.text for piece in paragraph.pieces if isinstance(piece, InlineCode)]
    assert codes == ["a `` ` b", "`", "  "]


@pytest.mark.parametrize(
    ("refused", "written"),
    [
        ("# Heading", "Heading"),
        ("<b>x</b>", "&lt;b>x&lt;/b>"),
        ("![alt](https://a.com/b.png)", "alt"),
        ("[x](http://a.com)", "x"),
        ("> quoted", "quoted"),
        ("```\ncode\n```", "code"),
    ],
)
def test_refused_constructs_are_left_as_their_text(refused: str, written: str) -> None:
    assert to_markdown(parse_markup(refused)) == written
