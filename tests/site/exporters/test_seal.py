"""The checksum at the end of a generated text."""

import pytest

from catalog_tool.model.generated_file import is_intact, with_checksum

TEXT = "# Title\n\nText — with *letters*.\n"


@pytest.mark.parametrize("text", [TEXT, "\n", "", "a\n" * 1000])
def test_a_text_with_its_checksum_is_intact(text: str) -> None:
    assert is_intact(with_checksum(text))
    assert with_checksum(text).startswith(text)


def test_line_ends_of_any_system_are_the_same() -> None:
    assert is_intact(with_checksum(TEXT).replace("\n", "\r\n"))


def test_any_changed_character_invalidates_the_checksum() -> None:
    whole = with_checksum(TEXT)
    intact = [at for at in range(len(whole) - 1) if is_intact(whole[:at] + "#" + whole[at + 1 :])]
    words_of_the_seal = range(whole.index("publish` ") + len("publish` "), whole.index("\nsha256"))
    assert set(intact) <= {0, *words_of_the_seal}


@pytest.mark.parametrize(
    "edited",
    [
        with_checksum(TEXT) + "More.\n",
        "More.\n" + with_checksum(TEXT),
        TEXT,
        "",
        with_checksum(TEXT).rpartition("<!--")[0],
        with_checksum("Other.\n").replace("Other.\n", TEXT),
    ],
)
def test_an_edited_text_is_not_intact(edited: str) -> None:
    assert not is_intact(edited)
