"""The state file is validated, because anybody may have changed it."""

import datetime as dt
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.links import read_state
from catalog_tool.links.state import LinkRecord, State, StateError, state_text, write_state
from catalog_tool.links.visit import LinkVerdict

SEEN = LinkRecord(
    opened_on=dt.date(2026, 5, 8),
    verdict=LinkVerdict.FAILED,
    reason="404 Not Found",
    failures=3,
    failing_since=dt.date(2026, 5, 1),
    failed_on=dt.date(2026, 5, 8),
    names=("Contoso",),
)
LINK = {"opened_on": "2026-05-08", "verdict": "ok", "reason": "200 OK"}

days = st.dates()
seen = st.builds(
    LinkRecord,
    opened_on=days,
    verdict=st.sampled_from(LinkVerdict),
    reason=st.text(max_size=200),
    failures=st.integers(0, 10_000),
    failing_since=st.none() | days,
    failed_on=st.none() | days,
    leads_to=st.text(max_size=300),
    unsafe=st.text(max_size=200),
    names=st.lists(st.text(max_size=100), max_size=3).map(tuple),
    lost_since=st.none() | days,
)


def test_without_a_file_nothing_is_known(tmp_path: Path) -> None:
    assert read_state(tmp_path / "none.json") == State()


@given(st.dictionaries(st.text(max_size=300), seen, max_size=4))
def test_what_is_written_is_read_again(links: dict[str, LinkRecord]) -> None:
    state = State(links=links)
    assert State.model_validate_json(state_text(state)) == state


def test_equal_states_are_equal_files(tmp_path: Path) -> None:
    one, other = (tmp_path / name for name in ("one.json", "other.json"))
    write_state(one, State(links={"https://a.com/": SEEN, "https://b.com/": SEEN}))
    write_state(other, State(links={"https://b.com/": SEEN, "https://a.com/": SEEN}))
    assert one.read_bytes() == other.read_bytes()
    assert read_state(one).links["https://a.com/"] == SEEN


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{",
        '{"version": 2, "links": {}}',
        '{"version": "1", "links": {}}',
        '{"version": 1, "links": []}',
        '{"version": 1, "links": {}, "more": 1}',
        '{"version": 1, "links": {"https://a.com/": {}}}',
        json.dumps({"version": 1, "links": {"https://a.com/": {**LINK, "verdict": "dead"}}}),
        json.dumps({"version": 1, "links": {"https://a.com/": {**LINK, "failures": -1}}}),
        json.dumps({"version": 1, "links": {"https://a.com/": {**LINK, "failures": 1e400}}}),
        json.dumps(
            {"version": 1, "links": {"https://a.com/": {**LINK, "opened_on": "2026-13-01"}}}
        ),
        json.dumps({"version": 1, "links": {"https://a.com/": {**LINK, "reason": "x" * 201}}}),
        json.dumps({"version": 1, "links": {"https://a.com/": {**LINK, "names": "Contoso"}}}),
        json.dumps({"version": 1, "links": {"x" * 5000: LINK}}),
        "[" * 100_000,
        '{"links": ' * 50_000,
    ],
    ids=lambda text: text[:60] or "empty",
)
def test_an_invalid_file_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "state.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StateError, match="It isn't a valid history of links"):
        read_state(path)


def test_what_is_wrong_is_named(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    for text, place in (("<<<<<<< HEAD", "the JSON is invalid."), ('{"version": 2}', ": version.")):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(StateError, match=place):
            read_state(path)


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    with pytest.raises(StateError):
        read_state(path)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_only_a_regular_file_is_opened(tmp_path: Path, make: object) -> None:
    path = tmp_path / "state.json"
    assert callable(make)
    make(path)
    with pytest.raises(StateError):
        read_state(path)
