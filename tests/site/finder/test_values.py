"""Several values of one field in a query: each is wanted, or one of them."""

from collections.abc import Iterator

import pytest

from catalog_tool.cli._found import answer_lines
from catalog_tool.model.publication import Publication
from catalog_tool.pipeline import check
from catalog_tool.site.finder import Finder
from tests.checking import FIELDS, ordered_entry, written
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


CREWS = """\
crew:
  label: Crew on the roof
  help: Whether somebody climbs up in storms.
  type: yes-no
  show: [card, page, filter]
"""
STATED = {"ada": "crew: yes\n", "ben": "", "cora": "crew: no\n"}


@pytest.fixture(scope="module")
def crews() -> Iterator[Publication]:
    """Check a catalog in which partners state yes, nothing, and no."""
    text = "description: |\n  This gateway provisions accounts.\n"
    files = {
        f"partners/{name}.yaml": ordered_entry(text, name) + stated
        for name, stated in STATED.items()
    }
    with written({FIELDS: CREWS} | files) as settings:
        yield check(settings, rules={}).publication


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("partners without a crew on the roof", ["cora", "ben"]),
        ("no crew in storms", ["cora", "ben"]),  # in the words of the help
        ("Which partners have no crew that climbs in storms?", ["cora", "ben"]),
        ("no crew at sea", []),  # which the field doesn't say
        ("no storms", []),  # nor is that what it is called
    ],
)
def test_who_states_no_comes_first_and_who_states_nothing_is_marked(
    crews: Publication, query: str, ids: list[str]
) -> None:
    answer = Finder(crews.catalog).find(query)
    assert [each.id for each in answer.partners] == ids
    marked = [line for line in answer_lines(answer, crews.catalog, 9) if "(not stated" in line]
    assert [line.partition("(")[2] for line in marked] == ["not stated: Crew on the roof)"] * (
        len(ids) // 2
    )
    assert all("Ben" in line for line in marked)
