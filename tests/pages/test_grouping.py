"""How a catalog is divided for its readers."""

import pytest

from catalog_tool.pages.grouping import by_initial, summaries
from tests.pages.conftest import Publish


@pytest.mark.parametrize(
    ("name", "letter", "anchor"),
    [
        ("Aquera", "A", "initial-a"),
        ("épic", "E", "initial-e"),
        ("Ｚeta", "Z", "initial-z"),
        ("3D Systems", "#", "initial-other"),
        ("日本", "#", "initial-other"),
        ("(AS/400)", "#", "initial-other"),
    ],
)
def test_a_name_stands_under_its_first_letter(name: str, letter: str, anchor: str) -> None:
    (initial,) = by_initial([name], str)
    assert (initial.letter, initial.anchor, initial.members) == (letter, anchor, (name,))


def test_members_keep_their_order_below_ascending_letters() -> None:
    initials = by_initial(["Beta 2", "Beta 10", "Äon", "alpha", "9"], str)
    assert [(initial.letter, initial.members) for initial in initials] == [
        ("#", ("9",)),
        ("A", ("Äon", "alpha")),
        ("B", ("Beta 2", "Beta 10")),
    ]


@pytest.mark.parametrize(
    ("entry", "summary"),
    [
        ("applications: [IBM RACF]\n", "1 application"),
        ("applications: [Epic, IBM RACF]\n", "2 applications: Healthcare"),
        ("applications: []\ninterfaces: [sql]\n", "Any application that its interfaces reach"),
    ],
)
def test_an_entry_in_one_line(entry: str, summary: str, publish: Publish) -> None:
    vocabulary = (
        "categories:\n  healthcare:\n    name: Healthcare\n    description: Records.\n"
        "applications:\n  Epic:\n    category: healthcare\n"
    )
    publication = publish({"partners/_vocabulary.yaml": vocabulary, "partners/contoso.yaml": entry})
    assert summaries(publication.catalog) == {"contoso": summary}
