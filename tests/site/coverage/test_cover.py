"""The fewest partners that list everything: they do, and no smaller number does."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.site.coverage.engine import on_coverage

Lists = list[set[int]]

COVER = """([lists, wanted, without]) => {
    const applications = Array.from({ length: 12 }, () => ({ partners: [] }));
    lists.forEach((list, partner) => {
        list.forEach((each) => applications[each].partners.push(partner));
    });
    const rows = catalogCoverage.partnersListing({ applications }, wanted);
    return { rows, ...catalogCoverage.fewestPartners(rows, without) };
}"""


def cover(lists: Lists, wanted: list[int], without: tuple[int, ...] = ()) -> dict[str, Any]:
    inputs = [[[sorted(each) for each in lists], wanted, without]]
    (answer,) = on_coverage(COVER, inputs)
    return dict(answer)


applications = st.integers(0, 7)
some_lists = st.lists(st.sets(applications), max_size=7)


@given(some_lists, st.lists(applications, unique=True))
def test_the_fewest_partners_list_all_that_anybody_lists(lists: Lists, wanted: list[int]) -> None:
    answer = cover(lists, wanted)
    listed = set(wanted) & set().union(*lists)
    members = [lists[each["partner"]] for each in answer["members"]]
    assert set().union(*members) >= listed
    assert answer["isFewest"]
    for fewer in combinations(lists, max(0, len(members) - 1)):
        assert not members or not set().union(*fewer) >= listed
    for each in answer["members"]:
        assert set(each["listed"]) == lists[each["partner"]] & listed
        for partner in each["equals"]:
            assert lists[partner] & listed == set(each["listed"])


@given(some_lists, st.permutations(range(8)))
def test_the_order_of_the_list_changes_nothing(lists: Lists, wanted: list[int]) -> None:
    assert cover(lists, wanted) == cover(lists, sorted(wanted))


@given(some_lists, st.lists(applications, unique=True))
def test_partners_are_sorted_by_what_they_list_then_by_name(
    lists: Lists, wanted: list[int]
) -> None:
    rows = cover(lists, wanted)["rows"]
    expected = [(len(lists[n] & set(wanted)), -n) for n in range(len(lists))]
    assert [(len(row["listed"]), -row["partner"]) for row in rows] == sorted(
        (each for each in expected if each[0]), reverse=True
    )


@pytest.mark.parametrize(
    ("without", "members"), [((), [0, 2]), ((0, 1, 2), [1]), ((0, 1, 2, 3, 4), [])]
)
def test_partners_cover_the_rest_together(without: tuple[int, ...], members: list[int]) -> None:
    lists: Lists = [{0, 1, 2}, {3, 4}, {2, 3, 4}]
    answer = cover(lists, [0, 1, 2, 3, 4], without)
    assert [each["partner"] for each in answer["members"]] == members


def test_partners_that_list_the_same_are_equals() -> None:
    (member,) = cover([{0, 1}, {0, 1, 5}, {0}], [0, 1])["members"]
    assert (member["partner"], member["equals"]) == (0, [1])


LARGE = """([partners, applications, each]) => {
    let seed = 1;
    const next = (below) => (seed = (seed * 48271) % 2147483647) % below;
    const listed = Array.from({ length: applications }, () => ({ partners: new Set() }));
    for (let partner = 0; partner < partners; partner += 1) {
        for (let left = each; left; left -= 1) listed[next(applications)].partners.add(partner);
    }
    const index = { applications: listed.map(({ partners }) => ({ partners: [...partners] })) };
    const rows = catalogCoverage.partnersListing(index, listed.map((_, number) => number));
    const { members, isFewest } = catalogCoverage.fewestPartners(rows);
    const all = new Set(members.flatMap((member) => member.listed));
    return { isFewest, isAll: all.size === applications };
}"""


def test_a_search_that_takes_too_long_ends_with_a_small_set() -> None:
    """Random lists of equal length are the worst case: nothing can be left out early."""
    (answer,) = on_coverage(LARGE, [[300, 50, 6]])
    assert answer == {"isFewest": False, "isAll": True}
