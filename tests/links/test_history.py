"""A link is dead after three failures over seven days, and not before."""

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.links.history import due, is_dead, is_outage, is_unjudged, update_state
from catalog_tool.links.inventory import CatalogLink, LinkLocation, in_shard
from catalog_tool.links.state import LinkRecord, State
from catalog_tool.links.target import (
    TARGET_MAX_LENGTH,
    UnsafeTargetError,
    redirect_target,
    target_of,
)
from catalog_tool.links.visit import LinkVerdict, VisitResult

FIRST = dt.date(2026, 5, 1)
ADDRESS = "https://www.contoso.com/identity"
LINK = CatalogLink(
    ADDRESS, "www.contoso.com", (LinkLocation("partners/contoso.yaml", ("website",), "Contoso"),)
)
OK = VisitResult(LinkVerdict.OK, "200 OK", ADDRESS, names=frozenset({"Contoso"}))
FAILED = VisitResult(LinkVerdict.FAILED, "404 Not Found", ADDRESS)
UNKNOWN = VisitResult(LinkVerdict.UNKNOWN, "403 Forbidden", ADDRESS)
NAMELESS = VisitResult(LinkVerdict.OK, "200 OK", ADDRESS, names=frozenset())
UNREAD = VisitResult(LinkVerdict.OK, "200 OK", ADDRESS)

answers = st.sampled_from([OK, FAILED, UNKNOWN])


def after(*visits: tuple[int, VisitResult]) -> LinkRecord:
    """Return the record of a link after visits, each on a day counted from the first."""
    state = State()
    for day, answer in visits:
        state = update_state(state, [LINK], {ADDRESS: answer}, FIRST + dt.timedelta(day))
    return state.links[ADDRESS]


@pytest.mark.parametrize(
    ("visits", "dead"),
    [
        ([(0, FAILED), (3, FAILED), (7, FAILED)], True),
        ([(0, FAILED), (3, FAILED), (6, FAILED)], False),
        ([(0, FAILED), (30, FAILED)], False),
        ([(0, FAILED), (0, FAILED), (7, FAILED)], False),
        ([(0, FAILED), (3, OK), (7, FAILED), (8, FAILED)], False),
        ([(0, FAILED), (3, UNKNOWN), (7, FAILED), (8, FAILED)], True),
        ([(0, FAILED), (3, FAILED), (7, UNKNOWN)], False),
        ([(0, FAILED), (3, FAILED), (7, FAILED), (8, UNKNOWN)], True),
        ([(0, FAILED), (3, FAILED), (7, FAILED), (8, OK)], False),
        ([(40, FAILED), (50, FAILED), (0, FAILED)], False),
        ([(day, UNKNOWN) for day in range(30)], False),
    ],
)
def test_a_link_is_dead_when_it_has_failed_for_a_week(
    visits: Sequence[tuple[int, VisitResult]], *, dead: bool
) -> None:
    assert is_dead(after(*visits)) is dead


@given(st.lists(st.tuples(st.integers(0, 6), answers), min_size=1))
def test_nothing_is_dead_within_a_week(visits: list[tuple[int, VisitResult]]) -> None:
    assert not is_dead(after(*visits))


@given(st.lists(st.tuples(st.integers(0, 40), answers), min_size=1))
def test_a_dead_link_has_failed_on_three_days_since_it_worked(
    visits: list[tuple[int, VisitResult]],
) -> None:
    in_order = sorted(visits, key=lambda visit: visit[0])
    worked = [number for number, (_, answer) in enumerate(in_order) if answer is OK]
    since = in_order[worked[-1] + 1 :] if worked else in_order
    days = {day for day, answer in since if answer is FAILED}
    expected = len(days) >= 3 and max(days) - min(days) >= 7
    assert is_dead(after(*in_order)) is expected


@pytest.mark.parametrize(
    ("visits", "unjudged"),
    [
        ([(0, UNKNOWN)], False),
        ([(0, UNKNOWN), (89, UNKNOWN)], False),
        ([(0, UNKNOWN), (90, UNKNOWN)], True),
        ([(0, UNKNOWN), (119, UNKNOWN)], True),
        ([(0, UNKNOWN), (120, UNKNOWN)], False),
        ([(0, UNKNOWN), (50, OK), (100, UNKNOWN)], False),
        ([(0, OK), (10, UNKNOWN), (100, UNKNOWN)], True),
        ([(0, UNKNOWN), (50, FAILED), (100, UNKNOWN)], True),
        ([(0, UNKNOWN), (100, FAILED)], False),
        ([(0, FAILED), (100, UNKNOWN)], False),
        ([(0, UNKNOWN), (100, OK)], False),
        ([(500, UNKNOWN), (0, UNKNOWN), (80, UNKNOWN)], False),
    ],
)
def test_a_person_is_asked_when_visits_are_inconclusive_for_90_days(
    visits: Sequence[tuple[int, VisitResult]], *, unjudged: bool
) -> None:
    assert is_unjudged(after(*visits)) is unjudged


def test_a_name_that_was_never_there_is_not_missed() -> None:
    assert after((0, NAMELESS), (7, NAMELESS)).lost_names == ()


@pytest.mark.parametrize(
    ("then", "lost"), [(NAMELESS, ("Contoso",)), (UNREAD, ()), (UNKNOWN, ()), (OK, ())]
)
def test_a_name_is_missed_on_a_page_that_can_be_read(
    then: VisitResult, lost: tuple[str, ...]
) -> None:
    assert after((0, OK), (7, then)).lost_names == lost


def test_a_name_stays_missed_until_it_is_seen_again() -> None:
    assert after((0, OK), (7, NAMELESS), (14, UNREAD)).lost_names == ("Contoso",)
    assert after((0, OK), (7, NAMELESS), (14, UNKNOWN)).lost_names == ("Contoso",)
    assert after((0, OK), (7, NAMELESS), (14, OK)).lost_names == ()


def test_a_name_is_not_missed_forever() -> None:
    """The days count from the first day on which it was missing, even if the page isn't read."""
    visits = [(0, OK), (7, NAMELESS), (60, UNKNOWN), (96, NAMELESS)]
    assert after(*visits).lost_names == ("Contoso",)
    assert after(*visits, (97, NAMELESS)).lost_names == ()
    assert after(*visits, (97, NAMELESS), (98, NAMELESS)).lost_names == ()
    assert after(*visits, (97, NAMELESS), (98, OK), (99, NAMELESS)).lost_names == ("Contoso",)
    assert after(*visits, (96, OK), (97, NAMELESS)).lost_since == FIRST + dt.timedelta(97)


def test_a_wrong_clock_does_not_drop_a_name() -> None:
    assert after((0, OK), (500, NAMELESS), (7, NAMELESS)).lost_since == FIRST + dt.timedelta(7)


@pytest.mark.parametrize(
    ("ended_at", "is_moved"),
    [
        ("https://www.contoso.com/other", False),
        ("https://docs.contoso.com/", False),
        ("https://contoso.com/", False),
        ("https://contoso.co.uk/", True),
        ("https://contoso.github.io/", True),
        ("https://www.fabrikam.com/", True),
        ("https://contoso.com.fabrikam.com/", True),
    ],
)
def test_a_link_has_moved_when_it_ends_on_another_registrable_domain(
    ended_at: str, *, is_moved: bool
) -> None:
    seen = after((0, VisitResult(LinkVerdict.OK, "200 OK", ended_at)))
    assert bool(seen.leads_to) is is_moved


def test_a_long_reason_is_shortened_and_not_refused() -> None:
    seen = after((0, VisitResult(LinkVerdict.UNKNOWN, "x" * 5000, unsafe="y" * 5000)))
    assert (len(seen.reason), len(seen.unsafe)) == (200, 200)


def test_the_longest_target_can_be_stored() -> None:
    longest = redirect_target(target_of(ADDRESS), f"https://{'a.' * 120}com/{'ü' * 640}")
    assert TARGET_MAX_LENGTH - 10 < len(longest.address) <= TARGET_MAX_LENGTH
    assert (
        after((0, VisitResult(LinkVerdict.OK, "200 OK", longest.address))).leads_to
        == longest.address
    )
    with pytest.raises(UnsafeTargetError):
        redirect_target(longest, f"/{'ü' * 642}")


def test_two_customers_of_one_host_are_two_owners() -> None:
    link = CatalogLink("https://contoso.github.io/", "contoso.github.io", LINK.places)
    answer = VisitResult(LinkVerdict.OK, "200 OK", "https://fabrikam.github.io/")
    state = update_state(State(), [link], {link.address: answer}, FIRST)
    assert state.links[link.address].leads_to == "https://fabrikam.github.io/"


def test_links_that_left_the_catalog_are_dropped() -> None:
    state = update_state(State(), [LINK], {ADDRESS: OK}, FIRST)
    assert update_state(state, [], {}, FIRST).links == {}


def test_what_worked_today_is_not_opened_again() -> None:
    state = update_state(State(), [LINK], {ADDRESS: OK}, FIRST)
    assert due([LINK], state, (1, 1), FIRST) == ()
    assert due([LINK], state, (1, 1), FIRST + dt.timedelta(1)) == (LINK,)
    failed = update_state(State(), [LINK], {ADDRESS: FAILED}, FIRST)
    assert due([LINK], failed, (1, 1), FIRST) == (LINK,)


@given(st.integers(1, 12))
def test_each_host_is_in_exactly_one_shard(count: int) -> None:
    links = [
        CatalogLink(f"https://{host}.com/{page}", f"{host}.com", ())
        for host in "abcdefghij"
        for page in "12"
    ]
    parts = [in_shard(links, number, count) for number in range(1, count + 1)]
    assert sorted(link.address for part in parts for link in part) == [
        each.address for each in links
    ]
    for host in {link.host for link in links}:
        assert sum(any(link.host == host for link in part) for part in parts) == 1


@pytest.mark.parametrize(
    ("hosts", "reason", "outage"),
    [
        (3, VisitResult(LinkVerdict.UNKNOWN, "no answer in time"), True),
        (3, VisitResult(LinkVerdict.FAILED, "the host doesn't exist"), True),
        (2, VisitResult(LinkVerdict.FAILED, "the host doesn't exist"), False),
        (3, VisitResult(LinkVerdict.UNKNOWN, "403 Forbidden", "https://a.com/"), False),
    ],
)
def test_our_network_is_down_when_no_host_answers(
    hosts: int, reason: VisitResult, *, outage: bool
) -> None:
    assert is_outage({f"https://{letter}.com/": reason for letter in "abc"[:hosts]}) is outage
