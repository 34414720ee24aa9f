"""Lists of objects in files, each with the expected entries and messages, as in ``test_pages``.

``lists/NAME.SUFFIX`` is a list, whose format the suffix says.
"""

from pathlib import Path

import pytest

from catalog_tool.importers import read_catalog
from catalog_tool.model.vocabulary import Vocabulary
from tests.importers.test_pages import written
from tests.own_fields import CHOICES

LISTS = Path(__file__).parent / "lists"


@pytest.mark.parametrize(
    "source", sorted(filter(Path.is_file, LISTS.iterdir())), ids=lambda source: source.stem
)
def test_a_list_becomes_entries_and_messages(source: Path) -> None:
    folder = source.with_suffix("")
    expected = {each.name: each.read_text(encoding="utf-8") for each in folder.iterdir()}
    text = source.read_text(encoding="utf-8")
    assert written(read_catalog(text, Vocabulary(), CHOICES.suited_to(source))) == expected
