"""A pasted list is read as its author meant it, and nothing is guessed."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.site.coverage.engine import CATALOG, on_coverage

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "lists.yaml").read_text(encoding="utf-8")
)
READ = """(text) => {
    const list = catalogCoverage.readList(index, text);
    const read = list.names.map(({ typed, others, applications: [number, ...more] }) => {
        const all = [typed, ...others].join(", ");
        return number === undefined ? `? ${all}` : `${applications[number].name} < ${all}`;
    });
    return { ...list, read };
}"""


def read(*texts: str) -> list[dict[str, Any]]:
    return on_coverage(READ, texts)


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    texts = [case["paste"] for case in CASES]
    return dict(zip(texts, read(*texts), strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["paste"]))
def test_a_list_is_read_as_in_the_table(
    case: dict[str, Any], answers: dict[str, dict[str, Any]]
) -> None:
    answer = answers[case["paste"]]
    column = answer["column"] and [answer["column"]["number"], answer["column"]["of"]]
    found = {"read": answer["read"], "headings": answer["headings"], "column": column}
    wanted = {"read": case["read"], "headings": case.get("headings", [])}
    assert found == wanted | {"column": case.get("column")}


NAMES = [application.name for application in CATALOG.applications]
MARKS = ["", "- ", "1. ", "• ", "[x] "]
REMARKS = ["", " (old)", " - used daily", ";", ","]


@given(
    st.lists(
        st.tuples(st.sampled_from(MARKS), st.sampled_from(NAMES), st.sampled_from(REMARKS)),
        max_size=8,
    )
)
def test_every_name_is_read_with_any_bullet_and_remark(lines: list[tuple[str, ...]]) -> None:
    (answer,) = read("\n".join(map("".join, lines)))
    found = [name.partition(" < ")[0] for name in answer["read"]]
    assert found == list(dict.fromkeys(name for _, name, _ in lines))


AGAIN = """(text) => {
    const typed = (list) => list.names.map((name) => name.typed);
    const names = typed(catalogCoverage.readList(index, text));
    const again = catalogCoverage.listText(names);
    return [names, typed(catalogCoverage.readList(index, again))];
}"""
WORDS = ["RACF", "Epic", "Pyxis", "Contoso, Inc.", "a b", "A|B", "-", "1.", "(x)", "and", "\u202e"]
SIGNS = [" ", "\n", ", ", "; ", "\t", "/", '"']


@given(st.lists(st.sampled_from(WORDS + SIGNS), max_size=20).map("".join))
def test_the_names_of_a_list_are_a_list_of_the_same_names(text: str) -> None:
    """So a copied link shows what its author saw."""
    ((names, again),) = on_coverage(AGAIN, [text])
    assert again == names


@pytest.mark.parametrize(
    "text",
    ["\n".join(f"System {n}" for n in range(30_000)), "a," * 250_000, "x" * 500_000],
    ids=["lines", "commas", "one word"],
)
def test_a_list_of_half_a_megabyte_is_cut_and_says_so(text: str) -> None:
    (answer,) = read(text)
    assert answer["isCut"]
    assert len(answer["names"]) <= answer["count"] <= 500


def test_a_list_of_500_names_is_read_whole() -> None:
    (answer,) = read("\n".join(f"Contoso {'a' * 80}{n}" for n in range(500)))
    assert (answer["count"], answer["isCut"]) == (500, False)
