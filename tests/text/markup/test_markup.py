"""Strangers' Markdown: one grammar, and text stays text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import groupby

import jinja2
import markdown  # type: ignore[import-untyped]  # ships without types
import nh3
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from catalog_tool.text.markup import (
    Markup,
    inert,
    parse_line,
    parse_markup,
    parse_prose,
    to_html,
    to_plain,
    to_words,
)
from catalog_tool.text.markup.grammar import new_parser
from catalog_tool.text.markup.quick import quick_plain
from catalog_tool.text.urls.address import web_address_fault
from catalog_tool.text.words import count_words
from tests.text.markup.markdown_texts import TEXTS

# The one grammar: CommonMark, what is refused recognised, every address left as it was typed.
PARSER = new_parser()
COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
vars(COMMONMARK).update(normalizeLink=str, normalizeLinkText=str, validateLink=bool)
TAGS = {"p", "ul", "ol", "li", "em", "strong", "a", "code", "br"}
REL = "nofollow noopener noreferrer"
# HTML has no way to write them; the gate of characters refuses them.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd]")

Event = tuple[str, str, tuple[tuple[str, str | None], ...]]


class Reader(HTMLParser):
    """Reads HTML as tags and text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.events: list[Event] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append(("open", tag, tuple(sorted(attrs))))

    def handle_endtag(self, tag: str) -> None:
        self.events.append(("close", tag, ()))

    def handle_data(self, data: str) -> None:
        if self.events and self.events[-1][0] == "text":
            data = self.events.pop()[1] + data
        self.events.append(("text", data, ()))

    def handle_comment(self, data: str) -> None:
        self.events.append(("comment", data, ()))

    def handle_decl(self, decl: str) -> None:
        self.events.append(("declaration", decl, ()))

    def handle_pi(self, data: str) -> None:
        self.events.append(("instruction", data, ()))

    def unknown_decl(self, data: str) -> None:
        self.events.append(("declaration", data, ()))

    @property
    def text(self) -> str:
        return "".join(
            " " if name == "br" else name
            for kind, name, _ in self.events
            if kind == "text" or (kind, name) == ("open", "br")
        )


def squeezed(text: str) -> str:
    return "".join(text.split())


def as_dicts(tokens: Iterable[Token]) -> list[dict[str, object]]:
    return [dict(token.as_dict()) for token in tokens]


# What the shortcut reads without the parser, beside everything that could change its meaning.
SPANS = st.lists(
    st.sampled_from(
        [
            *("[the docs](https://contoso.com/a?b=c#d)", "**two words**", "**a**", "words", "é"),
            *(
                " ",
                "\n",
                "\n\n",
                "- ",
                ".",
                ",",
                "!",
                "*",
                "**",
                "_",
                "[",
                "]",
                "(",
                ")",
                "\\",
                "<",
            ),
            *("![", "&amp;", "https://a.com", "[**a**](https://b.com)", "**[a](https://b.com)**"),
        ]
    ),
    max_size=9,
).map("".join)


@given(TEXTS | SPANS)
@example("a\n- b\n\n- c")
@example("See **all** of [it](https://a.com).")
@example("It is **all**")
@example("a [x](https://a.com)**b**")
@example("- a\n\n\n- b")
@example("a\n\n\n\nb\n")
@example("٣. a")
@example("a | b\n:--- | ---")
@example("a\n:--- | ---\nb")
@example("- a **b** c\nd")
@example("A [b](https://c.de)\n\n- **f** g\n")
@example("a\n\n**b**")
@example("a \nb")
@example("a **b** [c](https://d.ef)\n\n**g** [h](https://i.jk)**l** m")
def test_without_the_parser_readers_see_the_same(text: str) -> None:
    for quick, parsed in (
        (parse_markup(text), Markup(text, PARSER.parse)),
        (parse_line(text), Markup(text, lambda text: PARSER.parseInline(text.strip()))),
    ):
        assert to_plain(quick) == to_plain(parsed)
        assert quick.refused == parsed.refused
        assert quick.anchors == parsed.anchors


def test_ordinary_links_and_bold_words_need_no_parser() -> None:
    def refuse(text: str) -> list[Token]:
        raise AssertionError(text)

    text = "Read **all** of [it](https://a.com/b).\n\n- A **b** c"
    assert Markup(text, refuse, quick_plain=quick_plain(text)).refused == ()


def pieces(tokens: Iterable[Token]) -> list[tuple[str, str]]:
    """Return kinds and contents, with neighboring text and starts of tags as one text."""
    parts = [part for token in tokens for part in token.children or [token]]
    kinds = [("text" if part.type == "html_start" else part.type, part.content) for part in parts]
    return [
        (kind, "".join(content for _, content in run))
        for kind, run in groupby(kinds, lambda piece: piece[0])
    ]


@given(TEXTS)
def test_the_grammar_is_commonmark_and_the_tags_of_browsers(text: str) -> None:
    assert pieces(PARSER.parse(text)) == pieces(COMMONMARK.parse(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("<svg/onload=alert(1)>", ["HTML"]),
        ("a <svg/onload=alert(1)> b", ["HTML"]),
        ('<x"onclick=alert(1)>', ["HTML"]),
        ("<img src=x onerror=alert(1) ", ["HTML"]),
        ("x <!doctype", ["HTML"]),
        ("x <?php", ["HTML"]),
        ("x </p/x>", ["HTML"]),
        ("[a <b/c>](https://a.com) *<b/c>*", ["HTML", "HTML"]),
        ("`<svg/onload=x>`, \\<b>, &lt;b>, <3, < b, a<>b, </ b", []),
        ("<https://a.com> <a@b.com>", []),
    ],
)
def test_what_browsers_read_as_html_is_refused(text: str, names: list[str]) -> None:
    assert [construct.name for construct in parse_markup(text).refused] == names


@given(TEXTS)
def test_every_text_is_read_by_the_one_grammar(text: str) -> None:
    assert as_dicts(parse_markup(text).tokens) == as_dicts(PARSER.parse(text))


@given(TEXTS)
def test_a_line_is_read_like_the_line_of_a_paragraph(text: str) -> None:
    (inline,) = parse_line(text).tokens
    assert as_dicts(inline.children or []) == as_dicts(
        PARSER.parseInline(text.strip())[0].children or []
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("one\n\ntwo", "<p>one</p><p>two</p>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("one  \ntwo", "<p>one<br>two</p>"),
        ("*em* and **strong**", "<p><em>em</em> and <strong>strong</strong></p>"),
        ("`code <b>`", "<p><code>code &#60;b&#62;</code></p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"),
        ("3. a", '<ol start="3"><li>a</li></ol>'),
        ("0. a", '<ol start="0"><li>a</li></ol>'),
        ("- a\n  1. b", "<ul><li>a<ol><li>b</li></ol></li></ul>"),
        (
            "[the *docs*](https://contoso.com/a)",
            f'<p><a href="https&#58;//contoso.com/a" rel="{REL}">the <em>docs</em></a></p>',
        ),
        ("[x](http://contoso.com)", "<p>x</p>"),
        ("[x](https://user@contoso.com)", "<p>x</p>"),
        ("[x](/path)", "<p>x</p>"),
        ("[x](//evil.com)", "<p>x</p>"),
        ("[x](https://127.0.0.1)", "<p>x</p>"),
        ("[x](https&#58;//user@contoso.com)", "<p>x</p>"),
        ("<b>bold</b>", "<p>&#60;b&#62;bold&#60;/b&#62;</p>"),
        ("fish & chips", "<p>fish &#38; chips</p>"),
        ("a_b {{ c }} it's", "<p>a&#95;b &#123;&#123; c &#125;&#125; it&#39;s</p>"),
    ],
)
def test_the_html_of_partner_text(text: str, html: str) -> None:
    assert to_html(parse_markup(text)) == html


@given(TEXTS)
def test_text_in_is_text_out(text: str) -> None:
    markup = parse_markup(UNWRITABLE.sub("", text))
    read = Reader(to_html(markup)).text
    assert squeezed(UNWRITABLE.sub("", read)) == squeezed(UNWRITABLE.sub("", to_plain(markup)))


@given(TEXTS)
def test_no_tag_is_there_that_is_not_ours(text: str) -> None:
    for kind, name, attributes in Reader(to_html(parse_markup(text))).events:
        assert kind in {"open", "close", "text"}
        assert kind == "text" or name in TAGS
        expected: dict[str, set[str]] = {"a": {"href", "rel"}, "ol": {"start"}}
        assert {key for key, _ in attributes} <= expected.get(name, set())


@given(TEXTS)
def test_tags_close_in_the_order_they_open(text: str) -> None:
    opened: list[str] = []
    for kind, name, _ in Reader(to_html(parse_markup(text))).events:
        if kind == "open" and name != "br":
            opened.append(name)
        elif kind == "close":
            assert opened.pop() == name
    assert opened == []


@given(TEXTS)
def test_links_lead_only_to_addresses_that_are_published(text: str) -> None:
    for _, name, attributes in Reader(to_html(parse_markup(text))).events:
        if name == "a" and attributes:
            values = dict(attributes)
            assert values["rel"] == REL
            assert web_address_fault(values["href"] or "") is None


@given(TEXTS)
def test_a_sanitizer_finds_nothing_to_remove(text: str) -> None:
    html = to_html(parse_markup(UNWRITABLE.sub("", text)))
    cleaned = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href", "rel"}, "ol": {"start"}},
        url_schemes={"https"},
        link_rel=None,
    )
    assert Reader(cleaned).events == Reader(html).events


ENGINE = markdown.Markdown(
    extensions=[
        *(
            "toc",
            "extra",
            "admonition",
            "codehilite",
            "meta",
            "nl2br",
            "sane_lists",
            "smarty",
            "wikilinks",
        ),
        *(
            "pymdownx.arithmatex",
            "pymdownx.betterem",
            "pymdownx.caret",
            "pymdownx.critic",
            "pymdownx.details",
        ),
        *(
            "pymdownx.emoji",
            "pymdownx.escapeall",
            "pymdownx.highlight",
            "pymdownx.inlinehilite",
            "pymdownx.keys",
        ),
        *("pymdownx.magiclink", "pymdownx.mark", "pymdownx.progressbar", "pymdownx.smartsymbols"),
        *(
            "pymdownx.snippets",
            "pymdownx.superfences",
            "pymdownx.tabbed",
            "pymdownx.tasklist",
            "pymdownx.tilde",
        ),
        *("pymdownx.blocks.admonition", "pymdownx.blocks.html", "pymdownx.blocks.tab"),
    ]
)


@given(TEXTS)
@example("```\na\n  \nb\n```")
def test_a_second_markdown_engine_finds_nothing_to_act_on(text: str) -> None:
    html = to_html(parse_markup(UNWRITABLE.sub("", text)))
    page = f"<div>\n{html}\n</div>"
    ENGINE.reset()
    assert ENGINE.convert(page) == page


@given(st.text() | TEXTS)
def test_a_template_engine_finds_nothing_to_act_on(text: str) -> None:
    written = inert(text)
    engine = jinja2.Environment(autoescape=True, keep_trailing_newline=True)
    assert engine.from_string(written).render() == written


@given(st.text() | TEXTS)
def test_inert_text_shows_itself_in_an_element_and_in_an_attribute(text: str) -> None:
    text = UNWRITABLE.sub("", text)
    ((_, _, attributes), *rest) = Reader(f'<i title="{inert(text)}">{inert(text)}</i>').events
    assert dict(attributes) == {"title": text}
    assert "".join(name for kind, name, _ in rest if kind == "text") == text


@pytest.mark.parametrize("char", "&<>\"'`*_{}[]()\\|~^=$@#:+!%")
def test_every_character_with_a_meaning_somewhere_is_a_reference(char: str) -> None:
    assert inert(char) == f"&#{ord(char)};"


def test_what_is_safe_already_is_not_encoded_again() -> None:
    assert inert(inert("<b>")) == "&#60;b&#62;"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""),
        ("one\ntwo\n\nthree", "one two\nthree"),
        ("*a* **b** `c` [d](https://a.com)", "a b c d"),
        ("- a\n- b\n  - c", "a\nb\nc"),
        ("&amp; &#42;", "& *"),
        ("```\ncode\n```", "code\n"),
        ("<div>x</div>", "<div>x</div>"),
    ],
)
def test_plain_text_is_what_a_reader_sees(text: str, plain: str) -> None:
    assert to_plain(parse_markup(text)) == plain


@pytest.mark.parametrize(
    "text",
    ["word " * 600, "    word" * 600, "```\n" + "word\n" * 600 + "```", "<p>" + "word " * 600],
)
def test_no_way_of_writing_hides_words_from_the_count(text: str) -> None:
    assert to_words(parse_markup(text)) >= 600


@given(TEXTS)
def test_words_are_those_of_the_plain_text(text: str) -> None:
    markup = parse_markup(text)
    assert to_words(markup) == count_words(to_plain(markup))


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("plain *text*\n\n- a\n\n1. b", []),
        ("a\n\n# h", [("heading", 2)]),
        ("h\n===", [("heading", 0)]),
        ("![x](https://a.com)", [("image", 0)]),
        ("a\n\n<div>\n\n</div>", [("HTML", 2), ("HTML", 4)]),
        ("a <b>c</b>", [("HTML", 0), ("HTML", 0)]),
        ("<!-- c -->", [("HTML", 0)]),
        ("| a |\n|---|", [("table", 0)]),
        ("```\nx\n```", [("code block", 0)]),
        ("a\n\n    x", [("code block (text indented by four spaces or more)", 2)]),
        ("> q", [("quotation", 0)]),
        ("---", [("horizontal line", 0)]),
        ("~~x~~", [("strikethrough", 0)]),
        ("- # h\n- > q", [("heading", 0), ("quotation", 1)]),
    ],
)
def test_what_partners_may_not_use_is_named_with_its_line(
    text: str, refused: list[tuple[str, int]]
) -> None:
    assert [(each.name, each.line) for each in parse_markup(text).refused] == refused


def test_owners_may_use_headings_and_images_too() -> None:
    assert parse_prose("# h\n\n![x](y.svg)\n").refused == ()
    assert [each.name for each in parse_prose("<b>\n\n| a |\n|---|").refused] == ["HTML", "table"]


@given(TEXTS)
@example("[x](https://a.com 'title')")
def test_text_without_refusals_has_only_tokens_that_are_allowed(text: str) -> None:
    markup = parse_markup(text)
    parts = [part for token in markup.tokens for part in (token, *(token.children or ()))]
    is_allowed = all(part.type in markup.allowed and "title" not in part.attrs for part in parts)
    assert is_allowed == (not markup.refused)


def test_anchors_are_links_as_the_reader_sees_them() -> None:
    markup = parse_markup(
        "[a *b*\nc](https://a.com/x) and <https://b.com>\n\n- [`d`](http://c.com)"
    )
    assert [(anchor.text, anchor.target) for anchor in markup.anchors] == [
        ("a b c", "https://a.com/x"),
        ("https://b.com", "https://b.com"),
        ("d", "http://c.com"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10_000,
        "*a " * 3_300,
        "**_" * 3_300,
        "`" * 10_000,
        "".join("`" * number for number in range(1, 140)),
        "[a](" * 2_500,
        "![" * 5_000,
        "<" * 10_000,
        "<!--" * 2_500,
        "&" * 10_000,
        "> " * 5_000,
        "- " * 5_000,
        "1. " * 3_300,
        "a\n" * 5_000,
        "- a\n" * 2_500,
        "a  \n" * 2_500,
        "\\" * 10_000,
        "[a]: b\n" * 1_400,
        "|" * 5_000 + "\n" + "|-" * 2_500,
        "a" * 10_000,
        "- " + " " * 9_990,
        "~" * 10_000,
    ],
    ids=lambda text: text[:8],
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    markup = parse_markup(text)
    assert squeezed(Reader(to_html(markup)).text) == squeezed(to_plain(markup))
