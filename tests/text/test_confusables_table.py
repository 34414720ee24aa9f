"""The table of confusable letters comes from the data of Unicode."""

import unicodedata2 as unicodedata

from catalog_tool.text.characters.confusable_letters import LETTERS_BY_LATIN, UNICODE_VERSION
from tests.text.confusables_table import DATA, TABLE, selected_rows, table_text


def test_the_table_is_generated_from_the_data() -> None:
    assert TABLE.read_text(encoding="utf-8") == table_text(DATA.read_text(encoding="utf-8"))


def test_the_data_has_only_the_rows_that_the_table_needs() -> None:
    data = DATA.read_text(encoding="utf-8")
    assert selected_rows(data) == data


def test_the_data_has_the_version_of_the_characters() -> None:
    assert unicodedata.unidata_version == UNICODE_VERSION


def test_each_letter_looks_like_one_text() -> None:
    letters = [letter for row in LETTERS_BY_LATIN.values() for letter in row]
    assert len(letters) == len(set(letters)) > 400
    assert not any(letter.isascii() for letter in letters)
