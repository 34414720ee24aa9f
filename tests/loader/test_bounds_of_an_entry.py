"""The limits of an entry, and the messages about entries that exceed them."""

import pytest

from catalog_tool.model.diagnostic import Diagnostic
from tests.checking import PARTNER, check_files

HEAD = (
    "name: Contoso\nwebsite: https://www.contoso.com/identity\n"
    "contact: https://www.contoso.com/contact\n"
)
NAMES = "applications:\n  - IBM RACF\n"


def found(text: str) -> list[Diagnostic]:
    diagnostics = check_files({PARTNER: text})
    return [each for each in diagnostics if each.path == PARTNER and each.severity == "error"]


def applications(number: int) -> str:
    return "".join(f"  - Application{at}\n" for at in range(number))


def groups(number: int) -> str:
    return "".join(f"  Group{at}:\n    - Application{at}\n" for at in range(number))


@pytest.mark.parametrize(
    "names",
    [applications(499), applications(600), groups(249), groups(255)],
    ids=["499 names", "600 names", "249 groups", "255 groups"],
)
def test_an_entry_with_too_many_words_gets_their_number(names: str) -> None:
    diagnostics = found(f"{HEAD}description: Connects.\napplications:\n{names}")
    number = 1 + names.count("Group") + names.count("Application")
    assert [each.code for each in diagnostics] == ["CAT106"] * (number > 500)
    for each in diagnostics:
        assert f"has {number} words, {number - 500} more than the 500" in each.message


def test_a_list_of_thousands_gets_a_hint_where_to_put_it() -> None:
    (only,) = found(f"{HEAD}description: Connects.\napplications:\n{applications(2_000)}")
    assert (only.code, only.line) == ("CAT003", 795)
    assert only.message == "The file has more than 800 keys and values."
    assert "'applications_url'" in only.hint


@pytest.mark.parametrize(
    ("line", "most", "what"),
    [
        ("- ab", 500, "501 lines with text"),
        ("***a***", 166, "1,002 Markdown characters"),
        ("[a", 250, "251 opening brackets"),
    ],
)
def test_a_description_of_signs_is_one_mistake(line: str, most: int, what: str) -> None:
    def with_lines(number: int) -> list[Diagnostic]:
        lines = f"  {line}\n\n" * number
        return found(f"{HEAD}description: |\n{lines}{NAMES}")

    assert {each.code for each in with_lines(most)} <= {"CAT106"}
    (only,) = with_lines(most + 1)
    assert only.code == "CAT013"
    assert what in only.message
    assert "Shorten it." in only.hint


@pytest.mark.parametrize(("number", "has_fix"), [(800, True), (801, False)])
@pytest.mark.parametrize("written", ["  -a{}\n", "  a{},\n"], ids=["no space", "commas"])
def test_a_list_is_rewritten_only_if_it_can_be_a_list(
    written: str, number: int, *, has_fix: bool
) -> None:
    lines = "".join(written.format(at) for at in range(number))
    shape = found(f"{HEAD}description: Connects.\napplications:\n{lines}")
    assert [bool(each.fix) for each in shape] == [has_fix]


def test_a_choice_far_behind_the_longest_list_is_not_guessed() -> None:
    lines = "".join("  - Rest\n" for _ in range(60))
    diagnostics = found(f"{HEAD}description: Connects.\ninterfaces:\n{lines}")
    of_choices = [each for each in diagnostics if "'Rest' isn't" in each.message]
    assert [bool(each.fix) for each in of_choices] == [True] * 50 + [False] * 10


def test_a_hidden_character_does_not_let_a_long_text_in() -> None:
    text = f"{HEAD}description: a\u200b{'[' * 1_001}\n{NAMES}"
    assert sorted(each.code for each in found(text)) == ["CAT007", "CAT013"]
