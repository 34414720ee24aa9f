"""The age of attestations: when they are due, who sees it, and what doesn't change."""

import datetime as dt
import json
import re
from dataclasses import replace

import pytest

from catalog_tool.linter.reporters import FORMATS
from catalog_tool.model.freshness import months_later, renewal, renewals_due
from catalog_tool.model.publication import Publication
from catalog_tool.model.wording import Freshness
from catalog_tool.pipeline import render
from catalog_tool.site.render import all_pages
from tests.checking import check_text
from tests.cli.conftest import Catalog
from tests.cli.conftest import catalog as small_catalog
from tests.repository import git, repository
from tests.site.exporters.catalogs import own_publication, partner, publication
from tests.text.markup import github

catalog = small_catalog
DAY = dt.date(2026, 9, 21)


@pytest.mark.parametrize(
    ("tested_on", "day", "state"),
    [
        ("2025-09-21", "2026-09-21", ""),
        ("2025-09-21", "2026-09-22", "due for renewal"),
        ("2025-09-21", "2027-03-21", "due for renewal"),
        ("2025-09-21", "2027-03-22", "stale"),
        ("2024-02-29", "2025-02-28", ""),
        ("2024-02-29", "2025-03-01", "due for renewal"),
        ("2024-08-31", "2026-02-28", "due for renewal"),
        ("2024-08-31", "2026-03-01", "stale"),
        ("2027-01-01", "2026-09-21", ""),
        ("9999-12-31", "2026-09-21", ""),
        ("", "2026-09-21", ""),
        (None, "2026-09-21", ""),
    ],
)
def test_after_a_year_it_is_due_and_half_a_year_later_stale(
    tested_on: str | None, day: str, state: str
) -> None:
    old = renewal(tested_on, dt.date.fromisoformat(day), Freshness())
    assert ((old.is_stale and "stale") or "due for renewal" if old else "") == state
    assert old is None or str(old.tested_on) == tested_on


@pytest.mark.parametrize(
    ("day", "state"),
    [("2024-11-04", ""), ("2024-11-05", "due for renewal"), ("2025-02-05", "stale")],
)
def test_owners_choose_the_months(day: str, state: str) -> None:
    limits = Freshness(due=6, stale=9)
    whole = aged("2024-05-04")
    chosen = replace(
        whole,
        day=dt.date.fromisoformat(day),
        settings=whole.settings.model_copy(update={"freshness": limits}),
        catalog=replace(whole.catalog, freshness=limits),
    )
    text = bodies(chosen)["partners/p0/index.md"]
    assert ("May 4, 2024</time>, retest due" in text) == bool(state)
    due = renewals_due(chosen.catalog, {}, chosen.day)
    assert [old.is_stale for _, old in due.renewals] == ([state == "stale"] if state else [])


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-12-31", 18, "2026-06-30"),
        ("2024-02-29", 12, "2025-02-28"),
    ],
)
def test_months_end_where_they_end(day: str, months: int, expected: str) -> None:
    assert str(months_later(dt.date.fromisoformat(day), months)) == expected


def test_age_is_reported_and_never_an_error() -> None:
    (found,) = check_text("tested_on: 2024-05-04")
    assert (found.code, found.severity) == ("CAT131", "info")
    assert "since 2025-05-04" in found.message


# pages


def aged(*days: str) -> Publication:
    """Return partners from A on, with a day each on which they last tested."""
    names = (chr(ord("A") + position) for position in range(len(days)))
    partners = [
        partner(name=name, tested_on=day or None) for name, day in zip(names, days, strict=True)
    ]
    return replace(publication(partners), day=DAY)


def bodies(found: Publication) -> dict[str, str]:
    return {page.path: page.markdown() for page in all_pages(found)}


@pytest.mark.parametrize(
    ("path", "two_years", "one_year"),
    [
        ("catalog/index.md", "Tested May 2024, over 2 years ago", "Tested May 2025, retest due"),
        ("index.md", "Tested May 2024, over 2 years ago", "Tested May 2025, retest due"),
        (
            "partners/p0/index.md",
            "May 4, 2024</time>, over 2 years ago",
            "May 4, 2025</time>, retest due",
        ),
    ],
)
def test_age_is_shown_wherever_the_partner_is_shown(
    path: str, two_years: str, one_year: str
) -> None:
    old = re.compile(", (?:over [0-9a]+ years? ago|retest due)")
    assert two_years in bodies(aged("2024-05-04"))[path]
    assert one_year in bodies(aged("2025-05-04"))[path]
    assert not old.search(bodies(aged("2026-05-04"))[path])
    assert not old.search(bodies(aged(""))[path])


def test_age_does_not_change_the_order() -> None:
    order = bodies(aged("2020-01-01", "2026-01-01", "", "2025-06-01"))["catalog/index.md"]
    places = [order.index(f'href="../partners/p{number}/"') for number in range(4)]
    assert places == sorted(places)


def test_a_day_on_which_nothing_grows_old_changes_no_byte() -> None:
    found = aged("2026-05-04", "2024-05-04", "")
    later = replace(found, day=DAY + dt.timedelta(days=40))
    assert bodies(found) == bodies(later)
    assert bodies(found) != bodies(replace(found, day=dt.date(2027, 5, 5)))


def test_the_site_is_judged_on_the_day_that_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1893456000")  # 2030-01-01
    whole = own_publication()
    entry = whole.catalog.entries[0]
    old = replace(entry, partner=entry.partner.model_copy(update={"tested_on": "2026-05-04"}))
    others = whole.catalog.entries[1:]
    aged_catalog = replace(whole.catalog, entries=(old, *others))
    texts = {file.path: file.text for file in render(replace(whole, catalog=aged_catalog))}
    assert "Tested May 2026, over 3 years ago" in texts["catalog/index.md"]


# catalog freshness


def write_aged(catalog: Catalog) -> None:
    for name, day in (("contoso", "2025-05-04"), ("fabrikam", "2024-05-04")):
        catalog.write(f"{name}.yaml", catalog.read(f"{name}.yaml") + f"tested_on: {day}\n")


def test_they_are_named_with_their_dates(catalog: Catalog) -> None:
    write_aged(catalog)
    text = catalog.run("freshness", "--today", "2026-09-21")
    assert (text.exit_code, text.stderr) == (0, "")
    assert text.stdout == (
        "partner              tested on   due since\n"
        "Contoso (contoso)    2025-05-04  2026-05-04  due for renewal\n"
        "Fabrikam (fabrikam)  2024-05-04  2025-05-04  stale\n"
        "\n"
        "On 2026-09-21, 2 attestations are due for renewal, 1 of them stale. "
        "Entries without a date: 0.\n"
    )
    markdown = catalog.run("freshness", "--format", "markdown", "--today", "2026-09-21").stdout
    assert "| Fabrikam (`fabrikam`) | 2024-05-04 | 2025-05-04 | stale |\n" in markdown
    said = json.loads(catalog.run("freshness", "--format", "json", "--today", "2026-09-21").stdout)
    assert said["summary"] == {"due": 2, "stale": 1, "unstated": 0}
    assert said["today"] == "2026-09-21"


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_name_is_only_a_name_wherever_it_is_shown(catalog: Catalog, format_name: str) -> None:
    name = "@admin #1 </td> ##[error] | fixes"
    catalog.write("contoso.yaml", f"{catalog.read('contoso.yaml')}tested_on: 2024-05-04\n")
    catalog.write("fabrikam.yaml", f"{catalog.read('fabrikam.yaml')}tested_on: 2026-05-04\n")
    named = catalog.read("contoso.yaml").replace("name: Contoso", f"name: '{name}'")
    catalog.write("contoso.yaml", named)
    shown = catalog.run("freshness", "--format", format_name, "--today", "2026-09-21").stdout
    assert "admin" in shown
    assert "##[" not in shown
    if format_name == "markdown":
        rendered = github.render(shown)
        assert rendered.acted_on == []
        assert rendered.tags.count("td") == 4


def test_nothing_due_says_nothing_in_an_issue(catalog: Catalog) -> None:
    write_aged(catalog)
    result = catalog.run("freshness", "--format", "markdown", "--today", "2025-05-04")
    assert (result.exit_code, result.stdout) == (0, "")
    text = catalog.run("freshness", "--today", "2025-05-04").stdout
    assert "0 attestations are due for renewal" in text


def test_an_entry_without_a_date_counts_from_its_last_change(catalog: Catalog) -> None:
    repository(catalog.root)
    for name, day in (("contoso", "2025-01-31"), ("fabrikam", "2026-01-31")):
        git(catalog.root, "add", f"partners/{name}.yaml")
        at = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        git(catalog.root, "commit", "--quiet", "-m", name, environment=at)
    catalog.write("new.yaml", catalog.read("contoso.yaml").replace("Contoso", "New"))
    before = catalog.run("freshness", "--format", "markdown", "--today", "2026-01-31")
    assert (before.exit_code, before.stdout) == (0, "")
    text = catalog.run("freshness", "--today", "2026-02-01").stdout
    rows, _, sentence = text.partition("\n\n")
    assert rows.splitlines()[1:] == [
        "Contoso (contoso)             2026-01-31  no test date; last changed on 2025-01-31"
    ]
    assert sentence.endswith("Entries without a date: 3, 1 of them due for a test.\n")
    said = json.loads(catalog.run("freshness", "--format", "json", "--today", "2026-02-01").stdout)
    assert [(each["id"], each["changed_on"]) for each in said["undated"]] == [
        ("contoso", "2025-01-31")
    ]


def test_an_entry_without_a_date_and_without_history_is_named(catalog: Catalog) -> None:
    markdown = catalog.run("freshness", "--format", "markdown").stdout
    assert "| Contoso (`contoso`) | | | no test date; last change unknown |" in markdown
    assert "| Fabrikam (`fabrikam`) | | | no test date;" in markdown
    said = markdown.partition("On ")[2].partition(", ")[2]
    assert said.startswith(
        "0 attestations are due for renewal. Entries without a date: 2, 2 of them due for a test."
    )


def test_today_is_the_one_clock(catalog: Catalog) -> None:
    write_aged(catalog)
    assert "2 attestations" in catalog.run("freshness").stdout
    assert "0 attestations" in catalog.run("freshness", SOURCE_DATE_EPOCH="1720000000").stdout
    assert catalog.run("freshness", "--today", "soon").exit_code == 2


def test_an_issue_that_is_too_long_counts_the_rest(catalog: Catalog) -> None:
    entry = catalog.read("contoso.yaml")
    for name in ("contoso", "fabrikam"):
        (catalog.root / "partners" / f"{name}.yaml").unlink()
    for number in range(700):
        named = entry.replace("name: Contoso", f"name: {'Contoso ' * 10}{number}")
        catalog.write(f"c{number}.yaml", f"{named}tested_on: 2020-01-01\n")
    text = catalog.run("freshness", "--format", "markdown").stdout
    rows = text.count("| stale |")
    assert len(text) <= 60_000
    assert f"Not shown: {700 - rows} more." in text
