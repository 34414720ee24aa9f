"""Pages that people keep by hand, each with the expected entries and messages.

``pages/NAME.md`` is a page. ``pages/NAME/`` contains the imported entries, and ``messages.txt``:
what was changed, what has no place, and what was left out, one per line.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog_tool.importers import identifiers, read_catalog
from catalog_tool.importers.choices import Choices
from catalog_tool.importers.result import Import, ImportMessage
from catalog_tool.loader.load import load_names
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.settings import Settings
from catalog_tool.model.vocabulary import Vocabulary
from tests.own_fields import CHOICES, MODEL

PAGES = Path(__file__).parent / "pages"
EXCERPT = 72


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_names(Settings(root=Path(__file__).parents[2]))[0]


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.stem)
def test_a_page_becomes_entries_and_messages(page: Path, vocabulary: Vocabulary) -> None:
    expected = {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted(page.with_suffix("").iterdir())
    }
    imported = read_catalog(page.read_text(encoding="utf-8"), vocabulary, CHOICES)
    assert written(imported) == expected


def written(imported: Import) -> dict[str, str]:
    """Return the entries and the messages of an import, by file name."""
    names = identifiers(imported.partners)
    entries = {
        f"{name}.yaml": entry_text(partner.values, model=MODEL)
        for name, partner in zip(names, imported.partners, strict=True)
    }
    return entries | {"messages.txt": "".join(sorted(_messages(imported), key=_line))}


def _messages(imported: Import) -> Iterator[str]:
    for partner in imported.partners:
        yield from (_shown("no place", message) for message in partner.unplaced)
        yield from (_shown("changed", message) for message in partner.changes)
    yield from (_shown("changed", message) for message in imported.changes)
    yield from (_shown("left out", message) for message in imported.left_out)


def _shown(kind: str, message: ImportMessage) -> str:
    text = " ".join(message.text.split())
    excerpt = text if len(text) <= EXCERPT else f"{text[: EXCERPT - 1]}…"
    lines = f"{message.lines.first}-{message.lines.last}"
    return f"{lines} {kind}: {message.reason} {excerpt}".rstrip() + "\n"


def _line(message: str) -> tuple[int, str]:
    return int(message.partition("-")[0]), message


def test_the_progress_is_told_while_a_page_is_parsed_and_read(vocabulary: Vocabulary) -> None:
    told: list[tuple[int, int]] = []
    choices = Choices(progress=lambda done, total: told.append((done, total)))
    page = (PAGES / "thirteen-partners.md").read_text(encoding="utf-8")
    partners = read_catalog(page, vocabulary, choices).partners
    assert told == sorted(told)
    assert {total for _, total in told} == {3 * (page.count("\n") + 1)}
    assert sum(3 * done <= total for done, total in told) > len(partners)
    assert sum(3 * done > 2 * total for done, total in told) == len(partners)


def test_calls_of_a_long_block_of_html_are_read(vocabulary: Vocabulary) -> None:
    call = '{{{{< company name="Contoso {0}" url="https://contoso{0}.com" />}}}}'
    page = "\n".join(["# Partners", "", "<div>", *map(call.format, range(100)), "</div>"])
    assert len(read_catalog(page, vocabulary, CHOICES).partners) == 100


def test_a_table_with_many_columns_takes_no_quadratic_time(vocabulary: Vocabulary) -> None:
    """Quadratic time would be a minute and more, so the test only has to end."""
    rows = ["Name", "-", "b", "c"]
    page = "\n".join("|" + f"{cell}|" * 6_000 for cell in rows)
    assert read_catalog(page, vocabulary, CHOICES).partners == ()


def test_a_name_with_a_link_in_a_long_heading_has_single_spaces(vocabulary: Vocabulary) -> None:
    page = "# Partners\n\n## We use the chat of [Contoso](https://www.contoso.com/)\n\nA chat.\n"
    (partner,) = read_catalog(page, vocabulary, CHOICES).partners
    assert partner.name == "We use the chat of Contoso"
