"""Several values of one field in a query: each is wanted, or one of them."""

import pytest

from catalog_tool.cli._found import answer_lines
from tests.site.finder.catalogs import catalog_named, finder_of


@pytest.mark.parametrize(
    "query",
    [
        "Who audits both SOC 2 and ISO 27001?",
        "audits ISO 27001 & SOC 2",
        "Wer auditiert sowohl SOC 2 als auch ISO 27001 und C5?",
    ],
)
def test_who_states_all_comes_first_and_others_say_what_they_do_not_state(query: str) -> None:
    lines = lines_of(query)
    first = lines[lines.index("Partners:") + 1]
    assert first.startswith("  → Adventure Works Identity")
    assert "SOC 2, ISO 27001" in first or "ISO 27001, SOC 2" in first
    assert "not stated: ISO 27001" not in first
    for name, missing in {"Fabrikam Bridge": "ISO 27001", "Humongous Connect": "SOC 2"}.items():
        (row,) = [line for line in lines if line.startswith(f"  → {name}")]
        assert missing in row.partition("(not stated: ")[2]


def test_one_of_several_is_enough() -> None:
    assert not any("not stated" in line for line in lines_of("Who audits SOC 2 or ISO 27001?"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("Workday with SOC 2 and ISO 27001", ["None of these partners states SOC 2."]),
        ("Workday with SOC 2 or ISO 27001", []),
    ],
)
def test_only_what_nobody_in_the_answer_states_is_denied(query: str, said: list[str]) -> None:
    lines = lines_of(query)
    assert [line for line in lines if line.startswith("None")] == said
    listing = lines[lines.index("Workday: 2 partners") + 1 :][:2]
    assert [line.partition(",")[0] for line in listing] == [
        "  → Wide World Provisioning",
        "  → Litware Connect",
    ]
    assert "not stated" not in listing[0]
    assert "not stated: ISO 27001" in listing[1]


def lines_of(query: str) -> list[str]:
    """Return the lines of the terminal's answer."""
    publication = catalog_named("questions")
    return list(answer_lines(finder_of("questions").find(query), publication.catalog, 9))
