"""Messages of the parser are never shown; each of its problems has a message of ours."""

import pytest

from tests.checking import check_files

PARSER = ("expected", "context", "token", "scanning", "indicator", "mapping", "hexdecimal", "node")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hello,\n\nplease add:\nName: Contoso\n", "there is a colon where a key isn't allowed"),
        ("name: |\n  a\n- b\n", "this line doesn't line up with the keys above it"),
        ("- - a\n b\n", "this line is in a list but doesn't begin with a dash"),
    ],
)
def test_an_unknown_mistake_has_a_message_in_plain_words(text: str, said: str) -> None:
    found = check_files({"partners/contoso.yaml": text})[-1]
    assert found.message == f"This isn't valid YAML: {said}."
    assert found.hint
    assert not any(word in found.message for word in PARSER)


def test_a_text_too_long_for_a_key_gets_a_hint_where_it_belongs() -> None:
    (found,) = check_files({"partners/contoso.yaml": f"name: Contoso\n{'word ' * 300}end: of it\n"})
    assert (found.line, found.column) == (2, 1)
    assert found.message.startswith("YAML reads the text before the colon as a key: word word")
    assert "description: |" in found.hint
