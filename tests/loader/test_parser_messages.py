"""What the parser says reaches nobody: each of its problems has words of ours."""

import pytest

from tests.checking import check_files

PARSER = ("expected", "context", "token", "scanning", "indicator", "mapping", "hexdecimal", "node")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hello,\n\nplease add:\nName: Contoso\n", "there is a colon where no key can stand"),
        ("name: |\n  a\n- b\n", "this line does not stand in one column with the keys above it"),
        ("- - a\n b\n", "this line stands in a list, but does not begin with a dash"),
    ],
)
def test_an_unknown_mistake_is_told_in_plain_words(text: str, said: str) -> None:
    found = check_files({"partners/contoso.yaml": text})[-1]
    assert found.message == f"This is not valid YAML: {said}."
    assert found.hint
    assert not any(word in found.message for word in PARSER)


def test_a_text_too_long_for_a_key_is_told_where_it_belongs() -> None:
    (found,) = check_files({"partners/contoso.yaml": f"name: Contoso\n{'word ' * 300}end: of it\n"})
    assert (found.line, found.column) == (2, 1)
    assert found.message.startswith("YAML takes the text before the colon for a key: word word")
    assert "description: |" in found.hint
