"""The reports on links; a stranger's text is inert in all of them."""

import datetime as dt
import json
import re

import pytest
from click import unstyle
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.links import LinkSummary, document, facts
from catalog_tool.links.state import LinkRecord, State
from catalog_tool.links.visit import LinkVerdict
from catalog_tool.linter.reporters import FORMATS, write
from catalog_tool.linter.reporters.json import write as write_json
from catalog_tool.loader.load import Loaded, load_catalog
from catalog_tool.text.github_markdown import MOST_CHARACTERS
from tests.checking import PARTNER, entry_text, places, written
from tests.links.visits import after, reported

WEBSITE = "https://www.contoso.com/identity"
CONTACT = "https://www.contoso.com/contact"
MOVED = f"""\
2026-05-01 {WEBSITE} 301 https://www.fabrikam.com/
2026-05-01 https://www.fabrikam.com/ 200 Contoso
2026-05-01 {CONTACT} 404
"""
HOSTILE = "https://x.com/\x1b[31m\u202e@everyone #1 ::error::x ##[error] </details> [a](b) |`\r\n"


def shown_as(name: str, summary: LinkSummary) -> str:
    if name == "json":
        return write_json(facts(summary))
    return write(document(summary), name)


def summary_after(example: str, entry: str = "") -> LinkSummary:
    loaded = loaded_of(entry)
    return LinkSummary.of(loaded, after(example, loaded))


def loaded_of(entry: str = "") -> Loaded:
    with written({PARTNER: entry_text(entry)}) as settings:
        return load_catalog(settings)


def test_a_finding_points_at_every_location_of_the_link() -> None:
    entry = f"description: See [the guide]({WEBSITE}#guide) first.\n"
    found = reported(f"2026-05-01 {WEBSITE} 301 http://www.contoso.com/", entry)
    assert places(found) == ["1:30 error CAT404 unsafe-target", "3:10 error CAT404 unsafe-target"]


def test_a_dead_link_is_only_dead() -> None:
    visits = f"2026-05-01 {WEBSITE} 301 https://www.fabrikam.com/\n"
    visits += "2026-05-01 https://www.fabrikam.com/ 200\n"
    visits += "".join(f"2026-05-{day} {WEBSITE} 404\n" for day in ("02", "05", "09"))
    (found,) = reported(visits)
    assert found.name == "dead-link"
    assert "hasn't worked since 2026-05-02: 404 Not Found on 3 days." in found.message


def test_the_text_shows_what_is_wrong_and_what_is_uncertain() -> None:
    shown = unstyle(shown_as("text", summary_after(MOVED)))
    assert "warning CAT402 moved-link" in shown
    assert f"2 | website: {WEBSITE}" in shown
    assert "Uncertain, will be checked again\n" in shown
    assert f"  {CONTACT}  404 Not Found on 1 day since 2026-05-01; dead if this continues" in shown
    assert shown.endswith("\n2 links: 1 ok, 1 unknown.\n")


def test_before_the_first_run_nothing_is_known() -> None:
    shown = unstyle(shown_as("text", LinkSummary.of(loaded_of(), State())))
    assert shown == "2 links: 2 not opened yet.\n"


def test_the_json_is_a_contract() -> None:
    whole = json.loads(shown_as("json", summary_after(MOVED)))
    assert list(whole) == ["version", "summary", "diagnostics", "links"]
    assert whole["version"] == 1
    assert whole["summary"] == {
        "links": 2,
        "ok": 1,
        "unknown": 1,
        "dead": 0,
        "unopened": 0,
        "excepted": 0,
    }
    assert [found["code"] for found in whole["diagnostics"]] == ["CAT402"]
    contact, website = whole["links"]
    assert contact["standing"] == "unknown"
    assert contact["failing_since"] == "2026-05-01"
    assert contact["places"] == [{"path": PARTNER, "where": ["contact"]}]
    assert website["standing"] == "ok"
    assert website["leads_to"] == "https://www.fabrikam.com/"


def test_the_issue_starts_with_the_numbers_and_shows_what_is_uncertain() -> None:
    shown = shown_as("markdown", summary_after(MOVED))
    assert shown.startswith("**Some links need attention.** 2 links: 1 ok, 1 unknown.\n")
    assert "### Uncertain, will be checked again\n" in shown
    assert "| 404 Not Found on 1 day since 2026-05-01; dead if this continues |" in shown


def test_an_issue_is_empty_when_no_link_needs_attention() -> None:
    assert shown_as("markdown", summary_after(f"2026-05-01 {WEBSITE} 404")) == ""


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_state_from_a_stranger_is_only_text(format_name: str) -> None:
    shown = unstyle(shown_as(format_name, summary_of_hostile()))
    for acting in ("\x1b", "\u202e", "##[", "\r"):
        assert acting not in shown
    commands = [line for line in shown.splitlines() if line.lstrip().startswith("::")]
    assert len(commands) == (
        len(summary_of_hostile().diagnostics) if format_name == "github" else 0
    )
    assert all(re.match(r"::(error|warning) [^:]*title=CAT4\d\d ", line) for line in commands)
    if format_name == "markdown":
        outside = "".join(shown.split("```")[::2])
        assert not re.search(r"@everyone|\s#1|(?<!\\)</details>|(?<!\\)\]\(", outside)


def summary_of_hostile() -> LinkSummary:
    loaded = loaded_of()
    hostile = LinkRecord(
        opened_on=dt.date(2026, 5, 1),
        verdict=LinkVerdict.UNKNOWN,
        reason=HOSTILE,
        unsafe=HOSTILE,
        leads_to=HOSTILE,
        names=("Contoso",),
        lost_names=("Contoso",),
    )
    return LinkSummary.of(loaded, State(links={WEBSITE: hostile, CONTACT: hostile}))


def test_an_issue_of_many_links_fits() -> None:
    seen = LinkRecord(
        opened_on=dt.date(2026, 5, 1),
        verdict=LinkVerdict.UNKNOWN,
        reason="x" * 200,
        unsafe="y" * 200,
    )
    addresses = {
        f"contoso-{partner}": [
            f"https://www.contoso.com/{partner}/{n}/{'x' * 400}" for n in range(20)
        ]
        for partner in range(8)
    }
    files = {
        f"partners/{partner}.yaml": entry_text(f"links:\n{links_in_yaml(theirs)}", partner)
        for partner, theirs in addresses.items()
    }
    known = {address: seen for theirs in addresses.values() for address in theirs}
    with written(files) as settings:
        summary = LinkSummary.of(load_catalog(settings), State(links=known))
    assert len(summary.diagnostics) == len([*summary.unknown()]) == 160
    shown = shown_as("markdown", summary)
    assert len(shown) <= MOST_CHARACTERS
    assert re.search(r"\nNot shown: \d+ .+\. Run `catalog links[^`]*` to see all\.\n", shown)
    left_out = re.search(r"\nNot shown: (\d+) more\.\n\Z", shown)
    assert left_out
    assert int(left_out[1]) + shown.count("\n| https") == 160


def links_in_yaml(addresses: list[str]) -> str:
    return "".join(f"  - label: A page\n    url: {address}\n" for address in addresses)


@given(st.text(max_size=200), st.text(max_size=300))
def test_any_state_can_be_reported(reason: str, leads_to: str) -> None:
    seen = LinkRecord(
        opened_on=dt.date(2026, 5, 1), verdict=LinkVerdict.FAILED, reason=reason, leads_to=leads_to
    )
    summary = LinkSummary.of(LOADED, State(links={WEBSITE: seen}))
    for name in FORMATS:
        assert shown_as(name, summary)[-1:] in {"\n", ""}


LOADED = loaded_of()
