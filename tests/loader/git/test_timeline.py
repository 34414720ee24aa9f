"""What changed in a catalog day by day, from real repositories."""

import datetime as dt
import os
import shutil
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog_tool.loader.git import timeline
from catalog_tool.loader.git.timeline import read_history
from catalog_tool.loader.load import load_catalog
from catalog_tool.model.changes import ListChanged, ValueChanged
from catalog_tool.model.former_partners import withdrawn_hash
from catalog_tool.model.history import Count, History, News, Replay
from catalog_tool.model.settings import Settings
from tests.checking import entry_text
from tests.repository import git, repository

TODAY = dt.date(2026, 11, 30)
Commit = Callable[[str, dict[str, str | None]], None]
VOCABULARY = """\
categories: {mainframe: {name: Mainframe, description: Large computers.}}
applications: {IBM RACF: {category: mainframe, aliases: [RACF]}}
"""
RACF = "applications: [IBM RACF]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return repository(tmp_path / "catalog")


@pytest.fixture
def commit(root: Path) -> Commit:
    """Write files, remove those that are ``None``, and commit all of it at noon of a day."""

    def write_and_commit(day: str, files: dict[str, str | None]) -> None:
        for name, text in files.items():
            path = root / "partners" / name
            path.parent.mkdir(exist_ok=True)
            if text is None:
                path.unlink()
            else:
                whole = (
                    text if name.startswith(("_", ".", "logos/")) else entry_text(text, path.stem)
                )
                path.write_text(whole, encoding="utf-8")
        git(root, "add", "--all")
        noon = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
        git(root, "commit", "--quiet", "--allow-empty", "--message=x", environment=noon)

    return write_and_commit


def read(root: Path, day: dt.date = TODAY) -> History:
    settings = Settings(root=root)
    history = read_history(settings, load_catalog(settings).catalog, day)
    assert history is not None
    return history


def told(root: Path) -> list[tuple[str, str, str]]:
    return [(each.day, str(each.kind), each.id) for each in read(root).news]


def test_what_is_new_is_told_day_by_day_with_the_last_first(root: Path, commit: Commit) -> None:
    commit("2026-05-01", {"contoso.yaml": RACF, "fabrikam.yaml": RACF})
    commit("2026-06-02", {"contoso.yaml": RACF + "tested_on: 2026-06-01\n"})
    commit("2026-07-03", {"fabrikam.yaml": "applications: [IBM RACF, SAP ECC]\n"})
    commit("2026-08-04", {"fabrikam.yaml": None, "_former.yaml": gone("fabrikam")})
    assert told(root) == [
        ("2026-08-04", "left", "fabrikam"),
        ("2026-07-03", "changed", "fabrikam"),
        ("2026-06-02", "tested", "contoso"),
        ("2026-05-01", "added", "contoso"),
        ("2026-05-01", "added", "fabrikam"),
    ]


def gone(identifier: str) -> str:
    name = identifier.capitalize()
    return f"former:\n  {identifier}: {{name: {name}, removed: 2026-08-04}}\n"


def test_what_changed_is_in_the_words_of_the_entry(root: Path, commit: Commit) -> None:
    commit("2026-05-01", {"_vocabulary.yaml": VOCABULARY, "contoso.yaml": RACF})
    contact = "contact: https://www.contoso.com/new\n"
    commit("2026-05-02", {"contoso.yaml": f"applications: [RACF, SAP ECC]\n{contact}"})
    first, _ = read(root).news
    assert ListChanged("applications", ("SAP ECC",), ()) in first.changes
    (address,) = [each for each in first.changes if each.field == "contact"]
    assert isinstance(address, ValueChanged)
    assert address.after == "https://www.contoso.com/new"


def test_a_partner_that_left_is_told_with_what_it_listed(root: Path, commit: Commit) -> None:
    commit("2026-05-01", {"contoso.yaml": RACF, "fabrikam.yaml": RACF})
    commit("2026-08-04", {"fabrikam.yaml": None, "_former.yaml": gone("fabrikam")})
    left, *_ = read(root).news
    assert left.changes == (ListChanged("applications", (), ("IBM RACF",)),)


def test_a_new_drawing_of_a_logo_is_news(root: Path, commit: Commit) -> None:
    drawn = f"{RACF}logo: contoso.svg\n"
    drawings = [f'<svg xmlns="http://www.w3.org/2000/svg"><g id="{at}"/></svg>' for at in "ab"]
    commit("2026-05-01", {"contoso.yaml": RACF, "fabrikam.yaml": RACF})
    commit("2026-05-02", {"contoso.yaml": drawn, "logos/contoso.svg": drawings[0]})
    commit("2026-05-03", {"contoso.yaml": drawn + "products: [Gateway]\n"})
    commit("2026-05-04", {"logos/contoso.svg": drawings[1], "logos/fabrikam.svg": drawings[1]})
    commit("2026-05-05", {"contoso.yaml": RACF, "logos/contoso.svg": None})
    logos = [
        (each.day, change.before, change.after)
        for each in read(root).news
        for change in each.changes
        if isinstance(change, ValueChanged) and change.field == "logo"
    ]
    assert logos == [
        ("2026-05-05", "contoso.svg", ""),
        ("2026-05-04", "contoso.svg", "contoso.svg"),
        ("2026-05-02", "", "contoso.svg"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "applications: [RACF]\n",  # another name of it
        "# A remark\n" + RACF,
        "maintainers: [contoso-anna]\n" + RACF,
    ],
)
def test_what_readers_do_not_see_is_no_news(root: Path, commit: Commit, text: str) -> None:
    commit("2026-05-01", {"_vocabulary.yaml": VOCABULARY, "contoso.yaml": RACF})
    commit("2026-05-02", {"contoso.yaml": text})
    assert told(root) == [("2026-05-01", "added", "contoso")]


def test_changes_of_one_day_are_one_piece_of_news(root: Path, commit: Commit) -> None:
    commit("2026-05-01", {"contoso.yaml": RACF})
    commit("2026-05-01", {"contoso.yaml": "applications: [SAP ECC]\n"})
    commit("2026-05-02", {"contoso.yaml": RACF})
    commit("2026-05-02", {"contoso.yaml": "applications: [SAP ECC]\n"})
    assert told(root) == [("2026-05-01", "added", "contoso")]


def test_a_renamed_partner_keeps_its_news_under_its_new_address(root: Path, commit: Commit) -> None:
    commit("2026-05-01", {"wingtip.yaml": f"name: Wingtip\n{RACF}"})
    moved = "former:\n  wingtip: {name: Wingtip, moved_to: tailspin}\n"
    renamed = f"name: Tailspin\n{RACF}"
    commit("2026-05-02", {"wingtip.yaml": None, "tailspin.yaml": renamed, "_former.yaml": moved})
    assert told(root) == [
        ("2026-05-02", "renamed", "tailspin"),
        ("2026-05-01", "added", "tailspin"),
    ]
    assert read(root).news[0].former_name == "Wingtip"


def test_a_partner_that_came_back_is_not_said_to_have_left(root: Path, commit: Commit) -> None:
    commit("2026-05-01", {"contoso.yaml": RACF})
    commit("2026-05-02", {"contoso.yaml": None})
    commit("2026-05-03", {"contoso.yaml": RACF})
    assert told(root) == [("2026-05-03", "added", "contoso"), ("2026-05-01", "added", "contoso")]


@pytest.mark.parametrize(
    "former", [None, f"former: {{}}\nwithdrawn: [{withdrawn_hash('contoso')}]\n"]
)
def test_nothing_names_a_partner_that_is_withdrawn(
    root: Path, commit: Commit, former: str | None
) -> None:
    commit("2026-05-01", {"contoso.yaml": RACF, "fabrikam.yaml": RACF})
    files: dict[str, str | None] = {"contoso.yaml": None}
    commit("2026-05-02", files | ({"_former.yaml": former} if former else {}))
    assert told(root) == [("2026-05-01", "added", "fabrikam")]


def test_nothing_names_the_withdrawn_name_of_a_partner(root: Path, commit: Commit) -> None:
    commit("2026-05-01", {"wingtip.yaml": f"name: Wingtip\nwebsite: https://w.com\n{RACF}"})
    renamed = f"name: Tailspin\nwebsite: https://w.com\n{RACF}"
    former = f"withdrawn: [{withdrawn_hash('wingtip')}]\n"
    commit("2026-05-02", {"wingtip.yaml": None, "tailspin.yaml": renamed, "_former.yaml": former})
    assert told(root) == [("2026-05-02", "added", "tailspin")]
    assert "ingtip" not in repr(read(root))


def test_a_broken_entry_stays_as_readers_know_it(root: Path, commit: Commit) -> None:
    commit("2026-05-01", {"contoso.yaml": RACF})
    (root / "partners" / "contoso.yaml").write_text("name: [\n", encoding="utf-8")
    commit("2026-05-02", {})
    commit("2026-05-03", {"contoso.yaml": "applications: [IBM RACF, SAP ECC]\n"})
    assert told(root) == [("2026-05-03", "changed", "contoso"), ("2026-05-01", "added", "contoso")]


def test_links_and_files_beside_the_entries_are_no_entries(root: Path, commit: Commit) -> None:
    commit("2026-05-01", {"contoso.yaml": RACF})
    (root / "partners" / "fabrikam.yaml").symlink_to("contoso.yaml")
    (root / "partners" / "sub").mkdir()
    (root / "partners" / "sub" / "adatum.yaml").write_text(entry_text(RACF, "adatum"))
    (root / "partners" / "Notes.txt").write_text("x")
    commit("2026-05-02", {})
    assert told(root) == [("2026-05-01", "added", "contoso")]


def test_the_size_of_the_catalog_is_counted_at_the_end_of_each_month(
    root: Path, commit: Commit
) -> None:
    commit("2026-07-20", {"contoso.yaml": "applications: [A, B]\n"})
    commit("2026-09-10", {"fabrikam.yaml": "applications: [B, C]\n"})
    commit("2026-11-05", {"contoso.yaml": None, "_former.yaml": gone("contoso")})
    assert read(root).counts == (
        Count("2026-07-31", 1, 2),
        Count("2026-08-31", 1, 2),
        Count("2026-09-30", 2, 3),
        Count("2026-10-31", 2, 3),
    )


def test_only_the_last_two_years_are_compared(root: Path, commit: Commit) -> None:
    commit("2020-01-01", {"contoso.yaml": RACF, "fabrikam.yaml": RACF})
    commit("2026-05-02", {"contoso.yaml": "applications: [SAP ECC]\n"})
    history = read(root)
    assert [each.id for each in history.news] == ["contoso"]
    assert (history.since, history.counts[0]) == ("2024-11-30", Count("2024-11-30", 2, 1))
    assert len(history.counts) == timeline.MONTHS


def test_only_so_many_commits_are_compared(
    root: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline, "MOST_COMMITS", 2)
    for number in range(1, 5):
        commit(f"2026-05-0{number}", {"contoso.yaml": f"applications: [A{number}]\n"})
    assert [day for day, _, _ in told(root)] == ["2026-05-04", "2026-05-03"]
    assert read(root).since == "2026-05-03"


def test_without_the_whole_history_there_is_none(
    root: Path, commit: Commit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit("2026-05-01", {"contoso.yaml": RACF})
    commit("2026-05-02", {"contoso.yaml": "applications: [SAP ECC]\n"})
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "shallow")
    shutil.copytree(root / "partners", tmp_path / "files" / "partners")
    for folder in ("shallow", "files"):
        settings = Settings(root=tmp_path / folder)
        assert read_history(settings, load_catalog(settings).catalog, TODAY) is None
    monkeypatch.setenv("PATH", os.devnull)
    settings = Settings(root=root)
    assert read_history(settings, load_catalog(settings).catalog, TODAY) is None


def test_a_preview_sees_a_new_commit_and_a_new_record(root: Path, commit: Commit) -> None:
    commit("2026-05-01", {"contoso.yaml": RACF, "fabrikam.yaml": RACF})
    first = read(root)
    assert read(root) is first
    commit("2026-05-02", {"fabrikam.yaml": None})
    assert ("2026-05-02", "left", "fabrikam") not in told(root)
    (root / "partners" / "_former.yaml").write_text(gone("fabrikam"), encoding="utf-8")
    assert ("2026-05-02", "left", "fabrikam") in told(root)


def test_nothing_that_the_repository_names_is_run(root: Path, commit: Commit) -> None:
    commit("2026-05-01", {"contoso.yaml": RACF, ".gitattributes": "* diff=x filter=x\n"})
    for key in ("core.fsmonitor", "diff.external", "diff.x.command", "diff.x.textconv"):
        git(root, "config", key, "touch stolen; cat")
    assert told(root)
    assert not list(root.rglob("stolen"))


STATES = st.dictionaries(
    st.sampled_from(["adatum", "contoso", "fabrikam", "tailspin"]),
    st.sampled_from([RACF, "applications: [A]\n", "name: Wingtip\napplications: [A, B]\n"]),
)


@given(st.lists(STATES, min_size=1, max_size=5))
def test_replaying_the_days_gives_the_catalog_of_today(
    tmp_path_factory: pytest.TempPathFactory, states: list[dict[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("replayed") / "partners"
    days = []
    for state in states:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for identifier, text in state.items():
            (folder / f"{identifier}.yaml").write_text(entry_text(text, identifier))
        days.append(load_catalog(Settings(root=folder.parent)).catalog)
    last = days[-1]
    replay = Replay(last, days[0].entries)
    for number, (before, after) in enumerate(pairwise(days), start=1):
        ids = {*before.by_id, *after.by_id}
        changed = {each: after.by_id.get(each) for each in sorted(ids)}
        replay.advance(f"2026-05-{number:02}", changed)
    assert {each.id: each.partner for each in replay.entries.values()} == {
        each.id: each.partner for each in last.entries
    }
    count = replay.count("2026-05-31")
    assert (count.partners, count.applications) == (len(last.entries), len(last.applications))
    assert all(each.id in last.by_id and each.kind is not News.LEFT for each in replay.news())
