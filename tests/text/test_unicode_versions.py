"""A verdict on a character is the same on every version of Python, whatever Unicode it knows."""

import sys
import unicodedata

import pytest
import unicodedata2

from catalog_tool.model.identifiers import identifier_of
from catalog_tool.text.characters.confusables import drawn_key
from catalog_tool.text.characters.letters import is_letter, is_letter_or_digit, words_in
from catalog_tool.text.ordering import fold
from tests.checking import check_text

CHARACTERS = [chr(code) for code in range(sys.maxunicode + 1)]
# One of each category that was added after Unicode 14, which Python 3.11 knows: the capital and
# small letter, modifier letter, digit, number, and ideograph.
LATER = "\ua7cb\ua7cd\U0001e4eb\U00011f50\U0001d2c0\U0002ebf0"


def test_python_and_our_tables_agree_on_what_both_know() -> None:
    known = [char for char in CHARACTERS if unicodedata.category(char) != "Cn"]
    assert [char for char in known if char.isalpha() != is_letter(char)] == []
    assert [char for char in known if char.isalnum() != is_letter_or_digit(char)] == []


def test_capital_letters_that_this_python_does_not_know_are_folded_too() -> None:
    capitals = [char for char in CHARACTERS if unicodedata2.category(char) == "Lu"]
    # Cherokee is the one script whose folded letters are the capital ones.
    left = [c for c in capitals if fold(c) == c and "CHEROKEE" not in unicodedata2.name(c)]
    assert left == []
    pairs = {"\ua7cb": "\u0264", "\ua7da": "\ua7db", "\u1c89": "\u1c8a", "\U00010d50": "\U00010d70"}
    assert {fold(capital) for capital in pairs} == {*pairs.values()}


@pytest.mark.parametrize("char", LATER)
def test_letters_and_digits_that_were_added_later_count_as_such(char: str) -> None:
    assert words_in(f"a{char}b {char}") == [f"a{char}b", char]
    assert char in drawn_key(f"{char} Contoso")
    name = f"applications:\n  - '{char}{char}{char}'\n"
    assert {each.code for each in check_text(name)} & {"CAT101", "CAT007"} == set()
    assert {each.code for each in check_text(f"name: Contoso contoso.com{char}\n")} & {
        "CAT141"
    } == set()


def test_a_name_in_letters_that_were_added_later_has_no_id_of_its_own() -> None:
    assert identifier_of("\U00010d70\U00010d71\U00010d72 x") == ""
