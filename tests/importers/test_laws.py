"""Every page is read, without losing a line or a word of a partner."""

import json
import re
from itertools import count

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from catalog_tool.importers import identifiers, read_catalog
from catalog_tool.importers.coverage import count_links
from catalog_tool.importers.result import Import, Lines
from catalog_tool.loader.entry import read_source
from catalog_tool.loader.limits import Limits
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.nodes import plain
from catalog_tool.model.vocabulary import Vocabulary
from catalog_tool.site.exporters.markdown_catalog import export
from tests.importers.test_round_trip import FULL, entry, publication
from tests.own_fields import CHOICES, MODEL

UNBOUNDED = Limits(max_bytes=10**9, max_depth=3, max_nodes=10**6)

PIECES = [
    *"#*_`~[]()<>&!|\\-+=.:@$^\"' \t\n\r0a,;",
    *("\n# ", "\n## ", "\n### ", "\n#### ", "\n- ", "\n  - ", "\n* ", "\n1. ", "\n> ", "\n\n"),
    *(
        "\n---\n",
        "\n===\n",
        "\n```\n",
        "\n| a | b |\n|---|---|\n| c | d |\n",
        "\n    code\n",
        "***",
    ),
    *("**Contact**", "**Contoso**", "Description", "Contact information", "Website: ", "Contact:"),
    *("Applications supported", "Popular Applications supported:", "Integrations include:", "Apps"),
    *("https://www.contoso.com", "http://a.b", "www.contoso.com", "sales@contoso.com", "mailto:"),
    *("[a](https://a.com)", "<https://a.com>", "[a][b]", "\n[b]: https://b.com\n", "![a](b.png)"),
    *("\n| Partner | Contact |\n|---|---|\n| Fabrikam | sales@a.com |\n| | x |\n", "• ", "[x] "),
    *("<details><summary>Applications</summary>\n\n", "</details>\n\n", "1. Contoso"),
    *("<b>", "</b>", "<br>", "<!--", "-->", "<details>", "<a href='https://c.com'>c</a>"),
    *("\n<table><tr><td>", "</td><td>", "\n<tr>", "</table>\n", "\n<ul><li>", "</ul>\n", "<li>"),
    *("- [Contoso](https://a.com)\n- [Fabrikam](https://b.com) - text\n", "**Contoso** - text\n\n"),
    *("HR: Workday, ADP", "Over 40 including A, B", "any application with REST", "and more", "1.1"),
    *(
        "Contoso",
        "Partners",
        "How to add",
        "---\ntitle: x\n---\n",
        "\ufeff",
        "\u00a0",
        "\u200b",
        "é",
    ),
    *("\x00", "\x0c", "\u2028", "(", "((", "))", "%20", "字", "😀", "Over 5", " – ", " - "),
]
PUBLISHED = export(publication([entry("contoso", FULL), entry("fabrikam", FULL)]))
pages = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text()


@given(pages)
@example("")
@example("# A\n## Contact\nx: https://a.com\n")
def test_any_page_is_read_and_no_line_is_lost(text: str) -> None:
    imported = read_catalog(text, Vocabulary(), CHOICES)
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    visible = {n for n, line in enumerate(lines, start=1) if _has_text(line)}
    assert visible <= _reported_lines(imported)
    assert count_links(imported, {"": text}).neither == 0
    for partner in imported.partners:
        source, _ = read_source(
            "partners/x.yaml", entry_text(partner.values, model=MODEL), UNBOUNDED
        )
        assert source.root is not None
        assert plain(source.root) == partner.values
    assert len(set(identifiers(imported.partners))) == len(imported.partners)


@pytest.mark.parametrize(
    "text",
    [
        "*a " * 3000 + "a*" * 3000,
        "*" * 20_000 + "a" + "*" * 20_000,
        ">" * 3000 + " a",
        "".join(f"{' ' * (2 * depth)}- a\n" for depth in range(300)),
        "[" * 3000 + "a" + "](b)" * 3000,
        "![" * 300 + "a" + "](b)" * 300,
        "<a href=b>" * 3000 + "a" + "</a>" * 3000,
        "<table><tr><td>\n" * 3000 + "a" + "</table>\n" * 3000,
        "<ul><li>" * 3000 + "a" + "</ul>" * 3000,
        "<table>\n" * 3000,
    ],
    ids=[
        "emphasis",
        "stars",
        "quotations",
        "lists",
        "links",
        "images",
        "anchors",
        "tables",
        "elements",
        "open",
    ],
)
def test_deeply_nested_text_is_read(text: str) -> None:
    page = f"# Partners\n## Contoso\nWebsite: https://a.com\n\n{text}\n"
    (partner,) = read_catalog(page, Vocabulary(), CHOICES).partners
    assert partner.values["website"] == "https://a.com"


EDITS = st.tuples(st.integers(0, 2000), st.integers(0, 40), st.sampled_from(PIECES))


@given(st.lists(EDITS, max_size=6))
@example([(0, 0, "\r")])
def test_an_edited_published_catalog_loses_no_line(
    edits: list[tuple[int, int, str]],
) -> None:
    text = PUBLISHED
    for start, length, piece in edits:
        text = text[:start] + piece + text[start + length :]
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    visible = {n for n, line in enumerate(lines, start=1) if _has_text(line)}
    assert visible <= _reported_lines(read_catalog(text, Vocabulary(), CHOICES))


def _has_text(line: str) -> bool:
    return any(char.isprintable() and not char.isspace() for char in line)


def _reported_lines(imported: Import) -> set[int]:
    """Return the numbers of all lines that are in an entry or in a message."""
    messages = [*imported.changes, *imported.left_out]
    told: list[Lines] = []
    for partner in imported.partners:
        told += [placement.lines for placement in partner.placements]
        messages += [*partner.changes, *partner.unplaced]
    told += [message.lines for message in messages]
    return {number for lines in told for number in range(lines.first, lines.last + 1)}


# Lines of a partner, in which each %s is a unique word.
LINES = [
    "%s connects %s.",
    "See https://www.%s.com/%s and [%s](https://%s.com).",
    "* %s and %s",
    "* %s: %s, %s",
    "* %s: Over 40 including %s, %s",
    "* [%s](https://www.%s.com)",
    "* **%s** - %s does %s",
    "* %s: https://www.%s.com/x",
    "* Website: https://www.%s.com/",
    "* Website: https://www.%s.com/ (%s only)",
    "* Contact: [%s](https://%s.com/contact)",
    "* Email: %s@%s.com",
    "* Phone: %s",
    "* %s Listing: %s https://www.%s.com",
    "%s, %s and %s",
    "More than 40 connectors, including %s, %s.",
    "any application with REST, %s",
    "**%s**",
    "**%s:** %s",
    "Supported applications: %s, %s",
    "  - %s",
    "1. %s",
    "   %s",
    "> %s",
    "    %s",
    "![%s](https://www.%s.com/%s.png)",
    "<p>%s</p>",
    "| %s | %s |\n|---|---|\n| %s | %s |",
    "|  |  |\n|---|---|\n| Website | https://%s.com |\n| %s | %s |",
    "",
]
HEADINGS = [
    "### Description",
    "### Contact information",
    "### Applications supported",
    "#### %s",
    "### %s",
    "**Applications**",
    "**Contact:**",
    "Integrations include:",
    "### Protocols",
    "### Links",
]


@given(st.lists(st.sampled_from([*LINES, *HEADINGS]), max_size=25))
@example(["### Applications supported", "* **%s** - %s does %s"])
@example(["### Contact information", "* Website: https://www.%s.com/ (%s only)"])
@example(["**Applications**", "%s connects %s.", "![%s](https://www.%s.com/%s.png)", "%s"])
def test_no_word_of_a_partner_is_lost(lines: list[str]) -> None:
    numbers = count(100)
    text = re.sub("%s", lambda _: f"Word{next(numbers)}x", "\n".join(lines))
    page = f"# Partners\n## Contoso\n### Contact\n- Website: https://a.com\n\n{text}\n"
    imported = read_catalog(page, Vocabulary(), CHOICES)
    told = json.dumps([dict(partner.values) for partner in imported.partners])
    messages = [*imported.changes, *imported.left_out]
    for partner in imported.partners:
        messages += [*partner.changes, *partner.unplaced]
    told += "".join(message.text for message in messages)
    assert [word for word in re.findall(r"Word\d+x", text) if word not in told] == []
