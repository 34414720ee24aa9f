"""Small parts of sentences."""

import pytest

from catalog_tool.text.phrases import first_sentence, join_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It connects. It syncs.", "It connects."),
        ("It connects accounts, e.g. RACF. It syncs.", "It connects accounts, e.g. RACF."),
        ("Version 2.0 connects. New!", "Version 2.0 connects."),
        ("Is it fast? Yes.", "Is it fast?"),
        ("Works with Entra ID. It syncs.", "Works with Entra ID."),
        ("Made in the U.S. Tested at St. Gallen.", "Made in the U.S. Tested at St. Gallen."),
        ("No end", "No end"),
        ("\n\nFirst line\nSecond. Line", "First line"),
        ("Contoso.com connects. Ask us.", "Contoso.com connects."),
        ("", ""),
    ],
)
def test_first_sentence(text: str, expected: str) -> None:
    assert first_sentence(text) == expected


@pytest.mark.parametrize(
    ("names", "text"), [(["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B, and C")]
)
def test_names_are_a_list_in_a_sentence(names: list[str], text: str) -> None:
    assert join_names(names) == text
