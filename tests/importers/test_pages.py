"""Pages as people keep them by hand, each with the entries and the remarks that it must give.

``pages/NAME.md`` is a page. ``pages/NAME/`` holds the entries that importing it writes, and
``remarks.txt``: what was changed, what has no place and what was left out, a line for each.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog_tool.importers import identifiers, read_catalog
from catalog_tool.importers.result import Import, Remark
from catalog_tool.loader.load import load_vocabulary
from catalog_tool.model.entry_yaml import entry_text
from catalog_tool.model.settings import Settings
from catalog_tool.model.vocabulary import Vocabulary

PAGES = Path(__file__).parent / "pages"
EXCERPT = 72


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(Settings(root=Path(__file__).parents[2]))


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.md")), ids=lambda page: page.stem)
def test_a_page_becomes_entries_and_remarks(page: Path, vocabulary: Vocabulary) -> None:
    expected = {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted(page.with_suffix("").iterdir())
    }
    imported = read_catalog(page.read_text(encoding="utf-8"), vocabulary)
    assert written(imported) == expected


def written(imported: Import) -> dict[str, str]:
    """Return the entries and the remarks of an import, by the names of their files."""
    names = identifiers(imported.partners)
    entries = {
        f"{name}.yaml": entry_text(partner.values)
        for name, partner in zip(names, imported.partners, strict=True)
    }
    return entries | {"remarks.txt": "".join(sorted(_remarks(imported), key=_line))}


def _remarks(imported: Import) -> Iterator[str]:
    for partner in imported.partners:
        yield from (_shown("no place", remark) for remark in partner.unplaced)
        yield from (_shown("changed", remark) for remark in partner.changes)
    yield from (_shown("changed", remark) for remark in imported.changes)
    yield from (_shown("left out", remark) for remark in imported.left_out)


def _shown(kind: str, remark: Remark) -> str:
    text = " ".join(remark.text.split())
    excerpt = text if len(text) <= EXCERPT else f"{text[: EXCERPT - 1]}…"
    lines = f"{remark.lines.first}-{remark.lines.last}"
    return f"{lines} {kind}: {remark.reason} {excerpt}".rstrip() + "\n"


def _line(remark: str) -> tuple[int, str]:
    return int(remark.partition("-")[0]), remark
