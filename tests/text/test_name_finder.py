"""Known names in texts, word by word."""

import pytest

from catalog_tool.text.name_finder import NameFinder

NAMES = NameFinder(
    (name, name)
    for name in ("Contoso", "Contoso Labs", "Ünïcode AG", "AS/400", "контосо", "a b c d e f g", "")
)
TEXTS = {
    "Contoso works.": [("Contoso", "Contoso")],
    "contoso's CONTOSO": [("contoso", "Contoso"), ("CONTOSO", "Contoso")],
    "Contoso Labs, Contoso": [("Contoso Labs", "Contoso Labs"), ("Contoso", "Contoso")],
    "Contoso-Labs": [("Contoso Labs", "Contoso Labs")],
    "Contosolabs": [],
    "unicode ag and ½ of ÜNÏCODE AG": [("unicode ag", "Ünïcode AG"), ("ÜNÏCODE AG", "Ünïcode AG")],
    "an AS 400": [("AS 400", "AS/400")],
    "Контосо": [("Контосо", "контосо")],
    "a b c d e f g": [],
    "": [],
}


@pytest.mark.parametrize(("text", "found"), TEXTS.items(), ids=TEXTS)
def test_names_are_found_as_they_are_written(text: str, found: list[tuple[str, str]]) -> None:
    assert list(NAMES.find(text)) == found
