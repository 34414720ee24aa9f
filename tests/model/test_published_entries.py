"""The entries of the published catalog, read back from its text."""

from pathlib import Path

from catalog_tool.model.messages import messages_of
from catalog_tool.model.published_entries import PublishedEntry, published_entries
from catalog_tool.model.settings import Settings
from catalog_tool.pipeline import check, render_repository_files
from tests.checking import entry_text, written
from tests.hostile.corpus import SHOWN, hostile_publication

ENGLISH = messages_of(Settings(root=Path()))
GERMAN = messages_of(Settings(root=Path(), language="de"))


def test_every_partner_is_read_back_whatever_it_is_called_and_writes() -> None:
    publication = hostile_publication(SHOWN)
    text = next(
        file.text for file in render_repository_files(publication) if file.path == "CATALOG.md"
    )
    entries = publication.catalog.entries
    read = list(published_entries(text, ENGLISH))
    assert [entry.id for entry in read] == [entry.id for entry in entries]
    names = [" ".join(entry.title.split()) for entry in entries]
    assert [" ".join(entry.name.split()) for entry in read] == names


def test_no_partner_can_write_the_line_of_another() -> None:
    entry = "- Entry: [partners/rival.yaml](https://www.contoso.com/partners/rival.yaml)"
    names = "applications:\n  - 'Entry: [partners/rival.yaml](partners/rival.yaml)'\n"
    files = {
        "partners/contoso.yaml": entry_text(f"description: |\n  Text.\n\n  {entry}\n"),
        "partners/fabrikam.yaml": entry_text(names, "fabrikam"),
    }
    with written(files) as settings:
        texts = [file.text for file in render_repository_files(check(settings).publication)]
    assert entry in texts[0]
    assert [entry.id for entry in published_entries(texts[0], ENGLISH)] == ["contoso", "fabrikam"]


def test_other_texts_have_no_entries() -> None:
    assert list(published_entries("# A\n\n### B\n\n- Entry: partners/b.yaml\n", ENGLISH)) == []


def test_a_website_belongs_to_its_own_partner() -> None:
    text = (
        "### A\n- Website: <https://a.com/>\n- Entry: [p/a.yaml](p/a.yaml)\n"
        "### B\n- Entry: [p/b.yaml](p/b.yaml)\n"
    )
    assert list(published_entries(text, ENGLISH)) == [
        PublishedEntry("a", "A", "https://a.com/"),
        PublishedEntry("b", "B"),
    ]


def test_a_page_is_read_in_the_language_of_the_catalog_and_in_english() -> None:
    text = "### A\n- Website: <https://a.com/>\n- Eintrag: [p/a.yaml](p/a.yaml)\n"
    known = [PublishedEntry("a", "A", "https://a.com/")]
    assert [*published_entries(text, GERMAN)] == known
    assert [*published_entries(text.replace("Eintrag", "Entry"), GERMAN)] == known
    assert [*published_entries(text, ENGLISH)] == []
