"""The document of a command: complete, inert, and short enough wherever it is read."""

import re

import pytest
from click import unstyle
from hypothesis import example, given
from hypothesis import strategies as st

from catalog_tool.linter.reporters import WRITERS, markdown, write
from catalog_tool.linter.reporters.document import (
    Block,
    Changed,
    Code,
    CodeBlock,
    Document,
    Findings,
    Fold,
    Foreign,
    Inline,
    Item,
    List,
    Mention,
    PageOnly,
    Paragraph,
    Previews,
    Section,
    Strong,
    Table,
)
from tests.linter.reporters.samples import HOSTILE, diagnostic
from tests.linter.reporters.test_markdown import ANY_TEXT
from tests.text.markup.github import render

OURS = {
    *"p h3 strong code pre ul li sub ins del details summary table thead tbody tr th td".split()
}


def everything(text: str) -> Document:
    """Return a document with every kind of block and span, in which a stranger wrote every text."""
    foreign = Foreign(text)
    line: Inline = (
        "ours ",
        foreign,
        Strong((foreign,)),
        Code(text),
        Changed(foreign, is_added=True),
        " ",
        Changed(foreign, is_added=False),
        " end",
    )
    code = CodeBlock("yaml", text)
    return Document(
        (
            Paragraph(line),
            Paragraph(line, is_small=True),
            List((Item(line), Item(line, (Paragraph(line), code)))),
            Table(("one", ""), ((line, line),)),
            code,
            Section((foreign, " ours"), (List((Item(line),)),)),
            Fold("Ours: 1", (List((Item(line),)), Paragraph(line))),
            Findings((diagnostic(text, message=text, hint=f"{text}\n{text}"),)),
        ),
        summary=(foreign, " in all."),
    )


@given(ANY_TEXT)
@example(HOSTILE)
@example("</details></summary>")
@example("$a")
@example("| a |")
def test_text_of_a_stranger_is_inert_on_a_page(text: str) -> None:
    shown = write(everything(text), "markdown")
    rendered = render(shown)
    assert set(rendered.tags) <= OURS
    assert rendered.tags.count("details") == rendered.tags.count("table") == 1
    assert (rendered.targets, rendered.acted_on) == ([], [])
    assert not set(shown) & set("\r\x1b\u202e\u200b")


@given(ANY_TEXT)
@example(HOSTILE)
@example("::error::x")
def test_text_of_a_stranger_is_inert_on_a_terminal_and_in_a_log(text: str) -> None:
    for name, commands in (("text", 0), ("github", 1)):
        shown = unstyle(write(everything(text), name))
        assert not set(shown) & set("\r\x1b\u202e\u200b")
        assert "##[" not in shown
        found = [each for each in shown.splitlines() if each.lstrip().startswith("::")]
        assert len(found) == commands
        assert all(each.startswith("::error file=partners/contoso.yaml,") for each in found)


@pytest.mark.parametrize("name", WRITERS)
def test_every_block_is_shown_by_every_writer(name: str) -> None:
    for block in everything("stranger").blocks:
        assert "stranger" in write(Document((block,)), name), block


@pytest.mark.parametrize("name", WRITERS)
def test_empty_blocks_are_left_out_with_their_titles(name: str) -> None:
    empty: tuple[Block, ...] = (List(()), Table(("a",), ()), Findings(()), Previews((), 0))
    shown = write(Document((Section(("Title",), empty), Fold("Title", empty), *empty)), name)
    assert shown.strip() == ""


def test_a_terminal_ends_and_a_page_begins_with_the_summary() -> None:
    document = Document((Paragraph(("Body.",)),), ("Two problems.",), marker="name")
    assert write(document, "text") == write(document, "github") == "Body.\n\nTwo problems.\n"
    assert write(document, "markdown") == "<!-- name -->\nTwo problems.\n\nBody.\n"


def test_only_a_page_mentions_people_and_has_previews() -> None:
    called = Paragraph(("By ", Mention("anna"), PageOnly(" *now*"), "."))
    document = Document((called, Previews((("contoso", "### Contoso"),), 1)))
    assert write(document, "text") == "By anna.\n"
    page = write(document, "markdown")
    assert page.startswith("By @anna *now*.\n\n<details><summary>Preview: <code>contoso</code>")
    assert "\n\n### Contoso\n\n</details>\n" in page


def test_a_quiet_page_is_empty() -> None:
    document = Document((Paragraph(("Unknown: 1.",)),), ("1 link.",), is_quiet=True)
    assert write(document, "markdown") == ""
    assert write(document, "text") == "Unknown: 1.\n\n1 link.\n"


# Length


def lines(number: int, text: str = "x" * 50) -> List:
    return List(tuple(Item((Foreign(text),)) for _ in range(number)))


def shown_and_left_out(page: str) -> tuple[int, int]:
    """Return how many lines of a list are shown, and how many are only counted."""
    counted = re.search(r"^- … and ([\d,]+) more$", page, re.MULTILINE)
    left_out = int(counted[1].replace(",", "")) if counted else 0
    return len(re.findall(r"^- x", page, re.MULTILINE)), left_out


@given(st.integers(1_500, 20_000), st.integers(0, 400))
def test_what_does_not_fit_is_counted(most: int, number: int) -> None:
    page = markdown.write(Document((lines(number),)), most)
    assert len(page) <= most
    assert sum(shown_and_left_out(page)) == number


@pytest.mark.parametrize("text", ["x", "@" * 500, "$" * 500, "\u202e" * 500])
def test_every_long_block_keeps_its_share(text: str) -> None:
    long = (
        lines(3_000, text),
        Table(("a", "b"), (((Foreign(text),), (Foreign(text),)),) * 3_000),
        Findings((diagnostic(message=text, hint=text),) * 3_000),
        Fold("Ours", (lines(3_000, text),)),
        Previews((("contoso", text),) * 3_000, 3_000),
    )
    for most in (10_000, 60_000):
        page = markdown.write(Document(long), most)
        assert len(page) <= most
        assert page.count("… and ") == 2
        assert page.count("Not shown: ") == 3


def test_later_blocks_get_the_space_that_one_block_leaves() -> None:
    page = markdown.write(Document((lines(1), lines(100))), 8_000)
    assert shown_and_left_out(page) == (101, 0)


def test_a_heavier_block_gets_more_space() -> None:
    heavy = List(lines(300).items, weight=3)
    page = markdown.write(Document((heavy, Paragraph(("between",)), lines(300))), 10_000)
    first, second = page.split("between")
    assert shown_and_left_out(first)[0] > 2 * shown_and_left_out(second)[0]


def test_a_list_can_have_a_limit_of_its_own() -> None:
    short = List(lines(5).items, most=2)
    assert shown_and_left_out(markdown.write(Document((short,)))) == (2, 3)
    assert write(Document((short,)), "text").endswith("\n… and 3 more\n")


def test_columns_are_aligned_on_a_terminal() -> None:
    table = Table(("name", "since"), ((("日本",), ("2026",)), (("Contoso",), ("2025",))))
    assert write(Document((table,)), "text") == ("name     since\n日本     2026\nContoso  2025\n")


def test_a_wide_table_is_cut_to_fit_the_terminal() -> None:
    rows = (((Foreign("日本語の会社"),), ("https://www.example.com/about",), ("12",)),)
    table = Table(("name", "website", "number"), rows)
    assert write(Document((table,)), "text", 30) == (
        "name        website     number\n日本語の…   https://w…  12\n"
    )
    assert "https://www.example.com/about" in write(Document((table,)), "text")
